/* Input: bytes and lines of a file, of any length, with any bytes in them. */
#ifndef BASE_IN_H
#define BASE_IN_H

#include <stddef.h>

#include "base/span.h"

struct in {
	int fd;
	int eof;		/* read(2) has returned 0 */
	int error;		/* errno of a failed read, else 0 */
	const char *name;	/* as given; "-" for standard input */
	char *p;		/* buffer */
	size_t cap;
	size_t pos;		/* first byte not yet handed out */
	size_t end;		/* past the last byte held */
	unsigned long long bytes;	/* bytes read so far */
	void (*idle)(void *);	/* called before a read that would wait */
	void (*tick)(void *);	/* called before a read, and in a long wait */
	void *arg;		/* for both; either may be NULL */
};

/*
 * Opens path, or standard input for "-".  Returns 0, or -1 with errno set (a
 * directory is refused).  The buffer of an earlier file is used again, so
 * start with all zero; idle, tick and arg are kept.
 */
int in_open(struct in *in, const char *path);

/* Closes the file; the buffer stays for the next in_open. */
void in_close(struct in *in);

/* Frees the buffer. */
void in_free(struct in *in);

/*
 * Reads once more behind what is held, making room as needed.  Returns the
 * bytes gained, 0 at the end of the file or on an error (in->error is set).
 */
size_t in_fill(struct in *in);

/*
 * Hands out the next line, without its LF, as a view valid until the next
 * call.  A line longer than limit bytes (0: no limit) is handed out in pieces
 * of about limit bytes.  Returns 1 for a line or its last piece, 2 for a piece
 * with more to come, 0 at the end.  *lf (may be NULL) tells whether a LF ended
 * it.
 */
int in_line(struct in *in, struct span *line, size_t limit, int *lf);

#endif
