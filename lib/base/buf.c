/* A growing array of bytes. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"

void
buf_grow(struct buf *b, size_t n)
{
	if (n > SIZE_MAX - b->n)
		err_die("out of memory");
	b->p = xgrow(b->p, &b->cap, b->n + n, 1);
}

char *
buf_digits_any(char *p, unsigned long long v)
{
	char room[SPAN_DIGITS];
	struct span s;

	s = span_uint(room, v);
	memcpy(p, s.p, s.n);
	return p + s.n;
}

void
buf_uint(struct buf *b, unsigned long long v)
{
	char *end;

	end = buf_digits(buf_room(b, SPAN_DIGITS), v);
	b->n = (size_t)(end - b->p);
}

void
buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	buf_room(b, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

void
buf_free(struct buf *b)
{
	free(b->p);
	b->p = NULL;
	b->n = 0;
	b->cap = 0;
}
