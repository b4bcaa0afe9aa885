/* Rows in: the files they come from, and their headers. */
#include "tsv/rows_int.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char plain_head[] = "doc\tline\ttext";

void
rows_leave(struct rows *r)
{
	if (r->in.error != 0)
		err_refuse(r->errs, r->in.name, r->lineno + 1, "%s",
		    strerror(r->in.error));
	in_close(&r->in);
	r->open = 0;
}

/* Takes a line as the header: names, and which of them are wanted. */
static void
take_head(struct rows *r, struct span line, int sep)
{
	size_t i, n;

	cols_split(&r->head, line, sep);
	buf_clear(&r->headline);
	for (i = 0; i < r->head.n; i++) {
		if (i > 0)
			buf_byte(&r->headline, '\t');
		buf_span(&r->headline, r->head.v[i]);
	}
	for (n = 0; r->want[n] != NULL; n++)
		continue;
	r->col = xrealloc(r->col, (n + 1) * sizeof *r->col);
	for (i = 0; i < n; i++)
		r->col[i] = cols_find(&r->head, span_str(r->want[i]));
	r->files++;
}

static void
take_plain(struct rows *r)
{
	r->plain = 1;
	take_head(r, span_str(plain_head), '\t');
}

static int
has_mark(const struct cols *head, const char *const *marks)
{
	for (; marks != NULL && *marks != NULL; marks++)
		if (cols_find(head, span_str(*marks)) != COL_NONE)
			return 1;
	return 0;
}

static int
has_bom(const char *p, size_t n)
{
	return n >= ROWS_BOM && memcmp(p, "\xef\xbb\xbf", ROWS_BOM) == 0;
}

/* Skips a byte order mark at the very start of the file. */
static void
skip_bom(struct rows *r)
{
	while (r->in.end - r->in.pos < ROWS_BOM && in_fill(&r->in) > 0)
		continue;
	if (has_bom(r->in.p + r->in.pos, r->in.end - r->in.pos))
		r->in.pos += ROWS_BOM;
}

int
rows_is_head(const struct rows *r, struct span line)
{
	if (r->plain)
		return 0;
	if (line.n == r->headline.n + ROWS_BOM && has_bom(line.p, line.n))
		line = span_of(line.p + ROWS_BOM, line.n - ROWS_BOM);
	return span_eq(line, buf_view(&r->headline));
}

/* Reads the header line; a file without any line has none. */
static void
read_head(struct rows *r)
{
	struct span line;
	size_t start;
	int got;

	got = in_line(&r->in, &line,
	    r->input == ROWS_AUTO ? ROWS_WINDOW : ROWS_MOST, NULL);
	if (got == 2 && r->input == ROWS_ONLY) {
		err_refuse(r->errs, r->in.name, 1, "header longer than %d MiB",
		    ROWS_MOST >> 20);
		rows_leave(r);
		return;
	}
	/* What is held may have moved, but nothing was before the line. */
	start = (size_t)(line.p - r->in.p);
	rows_chop_cr(&line);
	if (got != 0)
		cols_split(&r->head, line, '\t');
	if (got != 0 && (r->input == ROWS_ONLY ||
	    (got == 1 && has_mark(&r->head, r->marks)))) {
		take_head(r, line, '\t');
		r->lineno = 1;
	} else if (r->input == ROWS_AUTO) {
		r->in.pos = start;
		take_plain(r);
	}
}

int
rows_enter(struct rows *r)
{
	int got;

	r->in.idle = r->idle;
	r->in.tick = r->tick;
	r->in.arg = r->arg;
	got = opnd_input(r->opnds, &r->in);
	if (got == 0)
		return 0;
	if (got == -1) {
		err_refuse(r->errs, r->in.name, 0, "%s", strerror(errno));
		return 1;
	}
	r->open = 1;
	r->plain = 0;
	r->lineno = 0;
	r->inside = 0;
	cols_free(&r->head);
	skip_bom(r);
	if (r->columns.n != 0)
		take_head(r, r->columns, ',');
	else if (r->input == ROWS_PLAIN)
		take_plain(r);
	else
		read_head(r);
	if (r->head.n != 0 && r->need != NULL &&
	    cols_find(&r->head, span_str(r->need)) == COL_NONE) {
		err_refuse(r->errs, r->in.name, 1, "no column '%s'", r->need);
		rows_leave(r);
		cols_free(&r->head);
	}
	return 1;
}

