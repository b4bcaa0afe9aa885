/* Joining the parts of names of places. */
#include "lex/place.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"
#include "lex/cls.h"
#include "lex/lexicon.h"
#include "lex/mark.h"
#include "lex/name.h"
#include "lex/seg.h"

enum {
	COMMON = 10 * LEX_BIT,	/* a cheaper character is a word: 大 在 */
	RARE = 16 * LEX_BIT,	/* a cheaper noun is no name: 农业 示范 */
	NAME_MAX = 3		/* characters before the kind of division */
};

static struct span
tag_of(const struct lexicon *lex, const struct seg_word *w)
{
	if (w->kind == SEG_PLACE)
		return span_str("ns");
	if (w->kind != SEG_WORD)
		return span_str("");
	return lexicon_tag_name(lex, lexicon_tags(lex, w->value)[0]);
}

static int
is_tagged(const struct lexicon *lex, const struct seg_word *w,
    const char *tag)
{
	return span_eq(tag_of(lex, w), span_str(tag));
}

static int
is_division(const struct names *m, const struct seg_text *t,
    const struct seg_word *w)
{
	return w->kind == SEG_WORD &&
	    (names_marks(m, t, w) & MARK_DIVISION) != 0;
}

/* Whether a word ends in a kind of division: 南县, 青石镇. */
static int
ends_so(const struct names *m, const struct seg_text *t,
    const struct seg_word *w)
{
	struct seg_word last;

	last = *w;
	last.start = (uint16_t)(w->end - 1);
	return (names_marks(m, t, &last) & MARK_DIVISION) != 0;
}

/* A character of a name, by itself no word that stands between others. */
static int
is_letter(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, const struct seg_word *w)
{
	if (w->end != w->start + 1 || !(t->at[w->start].cls & CLS_HAN) ||
	    is_division(m, t, w))
		return 0;
	if (w->kind == SEG_UNKNOWN)
		return 1;
	return w->kind == SEG_WORD && lexicon_cost(w->value) >= COMMON &&
	    memchr("pcurdmfqvy", tag_of(lex, w).p[0], 10) == NULL;
}

/* A word that is a name already: of a place, or used as one (兰亭). */
static int
is_name(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, const struct seg_word *w)
{
	return w->kind == SEG_WORD && w->end >= w->start + 2 &&
	    w->end <= w->start + NAME_MAX && !ends_so(m, t, w) &&
	    (is_tagged(lex, w, "ns") || is_tagged(lex, w, "nr") ||
	    is_tagged(lex, w, "nz"));
}

/* A noun too rare to say what kind of place it is: 双桥 but not 农业. */
static int
is_rare(const struct lexicon *lex, const struct seg_word *w)
{
	return w->kind == SEG_WORD && w->end == w->start + 2 &&
	    lexicon_cost(w->value) >= RARE && is_tagged(lex, w, "n");
}

/* Whether a name can begin behind the word before: 在, a mark, a place. */
static int
is_edge(const struct lexicon *lex, const struct seg_word *w, size_t i)
{
	if (i == 0)
		return 1;
	w += i - 1;
	return w->kind == SEG_PUNCT || w->kind == SEG_SPACE ||
	    is_tagged(lex, w, "p") || is_tagged(lex, w, "c") ||
	    is_tagged(lex, w, "ns");
}

/* The first word of the name whose division is the word at i, or i. */
static size_t
first_of(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, const struct seg_word *w, size_t i)
{
	size_t k;

	for (k = i; k > 0 && w[i].start - w[k - 1].start <= NAME_MAX; k--)
		if (!is_name(m, lex, t, &w[k - 1]) &&
		    !is_letter(m, lex, t, &w[k - 1]) &&
		    !is_rare(lex, &w[k - 1]))
			break;
	if (k == i || w[k].end > w[i].start ||
	    w[i].start - w[k].start < 2)
		return i;
	return is_name(m, lex, t, &w[k]) || is_edge(lex, w, k) ? k : i;
}

/* Whether the word at i is the end of a longer name: 平 林县. */
static int
is_rest(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, const struct seg_word *w, size_t i)
{
	return i > 0 && w[i].end == w[i].start + 2 &&
	    is_tagged(lex, &w[i], "ns") && ends_so(m, t, &w[i]) &&
	    is_letter(m, lex, t, &w[i - 1]) && is_edge(lex, w, i - 1);
}

size_t
place_join(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, struct seg_word *w, size_t n)
{
	size_t first;
	size_t i;
	size_t to;

	for (to = i = 0; i < n; i++, to++) {
		if (to != i)
			w[to] = w[i];
		if (!(t->at[w[i].end - 1].cls & CLS_DIVISION))
			continue;
		first = to;
		if (is_rest(m, lex, t, w, to))
			first = to - 1;
		else if (is_division(m, t, &w[to]))
			first = first_of(m, lex, t, w, to);
		if (first == to)
			continue;
		w[first].end = w[to].end;
		w[first].kind = SEG_PLACE;
		to = first;
	}
	return to;
}
