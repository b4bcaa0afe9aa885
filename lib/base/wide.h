/* Short runs of bytes, moved and tested a machine word at a time. */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/word.h"

enum {
	WIDE_SHORT = 32,	/* most bytes of a short run */
	WIDE_STEP = 16
};

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

/*
 * The same for any n, in steps: up to WIDE_STEP - 1 bytes more are read and
 * written.
 */
static inline void
wide_steps(char *to, const char *from, size_t n)
{
	size_t i;

	for (i = 0; i < n; i += WIDE_STEP)
		memcpy(to + i, from + i, WIDE_STEP);
}

/* Tells whether one of eight bytes is below 20 or is the byte c. */
static inline int
wide_has(uint64_t w, unsigned char c)
{
	return (word_below(w, 0x20) | word_below(w ^ WORD_ONES * c, 1)) != 0;
}

/* Tells whether one of n bytes is below 20 or is the byte c (20 to 7e). */
static inline int
wide_any(const char *p, size_t n, unsigned char c)
{
	size_t i;

	if (n < 8)
		return wide_has(word_load_few(p, n) |
		    WORD_ONES * 0x7f << n * 8, c);
	for (i = 0; i + 8 < n; i += 8)
		if (wide_has(word_load(p + i), c))
			return 1;
	return wide_has(word_load(p + n - 8), c);
}

#endif
