/*
 * Rows as JSON objects.  The columns of a header are planned once: which
 * member each becomes, in which object, of which type; then each row is one
 * pass over its fields.
 */
#ifndef TSV_OBJ_H
#define TSV_OBJ_H

#include <stddef.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/out.h"
#include "base/span.h"
#include "tsv/rows.h"

enum obj_type {
	OBJ_STR,		/* always a string */
	OBJ_NUM,		/* a number where json_number holds */
	OBJ_INT,		/* a number where json_integer holds */
	OBJ_BOOL,		/* true t 1, false f 0 */
	OBJ_JSON,		/* JSON text where json_text holds */
	OBJ_INFER		/* a number, true or false by its looks */
};

enum obj_empty { OBJ_NULL, OBJ_OMIT, OBJ_STRING };
enum obj_dup { OBJ_ERROR, OBJ_SUFFIX, OBJ_ARRAY };

enum {
	OBJ_LEVELS = 64,	/* objects in one another that a name makes */
	OBJ_SHORT = 32		/* bytes that may be read behind a name */
};

/* One column to be shown. */
struct obj_column {
	struct span name;	/* as in a header, escapes and all */
	size_t col;		/* index of its field, or COL_NONE */
	enum obj_type type;
	size_t next;		/* private: next column of the same array */
};

/* A member in the order of writing. */
struct obj_op {
	size_t first;		/* its columns */
	size_t n;		/* more than one make an array */
	size_t depth;		/* objects it is in, the row's included */
	size_t shared;		/* of them, also around the op before */
	size_t level;		/* for each depth and the end: where in text */
	size_t lead, nlead;	/* all of text behind the op before */
};

struct obj {
	/* Set these before obj_plan; the rest starts as zero. */
	enum obj_empty empty;
	enum obj_dup dup;
	struct span nest;	/* what separates names of a path, or empty */
	int flags;		/* JSON_ASCII or 0 */
	int exact;		/* numbers keep all their digits */
	int hold;		/* a row stays in memory until it is whole */
	/* Private. */
	struct arena arena;
	struct obj_column *col;	/* the columns, copied */
	size_t ncol;
	struct obj_node *node;	/* members, and objects around them */
	size_t nnode;
	size_t *slot;		/* hash table of nodes by path */
	size_t mask;
	struct obj_op *op;	/* members in the order of writing */
	size_t nop;
	size_t *level;		/* where pieces of text begin */
	size_t nlevel;
	size_t levelcap;
	struct buf text;	/* names, with all that stands between values */
	struct buf undone;
	size_t depth;		/* objects open while a string goes on */
};

/*
 * Plans the members for n columns; a plan made before is replaced.  Returns 0,
 * or -1 when a name stands there twice and dup is OBJ_ERROR: *twice is that
 * name, valid until the next plan.
 */
int obj_plan(struct obj *o, const struct obj_column *c, size_t n,
    struct span *twice);

/*
 * Tells whether the field col can be written while it is read: a string, and
 * the last of the row.
 */
int obj_streams(const struct obj *o, size_t col);

/*
 * Appends the object of a row to the row in the making.  Where row->more, its
 * last field is one of obj_streams, and obj_piece appends what comes of it.
 */
void obj_row(struct obj *o, struct out *out, const struct row *row);
void obj_piece(struct obj *o, struct out *out, const struct row *row);

/* Appends one field as a value of a type; NULL is an absent column. */
void obj_value(struct obj *o, struct out *out, const struct span *field,
    enum obj_type type);

/*
 * Appends what stands before a member when `depth` objects are open (0: it is
 * the first) and `shared` of them are also around it.
 */
void obj_lead(const struct obj *o, struct buf *b, const struct obj_op *op,
    size_t depth, size_t shared);

/* Frees what the plan took. */
void obj_free(struct obj *o);

#endif
