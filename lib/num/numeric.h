/* Dates in digits alone. */
#ifndef NUM_NUMERIC_H
#define NUM_NUMERIC_H

#include "num/point.h"

/* Reads such a date at i; returns where it ends, or i. */
size_t numeric_read(struct scan *s, size_t i, struct point *p);

#endif
