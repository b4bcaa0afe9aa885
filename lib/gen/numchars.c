/*
 * Characters of numnorm: CHARACTER FOLDED [CLASS VALUE] to a table of pages.
 * A cell of a page packs folded:21 | class:5 | value:6; 0 is itself.
 */
#include "gen/gen.h"

#include <string.h>

static const char *const classes[] = {
	"other", "arab", "digit", "zero", "small", "big", "tens", "point",
	"minus", "half", "few", "more", "dash", "blank", "latin"
};

enum {
	CLASSES = sizeof classes / sizeof classes[0],
	PAGE = 256,
	PAGES = 0x30000 / PAGE
};

static uint32_t
class_of(const struct gen *g)
{
	uint32_t i;

	if (g->n < 3)
		return 0;
	for (i = 0; i < CLASSES; i++)
		if (span_eq(g->field[2], span_str(classes[i])))
			return i;
	gen_bad(g, "no such class");
}

int
main(void)
{
	static uint16_t number[PAGES];
	struct gen g;
	struct buf section[2];
	const uint32_t *from, *to;
	uint32_t pages, i, value;

	memset(section, 0, sizeof section);
	gen_open(&g, "numchars");
	for (i = 0; i < PAGE; i++)
		build_u32(&section[1], 0);
	for (pages = 1; gen_row(&g, 2, 4); ) {
		if (gen_word(&g, g.field[0], &from) != 1 ||
		    gen_word(&g, g.field[1], &to) != 1 ||
		    *from >= PAGES * PAGE)
			gen_bad(&g, "not one character");
		if (number[*from / PAGE] == 0) {
			number[*from / PAGE] = (uint16_t)pages++;
			for (i = 0; i < PAGE; i++)
				build_u32(&section[1], 0);
		}
		value = g.n > 3 ? gen_uint(&g, 3, 63) : 0;
		build_set32(&section[1], 4 * ((size_t)number[*from / PAGE] *
		    PAGE + *from % PAGE), *to | class_of(&g) << 21 |
		    value << 26);
	}
	for (i = 0; i < PAGES; i++)
		build_u16(&section[0], number[i]);
	gen_finish("NCHR", section, 2);
}
