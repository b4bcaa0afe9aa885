/* Charsets: their names, tables and characters. */
#include "enc/charset.h"

#include <string.h>
#include <strings.h>

#include "text/utf8.h"

TAB_DECLARE(gb18030);
TAB_DECLARE(big5);
TAB_DECLARE(euctw);

/* The first name of a charset is the one printed. */
static const struct {
	const char *name;
	enum charset cs;
} names[] = {
	{ "ASCII", CS_ASCII },
	{ "US-ASCII", CS_ASCII },
	{ "UTF-8", CS_UTF8 },
	{ "UTF8", CS_UTF8 },
	{ "GB18030", CS_GB },
	{ "GBK", CS_GB },
	{ "GB2312", CS_GB },
	{ "EUC-CN", CS_GB },
	{ "CP936", CS_GB },
	{ "Big5", CS_BIG5 },
	{ "CP950", CS_BIG5 },
	{ "Big5-HKSCS", CS_BIG5 },
	{ "BIG5HKSCS", CS_BIG5 },
	{ "EUC-TW", CS_EUCTW },
	{ "EUCTW", CS_EUCTW },
	{ "HZ", CS_HZ },
	{ "HZ-GB-2312", CS_HZ },
	{ "UTF-16LE", CS_UTF16LE },
	{ "UTF16LE", CS_UTF16LE },
	{ "UTF-16BE", CS_UTF16BE },
	{ "UTF16BE", CS_UTF16BE },
	{ "ISO-8859-1", CS_LATIN1 },
	{ "LATIN1", CS_LATIN1 },
	{ "CP1252", CS_CP1252 },
	{ "WINDOWS-1252", CS_CP1252 }
};

/* 80 to 9F of CP1252 (Microsoft's table); 0 where it has nothing. */
static const uint16_t cp1252[32] = {
	0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178
};

int
charsets_open(struct charsets *s)
{
	struct tab t;

	if (TAB_OPEN(&t, gb18030, "CSET") != 0 || dbcs_open(&s->gb, &t) != 0)
		return -1;
	if (TAB_OPEN(&t, big5, "CSET") != 0 || dbcs_open(&s->big5, &t) != 0)
		return -1;
	if (TAB_OPEN(&t, euctw, "CSET") != 0 || dbcs_open(&s->euctw, &t) != 0)
		return -1;
	return 0;
}

const char *
charset_name(enum charset c)
{
	size_t i;

	for (i = 0; names[i].cs != c; i++)
		;
	return names[i].name;
}

enum charset
charset_find(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcasecmp(names[i].name, name) == 0)
			return names[i].cs;
	return CS_COUNT;
}

uint32_t
cp1252_decode(unsigned char c)
{
	if (c < 0x80 || c >= 0xa0 || cp1252[c - 0x80] == 0)
		return c;
	return cp1252[c - 0x80];
}

int
cp1252_encode(uint32_t cp)
{
	int i;

	if (cp < 0x100)
		return (int)cp;
	for (i = 0; i < 32; i++)
		if (cp1252[i] == cp)
			return 0x80 + i;
	return -1;
}

/* The four-byte form of GB18030, at a first byte and a digit. */
static uint32_t
gb_four(const struct dbcs *d, const unsigned char *p, size_t n, size_t *len)
{
	uint32_t cp, number;

	*len = 1;
	if (n < 4) {
		if (n == 3 && (p[2] < 0x81 || p[2] == 0xff))
			return CS_BAD;
		return CS_CUT;
	}
	if (p[2] < 0x81 || p[2] == 0xff || p[3] < '0' || p[3] > '9')
		return CS_BAD;
	number = (((uint32_t)(p[0] - 0x81) * 10 + (p[1] - '0')) * 126 +
	    (p[2] - 0x81)) * 10 + (p[3] - '0');
	cp = dbcs_numbered(d, number);
	if (cp == UINT32_MAX)
		return CS_BAD;
	*len = 4;
	return cp;
}

static inline uint32_t
gb_next(const struct dbcs *d, const unsigned char *p, size_t n, size_t *len)
{
	uint32_t cp;

	*len = 1;
	if (p[0] < 0x80)
		return p[0];
	if (p[0] == 0x80)
		return 0x20ac;	/* the euro of CP936 */
	if (p[0] == 0xff)
		return CS_BAD;
	if (n < 2)
		return CS_CUT;
	if (p[1] >= '0' && p[1] <= '9')
		return gb_four(d, p, n, len);
	cp = p[1] < 0x40 ? 0 : dbcs_decode(d, (uint32_t)p[0] << 8 | p[1]);
	if (cp == 0)
		return CS_BAD;
	*len = 2;
	return cp;
}

static inline uint32_t
big5_next(const struct dbcs *d, const unsigned char *p, size_t n, size_t *len)
{
	uint32_t cp;

	*len = 1;
	if (p[0] < 0x80)
		return p[0];
	if (p[0] == 0x80 || p[0] == 0xff)
		return CS_BAD;
	if (n < 2)
		return CS_CUT;
	cp = p[1] < 0x40 ? 0 : dbcs_decode(d, (uint32_t)p[0] << 8 | p[1]);
	if (cp == 0)
		return CS_BAD;
	*len = 2;
	return cp;
}

static uint32_t
euctw_next(const struct dbcs *d, const unsigned char *p, size_t n, size_t *len)
{
	uint32_t cp, plane;

	*len = 1;
	if (p[0] < 0x80)
		return p[0];
	if (n < 2)
		return p[0] == 0x8e || p[0] > 0xa0 ? CS_CUT : CS_BAD;
	if (p[0] != 0x8e) {
		cp = p[0] < 0xa1 || p[1] < 0xa1 ? 0 :
		    dbcs_decode(d, 1U << 16 | (uint32_t)p[0] << 8 | p[1]);
		*len = cp == 0 ? 1 : 2;
		return cp == 0 ? CS_BAD : cp;
	}
	plane = (uint32_t)p[1] - 0xa0;
	if (p[1] < 0xa1 || plane > 15 || (n > 2 && p[2] < 0xa1))
		return CS_BAD;
	if (n < 4) {
		*len = n;
		return CS_CUT;
	}
	cp = p[3] < 0xa1 ? 0 :
	    dbcs_decode(d, plane << 16 | (uint32_t)p[2] << 8 | p[3]);
	*len = cp == 0 ? 1 : 4;
	return cp == 0 ? CS_BAD : cp;
}

static uint32_t
utf16_next(int big, const unsigned char *p, size_t n, size_t *len)
{
	uint32_t a, b;

	*len = n < 2 ? n : 2;
	if (n < 2)
		return CS_CUT;
	a = (uint32_t)p[!big] << 8 | p[big];
	if (a < 0xd800 || a > 0xdfff)
		return a;
	if (a > 0xdbff)
		return CS_BAD;
	if (n < 4)
		return CS_CUT;
	b = (uint32_t)p[2 + !big] << 8 | p[2 + big];
	if (b < 0xdc00 || b > 0xdfff)
		return CS_BAD;
	*len = 4;
	return 0x10000 + ((a - 0xd800) << 10) + (b - 0xdc00);
}

/* Whether n bytes may begin a sequence of UTF-8 that is not all there. */
static int
utf8_begins(const unsigned char *p, size_t n, size_t len)
{
	size_t want;

	want = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
	return p[0] >= 0xc2 && p[0] <= 0xf4 && len == n && n < want;
}

static inline uint32_t
utf8_next(const unsigned char *p, size_t n, size_t *len)
{
	uint32_t cp;

	cp = utf8_decode((const char *)p, n, len);
	if (cp == UTF8_BAD)
		return utf8_begins(p, n, *len) ? CS_CUT : CS_BAD;
	return cp;
}

uint32_t
charset_next(const struct charsets *s, enum charset c, const unsigned char *p,
    size_t n, size_t *len)
{
	switch (c) {
	case CS_GB:
		return gb_next(&s->gb, p, n, len);
	case CS_BIG5:
		return big5_next(&s->big5, p, n, len);
	case CS_EUCTW:
		return euctw_next(&s->euctw, p, n, len);
	case CS_UTF16LE:
	case CS_UTF16BE:
		return utf16_next(c == CS_UTF16BE, p, n, len);
	case CS_LATIN1:
		*len = 1;
		return p[0];
	case CS_CP1252:
		*len = 1;
		return cp1252_decode(p[0]);
	default:
		return utf8_next(p, n, len);
	}
}

/* Length of the run of ASCII at p, by wide words. */
static inline size_t
ascii_run(const unsigned char *p, size_t n)
{
	uint64_t w;
	size_t i;

	for (i = 0; n - i >= 8; i += 8) {
		memcpy(&w, p + i, 8);
		if ((w & UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (i < n && p[i] < 0x80)
		i++;
	return i;
}

/*
 * Decodes pairs of bytes as long as they are characters of three bytes in
 * UTF-8; returns how many bytes, and moves *to on.  The table is copied: bytes
 * that are written might lie in it, for all that the compiler knows.
 */
static inline size_t
pair_run(const struct dbcs *table, const unsigned char *p, size_t n,
    char **to)
{
	const struct dbcs d = *table;
	uint32_t cp;
	size_t i;
	char *q;

	q = *to;
	for (i = 0; n - i >= 2 && p[i] >= 0x81 && p[i + 1] >= 0x40; i += 2) {
		cp = dbcs_decode(&d, (uint32_t)p[i] << 8 | p[i + 1]);
		if (cp - 0x800 > 0xf7ff)
			break;
		q[0] = (char)(0xe0 | cp >> 12);
		q[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		q[2] = (char)(0x80 | (cp & 0x3f));
		q += 3;
	}
	*to = q;
	return i;
}

/* The loop of charset_decode; pairs is the table of a double-byte charset. */
static size_t
decode_run(const struct charsets *s, enum charset c, const struct dbcs *pairs,
    struct decoder *d, const unsigned char *p, size_t n, int last,
    struct buf *out)
{
	size_t i, len, run;
	uint32_t cp;
	char *to, *base;

	base = to = buf_room(out, 3 * n + 8);
	for (i = 0; i < n; i += len) {
		if (pairs != NULL && (len = pair_run(pairs, p + i, n - i,
		    &to)) != 0)
			continue;
		if (p[i] < 0x80 && c != CS_UTF16LE && c != CS_UTF16BE) {
			run = p[i + 1 < n ? i + 1 : i] >= 0x80 ? 1 :
			    ascii_run(p + i, n - i);
			memcpy(to, p + i, run);
			to += run;
			len = run;
			continue;
		}
		cp = charset_next(s, c, p + i, n - i, &len);
		if (cp == CS_CUT && !last)
			break;
		if (cp >= CS_CUT) {
			d->lost += len;
			cp = UTF8_REPLACEMENT;
		}
		if (cp > 0x10ffff) {	/* DBCS_TWO */
			to += utf8_encode(to, cp & 0xffff);
			cp >>= 16;
		}
		to += utf8_encode(to, cp);
	}
	out->n += (size_t)(to - base);
	return i;
}

/*
 * HZ: ~{ and ~} switch, ~~ is a tilde; between them a pair of bytes with the
 * high bits off is a code of GB2312.
 */
static size_t
hz_decode(const struct charsets *s, struct decoder *d, const unsigned char *p,
    size_t n, int last, struct buf *out)
{
	uint32_t cp;
	size_t i;

	for (i = 0; i < n;) {
		if (i + 1 == n && (d->shifted || p[i] == '~') && !last)
			break;
		if (i + 1 < n && p[i] == '~' && strchr("{}~", p[i + 1]) &&
		    p[i + 1] != '\0') {
			if (p[i + 1] == '~')
				buf_byte(out, '~');
			else
				d->shifted = p[i + 1] == '{';
			i += 2;
			continue;
		}
		cp = !d->shifted || i + 1 == n ? 0 : dbcs_decode(&s->gb,
		    (uint32_t)(p[i] | 0x80) << 8 | (p[i + 1] | 0x80));
		if (cp != 0 && p[i] > 0x20) {
			utf8_add(out, cp);
			i += 2;
		} else {
			d->lost += p[i] >= 0x80;
			utf8_add(out, p[i] < 0x80 ? p[i] : UTF8_REPLACEMENT);
			i++;
		}
	}
	return i;
}

size_t
charset_decode(const struct charsets *s, enum charset c, struct decoder *d,
    const unsigned char *p, size_t n, int last, struct buf *out)
{
	if (c == CS_HZ)
		return hz_decode(s, d, p, n, last, out);
	return decode_run(s, c, c == CS_GB ? &s->gb : c == CS_BIG5 ?
	    &s->big5 : NULL, d, p, n, last, out);
}
