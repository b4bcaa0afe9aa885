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

void
buf_uint(struct buf *b, unsigned long long v)
{
	char room[SPAN_DIGITS];

	buf_span(b, span_uint(room, v));
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
