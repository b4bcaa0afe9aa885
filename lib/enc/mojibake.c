/*
 * Mojibake.  The characters of a line go back to the bytes that the wrong
 * charset made them from; these are read in the right one.
 */
#include "enc/mojibake.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "enc/back.h"
#include "enc/looks.h"
#include "enc/search.h"
#include "text/utf8.h"

enum {
	GAIN = 24 * COST_BIT,	/* how much likelier it must become */
	GAIN_HAN = 20 * COST_BIT,	/* that was hanzi already */
	GAIN_CHAR = 2,		/* and for each character beside */
	ROUNDS = 3,		/* as often may a text have been damaged */
	LEARNT = 40,		/* of what a document has shown, at most */
	MOST_TOKENS = 32768
};

/* A way back: what the text was read as, what it was. */
struct way {
	enum charset wrong;
	enum charset right;
};

static const struct way west[] = {
	{ CS_CP1252, CS_UTF8 }, { CS_CP1252, CS_GB }, { CS_CP1252, CS_BIG5 }
};

static const struct way han[] = {
	{ CS_GB, CS_UTF8 }, { CS_GB, CS_BIG5 }, { CS_BIG5, CS_GB },
	{ CS_BIG5, CS_UTF8 }
};

/* A stretch of a line under repair. */
struct stretch {
	struct repair *r;
	struct search *s;
	const struct way *way;		/* that the best one came */
	uint32_t *tok;
	size_t cap;
	size_t n;
	struct buf best;
	struct buf now;
};

static void
take_step(struct search *s, size_t from, size_t to, const uint32_t *out,
    unsigned nout, int note)
{
	struct stretch *st = s->arg;
	unsigned i;

	(void)from;
	(void)to;
	(void)note;
	for (i = 0; i < nout; i++)
		utf8_add(&st->now, out[i]);
}

/*
 * Whether the bytes of the stretch look like UTF-8: nearly all of them are
 * leads of three bytes or go on a sequence.
 */
static int
like_utf8(const struct stretch *st)
{
	struct search_alt alt[SEARCH_ALTS];
	size_t i, good, bad;
	unsigned k;

	good = bad = 0;
	for (i = 0; i < st->n; i++) {
		if (st->tok[i] < 0x80)
			continue;
		memset(alt, 0, sizeof alt);
		back_han(st->s, i, alt);
		for (k = 0; k < alt[0].n; k++) {
			if (alt[0].slot[k] < 0xc0 || (alt[0].slot[k] >= 0xe2 &&
			    alt[0].slot[k] <= 0xef))
				good++;
			else if (alt[0].slot[k] < 256)
				bad++;
		}
	}
	return bad * 8 < good;
}

/* The same for bytes that are all known: a further one behind each lead. */
static int
like_west(const struct stretch *st)
{
	size_t i, good, bad;
	unsigned next;

	good = bad = 0;
	for (i = 0; i + 1 < st->n; i++) {
		if (back_west_byte(st->s, i) < 0xc0)
			continue;
		next = back_west_byte(st->s, i + 1);
		if (next >> 6 == 2)
			good++;
		else if (next != ' ')
			bad++;
	}
	return bad * 4 < good;
}

/* Tries one way; keeps the text in best if it is the likeliest so far. */
static int
try_way(struct stretch *st, const struct way *w, int is_west, uint64_t *best)
{
	uint64_t cost;

	st->s->wrong = w->wrong;
	st->s->target = w->right;
	st->s->expand = is_west ? back_west : back_han;
	st->s->sure = is_west && w->right == CS_UTF8 ? back_west_sure : NULL;
	st->s->prefer = SEARCH_EITHER;
	st->s->most = *best;
	if (w->right == CS_UTF8 && !(is_west ? like_west(st) :
	    like_utf8(st)))
		return 0;
	buf_clear(&st->now);
	cost = search_run(st->s);
	if (cost >= *best)
		return 0;
	*best = cost;
	st->way = w;
	/* now that the script is known, bytes that were lost too */
	st->s->prefer = script_sure(&st->r->t->s2t, st->now.p, st->now.n) ?
	    SEARCH_SIMP : SEARCH_TRAD;
	st->s->most = UINT64_MAX;
	buf_clear(&st->now);
	search_run(st->s);
	buf_clear(&st->best);
	buf_span(&st->best, buf_view(&st->now));
	return 1;
}

/* Whether the bytes of Latin letters are valid UTF-8, which is no accident. */
static int
is_utf8(struct stretch *st)
{
	size_t i;

	buf_clear(&st->now);
	for (i = 0; i < st->n; i++)
		buf_byte(&st->now, cp1252_encode(st->tok[i]));
	return utf8_valid(st->now.p, st->now.n) == st->now.n;
}

static size_t
count_ascii(const struct stretch *st)
{
	size_t i, n;

	for (n = i = 0; i < st->n; i++)
		n += st->tok[i] < 0x80;
	return n;
}

/* Characters in the order of their codes: a list of rare ones, say. */
static int
is_chart(const struct stretch *st)
{
	uint32_t prev;
	size_t i;

	for (prev = 0, i = 0; i < st->n; i++) {
		if (st->tok[i] < 0x3400)
			continue;
		if (st->tok[i] < prev)
			return 0;
		prev = st->tok[i];
	}
	return 1;
}

/* One letter or sign again and again: quotes of some sort, say. */
static int
is_one(const struct stretch *st)
{
	uint32_t one;
	size_t i;

	for (one = 0, i = 0; i < st->n; i++) {
		if (st->tok[i] < 0x80)
			continue;
		if (one != 0 && st->tok[i] != one)
			return 0;
		one = st->tok[i];
	}
	return 1;
}

/*
 * Repairs the stretch in st->tok, which reads as text; returns whether
 * st->best holds something much likelier.
 */
static int
repair_stretch(struct stretch *st, struct span text, int is_west)
{
	uint64_t old, best, gain;
	size_t i, ways;

	old = model_text(&st->r->t->model, MODEL_START, text.p, text.n);
	gain = is_west ? GAIN + GAIN_CHAR * st->n : GAIN_HAN + GAIN_CHAR *
	    (st->n - count_ascii(st));
	if (old < gain || (is_west ? is_one(st) : is_chart(st) ||
	    looks_usual(&st->r->t->model, text)))
		return 0;
	best = old - gain;
	old = best;
	st->s->t = st->r->t;
	st->s->effort = &st->r->effort;
	st->s->tok = st->tok;
	st->s->ntok = st->n;
	st->s->leap = NULL;
	st->s->step = take_step;
	st->s->arg = st;
	st->s->hkscs = st->r->hkscs;
	ways = is_west ? sizeof west / sizeof *west : sizeof han / sizeof *han;
	for (i = 0; i < ways; i++)
		if (try_way(st, is_west ? &west[i] : &han[i], is_west,
		    &best) && is_west && i == 0 && is_utf8(st))
			break;
	return best < old && ((is_west && st->way->right == CS_UTF8) ||
	    looks_chinese(&st->r->t->model, buf_view(&st->best)));
}

/*
 * What had been read as Big5 shows by whom: decoders with HKSCS find a
 * character where the others find none, and put kana elsewhere.
 */
static void
learn_big5(struct stretch *st)
{
	uint32_t code;
	size_t i;
	int found;

	for (found = 0, i = 0; i < st->n && !found; i++) {
		code = dbcs_encode(&st->r->t->cs.big5, st->tok[i]) >> 8;
		found = code != 0 && (code < 0xa1 || code == 0xc8 ||
		    code > 0xf9);
	}
	if (found && st->r->hkscs < LEARNT)
		st->r->hkscs += 8;
	else if (!found && st->r->hkscs > -LEARNT)
		st->r->hkscs -= 2;
}

/* Takes the characters of a stretch; returns its bytes. */
static size_t
take_stretch(struct stretch *st, const char *p, size_t n, int is_west,
    size_t *wests)
{
	uint32_t cp;
	size_t i, len;

	*wests = 0;
	st->n = 0;
	for (i = 0; i < n && st->n < MOST_TOKENS; i += len) {
		cp = utf8_decode(p + i, n - i, &len);
		if (is_west && cp1252_encode(cp) < 0)
			break;
		*wests += cp >= 0x80;
		st->tok = xgrow(st->tok, &st->cap, st->n + 1,
		    sizeof *st->tok);
		st->tok[st->n++] = cp;
	}
	return i;
}

/* One round over a line; returns whether it changed. */
static int
one_round(struct stretch *st, struct span text, int is_west, struct buf *out)
{
	size_t i, len, wests;
	int changed;

	changed = 0;
	for (i = 0; i < text.n; i += len) {
		len = take_stretch(st, text.p + i, text.n - i, is_west,
		    &wests);
		if (len == 0) {
			utf8_decode(text.p + i, text.n - i, &len);
			buf_add(out, text.p + i, len);
			continue;
		}
		if (wests < 2 || !repair_stretch(st, span_of(text.p + i, len),
		    is_west)) {
			buf_add(out, text.p + i, len);
			continue;
		}
		if (st->way->wrong == CS_BIG5)
			learn_big5(st);
		repair_did(st->r, REPAIR_MOJIBAKE, text, i,
		    span_of(text.p + i, len), buf_view(&st->best), 99);
		buf_span(out, buf_view(&st->best));
		changed = 1;
	}
	return changed;
}

/* Whether a line may be mojibake of hanzi. */
static int
suspect_han(const struct scan *scan)
{
	return (scan->han > 2 && scan->rare * 8 > scan->han) ||
	    ((scan->flags & CLASS_ODD) != 0 && scan->han > 0);
}

/*
 * Whether any stretch of a line may be repaired.  A line that is one stretch
 * of hanzi is looked at before anything is set up: many have rare ones.
 */
static int
suspect(const struct repair *r, struct span text, const struct scan *scan)
{
	if (scan->west >= 3)
		return 1;
	return suspect_han(scan) && (text.n > MOST_TOKENS ||
	    !looks_usual(&r->t->model, text));
}

/* One round of the kind that the line looks like more, then of the other. */
static int
either_round(struct stretch *st, struct span text, const struct scan *scan,
    struct buf *out)
{
	int is_west, i;

	is_west = scan->west >= scan->han;
	for (i = 0; i < 2; i++, is_west = !is_west) {
		if (is_west ? scan->west < 3 : !suspect_han(scan))
			continue;
		buf_clear(out);
		if (one_round(st, text, is_west, out))
			return 1;
	}
	return 0;
}

struct span
mojibake_undo(struct repair *r, struct span text, const struct scan *given,
    struct buf *out)
{
	struct stretch st;
	struct scan scan;
	struct buf old;
	int round;

	if (!suspect(r, text, given) || effort_left(&r->effort) == EFFORT_NONE)
		return text;
	memset(&st, 0, sizeof st);
	memset(&old, 0, sizeof old);
	scan = *given;
	st.r = r;
	st.s = &r->search;
	for (round = 0; round < ROUNDS; round++) {
		if (!either_round(&st, text, &scan, out))
			break;
		buf_clear(&old);
		buf_span(&old, buf_view(out));
		text = buf_view(&old);
		scan_text(&r->t->model, text.p, text.n, &scan);
	}
	if (old.n > 0) {
		buf_clear(out);
		buf_span(out, buf_view(&old));
		text = buf_view(out);
	}
	buf_free(&old);
	buf_free(&st.best);
	buf_free(&st.now);
	free(st.tok);
	return text;
}
