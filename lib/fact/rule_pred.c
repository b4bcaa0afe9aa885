/* Conditions on units: kept once each, and told of a unit's key. */
#include "fact/rule_int.h"

#include <string.h>

#include "base/hash.h"
#include "text/utf8.h"

/* Marks have a wide form each; patterns and texts may use either. */
static const char *const wide[][2] = {
	{ "，", "," }, { "：", ":" }, { "；", ";" }, { "！", "!" },
	{ "？", "?" }, { "（", "(" }, { "）", ")" }, { "【", "[" },
	{ "】", "]" }, { "％", "%" }, { "～", "~" }, { "／", "/" },
	{ "－", "-" }, { "＋", "+" }
};

struct span
mark_plain(struct span s)
{
	size_t i;

	for (i = 0; i < sizeof wide / sizeof *wide; i++)
		if (span_eq(s, span_str(wide[i][0])))
			return span_str(wide[i][1]);
	return s;
}

static int
mark_letter(uint32_t c)
{
	if (c < 0x80)
		return !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') &&
		    !(c >= 'a' && c <= 'z');
	return c == 0xb7 || (c >= 0x2000 && c <= 0x206f) ||
	    (c >= 0x25a0 && c <= 0x25ff) || (c >= 0x3000 && c <= 0x303f &&
	    c != 0x3005 && c != 0x3007) || (c >= 0xff00 && c <= 0xff0f) ||
	    (c >= 0xff1a && c <= 0xff20) || (c >= 0xff3b && c <= 0xff40) ||
	    (c >= 0xff5b && c <= 0xff65);
}

/* Words begin with a letter or a digit; anything else is a mark. */
int
is_mark(struct span s)
{
	size_t len;

	return s.n != 0 && mark_letter(utf8_decode(s.p, s.n, &len));
}

static uint64_t
word_hash(const void *arg, uint32_t i)
{
	const struct rules *r = arg;

	return hash_add(HASH_START, r->word[i].p, r->word[i].n);
}

struct word_query {
	const struct rules *r;
	struct span s;
};

static int
same_word(const void *arg, uint32_t i)
{
	const struct word_query *q = arg;

	return span_eq(q->r->word[i], q->s);
}

/* The number of a word that patterns spell, or NO_WORD. */
uint32_t
word_find(const struct rules *r, struct span s)
{
	struct word_query q;

	q.r = r;
	q.s = mark_plain(s);
	return index_find(&r->wordindex, hash_add(HASH_START, q.s.p, q.s.n),
	    same_word, &q) + 1;
}

uint32_t
word_number(struct rules *r, struct span s)
{
	uint32_t n;

	if ((n = word_find(r, s)) != NO_WORD)
		return n;
	s = mark_plain(s);
	r->word = xgrow(r->word, &r->wordcap, r->nword + 1, sizeof *r->word);
	r->word[r->nword] = s;
	index_add(&r->wordindex, hash_add(HASH_START, s.p, s.n),
	    (uint32_t)r->nword, word_hash, r);
	r->nword++;
	if (is_mark(s))
		r->marks = 1;
	return (uint32_t)r->nword;
}

uint32_t
pred_add(struct rules *r, const struct pred *p)
{
	size_t i;

	if (p->type != P_NOT)
		for (i = 0; i < r->npred; i++)
			if (r->pred[i].type == p->type &&
			    r->pred[i].arg == p->arg)
				return (uint32_t)i;
	r->pred = xgrow(r->pred, &r->predcap, r->npred + 1, sizeof *r->pred);
	r->pred[r->npred] = *p;
	return (uint32_t)r->npred++;
}

static int
holds(const struct pred *p, const struct key *k)
{
	switch (p->type) {
	case P_ANY:
		return k->type == K_WORD;
	case P_ACROSS:
		return k->type == K_WORD || k->type == K_PAUSE;
	case P_BEGIN:
		return k->type == K_BEGIN;
	case P_END:
		return k->type == K_END || k->type == K_STOP;
	case P_LIST:
		return (k->lists & LIST_BIT(p->arg)) != 0;
	case P_WORD:
		return k->word == p->arg;
	case P_TAG:
		return k->tag == (p->arg & 0xff) && (p->arg >> 8 == 0 ||
		    k->tag2 == p->arg >> 8);
	case P_NAME:
		return k->name == p->arg;
	case P_TEST:
		return (k->tests >> p->arg & 1) != 0;
	case P_NOT:
		break;
	}
	return 0;
}

int
pred_holds(const struct rules *r, const struct pred *p, const struct key *k)
{
	uint32_t i;

	if (p->type != P_NOT)
		return holds(p, k);
	if (k->type != K_WORD)
		return 0;
	for (i = 0; i < p->n; i++)
		if (holds(&r->pred[r->sub[p->arg + i]], k))
			return 0;
	return 1;
}

/* A range of values that is empty: >=5 <3. */
static int
test_possible(const struct test *t)
{
	size_t i, j;
	int c;

	for (i = 0; i < t->nlimit; i++)
		for (j = 0; j < t->nlimit; j++) {
			if (strchr("g>=", t->limit[i].op) == NULL ||
			    strchr("l<=", t->limit[j].op) == NULL)
				continue;
			c = dec_cmp(&t->limit[i].v, &t->limit[j].v);
			if (c > 0 || (c == 0 && (t->limit[i].op == '>' ||
			    t->limit[j].op == '<')))
				return 0;
		}
	return 1;
}

/* Tells whether any unit at all can meet the condition. */
int
pred_possible(const struct rules *r, const struct pred *p)
{
	uint32_t i;

	switch (p->type) {
	case P_LIST:
		return r->list[p->arg].words != 0;
	case P_TEST:
		return test_possible(&r->test[p->arg]);
	case P_NOT:
		for (i = 0; i < p->n; i++)
			if (r->pred[r->sub[p->arg + i]].type == P_ANY ||
			    r->pred[r->sub[p->arg + i]].type == P_ACROSS)
				return 0;
		return 1;
	default:
		return 1;
	}
}
