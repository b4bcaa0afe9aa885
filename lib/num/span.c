/* Spans of time: 15个月, 两天又一个月, 近三年, 三天前, 每月. */
#include "num/compare.h"
#include "num/point.h"
#include "num/unit.h"

#include <string.h>

enum {
	SPAN_PARTS = 8,		/* 一年三个月又20天8小时 */
	AMOUNT_MAX = 100000	/* larger ones give no date */
};

/* A span: numbers of units, of which the first is in s->a. */
struct stretch {
	struct unit unit;
	int n;			/* of that unit */
	int half;
	int parts;
	struct buf code;	/* PnYnM... for more than one part */
	int op;
};

static long
unit_days(const struct unit *u)
{
	if (u->n == 1 && u->code[0] == 'd')
		return 1;
	return u->n == 2 && memcmp(u->code, "wk", 2) == 0 ? 7 : 0;
}

static long
unit_months(const struct unit *u)
{
	if (u->n == 1 && u->code[0] == 'a')
		return 12;
	return u->n == 2 && memcmp(u->code, "mo", 2) == 0 ? 1 : 0;
}

static long
unit_seconds(const struct unit *u)
{
	if (u->n == 1 && u->code[0] == 'h')
		return 3600;
	if (u->n == 3 && memcmp(u->code, "min", 3) == 0)
		return 60;
	return u->n == 1 && u->code[0] == 's' ? 1 : 0;
}

/* A number and a unit of time: 个半月 too.  Returns the end, or i. */
static size_t
part(struct scan *s, size_t i, struct unit *u, int *n, int *half)
{
	size_t k, end;

	*half = 0;
	if (line_is(&s->l, i, H_HALF)) {
		*n = 0;
		*half = s->a.half = 1;
		k = i + 1;
		dec_uint(&s->a.lo, 0);
		dec_uint(&s->a.hi, 0);
		s->a.arab = s->a.units = s->a.bare = s->a.few = 0;
		s->a.range = s->a.op = 0;
		s->a.digits = 1;
	} else if (line_is(&s->l, i, H_GE) && line_is(&s->l, i + 1, H_HALF)) {
		*n = 1;
		*half = 1;
		k = i + 2;
		s->a.arab = s->a.units = s->a.bare = s->a.few = 0;
		s->a.range = s->a.op = 0;
		s->a.digits = s->a.half = 1;
		dec_uint(&s->a.lo, 1);
		dec_uint(&s->a.hi, 0);
	} else if (line_is(&s->l, i, H_FEN) && line_is(&s->l, i + 1, H_HALF) &&
	    !line_han(&s->l, i + 2) && (i == 0 || !line_han(&s->l, i - 1))) {
		*n = 1;		/* 分半: a minute and a half */
		*half = s->a.half = 1;
		dec_uint(&s->a.lo, 1);
		dec_uint(&s->a.hi, 0);
		s->a.arab = s->a.bare = s->a.few = s->a.range = s->a.op = 0;
		s->a.units = 1;
		return unit_read(s, i, &s->a, u) + 1;
	} else {
		k = numeral_small(&s->l, i, AMOUNT_MAX, n);
		end = numeral_read(&s->l, &s->k.units, i, &s->a);
		if (end == i || s->a.bare)
			return i;
		if (end != k || s->a.range)
			*n = -1;
		k = end;
		if (line_is(&s->l, k, H_GE) && line_is(&s->l, k + 1,
		    H_HALF)) {
			*half = s->a.half = 1;
			k += 2;
		} else if (s->l.cls[k] == C_MORE || s->l.cls[k] == C_FEW) {
			s->a.op = OP_GT;
			k++;
		} else if (line_is(&s->l, k, H_GE) &&
		    s->l.cls[k + 1] == C_MORE) {
			s->a.op = OP_GT;
			s->a.half = 1;
			k += 2;
			end = unit_read(s, k, &s->a, u);
			if (end == k || u->type != U_SPAN) {
				k -= 2;
			}
		}
	}
	end = unit_read(s, k, &s->a, u);
	if (end == k && *half && line_is(&s->l, k, H_ZHONG)) {
		memset(u, 0, sizeof *u);	/* 个半钟 */
		u->type = U_SPAN;
		u->a = 1;
		u->code[0] = 'h';
		u->n = 1;
		end = k + 1;
	}
	if (end == k || u->type != U_SPAN)
		return i;
	if (*n >= 0)
		*n *= u->a;
	if (line_is(&s->l, end, H_HALF) && !*half &&
	    !line_is(&s->l, end + 1, H_TIAN) && !line_is(&s->l, end + 1,
	    H_YEAR)) {
		*half = 1;
		end++;
		if (line_is(&s->l, end, H_ZHONG))
			end++;
	}
	return end;
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
	days = unit_days(u);
	months = unit_months(u);
	seconds = unit_seconds(u);
	a = when_first(&s->now);
	if (days != 0) {
		if (s->now.prec < P_DAY)
			return -1;
		*w = when_day(cal_add(a, sign * n * days));
	} else if (months != 0) {
		if (months == 12 && !half) {
			*w = when_year(s->now.y + sign * n);
			return 0;
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
		*w = when_month(a.y, a.m);
	} else if (seconds != 0 && s->now.prec >= P_HOUR) {
		*w = when_shift(&s->now, sign * (n * seconds +
		    (half ? seconds / 2 : 0)));
	} else {
		return -1;
	}
	return 0;
}

/* From n units back (sign -1) or on (1) to the reference date. */
static int
from_now(const struct scan *s, const struct unit *u, int n, int half,
    int sign, struct period *p)
{
	struct day a;
	struct when far;
	long days, months;

	if (s->now.prec == P_MONTH && sign > 0 && unit_months(u) != 0 &&
	    n > 0) {
		p->a = s->now;
		p->b = when_month(s->now.y, s->now.m + n * (int)unit_months(u)
		    - 1);
		p->range = 1;
		return 0;
	}
	if (s->now.prec < P_DAY || n < 0)
		return -1;
	days = unit_days(u) * n;
	months = unit_months(u) * n + (half ? unit_months(u) / 2 : 0);
	a = when_first(&s->now);
	if (months != 0)
		far = when_day(cal_add_months(a, (int)(sign * months)));
	else if (days != 0)
		far = when_day(cal_add(a, sign * days));
	else if (unit_seconds(u) != 0 && s->now.prec >= P_HOUR)
		far = when_shift(&s->now, sign * (n * unit_seconds(u) +
		    (half ? unit_seconds(u) / 2 : 0)));
	else
		return -1;
	p->range = 1;
	p->open = 0;
	/* Both ends are included: what ends now ends just before it. */
	if (sign < 0) {
		p->a = far;
		p->b = s->now.prec == P_DAY ? when_day(cal_add(a, -1)) :
		    s->now.prec == P_SECOND ? when_shift(&s->now, -1) :
		    s->now;
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
	days = unit_days(u);
	a = when_first(&s->now);
	p->range = 1;
	p->open = 0;
	if (unit_seconds(u) != 0 && s->now.prec >= P_HOUR) {
		p->a = s->now;
		p->a.prec = unit_seconds(u) == 3600 ? P_HOUR :
		    unit_seconds(u) == 60 ? P_MINUTE : P_SECOND;
		p->b = p->a;
		p->a = when_shift(&p->a, unit_seconds(u) * (sign < 0 ? -n :
		    1));
		p->b = when_shift(&p->b, unit_seconds(u) * (sign < 0 ? -1 :
		    n));
		return 0;
	}
	if (days == 7)
		a = cal_add(a, 1 - cal_weekday(a));
	if (days != 0) {
		p->a = when_day(cal_add(a, sign < 0 ? -n * days : days));
		p->b = when_day(cal_add(a, sign < 0 ? -1 : (n + 1) * days -
		    1));
		return 0;
	}
	if (unit_months(u) == 12) {
		p->a = when_year(sign < 0 ? a.y - n : a.y + 1);
		p->b = when_year(sign < 0 ? a.y - 1 : a.y + n);
		return 0;
	}
	return from_now(s, u, n, 0, sign, p);
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

/* 近三年, 过去的50分钟, 未来两个月, 上两周, 前两天, 上个小时 */
static size_t
relative(struct scan *s, size_t i, struct expr *e)
{
	struct word w;
	struct unit u;
	struct period p;
	size_t k, end;
	int n, half, ok, counted;

	counted = 1;
	if (point_word(s, i, W_REL, &w) == 0 || !line_edge(&s->l, i))
		return i;
	k = i + w.len;
	memset(&p, 0, sizeof p);
	end = part(s, k, &u, &n, &half);
	if (end == k) {
		n = 1;
		half = counted = 0;
		s->a.arab = s->a.few = s->a.bare = 0;
		s->a.units = 1;
		end = unit_read(s, k, &s->a, &u);
		if (end == k || u.type != U_SPAN || w.a != -2 ||
		    unit_seconds(&u) == 0)
			return i;
	}
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
	if ((w.a == 2 || w.a == -2) && counted)
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

/* 三天前, 两年后, 半年之后, 3年半以来 */
static size_t
and_then(struct scan *s, size_t i, const struct unit *u, int n, int half,
    struct expr *e)
{
	struct word w;
	struct period p;

	if (aft_word(s, i, &w) == 0 || (line_han(&s->l, i +
	    w.len) && w.len == 1 && !line_edge(&s->l, i + 1)))
		return i;
	memset(&p, 0, sizeof p);
	switch (w.a) {
	case 1:
	case 10:
		if (from_now(s, u, n, half, -1, &p) != 0)
			return i;
		p.b = s->now;
		if (p.b.prec > P_DAY && p.a.prec <= P_DAY)
			p.b.prec = P_DAY;
		break;
	case 4:
	case 5:
		if (away(s, u, n, half, 1, &p.a) != 0)
			return i;
		if (w.a == 4 && line_is(&s->l, i, 0x4ee5))
			p.range = p.open = 1;
		break;
	case 6:
		if (away(s, u, n, half, -1, &p.a) != 0)
			return i;
		if (line_is(&s->l, i, 0x4ee5)) {
			p.b = p.a;
			p.range = 1;
			p.open = -1;
		}
		break;
	default:
		return i;
	}
	return emit(s, e, &p, i + w.len);
}

/* What may stand between the parts of a span. */
static size_t
link(const struct scan *s, size_t i)
{
	const struct line *l;

	l = &s->l;
	if (line_is(l, i, 0x53c8) || l->cls[i] == C_ZERO ||
	    l->cls[i] == C_MORE)
		return i + 1;
	return i;
}

/* How many seconds a unit has, to compare units. */
static long
order(const struct unit *u)
{
	return unit_months(u) * 2592000 + unit_days(u) * 86400 +
	    unit_seconds(u);
}

static void
designator(struct scan *s, const struct unit *u, int *time)
{
	if (unit_seconds(u) != 0 && !*time) {
		*time = 1;
		buf_byte(&s->text, 'T');
	}
	dec_print(&s->text, &s->a.lo);
	buf_byte(&s->text, unit_months(u) == 12 ? 'Y' : unit_days(u) == 7 ?
	    'W' : unit_days(u) == 1 ? 'D' : unit_seconds(u) == 3600 ? 'H' :
	    unit_seconds(u) == 1 ? 'S' : 'M');
}

/* Adds a half that was read to the number. */
static void
add_half(struct scan *s, int half)
{
	if (!half)
		return;
	dec_uint(&s->tmp, 5);
	dec_shift(&s->tmp, -1);
	dec_add(&s->a.lo, &s->a.lo, &s->tmp);
}

/* A span of several parts, from the end of the first: P1Y3M20D. */
static size_t
parts(struct scan *s, size_t i, const struct unit *first, struct expr *e)
{
	struct unit u;
	size_t k, end, off;
	int n, half, count, time;

	off = s->text.n;
	time = 0;
	buf_byte(&s->text, 'P');
	designator(s, first, &time);
	for (count = 1; count < SPAN_PARTS; count++) {
		k = link(s, i);
		end = part(s, k, &u, &n, &half);
		if (end == k || order(&u) == 0 || (count == 1 &&
		    order(&u) == order(first)))
			break;
		add_half(s, half);
		designator(s, &u, &time);
		i = end;
	}
	if (count == 1) {
		s->text.n = off;
		return i;
	}
	e->value.off = off;
	e->value.n = s->text.n - off;
	return i;
}

/*
 * Spans that are dates (三天前), spans of several parts, 近三年; a plain span is
 * an amount with a unit of time.
 */
size_t
span_read(struct scan *s, size_t i, struct expr *e)
{
	struct unit u;
	struct compare c;
	size_t k, end, start;
	int n, half;

	end = relative(s, i, e);
	if (end > i)
		return end;
	memset(&c, 0, sizeof c);
	start = compare_before(s, i, &c);
	k = part(s, start, &u, &n, &half);
	if (k == start || order(&u) == 0)
		return i;
	if (u.b == 1 && !line_is(&s->l, k - 1, H_FEN) && !line_is(&s->l,
	    k - 1, H_SHI) && !line_is(&s->l, k - 1, H_WEEK) &&
	    s->a.arab == 0 && !half && s->a.op == OP_EQ && !s->a.range &&
	    !line_is(&s->l, start, 0x4e24))
		u.b = 0;
	end = and_then(s, k, &u, s->a.op == OP_GT ? -1 : n, half, e);
	if (end > k)
		return end;
	add_half(s, half);
	if (s->a.few && !line_edge(&s->l, start))
		return i;
	if (!dec_zero(&s->tmp) && u.a > 1) {
		dec_uint(&s->tmp, (uint64_t)u.a);
		dec_mul(&s->a.lo, &s->a.lo, &s->tmp);
	} else if (u.a > 1) {
		dec_uint(&s->tmp, (uint64_t)u.a);
		dec_mul(&s->a.lo, &s->a.lo, &s->tmp);
		dec_mul(&s->a.hi, &s->a.hi, &s->tmp);
	}
	e->value = piece_dec(s, &s->a.lo);
	e->upper = piece_dec(s, &s->a.hi);
	if (!s->a.range)
		e->upper.n = 0;
	if (c.op == OP_EQ)
		c.op = s->a.range ? OP_ABOUT : s->a.op;
	e->unit = piece_str(s, span_of(u.code, u.n));
	end = parts(s, k, &u, e);
	if (end == k && u.b == 3 && !half)
		return i;
	if (end > k)
		e->unit.n = e->upper.n = 0;
	else if (half == 0 && u.b == 0 && c.op == OP_EQ && !s->a.range)
		return i;	/* an amount: it may be a range */
	end = compare_after(s, end, U_SPAN, &c);
	e->kind = K_DURATION;
	e->op = c.op;
	e->why = "span";
	return end;
}

/* 每月, 每周一下午八点, 每隔3天 */
size_t
set_read(struct scan *s, size_t i, struct expr *e)
{
	struct word w;
	struct point p;
	struct unit u;
	size_t k, end, off;
	int n, half, time;

	if (point_word(s, i, W_SET, &w) == 0)
		return i;
	k = i + w.len;
	half = 0;
	n = 1;
	end = w.a == 2 ? part(s, k, &u, &n, &half) : k;
	if (end == k) {
		s->a.arab = s->a.few = s->a.bare = 0;
		s->a.units = 1;
		dec_uint(&s->a.lo, 1);
		end = unit_read(s, k, &s->a, &u);
		if (end == k && line_is(&s->l, k, 0x5468))
			return i;
		if (end == k && line_is(&s->l, i + 1, H_GE)) {
			k = i + 1;
			end = unit_read(s, k, &s->a, &u);
		}
	}
	if (end == k || u.type != U_SPAN || order(&u) == 0 || n < 1)
		return i;
	off = s->text.n;
	time = 0;
	buf_str(&s->text, "R/P");
	designator(s, &u, &time);
	e->value.off = off;
	e->value.n = s->text.n - off;
	/* 每周一, 每天晚上8点: what stands in each is not part of the value. */
	if (unit_days(&u) == 7 && s->l.cls[end] == C_DIGIT &&
	    (s->l.val[end] & 15) <= 6)
		end++;
	else if (unit_days(&u) == 7 && (line_is(&s->l, end, H_DAY) ||
	    line_is(&s->l, end, H_TIAN)))
		end++;
	memset(&p, 0, sizeof p);
	p.d = 1;
	k = clock_read(s, end, &p);
	e->kind = K_SET;
	e->op = OP_EQ;
	e->why = "set";
	return k;
}
