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

/* The marks that mirrors cut text before; full-width ones may be folded. */
static inline int
looks_end(uint32_t cp)
{
	return cp == '!' || cp == '?' || cp == 0x3002 || cp == 0xff01 ||
	    cp == 0xff1f;
}

/*
 * Whether a byte may have been lost at a question mark or U+FFFD and what
 * stands behind it was paired anew.
 */
int looks_cut(const struct model *m, struct span text);

#endif
