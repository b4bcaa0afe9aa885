/* check NAME: expr cmp expr [within N], read into postfix steps. */
#include "fact/rule_int.h"

#include <stdlib.h>
#include <string.h>

enum { CHECKS_MAX = 256 };

static int expression(struct lex *x, struct check_rule *c, int depth);

static const char *const measures[] = {
	"level", "yoy", "qoq", "change", "share", "rate", "progress", "rank"
};

static struct check_step *
step(struct lex *x, struct check_rule *c, enum check_step_type type)
{
	struct check_step *s;

	if (c->nstep == CHECK_STEPS) {
		lex_fail(x, "more than %d steps", CHECK_STEPS);
		return NULL;
	}
	s = &c->step[c->nstep++];
	s->type = type;
	return s;
}

static int
number(struct lex *x, struct dec *d)
{
	const char *p;

	for (p = x->p; x->p < x->end && ((*x->p >= '0' && *x->p <= '9') ||
	    *x->p == '.'); x->p++)
		;
	if (dec_parse(d, span_of(p, (size_t)(x->p - p))) == -1)
		return lex_fail(x, "a number is missing");
	if (lex_take(x, "万"))
		dec_shift(d, 4);
	if (lex_take(x, "亿"))
		dec_shift(d, 8);
	return 0;
}

static int
measure(struct lex *x, struct span *out)
{
	struct span s;
	size_t i;

	s = lex_word(x);
	for (i = 0; i < sizeof measures / sizeof *measures; i++)
		if (span_eq(s, span_str(measures[i]))) {
			*out = span_str(measures[i]);
			return 0;
		}
	return lex_fail(x, "no measure %.*s", (int)(s.n < 32 ? s.n : 32),
	    s.p);
}

/* 签约额, 签约额.yoy, 'R&D', or a list: any predicate that is on it. */
static int
fact_name(struct lex *x, struct check_rule *c)
{
	struct check_name n;
	struct check_step *s;
	unsigned i;

	memset(&n, 0, sizeof n);
	n.list = -1;
	if (lex_at(x, "'")) {
		if (lex_quoted(x, &n.predicate) == -1)
			return -1;
	} else if ((n.predicate = lex_word(x)).n == 0) {
		return lex_fail(x, "a name or a number is missing");
	} else if (lex_is_list(n.predicate) && (n.list = list_find(x->r,
	    n.predicate)) != -1) {
		x->r->list[n.list].used = 1;
	}
	if (lex_take(x, ".") && measure(x, &n.measure) == -1)
		return -1;
	for (i = 0; i < c->nfact; i++)
		if (span_eq(c->fact[i].predicate, n.predicate) &&
		    span_eq(c->fact[i].measure, n.measure))
			break;
	if (i == CHECK_FACTS)
		return lex_fail(x, "more than %d names", CHECK_FACTS);
	c->fact[i] = n;
	c->nfact += i == c->nfact;
	if ((s = step(x, c, CHECK_FACT)) == NULL)
		return -1;
	s->arg = i;
	return 0;
}

static int
operand(struct lex *x, struct check_rule *c, int depth)
{
	struct check_step *s;

	lex_blank(x);
	if (x->p < x->end && *x->p >= '0' && *x->p <= '9') {
		if ((s = step(x, c, CHECK_NUMBER)) == NULL)
			return -1;
		return number(x, &s->v);
	}
	if (!lex_take(x, "("))
		return fact_name(x, c);
	if (depth == RULE_DEPTH)
		return lex_fail(x, "more than %d parentheses in each other",
		    RULE_DEPTH);
	if (expression(x, c, depth + 1) == -1)
		return -1;
	return lex_take(x, ")") ? 0 : lex_fail(x, "a ( is not closed");
}

static int
product(struct lex *x, struct check_rule *c, int depth)
{
	enum check_step_type type;

	if (operand(x, c, depth) == -1)
		return -1;
	for (;;) {
		lex_blank(x);
		if (lex_take(x, "*"))
			type = CHECK_MUL;
		else if (lex_take(x, "/"))
			type = CHECK_DIV;
		else
			return 0;
		if (operand(x, c, depth) == -1 || step(x, c, type) == NULL)
			return -1;
	}
}

static int
expression(struct lex *x, struct check_rule *c, int depth)
{
	enum check_step_type type;

	if (product(x, c, depth) == -1)
		return -1;
	for (;;) {
		if (lex_take(x, "+"))
			type = CHECK_ADD;
		else if (lex_take(x, "-"))
			type = CHECK_SUB;
		else
			return 0;
		if (product(x, c, depth) == -1 || step(x, c, type) == NULL)
			return -1;
	}
}

static int
compare(struct lex *x, struct check_rule *c)
{
	static const char *const cmp[] = { "<=", ">=", "!=", "<", ">", "=" };
	size_t i;

	for (i = 0; i < sizeof cmp / sizeof *cmp; i++)
		if (lex_take(x, cmp[i])) {
			c->cmp = cmp[i];
			return 0;
		}
	return lex_fail(x, "= != < <= > or >= is missing");
}

/* The row that is judged: the right side's first name, else the left's. */
static void
choose_subject(struct check_rule *c)
{
	unsigned i;

	for (i = c->left; i < c->nstep; i++)
		if (c->step[i].type == CHECK_FACT) {
			c->subject = c->step[i].arg;
			return;
		}
}

static int
both_sides(struct lex *x, struct check_rule *c)
{
	if (expression(x, c, 0) == -1 || compare(x, c) == -1)
		return -1;
	c->left = c->nstep;
	if (expression(x, c, 0) == -1)
		return -1;
	lex_blank(x);
	if (lex_take(x, "within")) {
		lex_blank(x);
		if (number(x, &c->within) == -1)
			return -1;
		c->percent = lex_take(x, "%");
		lex_blank(x);
	}
	if (x->p != x->end)
		return lex_fail(x, "something stands behind the check");
	if (c->nfact == 0)
		return lex_fail(x, "the check names no fact");
	choose_subject(c);
	return 0;
}

static void
check_free(struct check_rule *c)
{
	unsigned i;

	for (i = 0; i < c->nstep; i++)
		dec_free(&c->step[i].v);
	dec_free(&c->within);
}

static int
check_known(struct lex *x)
{
	struct check_rule *c;
	size_t i;

	for (i = 0; i < x->r->checks.n; i++) {
		c = &x->r->checks.v[i];
		if (c->gone || !span_eq(c->name, x->name))
			continue;
		if (c->file == x->file)
			return lex_fail(x, "the name stands in line %zu too",
			    c->line);
		c->gone = 1;
	}
	return 0;
}

int
check_parse(struct lex *x)
{
	struct checks *k = &x->r->checks;
	struct check_rule *c;

	if (check_known(x) == -1)
		return -1;
	lex_blank(x);
	if (!lex_take(x, ":"))
		return lex_fail(x, ": is missing behind the name");
	lex_blank(x);
	if (x->p == x->end)
		return 0;
	if (k->n == CHECKS_MAX)
		return lex_fail(x, "more than %d checks", CHECKS_MAX);
	k->v = xgrow(k->v, &k->cap, k->n + 1, sizeof *k->v);
	c = &k->v[k->n++];
	memset(c, 0, sizeof *c);
	c->name = x->name;
	c->file = x->file;
	c->line = lex_where(x);
	return both_sides(x, c);
}

void
checks_free(struct checks *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		check_free(&c->v[i]);
	free(c->v);
	memset(c, 0, sizeof *c);
}
