/* A user's words. */
#include "num/user.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tab/build.h"
#include "text/utf8.h"

enum { ENTRY_ZEROS = 4 };	/* 32-bit fields of an entry */

int
user_line(struct user *u, const struct chars *c, struct span line)
{
	uint32_t *w, cp, cell;
	size_t i, n, len;

	for (n = 0; n < line.n && line.p[n] != ' ' && line.p[n] != '\t' &&
	    line.p[n] != '\r'; n++)
		continue;
	if (n == 0 || line.p[0] == '#')
		return 0;
	if (utf8_valid(line.p, n) != n)
		return -1;
	w = xmalloc(n * sizeof *w);
	u->word = xgrow(u->word, &u->cap, u->n + 1, sizeof *u->word);
	u->word[u->n].cp = w;
	u->word[u->n].n = 0;
	u->word[u->n].value = 0;
	for (i = 0; i < n; i += len) {
		cp = utf8_decode(line.p + i, n - i, &len);
		cell = chars_cell(c, cp);
		w[u->word[u->n].n++] = cell == 0 ? cp : cell & 0x1fffff;
	}
	u->n++;
	return 0;
}

static int
compare(const void *a, const void *b)
{
	const struct trie_word *x = a, *y = b;
	size_t i;

	for (i = 0; i < x->n && i < y->n; i++)
		if (x->cp[i] != y->cp[i])
			return x->cp[i] < y->cp[i] ? -1 : 1;
	return (x->n > y->n) - (x->n < y->n);
}

int
user_build(struct user *u)
{
	size_t i, n, bad;

	if (u->n == 0)
		return 0;
	qsort(u->word, u->n, sizeof *u->word, compare);
	for (i = 1, n = 1; i < u->n; i++) {
		if (compare(&u->word[n - 1], &u->word[i]) == 0)
			free((void *)u->word[i].cp);
		else
			u->word[n++] = u->word[i];
	}
	u->n = n;
	if (build_trie(&u->map, &u->cells, u->word, u->n, &bad) != 0)
		return -1;
	for (i = 0; i < ENTRY_ZEROS; i++)
		build_u32(&u->entries, 0);
	build_u16(&u->pool, 0);
	u->words.entries = buf_view(&u->entries);
	u->words.pool = buf_view(&u->pool);
	return trie_open(&u->words.trie, buf_view(&u->map),
	    buf_view(&u->cells));
}

void
user_free(struct user *u)
{
	size_t i;

	for (i = 0; i < u->n; i++)
		free((void *)u->word[i].cp);
	free(u->word);
	buf_free(&u->map);
	buf_free(&u->cells);
	buf_free(&u->entries);
	buf_free(&u->pool);
	memset(u, 0, sizeof *u);
}
