/* The four escapes of a field: \t \n \r \\ (factline(5)). */
#ifndef TSV_ESC_H
#define TSV_ESC_H

#include "base/buf.h"
#include "base/span.h"

/* Tells whether s may hold what esc_add escapes; 0 is sure. */
int esc_needed(struct span s);

/* Appends s to b with TAB, LF, CR and backslash escaped. */
void esc_add(struct buf *b, struct span s);

/* Appends the field s to b with its escapes undone; others stay as they are. */
void esc_undo(struct buf *b, struct span s);

/*
 * Views the field s with its escapes undone: s itself when it has none, else
 * a view of b, which is emptied first.
 */
struct span esc_view(struct span s, struct buf *b);

/* Tells whether a field is absent: empty or \N. */
static inline int
esc_absent(struct span s)
{
	return s.n == 0 || (s.n == 2 && s.p[0] == '\\' && s.p[1] == 'N');
}

#endif
