/*
 * Annotations, and pairs of bytes that were read one byte late.  The text goes
 * back to bytes of GBK, a question mark to one that is unknown, and the search
 * pairs them anew; readings behind a character, or behind the two bytes of one
 * wherever they fall, are left out.
 *
 *	?！敖ǔУ牡谝徊绞恰	is read as	。“建厂的第一步是
 */
#include "enc/shifted.h"

#include <string.h>
#include <stdlib.h>

#include "base/mem.h"
#include "enc/looks.h"
#include "enc/search.h"
#include "text/utf8.h"

enum {
	LOST_COST = 30,		/* a question mark for a byte */
	ALONE_COST = 130,	/* and where no text was cut */
	TAG_COST = 160,		/* a tag without its < */
	PAIR_COST = 80,		/* and for two */
	NUMBER_GAIN = 16,	/* what follows numbers, behind a digit */
	BLANK_GONE = 16,	/* a blank was swallowed */
	GONE_COST = 60,		/* and it swallowed what stood behind */
	WIDE_COST = 8,		/* a mark whose full-width form is split */
	SPLIT_COST = 16,	/* a reading inside a character */
	SURE = 95
};

enum { NOTE_SAME, NOTE_READING };

/* A line under repair. */
struct work {
	struct repair *r;
	struct search *s;
	struct span line;
	struct buf *out;
	uint32_t *tok;
	uint32_t *off;		/* where each token begins in the line */
	size_t ntok;
	size_t cap;
	size_t capoff;
	/* A stretch that the best reading changes. */
	size_t from;
	size_t to;
	size_t outfrom;
	int changed;
};

static void
take_tokens(struct work *w)
{
	size_t i, len;
	uint32_t cp;

	w->off = xgrow(w->off, &w->capoff, w->ntok + 1, sizeof *w->off);
	for (i = 0; i < w->line.n; i += len) {
		cp = utf8_decode(w->line.p + i, w->line.n - i, &len);
		w->tok = xgrow(w->tok, &w->cap, w->ntok + 1, sizeof *w->tok);
		w->off = xgrow(w->off, &w->capoff, w->ntok + 2,
		    sizeof *w->off);
		w->off[w->ntok] = (uint32_t)i;
		w->tok[w->ntok++] = cp;
	}
	w->off[w->ntok] = (uint32_t)w->line.n;
}

static void
add(struct search_alt *a, unsigned slot)
{
	a->slot[a->n++] = (uint16_t)slot;
}

/* Whether the rest of a closing tag stands at token i: /P> */
static int
tag_tail(const struct search *s, size_t i)
{
	size_t k;

	if (i >= s->ntok || s->tok[i] != '/')
		return 0;
	for (k = i + 1; k < s->ntok && (s->tok[k] | 0x20) >= 'a' &&
	    (s->tok[k] | 0x20) <= 'z'; k++)
		;
	return k > i + 1 && k < s->ntok && s->tok[k] == '>';
}

/*
 * Whether the text was cut at token i, before bytes that look like the end of
 * a sentence.  Where it was not, a lost lead byte took what stood behind it.
 */
static int
is_cut(const struct search *s, size_t i)
{
	return i + 1 >= s->ntok || looks_end(s->tok[i + 1]);
}

/*
 * Whether what a lost lead byte took before token i was no blank: it was a
 * digit, say, before what mostly follows numbers.
 */
static int
took_digit(const struct search *s, size_t i)
{
	const struct model *m = &s->t->model;
	uint32_t cp;

	cp = i < s->ntok ? s->tok[i] : ' ';
	return cp < 0x80 ? cp > ' ' : model_cost(m, '0', cp) + NUMBER_GAIN <
	    model_cost(m, ' ', cp);
}

/* Several replacement characters in a row are no byte that a cut lost. */
static int
is_junk(const struct search *s, size_t i)
{
	return s->tok[i] == UTF8_REPLACEMENT &&
	    ((i > 0 && s->tok[i - 1] == UTF8_REPLACEMENT) ||
	    (i + 1 < s->ntok && s->tok[i + 1] == UTF8_REPLACEMENT));
}

/* A question mark: itself, or a byte that could not be shown. */
static unsigned
expand_lost(const struct search *s, size_t i, struct search_alt *alt)
{
	unsigned n;
	int cut, digit;

	n = 0;
	add(&alt[n++], s->tok[i] == '?' ? '?' : SLOT_GONE);
	if (is_junk(s, i))
		return n;
	cut = is_cut(s, i);
	add(&alt[n], SLOT_ANY);
	alt[n++].cost = cut ? LOST_COST : ALONE_COST;
	add(&alt[n], SLOT_ANY);
	digit = took_digit(s, i + 1);
	add(&alt[n], digit ? SLOT_GONE : ' ');
	alt[n].inside = 1;
	alt[n].cost = (cut ? GONE_COST : 0) + (digit ? 0 : BLANK_GONE);
	if (tag_tail(s, i + 1)) {
		alt[n].slot[1] = '<';
		alt[n].cost = 0;
		alt[n - 1].cost += TAG_COST;
	}
	/* two bytes that are no character: the first was 80, say */
	add(&alt[++n], 0x80);
	add(&alt[n], SLOT_ANY);
	alt[n].inside = 1;
	alt[n].cost = LOST_COST;
	add(&alt[++n], SLOT_ANY);
	add(&alt[n], SLOT_ANY);
	alt[n].inside = 1;
	alt[n].cost = PAIR_COST;
	return n + 1;
}

/* ASCII may be the folded form of a full-width character, or a blank. */
static unsigned
expand_ascii(uint32_t cp, struct search_alt *alt, unsigned n)
{
	if (cp != '?')
		add(&alt[n++], cp);
	add(&alt[n], cp == ' ' ? 0xa1 : 0xa3);
	add(&alt[n], cp == ' ' ? 0xa1 : cp | 0x80);
	alt[n].inside = 1;
	alt[n++].cost = WIDE_COST;
	return n;
}

static unsigned
expand(const struct search *s, size_t i, struct search_alt *alt)
{
	uint32_t cp, code;
	unsigned n;

	cp = s->tok[i];
	n = cp == '?' || cp == UTF8_REPLACEMENT ? expand_lost(s, i, alt) : 0;
	if (cp >= 0x20 && cp < 0x7f)
		return expand_ascii(cp, alt, n);
	if (n > 0)
		return n;
	code = dbcs_encode(&s->t->cs.gb, cp);
	if (code == 0)
		alt[n].raw = 1;
	else {
		add(&alt[n], code >> 8);
		add(&alt[n], code & 0xff);
	}
	return n + 1;
}

/* The character of two bytes if r reads it and mirrors annotate it. */
static uint32_t
read_pair(const struct work *w, unsigned lead, unsigned trail,
    const struct reading *r)
{
	uint32_t cp;

	cp = dbcs_decode(&w->s->t->cs.gb, lead << 8 | trail);
	if (cp == 0 || !readings_fit(&w->s->t->readings, cp, r) ||
	    !annot_is(&w->r->annot, w->s->t, w->r->annotations, cp))
		return 0;
	return cp;
}

/* The last byte that a character has in GBK; 0 when it has none there. */
static unsigned
last_byte(const struct work *w, uint32_t cp)
{
	return dbcs_encode(&w->s->t->cs.gb, cp) & 0xff;
}

/* A leap behind n tokens, the reading in parentheses left out. */
static void
leap_over(struct search *s, size_t i, size_t n, const struct hyp *h,
    unsigned cost)
{
	struct hyp next;

	next = *h;
	next.cost += cost;
	next.note = NOTE_READING;
	search_leap(s, i, n, &next);
}

/*
 * The reading stands in full: behind its character, or between the bytes of
 * two characters, of which the inner ones make up the one that it reads.
 */
static void
leap_whole(struct search *s, size_t i, size_t n, const struct hyp *h,
    const struct reading *r)
{
	const struct work *w = s->arg;
	struct hyp next;
	unsigned lead, b;

	if (h->npend == 0) {
		if (readings_fit(&s->t->readings, h->prev, r) &&
		    annot_is(&w->r->annot, s->t, w->r->annotations, h->prev))
			leap_over(s, i, n, h, 0);
		return;
	}
	lead = last_byte(w, h->prev);
	if (lead < 0x81)
		return;
	if (h->pend[0] < 256) {
		if (read_pair(w, lead, h->pend[0], r) != 0)
			leap_over(s, i, n, h, SPLIT_COST);
		return;
	}
	for (b = 0x81; b < 0xff; b++)
		if (read_pair(w, lead, b, r) != 0) {
			next = *h;
			next.pend[0] = (uint16_t)b;
			leap_over(s, i, n, &next, SPLIT_COST);
		}
}

/*
 * A question mark took the opening parenthesis: with the last byte of the
 * character that is read, or with the first of the next.
 */
static void
leap_cut(struct search *s, size_t i, size_t n, const struct hyp *h,
    const struct reading *r)
{
	const struct work *w = s->arg;
	struct hyp next;
	unsigned lead, b;
	uint32_t cp;

	lead = h->npend == 0 ? last_byte(w, h->prev) : h->pend[0];
	if (lead < 0x81 || lead > 0xfe)
		return;
	for (b = 0x80; b < 0xff; b++) {
		cp = read_pair(w, lead, b, r);
		if (cp == 0)
			continue;
		next = *h;
		if (h->npend != 0)
			search_emit(s, &next, cp);
		else if (b > 0x80)
			next.pend[next.npend++] = (uint16_t)b;
		else
			continue;
		leap_over(s, i, n, &next, SPLIT_COST);
	}
}

/* Whether cp is the parenthesis half, or its full-width form. */
static int
is_paren(uint32_t cp, uint32_t half)
{
	return cp == half || cp == half + 0xfee0;
}

/* How many tokens a reading with its parentheses takes from token i on. */
static size_t
reading_tokens(const struct work *w, size_t i, int cut, struct reading *r)
{
	char text[64];
	size_t n, k, from;

	from = i;
	n = 0;
	text[n++] = '(';
	if (!cut && !is_paren(w->tok[i], '('))
		return 0;
	i++;
	for (k = i; k < w->ntok && k - from < SEARCH_REACH - 1 && n + 5 <
	    sizeof text && !is_paren(w->tok[k], ')'); k++)
		n += utf8_encode(text + n, w->tok[k]);
	if (k == w->ntok || !is_paren(w->tok[k], ')') ||
	    k - from >= SEARCH_REACH - 1)
		return 0;
	text[n++] = ')';
	return annot_parse(text, n, r) == n ? k + 1 - from : 0;
}

static void
leap(struct search *s, size_t i, const struct hyp *h)
{
	const struct work *w = s->arg;
	struct reading r;
	size_t n;

	if (is_paren(s->tok[i], '(') && (n = reading_tokens(w, i, 0, &r)) != 0)
		leap_whole(s, i, n, h, &r);
	if ((s->tok[i] == '?' || s->tok[i] == UTF8_REPLACEMENT) &&
	    (n = reading_tokens(w, i, 1, &r)) != 0)
		leap_cut(s, i, n, h, &r);
}

/* Tells of the changed stretch before this step. */
static void
end_stretch(struct work *w)
{
	struct span before;

	if (!w->changed)
		return;
	before = span_of(w->line.p + w->off[w->from],
	    w->off[w->to] - w->off[w->from]);
	repair_did(w->r, REPAIR_SHIFTED, w->line, w->off[w->from], before,
	    span_of(w->out->p + w->outfrom, w->out->n - w->outfrom), SURE);
	w->changed = 0;
}

static void
take_step(struct search *s, size_t from, size_t to, const uint32_t *out,
    unsigned nout, int note)
{
	struct work *w = s->arg;
	size_t start;
	unsigned i;
	int same;

	same = to == from || (to == from + 1 && nout == 1 &&
	    out[0] == s->tok[from]);
	if (same || (note == NOTE_READING && nout == 0 && !w->changed))
		end_stretch(w);
	else if (!w->changed) {
		w->changed = 1;
		w->from = from;
		w->outfrom = w->out->n;
	}
	w->to = to;
	start = w->out->n;
	for (i = 0; i < nout; i++)
		utf8_add(w->out, out[i]);
	if (note == NOTE_READING) {
		w->r->mirror = 1;
		repair_did(w->r, REPAIR_ANNOTATION, w->line, w->off[from],
		    span_of(w->line.p + w->off[from],
		    w->off[to] - w->off[from]),
		    span_of(w->out->p + start, w->out->n - start), 99);
	}
}

/* Whether a line has anything that the search could repair. */
static int
suspect(const struct repair *r, struct span text, const struct scan *scan)
{
	if ((scan->flags & CLASS_HAN) == 0)
		return 0;
	if ((scan->flags & (SCAN_PAREN | CLASS_TONE)) != 0 &&
	    r->annotations != ANNOT_KEEP &&
	    (r->annotations == ANNOT_DROP || r->annot.trad > 0) &&
	    annot_any(r->t, text.p, text.n))
		return 1;
	return r->mojibake && (scan->flags & (SCAN_QUERY | CLASS_ODD)) != 0 &&
	    looks_cut(&r->t->model, text);
}

struct span
shifted_undo(struct repair *r, struct span text, const struct scan *scan,
    struct buf *out)
{
	struct work w;

	if (!suspect(r, text, scan) ||
	    effort_left(&r->effort) == EFFORT_NONE)
		return text;
	memset(&w, 0, sizeof w);
	w.r = r;
	w.line = text;
	w.out = out;
	take_tokens(&w);
	w.s = &r->search;
	w.s->t = r->t;
	w.s->effort = &r->effort;
	w.s->target = CS_GB;
	w.s->prefer = r->trad || script_sure(&r->t->t2s, text.p, text.n) ?
	    SEARCH_TRAD : SEARCH_EITHER;
	w.s->expand = expand;
	w.s->leap = leap;
	w.s->sure = NULL;
	w.s->most = UINT64_MAX;
	w.s->step = take_step;
	w.s->arg = &w;
	w.s->tok = w.tok;
	w.s->ntok = w.ntok;
	buf_clear(out);
	search_run(w.s);
	end_stretch(&w);
	free(w.tok);
	free(w.off);
	return buf_view(out);
}
