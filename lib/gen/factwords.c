/*
 * lib/data/fact-words.tsv to a table: a trie of the words, and for each word
 * its senses.  Sections: trie map, trie cells, senses, strings, and the same
 * words as statements of a rule file.  A sense is u8 list, u8 last, u16 zero,
 * u32 meaning, u32 flags (offsets of strings).
 */
#include <stdlib.h>
#include <string.h>

#include "fact/lists.h"
#include "gen/gen.h"

static const char *const list_name[] = LIST_NAMES;

static uint32_t
list_number(const struct gen *g, struct span s)
{
	uint32_t i;

	for (i = 0; i < LIST_COUNT; i++)
		if (span_eq(s, span_str(list_name[i])))
			return i;
	gen_bad(g, "no such list");
}

/* A word of a rule file, in quotes where a letter of it would end it. */
static void
put_word(struct buf *b, struct span s)
{
	size_t i;
	int quote;

	quote = s.n == 0;
	for (i = 0; i < s.n; i++)
		quote |= strchr(" :/'#", s.p[i]) != NULL;
	if (!quote) {
		buf_span(b, s);
		return;
	}
	buf_byte(b, '\'');
	for (i = 0; i < s.n; i++) {
		buf_byte(b, s.p[i]);
		if (s.p[i] == '\'')
			buf_byte(b, '\'');
	}
	buf_byte(b, '\'');
}

static void
put_statement(struct buf *b, const struct gen *g, struct span flags)
{
	buf_str(b, "list ");
	buf_span(b, g->field[1]);
	buf_byte(b, ' ');
	put_word(b, g->field[2]);
	if (flags.n != 0) {
		buf_byte(b, '/');
		buf_span(b, flags);
	}
	buf_str(b, ": ");
	put_word(b, g->field[0]);
	buf_byte(b, '\n');
}

/* Words are sorted, so the senses of one stand together. */
int
main(void)
{
	struct gen g = { 0 };
	struct gen_pool pool = { 0 };
	struct buf section[5] = { { 0 } };
	struct buf text[LIST_COUNT] = { { 0 } };
	struct trie_word *w = NULL;
	struct span last = { "", 0 }, flags;
	size_t n = 0, cap = 0, bad;
	uint32_t list;

	gen_open(&g, "factwords");
	while (gen_row(&g, 3, 4)) {
		if (!span_eq(last, g.field[0])) {
			w = xgrow(w, &cap, n + 1, sizeof *w);
			w[n].n = gen_word(&g, g.field[0], &w[n].cp);
			w[n++].value = (uint32_t)(section[2].n / 12);
		} else {
			section[2].p[section[2].n - 11] = 0;
		}
		last = g.field[0];
		list = list_number(&g, g.field[1]);
		flags = g.n > 3 ? g.field[3] : span_of("", 0);
		put_statement(&text[list], &g, flags);
		build_u16(&section[2], (uint16_t)(list | 0x100));
		build_u16(&section[2], 0);
		build_u32(&section[2], gen_pool(&pool, g.field[2]));
		build_u32(&section[2], gen_pool(&pool, flags));
	}
	if (build_trie(&section[0], &section[1], w, n, &bad) == -1)
		gen_bad(&g, "word %zu stands twice or cannot be kept", bad);
	section[3] = pool.b;
	for (list = 0; list < LIST_COUNT; list++)
		buf_span(&section[4], buf_view(&text[list]));
	gen_finish("FWRD", section, 5);
}
