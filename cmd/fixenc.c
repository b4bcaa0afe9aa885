/* Turns bytes of any Chinese charset into clean lines of UTF-8: fixenc(1). */
#include <getopt.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/span.h"
#include "enc/doc.h"
#include "tsv/esc.h"
#include "tsv/frame.h"
#include "tsv/put.h"

enum { DOC, LINE, TEXT, ROW_COLUMNS };
enum { START = 2, KIND, BEFORE, AFTER, CERTAINTY, EXPLAIN_COLUMNS };
enum { CHARSET = 1, CONFIDENCE, LINES, KINDS, LOST = KINDS + REPAIR_KINDS };

static const char *const row_columns[] = { "doc", "line", "text", NULL };
static const char *const explain_columns[] = {
	"doc", "line", "start", "kind", "before", "after", "certainty", NULL
};

static const struct frame_shape shape = {
	.name = "fixenc",
	.usage =
	    "fixenc [-eHhltuVv] [-F charset] [-N str] [-n name] [-o list]\n"
	    "              [-S col=val] [-s simp|trad|keep] "
	    "[--annotations=auto|drop|keep]\n"
	    "              [--files0-from=file] [--header-only] "
	    "[--mojibake=auto|off]\n"
	    "              [--strict] [file ...]\n",
	.help =
	    "  -e, --explain        a row for each repair instead of the text\n"
	    "  -F, --from=NAME      the charset; no detection\n"
	    "  -H, --no-header      no header line\n"
	    "  -h, --help           print this help\n"
	    "  -l, --list           a row for each document: what it is like\n"
	    "  -N, --null=STR       mark of an absent value\n"
	    "  -n, --name=NAME      what standard input is called\n"
	    "  -o, --output=LIST    which columns; new=old renames\n"
	    "  -S, --set=COL=VAL    add a constant column; may be repeated\n"
	    "  -s, --script=KIND    simp (the default), trad or keep\n"
	    "  -t, --text           plain text instead of rows\n"
	    "  -u, --line-buffered  flush each row\n"
	    "  -V, --version        print the version\n"
	    "  -v, --verbose        counts on standard error\n"
	    "      --annotations=HOW  pinyin of mirrors: auto, drop or keep\n"
	    "      --files0-from=F  read the operands from F\n"
	    "      --header-only    print the header and end\n"
	    "      --mojibake=HOW   auto, or off to leave it\n"
	    "      --strict         status 1 when bytes could not be decoded\n"
};

enum { OPT_ANNOTATIONS = FRAME_OWN, OPT_MOJIBAKE, OPT_STRICT };

static const struct option longs[] = {
	FRAME_LONGS,
	{ "annotations", required_argument, NULL, OPT_ANNOTATIONS },
	{ "explain", no_argument, NULL, 'e' },
	{ "from", required_argument, NULL, 'F' },
	{ "list", no_argument, NULL, 'l' },
	{ "mojibake", required_argument, NULL, OPT_MOJIBAKE },
	{ "name", required_argument, NULL, 'n' },
	{ "script", required_argument, NULL, 's' },
	{ "set", required_argument, NULL, 'S' },
	{ "strict", no_argument, NULL, OPT_STRICT },
	{ "text", no_argument, NULL, 't' },
	{ NULL, 0, NULL, 0 }
};

/* A constant column. */
struct set {
	char *name;
	struct span value;
	size_t column;
};

struct run {
	struct frame frame;
	struct tables tables;
	struct doc doc;
	const char *stdin_name;
	struct set *sets;
	size_t nsets;
	size_t capsets;
	int list;
	int explain;
	int plain;
	int strict;
	int open;		/* a row is written in pieces */
	char digits[SPAN_DIGITS];	/* its line */
	struct span name;	/* of the document in hand */
	struct buf front;	/* cells before the text of the row at hand */
	size_t fronted;		/* its line */
	struct buf held;	/* a long line that cannot go out in pieces */
};

static void
add_set(struct run *r, const char *arg)
{
	const char *eq;
	struct set *s;

	eq = strchr(arg, '=');
	if (eq == NULL || eq == arg || strpbrk(arg, "\t\n\r") != NULL)
		frame_usage(&r->frame, "-S needs column=value, not '%s'", arg);
	r->sets = xgrow(r->sets, &r->capsets, r->nsets + 1, sizeof *r->sets);
	s = &r->sets[r->nsets++];
	s->name = xstrndup(arg, (size_t)(eq - arg));
	s->value = span_str(eq + 1);
}

static int
choose(const struct run *r, const char *option, const char *arg,
    const char *const *names)
{
	int i;

	for (i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], arg) == 0)
			return i;
	frame_usage(&r->frame, "no such %s '%s'", option, arg);
}

static void
set_charset(struct run *r, const char *arg)
{
	r->doc.source.forced = charset_find(arg);
	if (r->doc.source.forced == CS_COUNT)
		frame_usage(&r->frame, "no such charset '%s'", arg);
}

static void
option(struct run *r, int c, const char *arg)
{
	static const char *const scripts[] = { "keep", "simp", "trad", NULL };
	static const char *const modes[] = { "auto", "drop", "keep", NULL };
	static const char *const switches[] = { "off", "auto", NULL };

	switch (c) {
	case 'F':
		set_charset(r, arg);
		break;
	case 'S':
		add_set(r, arg);
		break;
	case 'e':
		r->explain = 1;
		break;
	case 'l':
		r->list = 1;
		break;
	case 'n':
		r->stdin_name = arg;
		break;
	case 's':
		r->doc.repair.script = (enum repair_script)choose(r, "script",
		    arg, scripts);
		break;
	case 't':
		r->plain = 1;
		break;
	case OPT_ANNOTATIONS:
		r->doc.repair.annotations = (enum annot_mode)choose(r,
		    "--annotations", arg, modes);
		break;
	case OPT_MOJIBAKE:
		r->doc.repair.mojibake = choose(r, "--mojibake", arg,
		    switches);
		break;
	case OPT_STRICT:
		r->strict = 1;
		break;
	default:
		frame_option(&r->frame, c, arg);
	}
}

static int
has_column(const struct frame *f, const char *name)
{
	size_t i;

	for (i = 0; i < f->nown; i++)
		if (strcmp(f->own[i], name) == 0)
			return 1;
	return 0;
}

/* Sets the columns of the output that was asked for. */
static void
add_columns(struct run *r)
{
	static const char *const list[] = {
		"doc", "charset", "confidence", "lines", NULL
	};
	const char *const *own;
	size_t i;

	if (r->list + r->explain + r->plain > 1)
		frame_usage(&r->frame, "-e, -l and -t exclude one another");
	if (r->plain)
		return;
	own = r->list ? list : r->explain ? explain_columns : row_columns;
	for (; *own != NULL; own++)
		frame_column(&r->frame, *own);
	for (i = 0; r->list && i < REPAIR_KINDS; i++)
		frame_column(&r->frame, repair_name((enum repair_kind)i));
	if (r->list)
		frame_column(&r->frame, "lost");
	for (i = 0; i < r->nsets; i++) {
		if (has_column(&r->frame, r->sets[i].name))
			frame_usage(&r->frame, "-S: there is a column '%s'",
			    r->sets[i].name);
		r->sets[i].column = frame_column(&r->frame, r->sets[i].name);
	}
}

static void
put_sets(struct run *r)
{
	size_t i;

	for (i = 0; i < r->nsets; i++)
		put_set(&r->frame.put, r->sets[i].column, r->sets[i].value);
}

/* A row of -e. */
static void
explain(void *arg, enum repair_kind kind, size_t start, struct span before,
    struct span after, int certainty)
{
	struct run *r = arg;
	struct put *put = &r->frame.put;
	char digits[3][SPAN_DIGITS];

	put_set(put, DOC, r->name);
	put_raw(put, LINE, span_uint(digits[0], r->doc.source.line));
	put_raw(put, START, span_uint(digits[1], start));
	put_raw(put, KIND, span_str(repair_name(kind)));
	put_set(put, BEFORE, before);
	put_set(put, AFTER, after);
	put_raw(put, CERTAINTY, span_uint(digits[2], (size_t)certainty));
	put_sets(r);
	put_end(put);
}

/*
 * The cells before the text of a row.  Mostly its line is the one behind that
 * of the row before, so that one digit changes.
 */
static struct span
row_front(struct run *r)
{
	size_t line = r->doc.source.line;
	char *last;

	last = r->front.n == 0 ? NULL : r->front.p + r->front.n - 2;
	if (last != NULL && line == r->fronted + 1 && *last != '9')
		++*last;
	else {
		buf_clear(&r->front);
		esc_add(&r->front, r->name);
		buf_byte(&r->front, '\t');
		buf_uint(&r->front, line);
		buf_byte(&r->front, '\t');
	}
	r->fronted = line;
	return buf_view(&r->front);
}

static void
put_plain(struct run *r, struct span text)
{
	struct out *out = &r->frame.put.out;

	buf_span(&out->b, text);
	if (r->doc.source.more) {
		out_relief(out);
		return;
	}
	buf_byte(&out->b, '\n');
	out_row(out);
}

static void
put_text(struct run *r, struct span text)
{
	struct put *put = &r->frame.put;
	char digits[SPAN_DIGITS];

	if (put->whole && r->nsets == 0 &&
	    (r->doc.source.scan.flags & SCAN_ESCAPE) == 0) {
		buf_span(&put->out.b, row_front(r));
		put_plain(r, text);
		return;
	}
	put_set(put, DOC, r->name);
	put_raw(put, LINE, span_uint(digits, r->doc.source.line));
	if ((r->doc.source.scan.flags & SCAN_ESCAPE) == 0)
		put_raw(put, TEXT, text);
	else
		put_set(put, TEXT, text);
	put_sets(r);
	put_end(put);
}

/* A piece of a line that is written in pieces. */
static void
put_piece(struct run *r, struct span text)
{
	struct put *put = &r->frame.put;

	if (!r->doc.source.cont) {
		put_set(put, DOC, r->name);
		put_raw(put, LINE, span_uint(r->digits, r->doc.source.line));
		put_sets(r);
		r->open = put_begin(put, TEXT) == 0;
		buf_clear(&r->held);
	}
	if (r->open)
		put_more(put, text);
	else
		buf_span(&r->held, text);
	if (r->doc.source.more)
		return;
	if (r->open)
		put_finish(put);
	else
		put_text(r, buf_view(&r->held));
}

/* Tells of a document: -l. */
static void
put_list(struct run *r)
{
	struct put *put = &r->frame.put;
	const struct source *s = &r->doc.source;
	char digits[REPAIR_KINDS + 2][SPAN_DIGITS], percent[SPAN_DIGITS];
	enum charset cs;
	size_t i, miss;

	cs = doc_charset(&r->doc);
	put_set(put, DOC, r->name);
	put_set(put, CHARSET, span_str(cs == CS_COUNT ? "mixed" :
	    charset_name(cs)));
	/* the next best reading is 2^-bits as likely */
	miss = s->margin / COST_BIT > 6 ? 0 : 100U >> s->margin / COST_BIT;
	put_set(put, CONFIDENCE, span_uint(percent, 100 - miss / 2));
	put_set(put, LINES, span_uint(digits[0], s->line));
	for (i = 0; i < REPAIR_KINDS; i++)
		put_set(put, KINDS + i, span_uint(digits[i + 1],
		    r->doc.repair.count[i]));
	put_set(put, LOST, span_uint(digits[i + 1], s->dec.lost));
	put_sets(r);
	put_end(put);
}

static void
do_document(struct run *r, struct in *in)
{
	struct span text;

	r->name = span_str(strcmp(in->name, "-") == 0 && r->stdin_name !=
	    NULL ? r->stdin_name : in->name);
	buf_clear(&r->front);
	doc_start(&r->doc, in);
	while (doc_next(&r->doc, &text)) {
		if (r->plain)
			put_plain(r, text);
		else if (r->list || r->explain)
			;
		else if (r->doc.source.cont || r->doc.source.more)
			put_piece(r, text);
		else
			put_text(r, text);
	}
	if (r->list)
		put_list(r);
	if (r->strict && r->doc.source.dec.lost > 0)
		err_refuse(&r->frame.errs, in->name, 0,
		    "%zu byte%s could not be decoded", r->doc.source.dec.lost,
		    err_plural(r->doc.source.dec.lost));
	frame_bytes_end(&r->frame);
}

int
main(int argc, char **argv)
{
	static struct run r;
	struct in *in;
	int c;

	frame_start(&r.frame, &shape, argv);
	r.doc.source.forced = CS_COUNT;
	r.doc.repair.script = SCRIPT_TO_SIMP;
	r.doc.repair.mojibake = 1;
	while ((c = getopt_long(argc, argv, FRAME_LETTERS "F:S:eln:s:t", longs,
	    NULL)) != -1)
		option(&r, c, optarg);
	add_columns(&r);
	frame_open(&r.frame, argv + optind);
	if (tables_open(&r.tables) != 0)
		err_die("a built-in table is damaged");
	r.doc.source.t = r.doc.repair.t = &r.tables;
	if (r.explain) {
		r.doc.repair.note = explain;
		r.doc.repair.arg = &r;
	}
	while ((in = frame_bytes(&r.frame)) != NULL)
		do_document(&r, in);
	doc_free(&r.doc);
	return frame_finish(&r.frame);
}
