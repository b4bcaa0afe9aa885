/* Lists of column names: headers, -C, and -o with its renaming. */
#ifndef TSV_COLS_H
#define TSV_COLS_H

#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"

#define COL_NONE ((size_t)-1)	/* no such column */

/* A list of names, owned.  Start with all zero. */
struct cols {
	struct span *v;		/* names, views of text */
	size_t n;
	size_t cap;
	char *text;
};

/* Splits a line at a separator (TAB, or comma for options) into names. */
void cols_split(struct cols *c, struct span line, int sep);

/* Returns where a name stands first in the list, or COL_NONE. */
size_t cols_find(const struct cols *c, struct span name);

/* Returns a name that stands in the list twice, or an empty view. */
struct span cols_twice(const struct cols *c);

/* Frees the list. */
void cols_free(struct cols *c);

#endif
