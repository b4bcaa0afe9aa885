/* Rows of a user's dictionary as text, on their way into a table. */
#ifndef LEX_UDICT_ROWS_H
#define LEX_UDICT_ROWS_H

#include "base/buf.h"
#include "lex/udict.h"

/* Returns an empty list; never NULL. */
struct udict_rows *udict_rows_new(void);

/*
 * Appends the rows of a file and shows them to u->seen.  Returns 0, or -1 with
 * the error.
 */
int udict_rows_read(struct udict_rows *r, const char *path,
    const struct udict *u, struct udict_error *e);

/*
 * Makes the three sections of the table.  Returns 0, or -1 when there are too
 * many words for it.
 */
int udict_rows_build(struct udict_rows *r, struct buf *section);

/* Frees the list. */
void udict_rows_free(struct udict_rows *r);

#endif
