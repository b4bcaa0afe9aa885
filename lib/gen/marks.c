/*
 * Turns a list of words with marks (word, mark, mark ...) into a trie whose
 * values are bits, one for each mark: see lib/lex/mark.h.
 */
#include <stdlib.h>
#include <string.h>

#include "gen/gen.h"

/* The order fixes the bits. */
static const char *const names[] = {
	"title", "heading", "list", "credit", "nav",
	"start", "any", "end", "whole", "rest",
	"surname", "before", "after", "division", NULL
};

static uint32_t
mark(const struct gen *g, size_t field)
{
	uint32_t i;

	for (i = 0; names[i] != NULL; i++)
		if (span_eq(g->field[field], span_str(names[i])))
			return 1u << i;
	gen_bad(g, "unknown mark in field %zu", field + 1);
}

int
main(void)
{
	struct buf section[2];
	struct gen g;
	struct trie_word *w;
	size_t bad;
	size_t cap;
	size_t i;
	size_t n;

	memset(section, 0, sizeof section);
	w = NULL;
	cap = n = 0;
	gen_open(&g, "marks.gen");
	while (gen_row(&g, 2, 4)) {
		w = xgrow(w, &cap, n + 1, sizeof *w);
		w[n].n = gen_word(&g, g.field[0], &w[n].cp);
		w[n].value = 0;
		for (i = 1; i < g.n; i++)
			w[n].value |= mark(&g, i);
		n++;
	}
	if (build_trie(&section[0], &section[1], w, n, &bad) == -1)
		err_die("marks.gen: a word stands twice: row %zu", bad + 1);
	free(w);
	gen_finish("MARK", section, 2);
}
