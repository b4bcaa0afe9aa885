/* Days of the Chinese calendar: 正月初八, 农历八月十五, 闰四月, 三月三. */
#include "num/point.h"

enum {
	CHU = 0x521d,		/* 初 */
	LATE = 60,		/* days a month is the one just gone */
	TABLE_FIRST = 1900,
	TABLE_LAST = 2100
};

/* The form of a day: 初八, 廿九, 十五 after 正月. */
static size_t
lunar_day(struct scan *s, size_t i, int *d)
{
	size_t end, k;

	k = line_is(&s->l, i, CHU) ? i + 1 : i;
	end = numeral_small(&s->l, k, 30, d);
	if (end == k || *d == 0 || (k > i && *d > 10))
		return i;
	return line_is(&s->l, end, H_DAY) ? end + 1 : end;
}

/*
 * A lunar month.  sure tells whether its name shows that it is one: 正月,
 * 农历十月, 闰四月, which is negative.
 */
static size_t
lunar_month(struct scan *s, size_t i, int *m, int *sure)
{
	struct word w;
	size_t k, end;
	int n;

	k = i;
	*m = *sure = 0;
	if (point_word(s, k, W_LUNAR_MONTH, &w) != 0 && w.a == 0) {
		k += w.len;
		*sure = 1;
	}
	if (point_word(s, k, W_LUNAR_MONTH, &w) != 0 && w.a != 0) {
		k += w.len;
		*m = w.a;
		*sure = 1;
	}
	if (*m > 0)
		return k;
	end = month_figures(s, k, &n);
	if (end == k)
		return i;
	*m = *m < 0 ? -n : n;
	return end;
}

/* Whether a day such as 初八 or 廿二, or 十五 of 8月十五, is a lunar one. */
static int
lunar_form(const struct scan *s, size_t i, size_t k, size_t end)
{
	const struct line *l;
	struct word w;

	l = &s->l;
	if (end == k)
		return 0;
	if (line_is(l, k, CHU) || l->cls[k] == C_TENS ||
	    point_word(s, end, W_LUNAR, &w) != 0)
		return 1;
	return l->cls[i] == C_ARAB && l->cls[k] != C_ARAB &&
	    !(l->at[k] & AT_GAP) && !line_is(l, end - 1, H_DAY) &&
	    (!line_han(l, end) || point_word(s, end, W_DAYPART, &w) != 0);
}

/* The lunar year that is meant where none is named: 腊月 is often past. */
static int
year_meant(const struct scan *s, int year, int m, int named)
{
	struct day a;

	if (named || s->now.prec < P_DAY || year != s->now.y || m < 11 ||
	    cal_lunar(&s->k.lunar, year - 1, m, 0, &a) != 0)
		return year;
	return cal_number(when_first(&s->now)) - cal_number(a) <= LATE ?
	    year - 1 : year;
}

size_t
lunar_read(struct scan *s, size_t i, int year, struct point *p)
{
	struct day a, b;
	size_t k, end;
	int m, d, sure;

	k = lunar_month(s, i, &m, &sure);
	if (k == i)
		return i;
	sure |= p->lunar;
	end = lunar_day(s, k, &d);
	if (!sure && !lunar_form(s, i, k, end))
		return i;
	if (end == k)
		d = 0;
	if (year < TABLE_FIRST || year > TABLE_LAST) {
		p->p.a = when_year(year);	/* the day, nothing tells */
		p->d = p->named = 1;
		return end;
	}
	year = year_meant(s, year, m, p->y);
	if (cal_lunar(&s->k.lunar, year, m, d == 0 ? 1 : d, &a) != 0) {
		s->bad = end;	/* 正月三十 where the month has 29 days */
		return i;
	}
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

size_t
lunar_feast(struct scan *s, size_t i, int year, struct point *p)
{
	struct word w;
	const struct line *l;
	size_t k, end;
	int c;

	l = &s->l;
	k = i;
	if (l->cls[i] == C_OTHER && point_word(s, i, W_LUNAR_MONTH, &w) != 0
	    && w.a == 0)
		k += w.len;	/* 农历元宵 */
	if ((k == i && l->cls[i] == C_OTHER) || point_word(s, k, W_LUNAR,
	    &w) == 0)
		return i;
	end = k + w.len;
	c = l->cls[end];
	if (c == C_DIGIT || c == C_SMALL || c == C_ARAB ||
	    line_is(l, end, H_DAY) || line_is(l, end, H_NO))
		return i;	/* 三月三日, 三月三十 */
	p->p.a = when_year(year);
	end = feast_read(s, k, p);
	if (end > k)
		return end;
	p->p.a.prec = P_NONE;
	return i;
}
