/* Amounts: a number with what compares it, what it counts and its other end. */
#include "num/amount.h"

#include <string.h>

#include "num/factor.h"

enum {
	H_EACH = 0x6bcf,	/* 每 */
	H_LAI = 0x6765,		/* 来 */
	H_BA = 0x628a		/* 把 */
};

/* 每小时, 每人每次: what the amount is a rate of, if it has a unit. */
static size_t
each(struct scan *s, size_t i, struct amount *m)
{
	struct word w;

	m->each.type = 0;
	m->each.n = 0;
	while (line_is(&s->l, i, H_EACH) && words_longest(&s->k.units,
	    s->l.cp + i + 1, s->l.n - i - 1, &w) != 0) {
		if ((w.type != U_SPAN && w.type != U_UNIT &&
		    w.type != U_MEASURE) ||
		    m->each.n + 1 + w.text.n > UNIT_CODE)
			break;
		m->each.type = w.type;
		m->each.code[m->each.n++] = '/';
		memcpy(m->each.code + m->each.n, w.text.p, w.text.n);
		m->each.n += w.text.n;
		i += 1 + w.len;
	}
	return i;
}

/* A currency or a scale before the number: 人民币, US$, ￥, 华氏. */
static size_t
sign(struct scan *s, size_t i, struct amount *m)
{
	struct word w;

	m->sign.type = 0;
	if (words_longest(&s->k.units, s->l.cp + i, s->l.n - i, &w) == 0 ||
	    (w.type != U_CURRENCY && w.type != U_SCALE) || w.b == CUR_WHOLE)
		return i;
	if (w.len == 1 && w.b != CUR_SIGN)
		return i;
	m->sign.type = w.type;
	m->sign.a = w.a;
	m->sign.b = w.b;
	m->sign.n = w.text.n;
	memcpy(m->sign.code, w.text.p, w.text.n);
	return i + w.len;
}

/* 多, 余, 来, 把, + behind the number. */
static size_t
more(struct scan *s, size_t i, struct amount *m, const struct numeral *n)
{
	struct word w;

	if (((line_is(&s->l, i, H_LAI) && ((n->units && n->han) ||
	    n->lo.exp > 0)) ||
	    (line_is(&s->l, i, H_BA) && n->bare)) && words_longest(
	    &s->k.units, s->l.cp + i + 1, s->l.n - i - 1, &w) != 0) {
		m->c.op = OP_ABOUT;
		m->c.more = 1;
		return i + 1;
	}
	if (s->l.cls[i] == C_FEW && n->tail == 1 && words_longest(&s->k.units,
	    s->l.cp + i + 1, s->l.n - i - 1, &w) != 0) {
		m->c.op = OP_GT;
		return i + 1;
	}
	if (line_is(&s->l, i, '+') && n->arab && s->l.cls[i + 1] != C_ARAB &&
	    s->l.cls[i + 1] != C_LATIN && s->l.cls[i - 1] != C_OTHER) {
		m->c.op = OP_GT;
		m->c.more = 1;
		return i + 1;
	}
	if (s->l.cls[i] != C_MORE)
		return i;
	if (line_han(&s->l, i + 1) && !line_edge(&s->l, i + 1) &&
	    s->l.tok[i] == s->l.tok[i + 1] && words_longest(&s->k.units,
	    s->l.cp + i + 1, s->l.n - i - 1, &w) == 0)
		return i;
	m->c.op = OP_GT;
	m->c.more = 1;
	return i + 1;
}

/* 亿元级, 千万千瓦级 */
static size_t
magnitude(struct scan *s, size_t i, struct amount *m, struct expr *e)
{
	if (!line_is(&s->l, i, 0x7ea7) || !s->a.units || m->range)
		return i;
	if (!(s->a.bare || s->a.tail >= 4) || (m->unit.type != 0 &&
	    m->unit.type != U_UNIT && m->unit.type != U_CURRENCY))
		return i;
	if (line_is(&s->l, i + 1, 0x522b) || line_is(&s->l, i + 1, 0x5e02))
		return i;
	e->kind = K_MAGNITUDE;
	m->c.op = OP_ABOUT;
	return i + 1;
}

/* Scales for percent by tenths, basis points, parts of a currency. */
static void
scale(struct amount *m, struct dec *d)
{
	switch (m->unit.type) {
	case U_PERCENT:
	case U_POINTS:
	case U_PART:
	case U_CPART:
		dec_shift(d, m->unit.a);
		break;
	case U_TENTH:
		dec_shift(d, 1);
		break;
	default:
		break;
	}
}

/* 65折 and 6.5折 are both 65 %. */
static void
fold(struct numeral *n)
{
	struct dec ten;

	memset(&ten, 0, sizeof ten);
	dec_uint(&ten, 10);
	if (dec_cmp(&n->lo, &ten) <= 0)
		dec_shift(&n->lo, 1);
	dec_free(&ten);
}

/* A span of several times its unit, as 刻钟: 15 minutes. */
static void
times(struct scan *s, const struct unit *u, struct dec *d)
{
	if (u->type != U_SPAN || u->a == 1)
		return;
	dec_uint(&s->tmp, (uint64_t)u->a);
	dec_mul(d, d, &s->tmp);
}

/* Whether a single Chinese digit without a unit is a number here. */
static int
single(const struct scan *s, size_t i, size_t end)
{
	const struct line *l;

	l = &s->l;
	if (!line_edge(l, i) || !line_edge(l, end))
		return 0;
	if (!line_han(l, end) && (i == 0 || !line_han(l, i - 1)))
		return 1;
	if (s->a.formal && s->a.digits < 2 && line_han(l, end))
		return 0;
	/* 是五, 前三: what comes before shows a number. */
	return i > 0 && (line_is(l, i - 1, 0x662f) || line_is(l, i - 1,
	    0x524d)) && line_tag(l, i, 'm');
}

/* Whether a number without a unit is an expression of its own. */
static int
bare_number(const struct scan *s, size_t i, size_t end, struct amount *m)
{
	const struct numeral *n;

	n = &s->a;
	if (n->few)
		return 0;
	if (n->minus && !n->bare)
		return 1;
	if (n->bare)
		return (m->c.pre || m->c.more) &&
		    (n->tail >= 2 || m->c.up);
	if (n->arab || m->range || n->point)
		return 1;
	if (n->formal && n->digits == 1 && line_han(&s->l, end) &&
	    line_edge(&s->l, end + 1) && line_tag(&s->l, end, 'n'))
		return 0;	/* 陆万友 */
	if (line_is(&s->l, i, 0x4f70) || line_is(&s->l, i, 0x4edf))
		return 0;	/* 龙佰四川, 仟四: no digit before 佰 and 仟 */
	if (n->digits > 1 || (n->units && n->digits > 0))
		return !n->formal || end - i > 1;
	if (n->units)		/* 十 */
		return end - i > 1 || single(s, i, end);
	return single(s, i, end);
}

/* Fills the expression from the amount. */
static void
fill(struct scan *s, struct amount *m, struct expr *e)
{
	struct numeral *n;

	n = &s->a;
	if (m->unit.type == U_FOLD)
		fold(n);
	scale(m, &n->lo);
	times(s, &m->unit, &n->lo);
	if (e->kind == K_NONE)
		e->kind = unit_kind(&m->unit);
	if (m->sign.type == U_SCALE) {
		m->unit = m->sign;
		m->unit.type = U_UNIT;
	} else if (m->sign.type != 0 && (m->unit.type == 0 ||
	    m->unit.type == U_CURRENCY)) {
		e->kind = K_MONEY;
		if (m->unit.type == 0 || m->sign.b != CUR_SIGN)
			m->unit = m->sign;
	}
	e->value = piece_dec(s, &n->lo);
	if (m->range) {
		scale(m, &s->b.lo);
		times(s, &m->unit, &s->b.lo);
		e->upper = piece_dec(s, &s->b.lo);
	} else if (n->range) {
		scale(m, &n->hi);
		times(s, &m->unit, &n->hi);
		e->upper = piece_dec(s, &n->hi);
	}
	if (m->c.op == OP_EQ)
		m->c.op = n->op;
	if (e->kind == K_RANK && m->c.op == OP_EQ)
		m->c.op = OP_LE;
	if (m->each.type != 0 && m->unit.n + m->each.n <= UNIT_CODE) {
		memcpy(m->unit.code + m->unit.n, m->each.code, m->each.n);
		m->unit.n += m->each.n;
	}
	/* 分 alone is a mark as often as a minute. */
	if (e->kind == K_QUANTITY && m->unit.type == U_SPAN &&
	    m->unit.b == 3)
		e->unit = piece_str(s, span_str("分"));
	else
		e->unit = piece_str(s, span_of(m->unit.code,
		    m->unit.type == 0 ? 0 : m->unit.n));
	e->op = m->c.op;
}

/* 半 before a unit, 一半. */
static size_t
halves(struct scan *s, size_t i)
{
	const struct line *l;

	l = &s->l;
	if (line_is(l, i, 0x4e00) && line_is(l, i + 1, 0x534a) &&
	    line_edge(l, i)) {
		i += 2;
	} else if (l->cls[i] == C_HALF && line_edge(l, i)) {
		i++;
	} else {
		return i;
	}
	dec_uint(&s->a.lo, 5);
	dec_shift(&s->a.lo, -1);
	dec_uint(&s->a.hi, 0);
	s->a.range = s->a.op = s->a.bare = s->a.arab = s->a.units = 0;
	s->a.formal = s->a.minus = s->a.few = 0;
	s->a.han = s->a.digits = s->a.point = s->a.half = 1;
	s->a.tail = 0;
	return i;
}

/* 个半小时 behind a number: half a unit more. */
static size_t
and_half(struct scan *s, size_t i)
{
	struct word w;

	if (!line_is(&s->l, i, 0x4e2a) || !line_is(&s->l, i + 1, 0x534a))
		return i;
	if (i + 2 == s->l.n && dec_whole(&s->a.lo)) {
		dec_uint(&s->tmp, 5);
		dec_shift(&s->tmp, -1);
		dec_add(&s->a.lo, &s->a.lo, &s->tmp);
		return i + 2;	/* 三个半 */
	}
	if (words_longest(&s->k.units, s->l.cp + i + 2, s->l.n - i - 2,
	    &w) == 0 || w.type != U_SPAN || !dec_whole(&s->a.lo))
		return i;
	dec_uint(&s->tmp, 5);
	dec_shift(&s->tmp, -1);
	dec_add(&s->a.lo, &s->a.lo, &s->tmp);
	return i + 2;
}

/* 三周大: an age. */
static size_t
age(const struct scan *s, size_t i, const struct amount *m, struct expr *e)
{
	if (m->unit.type != U_SPAN || !line_is(&s->l, i, 0x5927) ||
	    (line_han(&s->l, i + 1) && !line_is(&s->l, i + 1, 0x7684) &&
	    !line_is(&s->l, i + 1, 0x4e86)))
		return i;
	e->kind = K_QUANTITY;
	return i + 1;
}

/* 度 and °, which 摄氏 or 华氏 before the number makes a temperature. */
static int
degrees(const struct unit *u)
{
	return u->type == U_UNIT && (span_eq(span_of(u->code, u->n),
	    span_str("度")) || span_eq(span_of(u->code, u->n),
	    span_str("deg")));
}

/* Whether an amount of that unit may be a rate. */
static int
rated(const struct amount *m)
{
	return m->unit.type == U_UNIT || m->unit.type == U_MEASURE ||
	    m->unit.type == U_CURRENCY || m->unit.type == U_PART ||
	    (m->unit.type == 0 && m->sign.type != 0);
}

/* What compares the number, what it is a rate of, its currency: 约每平方米. */
static void
front(struct scan *s, size_t i, struct amount *m)
{
	size_t k;

	k = each(s, compare_before(s, i, &m->c), m);
	if (m->each.type != 0 || !m->c.pre)
		k = compare_before(s, k, &m->c);
	k = sign(s, k, m);
	if (m->sign.type != 0 && !m->c.pre)
		k = compare_before(s, k, &m->c);
	m->head = k;
}

/* Whether 万 at m->head is none of an amount from i on: 每万人, A120万元. */
static int
bound(const struct scan *s, size_t i, const struct amount *m)
{
	if (!s->a.bare || i == 0 || m->head != i)
		return 0;
	return line_is(&s->l, i - 1, H_EACH) ||
	    (s->l.cls[i - 1] == C_ARAB && !(s->l.at[i] & AT_GAP));
}

/* The number of an amount that begins at i; returns its end, or i. */
static size_t
number(struct scan *s, size_t i, struct amount *m)
{
	struct word w;
	size_t k, end;

	k = m->head;
	end = numeral_read(&s->l, &s->k.units, k, &s->a);
	if (end == k || (end == k + 1 && line_is(&s->l, k, 0x4e00) &&
	    line_is(&s->l, end, 0x534a))) {
		end = halves(s, k);
		m->half = end > k;
	}
	if (end == k || bound(s, i, m))
		return i;
	k = factor_letters(s, end, &s->a);
	k = factor_power(s, k, &s->a);
	k = factor_product(s, k, &s->a);
	k = more(s, k, m, &s->a);
	k = and_half(s, k);
	if (s->a.few && scan_op_word(s, k, &w) > 1)
		return i;	/* 票數大於一百 */
	return k;
}

/* What the number that ends at i counts, and its other end. */
static size_t
unit_and_range(struct scan *s, size_t i, struct amount *m, struct expr *e)
{
	size_t k, end;
	int bare;

	bare = s->a.bare;
	if (m->c.pre || m->c.more)
		s->a.bare = 0;	/* 上千人, but 千人 alone is no amount */
	end = unit_read(s, i, &s->a, &m->unit);
	s->a.bare = bare;
	m->first = m->unit;
	e->kind = K_NONE;
	if (end > i)
		end = unit_rest(s, end, &m->unit, &s->a.lo);
	k = magnitude(s, end, m, e);
	if (k > end)
		return k;
	k = range_read(s, end, m);
	if (k > end)
		return k;
	if (s->a.arab)
		range_list(s, end, m);
	return end;
}

/* Whether what was read up to end is an amount. */
static int
holds(struct scan *s, size_t end, struct amount *m, const struct expr *e)
{
	if (m->sign.type == U_SCALE && !degrees(&m->unit))
		return 0;
	if (m->each.type != 0 && !rated(m))
		return 0;
	if (s->a.few && (m->unit.type == 0 || !line_edge(&s->l, m->head) ||
	    m->unit.type == U_PERCENT || m->unit.type == U_RANK))
		return 0;
	if (s->a.bare && m->unit.type == U_SPAN)
		return 0;
	if (m->unit.type != 0)
		return 1;
	if (s->l.cls[end] == C_LATIN && line_is(&s->l, end + 1, 0x7ea7))
		return 0;	/* 4A级 */
	if (m->half)
		return end - m->head > 1;
	return e->kind != K_NONE || m->sign.type != 0 ||
	    bare_number(s, m->head, end, m);
}

size_t
amount_read(struct scan *s, size_t i, struct expr *e)
{
	struct amount m;
	size_t k, end;

	memset(&m, 0, sizeof m);
	front(s, i, &m);
	k = number(s, i, &m);
	if (k == i)
		return i;
	end = unit_and_range(s, k, &m, e);
	end = age(s, end, &m, e);
	if (!holds(s, end, &m, e))
		return i;
	end = compare_after(s, end, m.unit.type, &m.c);
	fill(s, &m, e);
	e->why = "amount";
	return end;
}
