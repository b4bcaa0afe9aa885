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

/*
 * Part of a line, decoded; off[n] is its length in bytes.  Behind the last
 * character stand classes and codes of 0.
 */
struct seg_text {
	uint32_t cp[SEG_WINDOW];
	uint16_t cls[SEG_WINDOW + 1];
	uint16_t code[SEG_WINDOW + SEG_AHEAD];	/* of the dictionary's trie */
	uint32_t off[SEG_WINDOW + 1];
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

struct seg_node {
	int32_t cost;
	uint32_t value;
	uint16_t from;
	uint16_t kind;
};

/* The trie's cells behind a character, behind it and the next, … */
struct seg_ahead {
	uint64_t cell[SEG_AHEAD];
};

/* The opened tables and the room to work in. */
struct seg {
	struct cls cls;
	struct lexicon lex;
	const struct udict *user;	/* borrowed, or NULL */
	struct seg_node node[SEG_WINDOW + 1];
	struct seg_ahead ahead[SEG_WINDOW];
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
