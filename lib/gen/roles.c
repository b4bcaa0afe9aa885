/*
 * Turns lib/data/roles.tsv (word, role, where) into a trie: see lib/lex/role.h
 * for its values.
 */
#include <stdlib.h>
#include <string.h>

#include "gen/gen.h"

/* The orders fix the numbers: see lib/lex/role.h. */
static const char *const roles[] = {
	"body", "title", "heading", "list", "credit", "nav", NULL
};
static const char *const places[] = {
	"start", "any", "end", "whole", "rest", NULL
};

static uint32_t
number(const struct gen *g, size_t field, const char *const *names)
{
	uint32_t i;

	for (i = 0; names[i] != NULL; i++)
		if (span_eq(g->field[field], span_str(names[i])))
			return i;
	gen_bad(g, "unknown name in field %zu", field + 1);
}

int
main(void)
{
	struct buf section[2];
	struct gen g;
	struct trie_word *w;
	size_t bad;
	size_t cap;
	size_t n;

	memset(section, 0, sizeof section);
	w = NULL;
	cap = n = 0;
	gen_open(&g, "roles.gen");
	while (gen_row(&g, 3, 3)) {
		w = xgrow(w, &cap, n + 1, sizeof *w);
		w[n].n = gen_word(&g, g.field[0], &w[n].cp);
		w[n].value = number(&g, 1, roles) << 3 | number(&g, 2, places);
		n++;
	}
	if (build_trie(&section[0], &section[1], w, n, &bad) == -1)
		err_die("roles.gen: a word stands twice: row %zu", bad + 1);
	free(w);
	gen_finish("ROLE", section, 2);
}
