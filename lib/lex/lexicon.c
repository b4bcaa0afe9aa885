/* Opening the dictionary and naming its tags. */
#include "lex/lexicon.h"

#include <stddef.h>
#include <string.h>

#include "base/span.h"
#include "tab/tab.h"
#include "tab/trie.h"

TAB_DECLARE(words);

static void
open_names(struct lexicon *x, struct span names)
{
	const char *p;
	uint32_t i;
	size_t n;

	memset(x->name, 0, sizeof x->name);
	x->nnames = (uint32_t)(names.n / LEX_TAG_NAME);
	for (i = 0; i < x->nnames && i < LEX_NO_TAG; i++) {
		p = names.p + LEX_TAG_NAME * (size_t)i;
		for (n = 0; n < LEX_TAG_NAME && p[n] != '\0'; n++)
			continue;
		x->name[i] = span_of(p, n);
	}
}

int
lexicon_open(struct lexicon *x)
{
	struct span s;
	struct tab t;
	uint32_t i;

	if (TAB_OPEN(&t, words, "WORD") == -1 ||
	    trie_open(&x->words, tab_section(&t, 0), tab_section(&t, 1)) == -1)
		return -1;
	s = tab_section(&t, 2);
	x->lists = (const unsigned char *)s.p;
	x->nlists = (uint32_t)(s.n / LEX_TAGS);
	open_names(x, tab_section(&t, 3));
	s = tab_section(&t, 4);
	x->pairs = (const unsigned char *)s.p;
	if (x->nlists == 0 || x->nnames == 0 || x->nnames >= LEX_NO_TAG ||
	    s.n != (x->nnames + 1) * (size_t)x->nnames)
		return -1;
	for (i = 0; i < LEX_TAGS * x->nlists; i++)
		if (x->lists[i] >= x->nnames && (x->lists[i] != LEX_NO_TAG ||
		    i % LEX_TAGS == 0))
			return -1;
	return 0;
}

unsigned
lexicon_tag(const struct lexicon *x, struct span name)
{
	uint32_t i;

	for (i = 0; i < x->nnames; i++)
		if (span_eq(lexicon_tag_name(x, i), name))
			return i;
	return LEX_NO_TAG;
}
