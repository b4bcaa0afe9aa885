/* Part-of-speech tags in context: Viterbi over the tags that words can have. */
#ifndef LEX_TAGGER_H
#define LEX_TAGGER_H

#include <stddef.h>

#include "lex/lexicon.h"
#include "lex/seg.h"

enum { TAGGER_KINDS = 8 };

struct tagger_node {
	uint32_t cost[LEX_TAGS];
	unsigned char from[LEX_TAGS];
	const unsigned char *tags;
};

struct tagger {
	const struct lexicon *lex;
	unsigned char kind[TAGGER_KINDS][LEX_TAGS];	/* of what is no word */
	struct tagger_node node[SEG_WINDOW];
};

/* Prepares a tagger; the dictionary must outlive it. */
void tagger_open(struct tagger *t, const struct lexicon *lex);

/* Sets the tag of each of n words; blanks between them do not count. */
void tagger_tag(struct tagger *t, struct seg_word *w, size_t n);

#endif
