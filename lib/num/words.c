/* The word lists of numnorm. */
#include "num/words.h"

#include <string.h>

enum { WORD_MAX = 32 };

int
words_open(struct words *w, const unsigned char *table)
{
	struct tab t;

	if (tab_open(&t, table, tab_length(table), "NWRD") != 0 ||
	    trie_open(&w->trie, tab_section(&t, 0), tab_section(&t, 1)) != 0)
		return -1;
	w->entries = tab_section(&t, 2);
	w->pool = tab_section(&t, 3);
	w->heads = tab_section(&t, 4);
	return 0;
}

int
chars_open(struct chars *c, const unsigned char *table)
{
	struct tab t;
	struct span s;

	if (tab_open(&t, table, tab_length(table), "NCHR") != 0)
		return -1;
	s = tab_section(&t, 0);
	c->pageno = (const unsigned char *)s.p;
	c->pages = (uint32_t)(s.n / 2);
	c->page = (const unsigned char *)tab_section(&t, 1).p;
	c->kind = (const unsigned char *)tab_section(&t, 2).p;
	c->pair = (const unsigned char *)tab_section(&t, 3).p;
	return 0;
}

/* Fills found from entry i, if the table holds it. */
static int
load(const struct words *w, uint32_t i, size_t len, struct word *found)
{
	const char *p;
	uint32_t off;

	if (((size_t)i + 1) * WORDS_ENTRY > w->entries.n)
		return 0;
	p = w->entries.p + (size_t)i * WORDS_ENTRY;
	found->type = tab_u32(p);
	found->a = (int)(int32_t)tab_u32(p + 4);
	found->b = (int)(int32_t)tab_u32(p + 8);
	found->len = len;
	off = tab_u32(p + 12);
	if ((size_t)off + 2 > w->pool.n ||
	    (size_t)off + 2 + tab_u16(w->pool.p + off) > w->pool.n)
		return 0;
	found->text = span_of(w->pool.p + off + 2, tab_u16(w->pool.p + off));
	return 1;
}

size_t
words_longest(const struct words *w, const uint32_t *cp, size_t n,
    struct word *found)
{
	uint64_t cell;
	uint32_t v, best;
	size_t i, len;

	cell = trie_root(&w->trie);
	best = 0;
	len = 0;
	for (i = 0; i < n; i++) {
		cell = trie_child(&w->trie, cell, trie_code(&w->trie, cp[i]));
		if (cell == 0)
			break;
		v = trie_cell_value(cell);
		if (v != 0) {
			best = v - 1;
			len = i + 1;
		}
	}
	return len != 0 && load(w, best, len, found) ? len : 0;
}

size_t
words_all(const struct words *w, const uint32_t *cp, size_t n,
    struct word *found, size_t max)
{
	uint64_t cell;
	uint32_t value[WORD_MAX];
	size_t i, count, len[WORD_MAX], out;

	cell = trie_root(&w->trie);
	count = 0;
	for (i = 0; i < n && count < WORD_MAX; i++) {
		cell = trie_child(&w->trie, cell, trie_code(&w->trie, cp[i]));
		if (cell == 0)
			break;
		value[count] = trie_cell_value(cell) - 1;
		len[count] = i + 1;
		count += value[count] != TRIE_NONE;
	}
	for (out = 0; count-- > 0 && out < max; )
		out += (size_t)load(w, value[count], len[count], &found[out]);
	return out;
}
