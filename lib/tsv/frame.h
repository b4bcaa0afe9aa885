/*
 * What all five programs share: options, operands, input rows, output rows,
 * help, version and the exit status.  A main reads:
 *
 *	frame_start(&f, &shape, argv);
 *	while ((c = getopt_long(argc, argv, SHORT, longs, NULL)) != -1)
 *		switch (c) {
 *		case 'd': ...
 *		default: frame_option(&f, c, optarg);
 *		}
 *	frame_open(&f, argv + optind);
 *	open what is needed
 *	while (frame_row(&f, &row))
 *		...
 *	return frame_finish(&f);
 */
#ifndef TSV_FRAME_H
#define TSV_FRAME_H

#include <getopt.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/in.h"
#include "base/opnd.h"
#include "base/progress.h"
#include "tsv/put.h"
#include "tsv/rows.h"

/* Values of long options without a letter; programs go on from FRAME_OWN. */
enum {
	FRAME_HEADER_ONLY = 256,
	FRAME_FILES0,
	FRAME_INPUT,
	FRAME_OWN
};

/* Options of every program: letters, and rows for getopt_long. */
#define FRAME_LETTERS "C:HN:Vho:uv"
#define FRAME_LONGS							\
	{ "columns", required_argument, NULL, 'C' },			\
	{ "files0-from", required_argument, NULL, FRAME_FILES0 },	\
	{ "header-only", no_argument, NULL, FRAME_HEADER_ONLY },	\
	{ "help", no_argument, NULL, 'h' },				\
	{ "line-buffered", no_argument, NULL, 'u' },			\
	{ "no-header", no_argument, NULL, 'H' },			\
	{ "null", required_argument, NULL, 'N' },			\
	{ "output", required_argument, NULL, 'o' },			\
	{ "verbose", no_argument, NULL, 'v' },				\
	{ "version", no_argument, NULL, 'V' }

/* What a program is; all of it constant. */
struct frame_shape {
	const char *name;
	const char *usage;	/* the SYNOPSIS of its manual page, with LF */
	const char *help;	/* a line for each option, with LF */
	const char *const *want;	/* input columns, see struct rows */
	const char *const *own;		/* output columns, see struct put; NULL
					   for a program that writes no TSV */
	const char *const *eaten;
	const char *const *marks;
	const char *need;
	const char *window;
	size_t most;
	enum rows_input input;
};

struct frame {
	const struct frame_shape *shape;
	struct errs errs;
	struct opnds opnds;
	struct rows rows;
	struct put put;
	const char **own;	/* output columns: of the shape, then added */
	size_t nown;
	size_t capown;
	const char *files0;	/* --files0-from */
	int header_only;
	int eager;		/* -u */
	int verbose;		/* -v */
	struct progress progress;
	unsigned long long docs;	/* documents begun */
};

/* Names the program, in argv[0] too, and prepares an empty frame. */
void frame_start(struct frame *f, const struct frame_shape *shape,
    char **argv);

/*
 * Takes one option that getopt_long returned and the program does not know:
 * the shared ones; anything else is a usage error and ends the program.
 */
void frame_option(struct frame *f, int c, const char *arg);

/* Prints `prog: message`, then the usage, and ends with STATUS_FAILED. */
void frame_usage(const struct frame *f, const char *fmt, ...)
    ERR_PRINTF(2, 3) ERR_NORETURN;

/*
 * Adds an output column behind those of the shape, before frame_open; name is
 * borrowed.  Returns its index for put_set.
 */
size_t frame_column(struct frame *f, const char *name);

/*
 * Begins the work after all options are known: operands, output.  With no
 * operand and a terminal on standard input, prints the help and ends; with
 * --header-only prints the header and ends.
 */
void frame_open(struct frame *f, char *const *operands);

/*
 * Counts a document, for the progress that -v and SIGUSR1 show.  Until a
 * program does, each file of rows is one; frame_bytes counts by itself.
 */
static inline void
frame_document(struct frame *f)
{
	f->docs++;
}

/*
 * Hands out the next input row; 0 at the end.  See rows_next.  The header is
 * written when the first row is known.
 */
int frame_row(struct frame *f, struct row *row);

/*
 * Opens the next operand as bytes, for a program that does not read rows.
 * Returns its input, or NULL at the end.  Unreadable ones are reported.
 */
struct in *frame_bytes(struct frame *f);

/* Reports a failed read of the input of frame_bytes and closes it. */
void frame_bytes_end(struct frame *f);

/* Opens the writer if no row did, ends the output, returns the status. */
int frame_finish(struct frame *f);

#endif
