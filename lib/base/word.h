/*
 * Eight bytes at a time.  Bytes are loaded with the first one lowest; a mark
 * is the high bit of a byte.
 */
#ifndef BASE_WORD_H
#define BASE_WORD_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define WORD_ONES UINT64_C(0x0101010101010101)
#define WORD_HIGH UINT64_C(0x8080808080808080)

/* Loads n bytes, at most eight; those behind are 0. */
static inline uint64_t
word_load_slow(const void *p, size_t n)
{
	const unsigned char *s = p;
	uint64_t v = 0;

	while (n-- > 0)
		v = v << 8 | s[n];
	return v;
}

/* Loads eight bytes. */
static inline uint64_t
word_load(const void *p)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	uint64_t v;

	memcpy(&v, p, sizeof v);
	return v;
#else
	return word_load_slow(p, 8);
#endif
}

/* Loads n bytes, fewer than eight; those behind are 0. */
static inline uint64_t
word_load_few(const void *p, size_t n)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	const unsigned char *s = p;
	uint32_t low, high;

	if (n < 4)
		return n == 0 ? 0 : s[0] | (uint64_t)s[n / 2] << n / 2 * 8 |
		    (uint64_t)s[n - 1] << (n - 1) * 8;
	memcpy(&low, s, sizeof low);
	memcpy(&high, s + n - 4, sizeof high);
	return low | (uint64_t)high << (n - 4) * 8;
#else
	return word_load_slow(p, n);
#endif
}

/* Stores eight bytes. */
static inline void
word_store(void *p, uint64_t v)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	memcpy(p, &v, sizeof v);
#else
	unsigned char *s = p;
	int i;

	for (i = 0; i < 8; i++)
		s[i] = (unsigned char)(v >> i * 8);
#endif
}

/* Marks the bytes that are c, and no others. */
static inline uint64_t
word_equal(uint64_t w, unsigned char c)
{
	w ^= WORD_ONES * c;
	return ~(((w & ~WORD_HIGH) + ~WORD_HIGH) | w) & WORD_HIGH;
}

/*
 * Marks the first byte below c (at most 0x80), and perhaps false ones behind
 * it; for c 1 these are the bytes that are 0.
 */
static inline uint64_t
word_below(uint64_t w, unsigned char c)
{
	return (w - WORD_ONES * c) & ~w & WORD_HIGH;
}

/* Marks the bytes that continue a sequence of UTF-8: 10xxxxxx. */
static inline uint64_t
word_inner(uint64_t w)
{
	return w & ~(w << 1) & WORD_HIGH;
}

/* How many marks there are. */
static inline size_t
word_count(uint64_t marks)
{
	return (size_t)((marks >> 7) * WORD_ONES >> 56);
}

/* Marks the bytes that are no decimal digits. */
static inline uint64_t
word_undigits(uint64_t w)
{
	w ^= WORD_ONES * '0';
	return ((((w & ~WORD_HIGH) + WORD_ONES * 0x76) | w)) & WORD_HIGH;
}

/* The number whose n decimal digits, 1 to 8, a word begins with. */
static inline uint32_t
word_decimal(uint64_t w, size_t n)
{
	w = (w - WORD_ONES * '0') << (8 - n) * 8;
	w = w * (1 + (10 << 8)) >> 8 & UINT64_C(0x00ff00ff00ff00ff);
	w = w * (1 + (100 << 16)) >> 16 & UINT64_C(0x0000ffff0000ffff);
	return (uint32_t)(w * (1 + (UINT64_C(10000) << 32)) >> 32);
}

/* How many bytes stand before the first mark; marks is not 0. */
static inline size_t
word_first(uint64_t marks)
{
#if defined(__GNUC__)
	return (size_t)__builtin_ctzll(marks) >> 3;
#else
	uint64_t lowest = (marks & (~marks + 1)) >> 7;

	return (size_t)(lowest * UINT64_C(0x0001020304050607) >> 56);
#endif
}

#endif
