/* Digits as they stand: 1,234,567 and 0.35 and 三五. */
#include "num/literal.h"

#include <stdlib.h>

#include "base/mem.h"

enum { DIGITS_FEW = 64 };	/* digits of a number, mostly */

int
literal_digit(const struct line *l, size_t i)
{
	if (l->cls[i] == C_ZERO)
		return 0;
	return l->val[i] & (DIGIT_FORMAL - 1);
}

size_t
literal_grouped(const struct line *l, size_t i, size_t end)
{
	size_t k, good;
	int wide;

	good = end;
	while (end < l->n && l->cp[end] == ',' && !(l->at[end] & AT_GAP)) {
		wide = l->at[end] & AT_WIDE;
		if (wide != (l->at[i] & AT_WIDE))
			break;
		for (k = end + 1; k < l->n && l->cls[k] == C_ARAB &&
		    !(l->at[k] & AT_GAP); k++)
			continue;
		if (k != end + 4)
			break;
		good = end = k;
	}
	return good;
}

size_t
literal_digits(const struct line *l, size_t i)
{
	size_t k;

	for (k = i; k < l->n && l->cls[k] == C_ARAB; k++)
		if (k > i && (l->at[k] & AT_GAP))
			break;
	return k;
}

void
literal_value(const struct line *l, size_t i, size_t end, struct dec *d)
{
	char few[DIGITS_FEW] = { 0 }, *digit;
	size_t n;
	long exp;
	int point;

	digit = end - i <= DIGITS_FEW ? few : xmalloc(end - i);
	exp = 0;
	n = 0;
	for (point = 0; i < end; i++) {
		if (l->cp[i] == '.' || l->cls[i] == C_POINT) {
			point = 1;
		} else if (l->cp[i] != ',') {
			digit[n++] = (char)literal_digit(l, i);
			exp -= point;
		}
	}
	dec_digits(d, digit, n, exp);
	if (digit != few)
		free(digit);
}
