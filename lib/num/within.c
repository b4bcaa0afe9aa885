/* Parts of a year and of a month: 上半年, 第三周, 前8个月, 月底. */
#include "num/point.h"

#include <string.h>

/* A number of things, 个 in front of them or not. */
static size_t
count_of(struct scan *s, size_t i, int max, int *n)
{
	size_t end;

	end = numeral_small(&s->l, i, max, n);
	if (end == i || *n == 0)
		return i;
	return line_is(&s->l, end, H_GE) ? end + 1 : end;
}

/* Month A to month B of the point's year. */
static void
months(struct point *p, int a, int b)
{
	int y;

	y = p->p.a.y;
	point_range(p, when_month(y, a), when_month(y, b));
	if (y == 0)
		p->p.b = when_month(0, b > 12 ? b - 12 : b);
}

/* The first Monday on or after the first of a month. */
static struct day
first_monday(int y, int m)
{
	return cal_nth(y, m, 1, 1);
}

static void
weeks(struct point *p, int y, int m, int first, int count)
{
	struct day a;

	a = cal_add(first_monday(y, m), 7L * (first - 1));
	point_range(p, when_day(a), when_day(cal_add(a, 7L * count - 1)));
}

static size_t
week_word(const struct scan *s, size_t i)
{
	const struct line *l;

	l = &s->l;
	if (line_is(l, i, H_WEEK))
		return i + 1;
	if ((line_is(l, i, 0x661f) && line_is(l, i + 1, 0x671f)) ||
	    (line_is(l, i, 0x793c) && line_is(l, i + 1, 0x62dc)))
		return i + 2;
	return i;
}

/* 一 to 六, 日, 天, 末 behind 周 or 星期: 1 to 7, 8 for the weekend. */
static size_t
weekday(const struct scan *s, size_t i, int *d)
{
	const struct line *l;

	l = &s->l;
	*d = 0;
	if (line_is(l, i, H_DAY) || line_is(l, i, H_TIAN))
		*d = 7;
	else if (line_is(l, i, H_MO))
		*d = 8;
	else if ((l->cls[i] == C_DIGIT || l->cls[i] == C_ARAB) &&
	    (l->val[i] & 15) >= 1 && (l->val[i] & 15) <= 6)
		*d = l->val[i] & 15;
	return *d == 0 ? i : i + 1;
}

/* 第N or 最后: N, or 0 for the last. */
static size_t
which(struct scan *s, size_t i, int *n)
{
	if (line_is(&s->l, i, H_ZUI) && (line_is(&s->l, i + 1, H_HOU))) {
		*n = 0;
		if (line_is(&s->l, i + 2, 0x4e00))
			i++;
		return line_is(&s->l, i + 2, H_GE) ? i + 3 : i + 2;
	}
	if (!line_is(&s->l, i, H_ORD))
		return i;
	if (count_of(s, i + 1, 366, n) == i + 1)
		return i;
	return count_of(s, i + 1, 366, n);
}

/* N天 or N周 to the end of what ends on day a: 最后五天, 最后一周. */
static size_t
last_days(struct scan *s, size_t i, struct day a, struct point *p)
{
	size_t k, end;
	int n;

	k = count_of(s, i, 99, &n);
	if (k == i)
		n = 1;
	end = week_word(s, k);
	if (end > k) {
		a = cal_add(a, 7 - cal_weekday(a));
		n *= 7;
	} else if (line_is(&s->l, k, H_TIAN)) {
		end = k + 1;
	} else {
		return i;
	}
	if (n == 1) {
		p->p.a = when_day(a);
		p->d = 1;
	} else {
		point_range(p, when_day(cal_add(a, 1 - n)), when_day(a));
	}
	return end;
}

/* 个月, 天 or 周 behind 最后 of a year, so many or one. */
static size_t
last_of_year(struct scan *s, size_t i, struct point *p)
{
	struct when w;
	size_t k;
	int n;

	k = count_of(s, i, 11, &n);
	if (k > i && line_is(&s->l, k, H_MONTH)) {
		months(p, 13 - n, 12);
		return k + 1;
	}
	if (!p->y)
		return i;
	w = when_year(p->p.a.y);
	if (!line_is(&s->l, i, H_MONTH))
		return last_days(s, i, when_last(&w), p);
	p->p.a = when_month(p->p.a.y, 12);
	p->m = 1;
	return i + 1;
}

/* 首月, 后三个月 of a year that was named. */
static size_t
edge_of_year(struct scan *s, size_t i, struct point *p)
{
	size_t k;
	int n;

	if (!p->y)
		return i;
	if (line_is(&s->l, i, 0x9996) && line_is(&s->l, i + 1, H_MONTH)) {
		p->p.a = when_month(p->p.a.y, 1);
		p->m = 1;
		return i + 2;
	}
	if (!line_is(&s->l, i, H_HOU))
		return i;
	k = count_of(s, i + 1, 11, &n);
	if (k == i + 1 || !line_is(&s->l, k, H_MONTH) ||
	    line_is(&s->l, k + 1, H_SHARE))
		return i;
	months(p, 13 - n, 12);
	return k + 1;
}

/* 第三周, 第八个月, 第二季度, 第十天 of a year; 最后4个月. */
static size_t
nth_of_year(struct scan *s, size_t i, struct point *p)
{
	struct day a;
	size_t k, end;
	int n, y, count;

	y = p->p.a.y;
	k = which(s, i, &n);
	if (k > i && n > 0 && n <= 4 && line_is(&s->l, k, H_JI)) {
		end = line_is(&s->l, k + 1, H_DU) ? k + 2 : k + 1;
		if (end == k + 1 && (!p->y || !line_edge(&s->l, end)))
			return i;	/* 明年第三季, but 第三季 of a show */
		months(p, n * 3 - 2, n * 3);
		return end;
	}
	if (k == i || y == 0)
		return i;
	if (n == 0) {
		end = last_of_year(s, k, p);
		return end > k ? end : i;
	}
	if (line_is(&s->l, k, H_MONTH) && n <= 12) {
		p->p.a = when_month(y, n);
		p->m = 1;
		return k + 1;
	}
	end = week_word(s, k);
	if (end > k && n <= 53 && weekday(s, end, &count) == end) {
		weeks(p, y, 1, n, 1);
		return end;
	}
	if (line_is(&s->l, k, H_TIAN) && p->y) {
		a.y = y;
		a.m = a.d = 1;
		p->p.a = when_day(cal_add(a, n - 1));
		p->d = 1;
		return k + 1;
	}
	return i;
}

/* 前8个月, 前三季度, 前2周, 前10天 of a year. */
static size_t
first_of_year(struct scan *s, size_t i, struct point *p)
{
	struct day a;
	size_t k, end;
	int n, y;

	if (!line_is(&s->l, i, H_QIAN) && !(p->y && line_is(&s->l, i,
	    0x5934)))
		return i;	/* 前三个月, 今年头三个月 */
	y = p->p.a.y;
	k = count_of(s, i + 1, 99, &n);
	if (k == i + 1)
		return i;
	if (line_is(&s->l, k, H_MONTH) && n <= 12) {
		months(p, 1, n);
		return line_is(&s->l, k + 1, H_SHARE) ? k + 2 : k + 1;
	}
	if (line_is(&s->l, k, H_JI) && n <= 4 && (line_is(&s->l, k + 1, H_DU)
	    || (p->y && line_edge(&s->l, k + 1)))) {
		months(p, 1, n * 3);
		return line_is(&s->l, k + 1, H_DU) ? k + 2 : k + 1;
	}
	end = week_word(s, k);
	if (!p->y || y == 0)
		return i;
	if (end > k) {
		weeks(p, y, 1, 1, n);
		return end;
	}
	if (!line_is(&s->l, k, H_TIAN))
		return i;
	a.y = y;
	a.m = a.d = 1;
	point_range(p, when_day(a), when_day(cal_add(a, n - 1)));
	return k + 1;
}

/* 初 and 末 behind a quarter: its first or last month. */
static size_t
quarter_part(struct scan *s, size_t i, struct point *p)
{
	struct word w;

	if (point_word(s, i, W_PART, &w) == 0 || w.len != 1 || w.a == 2)
		return i;
	p->p.range = 0;
	p->m = 2;
	if (w.a == 3)
		p->p.a = p->p.b;
	return i + 1;
}

/* 一季度, 四季度末 */
static size_t
quarter(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t k;
	int n;

	if (s->l.cls[i] == C_DIGIT && s->l.cls[i + 1] == C_DIGIT &&
	    s->l.val[i + 1] == s->l.val[i] + 1 && s->l.val[i + 1] <= 4 &&
	    line_is(&s->l, i + 2, H_JI) && line_is(&s->l, i + 3, H_DU) &&
	    !line_is(&s->l, i, H_LIANG)) {
		months(p, s->l.val[i] * 3 - 2, s->l.val[i + 1] * 3);
		return i + 4;	/* 一二季度 */
	}
	k = numeral_small(&s->l, i, 4, &n);
	if (k > i && n > 0 && line_is(&s->l, k, H_JI) &&
	    line_is(&s->l, k + 1, H_DU) && !line_is(&s->l, i, H_LIANG))
		k += 2;
	else if (point_word(s, i, W_QUARTER_N, &w) != 0) {
		k = i + w.len;
		n = w.a;
	} else {
		return i;
	}
	months(p, n * 3 - 2, n * 3);
	return quarter_part(s, k, p);
}

/* 年初 年中 年底: the last day of the year for 年底. */
static void
part_of_year(struct point *p, int part)
{
	struct day a;

	a.y = p->p.a.y;
	a.m = 12;
	a.d = 31;
	if (part == 1)
		months(p, 1, 2);
	else if (part == 11)
		p->p.a = when_month(a.y, 1);
	else if (part == 2)
		months(p, 6, 7);
	else
		p->p.a = when_day(a);
	if (part == 3)
		p->d = 1;
}

/* Whether 年底 needs no year; 年初 does, but for 年初以来. */
static int
part_stands(const struct scan *s, size_t i, int part)
{
	struct word w;

	if (part != 1 && part != 11)
		return 1;
	return part == 1 && point_word(s, i, W_AFTER, &w) != 0 && w.a <= 3;
}

size_t
within_year(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t k;

	k = quarter(s, i, p);
	if (k == i)
		k = nth_of_year(s, i, p);
	if (k == i)
		k = first_of_year(s, i, p);
	if (k == i)
		k = edge_of_year(s, i, p);
	if (k == i)
		k = feast_read(s, i, p);
	if (k > i)
		return k;
	if (words_longest(&s->k.dates, s->l.cp + i, s->l.n - i, &w) == 0)
		return i;
	if (w.type == W_HALF_YEAR) {
		months(p, w.a * 6 - 5, w.a * 6);
	} else if ((w.type == W_SEASON || w.type == W_SEASON_1) && p->y) {
		months(p, w.a, w.a + w.b - 1);
		p->named = 1;
	} else if (w.type == W_PART && (w.a < 4 || w.a == 11) &&
	    (p->y || (w.len > 1 && part_stands(s, i + w.len, w.a)))) {
		if (s->l.cp[i] == H_MONTH)
			return i;
		part_of_year(p, w.a);
	} else if (w.type == W_ALL) {
		if (!p->y && s->force.year == 0 && s->force.told != 0)
			p->p.a.y = s->force.told;
		p->named = w.a;
	} else {
		return i;
	}
	return i + w.len;
}

/* 月底 月初 上旬 中下旬 */
static int
part_of_month(struct point *p, int part)
{
	static const int from[] = { 0, 1, 11, 0, 1, 11, 21, 11, 1 };
	static const int to[] = { 0, 5, 20, 0, 10, 20, 31, 31, 20 };
	struct when a, b;
	int last;

	if (part > 8)
		return -1;
	last = cal_days(p->p.a.y == 0 ? 2001 : p->p.a.y, p->p.a.m);
	a = b = p->p.a;
	a.prec = b.prec = P_DAY;
	if (part == 3) {
		a.d = last;
		p->p.a = a;
		p->d = 1;
		return 0;
	}
	a.d = from[part];
	b.d = to[part] > last ? last : to[part];
	point_range(p, a, b);
	return 0;
}

/* 第二周, 第一个星期一, 前两天, 最后五天 of a month. */
static size_t
nth_of_month(struct scan *s, size_t i, struct point *p)
{
	struct day a;
	size_t k, end;
	int n, d, y, m, last;

	y = p->p.a.y;
	m = p->p.a.m;
	last = cal_days(y, m);
	if (line_is(&s->l, i, H_QIAN)) {
		k = count_of(s, i + 1, last, &n);
		if (k == i + 1 || !line_is(&s->l, k, H_TIAN))
			return i;
		a.y = y;
		a.m = m;
		a.d = 1;
		point_range(p, when_day(a), when_day(cal_add(a, n - 1)));
		return k + 1;
	}
	k = which(s, i, &n);
	if (k == i)
		return i;
	end = week_word(s, k);
	if (end > k && weekday(s, end, &d) > end && d <= 7 && n <= 5) {
		p->p.a = when_day(cal_nth(y, m, n, d));
		p->d = 1;
		p->nth = 1;
		return end + 1;
	}
	if (end > k && n > 0 && n <= 5) {
		weeks(p, y, m, n, 1);
		return end;
	}
	a.y = y;
	a.m = m;
	a.d = last;
	if (n == 0) {
		end = last_days(s, k, a, p);
		return end > k ? end : i;
	}
	if (!line_is(&s->l, k, H_TIAN) || n > last)
		return i;
	a.d = n;
	p->p.a = when_day(a);
	p->d = 1;		/* 第一天 */
	return k + 1;
}

/* The same where the year is not known: which day, nothing tells. */
static size_t
nth_unknown(struct scan *s, size_t i, struct point *p)
{
	struct point q;
	size_t end;

	q = *p;
	q.p.a = when_month(2000, p->p.a.m != 0 ? p->p.a.m : 1);
	end = nth_of_month(s, i, &q);
	if (end > i) {
		p->named = 1;
		p->nth = q.nth;
	}
	return end;
}

size_t
within_month(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t k, from;

	from = line_is(&s->l, i, H_OF) ? i + 1 : i;
	k = p->p.a.y != 0 && p->p.a.m != 0 ? nth_of_month(s, from, p) :
	    nth_unknown(s, from, p);
	if (k > from)
		return k;
	if (point_word(s, i, W_PART, &w) == 0 || s->l.cp[i] == H_YEAR)
		return i;
	/* 中 is more often `within`: 3月中 wants an edge. */
	if (w.a == 2 && w.len == 1 && line_han(&s->l, i + 1))
		return i;
	if (p->p.a.m == 0 || part_of_month(p, w.a) != 0)
		return i;
	return i + w.len;
}
