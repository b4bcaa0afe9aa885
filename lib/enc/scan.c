/* The quick look at a line. */
#include "enc/scan.h"

#include <string.h>

#include "text/utf8.h"

/* A comma, semicolon, colon or full stop in full width. */
static int
is_wide(const char *p)
{
	return memcmp(p, "\xef\xbc", 2) == 0 ||
	    memcmp(p, "\xe3\x80\x82", 3) == 0;
}

/* Whether a mark stands beside a full-width one, or a comma twice. */
static unsigned
beside_wide(const char *p, size_t n, size_t i)
{
	if (i + 3 < n && is_wide(p + i + 1))
		return SCAN_TWICE;
	if (i >= 3 && is_wide(p + i - 3))
		return SCAN_TWICE;
	return (p[i] == ',' || p[i] == ';') && i + 1 < n && p[i + 1] == p[i] ?
	    SCAN_TWICE : 0;
}

static unsigned
ascii_flags(const char *p, size_t n, size_t i)
{
	switch (p[i]) {
	case '&':
		return SCAN_AMP;
	case '<':
		return SCAN_LESS;
	case '?':
		return SCAN_QUERY | beside_wide(p, n, i);
	case '(':
		return SCAN_PAREN;
	case '~':
		return SCAN_TILDE;
	case ',':
	case '.':
	case ':':
	case ';':
	case '!':
		return beside_wide(p, n, i);
	case '\t':
		return 0;
	default:
		return (unsigned char)p[i] < 0x20 || p[i] == 0x7f ?
		    SCAN_CONTROL : 0;
	}
}

/* ASCII that says nothing: letters, digits, blanks and most marks. */
static inline int
dull(unsigned char c)
{
	return c >= '0' && c < 0x7e && c != '<' && c != '?' && c != ':' &&
	    c != ';';
}

/* Three bytes of UTF-8 in the low bytes of w: the code point, or 0. */
static inline uint32_t
three(uint32_t w)
{
	uint32_t cp;

	if ((w & 0xc0c0f0) != 0x8080e0)
		return 0;
	cp = (w & 0xf) << 12 | (w >> 2 & 0xfc0) | (w >> 16 & 0x3f);
	return cp < 0x800 || (cp & 0xf800) == 0xd800 ? 0 : cp;
}

size_t
scan_text(const struct model *m, const char *p, size_t n, struct scan *s)
{
	const unsigned char *q = (const unsigned char *)p;
	const unsigned char *class = m->class;
	unsigned flags, c;
	uint32_t cp;
	size_t i, len, han, rare, west;

	flags = 0;
	han = rare = west = 0;
	for (i = 0; i < n; i += len) {
		while (n - i >= 4 && (cp = three(tab_u32(q + i))) != 0) {
			c = class[cp];
			flags |= c;
			han += c >> 6 & 1;
			if ((c & (CLASS_RARE | CLASS_WEST)) != 0) {
				rare += c >> 5 & 1;
				west += c >> 3 & 1;
			}
			i += 3;
		}
		if (i == n)
			break;
		if (q[i] < 0x80) {
			len = 1;
			if (!dull(q[i]) && q[i] != ' ')
				flags |= ascii_flags(p, n, i);
			continue;
		}
		cp = utf8_decode(p + i, n - i, &len);
		if (cp == UTF8_BAD)
			break;
		c = model_class(m, cp);
		flags |= c;
		han += c >> 6 & 1;
		rare += c >> 5 & 1;
		west += c >> 3 & 1;
	}
	s->flags = flags;
	s->han = han;
	s->rare = rare;
	s->west = west;
	return i;
}
