/* Makes the table of readings (enc/readings.h) from rows of one character and
 * its readings. */
#include "gen/gen.h"

int
main(void)
{
	static struct gen_pool pool;
	static struct buf section[2];
	static struct gen g;
	const uint32_t *cp;
	uint32_t last;

	last = 0;
	gen_open(&g, "readings.gen");
	while (gen_row(&g, 2, 2)) {
		if (gen_word(&g, g.field[0], &cp) != 1 || cp[0] <= last)
			gen_bad(&g, "not one character, or out of order");
		last = cp[0];
		build_u32(&section[0], cp[0]);
		build_u32(&section[0], gen_pool(&pool, g.field[1]));
	}
	section[1] = pool.b;
	gen_finish("READ", section, 2);
}
