/* Dates as expressions: points of time, and ranges of two points. */
#include "num/after.h"
#include "num/between.h"
#include "num/compare.h"
#include "num/numeric.h"

#include <string.h>

/* A zone behind a time in ISO 8601, which is not looked at: Z, +08:00. */
static size_t
zone(const struct line *l, size_t i)
{
	if (line_is(l, i, 'Z'))
		return i + 1;
	if (line_is(l, i, '+') && i + 5 < l->n && l->cls[i + 1] == C_ARAB &&
	    l->cls[i + 2] == C_ARAB && line_is(l, i + 3, ':') &&
	    l->cls[i + 4] == C_ARAB && l->cls[i + 5] == C_ARAB)
		return i + 6;
	return i;
}

size_t
date_point(struct scan *s, size_t i, const struct point *base,
    struct point *p)
{
	struct point t;
	size_t end, k;

	memset(p, 0, sizeof *p);
	end = numeric_read(s, i, p);
	if (end == i)
		return point_read(s, i, base, p);
	if (p->p.a.prec < P_DAY)
		return end;
	t = *p;
	end = weekday_beside(s, end);
	k = end;
	if (line_is(&s->l, k, H_OF) || (line_is(&s->l, k, 'T') &&
	    s->l.cls[k + 1] == C_ARAB))
		k++;
	k = clock_read(s, k, &t);
	if (t.t || t.part) {
		*p = t;
		end = zone(&s->l, k);
	}
	return end;
}

static enum kind
kind_of(const struct point *p)
{
	if (p->ref != NULL)
		return K_DATE;
	if (p->p.range)
		return p->t || p->p.a.prec >= P_HOUR ? K_TIMERANGE :
		    K_DATERANGE;
	if (p->p.a.prec >= P_HOUR)
		return (p->d || p->m) && p->p.a.d != 0 ? K_DATETIME : K_TIME;
	return K_DATE;
}

/* A bare year is a date where nothing counts by it: 2024, 2016 36号文. */
static size_t
year_alone(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t end;
	int y;

	end = year_bare(s, i, &y);
	if (end == i)
		return i;
	if (!(s->l.at[end] & AT_GAP)) {
		if (s->l.cls[end] == C_LATIN || s->l.cp[end] == '.' ||
		    s->l.cp[end] == '%' || s->l.cls[end] == C_BIG ||
		    s->l.cls[end] == C_SMALL || s->l.cls[end] == C_MORE ||
		    s->l.cp[end] == '+' || s->l.cp[end] == ':' ||
		    (s->l.cp[end] == '-' && s->l.cls[end + 1] == C_ARAB &&
		    year_bare(s, end + 1, &y) == end + 1) ||
		    (s->l.cp[end] == ',' && s->l.cls[end + 1] == C_ARAB) ||
		    (s->l.cp[end] == '/' && s->l.cls[end + 1] == C_ARAB))
			return i;
		if (words_longest(&s->k.units, s->l.cp + end, s->l.n - end,
		    &w) != 0 && w.type != WORD_TYPE('o', 0, 0, 0))
			return i;
	}
	year_bare(s, i, &y);
	memset(p, 0, sizeof *p);
	p->p.a = when_year(y);
	p->y = 1;
	p->named = 1;
	return end;
}

/* 较2019年, 2019年同期: something is compared with the date i to end. */
static int
compared(const struct scan *s, size_t i, size_t end)
{
	struct word w;

	return point_base(&s->l, i) || point_word(s, end, W_SAME, &w) != 0;
}

/* Whether 下午 alone, or a word for a month alone, is too weak for a date. */
static int
weak(const struct scan *s, size_t i, size_t end, const struct point *p)
{
	if (p->weak && p->part && !p->d)
		return (i > 0 && line_han(&s->l, i - 1)) ||
		    line_han(&s->l, end);
	return p->p.a.prec == P_MONTH && !p->p.range && !p->m && !p->y;
}

/* The first point, from what compares it on; i is where the text begins. */
static size_t
first_point(struct scan *s, size_t i, size_t from, struct point *p)
{
	size_t end, k;

	end = between_years(s, i, p);
	if (end > i && between_last(s, end, p) > end) {
		between_years(s, i, p);
		return end;
	}
	end = date_point(s, from, NULL, p);
	if (from > i)
		return end > from && (p->t || ((p->y == 1 || p->m) &&
		    !line_is(&s->l, i, 0x8fd1))) ? end : i;	/* 约5月16日 */
	if (end > i && p->ref == NULL && (p->p.a.prec == P_YEAR ||
	    p->p.a.prec == P_MONTH) && !p->p.range) {
		k = between_within(s, end, p);
		if (k > end)
			end = k;
	}
	if (end == i)
		end = between_first(s, i, p);
	return end == i ? year_alone(s, i, p) : end;
}

size_t
date_read(struct scan *s, size_t i, struct expr *e)
{
	struct compare c;
	struct point p;
	size_t end, k, from;
	int op;

	op = OP_EQ;
	memset(&c, 0, sizeof c);
	from = i;
	if (s->l.cls[i] == C_OTHER) {
		from = compare_before(s, i, &c);
		if (c.op != OP_ABOUT)
			from = i;
	}
	end = first_point(s, i, from, &p);
	if (end == i)
		return i;
	k = p.ref == NULL ? between_last(s, end, &p) : end;
	if (k > end) {
		end = k;
		p.weak = 0;
	} else if (weak(s, i, end, &p)) {
		return i;
	}
	k = after_read(s, end, i, &p, &op);
	if (k > end)
		end = between_open(s, k, &p, &op);
	if (p.p.range)
		op = OP_EQ;
	else if (from > i && op == OP_EQ)
		op = OP_ABOUT;
	force_date(&s->force, &p, &s->now, compared(s, i, end));
	e->kind = kind_of(&p);
	e->op = op;
	if (p.ref != NULL)
		e->value = piece_str(s, span_str(p.ref));
	else
		e->value = piece_period(s, &p.p);
	e->why = "date";
	return end;
}
