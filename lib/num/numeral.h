/* Numerals: Arabic, Chinese, financial and mixed, of any length. */
#ifndef NUM_NUMERAL_H
#define NUM_NUMERAL_H

#include <stddef.h>

#include "base/dec.h"
#include "num/line.h"
#include "num/words.h"

/* Comparisons, as in numops.tsv. */
enum {
	OP_EQ,
	OP_ABOUT,
	OP_GT,
	OP_GE,
	OP_LT,
	OP_LE
};

/* What was read.  Start with all zero; numeral_free gives it back. */
struct numeral {
	struct dec lo;
	struct dec hi;		/* the other end, if range */
	int range;		/* 两三, 几百 */
	int op;			/* OP_ABOUT of 数百, OP_GT of 十余万 */
	int bare;		/* a multiplier alone: 万, 千万 */
	int han;		/* holds Chinese characters */
	int arab;		/* holds Arabic digits */
	int units;		/* holds 十 百 千 万 … */
	int formal;		/* holds 壹 贰 叁 … */
	int minus;
	int point;		/* has a decimal part */
	int few;		/* 几 or 数 alone */
	int half;		/* 半 */
	int digits;		/* digit characters */
	long tail;		/* power of ten of the last multiplier */
	long reach;		/* of all of them: 7 of 3千万 */
};

/*
 * Reads the longest numeral that begins at character i.  Returns where it
 * ends, or i when none begins there.  units holds the units that begin like a
 * multiplier (千瓦).
 */
size_t numeral_read(const struct line *l, const struct words *units, size_t i,
    struct numeral *n);

/* Private: numeral_small where a numeral begins. */
size_t numeral_few(const struct line *l, size_t i, int max, int *value);

/*
 * Reads only digits, Arabic or Chinese, and 十 百 千, as a whole number up to
 * max.  Returns where it ends, or i.
 */
static inline size_t
numeral_small(const struct line *l, size_t i, int max, int *value)
{
	enum { BEGIN = 1 << C_ARAB | 1 << C_DIGIT | 1 << C_ZERO |
	    1 << C_SMALL | 1 << C_TENS };

	if (i < l->n && (BEGIN >> l->cls[i] & 1))
		return numeral_few(l, i, max, value);
	*value = 0;
	return i;
}

/* Frees the digits. */
void numeral_free(struct numeral *n);

#endif
