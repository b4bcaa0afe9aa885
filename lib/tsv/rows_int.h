/* What the halves of the reader of rows know of each other. */
#ifndef TSV_ROWS_INT_H
#define TSV_ROWS_INT_H

#include "tsv/rows.h"

enum { ROWS_BOM = 3 };		/* bytes of a byte order mark */

/*
 * Opens the next operand and finds its columns; one that cannot be read, or
 * has no header of use, is reported and left.  Returns 0 at the end.
 */
int rows_enter(struct rows *r);

/* Leaves the file in hand; a failed read is reported. */
void rows_leave(struct rows *r);

/*
 * Tells whether a line is the header again; a file that was appended to
 * another may have brought its byte order mark along.
 */
int rows_is_head(const struct rows *r, struct span line);

/* Takes the CR of a CR LF off a line. */
static inline void
rows_chop_cr(struct span *line)
{
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
}

#endif
