/* Words that some standards write as one: dates, numbers with their unit. */
#ifndef LEX_GLUE_H
#define LEX_GLUE_H

#include <stddef.h>

#include "base/span.h"
#include "lex/lexicon.h"
#include "lex/seg.h"

enum {
	GLUE_DATE = 1 << 0,	/* 2021年 3月 22日: a word each, tag t */
	GLUE_DATES = 1 << 1,	/* 2021年3月22日: one word, tag t */
	GLUE_UNIT = 1 << 2	/* 143个, 50公里: a word, tag m */
};

/* Returns the bit of a kind's name, or 0 for an unknown one. */
unsigned glue_kind(struct span name);

/*
 * Joins tagged words of a part in place, as the bits of kinds say.  Returns
 * how many words are left.
 */
size_t glue_join(unsigned kinds, const struct lexicon *lex,
    const struct seg_text *t, struct seg_word *w, size_t n);

#endif
