/* Events: what happened on a day. */
#include "fact/attach.h"

#include <string.h>

/* Whether a date names a day or a span of days: 2022-05-09/2022-05-11. */
static int
is_day(struct span v)
{
	return v.n >= 10 && v.p[0] >= '0' && v.p[0] <= '9' && v.p[4] == '-' &&
	    v.p[7] == '-';
}

/* Dates of comparison, deadlines and datelines are no dates of events. */
static int
is_event_date(const struct sent *s, int i)
{
	const struct tok *t;

	if (s->u[i].type != U_TIME || s->u[i].name != 0 ||
	    !is_day(unit_num(s, (size_t)i)->value))
		return 0;
	t = unit_num(s, (size_t)i);
	if (memchr(t->value.p, '/', t->value.n) != NULL && (t->t.text.n < 3 ||
	    (memcmp(t->t.text.p + t->t.text.n - 3, "日", 3) != 0 &&
	    memcmp(t->t.text.p + t->t.text.n - 3, "号", 3) != 0)))
		return 0;
	return !(i > 0 && unit_in(s, (size_t)i - 1, SET_AGAINST)) &&
	    !(i + 1 < (int)s->nu && unit_in(s, (size_t)i + 1, SET_DATELINE));
}

/* What happens between units a and b. */
struct happening {
	int at;			/* the unit that says it, or NOWHERE */
	struct span type;
	struct span object;
};

/* 赴山东高密、湖南娄底: the places that a journey goes to. */
static struct span
destination(const struct sent *s, int a, int b)
{
	int i, from, to;

	for (i = a; i < b; i++)
		if (unit_is(s, (size_t)i, L_VISIT) && i + 1 < b &&
		    (s->u[i + 1].name != 0 || s->u[i + 1].tag2 == 's'))
			break;
	if (i >= b)
		return span_of("", 0);
	for (from = to = i + 1; to < b; to++)
		if (!(s->u[to].name != 0 || s->u[to].type == U_PAUSE ||
		    (s->u[to].type == U_TEXT && s->u[to].tag == 'n')))
			break;
	while (to > from && s->u[to - 1].type == U_PAUSE)
		to--;
	return sent_text(s, (size_t)from, (size_t)to);
}

/*
 * 签约143个, 开工项目: what is counted, no happening of its own; but one is
 * held in 举行观摩活动.
 */
static int
is_phase(const struct sent *s, int i, int held)
{
	return i + 1 < (int)s->nu && (s->u[i + 1].type == U_NUM ||
	    (!held && unit_is(s, (size_t)i + 1, L_HEAD)));
}

/* A meeting by its name wins over a verb. */
static void
find_happening(const struct sent *s, int a, int b, struct happening *h)
{
	const struct name *n;
	int i, event, held;

	h->at = event = NOWHERE;
	held = 0;
	h->object = span_of("", 0);
	for (i = a; i < b; i++) {
		if (s->u[i].name != 0) {
			n = &s->name[s->u[i].name - 1];
			if (n->type == NAME_MEETING) {
				h->at = i;
				h->type = n->meaning;
				h->object = n->text;
				return;
			}
			continue;
		}
		if (unit_is(s, (size_t)i, L_EVENT) && event == NOWHERE &&
		    !is_phase(s, i, held))
			event = i;
		held = unit_is(s, (size_t)i, L_HOLD) ||
		    (held && !unit_ends(s, (size_t)i));
		if (unit_is(s, (size_t)i, L_MEETING) && event == NOWHERE) {
			h->at = i;
			h->type = unit_means(s, (size_t)i, L_MEETING);
			return;
		}
		if (s->u[i].type == U_STOP)
			break;
	}
	if (event == NOWHERE)
		return;
	h->at = event;
	h->type = unit_means(s, (size_t)event, L_EVENT);
	h->object = destination(s, a, b);
	if (h->object.n == 0 && sets_hold(&s->words->sets, h->type, SET_TOUR))
		for (i = event + 1; i < b && i < event + 8 &&
		    !unit_ends(s, (size_t)i); i++)
			if (s->u[i].name != 0) {
				h->object = s->name[s->u[i].name - 1].text;
				break;
			}
}

static int
is_works(const struct sent *s, struct span type)
{
	return sets_hold(&s->words->sets, type, SET_WORKS);
}

/* 首辆客车已于6月3日下线: what stands before the date in its clause. */
static struct span
before_date(const struct sent *s, int date)
{
	int a, b;

	for (b = date; b > 0 && s->u[b - 1].type <= U_WORD &&
	    (unit_is(s, (size_t)b - 1, L_STATUS) ||
	    unit_eq(s, (size_t)b - 1, "于") || is_adverb(s, (size_t)b - 1));
	    b--)
		;
	for (a = b; a > 0 && s->u[a - 1].type <= U_NUM &&
	    s->u[a - 1].name == 0; a--)
		;
	return sent_text(s, (size_t)a, (size_t)b);
}

/* Who: the project for works, else the place said near the date. */
static void
event_subject(struct walk *w, struct fact *f, int a, int at)
{
	const struct sent *s = w->s;
	const struct name *n;
	size_t j;

	f->self = LEVEL_OWN;
	f->from_subject = FROM_ARTICLE;
	for (j = s->nname; j-- > 0; ) {
		n = &s->name[j];
		if ((int)n->from < a || (int)n->to > at || n->member)
			continue;
		if ((n->type == NAME_PROJECT && is_works(s, f->predicate)) ||
		    (n->type == NAME_PLACE && !n->object)) {
			f->subject = doc_keep(w->d, n->text);
			f->self = 0;
			f->from_subject = FROM_SAID;
			return;
		}
	}
	for (j = s->nname; j-- > 0; ) {
		n = &s->name[j];
		if (n->type == NAME_PROJECT && is_works(s, f->predicate) &&
		    (int)n->to <= at && !n->member) {
			f->subject = doc_keep(w->d, n->text);
			f->self = 0;
			f->from_subject = FROM_SAID;
			return;
		}
	}
}

/*
 * 二期计划明年3月开工，2027年底竣工: where the clause of a date begins, or the
 * one before it when it tells of the same works.
 */
static int
status_left(const struct sent *s, int date)
{
	int j, k;

	for (j = date; j > 0 && !unit_ends(s, (size_t)j - 1); j--)
		if (unit_is(s, (size_t)j - 1, L_STATUS))
			return j - 1;
	for (k = j - 1; k > 0 && k == j - 1 && s->u[k].type == U_COMMA; ) {
		for (k--; k > 0 && !unit_ends(s, (size_t)k - 1); k--)
			;
		if (j > 1 && unit_is(s, (size_t)j - 2, L_EVENT) &&
		    is_works(s, unit_means(s, (size_t)j - 2, L_EVENT)))
			return k;
	}
	return date;
}

static struct fact *
emit_event(struct walk *w, int date, int a, const struct happening *h)
{
	const struct sent *s = w->s;
	const struct tok *t = unit_num(s, (size_t)date);
	struct fact *f;
	int j;

	f = doc_fact(w->d, FACT_EVENT);
	f->predicate = h->type;
	f->object = doc_keep(w->d, h->object);
	f->time = doc_keep(w->d, span_of(t->value.p, t->value.n));
	f->from_time = FROM_SAID;
	f->from_predicate = FROM_SAID;
	f->status = span_str("actual");
	for (j = is_works(s, f->predicate) ? status_left(s, date) : a;
	    j < h->at; j++)
		if (unit_is(s, (size_t)j, L_STATUS) && s->u[j].name == 0)
			f->status = unit_means(s, (size_t)j, L_STATUS);
	f->rule = span_str(h->object.n > 0 ? "event-name" : "event");
	f->group = w->group;
	f->sent = w->sentno;
	f->line = t->t.line;
	f->start = t->t.start;
	f->end = t->t.end;
	event_subject(w, f, a, h->at);
	if (f->object.n == 0 && is_works(s, f->predicate)) {
		f->object = doc_keep(w->d, before_date(s, date));
		if (f->object.n == 0)
			f->object = f->subject;
	}
	return f;
}

/* A month is the time of an event only when a meeting's name follows it. */
static int
is_month(const struct sent *s, int i)
{
	return s->u[i].type == U_TIME && s->u[i].name == 0 &&
	    unit_num(s, (size_t)i)->value.n == 7 && i + 1 < (int)s->nu;
}

static void
find_month(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct happening h;
	int j;

	if (time_milestone(s, i)) {
		j = i + 5 < (int)s->nu ? i + 5 : (int)s->nu;
		find_happening(s, i + 1, j, &h);
		if (h.at != NOWHERE)
			emit_event(w, i, i + 1, &h);
		return;
	}
	for (j = i + 1; j < (int)s->nu && j < i + 4 && !unit_ends(s,
	    (size_t)j); j++)
		if (s->u[j].name != 0 && s->name[s->u[j].name - 1].type ==
		    NAME_MEETING)
			break;
	if (j >= (int)s->nu || j >= i + 4 || s->u[j].name == 0)
		return;
	h.at = j;
	h.type = s->name[s->u[j].name - 1].meaning;
	h.object = s->name[s->u[j].name - 1].text;
	emit_event(w, i, i + 1, &h);
}

static int
holds(struct span a, struct span b)
{
	size_t i;

	if (b.n == 0)
		return 0;
	for (i = 0; i + b.n <= a.n; i++)
		if (memcmp(a.p + i, b.p, b.n) == 0)
			return 1;
	return 0;
}

/* 2024东营市…集中签约仪式上: held, though no day is said. */
static void
find_undated(struct walk *w, const struct name *n)
{
	const struct sent *s = w->s;
	struct happening h;
	struct fact *f;
	size_t i;

	for (i = 0; i < w->d->nfact; i++)
		if (w->d->fact[i].kind == FACT_EVENT &&
		    (holds(w->d->fact[i].object, n->text) ||
		    holds(n->text, w->d->fact[i].object)))
			return;
	if (n->to >= s->nu || !(unit_eq(s, n->to, "上") || unit_is(s, n->to,
	    L_HOLD)) || n->text.n < 24)
		return;
	h.at = (int)n->from;
	h.type = n->meaning;
	h.object = n->text;
	f = emit_event(w, (int)n->from, (int)n->from, &h);
	f->time = w->time_from == FROM_SAID ? w->time : span_of("", 0);
	for (i = n->from; i < n->to; i++)
		if (s->u[i].type == U_TIME)
			f->time = doc_keep(w->d, unit_num(s, i)->value);
}

/* Dates that stand together share what follows them. */
void
events_find(struct walk *w)
{
	const struct sent *s = w->s;
	struct happening h;
	int i, j, a, end, first;

	for (i = 0; i < (int)s->nu; i = a) {
		a = i + 1;
		if (is_month(s, i))
			find_month(w, i);
		if (!is_event_date(s, i))
			continue;
		first = i;
		for (j = i + 1; j < (int)s->nu && (is_event_date(s, j) ||
		    s->u[j].type == U_COMMA || s->u[j].type == U_PAUSE); j++)
			if (s->u[j].type == U_TIME)
				a = j + 1;
		for (end = a; end < (int)s->nu && !is_event_date(s, end);
		    end++)
			if (s->u[end].type == U_STOP)
				break;
		find_happening(s, a, end, &h);
		if (h.at == NOWHERE)
			continue;
		for (j = first; j < a; j++)
			if (is_event_date(s, j))
				emit_event(w, j, a, &h);
	}
	for (j = 0; j < (int)s->nname; j++)
		if (s->name[j].type == NAME_MEETING)
			find_undated(w, &s->name[j]);
}
