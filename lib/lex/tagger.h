/* Part-of-speech tags in context: Viterbi over the tags that words can have. */
#ifndef LEX_TAGGER_H
#define LEX_TAGGER_H

#include <stddef.h>

#include "base/span.h"
#include "lex/lexicon.h"
#include "lex/seg.h"
#include "lex/udict.h"

enum { TAGGER_KINDS = 9 };	/* but words of the user */

struct tagger_node {
	uint32_t cost[LEX_TAGS];
	unsigned char from[LEX_TAGS];
	const unsigned char *tags;
};

struct tagger {
	const struct lexicon *lex;
	const struct udict *user;
	unsigned char kind[TAGGER_KINDS][LEX_TAGS];	/* of what is no word */
	struct tagger_node node[SEG_WINDOW];
};

/* Prepares a tagger; the dictionaries must outlive it, user may be NULL. */
void tagger_open(struct tagger *t, const struct lexicon *lex,
    const struct udict *user);

/* Sets the tag of each of n words; blanks between them do not count. */
void tagger_tag(struct tagger *t, struct seg_word *w, size_t n);

/* Returns the name of a word's tag, which lives as long as its dictionary. */
static inline struct span
tagger_name(const struct tagger *t, const struct seg_word *w)
{
	return w->kind == SEG_USER ? udict_tag(t->user, w->value) :
	    lexicon_tag_name(t->lex, w->tag);
}

#endif
