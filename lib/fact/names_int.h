/* What the files that find names share; for lib/fact only. */
#ifndef FACT_NAMES_INT_H
#define FACT_NAMES_INT_H

#include "fact/names.h"

enum { NAME_REACH = 24 };	/* units of the longest name */

/* Lists of words that are no part of a name. */
#define NAME_VERBS							\
	(LIST_BIT(L_PHASE) | LIST_BIT(L_EVENT) | LIST_BIT(L_STATUS) |	\
	LIST_BIT(L_LINK) | LIST_BIT(L_VISIT) | LIST_BIT(L_ROLE) |	\
	LIST_BIT(L_GROWTH) | LIST_BIT(L_SHARE) | LIST_BIT(L_RANKING) |	\
	LIST_BIT(L_PART) | LIST_BIT(L_EACH) | LIST_BIT(L_BASE) |	\
	LIST_BIT(L_HOLD) | LIST_BIT(L_CREDIT))

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

/* Finds the names of firms, with those of projects known. */
void names_firms(struct sent *s);

/* Tells whether the noun at unit i is part of the name of a firm. */
int name_in_firm(const struct sent *s, size_t i);

/* Where the short parenthesis that ends at unit i begins, i for none. */
size_t name_paren(const struct sent *s, size_t i);

/* Tells whether a count stands at unit i: what it counts is no name. */
int name_counted(const struct sent *s, size_t i);

#endif
