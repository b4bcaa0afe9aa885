/*
 * The quick look at a line.  A first pass goes over it in wide words; where it
 * meets something that must be counted, or that may be no UTF-8, a second one
 * goes character by character.
 */
#include "enc/scan.h"

#include <string.h>

#include "base/word.h"
#include "text/utf8.h"

/* Two sequences of three bytes in a word: their marks, their values. */
#define TWO_MASK UINT64_C(0xc0c0f0c0c0f0)
#define TWO_WANT UINT64_C(0x8080e08080e0)
#define TWO_LEADS UINT64_C(0x00000f00000f)
#define TWO_SECONDS UINT64_C(0x000fc0000fc0)	/* shifted by 2 */
#define TWO_THIRDS UINT64_C(0x00003f00003f)	/* shifted by 16 */

enum {
	BESIDE = 1 << 17,	/* ASCII that may stand beside its wide form */
	DOUBT = 1 << 18,	/* it may be no UTF-8 */
	SLOWLY = CLASS_WEST | CLASS_ODD | DOUBT
};

/* What ASCII says; a digit, a letter and most marks say nothing. */
#define C SCAN_CONTROL
#define E (SCAN_CONTROL | SCAN_ESCAPE)
static const unsigned ascii[128] = {
	C, C, C, C, C, C, C, C, C, SCAN_ESCAPE, E, C, C, E, C, C,
	C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
	['!'] = BESIDE, ['&'] = SCAN_AMP, ['('] = SCAN_PAREN, [','] = BESIDE,
	['.'] = BESIDE, [':'] = BESIDE, [';'] = BESIDE, ['<'] = SCAN_LESS,
	['?'] = SCAN_QUERY | BESIDE, ['\\'] = SCAN_ESCAPE, ['~'] = SCAN_TILDE,
	[0x7f] = C
};
#undef C
#undef E

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

/* The flags of the ASCII character at i. */
static inline unsigned
ascii_flags(const char *p, size_t n, size_t i)
{
	unsigned f;

	f = ascii[(unsigned char)p[i]];
	return (f & BESIDE) == 0 ? f : (f & ~(unsigned)BESIDE) |
	    beside_wide(p, n, i);
}

/* Whether a sequence of three bytes, not of lead E0, stands at q. */
static inline int
is_three(const unsigned char *q, size_t n)
{
	return n >= 3 && q[0] > 0xe0 && q[0] < 0xf0 &&
	    (q[1] & 0xc0) == 0x80 && (q[2] & 0xc0) == 0x80;
}

/*
 * Goes over sequences of three bytes, two at a time; returns their bytes.
 * Those of lead E0, maybe overlong, are in doubt; surrogates have the class of
 * odd characters, which are looked at again.  Those of CP1252 are its marks
 * (“ … €), which tell nothing of a line without its letters.
 */
static inline size_t
threes(const unsigned char *class, const unsigned char *q, size_t n,
    struct scan *s)
{
	const unsigned char *p, *end;
	uint64_t w, bad;
	size_t han, rare;
	unsigned a, b, f;

	bad = han = rare = 0;
	f = 0;
	p = q;
	end = q + n;
	for (; end - p >= 8; p += 6) {
		w = word_load(p);
		if ((w & TWO_MASK) != TWO_WANT)
			break;
		bad |= (w & TWO_LEADS) - (TWO_LEADS & WORD_ONES);
		w = (w & TWO_LEADS) << 12 | (w >> 2 & TWO_SECONDS) |
		    (w >> 16 & TWO_THIRDS);
		a = class[w & 0xffff];
		b = class[w >> 24];
		f |= a | b;
		han += (a & CLASS_HAN) + (b & CLASS_HAN);
		rare += (a & CLASS_RARE) + (b & CLASS_RARE);
	}
	for (; is_three(p, (size_t)(end - p)); p += 3) {
		a = class[(p[0] & 0xf) << 12 | (p[1] & 0x3f) << 6 |
		    (p[2] & 0x3f)];
		f |= a;
		han += a & CLASS_HAN;
		rare += a & CLASS_RARE;
	}
	s->han += han / CLASS_HAN;
	s->rare += rare / CLASS_RARE;
	s->flags |= (f & ~(unsigned)CLASS_WEST) |
	    ((bad & WORD_ONES << 4) != 0 ? DOUBT : 0) |
	    (p != q ? SCAN_BEYOND : 0);
	return (size_t)(p - q);
}

/* Notes the class of a character beyond ASCII. */
static inline void
note(struct scan *s, unsigned class)
{
	s->flags |= class | SCAN_BEYOND;
	s->han += (class & CLASS_HAN) != 0;
	s->rare += (class & CLASS_RARE) != 0;
	s->west += (class & CLASS_WEST) != 0;
}

/* The first pass: all flags, perhaps DOUBT; stops where UTF-8 does. */
static void
quick_look(const struct model *m, const char *p, size_t n, struct scan *s)
{
	const unsigned char *q = (const unsigned char *)p;
	size_t i, len;
	uint32_t cp;

	for (i = 0; i < n; i += len) {
		i += threes(m->class, q + i, n - i, s);
		for (; i < n && q[i] < 0x80; i++)
			s->flags |= ascii_flags(p, n, i);
		len = 0;
		if (i == n || is_three(q + i, n - i))
			continue;
		cp = utf8_decode(p + i, n - i, &len);
		if (cp == UTF8_BAD) {
			s->flags |= DOUBT;
			return;
		}
		note(s, model_class(m, cp));
	}
}

/* The second pass. */
static size_t
slow_look(const struct model *m, const char *p, size_t n, struct scan *s)
{
	uint32_t cp;
	size_t i, len;

	memset(s, 0, sizeof *s);
	for (i = 0; i < n; i += len) {
		cp = utf8_decode(p + i, n - i, &len);
		if (cp == UTF8_BAD)
			break;
		if (cp < 0x80) {
			s->flags |= ascii_flags(p, n, i);
			continue;
		}
		note(s, model_class(m, cp));
	}
	return i;
}

size_t
scan_text(const struct model *m, const char *p, size_t n, struct scan *s)
{
	memset(s, 0, sizeof *s);
	quick_look(m, p, n, s);
	if ((s->flags & SLOWLY) == 0)
		return n;
	return slow_look(m, p, n, s);
}
