/* Dates as expressions: points of time, and ranges of two points. */
#include "num/after.h"
#include "num/compare.h"
#include "num/numeric.h"

#include <string.h>

/* A point in digits or words, with its time of day. */
static size_t
any_point(struct scan *s, size_t i, const struct point *base,
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
	k = clock_read(s, line_is(&s->l, end, H_OF) ? end + 1 : end, &t);
	if (t.t || t.part) {
		*p = t;
		end = k;
	}
	return end;
}

/* A bare year, as in 1995-1997年, 2016到2018, or a heading's 2024. */
static size_t
bare_year(const struct scan *s, size_t i, int *y)
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
	    l->cp[i - 1] == '-' || l->cp[i - 1] == '/'))
		return i;
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

/* The first of an elided pair: 1 of 1—8月, 19 of 19到20日, 5 of 5至6点. */
static size_t
elided(struct scan *s, size_t i, struct point *p)
{
	struct point q;
	struct word w;
	size_t end, k, last;
	int v;

	end = numeral_small(&s->l, i, 31, &v);
	if (end == i || v == 0 || line_is(&s->l, i, 0x4e24))
		return i;
	k = end + joiner(s, end, &w);
	if (k == end || w.a == 1)
		return i;
	last = point_read(s, k, NULL, &q);
	if (last == k || (s->l.cls[k] != C_ARAB && s->l.cls[k] != C_DIGIT &&
	    s->l.cls[k] != C_SMALL))
		return i;
	memset(p, 0, sizeof *p);
	if (q.m && !q.d && !q.y && !q.p.range && v <= 12) {
		p->p.a = when_month(point_year(s, NULL, v), v);
		p->m = p->calc = 1;
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
static size_t
elided_within(struct scan *s, size_t i, struct point *p)
{
	struct point q, keep;
	size_t k, end;

	k = i;
	memset(&keep, 0, sizeof keep);
	keep = *p;
	if (line_is(&s->l, k, H_OF))
		k++;
	end = elided(s, k, &q);
	if (end == k)
		return i;
	if (keep.p.a.prec == P_YEAR && q.m) {
		q.p.a.y = keep.p.a.y;
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

/* The other end takes over what it leaves out, and cannot come before. */
static int
join(struct scan *s, struct point *p, struct point *q)
{
	struct when b;

	b = point_last(q);
	if (!p->p.range && p->t && q->t && !q->d) {
		b.y = p->p.a.y;
		b.m = p->p.a.m;
		b.d = p->p.a.d;
		if (p->p.a.h >= 12 && b.h < 12 && p->p.a.h - 12 < b.h)
			b.h += 12;	/* 下午2点到4点 */
	}
	if (p->y == 0 && q->y && p->p.a.prec >= P_MONTH && p->calc &&
	    b.y != 0)
		p->p.a.y = b.y;
	if (p->p.a.prec >= P_MONTH && b.prec >= P_MONTH && p->p.a.m > b.m &&
	    p->p.a.y == b.y && !q->y) {
		if (p->y || s->now.prec == P_NONE || p->p.a.m <= s->now.m)
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
	    p->p.a.m == b.m && b.d < p->p.a.d)
		return -1;
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

/* The other end of a range behind a point that ends at i. */
static size_t
other_end(struct scan *s, size_t i, struct point *p)
{
	struct point q;
	struct word w, present;
	size_t k, end, tail;
	int y;

	if (joiner(s, i, &w) == 0)
		return i;
	k = i + w.len;
	if (w.a == 0 && point_word(s, k, W_LEAD, &present) != 0 &&
	    present.a == 1)
		k += present.len;
	if (line_is(&s->l, k, 0x4eca) && !line_is(&s->l, k + 1, H_YEAR) &&
	    !line_is(&s->l, k + 1, H_TIAN) && !line_is(&s->l, k + 1, H_DAY))
		return i;	/* 至今 is a word of its own */
	end = second_year(s, k, p, &y);
	if (end > k) {
		memset(&q, 0, sizeof q);
		q.p.a = when_year(y);
		q.y = 1;
	} else {
		end = any_point(s, k, p, &q);
		if (end == k || q.ref != NULL) {
			end = bare_year(s, k, &y);
			if (end == k || p->p.a.prec != P_YEAR)
				return i;
			memset(&q, 0, sizeof q);
			q.p.a = when_year(y);
			q.y = 1;
			if (line_is(&s->l, end, H_YEAR))
				end++;
		}
	}
	if (q.p.a.prec == P_NONE || (q.p.a.prec < P_HOUR && p->t) ||
	    (p->p.a.prec == P_YEAR) != (point_last(&q).prec == P_YEAR))
		if (!(p->t && q.p.a.prec >= P_DAY) && !p->y && !q.y)
			return i;
	tail = end;
	if (w.a == 1 && !between(s, end, &tail))
		return i;
	if (join(s, p, &q) != 0)
		return i;
	p->t |= q.t;
	if (w.a == 0)
		between(s, end, &tail);
	return tail;
}

/* 2010年之后2018年之前, 自6月14日起到9月14日 */
static size_t
open_then(struct scan *s, size_t i, struct point *p, int *op)
{
	struct point q;
	struct word w;
	size_t k, end;

	if (!p->p.range || p->p.open != 1 || *op == OP_EQ)
		return i;
	k = i;
	if (joiner(s, k, &w) != 0 && w.a == 0)
		k += w.len;
	end = any_point(s, k, p, &q);
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

	end = bare_year(s, i, &y);
	if (end == i)
		return i;
	if (!(s->l.at[end] & AT_GAP)) {
		if (s->l.cls[end] == C_LATIN || s->l.cp[end] == '.' ||
		    s->l.cp[end] == '%' || s->l.cls[end] == C_BIG ||
		    s->l.cls[end] == C_SMALL || s->l.cls[end] == C_MORE ||
		    s->l.cp[end] == '+' || s->l.cp[end] == ':' ||
		    (s->l.cp[end] == '-' && s->l.cls[end + 1] == C_ARAB &&
		    bare_year(s, end + 1, &y) == end + 1) ||
		    (s->l.cp[end] == ',' && s->l.cls[end + 1] == C_ARAB) ||
		    (s->l.cp[end] == '/' && s->l.cls[end + 1] == C_ARAB))
			return i;
		if (words_longest(&s->k.units, s->l.cp + end, s->l.n - end,
		    &w) != 0 && w.type != WORD_TYPE('o', 0, 0, 0))
			return i;
	}
	bare_year(s, i, &y);
	memset(p, 0, sizeof *p);
	p->p.a = when_year(y);
	p->y = 1;
	p->named = 1;
	return end;
}

/* The first year of 1995-1997年, 一九八七至一九八九年. */
static size_t
year_from(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t end, k;
	int y, other;

	for (k = 0, y = 0; k < 4 && i + k < s->l.n && (s->l.cls[i + k] ==
	    C_DIGIT || s->l.cls[i + k] == C_ZERO); k++)
		y = y * 10 + (s->l.cls[i + k] == C_ZERO ? 0 :
		    s->l.val[i + k] & (DIGIT_FORMAL - 1));
	end = k == 4 && y > 1000 ? i + 4 : bare_year(s, i, &y);
	if (end == i || joiner(s, end, &w) == 0 || w.a != 0)
		return i;
	memset(p, 0, sizeof *p);
	p->p.a = when_year(y);
	p->y = 1;
	k = second_year(s, end + w.len, p, &other);
	if (k == end + w.len) {
		struct point q;

		k = figures_read(s, end + w.len, &q);
		if (k == end + w.len || !line_is(&s->l, k - 1, H_YEAR)) {
			k = bare_year(s, end + w.len, &other);
			if (k == end + w.len || other <= y ||
			    s->l.cls[end] == C_DASH)
				return i;
		}
	}
	return end;
}

/* 较2019年, 与2020年: something is compared with the date at i. */
static int
compared(const struct scan *s, size_t i)
{
	size_t k;

	k = i > 0 ? i - 1 : i;
	return i > 0 && (line_is(&s->l, k, 0x8f83) || line_is(&s->l, k,
	    0x6bd4) || line_is(&s->l, k, 0x4e0e));
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
		if (c.op != OP_ABOUT || s->l.cls[from] == C_OTHER)
			from = i;
	}
	end = year_from(s, i, &p);
	if (end > i && other_end(s, end, &p) == end)
		end = i;
	else if (end > i) {
		year_from(s, i, &p);
	} else {
		end = any_point(s, from, NULL, &p);
		if (from > i && (end == from || !p.t))
			return i;
		if (end == from)
			end = i;
	}
	if (end > i && p.ref == NULL && (p.p.a.prec == P_YEAR ||
	    p.p.a.prec == P_MONTH) && !p.p.range) {
		k = elided_within(s, end, &p);
		if (k > end)
			end = k;
	}
	if (end == i)
		end = elided(s, i, &p);
	if (end == i)
		end = year_alone(s, i, &p);
	if (end == i)
		return i;
	k = p.ref == NULL ? other_end(s, end, &p) : end;
	if (k > end) {
		end = k;
		p.weak = 0;
	} else if (p.weak && p.part) {
		/* 下午 alone is a time only where it stands alone */
		if ((i > 0 && line_han(&s->l, i - 1)) || line_han(&s->l, end))
			return i;
	} else if (p.p.a.prec == P_MONTH && !p.p.range && !p.m && !p.y) {
		return i;
	}
	k = after_read(s, end, i, &p, &op);
	if (k > end)
		end = open_then(s, k, &p, &op);
	if (p.p.range)
		op = OP_EQ;
	else if (from > i)
		op = OP_ABOUT;
	force_date(&s->force, &p, &s->now, compared(s, i));
	e->kind = kind_of(&p);
	e->op = op;
	if (p.ref != NULL)
		e->value = piece_str(s, span_str(p.ref));
	else
		e->value = piece_period(s, &p.p);
	e->why = "date";
	return end;
}
