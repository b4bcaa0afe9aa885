/* Numbers, amounts and dates of Chinese text, exact: numnorm(1). */
#include <errno.h>
#include <getopt.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/span.h"
#include "lex/tok.h"
#include "lex/udict.h"
#include "num/flow.h"
#include "num/normal.h"
#include "num/table.h"
#include "num/user.h"
#include "tsv/frame.h"
#include "tsv/put.h"
#include "tsv/rows.h"

enum { GAP_MAX = 1 << 20 };	/* lines without words that are believed */

static const char *const eaten[] = { "text", NULL };
static const char *const marks[] = { "token", "text", NULL };
static const struct frame_shape shape = {
	.name = "numnorm",
	.usage =
	    "numnorm [-eHhtuVv] [-C list] [-D date] [-d file] [-k list] "
	    "[-N str]\n"
	    "               [-o list] [--files0-from=file] [--header-only]\n"
	    "               [--input=rows|text] [file ...]\n",
	.help =
	    "  -C, --columns=LIST   names of the input's columns\n"
	    "  -D, --date=DATE      the date that 今年 and 昨日 count from\n"
	    "  -d, --dict=FILE      words of your own; repeatable\n"
	    "  -e, --explain        a row for each decision, with its rule\n"
	    "  -H, --no-header      no header line\n"
	    "  -h, --help           print this help\n"
	    "  -k, --kinds=LIST     only these kinds of expression\n"
	    "  -N, --null=STR       mark of an absent value\n"
	    "  -o, --output=LIST    which columns; new=old renames\n"
	    "  -t, --text           the text with normal forms, no rows\n"
	    "  -u, --line-buffered  flush each row\n"
	    "  -V, --version        print the version\n"
	    "  -v, --verbose        counts on standard error\n"
	    "      --files0-from=F  read the operands from F\n"
	    "      --header-only    print the header and end\n"
	    "      --input=KIND     what the input is: rows or text\n",
	.want = table_want,
	.eaten = eaten,
	.marks = marks,
	.window = "text",
	.most = ROWS_MOST,
	.input = ROWS_AUTO
};

static const struct option longs[] = {
	FRAME_LONGS,
	{ "date", required_argument, NULL, 'D' },
	{ "dict", required_argument, NULL, 'd' },
	{ "explain", no_argument, NULL, 'e' },
	{ "input", required_argument, NULL, FRAME_INPUT },
	{ "kinds", required_argument, NULL, 'k' },
	{ "text", no_argument, NULL, 't' },
	{ NULL, 0, NULL, 0 }
};

/* What the rows of a line of text share, kept until its words come out. */
struct kept {
	struct arena arena;
	struct table_line line;
};

struct run {
	struct frame frame;
	struct scan scan;
	struct flow flow;
	struct table table;
	struct user user;
	struct udict dict;
	struct tok *tok;
	struct kept kept[TOK_HOLD + 1];
	size_t next;		/* of kept: for the next line */
	struct buf doc;		/* the document in hand, as it stands */
	struct buf text;
	size_t printed;		/* lines printed of this document, for -t */
	unsigned kinds;		/* bits of the kinds wanted */
	int explain;
	int rewrite;
};

/* -t: a line of text; lines without words come out empty. */
static void
put_text(struct run *r, const struct token *token, size_t n)
{
	struct out *out;

	out = &r->frame.put.out;
	if (r->printed < token->line || r->printed == 0) {
		if (token->line - r->printed > GAP_MAX)
			r->printed = token->line;
		for (; r->printed + 1 < token->line; r->printed++) {
			buf_byte(&out->b, '\n');
			out_row(out);
		}
		r->printed = token->line;
	}
	normal_line(&r->scan, token, n, &out->b);
	buf_byte(&out->b, '\n');
	out_row(out);
}

/* Leaves out the kinds that -k does not name. */
static void
select_kinds(struct run *r)
{
	size_t i, n;

	for (i = n = 0; i < r->scan.n; i++)
		if (r->kinds >> r->scan.expr[i].kind & 1)
			r->scan.expr[n++] = r->scan.expr[i];
	r->scan.n = n;
}

static void
put_line(void *arg, struct scan *s, const struct token *token,
    const struct span *row, size_t n)
{
	struct run *r = arg;

	(void)s;
	select_kinds(r);
	if (r->rewrite)
		put_text(r, token, n);
	else if (r->explain)
		table_explain(&r->table, token, row, n);
	else
		table_put(&r->table, token, row, n);
}

/* The words of text that are ready. */
static void
drain(struct run *r)
{
	struct tok_piece piece;
	const struct kept *kept;

	while (tok_next(r->tok, &piece)) {
		kept = piece.own;
		table_line(&r->table, &kept->line, piece.v, piece.n,
		    piece.text);
	}
}

static void
end_document(struct run *r)
{
	if (r->tok != NULL) {
		tok_end(r->tok);
		drain(r);
	}
	table_document(&r->table);
	r->printed = 0;
}

/* Begins a new document when the row is of another one. */
static struct span
document(struct run *r, const struct row *row)
{
	struct span doc;

	doc = rows_raw(&r->frame.rows, row, IN_DOC);
	if (doc.n == 0)
		doc = span_str(row->file);
	if (!span_eq(doc, buf_view(&r->doc))) {
		end_document(r);
		buf_clear(&r->doc);
		buf_span(&r->doc, doc);
		frame_document(&r->frame);
	}
	return doc;
}

static struct span
copy(struct arena *a, struct span s)
{
	return span_of(arena_dup(a, s.p, s.n), s.n);
}

static void
open_tok(struct run *r)
{
	struct tok_opts opts;

	memset(&opts, 0, sizeof opts);
	if (udict_compile(&r->dict) == -1)
		err_die("the words of -d are too many");
	opts.user = r->dict.n > 0 ? &r->dict : NULL;
	if ((r->tok = tok_new(&opts)) == NULL)
		err_die("a built-in table is damaged");
}

/* Keeps what the words of a line of text share. */
static struct kept *
keep(struct run *r, const struct row *row, struct span doc)
{
	const struct rows *rows;
	struct kept *k;
	struct span no;
	char digits[SPAN_DIGITS];

	rows = &r->frame.rows;
	k = &r->kept[r->next++ % (TOK_HOLD + 1)];
	arena_reset(&k->arena);
	no = rows_raw(rows, row, IN_LINE);
	if (no.n == 0)
		no = span_uint(digits, row->lineno);
	k->line.line = table_number(no);
	k->line.date = copy(&k->arena, rows_raw(rows, row, IN_DATE));
	if (r->rewrite)
		return k;
	buf_clear(&r->text);
	buf_span(&r->text, doc);
	buf_byte(&r->text, '\t');
	buf_span(&r->text, no);
	buf_byte(&r->text, '\t');
	k->line.front = copy(&k->arena, buf_view(&r->text));
	buf_clear(&r->text);
	put_carried(&r->frame.put, rows, row, &r->text);
	k->line.carried = copy(&k->arena, buf_view(&r->text));
	return k;
}

static void
take_text(struct run *r, const struct row *row)
{
	struct tok_line line;
	struct kept *k;

	k = keep(r, row, document(r, row));
	if (r->tok == NULL)
		open_tok(r);
	memset(&line, 0, sizeof line);
	line.line = k->line.line;
	line.text = rows_text(&r->frame.rows, row, IN_TEXT, &r->text);
	line.cont = row->cont;
	line.more = row->more;
	line.own = k;
	tok_line(r->tok, &line);
	drain(r);
}

static void
take_row(struct run *r, const struct row *row)
{
	table_take(&r->table, &r->frame.rows, row, document(r, row));
	table_run(&r->table, &r->frame.rows);
}

/* Reads the names of kinds that -k lists. */
static unsigned
kinds(struct run *r, const char *list)
{
	struct cols names;
	unsigned bits;
	size_t i;
	int k;

	memset(&names, 0, sizeof names);
	cols_split(&names, span_str(list), ',');
	bits = 0;
	for (i = 0; i < names.n; i++) {
		for (k = 1; k < KINDS; k++)
			if (span_eq(names.v[i], span_str(scan_kind(k))))
				break;
		if (k == KINDS)
			frame_usage(&r->frame, "no such kind '%.*s'",
			    (int)names.v[i].n, names.v[i].p);
		bits |= 1u << k;
	}
	cols_free(&names);
	return bits;
}

/* A word of a dictionary, for the scanner; the tokenizer has it already. */
static void
seen(void *arg, struct span word, struct span tag)
{
	struct run *r = arg;

	user_add(&r->user, &r->scan.k.chars, word, tag);
}

static void
dictionary(struct run *r, const char *path)
{
	struct udict_error e;

	r->dict.seen = seen;
	r->dict.arg = r;
	if (udict_add(&r->dict, path, &e) == -1)
		err_die_at(path, e.line, "%s", e.cause);
}

static void
option(struct run *r, int c, const char *arg)
{
	switch (c) {
	case 'D':
		if (when_parse(&r->flow.given, span_str(arg)) != 0)
			frame_usage(&r->frame, "no date '%s'", arg);
		break;
	case 'd':
		dictionary(r, arg);
		break;
	case 'e':
		r->explain = 1;
		break;
	case 'k':
		r->kinds = kinds(r, arg);
		break;
	case 't':
		r->rewrite = 1;
		break;
	default:
		frame_option(&r->frame, c, arg);
	}
}

static void
prepare(struct run *r)
{
	const char *const *own;

	r->table.flow = &r->flow;
	r->table.put = &r->frame.put;
	r->table.scan = &r->scan;
	r->table.bare = r->rewrite;
	if (user_build(&r->user) != 0)
		err_die("the words of -d are too many");
	r->scan.user = user_words(&r->user.word);
	r->scan.unit = user_words(&r->user.unit);
	r->scan.explain = r->explain;
	r->flow.scan = &r->scan;
	r->flow.sink = put_line;
	r->flow.arg = r;
	own = r->explain ? table_explained : table_columns;
	for (; !r->rewrite && *own != NULL; own++)
		frame_column(&r->frame, *own);
}

int
main(int argc, char **argv)
{
	static struct run r;
	struct row row;
	int c;

	r.kinds = ~0u;
	if (scan_open(&r.scan) != 0)
		err_die("a built-in table is damaged");
	frame_start(&r.frame, &shape, argv);
	while ((c = getopt_long(argc, argv, "D:d:ek:t" FRAME_LETTERS, longs,
	    NULL)) != -1)
		option(&r, c, optarg);
	prepare(&r);
	frame_open(&r.frame, argv + optind);
	while (frame_row(&r.frame, &row))
		if (r.frame.rows.col[IN_TOKEN] == COL_NONE)
			take_text(&r, &row);
		else
			take_row(&r, &row);
	end_document(&r);
	if (r.tok != NULL)
		tok_free(r.tok);
	table_free(&r.table);
	flow_free(&r.flow);
	scan_free(&r.scan);
	user_free(&r.user);
	udict_free(&r.dict);
	return frame_finish(&r.frame);
}
