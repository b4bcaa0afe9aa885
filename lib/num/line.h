/*
 * The text of one line as the grammar reads it: without blanks, folded to
 * simplified half-width forms, each character with its class.  A character
 * remembers where it stands in the line and in which token.
 */
#ifndef NUM_LINE_H
#define NUM_LINE_H

#include <stddef.h>
#include <stdint.h>

#include "num/words.h"
#include "text/token.h"

struct line {
	size_t n;		/* characters; cp[n] and cls[n] are 0 */
	uint32_t *cp;
	unsigned char *cls;	/* C_OTHER ... */
	unsigned char *val;
	unsigned char *at;	/* AT_GAP ... */
	unsigned char *may;	/* BEGIN_VETO ...; may[n] is not 0 */
	uint32_t *pos;		/* code points from the start of the line */
	uint32_t *tok;		/* which of the tokens */
	size_t cap;
	const struct token *token;	/* borrowed */
	size_t tokens;
};

/* Takes the text of n tokens of one line, which stay borrowed. */
void line_set(struct line *l, const struct chars *c,
    const struct token *token, size_t n);

/* Frees the arrays. */
void line_free(struct line *l);

/* Tells whether the tag of the token of character i begins with c. */
int line_tag(const struct line *l, size_t i, int c);

/* Tells whether a token ends just before character i. */
static inline int
line_edge(const struct line *l, size_t i)
{
	return i >= l->n || (l->at[i] & AT_TOKEN) != 0;
}

/* Whether character i is a. */
static inline int
line_is(const struct line *l, size_t i, uint32_t a)
{
	return i < l->n && l->cp[i] == a;
}

/* Whether character i is a hanzi. */
static inline int
line_han(const struct line *l, size_t i)
{
	return i < l->n && (l->at[i] & AT_HAN) != 0;
}

#endif
