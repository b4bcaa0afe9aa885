/*
 * A map from words (sequences of code points) to 24-bit values: a double array
 * (Aoe 1989) of 64-bit cells, each base:24 | check:16 | value:24 from the low
 * end.  Code points are first mapped to dense codes, frequent ones small.
 * Every state has a base of its own, so the code alone is the check.
 *
 * Section layout of a trie inside a table, both used in place:
 *	map	u32 pages, then pages u16 page numbers, then the pages of 256
 *		u16 codes; page 0 is all zero; code 0 stands for no such letter
 *	cells	u64 each; cell 0 is the root
 */
#ifndef TAB_TRIE_H
#define TAB_TRIE_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "tab/tab.h"

enum {
	TRIE_ROOT = 0,
	TRIE_VALUE_MAX = 0xfffffe	/* largest value a word can have */
};

#define TRIE_DEAD UINT32_MAX		/* no such state */
#define TRIE_NONE UINT32_MAX		/* no word ends here */

/* An opened trie: views of bytes that outlive it. */
struct trie {
	const unsigned char *pageno;
	const unsigned char *page;
	uint32_t pages;
	const unsigned char *cell;
	uint32_t cells;
};

/*
 * Opens a trie from its two sections.  Returns 0, or -1 when their sizes do
 * not fit (a damaged file).  Steps stay inside the cells whatever they hold.
 */
int trie_open(struct trie *t, struct span map, struct span cells);

/* Returns the code of a code point, 0 when no word has it. */
static inline uint32_t
trie_code(const struct trie *t, uint32_t cp)
{
	if (cp >> 8 >= t->pages)
		return 0;
	return tab_u16(t->page + 2 * (256 * (size_t)tab_u16(t->pageno +
	    2 * (cp >> 8)) + (cp & 0xff)));
}

/* Follows a code (not 0) from a state; TRIE_DEAD when there is no way. */
static inline uint32_t
trie_next(const struct trie *t, uint32_t state, uint32_t code)
{
	uint32_t to;

	to = (uint32_t)(tab_u64(t->cell + 8 * (size_t)state) & 0xffffff) +
	    code;
	if (code == 0 || to >= t->cells ||
	    (tab_u64(t->cell + 8 * (size_t)to) >> 24 & 0xffff) != code)
		return TRIE_DEAD;
	return to;
}

/* Returns the value of the word that ends in a state, or TRIE_NONE. */
static inline uint32_t
trie_value(const struct trie *t, uint32_t state)
{
	uint32_t v;

	v = (uint32_t)(tab_u64(t->cell + 8 * (size_t)state) >> 40);
	return v == 0 ? TRIE_NONE : v - 1;
}

/*
 * The same on cells instead of states, 0 being the dead one: follows a code
 * from a cell that trie_root or trie_child gave.  What has been loaded of a
 * cell to find it serves for its value and the next step.
 */
static inline uint64_t
trie_child(const struct trie *t, uint64_t cell, uint32_t code)
{
	uint64_t child;
	uint32_t to;

	to = (uint32_t)(cell & 0xffffff) + code;
	if (cell == 0 || code == 0 || to >= t->cells)
		return 0;
	child = tab_u64(t->cell + 8 * (size_t)to);
	return (child >> 24 & 0xffff) == code ? child : 0;
}

/*
 * Begins to load what trie_child looks at, where it is known long before: the
 * cells of a large trie are mostly far away.
 */
static inline void
trie_fetch(const struct trie *t, uint64_t cell, uint32_t code)
{
#if defined(__GNUC__)
	__builtin_prefetch(t->cell + 8 * ((cell & 0xffffff) + code));
#else
	(void)t;
	(void)cell;
	(void)code;
#endif
}

/* The cell of the root, from which every word begins. */
static inline uint64_t
trie_root(const struct trie *t)
{
	return tab_u64(t->cell);
}

/* Returns the value of the word that ends in a cell plus 1, 0 for none. */
static inline uint32_t
trie_cell_value(uint64_t cell)
{
	return (uint32_t)(cell >> 40);
}

/* Follows one code point from a state; TRIE_DEAD when there is no way. */
static inline uint32_t
trie_step(const struct trie *t, uint32_t state, uint32_t cp)
{
	return trie_next(t, state, trie_code(t, cp));
}

#endif
