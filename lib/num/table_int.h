/* The columns of a row of numnorm, for the files that make one. */
#ifndef NUM_TABLE_INT_H
#define NUM_TABLE_INT_H

#include "num/table.h"

enum {
	DOC, LINE, SENT, ROLE, START, END, TOKEN, TAG, KIND, OP, VALUE, UPPER,
	UNIT
};
enum {
	FRONT = TAG + 1,	/* columns of every token */
	ABSENT = UNIT - TAG	/* behind them, of expressions only */
};

#endif
