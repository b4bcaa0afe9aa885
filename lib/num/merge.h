/* Token rows in which each expression is one row. */
#ifndef NUM_MERGE_H
#define NUM_MERGE_H

#include "base/buf.h"
#include "num/scan.h"

/*
 * Tokens that stay as they are, a part of one, or an expression.  Views last
 * until the next call.
 */
struct merged {
	size_t i;		/* the token where it begins */
	size_t whole;		/* so many tokens stay; else what follows */
	struct span text;
	size_t start, end;	/* code points in the line */
	struct span tag;
	const struct expr *e;	/* or NULL for a part of a token */
};

/* A line on its way out; the rest is private. */
struct merge {
	const struct scan *s;
	const struct token *token;
	size_t n;
	struct buf *buf;
	size_t i;		/* the token in hand */
	size_t at;		/* what stands before it is out */
	size_t next;		/* of s->expr */
};

enum { MERGE_GAP = 1024 };	/* blanks written for a gap, at most */

/* Appends the blanks between two offsets of a line. */
void merge_gap(struct buf *b, size_t from, size_t to);

/*
 * Begins a line of n tokens that s was given last; its expressions are
 * s->expr.  buf is scratch.
 */
void merge_open(struct merge *g, const struct scan *s,
    const struct token *token, size_t n, struct buf *buf);

/* Hands out what is next in the line.  Returns 1, or 0 at its end. */
int merge_next(struct merge *g, struct merged *m);

#endif
