/* Actions of the matches of a sentence, in the order of the text. */
#include "fact/rule_int.h"

#include <string.h>

#include "base/mem.h"

/* What set has said; it holds to the end of the sentence, or to pop. */
struct said {
	struct span col[C_VALUE];
};

struct run {
	struct rules *r;
	struct doc *d;
	struct sent *s;
	struct hint *hint;
	size_t sentno;
	const struct match *m;
	const struct rule *q;
	size_t next;		/* the first value no emit has taken */
	struct said said[RULE_DEPTH];
	int depth;
};

/* Constants live on when the sentence is gone. */
static const char *const fixed[] = {
	"level", "yoy", "qoq", "change", "share", "rate", "progress", "rank",
	"actual", "planned", "expected"
};

static struct span
constant(struct span s)
{
	size_t i;

	for (i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (span_eq(s, span_str(fixed[i])))
			return span_str(fixed[i]);
	return span_of("", 0);
}

static int
is_value(const struct sent *s, size_t i)
{
	return s->u[i].type == U_NUM;
}

/* A date that a name holds is its normal form in the column time. */
static struct span
text_of(const struct run *w, enum col col, size_t from, size_t to)
{
	size_t i;

	if (col == C_TIME || to - from == 1)
		for (i = from; i < to; i++)
			if (w->s->u[i].type == U_TIME)
				return unit_num(w->s, i)->value;
	while (from < to && (w->s->u[from].type == U_QUOTE ||
	    w->s->u[from].type == U_UNQUOTE))
		from++;
	while (from < to && (w->s->u[to - 1].type == U_QUOTE ||
	    w->s->u[to - 1].type == U_UNQUOTE))
		to--;
	return sent_text(w->s, from, to);
}

static struct span
list_match(const struct run *w, const struct part *a)
{
	size_t i;
	unsigned n;

	for (n = 0, i = w->m->from; i < w->m->to; i++)
		if ((w->s->u[i].lists | w->s->u[i].more) & LIST_BIT(a->arg) &&
		    ++n == a->nth)
			return unit_means(w->s, i, (enum list)a->arg);
	return span_of("", 0);
}

static struct span
part_text(const struct run *w, enum col col, const struct part *a)
{
	switch (a->type) {
	case PART_NAME:
		return text_of(w, col, w->m->name[a->arg].from,
		    w->m->name[a->arg].to);
	case PART_LIST:
		return list_match(w, a);
	case PART_FRAME:
		return w->said[w->depth].col[a->arg];
	case PART_TEXT:
		break;
	}
	return a->text;
}

/* a+b//c: a and b joined, or c when both are empty. */
static struct span
value_text(const struct run *w, const struct slot *s)
{
	const struct part *a;
	struct span v, t;
	char *p;

	v = span_of("", 0);
	for (a = s->part; a != NULL; a = a->next) {
		if (a->other && v.n != 0)
			break;
		t = part_text(w, s->col, a);
		if (v.n == 0) {
			v = t;
		} else if (t.n != 0) {
			p = arena_alloc(&w->s->mem, v.n + t.n);
			memcpy(p, v.p, v.n);
			memcpy(p + v.n, t.p, t.n);
			v = span_of(p, v.n + t.n);
		}
	}
	if (s->col == C_MEASURE || s->col == C_STATUS)
		return constant(v);
	return v;
}

static struct span *
hint_col(struct hint *h, enum col col)
{
	switch (col) {
	case C_SUBJECT:
		return &h->subject;
	case C_PREDICATE:
		return &h->predicate;
	case C_OBJECT:
		return &h->object;
	case C_SCOPE:
		return &h->scope;
	case C_MEASURE:
		return &h->measure;
	case C_TIME:
		return &h->time;
	case C_STATUS:
		return &h->status;
	default:
		return NULL;
	}
}

static struct span *
fact_col(struct fact *f, enum col col)
{
	switch (col) {
	case C_SUBJECT:
		return &f->subject;
	case C_PREDICATE:
		return &f->predicate;
	case C_OBJECT:
		return &f->object;
	case C_SCOPE:
		return &f->scope;
	case C_TIME:
		return &f->time;
	case C_STATUS:
		return &f->status;
	default:
		return NULL;
	}
}

static const struct slot *
slot_of(const struct action *a, enum col col)
{
	const struct slot *s;

	for (s = a->slot; s != NULL; s = s->next)
		if (s->col == col)
			return s;
	return NULL;
}

/* The value that value=$x names, or the next of the match. */
static size_t
emit_target(struct run *w, const struct action *a)
{
	const struct slot *s;
	size_t i, to;

	i = w->next;
	to = w->m->to;
	if ((s = slot_of(a, C_VALUE)) != NULL) {
		i = w->m->name[s->part->arg].from;
		to = w->m->name[s->part->arg].to;
	}
	while (i < to && !is_value(w->s, i))
		i++;
	if (i >= to)
		return SIZE_MAX;
	if (s == NULL)
		w->next = i + 1;
	return i;
}

/* Without a measure a percentage is a rate and anything else a level. */
static void
emit_value(struct run *w, const struct action *a)
{
	const struct slot *s;
	struct hint *h;
	size_t i;

	if ((i = emit_target(w, a)) == SIZE_MAX)
		return;
	h = &w->hint[i];
	h->set = 1;
	h->rule = w->q->name;
	for (s = a->slot; s != NULL; s = s->next)
		if (s->col < C_VALUE)
			*hint_col(h, s->col) = value_text(w, s);
		else if (s->col == C_VALUE)
			h->negative = s->minus;
	if (h->predicate.n != 0 && h->measure.n == 0)
		h->measure = span_str(unit_num(w->s, i)->kind == NUM_PERCENT ?
		    "rate" : "level");
}

/* A name is empty that matched nothing. */
static int
all_empty(const struct fact *f)
{
	return f->subject.n == 0 && f->object.n == 0;
}

static void
place(const struct run *w, struct fact *f)
{
	const struct tok *a, *b;

	a = &w->s->tok[w->s->u[w->m->from].tok];
	b = &w->s->tok[w->s->u[w->m->to - 1].tok];
	f->sent = w->sentno;
	f->line = a->t.line;
	f->start = a->t.start;
	f->end = b->t.line == a->t.line ? b->t.end : a->t.end;
	f->rule = w->q->name;
	f->group = ++w->d->group;
}

/* A fact without a value: an event, a party, a field of the page. */
static void
emit_other(struct run *w, const struct action *a, struct span kind)
{
	const struct slot *s;
	struct fact *f, v;

	memset(&v, 0, sizeof v);
	for (s = a->slot; s != NULL; s = s->next)
		if (fact_col(&v, s->col) != NULL)
			*fact_col(&v, s->col) = doc_keep(w->d,
			    value_text(w, s));
	if (all_empty(&v) || w->m->from >= w->m->to)
		return;
	f = doc_fact(w->d, span_eq(kind, span_str("event")) ? FACT_EVENT :
	    span_eq(kind, span_str("party")) ? FACT_PARTY : FACT_META);
	v.kind = f->kind;
	if (v.status.n == 0 && v.kind != FACT_META)
		v.status = span_str("actual");
	*f = v;
	place(w, f);
}

static void
do_emit(struct run *w, const struct action *a)
{
	const struct slot *s;
	struct span kind;

	kind = span_of("", 0);
	if ((s = slot_of(a, C_KIND)) != NULL)
		kind = value_text(w, s);
	if (kind.n == 0 || span_eq(kind, span_str("stat")))
		emit_value(w, a);
	else
		emit_other(w, a, kind);
}

static void
do_set(struct run *w, const struct action *a)
{
	const struct slot *s;

	for (s = a->slot; s != NULL; s = s->next)
		w->said[w->depth].col[s->col] = value_text(w, s);
}

/* Values that a <test> of the match took are no facts. */
static void
do_drop(struct run *w)
{
	size_t i;

	for (i = w->m->from; i < w->m->to; i++)
		if (w->r->taken[i]) {
			w->hint[i].drop = 1;
			w->hint[i].rule = w->q->name;
		}
}

static void
act(struct run *w, const struct action *a)
{
	switch (a->type) {
	case DO_EMIT:
		do_emit(w, a);
		break;
	case DO_SET:
		do_set(w, a);
		break;
	case DO_PUSH:
		if (w->depth + 1 < RULE_DEPTH) {
			w->said[w->depth + 1] = w->said[w->depth];
			w->depth++;
		}
		break;
	case DO_POP:
		if (w->depth > 0)
			w->depth--;
		break;
	case DO_DROP:
		do_drop(w);
		break;
	}
}

/* Columns that set has said, where no emit said more. */
static void
fill(struct run *w, size_t from, size_t to)
{
	struct span *v;
	size_t i;
	int c;

	for (i = from; i < to; i++) {
		if (!is_value(w->s, i))
			continue;
		for (c = 0; c < C_VALUE; c++) {
			v = hint_col(&w->hint[i], (enum col)c);
			if (v->n != 0 || w->said[w->depth].col[c].n == 0)
				continue;
			*v = w->said[w->depth].col[c];
			w->hint[i].set = 1;
		}
	}
}

void
rules_run(struct rules *r, struct doc *d, struct sent *s, struct hint *hint,
    size_t sentno)
{
	const struct action *a;
	struct run w;
	size_t i, at;

	rules_match(r, s);
	if (r->nmatch == 0)
		return;
	memset(&w, 0, sizeof w);
	w.r = r;
	w.d = d;
	w.s = s;
	w.hint = hint;
	w.sentno = sentno;
	for (i = at = 0; i < r->nmatch; i++) {
		w.m = &r->match[i];
		w.q = &r->rule[w.m->rule];
		w.next = w.m->from;
		fill(&w, at, w.m->from);
		at = w.m->from;
		for (a = w.q->action; a != NULL; a = a->next)
			act(&w, a);
	}
	fill(&w, at, s->nu);
}
