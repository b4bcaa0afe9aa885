/*
 * Rows: any file, read in any way, gives rows of the header's width, which the
 * writer takes.  The first byte chooses the way.
 */
#include "fuzz.h"

#include "tsv/put.h"
#include "tsv/rows.h"

static const char *const want[] = { "doc", "text", NULL };
static const char *const marks[] = { "text", NULL };

static void
read_all(struct rows *r, struct buf *b)
{
	struct buf text = { NULL, 0, 0 };
	struct put_cell cell;
	struct row row;
	size_t i;

	while (rows_next(r, &row)) {
		FUZZ_HOLDS(row.n == r->head.n);
		rows_text(r, &row, 1, &text);
		for (i = 0; i < row.n; i++) {
			cell.s = row.field[i];
			cell.raw = !row.plain;
			put_cell(b, &cell, span_of("\\N", 2));
		}
		buf_clear(b);
	}
	buf_free(&text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static char folder[] = "/";
	char path[FUZZ_PATH], *argv[4];
	struct buf b = { NULL, 0, 0 };
	struct opnds opnds;
	struct errs errs;
	struct rows r;

	if (n == 0)
		return 0;
	fuzz_file(data + 1, n - 1, path);
	memset(&r, 0, sizeof r);
	memset(&errs, 0, sizeof errs);
	argv[0] = path;
	argv[1] = path;
	argv[2] = folder;	/* refused, so the way to the jail stays shut */
	argv[3] = NULL;
	opnd_open(&opnds, argv, NULL);
	r.want = want;
	r.marks = marks;
	r.input = data[0] % 3 == 0 ? ROWS_ONLY :
	    data[0] % 3 == 1 ? ROWS_AUTO : ROWS_PLAIN;
	r.window = data[0] & 4 ? "text" : NULL;
	r.need = data[0] & 8 ? "text" : NULL;
	if (data[0] & 16)
		r.columns = span_str("doc,x,text");
	r.errs = &errs;
	r.opnds = &opnds;
	read_all(&r, &b);
	rows_free(&r);
	opnd_close(&opnds);
	buf_free(&b);
	return 0;
}
