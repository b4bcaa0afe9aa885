/* Counts of characters. */
#include "gen/counts.h"

#include "text/model_tab.h"

struct pair *
counts_pair(struct counts *c, uint32_t x, uint32_t y)
{
	uint32_t key, i;

	key = x << 16 | y;
	i = model_mix(key) >> (32 - PAIR_BITS);
	while (c->pair[i].n != 0 && c->pair[i].key != key)
		i = (i + 1) & ((1 << PAIR_BITS) - 1);
	c->pair[i].key = key;
	return &c->pair[i];
}

static void
count_pair(struct counts *c, uint32_t x, uint32_t y, uint64_t n)
{
	struct pair *p;

	p = counts_pair(c, x, y);
	if (p->n == 0 && ++c->pairs == (1 << PAIR_BITS) - 1)
		err_die("too many pairs");
	p->n += n;
}

static struct triple *
find_triple(struct counts *c, uint32_t x, uint32_t y, uint32_t z)
{
	uint64_t key;
	uint32_t i;

	key = (uint64_t)x << 32 | y << 16 | z;
	i = model_mix3(x, y, z) >> (32 - TRIPLE_BITS);
	while (c->triple[i].n != 0 && c->triple[i].key != key)
		i = (i + 1) & ((1 << TRIPLE_BITS) - 1);
	c->triple[i].key = key;
	return &c->triple[i];
}

static void
count_triple(struct counts *c, uint32_t x, uint32_t y, uint32_t z, uint64_t n)
{
	struct triple *t;

	t = find_triple(c, x, y, z);
	if (t->n == 0 && ++c->triples == (1 << TRIPLE_BITS) - 1)
		err_die("too many triples");
	t->n += n;
}

void
counts_word(struct counts *c, const struct gen *g)
{
	const uint32_t *cp;
	uint64_t n;
	size_t i, len;

	len = gen_word(g, g->field[1], &cp);
	n = gen_uint(g, 2, 0xffffffff);
	for (i = 0; i < len; i++)
		if (cp[i] < 0x3400 || cp[i] >= BMP)
			return;
	c->words += n;
	c->first[cp[0]] += n;
	c->last[cp[len - 1]] += n;
	for (i = 0; i < len; i++) {
		c->all[cp[i]] += n;
		c->chars += n;
		if (i > 0)
			count_pair(c, cp[i - 1], cp[i], n);
		if (i > 1)
			count_triple(c, cp[i - 2], cp[i - 1], cp[i], n);
	}
}

void
counts_beside(struct counts *c, const struct gen *g)
{
	const uint32_t *cp;

	if (gen_word(g, g->field[1], &cp) != 2 || cp[0] >= BMP ||
	    cp[1] >= BMP)
		gen_bad(g, "not two characters");
	count_pair(c, cp[0], cp[1], gen_uint(g, 2, NUMBERS));
}
