/* Rows in, JSON texts out: one for each row, or for each group of rows. */
#ifndef TSV_JSONL_H
#define TSV_JSONL_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/out.h"
#include "tsv/obj.h"
#include "tsv/rows.h"
#include "tsv/types.h"

enum jsonl_form {
	JSONL_LINES,		/* a text a line */
	JSONL_ARRAY,		/* one array of all */
	JSONL_SEQ		/* RFC 7464: RS, text, LF */
};

enum jsonl_ragged {
	JSONL_REFUSE,		/* a row with another number of fields */
	JSONL_PAD,		/* ... with fewer gets absent values */
	JSONL_SKIP		/* ... is left out, unsaid */
};

struct jsonl {
	/* Set these before the first row; the rest starts as zero. */
	struct obj obj;
	struct types types;
	enum jsonl_form form;
	enum jsonl_ragged ragged;
	const char *group;	/* -g, or NULL */
	size_t most;		/* bytes of a group at most */
	struct out *out;
	struct errs *errs;
	/* Private. */
	struct cols label;	/* what -o calls the columns; none without */
	struct cols name;	/* and their names in the input */
	struct obj_column *col;
	size_t files;		/* rows.files of the plan */
	int refused;		/* the plan could not be made */
	int streams;		/* the last field is written as it is read */
	size_t texts;		/* begun so far */
	int open;		/* a group is under way */
	struct buf key;		/* its value, escapes undone */
	int keyless;		/* its value is absent */
	size_t keycol;
	struct span keyname;
	struct buf undone;
};

/*
 * Reads -o, before the first row.  Returns 0, or -1 when it gives a name twice
 * and obj.dup is OBJ_ERROR.
 */
int jsonl_select(struct jsonl *j, const char *list);

/*
 * Writes a row, or a piece of one.  A file whose header has a name twice
 * (obj.dup) is refused; so is a row that is ragged.  The program ends when -o
 * names a column that the first file lacks, or when a group is over `most`
 * bytes.
 */
void jsonl_row(struct jsonl *j, struct rows *r, struct row *row);

/* Ends the last group and the array, and frees what was taken. */
void jsonl_end(struct jsonl *j);

#endif
