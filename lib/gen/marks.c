/*
 * Turns a list of words with marks (word, mark, mark ...) into a trie whose
 * values are bits, one for each mark.  The argument tells whose marks they are:
 * lex for lib/lex/mark.h, fact for lib/fact/sets.h.
 */
#include <stdlib.h>
#include <string.h>

#include "fact/sets.h"
#include "gen/gen.h"
#include "lex/mark.h"

/* The order fixes the bits. */
static const char *const mark_names[] = { MARK_NAMES, NULL };
static const char *const set_names[] = { SET_NAMES, NULL };

static uint32_t
mark(const struct gen *g, const char *const *names, size_t field)
{
	uint32_t i;

	for (i = 0; names[i] != NULL; i++)
		if (span_eq(g->field[field], span_str(names[i])))
			return 1u << i;
	gen_bad(g, "unknown mark in field %zu", field + 1);
}

int
main(int argc, char *argv[])
{
	const char *const *names;
	struct buf section[2];
	struct gen g;
	struct trie_word *w;
	size_t bad;
	size_t cap;
	size_t i;
	size_t n;

	names = argc == 2 && strcmp(argv[1], "fact") == 0 ? set_names :
	    mark_names;
	memset(section, 0, sizeof section);
	w = NULL;
	cap = n = 0;
	gen_open(&g, "marks.gen");
	while (gen_row(&g, 2, 4)) {
		w = xgrow(w, &cap, n + 1, sizeof *w);
		w[n].n = gen_word(&g, g.field[0], &w[n].cp);
		w[n].value = 0;
		for (i = 1; i < g.n; i++)
			w[n].value |= mark(&g, names, i);
		n++;
	}
	if (build_trie(&section[0], &section[1], w, n, &bad) == -1)
		err_die("marks.gen: a word stands twice: row %zu", bad + 1);
	free(w);
	gen_finish("MARK", section, 2);
}
