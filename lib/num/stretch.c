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

size_t
stretch_read(struct scan *s, size_t i, struct unit *u, int *n, int *half)
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
