/*
 * Reads one numeral.  A Chinese numeral is a sum of sections; a section is a
 * sum of digits times 千 百 十, and a big unit (万 亿 兆) multiplies the section
 * before it, or all that was read when it is larger than every one before:
 *
 *	三百五十万亿	350 * 10^4 * 10^8
 *	四百零五亿零四百零四万	405 * 10^8 + 404 * 10^4
 *	三万五	3 * 10^4 + 5 * 10^3, the unit of the last digit is left out
 */
#include "num/reading.h"

#include <string.h>

#include "num/literal.h"

enum {
	H_LIANG = 0x4e24,	/* 两 */
	SMALL_DIGITS = 15,	/* digits that are kept in a uint64_t */
	CHAIN_MAX = 24		/* largest power of ten of 万亿兆 in a row */
};

/* The reading under way. */
struct reading {
	const struct line *l;
	const struct words *units;
	struct numeral *n;
	size_t i;
	int second;		/* take the second of two digits in a row */
	int pair;		/* such a pair was met */
	struct dec total;
	uint64_t section;
	uint64_t cur;		/* the digit or run not yet multiplied */
	int has;		/* cur is there */
	int single;		/* cur is one Chinese digit */
	int some;		/* the section has something */
	int zero;		/* 零 stands before cur */
	int full;		/* 零 was read: nothing is left out */
	int last;		/* power of ten of the unit read last, or 0 */
	int small;		/* the next small one is under this power */
	int big;		/* power of ten of the big units before */
	int parts;		/* multiplied digits in the section */
	struct dec lit;		/* a long or broken number, instead of cur */
	int haslit;
};

int
reading_unit(const struct line *l, const struct words *units, size_t i)
{
	struct word w;

	return words_longest(units, l->cp + i, l->n - i, &w) > 1 &&
	    (w.type == WORD_TYPE('u', 0, 0, 0) ||
	    w.type == WORD_TYPE('p', 'p', 0, 0));
}

static void
set_digits(struct reading *r, size_t i, size_t end, int point)
{
	r->n->digits += (int)(end - i > 1000 ? 1000 : end - i);
	r->has = 1;
	r->single = 0;
	r->cur = 0;
	r->haslit = point || end - i > SMALL_DIGITS;
	if (r->haslit) {
		literal_value(r->l, i, end, &r->lit);
		return;
	}
	for (; i < end; i++)
		if (r->l->cp[i] != ',')
			r->cur = r->cur * 10 + (uint64_t)literal_digit(r->l, i);
}

/* Reads an Arabic literal at r->i. */
static int
read_arab(struct reading *r)
{
	const struct line *l;
	size_t i, end, frac;
	int point;

	l = r->l;
	i = r->i;
	end = literal_digits(l, i);
	if (end - i <= 3)
		end = literal_grouped(l, i, end);
	point = 0;
	if (end + 1 < l->n && l->cp[end] == '.' && !(l->at[end] & AT_GAP) &&
	    l->cls[end + 1] == C_ARAB && !(l->at[end + 1] & AT_GAP)) {
		frac = literal_digits(l, end + 1);
		/* 1.2.3 is no number with a fraction. */
		if (!(line_is(l, frac, '.') && l->cls[frac + 1] == C_ARAB &&
		    !(l->at[frac] & AT_GAP)) && !(i > 1 &&
		    l->cp[i - 1] == '.' && l->cls[i - 2] == C_ARAB &&
		    !(l->at[i] & AT_GAP))) {
			end = frac;
			point = 1;
		}
	}
	set_digits(r, i, end, point);
	r->n->arab = 1;
	r->n->point |= point;
	r->i = end;
	return 1;
}

/* Tells whether two digits in a row mean `one or the other`: 三四, 三五. */
static int
either(const struct reading *r, size_t i, size_t end)
{
	struct word w;
	const struct line *l;
	int a, b, c;

	l = r->l;
	if (end - i != 2 || l->cls[i] != C_DIGIT || l->cls[i + 1] != C_DIGIT)
		return 0;
	a = literal_digit(l, i);
	b = literal_digit(l, i + 1);
	if (b != a + 1 && !(a == 3 && b == 5))
		return 0;
	c = l->cls[end];
	if (c == C_SMALL || c == C_BIG)
		return 1;
	if (c == C_POINT && (l->cls[end + 1] == C_DIGIT ||
	    l->cls[end + 1] == C_ZERO))
		return 0;	/* 一二点三 */
	if (words_longest(r->units, l->cp + end, l->n - end, &w) != 0)
		return w.type != WORD_TYPE('z', 'h', 'e', 0);
	return r->last != 0;
}

/* Whether 两 at end is a digit behind that at i: 一两天, but not 一两黄金. */
static int
one_or_two(const struct reading *r, size_t i, size_t end)
{
	const struct line *l;
	struct word w;

	l = r->l;
	if (end != i + 1)
		return 0;
	if (l->cls[end + 1] == C_DIGIT)
		return 1;
	return literal_digit(l, i) == 1 && (l->cls[end + 1] == C_SMALL ||
	    words_longest(r->units, l->cp + end + 1, l->n - end - 1, &w) != 0);
}

/* 三两个: two or three; but 三两 is a weight. */
static int
three_two(const struct reading *r, size_t i)
{
	struct word w;
	const struct line *l;

	l = r->l;
	return l->cp[i] == 0x4e09 && line_is(l, i + 1, H_LIANG) &&
	    words_longest(r->units, l->cp + i + 2, l->n - i - 2, &w) != 0 &&
	    (w.type == WORD_TYPE('m', 0, 0, 0) ||
	    w.type == WORD_TYPE('d', 'u', 'r', 0));
}

/* Reads a run of Chinese digits at r->i. */
static int
read_digits(struct reading *r)
{
	const struct line *l;
	size_t i, end;

	l = r->l;
	i = r->i;
	for (end = i; end < l->n && (l->cls[end] == C_DIGIT ||
	    l->cls[end] == C_ZERO) && !(end > i && l->cp[end] == H_LIANG &&
	    !one_or_two(r, i, end)); end++)
		if (l->val[end] & DIGIT_FORMAL)
			r->n->formal = 1;
	r->n->han = 1;
	if (three_two(r, i)) {
		r->pair = r->has = r->single = 1;
		r->cur = r->second ? 3 : 2;
		r->n->digits += 2;
		end = i + 2;
	} else if (either(r, i, end)) {
		r->pair = 1;
		r->cur = (uint64_t)literal_digit(l, i + (size_t)r->second);
		r->n->digits += 2;
		r->has = 1;
		r->single = 1;
	} else {
		set_digits(r, i, end, 0);
		r->single = end - i == 1;
	}
	r->i = end;
	return 1;
}

/* 1.5千万: a decimal takes 百 and 千, too. */
static int
multiply(struct reading *r, int e)
{
	dec_shift(&r->lit, e);
	r->n->units = 1;
	r->n->tail = r->n->reach = r->small = r->last = e;
	r->i++;
	return 1;
}

/* Multiplies what stands before a small unit. */
static int
read_small(struct reading *r)
{
	static const unsigned power[] = { 1, 10, 100, 1000 };
	int e;

	e = r->l->val[r->i] & 3;
	if (r->haslit && e > 1 && r->last == 0 &&
	    !reading_unit(r->l, r->units, r->i))
		return multiply(r, e);
	if (r->has && r->single && r->cur == 0 && e == 1 && r->n->digits == 1)
		r->has = 0;	/* 零十 */
	if (e >= r->small || r->haslit || (r->has && r->cur > 99999999) ||
	    reading_unit(r->l, r->units, r->i))
		return 0;
	if (!r->has && r->some && e != 1)
		return 0;
	r->section += (r->has ? r->cur : 1) * power[e];
	r->n->bare &= !r->has && e != 1;
	r->n->han = r->n->units = 1;
	r->n->tail = e;
	r->n->reach = r->parts == 0 ? e : 0;
	r->parts++;
	r->some = 1;
	r->has = r->zero = 0;
	r->last = r->small = e;
	r->i++;
	return 1;
}

/* Multiplies what stands before 万 亿 兆. */
static int
read_big(struct reading *r)
{
	struct dec part;
	int e;

	e = r->l->val[r->i];
	if (reading_unit(r->l, r->units, r->i))
		return 0;
	if (!r->has && !r->some && r->last != 0) {
		/* 万亿, 万万 */
		if (e < r->big || r->big + e > CHAIN_MAX)
			return 0;
		dec_shift(&r->total, e);
		r->n->tail += e;
		r->n->reach += e;
		r->big += e;
	} else {
		if (r->big != 0 && r->big + e > CHAIN_MAX)
			return 0;
		memset(&part, 0, sizeof part);
		if (r->haslit) {
			dec_copy(&part, &r->lit);
		} else {
			dec_uint(&part, r->has || r->some ?
			    r->section + (r->has ? r->cur : 0) : 1);
		}
		if (e > r->big) {
			dec_add(&r->total, &r->total, &part);
			dec_shift(&r->total, e);
		} else {
			dec_shift(&part, e);
			dec_add(&r->total, &r->total, &part);
		}
		dec_free(&part);
		r->n->bare &= !r->has;
		r->n->tail = e;
		r->n->reach = e + ((r->some && !r->has) || r->haslit ?
		    r->n->reach : 0);
		r->big = e;
	}
	r->n->han = r->n->units = 1;
	r->section = 0;
	r->has = r->some = r->haslit = r->zero = 0;
	r->parts = 2;
	r->small = 4;
	r->last = e;
	r->i++;
	return 1;
}

/* 廿 卅 卌: 20, 30, 40. */
static int
read_tens(struct reading *r)
{
	if (r->has || r->small <= 1)
		return 0;
	r->section += 10 * (uint64_t)r->l->val[r->i];
	r->n->bare = 0;
	r->n->han = r->n->units = 1;
	r->n->digits++;
	r->some = 1;
	r->last = r->small = 1;
	r->i++;
	return 1;
}

/* 几, 多 or 余 before a unit: 二十几万, 十余万, 三十万多亿. */
static int
read_more(struct reading *r)
{
	const struct line *l;
	size_t next;

	l = r->l;
	next = r->i + 1;
	if (l->cp[r->i] == 0x6570)	/* 数 begins only */
		return 0;
	if (l->cls[r->i] == C_FEW && r->has)
		return 0;
	if (l->cls[next] != C_BIG && !(l->cls[r->i] == C_FEW &&
	    (r->some || r->zero)))
		return 0;
	if (l->cls[next] == C_BIG && reading_unit(l, r->units, next))
		return 0;
	r->n->op = OP_GT;
	r->i++;
	return 1;
}

/* The decimal part after 点; digits follow. */
static int
read_point(struct reading *r)
{
	const struct line *l;
	struct dec frac, whole;
	size_t i, end;

	l = r->l;
	i = r->i + 1;
	for (end = i; end < l->n && (l->cls[end] == C_ARAB ||
	    l->cls[end] == C_ZERO || (l->cls[end] == C_DIGIT &&
	    l->cp[end] != 0x4e24)); end++)
		continue;
	if (end == i || r->haslit || r->zero > 1)
		return 0;
	memset(&frac, 0, sizeof frac);
	memset(&whole, 0, sizeof whole);
	literal_value(l, r->i, end, &frac);
	if (r->has && r->single && !r->zero && r->last > 1)
		while (--r->last > 0)
			r->cur *= 10;
	dec_uint(&whole, r->section + (r->has ? r->cur : 0));
	dec_add(&whole, &whole, &r->total);
	dec_add(&r->lit, &whole, &frac);
	dec_uint(&r->total, 0);
	dec_free(&whole);
	dec_free(&frac);
	r->section = 0;
	r->some = r->big = 0;
	r->has = r->haslit = 1;
	r->single = 0;
	r->n->point = 1;
	r->n->digits += 2;
	r->i = end;
	return 1;
}

/* Whether digits after a blank go on: 7万 5千, but not 3万 2023年. */
static int
goes_on(const struct reading *r)
{
	const struct line *l;
	size_t end;

	l = r->l;
	if (r->last == 0)
		return 0;
	if (!(l->at[r->i] & AT_GAP))
		return 1;
	end = literal_digits(l, r->i);
	return l->cls[end] == C_SMALL || l->cls[end] == C_BIG;
}

static int
step(struct reading *r, size_t start)
{
	switch (r->l->cls[r->i]) {
	case C_ARAB:
		if (r->has || (r->i != start && !goes_on(r) && !r->zero))
			return 0;
		return read_arab(r);
	case C_DIGIT:
		if (r->i > start && r->l->cls[r->i - 1] == C_FEW)
			return 0;	/* 十几二十 */
		return !r->has && read_digits(r);
	case C_ZERO:
		if (r->has)
			return 0;
		if (r->last == 0 || r->l->cls[r->i + 1] == C_POINT)
			return read_digits(r);
		r->zero++;
		r->full = 1;
		r->i++;
		return 1;
	case C_SMALL:
		return read_small(r);
	case C_BIG:
		return read_big(r);
	case C_TENS:
		return read_tens(r);
	case C_FEW:
	case C_MORE:
		return (r->has || r->some || r->last) && read_more(r);
	case C_POINT:
		return (r->has || r->some || r->last) && read_point(r);
	default:
		return 0;
	}
}

/* Gives the value of what was read in d. */
static void
finish(struct reading *r, struct dec *d)
{
	int e;

	if (!r->haslit && r->has && r->single && !r->full && r->last > 1)
		for (e = r->last - 1; e > 0 && e < 12; e--)
			r->cur *= 10;
	if (r->haslit)
		dec_copy(d, &r->lit);
	else
		dec_uint(d, r->section + (r->has ? r->cur : 0));
	if (!dec_zero(&r->total))
		dec_add(d, &r->total, d);
	if (!(r->has ? r->haslit && r->last != 0 : r->parts == 1 ||
	    (r->big != 0 && !r->some)))
		r->n->tail = r->n->reach = 0;
}

/* Whether a numeral may begin with a character of that class. */
static int
begins(int class)
{
	return class == C_ARAB || class == C_DIGIT || class == C_ZERO ||
	    class == C_SMALL || class == C_BIG || class == C_TENS;
}

size_t
reading_once(const struct line *l, const struct words *units, size_t i,
    struct numeral *n, struct dec *d, int second, int *pair)
{
	struct reading r;
	size_t good;

	n->bare = 1;
	*pair = 0;
	if (!begins(l->cls[i])) {
		dec_uint(d, 0);
		return i;
	}
	memset(&r, 0, sizeof r);
	r.l = l;
	r.units = units;
	r.n = n;
	r.i = i;
	r.second = second;
	r.small = 4;
	for (good = i; r.i < l->n && step(&r, i); )
		good = r.i;
	n->bare = n->bare && n->digits == 0 && !(n->units && r.last == 1);
	finish(&r, d);
	*pair = r.pair;
	dec_free(&r.total);
	dec_free(&r.lit);
	return good;
}
