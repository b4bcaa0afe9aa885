/* Documents: facts held back, topics, and what the article is about. */
#include "fact/fact.h"

#include <stdlib.h>

#include "fact/key.h"
#include "text/utf8.h"

enum {
	TOPICS_MAX = 256,
	SURE = 3,	/* score from which a bare name is a place */
	AGAIN = 256	/* facts back in which a repetition is looked for */
};

void
doc_begin(struct doc *d, struct span name)
{
	struct arena mem = d->mem, names = d->names;
	struct fact *fact = d->fact;
	struct topic *topic = d->topic;
	const struct sets *sets = d->sets;
	size_t factcap = d->factcap, topiccap = d->topiccap;

	arena_reset(&mem);
	arena_reset(&names);
	memset(d, 0, sizeof *d);
	d->sets = sets;
	d->mem = mem;
	d->names = names;
	d->fact = fact;
	d->factcap = factcap;
	d->topic = topic;
	d->topiccap = topiccap;
	d->name = span_of(arena_dup(&d->names, name.p, name.n), name.n);
	d->subject.self = LEVEL_OWN;
	d->base.self = LEVEL_OWN;
}

void
doc_close(struct doc *d)
{
	arena_free(&d->mem);
	arena_free(&d->names);
	free(d->fact);
	free(d->topic);
	memset(d, 0, sizeof *d);
}

struct fact *
doc_fact(struct doc *d, enum fact_kind kind)
{
	struct fact *f;

	d->fact = xgrow(d->fact, &d->factcap, d->nfact + 1, sizeof *d->fact);
	f = &d->fact[d->nfact++];
	memset(f, 0, sizeof *f);
	f->kind = kind;
	return f;
}

struct span
doc_keep(struct doc *d, struct span s)
{
	if (s.n == 0)
		return span_of("", 0);
	return span_of(arena_dup(&d->mem, s.p, s.n), s.n);
}

void
doc_topic(struct doc *d, struct span name, enum topic_kind kind,
    unsigned score)
{
	struct topic *t;
	size_t i;

	for (i = 0; i < d->ntopic; i++) {
		t = &d->topic[i];
		if (t->kind == kind && span_eq(t->name, name)) {
			t->score += score;
			return;
		}
	}
	if (d->ntopic == TOPICS_MAX)
		return;
	d->topic = xgrow(d->topic, &d->topiccap, d->ntopic + 1,
	    sizeof *d->topic);
	t = &d->topic[d->ntopic++];
	t->name = span_of(arena_dup(&d->names, name.p, name.n), name.n);
	t->kind = kind;
	t->score = score;
}

void
doc_level(struct doc *d, int level)
{
	size_t i;

	if (level == LEVEL_OWN)
		return;
	for (i = 0; i < LEVEL_MAX && d->level[i].level != 0; i++)
		if (d->level[i].level == level)
			break;
	if (i == LEVEL_MAX)
		return;
	d->level[i].level = level;
	d->level[i].n++;
}

/* The last letter of a name: 市 of 酒泉市. */
static int
level_of(struct span name)
{
	size_t len;

	if (name.n < 3)
		return 0;
	return (int)utf8_decode(name.p + name.n - 3, 3, &len);
}

/* Whether a letter ends the full names of places. */
static int
is_level(const struct doc *d, int level)
{
	char letter[4];

	return sets_hold(d->sets, span_of(letter, utf8_encode(letter,
	    (uint32_t)level)), SET_DIVISION);
}

static int
is_full(const struct doc *d, struct span name)
{
	return sets_end(d->sets, name, SET_DIVISION) > 0;
}

static int
is_stem(struct span a, struct span b)
{
	return a.n < b.n && memcmp(a.p, b.p, a.n) == 0;
}

struct span
doc_whole(const struct doc *d, struct span stem)
{
	size_t i;

	for (i = 0; i < d->ntopic; i++)
		if (d->topic[i].kind == TOPIC_PLACE && d->topic[i].score >=
		    TITLE_SCORE && is_stem(stem, d->topic[i].name) &&
		    is_full(d, d->topic[i].name))
			return d->topic[i].name;
	return span_of("", 0);
}

void
doc_near(struct doc *d, struct span name)
{
	d->near[d->nnear++ % NEAR_MAX] = doc_keep(d, name);
}

struct span
doc_near_of(const struct doc *d, int level)
{
	size_t i;

	for (i = d->nnear; i > 0 && d->nnear - i < NEAR_MAX; i--)
		if (level_of(d->near[(i - 1) % NEAR_MAX]) == level)
			return d->near[(i - 1) % NEAR_MAX];
	return span_of("", 0);
}

/*
 * Places by how often they are said; a stem counts for its full names, and
 * works of the title half for the place that their name begins with.
 */
static unsigned
mentions(const struct doc *d, const struct topic *t)
{
	const struct topic *o;
	unsigned w;
	size_t i;

	w = t->score;
	for (i = 0; i < d->ntopic; i++) {
		o = &d->topic[i];
		if ((o->kind == TOPIC_PLACE || o->kind == TOPIC_STEM) &&
		    is_stem(o->name, t->name))
			w += o->score;
		else if (o->kind == TOPIC_WORKS && o->score >= TITLE_SCORE &&
		    is_stem(t->name, o->name))
			w += TITLE_SCORE / 2;
	}
	return w;
}

/* A full name of a level that is spoken of counts more, a bare name less. */
static unsigned
weight(const struct doc *d, const struct topic *t)
{
	unsigned w;
	size_t i;
	int level;

	w = mentions(d, t);
	level = level_of(t->name);
	for (i = 0; i < LEVEL_MAX && d->level[i].level != 0; i++)
		if (d->level[i].level == level)
			w += d->level[i].n < 4 ? d->level[i].n * 2 : 8;
	if (!is_full(d, t->name))
		w = w > 2 ? w - 2 : 0;
	return w;
}

static const struct topic *
best(const struct doc *d, int level)
{
	const struct topic *b, *t;
	unsigned w, most;
	size_t i;

	b = NULL;
	most = 0;
	for (i = 0; i < d->ntopic; i++) {
		t = &d->topic[i];
		if (t->kind == TOPIC_PLACE && t->score < SURE &&
		    !is_full(d, t->name))
			continue;
		if (t->kind != TOPIC_PLACE || (level != LEVEL_OWN &&
		    level_of(t->name) != level))
			continue;
		if ((w = weight(d, t)) > most) {
			most = w;
			b = t;
		}
	}
	return b;
}

/* 丹东 of the title with 全市 in the text is 丹东市. */
static struct span
with_level(struct doc *d, struct span stem)
{
	unsigned most;
	size_t i;
	int level;
	char *p;

	for (i = 0, level = 0, most = 0; i < LEVEL_MAX; i++)
		if (d->level[i].n > most && is_level(d, d->level[i].level)) {
			most = d->level[i].n;
			level = d->level[i].level;
		}
	if (level == 0 || stem.n < 6)
		return stem;
	p = arena_alloc(&d->mem, stem.n + 4);
	memcpy(p, stem.p, stem.n);
	return span_of(p, stem.n + utf8_encode(p + stem.n, (uint32_t)level));
}

struct span
doc_place(struct doc *d, int level)
{
	const struct topic *own, *t, *firm;
	struct span whole;
	size_t i;

	if (level == level_of(span_str("国")))
		return span_str("全国");
	if (level == level_of(span_str("球")))
		return span_str("全球");
	own = best(d, LEVEL_OWN);
	for (i = 0, firm = NULL; i < d->ntopic; i++)
		if (d->topic[i].kind == TOPIC_FIRM && (firm == NULL ||
		    d->topic[i].score > firm->score))
			firm = &d->topic[i];
	if (level == LEVEL_OWN && firm != NULL && (own == NULL ||
	    firm->score > own->score))
		return firm->name;
	if (own == NULL)
		return span_of("", 0);
	whole = is_full(d, own->name) ? own->name : with_level(d, own->name);
	if (level == LEVEL_OWN || (t = best(d, level)) == NULL ||
	    (level_of(whole) == level && mentions(d, t) * 2 < mentions(d, own)))
		return whole;
	return t->name;
}

/*
 * The works that the title names and the text speaks of again: an article on
 * them is about them wherever it names nobody.
 */
static struct span
doc_works(const struct doc *d)
{
	const struct topic *t;
	size_t i, j;

	for (i = 0; i < d->ntopic; i++) {
		t = &d->topic[i];
		if (t->kind != TOPIC_WORKS || t->score < TITLE_SCORE)
			continue;
		if (t->score > TITLE_SCORE)
			return t->name;
		for (j = 0; j < d->ntopic; j++)
			if (d->topic[j].kind == TOPIC_WORKS && (is_stem(
			    d->topic[j].name, t->name) || is_stem(t->name,
			    d->topic[j].name)))
				return t->name;
	}
	return span_of("", 0);
}

/* Said twice: all slots agree, as far as both have them. */
static int
is_again(const struct fact *a, const struct fact *b)
{
	if (a->kind != b->kind || a->sent == b->sent ||
	    !span_eq(a->predicate, b->predicate) ||
	    !span_eq(a->value, b->value) || !span_eq(a->unit, b->unit) ||
	    !span_eq(a->measure, b->measure) ||
	    !span_eq(a->object, b->object) ||
	    !span_eq(a->subject, b->subject))
		return 0;
	if (a->kind == FACT_PARTY)
		return 1;
	return (a->time.n == 0 || b->time.n == 0 ||
	    span_eq(a->time, b->time)) && (a->scope.n == 0 ||
	    b->scope.n == 0 || span_eq(a->scope, b->scope));
}

/* The places that facts of one settling ask for, each found once. */
struct places {
	int level[LEVEL_MAX];
	struct span name[LEVEL_MAX];
	size_t n;
};

static struct span
place_once(struct doc *d, struct places *p, int level)
{
	size_t i;

	for (i = 0; i < p->n; i++)
		if (p->level[i] == level)
			return p->name[i];
	if (p->n == LEVEL_MAX)
		p->n = 0;
	p->level[p->n] = level;
	p->name[p->n] = doc_place(d, level);
	return p->name[p->n++];
}

struct span
doc_today(const struct doc *d, const struct want *want)
{
	size_t i;

	if (want->today.n > 0)
		return want->today;
	for (i = 0; i < d->nfact; i++)
		if (d->fact[i].kind == FACT_META && span_eq(
		    d->fact[i].predicate, span_str("published")))
			return d->fact[i].object;
	return span_of("", 0);
}

/* What belongs to a year to come has not happened yet. */
static void
look_ahead(struct fact *f, struct span today)
{
	if (f->time.n >= 4 && today.n >= 4 && f->time.p[0] != '-' &&
	    memcmp(f->time.p, today.p, 4) > 0 &&
	    span_eq(f->status, span_str("actual"))) {
		f->status = span_str("planned");
		f->from_status = FROM_SAID;
	}
}

/*
 * 2024-05-06T17:32 and 2024-05-06, 人民网-福建 and 人民网: of the day and of
 * the paper the first word is the last.
 */
static int
is_less(const struct fact *a, const struct fact *b)
{
	return a->kind == FACT_META && b->kind == FACT_META &&
	    span_eq(a->predicate, b->predicate) && b->object.n > 0 &&
	    (span_begins(a->object, b->object) || span_begins(b->object,
	    a->object)) && (span_eq(a->predicate, span_str("published")) ||
	    span_eq(a->predicate, span_str("source")));
}

static void
drop_again(struct doc *d)
{
	size_t i, j;

	for (i = 1; i < d->nfact; i++)
		for (j = i; d->fact[i].kind != FACT_NOTE && j-- > 0 &&
		    i - j < AGAIN; )
			if (!d->fact[j].dead && (is_again(&d->fact[j],
			    &d->fact[i]) || is_less(&d->fact[j],
			    &d->fact[i]))) {
				d->fact[i].dead = 1;
				break;
			}
}

void
doc_settle(struct doc *d, const struct want *want)
{
	struct places places = { 0 };
	struct span today, works;
	struct fact *f;
	size_t i;

	today = doc_today(d, want);
	works = doc_works(d);
	for (i = 0; i < d->nfact; i++) {
		f = &d->fact[i];
		if (f->kind == FACT_META || f->kind == FACT_PARTY)
			continue;
		if (f->subject.n == 0 && f->self == LEVEL_OWN &&
		    f->kind == FACT_STAT)
			f->subject = works;
		if (f->subject.n == 0 && f->self != 0)
			f->subject = place_once(d, &places, f->self);
		look_ahead(f, today);
	}
	drop_again(d);
	for (i = 0; i < d->nfact; i++) {
		f = &d->fact[i];
		if (f->dead || f->kind == FACT_NOTE)
			continue;
		f->seq = ++d->flushed;
		f->key = key_of(f);
	}
}

int
doc_full(const struct doc *d)
{
	return d->nfact >= DOC_HOLD || d->mem.total >= DOC_BYTES;
}

/* Moves a string to another arena. */
static void
move(struct arena *to, struct span *s)
{
	if (s->n > 0)
		s->p = arena_dup(to, s->p, s->n);
}

static void
move_fact(struct arena *to, struct fact *f)
{
	move(to, &f->subject);
	move(to, &f->predicate);
	move(to, &f->object);
	move(to, &f->scope);
	move(to, &f->measure);
	move(to, &f->unit);
	move(to, &f->time);
	move(to, &f->value);
	f->op = f->upper = f->status = f->check = f->rule = f->clause =
	    span_of("", 0);
}

void
doc_forget(struct doc *d)
{
	struct arena mem = { 0 };
	size_t i;

	d->nfact = 0;
	move(&mem, &d->time);
	move(&mem, &d->period);
	move(&mem, &d->subject.name);
	move(&mem, &d->base.name);
	move(&mem, &d->project);
	for (i = 0; i < NEAR_MAX; i++)
		move(&mem, &d->near[i]);
	move(&mem, &d->firm);
	move(&mem, &d->house);
	move(&mem, &d->set.phase);
	move(&mem, &d->set.head);
	move(&mem, &d->set.predicate);
	move(&mem, &d->set.scope);
	move(&mem, &d->set.part_name);
	if (d->has_last)
		move_fact(&mem, &d->last);
	arena_free(&d->mem);
	d->mem = mem;
}
