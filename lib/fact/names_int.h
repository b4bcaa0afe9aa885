/* What the files that find names share; for lib/fact only. */
#ifndef FACT_NAMES_INT_H
#define FACT_NAMES_INT_H

#include "fact/names.h"

/* How many letters unit i has. */
size_t unit_letters(const struct sent *s, size_t i);

/* Whether a word names by itself: a person, a place, a brand, Latin letters. */
int unit_proper(const struct unit *u);

/* Words that hold a sentence together: 的 在 与 并 了, by their tags. */
int unit_function(const struct unit *u);

/*
 * Tells of a name whether it is no subject (object) and whether it is one of a
 * list (member).
 */
void name_object(const struct sent *s, struct name *n);

/* Makes units [from, to) a name. */
void name_add(struct sent *s, enum name_type type, size_t from, size_t to);

/* Finds the names of places among the units that are no name yet. */
void names_places(struct sent *s);

#endif
