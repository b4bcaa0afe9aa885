/*
 * Turns the rows of several files, fed in one behind the other, into the
 * dictionary's table: see lib/lex/lexicon.h.  The number of fields tells what
 * a row is:
 *
 *	word	count	tags		a word; the later row of a word holds
 *	word	tags			tags for a word of an earlier row
 *	tag	tag	share	share	how often the second follows the first,
 *					and how often it stands at all
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
	LISTS = TRIE_VALUE_MAX >> COST_BITS,
	PAIR_EVEN = 128,	/* a tag neither likes nor dislikes the other */
	PAIR_BIT = 16
};

struct entry {
	struct trie_word word;	/* its value is made at the end */
	size_t row;
	uint32_t count;		/* 0 for a row that has tags only */
	uint32_t list;
};

struct pair {
	unsigned before;	/* NO_TAG for the start of a line */
	unsigned tag;
	uint32_t behind;	/* shares per million */
	uint32_t all;
};

struct lists {
	struct buf lists;
	struct buf names;
};

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

/* Tags that the program needs whether a word has them or not. */
static void
fixed_tags(const struct gen *g, struct lists *l)
{
	static const char *const names[] = {
		"n", "m", "nx", "w", "x", "nr", "ns", NULL
	};
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		tag_number(g, l, span_str(names[i]));
}

static int
by_word(const void *a, const void *b)
{
	const struct entry *x = a;
	const struct entry *y = b;
	int order;

	if ((order = build_compare(&x->word, &y->word)) != 0)
		return order;
	return x->row < y->row ? -1 : x->row > y->row;
}

/* Keeps the last row of each word; returns how many there are. */
static size_t
unique(struct entry *e, size_t n)
{
	size_t i;
	size_t to;

	if (n == 0)
		return 0;
	qsort(e, n, sizeof *e, by_word);
	for (to = i = 0; i < n; i++) {
		if (to > 0 && build_compare(&e[to - 1].word, &e[i].word) == 0) {
			to--;
			if (e[i].count == 0)
				e[i].count = e[to].count;
		}
		if (e[i].count == 0)
			err_die("tags for no word: row %zu", e[i].row);
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
	whole = build_log2(total);
	w = xcalloc(n, sizeof *w);
	for (i = 0; i < n; i++) {
		cost = whole - build_log2(e[i].count);
		w[i] = e[i].word;
		w[i].value = e[i].list << COST_BITS |
		    (cost > COST_MAX ? COST_MAX : cost);
	}
	if (build_trie(map, cells, w, n, &bad) == -1)
		err_die("cannot build the trie: word %zu", bad);
	free(w);
}

/* How unwelcome a tag is behind another: 16 a bit, PAIR_EVEN if no matter. */
static unsigned char
pair_cost(const struct pair *p)
{
	int32_t bits;

	bits = (int32_t)build_log2(p->all) - (int32_t)build_log2(p->behind);
	bits = PAIR_EVEN + bits * PAIR_BIT / COST_BIT;
	return (unsigned char)(bits < 0 ? 0 : bits > 255 ? 255 : bits);
}

/* A square of costs: a row for each tag before and one for the start. */
static void
put_pairs(struct buf *b, const struct pair *p, size_t n, size_t ntags)
{
	char *square;
	size_t i;
	size_t row;

	square = buf_room(b, (ntags + 1) * ntags);
	memset(square, PAIR_EVEN, (ntags + 1) * ntags);
	for (i = 0; i < n; i++) {
		row = p[i].before == NO_TAG ? ntags : p[i].before;
		square[row * ntags + p[i].tag] = (char)pair_cost(&p[i]);
	}
	b->n += (ntags + 1) * ntags;
}

static void
read_entry(struct gen *g, struct lists *l, struct entry *e, size_t row)
{
	e->word.n = gen_word(g, g->field[0], &e->word.cp);
	e->row = row;
	e->count = 0;
	if (g->n == 3) {
		e->count = gen_uint(g, 1, 1000000000);
		if (e->count == 0)
			gen_bad(g, "count of zero");
	}
	e->list = list_number(g, l, g->field[g->n - 1]);
}

static void
read_pair(struct gen *g, struct lists *l, struct pair *p)
{
	p->before = NO_TAG;
	if (!span_eq(g->field[0], span_str("^")))
		p->before = tag_number(g, l, g->field[0]);
	p->tag = tag_number(g, l, g->field[1]);
	p->behind = gen_uint(g, 2, 1000000);
	p->all = gen_uint(g, 3, 1000000);
	if (p->behind == 0 || p->all == 0)
		gen_bad(g, "share of zero");
}

int
main(void)
{
	struct buf section[5];
	struct entry *e;
	struct gen g;
	struct lists l;
	struct pair *p;
	size_t cap[2];
	size_t n;
	size_t np;

	memset(section, 0, sizeof section);
	memset(&l, 0, sizeof l);
	e = NULL;
	p = NULL;
	cap[0] = cap[1] = n = np = 0;
	gen_open(&g, "words.gen");
	fixed_tags(&g, &l);
	while (gen_row(&g, 2, 4)) {
		if (g.n == 4) {
			p = xgrow(p, &cap[1], np + 1, sizeof *p);
			read_pair(&g, &l, &p[np++]);
			continue;
		}
		e = xgrow(e, &cap[0], n + 1, sizeof *e);
		read_entry(&g, &l, &e[n], n);
		n++;
	}
	n = unique(e, n);
	put_words(&section[0], &section[1], e, n);
	section[2] = l.lists;
	section[3] = l.names;
	put_pairs(&section[4], p, np, l.names.n / TAG_NAME);
	gen_finish("WORD", section, 5);
}
