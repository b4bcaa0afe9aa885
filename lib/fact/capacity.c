/* Capacities: 年产2000台整机, 华林60万吨锂电池箔项目. */
#include "fact/attach.h"

/* 90万吨不锈钢、冷轧项目: the product up to a mark or the name's end. */
static struct span
product(const struct sent *s, int i, int end)
{
	int j;

	for (j = i + 1; j < end; j++)
		if (s->u[j].type >= U_NUM || unit_eq(s, (size_t)j, "及") ||
		    unit_is(s, (size_t)j, L_PROJECT))
			break;
	return sent_text(s, (size_t)i + 1, (size_t)j);
}

/* A value inside a project's name: what that project makes. */
static int
capacity_name(struct walk *w, int i)
{
	const struct sent *s = w->s;
	const struct name *n = &s->name[s->u[i].name - 1];
	struct fact *f;
	struct hint *h = &w->hint[i];
	struct span year, object;
	int j;

	if (n->type != NAME_PROJECT ||
	    unit_num(s, (size_t)i)->kind != NUM_QUANTITY ||
	    sets_hold(&s->words->sets, unit_num(s, (size_t)i)->unit,
	    SET_RATING))
		return 0;
	j = i;
	if (j + 2 < (int)n->to && unit_eq(s, (size_t)j + 1, "/"))
		j += 2;
	object = product(s, j, (int)n->to);
	year = w->time;
	h->subject = n->text;
	h->object = object;
	h->set = 1;
	f = emit(w, i, span_str("产能"), "level", "name");
	f->from_subject = FROM_SAID;
	w->time = year;
	return 1;
}

/* Whether 年产 stands before the value, in its cell or its list. */
static int
produces(const struct walk *w, int i, int *at)
{
	const struct sent *s = w->s;
	int j;

	for (j = i - 1; j >= 0 && i - j < 24; j--) {
		if (unit_is(s, (size_t)j, L_PRODUCE)) {
			*at = j;
			return 1;
		}
		if (unit_is(s, (size_t)j, L_INDICATOR))
			return 0;
		if (s->u[j].type >= U_COMMA && s->u[j].type != U_PAUSE &&
		    s->u[j].type != U_QUOTE && s->u[j].type != U_UNQUOTE)
			return 0;
	}
	return 0;
}

/* 年产鲟鱼、虹鳟鱼4500吨: nouns and 、 only. */
static int
is_list(const struct sent *s, int a, int b)
{
	for (; a < b; a++)
		if (s->u[a].type != U_PAUSE && !is_noun(s, (size_t)a) &&
		    !unit_in(s, (size_t)a, SET_AND))
			return 0;
	return 1;
}

int
capacity_value(struct walk *w, int i)
{
	const struct sent *s = w->s;
	const struct tok *t = unit_num(s, (size_t)i);
	struct phrase l, r;
	struct span object;
	struct fact *f;
	int at;

	if (s->u[i].name != 0)
		return capacity_name(w, i);
	if (t->kind != NUM_QUANTITY || !produces(w, i, &at))
		return 0;
	phrase_left(w, i, &l);
	phrase_right(w, i, &r);
	if (r.hi > r.lo) {
		object = phrase_text(w, &r);
	} else {
		if (l.lo <= at || is_list(s, at + 1, l.lo))
			l.lo = at + 1;
		object = phrase_text(w, &l);
	}
	w->hint[i].object = object;
	f = emit(w, i, unit_means(s, (size_t)at, L_PRODUCE), "level", "made");
	emit_level(w, f);
	return 1;
}
