/* FNV-1a, 64 bits (Fowler, Noll, Vo; constants of the published algorithm). */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { HASH_HEX = 16 };		/* digits of a hash in text */

/* The value to start with. */
#define HASH_START UINT64_C(14695981039346656037)

/* Mixes n bytes into h and returns the new hash. */
static inline uint64_t
hash_add(uint64_t h, const void *p, size_t n)
{
	const unsigned char *s = p;
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ s[i]) * UINT64_C(1099511628211);
	return h;
}

#endif
