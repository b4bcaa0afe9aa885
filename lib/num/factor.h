/* What multiplies a number in digits. */
#ifndef NUM_FACTOR_H
#define NUM_FACTOR_H

#include "num/scan.h"

/*
 * Each reads what stands behind the number n, which ends at i, and multiplies
 * n by it.  They return where it ends, or i.
 */

/* 40k, 30w, 2e5 */
size_t factor_letters(struct scan *s, size_t i, struct numeral *n);

/* 2^-1, 1.1^+23; a power that does not end is none. */
size_t factor_power(struct scan *s, size_t i, struct numeral *n);

/* 2×350 */
size_t factor_product(struct scan *s, size_t i, struct numeral *n);

#endif
