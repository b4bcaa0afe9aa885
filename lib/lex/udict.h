/*
 * The user's dictionaries: TSV rows word, count, tag (or just words), or the
 * compiled form of such rows, a table that is mapped and used in place:
 * sections map, cells of a trie, names of tags in UDICT_TAG bytes each, padded
 * with NUL.  A word's value is the number of its tag and its cost.
 */
#ifndef LEX_UDICT_H
#define LEX_UDICT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "tab/trie.h"

enum {
	UDICT_COST_BITS = 12,
	UDICT_TAG = 16,		/* bytes of a tag's name with its NUL */
	UDICT_TAGS = 255,	/* tags of a dictionary, at most */
	UDICT_DICTS = 255,	/* dictionaries, at most */
	UDICT_CAUSE = 96
};

/* One opened dictionary. */
struct udict_words {
	struct trie words;
	const char *tags;
	uint32_t ntags;
	void *map;		/* a mapped file, or NULL */
	size_t mapped;
	struct buf table;	/* a table made here */
};

/* Rows read from text and not yet compiled. */
struct udict_rows;

/* Takes a word of a dictionary and its tag. */
typedef void udict_seen(void *arg, struct span word, struct span tag);

/* All dictionaries of a call.  Start with all zero. */
struct udict {
	udict_seen *seen;	/* called for each row of text, or NULL */
	void *arg;
	struct udict_words *v;
	size_t n;
	size_t cap;
	struct udict_rows *rows;
};

/* What is wrong with a dictionary. */
struct udict_error {
	size_t line;		/* 0: the file as a whole */
	char cause[UDICT_CAUSE];
};

/*
 * Adds the dictionary in a file, compiled or text.  Returns 0, or -1 with the
 * error.  Words of text are known after udict_compile only.
 */
int udict_add(struct udict *u, const char *path, struct udict_error *e);

/*
 * Compiles the words of all text files into one more dictionary; of a word
 * that stands twice the later row holds.  Returns 0, or -1 when there are too
 * many words.
 */
int udict_compile(struct udict *u);

/* Views the table that udict_compile made, or an empty view. */
struct span udict_table(const struct udict *u);

/* Frees everything. */
void udict_free(struct udict *u);

/* Packs dictionary k and the value of one of its words. */
static inline uint32_t
udict_ref(size_t k, uint32_t value)
{
	return (uint32_t)k << 24 | value;
}

/* The cost in a word's value: small for a large count. */
static inline int32_t
udict_cost(uint32_t value)
{
	return (int32_t)(value & ((1u << UDICT_COST_BITS) - 1));
}

/* Returns the tag of a packed word. */
struct span udict_tag(const struct udict *u, uint32_t ref);

#endif
