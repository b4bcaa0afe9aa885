/* Centuries and decades: 20世纪80年代末, 上世纪七八十年代, 1990年代. */
#include "num/point.h"

enum {
	DECADE_NEW = 30,	/* 20年代 is of this century, 30年代 is not */
	SHI = 0x4e16,		/* 世 */
	JI = 0x7eaa,		/* 纪 */
	DAI = 0x4ee3		/* 代 */
};

/* 本世纪, 18世纪, 公元前3世纪: which one, negative before Christ. */
static size_t
century_of(struct scan *s, size_t i, int *c)
{
	struct word w;
	size_t k, end;
	int sign;

	if (point_word(s, i, W_CENTURY, &w) != 0) {
		*c = w.a;
		return i + w.len;
	}
	k = i;
	sign = 1;
	if (point_word(s, i, W_BC, &w) != 0) {
		sign = w.a;
		k += w.len;
	}
	end = numeral_small(&s->l, k, 40, c);
	if (end == k || *c == 0 || !line_is(&s->l, end, SHI) ||
	    !line_is(&s->l, end + 1, JI))
		return i;
	*c *= sign;
	return end + 2;
}

static size_t
tens(const struct line *l, size_t i)
{
	return l->cls[i] == C_SMALL && l->val[i] == 1 &&
	    line_is(l, i + 1, H_YEAR) && line_is(l, i + 2, DAI) ? i + 3 :
	    i;
}

/* 80年代, 七八十年代, 1990年代: the first and the last of its tens. */
static size_t
decades(struct scan *s, size_t i, int *from, int *to)
{
	const struct line *l;
	size_t end;

	l = &s->l;
	if (l->cls[i] == C_DIGIT && l->cls[i + 1] == C_DIGIT) {
		*from = (l->val[i] & (DIGIT_FORMAL - 1)) * 10;
		*to = (l->val[i + 1] & (DIGIT_FORMAL - 1)) * 10;
		end = tens(l, i + 2);
		return end > i + 2 && *to == *from + 10 ? end : i;
	}
	end = numeral_small(l, i, 2990, from);
	*to = *from;
	if (end == i || *from % 10 != 0 || !line_is(l, end, H_YEAR) ||
	    !line_is(l, end + 1, DAI) || (*from >= 100 && *from < 1000))
		return i;
	return end + 2;
}

/* The years of 初, 末, 中叶, 上半叶 of so many years. */
static int
part_of(int part, int *from, int *to)
{
	int n, edge;

	n = *to - *from + 1;
	edge = n == 10 ? 3 : n / 5;
	switch (part) {
	case 1:
	case 9:
	case 11:
		*to = *from + edge - 1;
		return 0;
	case 3:
	case 10:
		*from = *to - edge + 1;
		return 0;
	case 2:
		*to -= n == 10 ? 3 : n / 5 * 2;
		*from += n == 10 ? 3 : n / 5 * 2;
		return 0;
	case 12:
		*to = *from + n / 2 - 1;
		return 0;
	case 13:
		*from += n / 2;
		return 0;
	case 14:
		*from += n == 10 ? 3 : n / 5 * 2;
		return 0;
	default:
		return -1;
	}
}

size_t
century_read(struct scan *s, size_t i, struct point *p)
{
	struct word part;
	size_t k, end;
	int c, from, to;

	k = century_of(s, i, &c);
	if (k == i)
		c = 0;
	end = decades(s, k, &from, &to);
	if (end > k) {
		if (from < 1000)
			from += (c > 0 ? c : from < DECADE_NEW ? 21 : 20) *
			    100 - 100;
		to = from + (to % 100 > from % 100 ? 19 : 9);
		k = end;
	} else if (k > i) {
		from = c * 100 - (c > 0 ? 100 : 0);
		to = from + 99;
	} else {
		return i;
	}
	if (point_word(s, k, W_PART, &part) != 0 && !line_is(&s->l, k, H_YEAR)
	    && !(part.a == 2 && part.len == 1 && line_han(&s->l, k + 1)) &&
	    part_of(part.a, &from, &to) == 0)
		k += part.len;
	point_range(p, when_year(from), when_year(to));
	p->named = 1;
	return k;
}
