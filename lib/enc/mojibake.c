/* Mojibake. */
#include "enc/mojibake.h"

struct span
mojibake_undo(struct repair *r, struct span text, const struct scan *scan,
    struct buf *out)
{
	(void)r;
	(void)scan;
	(void)out;
	return text;
}
