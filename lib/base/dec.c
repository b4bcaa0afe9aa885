/* Exact decimal numbers of any length, by the methods of pen and paper. */
#include "base/dec.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { TERM_DIGITS = 18 };	/* digits of a term that fits a uint64_t */

/* Drops zeros at both ends of the digits. */
static void
trim(struct dec *d)
{
	size_t lead;

	for (lead = 0; lead < d->d.n && d->d.p[lead] == 0; lead++)
		continue;
	if (lead != 0) {
		d->d.n -= lead;
		memmove(d->d.p, d->d.p + lead, d->d.n);
	}
	while (d->d.n != 0 && d->d.p[d->d.n - 1] == 0) {
		d->d.n--;
		d->exp++;
	}
	if (d->d.n == 0) {
		d->exp = 0;
		d->neg = 0;
	}
}

/* Puts the value of src, which the callee made, in r. */
static void
take(struct dec *r, struct dec *src)
{
	struct dec old;

	old = *r;
	*r = *src;
	*src = old;
	dec_free(src);
}

int
dec_parse(struct dec *d, struct span s)
{
	size_t i, digits;
	int point, neg;

	dec_clear(d);
	i = 0;
	neg = 0;
	if (s.n != 0 && (s.p[0] == '-' || s.p[0] == '+'))
		neg = s.p[i++] == '-';
	digits = 0;
	for (point = 0; i < s.n; i++) {
		if (s.p[i] == '.' && !point) {
			point = 1;
			continue;
		}
		if (s.p[i] < '0' || s.p[i] > '9')
			break;
		buf_byte(&d->d, s.p[i] - '0');
		d->exp -= point;
		digits++;
	}
	if (i < s.n || digits == 0) {
		dec_clear(d);
		return -1;
	}
	d->neg = neg;
	trim(d);
	return 0;
}

void
dec_uint(struct dec *d, uint64_t v)
{
	char digit[20];
	size_t n;

	n = sizeof digit;
	for (; v != 0; v /= 10)
		digit[--n] = (char)(v % 10);
	dec_digits(d, digit + n, sizeof digit - n, 0);
}

void
dec_digits(struct dec *d, const char *digit, size_t n, long exp)
{
	dec_clear(d);
	buf_add(&d->d, digit, n);
	d->exp = exp;
	trim(d);
}

void
dec_copy(struct dec *d, const struct dec *a)
{
	if (d == a)
		return;
	dec_clear(d);
	buf_add(&d->d, a->d.p, a->d.n);
	d->exp = a->exp;
	d->neg = a->neg;
}

void
dec_shift(struct dec *d, long n)
{
	if (d->d.n != 0)
		d->exp += n;
}

void
dec_negate(struct dec *d)
{
	if (d->d.n != 0)
		d->neg = !d->neg;
}

/* The power of ten just above the first digit of d, which is not 0. */
static long
top(const struct dec *d)
{
	return d->exp + (long)d->d.n;
}

/* Compares the sizes of two numbers, whatever their signs. */
static int
cmp_size(const struct dec *a, const struct dec *b)
{
	size_t n;
	int c;

	if (a->d.n == 0 || b->d.n == 0)
		return (a->d.n != 0) - (b->d.n != 0);
	if (top(a) != top(b))
		return top(a) < top(b) ? -1 : 1;
	n = a->d.n < b->d.n ? a->d.n : b->d.n;
	c = memcmp(a->d.p, b->d.p, n);
	if (c != 0)
		return c < 0 ? -1 : 1;
	return (a->d.n > n) - (b->d.n > n);
}

int
dec_cmp(const struct dec *a, const struct dec *b)
{
	if (a->neg != b->neg)
		return a->neg ? -1 : 1;
	return a->neg ? -cmp_size(a, b) : cmp_size(a, b);
}

/* Digit of d for the power e of ten. */
static int
digit_at(const struct dec *d, long e)
{
	if (d->d.n == 0 || e < d->exp || e >= top(d))
		return 0;
	return d->d.p[top(d) - 1 - e];
}

/* r = a + sign * b by size, with |a| >= |b| when sign is -1. */
static void
combine(struct dec *r, const struct dec *a, const struct dec *b, int sign)
{
	struct dec out;
	long lo, hi, e;
	int v, carry;
	size_t n;

	memset(&out, 0, sizeof out);
	lo = a->exp < b->exp ? a->exp : b->exp;
	hi = (top(a) > top(b) ? top(a) : top(b)) + 1;
	n = (size_t)(hi - lo);
	buf_room(&out.d, n);
	out.d.n = n;
	carry = 0;
	for (e = lo; e < hi; e++) {
		v = digit_at(a, e) + sign * digit_at(b, e) + carry;
		carry = v < 0 ? -1 : v > 9;
		out.d.p[hi - 1 - e] = (char)(v - 10 * carry);
	}
	out.exp = lo;
	out.neg = a->neg;
	trim(&out);
	take(r, &out);
}

/* r = a + b, where the sign of b is given. */
static void
sum(struct dec *r, const struct dec *a, const struct dec *b, int bneg)
{
	struct dec x;

	if (b->d.n == 0) {
		dec_copy(r, a);
		return;
	}
	if (a->d.n == 0) {
		dec_copy(r, b);
		r->neg = bneg;
		return;
	}
	if (a->neg == bneg) {
		combine(r, a, b, 1);
	} else if (cmp_size(a, b) >= 0) {
		combine(r, a, b, -1);
	} else {
		x = *b;
		x.neg = bneg;
		combine(r, &x, a, -1);
	}
}

void
dec_add(struct dec *r, const struct dec *a, const struct dec *b)
{
	sum(r, a, b, b->neg);
}

void
dec_sub(struct dec *r, const struct dec *a, const struct dec *b)
{
	sum(r, a, b, !b->neg);
}

void
dec_mul(struct dec *r, const struct dec *a, const struct dec *b)
{
	struct dec out;
	uint64_t *acc, v;
	size_t i, j, n;

	if (a->d.n == 0 || b->d.n == 0) {
		dec_clear(r);
		return;
	}
	memset(&out, 0, sizeof out);
	n = a->d.n + b->d.n;
	acc = xcalloc(n, sizeof *acc);
	for (i = 0; i < a->d.n; i++)
		for (j = 0; j < b->d.n; j++)
			acc[i + j + 1] += (uint64_t)(a->d.p[i] * b->d.p[j]);
	buf_room(&out.d, n);
	out.d.n = n;
	v = 0;
	for (i = n; i-- > 0; v /= 10) {
		v += acc[i];
		out.d.p[i] = (char)(v % 10);
	}
	free(acc);
	out.exp = a->exp + b->exp;
	out.neg = a->neg != b->neg;
	trim(&out);
	take(r, &out);
}

size_t
dec_length(const struct dec *d)
{
	size_t n;

	if (d->d.n == 0)
		return 1;
	if (d->exp >= 0)
		return d->d.n + (size_t)d->exp;
	n = (size_t)-d->exp;
	return n < d->d.n ? d->d.n : n + 1;
}

static void
zeros(struct buf *b, size_t n)
{
	char *p;

	p = buf_room(b, n);
	memset(p, '0', n);
	b->n += n;
}

void
dec_print(struct buf *b, const struct dec *d)
{
	long point;
	size_t i;

	if (d->d.n == 0) {
		buf_byte(b, '0');
		return;
	}
	if (d->neg)
		buf_byte(b, '-');
	point = top(d);
	if (point <= 0) {
		buf_str(b, "0.");
		zeros(b, (size_t)-point);
	}
	for (i = 0; i < d->d.n; i++) {
		if (i != 0 && (long)i == point)
			buf_byte(b, '.');
		buf_byte(b, '0' + d->d.p[i]);
	}
	if (d->exp > 0)
		zeros(b, (size_t)d->exp);
}

static uint64_t
gcd(uint64_t a, uint64_t b)
{
	uint64_t t;

	while (b != 0) {
		t = a % b;
		a = b;
		b = t;
	}
	return a;
}

/* Sets v to |d| * 10^shift, a whole number; -1 when it is over 10^18. */
static int
term(uint64_t *v, const struct dec *d, long shift)
{
	size_t i;
	long e;

	*v = 0;
	if (d->d.n == 0)
		return 0;
	if (top(d) + shift > TERM_DIGITS)
		return -1;
	for (i = 0; i < d->d.n; i++)
		*v = *v * 10 + (uint64_t)d->d.p[i];
	for (e = d->exp + shift; e > 0; e--)
		*v *= 10;
	return 0;
}

/* Reduces a / b to whole terms. */
static int
reduce(uint64_t *p, uint64_t *q, const struct dec *a, const struct dec *b)
{
	uint64_t g;
	long shift;

	if (b->d.n == 0)
		return -1;
	shift = a->d.n != 0 && a->exp < b->exp ? -a->exp : -b->exp;
	if (term(p, a, shift) != 0 || term(q, b, shift) != 0)
		return -1;
	g = gcd(*p, *q);
	*p /= g;
	*q /= g;
	return 0;
}

/* Sets d to p / q, reduced; -1 when that does not end. */
static int
quotient(struct dec *d, uint64_t p, uint64_t q)
{
	struct dec factor;
	long shift;
	uint64_t m;

	/* q = 2^i 5^j divides 10^max(i, j): multiply by what is missing. */
	memset(&factor, 0, sizeof factor);
	dec_uint(d, p);
	for (shift = 0; q % 10 == 0; shift++)
		q /= 10;
	m = q % 2 == 0 ? 5 : 2;
	dec_uint(&factor, m);
	for (; q != 1 && q % (10 / m) == 0; shift++) {
		q /= 10 / m;
		dec_mul(d, d, &factor);
	}
	dec_free(&factor);
	dec_shift(d, -shift);
	return q == 1 ? 0 : -1;
}

int
dec_div(struct dec *q, const struct dec *a, const struct dec *b)
{
	uint64_t x, y;
	int neg;

	neg = a->neg != b->neg;
	if (reduce(&x, &y, a, b) != 0 || quotient(q, x, y) != 0)
		return -1;
	if (neg)
		dec_negate(q);
	return 0;
}

int
dec_fraction(struct buf *out, const struct dec *a, const struct dec *b)
{
	struct dec d;
	uint64_t p, q;

	if (reduce(&p, &q, a, b) != 0)
		return -1;
	memset(&d, 0, sizeof d);
	if (dec_div(&d, a, b) == 0) {
		dec_print(out, &d);
	} else {
		if (a->neg != b->neg)
			buf_byte(out, '-');
		buf_uint(out, p);
		buf_byte(out, '/');
		buf_uint(out, q);
	}
	dec_free(&d);
	return 0;
}

void
dec_free(struct dec *d)
{
	buf_free(&d->d);
	d->exp = 0;
	d->neg = 0;
}
