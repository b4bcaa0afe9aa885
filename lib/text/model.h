/*
 * How likely Chinese text is, character by character: costs of -log2 of a
 * probability, in eighths of a bit, from counts of words.  Traditional
 * characters count as their simplified forms.
 */
#ifndef TEXT_MODEL_H
#define TEXT_MODEL_H

#include <stddef.h>
#include <stdint.h>

#include "text/model_tab.h"
#include "tab/tab.h"

enum {
	COST_BIT = 8,		/* one bit */
	COST_ASTRAL = 210,	/* a character beyond the BMP */
	COST_BAD = 200		/* a byte that is no character */
};

#define MODEL_START 0x3002u	/* before a text stands a full stop */

/* The opened table; views of embedded bytes. */
struct model {
	const unsigned char *fold;
	const unsigned char *single;
	const unsigned char *first;
	const unsigned char *last;
	const unsigned char *run;
	const unsigned char *script;
	const unsigned char *extra;
	const unsigned char *class;
	const unsigned char *pairs;
	const unsigned char *triples;
	const unsigned char *folds;
	uint32_t nfolds;
};

/* Opens the embedded table.  Returns 0, or -1 when it is damaged. */
int model_open(struct model *m);

/* Returns the cost of cp behind prev. */
unsigned model_cost(const struct model *m, uint32_t prev, uint32_t cp);

/* Returns the cost of cp behind prev with before before that. */
unsigned model_cost3(const struct model *m, uint32_t before, uint32_t prev,
    uint32_t cp);

/* Returns the cost of n bytes of UTF-8 behind the character prev. */
uint64_t model_text(const struct model *m, uint32_t prev, const char *p,
    size_t n);

/* Returns the CLASS_ bits of a code point. */
static inline unsigned
model_class(const struct model *m, uint32_t cp)
{
	return cp > 0xffff ? 0 : m->class[cp];
}

/*
 * What becomes of a character of CLASS_FOLD: 1 and *to (0 for nothing) and the
 * kind of repair (an index of fold.tsv's kinds), or 0 when no row has it.
 */
int model_fold(const struct model *m, uint32_t cp, uint32_t *to, int *kind);

#endif
