/* Short runs of bytes, moved and tested a machine word at a time. */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { WIDE_SHORT = 32 };	/* most bytes of a short run */

/* Copies n bytes, at most WIDE_SHORT, between places that do not overlap. */
static inline void
wide_copy(char *to, const char *from, size_t n)
{
	size_t i;

	if (n == 0)
		return;
	if (n < 4) {
		to[0] = from[0];
		to[n / 2] = from[n / 2];
		to[n - 1] = from[n - 1];
	} else if (n < 8) {
		memcpy(to, from, 4);
		memcpy(to + n - 4, from + n - 4, 4);
	} else {
		for (i = 0; i + 8 < n; i += 8)
			memcpy(to + i, from + i, 8);
		memcpy(to + n - 8, from + n - 8, 8);
	}
}

/* Tells whether one of eight bytes is below 20 or is the byte c. */
static inline int
wide_has(uint64_t w, unsigned c)
{
	const uint64_t one = UINT64_C(0x0101010101010101);
	uint64_t x;

	x = w ^ one * c;
	return (((w - one * 0x20) & ~w) | ((x - one) & ~x)) &
	    one * 0x80 ? 1 : 0;
}

/* Tells whether one of n bytes is below 20 or is the byte c (20 to 7e). */
static inline int
wide_any(const char *p, size_t n, unsigned c)
{
	uint64_t w;
	uint32_t a, b;
	size_t i;

	if (n >= 8) {
		for (i = 0; i + 8 < n; i += 8) {
			memcpy(&w, p + i, 8);
			if (wide_has(w, c))
				return 1;
		}
		memcpy(&w, p + n - 8, 8);
		return wide_has(w, c);
	}
	if (n >= 4) {
		memcpy(&a, p, 4);
		memcpy(&b, p + n - 4, 4);
		return wide_has((uint64_t)a << 32 | b, c);
	}
	if (n == 0)
		return 0;
	w = (unsigned char)p[0] | (unsigned)(unsigned char)p[n / 2] << 8 |
	    (uint64_t)(unsigned char)p[n - 1] << 16;
	return wide_has(w | UINT64_C(0x7f7f7f7f7f000000), c);
}

#endif
