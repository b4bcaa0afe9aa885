/* Spans that are dates, counted from the reference date. */
#ifndef NUM_RELATIVE_H
#define NUM_RELATIVE_H

#include "num/scan.h"
#include "num/stretch.h"

/* 近三年, 过去的50分钟, 未来两个月, 上两周, 前两天, 上个小时 */
size_t relative_read(struct scan *s, size_t i, struct expr *e);

/*
 * 三天前, 两年后, 半年之后, 3年半以来: what stands behind a span of n units
 * that ends at i.  Returns where it ends, or i.
 */
size_t relative_then(struct scan *s, size_t i, const struct unit *u, int n,
    int half, struct expr *e);

#endif
