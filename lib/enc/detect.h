/* Which charset bytes are in: the likelihood of the text under each. */
#ifndef ENC_DETECT_H
#define ENC_DETECT_H

#include <stddef.h>
#include <stdint.h>

#include "enc/charset.h"
#include "text/model.h"

/* A decision and how sure it is. */
struct guess {
	enum charset cs;
	unsigned margin;	/* cost by which the next best is worse */
};

/*
 * Returns the cost of n bytes read as charset c; stops early when it is over
 * most.  What is cut at the end is not held against a charset.
 */
uint64_t detect_cost(const struct charsets *s, const struct model *m,
    enum charset c, const unsigned char *p, size_t n, uint64_t most);

/*
 * Decides about n bytes among the charsets whose bits (1 << c) are set in
 * among; home has an advantage of bonus (a cost).
 */
struct guess detect(const struct charsets *s, const struct model *m,
    const unsigned char *p, size_t n, unsigned among, enum charset home,
    unsigned bonus);

#endif
