/* What a number counts: units, measure words, currencies, rates. */
#ifndef NUM_UNIT_H
#define NUM_UNIT_H

#include "num/scan.h"

enum {
	UNIT_CODE = 96,		/* bytes of a code, rates included */
	M_WEAK = 1,		/* bits of B of a measure word */
	M_DIGIT = 4,
	M_NTH = 8,
	M_NOUN = 16,
	CUR_WHOLE = 1,		/* B of a currency: 整 included */
	CUR_SIGN = 2,		/* stands before the number */
	CUR_WEAK = 4,		/* after digits or a long numeral only */
	CUR_PIECE = 8,		/* 块: a measure word before a noun */
	SPAN_WORK = 2		/* B of a span: working days */
};

#define U_CURRENCY WORD_TYPE('c', 'u', 'r', 0)
#define U_PART WORD_TYPE('s', 'u', 'b', 0)
#define U_CPART WORD_TYPE('c', 's', 'u', 'b')
#define U_PERCENT WORD_TYPE('p', 'c', 't', 0)
#define U_POINTS WORD_TYPE('p', 'p', 0, 0)
#define U_TIMES WORD_TYPE('m', 'u', 'l', 't')
#define U_TENTH WORD_TYPE('c', 'h', 'e', 'n')
#define U_FOLD WORD_TYPE('z', 'h', 'e', 0)
#define U_RANK WORD_TYPE('r', 'a', 'n', 'k')
#define U_SPAN WORD_TYPE('d', 'u', 'r', 0)
#define U_UNIT WORD_TYPE('u', 0, 0, 0)
#define U_MEASURE WORD_TYPE('m', 0, 0, 0)
#define U_CODE WORD_TYPE('c', 'o', 'd', 'e')
#define U_SCALE WORD_TYPE('s', 'c', 'a', 'l')
#define U_ORDINAL WORD_TYPE('o', 0, 0, 0)

struct unit {
	uint32_t type;		/* 0: none */
	int a, b;
	char code[UNIT_CODE];
	size_t n;		/* bytes of the code */
};

/*
 * Reads the unit behind the numeral n that ends at i, with what makes a rate
 * of it.  Returns where it ends; u->type 0 and i when there is none.
 */
size_t unit_read(struct scan *s, size_t i, const struct numeral *n,
    struct unit *u);

/*
 * Adds what follows a unit that ends at i to d: 半, 三毛二分, 八两.  Returns
 * where that ends.
 */
size_t unit_rest(struct scan *s, size_t i, const struct unit *u,
    struct dec *d);

/* The kind that a unit gives. */
enum kind unit_kind(const struct unit *u);

#endif
