/* A user's words. */
#include "num/user.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "num/unit.h"
#include "tab/build.h"
#include "text/utf8.h"

void
user_add(struct user *u, const struct chars *c, struct span word,
    struct span tag)
{
	struct user_list *l;
	struct trie_word *to;
	uint32_t *w, cp;
	uint64_t kind;
	size_t i, len;

	if (span_eq(tag, span_str("m")) || span_eq(tag, span_str("t")) ||
	    word.n == 0)
		return;
	l = span_eq(tag, span_str("q")) ? &u->unit : &u->word;
	l->word = xgrow(l->word, &l->cap, l->n + 1, sizeof *l->word);
	to = &l->word[l->n];
	w = xmalloc(word.n * sizeof *w);
	to->cp = w;
	to->n = 0;
	to->value = 0;
	for (i = 0; i < word.n; i += len) {
		cp = utf8_decode(word.p + i, word.n - i, &len);
		kind = chars_kind(c, cp);
		if (chars_class(kind) != C_BLANK)
			w[to->n++] = chars_fold(cp, kind);
	}
	if (to->n == 0)
		free(w);
	else
		l->n++;
}

/* Sorts the words and leaves each once. */
static void
unique(struct user_list *l)
{
	size_t i, n;

	qsort(l->word, l->n, sizeof *l->word, build_compare);
	for (i = 1, n = 1; i < l->n; i++) {
		if (build_compare(&l->word[n - 1], &l->word[i]) == 0)
			free((void *)l->word[i].cp);
		else
			l->word[n++] = l->word[i];
	}
	l->n = n;
}

/* Writes what struct word of words.h is read from: a measure word. */
static void
entry(struct user_list *l, const struct trie_word *w)
{
	size_t i, at;

	at = l->pool.n;
	build_u16(&l->pool, 0);
	for (i = 0; i < w->n; i++)
		utf8_add(&l->pool, w->cp[i]);
	i = l->pool.n - at - 2;
	if (i > UNIT_CODE / 2)
		i = 0;		/* too long for a unit: it has no code */
	l->pool.p[at] = (char)(i & 0xff);
	build_u32(&l->entries, U_MEASURE);
	build_u32(&l->entries, 0);
	build_u32(&l->entries, 0);
	build_u32(&l->entries, (uint32_t)at);
}

static int
build(struct user_list *l)
{
	size_t i, bad;

	if (l->n == 0)
		return 0;
	unique(l);
	for (i = 0; i < l->n; i++) {
		l->word[i].value = (uint32_t)i;
		entry(l, &l->word[i]);
	}
	if (build_trie(&l->map, &l->cells, l->word, l->n, &bad) != 0)
		return -1;
	l->words.entries = buf_view(&l->entries);
	l->words.pool = buf_view(&l->pool);
	return trie_open(&l->words.trie, buf_view(&l->map),
	    buf_view(&l->cells));
}

int
user_build(struct user *u)
{
	return build(&u->word) == 0 ? build(&u->unit) : -1;
}

static void
release(struct user_list *l)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		free((void *)l->word[i].cp);
	free(l->word);
	buf_free(&l->map);
	buf_free(&l->cells);
	buf_free(&l->entries);
	buf_free(&l->pool);
}

void
user_free(struct user *u)
{
	release(&u->word);
	release(&u->unit);
	memset(u, 0, sizeof *u);
}
