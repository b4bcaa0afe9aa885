/* The cheapest row of tags for a row of words. */
#include "lex/tagger.h"

#include <stddef.h>
#include <string.h>

#include "base/span.h"
#include "lex/lexicon.h"
#include "lex/seg.h"

/* Cost of a word's first, second, … tag, 1/16 bit. */
static const unsigned char rank_cost[LEX_TAGS] = { 0, 30, 48, 60 };

/* Tags of what is no word of the dictionary, in the order of the kinds. */
static const char *const kind_tags[TAGGER_KINDS] = {
	"n", "n", "m", "nx", "w", "x", "x", "nr", "ns"
};

void
tagger_open(struct tagger *t, const struct lexicon *lex,
    const struct udict *user)
{
	size_t i;

	t->lex = lex;
	t->user = user;
	memset(t->kind, LEX_NO_TAG, sizeof t->kind);
	for (i = 0; i < TAGGER_KINDS; i++)
		t->kind[i][0] = (unsigned char)lexicon_tag(lex,
		    span_str(kind_tags[i]));
}

static const unsigned char *
tags_of(const struct tagger *t, const struct seg_word *w)
{
	if (w->kind == SEG_WORD)
		return lexicon_tags(t->lex, w->value);
	return t->kind[w->kind == SEG_USER ? SEG_UNKNOWN : w->kind];
}

struct span
tagger_name(const struct tagger *t, const struct seg_word *w)
{
	if (w->kind == SEG_USER)
		return udict_tag(t->user, w->value);
	return lexicon_tag_name(t->lex, w->tag);
}

/* Finds the cheapest way to each tag of a word. */
static void
step(const struct tagger *t, struct tagger_node *to,
    const struct tagger_node *from)
{
	uint32_t best;
	uint32_t cost;
	size_t i;
	size_t j;

	for (i = 0; i < LEX_TAGS && to->tags[i] != LEX_NO_TAG; i++) {
		best = UINT32_MAX;
		for (j = 0; j < LEX_TAGS && from->tags[j] != LEX_NO_TAG; j++) {
			cost = from->cost[j] + lexicon_pair(t->lex,
			    from->tags[j], to->tags[i]);
			if (cost < best) {
				best = cost;
				to->from[i] = (unsigned char)j;
			}
		}
		to->cost[i] = best + rank_cost[i];
	}
}

static void
begin(const struct tagger *t, struct tagger_node *to)
{
	size_t i;

	for (i = 0; i < LEX_TAGS && to->tags[i] != LEX_NO_TAG; i++)
		to->cost[i] = rank_cost[i] + lexicon_pair(t->lex, LEX_NO_TAG,
		    to->tags[i]);
}

static size_t
cheapest(const struct tagger_node *node)
{
	size_t best;
	size_t i;

	best = 0;
	for (i = 1; i < LEX_TAGS && node->tags[i] != LEX_NO_TAG; i++)
		if (node->cost[i] < node->cost[best])
			best = i;
	return best;
}

void
tagger_tag(struct tagger *t, struct seg_word *w, size_t n)
{
	struct tagger_node *node;
	size_t count;
	size_t i;
	size_t k;
	int fresh;

	node = t->node;
	count = 0;
	fresh = 1;
	for (i = 0; i < n; i++) {
		if (w[i].kind == SEG_SPACE)
			continue;
		node[count].tags = tags_of(t, &w[i]);
		if (fresh)
			begin(t, &node[count]);
		else
			step(t, &node[count], &node[count - 1]);
		fresh = 0;
		count++;
	}
	k = count == 0 ? 0 : cheapest(&node[count - 1]);
	for (i = n; i > 0; i--) {
		if (w[i - 1].kind == SEG_SPACE)
			continue;
		count--;
		w[i - 1].tag = node[count].tags[k];
		k = node[count].from[k];
	}
}
