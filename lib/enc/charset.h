/* The charsets that fixenc reads: names, single characters, whole pieces. */
#ifndef ENC_CHARSET_H
#define ENC_CHARSET_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "enc/dbcs.h"

enum charset {
	CS_ASCII,
	CS_UTF8,
	CS_GB,		/* GB18030, with GBK and GB2312 inside it */
	CS_BIG5,	/* CP950 and HKSCS */
	CS_EUCTW,
	CS_HZ,		/* GB2312 between ~{ and ~} (RFC 1843) */
	CS_UTF16LE,
	CS_UTF16BE,
	CS_LATIN1,
	CS_CP1252,
	CS_COUNT
};

#define CS_BAD UINT32_MAX	/* these bytes are no character */
#define CS_CUT (UINT32_MAX - 1)	/* a character may go on behind the end */

/* The tables of all charsets. */
struct charsets {
	struct dbcs gb;
	struct dbcs big5;
	struct dbcs euctw;
};

/* Opens the embedded tables.  Returns 0, or -1 when one is damaged. */
int charsets_open(struct charsets *s);

/* Returns the name that is printed for a charset. */
const char *charset_name(enum charset c);

/* Finds a charset by any of its names, in any case; CS_COUNT when unknown. */
enum charset charset_find(const char *name);

/* Returns the code point that CP1252 has for a byte (C1 where undefined). */
uint32_t cp1252_decode(unsigned char c);

/* Returns the byte that CP1252 or Latin-1 has for a code point, or -1. */
int cp1252_encode(uint32_t cp);

/*
 * Decodes the character at p, of which n > 0 bytes are there, and sets *len to
 * the bytes it takes.  CS_BAD: none stands there, *len bytes are to be given
 * up; CS_CUT: all n bytes begin a character.  Not for CS_HZ.
 */
uint32_t charset_next(const struct charsets *s, enum charset c,
    const unsigned char *p, size_t n, size_t *len);

/* A decoder between two pieces of a line.  Start with all zero. */
struct decoder {
	int shifted;		/* HZ: inside ~{ ~} */
	size_t lost;		/* bytes that became U+FFFD so far */
};

/*
 * Appends n bytes of charset c to out as UTF-8; what is no character becomes
 * U+FFFD.  Returns the bytes taken: all of them if last, else a character that
 * may go on is left.
 */
size_t charset_decode(const struct charsets *s, enum charset c,
    struct decoder *d, const unsigned char *p, size_t n, int last,
    struct buf *out);

#endif
