/* A number and a unit of time: 三年, 个半月, 27分. */
#ifndef NUM_STRETCH_H
#define NUM_STRETCH_H

#include "num/scan.h"
#include "num/unit.h"

/* How many days, months or seconds a unit has; 0 if it has none. */
long stretch_days(const struct unit *u);
long stretch_months(const struct unit *u);
long stretch_seconds(const struct unit *u);

/*
 * Reads a number into s->a and its unit of time into u.  *n is the number, -1
 * where it is no small whole one; *half tells that half a unit comes to it.
 * Returns where it ends, or i.
 */
size_t stretch_read(struct scan *s, size_t i, struct unit *u, int *n,
    int *half);

#endif
