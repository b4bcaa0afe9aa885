/*
 * Pinyin that page mirrors insert behind traditional characters: 網(wǎng).
 * Whether a reading in parentheses is such an annotation, or belongs to the
 * text, is seen from the document.
 */
#ifndef ENC_ANNOT_H
#define ENC_ANNOT_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "enc/tables.h"

enum annot_mode { ANNOT_AUTO, ANNOT_DROP, ANNOT_KEEP };

enum { ANNOT_SLOTS = 1024 };	/* room for annotated characters */

/* Which characters carry readings, and how often they stand bare. */
struct annot {
	struct annot_seen {
		uint32_t cp;
		uint32_t with;
		uint32_t bare;
	} seen[ANNOT_SLOTS];
	size_t n;
	size_t trad;		/* annotated traditional characters */
	size_t other;		/* annotated characters of any other sort */
};

/*
 * Reads a reading in parentheses, half or full width, at p.  Returns the bytes
 * it takes, 0 when there is none.
 */
size_t annot_parse(const char *p, size_t n, struct reading *r);

/* Tells whether a character in n bytes of UTF-8 carries a reading. */
int annot_any(const struct tables *t, const char *p, size_t n);

/* Counts annotated and bare characters in n bytes of UTF-8. */
void annot_count(struct annot *a, const struct tables *t, const char *p,
    size_t n);

/*
 * Tells whether a reading behind cp, which has hanzi beside it or not, is the
 * annotation of a mirror.
 */
int annot_is(const struct annot *a, const struct tables *t,
    enum annot_mode mode, uint32_t cp);

#endif
