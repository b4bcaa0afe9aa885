/* The character model. */
#include "text/model.h"

#include "text/utf8.h"

TAB_DECLARE(model);

enum {
	ODD_MARKS = 12,		/* cost of two marks that seldom meet */
	ODD_WIDE = 40,		/* and of two full-width ones */
	ODD_NUMBER = 26,	/* and of a number where it is seldom */
	LONE_LETTER = 16,	/* cost of a hanzi behind such a one */
	WIDE_DIGIT = 24,	/* and of full-width ones here and there */
	BMP = 0x10000,
	STRANGE = 24,		/* cost of a pair that no word explains */
	DIGIT = 24,		/* cost of the first digit of a number */
	RARE = 136		/* a form of this cost is in no word */
};

int
model_open(struct model *m)
{
	struct tab t;
	struct span s[MODEL_SECTIONS];
	uint32_t i;

	if (TAB_OPEN(&t, model, "CMOD") != 0)
		return -1;
	for (i = 0; i < MODEL_SECTIONS; i++) {
		s[i] = tab_section(&t, i);
		if (i < MODEL_PAIRS && s[i].n !=
		    (size_t)(i == MODEL_FOLD ? 2 * BMP : BMP))
			return -1;
	}
	if (s[MODEL_PAIRS].n != (size_t)4 << MODEL_PAIR_BITS ||
	    s[MODEL_TRIPLES].n != (size_t)8 << MODEL_TRIPLE_BITS)
		return -1;
	m->fold = (const unsigned char *)s[MODEL_FOLD].p;
	m->single = (const unsigned char *)s[MODEL_SINGLE].p;
	m->first = (const unsigned char *)s[MODEL_FIRST].p;
	m->last = (const unsigned char *)s[MODEL_LAST].p;
	m->run = (const unsigned char *)s[MODEL_RUN].p;
	m->script = (const unsigned char *)s[MODEL_SCRIPT].p;
	m->extra = (const unsigned char *)s[MODEL_EXTRA].p;
	m->class = (const unsigned char *)s[MODEL_CLASS].p;
	m->pairs = (const unsigned char *)s[MODEL_PAIRS].p;
	m->triples = (const unsigned char *)s[MODEL_TRIPLES].p;
	m->folds = (const unsigned char *)s[MODEL_FOLDS].p;
	m->nfolds = (uint32_t)(s[MODEL_FOLDS].n / 16);
	return 0;
}

/* The cost of y inside or across words behind x, or 256 when none has it. */
static unsigned
pair_cost(const struct model *m, uint32_t x, uint32_t y)
{
	uint32_t h, i, v;

	h = model_mix(x << 16 | y);
	i = h >> (32 - MODEL_PAIR_BITS);
	while ((v = tab_u32(m->pairs + 4 * (size_t)i)) >> 8 > (h & 0xffffff))
		i = (i + 1) & ((1U << MODEL_PAIR_BITS) - 1);
	return v != 0 && v >> 8 == (h & 0xffffff) ? v & 0xff : 256;
}

/* The cost of z inside words behind x and y, or 256 when none has it. */
static unsigned
triple_cost(const struct model *m, uint32_t x, uint32_t y, uint32_t z)
{
	uint32_t i, v;

	i = model_mix3(x, y, z) >> (32 - MODEL_TRIPLE_BITS);
	for (;;) {
		v = tab_u32(m->triples + 8 * (size_t)i + 4);
		if (v == 0)
			return 256;
		if (v >> 8 == z && tab_u32(m->triples + 8 * (size_t)i) ==
		    (x << 16 | y))
			return v & 0xff;
		i = (i + 1) & ((1U << MODEL_TRIPLE_BITS) - 1);
	}
}

/* The cost of the first digit of a number behind prev; usually cost. */
static unsigned
number_cost(const struct model *m, uint32_t prev, uint32_t cp, unsigned cost)
{
	unsigned pair;

	pair = pair_cost(m, prev, '0') + DIGIT;
	if (m->script[prev] == SCRIPT_HAN)
		cost += ODD_NUMBER;
	if (pair < 256 && m->script[prev] == SCRIPT_MARK)
		cost = pair;
	return (pair < cost ? pair : cost) + (cp > 0xff ? WIDE_DIGIT : 0);
}

/* The cost of anything but a hanzi behind prev. */
static unsigned
other_cost(const struct model *m, uint32_t prev, uint32_t cp)
{
	unsigned cost, pair;

	cost = m->single[cp];
	if (m->script[cp] == SCRIPT_MARK && m->script[prev] == SCRIPT_MARK) {
		pair = pair_cost(m, prev, cp);
		if (prev == cp && pair == 256)
			return m->run[cp];
		return pair < 256 ? pair : cost + (prev > 0x2000 &&
		    cp > 0x2000 ? ODD_WIDE : ODD_MARKS);
	}
	if (m->script[prev] == m->script[cp])
		return m->run[cp] + (m->script[cp] == SCRIPT_DIGIT &&
		    (cp > 0xff) != (prev > 0xff) ? WIDE_DIGIT : 0);
	cost += m->last[prev] / 2;
	if (m->script[cp] == SCRIPT_DIGIT &&
	    (m->script[prev] == SCRIPT_HAN || m->script[prev] == SCRIPT_MARK))
		return number_cost(m, prev, cp, cost);
	if (m->script[cp] != SCRIPT_MARK)
		return cost;
	if (m->script[prev] == SCRIPT_HAN) {
		pair = pair_cost(m, prev, cp);
		return pair < cost ? pair : cost;
	}
	if (m->script[prev] != SCRIPT_DIGIT)
		return cost;
	pair = pair_cost(m, '0', cp);
	return pair < 256 ? pair : cost;
}

/* The cost of a hanzi in the form that the words have. */
static unsigned
han_cost(const struct model *m, uint32_t prev, uint32_t cp)
{
	unsigned pair, loose, strange;

	if (m->script[prev] == SCRIPT_DIGIT &&
	    (pair = pair_cost(m, '0', cp)) < m->first[cp])
		return pair;
	if (m->script[prev] != SCRIPT_HAN)
		return m->first[cp];
	pair = pair_cost(m, prev, cp);
	if (pair < 256)
		return pair;
	loose = (unsigned)m->last[prev] + m->first[cp];
	strange = (unsigned)m->single[cp] + STRANGE;
	return loose < strange ? loose : strange;
}

/* The form of cp that the words have. */
static uint32_t
fold(const struct model *m, uint32_t cp)
{
	return cp >= BMP ? MODEL_START : tab_u16(m->fold + 2 * (size_t)cp);
}

/* The same, but what words have as it is stays: in 乾隆 it is no form of 干. */
static uint32_t
own_form(const struct model *m, uint32_t cp)
{
	return cp < BMP && m->single[cp] < RARE ? cp : fold(m, cp);
}

unsigned
model_cost(const struct model *m, uint32_t prev, uint32_t cp)
{
	unsigned cost, own;
	uint32_t word;

	if (cp >= BMP)
		return COST_ASTRAL;
	word = fold(m, cp);
	if (m->script[word] != SCRIPT_HAN)
		return other_cost(m, fold(m, prev), word);
	cost = han_cost(m, fold(m, prev), word) + m->extra[cp];
	if (own_form(m, prev) == fold(m, prev) && own_form(m, cp) == word)
		return cost;
	own = han_cost(m, own_form(m, prev), own_form(m, cp));
	return own < cost ? own : cost;
}

/* Whether a letter stands alone between hanzi: seldom, but for A股 and such. */
static int
is_lone(const struct model *m, uint32_t before, uint32_t prev, uint32_t cp)
{
	return cp < BMP && prev < BMP && before < BMP &&
	    m->script[prev] == SCRIPT_LATIN && m->script[cp] == SCRIPT_HAN &&
	    m->script[before] == SCRIPT_HAN;
}

unsigned
model_cost3(const struct model *m, uint32_t before, uint32_t prev,
    uint32_t cp)
{
	unsigned cost, triple;

	cost = model_cost(m, prev, cp);
	if (is_lone(m, before, prev, cp))
		return cost + LONE_LETTER;
	if (cost < COST_BIT || cp >= BMP ||
	    m->script[fold(m, cp)] != SCRIPT_HAN)
		return cost;
	triple = triple_cost(m, fold(m, before), fold(m, prev),
	    fold(m, cp)) + m->extra[cp];
	return triple < cost ? triple : cost;
}

uint64_t
model_text(const struct model *m, uint32_t prev, const char *p, size_t n)
{
	uint64_t sum;
	uint32_t cp, before;
	size_t i, len;

	sum = 0;
	before = prev;
	for (i = 0; i < n; i += len) {
		cp = utf8_decode(p + i, n - i, &len);
		if (cp == UTF8_BAD)
			cp = UTF8_REPLACEMENT;
		sum += model_cost3(m, before, prev, cp);
		before = prev;
		prev = cp;
	}
	return sum;
}

int
model_fold(const struct model *m, uint32_t cp, uint32_t *to, int *kind)
{
	const unsigned char *f;
	uint32_t i;

	for (i = 0; i < m->nfolds; i++) {
		f = m->folds + 16 * (size_t)i;
		if (cp < tab_u32(f) || cp > tab_u32(f + 4))
			continue;
		*to = tab_u32(f + 8);
		*kind = (int)tab_u32(f + 12);
		if (*to != 0 && *kind != MODEL_BLANK)
			*to += cp - tab_u32(f);
		return 1;
	}
	return 0;
}
