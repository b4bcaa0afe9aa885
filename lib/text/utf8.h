/* UTF-8 (RFC 3629): decoding, encoding, counting. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "tab/tab.h"

#define UTF8_BAD UINT32_MAX	/* no valid sequence stands here */

enum { UTF8_REPLACEMENT = 0xfffd };

/*
 * Decodes the sequence at p, of which n > 0 bytes are there.  Sets *len to the
 * bytes it takes and returns its code point; for an invalid, overlong,
 * surrogate or cut sequence returns UTF8_BAD and sets *len to the length of
 * its maximal valid start, at least 1 (Unicode 15, section 3.9).
 */
uint32_t utf8_decode_slow(const char *p, size_t n, size_t *len);

/* Writes cp (a scalar value) to p, which has room for 4; returns the bytes. */
size_t utf8_encode(char *p, uint32_t cp);

/* Appends cp to b. */
void utf8_add(struct buf *b, uint32_t cp);

/* Counts code points: the bytes that do not continue a sequence. */
size_t utf8_count(const char *p, size_t n);

/* Returns how many of n bytes at p are valid UTF-8 from the start. */
size_t utf8_valid(const char *p, size_t n);

/*
 * Returns the largest length up to n at which s can be cut without cutting a
 * sequence; n itself when no sequence is cut there.
 */
size_t utf8_cut(const char *p, size_t n);

/* Decodes as utf8_decode_slow does, quickly for what is common. */
static inline uint32_t
utf8_decode(const char *p, size_t n, size_t *len)
{
	uint32_t c, w;

	if ((unsigned char)*p < 0x80) {
		*len = 1;
		return (unsigned char)*p;
	}
	/* Three bytes and perhaps one more, as 1110xxxx 10xxxxxx 10xxxxxx. */
	w = n >= 4 ? tab_u32(p) : n == 3 ? tab_u16(p) |
	    (uint32_t)(unsigned char)p[2] << 16 : 0;
	if ((w & 0xc0c0f0) == 0x8080e0) {
		c = (w & 0xf) << 12 | (w >> 2 & 0xfc0) | (w >> 16 & 0x3f);
		if (c >> 11 != 0 && c >> 11 != 0xd800 >> 11) {
			*len = 3;
			return c;
		}
	}
	return utf8_decode_slow(p, n, len);
}

#endif
