/* A document from bytes to repaired lines: source and repairs together. */
#ifndef ENC_DOC_H
#define ENC_DOC_H

#include "enc/repair.h"
#include "enc/source.h"

enum { DOC_AHEAD = 64 * 1024 };	/* bytes that decide about annotations */

struct doc {
	/* Set the upper parts of these before the first document. */
	struct source source;
	struct repair repair;
	/* Private. */
	unsigned long long counted;	/* input up to here is in the counts */
	unsigned long long begin;	/* of the document in the input */
	struct buf ahead;
};

/* Begins with a new document. */
void doc_start(struct doc *d, struct in *in);

/*
 * Hands out the next piece of text; see d->source for its line and whether the
 * line goes on.  Returns 1, or 0 at the end.
 */
int doc_next(struct doc *d, struct span *text);

/*
 * The charset of the document as a whole, so far: ASCII when it has nothing
 * else, CS_COUNT when its lines differ.
 */
enum charset doc_charset(const struct doc *d);

/* Frees what the document took. */
void doc_free(struct doc *d);

#endif
