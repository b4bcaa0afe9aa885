/*
 * Words of the lists: the embedded table and those that rule files add.  A
 * word stands on any number of lists, with a meaning on each.
 */
#ifndef FACT_WORDS_H
#define FACT_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "fact/lists.h"
#include "fact/sets.h"
#include "tab/build.h"
#include "tab/tab.h"
#include "tab/trie.h"

/* What a word is on one list. */
struct sense {
	int list;
	struct span meaning;
	struct span flags;
};

/* A word added at run time; its senses are linked. */
struct word_more {
	int list;
	uint32_t next;		/* index + 1, 0 at the end */
	struct span meaning;
	struct span flags;
};

struct words {
	struct sets sets;
	struct tab tab;
	struct trie trie;	/* of the table */
	struct span sense;
	struct span string;
	/* Words of rule files; all owned. */
	struct word_more *more;
	size_t nmore;
	size_t morecap;
	struct trie_word *add;
	size_t nadd;
	size_t addcap;
	struct buf map;
	struct buf cells;
	struct trie own;
	int owned;
};

/* A word found in text: length in bytes, and where its senses are. */
struct word_hit {
	size_t n;
	uint32_t base;		/* value in the table, or TRIE_NONE */
	uint32_t own;		/* value among the added words, or TRIE_NONE */
};

/* Opens the embedded tables.  Returns 0, or -1 when one is damaged. */
int words_open(struct words *w);

/*
 * Adds a word to a list; all strings must outlive w.  Returns 0, or -1 when
 * the word is no UTF-8.  words_ready must follow before the next search.
 */
int words_add(struct words *w, struct span word, int list, struct span meaning,
    struct span flags);

/* Makes added words findable.  Returns 0, or -1 when there are too many. */
int words_ready(struct words *w);

/*
 * Finds the longest word at the start of n bytes at p that ends where end(arg,
 * bytes) agrees.  Returns 1, or 0 when there is none.
 */
int words_find(const struct words *w, const char *p, size_t n,
    int (*end)(const void *, size_t), const void *arg, struct word_hit *hit);

/* The lists that a hit is on, as bits. */
uint64_t words_lists(const struct words *w, const struct word_hit *hit);

/* The sense of a hit on a list; returns 0 when it is not on it. */
int words_sense(const struct words *w, const struct word_hit *hit, int list,
    struct sense *s);

/* Writes all embedded words as `list` lines of a rule file. */
void words_print(const struct words *w, struct buf *b);

/* Frees what was added. */
void words_close(struct words *w);

#endif
