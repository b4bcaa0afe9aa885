/*
 * Makes the table of a double-byte charset (enc/dbcs.h) from rows of a code and
 * the characters of consecutive codes.
 */
#include <stdlib.h>

#include "enc/dbcs.h"
#include "gen/gen.h"

enum {
	PLANES = 16,
	PAGES = 0x300,		/* pages of 256 code points: up to 2FFFF */
	TRAIL_LOW = 0x40,
	TRAILS = 0xff - TRAIL_LOW,
	BMP = 0x10000
};

struct set {
	uint32_t *row[PLANES * 256];	/* by plane and first byte */
	uint32_t *page[PAGES];		/* code of each code point */
	unsigned char *taken;		/* BMP: has a two-byte code */
	uint32_t low;			/* smallest second byte */
	struct second {
		uint32_t cp;
		uint32_t code;
	} *second;			/* further codes of code points */
	size_t seconds;
	size_t cap;
};

static int
hexdigit(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* Reads a code; *mark is the + or * that follows it, or 0. */
static uint32_t
read_code(const struct gen *g, struct span s, int *mark)
{
	uint32_t v;
	size_t i;

	v = 0;
	for (i = 0; i < s.n && s.p[i] != '+' && s.p[i] != '*'; i++) {
		if (hexdigit(s.p[i]) < 0 || i == 6)
			gen_bad(g, "bad code");
		v = v << 4 | (uint32_t)hexdigit(s.p[i]);
	}
	*mark = i < s.n ? s.p[i] : 0;
	if ((v >> 8 & 0xff) < 0x81 || (v & 0xff) < TRAIL_LOW ||
	    v >> 16 >= PLANES)
		gen_bad(g, "code out of range");
	return v;
}

static void
set_encode(const struct gen *g, struct set *s, uint32_t cp, uint32_t code)
{
	uint32_t **page;

	if (cp >> 8 >= PAGES)
		gen_bad(g, "code point out of range");
	page = &s->page[cp >> 8];
	if (*page == NULL)
		*page = xcalloc(256, sizeof **page);
	if ((*page)[cp & 0xff] == 0)
		(*page)[cp & 0xff] = code;
}

/* A further code is kept until all first ones are known. */
static void
add_second(const struct gen *g, struct set *s, uint32_t cp, uint32_t code)
{
	if (cp >= BMP)
		gen_bad(g, "code point out of range");
	s->second = xgrow(s->second, &s->cap, s->seconds + 1,
	    sizeof *s->second);
	s->second[s->seconds].cp = cp;
	s->second[s->seconds++].code = code;
	/* the two-byte code is this one's in the numbering of GB18030 */
	if (s->row[code >> 8][(code & 0xff) - TRAIL_LOW] < BMP)
		s->taken[s->row[code >> 8][(code & 0xff) - TRAIL_LOW]] = 0;
	s->taken[cp] = 1;
}

static void
add_row(const struct gen *g, struct set *s)
{
	const uint32_t *cp;
	uint32_t code, **row;
	size_t i, n;
	int mark;

	code = read_code(g, g->field[0], &mark);
	n = gen_word(g, g->field[1], &cp);
	row = &s->row[code >> 8];
	if (*row == NULL)
		*row = xcalloc(TRAILS, sizeof **row);
	if (mark == '*') {
		if (n != 2)
			gen_bad(g, "not two characters");
		(*row)[(code & 0xff) - TRAIL_LOW] = DBCS_TWO(cp[0], cp[1]);
		return;
	}
	for (i = 0; i < n; i++, code++) {
		if ((code & 0xff) == 0xff)
			gen_bad(g, "too many characters");
		if ((code & 0xff) < s->low)
			s->low = code & 0xff;
		if (mark == '+') {
			add_second(g, s, cp[i], code);
			continue;
		}
		set_encode(g, s, cp[i], code);
		(*row)[(code & 0xff) - TRAIL_LOW] = cp[i];
		if (cp[i] < BMP)
			s->taken[cp[i]] = 1;
	}
}

static int
compare(const void *x, const void *y)
{
	const struct second *a = x, *b = y;

	if (a->cp != b->cp)
		return a->cp < b->cp ? -1 : 1;
	return a->code < b->code ? -1 : a->code > b->code;
}

/* Code points with no other code get theirs, the rest a list. */
static void
write_seconds(const struct gen *g, struct set *s, struct buf *list)
{
	const uint32_t *page;
	size_t i;

	if (s->seconds > 0)
		qsort(s->second, s->seconds, sizeof *s->second, compare);
	for (i = 0; i < s->seconds; i++) {
		page = s->page[s->second[i].cp >> 8];
		if (page == NULL || page[s->second[i].cp & 0xff] == 0) {
			set_encode(g, s, s->second[i].cp, s->second[i].code);
			continue;
		}
		build_u32(list, s->second[i].cp);
		build_u32(list, s->second[i].code);
	}
}

static void
write_rows(const struct set *s, struct buf *index, struct buf *rows)
{
	uint32_t i, t, n;

	n = 0;
	for (i = 0; i < PLANES * 256; i++) {
		build_u16(index, (uint16_t)(s->row[i] == NULL ? 0 : ++n));
		if (s->row[i] == NULL)
			continue;
		for (t = s->low - TRAIL_LOW; t < TRAILS; t++)
			build_u32(rows, s->row[i][t]);
	}
}

static void
write_pages(const struct set *s, struct buf *index, struct buf *pages)
{
	uint32_t i, k, n;

	n = 0;
	for (i = 0; i < PAGES; i++) {
		build_u16(index, (uint16_t)(s->page[i] == NULL ? 0 : ++n));
		if (s->page[i] == NULL)
			continue;
		for (k = 0; k < 256; k++)
			build_u32(pages, s->page[i][k]);
	}
}

/*
 * Four-byte codes of GB18030 number the code points of the BMP that have no
 * two-byte code, in order: runs of (number, first code point).
 */
static void
write_runs(const struct set *s, struct buf *runs)
{
	uint32_t cp, number;
	int in;

	number = 0;
	in = 0;
	for (cp = 0x80; cp < BMP; cp++) {
		if (s->taken[cp] || (cp >= 0xd800 && cp <= 0xdfff)) {
			in = 0;
			continue;
		}
		if (!in) {
			build_u32(runs, number);
			build_u32(runs, cp);
		}
		in = 1;
		number++;
	}
}

int
main(void)
{
	static struct buf section[7];
	static struct set s;
	static struct gen g;

	s.taken = xcalloc(BMP, 1);
	s.low = 0xff;
	gen_open(&g, "charset.gen");
	while (gen_row(&g, 2, 2))
		add_row(&g, &s);
	write_seconds(&g, &s, &section[6]);
	build_u32(&section[0], s.low);
	build_u32(&section[0], 0xff - s.low);
	write_rows(&s, &section[1], &section[2]);
	write_pages(&s, &section[3], &section[4]);
	write_runs(&s, &section[5]);
	gen_finish("CSET", section, 7);
}
