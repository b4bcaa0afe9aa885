/* Which column is of which JSON type: -T, and the columns of factline(5). */
#ifndef TSV_TYPES_H
#define TSV_TYPES_H

#include <stddef.h>

#include "base/span.h"
#include "tsv/obj.h"

struct types_row {
	struct span name;	/* borrowed */
	enum obj_type type;
};

/* Start with all zero. */
struct types {
	struct types_row *v;
	size_t n;
	size_t cap;
	int infer;		/* columns of no known type: OBJ_INFER */
};

/*
 * Adds a list `name:type,...`; the string is borrowed.  Returns 0, or -1 when
 * an item is not a name, a colon and a type.
 */
int types_add(struct types *t, const char *list);

/*
 * Returns the type of a column: what types_add said last of it, or of `*`,
 * else what it is in factline's own streams, else a string.
 */
enum obj_type types_find(const struct types *t, struct span name);

/* Frees the list. */
void types_free(struct types *t);

#endif
