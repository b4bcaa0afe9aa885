/* A look at what stands behind a numeral, before the grammar is tried. */
#ifndef NUM_LOOK_H
#define NUM_LOOK_H

#include "num/scan.h"

/* What the character behind a number shows that it may be part of. */
enum {
	MAY_DATE = 1,
	MAY_SPAN = 2,
	MAY_FRACTION = 4,
	MAY_RATIO = 8,
	MAY_ALL = 15
};

/* What an expression that begins at i may be. */
int look_may(const struct scan *s, size_t i);

#endif
