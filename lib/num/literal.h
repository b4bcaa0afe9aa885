/* Digits as they stand: runs, groups of three, decimals. */
#ifndef NUM_LITERAL_H
#define NUM_LITERAL_H

#include <stddef.h>

#include "base/dec.h"
#include "num/line.h"

/* The value of the digit at i, Arabic or Chinese. */
int literal_digit(const struct line *l, size_t i);

/* Where the run of Arabic digits at i ends; a blank ends it. */
size_t literal_digits(const struct line *l, size_t i);

/*
 * Where the groups of three behind commas end that follow the digits from i to
 * end, or end.
 */
size_t literal_grouped(const struct line *l, size_t i, size_t end);

/* Sets d to the digits from i to end, which may hold commas and one point. */
void literal_value(const struct line *l, size_t i, size_t end, struct dec *d);

#endif
