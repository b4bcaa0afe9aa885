/* Runs that are one word whatever the dictionary says: numbers and names. */
#ifndef LEX_RUN_H
#define LEX_RUN_H

#include <stddef.h>

#include "lex/cls.h"
#include "lex/seg.h"

enum { RUN_ORDINAL = 0x7b2c };	/* 第 */

/* Tells whether a run may begin at i, quickly. */
static inline int
run_begins(const struct seg_text *t, size_t i)
{
	return (t->at[i].cls & (CLS_DIGIT | CLS_NUMERAL | CLS_LETTER |
	    CLS_KANA)) != 0 || t->at[i].cp == RUN_ORDINAL;
}

/*
 * Returns where the run of digits, numerals or letters that begins at i ends
 * and sets *kind to SEG_NUMBER or SEG_LATIN; returns i when none begins there.
 */
size_t run_end(const struct seg_text *t, size_t i, int *kind);

#endif
