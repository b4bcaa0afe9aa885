/* Documents as lines of UTF-8. */
#include "enc/source.h"

#include <string.h>

#include "enc/detect.h"
#include "text/utf8.h"

#define BIT(C) (1U << (C))
#define NARROW (BIT(CS_UTF8) | BIT(CS_GB) | BIT(CS_BIG5) | BIT(CS_EUCTW) | \
    BIT(CS_CP1252))
#define WIDE (BIT(CS_UTF16LE) | BIT(CS_UTF16BE))

enum {
	DECISIVE = 40 * COST_BIT,	/* no more look-ahead is needed */
	ASCII_GAIN = 8 * COST_BIT,	/* nor is ASCII UTF-16 for less */
	HOME = 40 * COST_BIT,	/* a line of another charset must be so sure */
	SAMPLE = 2048		/* bytes of a line that are looked at */
};

void
source_start(struct source *s, struct in *in)
{
	s->in = in;
	s->line = 0;
	s->more = 0;
	s->margin = 0;
	s->doc = s->forced;
	s->started = 0;
	memset(&s->dec, 0, sizeof s->dec);
	memset(s->lines, 0, sizeof s->lines);
}

void
source_free(struct source *s)
{
	buf_free(&s->b);
}

static const unsigned char *
here(const struct source *s)
{
	return (const unsigned char *)s->in->p + s->in->pos;
}

static size_t
held(const struct source *s)
{
	return s->in->end - s->in->pos;
}

/* Reads on until n bytes are held; returns what is, up to n. */
static size_t
hold(struct source *s, size_t n)
{
	while (held(s) < n && in_fill(s->in) != 0)
		;
	return held(s) < n ? held(s) : n;
}

/*
 * The bytes of the first line in hand, and of more lines up to least, if their
 * end is within n, else n.
 */
static size_t
first_line(struct source *s, size_t least, size_t n)
{
	const unsigned char *lf;

	for (;;) {
		lf = held(s) <= least ? NULL :
		    memchr(here(s) + least, '\n', held(s) - least);
		if (lf != NULL && (size_t)(lf - here(s)) < n)
			return (size_t)(lf - here(s)) + 1;
		if (held(s) >= n || in_fill(s->in) == 0)
			break;
	}
	return held(s) < n ? held(s) : n;
}

static int
is_ascii(const unsigned char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (p[i] >= 0x80 || p[i] == 0)
			return 0;
	return 1;
}

/*
 * Decides the charset of what comes from here on.  It looks at the first line,
 * then at ever longer starts, until one reading is surely the best: the same
 * bytes give the same decision however slowly they come.
 */
static void
settle(struct source *s, unsigned among)
{
	struct guess g;
	size_t n, have;

	n = first_line(s, 0, SOURCE_HEAD);
	for (;;) {
		g = detect(&s->t->cs, &s->t->model, here(s), n, among,
		    CS_COUNT, 0);
		if (g.margin >= DECISIVE && n >= 6)
			break;
		have = n;
		n = hold(s, n < 256 ? 256 : n < 1024 ? 1024 : SOURCE_HEAD);
		if (n <= have)
			break;
	}
	s->doc = g.cs;
	s->margin = g.margin;
}

static int
starts(const struct source *s, const char *mark, size_t n)
{
	return held(s) >= n && memcmp(here(s), mark, n) == 0;
}

static int
is_wide(enum charset c)
{
	return c == CS_UTF16LE || c == CS_UTF16BE;
}

/* A mark of UTF-16 may stand before text that surely is in no such. */
static void
belie(struct source *s)
{
	struct guess g;
	size_t n;

	n = first_line(s, 0, 256);
	g = detect(&s->t->cs, &s->t->model, here(s), n, NARROW | WIDE,
	    s->doc, 0);
	if (!is_wide(g.cs) && g.margin >= DECISIVE) {
		s->doc = g.cs;
		s->margin = g.margin;
	}
}

/* Takes a byte order mark; returns whether there was one. */
static int
take_mark(struct source *s)
{
	static const struct {
		const char *mark;
		size_t n;
		enum charset cs;
	} marks[] = {
		{ "\xef\xbb\xbf", 3, CS_UTF8 },
		{ "\x84\x31\x95\x33", 4, CS_GB },
		{ "\xff\xfe", 2, CS_UTF16LE },
		{ "\xfe\xff", 2, CS_UTF16BE }
	};
	size_t i;

	hold(s, 4);
	for (i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		if (!starts(s, marks[i].mark, marks[i].n))
			continue;
		if (s->forced != CS_COUNT && s->forced != marks[i].cs)
			continue;
		s->doc = marks[i].cs;
		s->margin = 1U << 30;
		s->in->pos += marks[i].n;
		if (is_wide(s->doc) && s->forced == CS_COUNT)
			belie(s);
		return 1;
	}
	return 0;
}

/* Valid UTF-8 with several long sequences does not come about by chance. */
static int
is_utf8(const unsigned char *p, size_t n)
{
	const char *s = (const char *)p;

	return utf8_valid(s, n) == n && utf8_count(s, n) + 4 <= n &&
	    memchr(p, '\0', n) == NULL;
}

/* At the very start: a mark, or text in UTF-16 without one. */
static void
begin(struct source *s)
{
	const struct charsets *cs = &s->t->cs;
	const struct model *m = &s->t->model;
	uint64_t narrow;
	size_t n;

	s->started = 1;
	if (take_mark(s) || s->forced != CS_COUNT)
		return;
	n = first_line(s, 3, 256);
	if (n < 4)
		return;
	if (is_ascii(here(s), n)) {
		narrow = detect_cost(cs, m, CS_UTF8, here(s), n, UINT64_MAX);
		narrow -= narrow < ASCII_GAIN ? narrow : ASCII_GAIN;
		if (detect_cost(cs, m, CS_UTF16LE, here(s), n, narrow) >=
		    narrow && detect_cost(cs, m, CS_UTF16BE, here(s), n,
		    narrow) >= narrow)
			return;
	}
	settle(s, is_utf8(here(s), n) ? NARROW : NARROW | WIDE);
	if (s->doc == CS_UTF8 && is_ascii(here(s), n))
		s->doc = CS_COUNT;
}

/* The LF of a line in n bytes, or NULL. */
static const unsigned char *
line_end(enum charset c, const unsigned char *p, size_t n)
{
	size_t i;

	if (!is_wide(c))
		return memchr(p, '\n', n);
	for (i = 0; i + 1 < n; i += 2)
		if (p[i + (c == CS_UTF16BE)] == '\n' &&
		    p[i + (c == CS_UTF16LE)] == 0)
			return p + i;
	return NULL;
}

/*
 * Where a piece of a line that is longer than n bytes ends: behind a blank or
 * mark, so that no phrase is cut, if there is one near.
 */
static size_t
piece_end(enum charset c, const unsigned char *p, size_t n)
{
	size_t i;

	if (is_wide(c))
		return n & ~(size_t)1;
	for (i = n; i > n - 1024; i--)
		if ((p[i - 1] >= 0x20 && p[i - 1] < 0x30) ||
		    (p[i - 1] >= 0x3a && p[i - 1] < 0x40))
			return i;
	return n;
}

/* Finds the next piece: its bytes, and whether it ends the line. */
static size_t
find_piece(struct source *s, int *last, size_t *skip)
{
	const unsigned char *lf;
	size_t seen;

	*last = 1;
	*skip = is_wide(s->doc) ? 2 : 1;
	for (seen = 0;;) {
		lf = held(s) == seen ? NULL :
		    line_end(s->doc, here(s) + seen, held(s) - seen);
		if (lf != NULL && (size_t)(lf - here(s)) <= SOURCE_WINDOW)
			return (size_t)(lf - here(s));
		if (held(s) >= SOURCE_WINDOW)
			break;
		seen = is_wide(s->doc) ? held(s) & ~(size_t)1 : held(s);
		if (in_fill(s->in) == 0) {
			*skip = 0;
			return held(s);
		}
	}
	*last = 0;
	*skip = 0;
	return piece_end(s->doc, here(s), SOURCE_WINDOW);
}

/* The charset that a line is in, seen from the document's. */
static enum charset
line_charset(struct source *s, const unsigned char *p, size_t n,
    unsigned among)
{
	if (n > SAMPLE)
		n = SAMPLE;
	return detect(&s->t->cs, &s->t->model, p, n, among, s->doc, HOME).cs;
}

/* Decodes the piece in charset c into s->b; returns the bytes taken. */
static size_t
decode(struct source *s, enum charset c, size_t n, int last)
{
	size_t taken;

	buf_clear(&s->b);
	taken = charset_decode(&s->t->cs, c, &s->dec, here(s), n, last, &s->b);
	s->text = buf_view(&s->b);
	s->cs = c;
	scan_text(&s->t->model, s->b.p, s->b.n, &s->scan);
	return taken;
}

/* Text that its charset does not explain well. */
static int
doubtful(const struct source *s, size_t lost)
{
	return s->dec.lost != lost ||
	    (s->scan.rare > 2 && s->scan.rare * 4 > s->scan.han);
}

/* The charset most lines are in so far leads. */
static void
count_line(struct source *s)
{
	s->lines[s->cs]++;
	if (s->forced == CS_COUNT && s->cs != CS_ASCII && s->cs != CS_HZ &&
	    s->doc != CS_COUNT && s->lines[s->cs] > s->lines[s->doc])
		s->doc = s->cs;
}

/* A line that is no valid UTF-8 throughout. */
static size_t
odd_line(struct source *s, size_t n, int last)
{
	struct decoder before;
	enum charset c;
	size_t taken;

	if (s->doc == CS_UTF8)
		return decode(s, line_charset(s, here(s), n, NARROW), n, last);
	before = s->dec;
	taken = decode(s, s->doc, n, last);
	if (!doubtful(s, before.lost))
		return taken;
	c = line_charset(s, here(s), n, NARROW | BIT(s->doc));
	if (c == s->doc)
		return taken;
	s->dec = before;
	return decode(s, c, n, last);
}

/* A line of valid UTF-8; it may be short and be meant otherwise. */
static size_t
good_line(struct source *s, size_t n, int last)
{
	if (s->doc != CS_UTF8 && s->doc != CS_COUNT &&
	    line_charset(s, here(s), n, BIT(s->doc) | BIT(CS_UTF8)) == s->doc)
		return decode(s, s->doc, n, last);
	s->text = span_of((const char *)here(s), n);
	s->cs = CS_UTF8;
	return n;
}

/* ASCII, which may hide HZ. */
static size_t
ascii_line(struct source *s, size_t n, int last)
{
	struct guess g;

	if ((s->scan.flags & SCAN_TILDE) != 0) {
		g = detect(&s->t->cs, &s->t->model, here(s), n,
		    BIT(CS_ASCII) | BIT(CS_HZ), CS_ASCII, 0);
		if (g.cs == CS_HZ)
			return decode(s, CS_HZ, n, last);
	}
	s->text = span_of((const char *)here(s), n);
	s->cs = CS_ASCII;
	return n;
}

/* Decodes a piece of a line whose charset is not yet known. */
static size_t
fresh_piece(struct source *s, size_t n, int last)
{
	size_t valid;

	valid = scan_text(&s->t->model, (const char *)here(s), n, &s->scan);
	if (!last && n - valid < 4)
		n = valid;	/* a window cuts the character */
	if (valid == n && (s->scan.flags & SCAN_BEYOND) == 0 &&
	    ((s->scan.flags & SCAN_CONTROL) == 0 || is_ascii(here(s), n)))
		return ascii_line(s, n, last);
	if (s->doc == CS_COUNT) {
		settle(s, NARROW);
		valid = scan_text(&s->t->model, (const char *)here(s), n,
		    &s->scan);
	}
	if (valid == n)
		return good_line(s, n, last);
	return odd_line(s, n, last);
}

static size_t
take_piece(struct source *s, size_t n, int last)
{
	if (s->forced != CS_COUNT || is_wide(s->doc))
		return decode(s, s->doc, n, last);
	if (s->cont && s->cs != CS_ASCII)
		return decode(s, s->cs, n, last);
	return fresh_piece(s, n, last);
}

/* The usual piece: a whole line of UTF-8 or ASCII in a document of such. */
static int
usual_line(struct source *s)
{
	const char *p;
	size_t n, most;

	if (s->doc != CS_UTF8 || s->forced != CS_COUNT || s->more)
		return 0;
	p = s->in->p + s->in->pos;
	most = held(s) < SOURCE_WINDOW ? held(s) : SOURCE_WINDOW;
	n = scan_line(&s->t->model, p, most, &s->scan);
	if (n == most)
		return 0;
	s->cs = CS_UTF8;
	if ((s->scan.flags & SCAN_BEYOND) == 0) {
		if ((s->scan.flags & (SCAN_TILDE | SCAN_CONTROL)) != 0)
			return 0;
		s->cs = CS_ASCII;
	}
	s->lines[s->cs]++;
	s->line++;
	s->cont = 0;
	s->text = span_of(p, n > 0 && p[n - 1] == '\r' ? n - 1 : n);
	s->in->pos += n + 1;
	return 1;
}

int
source_next(struct source *s)
{
	size_t n, taken, skip;
	int last;

	if (!s->started)
		begin(s);
	if (usual_line(s))
		return 1;
	s->cont = s->more;
	n = find_piece(s, &last, &skip);
	if (n == 0 && skip == 0 && !s->cont)
		return 0;
	s->more = !last;
	s->line += !s->cont;
	taken = take_piece(s, n, last);
	if (last && s->text.n > 0 && s->text.p[s->text.n - 1] == '\r')
		s->text.n--;
	if (!s->cont)
		count_line(s);
	s->in->pos += taken + skip;
	return 1;
}

size_t
source_ahead(struct source *s, size_t n, struct buf *out)
{
	struct decoder d;

	if (s->text.p != s->b.p) {
		buf_clear(&s->b);
		buf_span(&s->b, s->text);
		s->text = buf_view(&s->b);
	}
	n = hold(s, n);
	memset(&d, 0, sizeof d);
	charset_decode(&s->t->cs, s->doc == CS_COUNT ? CS_UTF8 : s->doc, &d,
	    here(s), n, 1, out);
	return n;
}
