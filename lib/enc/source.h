/*
 * A document as lines of UTF-8: finds its charset, for the whole and where a
 * line differs, decodes, and hands out long lines in windows.
 */
#ifndef ENC_SOURCE_H
#define ENC_SOURCE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/in.h"
#include "base/span.h"
#include "enc/scan.h"
#include "enc/tables.h"

enum {
	SOURCE_WINDOW = 64 * 1024,	/* bytes of a piece of a long line */
	SOURCE_HEAD = 4096	/* bytes that at most decide the charset */
};

struct source {
	/* Set these before the first piece; the rest starts as zero. */
	const struct tables *t;
	struct in *in;
	enum charset forced;	/* CS_COUNT: detect */
	/* Read these after a piece. */
	struct span text;	/* valid until the next piece */
	struct scan scan;	/* of text; the reader may change it */
	size_t line;		/* counts from 1 */
	int cont;		/* it goes on the line of the piece before */
	int more;		/* the line goes on in the next piece */
	enum charset cs;	/* of this line */
	struct decoder dec;
	size_t lines[CS_COUNT];	/* lines in each charset */
	unsigned margin;	/* see struct guess; of the first decision */
	/* Private. */
	enum charset doc;
	int started;
	struct buf b;
};

/* Begins with a new document, keeping memory. */
void source_start(struct source *s, struct in *in);

/* Hands out the next piece.  Returns 1, or 0 at the end. */
int source_next(struct source *s);

/*
 * Appends to out the text of up to n bytes behind the piece in hand, as far as
 * the document's charset explains it, and keeps the piece valid.  Returns the
 * bytes looked at.
 */
size_t source_ahead(struct source *s, size_t n, struct buf *out);

/* Frees what the source took. */
void source_free(struct source *s);

#endif
