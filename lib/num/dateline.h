/* The date of a document, as its text tells it. */
#ifndef NUM_DATELINE_H
#define NUM_DATELINE_H

#include "num/issue.h"
#include "num/scan.h"

/* What was seen so far.  Start with all zero. */
struct dateline {
	struct when best;
	int rank;		/* how sure best is */
	struct issue issue;	/* without one */
};

/*
 * Looks at one line of n tokens.  Returns 1 when the dateline is found for
 * certain and no further line is needed.
 */
int dateline_look(struct scan *s, struct dateline *d,
    const struct token *token, size_t n);

/* The date found, P_NONE when there is none. */
struct when dateline_date(const struct dateline *d);

#endif
