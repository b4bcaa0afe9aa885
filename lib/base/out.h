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

/* Marks a row boundary; writes when enough is held, or always if eager. */
void out_row(struct out *o);

/* The same where n rows have ended. */
void out_rows(struct out *o, size_t n);

/*
 * To be called inside a row of unknown length: lets go of what is held, whole
 * or not, once it is over 256 KiB, so that memory stays bounded.
 */
void out_relief(struct out *o);

/* Writes all whole rows; called before the program waits for input. */
void out_flush(struct out *o);

/* Writes what is left, closes standard output and reports any loss. */
void out_close(struct out *o);

#endif
