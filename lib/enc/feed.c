/* Readings of bytes, slot by slot. */
#include "enc/feed.h"

#include <string.h>

#include "text/utf8.h"

enum {
	BEST = 16,		/* of the values of an unknown byte */
	OTHER_EXTRA = 28,	/* a form of the other script */
	GONE_COST = 96,
	OPEN_BLANK = 30,	/* a blank behind an opening mark */
	BAD_EXTRA = 20
};

static const unsigned char holes[] = { 0x81, 0x8d, 0x8f, 0x90, 0x9d };

void
feed_add(struct feed_set *s, const struct hyp *h)
{
	unsigned i, worst;

	if (s->n < FEED_MOST) {
		s->h[s->n++] = *h;
		return;
	}
	for (worst = 0, i = 1; i < s->n; i++)
		if (s->h[i].cost > s->h[worst].cost)
			worst = i;
	if (h->cost < s->h[worst].cost)
		s->h[worst] = *h;
}

/* Whether cp is a form of the other script than the text is in. */
static int
is_other(const struct search *s, uint32_t cp)
{
	if (cp > 0xffff)
		return 0;
	if (s->prefer == SEARCH_TRAD)
		return (s->t->model.class[cp] & CLASS_SIMP) != 0 &&
		    script_changes(&s->t->s2t, cp);
	return tab_u16(s->t->model.fold + 2 * (size_t)cp) != cp;
}

static unsigned
char_cost(const struct search *s, const struct hyp *h, uint32_t cp)
{
	unsigned c;

	s->effort->tried++;
	c = model_cost3(&s->t->model, h->before, h->prev, cp);
	if (s->prefer != SEARCH_EITHER && is_other(s, cp))
		c += OTHER_EXTRA;
	return c;
}

/*
 * The cost of a closing mark that nothing opened, or a blank behind an opening
 * one; minds what is open.
 */
static unsigned
bracket_cost(struct hyp *h, uint32_t cp)
{
	static const struct {
		uint16_t open;
		uint16_t close;
		unsigned char cost;
	} marks[] = {
		{ 0xff08, 0xff09, 40 }, { '(', ')', 40 },
		{ 0x300a, 0x300b, 40 }, { 0x3010, 0x3011, 40 },
		{ 0x201c, 0x201d, 28 }, { 0x300c, 0x300d, 28 },
		{ 0x300e, 0x300f, 28 }, { 0x3008, 0x3009, 40 }
	};
	unsigned i;

	for (i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		if (cp <= ' ' && h->prev == marks[i].open)
			return OPEN_BLANK;
		if (cp == marks[i].open)
			h->open |= 1U << i;
		if (cp != marks[i].close)
			continue;
		if ((h->open >> i & 1) == 0)
			return marks[i].cost;
		h->open &= ~(1U << i);
	}
	return 0;
}

void
search_emit(const struct search *s, struct hyp *h, uint32_t cp)
{
	h->npend = 0;
	if (h->nout == sizeof h->out / sizeof h->out[0]) {
		h->cost += COST_BAD;
		return;
	}
	h->cost += cp == UTF8_REPLACEMENT ? COST_BAD + BAD_EXTRA :
	    char_cost(s, h, cp) + bracket_cost(h, cp);
	h->before = h->prev;
	h->prev = cp;
	h->out[h->nout++] = cp;
}

/*
 * Whether a decoder of the wrong charset gives up byte c before byte b.  Of
 * Big5 most know CP950 only.
 */
static int
gives_up(const struct search *s, unsigned c, unsigned b)
{
	const struct dbcs *d;

	if (c == 0x80 || c == 0xff)
		return 1;
	if (s->wrong == CS_BIG5 && (c < 0xa1 || c > 0xf9))
		return 1;
	d = s->wrong == CS_BIG5 ? &s->t->cs.big5 : &s->t->cs.gb;
	return dbcs_decode(d, c << 8 | b) == 0 || (s->wrong == CS_BIG5 &&
	    c == 0xc8);
}

/* The values that a slot can have in a range of bytes. */
static unsigned
slot_values(const struct search *s, unsigned slot, unsigned lo, unsigned hi,
    unsigned char *v)
{
	unsigned i, n;

	n = 0;
	if (slot >= SLOT_BEFORE) {
		s->effort->tried += (hi - lo) / 8;
		for (i = lo < 0x80 ? 0x80 : lo; i <= hi; i++)
			if (gives_up(s, i, slot - SLOT_BEFORE))
				v[n++] = (unsigned char)i;
	} else if (slot < 256) {
		if (slot >= lo && slot <= hi)
			v[n++] = (unsigned char)slot;
	} else if (slot == SLOT_HOLE) {
		for (i = 0; i < sizeof holes; i++)
			if (holes[i] >= lo && holes[i] <= hi)
				v[n++] = holes[i];
	} else if (slot == SLOT_ANY) {
		for (i = lo < 0x80 ? 0x80 : lo; i <= hi; i++)
			v[n++] = (unsigned char)i;
	}
	return n;
}

/* The best values of a character with unknown bytes. */
struct best {
	uint32_t cp[BEST];
	unsigned cost[BEST];
	unsigned n;
};

/* Of many a rare one is not worth a look. */
static int
hopeless(const struct search *s, uint32_t cp, unsigned many)
{
	return many > 64 && (cp > 0xffff ||
	    (s->t->model.class[cp] & (CLASS_RARE | CLASS_ODD)) != 0);
}

static void
best_add(struct best *b, uint32_t cp, unsigned cost)
{
	unsigned i;

	if (b->n == BEST && cost >= b->cost[BEST - 1])
		return;
	i = b->n < BEST ? b->n++ : BEST - 1;
	for (; i > 0 && b->cost[i - 1] > cost; i--) {
		b->cost[i] = b->cost[i - 1];
		b->cp[i] = b->cp[i - 1];
	}
	b->cost[i] = cost;
	b->cp[i] = cp;
}

/* Reads each of the best characters behind h. */
static void
emit_best(const struct search *s, const struct hyp *h, const struct best *b,
    struct feed_set *to)
{
	struct hyp next;
	unsigned i;

	for (i = 0; i < b->n; i++) {
		next = *h;
		search_emit(s, &next, b->cp[i]);
		feed_add(to, &next);
	}
}

/* So many bytes are unknown that one guess is as bad as another. */
static void
emit_unknown(const struct search *s, const struct hyp *h, struct feed_set *to)
{
	struct hyp next;

	next = *h;
	search_emit(s, &next, UTF8_REPLACEMENT);
	feed_add(to, &next);
}

/* Reads the one character that bytes which are all known can be, or none. */
static void
emit_known(const struct search *s, const struct hyp *h, uint32_t cp,
    struct feed_set *to)
{
	struct hyp next;

	if (cp == 0 || cp == UTF8_BAD)
		return;
	next = *h;
	search_emit(s, &next, cp);
	feed_add(to, &next);
}

/* A sequence of UTF-8 whose bytes are all known. */
static void
known_utf8(const struct search *s, const struct hyp *h, const uint16_t *slot,
    unsigned n, struct feed_set *to)
{
	char text[4];
	uint32_t cp;
	size_t len;
	unsigned i;

	memset(text, 0, sizeof text);
	for (i = 0; i < n; i++)
		text[i] = (char)slot[i];
	cp = utf8_decode(text, n, &len);
	if (len == n && (n != 3 || slot[0] >= 0xe2))
		emit_known(s, h, cp, to);
}

/* All bytes of a sequence of UTF-8 are there; some may be unknown. */
static void
complete_utf8(const struct search *s, const struct hyp *h,
    const uint16_t *slot, unsigned n, struct feed_set *to)
{
	unsigned char v[4][256];
	unsigned k[4], a, b, c, d, many;
	struct best best;
	char text[4];
	uint32_t cp;
	size_t len;

	for (a = 0; a < n && slot[a] < 256; a++)
		;
	if (a == n) {
		known_utf8(s, h, slot, n, to);
		return;
	}
	k[0] = slot_values(s, slot[0], n == 2 ? 0xc2 : n == 3 ? 0xe2 : 0xf0,
	    n == 2 ? 0xdf : n == 3 ? 0xef : 0xf4, v[0]);
	for (a = 1; a < 4; a++) {
		k[a] = 1;
		v[a][0] = 0;
		if (a < n)
			k[a] = slot_values(s, slot[a], 0x80, 0xbf, v[a]);
	}
	many = k[0] * k[1] * k[2] * k[3];
	if (many > s->guesses) {
		emit_unknown(s, h, to);
		return;
	}
	s->effort->tried += many / 8;
	best.n = 0;
	for (a = 0; a < k[0]; a++)
		for (b = 0; b < k[1]; b++)
			for (c = 0; c < k[2]; c++)
				for (d = 0; d < k[3]; d++) {
					text[0] = (char)v[0][a];
					text[1] = (char)v[1][b];
					text[2] = (char)v[2][c];
					text[3] = (char)v[3][d];
					cp = utf8_decode(text, n, &len);
					if (cp != UTF8_BAD && len == n &&
					    !hopeless(s, cp, many))
						best_add(&best, cp, char_cost(
						    s, h, cp));
				}
	emit_best(s, h, &best, to);
}

/* Two bytes of GBK or Big5, known or not. */
static void
complete_pair(const struct search *s, const struct hyp *h, unsigned lead,
    unsigned trail, struct feed_set *to)
{
	const struct dbcs *d;
	unsigned char l[256], t[256];
	unsigned nl, nt, i, k;
	struct best best;
	uint32_t cp;

	d = s->target == CS_GB ? &s->t->cs.gb : &s->t->cs.big5;
	if (lead < 256 && trail < 256) {
		emit_known(s, h, dbcs_decode(d, lead << 8 | trail), to);
		return;
	}
	nl = slot_values(s, lead, 0x81, 0xfe, l);
	nt = slot_values(s, trail, 0x40, 0xfe, t);
	if (nl * nt > s->guesses)
		return;
	best.n = 0;
	for (i = 0; i < nl; i++)
		for (k = 0; k < nt; k++) {
			cp = dbcs_decode(d, (uint32_t)l[i] << 8 | t[k]);
			if (cp != 0 && cp <= 0x10ffff &&
			    !hopeless(s, cp, nl * nt))
				best_add(&best, cp, char_cost(s, h, cp));
		}
	emit_best(s, h, &best, to);
}

static int
is_begin(const struct search *s, unsigned slot)
{
	if (slot == SLOT_ANY || slot >= SLOT_BEFORE)
		return 1;
	if (s->target == CS_UTF8)
		return slot >= 0xc2 && slot <= 0xf4;
	return slot >= 0x81 && slot <= 0xfe;
}

unsigned
feed_need(const struct search *s, unsigned slot)
{
	if (s->target != CS_UTF8)
		return 2;
	return slot >= 256 || (slot >= 0xe0 && slot < 0xf0) ? 3 :
	    slot < 0xe0 ? 2 : 4;
}

/* Feeds a slot where no character is begun. */
static void
feed_fresh(const struct search *s, struct hyp h, unsigned slot,
    struct feed_set *to)
{
	if (slot < 0x80)
		search_emit(s, &h, slot);
	else if (slot == SLOT_GONE) {
		search_emit(s, &h, UTF8_REPLACEMENT);
		h.cost -= COST_BAD + BAD_EXTRA - GONE_COST;
	} else if (is_begin(s, slot))
		h.pend[h.npend++] = (uint16_t)slot;
	else
		search_emit(s, &h, UTF8_REPLACEMENT);
	feed_add(to, &h);
}

static int
is_digit(unsigned slot)
{
	return slot >= '0' && slot <= '9';
}

/* Whether a slot can go on the four bytes of GB18030 that h begins. */
static int
goes_four(const struct search *s, const struct hyp *h, unsigned slot)
{
	if (s->target != CS_GB || h->pend[0] > 0xff || slot > 0xff)
		return 0;
	return h->npend == 2 ? slot >= 0x81 && slot <= 0xfe : is_digit(slot);
}

/* Feeds a slot to what may be four bytes; what is not is given up. */
static void
feed_four(const struct search *s, const struct hyp *h, unsigned slot,
    struct feed_set *to)
{
	struct hyp next;
	uint32_t cp, digit;

	next = *h;
	if (goes_four(s, h, slot) && h->npend < 3) {
		next.pend[next.npend++] = (uint16_t)slot;
		feed_add(to, &next);
		return;
	}
	cp = UINT32_MAX;
	if (goes_four(s, h, slot))
		cp = dbcs_numbered(&s->t->cs.gb,
		    (((h->pend[0] - 0x81U) * 10 + (h->pend[1] - '0')) * 126 +
		    (h->pend[2] - 0x81U)) * 10 + (slot - '0'));
	digit = h->pend[1];
	search_emit(s, &next, cp == UINT32_MAX ? UTF8_REPLACEMENT : cp);
	if (cp != UINT32_MAX) {
		feed_add(to, &next);
		return;
	}
	search_emit(s, &next, digit);
	if (h->npend == 3)
		search_emit(s, &next, UTF8_REPLACEMENT);
	feed_fresh(s, next, slot, to);
}

/* Whether a slot can go on the character that is begun. */
static int
goes_on(const struct search *s, unsigned slot)
{
	if (slot == SLOT_GONE)
		return 0;
	if (slot >= 256)
		return 1;
	if (s->target == CS_UTF8)
		return slot >= 0x80 && slot <= 0xbf;
	return slot >= 0x40 && slot != 0x7f && slot != 0xff;
}

void
feed_slot(const struct search *s, const struct hyp *h, unsigned slot,
    struct feed_set *to)
{
	uint16_t slots[4];
	struct hyp bad;
	unsigned before;

	if (h->npend == 0) {
		feed_fresh(s, *h, slot, to);
		return;
	}
	if (s->target == CS_GB && (h->npend > 1 ||
	    (is_digit(slot) && goes_four(s, h, slot)))) {
		feed_four(s, h, slot, to);
		return;
	}
	before = to->n;
	if (goes_on(s, slot)) {
		memcpy(slots, h->pend, sizeof h->pend);
		slots[h->npend] = (uint16_t)slot;
		if (h->npend + 1 < feed_need(s, slots[0])) {
			bad = *h;
			bad.pend[bad.npend++] = (uint16_t)slot;
			feed_add(to, &bad);
		} else if (s->target == CS_UTF8)
			complete_utf8(s, h, slots, h->npend + 1, to);
		else
			complete_pair(s, h, slots[0], slot, to);
	}
	if (to->n != before)
		return;
	bad = *h;
	search_emit(s, &bad, UTF8_REPLACEMENT);
	feed_fresh(s, bad, slot, to);
}
