/*
 * The date of a document.  A dateline is a full date with a time in digits
 * (2023-03-28 09:26), or a full date behind 时间 or 日期, or one that is most
 * of its line.  Without any, the latest year named serves.
 */
#include "num/dateline.h"

#include <string.h>

#include "num/numeric.h"

enum {
	RANK_SHORT = 1,		/* most of a short line */
	RANK_NAMED,		/* behind 发布时间 */
	RANK_TIMED,		/* with a time in digits */
	LINE_SHORT = 24,	/* characters besides the date */
	YEAR_FIRST = 1950,
	YEAR_LAST = 2099
};

static int
has_digit(const struct token *token, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (token[i].text.n != 0 && token[i].text.p[0] < '0' + 10 &&
		    (token[i].text.p[0] >= '0' || (token[i].text.p[0] & 0xff)
		    == 0xef))
			return 1;
	return 0;
}

/* Whether 时间 or 日期 stands shortly before i. */
static int
named(const struct line *l, size_t i)
{
	size_t k;

	for (k = i; k > 1 && i - k < 4; k--)
		if ((l->cp[k - 2] == 0x65f6 && l->cp[k - 1] == 0x95f4) ||
		    (l->cp[k - 2] == 0x65e5 && l->cp[k - 1] == 0x671f) ||
		    (l->cp[k - 2] == 0x53d1 && l->cp[k - 1] == 0x5e03))
			return 1;
	return 0;
}

static int
rank(const struct line *l, size_t i, size_t end, const struct point *p)
{
	size_t k;

	if (p->p.a.prec >= P_MINUTE) {
		for (k = i; k < end; k++)
			if (l->cp[k] == ':')
				return RANK_TIMED;
	}
	if (named(l, i))
		return RANK_NAMED;
	if (l->n - (end - i) > LINE_SHORT)
		return 0;
	for (k = 0; k < l->n; k++)
		if (l->cp[k] == 0x3002 || l->cp[k] == ',')
			return 0;
	return RANK_SHORT;
}

/* A year in figures at i: 2023年, or a bare 2023. */
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

static void
better(struct dateline *d, const struct point *p, int r)
{
	if (r <= d->rank)
		return;
	d->rank = r;
	d->best = p->p.a;
}

int
dateline_look(struct scan *s, struct dateline *d, const struct token *token,
    size_t n)
{
	const struct line *l;
	struct point p, t;
	size_t i, end, k;
	int y;

	if (!has_digit(token, n))
		return 0;
	line_set(&s->l, &s->k.chars, token, n);
	l = &s->l;
	s->now.prec = P_NONE;
	force_line(&s->force);
	for (i = 0; i < l->n; i++) {
		if (l->cls[i] != C_ARAB && l->cls[i] != C_LATIN)
			continue;
		k = code_skip(l, i);
		if (k > i) {
			i = k - 1;
			continue;
		}
		if (l->cls[i] != C_ARAB)
			continue;
		memset(&p, 0, sizeof p);
		end = numeric_read(s, i, &p);
		if (end == i) {
			end = figures_read(s, i, &p);
			if (p.y != 1)
				end = i;
		}
		if (end > i && p.y && p.p.a.prec == P_DAY && !p.p.range) {
			t = p;
			k = clock_read(s, end, &t);
			if (k > end && t.t) {
				p = t;
				end = k;
			}
			if (p.p.a.prec > P_DAY || !p.weak)
				better(d, &p, rank(l, i, end, &p));
		}
		y = year_at(l, i);
		if (y > d->year)
			d->year = y;
		for (; i < l->n && l->cls[i] == C_ARAB; i++)
			continue;
	}
	return d->rank == RANK_TIMED;
}

struct when
dateline_date(const struct dateline *d)
{
	struct when w;

	if (d->rank != 0)
		return d->best;
	memset(&w, 0, sizeof w);
	if (d->year != 0)
		w = when_year(d->year);
	return w;
}
