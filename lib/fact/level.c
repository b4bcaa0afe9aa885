/* Money, measures, durations: the value itself of a named indicator. */
#include "fact/attach.h"


/* Units of measure, as against words that count things. */
int
is_measure(const struct sent *s, struct span unit)
{
	return unit.n > 0 && ((unsigned char)unit.p[0] < 0x80 ||
	    sets_hold(&s->words->sets, unit, SET_MEASURE));
}

/* Whether an indicator can have a value of this kind. */
static int
fits(const struct sent *s, int ind, const struct tok *t)
{
	if (!unit_is(s, (size_t)ind, L_INDICATOR))
		return 0;
	if (t->kind == NUM_MONEY || (t->kind == NUM_NUMBER &&
	    !unit_measures(s, (size_t)ind, 'q')))	/* 投资8亿 */
		return unit_measures(s, (size_t)ind, 'm');
	if (t->kind == NUM_DURATION)
		return unit_measures(s, (size_t)ind, 'd');
	return unit_measures(s, (size_t)ind, 'q');
}

/* 完成5亿元投资, 给予3000元补助: the indicator that ends the clause. */
static int
close_behind(const struct sent *s, int i, const struct tok *t)
{
	int j;

	if (t->kind != NUM_MONEY)
		return NOWHERE;
	for (j = i + 1; j < (int)s->nu && j < i + 4 && is_noun(s, (size_t)j) &&
	    s->u[j].name == 0; j++)
		if (fits(s, j, t) && (j + 1 == (int)s->nu || unit_ends(s,
		    (size_t)j + 1) || s->u[j + 1].type == U_PAUSE))
			return j;
	return NOWHERE;
}

/* 给予300万元和80万元的奖励: the indicator behind 的. */
static int
behind(const struct sent *s, int i, const struct tok *t)
{
	int j;

	for (j = i + 1; j + 1 < (int)s->nu && j < i + 6; j++) {
		if (s->u[j].type == U_NUM || s->u[j].type == U_PAUSE ||
		    unit_in(s, (size_t)j, SET_AND) || unit_in(s, (size_t)j,
		    SET_OR))
			continue;
		if (!unit_in(s, (size_t)j, SET_OF))
			return NOWHERE;
		for (j++; j < (int)s->nu && is_noun(s, (size_t)j) &&
		    s->u[j].name == 0; j++)
			if (fits(s, j, t) && (j + 1 == (int)s->nu ||
			    s->u[j + 1].type >= U_NUM))
				return j;
		return NOWHERE;
	}
	return NOWHERE;
}

/* The name of an indicator with the words before it that belong to it. */
static struct span
indicator_name(struct walk *w, const struct phrase *p)
{
	const struct sent *s = w->s;
	struct phrase q = *p;
	struct span name;
	int lo;

	name = unit_means(s, (size_t)p->ind, L_INDICATOR);
	if (p->ind + 1 < p->hi) {
		q.lo = p->ind;
		return phrase_text(w, &q);
	}
	lo = p->lo;
	while (lo < p->ind && (unit_is(s, (size_t)lo, L_PHASE) ||
	    unit_is(s, (size_t)lo, L_LINK) || s->u[lo].type == U_NUM ||
	    (s->u[lo].type == U_TEXT && s->u[lo].tag == 'v' &&
	    s->u[lo].tag2 == 0)))
		lo++;
	if (lo < p->ind && unit_flag(s, (size_t)p->ind, L_INDICATOR, 'c')) {
		q.lo = lo;
		q.hi = p->ind;
		return join(w, phrase_text(w, &q), name);
	}
	if (span_eq(name, span_str("投资")) && w->subject.type ==
	    NAME_PROJECT)
		return span_str("总投资");
	return name;
}

/* Words before an indicator that do not belong to its name narrow it. */
static struct span
indicator_scope(struct walk *w, const struct phrase *p)
{
	struct phrase q = *p;

	if (p->ind + 1 < p->hi || unit_flag(w->s, (size_t)p->ind,
	    L_INDICATOR, 'c'))
		return span_of("", 0);
	q.hi = p->ind;
	q.head = NOWHERE;
	if (q.hi <= q.lo || (q.hi - q.lo == 1 &&
	    (unit_is(w->s, (size_t)q.lo, L_WORD) ||
	    unit_is(w->s, (size_t)q.lo, L_GENERIC))))
		return span_of("", 0);
	return scope_of(w, &q);
}

/* 最高奖励200万元: no more than that. */
static void
set_most(struct walk *w, struct fact *f, int from, int to)
{
	if (!span_eq(f->op, span_str("=")))
		return;
	for (; from < to; from++)
		if (unit_in(w->s, (size_t)from, SET_MOST)) {
			f->op = span_str("<=");
			return;
		}
}

/* 换胎耗时2.3秒, 手术历时6小时 are of no works. */
static int
is_brief(struct span unit)
{
	return span_eq(unit, span_str("s")) || span_eq(unit, span_str("min")) ||
	    span_eq(unit, span_str("h"));
}

static struct fact *
level_known(struct walk *w, int i, const struct phrase *p, const char *rule)
{
	struct fact *f;
	struct span scope;
	enum status before;
	int planned;

	before = w->status;
	w->annual = unit_flag(w->s, (size_t)p->ind, L_INDICATOR, 'f');
	planned = w->annual || unit_flag(w->s, (size_t)p->ind, L_INDICATOR,
	    'p');
	if (planned)
		w->status = STATUS_PLANNED;
	scope = indicator_scope(w, p);
	f = emit(w, i, indicator_name(w, p), "level", rule);
	set_most(w, f, p->edge, i);
	w->annual = 0;
	if (f->scope.n == 0)
		f->scope = scope;
	frame_scope(w, f);
	if (planned)
		f->from_status = FROM_SAID;
	if (unit_num(w->s, (size_t)i)->kind == NUM_DURATION &&
	    is_brief(f->unit) && w->hint[i].predicate.n == 0)
		f->predicate = doc_keep(w->d, unit_text(w->s,
		    (size_t)p->ind));
	w->status = before;
	emit_level(w, f);
	return f;
}

/* 产值：甲产业（1177亿元）: the indicator that the list is under. */
static struct span
heading(const struct sent *s, int i, const struct tok *t)
{
	while (i-- > 0 && s->u[i].type != U_NUM)
		if (fits(s, i, t))
			return unit_means(s, (size_t)i, L_INDICATOR);
	return span_of("", 0);
}

/* 甲产业（1177.75亿元）: the noun before a bracket narrows the last level. */
static int
level_bracket(struct walk *w, int i, const struct phrase *l)
{
	const struct sent *s = w->s;
	struct phrase p;
	struct span name;
	struct fact *f;
	size_t keep;

	if (l->lo != l->hi || l->lo == 0 || s->u[l->lo - 1].type != U_OPEN ||
	    i + 1 >= (int)s->nu || s->u[i + 1].type != U_CLOSE)
		return 0;
	keep = w->prev;
	phrase_left(w, l->lo - 1, &p);
	w->prev = keep;
	if (p.ind != NOWHERE && p.ind == p.hi - 1 && fits(s, p.ind,
	    unit_num(s, (size_t)i))) {
		level_known(w, i, &p, "bracket");
		return 1;
	}
	if (p.hi <= p.lo)
		return 0;
	if (w->last.sent == w->sentno && span_eq(w->last.unit, unit_num(s,
	    (size_t)i)->unit))
		name = w->last.predicate;
	else
		name = heading(s, p.lo, unit_num(s, (size_t)i));
	if (name.n == 0)
		return 0;
	f = emit(w, i, name, "level", "bracket");
	f->scope = doc_keep(w->d, phrase_text(w, &p));
	emit_level(w, f);
	return 1;
}

/* 通关时间, 优良天数: nouns whose value is a time. */
static int
is_span(const struct sent *s, struct span t)
{
	return sets_end(&s->words->sets, t, SET_LASTING) > 0;
}

/* 一家种了12亩辣椒, 手机采用6.7英寸屏幕: a verb, and its object behind. */
static int
does(const struct sent *s, const struct phrase *l, const struct phrase *r)
{
	const struct unit *u;

	if (l->hi <= l->lo || r->hi <= r->lo)
		return 0;
	u = &s->u[l->hi - 1];
	return u->type == U_TEXT && u->tag == 'v' && u->tag2 == 0 &&
	    !unit_in(s, (size_t)l->hi - 1, SET_RATE) &&
	    (u->to - u->at == 3 || s->u[r->lo].tag == 'n');
}

/* Without an indicator of the lists: the noun that stands there. */
static int
level_open(struct walk *w, int i, const struct phrase *l)
{
	const struct tok *t = unit_num(w->s, (size_t)i);
	struct phrase r;
	struct fact *f;
	int j, noun;

	if ((t->kind == NUM_DURATION || span_eq(t->unit, span_str("a"))) &&
	    !is_span(w->s, phrase_text(w, l)))
		return 0;
	for (j = l->lo, noun = 0; j < l->hi; j++)
		if (!unit_is(w->s, (size_t)j, L_PHASE) &&
		    !unit_is(w->s, (size_t)j, L_LINK) && j != l->bound &&
		    !(w->s->u[j].type == U_TEXT && w->s->u[j].tag == 'v' &&
		    w->s->u[j].tag2 == 0))
			noun = 1;
	phrase_right(w, i, &r);
	if (noun && (phrase_says_nothing(w, l) || (r.hi > r.lo &&
	    phrase_is_short(w, l))))
		noun = 0;	/* 处五万元罚款 */
	if ((!noun || does(w->s, l, &r)) && r.hi > r.lo) {
		if (phrase_says_nothing(w, &r))
			return 0;
		f = emit(w, i, r.head != NOWHERE && r.head == r.hi - 1 &&
		    r.lo == r.head ? unit_means(w->s, (size_t)r.head, L_HEAD) :
		    phrase_text(w, &r), "level", "open");
	} else if (noun) {
		f = emit(w, i, phrase_text(w, l), "level", "open");
		if (l->target != NOWHERE) {
			f->status = span_str("planned");
			f->from_status = FROM_SAID;
		}
	} else {
		return 0;
	}
	frame_scope(w, f);
	emit_level(w, f);
	return 1;
}

/* 每10股派发3.5元，合计派发2.71亿元: a sum of what was said before. */
static int
level_sum(struct walk *w, int i, const struct phrase *l)
{
	const struct sent *s = w->s;
	int j;

	if (!w->has_last || w->last.sent != w->sentno ||
	    !span_eq(w->last.unit, unit_num(s, (size_t)i)->unit))
		return 0;
	for (j = l->edge; j < i; j++)
		if (unit_in(s, (size_t)j, SET_SUM)) {
			emit_level(w, emit(w, i, w->last.predicate, "level",
			    "sum"));
			return 1;
		}
	return 0;
}

/* 甲市3亿元、乙市2亿元: the last level again, of another place. */
static int
level_again(struct walk *w, int i, const struct phrase *l)
{
	const struct sent *s = w->s;
	struct fact *f;
	int j;

	for (j = l->lo; j < l->hi; j++)
		if (!unit_is(s, (size_t)j, L_PHASE))
			return 0;
	if (l->lo == 0 || !w->has_last)
		return 0;
	if (w->last.sent == w->sentno && unit_num(s, (size_t)i)->kind !=
	    NUM_DURATION && unit_num(s, (size_t)i)->op.n == 2 &&
	    unit_num(s, (size_t)i)->op.p[0] == '<') {
		emit(w, i, w->last.predicate, "level", "limit");
		return 1;
	}
	if (l->edge < i && w->last.sent == w->sentno && span_eq(w->last.unit,
	    span_str("%")) && unit_is(s, (size_t)i - 1, L_LINK) &&
	    unit_num(s, (size_t)i)->kind == NUM_MONEY && span_eq(
	    w->last.measure, span_str("yoy"))) {
		emit_level(w, emit(w, i, w->last.predicate, "level",
		    "reached"));
		return 1;
	}
	if (w->status == STATUS_PLANNED && i > 0 && (span_eq(w->last.unit,
	    unit_num(s, (size_t)i)->unit) || span_eq(w->last.measure,
	    span_str("yoy"))) && unit_in(s, (size_t)i - 1, SET_REACHED)) {
		emit(w, i, w->last.predicate, "level", "target");
		return 1;
	}
	if (s->u[l->lo - 1].name == 0 || !span_eq(w->last.unit,
	    unit_num(s, (size_t)i)->unit))
		return 0;
	f = emit(w, i, w->last.predicate, "level", "elided");
	f->scope = w->last.scope;
	emit_level(w, f);
	return 1;
}

/* 总投资20亿元，已完成8亿元: what is done of the money just said. */
static int
level_done(struct walk *w, int i)
{
	const struct sets *sets = &w->s->words->sets;
	const struct tok *t = unit_num(w->s, (size_t)i);
	struct span done, pred;
	size_t n, spent;

	if (i == 0 || !w->has_last || w->last.line != t->t.line ||
	    !span_eq(w->last.unit, t->unit) || find_left(w, i,
	    LIST_BIT(L_INDICATOR)) != NOWHERE)
		return 0;
	done = unit_text(w->s, (size_t)i - 1);
	if ((n = sets_end(sets, done, SET_DONE)) == 0)
		return 0;
	pred = w->last.predicate;
	if ((spent = sets_end(sets, pred, SET_SPENT)) > 0)
		pred = join(w, span_of(done.p + done.n - n, n),
		    span_of(pred.p + pred.n - spent, spent));
	emit_level(w, emit(w, i, pred, "level", "done"));
	return 1;
}

/* 累计投入8.6亿元, 已掘进16.8公里: with no noun at all, the verb says it. */
static int
level_verb(struct walk *w, int i, const struct phrase *l)
{
	const struct sent *s = w->s;
	const struct tok *t = unit_num(s, (size_t)i);
	struct fact *f;
	int j;

	j = l->hi - 1;
	if (t->kind == NUM_DURATION || j < l->lo || j < (int)w->prev ||
	    s->u[j].type != U_TEXT || s->u[j].tag != 'v' || s->u[j].name != 0
	    || s->u[j].to - s->u[j].at < 6)
		return 0;
	f = emit(w, i, unit_text(s, (size_t)j), "level", "verb");
	emit_level(w, f);
	return 1;
}

/* 距固始县城约30公里: how far it is from there. */
static int
level_far(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct fact *f;
	int j;

	if (unit_num(s, (size_t)i)->kind != NUM_QUANTITY ||
	    !span_ends(unit_num(s, (size_t)i)->unit, span_str("m")))
		return 0;
	for (j = i - 1; j >= (int)w->prev && i - j < 8 &&
	    s->u[j].type < U_NUM; j--)
		if (unit_in(s, (size_t)j, SET_FAR) && j + 1 < i) {
			f = emit(w, i, span_str("距离"), "level", "far");
			f->scope = doc_keep(w->d, sent_text(s, (size_t)j + 1,
			    (size_t)i));
			return 1;
		}
	return 0;
}

int
level_value(struct walk *w, int i)
{
	const struct sent *s = w->s;
	const struct tok *t = unit_num(s, (size_t)i);
	struct phrase l, p;
	int j;

	phrase_left(w, i, &l);
	if (l.ind != NOWHERE && fits(s, l.ind, t)) {
		level_known(w, i, &l, "left");
		return 1;
	}
	if ((j = behind(s, i, t)) != NOWHERE ||
	    (j = close_behind(s, i, t)) != NOWHERE) {
		p = l;
		p.ind = p.lo = j;
		p.hi = j + 1;
		level_known(w, i, &p, "right");
		return 1;
	}
	if (l.hi == l.lo && value_goes_on(w, i))
		return 1;
	if (level_far(w, i))
		return 1;
	return level_bracket(w, i, &l) || level_done(w, i) ||
	    level_open(w, i, &l) || level_sum(w, i, &l) ||
	    level_again(w, i, &l) || level_verb(w, i, &l);
}
