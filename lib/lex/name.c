/* Joining the characters of names. */
#include "lex/name.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"
#include "lex/cls.h"
#include "lex/lexicon.h"
#include "lex/mark.h"
#include "lex/seg.h"
#include "tab/tab.h"
#include "tab/trie.h"

enum {
	COMMON = 10 * LEX_BIT	/* cheaper ones are words: 说 在 和 */
};

TAB_DECLARE(names);

int
name_open(struct names *m)
{
	struct tab t;

	if (TAB_OPEN(&t, names, "MARK") == -1)
		return -1;
	return trie_open(&m->words, tab_section(&t, 0), tab_section(&t, 1));
}

uint32_t
names_marks(const struct names *m, const struct seg_text *t,
    const struct seg_word *w)
{
	size_t i;
	uint32_t state;

	state = TRIE_ROOT;
	for (i = w->start; i < w->end && state != TRIE_DEAD; i++)
		state = trie_step(&m->words, state, t->at[i].cp);
	if (state == TRIE_DEAD || trie_value(&m->words, state) == TRIE_NONE)
		return 0;
	return trie_value(&m->words, state);
}

/*
 * Whether a word begins a name: a surname, or where a name is expected a name
 * of two characters that may be cut short (赵满 of 赵满同).
 */
static int
begins_name(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, const struct seg_word *w, int expected)
{
	struct seg_word first;

	if (w->kind != SEG_WORD && w->kind != SEG_UNKNOWN)
		return 0;
	if (names_marks(m, t, w) & MARK_SURNAME)
		return 1;
	if (!expected || w->kind != SEG_WORD || w->end != w->start + 2 ||
	    !span_eq(lexicon_tag_name(lex, lexicon_tags(lex, w->value)[0]),
	    span_str("nr")))
		return 0;
	first = *w;
	first.end--;
	return (names_marks(m, t, &first) & MARK_SURNAME) != 0;
}

/* A Han character by itself that is none of the most common words. */
static inline int
is_rare(const struct seg_text *t, const struct seg_word *w)
{
	return (w->end == w->start + 1) &
	    ((t->at[w->start].cls & CLS_HAN) != 0) &
	    ((w->kind == SEG_UNKNOWN) | ((w->kind == SEG_WORD) &
	    (lexicon_cost(w->value) >= COMMON)));
}

/*
 * Whether a word and the next may begin a name: one test of all that is quickly
 * told, for each part of it by itself comes out one way as often as the other.
 */
static inline int
may_begin(const struct seg_text *t, const struct seg_word *w)
{
	return ((t->at[w->start].cls & CLS_SURNAME) != 0) &
	    (w->end - w->start <= 2) & is_rare(t, w + 1);
}

/* A character that a given name can have. */
static int
is_given(const struct lexicon *lex, const struct seg_text *t,
    const struct seg_word *w)
{
	struct span tag;

	if (!is_rare(t, w))
		return 0;
	if (w->kind == SEG_UNKNOWN)
		return 1;
	tag = lexicon_tag_name(lex, lexicon_tags(lex, w->value)[0]);
	return memchr("pcurdym", tag.p[0], 7) == NULL;
}

/* How many words from i on are a given name, up to max. */
static size_t
given(const struct lexicon *lex, const struct seg_text *t,
    const struct seg_word *w, size_t i, size_t n, size_t max)
{
	size_t count;

	for (count = 0; count < max && i + count < n; count++)
		if (!is_given(lex, t, &w[i + count]))
			break;
	return count;
}

/*
 * Whether a title or another name stands before the word at i, marks and
 * blanks between them: 记者 沈越、王晓晨.
 */
static int
is_expected(const struct names *m, const struct seg_text *t,
    const struct seg_word *w, size_t i)
{
	while (i > 0 && (w[i - 1].kind == SEG_PUNCT ||
	    w[i - 1].kind == SEG_SPACE))
		i--;
	if (i == 0)
		return 0;
	if (w[i - 1].kind == SEG_NAME)
		return w[i - 1].value != 0;
	return (names_marks(m, t, &w[i - 1]) & MARK_BEFORE) != 0;
}

static int
is_followed(const struct names *m, const struct seg_text *t,
    const struct seg_word *w, size_t i, size_t n)
{
	return i < n && names_marks(m, t, &w[i]) & MARK_AFTER;
}

size_t
name_join(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, struct seg_word *w, size_t n)
{
	size_t count;
	size_t i;
	size_t size;
	size_t to;
	int expected;

	for (to = i = 0; i < n; i++) {
		if (to != i)
			w[to] = w[i];
		to++;
		if (i + 1 == n || !may_begin(t, &w[i]) ||
		    !is_given(lex, t, &w[i + 1]))
			continue;
		expected = is_expected(m, t, w, to - 1);
		if (!begins_name(m, lex, t, &w[i], expected))
			continue;
		size = (size_t)(w[i].end - w[i].start);
		count = given(lex, t, w, i + 1, n, 3 - size);
		if (!expected && !is_followed(m, t, w, i + 1 + count, n))
			continue;
		w[to - 1].end = w[i + count].end;
		w[to - 1].kind = SEG_NAME;
		w[to - 1].value = (uint32_t)expected;
		i += count;
	}
	return to;
}
