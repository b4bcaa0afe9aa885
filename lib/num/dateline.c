/*
 * The date of a document.  A dateline is a full date with a time in digits
 * (2023-03-28 09:26), or a full date behind 时间 or 日期, or one that is most
 * of its line.  Without any, what the text tells of serves.
 */
#include "num/dateline.h"

#include <string.h>

#include "num/numeric.h"

enum {
	RANK_SHORT = 1,		/* most of a short line */
	RANK_NAMED,		/* behind 发布时间 */
	RANK_TIMED,		/* with a time in digits */
	LINE_SHORT = 24		/* characters besides the date */
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

static int
rank(const struct scan *s, size_t i, size_t end, const struct point *p)
{
	const struct line *l;
	size_t k;

	l = &s->l;
	if (p->p.a.prec >= P_MINUTE) {
		for (k = i; k < end; k++)
			if (l->cp[k] == ':')
				return RANK_TIMED;
	}
	if (issue_named(s, i))
		return RANK_NAMED;
	if (l->n - (end - i) > LINE_SHORT)
		return 0;
	for (k = 0; k < l->n; k++)
		if (l->cp[k] == 0x3002 || l->cp[k] == ',')
			return 0;
	return RANK_SHORT;
}

static void
better(struct dateline *d, const struct point *p, int r)
{
	if (r <= d->rank)
		return;
	d->rank = r;
	d->best = p->p.a;
}

/* Reads a date with a day in figures at i; returns where it ends, or i. */
static size_t
day_figures(struct scan *s, size_t i, struct point *p)
{
	size_t end;

	memset(p, 0, sizeof *p);
	end = numeric_read(s, i, p);
	if (end == i)
		end = figures_read(s, i, p);
	if (end == i)
		end = month_day(s, i, NULL, p);
	return p->p.a.prec == P_DAY && !p->p.range ? end : i;
}

/* Takes the date or year that the figures at i may be. */
static void
figures(struct scan *s, struct dateline *d, size_t i)
{
	struct point p, t;
	size_t end, k;

	issue_year(&d->issue, s, i);
	end = day_figures(s, i, &p);
	if (end == i)
		return;
	issue_day(&d->issue, s, i, end, &p.p.a);
	if (p.y != 1)
		return;
	t = p;
	k = clock_read(s, end, &t);
	if (k > end && t.t) {
		p = t;
		end = k;
	}
	if (p.p.a.prec > P_DAY || !p.weak)
		better(d, &p, rank(s, i, end, &p));
}

int
dateline_look(struct scan *s, struct dateline *d, const struct token *token,
    size_t n)
{
	const struct line *l;
	size_t i, k;

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
		figures(s, d, i);
		for (; i < l->n && l->cls[i] == C_ARAB; i++)
			continue;
	}
	return d->rank == RANK_TIMED;
}

struct when
dateline_date(const struct dateline *d)
{
	return d->rank != 0 ? d->best : issue_date(&d->issue);
}
