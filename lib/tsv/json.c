/* JSON strings and numbers. */
#include "tsv/json.h"

#include <stdint.h>
#include <string.h>

#include "base/word.h"
#include "text/utf8.h"

enum {
	LONGEST = 6,		/* bytes that one byte can become: \u0000 */
	SLACK = 32		/* what the quick copies may write too far */
};

static char *
put_unit(char *q, uint32_t u)
{
	static const char hex[] = "0123456789abcdef";

	q[0] = '\\';
	q[1] = 'u';
	q[2] = hex[u >> 12 & 15];
	q[3] = hex[u >> 8 & 15];
	q[4] = hex[u >> 4 & 15];
	q[5] = hex[u & 15];
	return q + 6;
}

static char *
put_control(char *q, int c)
{
	static const char letter[] = "btn\0fr";

	if (c < '\b' || c > '\r' || c == '\v')
		return put_unit(q, (uint32_t)c);
	q[0] = '\\';
	q[1] = letter[c - '\b'];
	return q + 2;
}

/* Writes a code point, escaped as surrogates where only ASCII is wanted. */
static char *
put_point(char *q, uint32_t c, int flags)
{
	if (!(flags & JSON_ASCII))
		return q + utf8_encode(q, c);
	if (c < 0x10000)
		return put_unit(q, c);
	q = put_unit(q, 0xd800 + ((c - 0x10000) >> 10));
	return put_unit(q, 0xdc00 + (c & 0x3ff));
}

/*
 * Marks the first of eight bytes that is no plain ASCII character of JSON, and
 * perhaps false ones behind it.
 */
static uint64_t
special(uint64_t w)
{
	return (w & WORD_HIGH) | word_below(w, 0x20) |
	    word_below(w ^ WORD_ONES * '"', 1) |
	    word_below(w ^ WORD_ONES * '\\', 1);
}

/*
 * Copies the ASCII characters at *sp that need no escape; writes up to eight
 * bytes too far.  Eight at a time is what makes this quick.
 */
static char *
copy_ascii(char *q, const char **sp, const char *end)
{
	const char *s = *sp;
	uint64_t w, marks;
	size_t n, have;

	do {
		have = (size_t)(end - s);
		if (have >= 8) {
			have = 8;
			w = word_load(s);
		} else
			w = word_load_few(s, have) |
			    WORD_ONES * ' ' << have * 8;
		word_store(q, w);
		marks = special(w);
		n = marks == 0 ? have : word_first(marks);
		s += n;
		q += n;
	} while (n == 8);
	*sp = s;
	return q;
}

/* Tells whether a lead byte takes any two trailing bytes: not E0, not ED. */
static int
takes_any(uint64_t lead)
{
	return 0xdffe >> (lead & 15) & 1;
}

/*
 * Copies the sequences of three bytes at *sp, which is what Chinese is made
 * of, two at a time; writes up to two bytes too far.
 */
static char *
copy_three(char *q, const char **sp, const char *end)
{
	const uint64_t two = UINT64_C(0x0000c0c0f0c0c0f0);
	const uint64_t are = UINT64_C(0x00008080e08080e0);
	const unsigned char *s = (const unsigned char *)*sp;
	const unsigned char *e = (const unsigned char *)end;
	uint64_t w;

	while (e - s >= 8) {
		w = word_load(s);
		if ((w & two) != are || !takes_any(w) || !takes_any(w >> 24))
			break;
		memcpy(q, s, 8);
		s += 6;
		q += 6;
	}
	while (e - s >= 3 && (s[0] & 0xf0) == 0xe0 && takes_any(s[0]) &&
	    (s[1] & 0xc0) == 0x80 && (s[2] & 0xc0) == 0x80) {
		memcpy(q, s, 3);
		s += 3;
		q += 3;
	}
	*sp = (const char *)s;
	return q;
}

/* Writes what stands at *sp, one character or one escape of a field. */
static char *
put_special(char *q, const char **sp, const char *end, int flags)
{
	const char *s = *sp;
	unsigned char c = (unsigned char)*s;
	uint32_t cp;
	size_t len;

	if (c >= 0x80) {
		cp = utf8_decode(s, (size_t)(end - s), &len);
		*sp = s + len;
		return put_point(q, cp == UTF8_BAD ? UTF8_REPLACEMENT : cp,
		    flags);
	}
	*sp = s + 1;
	if (c < 0x20)
		return put_control(q, c);
	q[0] = '\\';
	q[1] = (char)c;
	if (c == '\\' && flags & JSON_FIELD && end - s > 1 &&
	    (s[1] == 't' || s[1] == 'n' || s[1] == 'r' || s[1] == '\\')) {
		/* The four escapes of a field mean the same in JSON. */
		q[1] = s[1];
		*sp = s + 2;
	}
	return q + 2;
}

size_t
json_chars(struct buf *b, struct span s, int flags)
{
	const char *p = s.p;
	const char *end = s.p + s.n;
	const char *stop = s.n > JSON_PIECE ? s.p + JSON_PIECE : end;
	const char *was;
	char *q;

	q = buf_room(b, ((size_t)(stop - p) + 4) * LONGEST + SLACK);
	while (p < stop) {
		q = copy_ascii(q, &p, stop);
		was = p;
		if (!(flags & JSON_ASCII))
			q = copy_three(q, &p, stop);
		if (p == was && p < stop)
			q = put_special(q, &p, end, flags);
	}
	b->n = (size_t)(q - b->p);
	return (size_t)(p - s.p);
}

void
json_string(struct buf *b, struct span s, int flags)
{
	size_t n;

	buf_byte(b, '"');
	while (s.n != 0) {
		n = json_chars(b, s, flags);
		s = span_of(s.p + n, s.n - n);
	}
	buf_byte(b, '"');
}

/* What the digits of a number amount to. */
struct digits {
	size_t seen;		/* digits from the first that is not 0 */
	size_t last;		/* of them, up to the last that is not 0 */
	long long point;	/* power of ten of the first one, plus 1 */
};

static size_t
take_digits(struct span s, size_t i, struct digits *d, int fraction)
{
	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++) {
		if (d->seen != 0 || s.p[i] != '0')
			d->seen++;
		if (s.p[i] != '0')
			d->last = d->seen;
		if (!fraction && d->seen != 0)
			d->point++;
		else if (fraction && d->seen == 0)
			d->point--;
	}
	return i;
}

/* Reads an exponent at i; returns where it ends, 0 when it has no digit. */
static size_t
take_exponent(struct span s, size_t i, long long *exponent)
{
	const long long most = 10000000000000000;	/* no text is longer */
	long long v = 0;
	size_t start;
	int minus;

	minus = i < s.n && s.p[i] == '-';
	if (i < s.n && (s.p[i] == '-' || s.p[i] == '+'))
		i++;
	for (start = i; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		if (v < most)
			v = v * 10 + (s.p[i] - '0');
	*exponent = minus ? -v : v;
	return i == start ? 0 : i;
}

static int
survives(const struct digits *d, long long exponent)
{
	long long top = d->point - 1 + exponent;

	return d->last == 0 || (d->last <= JSON_DIGITS &&
	    top >= -JSON_EXPONENT && top <= JSON_EXPONENT);
}

/* Reads the integer part; returns where it ends, 0 when it is none. */
static size_t
take_integer(struct span s, struct digits *d)
{
	size_t i, start;

	start = s.n != 0 && s.p[0] == '-';
	i = take_digits(s, start, d, 0);
	if (i == start || (s.p[start] == '0' && i - start > 1))
		return 0;
	return i;
}

int
json_integer(struct span s, int exact)
{
	struct digits d = { 0, 0, 0 };

	return s.n != 0 && take_integer(s, &d) == s.n &&
	    (exact || survives(&d, 0));
}

int
json_number(struct span s, int exact)
{
	struct digits d = { 0, 0, 0 };
	long long exponent = 0;
	size_t i, start;

	i = take_integer(s, &d);
	if (i == 0)
		return 0;
	if (i < s.n && s.p[i] == '.') {
		start = i + 1;
		i = take_digits(s, start, &d, 1);
		if (i == start)
			return 0;
	}
	if (i < s.n && (s.p[i] == 'e' || s.p[i] == 'E')) {
		i = take_exponent(s, i + 1, &exponent);
		if (i == 0)
			return 0;
	}
	return i == s.n && (exact || survives(&d, exponent));
}
