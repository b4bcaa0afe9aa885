/* For the search: how a byte, known or not, goes on a reading. */
#ifndef ENC_FEED_H
#define ENC_FEED_H

#include "enc/search.h"

enum { FEED_MOST = 64 };	/* readings of one step */

/* Readings in the making. */
struct feed_set {
	struct hyp h[FEED_MOST];
	unsigned n;
};

/* Keeps h if it is among the best. */
void feed_add(struct feed_set *s, const struct hyp *h);

/* Adds all readings of h behind a slot to a set. */
void feed_slot(const struct search *s, const struct hyp *h, unsigned slot,
    struct feed_set *to);

/* Returns the bytes of the character that a slot begins. */
unsigned feed_need(const struct search *s, unsigned slot);

#endif
