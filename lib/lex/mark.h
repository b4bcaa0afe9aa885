/* Bits of the words in lib/data/roles.tsv and lib/data/names.tsv. */
#ifndef LEX_MARK_H
#define LEX_MARK_H

/* The order is that of MARK_NAMES. */
enum {
	/* what the line is */
	MARK_TITLE = 1 << 0,
	MARK_HEADING = 1 << 1,
	MARK_LIST = 1 << 2,
	MARK_CREDIT = 1 << 3,
	MARK_NAV = 1 << 4,
	/* where in the line the word tells that */
	MARK_START = 1 << 5,
	MARK_ANY = 1 << 6,
	MARK_END = 1 << 7,
	MARK_WHOLE = 1 << 8,
	MARK_REST = 1 << 9,
	/* what the word has to do with names of people */
	MARK_SURNAME = 1 << 10,
	MARK_BEFORE = 1 << 11,	/* 记者, 市长: stands before a name */
	MARK_AFTER = 1 << 12,	/* 先生, 介绍: stands behind one */
	MARK_DIVISION = 1 << 13	/* 市, 县: ends the name of a place */
};

#define MARK_NAMES							\
	"title", "heading", "list", "credit", "nav",			\
	"start", "any", "end", "whole", "rest",				\
	"surname", "before", "after", "division"

#endif
