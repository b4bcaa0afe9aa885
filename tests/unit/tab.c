/* Tests of lib/tab: tables and tries, whole and damaged. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tab/build.h"
#include "text/utf8.h"
#include "unit.h"

static const struct {
	const char *word;
	uint32_t value;
} words[] = {
	{ "a", 0 },
	{ "ab", 1 },
	{ "abc", TRIE_VALUE_MAX },
	{ "b", 7 },
	{ "签约", 3 },
	{ "签约额", 4 },
	{ "总投资", 5 },
	{ "\xf0\xa0\x80\x80", 6 },
	{ "\xf4\x8f\xbf\xbf", 8 },
};

enum { WORDS = sizeof words / sizeof words[0] };

static size_t
points(const char *s, uint32_t *cp)
{
	size_t i, k, len, n;

	n = strlen(s);
	for (i = k = 0; i < n; i += len)
		cp[k++] = utf8_decode(s + i, n - i, &len);
	return k;
}

static uint32_t
look_up(const struct trie *t, const char *s)
{
	uint32_t cp[64], state;
	size_t i, n;

	n = points(s, cp);
	state = TRIE_ROOT;
	for (i = 0; i < n; i++) {
		state = trie_step(t, state, cp[i]);
		if (state == TRIE_DEAD)
			return TRIE_NONE;
	}
	return trie_value(t, state);
}

/* The same from cell to cell. */
static uint32_t
look_up_cells(const struct trie *t, const char *s)
{
	uint32_t cp[64];
	uint64_t cell;
	size_t i, n;

	n = points(s, cp);
	cell = trie_root(t);
	for (i = 0; i < n; i++)
		cell = trie_child(t, cell, trie_code(t, cp[i]));
	return trie_cell_value(cell) - 1;
}

static void
test_words(struct unit *u)
{
	/* A prefix, a longer word, an unknown letter, an unknown way. */
	static const char *const none[] = { "签", "签约项", "x", "ba", "axa" };
	static uint32_t cp[WORDS][64];
	struct trie_word w[WORDS];
	struct buf section[2], table;
	struct trie trie;
	struct tab tab;
	size_t i, bad;

	memset(section, 0, sizeof section);
	memset(&table, 0, sizeof table);
	for (i = 0; i < WORDS; i++) {
		w[i].cp = cp[i];
		w[i].n = points(words[i].word, cp[i]);
		w[i].value = words[i].value;
	}
	unit_case(u, build_trie(&section[0], &section[1], w, WORDS, &bad) == 0,
	    "trie is built");
	build_table(&table, "TEST", section, 2);
	unit_case(u, tab_open(&tab, (unsigned char *)table.p, table.n,
	    "TEST") == 0, "table opens");
	unit_case(u, tab_open(&tab, (unsigned char *)table.p, table.n,
	    "TOST") != 0, "table of another kind is refused");
	for (i = 0; i < table.n; i++)
		unit_case(u, tab_open(&tab, (unsigned char *)table.p, i,
		    "TEST") != 0, "cut table is refused");
	tab_open(&tab, (unsigned char *)table.p, table.n, "TEST");
	unit_case(u, trie_open(&trie, tab_section(&tab, 0),
	    tab_section(&tab, 1)) == 0, "trie opens");
	for (i = 0; i < WORDS; i++)
		unit_case(u, look_up(&trie, words[i].word) == words[i].value &&
		    look_up_cells(&trie, words[i].word) == words[i].value,
		    words[i].word);
	for (i = 0; i < sizeof none / sizeof none[0]; i++)
		unit_case(u, look_up(&trie, none[i]) == TRIE_NONE &&
		    look_up_cells(&trie, none[i]) == TRIE_NONE, none[i]);
	buf_free(&section[0]);
	buf_free(&section[1]);
	buf_free(&table);
}

static void
test_refusals(struct unit *u)
{
	static const uint32_t a[] = { 'a', 0x110000 };
	struct trie_word w[2];
	struct buf map, cells;
	size_t bad;

	memset(&map, 0, sizeof map);
	memset(&cells, 0, sizeof cells);
	w[0].cp = w[1].cp = a;
	w[0].n = w[1].n = 1;
	w[0].value = w[1].value = 1;
	unit_case(u, build_trie(&map, &cells, w, 2, &bad) != 0 && bad == 1,
	    "a word twice");
	w[1].n = 0;
	unit_case(u, build_trie(&map, &cells, w, 2, &bad) != 0 && bad == 1,
	    "an empty word");
	w[1].n = 2;
	unit_case(u, build_trie(&map, &cells, w, 2, &bad) != 0 && bad == 1,
	    "a code point out of range");
	w[1].n = 1;
	w[1].value = TRIE_VALUE_MAX + 1;
	unit_case(u, build_trie(&map, &cells, w, 2, &bad) != 0 && bad == 1,
	    "a value out of range");
	unit_case(u, build_trie(&map, &cells, w, 0, &bad) == 0, "no word");
	buf_free(&map);
	buf_free(&cells);
}

/* Many words of a small alphabet, each found with its own value. */
static void
test_many(struct unit *u)
{
	enum { N = 20000, LEN = 5 };
	uint32_t (*cp)[LEN], state;
	struct trie_word *w;
	struct buf map, cells;
	struct trie t;
	size_t i, k, bad, wrong;

	memset(&map, 0, sizeof map);
	memset(&cells, 0, sizeof cells);
	cp = xcalloc(N, sizeof *cp);
	w = xcalloc(N, sizeof *w);
	for (i = 0; i < N; i++) {
		for (k = 0, bad = i; k < LEN; k++, bad /= 9)
			cp[i][k] = 0x4e00 + (uint32_t)(bad % 9) * 300;
		w[i].cp = cp[i];
		w[i].n = LEN;
		w[i].value = (uint32_t)i;
	}
	unit_case(u, build_trie(&map, &cells, w, N, &bad) == 0, "many words");
	unit_case(u, trie_open(&t, buf_view(&map), buf_view(&cells)) == 0,
	    "many words open");
	wrong = 0;
	for (i = 0; i < N; i++) {
		state = TRIE_ROOT;
		for (k = 0; k < LEN && state != TRIE_DEAD; k++)
			state = trie_step(&t, state, cp[i][k]);
		wrong += state == TRIE_DEAD || trie_value(&t, state) != i;
	}
	unit_case(u, wrong == 0, "many words are found");
	free(cp);
	free(w);
	buf_free(&map);
	buf_free(&cells);
}

int
main(void)
{
	struct unit u = { 0, 0 };

	test_words(&u);
	test_refusals(&u);
	test_many(&u);
	return unit_end(&u);
}
