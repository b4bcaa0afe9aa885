/*
 * Documents through the scanner: tokens are held until their line is whole and
 * the document's date is known, then handed out line by line.
 *
 * The date is the row's own (column `date`), else the one given for all, else
 * the document's dateline, else the latest year that it names; for the last
 * two, at most FLOW_HOLD bytes of a document are held.
 */
#ifndef NUM_FLOW_H
#define NUM_FLOW_H

#include <stddef.h>

#include "base/mem.h"
#include "base/span.h"
#include "num/scan.h"
#include "text/token.h"

enum {
	FLOW_HOLD = 64 * 1024,	/* bytes of text held to find a date */
	FLOW_LINE = 4096,	/* tokens of a line scanned at a time, about */
	FLOW_BYTES = 64 * 1024	/* and bytes of their text */
};

/*
 * Takes the tokens of one line, the row of each, and s->expr, the expressions
 * in it.
 */
typedef void flow_sink(void *arg, struct scan *s, const struct token *token,
    const struct span *row, size_t n);

/* Start with all zero, then set scan, sink, arg and, if given, given. */
struct flow {
	struct scan *scan;
	flow_sink *sink;
	void *arg;
	struct when given;	/* the date for all documents, or P_NONE */
	/* Private. */
	struct when date;	/* of the document in hand */
	int known;		/* date holds */
	int timed;		/* date was given, with a time of day */
	size_t bytes;		/* of text held */
	struct token *token;
	struct span *row;	/* of each token */
	size_t n, cap;
	size_t done;		/* tokens already handed out */
	struct arena arena;
	struct arena spare;
};

/*
 * To be called before the flow_add of a token that may begin a line, and where
 * flow_full says so, with the token's line and the value of the row's column
 * `date`, empty if it has none: hands out what the row shows to be whole.  Call
 * flow_document between documents.
 */
void flow_turn(struct flow *f, size_t line, struct span date);

/*
 * Whether the line in hand has grown so long that flow_turn is to be called
 * within it.
 */
static inline int
flow_full(const struct flow *f)
{
	return f->known ? f->n - f->done >= 2 * FLOW_LINE ||
	    f->bytes >= 2 * FLOW_BYTES : f->bytes >= FLOW_HOLD;
}

/* Room for at most n bytes of the next row and its token. */
static inline char *
flow_room(struct flow *f, size_t n)
{
	return arena_room(&f->arena, n);
}

/* Private: room for more tokens, and where the bytes of a token end. */
void flow_grow(struct flow *f);

static inline const char *
flow_end(const struct token *t, struct span row)
{
	const char *end;

	end = row.p + row.n;
	if (t->text.p + t->text.n > end)
		end = t->text.p + t->text.n;
	if (t->tag.p + t->tag.n > end)
		end = t->tag.p + t->tag.n;
	return end;
}

/*
 * Takes one token.  row is the caller's, carried along; it begins what
 * flow_room gave, and the token's text and tag stand in that, too: the bytes
 * up to the last of them are the flow's.  Rows lie side by side unless one has
 * bytes behind it.
 */
static inline void
flow_add(struct flow *f, const struct token *t, struct span row)
{
	if (f->n == f->cap)
		flow_grow(f);
	f->token[f->n] = *t;
	f->row[f->n++] = row;
	f->bytes += t->text.n;
	arena_keep(&f->arena, (size_t)(flow_end(t, row) - row.p));
}

/* Ends the document: all of it is handed out. */
void flow_document(struct flow *f);

/* Frees what the flow took. */
void flow_free(struct flow *f);

#endif
