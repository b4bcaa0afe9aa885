/* Dates in digits alone. */
#ifndef NUM_NUMERIC_H
#define NUM_NUMERIC_H

#include "num/point.h"

/* Reads such a date at i; returns where it ends, or i. */
size_t numeric_read(struct scan *s, size_t i, struct point *p);

/*
 * Reads the month and day behind a year that ends at i, 2005年08/05, into p,
 * which has that year; returns where it ends, or i.
 */
size_t numeric_rest(struct scan *s, size_t i, struct point *p);

#endif
