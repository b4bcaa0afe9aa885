/*
 * The search for what damaged text was: characters go back to the bytes they
 * came from, some of them unknown, and the bytes are read in another charset
 * or pairing.  Of all ways to read them a beam keeps the likeliest.
 */
#ifndef ENC_SEARCH_H
#define ENC_SEARCH_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "enc/tables.h"

enum {
	SLOT_ANY = 256,		/* an unknown byte from 80 on */
	SLOT_HOLE,		/* a byte that CP1252 does not define */
	SLOT_GONE,		/* an ASCII character that was swallowed */
	SLOT_BEFORE = 512	/* and a byte b: one with which the wrong
				 * charset makes no character before b */
};

enum {
	SEARCH_WIDTH = 24,	/* readings kept at each place, at most */
	SEARCH_REACH = 16,	/* characters that one step may take */
	SEARCH_CHUNK = 1024,	/* characters after which the best one wins */
	SEARCH_ALTS = 8
};

/*
 * What the searches of a document have tried, and what it may cost: its bytes
 * pay for it, so that the time is linear in its length, whatever it holds.
 */
struct effort {
	uint64_t tried;		/* characters that were weighed, about */
	uint64_t bytes;		/* of the document that were read so far */
};

enum effort_left {
	EFFORT_NONE,		/* nothing more is to be searched */
	EFFORT_LITTLE,		/* fewer readings are kept */
	EFFORT_ALL
};

enum search_script { SEARCH_EITHER, SEARCH_TRAD, SEARCH_SIMP };

/* One way to see a character: as bytes, known or not. */
struct search_alt {
	uint16_t slot[6];
	unsigned n;
	unsigned cost;
	int inside;		/* only where a character is begun already */
	int raw;		/* the character itself, not bytes */
};

/* One reading of the text up to a place. */
struct hyp {
	uint32_t prev;		/* the last character read */
	uint32_t before;	/* and the one before it */
	uint16_t pend[3];	/* bytes of a character that is begun */
	unsigned npend;
	unsigned open;		/* brackets and quotes that are open */
	uint64_t cost;
	uint32_t node;		/* how it came here */
	uint32_t out[6];	/* what the step at hand has read */
	unsigned nout;
	int note;		/* what a leap wants to be noted as */
};

/* A step of a reading, for the way back. */
struct search_node {
	uint32_t parent;
	uint32_t tok;		/* characters taken up to here */
	uint32_t out[6];
	unsigned char nout;
	unsigned char note;	/* see struct hyp */
};

struct beam {
	struct hyp h[SEARCH_WIDTH];
	unsigned n;
};

struct search {
	/* Set these before a search; the rest starts as zero. */
	const struct tables *t;
	struct effort *effort;
	enum charset target;		/* CS_UTF8, CS_GB or CS_BIG5 */
	enum charset wrong;		/* what it was read as */
	enum search_script prefer;	/* forms of the other cost more */
	int hkscs;			/* cost of Big5 being without HKSCS */
	/* The ways to see character i; returns how many. */
	unsigned (*expand)(const struct search *s, size_t i,
	    struct search_alt *alt);
	/* Steps over more than one character, by search_leap; or NULL. */
	void (*leap)(struct search *s, size_t i, const struct hyp *h);
	/*
	 * Where characters surely are a whole one of the text unless one is
	 * begun before them: how many, and *cp; else 0.  Or NULL.
	 */
	size_t (*sure)(const struct search *s, size_t i, uint32_t *cp);
	void *arg;
	const uint32_t *tok;		/* the text */
	size_t ntok;
	uint64_t most;			/* no reading of this cost is wanted */
	/* Told of each step on the best way; see search_run. */
	void (*step)(struct search *s, size_t from, size_t to,
	    const uint32_t *out, unsigned nout, int note);
	/* Private. */
	unsigned guesses;		/* tried for a character */
	unsigned width;			/* readings kept at each place */
	struct beam ring[SEARCH_REACH];
	struct search_node *node;
	size_t nodes;
	size_t capnode;
	uint32_t *way;
	size_t capway;
};

/*
 * Finds the likeliest reading, tells of its steps through step, in order, and
 * returns its cost; or ends early and returns UINT64_MAX when that is not under
 * s->most.
 */
uint64_t search_run(struct search *s);

/*
 * From leap: a reading goes on as next behind n characters, fewer than
 * SEARCH_REACH and than are left.
 */
void search_leap(struct search *s, size_t i, size_t n,
    const struct hyp *next);

/* Reads cp behind what h has read, adding its cost. */
void search_emit(const struct search *s, struct hyp *h, uint32_t cp);

/* Tells how much a document may yet cost. */
enum effort_left effort_left(const struct effort *e);

/* Frees what the search took. */
void search_free(struct search *s);

#endif
