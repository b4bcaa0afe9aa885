/* Dates in digits alone: 2023-03-28, 21-04-22 16:58, 1/2/2020, 20240307. */
#include "num/numeric.h"

#include <string.h>

/* One number of a date in digits. */
struct part {
	size_t start, end;
	int v;
};

static size_t
digits(const struct line *l, size_t i, struct part *p)
{
	size_t k;

	p->start = i;
	p->v = 0;
	for (k = i; k < l->n && l->cls[k] == C_ARAB && k - i < 9 &&
	    !(k > i && (l->at[k] & AT_GAP)); k++)
		p->v = p->v * 10 + l->val[k];
	p->end = k;
	return k;
}

static int
separator(const struct line *l, size_t i)
{
	switch (i < l->n ? l->cp[i] : 0) {
	case '-':
	case '/':
	case '.':
	case 0xb7:
	case 0x2022:
	case 0x30fb:
		return (int)l->cp[i];
	default:
		return 0;
	}
}

/* Splits digits and separators into at most 4 parts; returns how many. */
static int
split(const struct line *l, size_t i, struct part *part, int *sep)
{
	size_t k;
	int n;

	k = i;
	for (n = 0; n < 4; n++) {
		if (digits(l, k, &part[n]) == k)
			break;
		k = part[n].end;
		sep[n] = separator(l, k);
		if (sep[n] == 0) {
			/* 2022 11 23 */
			if (l->cls[k] != C_ARAB || k == part[n].start ||
			    part[0].end - part[0].start != 4 || n > 1)
				return n + 1;
			sep[n] = ' ';
			continue;
		}
		k++;
	}
	return n;
}

static int
width(const struct part *p)
{
	return (int)(p->end - p->start);
}

static int
set(struct point *p, int y, int m, int d)
{
	struct day a;

	if (!cal_valid(y, m, d))
		return 0;
	a.y = y;
	a.m = m;
	a.d = d;
	p->p.a = when_day(a);
	p->y = p->m = p->d = 1;
	return 1;
}

static int
century(const struct scan *s, int yy)
{
	int now;

	now = s->now.prec >= P_YEAR ? s->now.y : 2025;
	yy += now / 100 * 100;
	return yy > now + 15 ? yy - 100 : yy;
}

/* Three parts: year first, or day, month, year. */
static int
three(const struct scan *s, const struct part *q, const int *sep,
    struct point *p)
{
	if (sep[0] != sep[1] && !(width(&q[0]) == 4 && sep[0] != ' ' &&
	    sep[1] != ' ' && sep[0] + sep[1] == '.' + '-'))
		return 0;	/* 1994.01-19 and 1994-01.19 */
	if (width(&q[0]) == 4 && width(&q[1]) <= 2 && width(&q[2]) <= 2)
		return q[0].v >= 1000 && q[0].v < 3000 &&
		    set(p, q[0].v, q[1].v, q[2].v);
	if (sep[0] == ' ' || width(&q[0]) > 2 || width(&q[1]) > 2)
		return 0;
	if (width(&q[2]) == 4)	/* 06/14/2021 only where 14 is no month */
		return set(p, q[2].v, q[1].v, q[0].v) || (sep[0] == '/' &&
		    set(p, q[2].v, q[0].v, q[1].v));
	if (width(&q[2]) != 2)	/* 12/2/2 */
		return width(&q[0]) == 2 && sep[0] == '/' &&
		    set(p, century(s, q[0].v), q[1].v, q[2].v);
	/* 21-04-22 begins with the year, 3-7-27 and 05/05/89 end with it. */
	if (width(&q[0]) == 2 && width(&q[1]) == 2 && sep[0] != '.' &&
	    set(p, century(s, q[0].v), q[1].v, q[2].v)) {
		p->weak = 1;
		if (q[0].v > 12 || q[2].v <= 31)
			return 1;
	}
	return (sep[0] != '.' && set(p, century(s, q[2].v), q[1].v, q[0].v)) ||
	    (sep[0] == '/' && set(p, century(s, q[2].v), q[0].v, q[1].v));
}

/* Whether 1999.08 or 2002.02 stands at i. */
static int
dotted_month(const struct line *l, size_t i)
{
	struct part year, month;

	return digits(l, i, &year) == i + 4 && year.v >= 1900 &&
	    year.v < 2100 && line_is(l, i + 4, '.') &&
	    digits(l, i + 5, &month) == i + 7 && month.v >= 1 &&
	    month.v <= 12;
}

/*
 * Whether the dotted month at i is an end of a range of two, or begins one
 * that goes on to this day: 1999.08-2002.02, 2015.07至今.
 */
static int
dotted_range(const struct scan *s, size_t i)
{
	const struct line *l;
	struct word w;
	size_t k;

	l = &s->l;
	if (!dotted_month(l, i))
		return 0;
	if (aft_word(s, i + 7, &w) != 0 && w.a == 2)
		return 1;
	k = i + 7 + point_word(s, i + 7, W_TO, &w);
	if (k > i + 7 && dotted_month(l, k))
		return words_longest(&s->k.units, l->cp + k + 7, l->n - k - 7,
		    &w) == 0;
	for (k = i; k > 0 && i - k < 2 && l->cls[k - 1] != C_ARAB; k--)
		continue;
	return k < i && k >= 7 && dotted_month(l, k - 7) && k + point_word(s,
	    k, W_TO, &w) == i;
}

/* Two parts: a year and a month, or a month and a day. */
static int
two(const struct scan *s, const struct part *q, const int *sep,
    struct point *p)
{
	int y;

	if (width(&q[0]) == 4 && (width(&q[1]) == 2 || (width(&q[1]) == 1 &&
	    sep[0] == '/')) && sep[0] != ' ' &&
	    q[0].v >= 1900 && q[0].v < 2100 && q[1].v >= 1 && q[1].v <= 12 &&
	    (sep[0] != '.' || dotted_range(s, q[0].start))) {
		p->p.a = when_month(q[0].v, q[1].v);
		p->y = p->m = 1;
		return 1;
	}
	if (width(&q[0]) > 2 || width(&q[1]) > 2 || sep[0] == '.')
		return 0;
	/* 1/2 and 1/16 are fractions, 12/1 and 2/15 are days. */
	if (sep[0] == '/' && !(q[0].v > q[1].v || (s->l.cp[q[0].start] == '0')
	    || (q[1].v > 12 && q[0].v > 1)))
		return 0;
	if (sep[0] == '-' && (width(&q[0]) != 2 || width(&q[1]) != 2))
		return 0;
	y = leap_year(point_year(s, NULL, q[0].v), q[0].v, q[1].v);
	if (!set(p, y, q[0].v, q[1].v))
		return 0;
	p->y = 0;
	p->calc = 1;
	p->weak = sep[0] == '-';
	return 1;
}

/* Two years: 2023/24, 2023/2024学年, 2021-2023学年.  Where it ends, or 0. */
static size_t
year_pair(const struct scan *s, const struct part *q, int sep,
    struct point *p)
{
	size_t end;
	int y;

	if (width(&q[0]) != 4 || q[0].v < 1900 || q[0].v > 2099)
		return 0;
	if (width(&q[1]) == 4)
		y = q[1].v;
	else if (width(&q[1]) == 2 && q[1].v == (q[0].v + 1) % 100)
		y = q[0].v + 1;
	else
		return 0;
	end = year_kind(s, q[1].end);
	if (y <= q[0].v || y > 2099 || (sep != '-' && sep != '/') ||
	    (end == q[1].end && (sep == '-' || y != q[0].v + 1 ||
	    q[1].v <= 12)))
		return 0;	/* 2011/12 is a month */
	point_range(p, when_year(q[0].v), when_year(y));
	p->y = p->named = 1;
	return end;
}

/* Whether the digits at i to end stand alone. */
static int
alone(const struct line *l, size_t i, size_t end)
{
	struct part more;

	if (i > 0 && !(l->at[i] & AT_GAP) && (l->cls[i - 1] == C_LATIN ||
	    l->cls[i - 1] == C_ARAB || l->cp[i - 1] == '.' ||
	    l->cp[i - 1] == '/' || l->cp[i - 1] == '=' ||
	    l->cp[i - 1] == '_'))
		return 0;
	if (l->at[end] & AT_GAP)
		return 1;
	if (line_is(l, end, 'T') && l->cls[end + 1] == C_ARAB)
		return 1;	/* 2023-03-28T09:26 */
	if (l->cls[end] == C_LATIN || l->cls[end] == C_ARAB ||
	    l->cp[end] == '%' || l->cp[end] == '_')
		return 0;
	return !(separator(l, end) && l->cp[end] != '-' &&
	    digits(l, end + 1, &more) > end + 1);
}

/* 日 or 号 behind a date in digits. */
static size_t
day_mark(const struct line *l, size_t end)
{
	return line_is(l, end, H_NO) || line_is(l, end, H_DAY) ? end + 1 : end;
}

/* A date of two parts, or two years.  Where it ends, or where it begins. */
static size_t
pair(const struct scan *s, const struct part *q, const int *sep,
    struct point *p)
{
	const struct line *l;
	struct word w;
	size_t end;

	l = &s->l;
	end = year_pair(s, q, sep[0], p);
	if (end > 0)
		return end;
	if (!two(s, q, sep, p))
		return q[0].start;
	end = day_mark(l, q[1].end);
	if (end == q[1].end && line_han(l, end) && (sep[0] == '-' ||
	    sep[0] == '/') && words_longest(&s->k.units, l->cp + end,
	    l->n - end, &w) != 0)
		return q[0].start;
	return end;
}

/* 20240307 */
static size_t
eight(const struct line *l, const struct part *q, struct point *p)
{
	if (width(q) == 8 && alone(l, q->start, q->end) && q->v >= 19000101 &&
	    q->v < 21000000 && !line_is(l, q->end, '-') &&
	    set(p, q->v / 10000, q->v / 100 % 100, q->v % 100))
		return q->end;
	return q->start;
}

size_t
numeric_read(struct scan *s, size_t i, struct point *p)
{
	struct part q[4];
	const struct line *l;
	int sep[4], n;

	l = &s->l;
	if (l->cls[i] != C_ARAB)
		return i;
	n = split(l, i, q, sep);
	if (n >= 3 && alone(l, i, q[2].end) && three(s, q, sep, p))
		return day_mark(l, q[2].end);
	if (n >= 2 && !(n > 2 && sep[1] == sep[0]) && alone(l, i, q[1].end))
		return pair(s, q, sep, p);
	return eight(l, q, p);
}

size_t
numeric_rest(struct scan *s, size_t i, struct point *p)
{
	struct point q;
	size_t end;

	if (s->l.cls[i] != C_ARAB || i == 0 || !line_is(&s->l, i - 1, H_YEAR))
		return i;
	memset(&q, 0, sizeof q);
	end = numeric_read(s, i, &q);
	if (end == i || q.y || !set(&q, p->p.a.y, q.p.a.m, q.p.a.d))
		return i;
	p->p.a = q.p.a;
	p->m = p->d = 1;
	return end;
}
