/* What stands behind a date. */
#ifndef NUM_AFTER_H
#define NUM_AFTER_H

#include "num/point.h"

/*
 * Reads the word at i behind the point p, which begins at start, and changes p
 * by it.  Returns where the word ends, or i.
 */
size_t after_read(struct scan *s, size_t i, size_t start, struct point *p,
    int *op);

#endif
