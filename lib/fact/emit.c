/* Facts of a walk: each takes its slots from what is in force. */
#include "fact/attach.h"

#include <string.h>

static const char *const status_names[] = { "actual", "planned", "expected" };

struct span
join(struct walk *w, struct span a, struct span b)
{
	char *p;

	if (a.n == 0)
		return b;
	p = arena_alloc(&w->d->mem, a.n + b.n);
	memcpy(p, a.p, a.n);
	memcpy(p + a.n, b.p, b.n);
	return span_of(p, a.n + b.n);
}

/* 总投资116亿元的14个项目, 投资12亿元的…项目: the name behind 的. */
static const struct name *
name_right(const struct sent *s, int i)
{
	int j;

	if (i + 1 >= (int)s->nu || !unit_in(s, (size_t)i + 1, SET_OF))
		return NULL;
	for (j = i + 2; j < (int)s->nu && j < i + 6; j++) {
		if (s->u[j].name != 0) {
			const struct name *n = &s->name[s->u[j].name - 1];

			if (n->member)
				return NULL;
			return n->type == NAME_PROJECT ||
			    n->type == NAME_FIRM ? n : NULL;
		}
		if (s->u[j].type >= U_NUM && s->u[j].type != U_QUOTE)
			return NULL;
	}
	return NULL;
}

static void
set_subject(struct walk *w, struct fact *f, int i)
{
	const struct hint *h = &w->hint[i];
	const struct name *n;

	if (h->subject.n > 0) {
		f->subject = doc_keep(w->d, h->subject);
		f->from_subject = FROM_SAID;
	} else if ((n = name_right(w->s, i)) != NULL) {
		f->subject = doc_keep(w->d, n->text);
		f->from_subject = FROM_SAID;
		w->subject.name = f->subject;
		w->subject.self = 0;
		w->subject.type = n->type;
	} else {
		f->subject = w->subject.name;
		f->self = w->subject.self;
		f->from_subject = (unsigned char)w->subject_from;
	}
}

static void
set_clause(struct walk *w, struct fact *f, int i)
{
	const struct sent *s = w->s;
	int a, b;

	for (a = i; a > 0 && !unit_ends(s, (size_t)a - 1); a--)
		;
	for (b = i + 1; b < (int)s->nu && !unit_ends(s, (size_t)b); b++)
		;
	f->clause = doc_keep(w->d, sent_text(s, (size_t)a, (size_t)b));
}

/* A number with its sign turned: 下降5.6% is -5.6, 下降-5.6% too. */
static struct span
turned(struct walk *w, struct span v)
{
	if (v.n == 0 || v.p[0] == '-' || (v.n == 1 && v.p[0] == '0'))
		return v;
	return join(w, span_str("-"), v);
}

/* An annual plan said beside a day is that of the day's year. */
static struct span
year_of(struct span t)
{
	const char *slash;

	slash = memchr(t.p, '/', t.n);
	if (slash != NULL && (size_t)(t.p + t.n - slash) > 4 &&
	    memcmp(slash + 1, t.p, 4) != 0)
		return t;
	return span_of(t.p, 4);
}

struct fact *
emit(struct walk *w, int i, struct span predicate, const char *measure,
    const char *rule)
{
	const struct tok *t = unit_num(w->s, (size_t)i);
	const struct hint *h = &w->hint[i];
	struct fact *f;

	f = doc_fact(w->d, FACT_STAT);
	set_subject(w, f, i);
	f->predicate = h->predicate.n > 0 ? doc_keep(w->d, h->predicate) :
	    doc_keep(w->d, predicate);
	f->object = doc_keep(w->d, h->object);
	f->scope = doc_keep(w->d, h->scope);
	f->measure = h->measure.n > 0 ? h->measure : span_str(measure);
	f->op = doc_keep(w->d, t->op.n > 0 ? t->op : span_str("="));
	f->value = doc_keep(w->d, t->value);
	if (w->negative || h->negative)
		f->value = turned(w, f->value);
	f->upper = doc_keep(w->d, t->upper);
	f->unit = is_bare_money(w->s, i) ? span_str("CNY") :
	    doc_keep(w->d, t->unit);
	f->time = h->time.n > 0 ? doc_keep(w->d, h->time) : w->time;
	if (w->once.n > 0)
		f->time = w->once;
	w->once = span_of("", 0);
	f->from_time = (unsigned char)w->time_from;
	if (w->annual && w->time.n >= 10 && w->once.n == 0)
		f->time = year_of(w->time);
	f->status = h->status.n > 0 ? h->status :
	    span_str(status_names[w->status]);
	f->from_status = (unsigned char)w->status_from;
	f->rule = h->rule.n > 0 ? h->rule : span_str(rule);
	f->group = w->group;
	f->sent = w->sentno;
	f->part = w->set.part;
	f->line = t->t.line;
	f->start = t->t.start;
	f->end = t->t.end;
	if (w->want->explain)
		f->clause = doc_keep(w->d, t->t.text);
	else if (w->want->clause)
		set_clause(w, f, i);
	w->s->u[i].used = 1;
	return f;
}

/* What narrows the set that was counted narrows its money too. */
void
frame_scope(struct walk *w, struct fact *f)
{
	if (f->scope.n > 0)
		return;
	f->scope = w->set.scope.n > 0 ? w->set.scope : w->set.part_name;
	if (w->set.scope.n == 0 && !w->set.part && !span_ends(f->predicate,
	    span_str("投资")))
		f->scope = span_of("", 0);
	f->from_scope = FROM_FRAME;
}

/* The last level value is what growth and shares speak of. */
void
emit_level(struct walk *w, const struct fact *f)
{
	w->last2 = w->last;
	w->last = *f;
	w->last_at = w->prev;
	w->has_last = 1;
}
