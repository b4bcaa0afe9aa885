/*
 * Embedded tables: little-endian, offsets only, used in place.
 *
 *	offset	size	what
 *	0	8	"factline"
 *	8	4	kind, four letters
 *	12	4	count of sections
 *	16	8	length of the whole table in bytes
 *	24	16 * n	for each section: offset from the start, length (u64)
 *	...		the sections, each aligned to 8 bytes
 */
#ifndef TAB_TAB_H
#define TAB_TAB_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"
#include "base/word.h"

/* An opened table: a view of bytes that outlive it. */
struct tab {
	const unsigned char *p;
	size_t n;
	uint32_t sections;
};

/*
 * Declares the bytes of lib/data/NAME.tab, embedded in an object of its own.
 * TAB_OPEN(&t, NAME, "KIND") opens it.
 */
#define TAB_DECLARE(NAME) extern const unsigned char tab_##NAME[]

#define TAB_OPEN(T, NAME, KIND)						\
	tab_open((T), tab_##NAME, tab_length(tab_##NAME), (KIND))

/*
 * Checks magic, kind, length and the bounds of all sections of the n bytes at
 * p.  Returns 0, or -1 when they are no table of that kind (a damaged file).
 */
int tab_open(struct tab *t, const unsigned char *p, size_t n,
    const char *kind);

/* Returns section i as bytes; an empty view when there is none. */
struct span tab_section(const struct tab *t, uint32_t i);

/* Little-endian loads from any address. */
static inline uint16_t
tab_u16(const void *p)
{
	const unsigned char *s = p;

	return (uint16_t)(s[0] | s[1] << 8);
}

static inline uint32_t
tab_u32(const void *p)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	uint32_t v;

	memcpy(&v, p, sizeof v);
	return v;
#else
	const unsigned char *s = p;

	return (uint32_t)s[0] | (uint32_t)s[1] << 8 | (uint32_t)s[2] << 16 |
	    (uint32_t)s[3] << 24;
#endif
}

static inline uint64_t
tab_u64(const void *p)
{
	return word_load(p);
}

/* The length that the head of an embedded table tells. */
static inline size_t
tab_length(const unsigned char *p)
{
	return (size_t)tab_u64(p + 16);
}

#endif
