/* The beam search over readings of bytes. */
#include "enc/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "enc/feed.h"
#include "text/utf8.h"

enum {
	BAD_LAST = 40,		/* a mark that ends no text */
	COLON_LAST = 20,	/* one that seldom does */
	OPEN_END = 64,		/* for each byte that lacks at the end */
	BEST_GUESSES = 8192,	/* at a character, for the best readings */
	GUESSES = 256,		/* and for the others */
	FEW_GUESSES = 192,	/* and when effort must be spared */
	BEST_READINGS = 4,
	STEP = 4,		/* a step is the effort of so many characters */
	NARROW = 6		/* readings kept when effort must be spared */
};

/* Efforts: what any document may cost, and more for each of its bytes. */
enum { FREE = 10000000, A_BYTE = 32, A_BYTE_AT_MOST = 48 };

enum effort_left
effort_left(const struct effort *e)
{
	if (e->tried < FREE + A_BYTE * e->bytes)
		return EFFORT_ALL;
	return e->tried < FREE + A_BYTE_AT_MOST * e->bytes ? EFFORT_LITTLE :
	    EFFORT_NONE;
}

/* All readings of h behind one way to see a character. */
static void
apply(const struct search *s, const struct hyp *h,
    const struct search_alt *alt, uint32_t tok, struct feed_set *out)
{
	struct feed_set a, b, *from, *to, *swap;
	struct hyp first;
	unsigned i, k;

	if (alt->inside && h->npend == 0)
		return;
	first = *h;
	first.nout = 0;
	first.cost += alt->cost;
	if (alt->raw) {
		if (first.npend != 0)
			search_emit(s, &first, UTF8_REPLACEMENT);
		search_emit(s, &first, tok);
		feed_add(out, &first);
		return;
	}
	from = &a;
	to = &b;
	from->n = 0;
	feed_add(from, &first);
	for (i = 0; i < alt->n; i++) {
		to->n = 0;
		for (k = 0; k < from->n; k++)
			feed_slot(s, &from->h[k], alt->slot[i], to);
		swap = from;
		from = to;
		to = swap;
	}
	for (k = 0; k < from->n; k++)
		feed_add(out, &from->h[k]);
}

static int
same_state(const struct hyp *a, const struct hyp *b)
{
	return a->prev == b->prev &&
	    a->npend == b->npend && a->open == b->open &&
	    memcmp(a->pend, b->pend, a->npend * sizeof a->pend[0]) == 0;
}

/* Keeps how the readings of a beam came to where they are. */
static void
remember(struct search *s, struct beam *b, size_t tok)
{
	struct search_node *n;
	struct hyp *h;
	unsigned i;

	s->node = xgrow(s->node, &s->capnode, s->nodes + SEARCH_WIDTH,
	    sizeof *s->node);
	for (i = 0; i < b->n; i++) {
		h = &b->h[i];
		n = &s->node[s->nodes];
		n->parent = h->node;
		n->tok = (uint32_t)tok;
		memcpy(n->out, h->out, sizeof n->out);
		n->nout = (unsigned char)h->nout;
		n->note = (unsigned char)h->note;
		h->node = (uint32_t)s->nodes++;
		h->nout = 0;
		h->note = 0;
	}
}

/* Puts a reading into a beam, which stays sorted by cost. */
static void
beam_add(struct beam *b, const struct hyp *h, unsigned width)
{
	unsigned i, k;

	for (i = 0; i < b->n; i++)
		if (same_state(&b->h[i], h))
			break;
	if (i < b->n && b->h[i].cost <= h->cost)
		return;
	if (i >= width) {
		i = width - 1;
		if (b->h[i].cost <= h->cost)
			return;
	}
	if (i == b->n)
		b->n++;
	for (k = i; k > 0 && b->h[k - 1].cost > h->cost; k--)
		b->h[k] = b->h[k - 1];
	b->h[k] = *h;
}

void
search_leap(struct search *s, size_t i, size_t n, const struct hyp *next)
{
	beam_add(&s->ring[(i + n) % SEARCH_REACH], next, s->width);
}

/* Tells of the steps from the root to a node. */
static void
walk_back(struct search *s, uint32_t node)
{
	const struct search_node *n;
	size_t count, from;

	for (count = 0; node != 0; node = s->node[node].parent) {
		s->way = xgrow(s->way, &s->capway, count + 1, sizeof *s->way);
		s->way[count++] = node;
	}
	from = s->node[0].tok;
	while (count > 0) {
		n = &s->node[s->way[--count]];
		s->step(s, from, n->tok, n->out, n->nout, n->note);
		from = n->tok;
	}
}

/* Ends what is known so far with reading h alone. */
static void
settle(struct search *s, struct hyp *h, size_t tok)
{
	walk_back(s, h->node);
	s->nodes = 1;
	s->node[0].tok = (uint32_t)tok;
	h->node = 0;
}

/* All readings of h when the text ends: bytes that lack are unknown. */
static void
complete(const struct search *s, struct hyp h, struct feed_set *to)
{
	to->n = 0;
	while (h.npend != 0) {
		h.cost += OPEN_END;
		if (h.npend + 1 < feed_need(s, h.pend[0])) {
			h.pend[h.npend++] = SLOT_ANY;
			continue;
		}
		if (h.pend[0] < 256)
			feed_slot(s, &h, SLOT_ANY, to);
		break;
	}
	if (h.npend != 0 && to->n == 0)
		search_emit(s, &h, UTF8_REPLACEMENT);
	if (to->n == 0)
		feed_add(to, &h);
}

/* Marks that something must follow. */
static int
opens(uint32_t cp)
{
	return cp == 0x201c || cp == 0x2018 || cp == 0xff08 || cp == 0x300a ||
	    cp == 0x3010 || cp == 0x3001 || cp == 0x300c || cp == 0xff0c;
}

static void
finish(const struct search *s, struct beam *b)
{
	struct beam last;
	struct feed_set set;
	unsigned i, k;

	last = *b;
	b->n = 0;
	for (i = 0; i < last.n; i++) {
		complete(s, last.h[i], &set);
		for (k = 0; k < set.n; k++) {
			if (opens(set.h[k].prev))
				set.h[k].cost += BAD_LAST;
			else if (set.h[k].prev == 0xff1a)
				set.h[k].cost += COLON_LAST;
			beam_add(b, &set.h[k], s->width);
		}
	}
}

/* One step of a reading: all ways to see a character. */
static void
step_one(struct search *s, size_t i, const struct hyp *h,
    const struct search_alt *alt, unsigned n)
{
	struct beam *next;
	struct feed_set set;
	unsigned a;

	next = &s->ring[(i + 1) % SEARCH_REACH];
	set.n = 0;
	s->effort->tried += STEP * n;
	for (a = 0; a < n; a++)
		apply(s, h, &alt[a], s->tok[i], &set);
	for (a = 0; a < set.n; a++)
		beam_add(next, &set.h[a], s->width);
	if (s->leap != NULL)
		s->leap(s, i, h);
}

/* One step of all readings at a place. */
static void
step_all(struct search *s, size_t i, struct beam *b)
{
	struct search_alt alt[SEARCH_ALTS];
	struct hyp next;
	unsigned n, k;
	uint32_t cp;
	size_t sure;

	memset(alt, 0, sizeof alt);
	n = s->expand(s, i, alt);
	sure = s->sure == NULL ? 0 : s->sure(s, i, &cp);
	for (k = 0; k < b->n; k++) {
		if (sure == 0 || b->h[k].npend != 0) {
			s->guesses = s->width < SEARCH_WIDTH ? FEW_GUESSES :
			    k < BEST_READINGS ? BEST_GUESSES : GUESSES;
			step_one(s, i, &b->h[k], alt, n);
			continue;
		}
		next = b->h[k];
		search_emit(s, &next, cp);
		search_leap(s, i, sure, &next);
	}
	b->n = 0;
}

/* Whether the other beams are empty. */
static int
alone(const struct search *s, size_t i)
{
	size_t k;

	for (k = 0; k < SEARCH_REACH; k++)
		if (k != i % SEARCH_REACH && s->ring[k].n != 0)
			return 0;
	return 1;
}

uint64_t
search_run(struct search *s)
{
	struct beam *b;
	size_t i, settled;

	for (i = 0; i < SEARCH_REACH; i++)
		s->ring[i].n = 0;
	s->nodes = 0;
	s->width = SEARCH_WIDTH;
	b = &s->ring[0];
	memset(&b->h[0], 0, sizeof b->h[0]);
	b->h[0].prev = MODEL_START;
	b->n = 1;
	for (i = settled = 0; i < s->ntok; i++) {
		b = &s->ring[i % SEARCH_REACH];
		if (b->n == 0)
			continue;
		if (effort_left(s->effort) != EFFORT_ALL)
			s->width = NARROW;
		remember(s, b, i);
		if (alone(s, i)) {
			if (b->h[0].cost >= s->most)
				return UINT64_MAX;
			if (b->n == 1 || i - settled >= SEARCH_CHUNK) {
				b->n = 1;
				settle(s, &b->h[0], i);
				settled = i;
			}
		}
		step_all(s, i, b);
	}
	b = &s->ring[i % SEARCH_REACH];
	s->guesses = BEST_GUESSES;
	finish(s, b);
	remember(s, b, i);
	walk_back(s, b->h[0].node);
	return b->h[0].cost;
}

void
search_free(struct search *s)
{
	free(s->node);
	free(s->way);
	s->node = NULL;
	s->way = NULL;
	s->capnode = s->capway = 0;
}
