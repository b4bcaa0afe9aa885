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

/*
 * What of an embedded list may begin with a character: a bit of a kind, and
 * higher the same for a word of one character.
 */
enum {
	BEGIN_VETO = 1,		/* a word that stays, of two or more */
	BEGIN_DATE = 2,
	BEGIN_OP = 4,
	BEGIN_SIGN = 8,		/* a currency or a scale */
	BEGIN_CLASS = 16,	/* the character has a class or a value */
	BEGIN_USER = 32,	/* one of the user's words */
	BEGIN_ALONE = 4,	/* bits higher */
	BEGIN_ALONES = 14
};

/* What a character is besides: the first two in a line, the others always. */
enum {
	AT_GAP = 1,		/* a blank stands before the character */
	AT_TOKEN = 2,		/* a token begins here */
	AT_WIDE = 4,		/* it was a full-width form */
	AT_HAN = 8		/* an ideograph */
};

/*
 * An opened table of characters: their kinds, and for each pair of them, by
 * its chars_pair, the lists that may have a word that begins so.  A kind packs
 * folded:21 (xor the character) | class:5 | value:6 | BEGIN:8 | AT:8 from the
 * low end.
 */
struct chars {
	const unsigned char *pageno;
	const unsigned char *page;
	uint32_t pages;
	const unsigned char *kind;
	const unsigned char *pair;
};

enum { CHARS_PAIRS = 1 << 13 };

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

/* The kind of a character; 0 where there is no such. */
static inline uint64_t
chars_kind(const struct chars *c, uint32_t cp)
{
	if (cp >> 8 >= c->pages)
		return 0;
	return tab_u64(c->kind + 8 * (size_t)tab_u16(c->page + 2 * (256 *
	    (size_t)tab_u16(c->pageno + 2 * (cp >> 8)) + (cp & 0xff))));
}

static inline uint32_t
chars_fold(uint32_t cp, uint64_t kind)
{
	return cp ^ (uint32_t)(kind & 0x1fffff);
}

static inline unsigned
chars_class(uint64_t kind)
{
	return kind >> 21 & 31;
}

static inline unsigned
chars_value(uint64_t kind)
{
	return kind >> 26 & 63;
}

static inline unsigned
chars_begin(uint64_t kind)
{
	return kind >> 32 & 255;
}

static inline unsigned
chars_at(uint64_t kind)
{
	return kind >> 40 & 255;
}

/* What may begin of that, with the lists of the pair of characters. */
static inline unsigned
chars_narrow(unsigned begin, unsigned pair)
{
	return begin & (pair | (begin >> BEGIN_ALONE & BEGIN_ALONES) |
	    BEGIN_CLASS);
}

/* Where two folded characters stand among the pairs, with others. */
static inline uint32_t
chars_pair(uint32_t a, uint32_t b)
{
	return (a * UINT32_C(0x9e3779b1) + b * UINT32_C(0x85ebca6b)) >> 19;
}

#endif
