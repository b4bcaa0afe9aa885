/*
 * A word of a sentence, as tok writes it and numnorm and facts read it.  All
 * views are borrowed; whoever fills a token says how long they live.
 */
#ifndef TEXT_TOKEN_H
#define TEXT_TOKEN_H

#include <stddef.h>

#include "base/span.h"

struct token {
	struct span text;	/* UTF-8, escapes undone */
	struct span tag;	/* PKU part of speech: n, v, ns, m, t, w ... */
	struct span role;	/* title heading body list credit nav, or "" */
	size_t line;		/* of the document, from 1 */
	size_t sent;		/* of the document, from 1 */
	size_t start;		/* code points in the line, half open */
	size_t end;
};

#endif
