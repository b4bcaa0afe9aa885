/* Ranges of two points of time: 2月8日至9日, 1—8月, 1995-1997年, 8至12时. */
#ifndef NUM_BETWEEN_H
#define NUM_BETWEEN_H

#include "num/point.h"

/* A bare year in four digits at i: where it ends, or i. */
size_t year_bare(const struct scan *s, size_t i, int *y);

/*
 * The first point of a range where it lacks its unit: 1995 of 1995-1997年, 1
 * of 1—8月, and 1 of 1－9月 behind the year or month p.
 */
size_t between_years(struct scan *s, size_t i, struct point *p);
size_t between_first(struct scan *s, size_t i, struct point *p);
size_t between_within(struct scan *s, size_t i, struct point *p);

/* The other end of a range behind p, which ends at i; p becomes the range. */
size_t between_last(struct scan *s, size_t i, struct point *p);

/* The other end behind an open range: 2010年之后2018年之前. */
size_t between_open(struct scan *s, size_t i, struct point *p, int *op);

#endif
