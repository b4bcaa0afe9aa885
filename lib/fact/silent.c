/* Values that are no facts, and why: 500强, 百亿级, 第二, 每月, 一片. */

#include "fact/attach.h"

static int
always(const void *arg, size_t n)
{
	return n == *(const size_t *)arg;
}

/* 级, 大, 届: measure words that count nothing of interest. */
static int
is_quiet(const struct sent *s, struct span unit)
{
	struct word_hit hit;

	return words_find(s->words, unit.p, unit.n, always, &unit.n, &hit) &&
	    (words_lists(s->words, &hit) & LIST_BIT(L_QUIET)) != 0;
}

static int
has_digit(struct span t)
{
	size_t i;

	for (i = 0; i < t.n; i++)
		if (t.p[i] >= '0' && t.p[i] <= '9')
			return 1;
	return 0;
}

/* 千亿斤粮食, 百亿产业: a round power without a digit is an idiom. */
static int
is_bare_power(const struct sent *s, struct span t)
{
	return sets_begin(&s->words->sets, t, SET_POWER) > 0;
}

/* 城乡居民收入比为2.06, 指数为102.3: numbers that need no unit. */
static int
is_index(const struct sent *s, int i)
{
	int j;

	for (j = i - 1; j > 0 && (unit_is(s, (size_t)j, L_LINK) ||
	    unit_in(s, (size_t)j, SET_FROM)); j--)
		;
	if (j < i - 1 && s->u[j].type == U_NUM && s->u[j].used &&
	    unit_num(s, (size_t)j)->kind == NUM_NUMBER)
		return 1;
	if (sets_end(&s->words->sets, unit_text(s, (size_t)j), SET_INDEX) > 0)
		return s->u[j].name == 0;
	return unit_is(s, (size_t)i - 1, L_GROWTH) != 0;
}

/* 一期投资8亿, 年产值可超百亿: money of an indicator that is money only. */
int
is_bare_money(const struct sent *s, int i)
{
	const struct tok *t = unit_num(s, (size_t)i);
	int j;

	if (t->kind != NUM_NUMBER || sets_end(&s->words->sets, t->t.text,
	    SET_POWER) == 0)
		return 0;
	for (j = i - 1; j > 0 && (unit_is(s, (size_t)j, L_LINK) ||
	    unit_is(s, (size_t)j, L_STATUS) || is_adverb(s, (size_t)j)); j--)
		if (unit_is(s, (size_t)j, L_INDICATOR))
			break;
	return j >= 0 && s->u[j].name == 0 && unit_is(s, (size_t)j,
	    L_INDICATOR) && unit_measures(s, (size_t)j, 'm') &&
	    !unit_measures(s, (size_t)j, 'q');
}

/* 一片, 几个, 多家: a number in name only. */
static int
is_vague(const struct sent *s, const struct tok *t)
{
	if (t->value.n == 1 && t->value.p[0] == '1' && !has_digit(t->t.text))
		return 1;
	if (!has_digit(t->t.text) && t->value.n == 1 &&
	    span_eq(t->unit, span_str("人")))
		return 1;	/* 他们两人 */
	if (!has_digit(t->t.text) && sets_end(&s->words->sets, t->t.text,
	    SET_LOOSE) > 0)
		return 1;	/* 最后两方议和 */
	return !is_measure(s, t->unit) &&
	    sets_begin(&s->words->sets, t->t.text, SET_VAGUE) > 0;
}

static const char *
kind_silent(const struct sent *s, int i, enum num_kind kind)
{
	switch (kind) {
	case NUM_NUMBER:
		return i == 0 || !(is_index(s, i) || is_bare_money(s, i)) ?
		    "bare-number" : NULL;
	case NUM_MAGNITUDE:
		return "class";
	case NUM_RANK:
		return "rank-name";
	case NUM_NONE: case NUM_FRACTION: case NUM_DATE: case NUM_SET:
	case NUM_CODE:
		return "kind";
	default:
		return NULL;
	}
}

/* 3条12英寸晶圆封测生产线: a measure in the name of what is counted. */
static int
is_inside(const struct sent *s, int i)
{
	return i > 0 && i + 1 < (int)s->nu && s->u[i - 1].type == U_NUM &&
	    sets_hold(&s->words->sets, unit_num(s, (size_t)i - 1)->unit,
	    SET_THING) && unit_num(s, (size_t)i)->kind == NUM_QUANTITY &&
	    is_measure(s, unit_num(s, (size_t)i)->unit) &&
	    is_noun(s, (size_t)i + 1);
}

const char *
value_silent(const struct sent *s, int i)
{
	const struct sets *sets = &s->words->sets;
	const struct tok *t = unit_num(s, (size_t)i);
	const char *why;

	if (i + 1 < (int)s->nu && sets_begin(sets, unit_text(s, (size_t)i + 1),
	    SET_CLASS) > 0)
		return "class";
	if (t->kind == NUM_DURATION && sets_end(sets, t->t.text, SET_UNTIL) > 0
	    && sets_end(sets, t->t.text, SET_WITHIN) == 0)
		return "deadline";
	if (sets_end(sets, t->t.text, SET_CLASS) > 0)
		return "class";
	if ((why = kind_silent(s, i, t->kind)) != NULL)
		return why;
	if (t->value.n == 0)
		return "no-value";
	if (t->op.n == 1 && t->op.p[0] == '=' && is_bare_power(s, t->t.text))
		return "idiom";
	if (sets_hold(&s->words->sets, t->unit, SET_RATING))
		return "class";
	if (t->kind == NUM_QUANTITY && is_quiet(s, t->unit))
		return "quiet-unit";
	if (t->kind == NUM_QUANTITY && is_vague(s, t))
		return "vague";
	if (each_apposed(s, i))
		return "apposed";
	if (is_inside(s, i))
		return "size";
	return is_threshold(s, (size_t)i) ? "threshold" : NULL;
}
