/*
 * The DFA, from right to left: the state before a unit holds the positions
 * that take this unit and can go on to the end of their pattern.  States and
 * steps are made when they are first met, and thrown away when there are many.
 */
#include "fact/rule_int.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

enum { KEYS_MAX = 4096, STATES_MAX = 1024, EDGES_MAX = 32768 };

struct query {
	const struct rules *r;
	const void *what;
};

/* The compiler left room for the largest automaton; now it is known. */
static void
narrow(struct rules *r)
{
	size_t width, i;

	width = (r->npos + 63) / 64;
	if (width == 0)
		width = 1;
	for (i = 0; i <= r->nlevel; i++)
		memmove(r->first + i * width, r->first + i * r->width,
		    width * sizeof *r->first);
	r->width = width;
}

static uint64_t
state_hash(const void *arg, uint32_t i)
{
	const struct rules *r = arg;

	return hash_add(HASH_START, r->dfa.state + i * r->width,
	    r->width * sizeof *r->dfa.state);
}

static int
same_state(const void *arg, uint32_t i)
{
	const struct query *q = arg;

	return memcmp(q->r->dfa.state + i * q->r->width, q->what,
	    q->r->width * sizeof *q->r->dfa.state) == 0;
}

/* The levels whose rules may begin with a position of the state. */
static uint64_t
starts(const struct rules *r, const uint64_t *s)
{
	uint64_t bits;
	size_t l, i;

	bits = 0;
	for (l = 0; l < r->nlevel; l++)
		for (i = 0; i < r->width; i++)
			if (s[i] & r->first[l * r->width + i])
				bits |= UINT64_C(1) << l;
	return bits;
}

/* Finds or makes the state of the set s. */
static uint32_t
state_of(struct rules *r, const uint64_t *s)
{
	struct dfa *d = &r->dfa;
	struct query q;
	uint64_t h;
	uint32_t n;

	q.r = r;
	q.what = s;
	h = hash_add(HASH_START, s, r->width * sizeof *s);
	if ((n = index_find(&d->states, h, same_state, &q)) != UINT32_MAX)
		return n;
	d->state = xgrow(d->state, &d->statecap, (d->nstate + 1) * r->width,
	    sizeof *d->state);
	memcpy(d->state + d->nstate * r->width, s, r->width * sizeof *s);
	d->start = xgrow(d->start, &d->startcap, d->nstate + 1,
	    sizeof *d->start);
	d->start[d->nstate] = starts(r, s);
	index_add(&d->states, h, (uint32_t)d->nstate, state_hash, r);
	return (uint32_t)d->nstate++;
}

static uint64_t
key_hash(const void *arg, uint32_t i)
{
	const struct rules *r = arg;

	return hash_add(HASH_START, &r->dfa.key[i], sizeof *r->dfa.key);
}

static int
same_key(const void *arg, uint32_t i)
{
	const struct query *q = arg;

	return memcmp(&q->r->dfa.key[i], q->what, sizeof(struct key)) == 0;
}

/* State 0 is the empty set. */
static void
forget_states(struct rules *r)
{
	struct dfa *d = &r->dfa;

	d->nstate = d->nedge = 0;
	index_clear(&d->states);
	index_clear(&d->edges);
	memset(r->set[0], 0, r->width * sizeof **r->set);
	state_of(r, r->set[0]);
}

/* After the compiler. */
void
dfa_open(struct rules *r)
{
	narrow(r);
	r->set[0] = xcalloc(r->width, sizeof **r->set);
	r->set[1] = xcalloc(r->width, sizeof **r->set);
	forget_states(r);
}

/* Before a sentence: no keys are held. */
void
dfa_start(struct rules *r)
{
	if (r->dfa.nkey <= KEYS_MAX)
		return;
	r->dfa.nkey = 0;
	index_clear(&r->dfa.keys);
	forget_states(r);
}

/* Before a walk to the left: no states are held. */
void
dfa_trim(struct rules *r)
{
	if (r->dfa.nstate > STATES_MAX || r->dfa.nedge > EDGES_MAX)
		forget_states(r);
}

/* Finds or makes the number of a key. */
uint32_t
dfa_key(struct rules *r, const struct key *k)
{
	struct dfa *d = &r->dfa;
	struct query q;
	uint64_t *sat, h;
	uint32_t n;
	size_t i;

	q.r = r;
	q.what = k;
	h = hash_add(HASH_START, k, sizeof *k);
	if ((n = index_find(&d->keys, h, same_key, &q)) != UINT32_MAX)
		return n;
	d->key = xgrow(d->key, &d->keycap, d->nkey + 1, sizeof *d->key);
	d->key[d->nkey] = *k;
	d->sat = xgrow(d->sat, &d->satcap, (d->nkey + 1) * r->width,
	    sizeof *d->sat);
	sat = d->sat + d->nkey * r->width;
	memset(sat, 0, r->width * sizeof *sat);
	for (i = 0; i < r->npos; i++)
		if (pred_holds(r, &r->pred[r->pos[i].pred], k))
			bit_set(sat, i);
	index_add(&d->keys, h, (uint32_t)d->nkey, key_hash, r);
	return (uint32_t)d->nkey++;
}

static int
goes_on(const struct rules *r, size_t i, const uint64_t *next)
{
	const struct rule *q = &r->rule[r->pos[i].rule];
	const uint64_t *row;
	uint32_t j;

	if (bit_get(r->last, i))
		return 1;
	row = bits_row(q, (uint32_t)i - q->base);
	for (j = 0; j < q->words; j++)
		if (row[j] & next[q->word + j])
			return 1;
	return 0;
}

static uint64_t
edge_hash(const void *arg, uint32_t i)
{
	const struct rules *r = arg;

	return ((uint64_t)r->dfa.edge[i].state << 32 | r->dfa.edge[i].key) *
	    UINT64_C(0x9e3779b97f4a7c15) >> 20;
}

static int
same_edge(const void *arg, uint32_t i)
{
	const struct query *q = arg;
	const struct edge *a = q->what, *b = &q->r->dfa.edge[i];

	return a->state == b->state && a->key == b->key;
}

static uint32_t
make_step(struct rules *r, uint32_t state, uint32_t key)
{
	const uint64_t *next, *sat;
	uint64_t *set;
	size_t i;

	next = r->dfa.state + state * r->width;
	sat = r->dfa.sat + key * r->width;
	set = r->set[0];
	memset(set, 0, r->width * sizeof *set);
	for (i = 0; i < r->npos; i++) {
		if (i % 64 == 0 && sat[i / 64] == 0)
			i += 63;
		else if (bit_get(sat, i) && goes_on(r, i, next))
			bit_set(set, i);
	}
	return state_of(r, set);
}

/* The state before a unit of this key, when `state` is the one behind it. */
uint32_t
dfa_back(struct rules *r, uint32_t state, uint32_t key)
{
	struct dfa *d = &r->dfa;
	struct query q;
	struct edge e;
	uint64_t h;
	uint32_t n;

	e.state = state;
	e.key = key;
	e.to = 0;
	q.r = r;
	q.what = &e;
	h = ((uint64_t)state << 32 | key) * UINT64_C(0x9e3779b97f4a7c15) >> 20;
	if ((n = index_find(&d->edges, h, same_edge, &q)) != UINT32_MAX)
		return d->edge[n].to;
	e.to = make_step(r, state, key);
	d->edge = xgrow(d->edge, &d->edgecap, d->nedge + 1, sizeof *d->edge);
	d->edge[d->nedge] = e;
	index_add(&d->edges, h, (uint32_t)d->nedge, edge_hash, r);
	d->nedge++;
	return e.to;
}

void
dfa_free(struct dfa *d)
{
	free(d->key);
	free(d->sat);
	free(d->state);
	free(d->start);
	free(d->edge);
	index_free(&d->keys);
	index_free(&d->states);
	index_free(&d->edges);
	memset(d, 0, sizeof *d);
}
