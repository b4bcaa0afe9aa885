/* Cuts Chinese text into words with tags, sentences and roles: tok(1). */
#include <getopt.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/span.h"
#include "lex/tok.h"
#include "tsv/frame.h"
#include "tsv/put.h"
#include "tsv/rows.h"

enum { IN_DOC, IN_LINE, IN_TEXT };
enum { DOC, LINE, SENT, ROLE, START, END, TOKEN, TAG };

static const char *const want[] = { "doc", "line", "text", NULL };
static const char *const eaten[] = { "text", NULL };
static const char *const marks[] = { "text", NULL };
static const char *const own[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag", NULL
};

static const struct frame_shape shape = {
	.name = "tok",
	.usage =
	    "tok [-HhuVv] [-C list] [-N str] [-o list] [--files0-from=file]\n"
	    "           [--header-only] [--input=rows|text] [file ...]\n",
	.help =
	    "  -C, --columns=LIST   names of the input's columns\n"
	    "  -H, --no-header      no header line\n"
	    "  -h, --help           print this help\n"
	    "  -N, --null=STR       mark of an absent value\n"
	    "  -o, --output=LIST    which columns; new=old renames\n"
	    "  -u, --line-buffered  flush each row\n"
	    "  -V, --version        print the version\n"
	    "  -v, --verbose        counts on standard error\n"
	    "      --files0-from=F  read the operands from F\n"
	    "      --header-only    print the header and end\n"
	    "      --input=KIND     what the input is: rows or text\n",
	.want = want,
	.own = own,
	.eaten = eaten,
	.marks = marks,
	.need = "text",
	.window = "text",
	.input = ROWS_AUTO
};

static const struct option longs[] = {
	FRAME_LONGS,
	{ "input", required_argument, NULL, FRAME_INPUT },
	{ NULL, 0, NULL, 0 }
};

/* What the rows of a line share, kept until its words come out. */
struct kept {
	struct arena arena;
	struct span doc;	/* as they stand in the input */
	struct span line;
	const struct span *carried;
};

struct run {
	struct frame frame;
	struct tok *tok;
	struct kept kept[TOK_HOLD + 1];
	size_t next;		/* of kept: for the next line */
	struct buf doc;		/* the document in hand, as it stands */
	struct buf text;
};

/* Writes a number to the end of digits and views it. */
static struct span
number(char digits[24], size_t v)
{
	char *p;

	p = digits + 24;
	do
		*--p = (char)('0' + v % 10);
	while ((v /= 10) != 0);
	return span_of(p, (size_t)(digits + 24 - p));
}

static void
put_tokens(struct run *r, const struct tok_piece *piece)
{
	char digits[3][24];
	const struct kept *kept;
	const struct token *k;
	struct put *put;
	size_t i;

	put = &r->frame.put;
	kept = piece->own;
	for (i = 0; i < piece->n; i++) {
		k = &piece->v[i];
		put_raw(put, DOC, kept->doc);
		put_raw(put, LINE, kept->line);
		put_raw(put, SENT, number(digits[0], k->sent));
		put_raw(put, ROLE, k->role);
		put_raw(put, START, number(digits[1], k->start));
		put_raw(put, END, number(digits[2], k->end));
		put_set(put, TOKEN, k->text);
		put_raw(put, TAG, k->tag);
		put_kept(put, kept->carried);
		put_end(put);
	}
}

static void
drain(struct run *r)
{
	struct tok_piece piece;

	while (tok_next(r->tok, &piece))
		put_tokens(r, &piece);
}

static void
end_document(struct run *r)
{
	tok_end(r->tok);
	drain(r);
}

/* Keeps what the words of an input row share. */
static struct kept *
keep(struct run *r, const struct row *row, struct span doc)
{
	char digits[24];
	struct kept *k;
	struct span line;

	k = &r->kept[r->next++ % (TOK_HOLD + 1)];
	arena_reset(&k->arena);
	line = rows_raw(&r->frame.rows, row, IN_LINE);
	if (line.n == 0)
		line = number(digits, row->lineno);
	k->doc = span_of(arena_dup(&k->arena, doc.p, doc.n), doc.n);
	k->line = span_of(arena_dup(&k->arena, line.p, line.n), line.n);
	k->carried = put_keep(&r->frame.put, &r->frame.rows, row, &k->arena);
	return k;
}

/* Returns the document of a row as it stands; the file where it has none. */
static struct span
document(const struct run *r, const struct row *row)
{
	struct span doc;

	doc = rows_raw(&r->frame.rows, row, IN_DOC);
	return doc.n == 0 ? span_str(row->file) : doc;
}

static void
take_row(struct run *r, const struct row *row)
{
	struct span doc;
	struct tok_line line;

	doc = document(r, row);
	if (!span_eq(doc, buf_view(&r->doc))) {
		end_document(r);
		buf_clear(&r->doc);
		buf_span(&r->doc, doc);
		frame_document(&r->frame);
	}
	memset(&line, 0, sizeof line);
	line.line = row->lineno;
	line.text = rows_text(&r->frame.rows, row, IN_TEXT, &r->text);
	line.cont = row->cont;
	line.more = row->more;
	line.own = keep(r, row, doc);
	tok_line(r->tok, &line);
	drain(r);
}

int
main(int argc, char **argv)
{
	static struct run r;
	struct row row;
	int c;

	frame_start(&r.frame, &shape, argv);
	while ((c = getopt_long(argc, argv, FRAME_LETTERS, longs, NULL)) != -1)
		frame_option(&r.frame, c, optarg);
	frame_open(&r.frame, argv + optind);
	r.tok = tok_new(NULL);
	if (r.tok == NULL)
		err_die("a built-in table is damaged");
	while (frame_row(&r.frame, &row))
		take_row(&r, &row);
	end_document(&r);
	tok_free(r.tok);
	return frame_finish(&r.frame);
}
