/* Counts: 签约143个重点项目, 项目762个, 已开工539个, 甲市200个. */
#include "fact/attach.h"

#include <string.h>

/* Measure words whose noun is said or known; a bare one counts projects. */
static int
bare_projects(struct span unit)
{
	return span_eq(unit, span_str("个")) || span_eq(unit, span_str("项"));
}

/* Only whole projects join with a canonical phase; 建设 + 储罐 stays text. */
static struct span
predicate_of(struct walk *w, struct span phase, struct span head)
{
	if (phase.n == 0 || span_eq(phase, head))
		return head;
	if (span_eq(phase, span_str("实施")) &&
	    !span_eq(head, span_str("项目")))
		return head;
	return join(w, phase, head);
}

/* The first PHASE behind the noun in the clause: 项目通过网络集中签约. */
static int
phase_right(const struct walk *w, int i, enum status *status)
{
	const struct sent *s = w->s;
	int j;

	for (j = i; j < (int)s->nu && !unit_ends(s, (size_t)j) &&
	    s->u[j].type != U_NUM; j++) {
		if (unit_is(s, (size_t)j, L_STATUS))
			*status = span_eq(unit_means(s, (size_t)j, L_STATUS),
			    span_str("planned")) ? STATUS_PLANNED :
			    STATUS_ACTUAL;
		if (unit_is(s, (size_t)j, L_INDICATOR) ||
		    unit_is(s, (size_t)j, L_RATE))
			return NOWHERE;
		if (unit_is(s, (size_t)j, L_PHASE))
			return j;
	}
	return NOWHERE;
}

static void
open_set(struct walk *w, struct fact *f, struct span phase, struct span head)
{
	w->set.open = 1;
	w->set.phase = phase;
	w->set.head = head;
	w->set.predicate = f->predicate;
	w->set.scope = f->scope;
	w->set.status = w->status;
	w->set.group = f->group;
	w->set.part_name = f->scope.n > 0 || (phase.n == 0 && !w->set.part) ?
	    span_of("", 0) : f->predicate;
}

static struct fact *
finish(struct walk *w, int i, struct span phase, struct span head,
    struct span scope, const char *rule)
{
	struct fact *f;

	f = emit(w, i, predicate_of(w, phase, head), "level", rule);
	if (f->scope.n == 0)
		f->scope = scope;
	open_set(w, f, phase, head);
	emit_level(w, f);
	return f;
}

static struct span
canon(const struct walk *w, int i, enum list l)
{
	return i == NOWHERE ? span_of("", 0) : unit_means(w->s, (size_t)i, l);
}

/* Projects and firms make sets with phases; other nouns keep their words. */
static int
is_set(const struct walk *w, int head)
{
	struct span h;

	if (head == NOWHERE)
		return 0;
	h = unit_means(w->s, (size_t)head, L_HEAD);
	return span_eq(h, span_str("项目")) || span_eq(h, span_str("企业")) ||
	    span_eq(h, span_str("规上工业企业")) ||
	    span_eq(h, span_str("规上企业"));
}

/* Behind the value: its noun, with the phase before or behind. */
static int
count_right(struct walk *w, int i, const struct phrase *l,
    const struct phrase *r)
{
	struct span phase, head, scope;
	struct fact *f;
	enum status before;
	int j;

	before = w->status;
	if (l->phase != NOWHERE && l->phase == l->hi - 1)
		j = l->phase;
	else if (r->phase != NOWHERE)
		j = r->phase;
	else
		j = phase_right(w, r->hi, &w->status);
	phase = canon(w, j, L_PHASE);
	if (is_set(w, r->head))
		head = canon(w, r->head, L_HEAD);
	else
		head = doc_keep(w->d, phrase_text(w, r));
	if (phase.n == 0 && w->set.part && w->set.open &&
	    span_eq(head, w->set.head))
		phase = w->set.phase;
	scope = is_set(w, r->head) ? scope_of(w, r) : span_of("", 0);
	if (!is_set(w, r->head) && j != NOWHERE && j == l->phase)
		phase = span_of("", 0);
	f = finish(w, i, phase, head, scope, "right");
	if (w->status != before)
		f->from_status = FROM_SAID;
	w->status = before;
	return 1;
}

/* 力争达到9.4万人，新增10万人: the same as before in the sentence. */
static int
count_phase(struct walk *w, int i)
{
	if (!w->has_last || w->last.sent != w->sentno ||
	    !span_eq(w->last.unit, unit_num(w->s, (size_t)i)->unit))
		return 0;
	emit(w, i, w->last.predicate, "level", "elided");
	return 1;
}

/* 这样的车间，全县已建成86个: what is counted leads the sentence. */
static int
count_fronted(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct phrase p;
	int j;

	for (j = i; j > 0 && !unit_ends(s, (size_t)j - 1); j--)
		;
	if (j < 2 || s->u[j - 1].type != U_COMMA || j > 16 || w->prev > 0 ||
	    s->u[j - 2].tag != 'n' || s->u[j - 2].name != 0 || unit_is(s,
	    (size_t)j - 2, L_HEAD) || !unit_ends(s, (size_t)j - 1))
		return 0;
	phrase_left(w, j - 1, &p);
	if (p.hi <= p.lo || !p.of)
		return 0;
	emit_level(w, emit(w, i, phrase_text(w, &p), "level", "fronted"));
	return 1;
}

/* A phase alone, or a threshold alone: the noun of the set just counted. */
static int
count_elided(struct walk *w, int i, const struct phrase *l)
{
	const struct tok *t = unit_num(w->s, (size_t)i);
	struct span phase, head, scope;

	phase = canon(w, l->phase, L_PHASE);
	if (phase.n == 0 && l->bound == NOWHERE)
		return 0;
	head = w->set.open ? w->set.head : span_of("", 0);
	if (head.n == 0 && count_fronted(w, i))
		return 1;
	if (head.n == 0 && bare_projects(t->unit))
		head = span_str("项目");
	if (head.n == 0)
		return count_phase(w, i);
	if (phase.n == 0)
		phase = w->set.phase;
	scope = l->bound != NOWHERE ? scope_of(w, l) : w->set.scope;
	finish(w, i, phase, head, scope, "elided");
	return 1;
}

/* 研发机构97家，其中国家级6家: a class of what was just counted. */
static int
count_grade(struct walk *w, int i, const struct phrase *l)
{
	struct fact *f;
	struct span t;

	t = phrase_text(w, l);
	if (!w->set.part || !w->has_last || w->last.sent != w->sentno ||
	    !span_eq(w->last.unit, unit_num(w->s, (size_t)i)->unit) ||
	    sets_end(&w->s->words->sets, t, SET_CLASS) == 0)
		return 0;
	f = emit(w, i, w->last.predicate, "level", "grade");
	f->scope = doc_keep(w->d, t);
	return 1;
}

/* 获得3.5个: 个 and 项 count what the verb does not name. */
static int
needs_noun(const struct walk *w, int i, const struct phrase *l)
{
	const struct unit *u = &w->s->u[l->lo];

	return l->hi == l->lo + 1 && u->type == U_TEXT && u->tag == 'v' &&
	    u->tag2 == 0 && bare_projects(unit_num(w->s, (size_t)i)->unit);
}

/* Before the value: its noun, with or without a phase. */
static int
count_left(struct walk *w, int i, const struct phrase *l)
{
	struct span phase, head, scope;
	struct fact *f;
	int j;

	if (l->ind != NOWHERE && l->ind == l->hi - 1 &&
	    unit_measures(w->s, (size_t)l->ind, 'q'))
		return level_value(w, i);
	phase = canon(w, l->phase, L_PHASE);
	if (phase.n == 0 && l->of && l->lo >= 2 && unit_is(w->s,
	    (size_t)l->lo - 2, L_PHASE))
		phase = canon(w, l->lo - 2, L_PHASE);
	if (is_set(w, l->head) && l->head >= l->hi - 2 &&
	    (l->head == l->hi - 1 || sets_hold(&w->s->words->sets,
	    unit_num(w->s, (size_t)i)->unit, SET_THING))) {
		head = canon(w, l->head, L_HEAD);
		scope = scope_of(w, l);
		if (phase.n == 0 && !w->set.part && l->bound == NOWHERE)
			phase = canon(w, find_left(w, l->lo,
			    LIST_BIT(L_PHASE)), L_PHASE);
		if (phase.n == 0 && w->set.open && (w->set.part ||
		    l->bound != NOWHERE) && span_eq(head, w->set.head))
			phase = w->set.phase;
		if (scope.n == 0 && w->set.open && !w->set.part &&
		    span_eq(head, w->set.head))
			scope = w->set.scope;
		finish(w, i, phase, head, scope, "left");
		return 1;
	}
	for (j = l->lo; j < l->hi; j++)
		if (!unit_is(w->s, (size_t)j, L_PHASE) &&
		    !unit_is(w->s, (size_t)j, L_LINK) && j != l->bound)
			break;
	if (j == l->hi)
		return count_elided(w, i, l);
	if (count_grade(w, i, l))
		return 1;
	if (phrase_says_nothing(w, l) || needs_noun(w, i, l))
		return 0;
	f = emit(w, i, phrase_text(w, l), "level", "open");
	emit_level(w, f);
	return 1;
}

/*
 * 惠及1420户、3100余人: the same in another unit; 18项已完成: of the set just
 * counted.
 */
static int
count_more(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct fact *f;
	int same;

	if (!w->has_last || i == 0)
		return 0;
	same = span_eq(w->last.unit, unit_num(s, (size_t)i)->unit);
	if (!same && w->last.sent == w->sentno && w->prev > 0 &&
	    s->u[w->prev - 1].used && ((int)w->prev == i ||
	    ((int)w->prev == i - 1 && (s->u[i - 1].type == U_PAUSE ||
	    unit_in(s, (size_t)i - 1, SET_AND))))) {
		emit(w, i, w->last.predicate, "level", "more");
		return 1;
	}
	if (!same || !unit_ends(s, (size_t)i - 1) || i + 1 >= (int)s->nu ||
	    !(unit_is(s, (size_t)i + 1, L_STATUS) || is_adverb(s,
	    (size_t)i + 1)))
		return 0;
	f = emit(w, i, w->last.predicate, "level", "of-set");
	f->scope = w->last.scope;
	return 1;
}

/* 甲市200个、乙市186个: what was counted just before, of another place. */
static int
count_again(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct fact *f;
	int j;

	j = phrase_skip_left(w, i);
	if (!w->has_last || j == 0 || s->u[j - 1].name == 0 ||
	    !span_eq(w->last.unit, unit_num(s, (size_t)i)->unit))
		return 0;
	f = emit(w, i, w->last.predicate, "level", "elided");
	f->scope = w->last.scope;
	emit_level(w, f);
	return 1;
}

/* 造成17人遇难, 带动420人就业: what becomes of those who are counted. */
static int
count_fate(struct walk *w, int i, const struct phrase *l)
{
	const struct sent *s = w->s;
	int j;

	if (!span_eq(unit_num(s, (size_t)i)->unit, span_str("人")) ||
	    (l->hi > l->lo && s->u[l->hi - 1].tag == 'n'))
		return 0;
	for (j = i + 1; j < (int)s->nu && is_adverb(s, (size_t)j); j++)
		;
	if (j + 1 >= (int)s->nu || s->u[j].type > U_WORD || s->u[j].tag !=
	    'v' || s->u[j].to - s->u[j].at < 6 || s->u[j + 1].type < U_COMMA)
		return 0;
	emit_level(w, emit(w, i, unit_text(s, (size_t)j), "level", "fate"));
	return 1;
}

int
count_value(struct walk *w, int i)
{
	struct phrase l, r;

	phrase_left(w, i, &l);
	phrase_right(w, i, &r);
	if (r.hi > r.lo && !phrase_says_nothing(w, &r))
		return count_right(w, i, &l, &r);
	if (count_fate(w, i, &l))
		return 1;
	if (l.hi > l.lo)
		return count_left(w, i, &l);
	if (value_goes_on(w, i))
		return 1;
	return count_more(w, i) || count_again(w, i);
}
