/* <kind condition ...>: what a value, a date or a name must be. */
#include "fact/rule_int.h"

#include <string.h>

static const struct {
	const char *name;
	uint32_t kinds;
} kinds[] = {
	{ "date", 1u << NUM_DATE },
	{ "duration", 1u << NUM_DURATION },
	{ "fraction", 1u << NUM_FRACTION },
	{ "magnitude", 1u << NUM_MAGNITUDE },
	{ "money", 1u << NUM_MONEY },
	{ "multiple", 1u << NUM_MULTIPLE },
	{ "number", 1u << NUM_NUMBER },
	{ "ordinal", 1u << NUM_ORDINAL },
	{ "percent", 1u << NUM_PERCENT },
	{ "quantity", 1u << NUM_QUANTITY },
	{ "rank", 1u << NUM_RANK },
	{ "ratio", 1u << NUM_RATIO },
	{ "set", 1u << NUM_SET },
	{ "value", 1u << NUM_MONEY | 1u << NUM_MULTIPLE | 1u << NUM_PERCENT |
	    1u << NUM_QUANTITY | 1u << NUM_DURATION | 1u << NUM_NUMBER }
};

static const struct {
	const char *name;
	enum name_type type;
} names[] = {
	{ "firm", NAME_FIRM },
	{ "meeting", NAME_MEETING },
	{ "place", NAME_PLACE },
	{ "project", NAME_PROJECT }
};

static const struct {
	const char *sign;
	char op;
} signs[] = {
	{ "<=", 'l' }, { ">=", 'g' }, { "<", '<' }, { ">", '>' }, { "=", '=' }
};

/* 1e8, 2.5, 1亿, 500万 */
static int
limit_number(struct lex *x, struct dec *d)
{
	const char *p;
	long e;

	p = x->p;
	if (x->p < x->end && *x->p == '-')
		x->p++;
	while (x->p < x->end && ((*x->p >= '0' && *x->p <= '9') ||
	    *x->p == '.'))
		x->p++;
	if (dec_parse(d, span_of(p, (size_t)(x->p - p))) == -1)
		return lex_fail(x, "a number is missing in <>");
	e = 0;
	if (lex_take(x, "e") && lex_number(x, 30, &e) == -1)
		return -1;
	if (lex_take(x, "万"))
		e += 4;
	if (lex_take(x, "亿"))
		e += 8;
	dec_shift(d, e);
	return 0;
}

static struct span
until(struct lex *x)
{
	const char *p;

	for (p = x->p; x->p < x->end && *x->p != '>' && *x->p != ' ' &&
	    *x->p != '\t' && *x->p != '\n'; x->p++)
		;
	return span_of(p, (size_t)(x->p - p));
}

static int
condition(struct lex *x, struct test *t)
{
	size_t i;

	if (lex_take(x, "unit=")) {
		t->unit = until(x);
		return t->unit.n == 0 ? lex_fail(x, "unit= names none") : 0;
	}
	if (lex_take(x, "op=")) {
		for (i = 0; i < 5 && !lex_at(x, signs[i].sign); i++)
			;
		t->op = i < 5 ? span_str(signs[i].sign) : span_str("~");
		x->p += i < 5 || lex_at(x, "~") ? t->op.n : 0;
		return 0;
	}
	for (i = 0; i < 5 && !lex_take(x, signs[i].sign); i++)
		;
	if (i == 5)
		return lex_fail(x, "no such condition in <>");
	if (t->nlimit == sizeof t->limit / sizeof *t->limit)
		return lex_fail(x, "more than 4 limits in <>");
	t->limit[t->nlimit].op = signs[i].op;
	return limit_number(x, &t->limit[t->nlimit++].v);
}

/* A > right behind what stands before it closes; behind a blank it compares. */
static int
conditions(struct lex *x, struct test *t)
{
	for (;;) {
		if (lex_take(x, ">"))
			return 0;
		if (x->p == x->end || (*x->p != ' ' && *x->p != '\t' &&
		    *x->p != '\n'))
			return lex_fail(x, "a < is not closed");
		lex_blank(x);
		if (lex_at(x, ">") && !(x->p + 1 < x->end &&
		    (x->p[1] == '=' || x->p[1] == '.' || x->p[1] == '-' ||
		    (x->p[1] >= '0' && x->p[1] <= '9'))))
			continue;
		if (condition(x, t) == -1)
			return -1;
	}
}

static void
test_free(struct test *t)
{
	size_t i;

	for (i = 0; i < t->nlimit; i++)
		dec_free(&t->limit[i].v);
}

/* Equal tests share a number. */
static int
keep_test(struct lex *x, struct test *t, struct pred *p)
{
	struct rules *r = x->r;
	size_t i;

	p->type = P_TEST;
	for (i = 0; i < r->ntest; i++)
		if (span_eq(r->test[i].text, t->text)) {
			test_free(t);
			p->arg = (uint32_t)i;
			return 0;
		}
	if (r->ntest == RULE_TESTS) {
		test_free(t);
		return lex_fail(x, "more than %d different tests in <>",
		    RULE_TESTS);
	}
	r->test[r->ntest] = *t;
	p->arg = (uint32_t)r->ntest++;
	return 0;
}

int
test_parse(struct lex *x, struct pred *p)
{
	struct test t;
	struct span k;
	const char *from;
	size_t i;

	memset(&t, 0, sizeof t);
	from = x->p++;
	k = lex_word(x);
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (span_eq(k, span_str(names[i].name))) {
			p->type = P_NAME;
			p->arg = names[i].type;
			x->r->names = 1;
			return lex_take(x, ">") ? 0 :
			    lex_fail(x, "a < is not closed");
		}
	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (span_eq(k, span_str(kinds[i].name)))
			t.kinds = kinds[i].kinds;
	if (t.kinds == 0)
		return lex_fail(x, "no kind %.*s", (int)k.n, k.p);
	if (conditions(x, &t) == -1) {
		test_free(&t);
		return -1;
	}
	t.text = span_of(from, (size_t)(x->p - from));
	return keep_test(x, &t, p);
}

static int
unit_fits(struct span units, struct span unit)
{
	const char *p, *end, *bar;

	end = units.p + units.n;
	for (p = units.p; p <= end; p = bar + 1) {
		bar = memchr(p, '|', (size_t)(end - p));
		if (bar == NULL)
			bar = end;
		if (span_eq(unit, span_of(p, (size_t)(bar - p))))
			return 1;
	}
	return 0;
}

int
test_holds(const struct test *t, const struct tok *k)
{
	struct dec v;
	size_t i;
	int c, ok;

	if ((t->kinds >> k->kind & 1) == 0 || (t->unit.n != 0 &&
	    !unit_fits(t->unit, k->unit)) ||
	    (t->op.n != 0 && !span_eq(t->op, k->op)))
		return 0;
	if (t->nlimit == 0)
		return 1;
	memset(&v, 0, sizeof v);
	ok = dec_parse(&v, k->value) == 0;
	for (i = 0; ok && i < t->nlimit; i++) {
		c = dec_cmp(&v, &t->limit[i].v);
		ok = (c < 0 && strchr("<l", t->limit[i].op) != NULL) ||
		    (c > 0 && strchr(">g", t->limit[i].op) != NULL) ||
		    (c == 0 && strchr("lg=", t->limit[i].op) != NULL);
	}
	dec_free(&v);
	return ok;
}
