/* A borrowed view of bytes.  Whoever hands one out says how long it lives. */
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stddef.h>
#include <string.h>

enum { SPAN_DIGITS = 24 };	/* room for the digits of any number */

struct span {
	const char *p;
	size_t n;
};

/* Makes a view of n bytes at p. */
static inline struct span
span_of(const char *p, size_t n)
{
	struct span s;

	s.p = p;
	s.n = n;
	return s;
}

/* Makes a view of a NUL-terminated string, without its NUL. */
static inline struct span
span_str(const char *s)
{
	return span_of(s, strlen(s));
}

/* Tells whether two views hold the same bytes. */
static inline int
span_eq(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Tell whether t begins, or ends, with the bytes of s. */
static inline int
span_begins(struct span t, struct span s)
{
	return t.n >= s.n && (s.n == 0 || memcmp(t.p, s.p, s.n) == 0);
}

static inline int
span_ends(struct span t, struct span s)
{
	return t.n >= s.n && (s.n == 0 ||
	    memcmp(t.p + t.n - s.n, s.p, s.n) == 0);
}

/* Writes the decimal digits of v to the end of room and views them there. */
static inline struct span
span_uint(char room[SPAN_DIGITS], unsigned long long v)
{
	char *p;

	p = room + SPAN_DIGITS;
	do
		*--p = (char)('0' + v % 10);
	while ((v /= 10) != 0);
	return span_of(p, (size_t)(room + SPAN_DIGITS - p));
}

#endif
