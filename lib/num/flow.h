/*
 * Documents through the scanner: rows are held until their line is whole and
 * the document's date is known, then handed out line by line.
 *
 * The date is the row's own (column `date`), else the one given for all, else
 * the document's dateline, else the latest year that it names; for the last
 * two, at most FLOW_HOLD bytes of a document are held.
 */
#ifndef NUM_FLOW_H
#define NUM_FLOW_H

#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"
#include "num/scan.h"
#include "text/token.h"

enum {
	FLOW_HOLD = 64 * 1024,	/* bytes of text held to find a date */
	FLOW_LINE = 4096,	/* tokens of a line scanned at a time, about */
	FLOW_FIELDS = 4
};

/* A token and what its row has besides; views are owned by the flow. */
struct flow_row {
	struct token t;
	struct span field[FLOW_FIELDS];	/* the caller's, carried along */
	const struct span *carried;	/* the caller's */
	size_t ncarried;	/* of these to copy; 0: they are the flow's */
};

/* Takes the rows of one line and s->expr, the expressions in it. */
typedef void flow_sink(void *arg, struct scan *s, const struct flow_row *row,
    size_t n);

/* Start with all zero, then set scan, sink, arg and, if given, given. */
struct flow {
	struct scan *scan;
	flow_sink *sink;
	void *arg;
	struct when given;	/* the date for all documents, or P_NONE */
	/* Private. */
	struct when date;	/* of the document in hand */
	int known;		/* date holds */
	size_t bytes;		/* of text held */
	struct flow_row *row;
	size_t n, cap;
	struct token *token;
	size_t captoken;
	size_t done;		/* rows already handed out */
	struct arena arena;
};

/*
 * To be called before each flow_add, with the row's line and the value of its
 * column `date`, empty if it has none: hands out what the row shows to be
 * whole.  Call flow_document between documents.
 */
void flow_turn(struct flow *f, size_t line, struct span date);

/* Takes one row; its views are copied, but for carried. */
void flow_add(struct flow *f, const struct flow_row *row);

/* Owns the carried fields of the next row, from flow_turn on; see put_keep. */
struct arena *flow_arena(struct flow *f);

/* Ends the document: all of it is handed out. */
void flow_document(struct flow *f);

/* Frees what the flow took. */
void flow_free(struct flow *f);

#endif
