/* Parties: firms that sign, invest, attend or are visited. */
#include "fact/attach.h"

#include <string.h>

/* A ROLE that is no indicator with a value: 投资12亿元 says nothing of it. */
static int
is_role(const struct sent *s, int i)
{
	if (!unit_is(s, (size_t)i, L_ROLE) || s->u[i].name != 0 ||
	    unit_flag(s, (size_t)i, L_ROLE, 'd'))
		return 0;
	return i + 1 >= (int)s->nu || s->u[i + 1].type != U_NUM ||
	    !unit_is(s, (size_t)i, L_INDICATOR);
}

/* Behind the name in its clause, else before it. */
static int
role_of(const struct sent *s, int from, int to)
{
	int i;

	if (to < (int)s->nu && unit_is(s, (size_t)to, L_ROLE))
		return to;
	for (i = to; i < (int)s->nu && !unit_ends(s, (size_t)i); i++) {
		if (is_role(s, i))
			return i;
		if (unit_in(s, (size_t)i, SET_OF))
			break;
	}
	for (i = from - 1; i >= 0 && !unit_ends(s, (size_t)i); i--)
		if (is_role(s, i))
			return i;
	return NOWHERE;
}

static void
emit_party(struct walk *w, int from, int to, int role)
{
	const struct sent *s = w->s;
	const struct tok *t = &s->tok[s->u[from].tok];
	struct fact *f;

	f = doc_fact(w->d, FACT_PARTY);
	f->subject = doc_keep(w->d, sent_text(s, (size_t)from, (size_t)to));
	f->from_subject = FROM_SAID;
	f->predicate = unit_means(s, (size_t)role, L_ROLE);
	f->status = span_str("actual");
	f->rule = span_str("party");
	f->group = w->group;
	f->sent = w->sentno;
	f->line = t->t.line;
	f->start = t->t.start;
	f->end = s->tok[s->u[to - 1].tok].t.end;
}

/* 中国中化等重点企业: names without a suffix, in a list before 等…企业. */
static void
listed(struct walk *w, int etc)
{
	const struct sent *s = w->s;
	int i, from, to, role;

	for (i = etc + 1; i < (int)s->nu && i < etc + 5; i++)
		if (unit_is(s, (size_t)i, L_HEAD))
			break;
	if (i >= (int)s->nu || i >= etc + 5 ||
	    !span_eq(unit_means(s, (size_t)i, L_HEAD), span_str("企业")))
		return;
	for (to = from = etc; from > 0; from--) {
		if (s->u[from - 1].type == U_TEXT && s->u[from - 1].tag != 'p'
		    && s->u[from - 1].tag != 'u' && s->u[from - 1].tag != 'v'
		    && (s->u[from - 1].name == 0 ||
		    s->name[s->u[from - 1].name - 1].type == NAME_PLACE))
			continue;
		if (from < to && s->text.n > 0 && s->u[to - 1].to -
		    s->u[from].at <= 36 && s->u[to - 1].to - s->u[from].at >=
		    6 && (role = role_of(s, from, to)) != NOWHERE &&
		    s->u[from - 1].name == 0 &&
		    (s->u[from - 1].type == U_PAUSE || is_role(s, from - 1) ||
		    unit_in(s, (size_t)from - 1, SET_AND) ||
		    unit_is(s, (size_t)from - 1, L_VISIT)))
			emit_party(w, from, to, role);
		if (s->u[from - 1].type != U_PAUSE)
			break;
		to = from - 1;
	}
}

void
parties_find(struct walk *w)
{
	const struct sent *s = w->s;
	const struct name *n;
	size_t i;
	int role;

	for (i = 0; i < s->nname; i++) {
		n = &s->name[i];
		if (n->type != NAME_FIRM)
			continue;
		role = role_of(s, (int)n->from, (int)n->to);
		if (role != NOWHERE)
			emit_party(w, (int)n->from, (int)n->to, role);
	}
	for (i = 1; i < s->nu; i++)
		if (unit_in(s, i, SET_ETC) && s->u[i].name == 0)
			listed(w, (int)i);
}
