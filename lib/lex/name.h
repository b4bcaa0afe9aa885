/* Names of people that are not in the dictionary: 记者 沈越, 王晓晨 介绍. */
#ifndef LEX_NAME_H
#define LEX_NAME_H

#include <stddef.h>
#include <stdint.h>

#include "lex/lexicon.h"
#include "lex/seg.h"
#include "tab/trie.h"

/* The opened list of surnames and of the words that stand beside names. */
struct names {
	struct trie words;
};

/* Opens the embedded list.  Returns 0, or -1 when it is damaged. */
int name_open(struct names *m);

/* Returns the marks of a word in that list (lex/mark.h), 0 for most. */
uint32_t names_marks(const struct names *m, const struct seg_text *t,
    const struct seg_word *w);

/*
 * Joins a surname and the one or two single characters behind it, where a word
 * beside them says that they are a name.  Works in place on the words of a
 * part and returns how many are left.
 */
size_t name_join(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, struct seg_word *w, size_t n);

#endif
