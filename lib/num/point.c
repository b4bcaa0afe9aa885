/* Points of time: years, months and days in figures, and how they combine. */
#include "num/numeric.h"

#include <string.h>

enum {
	NUMBER_MAX = 9999,	/* of a building, a berth, a line */
	NUMBERS = 16		/* in a list of them that is looked at */
};

size_t
point_find(const struct scan *s, size_t i, uint32_t type, struct word *w)
{
	struct word all[8];
	size_t n, k;

	n = words_all(&s->k.dates, s->l.cp + i, s->l.n - i, all, 8);
	for (k = 0; k < n; k++)
		if (all[k].type == type) {
			*w = all[k];
			return w->len;
		}
	return 0;
}

size_t
aft_word(const struct scan *s, size_t i, struct word *w)
{
	if (point_word(s, i, W_AFTER, w) != 0)
		return w->len;
	/* 前 and 后 stand before a span, too. */
	if (line_is(&s->l, i, H_QIAN) || line_is(&s->l, i, H_HOU)) {
		w->type = W_AFTER;
		w->a = line_is(&s->l, i, H_QIAN) ? 6 : 5;
		w->len = 1;
		return 1;
	}
	return 0;
}

int
point_year(const struct scan *s, const struct point *base, int month)
{
	if (base != NULL && base->p.a.y != 0)
		return base->p.a.y;
	if (s->force.year != 0)
		return s->force.year;
	/* In January and February, 11月 and 12月 are those just gone. */
	if (s->now.prec >= P_MONTH && s->now.m <= 2 && month >= 11)
		return s->now.y - 1;
	return s->now.prec >= P_YEAR ? s->now.y : 0;
}

int
leap_year(int y, int m, int d)
{
	if (y > 8 && m == 2 && d == 29)
		while (cal_days(y, m) < d)
			y--;
	return y;
}

struct when
day_from(struct when w, int n)
{
	return w.d == 0 ? w : when_day(cal_add(when_first(&w), n));
}

struct when
day_away(const struct scan *s, int n)
{
	struct force none;

	memset(&none, 0, sizeof none);
	return day_from(force_day(&none, &s->now), n);
}

struct when
day_in_force(const struct scan *s)
{
	return force_day(&s->force, &s->now);
}

void
point_range(struct point *p, struct when a, struct when b)
{
	p->p.a = a;
	p->p.b = b;
	p->p.range = 1;
}

size_t
month_figures(struct scan *s, size_t i, int *m)
{
	struct word w;
	size_t end;

	if (point_word(s, i, W_MONTH_N, &w) != 0 && line_edge(&s->l, i)) {
		*m = w.a;	/* 元月 */
		return i + w.len;
	}
	end = numeral_small(&s->l, i, 12, m);
	if (end == i || *m == 0 || !line_is(&s->l, end, H_MONTH) ||
	    line_is(&s->l, i, H_LIANG))
		return i;
	end++;
	return line_is(&s->l, end, H_SHARE) ? end + 1 : end;
}

/* A day of the month in figures, with 日 or 号, or bare after a month. */
static size_t
day_figures(struct scan *s, size_t i, int after, int *d)
{
	struct word w;
	size_t end;

	end = numeral_small(&s->l, i, 31, d);
	if (end == i || *d == 0 || line_is(&s->l, i, H_LIANG))
		return i;
	if (line_is(&s->l, end, H_DAY) || line_is(&s->l, end, H_NO))
		return end + 1;
	if (!after || (s->l.at[i] & AT_GAP && s->l.cls[i] == C_ARAB))
		return i;
	if (!line_han(&s->l, end))
		return s->l.cp[end] == '.' || s->l.cp[end] == '%' ||
		    s->l.cls[end] == C_ARAB || s->l.cls[end] == C_LATIN ?
		    i : end;
	if (words_longest(&s->k.dates, s->l.cp + end, s->l.n - end, &w) != 0 &&
	    (w.type == W_DAYPART || w.type == W_TO || w.type == W_LUNAR))
		return end;
	return i;
}

/* 三四月份, 一二月: two months in a row. */
static size_t
two_months(const struct scan *s, size_t i, int year, struct point *p)
{
	const struct line *l;
	int a, b;

	l = &s->l;
	if (l->cls[i] != C_DIGIT || l->cls[i + 1] != C_DIGIT ||
	    !line_is(l, i + 2, H_MONTH) || line_is(l, i, H_LIANG))
		return i;
	a = l->val[i] & (DIGIT_FORMAL - 1);
	b = l->val[i + 1] & (DIGIT_FORMAL - 1);
	if (b != a + 1 || l->cls[i + 3] == C_DIGIT || l->cls[i + 3] ==
	    C_SMALL || l->cls[i + 3] == C_TENS)
		return i;	/* 一二月三十日 is in December */
	point_range(p, when_month(year, a), when_month(year, b));
	p->calc = !p->y;
	return line_is(l, i + 3, H_SHARE) ? i + 4 : i + 3;
}

size_t
month_day(struct scan *s, size_t i, const struct point *base, struct point *p)
{
	struct word w;
	size_t k, end;
	int m, d, year;

	year = p->y ? p->p.a.y : point_year(s, base, 0);
	k = p->y ? i : lunar_feast(s, i, year, p);
	if (k == i)
		k = lunar_read(s, i, year, p);
	if (k > i)
		return k;
	k = two_months(s, i, year, p);
	if (k > i)
		return k;
	k = month_figures(s, i, &m);
	if (k > i) {
		if (!p->y)
			year = point_year(s, base, m);
		p->calc = !p->y;
	} else if (p->y == 2 && point_word(s, i, W_MONTH, &w) != 0 &&
	    w.a == 0) {
		k = i + w.len;		/* 去年同月 */
		m = s->now.prec < P_MONTH ? 0 : s->now.m;
	} else if (!p->y && point_word(s, i, W_MONTH, &w) != 0) {
		k = i + w.len;
		if (s->force.month != 0 && (w.b == 1 || (w.a == -1 &&
		    point_base(&s->l, i)))) {
			m = s->force.month + w.a;	/* 当月, 比上月 */
			year = point_year(s, base, 0);
		} else if (s->now.prec < P_MONTH) {
			year = m = 0;
		} else {
			m = s->now.m + w.a;
			year = s->now.y;
		}
	} else {
		return i;
	}
	p->p.a = when_month(year, m);
	p->m = 1;
	end = day_figures(s, k, 1, &d);
	if (end == k)
		return within_month(s, k, p);
	if (!p->y)
		p->p.a.y = year = leap_year(year, p->p.a.m, d);
	if (!cal_valid(year, p->p.a.m, d) && p->p.a.m != 0) {
		s->bad = end;	/* 2月30日 is no date */
		return i;
	}
	p->p.a.d = d;
	p->p.a.prec = P_DAY;
	p->d = 1;
	return end;
}

/* The month for a day that has none. */
static struct when
month_in_force(const struct scan *s)
{
	const struct force *f;

	f = &s->force;
	if (s->now.prec < P_MONTH)
		return when_month(f->year, f->month);
	return when_month(f->year != 0 && f->month != 0 ? f->year : s->now.y,
	    f->month != 0 ? f->month : s->now.m);
}

/* Where a list that goes on behind 号 at i ends: 、10号 of 9号、10号泊位. */
static size_t
numbered(const struct scan *s, size_t i)
{
	struct word to;
	size_t k, end;
	int n, v;

	for (n = 0; n < NUMBERS; n++) {
		k = line_is(&s->l, i, 0x3001) || line_is(&s->l, i, 0x53ca) ?
		    i + 1 : i + point_word(s, i, W_TO, &to);
		end = k == i ? k : numeral_small(&s->l, k, NUMBER_MAX, &v);
		if (end == k || !line_is(&s->l, end, H_NO))
			break;
		i = end + 1;
	}
	return i;
}

/* Whether 号 that ends at i marks a thing, not a day: 1号线, but 29号将. */
static int
thing(const struct scan *s, size_t i)
{
	struct word w;

	i = numbered(s, i);
	return line_is(&s->l, i - 1, H_NO) && line_han(&s->l, i) &&
	    point_word(s, i, W_DAYPART, &w) == 0 &&
	    point_word(s, i, W_TO, &w) == 0 && !line_tag(&s->l, i, 'r') &&
	    !line_tag(&s->l, i, 'd') && !(s->l.cls[i] == C_DIGIT &&
	    line_is(&s->l, i + 1, H_TIAN));	/* 5号、6号两天 */
}

/* Whether i goes on from a day: 11号 of 9月10号、11号召开. */
static int
listed(const struct scan *s, size_t i)
{
	const struct expr *e;

	if (s->n == 0)
		return 0;
	e = &s->expr[s->n - 1];
	return e->kind == K_DATE && e->end + 1 == i && (line_is(&s->l,
	    e->end - 1, H_NO) || line_is(&s->l, e->end - 1, H_DAY));
}

/* A bare day: 15日, of the month in force. */
static size_t
day_only(struct scan *s, size_t i, const struct point *base, struct point *p)
{
	struct word w;
	size_t end;
	int d;

	end = day_figures(s, i, 0, &d);
	if (end == i || (base == NULL && i > 0 && line_is(&s->l, i - 1,
	    H_ORD)))
		return i;
	if (aft_word(s, end, &w) != 0 && w.a >= 4 && base == NULL)
		return i;	/* 3日内 is a span */
	if (base == NULL && !listed(s, i) && thing(s, end))
		return i;
	if (base != NULL && base->p.a.prec >= P_MONTH)
		p->p.a = base->p.range ? base->p.b : base->p.a;
	else
		p->p.a = month_in_force(s);
	if (p->p.a.m != 0 && !cal_valid(p->p.a.y, p->p.a.m, d))
		return i;
	p->p.a.d = d;
	p->p.a.prec = P_DAY;
	p->d = 1;
	p->calc = 1;
	return end;
}

size_t
day_read(struct scan *s, size_t i, struct point *p)
{
	int d;

	p->p.a.d = 0;
	return day_figures(s, i, 0, &d);
}

static size_t
skip_of(const struct scan *s, size_t i)
{
	return line_is(&s->l, i, H_OF) ? i + 1 : i;
}

static size_t
figures(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t k, end;

	k = i;
	if (s->l.cls[i] == C_OTHER && point_word(s, i, W_LUNAR_MONTH, &w) !=
	    0 && w.a == 0) {
		k += w.len;	/* 农历2015年八月十五 */
		p->lunar = 1;
	}
	end = year_read(s, k, p);
	if (end == k) {
		p->lunar = 0;
		return i;
	}
	k = end;
	end = numeric_rest(s, k, p);
	if (end > k)
		return end;
	end = month_day(s, skip_of(s, k), NULL, p);
	if (end > skip_of(s, k))
		return end;
	end = year_kind(s, k);
	if (end == k && line_is(&s->l, k, H_DU))
		end++;		/* 2022年度 */
	if (end > k) {
		p->named = 1;
		return end;
	}
	end = within_year(s, skip_of(s, k), p);
	return end > skip_of(s, k) ? end : k;
}

size_t
figures_read(struct scan *s, size_t i, struct point *p)
{
	size_t end;

	end = figures(s, i, p);
	return end == i || p->p.range || p->y != 1 ? end :
	    year_letters(&s->l, end, &p->p.a);	/* 1823年3月bc */
}

/* 最后一个周三, 第二个星期日: of the month in force. */
static size_t
nth_weekday(struct scan *s, size_t i, struct point *p)
{
	struct when month;
	size_t end;

	if (!line_is(&s->l, i, H_ORD) && !line_is(&s->l, i, H_ZUI))
		return i;
	month = s->force.month != 0 ? when_month(point_year(s, NULL, 0),
	    s->force.month) : s->now;
	if (s->force.month == 0 && s->now.prec < P_MONTH)
		month = when_month(0, 0);
	p->p.a = when_month(month.y, month.m);
	end = within_month(s, i, p);
	if (end > i && p->nth)
		return end;
	memset(p, 0, sizeof *p);
	return i;
}

size_t
point_read(struct scan *s, size_t i, const struct point *base,
    struct point *p)
{
	size_t end, k;

	memset(p, 0, sizeof *p);
	p->sure = base != NULL && base->t;
	end = word_read(s, i, p);
	if (p->ref != NULL)
		return end;
	if (end == i)
		end = figures_read(s, i, p);
	if (end == i)
		end = month_day(s, i, base, p);
	if (end == i)
		end = day_only(s, i, base, p);
	if (end == i)
		end = nth_weekday(s, i, p);
	if (end == i) {
		p->p.a = when_year(point_year(s, base, 0));
		end = within_year(s, i, p);
		p->calc = 1;
	}
	if (end == i) {
		memset(p, 0, sizeof *p);
		p->sure = base != NULL && base->t;
	}
	if (end > i && (p->p.range || p->p.a.prec != P_DAY))
		return end;
	if (end > i)
		end = p->dow ? date_beside(s, end, p) : weekday_beside(s, end);
	if (end == i && base != NULL && base->p.a.prec >= P_DAY)
		p->p.a = base->p.range ? base->p.b : base->p.a;
	k = end;
	if (end > i && (line_is(&s->l, k, H_OF) || line_is(&s->l, k, ',')))
		k++;
	p->clock = end;
	k = clock_read(s, k, p);
	if (p->t || p->part)
		end = k;
	return end;
}
