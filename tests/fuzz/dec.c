/*
 * Decimals against slow ones: sums, differences, products and comparisons are
 * those of digits in fixed places, added one by one.
 */
#include "fuzz.h"

#include "base/dec.h"

enum {
	SHORT = 100,		/* digits of an operand, and of its fraction */
	PLACES = 8 * SHORT,
	POINT = 4 * SHORT	/* digits behind the point */
};

/* The sum over i of d[i] * 10^(i - POINT); digits may be of either sign. */
struct slow {
	int d[PLACES];
};

static void
slow_parse(struct slow *s, struct span t)
{
	size_t i, whole;
	int sign;

	memset(s, 0, sizeof *s);
	sign = t.n > 0 && t.p[0] == '-' ? -1 : 1;
	if (t.n > 0 && (t.p[0] == '-' || t.p[0] == '+'))
		t = span_of(t.p + 1, t.n - 1);
	for (whole = 0; whole < t.n && t.p[whole] != '.'; whole++)
		continue;
	for (i = 0; i < t.n; i++)
		if (i < whole)
			s->d[POINT + whole - 1 - i] = sign * (t.p[i] - '0');
		else if (i > whole)
			s->d[POINT + whole - i] = sign * (t.p[i] - '0');
}

/* Makes all digits 0 to 9, or all of them 0 to -9. */
static void
slow_even(struct slow *s)
{
	size_t i;
	int carry, sign;

	for (i = carry = 0; i < PLACES; i++) {
		s->d[i] += carry;
		carry = s->d[i] / 10 - (s->d[i] % 10 < 0);
		s->d[i] -= carry * 10;
	}
	if (carry == 0)
		return;
	for (i = 0; i < PLACES; i++)	/* the value is negative */
		s->d[i] = 9 - s->d[i];
	for (i = 0; i < PLACES && s->d[i] == 9; i++)
		s->d[i] = 0;
	FUZZ_HOLDS(i < PLACES);
	s->d[i]++;
	for (i = 0, sign = -1; i < PLACES; i++)
		s->d[i] *= sign;
}

/* a + by * b */
static void
slow_add(struct slow *r, const struct slow *a, const struct slow *b, int by)
{
	size_t i;

	for (i = 0; i < PLACES; i++)
		r->d[i] = a->d[i] + by * b->d[i];
	slow_even(r);
}

static void
slow_mul(struct slow *r, const struct slow *a, const struct slow *b)
{
	size_t i, k;

	memset(r, 0, sizeof *r);
	for (i = 0; i < PLACES; i++)
		for (k = 0; a->d[i] != 0 && k < PLACES; k++)
			if (b->d[k] != 0)
				r->d[i + k - POINT] += a->d[i] * b->d[k];
	slow_even(r);
}

static int
slow_cmp(const struct slow *a, const struct slow *b)
{
	struct slow r;
	size_t i;

	slow_add(&r, a, b, -1);
	for (i = 0; i < PLACES; i++)
		if (r.d[i] != 0)
			return r.d[i] < 0 ? -1 : 1;
	return 0;
}

/* d prints in one way, and is what s is. */
static void
same(const struct dec *d, const struct slow *s)
{
	struct buf out = { NULL, 0, 0 };
	struct dec again = { { NULL, 0, 0 }, 0, 0 };
	struct slow t;

	dec_print(&out, d);
	slow_parse(&t, buf_view(&out));
	FUZZ_HOLDS(slow_cmp(&t, s) == 0);
	FUZZ_HOLDS(dec_parse(&again, buf_view(&out)) == 0);
	FUZZ_HOLDS(dec_cmp(&again, d) == 0);
	FUZZ_HOLDS(out.n >= dec_length(d));
	FUZZ_HOLDS(out.p[0] != '.' && out.p[out.n - 1] != '.');
	dec_free(&again);
	buf_free(&out);
}

static void
compute(struct dec *a, struct dec *b, struct span left, struct span right)
{
	struct dec c = { { NULL, 0, 0 }, 0, 0 }, d = c;
	struct buf out = { NULL, 0, 0 };
	struct slow x, y, z;

	slow_parse(&x, left);
	slow_parse(&y, right);
	same(a, &x);
	FUZZ_HOLDS(dec_cmp(a, b) == slow_cmp(&x, &y));
	dec_add(&c, a, b);
	slow_add(&z, &x, &y, 1);
	same(&c, &z);
	dec_sub(&c, a, b);
	slow_add(&z, &x, &y, -1);
	same(&c, &z);
	dec_mul(&c, a, b);
	slow_mul(&z, &x, &y);
	same(&c, &z);
	if (dec_div(&d, a, b) == 0) {
		dec_mul(&c, &d, b);
		FUZZ_HOLDS(dec_cmp(&c, a) == 0);
	}
	dec_copy(&c, a);
	dec_mul(&c, &c, &c);	/* the result may be both operands */
	dec_mul(&d, a, a);
	FUZZ_HOLDS(dec_cmp(&c, &d) == 0);
	dec_fraction(&out, a, b);
	dec_free(&c);
	dec_free(&d);
	buf_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct dec a = { { NULL, 0, 0 }, 0, 0 }, b = a;
	struct span left, right;

	right = span_of((const char *)data, n);
	left = fuzz_cut(&right, ' ');
	if (left.n <= SHORT && right.n <= SHORT && dec_parse(&a, left) == 0 &&
	    dec_parse(&b, right) == 0)
		compute(&a, &b, left, right);
	dec_free(&a);
	dec_free(&b);
	return 0;
}
