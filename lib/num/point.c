/* Points of time: years, months and days in figures, and how they combine. */
#include "num/point.h"

#include <string.h>

size_t
point_word(const struct scan *s, size_t i, uint32_t type, struct word *w)
{
	struct word all[8];
	size_t n, k;

	if (i >= s->l.n)
		return 0;
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
	if (line_is(&s->l, i, H_QIAN) || line_is(&s->l, i, 0x540e)) {
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

/* 15年 is 2015, 98年 is 1998: at most ten years ahead. */
static int
century(const struct scan *s, int yy)
{
	int now;

	now = s->now.prec >= P_YEAR ? s->now.y : 2025;
	yy += now / 100 * 100;
	return yy > now + 10 && yy >= 2000 ? yy - 100 : yy;
}

/* Digits, Arabic or Chinese, one after another: their count and value. */
static size_t
run(const struct line *l, size_t i, int *value)
{
	size_t k;
	int arab;

	*value = 0;
	arab = l->cls[i] == C_ARAB;
	for (k = i; k < l->n && k - i < 9; k++) {
		if (arab ? l->cls[k] != C_ARAB : l->cls[k] != C_DIGIT &&
		    l->cls[k] != C_ZERO)
			break;
		if (arab && k > i && (l->at[k] & AT_GAP))
			break;
		*value = *value * 10 + (l->cls[k] == C_ZERO ? 0 :
		    l->val[k] & (DIGIT_FORMAL - 1));
	}
	return k;
}

/* Whether what follows 年 shows that two digits before it were a year. */
static int
year_goes_on(const struct scan *s, size_t i)
{
	struct word w;
	size_t end;
	int m;

	if (line_is(&s->l, i, H_OF))
		i++;
	end = numeral_small(&s->l, i, 12, &m);
	if (end > i && line_is(&s->l, end, H_MONTH))
		return 1;
	if (end > i && line_is(&s->l, end, H_JI))
		return 1;
	if (line_is(&s->l, i, H_ORD))
		return 1;
	return words_longest(&s->k.dates, s->l.cp + i, s->l.n - i, &w) != 0 &&
	    (w.type == W_SEASON || w.type == W_SEASON_1 ||
	    w.type == W_HALF_YEAR || w.type == W_FESTIVAL ||
	    w.type == W_LUNAR || w.type == W_LUNAR_MONTH ||
	    (w.type == W_PART && w.a < 4));
}

/* 雍正四年, 公元前202年 */
static size_t
named_year(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t k, end;
	int v, sign;

	if (point_word(s, i, W_ERA, &w) != 0) {
		k = i + w.len;
		end = line_is(&s->l, k, 0x5143) ? k + 1 :
		    numeral_small(&s->l, k, 99, &v);
		if (line_is(&s->l, k, 0x5143))
			v = 1;
		if (end == k || !line_is(&s->l, end, H_YEAR))
			return i;
		p->p.a = when_year(w.a + v);
		return end + 1;
	}
	if (point_word(s, i, W_BC, &w) == 0)
		return i;
	sign = w.a;
	k = i + w.len;
	end = run(&s->l, k, &v);
	if (end == k || end - k > 4)
		end = numeral_small(&s->l, k, 9999, &v);
	if (end == k || v == 0 || !line_is(&s->l, end, H_YEAR))
		return i;
	p->p.a = when_year(sign < 0 ? -v : v);
	return end + 1;
}

/* A year in figures with 年. */
static size_t
year_figures(struct scan *s, size_t i, struct point *p)
{
	const struct line *l;
	size_t end;
	int v;

	l = &s->l;
	end = run(l, i, &v);
	if (end - i != 4) {
		if (end - i == 2 && line_is(l, end, H_YEAR)) {
			if (!year_goes_on(s, end + 1) && ((l->cls[i] == C_ARAB
			    && l->cp[i] != '0') ||
			    (l->cls[i] == C_DIGIT && v % 10 == v / 10 + 1)))
				return i;
			p->p.a = when_year(century(s, v));
			return end + 1;
		}
		end = numeral_small(l, i, 2999, &v);
		if (end == i || v < 1000 || l->cls[i] == C_ARAB)
			return i;
	}
	if (!line_is(l, end, H_YEAR) || v < 1000 || v > 2999)
		return i;
	if (line_is(l, end + 1, 0x524d) && v < 1500)
		return i;
	p->p.a = when_year(v);
	return end + 1;
}

/* 投产后年产 and 建成后年接卸: 后 goes with what is before it. */
static int
run_on(const struct line *l, size_t i)
{
	static const uint32_t before[] = {
		0x4ea7, 0x6210, 0x7528, 0x8425, 0x5de5, 0x6807, 0x8fd0
	};
	size_t k;

	if (i == 0 || !(line_is(l, i, 0x540e) || line_is(l, i, H_QIAN)))
		return 0;
	for (k = 0; k < sizeof before / sizeof before[0]; k++)
		if (line_is(l, i - 1, before[k]))
			return 1;
	return 0;
}

/*
 * The year that a word counts from: 去年 from the reference date, 上年 from
 * the year in force (anchor 1), 当年 from the one named last (2).
 */
static int
year_base(const struct scan *s, int anchor)
{
	const struct force *f;

	f = &s->force;
	if (anchor == 2 && f->last != 0)
		return f->last;
	if (anchor != 0 && f->year != 0)
		return f->year;
	if (anchor != 0 && f->told != 0)
		return f->told;
	return s->now.prec != P_NONE ? s->now.y : 0;
}

/* A year, in figures or as 去年. */
static size_t
year_read(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t end;

	if (s->l.cls[i] == C_ARAB || s->l.cls[i] == C_DIGIT ||
	    s->l.cls[i] == C_ZERO) {
		end = year_figures(s, i, p);
		p->y = end > i;
		return end;
	}
	end = named_year(s, i, p);
	if (end > i) {
		p->y = 1;
		return end;
	}
	if (point_word(s, i, W_YEAR, &w) == 0 || run_on(&s->l, i))
		return i;
	p->p.a = when_year(year_base(s, w.b));
	if (p->p.a.y != 0)
		p->p.a.y += w.a;
	p->y = 2;
	return i + w.len;
}

/* A month in figures, 月 included; not 3个月. */
static size_t
month_figures(struct scan *s, size_t i, int *m)
{
	size_t end;

	end = numeral_small(&s->l, i, 12, m);
	if (end == i || *m == 0 || !line_is(&s->l, end, H_MONTH) ||
	    line_is(&s->l, i, 0x4e24))
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
	if (end == i || *d == 0 || line_is(&s->l, i, 0x4e24))
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
	    (w.type == W_DAYPART || w.type == W_TO))
		return end;
	return i;
}

/* The lunar form of a day: 初八, 廿九, 十五 after 正月. */
static size_t
lunar_day(struct scan *s, size_t i, int *d)
{
	size_t end, k;

	k = line_is(&s->l, i, 0x521d) ? i + 1 : i;
	end = numeral_small(&s->l, k, 30, d);
	if (end == k || *d == 0 || (k > i && *d > 10))
		return i;
	return line_is(&s->l, end, H_DAY) ? end + 1 : end;
}

/* 正月初八, 农历八月十五, 闰四月, 五月廿二; all days become solar ones. */
static size_t
lunar_read(struct scan *s, size_t i, int year, struct point *p)
{
	struct word w;
	struct day a, b;
	size_t k, end;
	int m, d, sure;

	k = i;
	m = 0;
	sure = 0;
	if (point_word(s, k, W_LUNAR_MONTH, &w) != 0 && w.a == 0) {
		k += w.len;
		sure = 1;
	}
	if (point_word(s, k, W_LUNAR_MONTH, &w) != 0 && w.a != 0) {
		k += w.len;
		m = w.a;
		sure = 1;
	}
	if (m <= 0) {
		end = month_figures(s, k, &d);
		if (end == k)
			return i;
		m = m < 0 ? -d : d;
		k = end;
	}
	end = lunar_day(s, k, &d);
	if (end == k)
		d = 0;
	if (!sure && !(end > k && (line_is(&s->l, k, 0x521d) ||
	    s->l.cls[k] == C_TENS)))
		return i;
	if (year == 0) {
		p->p.a = when_year(0);	/* which day, nothing tells */
		p->d = p->named = 1;
		return d != 0 ? end : k;
	}
	if (cal_lunar(&s->k.lunar, year, m, d == 0 ? 1 : d, &a) != 0)
		return i;
	if (d != 0) {
		p->p.a = when_day(a);
		p->d = 1;
		return end;
	}
	if (cal_lunar(&s->k.lunar, year, m, 0, &b) != 0)
		return i;
	point_range(p, when_day(a), when_day(b));
	p->named = 1;
	return k;
}

/* The month and day behind a year that was read; y 0 is none. */
static size_t
month_day(struct scan *s, size_t i, const struct point *base, struct point *p)
{
	struct word w;
	size_t k, end;
	int m, d, year;

	year = p->y ? p->p.a.y : point_year(s, base, 0);
	k = lunar_read(s, i, year, p);
	if (k > i)
		return k;
	k = month_figures(s, i, &m);
	if (k > i) {
		if (!p->y)
			year = point_year(s, base, m);
		p->calc = !p->y;
	} else if (!p->y && point_word(s, i, W_MONTH, &w) != 0) {
		k = i + w.len;
		if (w.b == 1 && s->force.month != 0) {
			m = s->force.month + w.a;	/* 当月 */
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
	if (line_is(&s->l, k, H_OF) && line_is(&s->l, k + 1, H_ORD))
		k++;
	end = day_figures(s, k, 1, &d);
	if (end == k)
		return within_month(s, k, p);
	if (!cal_valid(year, p->p.a.m, d) && p->p.a.m != 0) {
		s->bad = end;	/* 2月30日 is no date */
		return i;
	}
	p->p.a.d = d;
	p->p.a.prec = P_DAY;
	p->d = 1;
	return end;
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
	if (line_is(&s->l, end - 1, H_NO) && base == NULL &&
	    line_han(&s->l, end) && point_word(s, end, W_DAYPART, &w) == 0 &&
	    point_word(s, end, W_TO, &w) == 0)
		return i;	/* 1号线 */
	if (base != NULL && base->p.a.prec >= P_MONTH) {
		p->p.a = base->p.range ? base->p.b : base->p.a;
	} else if (s->now.prec >= P_MONTH) {
		p->p.a = when_month(s->force.year != 0 && s->force.month != 0 ? s->force.year :
		    s->now.y, s->force.month != 0 ? s->force.month : s->now.m);
	} else {
		p->p.a = when_month(s->force.year, s->force.month);
	}
	if (p->p.a.m != 0 && !cal_valid(p->p.a.y, p->p.a.m, d))
		return i;
	p->p.a.d = d;
	p->p.a.prec = P_DAY;
	p->d = 1;
	p->calc = 1;
	return end;
}

static size_t
skip_of(const struct scan *s, size_t i)
{
	return line_is(&s->l, i, H_OF) ? i + 1 : i;
}

size_t
figures_read(struct scan *s, size_t i, struct point *p)
{
	size_t k, end;

	k = year_read(s, i, p);
	if (k == i)
		return i;
	end = month_day(s, skip_of(s, k), NULL, p);
	if (end > skip_of(s, k))
		return end;
	if (line_is(&s->l, k, H_YEAR) || line_is(&s->l, k, H_DU)) {
		/* 2022年年底, 2022年度 */
		if (line_is(&s->l, k, H_DU)) {
			p->named = 1;
			return k + 1;
		}
	}
	end = within_year(s, skip_of(s, k), p);
	return end > skip_of(s, k) ? end : k;
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
	if (end == i && base != NULL && base->p.a.prec >= P_DAY)
		p->p.a = base->p.range ? base->p.b : base->p.a;
	k = end;
	if (end > i && (line_is(&s->l, k, H_OF) || line_is(&s->l, k, ',')))
		k++;
	k = clock_read(s, k, p);
	if (p->t || p->part)
		end = k;
	return end;
}
