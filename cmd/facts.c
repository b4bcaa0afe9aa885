/* Gives every quantity of Chinese news its meaning: facts(1). */
#include <getopt.h>
#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/span.h"
#include "fact/engine.h"
#include "tsv/frame.h"
#include "tsv/put.h"
#include "tsv/rows.h"

enum { IN_DOC, IN_LINE, IN_SENT, IN_ROLE, IN_START, IN_END, IN_TOKEN, IN_TAG,
    IN_KIND, IN_OP, IN_VALUE, IN_UPPER, IN_UNIT };
enum { DOC, FACT, GROUP, KIND, SUBJECT, PREDICATE, OBJECT, SCOPE, MEASURE,
    OP, VALUE, UPPER, UNIT, TIME, STATUS, CHECK, KEY, LINE, START, END,
    RULE };
enum { OPT_CLAUSE = FRAME_OWN };

static const char *const want[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag",
	"kind", "op", "value", "upper", "unit", NULL
};
static const char *const own[] = {
	"doc", "fact", "group", "kind", "subject", "predicate", "object",
	"scope", "measure", "op", "value", "upper", "unit", "time", "status",
	"check", "key", "line", "start", "end", "rule", NULL
};
static const char *const eaten[] = {
	"sent", "role", "token", "tag", NULL
};
static const char *const kind_name[] = {
	"stat", "event", "party", "meta", "note"
};

static const struct frame_shape shape = {
	.name = "facts",
	.usage =
	    "facts [-acHhpuVvw] [-C list] [-f file] [-N str] [-o list]\n"
	    "             [--clause] [--files0-from=file] [--header-only] [file ...]\n",
	.help =
	    "  -a, --all            also values that have no indicator\n"
	    "  -C, --columns=LIST   names of the input's columns\n"
	    "  -c, --conflicts      only contradictions\n"
	    "  -f, --rules=FILE     rules and words; repeatable\n"
	    "  -H, --no-header      no header line\n"
	    "  -h, --help           print this help\n"
	    "  -N, --null=STR       mark of an absent value\n"
	    "  -o, --output=LIST    which columns; new=old renames\n"
	    "  -p, --print-rules    print the built-in rule file\n"
	    "  -u, --line-buffered  flush each row\n"
	    "  -V, --version        print the version\n"
	    "  -v, --verbose        counts on standard error\n"
	    "  -w, --warn           what rule files say in vain\n"
	    "      --clause         adds the text of the clause\n"
	    "      --files0-from=F  read the operands from F\n"
	    "      --header-only    print the header and end\n",
	.want = want,
	.own = own,
	.eaten = eaten,
	.need = "token",
	.input = ROWS_ONLY
};

static const struct option longs[] = {
	{ "all", no_argument, NULL, 'a' },
	{ "clause", no_argument, NULL, OPT_CLAUSE },
	{ "conflicts", no_argument, NULL, 'c' },
	{ "print-rules", no_argument, NULL, 'p' },
	{ "rules", required_argument, NULL, 'f' },
	{ "warn", no_argument, NULL, 'w' },
	FRAME_LONGS,
	{ NULL, 0, NULL, 0 }
};

struct run {
	struct frame frame;
	struct engine engine;
	struct buf doc;		/* the document in hand, as it stands */
	struct buf sent;	/* its sentence */
	struct buf cell[13];
	struct buf hex;
	struct arena kept;
	const struct span *carried;
	size_t clause;		/* column, with --clause */
	size_t sents;
	int conflicts;		/* -c */
	int warn;		/* -w */
};

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

static struct span
hex(struct run *r, uint64_t v)
{
	buf_clear(&r->hex);
	if (v != 0)
		buf_fmt(&r->hex, "%016llx", (unsigned long long)v);
	return buf_view(&r->hex);
}

static void
put_fact(struct run *r, const struct fact *f)
{
	struct put *p = &r->frame.put;
	char digits[5][24];

	put_raw(p, DOC, buf_view(&r->doc));
	put_raw(p, FACT, number(digits[0], f->seq));
	put_raw(p, GROUP, number(digits[1], f->group));
	put_raw(p, KIND, span_str(kind_name[f->kind]));
	put_set(p, SUBJECT, f->subject);
	put_set(p, PREDICATE, f->predicate);
	put_set(p, OBJECT, f->object);
	put_set(p, SCOPE, f->scope);
	put_set(p, MEASURE, f->measure);
	put_set(p, OP, f->op);
	put_set(p, VALUE, f->value);
	put_set(p, UPPER, f->upper);
	put_set(p, UNIT, f->unit);
	put_set(p, TIME, f->time);
	put_set(p, STATUS, f->status);
	put_set(p, CHECK, f->check);
	put_raw(p, KEY, hex(r, f->key));
	put_raw(p, LINE, number(digits[2], f->line));
	put_raw(p, START, number(digits[3], f->start));
	put_raw(p, END, number(digits[4], f->end));
	put_set(p, RULE, f->rule);
	if (r->clause != 0)
		put_set(p, r->clause, f->clause);
	put_kept(p, r->carried);
	put_end(p);
}

/* With -c a contradiction is refused input, reported by its own row. */
static int
is_wanted(struct run *r, const struct fact *f)
{
	if (!r->conflicts)
		return 1;
	if (!check_conflict(f->check))
		return 0;
	r->frame.errs.status = STATUS_REFUSED;
	return 1;
}

static void
put_facts(struct run *r)
{
	struct doc *d = &r->engine.doc;
	size_t i;

	engine_settle(&r->engine);
	for (i = 0; i < d->nfact; i++)
		if (!d->fact[i].dead && is_wanted(r, &d->fact[i]))
			put_fact(r, &d->fact[i]);
	engine_taken(&r->engine);
}

static void
end_document(struct run *r)
{
	engine_end(&r->engine);
	if (r->engine.begun)
		put_facts(r);
}

static void
begin_document(struct run *r, const struct row *row, struct span doc)
{
	end_document(r);
	buf_clear(&r->doc);
	buf_span(&r->doc, doc);
	buf_clear(&r->sent);
	r->sents = 0;
	arena_reset(&r->kept);
	r->carried = put_keep(&r->frame.put, &r->frame.rows, row, &r->kept);
	engine_doc(&r->engine, doc);
}

static size_t
decimal(struct span s)
{
	size_t v, i;

	for (i = v = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		v = v * 10 + (size_t)(s.p[i] - '0');
	return v;
}

static struct span
text(struct run *r, const struct row *row, size_t i)
{
	return rows_text(&r->frame.rows, row, i, &r->cell[i]);
}

static void
take(struct run *r, const struct row *row)
{
	const struct rows *rows = &r->frame.rows;
	struct span doc, sent;
	struct tok t = { 0 };

	doc = rows_raw(rows, row, IN_DOC);
	sent = rows_raw(rows, row, IN_SENT);
	if (!r->engine.begun || !span_eq(doc, buf_view(&r->doc)))
		begin_document(r, row, doc);
	if (r->sents == 0 || !span_eq(sent, buf_view(&r->sent))) {
		engine_end(&r->engine);
		if (r->engine.doc.nfact >= DOC_HOLD)
			put_facts(r);
		buf_clear(&r->sent);
		buf_span(&r->sent, sent);
		r->sents++;
		engine_sent(&r->engine, decimal(sent),
		    rows_raw(rows, row, IN_ROLE));
	}
	t.t.text = text(r, row, IN_TOKEN);
	t.t.tag = rows_raw(rows, row, IN_TAG);
	t.t.line = decimal(rows_raw(rows, row, IN_LINE));
	t.t.start = decimal(rows_raw(rows, row, IN_START));
	t.t.end = decimal(rows_raw(rows, row, IN_END));
	t.kind = num_kind(rows_raw(rows, row, IN_KIND));
	if (t.kind != NUM_NONE) {
		t.op = rows_raw(rows, row, IN_OP);
		t.value = rows_raw(rows, row, IN_VALUE);
		t.upper = rows_raw(rows, row, IN_UPPER);
		t.unit = text(r, row, IN_UNIT);
	}
	engine_token(&r->engine, &t);
}

static void
add_rules(struct run *r, const char *path)
{
	if (engine_rules(&r->engine, path) == -1)
		err_die("%s", rules_error(r->engine.rules));
}

static void
ready_rules(struct run *r)
{
	struct buf b = { 0 };
	char *p, *end;

	if (engine_ready(&r->engine) == -1)
		err_die("%s", rules_error(r->engine.rules));
	if (r->warn)
		rules_warn(r->engine.rules, &b);
	for (p = b.p; b.n != 0 && p < b.p + b.n; p = end + 1) {
		end = memchr(p, '\n', (size_t)(b.p + b.n - p));
		err_warn("%.*s", (int)(end - p), p);
	}
	buf_free(&b);
}

/* Prints the built-in rules, then the words as lists; a file for -f. */
static void
print_rules(struct run *r)
{
	struct out out = { 0 };

	out_open(&out, 0);
	buf_span(&out.b, rules_builtin());
	out_row(&out);
	words_print(&r->engine.words, &out.b);
	out_row(&out);
	out_close(&out);
	err_exit(STATUS_OK);
}

int
main(int argc, char *argv[])
{
	static struct run r;
	struct row row;
	int c;

	frame_start(&r.frame, &shape, argv);
	if (engine_open(&r.engine) == -1)
		err_die("a built-in table is damaged");
	while ((c = getopt_long(argc, argv, FRAME_LETTERS "acf:pw", longs,
	    NULL)) != -1) {
		switch (c) {
		case 'a':
			r.engine.want.all = 1;
			break;
		case 'c':
			r.conflicts = 1;
			break;
		case 'f':
			add_rules(&r, optarg);
			break;
		case 'p':
			print_rules(&r);
			break;
		case 'w':
			r.warn = 1;
			break;
		case OPT_CLAUSE:
			r.engine.want.clause = 1;
			r.clause = frame_column(&r.frame, "clause");
			break;
		default:
			frame_option(&r.frame, c, optarg);
			break;
		}
	}
	ready_rules(&r);
	frame_open(&r.frame, argv + optind);
	while (frame_row(&r.frame, &row))
		take(&r, &row);
	end_document(&r);
	return frame_finish(&r.frame);
}
