/*
 * Turns lib/data/classes.tsv (first, last, classes) and behind it names.tsv and
 * roles.tsv (word, mark, mark ...) into a table of two sections: a u16 page
 * number for each 256 code points, and the pages of u16 class bits, each page
 * once.  The marks give the first or last characters of words a class.
 */
#include <stdlib.h>
#include <string.h>

#include "gen/gen.h"
#include "lex/mark.h"

enum {
	DIVISION = 1 << 12,	/* see lib/lex/cls.h */
	SURNAME = 1 << 13,
	ROLE = 1 << 14,
	PAGE = 256,
	PAGES = 0x110000 / PAGE
};

/* The order fixes the bits: see lib/lex/cls.h. */
static const char *const names[] = {
	"space", "digit", "letter", "han", "kana", "numeral", "punct",
	"symbol", "mark", "end", "open", "close", NULL
};

static const char *const marks[] = { MARK_NAMES, NULL };

static uint16_t bits[PAGES][PAGE];

static uint32_t
code_point(const struct gen *g, size_t i)
{
	char digits[8];
	char *end;
	unsigned long v;

	if (g->field[i].n == 0 || g->field[i].n >= sizeof digits)
		gen_bad(g, "bad code point");
	memcpy(digits, g->field[i].p, g->field[i].n);
	digits[g->field[i].n] = '\0';
	v = strtoul(digits, &end, 16);
	if (*end != '\0' || v > 0x10ffff)
		gen_bad(g, "bad code point");
	return (uint32_t)v;
}

static uint16_t
one_class(const struct gen *g, struct span name)
{
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (span_eq(name, span_str(names[i])))
			return (uint16_t)(1u << i);
	gen_bad(g, "unknown class");
}

static uint16_t
classes(const struct gen *g, struct span list)
{
	const char *comma;
	size_t n;
	uint16_t v;

	v = 0;
	for (;;) {
		comma = memchr(list.p, ',', list.n);
		n = comma == NULL ? list.n : (size_t)(comma - list.p);
		v |= one_class(g, span_of(list.p, n));
		if (comma == NULL)
			return v;
		list = span_of(comma + 1, list.n - n - 1);
	}
}

/* The bits of a mark, 0 for a field that is none. */
static unsigned
mark(struct span name)
{
	size_t i;

	for (i = 0; marks[i] != NULL; i++)
		if (span_eq(name, span_str(marks[i])))
			return 1u << i;
	return 0;
}

static void
add_class(uint32_t cp, uint16_t v)
{
	bits[cp / PAGE][cp % PAGE] |= v;
}

/* Adds the classes of the ends of a word to others they have. */
static void
take_word(struct gen *g)
{
	const uint32_t *cp;
	size_t i;
	size_t n;

	n = gen_word(g, g->field[0], &cp);
	for (i = 1; i < g->n; i++) {
		if (mark(g->field[i]) == MARK_DIVISION)
			add_class(cp[n - 1], DIVISION);
		if (mark(g->field[i]) == MARK_SURNAME)
			add_class(cp[0], SURNAME);
		if (mark(g->field[i]) != 0 && mark(g->field[i]) <= MARK_NAV)
			add_class(cp[0], ROLE);
	}
}

static void
take_classes(const struct gen *g)
{
	uint32_t first;
	uint32_t last;
	uint16_t v;

	first = code_point(g, 0);
	last = code_point(g, 1);
	v = classes(g, g->field[2]);
	for (; first <= last; first++)
		bits[first / PAGE][first % PAGE] = v;
}

static void
put_pages(struct buf *map, struct buf *pages)
{
	static uint16_t seen[PAGES];
	size_t count;
	size_t i;
	size_t j;

	count = 0;
	for (i = 0; i < PAGES; i++) {
		for (j = 0; j < count; j++)
			if (memcmp(bits[seen[j]], bits[i], sizeof bits[i]) == 0)
				break;
		build_u16(map, (uint16_t)j);
		if (j < count)
			continue;
		seen[count++] = (uint16_t)i;
		for (j = 0; j < PAGE; j++)
			build_u16(pages, bits[i][j]);
	}
}

int
main(void)
{
	struct buf section[2];
	struct gen g;

	memset(section, 0, sizeof section);
	gen_open(&g, "classes.gen");
	while (gen_row(&g, 2, 4)) {
		if (mark(g.field[1]) != 0)
			take_word(&g);
		else if (g.n == 3)
			take_classes(&g);
		else
			gen_bad(&g, "neither classes nor marks");
	}
	put_pages(&section[0], &section[1]);
	gen_finish("CLAS", section, 2);
}
