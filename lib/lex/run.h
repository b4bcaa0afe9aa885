/* Runs that are one word whatever the dictionary says: numbers and names. */
#ifndef LEX_RUN_H
#define LEX_RUN_H

#include <stddef.h>

#include "lex/cls.h"
#include "lex/seg.h"

enum { RUN_ORDINAL = 0x7b2c };	/* 第 */

/* The kinds of run that a character of a class is in; kana are letters. */
static inline unsigned
run_kinds(unsigned cls)
{
	return (cls & (CLS_DIGIT | CLS_NUMERAL | CLS_LETTER)) |
	    (cls & CLS_KANA ? CLS_LETTER : 0);
}

/* Tells whether a run may begin at i, quickly. */
static inline int
run_begins(const struct seg_text *t, size_t i)
{
	return (run_kinds(t->at[i].cls) != 0) |
	    (t->at[i].cp == RUN_ORDINAL);
}

/*
 * Returns where the run of digits, numerals or letters that begins at i ends
 * and sets *kind to SEG_NUMBER or SEG_LATIN; returns i when none begins there.
 */
size_t run_end(const struct seg_text *t, size_t i, int *kind);

#endif
