/*
 * A long run tells how far it is: at the end with -v, now and then on a
 * terminal, and at once when SIGUSR1 (or SIGINFO, where there is one) asks.
 */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include <stddef.h>

#include "base/err.h"

struct progress {
	int often;			/* print every few seconds too */
	unsigned long long start;	/* ms of the monotonic clock */
	unsigned long long last;	/* when a line was printed last */
};

/* How far a run is. */
struct progress_count {
	unsigned long long documents;
	unsigned long long bytes;	/* read */
	unsigned long long rows;	/* written */
	size_t refused;			/* inputs and rows */
};

/*
 * Starts the clock and listens to the signals, of which there is one set for
 * the process.  With verbose and a terminal on standard error, lines are due
 * now and then.
 */
void progress_start(struct progress *p, int verbose);

/* Tells whether a line is due; asking takes the signal back. */
int progress_due(struct progress *p);

/* Prints one line on standard error. */
void progress_print(struct progress *p, const struct progress_count *c);

#endif
