/* Rows of a user's dictionary as text, on their way into a table. */
#ifndef LEX_USER_ROWS_H
#define LEX_USER_ROWS_H

#include "base/buf.h"
#include "lex/user.h"

/* Returns an empty list; never NULL. */
struct user_rows *user_rows_new(void);

/* Appends the rows of a file.  Returns 0, or -1 with the error. */
int user_rows_read(struct user_rows *r, const char *path,
    struct user_error *e);

/*
 * Makes the three sections of the table.  Returns 0, or -1 when there are too
 * many words for it.
 */
int user_rows_build(struct user_rows *r, struct buf *section);

/* Frees the list. */
void user_rows_free(struct user_rows *r);

#endif
