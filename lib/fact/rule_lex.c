/* Rule files: letters to words. */
#include "fact/rule_int.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static int
is_blank(int c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The line of what is being read; at the end, that of the last word. */
size_t
lex_where(const struct lex *x)
{
	const char *p, *end;
	size_t line;

	end = x->p;
	if (end == x->end)
		while (end > x->start && is_blank((unsigned char)end[-1]))
			end--;
	line = x->line;
	for (p = x->start; p < end; p++)
		line += *p == '\n';
	return line;
}

int
lex_fail(struct lex *x, const char *fmt, ...)
{
	struct buf *b = &x->r->err;
	char text[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	buf_clear(b);
	buf_fmt(b, "%s:%zu: ", x->file, lex_where(x));
	if (x->what.n != 0) {
		buf_span(b, x->what);
		buf_byte(b, ' ');
		buf_span(b, x->name);
		buf_str(b, ": ");
	}
	buf_str(b, text);
	buf_byte(b, '\0');
	return -1;
}

/* A comment begins with # at the start of a line or behind a blank. */
void
lex_blank(struct lex *x)
{
	while (x->p < x->end) {
		if (is_blank((unsigned char)*x->p)) {
			x->p++;
		} else if (*x->p == '#' && (x->p == x->start ||
		    is_blank((unsigned char)x->p[-1]))) {
			while (x->p < x->end && *x->p != '\n')
				x->p++;
		} else {
			break;
		}
	}
}

int
lex_at(struct lex *x, const char *z)
{
	size_t n;

	n = strlen(z);
	return (size_t)(x->end - x->p) >= n && memcmp(x->p, z, n) == 0;
}

int
lex_take(struct lex *x, const char *z)
{
	if (!lex_at(x, z))
		return 0;
	x->p += strlen(z);
	return 1;
}

/* Letters, digits, _ and everything beyond ASCII; % - & inside a word. */
static int
is_letter(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || c == '_' || c >= 0x80;
}

struct span
lex_word(struct lex *x)
{
	const char *p;

	for (p = x->p; x->p < x->end; x->p++)
		if (!is_letter((unsigned char)*x->p) && !(x->p > p &&
		    (*x->p == '-' || *x->p == '&') && x->p + 1 < x->end &&
		    is_letter((unsigned char)x->p[1])))
			break;
	return span_of(p, (size_t)(x->p - p));
}

/* '...' on one line; a ' inside is written twice. */
int
lex_quoted(struct lex *x, struct span *out)
{
	const char *p;
	char *d;
	size_t n;

	for (p = x->p + 1; p < x->end && *p != '\n'; p++)
		if (*p == '\'' && (++p == x->end || *p != '\''))
			break;
	if (p - x->p < 2 || p[-1] != '\'')
		return lex_fail(x, "a quote is not closed");
	d = arena_alloc(&x->r->mem, (size_t)(p - x->p));
	for (n = 0, x->p++; x->p < p - 1; x->p++) {
		d[n++] = *x->p;
		x->p += *x->p == '\'';
	}
	x->p = p;
	*out = span_of(d, n);
	return n == 0 ? lex_fail(x, "a quote is empty") : 0;
}

int
lex_number(struct lex *x, long max, long *v)
{
	if (x->p == x->end || *x->p < '0' || *x->p > '9')
		return lex_fail(x, "a number is missing");
	for (*v = 0; x->p < x->end && *x->p >= '0' && *x->p <= '9'; x->p++) {
		*v = *v * 10 + (*x->p - '0');
		if (*v > max)
			return lex_fail(x, "a number is over %ld", max);
	}
	return 0;
}

/* Names of lists are capitals, digits and _, and do not end in a digit. */
int
lex_is_list(struct span s)
{
	size_t i;

	if (s.n == 0 || s.p[0] < 'A' || s.p[0] > 'Z')
		return 0;
	for (i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'A' && s.p[i] <= 'Z') && s.p[i] != '_' &&
		    !(s.p[i] >= '0' && s.p[i] <= '9'))
			return 0;
	return 1;
}
