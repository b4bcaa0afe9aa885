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
#define TWO_LEADS UINT64_C(0x0f00000f)
#define TWO_REST UINT64_C(0x3f00003f)	/* second bytes, and third ones */
#define ONE_MASK UINT64_C(0xc0c0f0)
#define ONE_WANT UINT64_C(0x8080e0)

enum {
	BESIDE = 1 << 17,	/* ASCII that may stand beside its wide form */
	DOUBT = 1 << 18,	/* it may be no UTF-8, or must be counted */
	SLOWLY = CLASS_ODD | DOUBT,
	BMP = 0x10000
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
static unsigned
ascii_flags(const char *p, size_t n, size_t i)
{
	unsigned f;

	f = ascii[(unsigned char)p[i]];
	return (f & BESIDE) == 0 ? f : (f & ~(unsigned)BESIDE) |
	    beside_wide(p, n, i);
}

/* What a pass has seen: flags, and hanzi with the rare ones << 32. */
struct seen {
	unsigned flags;
	uint64_t count;
};

/* What a class counts as, from CLASS_RARE on. */
static const uint64_t counted[8] = {
	0, UINT64_C(1) << 32, 1, UINT64_C(1) << 32 | 1
};

/* Notes the class of a sequence of three bytes. */
static inline void
note_three(struct seen *t, unsigned class)
{
	t->flags |= class;
	t->count += counted[class / CLASS_RARE];
}

/*
 * Goes over sequences of three bytes, two at a time as long as it can and then
 * perhaps one, without a jump, for runs of any length come; returns where it
 * stops.  Those of lead E0, maybe overlong, are left; surrogates have the
 * class of odd characters, which are looked at again.
 */
static inline const unsigned char *
threes(const unsigned char *class, const unsigned char *p,
    const unsigned char *end, struct seen *t)
{
	uint64_t w, two, one;

	for (;; p += 6) {
		if (end - p < 8)
			return p;
		w = word_load(p);
		two = (w & TWO_LEADS) << 12 | (w >> 8 & TWO_REST) << 6 |
		    (w >> 16 & TWO_REST);
		if ((w & TWO_MASK) != TWO_WANT || (two & 0xffff) < 0x1000 ||
		    two >> 24 < 0x1000)
			break;
		note_three(t, class[two & 0xffff]);
		note_three(t, class[two >> 24]);
	}
	one = -(uint64_t)((w & ONE_MASK) == ONE_WANT && (w & 0xf) != 0);
	note_three(t, class[two & 0xffff & one] & (unsigned)one);
	return p + (3 & one);
}

/* Any character beyond ASCII; returns where it ends, or NULL. */
static const unsigned char *
any_one(const struct model *m, const unsigned char *p,
    const unsigned char *end, struct seen *t)
{
	uint32_t cp;
	size_t len;

	cp = utf8_decode((const char *)p, (size_t)(end - p), &len);
	if (cp == UTF8_BAD)
		return NULL;
	t->flags |= model_class(m, cp) & CLASS_WEST ? DOUBT : 0;
	if (cp < BMP)
		note_three(t, model_class(m, cp));
	return p + len;
}

/*
 * The first pass: all flags, perhaps DOUBT; stops where UTF-8 does, and, of a
 * line, at its LF.  Returns how far it came.
 */
static size_t
quick_look(const struct model *m, const char *start, size_t n, int line,
    struct seen *t)
{
	const unsigned char *p, *q, *end;
	unsigned f;

	p = (const unsigned char *)start;
	end = p + n;
	while (p != end) {
		q = p;
		p = threes(m->class, p, end, t);
		if (p == q && *p >= 0x80)
			p = any_one(m, p, end, t);
		if (p == NULL) {
			t->flags |= DOUBT;
			return n;
		}
		t->flags |= p == q ? 0 : SCAN_BEYOND;
		for (; p != end && *p < 0x80; p++) {
			f = ascii[*p];
			if (f == 0)
				continue;
			if (line && *p == '\n')
				return (size_t)((const char *)p - start);
			if ((f & BESIDE) != 0)
				f = (f & ~(unsigned)BESIDE) | beside_wide(
				    start, n, (size_t)((const char *)p -
				    start));
			t->flags |= f;
		}
	}
	return n;
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

/* Takes over what the first pass has seen; whether that is all. */
static int
take(struct scan *s, const struct seen *t)
{
	s->flags = t->flags & ~(unsigned)CLASS_WEST;
	s->han = t->count & 0xffffffff;
	s->rare = t->count >> 32;
	s->west = 0;
	return (t->flags & SLOWLY) == 0;
}

size_t
scan_text(const struct model *m, const char *p, size_t n, struct scan *s)
{
	struct seen t;

	memset(&t, 0, sizeof t);
	if (n != 0)	/* an empty text may stand nowhere */
		quick_look(m, p, n, 0, &t);
	return take(s, &t) ? n : slow_look(m, p, n, s);
}

size_t
scan_line(const struct model *m, const char *p, size_t n, struct scan *s)
{
	const char *lf;
	struct seen t;
	size_t len;

	memset(&t, 0, sizeof t);
	len = quick_look(m, p, n, 1, &t);
	if (take(s, &t))
		return len;
	lf = memchr(p, '\n', n);
	if (lf == NULL)
		return n;
	len = (size_t)(lf - p);
	return slow_look(m, p, len, s) == len ? len : n;
}
