/* Spans that are dates: 近三年, 上两周, 三天前, 半年之后. */
#include "num/relative.h"

#include <string.h>

#include "num/point.h"

enum { YEAR_MAX = 9999 };	/* that four digits write */

/* The day n working days from a: Saturday and Sunday are none. */
static struct day
workdays(struct day a, int n, int sign)
{
	int weekday;

	weekday = cal_weekday(a);
	if (weekday > 5)
		a = cal_add(a, sign > 0 ? 5 - weekday : 8 - weekday);
	a = cal_add(a, sign * 7L * (n / 5));
	for (n %= 5; n > 0; n -= cal_weekday(a) <= 5)
		a = cal_add(a, sign);
	return a;
}

/* Moves the reference date by a span, away in units of its own. */
static int
away(const struct scan *s, const struct unit *u, int n, int half, int sign,
    struct when *w)
{
	struct day a;
	long days, months, seconds;

	if (s->now.prec < P_YEAR || n < 0)
		return -1;
	days = stretch_days(u);
	months = stretch_months(u);
	seconds = stretch_seconds(u);
	a = when_first(&s->now);
	if (days != 0) {
		if (s->now.prec < P_DAY)
			return -1;
		*w = when_day(u->b == SPAN_WORK ? workdays(a, n, sign) :
		    cal_add(a, sign * n * days));
	} else if (months != 0) {
		if (months == 12 && !half) {
			*w = when_year(s->now.y + sign * n);
			return w->y < 1 || w->y > YEAR_MAX ? -1 : 0;
		}
		if (s->now.prec < P_MONTH && months == 1)
			return -1;
		if (months == 1 && n == 0 && half && s->now.prec >= P_DAY) {
			*w = when_day(cal_add(a, sign * 15));
			return 0;
		}
		a.d = 1;
		a = cal_add_months(a, (int)(sign * (n * months +
		    (half ? months / 2 : 0))));
		if (months == 1 && half)	/* 两个半月前 */
			a = cal_add(a, sign * 15 + (s->now.prec < P_DAY ? 0 :
			    s->now.d - 1));
		*w = when_month(a.y, a.m);
	} else if (seconds != 0 && s->now.prec >= P_HOUR) {
		*w = when_shift(&s->now, sign * (n * seconds +
		    (half ? seconds / 2 : 0)));
	} else {
		return -1;
	}
	return w->y < 1 || w->y > YEAR_MAX ? -1 : 0;
}

/*
 * The end of what ends now, both ends being included: the second before.  A
 * day given by the document is one.
 */
static struct when
till_now(const struct scan *s)
{
	struct when w;

	w = s->now;
	if (!s->timed && w.prec > P_DAY)
		w.prec = P_DAY;
	return w.prec == P_SECOND ? when_shift(&w, -1) : w;
}

/* From n units back (sign -1) or on (1) to the reference date. */
static int
from_now(const struct scan *s, const struct unit *u, int n, int half,
    int sign, struct period *p)
{
	struct day a;
	struct when far;
	long days, months;

	if (s->now.prec == P_MONTH && sign > 0 && stretch_months(u) != 0 &&
	    n > 0) {
		p->a = s->now;
		p->b = when_month(s->now.y, s->now.m - 1 +
		    n * (int)stretch_months(u));
		p->range = 1;
		return 0;
	}
	if (s->now.prec == P_MONTH && sign < 0 && stretch_months(u) != 0 &&
	    n >= 0) {
		p->a = when_month(s->now.y, s->now.m - n *
		    (int)stretch_months(u) - (half ? (int)stretch_months(u) /
		    2 : 0));
		p->b = s->now;
		p->range = 1;
		return 0;
	}
	if (s->now.prec < P_DAY || n < 0)
		return -1;
	days = stretch_days(u) * n;
	months = stretch_months(u) * n + (half ? stretch_months(u) / 2 : 0);
	a = when_first(&s->now);
	if (months != 0)
		far = when_day(cal_add_months(a, (int)(sign * months)));
	else if (days != 0)
		far = when_day(cal_add(a, sign * days));
	else if (stretch_seconds(u) != 0 && s->now.prec >= P_HOUR)
		far = when_shift(&s->now, sign * (n * stretch_seconds(u) +
		    (half ? stretch_seconds(u) / 2 : 0)));
	else
		return -1;
	p->range = 1;
	p->open = 0;
	/* Both ends are included: what ends now ends just before it. */
	if (sign < 0) {
		p->a = far;
		p->b = till_now(s);
		if (p->b.prec == P_DAY)
			p->b = when_day(cal_add(a, -1));
	} else {
		p->a = s->now;
		p->b = far.prec == P_DAY ? when_day(cal_add(when_first(&far),
		    -1)) : far.prec == P_SECOND ? when_shift(&far, -1) : far;
	}
	return 0;
}

/* Whole units before or after the one of the reference date: 上两周. */
static int
whole_units(const struct scan *s, const struct unit *u, int n, int sign,
    struct period *p)
{
	struct day a;
	long days;

	if (s->now.prec < P_DAY || n < 1)
		return -1;
	days = stretch_days(u);
	a = when_first(&s->now);
	p->range = 1;
	p->open = 0;
	if (stretch_seconds(u) != 0 && s->now.prec >= P_HOUR) {
		p->a = s->now;
		p->a.prec = stretch_seconds(u) == 3600 ? P_HOUR :
		    stretch_seconds(u) == 60 ? P_MINUTE : P_SECOND;
		p->b = p->a;
		p->a = when_shift(&p->a, stretch_seconds(u) * (sign < 0 ? -n :
		    1));
		p->b = when_shift(&p->b, stretch_seconds(u) * (sign < 0 ? -1 :
		    n));
		return 0;
	}
	if (days == 7)
		a = cal_add(a, 1 - cal_weekday(a));
	p->range = n > 1 || days == 7;	/* 下1年 is a year */
	if (days != 0) {
		p->a = when_day(cal_add(a, sign < 0 ? -n * days : days));
		p->b = when_day(cal_add(a, sign < 0 ? -1 : (n + 1) * days -
		    1));
		return 0;
	}
	if (stretch_months(u) == 12) {
		p->a = when_year(sign < 0 ? a.y - n : a.y + 1);
		p->b = when_year(sign < 0 ? a.y - 1 : a.y + n);
		return 0;
	}
	return from_now(s, u, n, 0, sign < 0 ? -1 : 1, p);
}

static size_t
emit(struct scan *s, struct expr *e, const struct period *p, size_t end)
{
	e->kind = p->range ? K_DATERANGE : K_DATE;
	if (p->a.prec >= P_HOUR)
		e->kind = p->range ? K_TIMERANGE : K_DATETIME;
	e->op = OP_EQ;
	e->value = piece_period(s, p);
	e->why = "relative";
	return end;
}

size_t
relative_read(struct scan *s, size_t i, struct expr *e)
{
	struct word w;
	struct unit u;
	struct period p;
	size_t k, end;
	int n, half, ok, counted;

	counted = 1;
	if (point_word(s, i, W_REL, &w) == 0 || !line_edge(&s->l, i))
		return i;
	if (w.a == 3 && w.len == 1 && i > 0 && line_han(&s->l, i - 1))
		return i;	/* 用过十周; 过十周 alone is that far ahead */
	if (line_is(&s->l, i, H_HOU) && line_is(&s->l, i - 1, H_ZUI))
		return i;	/* 最后一周 */
	k = i + w.len;
	memset(&p, 0, sizeof p);
	end = stretch_read(s, k, &u, &n, &half);
	if (end == k) {
		n = 1;
		half = counted = 0;
		s->a.arab = s->a.few = s->a.bare = 0;
		s->a.units = 1;
		end = unit_read(s, k, &s->a, &u);
		if (end == k || u.type != U_SPAN || (w.a != -2 &&
		    !(w.a == 2 && line_is(&s->l, k, H_GE))) ||
		    stretch_seconds(&u) == 0)
			return i;	/* 上个小时, 下个小时 */
	}
	if (w.len == 1 && (line_is(&s->l, end - 1, H_DIAN) ||
	    line_is(&s->l, end - 1, H_FEN) || (line_is(&s->l, end - 1, H_SHI)
	    && !line_is(&s->l, end - 2, H_XIAO))))
		return i;	/* 查下15点20分 */
	if (line_is(&s->l, end, 0x91cc) || line_is(&s->l, end, 0x5185) ||
	    line_is(&s->l, end, 0x6765))
		end++;
	if (s->a.few || (n < 0 && s->a.range)) {
		e->value = piece_str(s, span_str(w.a < 0 ? "PAST_REF" :
		    "FUTURE_REF"));
		e->kind = K_DATE;
		e->op = OP_EQ;
		e->why = "relative";
		return end;
	}
	if (w.a == 3)
		ok = away(s, &u, n, half, 1, &p.a);
	else if ((w.a == 2 || w.a == -2) && counted)
		ok = whole_units(s, &u, n, w.a, &p);
	else
		ok = from_now(s, &u, n, half, w.a < 0 ? -1 : 1, &p);
	if (ok != 0) {
		if (s->now.prec >= P_DAY)
			return i;
		memset(&p, 0, sizeof p);
	}
	return emit(s, e, &p, end);
}

/* A whole number of at most six digits as an int, else -1. */
static int
small(const struct dec *d)
{
	size_t i;
	long exp;
	int v;

	if (d->neg || d->exp < 0 || dec_length(d) > 6)
		return -1;
	v = 0;
	for (i = 0; i < d->d.n; i++)
		v = v * 10 + d->d.p[i];
	for (exp = d->exp; exp > 0; exp--)
		v *= 10;
	return v;
}

/* 三四年前, 二十几年前, 十多天后: the numeral that was read is a range. */
static int
about_away(struct scan *s, const struct unit *u, int sign, struct period *p)
{
	struct period far;
	int lo, hi, step;

	lo = small(&s->a.lo);
	hi = s->a.range ? small(&s->a.hi) : -1;
	if (lo > 0 && !s->a.range && s->a.op == OP_GT) {
		for (step = 1; lo % (step * 10) == 0; step *= 10)
			continue;
		hi = lo + step;
	}
	if (lo <= 0 || hi < lo || away(s, u, lo * u->a, 0, sign, &p->a) != 0 ||
	    away(s, u, hi * u->a, 0, sign, &far.a) != 0)
		return -1;
	p->b = sign < 0 ? p->a : far.a;
	if (sign < 0)
		p->a = far.a;
	p->range = 1;
	return 0;
}

static int
moved(struct scan *s, const struct unit *u, int n, int half, int sign,
    struct period *p)
{
	if (n < 0)
		return about_away(s, u, sign, p);
	if (away(s, u, n, half, sign, &p->a) != 0)
		return -1;
	if (stretch_days(u) == 7 && !half) {	/* 两周后: a week */
		p->a = day_from(p->a, 1 - cal_weekday(when_first(&p->a)));
		p->b = day_from(p->a, 6);
		p->range = 1;
	}
	return 0;
}

size_t
relative_then(struct scan *s, size_t i, const struct unit *u, int n, int half,
    struct expr *e)
{
	struct word w;
	struct period p;

	if (aft_word(s, i, &w) == 0 || (line_han(&s->l, i +
	    w.len) && w.len == 1 && !line_edge(&s->l, i + 1)))
		return i;
	if (line_is(&s->l, i - 1, H_SHI) && !line_is(&s->l, i - 2, H_XIAO))
		return i;	/* 18时前 */
	memset(&p, 0, sizeof p);
	if (s->a.few && (w.a == 4 || w.a == 5 || w.a == 6)) {
		e->value = piece_str(s, span_str(w.a == 6 ? "PAST_REF" :
		    "FUTURE_REF"));
		e->kind = K_DATE;
		e->op = OP_EQ;
		e->why = "relative";
		return i + w.len;
	}
	switch (w.a) {
	case 1:
	case 10:
		if (n < 0 && s->a.op == OP_GT)
			n = small(&s->a.lo) < 0 ? -1 : small(&s->a.lo) * u->a;
		if (away(s, u, n, half, -1, &p.a) != 0)
			return i;
		if (p.a.prec < P_DAY)	/* 三个多月以来 */
			p.a = when_day(when_first(&p.a));
		p.b = till_now(s);
		p.range = 1;
		break;
	case 4:
	case 5:
		if (moved(s, u, n, half, 1, &p) != 0)
			return i;
		if (w.a == 4 && line_is(&s->l, i, 0x4ee5))
			p.range = p.open = 1;
		break;
	case 6:
		if (moved(s, u, n, half, -1, &p) != 0)
			return i;
		if (line_is(&s->l, i, 0x4ee5)) {
			p.b = p.range ? p.b : p.a;
			p.range = 1;
			p.open = -1;
		}
		break;
	default:
		return i;
	}
	return emit(s, e, &p, i + w.len);
}
