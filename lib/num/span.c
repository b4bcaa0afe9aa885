/* Spans of time as expressions: 15个月, 两天又一个月, 每月. */
#include "num/compare.h"
#include "num/point.h"
#include "num/relative.h"
#include "num/stretch.h"
#include "num/unit.h"

#include <string.h>

enum { SPAN_PARTS = 8 };	/* 一年三个月又20天8小时 */

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
	return stretch_months(u) * 2592000 + stretch_days(u) * 86400 +
	    stretch_seconds(u);
}

static void
designator(struct scan *s, const struct unit *u, int *time)
{
	if (stretch_seconds(u) != 0 && !*time) {
		*time = 1;
		buf_byte(&s->text, 'T');
	}
	dec_print(&s->text, &s->a.lo);
	if (stretch_months(u) == 12)
		buf_byte(&s->text, 'Y');
	else if (stretch_days(u) != 0)
		buf_byte(&s->text, stretch_days(u) == 7 ? 'W' : 'D');
	else if (stretch_seconds(u) == 3600)
		buf_byte(&s->text, 'H');
	else
		buf_byte(&s->text, stretch_seconds(u) == 1 ? 'S' : 'M');
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
		end = stretch_read(s, k, &u, &n, &half);
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

/* 一季度 of 一季度前, which is the first and not a span. */
static int
named_quarter(const struct line *l, size_t i, const struct unit *u)
{
	return u->a == 3 && l->cls[i] == C_DIGIT && line_is(l, i + 1, H_JI);
}

/* 三年: with such a number a unit that mostly makes dates makes a span. */
static int
in_words(const struct scan *s, size_t from, size_t end, int half)
{
	if (s->a.arab || s->a.range || s->a.op != OP_EQ || half ||
	    line_is(&s->l, from, H_LIANG))
		return 0;
	return !line_is(&s->l, end - 1, H_FEN) &&
	    !line_is(&s->l, end - 1, H_SHI) &&
	    !line_is(&s->l, end - 1, H_WEEK);
}

/* The number read last in the code of its unit: 两个季度 are 6 months. */
static void
value(struct scan *s, const struct unit *u, struct expr *e)
{
	if (u->a > 1) {
		dec_uint(&s->tmp, (uint64_t)u->a);
		dec_mul(&s->a.lo, &s->a.lo, &s->tmp);
		dec_mul(&s->a.hi, &s->a.hi, &s->tmp);
	}
	e->value = piece_dec(s, &s->a.lo);
	e->upper = piece_dec(s, &s->a.hi);
	if (!s->a.range)
		e->upper.n = 0;
	e->unit = piece_str(s, span_of(u->code, u->n));
}

/*
 * Spans that are dates (三天前), spans of several parts, 近三年; a plain span
 * is an amount with a unit of time.
 */
size_t
span_read(struct scan *s, size_t i, struct expr *e)
{
	struct unit u;
	struct compare c;
	size_t k, end, start;
	int n, half;

	end = relative_read(s, i, e);
	if (end > i)
		return end;
	memset(&c, 0, sizeof c);
	start = compare_before(s, i, &c);
	k = stretch_read(s, start, &u, &n, &half);
	if (k == start || order(&u) == 0)
		return i;
	if (u.b == 1 && in_words(s, start, k, half))
		u.b = 0;
	end = named_quarter(&s->l, start, &u) ? k : relative_then(s, k, &u,
	    s->a.op == OP_GT ? -1 : n, half, e);
	if (end > k)
		return end;
	if (u.b == SPAN_WORK)
		u.b = 0;
	add_half(s, half);
	if (s->a.few && !line_edge(&s->l, start))
		return i;
	value(s, &u, e);
	if (c.op == OP_EQ)
		c.op = s->a.op;
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
