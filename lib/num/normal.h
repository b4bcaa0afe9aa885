/* Normal forms in running text: 24.6%, 1027.15亿元 as 102715000000 CNY. */
#ifndef NUM_NORMAL_H
#define NUM_NORMAL_H

#include "base/buf.h"
#include "num/scan.h"

/* Appends the normal form of an expression. */
void normal_form(const struct scan *s, const struct expr *e, struct buf *b);

/* Appends the text of a line with its expressions in normal form, no LF. */
void normal_line(const struct scan *s, const struct token *token, size_t n,
    struct buf *b);

#endif
