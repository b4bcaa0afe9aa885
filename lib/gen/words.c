/*
 * Turns lib/data/words.tsv (word, count, tags) into the dictionary's table:
 * see lib/lex/lexicon.h.  A word may stand twice, as further files are fed in
 * behind the first: the later row holds.
 */
#include <stdlib.h>
#include <string.h>

#include "gen/gen.h"

enum {
	COST_BITS = 12,
	COST_BIT = 128,
	COST_MAX = (1 << COST_BITS) - 1,
	TAGS = 4,
	TAG_NAME = 4,
	NO_TAG = 255,
	LISTS = TRIE_VALUE_MAX >> COST_BITS
};

struct entry {
	const uint32_t *cp;
	size_t n;
	size_t row;
	uint32_t count;
	uint32_t list;
};

struct lists {
	struct buf lists;
	struct buf names;
};

/* Returns log2(v) * COST_BIT, rounded down, for v > 0, without floats. */
static uint32_t
log2_scaled(uint64_t v)
{
	uint64_t m;
	uint32_t r;
	int bit;
	int e;

	for (e = 0; v >> (e + 1) != 0; e++)
		;
	m = e <= 31 ? v << (31 - e) : v >> (e - 31);
	r = (uint32_t)e;
	for (bit = 1; bit < COST_BIT; bit <<= 1) {
		m = m * m >> 31;
		r <<= 1;
		if (m >> 32 != 0) {
			r |= 1;
			m >>= 1;
		}
	}
	return r;
}

static unsigned char
tag_number(const struct gen *g, struct lists *l, struct span name)
{
	char cell[TAG_NAME];
	size_t i;

	if (name.n == 0 || name.n > TAG_NAME)
		gen_bad(g, "bad tag");
	memset(cell, 0, sizeof cell);
	memcpy(cell, name.p, name.n);
	for (i = 0; i < l->names.n; i += TAG_NAME)
		if (memcmp(l->names.p + i, cell, TAG_NAME) == 0)
			return (unsigned char)(i / TAG_NAME);
	buf_add(&l->names, cell, TAG_NAME);
	if (i / TAG_NAME >= NO_TAG)
		gen_bad(g, "too many tags");
	return (unsigned char)(i / TAG_NAME);
}

/* Returns the number of a list of tags such as `v,vn`. */
static uint32_t
list_number(const struct gen *g, struct lists *l, struct span names)
{
	unsigned char tags[TAGS];
	const char *comma;
	size_t i;
	size_t n;

	memset(tags, NO_TAG, sizeof tags);
	for (i = 0; names.n != 0; i++) {
		comma = memchr(names.p, ',', names.n);
		n = comma == NULL ? names.n : (size_t)(comma - names.p);
		if (i == TAGS)
			gen_bad(g, "too many tags for a word");
		tags[i] = tag_number(g, l, span_of(names.p, n));
		names = comma == NULL ? span_of("", 0) :
		    span_of(comma + 1, names.n - n - 1);
	}
	for (i = 0; i < l->lists.n; i += TAGS)
		if (memcmp(l->lists.p + i, tags, TAGS) == 0)
			return (uint32_t)(i / TAGS);
	buf_add(&l->lists, tags, TAGS);
	if (i / TAGS > LISTS)
		gen_bad(g, "too many lists of tags");
	return (uint32_t)(i / TAGS);
}

static int
by_word(const void *a, const void *b)
{
	const struct entry *x = a;
	const struct entry *y = b;
	size_t i;

	for (i = 0; i < x->n && i < y->n; i++)
		if (x->cp[i] != y->cp[i])
			return x->cp[i] < y->cp[i] ? -1 : 1;
	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* Keeps the last row of each word; returns how many there are. */
static size_t
unique(struct entry *e, size_t n)
{
	size_t i;
	size_t to;

	qsort(e, n, sizeof *e, by_word);
	for (to = i = 0; i < n; i++) {
		if (to > 0 && e[to - 1].n == e[i].n && memcmp(e[to - 1].cp,
		    e[i].cp, e[i].n * sizeof *e[i].cp) == 0)
			to--;
		e[to++] = e[i];
	}
	return to;
}

static void
put_words(struct buf *map, struct buf *cells, const struct entry *e, size_t n)
{
	struct trie_word *w;
	uint64_t total;
	uint32_t cost;
	uint32_t whole;
	size_t bad;
	size_t i;

	for (total = i = 0; i < n; i++)
		total += e[i].count;
	whole = log2_scaled(total);
	w = xcalloc(n, sizeof *w);
	for (i = 0; i < n; i++) {
		cost = whole - log2_scaled(e[i].count);
		w[i].cp = e[i].cp;
		w[i].n = e[i].n;
		w[i].value = e[i].list << COST_BITS |
		    (cost > COST_MAX ? COST_MAX : cost);
	}
	if (build_trie(map, cells, w, n, &bad) == -1)
		err_die("cannot build the trie: word %zu", bad);
	free(w);
}

int
main(void)
{
	struct buf section[4];
	struct entry *e;
	struct gen g;
	struct lists l;
	size_t cap;
	size_t n;

	memset(section, 0, sizeof section);
	memset(&l, 0, sizeof l);
	e = NULL;
	cap = n = 0;
	gen_open(&g, "words.gen");
	while (gen_row(&g, 3, 3)) {
		e = xgrow(e, &cap, n + 1, sizeof *e);
		e[n].n = gen_word(&g, g.field[0], &e[n].cp);
		e[n].row = n;
		e[n].count = gen_uint(&g, 1, 1000000000);
		if (e[n].count == 0)
			gen_bad(&g, "count of zero");
		e[n].list = list_number(&g, &l, g.field[2]);
		n++;
	}
	n = unique(e, n);
	put_words(&section[0], &section[1], e, n);
	section[2] = l.lists;
	section[3] = l.names;
	gen_finish("WORD", section, 4);
}
