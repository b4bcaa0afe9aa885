/*
 * Dictionaries: rows of text, or a compiled table that may be damaged.  Words
 * behind an empty line are cut with it.
 */
#include "fuzz.h"

#include "lex/tok.h"
#include "lex/udict.h"

/* Looks every prefix up that the bytes make. */
static void
walk(const struct udict *u, const uint8_t *data, size_t n)
{
	uint32_t state, value;
	size_t i, k;

	for (k = 0; k < u->n; k++) {
		state = TRIE_ROOT;
		for (i = 0; i < n && state != TRIE_DEAD; i++) {
			state = trie_step(&u->v[k].words, state, data[i]);
			if (state == TRIE_DEAD)
				break;
			value = trie_value(&u->v[k].words, state);
			if (value != TRIE_NONE)
				udict_tag(u, udict_ref(k, value));
		}
	}
}

static void
take(struct tok *t)
{
	struct tok_piece piece;

	while (tok_next(t, &piece))
		FUZZ_HOLDS(piece.n > 0 && piece.v[0].tag.n < 256);
}

/* Cuts text with the words of u, which is the same in all calls. */
static void
cut(const struct udict *u, struct span text)
{
	static struct tok *t;
	struct tok_opts o;
	struct tok_line line;

	memset(&o, 0, sizeof o);
	o.user = u;
	if (t == NULL)
		FUZZ_HOLDS((t = tok_new(&o)) != NULL);
	memset(&line, 0, sizeof line);
	while (text.n > 0) {
		line.line++;
		line.text = fuzz_cut(&text, '\n');
		tok_line(t, &line);
		take(t);
	}
	tok_end(t);
	take(t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct udict u;
	char path[FUZZ_PATH];
	struct udict_error error;
	size_t i;

	for (i = 0; i + 1 < n; i++)
		if (data[i] == '\n' && data[i + 1] == '\n')
			break;
	if (i + 1 >= n)
		i = n;
	memset(&u, 0, sizeof u);
	fuzz_file(data, i, path);
	if (udict_add(&u, path, &error) == 0 && udict_compile(&u) == 0) {
		walk(&u, data, n);
		if (i < n)
			cut(&u, span_of((const char *)data + i, n - i));
	}
	udict_free(&u);
	return 0;
}
