/* Tables: damaged ones are refused or harmless, whatever they hold. */
#include "fuzz.h"

#include "tab/tab.h"
#include "tab/trie.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct trie trie;
	struct tab tab;
	struct span s;
	uint32_t i, state;

	if (n < 16 || tab_open(&tab, data, n, (const char *)data + 8) != 0)
		return 0;
	for (i = 0; i < tab.sections + 1 && i < 64; i++) {
		s = tab_section(&tab, i);
		FUZZ_HOLDS(s.n == 0 || (s.p >= (const char *)data &&
		    s.p + s.n <= (const char *)data + n));
	}
	if (trie_open(&trie, tab_section(&tab, 0), tab_section(&tab, 1)) != 0)
		return 0;
	for (i = 0; i < n; i++) {
		state = trie_step(&trie, TRIE_ROOT, data[i]);
		if (state == TRIE_DEAD)
			continue;
		trie_value(&trie, state);
		state = trie_step(&trie, state, (uint32_t)data[i] << 8);
		if (state != TRIE_DEAD)
			trie_value(&trie, state);
	}
	return 0;
}
