/* Numerals: signs, 几 and 数, and whole numbers of dates. */
#include "num/numeral.h"

#include <string.h>

#include "num/literal.h"
#include "num/point.h"
#include "num/reading.h"

enum {
	H_YI = 0x4ebf,		/* 亿 */
	H_GRADE = 0x7ea7,	/* 级 */
	H_FROM = 0x4ee5,	/* 以 of 以上 */
	BIG_LEAST = 4,		/* 万 and more are not counted by 个 */
	HUNDRED_MILLIONS = 8
};

/* A minus before i: 负, or a dash that joins nothing. */
static size_t
sign(const struct line *l, size_t i, struct numeral *n)
{
	size_t next, k;

	n->minus = 0;
	next = i;
	if (l->cls[i] == C_ARAB)
		return i;
	for (k = i + 1; k < l->n && k - i < 4 && l->cls[k] == C_ARAB; k++)
		continue;
	/* 2月28日-3月1日 */
	if (l->cp[i] == '-' && l->cp[i + 1] == 0x767e &&
	    l->cp[i + 2] == 0x5206) {
		n->minus = 1;	/* -百分之五 */
		return i + 1;
	}
	if (l->cp[i] == '-' && (l->cp[k] == 0x6708 || l->cp[k] == 0x65e5 ||
	    l->cp[k] == 0x5e74))
		return i;
	if (l->cls[i] == C_MINUS && line_edge(l, i)) /* not 减负 */
		next = line_is(l, i + 1, 0x7684) ? i + 2 : i + 1; /* 负的 */
	else if (l->cp[i] == '-' && (l->cls[i + 1] == C_ARAB ||
	    (l->cp[i + 1] == '.' && l->cls[i + 2] == C_ARAB)) && (i == 0 ||
	    (l->cls[i - 1] != C_ARAB && l->cls[i - 1] != C_LATIN &&
	    l->cp[i - 1] != '-' && l->cp[i - 1] != ')' &&
	    l->cp[i - 1] != '%')))
		next = i + 1;
	else if (l->cp[i] == 0x96f6 && line_is(l, i + 1, 0x4e0b))
		next = i + 2;	/* 零下 */
	n->minus = next != i;
	return next;
}

/* 几 or 数 first: 数百万 is 1000000 to 10000000, 几 alone 1 to 9. */
static size_t
read_few(const struct line *l, const struct words *units, size_t i,
    struct numeral *n)
{
	size_t end;
	int pair;

	n->op = OP_ABOUT;
	n->range = n->han = 1;
	end = i + 1;
	if ((l->cls[end] == C_SMALL || l->cls[end] == C_BIG) &&
	    !reading_unit(l, units, end)) {
		end = reading_once(l, units, end, n, &n->lo, 0, &pair);
		dec_copy(&n->hi, &n->lo);
		dec_shift(&n->hi, 1);
		n->bare = 0;
		n->op = OP_ABOUT;
		return end;
	}
	n->few = 1;
	dec_uint(&n->lo, 1);
	dec_uint(&n->hi, 9);
	return end;
}

/*
 * 5个亿 and 三个多亿 are numbers, but 5个亿元项目 and 5个亿以上项目 are five
 * of them.
 */
static size_t
read_count(const struct line *l, const struct words *units, size_t i,
    struct numeral *n)
{
	struct word w;
	size_t k;
	int more;

	if (l->cp[i] != H_GE || n->reach >= BIG_LEAST)
		return i;
	more = l->cls[i + 1] == C_MORE;
	k = i + 1 + (size_t)more;
	if (l->cp[k] != H_YI)
		return i;
	k++;
	if (k < l->n && (l->cp[k] == H_GRADE || l->cls[k] != C_OTHER ||
	    (l->cp[k] == H_FROM && line_han(l, k + 2)) ||
	    words_longest(units, l->cp + k, l->n - k, &w) != 0))
		return i;
	dec_shift(&n->lo, HUNDRED_MILLIONS);
	dec_shift(&n->hi, HUNDRED_MILLIONS);
	if (n->few) {
		dec_copy(&n->hi, &n->lo);
		dec_shift(&n->hi, 1);
		n->few = 0;
	}
	if (more)
		n->op = OP_GT;
	n->units = 1;
	n->tail = HUNDRED_MILLIONS;
	n->reach += HUNDRED_MILLIONS;
	return k;
}

/* `.5` is a number where no digit stands before the point. */
static size_t
read_fraction(const struct line *l, size_t i, struct numeral *n)
{
	size_t end;

	if (i > 0 && (l->cls[i - 1] == C_ARAB || l->cls[i - 1] == C_LATIN ||
	    l->cp[i - 1] == '.'))
		return i;
	end = literal_digits(l, i + 1);
	literal_value(l, i, end, &n->lo);
	n->arab = n->point = 1;
	n->digits = 1;
	return end;
}

static void
reset(struct numeral *n)
{
	struct dec lo, hi;

	lo = n->lo;
	hi = n->hi;
	memset(n, 0, sizeof *n);
	n->lo = lo;
	n->hi = hi;
	dec_clear(&n->lo);
	dec_clear(&n->hi);
}

size_t
numeral_read(const struct line *l, const struct words *units, size_t i,
    struct numeral *n)
{
	size_t start, end;
	int pair;

	reset(n);
	start = sign(l, i, n);
	pair = 0;
	if (l->cls[start] == C_FEW) {
		end = read_few(l, units, start, n);
	} else if (l->cp[start] == '.' && l->cls[start + 1] == C_ARAB) {
		end = read_fraction(l, start, n);
	} else {
		end = reading_once(l, units, start, n, &n->lo, 0, &pair);
		if (pair) {
			reading_once(l, units, start, n, &n->hi, 1, &pair);
			n->range = 1;
		}
	}
	if (end <= start)
		return i;
	end = read_count(l, units, end, n);
	if (n->minus) {
		dec_negate(&n->lo);
		dec_negate(&n->hi);
	}
	return end;
}

size_t
numeral_few(const struct line *l, size_t i, int max, int *value)
{
	size_t k, start;
	int v, cur, c, run, e;

	v = 0;
	cur = -1;
	start = i;
	run = 0;
	for (k = i; k < l->n && k - start < 9; k++) {
		c = l->cls[k];
		if (c == C_ARAB && k > start && ((l->at[k] & AT_GAP) ||
		    l->cls[k - 1] != C_ARAB))
			break;
		if ((c == C_DIGIT || c == C_ZERO) && k > start &&
		    (l->cls[k - 1] == C_ARAB || l->cp[k] == H_LIANG))
			break;
		if (c == C_ARAB || c == C_DIGIT || c == C_ZERO) {
			cur = (cur < 0 ? 0 : cur * 10) + literal_digit(l, k);
			run++;
		} else if (c == C_SMALL && l->cls[k > start ? k - 1 : k] !=
		    C_ARAB) {
			for (e = l->val[k] & 3, c = 1; e > 0; e--)
				c *= 10;
			v += (cur < 0 ? 1 : cur) * c;
			cur = -1;
		} else if (c == C_TENS && cur < 0) {
			v += 10 * l->val[k];
		} else {
			break;
		}
		if (v + (cur < 0 ? 0 : cur) > max)
			return i;
	}
	*value = v + (cur < 0 ? 0 : cur);
	return k;
}

void
numeral_free(struct numeral *n)
{
	dec_free(&n->lo);
	dec_free(&n->hi);
}
