/* The other end of a range, and lists that share a unit. */
#include "num/amount.h"

#include <string.h>

#define D_TO WORD_TYPE('t', 'o', 0, 0)

#include "num/factor.h"

enum { H_GE = 0x4e2a };	/* 个 */

/* Whether the two ends name the same unit, or one of them none. */
static int
agree(const struct unit *a, const struct unit *b)
{
	return a->type == 0 || (a->type == b->type && a->n == b->n &&
	    memcmp(a->code, b->code, a->n) == 0);
}

size_t
range_joiner(const struct scan *s, size_t i, int *pair)
{
	struct word w;

	if (i >= s->l.n || !words_may(&s->k.dates, s->l.cp[i], D_TO) ||
	    words_longest(&s->k.dates, s->l.cp + i, s->l.n - i, &w) == 0 ||
	    w.type != D_TO)
		return 0;
	*pair = w.a;
	return w.len;
}

/* Whether 之间 or 间 stands at i. */
static int
between(const struct scan *s, size_t i)
{
	return line_is(&s->l, i + line_is(&s->l, i, 0x4e4b), 0x95f4);
}

/* Whether s->a times 10^power is less than s->b. */
static int
under(struct scan *s, long power)
{
	struct dec head;
	int less;

	memset(&head, 0, sizeof head);
	dec_copy(&head, &s->b.lo);
	dec_shift(&head, -power);
	less = dec_cmp(&s->a.lo, &head) < 0;
	dec_free(&head);
	return less;
}

/*
 * The number of an elided range takes the multipliers of the other end: all
 * of them when it has none itself (2-3千万), else the last (七千到九千亿).
 */
static void
share(struct scan *s)
{
	if (s->b.tail == 0 || s->a.point > 1 || (s->a.units &&
	    (s->a.tail >= s->b.tail || s->a.tail >= 4) && s->a.tail != 0))
		return;
	if (!s->a.units && under(s, s->b.reach))
		dec_shift(&s->a.lo, s->b.reach);
	else if (under(s, s->b.tail))
		dec_shift(&s->a.lo, s->b.tail);
}

/*
 * 15-6, 730-40, 17-8万: the other end is the next in order and leaves out what
 * both have.
 */
static int
elided(struct scan *s, const struct amount *m)
{
	const struct dec *a, *b;
	size_t n;

	a = &s->a.lo;
	b = &s->b.lo;
	n = a->d.n;
	if (s->a.units || s->a.point || s->b.point || !s->a.arab ||
	    !s->b.arab || a->neg || n < 2 || b->d.n != 1 ||
	    a->exp + s->b.reach != b->exp || a->d.p[n - 1] + 1 != b->d.p[0] ||
	    (m->head > 0 && s->l.cp[m->head - 1] == '-'))
		return 0;
	dec_shift(&s->a.lo, s->b.reach);
	dec_uint(&s->tmp, 1);
	dec_shift(&s->tmp, b->exp);
	dec_add(&s->b.lo, a, &s->tmp);
	return 1;
}

size_t
range_read(struct scan *s, size_t i, struct amount *m)
{
	struct unit u;
	struct word w;
	size_t k, end, unit;
	int pair;

	k = i + range_joiner(s, i, &pair);
	if (k == i || s->a.range)
		return i;
	if (s->l.cls[i] == C_DASH && (s->l.at[k] & AT_GAP) !=
	    (s->l.at[i] & AT_GAP))
		return i;
	if (words_longest(&s->k.units, s->l.cp + k, s->l.n - k, &w) != 0 &&
	    w.type == U_CURRENCY && w.b == CUR_SIGN)
		k += w.len;
	end = numeral_read(&s->l, &s->k.units, k, &s->b);
	if (end == k || s->b.range || s->b.bare || (s->b.minus &&
	    s->l.cls[i] == C_DASH))
		return i;
	end = factor_letters(s, end, &s->b);
	if (s->l.cp[i] == '-' && s->l.cp[end] == '-')
		return i;
	unit = end;
	end = unit_read(s, end, &s->b, &u);
	if (pair && !between(s, end))
		return i;
	/* 3个至5个百分点, 3个至5个月 */
	if (m->first.type == U_MEASURE && line_is(&s->l, i - 1, H_GE) &&
	    line_is(&s->l, unit, H_GE) && u.type != U_MEASURE)
		m->first = u;
	if (!agree(&m->first, &u))
		return i;
	if (u.type == 0 && m->first.type != 0)
		return i;
	if (u.type == 0 && m->sign.type == 0 && s->l.cls[i] != C_DASH &&
	    !(s->a.units || s->b.units || s->a.arab))
		return i;
	if (m->first.type == 0 && !(s->l.cls[i] == C_DASH && elided(s, m)))
		share(s);
	if (dec_cmp(&s->a.lo, &s->b.lo) > 0 && s->l.cls[i] == C_DASH)
		return i;
	m->unit = u;
	m->range = 1;
	return u.type == U_CURRENCY ? unit_rest(s, end, &u, &s->b.lo) : end;
}

static int
comma(const struct line *l, size_t i)
{
	return line_is(l, i, 0x3001) || line_is(l, i, 0x548c) ||
	    line_is(l, i, 0x53ca) || line_is(l, i, 0x4e0e);
}

/* Whether the number that ends at i heads a paragraph: 1、 */
static int
heading(const struct scan *s, const struct amount *m)
{
	return m->head == 0 && s->a.digits == 1 && !s->a.units;
}

/* 1.5个和3.7个百分点: the 个 that ends at i may be that of points. */
static int
is_piece(const struct scan *s, size_t i, const struct unit *u)
{
	return u->type == U_MEASURE && line_is(&s->l, i - 1, H_GE);
}

void
range_list(struct scan *s, size_t i, struct amount *m)
{
	struct unit u;
	size_t k, end;
	int n, multiplied, piece;

	piece = is_piece(s, i, &m->unit);
	if (m->unit.type != 0 && !piece)
		return;
	u.type = 0;
	multiplied = 0;
	k = i;
	for (n = 0; n < 8 && u.type == 0; n++) {
		if (!comma(&s->l, k) || heading(s, m))
			return;
		multiplied |= n > 0 && s->b.units;
		end = numeral_read(&s->l, &s->k.units, k + 1, &s->b);
		if (end == k + 1 || !s->b.arab || s->b.range)
			return;
		k = unit_read(s, end, &s->b, &u);
		if (piece && is_piece(s, k, &u))
			u.type = 0;
	}
	if (piece && u.type != U_POINTS)
		return;
	if (u.type != U_POINTS && u.type != U_PERCENT &&
	    u.type != U_CURRENCY && !(u.type == U_UNIT && u.b == 0))
		return;
	/* 12.3、45.6亿元: the multiplier is that of all, too. */
	if (!s->a.units && s->b.units) {
		if (multiplied)
			return;
		dec_shift(&s->a.lo, s->b.reach);
	}
	m->unit = u;
}
