/*
 * What a line of an article is: title, heading, running text, item of a list,
 * credit, or furniture of the page; and whether it breaks off in the middle of
 * a sentence.  Words that tell are rows of lib/data/roles.tsv.
 */
#ifndef LEX_ROLE_H
#define LEX_ROLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "lex/cls.h"
#include "lex/seg.h"
#include "tab/trie.h"

enum role {
	ROLE_BODY,
	ROLE_TITLE,
	ROLE_HEADING,
	ROLE_LIST,
	ROLE_CREDIT,
	ROLE_NAV
};

/* What is seen of a line by itself. */
struct role_look {
	size_t letters;		/* code points but blanks; long ones: many */
	size_t han;
	size_t commas;		/* ， ； and ASCII ones */
	size_t stops;		/* ends of sentences before the end */
	size_t bars;		/* | and > between blanks or words */
	uint32_t first;		/* its first and last letter */
	uint32_t last;
	int ended;		/* the end of a sentence stands last */
	int open;		/* 、 ， or such stands last */
	int indented;
	int dated;		/* begins with a date */
	int marked;		/* begins with a mark of a list: 一、 1. · */
	int numbered;		/* that mark is a Chinese number */
	int dashed;		/* begins with a dash, as subtitles do */
	unsigned start;		/* marks of words at its start */
	unsigned any;		/* anywhere */
	unsigned end;		/* at its end */
	unsigned whole;		/* that are all of it */
	unsigned rest;		/* at its start, that speak of what follows */
};

/* The opened tables, and what was seen of the document. */
struct roles {
	struct cls cls;
	struct trie words;
	size_t lines;
	size_t body;		/* letters of running text */
	int titled;
	int after_title;	/* the line before was the title */
	int rest;		/* nothing but furniture from here on */
	int joined;		/* this line goes on the one before */
};

/* Opens the tables.  Returns 0, or -1 when one is damaged. */
int role_open(struct roles *r);

/* Begins a document. */
void role_begin(struct roles *r);

/* Looks at a line, the front of which is decoded. */
void role_look(const struct roles *r, struct role_look *k,
    const struct seg_text *front, struct span text);

/*
 * Tells whether the role of a line can only be told when the next is known.
 */
int role_waits(const struct roles *r, const struct role_look *k);

/*
 * Returns the role of a line; next is the next line that is not blank, or
 * NULL.  again tells that next begins with the letter that this line ends in,
 * as a word of its own (a page that was broken in a word).  Sets *joins when
 * the sentence goes on in the next line.
 */
enum role role_tell(struct roles *r, const struct role_look *k,
    const struct role_look *next, int again, int *joins);

/* Returns the name of a role. */
struct span role_name(enum role role);

#endif
