/* Ranges of two points of time. */
#include "num/between.h"

#include <string.h>

#include "num/compare.h"

/* Whether 从 or 自 stands before i. */
static int
from(const struct scan *s, size_t i)
{
	struct word w;

	return i > 0 && point_word(s, i - 1, W_LEAD, &w) == 1 && w.a == 1;
}

/* A bare year, as in 1995-1997年, 2016到2018, or a heading's 2024. */
size_t
year_bare(const struct scan *s, size_t i, int *y)
{
	const struct line *l;
	size_t k;

	l = &s->l;
	*y = 0;
	for (k = i; k < l->n && l->cls[k] == C_ARAB && k - i < 5 &&
	    !(k > i && (l->at[k] & AT_GAP)); k++)
		*y = *y * 10 + l->val[k];
	if (k - i != 4 || *y < 1900 || *y > 2099)
		return i;
	if (i > 0 && !(l->at[i] & AT_GAP) && (l->cls[i - 1] == C_LATIN ||
	    l->cls[i - 1] == C_ARAB || l->cp[i - 1] == '.' ||
	    (l->cp[i - 1] == '-' && !(i > 5 && from(s, i - 5))) ||
	    l->cp[i - 1] == '/'))
		return i;	/* 2016-2018, but 从2016-2018 */
	return k;
}

static size_t
joiner(const struct scan *s, size_t i, struct word *w)
{
	return point_word(s, i, W_TO, w);
}

/* Whether 和 or 与 between two dates is closed by 之间 or 间. */
static int
between(const struct scan *s, size_t i, size_t *end)
{
	struct word w;

	if (aft_word(s, i, &w) == 0 || w.a != 9)
		return 0;
	*end = i + w.len;
	return 1;
}

/* Whether a point that ends at i is a quarter. */
static int
quarter(const struct scan *s, size_t i, const struct point *p)
{
	return p->p.range && i > 1 && line_is(&s->l, i - 1, H_DU) &&
	    line_is(&s->l, i - 2, H_JI);
}

/* 1、2月份 and 一、二季度: two in a row are the time of both. */
static size_t
enumerated(struct scan *s, size_t i, int v, struct point *p)
{
	size_t end;

	end = point_read(s, i, NULL, p);
	if (end == i || p->y || p->d || p->t)
		return i;
	if (quarter(s, end, p) && p->p.a.m == v * 3 + 1)
		p->p.a = when_month(p->p.a.y, v * 3 - 2);
	else if (p->m && !p->p.range && p->p.a.m == v + 1)
		point_range(p, when_month(p->p.a.y, v), p->p.a);
	else
		return i;
	return end;
}

/* 1 of 1—8月, 19 of 19到20日, 8 of 8至12时 */
size_t
between_first(struct scan *s, size_t i, struct point *p)
{
	struct point q;
	struct word w;
	size_t end, k, last;
	int v;

	end = numeral_small(&s->l, i, 31, &v);
	if (end == i || v == 0 || line_is(&s->l, i, H_LIANG))
		return i;
	if (line_is(&s->l, end, 0x3001)) {
		last = enumerated(s, end + 1, v, p);
		return last > end + 1 ? last : i;
	}
	k = end + joiner(s, end, &w);
	if (k == end || w.a == 1)
		return i;
	last = point_read(s, k, NULL, &q);
	if (last == k || (s->l.cls[k] != C_ARAB && s->l.cls[k] != C_DIGIT &&
	    s->l.cls[k] != C_SMALL))
		return i;
	memset(p, 0, sizeof *p);
	if (quarter(s, last, &q) && !q.y && v * 3 < q.p.b.m) {
		p->p.a = when_month(q.p.a.y, v * 3 - 2);
		p->m = p->calc = 1;
	} else if (q.m && !q.d && !q.y && !q.p.range && v <= 12) {
		p->p.a = when_month(point_year(s, NULL, v), v);
		p->m = p->calc = 1;
	} else if (q.t && !q.d && !q.p.range && v <= 24) {
		p->p.a = q.p.a;
		p->p.a.h = v;
		p->p.a.mi = p->p.a.s = 0;
		p->p.a.prec = P_HOUR;
		p->t = 1;
	} else if (q.d && !q.m && !q.p.range && q.d == 1) {
		p->p.a = q.p.a;
		p->p.a.d = v;
		p->p.a.prec = P_DAY;
		p->d = p->calc = 1;
	} else {
		return i;
	}
	return end;
}

/* The number that begins a range inside a year or month: 2018年1 of 1－9月. */
size_t
between_within(struct scan *s, size_t i, struct point *p)
{
	struct point q, keep;
	size_t k, end;

	k = i;
	memset(&keep, 0, sizeof keep);
	keep = *p;
	if (line_is(&s->l, k, H_OF))
		k++;
	end = between_first(s, k, &q);
	if (end == k)
		return i;
	if (keep.p.a.prec == P_YEAR && (q.m || q.p.range)) {
		q.p.a.y = keep.p.a.y;
		if (q.p.range)
			q.p.b.y = keep.p.a.y;
		q.y = keep.y;
	} else if (keep.p.a.prec == P_MONTH && q.d && !q.m) {
		q.p.a.y = keep.p.a.y;
		q.p.a.m = keep.p.a.m;
		q.m = keep.m;
		q.y = keep.y;
	} else {
		return i;
	}
	q.calc = 0;
	if (q.p.a.prec == P_DAY && !cal_valid(q.p.a.y, q.p.a.m, q.p.a.d))
		return i;
	*p = q;
	return end;
}

/* 3号 of 28号到3号 is in the month after. */
static int
next_month(const struct point *p, const struct point *q, struct when *b)
{
	struct when w;

	if (q->m || q->y || !p->calc || q->p.range || b->m == 0)
		return -1;
	w = b->y != 0 ? when_month(b->y, b->m + 1) :
	    when_month(0, b->m % 12 + 1);
	if (!cal_valid(w.y, w.m, b->d))
		return -1;
	b->y = w.y;
	b->m = w.m;
	return 0;
}

/* The other end takes over what it leaves out, and cannot come before. */
static int
join(struct scan *s, struct point *p, struct point *q)
{
	struct when b;

	b = point_last(q);
	if (p->dow && q->dow && b.prec == P_DAY && p->p.a.prec == P_DAY &&
	    p->p.a.y > 0 && cal_number(when_first(&b)) <
	    cal_number(when_first(&p->p.a)))
		p->p.a = day_from(p->p.a, -7);	/* 周一至周五 of this week */
	if (!p->p.range && p->t && q->t && !q->d) {
		b.y = p->p.a.y;
		b.m = p->p.a.m;
		b.d = p->p.a.d;
		if (p->p.a.h >= 12 && b.h < 12 && (p->p.a.h - 12) * 60 +
		    p->p.a.mi < b.h * 60 + b.mi)
			b.h += 12;	/* 下午2点到4点 */
	}
	if (!q->y && q->calc && b.y != 0 && b.y < p->p.a.y)
		b.y = p->p.a.y;		/* 09-01至12-01, read in February */
	if (p->y == 0 && q->y && !q->anchored && p->p.a.prec >= P_MONTH &&
	    p->calc && b.y != 0)
		p->p.a.y = b.y - (b.prec >= P_MONTH && p->p.a.m > b.m);
	if (p->p.a.prec >= P_MONTH && b.prec >= P_MONTH && p->p.a.m > b.m &&
	    p->p.a.y == b.y && !q->y) {
		if (p->y || s->now.prec == P_NONE || p->p.a.m <= s->now.m ||
		    p->p.a.y < s->now.y)
			b.y += b.y != 0;	/* 8月至2月 */
		else
			p->p.a.y -= p->p.a.y != 0;
	}
	if (p->t && q->t && b.d != 0 && p->p.a.d == b.d && p->p.a.m == b.m &&
	    (b.h < p->p.a.h) && !q->d)
		b = when_shift(&b, 86400);
	if (p->p.a.prec == P_YEAR && b.prec == P_YEAR && b.y < p->p.a.y)
		return -1;
	if (p->p.a.prec == P_DAY && b.prec == P_DAY && p->p.a.y == b.y &&
	    p->p.a.m == b.m && b.d < p->p.a.d && next_month(p, q, &b) != 0)
		return -1;
	if (q->late && !q->d) {
		b.h = 23;
		b.mi = b.prec == P_HOUR ? 0 : 59;
	} else if (q->late) {
		b = when_shift(&b, b.prec == P_HOUR ? -3600 : -60);
	}
	p->p.b = b;
	p->p.range = 1;
	return 0;
}

/* 一九八七至八九年: the second year has two digits. */
static size_t
second_year(struct scan *s, size_t i, const struct point *p, int *y)
{
	size_t k;

	k = numeral_small(&s->l, i, 99, y);
	if (k != i + 2 || !line_is(&s->l, k, H_YEAR) || p->p.a.prec != P_YEAR)
		return i;
	*y += p->p.a.y / 100 * 100;
	return *y > p->p.a.y ? k + 1 : i;
}

/* 中旬 of 上旬至中旬: a part of the month that the range begins in. */
static size_t
last_part(struct scan *s, size_t i, const struct point *p, struct point *q)
{
	memset(q, 0, sizeof *q);
	if (p->p.a.prec < P_MONTH || p->p.a.m == 0 || p->t)
		return i;
	q->p.a = when_month(p->p.a.y, p->p.a.m);
	return within_month(s, i, q);
}

/* 五 of 周一至五: a day of the week that leaves out its 周. */
static size_t
bare_weekday(const struct scan *s, size_t i, const struct point *p,
    struct point *q)
{
	struct word w;
	int d;

	memset(q, 0, sizeof *q);
	if (!p->dow || p->t || s->l.cls[i] != C_DIGIT || (line_han(&s->l,
	    i + 1) && (!line_edge(&s->l, i + 1) || words_longest(&s->k.units,
	    s->l.cp + i + 1, s->l.n - i - 1, &w) != 0)))
		return i;
	d = s->l.val[i] & (DIGIT_FORMAL - 1);
	if (d <= p->dow || d > 6)
		return i;
	q->p.a = day_from(p->p.a, d - p->dow);
	q->d = 2;
	q->dow = d;
	if (s->now.prec >= P_DAY && cal_number(when_first(&q->p.a)) - 7 >=
	    cal_number(when_first(&s->now)))
		q->p.a = day_from(q->p.a, -7);	/* not over yet */
	return i + 1;
}

/* The second point of a range that begins with p. */
static size_t
last_point(struct scan *s, size_t i, const struct point *p, struct point *q)
{
	size_t end;
	int y;

	end = bare_weekday(s, i, p, q);
	if (end > i)
		return end;
	end = second_year(s, i, p, &y);
	if (end == i) {
		end = date_point(s, i, p, q);
		if (end > i && q->ref == NULL)
			return end;
		if (end > i && strcmp(q->ref, "PRESENT_REF") == 0 &&
		    s->now.prec >= P_DAY) {
			memset(q, 0, sizeof *q);
			q->p.a = day_away(s, 0);	/* 5月1日到现在 */
			q->d = 2;
			return end;
		}
		end = last_part(s, i, p, q);
		if (end > i)
			return end;
		end = year_bare(s, i, &y);
		if (end == i || p->p.a.prec != P_YEAR)
			return i;
		if (line_is(&s->l, end, H_YEAR))
			end++;
		end = year_kind(s, end);
	}
	memset(q, 0, sizeof *q);
	q->p.a = when_year(y);
	q->y = 1;
	return end;
}

/* The other end of a range behind a point that ends at i. */
size_t
between_last(struct scan *s, size_t i, struct point *p)
{
	struct point q;
	struct word w, present;
	size_t k, end, tail;
	int last;

	if (joiner(s, i, &w) == 0)
		return i;
	k = i + w.len;
	if (w.a == 0 && point_word(s, k, W_LEAD, &present) != 0 &&
	    present.a == 1)
		k += present.len;
	if (line_is(&s->l, k, 0x4eca) && words_longest(&s->k.dates,
	    s->l.cp + k, s->l.n - k, &present) == 0)
		return i;	/* 至今 is a word of its own */
	last = s->force.last;
	if (p->p.a.y > 0)
		s->force.last = p->p.a.y;	/* 11月至次年4月 */
	end = last_point(s, k, p, &q);
	s->force.last = last;
	if (end == k)
		return i;
	if (q.p.a.prec == P_NONE || (q.p.a.prec < P_HOUR && p->t) ||
	    (p->p.a.prec == P_YEAR) != (point_last(&q).prec == P_YEAR))
		if (!(p->t && q.p.a.prec >= P_DAY) && !p->y && !q.y)
			return i;
	tail = end;
	if (w.a == 1 && !between(s, end, &tail))
		return i;
	if (p->part && q.part && !p->p.range && !p->t && !q.d)
		return tail;	/* 5日凌晨至上午: of a day without hours */
	if (!p->t && q.t && q.d && q.clock > k && joiner(s, end, &w) != 0 &&
	    s->l.cls[end + w.len] == C_ARAB) {
		q.t = 0;	/* 周一至周五9:00-17:00 */
		q.p.a.prec = P_DAY;
		end = tail = q.clock;
	}
	if (join(s, p, &q) != 0)
		return i;
	p->t |= q.t;
	if (w.a == 0)
		between(s, end, &tail);
	return tail;
}

/* 2010年之后2018年之前, 自6月14日起到9月14日 */
size_t
between_open(struct scan *s, size_t i, struct point *p, int *op)
{
	struct point q;
	struct word w;
	size_t k, end;

	if (!p->p.range || p->p.open != 1 || *op == OP_EQ)
		return i;
	k = i;
	if (joiner(s, k, &w) != 0 && w.a == 0)
		k += w.len;
	end = date_point(s, k, p, &q);
	if (end == k || q.ref != NULL || q.p.a.prec == P_NONE || q.weak)
		return i;
	if ((aft_word(s, end, &w) != 0 && w.a == 6) != (k == i))
		return i;
	if (k == i)
		end += w.len;
	p->p.open = 0;
	p->p.b = point_last(&q);
	if (k == i && p->p.b.prec == P_YEAR) {
		p->p.b.y--;
		p->p.a.y -= *op == OP_GT;
	}
	*op = OP_EQ;
	return end;
}

/* The first year of 1995-1997年, 一九八七至一九八九年. */
size_t
between_years(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t end, k;
	int y, other;

	for (k = 0, y = 0; k < 4 && i + k < s->l.n && (s->l.cls[i + k] ==
	    C_DIGIT || s->l.cls[i + k] == C_ZERO); k++)
		y = y * 10 + (s->l.cls[i + k] == C_ZERO ? 0 :
		    s->l.val[i + k] & (DIGIT_FORMAL - 1));
	end = k == 4 && y > 1000 ? i + 4 : year_bare(s, i, &y);
	if (end == i || joiner(s, end, &w) == 0 || w.a != 0)
		return i;
	memset(p, 0, sizeof *p);
	p->p.a = when_year(y);
	p->y = 1;
	k = second_year(s, end + w.len, p, &other);
	if (k == end + w.len) {
		struct point q;

		memset(&q, 0, sizeof q);
		k = figures_read(s, end + w.len, &q);
		if (k == end + w.len || (!line_is(&s->l, k - 1, H_YEAR) &&
		    !q.named)) {
			k = year_bare(s, end + w.len, &other);
			if (k == end + w.len || other <= y ||
			    (s->l.cls[end] == C_DASH && !from(s, i)))
				return i;
		}
	}
	return end;
}

