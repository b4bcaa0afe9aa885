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
#include "num/flow.h"
#include "num/merge.h"
#include "num/normal.h"
#include "num/user.h"
#include "text/utf8.h"
#include "tsv/frame.h"
#include "tsv/put.h"
#include "tsv/rows.h"

enum {
	IN_DOC, IN_LINE, IN_SENT, IN_ROLE, IN_START, IN_END, IN_TOKEN, IN_TAG,
	IN_DATE, IN_TEXT
};
enum {
	DOC, LINE, SENT, ROLE, START, END, TOKEN, TAG, KIND, OP, VALUE, UPPER,
	UNIT
};
enum {
	X_DOC, X_LINE, X_START, X_END, X_TOKEN, X_KIND, X_OP, X_VALUE,
	X_UPPER, X_UNIT, X_RULE
};
enum { OFFSET_MAX = 0x7fffffff };	/* offsets beyond are not believed */
enum { F_DOC, F_LINE, F_SENT, F_TOKEN };	/* fields of a flow's row */

static const char *const want[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag", "date",
	"text", NULL
};
static const char *const eaten[] = { "text", NULL };
static const char *const marks[] = { "token", "text", NULL };
static const char *const columns[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag", "kind",
	"op", "value", "upper", "unit", NULL
};
static const char *const explain_columns[] = {
	"doc", "line", "start", "end", "token", "kind", "op", "value",
	"upper", "unit", "rule", NULL
};

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
	    "  -d, --dict=FILE      words that stay words; repeatable\n"
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
	.want = want,
	.eaten = eaten,
	.marks = marks,
	.window = "text",
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
	struct span doc;	/* as it stands in the input */
	struct span line;
	struct span date;
	size_t lineno;
	const struct span *carried;
};

struct run {
	struct frame frame;
	struct scan scan;
	struct flow flow;
	struct user user;
	struct tok *tok;
	struct kept kept[TOK_HOLD + 1];
	size_t next;		/* of kept: for the next line */
	struct buf doc;		/* the document in hand, as it stands */
	struct buf text;
	struct buf token;
	struct buf merged;
	size_t end;		/* of the token before, for rows without */
	size_t line;
	size_t printed;		/* lines printed of this document, for -t */
	unsigned kinds;		/* bits of the kinds wanted */
	int explain;
	int rewrite;
};

/* Reads a field as a number; 0 when it is none. */
static size_t
count(struct span s)
{
	size_t v, i;

	v = 0;
	for (i = 0; i < s.n && i < 18 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		v = v * 10 + (size_t)(s.p[i] - '0');
	return v;
}

static void
put_merged(void *arg, const struct merged *m)
{
	struct run *r = arg;
	struct put *put;
	const struct expr *e;
	char digits[2][24];

	put = &r->frame.put;
	e = m->e;
	put_raw(put, DOC, m->row->field[F_DOC]);
	put_raw(put, LINE, m->row->field[F_LINE]);
	put_raw(put, SENT, m->row->field[F_SENT]);
	put_raw(put, ROLE, m->row->t.role);
	put_raw(put, START, span_uint(digits[0], m->start));
	put_raw(put, END, span_uint(digits[1], m->end));
	put_set(put, TOKEN, m->text);
	put_set(put, TAG, m->tag);
	if (e != NULL) {
		put_raw(put, KIND, span_str(scan_kind(e->kind)));
		put_raw(put, OP, span_str(scan_op(e->op)));
		put_raw(put, VALUE, scan_piece(&r->scan, e->value));
		put_raw(put, UPPER, scan_piece(&r->scan, e->upper));
		put_set(put, UNIT, scan_piece(&r->scan, e->unit));
	}
	put_kept(put, m->row->carried);
	put_end(put);
}

static void
put_explained(void *arg, const struct merged *m)
{
	struct run *r = arg;
	struct put *put;
	const struct expr *e;
	char digits[2][24];

	e = m->e;
	if (e == NULL)
		return;
	put = &r->frame.put;
	put_raw(put, X_DOC, m->row->field[F_DOC]);
	put_raw(put, X_LINE, m->row->field[F_LINE]);
	put_raw(put, X_START, span_uint(digits[0], m->start));
	put_raw(put, X_END, span_uint(digits[1], m->end));
	put_set(put, X_TOKEN, m->text);
	put_raw(put, X_KIND, span_str(scan_kind(e->kind)));
	if (e->kind != K_NONE) {
		put_raw(put, X_OP, span_str(scan_op(e->op)));
		put_raw(put, X_VALUE, scan_piece(&r->scan, e->value));
		put_raw(put, X_UPPER, scan_piece(&r->scan, e->upper));
		put_set(put, X_UNIT, scan_piece(&r->scan, e->unit));
	}
	put_raw(put, X_RULE, span_str(e->why));
	put_kept(put, m->row->carried);
	put_end(put);
}

/* -t: a line of text; lines without words come out empty. */
static void
put_text(struct run *r, const struct flow_row *row, size_t n)
{
	struct out *out;

	out = &r->frame.put.out;
	if (r->printed < row->t.line || r->printed == 0) {
		for (; r->printed + 1 < row->t.line; r->printed++)
			buf_byte(&out->b, '\n');
		r->printed = row->t.line;
	}
	normal_line(&r->scan, row, n, &out->b);
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
put_line(void *arg, struct scan *s, const struct flow_row *row, size_t n)
{
	struct run *r = arg;

	select_kinds(r);
	if (r->rewrite)
		put_text(r, row, n);
	else
		merge_rows(s, row, n, &r->merged, r->explain ? put_explained :
		    put_merged, r);
}

/* The words of text that are ready. */
static void
drain(struct run *r)
{
	struct tok_piece piece;
	struct flow_row row;
	const struct kept *kept;
	char digits[SPAN_DIGITS];
	size_t i;

	memset(&row, 0, sizeof row);
	while (tok_next(r->tok, &piece)) {
		kept = piece.own;
		for (i = 0; i < piece.n; i++) {
			row.t = piece.v[i];
			row.t.line = kept->lineno;
			row.field[F_DOC] = kept->doc;
			row.field[F_LINE] = kept->line;
			row.field[F_SENT] = span_uint(digits, row.t.sent);
			row.carried = kept->carried;
			row.ncarried = kept->carried == NULL ? 0 :
			    r->frame.put.names.n - r->frame.put.nown;
			flow_turn(&r->flow, row.t.line, kept->date);
			flow_add(&r->flow, &row);
		}
	}
}

static void
end_document(struct run *r)
{
	if (r->tok != NULL) {
		tok_end(r->tok);
		drain(r);
	}
	flow_document(&r->flow);
	r->printed = 0;
	r->line = r->end = 0;
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
take_text(struct run *r, const struct row *row)
{
	const struct rows *rows;
	struct kept *k;
	struct tok_line line;
	struct span doc, no;
	char digits[SPAN_DIGITS];

	rows = &r->frame.rows;
	doc = document(r, row);
	if (r->tok == NULL && (r->tok = tok_new(NULL)) == NULL)
		err_die("a built-in table is damaged");
	k = &r->kept[r->next++ % (TOK_HOLD + 1)];
	arena_reset(&k->arena);
	no = rows_raw(rows, row, IN_LINE);
	if (no.n == 0)
		no = span_uint(digits, row->lineno);
	k->doc = copy(&k->arena, doc);
	k->line = copy(&k->arena, no);
	k->lineno = count(no);
	k->date = copy(&k->arena, rows_raw(rows, row, IN_DATE));
	k->carried = r->rewrite ? NULL : put_keep(&r->frame.put, rows, row,
	    &k->arena);
	memset(&line, 0, sizeof line);
	line.line = k->lineno;
	line.text = rows_text(rows, row, IN_TEXT, &r->text);
	line.cont = row->cont;
	line.more = row->more;
	line.own = k;
	tok_line(r->tok, &line);
	drain(r);
}

static void
take_row(struct run *r, const struct row *row)
{
	const struct rows *rows;
	struct flow_row w;
	struct span s;

	rows = &r->frame.rows;
	memset(&w, 0, sizeof w);
	w.field[F_DOC] = document(r, row);
	w.field[F_LINE] = rows_raw(rows, row, IN_LINE);
	w.field[F_SENT] = rows_raw(rows, row, IN_SENT);
	w.t.line = count(w.field[F_LINE]);
	w.t.text = rows_text(rows, row, IN_TOKEN, &r->token);
	w.t.tag = rows_raw(rows, row, IN_TAG);
	w.t.role = rows_raw(rows, row, IN_ROLE);
	if (w.t.line != r->line)
		r->end = 0;
	r->line = w.t.line;
	s = rows_raw(rows, row, IN_START);
	w.t.start = s.n == 0 ? r->end : count(s);
	if (w.t.start < r->end || w.t.start > OFFSET_MAX)
		w.t.start = r->end;
	w.t.end = w.t.start + utf8_count(w.t.text.p, w.t.text.n);
	r->end = w.t.end;
	flow_turn(&r->flow, w.t.line, rows_raw(rows, row, IN_DATE));
	if (!r->rewrite)
		w.carried = put_keep(&r->frame.put, rows, row,
		    flow_arena(&r->flow));
	flow_add(&r->flow, &w);
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
			frame_usage(&r->frame, "no kind '%.*s'",
			    (int)names.v[i].n, names.v[i].p);
		bits |= 1u << k;
	}
	cols_free(&names);
	return bits;
}

/* Reads a file of words that stay words. */
static void
dictionary(struct run *r, const char *path)
{
	struct in in;
	struct span line;
	size_t n;

	memset(&in, 0, sizeof in);
	if (in_open(&in, path) != 0)
		err_die("%s: %s", path, strerror(errno));
	for (n = 1; in_line(&in, &line, 0, NULL); n++)
		if (user_line(&r->user, &r->scan.k.chars, line) != 0)
			err_die_at(path, n, "not UTF-8");
	if (in.error != 0)
		err_die("%s: %s", path, strerror(in.error));
	in_close(&in);
	in_free(&in);
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

	if (user_build(&r->user) != 0)
		err_die("too many words in the dictionaries");
	if (r->user.n != 0)
		r->scan.user = &r->user.words;
	r->scan.explain = r->explain;
	r->flow.scan = &r->scan;
	r->flow.sink = put_line;
	r->flow.arg = r;
	own = r->explain ? explain_columns : columns;
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
		if (r.frame.rows.col[IN_TOKEN] != COL_NONE)
			take_row(&r, &row);
		else
			take_text(&r, &row);
	end_document(&r);
	if (r.tok != NULL)
		tok_free(r.tok);
	flow_free(&r.flow);
	scan_free(&r.scan);
	user_free(&r.user);
	return frame_finish(&r.frame);
}
