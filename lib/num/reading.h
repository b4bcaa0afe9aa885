/* The reading of one numeral, and what it is made of. */
#ifndef NUM_READING_H
#define NUM_READING_H

#include "num/numeral.h"

/* Tells whether the multiplier at i is the start of a unit such as 千瓦. */
int reading_unit(const struct line *l, const struct words *units, size_t i);

/*
 * Reads the numeral at i into d and marks n; where two digits in a row mean
 * one or the other (三四), second takes the second, and *pair tells that there
 * was such a pair.  Returns where it ends, or i.
 */
size_t reading_once(const struct line *l, const struct words *units, size_t i,
    struct numeral *n, struct dec *d, int second, int *pair);

#endif
