/*
 * Words of numnorm: WORD TYPE [A [B [TEXT]]] to a table of a trie, entries of
 * 16 bytes (type as four letters, A, B, offset of TEXT), a pool of strings and,
 * for each code of the trie, a u64 of the types that begin with it.
 */
#include "gen/gen.h"

#include <stdlib.h>
#include <string.h>

#include "num/words.h"
#include "tab/tab.h"
#include "tab/trie.h"

enum { SECTIONS = 5, TYPE_LETTERS = 4 };

static int32_t
integer(const struct gen *g, size_t i)
{
	struct gen part;
	int neg;

	if (i >= g->n || g->field[i].n == 0)
		return 0;
	part = *g;
	neg = part.field[i].p[0] == '-';
	part.field[i].p += neg;
	part.field[i].n -= (size_t)neg;
	return (int32_t)gen_uint(&part, i, INT32_MAX) * (neg ? -1 : 1);
}

static void
entry(const struct gen *g, struct buf *entries, struct gen_pool *pool)
{
	struct span type, text;
	size_t i;

	type = g->field[1];
	if (type.n == 0 || type.n > TYPE_LETTERS)
		gen_bad(g, "a type has one to four letters");
	for (i = 0; i < TYPE_LETTERS; i++)
		buf_byte(entries, i < type.n ? type.p[i] : 0);
	build_u32(entries, (uint32_t)integer(g, 2));
	build_u32(entries, (uint32_t)integer(g, 3));
	text = g->n > 4 ? g->field[4] : span_of("", 0);
	build_u32(entries, gen_pool(pool, text));
}

/* The types of the words that begin with each code. */
static void
heads(struct buf *section, const struct trie_word *w, size_t n)
{
	static uint64_t types[1 << 16];
	struct trie t;
	size_t i, codes;
	uint32_t code;

	trie_open(&t, buf_view(&section[0]), buf_view(&section[1]));
	codes = 0;
	for (i = 0; i < n; i++) {
		code = trie_code(&t, w[i].cp[0]);
		types[code] |= words_bit(tab_u32(section[2].p +
		    WORDS_ENTRY * (size_t)w[i].value));
		if (code >= codes)
			codes = code + 1;
	}
	for (i = 0; i < codes; i++)
		build_u64(&section[4], types[i]);
}

int
main(void)
{
	struct gen g;
	struct gen_pool pool;
	struct buf section[SECTIONS];
	struct trie_word *w;
	size_t n, cap, bad;

	memset(&pool, 0, sizeof pool);
	memset(section, 0, sizeof section);
	w = NULL;
	cap = 0;
	gen_open(&g, "numwords");
	for (n = 0; gen_row(&g, 2, 5); n++) {
		w = xgrow(w, &cap, n + 1, sizeof *w);
		w[n].n = gen_word(&g, g.field[0], &w[n].cp);
		w[n].value = (uint32_t)n;
		entry(&g, &section[2], &pool);
	}
	if (build_trie(&section[0], &section[1], w, n, &bad) != 0)
		gen_bad(&g, "word %zu stands twice", bad + 1);
	section[3] = pool.b;
	heads(section, w, n);
	free(w);
	gen_finish("NWRD", section, SECTIONS);
}
