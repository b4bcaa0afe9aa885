/*
 * One sentence in the making: its tokens as rows gave them, its text without
 * gaps, and the units that the word lists cut it into.
 */
#ifndef FACT_SENT_H
#define FACT_SENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/span.h"
#include "fact/words.h"
#include "text/token.h"

enum { SENT_MAX = 4096 };	/* tokens; a longer sentence is cut */

/* What numnorm said of a token; NUM_NONE for an ordinary word. */
enum num_kind {
	NUM_NONE, NUM_NUMBER, NUM_QUANTITY, NUM_MONEY, NUM_PERCENT,
	NUM_MULTIPLE, NUM_MAGNITUDE, NUM_ORDINAL, NUM_RANK, NUM_RATIO,
	NUM_FRACTION, NUM_DATE, NUM_DURATION, NUM_SET, NUM_CODE
};

/* A token with its number; strings belong to the sentence. */
struct tok {
	struct token t;
	enum num_kind kind;
	struct span op;
	struct span value;
	struct span upper;
	struct span unit;
	size_t at;		/* where its text begins in sent.text */
	size_t to;
};

enum unit_type {
	U_TEXT,			/* a word of no list */
	U_WORD,			/* a word of lists */
	U_NUM,			/* a value */
	U_TIME,			/* a date or a range of dates */
	U_COMMA,		/* ， and what else ends a clause */
	U_PAUSE,		/* 、 */
	U_SEMI,			/* ； */
	U_STOP,			/* 。！？ */
	U_OPEN,			/* （ */
	U_CLOSE,
	U_QUOTE,		/* “ 《 */
	U_UNQUOTE,
	U_OTHER			/* any other mark */
};

enum name_type {
	NAME_NONE, NAME_PLACE, NAME_FIRM, NAME_PROJECT, NAME_MEETING
};

struct unit {
	enum unit_type type;
	uint64_t lists;		/* bits of the lists it is on */
	uint64_t more;		/* bits of lists of rule files */
	struct word_hit hit;
	size_t at;		/* bytes in sent.text, half open */
	size_t to;
	size_t tok;		/* the first token it touches */
	unsigned char tag;	/* first letter of that token's tag */
	unsigned char tag2;	/* second letter, or 0 */
	unsigned char used;	/* a value that a step has taken */
	unsigned char depth;	/* of parentheses */
	uint32_t clause;	/* number of its clause */
	uint32_t name;		/* index + 1 of the name it is part of */
};

/* A name: units [from, to). */
struct name {
	enum name_type type;
	size_t from;
	size_t to;
	struct span text;	/* without quotes, in the sentence's memory */
	struct span meaning;	/* of a meeting: its type */
	int object;		/* stands behind 与 赴 由 …: no subject */
	int member;		/* one of a list or of 等N家 */
};

struct sent {
	struct arena mem;
	struct buf text;
	struct tok *tok;
	size_t ntok;
	size_t tokcap;
	struct unit *u;
	size_t nu;
	size_t ucap;
	struct name *name;
	size_t nname;
	size_t namecap;
	unsigned char *mark;	/* for each byte of text: token begins, ends */
	size_t markcap;
	const struct words *words;
};

/* Forgets the sentence, keeps its memory for the next. */
void sent_clear(struct sent *s);

/* Frees all. */
void sent_free(struct sent *s);

/* Appends a token; its strings are copied. */
void sent_add(struct sent *s, const struct tok *t);

/* Cuts the text into units and counts clauses and depths. */
void sent_cut(struct sent *s);

/* The text of a unit, or of units [a, b). */
struct span unit_text(const struct sent *s, size_t i);
struct span sent_text(const struct sent *s, size_t a, size_t b);

/* Tells whether unit i is on a list. */
static inline int
unit_is(const struct sent *s, size_t i, enum list l)
{
	return (s->u[i].lists & LIST_BIT(l)) != 0;
}

/* The meaning and the flags of unit i on a list; empty when not on it. */
struct span unit_means(const struct sent *s, size_t i, enum list l);
int unit_flag(const struct sent *s, size_t i, enum list l, int flag);

/*
 * Tells whether unit i is an indicator of a kind of values (m q d, see
 * lists.h); one without flags, as rule files make them, is of every kind.
 */
int unit_measures(const struct sent *s, size_t i, int kind);

/* Tells whether the text of unit i is exactly z. */
int unit_eq(const struct sent *s, size_t i, const char *z);

/* Tells whether the text of unit i as a whole is in a set. */
static inline int
unit_in(const struct sent *s, size_t i, enum set set)
{
	return sets_hold(&s->words->sets, unit_text(s, i), set);
}

/* The token of a value or a date. */
static inline const struct tok *
unit_num(const struct sent *s, size_t i)
{
	return &s->tok[s->u[i].tok];
}

/* Tells whether a unit ends a clause: ， ； ： 。 or a parenthesis. */
static inline int
unit_ends(const struct sent *s, size_t i)
{
	return s->u[i].type >= U_COMMA && s->u[i].type <= U_CLOSE &&
	    s->u[i].type != U_PAUSE;
}

/* The kind named by a cell of the column kind. */
enum num_kind num_kind(struct span s);

#endif
