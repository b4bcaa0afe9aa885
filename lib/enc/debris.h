/* Debris of pages: tags, entities, controls, blanks, width, doubled marks. */
#ifndef ENC_DEBRIS_H
#define ENC_DEBRIS_H

#include "enc/repair.h"

/* Whether question marks stand for the blanks that indent a paragraph. */
int debris_indented(const struct model *m, struct span line);

/* Appends the line to out without its debris; tells r of each repair. */
void debris_drop(struct repair *r, struct span line, struct buf *out);

#endif
