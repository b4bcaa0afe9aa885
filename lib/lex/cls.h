/*
 * Classes of characters, as bits: lib/data/classes.tsv in an embedded table,
 * two from lib/data/names.tsv and one from lib/data/roles.tsv.
 */
#ifndef LEX_CLS_H
#define LEX_CLS_H

#include <stdint.h>

#include "tab/tab.h"

/* The order is that of the names in lib/gen/classes.c. */
enum {
	CLS_SPACE = 1 << 0,
	CLS_DIGIT = 1 << 1,	/* 0 to 9 of any script */
	CLS_LETTER = 1 << 2,	/* of scripts that part words with blanks */
	CLS_HAN = 1 << 3,
	CLS_KANA = 1 << 4,
	CLS_NUMERAL = 1 << 5,	/* also Han: a digit, 十 百 千 万 亿 两 几 半 */
	CLS_PUNCT = 1 << 6,
	CLS_SYMBOL = 1 << 7,
	CLS_MARK = 1 << 8,	/* goes with the character before it */
	CLS_END = 1 << 9,	/* also punctuation: ends a sentence */
	CLS_OPEN = 1 << 10,	/* also punctuation: opening quote or bracket */
	CLS_CLOSE = 1 << 11,	/* also punctuation: closing one */
	CLS_DIVISION = 1 << 12,	/* also Han: ends 市, 新区 (lex/mark.h) */
	CLS_SURNAME = 1 << 13,	/* also Han: begins 王, 欧阳 */
	CLS_ROLE = 1 << 14	/* also any: begins 责任编辑, ICP备 */
};

/* The opened table. */
struct cls {
	const unsigned char *pageno;
	const unsigned char *page;
	uint32_t pages;		/* of 256 code points that have a number */
};

/* Opens the embedded table.  Returns 0, or -1 when it is damaged. */
int cls_open(struct cls *c);

/* Returns the classes of a code point, 0 for what is unassigned. */
static inline unsigned
cls_of(const struct cls *c, uint32_t cp)
{
	if (cp >> 8 >= c->pages)
		return 0;
	return tab_u16(c->page + 2 * (256 * (size_t)tab_u16(c->pageno +
	    2 * (cp >> 8)) + (cp & 0xff)));
}

#endif
