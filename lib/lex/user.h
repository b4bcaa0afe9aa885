/*
 * The user's dictionaries: TSV rows word, count, tag (or just words), or the
 * compiled form of such rows, a table that is mapped and used in place:
 * sections map, cells of a trie, names of tags in USER_TAG bytes each, padded
 * with NUL.  A word's value is the number of its tag and its cost.
 */
#ifndef LEX_USER_H
#define LEX_USER_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "tab/trie.h"

enum {
	USER_COST_BITS = 12,
	USER_TAG = 16,		/* bytes of a tag's name with its NUL */
	USER_TAGS = 255,	/* tags of a dictionary, at most */
	USER_DICTS = 255,	/* dictionaries, at most */
	USER_CAUSE = 96
};

/* One opened dictionary. */
struct user_words {
	struct trie words;
	const char *tags;
	uint32_t ntags;
	void *map;		/* a mapped file, or NULL */
	size_t mapped;
	struct buf table;	/* a table made here */
};

/* Rows read from text and not yet compiled. */
struct user_rows;

/* All dictionaries of a call.  Start with all zero. */
struct user {
	struct user_words *v;
	size_t n;
	size_t cap;
	struct user_rows *rows;
};

/* What is wrong with a dictionary. */
struct user_error {
	size_t line;		/* 0: the file as a whole */
	char cause[USER_CAUSE];
};

/*
 * Adds the dictionary in a file, compiled or text.  Returns 0, or -1 with the
 * error.  Words of text are known after user_compile only.
 */
int user_add(struct user *u, const char *path, struct user_error *e);

/*
 * Compiles the words of all text files into one more dictionary; of a word
 * that stands twice the later row holds.  Returns 0, or -1 when there are too
 * many words.
 */
int user_compile(struct user *u);

/* Views the table that user_compile made, or an empty view. */
struct span user_table(const struct user *u);

/* Frees everything. */
void user_free(struct user *u);

/* Packs dictionary k and the value of one of its words. */
static inline uint32_t
user_ref(size_t k, uint32_t value)
{
	return (uint32_t)k << 24 | value;
}

/* The cost in a word's value: small for a large count. */
static inline int32_t
user_cost(uint32_t value)
{
	return (int32_t)(value & ((1u << USER_COST_BITS) - 1));
}

/* Returns the tag of a packed word. */
struct span user_tag(const struct user *u, uint32_t ref);

#endif
