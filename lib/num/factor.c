/* What multiplies a number in digits: letters, powers, products. */
#include "num/factor.h"

#include <string.h>

#include "num/unit.h"

enum {
	POWER_MAX = 64,		/* largest exponent, and digits of its base */
	PRODUCT_DIGITS = 1000	/* a longer product is not worked out */
};

size_t
factor_letters(struct scan *s, size_t i, struct numeral *n)
{
	const struct line *l;
	struct word w;
	size_t k, end;
	int e, neg;

	l = &s->l;
	if (!n->arab || n->units || l->cls[i] != C_LATIN)
		return i;
	e = 0;
	switch (l->cp[i]) {
	case 'k':
	case 'K':
		e = 3;
		break;
	case 'w':
		e = 4;
		break;
	case 'W':		/* 30W元, but 30W is a power */
		if (words_longest(&s->k.units, l->cp + i + 1, l->n - i - 1,
		    &w) == 0 || w.type != U_CURRENCY)
			return i;
		e = 4;
		break;
	case 'M':
		e = 6;
		break;
	case 'G':
		e = 9;
		break;
	case 'e':
	case 'E':
		k = i + 1;
		neg = l->cp[k] == '-';
		k += l->cp[k] == '-' || l->cp[k] == '+';
		end = numeral_small(l, k, 99, &e);
		if (end == k || l->cls[k] != C_ARAB || (l->at[i] & AT_GAP) ||
		    l->cls[end] == C_LATIN)
			return i;
		dec_shift(&n->lo, neg ? -e : e);
		return end;
	default:
		return i;
	}
	if (l->cls[i + 1] == C_LATIN || l->cls[i + 1] == C_ARAB)
		return i;
	dec_shift(&n->lo, e);
	return i + 1;
}

size_t
factor_power(struct scan *s, size_t i, struct numeral *n)
{
	struct dec one;
	size_t k, end;
	int e, neg;

	if (!n->arab || n->units || !line_is(&s->l, i, '^') ||
	    n->lo.d.n > POWER_MAX)
		return i;
	k = i + 1;
	neg = line_is(&s->l, k, '-');
	k += neg || line_is(&s->l, k, '+');
	end = numeral_small(&s->l, k, POWER_MAX, &e);
	if (end == k || s->l.cls[k] != C_ARAB)
		return i;
	memset(&one, 0, sizeof one);
	dec_uint(&one, 1);
	dec_copy(&s->tmp, &n->lo);
	for (dec_copy(&s->b.lo, &one); e > 0; e--)
		dec_mul(&s->b.lo, &s->b.lo, &s->tmp);
	if (neg && dec_div(&s->b.lo, &one, &s->b.lo) != 0)
		end = i;
	else
		dec_copy(&n->lo, &s->b.lo);
	dec_free(&one);
	return end;
}

size_t
factor_product(struct scan *s, size_t i, struct numeral *n)
{
	size_t end;

	if (!n->arab || !(line_is(&s->l, i, 0xd7) || (s->l.cp[i] == '*') ||
	    ((s->l.cp[i] == 'x' || s->l.cp[i] == 'X') &&
	    s->l.cls[i + 1] == C_ARAB)) || s->l.cls[i + 1] != C_ARAB)
		return i;
	end = numeral_read(&s->l, &s->k.units, i + 1, &s->b);
	if (end == i + 1 || n->lo.d.n > PRODUCT_DIGITS ||
	    s->b.lo.d.n > PRODUCT_DIGITS)
		return i;
	dec_mul(&n->lo, &n->lo, &s->b.lo);
	return end;
}
