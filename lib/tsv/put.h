/*
 * Rows out: the writer's half of the stream contract.  A writer has columns of
 * its own and carries the others of its input behind them; -o selects, orders
 * and renames.  A row is set cell by cell and then ended.
 */
#ifndef TSV_PUT_H
#define TSV_PUT_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/out.h"
#include "base/span.h"
#include "tsv/cols.h"
#include "tsv/rows.h"

struct put_cell {
	struct span s;		/* borrowed until put_end */
	int raw;		/* escaped already */
};

struct put {
	/* Set these before put_open; the rest starts as zero. */
	const char *const *own;		/* own columns, NULL at the end */
	const char *const *eaten;	/* input columns not carried, or NULL */
	const char *select;	/* -o, or NULL */
	struct span null;	/* -N: mark of an absent value */
	int nohead;		/* -H */
	struct errs *errs;
	/* Private. */
	struct out out;
	struct cols names;	/* own columns, then carried ones */
	size_t nown;
	struct put_cell *cell;	/* one for each name */
	struct put_cell **place;	/* which cell stands where in a row */
	struct span *label;	/* its name in the header */
	size_t norder;
	size_t pieces;		/* the place of a cell that comes in pieces */
	size_t stay;		/* own cells that stay for many rows */
	struct buf lead;	/* the front of each of them, TABs and all */
	struct buf tail;	/* the end */
	size_t first;		/* the place behind lead */
	size_t last;		/* the place where tail begins */
	struct cols sel;
	size_t *carry;		/* each input column's cell, or COL_NONE */
	size_t ncarry;
	size_t files;		/* rows.files when carry was made */
	int whole;		/* all columns in order, absent values empty,
				 * rows that need not go out one by one */
	int open;
};

/*
 * Fixes the columns and writes the header: own columns, then those of head (of
 * the input, or NULL) that are not own and not eaten.  Ends the program when
 * -o names a column that is not there.  The second and further calls do
 * nothing.
 */
void put_open(struct put *p, const struct cols *head);

/*
 * Sets cell i (index in own) of the row in the making: the bytes are borrowed
 * until put_end; escapes are added then.
 */
static inline void
put_set(struct put *p, size_t i, struct span s)
{
	p->cell[i].s = s;
	p->cell[i].raw = 0;
}

/* The same for bytes that are escaped already or need no escape. */
static inline void
put_raw(struct put *p, size_t i, struct span s)
{
	p->cell[i].s = s;
	p->cell[i].raw = 1;
}

/*
 * Sets all carried cells from an input row; they are borrowed until put_end.
 * A column of a later file that the header lacks is reported, once a file.
 */
void put_carry(struct put *p, const struct rows *r, const struct row *row);

/*
 * Keeps the carried values of an input row for later: returns copies owned by
 * the arena, or NULL when nothing is carried.  put_kept sets them.
 */
const struct span *put_keep(struct put *p, const struct rows *r,
    const struct row *row, struct arena *a);
void put_kept(struct put *p, const struct span *kept);

/*
 * The same as bytes: put_carried appends a TAB and a value for each carried
 * column; put_rest sets the carried cells to such bytes, borrowed.
 */
void put_carried(struct put *p, const struct rows *r, const struct row *row,
    struct buf *b);
void put_rest(struct put *p, struct span rest);

/*
 * Whether the rows of the file in hand may go out as they came in: its first n
 * columns are the first n of the writer's own, and it carries all others.
 */
int put_alike(struct put *p, const struct rows *r, size_t n);

/*
 * Makes the first n own cells and all carried ones stay as they are set now:
 * rows to come set the others only.  Their bytes are borrowed until the next
 * call; n = 0 ends it.
 */
void put_stay(struct put *p, size_t n);

/* Writes the row and empties all cells but those that stay. */
void put_end(struct put *p);

/*
 * Writes n rows that are bytes already, each with its LF.  Only where p->whole
 * is set.
 */
void put_lines(struct put *p, struct span lines, size_t n);

/*
 * The same for a row whose cell i is too long to hold: put_begin writes the
 * cells before it, put_more its bytes piece by piece (escapes are added),
 * put_finish the cells behind it.  The other cells stay borrowed until then.
 * put_begin returns -1, and writes nothing, when the column stands in the row
 * not at all or more than once.
 */
int put_begin(struct put *p, size_t i);
void put_more(struct put *p, struct span s);
void put_finish(struct put *p);

/* Appends one escaped cell to b, or the null mark. */
void put_cell(struct buf *b, const struct put_cell *c, struct span null);

#endif
