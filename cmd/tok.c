/* Cuts Chinese text into words with tags, sentences and roles: tok(1). */
#include <getopt.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/out.h"
#include "base/span.h"
#include "lex/glue.h"
#include "lex/tok.h"
#include "lex/udict.h"
#include "tsv/cols.h"
#include "tsv/esc.h"
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
	    "tok [-HhtuVv] [-C list] [-d file] [-N str] [-o list]\n"
	    "           [--files0-from=file] [--glue=list] [--header-only]\n"
	    "           [--input=rows|text] [--search] [--tags] [file ...]\n"
	    "       tok --compile -d file ...\n",
	.help =
	    "  -C, --columns=LIST   names of the input's columns\n"
	    "  -d, --dict=FILE      words of your own; repeatable\n"
	    "  -H, --no-header      no header line\n"
	    "  -h, --help           print this help\n"
	    "  -N, --null=STR       mark of an absent value\n"
	    "  -o, --output=LIST    which columns; new=old renames\n"
	    "  -t, --text           plain text, words parted by blanks\n"
	    "  -u, --line-buffered  flush each row\n"
	    "  -V, --version        print the version\n"
	    "  -v, --verbose        counts on standard error\n"
	    "      --compile        print the words of -d in compiled form\n"
	    "      --files0-from=F  read the operands from F\n"
	    "      --glue=LIST      join date, dates, unit\n"
	    "      --header-only    print the header and end\n"
	    "      --input=KIND     what the input is: rows or text\n"
	    "      --search         also the words within long words\n"
	    "      --tags           with -t, word/tag\n",
	.want = want,
	.eaten = eaten,
	.marks = marks,
	.need = "text",
	.window = "text",
	.most = ROWS_MOST,
	.input = ROWS_AUTO
};

enum { COMPILE = FRAME_OWN, GLUE, SEARCH, TAGS };

static const struct option longs[] = {
	FRAME_LONGS,
	{ "compile", no_argument, NULL, COMPILE },
	{ "dict", required_argument, NULL, 'd' },
	{ "glue", required_argument, NULL, GLUE },
	{ "input", required_argument, NULL, FRAME_INPUT },
	{ "search", no_argument, NULL, SEARCH },
	{ "tags", no_argument, NULL, TAGS },
	{ "text", no_argument, NULL, 't' },
	{ NULL, 0, NULL, 0 }
};

/* What the rows of a line share, kept until its words come out. */
struct kept {
	struct arena arena;
	struct span doc;	/* as they stand in the input */
	struct span line;
	const struct span *carried;
	size_t count;		/* of input lines, this one included */
};

struct run {
	struct frame frame;
	struct tok *tok;
	struct kept kept[TOK_HOLD + 1];
	size_t next;		/* of kept: for the next line */
	struct buf doc;		/* the document in hand, as it stands */
	struct buf text;
	struct tok_opts opts;
	struct udict user;
	int compile;		/* --compile */
	int plain;		/* -t */
	int tags;		/* --tags */
	size_t lines;		/* of input, in all */
	size_t written;		/* lines of plain text ended so far */
	int open;		/* a word stands in the line in hand */
};

/* Adds the output columns; plain text has none. */
static void
add_columns(struct run *r)
{
	size_t i;

	for (i = 0; own[i] != NULL && !r->plain; i++)
		frame_column(&r->frame, own[i]);
}

/* Sets what the tokens of a sentence share; sent is its number. */
static void
put_shared(struct run *r, const struct kept *kept, const struct token *k,
    struct span sent)
{
	struct put *put;

	put = &r->frame.put;
	put_raw(put, DOC, kept->doc);
	put_raw(put, LINE, kept->line);
	put_raw(put, SENT, sent);
	put_raw(put, ROLE, k->role);
	put_kept(put, kept->carried);
	put_stay(put, START);
}

static void
put_tokens(struct run *r, const struct tok_piece *piece)
{
	char digits[3][SPAN_DIGITS];
	const struct token *k;
	struct span end;
	struct put *put;
	size_t i;
	int plain;

	put = &r->frame.put;
	plain = !esc_needed(piece->text);
	for (i = 0; i < piece->n; i++) {
		k = &piece->v[i];
		if (i == 0 || k->sent != k[-1].sent)
			put_shared(r, piece->own, k,
			    span_uint(digits[2], k->sent));
		put_raw(put, START, i > 0 && k->start == k[-1].end ? end :
		    span_uint(digits[i % 2], k->start));
		end = span_uint(digits[1 - i % 2], k->end);
		put_raw(put, END, end);
		if (plain)
			put_raw(put, TOKEN, k->text);
		else
			put_set(put, TOKEN, k->text);
		put_raw(put, TAG, k->tag);
		put_end(put);
	}
}

/* Ends lines of plain text until n of them are written. */
static void
end_lines(struct run *r, size_t n)
{
	struct out *out;

	out = &r->frame.put.out;
	for (; r->written < n; r->written++) {
		buf_byte(&out->b, '\n');
		out_row(out);
		r->open = 0;
	}
}

static void
put_text(struct run *r, const struct tok_piece *piece)
{
	const struct kept *kept;
	struct out *out;
	size_t i;

	out = &r->frame.put.out;
	kept = piece->own;
	end_lines(r, kept->count - 1);
	for (i = 0; i < piece->n; i++) {
		if (r->open)
			buf_byte(&out->b, ' ');
		r->open = 1;
		buf_span(&out->b, piece->v[i].text);
		if (!r->tags)
			continue;
		buf_byte(&out->b, '/');
		buf_span(&out->b, piece->v[i].tag);
	}
	out_relief(out);
}

static void
drain(struct run *r)
{
	struct tok_piece piece;

	while (tok_next(r->tok, &piece)) {
		if (r->plain)
			put_text(r, &piece);
		else
			put_tokens(r, &piece);
	}
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
	char digits[SPAN_DIGITS];
	struct kept *k;
	struct span line;

	k = &r->kept[r->next++ % (TOK_HOLD + 1)];
	arena_reset(&k->arena);
	line = rows_raw(&r->frame.rows, row, IN_LINE);
	if (line.n == 0)
		line = span_uint(digits, row->lineno);
	k->doc = span_of(arena_dup(&k->arena, doc.p, doc.n), doc.n);
	k->line = span_of(arena_dup(&k->arena, line.p, line.n), line.n);
	k->count = r->lines;
	if (r->plain)
		return k;
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
	r->lines += !row->cont;
	memset(&line, 0, sizeof line);
	line.line = row->lineno;
	line.text = rows_text(&r->frame.rows, row, IN_TEXT, &r->text);
	line.cont = row->cont;
	line.more = row->more;
	line.own = keep(r, row, doc);
	tok_line(r->tok, &line);
	drain(r);
}

static void
set_glue(struct run *r, const char *list)
{
	struct cols names;
	unsigned bit;
	size_t i;

	memset(&names, 0, sizeof names);
	cols_split(&names, span_str(list), ',');
	for (i = 0; i < names.n; i++) {
		bit = glue_kind(names.v[i]);
		if (bit == 0)
			frame_usage(&r->frame, "--glue knows date, dates and "
			    "unit, not '%s'", list);
		r->opts.glue |= bit;
	}
	cols_free(&names);
}

static void
add_words(struct run *r, const char *path)
{
	struct udict_error e;

	if (udict_add(&r->user, path, &e) == -1)
		err_die_at(path, e.line, "%s", e.cause);
}

static void
set_option(struct run *r, int c, const char *arg)
{
	switch (c) {
	case 'd':
		add_words(r, arg);
		break;
	case 't':
		r->plain = 1;
		break;
	case COMPILE:
		r->compile = 1;
		break;
	case GLUE:
		set_glue(r, arg);
		break;
	case SEARCH:
		r->opts.search = 1;
		break;
	case TAGS:
		r->tags = 1;
		break;
	default:
		frame_option(&r->frame, c, arg);
	}
}

/* Writes the words of all -d in compiled form and ends. */
static void
compile(struct run *r)
{
	struct out *out;
	struct span table;

	out = &r->frame.put.out;
	table = udict_table(&r->user);
	if (table.n == 0)
		frame_usage(&r->frame, "--compile needs -d with words");
	out_open(out, 0);
	buf_span(&out->b, table);
	out_row(out);
	out_close(out);
	err_exit(STATUS_OK);
}

/* Opens the dictionaries and the tokenizer. */
static void
open_words(struct run *r)
{
	if (udict_compile(&r->user) == -1)
		err_die("the words of -d are too many");
	if (r->compile)
		compile(r);
	if (r->user.n > 0)
		r->opts.user = &r->user;
	r->tok = tok_new(&r->opts);
	if (r->tok == NULL)
		err_die("a built-in table is damaged");
}

int
main(int argc, char **argv)
{
	static const char letters[] = FRAME_LETTERS "d:t";
	static struct run r;
	struct row row;
	int c;

	frame_start(&r.frame, &shape, argv);
	while ((c = getopt_long(argc, argv, letters, longs, NULL)) != -1)
		set_option(&r, c, optarg);
	open_words(&r);
	add_columns(&r);
	frame_open(&r.frame, argv + optind);
	while (frame_row(&r.frame, &row))
		take_row(&r, &row);
	end_document(&r);
	if (r.plain)
		end_lines(&r, r.lines);
	tok_free(r.tok);
	udict_free(&r.user);
	return frame_finish(&r.frame);
}
