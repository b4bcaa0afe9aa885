/* A user's words: those that stay words, and units of measure. */
#ifndef NUM_USER_H
#define NUM_USER_H

#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"
#include "num/words.h"

/* Words gathered from files. */
struct user_list {
	struct words words;	/* usable after user_build, if n is not 0 */
	struct trie_word *word;
	size_t n, cap;
	struct buf map, cells, entries, pool;
};

/* Start with all zero. */
struct user {
	struct user_list word;	/* stay words whatever they hold */
	struct user_list unit;	/* count what a number before them says */
};

/*
 * Takes a word, valid UTF-8, which is folded as text is: a unit when its tag
 * is q; one with the tag m or t is left to the grammar.
 */
void user_add(struct user *u, const struct chars *c, struct span word,
    struct span tag);

/* Makes the words usable.  Returns 0, or -1 when there are too many. */
int user_build(struct user *u);

/* The words of a list, or NULL if it is empty. */
static inline struct words *
user_words(struct user_list *l)
{
	return l->n != 0 ? &l->words : NULL;
}

/* Frees what was taken. */
void user_free(struct user *u);

#endif
