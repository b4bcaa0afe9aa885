/* The four escapes of a field. */
#include "tsv/esc.h"

#include <stdint.h>
#include <string.h>

#include "base/wide.h"

/* The letter that stands for a byte behind a backslash, or 0. */
static int
letter(int c)
{
	switch (c) {
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\\':
		return '\\';
	default:
		return 0;
	}
}

/* Whether eight bytes hold a control character or a backslash. */
static int
any_escape(const char *p)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t w, x;

	memcpy(&w, p, 8);
	x = w ^ ones * '\\';
	return (((w - ones * ' ') & ~w) | ((x - ones) & ~x)) & ones << 7 ?
	    1 : 0;
}

int
esc_needed(struct span s)
{
	return wide_any(s.p, s.n, '\\');
}

void
esc_add(struct buf *b, struct span s)
{
	size_t i, from;
	int c;

	if (!esc_needed(s)) {
		buf_add(b, s.p, s.n);
		return;
	}
	from = 0;
	for (i = 0; i < s.n; i++) {
		while (s.n - i > 8 && !any_escape(s.p + i))
			i += 8;
		if ((unsigned char)s.p[i] >= ' ' && s.p[i] != '\\')
			continue;
		c = letter(s.p[i]);
		if (c == 0)
			continue;
		buf_add(b, s.p + from, i - from);
		buf_byte(b, '\\');
		buf_byte(b, c);
		from = i + 1;
	}
	buf_add(b, s.p + from, s.n - from);
}

/* The byte that an escape letter stands for, or -1. */
static int
meaning(int c)
{
	switch (c) {
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case '\\':
		return '\\';
	default:
		return -1;
	}
}

void
esc_undo(struct buf *b, struct span s)
{
	const char *q;
	size_t n;
	int c;

	while (s.n > 0 && (q = memchr(s.p, '\\', s.n)) != NULL) {
		n = (size_t)(q - s.p);
		buf_add(b, s.p, n);
		c = n + 1 < s.n ? meaning(s.p[n + 1]) : -1;
		if (c < 0) {
			buf_byte(b, '\\');
			n++;
		} else {
			buf_byte(b, c);
			n += 2;
		}
		s.p += n;
		s.n -= n;
	}
	buf_add(b, s.p, s.n);
}

struct span
esc_view(struct span s, struct buf *b)
{
	if (s.n == 0 || memchr(s.p, '\\', s.n) == NULL)
		return s;
	buf_clear(b);
	esc_undo(b, s);
	return buf_view(b);
}
