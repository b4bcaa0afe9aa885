/* Debris of pages. */
#include "enc/debris.h"

#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

enum { INDENTED = 60 };	/* bytes of a line that is a paragraph */

/* A line in the making. */
struct work {
	struct repair *r;
	struct span line;
	struct buf *out;
	size_t start;		/* of the line in out */
	uint32_t prev;		/* the character written last, 0 at the start */
	size_t prevlen;		/* its bytes in out */
	int repeated;		/* it is the one before it, too */
	size_t off;		/* where in line we are */
};

static void
did(struct work *w, enum repair_kind kind, size_t n, struct span after)
{
	repair_did(w->r, kind, w->line, w->off,
	    span_of(w->line.p + w->off, n), after, 100);
}

/* A mark and its full-width form: the plain one, or 0. */
static uint32_t
plain_mark(uint32_t cp)
{
	switch (cp) {
	case ',': case 0xff0c:
		return ',';
	case ';': case 0xff1b:
		return ';';
	case ':': case 0xff1a:
		return ':';
	case '!': case 0xff01:
		return '!';
	case '?': case 0xff1f:
		return '?';
	case '.': case 0x3002:
		return '.';
	default:
		return 0;
	}
}

/*
 * Whether a mark only repeats the one before it (mirrors double them): ,， but
 * not the last of ...。
 */
static int
doubled(const struct work *w, uint32_t cp)
{
	uint32_t mark;

	mark = plain_mark(cp);
	if (mark == 0 || plain_mark(w->prev) != mark)
		return 0;
	if (cp == w->prev)
		return w->r->mirror && (mark == ',' || mark == ';');
	return mark != '?' && mark != '!' && !(cp >= 0x80 && w->repeated);
}

/* Writes cp, which stands for n bytes of the line. */
static void
put(struct work *w, uint32_t cp, size_t n)
{
	size_t old;

	if (doubled(w, cp)) {
		did(w, REPAIR_PUNCT, n, span_of("", 0));
		if (cp < 0x80 || cp == w->prev)
			return;
		w->out->n -= w->prevlen;
	}
	old = w->out->n;
	utf8_add(w->out, cp);
	w->repeated = cp == w->prev;
	w->prev = cp;
	w->prevlen = w->out->n - old;
}

/* The first character behind the n bytes at hand; 0 at the end. */
static uint32_t
next_char(const struct work *w, size_t n)
{
	size_t len;

	if (w->off + n >= w->line.n)
		return 0;
	return utf8_decode(w->line.p + w->off + n, w->line.n - w->off - n,
	    &len);
}

/* Joiners belong to emoji and to Indic and Arabic letters. */
static int
joins(const struct work *w)
{
	uint32_t prev;

	prev = w->prev;
	return prev >= 0x1f000 || (prev >= 0x600 && prev < 0x1100) ||
	    (prev >= 0x2600 && prev < 0x2800) || prev == 0xfe0f;
}

/* A character that a row of fold.tsv has. */
static void
fold(struct work *w, uint32_t cp, size_t n)
{
	static const enum repair_kind kinds[] = {
		REPAIR_BLANK, REPAIR_WIDTH, REPAIR_CONTROL, REPAIR_ZERO
	};
	uint32_t to;
	char text[4];
	int kind;

	if (!model_fold(&w->r->t->model, cp, &to, &kind) ||
	    ((cp == 0x200c || cp == 0x200d) && joins(w))) {
		put(w, cp, n);
		return;
	}
	if (cp == 0x200c || cp == 0x200d)
		to = 0;
	did(w, kinds[kind], n, span_of(text, to == 0 ? 0 :
	    utf8_encode(text, to)));
	if (to != 0)
		put(w, to, n);
}

static int
is_digit(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= 0xff10 && cp <= 0xff19);
}

/* A full-width comma between full-width digits is that of a number. */
static int
in_number(const struct work *w, uint32_t cp, size_t n)
{
	uint32_t next;

	next = next_char(w, n);
	return cp == 0xff0c && is_digit(w->prev) && next >= 0xff10 &&
	    next <= 0xff19;
}

static void
one_char(struct work *w, uint32_t cp, size_t n)
{
	if (in_number(w, cp, n)) {
		did(w, REPAIR_WIDTH, n, span_of(",", 1));
		put(w, ',', n);
	} else if ((model_class(&w->r->t->model, cp) & CLASS_FOLD) != 0 &&
	    cp != '\t')
		fold(w, cp, n);
	else
		put(w, cp, n);
}

/* ASCII that neither can be doubled nor begins anything. */
static int
is_quiet(uint32_t c)
{
	static const uint64_t quiet[2] = {
		UINT64_C(0x63ffafbd00000000), UINT64_C(0x7fffffffffffffff)
	};

	return (quiet[c >> 6] >> (c & 63) & 1) != 0;
}

/*
 * The bytes of a run behind the character prev that goes out as it is: ASCII
 * and what has three bytes, but for what is folded and for marks that follow
 * marks or, in full width, stand before such a form.
 */
static size_t
quiet_run(const struct model *m, const char *p, size_t n, uint32_t prev)
{
	unsigned char c;
	uint32_t cp;
	size_t i, len;
	int mark;

	mark = plain_mark(prev) != 0;
	for (i = 0; i < n; i += len) {
		/* hanzi and hangul */
		c = (unsigned char)p[i];
		if (c >= 0xe4 && c <= 0xee && n - i > 2) {
			len = 3;
			mark = 0;
			continue;
		}
		cp = utf8_decode(p + i, n - i, &len);
		if (cp >= 0x80 ? len != 3 || cp < 0x1000 || cp > 0xffff ||
		    (m->class[cp] & CLASS_FOLD) != 0 :
		    !is_quiet(cp) && plain_mark(cp) == 0)
			break;
		if (plain_mark(cp) == 0) {
			mark = 0;
			continue;
		}
		if (mark || (cp > 0xff && n - i > 4 &&
		    memcmp(p + i + 3, "\xef\xbc", 2) == 0))
			break;
		mark = 1;
	}
	return i;
}

/* Writes a run that is not empty; the last character stays in mind. */
static void
put_run(struct work *w, size_t n)
{
	const char *end;

	buf_add(w->out, w->line.p + w->off, n);
	end = w->line.p + w->off + n;
	w->prevlen = (unsigned char)end[-1] < 0x80 ? 1 : 3;
	w->prev = utf8_decode(end - w->prevlen, w->prevlen, &n);
	w->repeated = 0;
}

/* A tag: dropped; one that separates words leaves a blank between them. */
static void
drop_tag(struct work *w, size_t n, int block)
{
	uint32_t next;
	int blank;

	next = next_char(w, n);
	blank = block && w->prev != 0 && w->prev != ' ' && next != 0 &&
	    next != ' ' && next != '<';
	did(w, REPAIR_TAG, n, span_of(" ", (size_t)blank));
	if (blank)
		put(w, ' ', n);
}

static void
entity(struct work *w, uint32_t cp, size_t n)
{
	char text[4];

	did(w, REPAIR_ENTITY, n, span_of(text, utf8_encode(text, cp)));
	one_char(w, cp, n);
}

int
debris_indented(const struct model *m, struct span line)
{
	size_t i, len;

	for (i = 0; i < line.n && line.p[i] == '?'; i++)
		;
	return i >= 1 && i <= 4 && line.n >= INDENTED &&
	    (model_class(m, utf8_decode(line.p + i, line.n - i, &len)) &
	    CLASS_HAN) != 0;
}

/* Question marks before a paragraph were the blanks that indent it. */
static void
indent(struct work *w)
{
	for (; w->line.p[w->off] == '?'; w->off++) {
		did(w, REPAIR_BLANK, 1, span_of(" ", 1));
		put(w, ' ', 1);
	}
}

void
debris_drop(struct repair *r, struct span line, struct buf *out)
{
	struct work w;
	uint32_t cp;
	size_t len;
	int block;

	memset(&w, 0, sizeof w);
	w.r = r;
	w.line = line;
	w.out = out;
	w.start = out->n;
	if (debris_indented(&r->t->model, line))
		indent(&w);
	for (; w.off < line.n; w.off += len) {
		len = quiet_run(&r->t->model, line.p + w.off,
		    line.n - w.off, w.prev);
		if (len != 0) {
			put_run(&w, len);
			continue;
		}
		cp = utf8_decode(line.p + w.off, line.n - w.off, &len);
		if (cp == '<' && (len = html_tag(&r->t->html, line.p + w.off,
		    line.n - w.off, &block)) != 0) {
			drop_tag(&w, len, block);
			continue;
		}
		if (cp == '&' && (len = html_entity(&r->t->html,
		    line.p + w.off, line.n - w.off, &cp)) != 0) {
			entity(&w, cp, len);
			continue;
		}
		len = len == 0 ? 1 : len;
		one_char(&w, cp, len);
	}
}
