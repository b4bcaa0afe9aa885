/*
 * Characters of numnorm to a table of pages (num/words.h).  Each row begins
 * with a letter that says where it comes from:
 *	C	numchars.tsv: CHARACTER FOLDED [CLASS VALUE]
 *	V D O U	numveto.tsv, numdates.tsv, numops.tsv, numunits.tsv:
 *		WORD [TYPE …], of which only how it begins is kept
 */
#include "gen/gen.h"

#include <stdlib.h>
#include <string.h>

#include "num/words.h"

static const char *const classes[] = {
	"other", "arab", "digit", "zero", "small", "big", "tens", "point",
	"minus", "half", "few", "more", "dash", "blank", "latin"
};

enum {
	CLASSES = sizeof classes / sizeof classes[0],
	PAGE = 256,
	CODES = 0x40000
};

struct arrays {
	uint64_t kind[CODES];
	unsigned char begins[CODES];
	unsigned char pair[CHARS_PAIRS];
};

static uint32_t
class_of(const struct gen *g)
{
	uint32_t i;

	if (g->n < 4)
		return 0;
	for (i = 0; i < CLASSES; i++)
		if (span_eq(g->field[3], span_str(classes[i])))
			return i;
	gen_bad(g, "no such class");
}

static void
character(const struct gen *g, struct arrays *a)
{
	const uint32_t *from, *to;
	uint32_t value;

	if (g->n < 3 || gen_word(g, g->field[1], &from) != 1 ||
	    gen_word(g, g->field[2], &to) != 1 || *from >= CODES ||
	    *to >= CODES)
		gen_bad(g, "not one character");
	value = g->n > 4 ? gen_uint(g, 4, 63) : 0;
	a->kind[*from] = (*from ^ *to) | class_of(g) << 21 | value << 26;
}

static int
ideograph(uint32_t cp)
{
	return (cp >= 0x3400 && cp < 0xa000) ||
	    (cp >= 0xf900 && cp < 0xfb00) || cp >= 0x20000;
}

/* Adds to the kind of a character what its fold begins, and its form. */
static uint64_t
whole_kind(const struct arrays *a, uint32_t cp)
{
	uint64_t kind;
	unsigned bits;

	kind = a->kind[cp];
	bits = a->begins[chars_fold(cp, kind)];
	if (chars_class(kind) != C_OTHER || chars_value(kind) != 0)
		bits |= BEGIN_CLASS;
	kind |= (uint64_t)bits << 32;
	bits = 0;
	if (ideograph(cp))
		bits |= AT_HAN;
	if (cp >= 0xff00 && cp < 0xfff0)
		bits |= AT_WIDE;
	return kind | (uint64_t)bits << 40;
}

/* Whether a type of word is one of a list, parted and ended by blanks. */
static int
is_type(const struct gen *g, const char *list)
{
	struct span type;
	size_t n;

	type = g->n > 2 ? g->field[2] : span_of("", 0);
	for (; *list != '\0'; list += n + 1) {
		n = strcspn(list, " ");
		if (span_eq(type, span_of(list, n)))
			return 1;
	}
	return 0;
}

/* Which list the row is of, as a bit; 0 for a word that begins nothing. */
static unsigned
list_of(const struct gen *g)
{
	switch (g->field[0].n == 1 ? *g->field[0].p : 0) {
	case 'V':
		return BEGIN_VETO;
	case 'D':	/* the others stand between dates or behind */
		return is_type(g, "to lead aft ") ? 0 : BEGIN_DATE;
	case 'O':
		return BEGIN_OP;
	case 'U':
		return is_type(g, "cur scal ") ? BEGIN_SIGN : 0;
	default:
		gen_bad(g, "no such list");
	}
}

static void
word(const struct gen *g, struct arrays *a)
{
	const uint32_t *cp;
	unsigned list;
	size_t n;

	list = list_of(g);
	n = gen_word(g, g->field[1], &cp);
	if (cp[0] >= CODES)
		gen_bad(g, "not such a character");
	if (list == 0)
		return;
	a->begins[cp[0]] |= (unsigned char)list;
	if (n == 1 && list == BEGIN_VETO)
		gen_bad(g, "a word of one character");
	if (n == 1)
		a->begins[cp[0]] |= (unsigned char)(list << BEGIN_ALONE);
	else
		a->pair[chars_pair(cp[0], cp[1])] |= (unsigned char)list;
}

/* The number of a kind of character in the list of them. */
static uint16_t
number(struct buf *kinds, uint64_t kind)
{
	size_t i;

	for (i = 0; i < kinds->n; i += 8)
		if (tab_u64(kinds->p + i) == kind)
			return (uint16_t)(i / 8);
	build_u64(kinds, kind);
	return (uint16_t)(i / 8);
}

/* Writes the page from character i on, unless it is as the one before. */
static void
page(const struct arrays *a, uint32_t i, struct buf *section)
{
	const char *p;
	uint32_t k;

	for (k = i; k < i + PAGE; k++)
		build_u16(&section[1], number(&section[2], whole_kind(a, k)));
	p = section[1].p + section[1].n - 4 * PAGE;
	if (i != 0 && memcmp(p, p + 2 * PAGE, 2 * PAGE) == 0)
		section[1].n -= 2 * PAGE;
	build_u16(&section[0], (uint16_t)(section[1].n / (2 * PAGE) - 1));
}

int
main(void)
{
	struct gen g;
	struct buf section[4];
	struct arrays *a;
	uint32_t i;

	memset(section, 0, sizeof section);
	a = xcalloc(1, sizeof *a);
	gen_open(&g, "numchars");
	while (gen_row(&g, 2, 6))
		if (span_eq(g.field[0], span_str("C")))
			character(&g, a);
		else
			word(&g, a);
	for (i = 0; i < CODES; i += PAGE)
		page(a, i, section);
	buf_add(&section[3], a->pair, sizeof a->pair);
	free(a);
	gen_finish("NCHR", section, 4);
}
