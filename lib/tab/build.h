/*
 * Builds tables and tries in memory: for the generators of lib/gen, and for
 * programs that compile a user's dictionary.
 */
#ifndef TAB_BUILD_H
#define TAB_BUILD_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "tab/tab.h"
#include "tab/trie.h"

/* Appends a value in little-endian order. */
void build_u16(struct buf *b, uint16_t v);
void build_u32(struct buf *b, uint32_t v);
void build_u64(struct buf *b, uint64_t v);

/* Overwrites four bytes at an offset that b holds already. */
void build_set32(struct buf *b, size_t off, uint32_t v);

/*
 * Writes a whole table of a kind (four letters) with n sections to out, which
 * is emptied first.
 */
void build_table(struct buf *out, const char *kind, const struct buf *section,
    uint32_t n);

/*
 * Returns log2(v) in units of 1/128, rounded down, for v > 0: the same on
 * every machine, bit by bit as in Knuth, TAOCP 1, 1.2.2, exercise 25.
 */
uint32_t build_log2(uint64_t v);

/* One word of a trie to be built. */
struct trie_word {
	const uint32_t *cp;	/* its code points, borrowed */
	size_t n;
	uint32_t value;		/* at most TRIE_VALUE_MAX */
};

/*
 * Compares two struct trie_word by their code points, as qsort wants it: below
 * 0, 0 or above 0.
 */
int build_compare(const void *a, const void *b);

/*
 * Builds a trie of count words, which are sorted in place; map and cells are
 * emptied and filled with the two sections.  Returns 0, or -1 and the index of
 * a word in *bad when that word is empty, stands twice, has a value out of
 * range or a code point over 10FFFF, or the trie would outgrow 24 bits.
 */
int build_trie(struct buf *map, struct buf *cells, struct trie_word *w,
    size_t count, size_t *bad);

#endif
