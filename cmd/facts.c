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
    IN_KIND, IN_OP, IN_VALUE, IN_UPPER, IN_UNIT, IN_DATE };
enum { DOC, FACT, GROUP, KIND, SUBJECT, PREDICATE, OBJECT, SCOPE, MEASURE,
    OP, VALUE, UPPER, UNIT, TIME, STATUS, CHECK, KEY, LINE, START, END,
    RULE };
enum { E_DOC, E_LINE, E_START, E_END, E_TOKEN, E_KIND, E_STEP, E_PREDICATE,
    E_MEASURE, E_VALUE, E_UNIT, E_SUBJECT, E_SUBJECT_FROM, E_SCOPE,
    E_SCOPE_FROM, E_TIME, E_TIME_FROM, E_STATUS, E_STATUS_FROM };
enum { OPT_CLAUSE = FRAME_OWN };

static const char *const want[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag",
	"kind", "op", "value", "upper", "unit", "date", NULL
};
static const char *const own[] = {
	"doc", "fact", "group", "kind", "subject", "predicate", "object",
	"scope", "measure", "op", "value", "upper", "unit", "time", "status",
	"check", "key", "line", "start", "end", "rule", NULL
};
static const char *const explain_columns[] = {
	"doc", "line", "start", "end", "token", "kind", "step", "predicate",
	"measure", "value", "unit", "subject", "subject_from", "scope",
	"scope_from", "time", "time_from", "status", "status_from", NULL
};
static const char *const eaten[] = {
	"sent", "role", "token", "tag", NULL
};
static const char *const kind_name[] = {
	"stat", "event", "party", "meta", "none"
};
static const char *const from_name[] = {
	"", "said", "frame", "before", "article"
};

static const struct frame_shape shape = {
	.name = "facts",
	.usage =
	    "facts [-aceHhpuVvw] [-C list] [-D date] [-f file] [-k list] [-N str]\n"
	    "             [-o list] [--clause] [--files0-from=file] [--header-only]\n"
	    "             [file ...]\n",
	.help =
	    "  -a, --all            also values that have no indicator\n"
	    "  -C, --columns=LIST   names of the input's columns\n"
	    "  -c, --conflicts      only contradictions\n"
	    "  -D, --date=DATE      the day the document speaks on\n"
	    "  -e, --explain        a row per decision instead of the facts\n"
	    "  -f, --rules=FILE     rules and words; repeatable\n"
	    "  -H, --no-header      no header line\n"
	    "  -h, --help           print this help\n"
	    "  -k, --kinds=LIST     only these kinds: stat, event, party, meta\n"
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
	.eaten = eaten,
	.need = "token",
	.most = ROWS_MOST,
	.input = ROWS_ONLY
};

static const struct option longs[] = {
	{ "all", no_argument, NULL, 'a' },
	{ "clause", no_argument, NULL, OPT_CLAUSE },
	{ "conflicts", no_argument, NULL, 'c' },
	{ "date", required_argument, NULL, 'D' },
	{ "explain", no_argument, NULL, 'e' },
	{ "kinds", required_argument, NULL, 'k' },
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
	struct buf cell[14];
	struct buf hex;
	struct arena kept;
	const struct span *carried;
	size_t clause;		/* column, with --clause */
	size_t sents;
	int conflicts;		/* -c */
	int clauses;		/* --clause */
	unsigned kinds;		/* -k, as bits of enum fact_kind; 0 for all */
	struct buf date;	/* the column date of the document */
	struct span told;	/* -D */
	int warn;		/* -w */
};

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
	char digits[5][SPAN_DIGITS];

	put_raw(p, DOC, buf_view(&r->doc));
	put_raw(p, FACT, span_uint(digits[0], f->seq));
	put_raw(p, GROUP, span_uint(digits[1], f->group));
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
	put_raw(p, LINE, span_uint(digits[2], f->line));
	put_raw(p, START, span_uint(digits[3], f->start));
	put_raw(p, END, span_uint(digits[4], f->end));
	put_set(p, RULE, f->rule);
	if (r->clauses)
		put_set(p, r->clause, f->clause);
	put_kept(p, r->carried);
	put_end(p);
}

/* Which slot came from where; a fact said before gives none. */
static void
put_decision(struct run *r, const struct fact *f)
{
	struct put *p = &r->frame.put;
	char digits[3][SPAN_DIGITS];

	put_raw(p, E_DOC, buf_view(&r->doc));
	put_raw(p, E_LINE, span_uint(digits[0], f->line));
	put_raw(p, E_START, span_uint(digits[1], f->start));
	put_raw(p, E_END, span_uint(digits[2], f->end));
	put_set(p, E_TOKEN, f->clause);
	put_raw(p, E_KIND, span_str(kind_name[f->dead ? FACT_NOTE :
	    f->kind]));
	put_set(p, E_STEP, f->dead ? span_str("said-before") : f->rule);
	put_set(p, E_VALUE, f->value);
	put_set(p, E_UNIT, f->unit);
	if (f->kind != FACT_NOTE) {
		put_set(p, E_PREDICATE, f->predicate);
		put_set(p, E_MEASURE, f->measure);
		put_set(p, E_SUBJECT, f->subject);
		put_raw(p, E_SUBJECT_FROM, span_str(from_name[f->subject.n ==
		    0 ? FROM_NONE : f->from_subject]));
		put_set(p, E_SCOPE, f->scope);
		put_raw(p, E_SCOPE_FROM, span_str(from_name[f->scope.n == 0 ?
		    FROM_NONE : f->from_scope == FROM_NONE ? FROM_SAID :
		    f->from_scope]));
		put_set(p, E_TIME, f->time);
		put_raw(p, E_TIME_FROM, span_str(from_name[f->time.n == 0 ?
		    FROM_NONE : f->from_time]));
		put_set(p, E_STATUS, f->status);
		put_raw(p, E_STATUS_FROM, span_str(from_name[f->from_status]));
	}
	put_kept(p, r->carried);
	put_end(p);
}

/* With -c a contradiction is refused input, reported by its own row. */
static int
is_wanted(struct run *r, const struct fact *f)
{
	if (r->kinds != 0 && (r->kinds >> f->kind & 1) == 0)
		return 0;
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
		if (r->engine.want.explain)
			put_decision(r, &d->fact[i]);
		else if (!d->fact[i].dead && is_wanted(r, &d->fact[i]))
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
	frame_document(&r->frame);
	buf_clear(&r->date);
	buf_span(&r->date, rows_raw(&r->frame.rows, row, IN_DATE));
	r->engine.want.today = r->date.n > 0 ? buf_view(&r->date) : r->told;
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
	if (doc_full(&r->engine.doc))
		put_facts(r);
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

/* Takes the value of -k; ends the program when it names no kind. */
static void
take_kinds(struct run *r, const char *list)
{
	size_t k, n;

	for (; *list != '\0'; list += n + (list[n] == ',')) {
		n = strcspn(list, ",");
		for (k = FACT_STAT; k <= FACT_META; k++)
			if (span_eq(span_of(list, n), span_str(kind_name[k])))
				break;
		if (k > FACT_META)
			frame_usage(&r->frame, "no such kind '%.*s'", (int)n,
			    list);
		r->kinds |= 1U << k;
	}
	if (r->kinds == 0)
		frame_usage(&r->frame, "no such kind ''");
}

/* A date may end behind any of its parts: 2023, 2023-03, 2023-03-28T09:26. */
static int
is_date(const char *s)
{
	static const char digits[] = "0000-00-00T00:00:00";
	size_t n;

	for (n = 0; s[n] != '\0'; n++)
		if (n == sizeof digits - 1 || (s[n] >= '0' && s[n] <= '9' ?
		    '0' : s[n]) != digits[n])
			return 0;
	if (n < 4 || n % 3 != 1)
		return 0;
	if (n > 4 && (strncmp(s + 5, "01", 2) < 0 || strncmp(s + 5, "12", 2) >
	    0))
		return 0;
	return n <= 7 || (strncmp(s + 8, "01", 2) >= 0 &&
	    strncmp(s + 8, "31", 2) <= 0);
}

static void
take_date(struct run *r, const char *date)
{
	if (!is_date(date))
		frame_usage(&r->frame, "no date '%s'", date);
	r->told = span_str(date);
}

/* The columns of the output depend on what is wanted. */
static void
choose_columns(struct run *r)
{
	const char *const *c;

	for (c = r->engine.want.explain ? explain_columns : own; *c != NULL;
	    c++)
		frame_column(&r->frame, *c);
	if (r->engine.want.explain)
		r->clauses = 0;
	if (r->clauses)
		r->clause = frame_column(&r->frame, "clause");
}

static void
take_option(struct run *r, int c, const char *arg)
{
	switch (c) {
	case 'a':
		r->engine.want.all = 1;
		break;
	case 'c':
		r->conflicts = 1;
		break;
	case 'D':
		take_date(r, arg);
		break;
	case 'e':
		r->engine.want.explain = 1;
		break;
	case 'f':
		add_rules(r, arg);
		break;
	case 'k':
		take_kinds(r, arg);
		break;
	case 'p':
		print_rules(r);
		break;
	case 'w':
		r->warn = 1;
		break;
	case OPT_CLAUSE:
		r->engine.want.clause = 1;
		r->clauses = 1;
		break;
	default:
		frame_option(&r->frame, c, arg);
	}
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
	while ((c = getopt_long(argc, argv, FRAME_LETTERS "acD:ef:k:pw", longs,
	    NULL)) != -1)
		take_option(&r, c, optarg);
	ready_rules(&r);
	choose_columns(&r);
	frame_open(&r.frame, argv + optind);
	while (frame_row(&r.frame, &row))
		take(&r, &row);
	end_document(&r);
	return frame_finish(&r.frame);
}
