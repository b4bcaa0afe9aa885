/*
 * Makes the character model (text/model.h).  Each row begins with a letter that
 * says where it comes from:
 *	C	chars.tsv: range, script, two costs, classes
 *	F	fold.tsv: range, target, kind
 *	W	words.tsv, compounds.tsv: word, count, tags
 *	S	s2t.tsv	T	t2s.tsv: after the words
 *	N	pairs.tsv: two neighbours, 0 for a number, count
 * Costs are -log2 of a probability in eighths of a bit.
 */
#include <stdlib.h>
#include <string.h>

#include "gen/counts.h"
#include "gen/gen.h"
#include "text/model_tab.h"

enum {
	PAIR_MIN = 4,		/* pairs seen less often are left out */
	END_MOST = 26,		/* the end of a word costs no more */
	SHARE = 75,		/* per cent of characters that are in words */
	CHARS_A_NUMBER = 40,	/* in running text */
	CHARS_A_MARK = 300,	/* a colon, say */
	RARE = 136,		/* a hanzi of this cost is rare */
	PRIME_EXTRA = 1,	/* cost of the usual traditional form */
	VARIANT_EXTRA = 24	/* cost of any other */
};

struct arrays {
	uint16_t fold[BMP];
	unsigned char single[BMP];
	unsigned char first[BMP];
	unsigned char last[BMP];
	unsigned char run[BMP];
	unsigned char script[BMP];
	unsigned char extra[BMP];
	unsigned char class[BMP];
	uint16_t prime[BMP];	/* usual traditional form */
};

static const char *const scripts[] = {
	"other", "han", "mark", "digit", "latin", "blank", "kana", "hangul",
	"greek", "cyril", "alien", "bopomo", "radical", NULL
};

static const char *const kinds[] = {
	"blank", "width", "control", "zero", NULL
};

/* 256 * log2(v), v > 0, without floating point. */
static uint32_t
log2_256(uint64_t v)
{
	uint64_t m;
	uint32_t whole, frac;
	int i;

	for (whole = 0; v >> whole > 1; whole++)
		;
	m = whole > 31 ? v >> (whole - 31) : v << (31 - whole);
	frac = 0;
	for (i = 0; i < 8; i++) {
		m = m * m >> 31;
		frac <<= 1;
		if (m >> 32 != 0) {
			frac |= 1;
			m >>= 1;
		}
	}
	return whole << 8 | frac;
}

/* The cost of a probability num / den. */
static unsigned char
cost(uint64_t num, uint64_t den)
{
	uint32_t c;

	if (num == 0)
		return 255;
	if (num >= den)
		return 0;
	c = (log2_256(den) - log2_256(num) + 16) / 32;
	return c > 255 ? 255 : (unsigned char)c;
}

static int
find_name(const struct gen *g, const char *const *list, struct span s)
{
	int i;

	for (i = 0; list[i] != NULL; i++)
		if (span_eq(s, span_str(list[i])))
			return i;
	gen_bad(g, "unknown name");
}

static uint32_t
read_hex(const struct gen *g, const char *p, size_t n)
{
	uint32_t v;
	size_t i;

	v = 0;
	if (n == 0 || n > 5)
		gen_bad(g, "bad code point");
	for (i = 0; i < n; i++) {
		if (strchr("0123456789ABCDEF", p[i]) == NULL)
			gen_bad(g, "bad code point");
		v = v << 4 | (uint32_t)(p[i] < 'A' ? p[i] - '0' :
		    p[i] - 'A' + 10);
	}
	return v;
}

static void
read_range(const struct gen *g, uint32_t *lo, uint32_t *hi)
{
	struct span s;
	const char *dash;

	s = g->field[1];
	dash = memchr(s.p, '-', s.n);
	*lo = read_hex(g, s.p, dash == NULL ? s.n : (size_t)(dash - s.p));
	*hi = dash == NULL ? *lo :
	    read_hex(g, dash + 1, s.n - (size_t)(dash + 1 - s.p));
	if (*lo > *hi || *hi >= BMP)
		gen_bad(g, "bad range");
}

static void
add_chars(const struct gen *g, struct arrays *a)
{
	static const char letters[] = "clothr";
	static const unsigned char bits[] = {
		CLASS_FOLD, CLASS_WEST, CLASS_ODD, CLASS_TONE, CLASS_HAN,
		CLASS_RARE
	};
	unsigned char class;
	uint32_t lo, hi;
	const char *l;
	size_t i;
	int script;

	if (g->n != 6)
		gen_bad(g, "a range needs five fields");
	read_range(g, &lo, &hi);
	script = find_name(g, scripts, g->field[2]);
	class = script == SCRIPT_HAN ? CLASS_HAN : 0;
	for (i = 0; i < g->field[5].n; i++) {
		l = strchr(letters, g->field[5].p[i]);
		if (l != NULL)
			class |= bits[l - letters];
	}
	for (; lo <= hi; lo++) {
		a->script[lo] = (unsigned char)script;
		a->single[lo] = (unsigned char)gen_uint(g, 3, 255);
		a->first[lo] = a->single[lo];
		a->run[lo] = (unsigned char)gen_uint(g, 4, 255);
		a->class[lo] = class;
		a->fold[lo] = (uint16_t)lo;
	}
}

static void
add_fold(const struct gen *g, struct arrays *a, struct buf *folds)
{
	uint32_t lo, hi, to;

	if (g->n != 4)
		gen_bad(g, "a fold needs three fields");
	read_range(g, &lo, &hi);
	to = g->field[2].n == 1 && g->field[2].p[0] == '-' ? 0 :
	    read_hex(g, g->field[2].p, g->field[2].n);
	build_u32(folds, lo);
	build_u32(folds, hi);
	build_u32(folds, to);
	build_u32(folds, (uint32_t)find_name(g, kinds, g->field[3]));
	for (; lo <= hi; lo++)
		a->class[lo] |= CLASS_FOLD;
}

/* Whether a phrase keeps its character i. */
static int
keeps(const uint32_t *from, size_t n, const uint32_t *to, size_t m, size_t i)
{
	return n == m && from[i] == to[i];
}

/*
 * Marks the rarest character that a phrase changes, without which it cannot
 * stand; keeps pairs of single characters.  The words must be counted.
 */
static void
add_script(const struct gen *g, const struct counts *c, struct arrays *a,
    int t2s)
{
	const uint32_t *from, *to;
	size_t i, m, n, rare;

	n = gen_word(g, g->field[1], &from);
	m = gen_word(g, g->field[2], &to);
	for (rare = n, i = 0; i < n; i++) {
		if (from[i] >= BMP)
			return;
		if (!keeps(from, n, to, m, i) && (rare == n ||
		    c->all[from[i]] < c->all[from[rare]]))
			rare = i;
	}
	if (rare == n)
		return;
	a->class[from[rare]] |= t2s ? CLASS_TRAD : CLASS_SIMP;
	if (n != 1 || to[0] >= BMP || from[0] == to[0])
		return;
	if (t2s)
		a->fold[from[0]] = (uint16_t)to[0];
	else
		a->prime[from[0]] = (uint16_t)to[0];
}

static void
single_costs(const struct counts *c, struct arrays *a)
{
	uint32_t i;

	for (i = 0x3400; i < BMP; i++) {
		if (c->all[i] == 0)
			continue;
		a->single[i] = cost(c->all[i] * SHARE, c->chars * 100);
		/* four parts as the first of a word, one as any character */
		a->first[i] = cost(c->first[i] * 4 * SHARE / 5 *
		    (c->chars / 1000 + 1) / (c->words / 1000 + 1) +
		    c->all[i] * SHARE / 5, c->chars * 100);
		a->last[i] = cost(c->last[i] * 20 + c->all[i],
		    c->all[i] * 21);
		if (a->last[i] > END_MOST)
			a->last[i] = END_MOST;
		if (a->single[i] < RARE)
			a->class[i] &= (unsigned char)~CLASS_RARE;
	}
}

/* A traditional form costs what its simplified one does, and a little more. */
static void
fold_costs(struct arrays *a)
{
	uint32_t i, f;

	for (i = 0; i < BMP; i++) {
		f = a->fold[i];
		if (f == i && a->script[i] == SCRIPT_HAN &&
		    a->single[i] >= RARE)
			a->class[i] |= CLASS_RARE;
		if (f == i)
			continue;
		a->extra[i] = a->prime[f] == i ? PRIME_EXTRA : VARIANT_EXTRA;
		if (a->single[f] + a->extra[i] < RARE)
			a->class[i] &= (unsigned char)~CLASS_RARE;
		else
			a->class[i] |= CLASS_RARE;
	}
}

/* How often two words stand so that y comes behind x by chance. */
static uint64_t
over_border(const struct counts *c, uint32_t x, uint32_t y)
{
	return c->last[x] * SHARE / 100 * c->first[y] / c->words;
}

/* The cost of y behind x, which stands there n times. */
static unsigned char
pair_cost(const struct counts *c, uint32_t x, uint32_t y, uint64_t n)
{
	uint64_t many;

	if (c->all[x] == 0)	/* a number or a mark */
		return cost(n, NUMBERS);
	if (y == '0' || c->all[y] == 0) {
		many = c->chars / (y == '0' ? CHARS_A_NUMBER : CHARS_A_MARK);
		return cost(n * many / NUMBERS, c->all[x] + 1);
	}
	return cost(n + over_border(c, x, y), c->all[x] + 1);
}

/* Whether words have a character as it is, not as a form of another. */
static int
is_own(const struct arrays *a, uint32_t cp)
{
	return a->fold[cp] == cp || a->single[cp] < RARE;
}

/* Puts a pair where text/model_tab.h says that it is found. */
static void
put_pair(uint32_t *slot, uint32_t h, uint32_t v)
{
	uint32_t k, other;

	k = h >> (32 - MODEL_PAIR_BITS);
	for (; slot[k] != 0; k = (k + 1) & ((1 << MODEL_PAIR_BITS) - 1))
		if (slot[k] >> 8 < v >> 8) {
			other = slot[k];
			slot[k] = v;
			v = other;
		}
	slot[k] = v;
}

static void
write_pairs(struct counts *c, const struct arrays *a, struct buf *out)
{
	static uint32_t slot[1 << MODEL_PAIR_BITS];
	uint32_t i, h, x, y, n;

	n = 0;
	for (i = 0; i < 1 << PAIR_BITS; i++) {
		if (c->pair[i].n == 0)
			continue;
		if (c->pair[i].n < PAIR_MIN &&
		    c->all[c->pair[i].key >> 16] != 0)
			continue;
		x = c->pair[i].key >> 16;
		y = c->pair[i].key & 0xffff;
		if (!is_own(a, x) || !is_own(a, y))
			continue;
		h = model_mix(c->pair[i].key);
		if (++n > (1U << MODEL_PAIR_BITS) * 4 / 5)
			err_die("too many pairs");
		put_pair(slot, h, h << 8 | pair_cost(c, x, y, c->pair[i].n));
	}
	for (i = 0; i < 1 << MODEL_PAIR_BITS; i++)
		build_u32(out, slot[i]);
}

static void
write_triples(struct counts *c, const struct arrays *a, struct buf *out)
{
	static uint32_t slot[1 << MODEL_TRIPLE_BITS][2];
	uint32_t i, k, n, x, y, z;
	uint64_t both;

	n = 0;
	for (i = 0; i < 1 << TRIPLE_BITS; i++) {
		if (c->triple[i].n < PAIR_MIN)
			continue;
		x = (uint32_t)(c->triple[i].key >> 32);
		y = (uint32_t)(c->triple[i].key >> 16) & 0xffff;
		z = (uint32_t)c->triple[i].key & 0xffff;
		if (!is_own(a, x) || !is_own(a, y) || !is_own(a, z))
			continue;
		k = model_mix3(x, y, z) >> (32 - MODEL_TRIPLE_BITS);
		while (slot[k][1] != 0)
			k = (k + 1) & ((1 << MODEL_TRIPLE_BITS) - 1);
		if (++n > (1U << MODEL_TRIPLE_BITS) * 4 / 5)
			err_die("too many triples");
		both = counts_pair(c, x, y)->n + over_border(c, x, y);
		slot[k][0] = x << 16 | y;
		slot[k][1] = z << 8 | cost(c->triple[i].n, both + 1);
	}
	for (i = 0; i < 1 << MODEL_TRIPLE_BITS; i++) {
		build_u32(out, slot[i][0]);
		build_u32(out, slot[i][1]);
	}
}

static void
read_row(struct gen *g, struct counts *c, struct arrays *a, struct buf *folds)
{
	switch (g->field[0].p[0]) {
	case 'C':
		add_chars(g, a);
		break;
	case 'F':
		add_fold(g, a, folds);
		break;
	case 'N':
		counts_beside(c, g);
		break;
	case 'W':
		counts_word(c, g);
		break;
	default:
		add_script(g, c, a, g->field[0].p[0] == 'T');
	}
}

int
main(void)
{
	static struct buf section[MODEL_SECTIONS];
	static struct counts c;
	static struct arrays a;
	static struct gen g;
	uint32_t i;

	gen_open(&g, "model.gen");
	while (gen_row(&g, 3, 6))
		read_row(&g, &c, &a, &section[MODEL_FOLDS]);
	single_costs(&c, &a);
	fold_costs(&a);
	for (i = 0; i < BMP; i++)
		build_u16(&section[MODEL_FOLD], a.fold[i]);
	buf_add(&section[MODEL_SINGLE], a.single, BMP);
	buf_add(&section[MODEL_FIRST], a.first, BMP);
	buf_add(&section[MODEL_LAST], a.last, BMP);
	buf_add(&section[MODEL_RUN], a.run, BMP);
	buf_add(&section[MODEL_SCRIPT], a.script, BMP);
	buf_add(&section[MODEL_EXTRA], a.extra, BMP);
	buf_add(&section[MODEL_CLASS], a.class, BMP);
	write_pairs(&c, &a, &section[MODEL_PAIRS]);
	write_triples(&c, &a, &section[MODEL_TRIPLES]);
	gen_finish("CMOD", section, MODEL_SECTIONS);
}
