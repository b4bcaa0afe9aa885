/*
 * When a text was written.  A year that is planned for (到2025年, 预计2026年底)
 * tells less than one that is told of; 5月20日电 is of the year of the full
 * dates that lie about it.
 */
#include "num/issue.h"

#include <string.h>

#include "num/point.h"

#define I_PUB WORD_TYPE('p', 'u', 'b', 0)
#define I_WIRE WORD_TYPE('w', 'i', 'r', 'e')
#define I_PLAN WORD_TYPE('p', 'l', 'a', 'n')
#define I_DUE WORD_TYPE('d', 'u', 'e', 0)

enum {
	YEAR_FIRST = 1950,
	YEAR_LAST = 2099,
	PUB_NEAR = 4,		/* characters from 时间 to the date */
	PLAN_NEAR = 64,		/* from 预计 to the year */
	WIRE_LATE = 60,		/* days from what is told to the dateline */
	WIRE_EARLY = 14		/* or from it to what is to happen */
};

/* The length of the word of the type at i, or 0. */
static size_t
word_at(const struct scan *s, size_t i, uint32_t type, struct word *w)
{
	const struct line *l;

	l = &s->l;
	return i < l->n && words_may(&s->k.issue, l->cp[i], type) &&
	    words_longest(&s->k.issue, l->cp + i, l->n - i, w) != 0 &&
	    w->type == type ? w->len : 0;
}

int
issue_named(const struct scan *s, size_t i)
{
	struct word w;
	size_t k, len;

	for (k = i; k > 0; k--) {
		len = word_at(s, k - 1, I_PUB, &w);
		if (len != 0 && k - 1 + len <= i)
			return i - (k - 1 + len) < PUB_NEAR;
		if (i - k > 2 * PUB_NEAR)
			break;
	}
	return 0;
}

/* Whether what stands at i in its sentence is planned for. */
static int
planned(const struct scan *s, size_t i)
{
	const struct line *l;
	struct word w;
	size_t k;

	l = &s->l;
	for (k = i; k > 0 && i - k < PLAN_NEAR && l->cp[k - 1] != 0x3002;
	    k--) {
		if (word_at(s, k - 1, I_PLAN, &w) == 0)
			continue;
		if (w.a == 0 || (k - 1 + w.len == i &&
		    (k < 2 || !line_han(l, k - 2))))
			return 1;
	}
	return 0;
}

/* Whether the date that begins at i has 底前 or the like behind it. */
static int
due(const struct scan *s, size_t i)
{
	const struct line *l;
	struct word w;

	l = &s->l;
	for (; i < l->n; i++) {
		if (word_at(s, i, I_DUE, &w) != 0)
			return 1;
		if (l->cls[i] != C_ARAB && l->cp[i] != H_YEAR &&
		    l->cp[i] != H_MONTH)
			break;
	}
	return 0;
}

/* A year in figures at i: 2023年, or a bare 2023; else 0. */
static int
year_at(const struct line *l, size_t i)
{
	size_t k;
	int y;

	y = 0;
	for (k = i; k < l->n && k - i < 5 && l->cls[k] == C_ARAB; k++)
		y = y * 10 + l->val[k];
	if (k - i != 4 || y < YEAR_FIRST || y > YEAR_LAST)
		return 0;
	if (l->cp[k] == H_YEAR)
		return y;
	return l->cls[k] == C_OTHER && l->cp[k] != '.' && l->cp[k] != '/' &&
	    !(l->at[k] & AT_HAN) ? y : 0;
}

void
issue_year(struct issue *t, const struct scan *s, size_t i)
{
	int y;

	y = year_at(&s->l, i);
	if (y <= t->year)
		return;
	if (!planned(s, i) && !due(s, i))
		t->year = y;
	else if (y > t->ahead)
		t->ahead = y;
}

void
issue_day(struct issue *t, const struct scan *s, size_t i, size_t end,
    const struct when *w)
{
	struct word found;
	struct day *d;

	if (w->prec != P_DAY)
		return;
	if (t->wire.prec == P_NONE && word_at(s, end, I_WIRE, &found) != 0)
		t->wire = *w;
	if (w->y == 0 || t->days == ISSUE_DAYS || planned(s, i) || due(s, i))
		return;
	d = &t->day[t->days++];
	d->y = w->y;
	d->m = w->m;
	d->d = w->d;
}

/* Whether a day that the text names lies about the dateline of year y. */
static int
about(const struct issue *t, int y)
{
	struct day wire;
	size_t i;
	long late;

	wire.y = y;
	wire.m = t->wire.m;
	wire.d = t->wire.d;
	if (!cal_valid(wire.y, wire.m, wire.d))
		return 0;
	for (i = 0; i < t->days; i++) {
		late = cal_number(wire) - cal_number(t->day[i]);
		if (late >= -WIRE_EARLY && late <= WIRE_LATE)
			return 1;
	}
	return 0;
}

struct when
issue_date(const struct issue *t)
{
	struct when w;
	int y;

	memset(&w, 0, sizeof w);
	if (t->year == 0)
		return t->ahead != 0 ? when_year(t->ahead) : w;
	/* Told in January of last year's end. */
	for (y = t->year; t->wire.prec == P_DAY && y <= t->year + 1; y++)
		if (about(t, y)) {
			w = t->wire;
			w.y = y;
			return w;
		}
	return when_year(t->year);
}
