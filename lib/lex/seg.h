/*
 * Segmentation: the cheapest way through the words of the dictionary, with
 * runs of digits, numerals and letters as words of their own (Viterbi over
 * code points).
 */
#ifndef LEX_SEG_H
#define LEX_SEG_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "lex/cls.h"
#include "lex/lexicon.h"
#include "lex/udict.h"

enum {
	SEG_WINDOW = 1024,	/* code points that are cut at a time */
	SEG_AHEAD = 3
};

/* What a word is when it is none of the dictionary. */
enum {
	SEG_WORD,
	SEG_UNKNOWN,		/* a single character */
	SEG_NUMBER,
	SEG_LATIN,
	SEG_PUNCT,
	SEG_SYMBOL,
	SEG_SPACE,
	SEG_NAME,		/* of a person, not in the dictionary */
	SEG_PLACE,		/* a name, likewise */
	SEG_USER,		/* a word of the user's dictionary */
	SEG_GLUED		/* several words joined */
};

/* A character of a part. */
struct seg_char {
	uint32_t cp;
	uint32_t off;		/* in bytes, from the start of the part */
	uint16_t cls;		/* lex/cls.h */
	uint16_t code;		/* in the dictionary's trie */
};

/*
 * Part of a line, decoded.  at[n].off is its length; behind the last character
 * stand classes and codes of 0.
 */
struct seg_text {
	struct seg_char at[SEG_WINDOW + SEG_AHEAD + 1];
	size_t n;
};

/* One word: code points of the part, half open. */
struct seg_word {
	uint16_t start;
	uint16_t end;
	uint16_t kind;
	uint16_t tag;		/* set by the tagger */
	uint32_t value;		/* of the word; udict_ref for SEG_USER */
};

/* A place between two characters; all that is needed there side by side. */
struct seg_node {
	uint64_t ahead[SEG_AHEAD];	/* the trie's cells behind the next
					   character, the next two, … */
	int32_t cost;		/* of the cheapest way here, its last word: */
	uint32_t value;
	uint16_t from;
	uint16_t kind;
};

/* The opened tables and the room to work in. */
struct seg {
	struct cls cls;
	struct lexicon lex;
	const struct udict *user;	/* borrowed, or NULL */
	struct seg_node node[SEG_WINDOW + 1];
};

/*
 * Opens the embedded tables; user may be NULL, else it must outlive s.
 * Returns 0, or -1 when a table is damaged.
 */
int seg_open(struct seg *s, const struct udict *user);

/* Decodes as much of text as fits into a part. */
void seg_decode(const struct seg *s, struct seg_text *t, struct span text);

/*
 * Cuts a part into words, blanks included; w has room for SEG_WINDOW.  Returns
 * how many.
 */
size_t seg_cut(struct seg *s, const struct seg_text *t, struct seg_word *w);

/* Returns the dictionary's value of the characters [from, to), TRIE_NONE. */
uint32_t seg_find(const struct seg *s, const struct seg_text *t, size_t from,
    size_t to);

#endif
