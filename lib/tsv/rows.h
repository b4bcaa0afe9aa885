/*
 * Rows in: the reader's half of the stream contract (factline(5)), once for
 * all programs.  It walks the operands, finds columns by name, drops repeated
 * headers, takes CRLF, a BOM and a missing last LF, and reports rows with the
 * wrong number of fields.  Plain lines come as rows too: doc, line, text.
 */
#ifndef TSV_ROWS_H
#define TSV_ROWS_H

#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/in.h"
#include "base/opnd.h"
#include "base/span.h"
#include "tsv/cols.h"
#include "tsv/esc.h"

enum rows_input {
	ROWS_ONLY,		/* TSV, whatever the header says */
	ROWS_AUTO,		/* TSV if the header has a column of `marks` */
	ROWS_PLAIN		/* plain lines */
};

enum {
	ROWS_WINDOW = 1 << 20,	/* bytes of a piece of a long field */
	ROWS_MOST = 16 << 20	/* bytes of a header, and of a row if `most` */
};

/* One row; every view is valid until the next row is read. */
struct row {
	const struct span *field;	/* as they stand, escapes and all */
	size_t n;
	const char *file;	/* the operand it comes from */
	size_t lineno;		/* its line there, from 1 */
	int plain;		/* field[2] is text without escapes */
	int cont;		/* the last field goes on from the row before */
	int more;		/* the last field goes on in the next row */
};

struct rows {
	/* Set these before the first row; the rest starts as zero. */
	const char *const *want;	/* names looked for, NULL at the end */
	const char *const *marks;	/* for ROWS_AUTO, NULL at the end */
	const char *need;	/* a file without this column is refused */
	enum rows_input input;
	struct span columns;	/* -C: names of headerless input, or empty */
	const char *window;	/* this column, if last, may come in pieces;
				   "" any column */
	size_t most;		/* bytes of a row that comes whole; a longer
				   one is refused; 0 for no bound */
	int ragged;		/* hand out rows of any number of fields */
	struct errs *errs;
	struct opnds *opnds;
	void (*idle)(void *);	/* called before a read that would wait */
	void (*tick)(void *);	/* called before a read, and in a long wait */
	void *arg;
	/* Read these after a row. */
	struct cols head;	/* columns of the file in hand */
	size_t *col;		/* for each of want: its index or COL_NONE */
	size_t files;		/* files begun; tells that head is new */
	int plain;		/* the file in hand is plain lines */
	unsigned long long count;	/* rows handed out */
	/* Private. */
	struct in in;
	struct buf headline;	/* the header as a line, to drop repeats */
	struct buf number;	/* the line number of a plain line */
	struct buf sticky;	/* what a row in pieces has in front */
	struct buf mended;	/* a line with a CR inside, escaped */
	struct span *field;
	size_t cap;
	size_t start;		/* of the row's line, in what is held */
	size_t lineno;
	int open;
	int inside;		/* a row in pieces is under way */
};

/* Hands out the next row of any file.  Returns 1, or 0 at the end. */
int rows_next(struct rows *r, struct row *row);

/*
 * Makes a row that came with `more` whole, before another is read.  Returns 1,
 * or 0 when it is refused or cannot be read.
 */
int rows_whole(struct rows *r, struct row *row);

/*
 * For a caller that knows the next rows when it sees them: views the bytes
 * that are held of the file in hand, from the start of a row on, until the
 * next row is read; none of plain lines or within a row in pieces.
 */
static inline struct span
rows_held(const struct rows *r)
{
	if (!r->open || r->plain || r->inside)
		return span_of("", 0);
	return span_of(r->in.p + r->in.pos, r->in.end - r->in.pos);
}

/*
 * Passes over n rows, which are so many of those bytes: whole ones, with as
 * many fields as the header, and not the header.
 */
static inline void
rows_pass(struct rows *r, size_t bytes, size_t n)
{
	r->in.pos += bytes;
	r->lineno += n;
	r->count += n;
}

/* Frees what the reader took. */
void rows_free(struct rows *r);

/*
 * The value of column want[i] in a row as it stands: escapes not undone,
 * empty when the column or the value is absent.
 */
static inline struct span
rows_raw(const struct rows *r, const struct row *row, size_t i)
{
	struct span s;

	if (r->col[i] >= row->n)
		return span_of("", 0);
	s = row->field[r->col[i]];
	if (!row->plain && esc_absent(s))
		return span_of("", 0);
	return s;
}

/* The same with escapes undone, in b where that changes anything. */
static inline struct span
rows_text(const struct rows *r, const struct row *row, size_t i, struct buf *b)
{
	struct span s;

	s = rows_raw(r, row, i);
	return row->plain ? s : esc_view(s, b);
}

#endif
