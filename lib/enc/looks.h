/* Whether text reads as Chinese, by what its characters cost. */
#ifndef ENC_LOOKS_H
#define ENC_LOOKS_H

#include "base/span.h"
#include "text/model.h"

/* Tells whether text is so usual that it needs no other reading. */
int looks_usual(const struct model *m, struct span text);

/*
 * Tells whether the repair of text is credible: hardly a letter of other
 * scripts, and not all of it rare.
 */
int looks_chinese(const struct model *m, struct span text);

/*
 * Tells whether more than seven in ten characters beyond ASCII are U+FFFD, so
 * that nothing can be made of the others.
 */
int looks_lost(struct span text);

#endif
