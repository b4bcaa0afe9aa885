/*
 * The rows of numnorm.  A token is held together with its row as it goes out
 * when no expression takes it in:
 *
 *	doc line sent role start end token tag kind op value upper unit,
 *	then what is carried, and a LF
 *
 * Unless columns are selected, such rows go out as they lie there, all those
 * between two expressions at once.
 */
#ifndef NUM_TABLE_H
#define NUM_TABLE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"
#include "num/flow.h"
#include "tsv/put.h"
#include "tsv/rows.h"

/* Columns looked for, in the order of table_want. */
enum {
	IN_DOC, IN_LINE, IN_SENT, IN_ROLE, IN_START, IN_END, IN_TOKEN, IN_TAG,
	IN_DATE, IN_TEXT
};

extern const char *const table_want[];
extern const char *const table_columns[];
extern const char *const table_explained[];	/* the same for -e */

/* Start with all zero, then set the first four. */
struct table {
	struct flow *flow;
	struct put *put;
	const struct scan *scan;
	int bare;		/* tokens need no rows: -t */
	/* Private. */
	size_t files;		/* rows.files that alike is for */
	int alike;		/* rows go out as they came in */
	size_t line;		/* of the row before */
	size_t end;		/* its token's */
	size_t shown;		/* an offset that was written last, */
	size_t shown_n;		/* in so many bytes, with a TAB */
	char digits[SPAN_DIGITS];
	struct buf front;	/* its doc line sent role, a TAB behind each */
	struct buf carried;	/* see put_carried */
	struct buf text;
	struct buf scratch;
};

/* What the tokens of a line of text share, as it stands in a row. */
struct table_line {
	struct span front;	/* doc line, a TAB behind each */
	struct span carried;	/* see put_carried */
	struct span date;
	size_t line;
};

/* Reads a field as a number; 0 when it is none. */
size_t table_number(struct span s);

/* Takes a token row of the document doc (as it stands) into the flow. */
void table_take(struct table *t, const struct rows *r, const struct row *row,
    struct span doc);

/*
 * Takes the rows held behind the one that table_take was given, as long as
 * they go out as they came in and are of its sentence.
 */
void table_run(struct table *t, struct rows *r);

/* Takes n tokens, which are text in a line of text, into the flow. */
void table_line(struct table *t, const struct table_line *l,
    const struct token *token, size_t n, struct span text);

/* Begins another document. */
void table_document(struct table *t);

/* Writes the rows of a line, its expressions merged. */
void table_put(struct table *t, const struct token *token,
    const struct span *row, size_t n);

/* Writes a row for each expression, with its rule. */
void table_explain(struct table *t, const struct token *token,
    const struct span *row, size_t n);

/* Frees what was taken. */
void table_free(struct table *t);

#endif
