/* Words of the lists: search, senses, additions. */
#include "fact/words.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/utf8.h"

TAB_DECLARE(fact_words);

enum { SENSE_SIZE = 12 };

int
words_open(struct words *w)
{
	memset(w, 0, sizeof *w);
	if (sets_open(&w->sets) == -1 ||
	    TAB_OPEN(&w->tab, fact_words, "FWRD") == -1 ||
	    trie_open(&w->trie, tab_section(&w->tab, 0),
	    tab_section(&w->tab, 1)) == -1)
		return -1;
	w->sense = tab_section(&w->tab, 2);
	w->string = tab_section(&w->tab, 3);
	return 0;
}

/* The letters of s, in new memory; 0 when s is empty or no UTF-8. */
static size_t
decode_all(struct span s, uint32_t **out)
{
	uint32_t *cp, c;
	size_t i, n, len;

	if (s.n == 0)
		return 0;
	cp = xmalloc(s.n * sizeof *cp);
	for (i = n = 0; i < s.n; i += len) {
		c = utf8_decode(s.p + i, s.n - i, &len);
		if (c == UTF8_BAD) {
			free(cp);
			return 0;
		}
		cp[n++] = c;
	}
	*out = cp;
	return n;
}

/* A word added again right after itself gets a further sense. */
int
words_add(struct words *w, struct span word, int list, struct span meaning,
    struct span flags)
{
	struct word_more *m;
	struct trie_word *t;
	uint32_t *cp;
	size_t n;

	if ((n = decode_all(word, &cp)) == 0)
		return -1;
	w->more = xgrow(w->more, &w->morecap, w->nmore + 1, sizeof *w->more);
	m = &w->more[w->nmore++];
	m->list = list;
	m->meaning = meaning;
	m->flags = flags;
	m->next = 0;
	w->add = xgrow(w->add, &w->addcap, w->nadd + 1, sizeof *w->add);
	t = &w->add[w->nadd++];
	t->cp = cp;
	t->n = n;
	t->value = (uint32_t)(w->nmore - 1);
	return 0;
}

static int
by_word(const void *a, const void *b)
{
	const struct trie_word *x = a, *y = b;
	int order;

	if ((order = build_compare(a, b)) != 0)
		return order;
	return x->value < y->value ? -1 : x->value > y->value;
}

/* Joins equal words: the senses of the later one follow the earlier's. */
static void
join_equal(struct words *w)
{
	size_t i, n;
	uint32_t tail;

	tail = 0;
	for (i = n = 0; i < w->nadd; i++) {
		if (n > 0 && build_compare(&w->add[n - 1], &w->add[i]) == 0) {
			w->more[tail].next = w->add[i].value + 1;
			free((void *)(uintptr_t)w->add[i].cp);
		} else {
			w->add[n++] = w->add[i];
		}
		tail = w->add[i].value;
	}
	w->nadd = n;
}

int
words_ready(struct words *w)
{
	size_t bad;

	if (w->nadd == 0)
		return 0;
	qsort(w->add, w->nadd, sizeof *w->add, by_word);
	join_equal(w);
	if (build_trie(&w->map, &w->cells, w->add, w->nadd, &bad) == -1 ||
	    trie_open(&w->own, buf_view(&w->map), buf_view(&w->cells)) == -1)
		return -1;
	w->owned = 1;
	return 0;
}

int
words_find(const struct words *w, const char *p, size_t n,
    int (*end)(const void *, size_t), const void *arg, struct word_hit *hit)
{
	uint32_t a, b, va, vb, cp;
	size_t i, len;

	hit->n = 0;
	a = TRIE_ROOT;
	b = w->owned ? TRIE_ROOT : TRIE_DEAD;
	for (i = 0; i < n && (a != TRIE_DEAD || b != TRIE_DEAD); ) {
		cp = utf8_decode(p + i, n - i, &len);
		if (cp == UTF8_BAD)
			break;
		i += len;
		a = a == TRIE_DEAD ? a : trie_step(&w->trie, a, cp);
		b = b == TRIE_DEAD ? b : trie_step(&w->own, b, cp);
		va = a == TRIE_DEAD ? TRIE_NONE : trie_value(&w->trie, a);
		vb = b == TRIE_DEAD ? TRIE_NONE : trie_value(&w->own, b);
		if ((va != TRIE_NONE || vb != TRIE_NONE) && end(arg, i)) {
			hit->n = i;
			hit->base = va;
			hit->own = vb;
		}
	}
	return hit->n != 0;
}

static struct span
string_at(const struct words *w, const char *off)
{
	size_t at;

	at = tab_u32(off);
	if (at + 2 > w->string.n || at + 2 + tab_u16(w->string.p + at) >
	    w->string.n)
		return span_of("", 0);
	return span_of(w->string.p + at + 2, tab_u16(w->string.p + at));
}

/* Steps through the table's senses of a word; *at is its value at first. */
static const char *
next_sense(const struct words *w, uint32_t *at)
{
	const char *p;

	if (*at == TRIE_NONE || ((size_t)*at + 1) * SENSE_SIZE > w->sense.n)
		return NULL;
	p = w->sense.p + (size_t)*at * SENSE_SIZE;
	*at = p[1] != 0 ? TRIE_NONE : *at + 1;
	return p;
}

uint64_t
words_lists(const struct words *w, const struct word_hit *hit)
{
	const char *p;
	uint32_t at, m;
	uint64_t bits;

	bits = 0;
	at = hit->base;
	while ((p = next_sense(w, &at)) != NULL)
		bits |= LIST_BIT(p[0] & (LIST_MAX - 1));
	for (m = hit->own; m != TRIE_NONE; m = w->more[m].next - 1)
		bits |= LIST_BIT(w->more[m].list);
	return bits;
}

int
words_sense(const struct words *w, const struct word_hit *hit, int list,
    struct sense *s)
{
	const char *p;
	uint32_t at, m;

	s->list = list;
	for (m = hit->own; m != TRIE_NONE; m = w->more[m].next - 1)
		if (w->more[m].list == list) {
			s->meaning = w->more[m].meaning;
			s->flags = w->more[m].flags;
			return 1;
		}
	at = hit->base;
	while ((p = next_sense(w, &at)) != NULL)
		if (p[0] == list) {
			s->meaning = string_at(w, p + 4);
			s->flags = string_at(w, p + 8);
			return 1;
		}
	s->meaning = s->flags = span_of("", 0);
	return 0;
}

void
words_print(const struct words *w, struct buf *b)
{
	buf_span(b, tab_section(&w->tab, 4));
}

void
words_close(struct words *w)
{
	size_t i;

	for (i = 0; i < w->nadd; i++)
		free((void *)(uintptr_t)w->add[i].cp);
	free(w->add);
	free(w->more);
	buf_free(&w->map);
	buf_free(&w->cells);
	memset(w, 0, sizeof *w);
}
