/*
 * Exact decimal numbers of any length.  A value is
 *
 *	digits * 10^exp, negated if neg
 *
 * where the digits have neither a leading nor a trailing zero, and zero has no
 * digits at all, so equal values have equal parts.
 */
#ifndef BASE_DEC_H
#define BASE_DEC_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

/* Start with all zero, which is the number 0; dec_free gives it back. */
struct dec {
	struct buf d;		/* digits 0 to 9, the most significant first */
	long exp;
	int neg;
};

/*
 * Sets d to the number that s spells: an optional sign, ASCII digits, and an
 * optional fraction after a point (`.5` and `5.` are numbers).  Returns 0, or
 * -1 and 0 in d when s is anything else.
 */
int dec_parse(struct dec *d, struct span s);

/* Sets d to v. */
void dec_uint(struct dec *d, uint64_t v);

/* Sets d to n digits, each 0 to 9, times 10^exp; not negative. */
void dec_digits(struct dec *d, const char *digit, size_t n, long exp);

/* Sets d to a. */
void dec_copy(struct dec *d, const struct dec *a);

/* Multiplies d by 10^n. */
void dec_shift(struct dec *d, long n);

/*
 * r = a + b, a - b, a * b; r may be a or b.  The cost of a sum is linear in
 * the digits that its operands span; that of a product, in the product of
 * their lengths.
 */
void dec_add(struct dec *r, const struct dec *a, const struct dec *b);
void dec_sub(struct dec *r, const struct dec *a, const struct dec *b);
void dec_mul(struct dec *r, const struct dec *a, const struct dec *b);

/* Changes the sign of d. */
void dec_negate(struct dec *d);

/* Returns -1, 0 or 1 as a is less than, equal to, or greater than b. */
int dec_cmp(const struct dec *a, const struct dec *b);

/* Tells whether d is 0. */
static inline int
dec_zero(const struct dec *d)
{
	return d->d.n == 0;
}

/* Sets d to 0. */
static inline void
dec_clear(struct dec *d)
{
	buf_clear(&d->d);
	d->exp = 0;
	d->neg = 0;
}

/* Tells whether d is a whole number. */
static inline int
dec_whole(const struct dec *d)
{
	return d->exp >= 0;
}

/*
 * Returns how many digits d has when written out, before and after the point.
 */
size_t dec_length(const struct dec *d);

/* Appends d as a plain decimal: `-0.05`, `102715000000`, `0`. */
void dec_print(struct buf *b, const struct dec *d);

/*
 * Sets q to a / b when that ends.  Returns 0; or -1 when b is 0 or when the
 * quotient does not end or needs terms over 10^18 (see dec_fraction).
 */
int dec_div(struct dec *q, const struct dec *a, const struct dec *b);

/*
 * Appends a / b: a plain decimal when it ends, else the reduced fraction of
 * whole numbers (`1/3`, `-2/7`).  Returns 0; or -1 and nothing appended when b
 * is 0 or a term is over 10^18.
 */
int dec_fraction(struct buf *out, const struct dec *a, const struct dec *b);

/* Frees the digits; d is 0 then. */
void dec_free(struct dec *d);

#endif
