/*
 * Builds a double array by first fit.  Free cells form a ring in order of
 * index; each state takes the lowest unused base at which all its children
 * find free cells.  States are placed breadth first.
 */
#include "tab/build.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum {
	POINTS = 0x110000,	/* code points */
	CODES = 0xffff,		/* largest code */
	CELLS = 0xffffff,	/* largest base */
	FEW = 500000,	/* words that may be placed with care */
	TRIES_FEW = 64,	/* free cells tried before the first is given up */
	TRIES = 4
};

enum {
	TAKEN = 1,	/* the cell belongs to a state */
	BASE = 2,	/* its index is the base of a state */
	GIVEN_UP = 4	/* free, but no longer in the ring */
};

/* A state waiting for its children: words lo to hi share depth letters. */
struct task {
	size_t lo, hi;
	size_t depth;
	uint32_t cell;
};

struct maker {
	const struct trie_word *w;
	uint16_t *code;		/* code of each code point, 0 for none */
	size_t points;		/* code points it covers, whole pages */
	uint64_t *cell;
	uint32_t *next, *prev;	/* ring of free cells; 0 is its head */
	unsigned char *used;	/* bits below */
	size_t cells, cap;
	struct task *task;
	size_t ntask, captask;
	uint32_t *child;	/* codes of the children in hand */
	size_t nchild, capchild;
	size_t *edge;		/* where each child's words begin */
	size_t capedge;
	size_t tries;		/* TRIES or TRIES_FEW */
};

int
build_compare(const void *pa, const void *pb)
{
	const struct trie_word *a = pa;
	const struct trie_word *b = pb;
	size_t i;

	for (i = 0; i < a->n && i < b->n; i++)
		if (a->cp[i] != b->cp[i])
			return a->cp[i] < b->cp[i] ? -1 : 1;
	return (a->n > b->n) - (a->n < b->n);
}

/* A word with its first letters at hand: most comparisons need no more. */
struct keyed {
	uint64_t key;
	const struct trie_word *w;
};

static int
by_key(const void *pa, const void *pb)
{
	const struct keyed *a = pa;
	const struct keyed *b = pb;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return build_compare(a->w, b->w);
}

static void
sort_words(struct trie_word *w, size_t count)
{
	struct keyed *k;
	struct trie_word *old;
	size_t i, j;

	if (count == 0)
		return;
	k = xmalloc(count * sizeof *k);
	old = xmalloc(count * sizeof *old);
	memcpy(old, w, count * sizeof *old);
	for (i = 0; i < count; i++) {
		k[i].w = &old[i];
		k[i].key = 0;
		for (j = 0; j < 3; j++)
			k[i].key = k[i].key << 21 |
			    (j < w[i].n ? w[i].cp[j] + 1 : 0);
	}
	qsort(k, count, sizeof *k, by_key);
	for (i = 0; i < count; i++)
		w[i] = *k[i].w;
	free(k);
	free(old);
}

/*
 * Copies words in their order, letters side by side: in memory as it came, each
 * look at a letter of a shuffled list would miss the cache.
 */
static struct trie_word *
gather(const struct trie_word *w, size_t count, uint32_t **letters)
{
	struct trie_word *copy;
	uint32_t *to;
	size_t i, n;

	for (i = n = 0; i < count; i++)
		n += w[i].n;
	copy = xcalloc(count, sizeof *copy);
	to = *letters = xcalloc(n, sizeof *to);
	for (i = 0; i < count; i++) {
		memcpy(to, w[i].cp, w[i].n * sizeof *to);
		copy[i] = w[i];
		copy[i].cp = to;
		to += w[i].n;
	}
	return copy;
}

struct tally {
	uint32_t cp;
	uint32_t count;
};

static int
by_count(const void *pa, const void *pb)
{
	const struct tally *a = pa;
	const struct tally *b = pb;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return (a->cp > b->cp) - (a->cp < b->cp);
}

/* Gives frequent code points small codes; -1 if there are too many. */
static int
assign_codes(struct maker *m, size_t count)
{
	uint32_t *seen;
	struct tally *t;
	size_t i, k, n;

	seen = xcalloc(m->points, sizeof *seen);
	for (i = 0; i < count; i++)
		for (k = 0; k < m->w[i].n; k++)
			seen[m->w[i].cp[k]]++;
	t = xmalloc(m->points * sizeof *t);
	n = 0;
	for (i = 0; i < m->points; i++) {
		if (seen[i] == 0)
			continue;
		t[n].cp = (uint32_t)i;
		t[n++].count = seen[i];
	}
	qsort(t, n, sizeof *t, by_count);
	for (i = 0; i < n && n <= CODES; i++)
		m->code[t[i].cp] = (uint16_t)(i + 1);
	free(seen);
	free(t);
	return n <= CODES ? 0 : -1;
}

/* Appends a free cell to the ring's end. */
static void
add_cell(struct maker *m)
{
	size_t c, want;

	c = m->cells++;
	want = m->cap;
	m->cell = xgrow(m->cell, &want, m->cells, sizeof *m->cell);
	if (want != m->cap) {
		m->next = xrealloc(m->next, want * sizeof *m->next);
		m->prev = xrealloc(m->prev, want * sizeof *m->prev);
		m->used = xrealloc(m->used, want);
		m->cap = want;
	}
	m->cell[c] = 0;
	m->used[c] = 0;
	if (c == 0) {
		m->next[0] = 0;
		m->prev[0] = 0;
		return;
	}
	m->prev[c] = m->prev[0];
	m->next[c] = 0;
	m->next[m->prev[0]] = (uint32_t)c;
	m->prev[0] = (uint32_t)c;
}

static void
unlink_cell(struct maker *m, uint32_t c)
{
	m->next[m->prev[c]] = m->next[c];
	m->prev[m->next[c]] = m->prev[c];
}

static void
take_cell(struct maker *m, uint32_t c)
{
	if ((m->used[c] & GIVEN_UP) == 0)
		unlink_cell(m, c);
	m->used[c] |= TAKEN;
}

/* Leaves the first free cell to chance; it was tried in vain too often. */
static void
give_up_first(struct maker *m)
{
	uint32_t c;

	c = m->next[0];
	m->used[c] |= GIVEN_UP;
	unlink_cell(m, c);
}

/* Lists the codes of the children of a task and where their words begin. */
static void
list_children(struct maker *m, const struct task *t)
{
	uint32_t code;
	size_t i;

	m->nchild = 0;
	for (i = t->lo; i < t->hi; i++) {
		if (m->w[i].n == t->depth)
			continue;
		code = m->code[m->w[i].cp[t->depth]];
		if (m->nchild > 0 && m->child[m->nchild - 1] == code)
			continue;
		m->child = xgrow(m->child, &m->capchild, m->nchild + 1,
		    sizeof *m->child);
		m->edge = xgrow(m->edge, &m->capedge, m->nchild + 2,
		    sizeof *m->edge);
		m->child[m->nchild] = code;
		m->edge[m->nchild++] = i;
	}
	if (m->nchild > 0)
		m->edge[m->nchild] = t->hi;
}

static int
fits(struct maker *m, size_t base)
{
	size_t i;

	if (m->used[base] & BASE)
		return 0;
	for (i = 0; i < m->nchild; i++) {
		while (m->cells <= base + m->child[i])
			add_cell(m);
		if (m->used[base + m->child[i]] & TAKEN)
			return 0;
	}
	return 1;
}

/*
 * Finds the base for the children in hand.  After every few vain tries the
 * first free cell leaves the ring, which keeps the search short.
 */
static size_t
find_base(struct maker *m)
{
	uint32_t c, low;
	size_t i, tried;

	low = m->child[0];
	for (i = 1; i < m->nchild; i++)
		if (m->child[i] < low)
			low = m->child[i];
	tried = 0;
	for (c = m->next[0];; c = m->next[c]) {
		if (c == 0 || m->next[c] == 0)
			add_cell(m);
		if (c == 0)
			c = m->prev[0];
		if (c >= low && fits(m, c - low))
			return c - low;
		if (++tried % m->tries == 0 && m->next[0] != c)
			give_up_first(m);
	}
}

static void
push_task(struct maker *m, size_t lo, size_t hi, size_t depth, uint32_t cell)
{
	struct task *t;

	m->task = xgrow(m->task, &m->captask, m->ntask + 1, sizeof *m->task);
	t = &m->task[m->ntask++];
	t->lo = lo;
	t->hi = hi;
	t->depth = depth;
	t->cell = cell;
}

/* Places the children of one state; -1 when the array is full. */
static int
place(struct maker *m, const struct task *t)
{
	size_t base, i;
	uint32_t to;

	if (m->w[t->lo].n == t->depth)
		m->cell[t->cell] |= (uint64_t)(m->w[t->lo].value + 1) << 40;
	list_children(m, t);
	if (m->nchild == 0)
		return 0;
	base = find_base(m);
	if (base > CELLS)
		return -1;
	m->used[base] |= BASE;
	m->cell[t->cell] |= base;
	for (i = 0; i < m->nchild; i++) {
		to = (uint32_t)base + m->child[i];
		take_cell(m, to);
		m->cell[to] = (uint64_t)m->child[i] << 24;
		push_task(m, m->edge[i], m->edge[i + 1], t->depth + 1, to);
	}
	return 0;
}

/* Whether any of the 256 code points of a page has a code. */
static int
page_used(const struct maker *m, size_t page)
{
	size_t k;

	for (k = 0; k < 256; k++)
		if (m->code[256 * page + k] != 0)
			return 1;
	return 0;
}

static void
write_map(const struct maker *m, struct buf *map)
{
	uint16_t number;
	size_t i, k, pages;

	pages = m->points / 256;
	build_u32(map, (uint32_t)pages);
	number = 0;
	for (i = 0; i < pages; i++)
		build_u16(map, page_used(m, i) ? ++number : 0);
	for (k = 0; k < 256; k++)
		build_u16(map, 0);
	for (i = 0; i < pages; i++)
		for (k = page_used(m, i) ? 0 : 256; k < 256; k++)
			build_u16(map, m->code[256 * i + k]);
}

/* How many code points the words need, in whole pages. */
static size_t
count_points(const struct trie_word *w, size_t count)
{
	uint32_t top;
	size_t i, k;

	top = 0;
	for (i = 0; i < count; i++)
		for (k = 0; k < w[i].n; k++)
			if (w[i].cp[k] > top)
				top = w[i].cp[k];
	return count == 0 ? 0 : top / 256 * 256 + 256;
}

static int
bad_word(const struct trie_word *w)
{
	size_t i;

	if (w->n == 0 || w->value > TRIE_VALUE_MAX)
		return 1;
	for (i = 0; i < w->n; i++)
		if (w->cp[i] >= POINTS)
			return 1;
	return 0;
}

/* Refuses words that cannot be; the words are in order. */
static int
check_words(const struct trie_word *w, size_t count, size_t *bad)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (bad_word(&w[i]) ||
		    (i > 0 && build_compare(&w[i - 1], &w[i]) == 0)) {
			*bad = i;
			return -1;
		}
	}
	return 0;
}

/* Makes all states, and lets the last cells hold whatever a step can reach. */
static int
make(struct maker *m, size_t count)
{
	struct task t;
	size_t i;

	m->tries = count < FEW ? TRIES_FEW : TRIES;
	if (assign_codes(m, count) != 0)
		return -1;
	add_cell(m);
	m->used[0] = TAKEN | BASE | GIVEN_UP;
	push_task(m, 0, count, 0, TRIE_ROOT);
	for (i = 0; i < m->ntask && count > 0; i++) {
		t = m->task[i];
		if (place(m, &t) != 0)
			return -1;
	}
	while (m->cells > 1 && (m->used[m->cells - 1] & TAKEN) == 0)
		m->cells--;
	return 0;
}

int
build_trie(struct buf *map, struct buf *cells, struct trie_word *w,
    size_t count, size_t *bad)
{
	struct trie_word *copy;
	uint32_t *letters;
	struct maker m;
	size_t i;
	int status;

	*bad = 0;
	for (i = 0; i < count; i++) {
		if (bad_word(&w[i])) {
			*bad = i;
			return -1;
		}
	}
	sort_words(w, count);
	memset(&m, 0, sizeof m);
	m.w = copy = gather(w, count, &letters);
	m.points = count_points(copy, count);
	m.code = xcalloc(m.points, sizeof *m.code);
	status = check_words(copy, count, bad) == 0 ? make(&m, count) : -1;
	buf_clear(map);
	buf_clear(cells);
	if (status == 0) {
		write_map(&m, map);
		for (i = 0; i < m.cells; i++)
			build_u64(cells, m.cell[i]);
	}
	free(copy);
	free(letters);
	free(m.code);
	free(m.cell);
	free(m.next);
	free(m.prev);
	free(m.used);
	free(m.task);
	free(m.child);
	free(m.edge);
	return status;
}
