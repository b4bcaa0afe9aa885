/* Values that are no facts, and why: 500强, 百亿级, 第二, 每月, 一片. */
#include <string.h>

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

/* 20万吨级码头, 千万千瓦级: a class, no amount. */
static int
starts_with(struct span t, const char *z)
{
	size_t n = strlen(z);

	return t.n >= n && memcmp(t.p, z, n) == 0;
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
is_bare_power(struct span t)
{
	static const char *const powers[] = { "十", "百", "千", "万", "亿" };
	size_t k;

	for (k = 0; k < sizeof powers / sizeof *powers; k++)
		if (t.n >= 3 && memcmp(t.p, powers[k], 3) == 0)
			return k > 0 || t.n < 6;
	return 0;
}

/* 城乡居民收入比为2.06, 指数为102.3: numbers that need no unit. */
static int
is_index(const struct sent *s, int i)
{
	static const char *const ends[] = { "比", "指数", "系数", "比值",
	    "评分" };
	struct span t;
	size_t k, n;
	int j;

	for (j = i - 1; j > 0 && unit_is(s, (size_t)j, L_LINK); j--)
		;
	t = unit_text(s, (size_t)j);
	for (k = 0; k < sizeof ends / sizeof *ends; k++) {
		n = strlen(ends[k]);
		if (t.n >= n && memcmp(t.p + t.n - n, ends[k], n) == 0)
			return s->u[j].name == 0;
	}
	return unit_is(s, (size_t)i - 1, L_GROWTH) != 0;
}

/* 一片, 几个, 多家: a number in name only. */
static int
is_vague(const struct tok *t)
{
	static const char *const starts[] = { "一", "几", "多", "数", "首",
	    "每", "单", "半" };
	size_t k;

	if (t->value.n == 1 && t->value.p[0] == '1' && !has_digit(t->t.text))
		return 1;
	if (is_measure(t->unit))
		return 0;
	for (k = 0; k < sizeof starts / sizeof *starts; k++)
		if (starts_with(t->t.text, starts[k]) && !(k == 0 &&
		    t->value.n > 1))
			return 1;
	return 0;
}

static const char *
kind_silent(const struct sent *s, int i, enum num_kind kind)
{
	switch (kind) {
	case NUM_NUMBER:
		return i == 0 || !is_index(s, i) ? "bare-number" : NULL;
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

const char *
value_silent(const struct sent *s, int i)
{
	const struct tok *t = unit_num(s, (size_t)i);
	const char *why;

	if (i + 1 < (int)s->nu && starts_with(unit_text(s, (size_t)i + 1),
	    "级"))
		return "class";
	if ((why = kind_silent(s, i, t->kind)) != NULL)
		return why;
	if (t->value.n == 0)
		return "no-value";
	if (t->op.n == 1 && t->op.p[0] == '=' && is_bare_power(t->t.text))
		return "idiom";
	if (t->kind == NUM_QUANTITY && is_quiet(s, t->unit))
		return "quiet-unit";
	if (t->kind == NUM_QUANTITY && is_vague(t))
		return "vague";
	return is_threshold(s, (size_t)i) ? "threshold" : NULL;
}
