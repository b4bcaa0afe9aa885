/*
 * Repairs of a line of text, in this order: mojibake, annotations and shifted
 * pairs of bytes, debris of pages, script.
 */
#ifndef ENC_REPAIR_H
#define ENC_REPAIR_H

#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"
#include "enc/annot.h"
#include "enc/scan.h"
#include "enc/search.h"
#include "enc/tables.h"

enum repair_kind {
	REPAIR_BLANK, REPAIR_WIDTH, REPAIR_CONTROL, REPAIR_ZERO,
	REPAIR_MOJIBAKE, REPAIR_SHIFTED, REPAIR_ANNOTATION,
	REPAIR_TAG, REPAIR_ENTITY, REPAIR_PUNCT, REPAIR_SCRIPT,
	REPAIR_KINDS
};

/* The steps that a line goes through, one after the other. */
enum repair_step {
	STEP_MOJIBAKE, STEP_BYTES, STEP_DEBRIS, STEP_SCRIPT, REPAIR_STEPS
};

enum repair_script { SCRIPT_KEEP, SCRIPT_TO_SIMP, SCRIPT_TO_TRAD };

/*
 * Told of each repair: where it stands in the line as it was before this step
 * (code points before it), what it replaces, how sure it is (per cent).
 */
typedef void repair_note(void *arg, enum repair_kind kind, size_t start,
    struct span before, struct span after, int certainty);

/* A place in a line, so that code points are not counted from the start. */
struct repair_place {
	struct span line;
	size_t off;		/* bytes before it */
	size_t chars;		/* code points before it */
};

struct repair {
	/* Set these before the first line; the rest starts as zero. */
	const struct tables *t;
	enum repair_script script;
	int mojibake;			/* undo it */
	enum annot_mode annotations;
	repair_note *note;		/* NULL: nobody wants to know */
	void *arg;
	/* Read these after a line. */
	size_t count[REPAIR_KINDS];
	/* Private. */
	unsigned plain;			/* see repair_needless */
	struct repair_place last;	/* that was told of */
	size_t base[REPAIR_STEPS];	/* code points in pieces before */
	size_t ahead[REPAIR_STEPS];	/* in the piece at hand */
	struct annot annot;
	struct effort effort;
	struct search search;		/* keeps its memory between lines */
	int trad;			/* the document is traditional */
	int mirror;			/* annotations were dropped in it */
	int hkscs;			/* cost of Big5 being without HKSCS */
	struct buf a;
	struct buf b;
};

/* Returns the name of a kind. */
const char *repair_name(enum repair_kind kind);

/* Begins with a new document. */
void repair_start(struct repair *r);

/*
 * Returns the repaired line: text itself, or a view valid until the next call.
 * scan is what scan_text says of it; then its flags cover the repaired one,
 * but for the characters that differ between the scripts.
 */
struct span repair_line(struct repair *r, struct span text,
    struct scan *scan);

/*
 * Whether a line has nothing that any repair takes interest in: hanzi of the
 * script that is wanted, marks and letters that stand as they should.
 */
static inline int
repair_needless(const struct repair *r, const struct scan *scan)
{
	return (scan->flags & ~r->plain) == 0;
}

/* Begins with a new line; not for the later pieces of a long one. */
void repair_begin(struct repair *r);

/* For a piece of a long line that needs no repair: counts its characters. */
void repair_pass(struct repair *r, struct span text);

/* Counts a repair, off bytes on in a line, and tells of it. */
void repair_did(struct repair *r, enum repair_kind kind, struct span line,
    size_t off, struct span before, struct span after, int certainty);

/* Frees what the repairs took. */
void repair_free(struct repair *r);

#endif
