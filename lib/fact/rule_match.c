/*
 * Matches of a sentence: once from right to left, which tells where rules may
 * begin; then from left to right inside matches only, since a position that is
 * not live before a unit leads to no end.
 */
#include "fact/rule_int.h"

#include <stdlib.h>
#include <string.h>

static void
key_of(const struct rules *r, const struct sent *s, size_t i, struct key *k)
{
	const struct unit *u = &s->u[i];
	size_t t;

	memset(k, 0, sizeof *k);
	k->lists = (u->lists | u->more) & r->lists;
	if (unit_ends(s, i) || u->type == U_PAUSE)
		k->type = u->type == U_STOP ? K_STOP : u->type == U_COMMA ||
		    u->type == U_PAUSE ? K_PAUSE : K_BREAK;
	if (r->tags) {
		k->tag = u->tag;
		k->tag2 = u->tag2;
	}
	if (r->names && u->name != 0)
		k->name = (unsigned char)s->name[u->name - 1].type;
	if (u->more & LIST_BIT(LIST_LITERAL) || (r->marks &&
	    u->type >= U_COMMA))
		k->word = word_find(r, unit_text(s, i));
	if ((u->type == U_NUM || u->type == U_TIME) && !r->taken[i])
		for (t = 0; t < r->ntest; t++)
			if (test_holds(&r->test[t], unit_num(s, i)))
				k->tests |= UINT64_C(1) << t;
}

/* Unit i of the sentence is class i + 1; the ends have one each. */
static void
classify(struct rules *r, const struct sent *s)
{
	struct key k;
	size_t i;

	r->class = xgrow(r->class, &r->classcap, s->nu + 2, sizeof *r->class);
	r->live = xgrow(r->live, &r->livecap, s->nu + 3, sizeof *r->live);
	r->taken = xgrow(r->taken, &r->takencap, s->nu + 1, 1);
	memset(r->taken, 0, s->nu + 1);
	for (i = 0; i < s->nu; i++) {
		key_of(r, s, i, &k);
		r->class[i + 1] = dfa_key(r, &k);
	}
	memset(&k, 0, sizeof k);
	k.type = K_BEGIN;
	r->class[0] = dfa_key(r, &k);
	k.type = K_END;
	r->class[s->nu + 1] = dfa_key(r, &k);
}

static uint64_t
go_back(struct rules *r, size_t n)
{
	uint64_t any;
	size_t i;

	any = 0;
	dfa_trim(r);
	r->live[n] = 0;
	for (i = n; i-- > 0; ) {
		r->live[i] = dfa_back(r, r->live[i + 1], r->class[i]);
		any |= r->dfa.start[r->live[i]];
	}
	return any;
}

static const uint64_t *
live_set(const struct rules *r, size_t i)
{
	return r->dfa.state + (size_t)r->live[i] * r->width;
}

/* Moves the set one unit on, to what is live there; 0 when nothing is. */
static int
go_on(struct rules *r, const uint64_t *from, uint64_t *to, size_t at)
{
	const uint64_t *live, *row;
	const struct rule *q;
	uint64_t any;
	size_t i, j;

	memset(to, 0, r->width * sizeof *to);
	for (i = 0; i < r->npos; i++) {
		if (i % 64 == 0 && from[i / 64] == 0) {
			i += 63;
			continue;
		}
		if (!bit_get(from, i))
			continue;
		q = &r->rule[r->pos[i].rule];
		row = bits_row(q, (uint32_t)i - q->base);
		for (j = 0; j < q->words; j++)
			to[q->word + j] |= row[j];
	}
	live = live_set(r, at);
	any = 0;
	for (i = 0; i < r->width; i++)
		any |= to[i] &= live[i];
	return any != 0;
}

/* The first rule of the file that ends with a position of the set. */
static uint32_t
ended(const struct rules *r, const uint64_t *set)
{
	uint64_t hit;
	size_t i;

	for (i = 0; i < r->width; i++) {
		if ((hit = set[i] & r->last[i]) == 0)
			continue;
		for (i *= 64; (hit & 1) == 0; hit >>= 1)
			i++;
		return r->pos[i].rule;
	}
	return UINT32_MAX;
}

/* The longest match of a level that begins at class `at`. */
static size_t
longest(struct rules *r, unsigned level, size_t at, size_t n, uint32_t *rule)
{
	const uint64_t *live;
	uint64_t *a, *b, *swap;
	size_t i, end;
	uint32_t q;

	a = r->set[0];
	b = r->set[1];
	live = live_set(r, at);
	for (i = 0; i < r->width; i++)
		a[i] = live[i] & r->first[level * r->width + i];
	end = at;
	for (i = at + 1; ; i++) {
		if ((q = ended(r, a)) != UINT32_MAX) {
			*rule = q;
			end = i;
		}
		if (i == n || !go_on(r, a, b, i))
			return end;
		swap = a;
		a = b;
		b = swap;
	}
}

/* Positions of the rule that take class i of the match and reach its end. */
static void
trace_back(struct rules *r, const struct rule *q, size_t from, size_t to)
{
	const uint64_t *sat, *row;
	uint64_t *set, *next, hit;
	size_t i;
	uint32_t p, j;

	r->trace = xgrow(r->trace, &r->tracecap, (to - from) * q->words,
	    sizeof *r->trace);
	memset(r->trace, 0, (to - from) * q->words * sizeof *r->trace);
	for (i = to; i-- > from; ) {
		set = r->trace + (i - from) * q->words;
		next = set + q->words;
		sat = r->dfa.sat + (size_t)r->class[i] * r->width;
		for (p = 0; p < q->n; p++) {
			if (!bit_get(sat, q->base + p))
				continue;
			hit = i + 1 == to && bit_get(r->last, q->base + p);
			row = bits_row(q, p);
			for (j = 0; i + 1 < to && j < q->words; j++)
				hit |= row[j] & next[j];
			if (hit)
				bit_set(set, q->base % 64 + p);
		}
	}
}

static void
note(struct rules *r, struct match *m, uint32_t pos, uint32_t before,
    size_t class)
{
	unsigned k;
	size_t u;

	if (class == 0)
		return;
	u = class - 1;
	if (r->pos[pos].test)
		r->taken[u] = 1;
	for (k = 0; k < RULE_NAMES; k++) {
		if ((r->pos[pos].names >> k & 1) == 0)
			continue;
		if (before == UINT32_MAX || (r->pos[before].names >> k & 1) ==
		    0)
			m->name[k].from = u;
		m->name[k].to = u + 1;
	}
}

/* Of several ways through a rule, always the position that stands first. */
static void
trace(struct rules *r, struct match *m, size_t from, size_t to)
{
	const struct rule *q = &r->rule[m->rule];
	const uint64_t *may, *live;
	uint32_t p, before;
	size_t i;

	trace_back(r, q, from, to);
	before = UINT32_MAX;
	may = r->first + (size_t)q->level * r->width + q->word;
	for (i = from; i < to; i++) {
		live = r->trace + (i - from) * q->words;
		for (p = 0; p < q->n; p++)
			if (bit_get(may, q->base % 64 + p) &&
			    bit_get(live, q->base % 64 + p))
				break;
		if (p == q->n)
			return;
		note(r, m, q->base + p, before, i);
		before = q->base + p;
		may = bits_row(q, p);
	}
}

static void
add_match(struct rules *r, uint32_t rule, size_t from, size_t to, size_t nu)
{
	struct match *m;

	r->match = xgrow(r->match, &r->matchcap, r->nmatch + 1,
	    sizeof *r->match);
	m = &r->match[r->nmatch++];
	memset(m, 0, sizeof *m);
	m->rule = rule;
	m->from = from == 0 ? 0 : from - 1;
	m->to = to - 1 < nu ? to - 1 : nu;
	trace(r, m, from, to);
}

/* Values that a level took are gone for the lower ones. */
static void
hide_taken(struct rules *r, const struct sent *s)
{
	struct key k;
	size_t i;

	for (i = 0; i < s->nu; i++)
		if (r->taken[i]) {
			key_of(r, s, i, &k);
			r->class[i + 1] = dfa_key(r, &k);
		}
}

static void
match_level(struct rules *r, unsigned level, size_t n, size_t nu)
{
	size_t i, end;
	uint32_t rule;

	for (i = 0; i < n; i = end) {
		end = i + 1;
		if ((r->dfa.start[r->live[i]] >> level & 1) == 0)
			continue;
		rule = UINT32_MAX;
		end = longest(r, level, i, n, &rule);
		if (rule == UINT32_MAX)
			end = i + 1;
		else
			add_match(r, rule, i, end, nu);
	}
}

/* In the order of the text; the same on every machine. */
static int
by_place(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	return x->rule < y->rule ? -1 : x->rule > y->rule;
}

void
rules_match(struct rules *r, const struct sent *s)
{
	size_t n, before;
	uint64_t any;
	unsigned level;

	r->nmatch = 0;
	if (r->npos == 0 || s->nu == 0)
		return;
	dfa_start(r);
	classify(r, s);
	n = s->nu + 2;
	any = go_back(r, n);
	for (level = 0; level < r->nlevel; level++) {
		if ((any >> level & 1) == 0)
			continue;
		before = r->nmatch;
		match_level(r, level, n, s->nu);
		if (r->nmatch > before && level + 1 < r->nlevel) {
			hide_taken(r, s);
			any = go_back(r, n);
		}
	}
	if (r->nmatch > 1)
		qsort(r->match, r->nmatch, sizeof *r->match, by_place);
}
