/* UTF-8: the parts that are not worth inlining. */
#include "text/utf8.h"

#include <stdint.h>
#include <string.h>

#include "base/word.h"

/* The valid second bytes after each lead byte (Unicode 15, table 3-7). */
static int
second_ok(unsigned lead, unsigned c)
{
	switch (lead) {
	case 0xe0:
		return c >= 0xa0 && c <= 0xbf;
	case 0xed:
		return c >= 0x80 && c <= 0x9f;
	case 0xf0:
		return c >= 0x90 && c <= 0xbf;
	case 0xf4:
		return c >= 0x80 && c <= 0x8f;
	default:
		return c >= 0x80 && c <= 0xbf;
	}
}

/* The length that a lead byte announces, 0 when it is none. */
static size_t
announced(unsigned lead)
{
	if (lead < 0x80)
		return 1;
	if (lead < 0xc2 || lead > 0xf4)
		return 0;
	return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

uint32_t
utf8_decode_slow(const char *p, size_t n, size_t *len)
{
	const unsigned char *s = (const unsigned char *)p;
	uint32_t c;
	size_t want, i;

	want = announced(s[0]);
	*len = 1;
	if (want == 0)
		return UTF8_BAD;
	if (want == 1)
		return s[0];
	c = s[0] & (0x7fU >> want);
	for (i = 1; i < want; i++) {
		if (i == n || (i == 1 ? !second_ok(s[0], s[1]) :
		    (s[i] & 0xc0) != 0x80)) {
			*len = i;
			return UTF8_BAD;
		}
		c = c << 6 | (s[i] & 0x3f);
	}
	*len = want;
	return c;
}

size_t
utf8_encode(char *p, uint32_t cp)
{
	if (cp < 0x80) {
		p[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		p[0] = (char)(0xc0 | cp >> 6);
		p[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	if (cp < 0x10000) {
		p[0] = (char)(0xe0 | cp >> 12);
		p[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		p[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	p[0] = (char)(0xf0 | cp >> 18);
	p[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	p[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	p[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
}

void
utf8_add(struct buf *b, uint32_t cp)
{
	b->n += utf8_encode(buf_room(b, 4), cp);
}

size_t
utf8_count(const char *p, size_t n)
{
	uint64_t w;
	size_t i, inner;

	inner = 0;
	for (i = 0; i < n; i += 8) {
		w = n - i >= 8 ? word_load(p + i) : word_load_few(p + i, n - i);
		inner += word_count(word_inner(w));
	}
	return n - inner;
}

/* Bytes of ASCII at the start, eight at a time. */
static size_t
ascii_run(const char *p, size_t n)
{
	uint64_t w;
	size_t i;

	for (i = 0; i + 8 <= n; i += 8) {
		memcpy(&w, p + i, 8);
		if ((w & UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (i < n && (unsigned char)p[i] < 0x80)
		i++;
	return i;
}

size_t
utf8_valid(const char *p, size_t n)
{
	size_t i, len;

	for (i = 0; i < n;) {
		if ((unsigned char)p[i] < 0x80)
			i += ascii_run(p + i, n - i);
		else if (utf8_decode(p + i, n - i, &len) == UTF8_BAD)
			return i;
		else
			i += len;
	}
	return n;
}

size_t
utf8_cut(const char *p, size_t n)
{
	size_t back;

	for (back = 1; back <= 3 && back <= n; back++) {
		if (((unsigned char)p[n - back] & 0xc0) == 0x80)
			continue;
		return announced((unsigned char)p[n - back]) > back ?
		    n - back : n;
	}
	return n;
}
