/* A number and a unit of time. */
#include "num/stretch.h"

#include <string.h>

#include "num/point.h"

enum { AMOUNT_MAX = 100000 };	/* larger ones give no date */

long
stretch_days(const struct unit *u)
{
	if (u->n == 1 && u->code[0] == 'd')
		return 1;
	return u->n == 2 && memcmp(u->code, "wk", 2) == 0 ? 7 : 0;
}

long
stretch_months(const struct unit *u)
{
	if (u->n == 1 && u->code[0] == 'a')
		return 12;
	return u->n == 2 && memcmp(u->code, "mo", 2) == 0 ? 1 : 0;
}

long
stretch_seconds(const struct unit *u)
{
	if (u->n == 1 && u->code[0] == 'h')
		return 3600;
	if (u->n == 3 && memcmp(u->code, "min", 3) == 0)
		return 60;
	return u->n == 1 && u->code[0] == 's' ? 1 : 0;
}

/* Sets the numeral in hand to n and a half. */
static void
n_and_half(struct numeral *a, unsigned n)
{
	a->arab = a->units = a->bare = a->few = 0;
	a->range = a->op = 0;
	a->digits = a->half = 1;
	dec_uint(&a->lo, n);
	dec_uint(&a->hi, 0);
}

/* 半年, 个半月: a half where no number stands.  Returns where it ends, or i. */
static size_t
half_only(struct scan *s, size_t i, int *n)
{
	*n = line_is(&s->l, i, H_GE);
	if (!line_is(&s->l, i + (size_t)*n, H_HALF))
		return i;
	n_and_half(&s->a, (unsigned)*n);
	return i + (size_t)*n + 1;
}

/* 分半: a minute and a half. */
static int
minute_and_half(const struct line *l, size_t i)
{
	return line_is(l, i, H_FEN) && line_is(l, i + 1, H_HALF) &&
	    !line_han(l, i + 2) && (i == 0 || !line_han(l, i - 1));
}

/* A number, with what stands between it and its unit: 两个半月, 三个多月. */
static size_t
number(struct scan *s, size_t i, struct unit *u, int *n, int *half)
{
	size_t k, end;

	k = numeral_small(&s->l, i, AMOUNT_MAX, n);
	end = numeral_read(&s->l, &s->k.units, i, &s->a);
	if (end == i || s->a.bare)
		return i;
	if (end != k || s->a.range)
		*n = -1;
	k = end;
	if (line_is(&s->l, k, H_GE) && line_is(&s->l, k + 1, H_HALF)) {
		*half = s->a.half = 1;
		return k + 2;
	}
	if (s->l.cls[k] == C_MORE || s->l.cls[k] == C_FEW) {
		s->a.op = OP_GT;
		return k + 1;
	}
	if (line_is(&s->l, k, H_GE) && s->l.cls[k + 1] == C_MORE) {
		s->a.op = OP_GT;
		s->a.half = 1;
		end = unit_read(s, k + 2, &s->a, u);
		if (end > k + 2 && u->type == U_SPAN)
			return k + 2;
	}
	return k;
}

/* The unit at k, where a half may go before it or behind it: 两年半. */
static size_t
unit_of(struct scan *s, size_t k, struct unit *u, int *half)
{
	size_t end;

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
		return k;
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

size_t
stretch_read(struct scan *s, size_t i, struct unit *u, int *n, int *half)
{
	size_t k, end;

	if (minute_and_half(&s->l, i)) {
		*n = *half = 1;
		n_and_half(&s->a, 1);
		s->a.units = 1;
		return unit_read(s, i, &s->a, u) + 1;
	}
	k = half_only(s, i, n);
	*half = k > i;
	if (k == i)
		k = number(s, i, u, n, half);
	if (k == i)
		return i;
	end = unit_of(s, k, u, half);
	if (end == k)
		return i;
	if (*n > 0)
		*n *= u->a;
	return end;
}
