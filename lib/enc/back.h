/*
 * The ways back from the characters of mojibake to the bytes that they were
 * read from, for the search: see expand and sure of struct search.
 */
#ifndef ENC_BACK_H
#define ENC_BACK_H

#include <stddef.h>
#include <stdint.h>

#include "enc/search.h"

/* Returns the ways to see character i of text that was read as CP1252. */
unsigned back_west(const struct search *s, size_t i, struct search_alt *alt);

/* The same for text that was read as GB18030 or Big5. */
unsigned back_han(const struct search *s, size_t i, struct search_alt *alt);

/* Returns the byte that was read as character i in CP1252; 0 at the end. */
unsigned back_west_byte(const struct search *s, size_t i);

/*
 * Returns how many characters from i on are a whole sequence of UTF-8 of two or
 * three bytes, *cp, with no further byte behind it, so that bytes which are
 * dropped or became blanks cannot make one; 0 if none are.
 */
size_t back_west_sure(const struct search *s, size_t i, uint32_t *cp);

#endif
