/* UTF-8 (RFC 3629): decoding, encoding, counting. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"

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
	const unsigned char *s = (const unsigned char *)p;
	uint32_t c;

	if (s[0] < 0x80) {
		*len = 1;
		return s[0];
	}
	if (n >= 3 && (s[0] & 0xf0) == 0xe0 && (s[1] & 0xc0) == 0x80 &&
	    (s[2] & 0xc0) == 0x80) {
		c = (uint32_t)(s[0] & 0xf) << 12 |
		    (uint32_t)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
		if (c >= 0x800 && (c & 0xf800) != 0xd800) {
			*len = 3;
			return c;
		}
	}
	return utf8_decode_slow(p, n, len);
}

#endif
