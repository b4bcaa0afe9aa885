/* A user's words, which stay words whatever they hold. */
#ifndef NUM_USER_H
#define NUM_USER_H

#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"
#include "num/words.h"

/* Words gathered from files.  Start with all zero. */
struct user {
	struct words words;	/* usable after user_build */
	struct trie_word *word;
	size_t n, cap;
	struct buf map, cells, entries, pool;
};

/*
 * Takes one line of a dictionary: a word, then anything behind a blank or TAB;
 * `#` begins a comment.  The word is folded as text is.  Returns 0, or -1 when
 * the line is no UTF-8.
 */
int user_line(struct user *u, const struct chars *c, struct span line);

/* Makes the words usable.  Returns 0, or -1 when there are too many. */
int user_build(struct user *u);

/* Frees what was taken. */
void user_free(struct user *u);

#endif
