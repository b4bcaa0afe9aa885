/*
 * The dictionary: words with costs and tags, in the embedded table made from
 * lib/data/words.tsv.  A word's value packs its cost, -log2 of its share of
 * all counts in units of 1/128 bit, and the number of its list of tags.
 *
 * Sections of the table: the trie's map and cells; the lists of tags, of
 * LEX_TAGS bytes each, most frequent tag first, unused ones LEX_NO_TAG; the
 * names of the tags, four bytes each, padded with NUL; for each tag, and then
 * for the start of a line, the costs of each tag behind it, a byte each.
 */
#ifndef LEX_LEXICON_H
#define LEX_LEXICON_H

#include <stdint.h>

#include "base/span.h"
#include "tab/trie.h"

enum {
	LEX_COST_BITS = 12,
	LEX_BIT = 128,		/* cost of one bit */
	LEX_TAGS = 4,		/* tags a word can have */
	LEX_NO_TAG = 255,
	LEX_TAG_NAME = 4	/* bytes of a tag's name, at most */
};

/* The opened table: views of embedded bytes. */
struct lexicon {
	struct trie words;
	const unsigned char *lists;
	uint32_t nlists;
	struct span name[LEX_NO_TAG];
	uint32_t nnames;
	const unsigned char *pairs;
};

/* Opens the embedded dictionary.  Returns 0, or -1 when it is damaged. */
int lexicon_open(struct lexicon *x);

/* The cost in a word's value. */
static inline uint32_t
lexicon_cost(uint32_t value)
{
	return value & ((1u << LEX_COST_BITS) - 1);
}

/* Returns the LEX_TAGS tags in a word's value. */
static inline const unsigned char *
lexicon_tags(const struct lexicon *x, uint32_t value)
{
	uint32_t i;

	i = value >> LEX_COST_BITS;
	return x->lists + LEX_TAGS * (size_t)(i < x->nlists ? i : 0);
}

/*
 * The cost of a tag behind another, LEX_NO_TAG being the start: 1/16 bit, 128
 * when the one tells nothing about the other.
 */
static inline unsigned
lexicon_pair(const struct lexicon *x, unsigned before, unsigned tag)
{
	return x->pairs[(before == LEX_NO_TAG ? x->nnames : before) *
	    (size_t)x->nnames + tag];
}

/* Returns the name of a tag, which lives as long as the table. */
static inline struct span
lexicon_tag_name(const struct lexicon *x, unsigned tag)
{
	return x->name[tag];
}

/* Returns the number of the tag of that name, LEX_NO_TAG if there is none. */
unsigned lexicon_tag(const struct lexicon *x, struct span name);

#endif
