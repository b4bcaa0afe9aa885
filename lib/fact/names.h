/* Names of places, firms, projects and meetings in a cut sentence. */
#ifndef FACT_NAMES_H
#define FACT_NAMES_H

#include "fact/sent.h"

/*
 * Finds the names and numbers them in the order of the text; unit.name tells
 * which a unit belongs to.  A name may run over what the segmentation cut.
 */
void names_find(struct sent *s);

/* Whether a name begins that of a paper or a site: 每日甘肃网. */
int name_in_press(const struct sent *s, const struct name *n);

/* The last name of a type that ends at or before unit i, or NULL. */
const struct name *names_before(const struct sent *s, size_t i,
    enum name_type type);

#endif
