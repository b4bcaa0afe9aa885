/* Percent in words, fractions, ordinals and ratios. */
#include "num/amount.h"

#include <string.h>

enum {
	H_PART = 0x5206,	/* 分 */
	H_OF = 0x4e4b,		/* 之 */
	H_AND = 0x53c8,		/* 又 */
	H_BI = 0x6bd4,		/* 比 */
	H_ORD = 0x7b2c,		/* 第 */
	H_FRONT = 0x524d	/* 前 */
};

static int
parts(const struct line *l, size_t i)
{
	return line_is(l, i, H_PART) && line_is(l, i + 1, H_OF);
}

/* 百分之五到八, 百分之三十至四十一: the other end has no 百分之 of its own. */
static size_t
percent_end(struct scan *s, size_t i, struct dec *scale, struct expr *e)
{
	struct word w;
	size_t k, end;
	int own;

	if (words_longest(&s->k.dates, s->l.cp + i, s->l.n - i, &w) == 0 ||
	    w.type != WORD_TYPE('t', 'o', 0, 0) || w.a != 0)
		return i;
	k = i + w.len;
	own = s->l.cls[k] == C_SMALL && parts(&s->l, k + 1);
	if (own)
		k += 3;
	end = numeral_read(&s->l, &s->k.units, k, &s->b);
	if (end == k || s->b.range || parts(&s->l, end) || (!own &&
	    words_longest(&s->k.units, s->l.cp + end, s->l.n - end, &w) != 0))
		return i;
	dec_mul(&s->b.lo, &s->b.lo, scale);
	e->upper = piece_dec(s, &s->b.lo);
	return end;
}

/*
 * 百分之五 is 5 %, 千分之五 0.5 %, 万分之三 0.03 %: a multiplier alone before
 * 分之.  The numeral after it is read into s->a; i is where that begins.
 */
static size_t
percent(struct scan *s, size_t i, int neg, struct expr *e)
{
	struct dec hundred;
	size_t end, k;

	memset(&hundred, 0, sizeof hundred);
	dec_uint(&hundred, 100);
	if (dec_div(&s->tmp, &hundred, &s->a.lo) != 0) {
		dec_free(&hundred);
		return i;
	}
	dec_copy(&hundred, &s->tmp);
	end = numeral_read(&s->l, &s->k.units, i, &s->a);
	if (end > i && (s->l.cp[end] == 'k' || s->l.cp[end] == 'K') &&
	    s->l.cls[end + 1] != C_LATIN) {
		dec_shift(&s->a.lo, 3);
		end++;
	}
	if (end > i) {
		dec_mul(&s->a.lo, &s->a.lo, &hundred);
		if (neg)
			dec_negate(&s->a.lo);
		e->value = piece_dec(s, &s->a.lo);
		if (s->a.range) {
			dec_mul(&s->a.hi, &s->a.hi, &hundred);
			e->upper = piece_dec(s, &s->a.hi);
		} else {
			k = percent_end(s, end, &hundred, e);
			end = k;
		}
		e->kind = K_PERCENT;
		e->unit = piece_str(s, span_str("%"));
	}
	dec_free(&hundred);
	return end;
}

/* Writes whole + p / q; q is in s->a, p in s->b. */
static int
quotient(struct scan *s, const struct dec *whole, struct expr *e)
{
	size_t off;

	if (!dec_zero(whole)) {
		dec_mul(&s->tmp, whole, &s->a.lo);
		if (whole->neg)
			dec_sub(&s->b.lo, &s->tmp, &s->b.lo);
		else
			dec_add(&s->b.lo, &s->tmp, &s->b.lo);
	}
	off = s->text.n;
	if (dec_fraction(&s->text, &s->b.lo, &s->a.lo) != 0)
		return -1;
	e->value.off = off;
	e->value.n = s->text.n - off;
	e->kind = K_FRACTION;
	return 0;
}

/* 三又五分之一 or 五分之一, from the denominator on. */
static size_t
vulgar(struct scan *s, size_t i, const struct dec *whole, struct expr *e)
{
	size_t k, end;

	k = numeral_read(&s->l, &s->k.units, i, &s->a);
	if (k == i || !parts(&s->l, k) || s->a.range)
		return i;
	if (dec_length(&s->a.lo) > 18)
		return i;
	k += 2;
	end = numeral_read(&s->l, &s->k.units, k, &s->b);
	if (end == k || s->b.range || s->b.bare || quotient(s, whole, e) != 0)
		return i;
	return end;
}

/* 1/2, 1 4/3, 3又1/5 */
static size_t
slashed(struct scan *s, size_t i, const struct dec *whole, struct expr *e)
{
	const struct line *l;
	struct unit u;
	size_t k, end;

	l = &s->l;
	k = numeral_read(l, &s->k.units, i, &s->a);
	if (k == i || !s->a.arab || s->a.units || s->a.point ||
	    !line_is(l, k, '/') || l->cls[k + 1] != C_ARAB ||
	    (i > 0 && !(l->at[i] & AT_GAP) && (l->cls[i - 1] == C_LATIN ||
	    l->cp[i - 1] == '/')))
		return i;
	end = numeral_read(l, &s->k.units, k + 1, &s->b);
	if (s->b.units || s->b.point || line_is(l, end, '/') ||
	    (l->cls[end] == C_LATIN && !(l->at[end] & AT_GAP) &&
	    unit_read(s, end, &s->b, &u) == end))
		return i;	/* 1/2x, but 1/2kg */
	if (dec_length(&s->b.lo) > 1 && dec_cmp(&s->a.lo, &s->b.lo) > 0 &&
	    dec_zero(whole))
		return i;	/* 4/3, but 140/90 is a pressure */
	/* Up to here a is over b; quotient wants the denominator in a. */
	dec_copy(&s->tmp, &s->a.lo);
	dec_copy(&s->a.lo, &s->b.lo);
	dec_copy(&s->b.lo, &s->tmp);
	if (s->a.lo.neg || quotient(s, whole, e) != 0)
		return i;
	return end;
}

/* The whole part before 又, or before a blank and a fraction in digits. */
static size_t
mixed(struct scan *s, size_t i, struct expr *e)
{
	struct dec whole;
	size_t k, end;

	memset(&whole, 0, sizeof whole);
	k = numeral_read(&s->l, &s->k.units, i, &s->a);
	end = i;
	if (k > i && s->a.lo.exp >= 0 && !s->a.range &&
	    dec_length(&s->a.lo) <= 18) {
		dec_copy(&whole, &s->a.lo);
		if (line_is(&s->l, k, H_AND)) {
			end = vulgar(s, k + 1, &whole, e);
			if (end == k + 1)
				end = slashed(s, k + 1, &whole, e);
			if (end == k + 1)
				end = i;
		} else if (s->a.arab && !s->a.units && s->l.cls[k] == C_ARAB &&
		    (s->l.at[k] & AT_GAP) && k - i <= 3) {
			end = slashed(s, k, &whole, e);
			if (end == k)
				end = i;
		}
	}
	dec_free(&whole);
	return end;
}

size_t
fraction_read(struct scan *s, size_t i, struct expr *e)
{
	struct compare c;
	struct dec none;
	size_t k, end, start;
	int neg;

	memset(&c, 0, sizeof c);
	memset(&none, 0, sizeof none);
	start = compare_before(s, i, &c);
	k = numeral_read(&s->l, &s->k.units, start, &s->a);
	if (k == start)
		return i;
	e->why = "fraction";
	if (parts(&s->l, k) && s->a.bare && s->a.lo.exp <= 18) {
		neg = s->a.minus;
		if (neg)
			dec_negate(&s->a.lo);
		end = percent(s, k + 2, neg, e);
		if (end == k + 2)
			return i;
	} else if (parts(&s->l, k)) {
		end = vulgar(s, start, &none, e);
		if (end == start)
			return i;
	} else {
		end = mixed(s, start, e);
		if (end == start)
			end = slashed(s, start, &none, e);
		if (end == start)
			return i;
	}
	end = compare_after(s, end, 0, &c);
	e->op = c.op;
	return end;
}

/* 3 of 第1-3名, 第三 of 第一至第三名: the other end, into s->b; or i. */
static size_t
ordinal_last(struct scan *s, size_t i)
{
	struct word w;
	size_t k, end, len;
	int pair, said;

	len = range_joiner(s, i, &pair);
	if (len == 0 || pair)
		return i;
	k = i + len;
	said = line_is(&s->l, k, H_ORD);
	k += (size_t)said;
	end = numeral_read(&s->l, &s->k.units, k, &s->b);
	if (end == k || s->b.range || s->b.bare || s->b.few || s->b.point ||
	    dec_cmp(&s->a.lo, &s->b.lo) >= 0 || (!said && (words_longest(
	    &s->k.units, s->l.cp + end, s->l.n - end, &w) == 0 ||
	    w.type != U_MEASURE || !(w.b & M_NTH))))
		return i;
	return end;
}

/* 第三, 第四届, 第3位, 第1-3名; 前四位 */
size_t
ordinal_read(struct scan *s, size_t i, struct expr *e)
{
	struct unit u;
	struct word w;
	size_t k, end;
	int front, range;

	front = line_is(&s->l, i, H_FRONT);
	if (!front && !line_is(&s->l, i, H_ORD))
		return i;
	k = numeral_read(&s->l, &s->k.units, i + 1, &s->a);
	if (k == i + 1 || s->a.minus || s->a.few || s->a.bare ||
	    (s->a.point && !s->a.units))
		return i;
	end = front || s->a.range ? k : ordinal_last(s, k);
	range = end > k;
	k = end;
	u.n = 0;
	if (words_longest(&s->k.units, s->l.cp + k, s->l.n - k, &w) != 0 &&
	    ((w.type == U_MEASURE && w.b & M_NTH) || w.type == U_ORDINAL ||
	    w.type == U_RANK) && !(w.len == 1 && line_is(&s->l, k, 0x4e2a) &&
	    line_is(&s->l, k + 1, 0x6708))) {
		memcpy(u.code, w.text.p, w.text.n);
		u.n = w.text.n;
		end = k + w.len;
	}
	if (front) {
		/* 前四位 前三名 前十强 and 排名前三 only */
		if (!((u.n != 0 && (line_is(&s->l, k, 0x4f4d) ||
		    line_is(&s->l, k, 0x540d) || line_is(&s->l, k, 0x5f3a))) ||
		    (i > 0 && line_is(&s->l, i - 1, 0x540d)) || (u.n == 0 &&
		    line_edge(&s->l, i) && !line_han(&s->l, k))))
			return i;
	}
	e->kind = K_ORDINAL;
	e->op = OP_EQ;
	e->value = piece_dec(s, &s->a.lo);
	if (range)
		e->upper = piece_dec(s, &s->b.lo);
	else if (s->a.range)
		e->upper = piece_dec(s, &s->a.hi);
	e->unit = piece_str(s, span_of(u.code, u.n));
	e->why = "ordinal";
	return end;
}

/* 9.1：41.7：49.2, 78比96, 约3∶1 */
size_t
ratio_read(struct scan *s, size_t i, struct expr *e)
{
	struct compare c;
	struct piece value;
	size_t k, end, off;
	int n, colon;

	memset(&c, 0, sizeof c);
	off = s->text.n;
	k = s->l.cls[i] == C_OTHER ? compare_before(s, i, &c) : i;
	for (n = 0; n < 16; n++) {
		end = numeral_read(&s->l, &s->k.units, k, &s->a);
		if (end == k || s->a.range || s->a.bare || (s->a.units &&
		    s->a.tail >= 2) || s->a.few)
			break;
		dec_print(&s->text, &s->a.lo);
		k = end;
		colon = line_is(&s->l, k, ':') || line_is(&s->l, k, 0x2236);
		if ((!colon && !line_is(&s->l, k, H_BI)) ||
		    (s->l.cls[k + 1] != C_ARAB && s->l.cls[k + 1] != C_DIGIT &&
		    s->l.cls[k + 1] != C_SMALL)) {
			n++;
			break;
		}
		buf_byte(&s->text, ':');
		k++;
	}
	value.off = off;
	value.n = s->text.n - off;
	if (n < 2 || s->l.cls[k - 1] == C_OTHER || (i > 0 &&
	    s->l.cls[i - 1] == C_LATIN)) {
		s->text.n = off;
		return i;
	}
	e->kind = K_RATIO;
	e->op = c.op;
	e->value = value;
	e->why = "ratio";
	return k;
}
