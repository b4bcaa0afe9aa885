/*
 * Turns a list of words with marks (word, mark, mark ...) into a trie.  The
 * argument tells whose marks they are: lex for lib/lex/mark.h, where the values
 * are bits, one for each mark; fact for lib/fact/sets.h, where the marks are
 * too many for that and the values are places in a section of bits.
 */
#include <stdlib.h>
#include <string.h>

#include "fact/sets.h"
#include "gen/gen.h"
#include "lex/mark.h"

/* The order fixes the bits. */
static const char *const mark_names[] = { MARK_NAMES, NULL };
static const char *const set_names[] = { SET_NAMES, NULL };

static uint64_t
mark(const struct gen *g, const char *const *names, size_t field)
{
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (span_eq(g->field[field], span_str(names[i])))
			return (uint64_t)1 << i;
	gen_bad(g, "unknown mark in field %zu", field + 1);
}

int
main(int argc, char *argv[])
{
	const char *const *names;
	struct buf section[3];
	struct gen g;
	struct trie_word *w;
	size_t bad;
	uint64_t bits;
	size_t cap;
	size_t i;
	size_t n;
	int fact;

	fact = argc == 2 && strcmp(argv[1], "fact") == 0;
	names = fact ? set_names : mark_names;
	memset(section, 0, sizeof section);
	w = NULL;
	cap = n = 0;
	gen_open(&g, "marks.gen");
	while (gen_row(&g, 2, 4)) {
		w = xgrow(w, &cap, n + 1, sizeof *w);
		w[n].n = gen_word(&g, g.field[0], &w[n].cp);
		for (i = 1, bits = 0; i < g.n; i++)
			bits |= mark(&g, names, i);
		build_u64(&section[2], bits);
		w[n].value = (uint32_t)(fact ? n : bits);
		n++;
	}
	if (build_trie(&section[0], &section[1], w, n, &bad) == -1)
		err_die("marks.gen: a word stands twice: row %zu", bad + 1);
	free(w);
	gen_finish(fact ? "SETS" : "MARK", section, fact ? 3 : 2);
}
