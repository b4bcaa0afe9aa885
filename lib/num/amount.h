/* An amount in the making, for the files that read its parts. */
#ifndef NUM_AMOUNT_H
#define NUM_AMOUNT_H

#include "num/compare.h"
#include "num/unit.h"

struct amount {
	struct compare c;
	struct unit unit;	/* of the end that has one */
	struct unit first;	/* of the first end, if it has one */
	struct unit sign;	/* a currency before the number */
	struct unit each;	/* 每小时 before it */
	size_t head;		/* where the number begins */
	int half;		/* a half without a number: 一半, 半 */
	int range;
};

/*
 * The length of a word at i that joins two numbers, or 0; *pair tells that it
 * is 和 or 与, which wants 之间 behind both.
 */
size_t range_joiner(const struct scan *s, size_t i, int *pair);

/*
 * Reads the other end of a range into s->b, behind the number s->a that ends
 * at i.  Returns where it ends, or i.
 */
size_t range_read(struct scan *s, size_t i, struct amount *m);

/*
 * Gives the number s->a, which ends at i and has no unit or half of one, the
 * unit of the last number of the list that it begins: 9.2、8.7个百分点, 1.5个和
 * 3.7个百分点.
 */
void range_list(struct scan *s, size_t i, struct amount *m);

#endif
