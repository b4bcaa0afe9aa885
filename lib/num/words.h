/*
 * The word lists of numnorm: embedded tables made by lib/gen/numwords.c, and
 * the classes of characters made by lib/gen/numchars.c.
 */
#ifndef NUM_WORDS_H
#define NUM_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "tab/tab.h"
#include "tab/trie.h"

/* What a character is to the grammar; the order of lib/gen/numchars.c. */
enum {
	C_OTHER,
	C_ARAB,		/* 0 to 9 */
	C_DIGIT,	/* 一 to 九, 两, and the financial forms */
	C_ZERO,		/* 零 〇 */
	C_SMALL,	/* 十 百 千; the value is the power of ten */
	C_BIG,		/* 万 亿 兆 */
	C_TENS,		/* 廿 卅 卌 */
	C_POINT,	/* 点 */
	C_MINUS,	/* 负 */
	C_HALF,		/* 半 */
	C_FEW,		/* 几 数 */
	C_MORE,		/* 多 余 */
	C_DASH,		/* - — ~ */
	C_BLANK,
	C_LATIN
};

enum { DIGIT_FORMAL = 16 };	/* added to the value of 壹 贰 叁 … */

/* Four letters of a word's type as one number. */
#define WORD_TYPE(a, b, c, d)						\
	((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16 |	\
	    (uint32_t)(d) << 24)

/* A word that was found; text lives as long as the table. */
struct word {
	uint32_t type;
	int a, b;
	struct span text;
	size_t len;		/* code points it takes */
};

/* An opened list. */
struct words {
	struct trie trie;
	struct span entries;
	struct span pool;
	struct span heads;	/* u64 for each code of the trie, see below */
};

enum { WORDS_ENTRY = 16 };	/* bytes of an entry: type, A, B, text */

/* An opened table of characters. */
struct chars {
	const unsigned char *pageno;
	const unsigned char *page;
	uint32_t pages;
};

/* Opens an embedded list.  Returns 0, or -1 when it is damaged. */
int words_open(struct words *w, const unsigned char *table);

/* Opens the embedded table of characters; 0 or -1. */
int chars_open(struct chars *c, const unsigned char *table);

/*
 * Finds the longest word that begins the n code points at cp.  Returns its
 * length, 0 for none.
 */
size_t words_longest(const struct words *w, const uint32_t *cp, size_t n,
    struct word *found);

/*
 * Finds all words that begin the n code points at cp, the longest first, at
 * most max of them.  Returns how many.
 */
size_t words_all(const struct words *w, const uint32_t *cp, size_t n,
    struct word *found, size_t max);

/* One bit of 64 for a type; a few types may share one. */
static inline uint64_t
words_bit(uint32_t type)
{
	return UINT64_C(1) << (type * UINT32_C(0x9e3779b1) >> 26);
}

/*
 * Whether a word of an embedded list that begins with cp may have the type:
 * quick, and only sure where it says no.
 */
static inline int
words_may(const struct words *w, uint32_t cp, uint32_t type)
{
	size_t at;

	at = 8 * (size_t)trie_code(&w->trie, cp);
	return at < w->heads.n &&
	    (tab_u64(w->heads.p + at) & words_bit(type)) != 0;
}

/* The cell of a character: folded:21 | class:5 | value:6, 0 for itself. */
static inline uint32_t
chars_cell(const struct chars *c, uint32_t cp)
{
	if (cp >> 8 >= c->pages)
		return 0;
	return tab_u32(c->page + 4 * (256 * (size_t)tab_u16(c->pageno +
	    2 * (cp >> 8)) + (cp & 0xff)));
}

#endif
