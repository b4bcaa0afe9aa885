/* Runs that are one word whatever the dictionary says: numbers and names. */
#ifndef LEX_RUN_H
#define LEX_RUN_H

#include <stddef.h>

#include "lex/seg.h"

/*
 * Returns where the run of digits, numerals or letters that begins at i ends
 * and sets *kind to SEG_NUMBER or SEG_LATIN; returns i when none begins there.
 */
size_t run_end(const struct seg_text *t, size_t i, int *kind);

#endif
