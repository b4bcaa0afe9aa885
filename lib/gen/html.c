/* Makes the table of entities and elements (text/html.h). */
#include <string.h>

#include "gen/gen.h"
#include "text/html_tab.h"

static uint32_t
value(const struct gen *g)
{
	struct span s;
	uint32_t v;
	size_t i;

	s = g->field[1];
	if (span_eq(s, span_str("block")))
		return HTML_TAG | HTML_BLOCK;
	if (span_eq(s, span_str("inline")))
		return HTML_TAG;
	v = 0;
	for (i = 0; i < s.n; i++) {
		if (i == 5 || strchr("0123456789ABCDEF", s.p[i]) == NULL)
			gen_bad(g, "bad code point");
		v = v << 4 | (uint32_t)(s.p[i] < 'A' ? s.p[i] - '0' :
		    s.p[i] - 'A' + 10);
	}
	return v;
}

int
main(void)
{
	static struct buf section[2];
	static struct gen g;
	struct trie_word *w;
	size_t n, cap, bad;

	w = NULL;
	n = cap = 0;
	gen_open(&g, "html.gen");
	while (gen_row(&g, 2, 2)) {
		w = xgrow(w, &cap, n + 1, sizeof *w);
		w[n].n = gen_word(&g, g.field[0], &w[n].cp);
		w[n].value = value(&g);
		n++;
	}
	if (build_trie(&section[0], &section[1], w, n, &bad) != 0)
		err_die("bad name %zu", bad);
	gen_finish("HTML", section, 2);
}
