/*
 * What generators share: they read TSV on standard input, refuse a bad row
 * with its line, and write one table to standard output.  They run on the
 * build host and give the same bytes on every machine.
 */
#ifndef GEN_GEN_H
#define GEN_GEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/span.h"
#include "tab/build.h"

enum { GEN_FIELDS = 32 };

/* The reader of a data file: `#` comments and empty lines are skipped. */
struct gen {
	size_t lineno;
	size_t n;		/* fields of this row */
	struct span field[GEN_FIELDS];
	struct buf all;		/* private: the whole input */
	size_t pos;
};

/* Names the generator and reads all of standard input. */
void gen_open(struct gen *g, const char *name);

/*
 * Hands out the next row in g->field, without escapes undone; the views last
 * until the process ends.  Returns 1, or 0 at the end.  A row with fewer than
 * min or more than max fields is refused.
 */
int gen_row(struct gen *g, size_t min, size_t max);

/* Prints the cause with the row's line and ends the generator. */
void gen_bad(const struct gen *g, const char *fmt, ...)
    ERR_PRINTF(2, 3) ERR_NORETURN;

/* Reads field i as a decimal number up to max, or refuses the row. */
uint32_t gen_uint(const struct gen *g, size_t i, uint32_t max);

/*
 * Decodes a word into code points kept until the process ends; refuses the
 * row when it is no valid UTF-8 or is empty.  Returns how many.
 */
size_t gen_word(const struct gen *g, struct span s, const uint32_t **cp);

/*
 * A pool of strings: returns the offset of a copy of s in b, one copy for
 * equal strings.  A string is u16 length, then its bytes.
 */
struct gen_pool {
	struct buf b;
	uint32_t *slot;
	size_t slots;
	size_t n;
};
uint32_t gen_pool(struct gen_pool *p, struct span s);

/* Writes a table of n sections to standard output and ends the generator. */
void gen_finish(const char *kind, const struct buf *section, uint32_t n)
    ERR_NORETURN;

#endif
