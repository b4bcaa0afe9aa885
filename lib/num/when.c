/* Points and periods of time. */
#include "num/when.h"

#include <string.h>

/* Reads exactly n digits at *p and a separator in front, if sep is not 0. */
static int
field(struct span s, size_t *p, size_t n, int sep, int *value)
{
	size_t i;
	int v;

	i = *p;
	if (sep != 0) {
		if (i >= s.n || (s.p[i] != sep && !(sep == 'T' &&
		    s.p[i] == ' ')))
			return -1;
		i++;
	}
	if (s.n - i < n)
		return -1;
	for (v = 0; n > 0; n--, i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return -1;
		v = v * 10 + s.p[i] - '0';
	}
	*value = v;
	*p = i;
	return 0;
}

int
when_parse(struct when *w, struct span s)
{
	size_t p;

	memset(w, 0, sizeof *w);
	p = 0;
	if (field(s, &p, 4, 0, &w->y) != 0 || w->y == 0)
		return -1;
	w->prec = P_YEAR;
	if (field(s, &p, 2, '-', &w->m) != 0)
		return p == s.n ? 0 : -1;
	w->prec = P_MONTH;
	if (w->m < 1 || w->m > 12)
		return -1;
	if (field(s, &p, 2, '-', &w->d) != 0)
		return p == s.n ? 0 : -1;
	w->prec = P_DAY;
	if (!cal_valid(w->y, w->m, w->d))
		return -1;
	if (p == s.n)
		return 0;
	if (field(s, &p, 2, 'T', &w->h) != 0 || w->h > 24)
		return -1;
	w->prec = P_HOUR;
	if (field(s, &p, 2, ':', &w->mi) != 0)
		return 0;
	w->prec = P_MINUTE;
	if (field(s, &p, 2, ':', &w->s) == 0)
		w->prec = P_SECOND;
	return w->mi < 60 && w->s < 61 ? 0 : -1;
}

/* Appends v behind lead, with at least so many digits. */
static void
digits(struct buf *b, const char *lead, int v, size_t least)
{
	char room[SPAN_DIGITS];
	struct span s;

	s = span_uint(room, (unsigned long long)v);
	buf_str(b, lead);
	for (; least > s.n; least--)
		buf_byte(b, '0');
	buf_span(b, s);
}

static void
print_date(struct buf *b, const struct when *w)
{
	if (w->y < 0)
		digits(b, "-", -w->y - 1, 4);
	else if (w->y > 0)
		digits(b, "", w->y, 4);
	else if (w->m > 0)
		buf_str(b, "-");
	if (w->prec < P_MONTH || (w->prec == P_MONTH && w->m == 0))
		return;
	if (w->m > 0)
		digits(b, "-", w->m, 2);
	else
		buf_str(b, "--");
	if (w->prec >= P_DAY)
		digits(b, "-", w->d, 2);
}

void
when_print(struct buf *b, const struct when *w)
{
	if (w->d > 0 || w->prec < P_DAY)
		print_date(b, w);
	if (w->prec < P_HOUR)
		return;
	digits(b, "T", w->h, 2);
	if (w->prec >= P_MINUTE)
		digits(b, ":", w->mi, 2);
	if (w->prec >= P_SECOND)
		digits(b, ":", w->s, 2);
}

void
period_print(struct buf *b, const struct period *p)
{
	size_t off;

	off = b->n;
	if (!p->range) {
		when_print(b, &p->a);
		return;
	}
	if (p->open < 0)
		buf_str(b, "..");
	else
		when_print(b, &p->a);
	buf_byte(b, '/');
	if (p->open > 0)
		buf_str(b, "..");
	else
		when_print(b, &p->b);
	if (b->n == off + 1)
		b->n = off;	/* neither end is known */
}

struct day
when_first(const struct when *w)
{
	struct day a;

	a.y = w->y;
	a.m = w->prec >= P_MONTH && w->m > 0 ? w->m : 1;
	a.d = w->prec >= P_DAY && w->d > 0 ? w->d : 1;
	return a;
}

struct day
when_last(const struct when *w)
{
	struct day a;

	a.y = w->y;
	a.m = w->prec >= P_MONTH && w->m > 0 ? w->m : 12;
	a.d = w->prec >= P_DAY && w->d > 0 ? w->d : cal_days(a.y, a.m);
	return a;
}

struct when
when_day(struct day a)
{
	struct when w;

	memset(&w, 0, sizeof w);
	w.y = a.y;
	w.m = a.m;
	w.d = a.d;
	w.prec = P_DAY;
	return w;
}

struct when
when_month(int y, int m)
{
	struct when w;

	memset(&w, 0, sizeof w);
	w.y = y;
	w.m = m;
	if (y != 0 && (m < 1 || m > 12)) {
		m += y * 12 - 1;
		w.y = m / 12;
		w.m = m % 12 + 1;
	}
	w.prec = P_MONTH;
	return w;
}

struct when
when_year(int y)
{
	struct when w;

	memset(&w, 0, sizeof w);
	w.y = y;
	w.prec = P_YEAR;
	return w;
}

struct when
when_shift(const struct when *w, long n)
{
	struct when r;
	long t, days;

	r = *w;
	t = w->h * 3600L + w->mi * 60L + w->s + n;
	days = t / 86400;
	if (t % 86400 < 0)
		days--;
	t -= days * 86400;
	if (w->d > 0 && w->y != 0 && days != 0) {
		r = when_day(cal_add(when_first(w), days));
		r.prec = w->prec;
	}
	r.h = (int)(t / 3600);
	r.mi = (int)(t / 60 % 60);
	r.s = (int)(t % 60);
	return r;
}
