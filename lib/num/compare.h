/* Words that compare an amount with a bound. */
#ifndef NUM_COMPARE_H
#define NUM_COMPARE_H

#include "num/scan.h"

struct compare {
	int op;
	int pre;		/* a comparing word stands before */
	int up;			/* that word is 上 */
	int more;		/* 多 or 余 stands behind the number */
};

/* Reads the words before a number; returns where they end. */
size_t compare_before(const struct scan *s, size_t i, struct compare *c);

/* Reads the words behind an amount whose unit has that type. */
size_t compare_after(const struct scan *s, size_t i, uint32_t unit,
    struct compare *c);

#endif
