/* The quick look at a line. */
#include "enc/scan.h"

#include <string.h>

#include "text/utf8.h"

/* Whether a full-width mark stands right before or behind p[i]. */
static unsigned
beside_wide(const char *p, size_t n, size_t i)
{
	if (i + 3 < n && (memcmp(p + i + 1, "\xef\xbc", 2) == 0 ||
	    memcmp(p + i + 1, "\xe3\x80", 2) == 0))
		return SCAN_TWICE;
	if (i >= 3 && (memcmp(p + i - 3, "\xef\xbc", 2) == 0 ||
	    memcmp(p + i - 3, "\xe3\x80", 2) == 0))
		return SCAN_TWICE;
	return i + 1 < n && p[i + 1] == p[i] ? SCAN_TWICE : 0;
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
		if (q[i] < 0x80) {
			len = 1;
			if (!dull(q[i]) && q[i] != ' ')
				flags |= ascii_flags(p, n, i);
			continue;
		}
		cp = utf8_decode(p + i, n - i, &len);
		if (cp == UTF8_BAD)
			break;
		if (cp > 0xffff)
			continue;
		c = class[cp];
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
