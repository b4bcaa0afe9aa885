/*
 * Makes a table of a script conversion (text/script.h) from rows of a phrase,
 * what it becomes and perhaps `?` (only where the text is surely of the other
 * script).  Of rows with the same phrase the last one counts.
 */
#include <stdlib.h>
#include <string.h>

#include "gen/gen.h"

struct row {
	struct trie_word w;
	size_t no;
};

static int
compare(const void *x, const void *y)
{
	const struct row *a = x, *b = y;
	size_t i;

	for (i = 0; i < a->w.n && i < b->w.n; i++)
		if (a->w.cp[i] != b->w.cp[i])
			return a->w.cp[i] < b->w.cp[i] ? -1 : 1;
	if (a->w.n != b->w.n)
		return a->w.n < b->w.n ? -1 : 1;
	return a->no < b->no ? -1 : a->no > b->no;
}

static int
same(const struct row *a, const struct row *b)
{
	return a->w.n == b->w.n &&
	    memcmp(a->w.cp, b->w.cp, a->w.n * sizeof a->w.cp[0]) == 0;
}

int
main(void)
{
	static struct gen_pool pool;
	static struct buf section[3];
	static struct gen g;
	struct trie_word *w;
	struct row *rows;
	size_t i, n, cap, bad;
	uint32_t off;

	rows = NULL;
	n = cap = 0;
	gen_open(&g, "script.gen");
	while (gen_row(&g, 2, 3)) {
		rows = xgrow(rows, &cap, n + 1, sizeof *rows);
		rows[n].w.n = gen_word(&g, g.field[0], &rows[n].w.cp);
		off = gen_pool(&pool, g.field[1]);
		if (off > TRIE_VALUE_MAX / 2)
			gen_bad(&g, "too many phrases");
		rows[n].w.value = off << 1 |
		    (g.n == 3 && span_eq(g.field[2], span_str("?")));
		rows[n].no = n;
		n++;
	}
	if (n == 0)
		err_die("no rows");
	qsort(rows, n, sizeof *rows, compare);
	w = xcalloc(n, sizeof *w);
	for (i = cap = 0; i < n; i++)
		if (i + 1 == n || !same(&rows[i], &rows[i + 1]))
			w[cap++] = rows[i].w;
	if (build_trie(&section[0], &section[1], w, cap, &bad) != 0)
		err_die("bad phrase %zu", bad);
	section[2] = pool.b;
	gen_finish("SCPT", section, 3);
}
