/* Debris of pages: tags, entities, controls, blanks, width, doubled marks. */
#ifndef ENC_DEBRIS_H
#define ENC_DEBRIS_H

#include "enc/repair.h"

/* Appends the line to out without its debris; tells r of each repair. */
void debris_drop(struct repair *r, struct span line, struct buf *out);

#endif
