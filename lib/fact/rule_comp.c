/*
 * Trees to positions (Glushkov 1961): each condition of a pattern is a
 * position, and what counts is which may be first, last and next.
 */
#include "fact/rule_int.h"

#include <stdlib.h>
#include <string.h>

/* A rule's positions begin anywhere in their first word. */
enum { ROW = RULE_POSITIONS / 64 + 1 };

struct frag {
	int empty;		/* matches no unit at all */
	uint64_t first[ROW];
	uint64_t last[ROW];
};

struct work {
	struct rules *r;
	struct rule *q;
	uint32_t n;		/* positions so far */
	uint32_t shift;		/* of position 0 in its word */
	unsigned names;		/* names that are open */
	uint64_t (*follow)[ROW];
	const char *why;
};

static int build(struct work *w, const struct node *n, struct frag *f);

static void
bits_or(uint64_t *a, const uint64_t *b)
{
	int i;

	for (i = 0; i < ROW; i++)
		a[i] |= b[i];
}

/* Everything that may end a may be followed by everything that begins b. */
static void
link_up(struct work *w, const uint64_t *last, const uint64_t *first)
{
	uint32_t i;

	for (i = 0; i < w->n; i++)
		if (bit_get(last, i + w->shift))
			bits_or(w->follow[i], first);
}

static void
append(struct work *w, struct frag *a, const struct frag *b)
{
	link_up(w, a->last, b->first);
	if (a->empty)
		bits_or(a->first, b->first);
	if (b->empty)
		bits_or(a->last, b->last);
	else
		memcpy(a->last, b->last, sizeof a->last);
	a->empty = a->empty && b->empty;
}

static void
nothing(struct frag *f)
{
	memset(f, 0, sizeof *f);
	f->empty = 1;
}

static int
build_leaf(struct work *w, const struct node *n, struct frag *f)
{
	struct rules *r = w->r;
	struct position *p;

	if (w->n == RULE_POSITIONS) {
		w->why = "the pattern is too large";
		return -1;
	}
	if (r->npos == RULES_POSITIONS) {
		w->why = "the patterns are too large together";
		return -1;
	}
	r->pos = xgrow(r->pos, &r->poscap, r->npos + 1, sizeof *r->pos);
	p = &r->pos[r->npos++];
	p->pred = n->pred;
	p->names = (uint16_t)w->names;
	p->test = r->pred[n->pred].type == P_TEST;
	p->rule = (uint32_t)(w->q - r->rule);
	memset(f, 0, sizeof *f);
	bit_set(f->first, w->n + w->shift);
	bit_set(f->last, w->n + w->shift);
	memset(w->follow[w->n++], 0, sizeof *w->follow);
	return 0;
}

static int
build_all(struct work *w, const struct node *n, struct frag *f)
{
	const struct node *k;
	struct frag g;

	nothing(f);
	for (k = n->kid; k != NULL; k = k->next) {
		if (build(w, k, &g) == -1)
			return -1;
		append(w, f, &g);
	}
	return 0;
}

static int
build_any(struct work *w, const struct node *n, struct frag *f)
{
	const struct node *k;
	struct frag g;

	memset(f, 0, sizeof *f);
	for (k = n->kid; k != NULL; k = k->next) {
		if (build(w, k, &g) == -1)
			return -1;
		bits_or(f->first, g.first);
		bits_or(f->last, g.last);
		f->empty |= g.empty;
	}
	return 0;
}

/* x{m,n} is written out: m copies, then n - m that may be left out. */
static int
build_repeat(struct work *w, const struct node *n, struct frag *f)
{
	struct frag g;
	unsigned i, copies;

	nothing(f);
	copies = n->max == 0 ? n->min + (n->min == 0) : n->max;
	for (i = 0; i < copies; i++) {
		if (build(w, n->kid, &g) == -1)
			return -1;
		if (n->max == 0 && i == copies - 1)
			link_up(w, g.last, g.first);
		if (i >= n->min)
			g.empty = 1;
		append(w, f, &g);
	}
	return 0;
}

static int
build_named(struct work *w, const struct node *n, struct frag *f)
{
	unsigned names;
	int ok;

	names = w->names;
	w->names |= 1u << n->name;
	ok = build(w, n->kid, f);
	w->names = names;
	return ok;
}

/* The depth is that of the parser's parentheses. */
static int
build(struct work *w, const struct node *n, struct frag *f)
{
	switch (n->type) {
	case N_LEAF:
		return build_leaf(w, n, f);
	case N_CAT:
		return build_all(w, n, f);
	case N_ALT:
		return build_any(w, n, f);
	case N_REPEAT:
		return build_repeat(w, n, f);
	case N_NAMED:
		break;
	}
	return build_named(w, n, f);
}

/* Follows what can be met from the first positions on. */
static int
reaches_end(const struct work *w, const struct frag *f)
{
	const struct rules *r = w->r;
	uint32_t stack[RULE_POSITIONS], i, p;
	unsigned char seen[RULE_POSITIONS];
	const uint64_t *from;
	size_t n;

	memset(seen, 0, sizeof seen);
	from = f->first;
	n = 0;
	for (;;) {
		for (i = 0; i < w->n; i++)
			if (!seen[i] && bit_get(from, i + w->shift) &&
			    pred_possible(r, &r->pred[r->pos[w->q->base +
			    i].pred])) {
				seen[i] = 1;
				stack[n++] = i;
			}
		if (n == 0)
			return 0;
		p = stack[--n];
		if (bit_get(f->last, p + w->shift))
			return 1;
		from = w->follow[p];
	}
}

static int
compile_fail(struct work *w)
{
	struct buf *b = &w->r->err;

	buf_clear(b);
	buf_fmt(b, "%s:%zu: rule ", w->q->file, w->q->line);
	buf_span(b, w->q->name);
	buf_fmt(b, ": %s", w->why);
	buf_byte(b, '\0');
	return -1;
}

/* Copies the rows as wide as they need to be. */
static void
keep_rows(struct work *w)
{
	struct rule *q = w->q;
	uint32_t i;

	q->n = w->n;
	q->word = q->base / 64;
	q->words = (w->shift + w->n + 63) / 64;
	q->follow = xmalloc((size_t)q->n * q->words * sizeof *q->follow);
	for (i = 0; i < q->n; i++)
		memcpy(bits_row(q, i), w->follow[i], q->words *
		    sizeof *q->follow);
}

static void
keep_ends(struct work *w, const struct frag *f)
{
	struct rules *r = w->r;
	uint64_t *first;
	uint32_t i;

	first = r->first + r->width * w->q->level;
	for (i = 0; i < w->q->words; i++) {
		first[w->q->word + i] |= f->first[i];
		r->last[w->q->word + i] |= f->last[i];
	}
}

static int
compile_rule(struct work *w)
{
	struct frag f;

	w->n = 0;
	w->names = 0;
	w->q->base = (uint32_t)w->r->npos;
	w->shift = w->q->base % 64;
	if (build(w, w->q->node, &f) == -1)
		return compile_fail(w);
	if (f.empty) {
		w->why = "the pattern matches where nothing stands";
		return compile_fail(w);
	}
	keep_rows(w);
	keep_ends(w, &f);
	w->q->can = reaches_end(w, &f);
	return 0;
}

static int
falling(const void *a, const void *b)
{
	const long *x = a, *y = b;

	return *x > *y ? -1 : *x < *y;
}

/* Numbers the priorities, the highest 0. */
static int
number_levels(struct work *w)
{
	struct rules *r = w->r;
	long *prio;
	size_t i, n;

	prio = xmalloc((r->nrule + 1) * sizeof *prio);
	for (i = n = 0; i < r->nrule; i++)
		if (!r->rule[i].gone)
			prio[n++] = r->rule[i].prio;
	qsort(prio, n, sizeof *prio, falling);
	r->nlevel = 0;
	for (i = 0; i < n; i++)
		if (i == 0 || prio[i] != prio[i - 1])
			prio[r->nlevel++] = prio[i];
	for (i = 0; i < r->nrule; i++)
		for (n = 0; n < r->nlevel; n++)
			if (r->rule[i].prio == prio[n])
				r->rule[i].level = (unsigned)n;
	free(prio);
	w->why = "more than 64 different priorities";
	if (r->nlevel <= RULE_LEVELS)
		return 0;
	w->q = &r->rule[r->nrule - 1];
	return compile_fail(w);
}

int
rules_ready(struct rules *r)
{
	struct work w;
	size_t i;
	int ok;

	memset(&w, 0, sizeof w);
	w.r = r;
	if (number_levels(&w) == -1)
		return -1;
	r->width = RULES_POSITIONS / 64 + 1;
	r->last = xcalloc(r->width, sizeof *r->last);
	r->first = xcalloc(r->width * (r->nlevel + 1), sizeof *r->first);
	w.follow = xmalloc(RULE_POSITIONS * sizeof *w.follow);
	ok = 0;
	for (i = 0; i < r->nrule && ok == 0; i++) {
		w.q = &r->rule[i];
		if (!w.q->gone)
			ok = compile_rule(&w);
	}
	free(w.follow);
	if (ok == -1)
		return -1;
	dfa_open(r);
	if (words_ready(r->words) == 0)
		return 0;
	buf_clear(&r->err);
	buf_str(&r->err, "too many words in the rule files");
	buf_byte(&r->err, '\0');
	return -1;
}
