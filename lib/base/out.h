/*
 * The one writer of standard output.  Bytes leave at row boundaries only; into
 * a pipe, each write(2) holds whole rows of at most PIPE_BUF bytes, so rows of
 * several processes never tear (a longer row goes alone).  The first failed
 * write ends the program with STATUS_FAILED.
 */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include <stddef.h>
#include <string.h>

#include "base/buf.h"

enum { OUT_HOLD = 64 * 1024 };	/* bytes held before they are written */

struct out {
	int fd;
	int pipe;		/* standard output is a pipe */
	int eager;		/* -u: flush each row */
	void (*tick)(void *);	/* called when a signal ends a wait, or NULL */
	void *arg;
	struct buf b;		/* rows not yet written */
	size_t whole;		/* bytes of b up to the last row boundary */
	size_t rows;		/* rows ended so far */
	unsigned long long bytes;	/* bytes written so far */
};

/* Prepares standard output; eager flushes each row (-u). */
void out_open(struct out *o, int eager);

/*
 * To be called inside a row of unknown length: lets go of what is held, whole
 * or not, once it is over 256 KiB, so that memory stays bounded.
 */
void out_relief(struct out *o);

/* Writes all whole rows; called before the program waits for input. */
void out_flush(struct out *o);

/*
 * Marks a row boundary where n more rows have ended; writes when enough is
 * held, or always if eager.
 */
static inline void
out_rows(struct out *o, size_t n)
{
	o->whole = o->b.n;
	o->rows += n;
	if (o->eager || o->b.n >= OUT_HOLD)
		out_flush(o);
}

/* The same for one row. */
static inline void
out_row(struct out *o)
{
	out_rows(o, 1);
}

/* Writes what is left, closes standard output and reports any loss. */
void out_close(struct out *o);

#endif
