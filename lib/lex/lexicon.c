/* Opening the dictionary and naming its tags. */
#include "lex/lexicon.h"

#include <stddef.h>
#include <string.h>

#include "base/span.h"
#include "tab/tab.h"
#include "tab/trie.h"

TAB_DECLARE(words);

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
	s = tab_section(&t, 3);
	x->names = s.p;
	x->nnames = (uint32_t)(s.n / LEX_TAG_NAME);
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

struct span
lexicon_tag_name(const struct lexicon *x, unsigned tag)
{
	const char *p;
	size_t n;

	if (tag >= x->nnames)
		return span_of("", 0);
	p = x->names + LEX_TAG_NAME * (size_t)tag;
	for (n = 0; n < LEX_TAG_NAME && p[n] != '\0'; n++)
		;
	return span_of(p, n);
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
