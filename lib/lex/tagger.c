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

static int
is_sure(const struct tagger_node *node)
{
	return node->tags[1] == LEX_NO_TAG;
}

/* The cost of the cheapest way to a tag, which comes from tag *way. */
static inline uint32_t
cheapest_way(const struct tagger *t, const struct tagger_node *from,
    unsigned tag, unsigned char *way)
{
	uint32_t best;
	uint32_t cost;
	size_t i;

	*way = 0;
	best = from->cost[0] + lexicon_pair(t->lex, from->tags[0], tag);
	for (i = 1; i < LEX_TAGS && from->tags[i] != LEX_NO_TAG; i++) {
		cost = from->cost[i] + lexicon_pair(t->lex, from->tags[i],
		    tag);
		if (cost < best) {
			best = cost;
			*way = (unsigned char)i;
		}
	}
	return best;
}

/*
 * Finds the cheapest way to each tag of a word.  All ways go through a word's
 * only tag, so what they cost up to there is left out.
 */
static void
step(const struct tagger *t, struct tagger_node *to,
    const struct tagger_node *from)
{
	size_t i;

	if (is_sure(to)) {
		to->cost[0] = 0;
		to->from[0] = 0;
		if (!is_sure(from))
			cheapest_way(t, from, to->tags[0], &to->from[0]);
		return;
	}
	for (i = 0; i < LEX_TAGS && to->tags[i] != LEX_NO_TAG; i++)
		to->cost[i] = rank_cost[i] + cheapest_way(t, from,
		    to->tags[i], &to->from[i]);
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
		w[i - 1].tag = LEX_NO_TAG;
		if (w[i - 1].kind == SEG_SPACE)
			continue;
		count--;
		w[i - 1].tag = node[count].tags[k];
		k = node[count].from[k];
	}
}
