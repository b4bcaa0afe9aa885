/* JSON text out (RFC 8259): valid, and valid UTF-8, for any bytes. */
#ifndef TSV_JSON_H
#define TSV_JSON_H

#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"

enum {
	JSON_ASCII = 1,		/* \uXXXX for all that is not ASCII */
	JSON_FIELD = 2		/* the bytes are a TSV field: \t \n \r \\ */
};

enum {
	JSON_DIGITS = 15,	/* DBL_DIG of IEEE 754 binary64 */
	JSON_EXPONENT = 307,	/* DBL_MAX_10_EXP - 1: any digits are safe */
	JSON_DEPTH = 256,	/* levels of a value taken over as JSON */
	JSON_PIECE = 16384	/* bytes that json_chars takes at a time */
};

/*
 * Appends the start of s, as the inside of a JSON string, to b; invalid UTF-8
 * becomes U+FFFD, one for each maximal valid start (Unicode 15, section 3.9).
 * Returns the bytes of s it took: all, or somewhat over JSON_PIECE of them, so
 * that the caller can let go of b between the pieces of a long string.
 */
size_t json_chars(struct buf *b, struct span s, int flags);

/* Appends s as a JSON string, quotes and all. */
void json_string(struct buf *b, struct span s, int flags);

/*
 * Tells whether s is a number in JSON's grammar that a double gives back: at
 * most JSON_DIGITS digits from the first to the last that is not 0, first
 * digit at 10^-JSON_EXPONENT to 10^JSON_EXPONENT.  With exact, the grammar
 * decides alone.
 */
int json_number(struct span s, int exact);

/* The same for a number that has neither a point nor an exponent. */
int json_integer(struct span s, int exact);

/*
 * Appends the JSON text s to b without the blanks between its tokens.  Returns
 * 0, or -1 with b as it was when s is not one JSON text, is not UTF-8, has
 * half a surrogate pair, or is deeper than JSON_DEPTH.
 */
int json_text(struct buf *b, struct span s, int flags);

#endif
