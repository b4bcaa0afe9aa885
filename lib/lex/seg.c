/* Viterbi over the words that stand at each character. */
#include "lex/seg.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lex/cls.h"
#include "lex/lexicon.h"
#include "lex/run.h"
#include "lex/udict.h"
#include "tab/trie.h"
#include "text/utf8.h"

enum {
	COST_UNKNOWN = 28 * LEX_BIT,	/* a character of no word */
	COST_RUN = 9 * LEX_BIT,		/* a number, about as common as 一 */
	WORTH_USER = 64 * LEX_BIT,	/* a character of a user's word */
	JOINER = 0x200d		/* zero width joiner, in emoji */
};

int
seg_open(struct seg *s, const struct udict *user)
{
	s->user = user;
	if (cls_open(&s->cls) == -1)
		return -1;
	return lexicon_open(&s->lex);
}

void
seg_decode(const struct seg *s, struct seg_text *t, struct span text)
{
	struct seg_char *c;
	size_t at;
	size_t len;

	at = 0;
	for (c = t->at; c < t->at + SEG_WINDOW && at < text.n; c++) {
		c->cp = utf8_decode(text.p + at, text.n - at, &len);
		c->off = (uint32_t)at;
		c->cls = (uint16_t)cls_of(&s->cls, c->cp);
		c->code = (uint16_t)trie_code(&s->lex.words, c->cp);
		at += len;
	}
	t->n = (size_t)(c - t->at);
	memset(c, 0, (SEG_AHEAD + 1) * sizeof *c);
	c->off = (uint32_t)at;
}

static inline void
relax(struct seg_node *node, size_t from, size_t to, int32_t cost, int kind,
    uint32_t value)
{
	if (cost >= node[to].cost)
		return;
	node[to].cost = cost;
	node[to].value = value;
	node[to].from = (uint16_t)from;
	node[to].kind = (uint16_t)kind;
}

/* What a single character is that no word and no run begins with. */
static int
single_kind(unsigned cls)
{
	if (cls & CLS_SPACE)
		return SEG_SPACE;
	if (cls & CLS_PUNCT)
		return SEG_PUNCT;
	return cls & (CLS_HAN | CLS_LETTER | CLS_KANA) ? SEG_UNKNOWN :
	    SEG_SYMBOL;
}

/* A character with the marks behind it; a joiner takes one more along. */
static size_t
single_end(const struct seg_text *t, size_t i)
{
	if (t->at[i++].cls & CLS_SPACE)
		return i;
	for (; i < t->n && t->at[i].cls & CLS_MARK; i++)
		if (t->at[i].cp == JOINER && i + 1 < t->n &&
		    t->at[i + 1].cls & CLS_SYMBOL)
			i++;
	return i;
}

/* Whether a cut before i would part letters or digits. */
static int
parts_run(const struct seg_text *t, size_t i)
{
	enum { RUN = CLS_LETTER | CLS_DIGIT | CLS_MARK };

	return i > 0 && i < t->n && t->at[i - 1].cls & RUN &&
	    t->at[i].cls & RUN;
}

/*
 * The user's words that begin at i.  Each of their characters is worth more
 * than any other word, so they win; among them the longer, then the more
 * frequent.
 */
static void
extend_user(struct seg *s, const struct seg_text *t, size_t i)
{
	const struct udict_words *u;
	size_t j;
	size_t k;
	uint32_t state;
	uint32_t value;

	for (k = 0; k < s->user->n && !parts_run(t, i); k++) {
		u = &s->user->v[k];
		state = trie_step(&u->words, TRIE_ROOT, t->at[i].cp);
		for (j = i + 1; state != TRIE_DEAD; j++) {
			value = trie_value(&u->words, state);
			if (value != TRIE_NONE && !parts_run(t, j))
				relax(s->node, i, j, s->node[i].cost +
				    udict_cost(value) - WORTH_USER *
				    (int32_t)(j - i), SEG_USER,
				    udict_ref(k, value));
			if (j == t->n)
				break;
			state = trie_step(&u->words, state, t->at[j].cp);
		}
	}
}

/*
 * Whether a run from i ends where a cheaper one does that was tried before:
 * all from the character that the way to i comes from is of one class.
 */
static int
inside_run(const struct seg *s, const struct seg_text *t, size_t i)
{
	size_t j;
	unsigned kinds;

	if (i == 0 || s->node[i].kind == SEG_USER)
		return 0;
	kinds = run_kinds(t->at[i].cls);
	for (j = i; j > s->node[i].from && kinds != 0; j--)
		kinds &= run_kinds(t->at[j - 1].cls);
	return kinds != 0;
}

/* A word of the dictionary from i to j that ends in a cell, if one does. */
static inline void
relax_word(struct seg *s, size_t i, size_t j, uint64_t cell)
{
	uint32_t value;

	value = trie_cell_value(cell);
	if (value-- != 0)
		relax(s->node, i, j, s->node[i].cost +
		    (int32_t)lexicon_cost(value), SEG_WORD, value);
}

static void
extend_words(struct seg *s, const struct seg_text *t, size_t i)
{
	uint64_t cell;
	size_t j;
	size_t k;

	for (k = 0; k < SEG_AHEAD; k++) {
		cell = s->node[i].ahead[k];
		if (cell == 0)
			return;
		relax_word(s, i, i + k + 1, cell);
	}
	for (j = i + SEG_AHEAD; j < t->n; j++) {
		cell = trie_child(&s->lex.words, cell, t->at[j].code);
		if (cell == 0)
			return;
		relax_word(s, i, j + 1, cell);
	}
}

/* Whether the character at i is itself a word, and no dearer than none. */
static inline int
is_word(const struct seg *s, const struct seg_text *t, size_t i)
{
	uint32_t value;

	value = trie_cell_value(s->node[i].ahead[0]);
	return value != 0 && lexicon_cost(value - 1) <= COST_UNKNOWN &&
	    !(t->at[i + 1].cls & CLS_MARK);
}

static void
extend_run(struct seg *s, const struct seg_text *t, size_t i)
{
	size_t end;
	int kind;

	if (inside_run(s, t, i))
		return;
	end = run_end(t, i, &kind);
	if (end > i + 1 ||
	    (end > i && t->at[i].cls & (CLS_DIGIT | CLS_LETTER)))
		relax(s->node, i, end, s->node[i].cost + COST_RUN, kind, 0);
}

static void
extend(struct seg *s, const struct seg_text *t, size_t i)
{
	extend_words(s, t, i);
	if (s->user != NULL)
		extend_user(s, t, i);
	if (run_begins(t, i))
		extend_run(s, t, i);
	if (!is_word(s, t, i))
		relax(s->node, i, single_end(t, i), s->node[i].cost +
		    COST_UNKNOWN, single_kind(t->at[i].cls), 0);
}

/* Lists the words of the cheapest way, back from its end. */
static size_t
trace(const struct seg *s, size_t n, struct seg_word *w)
{
	const struct seg_node *node;
	struct seg_word *first;
	size_t count;

	for (first = w + SEG_WINDOW; n > 0; n = node->from) {
		node = &s->node[n];
		first--;
		first->start = node->from;
		first->end = (uint16_t)n;
		first->kind = node->kind;
		first->value = node->value;
	}
	count = (size_t)(w + SEG_WINDOW - first);
	memmove(w, first, count * sizeof *w);
	return count;
}

/*
 * Follows the first characters of every word ahead of the walk, a step of all
 * of them at a time: these loads do not wait for one another.
 */
static void
look_ahead(struct seg *s, const struct seg_text *t)
{
	const struct trie *words;
	struct seg_node *node;
	uint64_t cell;
	size_t depth;
	size_t i;

	words = &s->lex.words;
	node = s->node;
	for (depth = 0; depth < SEG_AHEAD; depth++)
		for (i = 0; i < t->n; i++) {
			cell = depth == 0 ? trie_root(words) :
			    node[i].ahead[depth - 1];
			cell = trie_child(words, cell, t->at[i + depth].code);
			trie_fetch(words, cell, t->at[i + depth + 1].code);
			node[i].ahead[depth] = cell;
		}
}

size_t
seg_cut(struct seg *s, const struct seg_text *t, struct seg_word *w)
{
	size_t i;

	for (i = 1; i <= t->n; i++)
		s->node[i].cost = INT32_MAX;
	s->node[0].cost = 0;
	look_ahead(s, t);
	for (i = 0; i < t->n; i++)
		if (s->node[i].cost != INT32_MAX)
			extend(s, t, i);
	return trace(s, t->n, w);
}

uint32_t
seg_find(const struct seg *s, const struct seg_text *t, size_t from, size_t to)
{
	uint32_t state;

	for (state = TRIE_ROOT; from < to && state != TRIE_DEAD; from++)
		state = trie_next(&s->lex.words, state, t->at[from].code);
	return state == TRIE_DEAD ? TRIE_NONE :
	    trie_value(&s->lex.words, state);
}
