/* How often characters, pairs and triples of them stand in words. */
#ifndef GEN_COUNTS_H
#define GEN_COUNTS_H

#include <stdint.h>

#include "gen/gen.h"

enum {
	BMP = 0x10000,
	PAIR_BITS = 19,		/* slots for the pairs */
	TRIPLE_BITS = 19,
	NUMBERS = 10000		/* pairs.tsv counts in so many */
};

struct pair {
	uint32_t key;
	uint64_t n;
};

struct triple {
	uint64_t key;
	uint64_t n;
};

struct counts {
	uint64_t all[BMP];	/* characters in words */
	uint64_t first[BMP];	/* at the start of one */
	uint64_t last[BMP];	/* at the end of one */
	uint64_t chars;
	uint64_t words;
	struct pair pair[1 << PAIR_BITS];
	uint32_t pairs;
	struct triple triple[1 << TRIPLE_BITS];
	uint32_t triples;
};

/* Counts the word of a row of words.tsv, if it is all hanzi. */
void counts_word(struct counts *c, const struct gen *g);

/* Counts the neighbours of a row of pairs.tsv, in so many of NUMBERS. */
void counts_beside(struct counts *c, const struct gen *g);

/* Returns the entry of a pair, with n 0 when it was not counted. */
struct pair *counts_pair(struct counts *c, uint32_t x, uint32_t y);

#endif
