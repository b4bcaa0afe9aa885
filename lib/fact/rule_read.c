/* Rule files: statements, includes, and the rules that they make. */
#include "fact/rule_int.h"

#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/in.h"
#include "tab/tab.h"
#include "text/utf8.h"

TAB_DECLARE(facts_rules);

/* A file that is being read, and those that include it. */
struct source {
	const char *name;
	dev_t dev;
	ino_t ino;
	const struct source *by;
	int depth;
};

static const char *const list_names[LIST_COUNT] = LIST_NAMES;

static int read_path(struct rules *r, const char *path,
    const struct source *by, struct lex *at);

struct span
rules_builtin(void)
{
	struct tab t;

	if (TAB_OPEN(&t, facts_rules, "RULE") == -1)
		return span_of("", 0);
	return tab_section(&t, 0);
}

struct rules *
rules_new(struct words *w)
{
	struct rules *r;
	unsigned i;

	r = xcalloc(1, sizeof *r);
	r->words = w;
	r->checks.words = w;
	for (i = 0; i < LIST_COUNT; i++) {
		r->list[i].name = span_str(list_names[i]);
		r->list[i].words = 1;
		r->list[i].used = 1;
	}
	r->nlist = LIST_COUNT;
	return r;
}

void
rules_free(struct rules *r)
{
	size_t i, j;

	if (r == NULL)
		return;
	for (i = 0; i < r->ntest; i++)
		for (j = 0; j < r->test[i].nlimit; j++)
			dec_free(&r->test[i].limit[j].v);
	for (i = 0; i < r->nrule; i++)
		free(r->rule[i].follow);
	checks_free(&r->checks);
	dfa_free(&r->dfa);
	index_free(&r->wordindex);
	arena_free(&r->mem);
	buf_free(&r->err);
	free(r->rule);
	free(r->pred);
	free(r->sub);
	free(r->word);
	free(r->pos);
	free(r->last);
	free(r->first);
	free(r->class);
	free(r->live);
	free(r->set[0]);
	free(r->set[1]);
	free(r->trace);
	free(r->taken);
	free(r->match);
	free(r);
}

const char *
rules_error(const struct rules *r)
{
	return r->err.n == 0 ? "no error" : r->err.p;
}

const struct checks *
rules_checks(const struct rules *r)
{
	return &r->checks;
}

/* An earlier rule of the name goes; in one file a name stands once. */
static int
replace(struct lex *x)
{
	struct rule *q;
	size_t i;

	for (i = 0; i < x->r->nrule; i++) {
		q = &x->r->rule[i];
		if (q->gone || !span_eq(q->name, x->name))
			continue;
		if (q->file == x->file)
			return lex_fail(x, "the name stands in line %zu too",
			    q->line);
		q->gone = 1;
	}
	return 0;
}

static int
priority(struct lex *x, long *prio)
{
	int minus;

	*prio = 0;
	lex_blank(x);
	if (x->p == x->end || *x->p == ':')
		return 0;
	minus = lex_take(x, "-");
	if (lex_number(x, 999, prio) == -1)
		return -1;
	if (minus)
		*prio = -*prio;
	lex_blank(x);
	return 0;
}

/* rule NAME [PRIO]: pattern => action; ...  With no pattern, NAME is gone. */
static int
rule_parse(struct lex *x)
{
	struct rules *r = x->r;
	struct rule q;

	memset(&q, 0, sizeof q);
	q.name = x->name;
	q.file = x->file;
	q.line = lex_where(x);
	if (replace(x) == -1 || priority(x, &q.prio) == -1)
		return -1;
	if (!lex_take(x, ":"))
		return lex_fail(x, ": is missing behind the name");
	lex_blank(x);
	if (x->p == x->end)
		return 0;
	if (r->nrule == RULES_POSITIONS)
		return lex_fail(x, "more than %d rules", RULES_POSITIONS);
	if ((q.node = pattern_parse(x, &q)) == NULL ||
	    (q.action = actions_parse(x, &q)) == NULL)
		return -1;
	r->rule = xgrow(r->rule, &r->rulecap, r->nrule + 1, sizeof *r->rule);
	r->rule[r->nrule++] = q;
	return 0;
}

/* Beside the file that includes it, unless the path is absolute. */
static int
include_parse(struct lex *x, const struct source *by)
{
	struct buf b;
	const char *p, *slash;
	char *path;

	lex_blank(x);
	for (p = x->p; x->p < x->end && *x->p != '\n' && *x->p != '\r'; x->p++)
		;
	while (x->p > p && (x->p[-1] == ' ' || x->p[-1] == '\t'))
		x->p--;
	if (x->p == p)
		return lex_fail(x, "a path is missing");
	if (memchr(p, '\0', (size_t)(x->p - p)) != NULL)
		return lex_fail(x, "a path holds a NUL");
	memset(&b, 0, sizeof b);
	slash = strrchr(by->name, '/');
	if (*p != '/' && slash != NULL)
		buf_add(&b, by->name, (size_t)(slash + 1 - by->name));
	buf_add(&b, p, (size_t)(x->p - p));
	path = arena_dup(&x->r->mem, b.p, b.n);
	buf_free(&b);
	return read_path(x->r, path, by, x);
}

/* The word behind rule, list and check. */
static int
named(struct lex *x, int (*parse)(struct lex *))
{
	struct span what = x->what;

	lex_blank(x);
	x->what = span_of("", 0);
	x->name = lex_word(x);
	if (x->name.n == 0)
		return lex_fail(x, "a name is missing");
	x->what = what;
	return parse(x);
}

static int
statement(struct lex *x, const struct source *by)
{
	lex_blank(x);
	if (x->p == x->end)
		return 0;
	x->what = lex_word(x);
	if (span_eq(x->what, span_str("rule")))
		return named(x, rule_parse);
	if (span_eq(x->what, span_str("list")))
		return named(x, list_parse);
	if (span_eq(x->what, span_str("check")))
		return named(x, check_parse);
	if (span_eq(x->what, span_str("include"))) {
		x->what = span_of("", 0);
		return include_parse(x, by);
	}
	x->what = span_of("", 0);
	return lex_fail(x, "a line begins with list, rule, check or include");
}

/* A line that begins with a blank, or with #, goes on. */
static const char *
statement_end(const char *p, const char *end)
{
	while ((p = memchr(p, '\n', (size_t)(end - p))) != NULL) {
		p++;
		if (p == end || (*p != ' ' && *p != '\t' && *p != '#'))
			return p;
	}
	return end;
}

static size_t
newlines(const char *p, const char *end)
{
	size_t n;

	for (n = 0; p < end; p++)
		n += *p == '\n';
	return n;
}

static int
read_text(struct rules *r, const struct source *by, struct span text)
{
	struct lex x;
	const char *end, *p;

	memset(&x, 0, sizeof x);
	x.r = r;
	x.file = by->name;
	x.line = 1;
	end = text.p + text.n;
	if (text.n >= 3 && memcmp(text.p, "\xef\xbb\xbf", 3) == 0)
		text.p += 3;
	for (p = text.p; p < end; p = x.end) {
		x.line += x.start == NULL ? 0 : newlines(x.start, p);
		x.start = x.p = p;
		x.end = statement_end(p, end);
		x.what = x.name = span_of("", 0);
		if (utf8_valid(p, (size_t)(x.end - p)) !=
		    (size_t)(x.end - p)) {
			x.p += utf8_valid(p, (size_t)(x.end - p));
			return lex_fail(&x, "not UTF-8");
		}
		if (statement(&x, by) == -1)
			return -1;
	}
	return 0;
}

int
rules_text(struct rules *r, const char *name, struct span text)
{
	struct source s;

	memset(&s, 0, sizeof s);
	s.name = name;
	return read_text(r, &s, span_of(arena_dup(&r->mem, text.p, text.n),
	    text.n));
}

static int
file_fail(struct rules *r, const char *path, struct lex *at, const char *why)
{
	if (at != NULL)
		return lex_fail(at, "%.192s: %s", path, why);
	buf_clear(&r->err);
	buf_fmt(&r->err, "%s: %s", path, why);
	buf_byte(&r->err, '\0');
	return -1;
}

/*
 * A file that is open already includes itself.  Others may include one many
 * times: files that each include the next one twice grow without end.
 */
static const char *
refuse(struct rules *r, const struct source *s)
{
	const struct source *p;

	for (p = s->by; p != NULL; p = p->by)
		if (p->ino == s->ino && p->dev == s->dev && p->ino != 0)
			return "includes itself";
	if (s->depth > INCLUDE_DEPTH)
		return "included too deep";
	if (s->by != NULL && r->nfile++ == INCLUDES)
		return "too many files included";
	return NULL;
}

static int
read_path(struct rules *r, const char *path, const struct source *by,
    struct lex *at)
{
	struct source s;
	struct stat st;
	struct in in;
	const char *why;
	size_t n;
	int ok;

	memset(&in, 0, sizeof in);
	memset(&s, 0, sizeof s);
	s.name = path;
	s.by = by;
	s.depth = by == NULL ? 0 : by->depth + 1;
	if (in_open(&in, path) == -1)
		return file_fail(r, path, at, strerror(errno));
	if (fstat(in.fd, &st) == 0 && S_ISREG(st.st_mode)) {
		s.dev = st.st_dev;
		s.ino = st.st_ino;
	}
	if ((why = refuse(r, &s)) == NULL)
		while (in_fill(&in) != 0 && in.end < FILE_MAX - r->nread)
			;
	if (why == NULL && in.error != 0)
		why = strerror(in.error);
	else if (why == NULL && in.end >= FILE_MAX - r->nread)
		why = "file too large";
	n = in.end;
	r->nread += n;
	if (why != NULL)
		ok = file_fail(r, path, at, why);
	else
		ok = read_text(r, &s, span_of(arena_dup(&r->mem, in.p, n),
		    n));
	in_close(&in);
	in_free(&in);
	return ok;
}

int
rules_file(struct rules *r, const char *path)
{
	return read_path(r, path, NULL, NULL);
}
