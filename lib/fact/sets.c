/* Looking words up in the small sets. */
#include "fact/sets.h"

#include "tab/tab.h"
#include "text/utf8.h"

TAB_DECLARE(fact_sets);

int
sets_open(struct sets *m)
{
	struct tab t;

	if (TAB_OPEN(&t, fact_sets, "SETS") == -1)
		return -1;
	m->bits = tab_section(&t, 2);
	return trie_open(&m->words, tab_section(&t, 0), tab_section(&t, 1));
}

static int
has(const struct sets *m, uint32_t value, enum set set)
{
	return (size_t)value * 8 + 8 <= m->bits.n &&
	    tab_u64(m->bits.p + (size_t)value * 8) >> set & 1;
}

size_t
sets_begin(const struct sets *m, struct span s, enum set set)
{
	size_t at, len;
	uint32_t state, value;

	state = TRIE_ROOT;
	for (at = 0; at < s.n && state != TRIE_DEAD; ) {
		state = trie_step(&m->words, state,
		    utf8_decode(s.p + at, s.n - at, &len));
		at += len;
		if (state == TRIE_DEAD)
			break;
		value = trie_value(&m->words, state);
		if (value != TRIE_NONE && has(m, value, set))
			return at;
	}
	return 0;
}

int
sets_hold(const struct sets *m, struct span s, enum set set)
{
	size_t at, len;
	uint32_t state, value;

	state = TRIE_ROOT;
	for (at = 0; at < s.n && state != TRIE_DEAD; at += len)
		state = trie_step(&m->words, state,
		    utf8_decode(s.p + at, s.n - at, &len));
	if (state == TRIE_DEAD || s.n == 0)
		return 0;
	value = trie_value(&m->words, state);
	return value != TRIE_NONE && has(m, value, set);
}

/* Words of the sets are short. */
size_t
sets_end(const struct sets *m, struct span s, enum set set)
{
	enum { LETTERS = 4 };
	size_t at, n;

	at = s.n;
	for (n = 0; n < LETTERS && at > 0; n++) {
		for (at--; at > 0 && ((unsigned char)s.p[at] & 0xc0) == 0x80;
		    at--)
			;
		if (sets_hold(m, span_of(s.p + at, s.n - at), set))
			return s.n - at;
	}
	return 0;
}
