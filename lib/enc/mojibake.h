/* Mojibake: text that was decoded in a wrong charset, once or more. */
#ifndef ENC_MOJIBAKE_H
#define ENC_MOJIBAKE_H

#include "enc/repair.h"

/*
 * Returns the line as it was meant, in out, or text itself when no other
 * reading is surely better; tells r.
 */
struct span mojibake_undo(struct repair *r, struct span text,
    const struct scan *given, struct buf *out);

#endif
