/* Decimals: parsing and printing agree, sums and products obey their laws. */
#include "fuzz.h"

#include "base/dec.h"

enum { SHORT = 300 };	/* products cost the square of this */

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct dec a = { { NULL, 0, 0 }, 0, 0 }, b = a, c = a, d = a;
	struct buf out = { NULL, 0, 0 };
	struct span s, left, right;
	const char *mid;

	if (n > SHORT)
		n = SHORT;
	s = span_of((const char *)data, n);
	mid = n == 0 ? NULL : memchr(s.p, ' ', n);
	left = span_of(s.p, mid == NULL ? n : (size_t)(mid - s.p));
	right = mid == NULL ? span_of("-7.5", 4) :
	    span_of(mid + 1, (size_t)(s.p + n - mid) - 1);
	if (dec_parse(&a, left) == 0 && dec_parse(&b, right) == 0) {
		dec_print(&out, &a);
		FUZZ_HOLDS(dec_parse(&c, buf_view(&out)) == 0);
		FUZZ_HOLDS(dec_cmp(&a, &c) == 0);
		dec_add(&c, &a, &b);
		dec_sub(&d, &c, &b);
		FUZZ_HOLDS(dec_cmp(&a, &d) == 0);
		dec_mul(&c, &a, &b);
		dec_mul(&d, &b, &a);
		FUZZ_HOLDS(dec_cmp(&c, &d) == 0);
		if (dec_div(&d, &a, &b) == 0) {
			dec_mul(&c, &d, &b);
			FUZZ_HOLDS(dec_cmp(&c, &a) == 0);
		}
		dec_fraction(&out, &a, &b);
	}
	dec_free(&a);
	dec_free(&b);
	dec_free(&c);
	dec_free(&d);
	buf_free(&out);
	return 0;
}
