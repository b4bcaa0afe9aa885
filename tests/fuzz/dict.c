/* Dictionaries: text, or a compiled table that may be damaged. */
#include "fuzz.h"

#include <string.h>

#include "lex/udict.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	char path[FUZZ_PATH];
	struct udict_error error;
	struct udict u;
	uint32_t state, value;
	size_t i, k;
	int fd;

	memset(&u, 0, sizeof u);
	fd = fuzz_file(data, n, path);
	if (udict_add(&u, path, &error) == 0 && udict_compile(&u) == 0)
		for (k = 0; k < u.n; k++) {
			state = TRIE_ROOT;
			for (i = 0; i < n && state != TRIE_DEAD; i++) {
				state = trie_step(&u.v[k].words, state,
				    data[i]);
				if (state == TRIE_DEAD)
					break;
				value = trie_value(&u.v[k].words, state);
				if (value != TRIE_NONE)
					udict_tag(&u, udict_ref(k, value));
			}
		}
	udict_free(&u);
	close(fd);
	return 0;
}
