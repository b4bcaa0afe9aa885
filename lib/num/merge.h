/* Token rows in which each expression is one row. */
#ifndef NUM_MERGE_H
#define NUM_MERGE_H

#include "base/buf.h"
#include "num/scan.h"

/* A row of the output; views last until the next call of the sink. */
struct merged {
	size_t i;		/* the token where it begins */
	struct span text;
	size_t start, end;	/* code points in the line */
	struct span tag;
	const struct expr *e;	/* or NULL for an ordinary token */
};

enum { MERGE_GAP = 1024 };	/* blanks written for a gap, at most */

/* Appends the blanks between two offsets of a line. */
void merge_gap(struct buf *b, size_t from, size_t to);

typedef void merge_put(void *arg, const struct merged *m);

/*
 * Hands the n tokens of a line to put, the expressions in s->expr merged.  buf
 * is scratch.
 */
void merge_rows(const struct scan *s, const struct token *token, size_t n,
    struct buf *buf, merge_put *put, void *arg);

#endif
