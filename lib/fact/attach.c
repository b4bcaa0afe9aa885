/* The walk over a sentence: what is in force, and each value in turn. */
#include "fact/attach.h"

#include <string.h>

#include "text/utf8.h"

/* What 分别 or a rule has said in full needs no search. */
static int
value_hinted(struct walk *w, int i)
{
	const struct hint *h = &w->hint[i];
	struct fact *f;

	if (!h->set || h->predicate.n == 0 || h->measure.n == 0)
		return 0;
	f = emit(w, i, h->predicate, "level", "each");
	if (span_eq(f->measure, span_str("level")))
		emit_level(w, f);
	return 1;
}

static int
take_value(struct walk *w, int i)
{
	const struct tok *t = unit_num(w->s, (size_t)i);

	if (value_hinted(w, i))
		return 1;
	if (w->s->u[i].name != 0)
		return capacity_value(w, i);
	switch (t->kind) {
	case NUM_PERCENT:
		return growth_value(w, i) || share_value(w, i);
	case NUM_MULTIPLE:
		return growth_value(w, i) || share_restored(w, i);
	case NUM_ORDINAL:
		return rank_value(w, i);
	case NUM_RATIO:
		return ratio_value(w, i);
	case NUM_MONEY:
		return growth_value(w, i) || level_value(w, i);
	case NUM_DURATION:
		return level_value(w, i) || growth_value(w, i);
	case NUM_NUMBER:
		return growth_value(w, i) || level_value(w, i);
	default:
		break;
	}
	if (growth_value(w, i) || capacity_value(w, i))
		return 1;
	return is_measure(w->s, t->unit) ? level_value(w, i) :
	    count_value(w, i);
}

/* With -a, what found no indicator is a row with an empty predicate. */
static void
left_over(struct walk *w, int i)
{
	if (w->want->all && !w->want->explain)
		emit(w, i, span_of("", 0), "level", "none");
}

/* With -e, why a value gave no fact. */
static void
note(struct walk *w, int i, const char *why)
{
	struct fact *f;

	if (!w->want->explain)
		return;
	f = emit(w, i, span_of("", 0), "", why);
	f->kind = FACT_NOTE;
}

/* What follows may not look past this value, if it is one. */
static void
step_over(struct walk *w, int i)
{
	enum num_kind kind = unit_num(w->s, (size_t)i)->kind;

	if (kind != NUM_ORDINAL && kind != NUM_RANK && kind != NUM_NUMBER &&
	    !is_threshold(w->s, (size_t)i) && !each_apposed(w->s, i))
		w->prev = (size_t)i + 1;
}

static void
value(struct walk *w, int i)
{
	const struct sent *s = w->s;
	const char *why;

	if (s->u[i].used)
		return;
	if (w->hint[i].drop) {
		note(w, i, w->hint[i].rule.n == 0 ? "each-differs" :
		    "dropped");
		return;
	}
	why = w->hint[i].predicate.n == 0 ? value_silent(s, i) : NULL;
	if (why != NULL && (s->u[i].name == 0 || strcmp(why, "class") == 0)) {
		if (s->u[i].name == 0)
			step_over(w, i);
		note(w, i, why);
		return;
	}
	if (take_value(w, i)) {
		if (s->u[i].name == 0)
			w->prev = (size_t)i + 1;
		return;
	}
	if (s->u[i].name == 0) {
		left_over(w, i);
		step_over(w, i);
	}
	note(w, i, s->u[i].name != 0 ? "in-name" : "no-indicator");
}

/* The set that was counted belongs to the subject named with it. */
static void
close_set(struct walk *w)
{
	memset(&w->set, 0, sizeof w->set);
	w->group = ++w->d->group;
}

static void
take_subject(struct walk *w, size_t at, struct span name, int self, int type)
{
	if (span_eq(w->subject.name, name) && w->subject.self == self)
		return;
	w->subject.name = doc_keep(w->d, name);
	w->subject.self = self;
	w->subject.type = type;
	w->subject_from = FROM_SAID;
	w->subject_at = at;
	if (type != NAME_PROJECT)
		w->d->base = w->subject;
	if (!w->set.part)
		close_set(w);
}

/*
 * A place that may be a subject: one with its level (酒泉市), or a bare one of
 * a list; words that are mistaken for places are many.
 */
static int
is_full_place(const struct sent *s, const struct name *n)
{
	if (n->text.n > 6 && (sets_end(&s->words->sets, n->text,
	    SET_DIVISION) > 0 || unit_is(s, n->to - 1, L_ZONE)))
		return 1;
	return unit_is(s, n->from, L_REGION) && n->to == n->from + 1;
}

/* 四川锂源新能源材料有限公司二期项目 names a firm too. */
static void
take_owner(struct walk *w, const struct name *n)
{
	const struct sent *s = w->s;
	size_t i;

	for (i = n->to - 1; i > n->from; i--)
		if (unit_is(s, i, L_FIRM)) {
			w->d->firm = doc_keep(w->d, sent_text(s, n->from,
			    i + 1));
			if (w->d->house.n == 0)
				w->d->house = w->d->firm;
			return;
		}
}

/* 在台江县，…: where the sentence plays is who it speaks of. */
static int
is_scene(const struct sent *s, const struct name *n)
{
	return n->from == 1 && unit_in(s, 0, SET_AT) && n->to < s->nu &&
	    s->u[n->to].type == U_COMMA;
}

static void
take_name(struct walk *w, int i)
{
	const struct name *n = &w->s->name[w->s->u[i].name - 1];
	struct span full;

	if ((int)n->from != i || n->type == NAME_MEETING)
		return;
	if (n->type == NAME_PROJECT && !n->member) {
		w->d->project = doc_keep(w->d, n->text);
		w->d->project_age = 0;
		take_owner(w, n);
	}
	if (n->type == NAME_FIRM && !n->member) {
		w->d->firm = doc_keep(w->d, n->text);
		if (w->d->house.n == 0 && !n->object)
			w->d->house = w->d->firm;
	}
	if (n->type == NAME_PLACE && is_full_place(w->s, n) && (!n->object ||
	    (n->from > 0 && unit_in(w->s, n->from - 1, SET_AT))))
		doc_near(w->d, n->text);
	if (n->type == NAME_PLACE && !n->object && is_full_place(w->s, n) &&
	    !(n->to < w->s->nu && w->s->u[n->to].name != 0))
		w->places++;
	if ((n->object && !is_scene(w->s, n)) || n->member)
		return;
	if (n->type == NAME_PLACE && (n->to < w->s->nu &&
	    w->s->u[n->to].name != 0))
		return;
	if (n->type == NAME_PLACE && !is_full_place(w->s, n)) {
		full = n->from == 0 || unit_ends(w->s, n->from - 1) ?
		    doc_whole(w->d, n->text) : span_of("", 0);
		if (full.n > 0)
			take_subject(w, n->from, full, 0, NAME_PLACE);
		return;
	}
	if (n->type == NAME_PLACE && n->from > w->prev &&
	    unit_ends(w->s, n->from - 1) == 0 && w->subject.type ==
	    NAME_PROJECT)
		return;
	take_subject(w, n->from, n->text, 0, (int)n->type);
}

/* 该项目, 公司, and a bare 项目 at the head of a clause. */
static void
take_pronoun(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct span m = unit_means(s, (size_t)i, L_PRONOUN), t;
	int head;

	head = i == 0 || unit_ends(s, (size_t)i - 1) ||
	    unit_is(s, (size_t)i - 1, L_STATUS) || unit_eq(s, (size_t)i - 1,
	    "该") || unit_eq(s, (size_t)i - 1, "这个");
	t = unit_text(s, (size_t)i);
	if ((t.n <= 6 && !head) || s->u[i].name != 0)
		return;
	if (i + 1 < (int)s->nu && (unit_in(s, (size_t)i + 1, SET_OFFICE) ||
	    s->u[i + 1].type == U_NUM || unit_is(s, (size_t)i + 1, L_RATE)))
		return;
	if (span_eq(m, span_str("project")) && w->d->project.n > 0 &&
	    (t.n > 6 || w->d->project_age < 2))
		take_subject(w, (size_t)i, w->d->project, 0, NAME_PROJECT);
	else if ((span_eq(m, span_str("firm")) || (span_eq(m,
	    span_str("project")) && i > 0 && unit_eq(s, (size_t)i - 1,
	    "该"))) && w->d->firm.n > 0)
		take_subject(w, (size_t)i, w->d->firm, 0, NAME_FIRM);
	else if (span_eq(m, span_str("house")) && w->d->house.n > 0)
		take_subject(w, (size_t)i, w->d->house, 0, NAME_FIRM);
}

static void
open_part(struct walk *w)
{
	w->set.part = 1;
	w->set.scope = w->set.part_name = span_of("", 0);
}

/* What goes on about the project named before: 一期…, 建成后…, 总投资…. */
static int
goes_on(const struct sent *s, size_t i)
{
	struct span t;

	if (i >= s->nu)
		return 0;
	t = unit_text(s, i);
	if (s->u[i].type == U_NUM)
		return unit_num(s, i)->kind == NUM_ORDINAL ||
		    span_eq(unit_num(s, i)->unit, span_str("期"));
	return (s->u[i].lists & (LIST_BIT(L_INDICATOR) | LIST_BIT(L_PRODUCE) |
	    LIST_BIT(L_PRONOUN))) != 0 || (unit_is(s, i, L_STATUS) && t.n >=
	    6) || span_eq(t, span_str("一期")) || span_eq(t,
	    span_str("二期")) || span_eq(t, span_str("其中"));
}

/* 其中产业项目31个，…；民生项目12个: what was counted is counted on. */
static int
is_next_part(const struct walk *w, int i)
{
	const struct sent *s = w->s;
	int j;

	for (j = i; j + 1 < (int)s->nu && j < i + 6 && is_noun(s, (size_t)j) &&
	    !unit_is(s, (size_t)j, L_PHASE); j++)
		if (unit_is(s, (size_t)j, L_HEAD) && s->u[j + 1].type == U_NUM)
			return j > i && w->set.open && span_eq(unit_means(s,
			    (size_t)j, L_HEAD), w->set.head);
	return 0;
}

/* Marks: a parenthesis leaves the set as it was, ； ends a part. */
static void
take_mark(struct walk *w, int i)
{
	switch (w->s->u[i].type) {
	case U_OPEN:
		w->outer = w->set;
		if (w->set.open)
			w->set.part = 2;
		break;
	case U_CLOSE:
		w->set = w->outer;
		break;
	case U_SEMI:
		if (w->set.part == 1 && is_next_part(w, i + 1))
			open_part(w);
		else
			w->set.part = 0;
		time_whole(w);
		if (w->subject.type == NAME_PROJECT && !goes_on(w->s,
		    (size_t)i + 1)) {
			w->subject = w->d->base;
			w->subject_at = (size_t)i;
		}
		break;
	default:
		break;
	}
}

/* 全市: the article's place at that level, whatever it turns out to be. */
static void
take_self(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct span m = unit_means(w->s, (size_t)i, L_SELF), near;
	size_t len;
	int level;

	level = m.n == 0 || m.p[0] == '*' ? LEVEL_OWN :
	    (int)utf8_decode(m.p, m.n, &len);
	if (i > 0 && s->u[i - 1].lists & (LIST_BIT(L_BASE) |
	    LIST_BIT(L_SHARE) | LIST_BIT(L_RANKING) | LIST_BIT(L_GROWTH)))
		return;
	if ((span_eq(m, span_str("国")) || span_eq(m, span_str("球"))) &&
	    i > 0 && s->u[i - 1].type != U_TIME && !unit_ends(s,
	    (size_t)i - 1))
		return;
	if (w->subject.type == NAME_PLACE && w->subject.name.n > 6 &&
	    span_ends(w->subject.name, m))
		return;
	if (unit_flag(s, (size_t)i, L_SELF, 'n') && (near =
	    doc_near_of(w->d, level)).n > 0) {
		take_subject(w, (size_t)i, near, 0, NAME_PLACE);
		return;
	}
	doc_level(w->d, level);
	take_subject(w, (size_t)i, span_of("", 0), level, NAME_PLACE);
}

static void
take_word(struct walk *w, int i)
{
	const struct sent *s = w->s;

	if (unit_is(s, (size_t)i, L_STATUS) && s->u[i].name == 0)
		status_take(w, i);
	if (unit_is(s, (size_t)i, L_SELF) && s->u[i].name == 0)
		take_self(w, i);
	if (unit_is(s, (size_t)i, L_BASE) && time_back(s, i))
		time_year_back(w);
	if (unit_is(s, (size_t)i, L_GROWTH) && s->u[i].name == 0)
		each_implied(w, i);
	if (unit_is(s, (size_t)i, L_PART))
		open_part(w);
	if (unit_is(s, (size_t)i, L_EACH))
		each_pair(w, i);
	if (unit_is(s, (size_t)i, L_PRONOUN))
		take_pronoun(w, i);
}

static void
walk_units(struct walk *w)
{
	struct sent *s = w->s;
	int i;

	for (i = 0; i < (int)s->nu; i++) {
		if (s->u[i].name != 0)
			take_name(w, i);
		switch (s->u[i].type) {
		case U_WORD:
			take_word(w, i);
			break;
		case U_NUM:
			value(w, i);
			break;
		case U_TIME:
			time_take(w, i);
			break;
		case U_TEXT:
			break;
		default:
			take_mark(w, i);
			break;
		}
	}
}

/* A new paragraph keeps the period that is reported on, and no subject. */
static void
walk_paragraph(struct doc *d)
{
	if (d->period.n > 0)
		d->time = d->period;
	d->project_age++;
	memset(&d->subject, 0, sizeof d->subject);
	d->subject.self = LEVEL_OWN;
	d->base = d->subject;
}

/* A sentence that opens with a date or a meeting leaves the project. */
static int
turns_away(const struct sent *s)
{
	return s->u[0].type == U_TIME || (s->u[0].name != 0 &&
	    s->name[s->u[0].name - 1].type == NAME_MEETING);
}

/* A sentence takes from its paragraph the time and who it speaks of. */
static void
walk_start(struct walk *w)
{
	struct doc *d = w->d;
	const struct sent *s = w->s;

	if (s->tok[0].t.line != d->line)
		walk_paragraph(d);
	if (d->subject.type == NAME_PROJECT && turns_away(s))
		d->subject = d->base;
	d->line = s->tok[s->ntok - 1].t.line;
	w->time = d->time;
	w->time_from = d->time.n > 0 ? FROM_BEFORE : FROM_NONE;
	w->subject = w->first = d->subject;
	w->subject_from = d->subject.name.n > 0 ? FROM_BEFORE : FROM_ARTICLE;
	w->group = ++d->group;
	if (s->nu > 0 && unit_is(s, 0, L_PART)) {
		w->set = d->set;
		w->status = d->set.open ? d->set.status : STATUS_ACTUAL;
		w->status_from = FROM_BEFORE;
	}
	w->last = d->last;
	w->has_last = d->has_last;
}

static void
walk_end(struct walk *w)
{
	struct doc *d = w->d;

	d->time = w->time;
	if (w->brief)
		d->time = w->before;
	else if (w->time_from == FROM_SAID && !w->day && (d->period.n < 4 ||
	    w->time.n < 4 || memcmp(w->time.p, d->period.p, 4) >= 0))
		d->period = w->time;
	if (w->places > 1)	/* 甲市…，乙市…: neither goes on */
		w->subject = w->first;
	d->subject = w->subject;
	if (w->subject.type != NAME_PROJECT)
		d->base = w->subject;
	d->set = w->set;
	d->last = w->last;
	d->has_last = w->has_last;
}

void
attach_sentence(struct doc *d, struct sent *s, struct hint *hint,
    const struct want *want, size_t sentno)
{
	struct walk w;

	memset(&w, 0, sizeof w);
	w.d = d;
	w.s = s;
	w.hint = hint;
	w.want = want;
	w.sentno = sentno;
	if (s->ntok == 0 || s->nu == 0)
		return;
	walk_start(&w);
	walk_units(&w);
	walk_end(&w);
	events_find(&w);
	parties_find(&w);
}
