/* What only looks like an expression: words, names, reduplications. */
#ifndef NUM_STAY_H
#define NUM_STAY_H

#include "num/scan.h"

/*
 * Tells whether the words around show that an expression in Chinese characters
 * from i to end is part of a longer word: 统一, 三亚, 唯一, 七里新区.
 */
int stay_inside(const struct scan *s, size_t i, size_t end);

/*
 * Tells whether an expression as long as a listed word counts: 三台 is a
 * county, but in 三台设备 a number and a measure word; 一批 and its like count
 * nothing.
 */
int stay_counted(const struct line *l, const struct expr *e);

/*
 * Where a listed word that begins at i ends, or i; *own tells that it is one of
 * the user's.
 */
size_t stay_word(const struct scan *s, size_t i, int *own);

#endif
