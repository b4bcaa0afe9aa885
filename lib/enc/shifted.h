/*
 * Annotations of mirrors, and text of GBK whose bytes were paired one late
 * after a lead byte was lost.
 */
#ifndef ENC_SHIFTED_H
#define ENC_SHIFTED_H

#include "enc/repair.h"

/*
 * Returns the line with its bytes paired right and without annotations, in
 * out, or text itself when there is nothing to repair; tells r.
 */
struct span shifted_undo(struct repair *r, struct span text,
    const struct scan *scan, struct buf *out);

#endif
