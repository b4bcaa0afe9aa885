/* A growing array of bytes.  Start with all zero; buf_free gives it back. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>
#include <string.h>

#include "base/span.h"

struct buf {
	char *p;
	size_t n;	/* bytes in use */
	size_t cap;	/* bytes allocated */
};

/* Makes room for n more bytes where there is none yet. */
void buf_grow(struct buf *b, size_t n);

/*
 * Writes the decimal digits of v at p, which has room for SPAN_DIGITS, and
 * returns where they end; buf_digits is the quick one.
 */
char *buf_digits_any(char *p, unsigned long long v);

static inline char *
buf_digits(char *p, unsigned long long v)
{
	unsigned few;

	if (v >= 10000)
		return buf_digits_any(p, v);
	few = (unsigned)v;
	if (few >= 1000)
		*p++ = (char)('0' + few / 1000);
	if (few >= 100)
		*p++ = (char)('0' + few / 100 % 10);
	if (few >= 10)
		*p++ = (char)('0' + few / 10 % 10);
	*p++ = (char)('0' + few % 10);
	return p;
}

/* Appends the decimal digits of v. */
void buf_uint(struct buf *b, unsigned long long v);

/* Appends formatted text. */
void buf_fmt(struct buf *b, const char *fmt, ...);

/* Frees the bytes; the buffer is as new. */
void buf_free(struct buf *b);

/* Makes room for n more bytes and returns where they go; n is unchanged. */
static inline char *
buf_room(struct buf *b, size_t n)
{
	if (b->cap - b->n < n)
		buf_grow(b, n);
	return b->p + b->n;
}

/* Copies up to 16 bytes: two moves that may overlap, and no call. */
static inline void
buf_copy_few(char *to, const char *from, size_t n)
{
	if (n >= 8) {
		memcpy(to, from, 8);
		memcpy(to + n - 8, from + n - 8, 8);
	} else if (n >= 4) {
		memcpy(to, from, 4);
		memcpy(to + n - 4, from + n - 4, 4);
	} else if (n >= 2) {
		memcpy(to, from, 2);
		memcpy(to + n - 2, from + n - 2, 2);
	} else if (n == 1) {
		*to = *from;
	}
}

/* Appends n bytes. */
static inline void
buf_add(struct buf *b, const void *p, size_t n)
{
	if (b->cap - b->n < n)
		buf_grow(b, n);
	if (n > 16)
		memcpy(b->p + b->n, p, n);
	else if (n != 0)
		buf_copy_few(b->p + b->n, p, n);
	b->n += n;
}

/* Appends one byte. */
static inline void
buf_byte(struct buf *b, int c)
{
	buf_room(b, 1);
	b->p[b->n++] = (char)c;
}

/* Appends a NUL-terminated string without its NUL. */
static inline void
buf_str(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

/* Appends the bytes of a view. */
static inline void
buf_span(struct buf *b, struct span s)
{
	buf_add(b, s.p, s.n);
}

/* Empties the buffer and keeps its memory. */
static inline void
buf_clear(struct buf *b)
{
	b->n = 0;
}

/* Views what the buffer holds, until it next changes. */
static inline struct span
buf_view(const struct buf *b)
{
	return span_of(b->p, b->n);
}

#endif
