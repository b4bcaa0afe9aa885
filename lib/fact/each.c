/*
 * 分别: n values belong to the n things named just before, in order.  When the
 * numbers differ nothing is paired.
 */
#include "fact/attach.h"

#include <string.h>

struct things {
	int from[EACH_MAX];
	int to[EACH_MAX];
	int n;
};

static int
is_and(const struct sent *s, int i)
{
	return s->u[i].type == U_PAUSE || unit_in(s, (size_t)i, SET_AND);
}

/* The values behind 分别 that 、 and 和 join. */
static int
values_behind(const struct sent *s, int i, int *v)
{
	int n;

	for (i++; i < (int)s->nu && s->u[i].type != U_NUM; i++)
		if (s->u[i].type >= U_TIME && s->u[i].type != U_OTHER)
			return 0;
	if (i >= (int)s->nu)
		return 0;
	for (n = 0; n < EACH_MAX && i < (int)s->nu; i += 2) {
		if (s->u[i].type != U_NUM)
			break;
		v[n++] = i;
		if (i + 1 >= (int)s->nu || !is_and(s, i + 1))
			break;
		if (i + 2 < (int)s->nu && unit_is(s, (size_t)i + 2, L_GROWTH))
			i++;	/* 增长2.4%和下降5.1% */
	}
	return n;
}

/* The list whose last thing ends at unit `end`, back to unit `stop`. */
static void
list_before(const struct sent *s, int stop, int end, struct things *l)
{
	int i, to;

	l->n = 0;
	for (i = to = end; i >= stop; i--) {
		if (i > stop && !is_and(s, i - 1) &&
		    (s->u[i - 1].type < U_NUM || s->u[i - 1].type == U_QUOTE ||
		    s->u[i - 1].type == U_UNQUOTE ||
		    is_threshold(s, (size_t)i - 1)) &&
		    (!unit_is(s, (size_t)i - 1, L_SELF) || unit_is(s,
		    (size_t)stop - (stop > 0), L_BASE)) &&
		    !unit_is(s, (size_t)i - 1, L_STATUS))
			continue;
		if (i == to || l->n == EACH_MAX)
			break;
		memmove(l->from + 1, l->from, (size_t)l->n * sizeof *l->from);
		memmove(l->to + 1, l->to, (size_t)l->n * sizeof *l->to);
		l->from[0] = i;
		l->to[0] = to;
		l->n++;
		if (i == stop || !is_and(s, i - 1))
			break;
		to = i - 1;
		if (to > stop && s->u[to - 1].type == U_NUM &&
		    !is_threshold(s, (size_t)to - 1))
			break;	/* 研究中心8家、工作站2家 */
		i--;
	}
}

static int
clause_start(const struct sent *s, int i)
{
	while (i > 0 && !unit_ends(s, (size_t)i - 1))
		i--;
	return i;
}

/* The name at the head of thing k, or the one that it is, or NULL. */
static const struct name *
thing_is(const struct sent *s, const struct things *l, int k)
{
	uint32_t n;

	if ((n = s->u[l->from[k]].name) == 0)
		n = s->u[l->to[k] - 1].name;
	return n == 0 ? NULL : &s->name[n - 1];
}

/* 诸城市、寿光市、青州市新开工项目数: a name at the head of each. */
static int
names_lead(const struct sent *s, const struct things *l)
{
	const struct name *n;
	int k, names;

	for (k = names = 0, n = NULL; k < l->n; k++)
		if ((n = thing_is(s, l, k)) != NULL && n->type != NAME_MEETING)
			names++;
	return n != NULL && 2 * names >= l->n;
}

static int
whole(const void *arg, size_t n)
{
	return n == *(const size_t *)arg;
}

/*
 * 城镇和农村居民人均可支配收入: the first thing takes the place of as many
 * letters of the last, when that makes an indicator of the lists.
 */
static struct span
swapped(struct walk *w, const struct phrase *p, int ind)
{
	const struct sent *s = w->s;
	struct span a, t, made;
	struct word_hit hit;
	struct sense e;

	a = sent_text(s, (size_t)p->lo, (size_t)p->hi);
	t = unit_text(s, (size_t)ind);
	if (a.n == 0 || a.n >= t.n)
		return span_of("", 0);
	made = join(w, a, span_of(t.p + a.n, t.n - a.n));
	if (!words_find(s->words, made.p, made.n, whole, &made.n, &hit) ||
	    !words_sense(s->words, &hit, L_INDICATOR, &e))
		return span_of("", 0);
	return e.meaning;
}

/* What a thing is called: its indicator, its phase and noun, or its text. */
static struct span
thing_name(struct walk *w, int from, int to, const struct phrase *tail,
    struct span *scope)
{
	struct walk v = *w;
	struct phrase p;
	struct span name;

	v.prev = (size_t)from;
	phrase_left(&v, to, &p);
	*scope = span_of("", 0);
	if (p.hi <= p.lo && to == from + 1 && tail != NULL) {
		p.lo = from;
		p.hi = to;
	}
	if (p.hi <= p.lo)
		return span_of("", 0);
	if (p.ind == p.hi - 1 && unit_is(w->s, (size_t)p.ind, L_INDICATOR)) {
		name = unit_means(w->s, (size_t)p.ind, L_INDICATOR);
		if (p.lo < p.ind && unit_flag(w->s, (size_t)p.ind,
		    L_INDICATOR, 'c')) {
			p.hi = p.ind;
			return join(w, phrase_text(w, &p), name);
		}
		return name;
	}
	if (p.ind == NOWHERE && tail != NULL && tail->ind == tail->hi - 1 &&
	    (name = swapped(w, &p, tail->ind)).n > 0)
		return name;
	if (p.ind == NOWHERE && tail != NULL && tail->ind == tail->hi - 1 &&
	    unit_is(w->s, (size_t)tail->ind, L_INDICATOR) && tail->lo <
	    tail->ind)
		return join(w, phrase_text(w, &p), unit_means(w->s,
		    (size_t)tail->ind, L_INDICATOR));
	if (p.head == NOWHERE && p.phase != NOWHERE && tail != NULL &&
	    tail->head != NOWHERE) {
		*scope = scope_of(w, tail);
		return join(w, unit_means(w->s, (size_t)p.phase, L_PHASE),
		    unit_means(w->s, (size_t)tail->head, L_HEAD));
	}
	if (p.head != NOWHERE && p.phase != NOWHERE && p.head == p.hi - 1) {
		*scope = scope_of(w, &p);
		return join(w, unit_means(w->s, (size_t)p.phase, L_PHASE),
		    unit_means(w->s, (size_t)p.head, L_HEAD));
	}
	return phrase_text(w, &p);
}

static void
hint_growth(struct walk *w, const int *v, int n)
{
	const struct sent *s = w->s;
	const struct tok *t = unit_num(s, (size_t)v[0]);
	struct hint *h;
	int g, b, k;

	g = find_left(w, v[0], LIST_BIT(L_GROWTH));
	if (g == NOWHERE)
		return;
	b = find_left(w, g, LIST_BIT(L_BASE));
	for (k = 0; k < n; k++) {
		h = &w->hint[v[k]];
		if (k > 0 && unit_is(s, (size_t)v[k] - 1, L_GROWTH))
			g = v[k] - 1;
		h->negative = span_eq(unit_means(s, (size_t)g, L_GROWTH),
		    span_str("-"));
		if (span_eq(t->unit, span_str("pp")) ||
		    (t->kind != NUM_PERCENT && t->kind != NUM_MULTIPLE))
			h->measure = span_str("change");
		else if (b != NOWHERE && !span_eq(unit_means(s, (size_t)b,
		    L_BASE), span_str("yoy")))
			h->measure = unit_means(s, (size_t)b, L_BASE);
		else
			h->measure = span_str("yoy");
	}
}

/* 增速较全国、全省分别低2.6、3.1个百分点: the list narrows. */
static int
pair_compared(struct walk *w, int e, const int *v, int n)
{
	const struct sent *s = w->s;
	struct things l;
	int b, k;

	b = find_left(w, e, LIST_BIT(L_BASE) | LIST_BIT(L_GROWTH));
	if (b == NOWHERE || b + 1 >= e)
		return 0;
	list_before(s, b + 1, e, &l);
	if (l.n != n || !w->has_last)
		return 0;
	for (k = 0; k < n; k++) {
		w->hint[v[k]].scope = sent_text(s, (size_t)l.from[k],
		    (size_t)l.to[k]);
		w->hint[v[k]].predicate = w->last.predicate;
		w->hint[v[k]].measure = span_str("change");
		w->hint[v[k]].set = 1;
	}
	return 1;
}

/* 甲、乙、丙三个景区: counts only the things named before it. */
int
each_apposed(const struct sent *s, int i)
{
	const struct tok *t = unit_num(s, (size_t)i);
	struct things l;

	if (t->kind != NUM_QUANTITY || t->value.n != 1 || i == 0)
		return 0;
	list_before(s, clause_start(s, i), i, &l);
	return l.n > 1 && t->value.p[0] - '0' == l.n;
}

/* 甲、乙、丙三个景区接待游客分别为…: what all of them are said to have. */
static int
pair_apposed(struct walk *w, int e, int from, const int *v, int n)
{
	const struct sent *s = w->s;
	struct things l;
	struct span pred, scope;
	int i, k;

	for (i = e - 1; i > from; i--)
		if (s->u[i].type == U_NUM && each_apposed(s, i))
			break;
	if (i <= from)
		return 0;
	list_before(s, from, i, &l);
	pred = thing_name(w, i + 1, e, NULL, &scope);
	if (l.n != n || pred.n == 0)
		return 0;
	for (k = 0; k < n; k++) {
		struct hint *h = &w->hint[v[k]];

		if (names_lead(s, &l))
			h->subject = sent_text(s, (size_t)l.from[k],
			    (size_t)l.to[k]);
		else
			h->scope = sent_text(s, (size_t)l.from[k],
			    (size_t)l.to[k]);
		h->predicate = pred;
		h->set = 1;
	}
	return 1;
}

static int
pair_list(struct walk *w, int e, const struct things *l, const int *v, int n)
{
	const struct sent *s = w->s;
	struct walk q = *w;
	struct phrase tail;
	struct span pred, scope, behind;
	int k, lead, from;

	if (l->n != n || n < 2)
		return 0;
	lead = names_lead(s, l);
	q.prev = lead ? thing_is(s, l, n - 1)->to : (size_t)l->from[n - 1];
	phrase_left(&q, l->to[n - 1], &tail);
	behind = tail.ind == NOWHERE ? thing_name(w, e + 1, v[0], NULL,
	    &scope) : span_of("", 0);
	for (k = 0; k < n; k++) {
		struct hint *h = &w->hint[v[k]];

		if (lead) {
			h->subject = k < n - 1 || tail.hi == tail.lo ||
			    behind.n > 0 ?
			    sent_text(s, (size_t)l->from[k],
			    (size_t)l->to[k]) :
			    thing_is(s, l, k)->text;
			from = (int)q.prev;
			pred = behind;
			if (pred.n == 0)
				pred = thing_name(w, from, l->to[n - 1], NULL,
				    &scope);
			if (pred.n == 0)
				pred = w->last.predicate;
		} else {
			pred = thing_name(w, l->from[k], l->to[k], &tail,
			    &scope);
		}
		if (pred.n == 0)
			return 0;
		h->predicate = pred;
		if (scope.n > 0)
			h->scope = scope;
		h->set = 1;
	}
	return 1;
}

/* 分别完成年度目标的71.5%、78.6%: parts of what was aimed at. */
static int
of_target(const struct sent *s, int e, int v)
{
	int i;

	if (!unit_in(s, (size_t)v - 1, SET_OF))
		return 0;
	for (i = e; i < v; i++)
		if (unit_is(s, (size_t)i, L_TARGET))
			return 1;
	return 0;
}

/* Levels; points are of percentages, whatever they measure. */
static int
is_paired(const struct fact *f, const struct tok *t)
{
	return span_eq(f->measure, span_str("level")) ||
	    (span_eq(t->unit, span_str("pp")) && span_eq(f->unit,
	    span_str("%")) && (span_eq(f->measure, span_str("rate")) ||
	    span_eq(f->measure, span_str("share"))));
}

/* …46个，…95个，总投资分别为170亿元和280亿元: the last n sets. */
static int
pair_facts(struct walk *w, int e, const int *v, int n)
{
	const struct sent *s = w->s;
	struct doc *d = w->d;
	const struct fact *f;
	struct phrase p;
	struct hint *h;
	size_t at[EACH_MAX], i;
	int k, growth, target, again;

	for (i = d->nfact, k = 0; i-- > 0 && k < n; ) {
		f = &d->fact[i];
		if (f->sent != w->sentno || f->kind != FACT_STAT)
			break;
		if (is_paired(f, unit_num(s, (size_t)v[0])))
			at[n - ++k] = i;
	}
	if (k < n)
		return 0;
	growth = find_left(w, v[0], LIST_BIT(L_GROWTH)) != NOWHERE;
	target = of_target(s, e, v[0]);
	again = !target && unit_in(s, (size_t)v[0] - 1, SET_OF) && e + 1 <
	    v[0] && unit_in(s, (size_t)e + 1, SET_RESTORED);
	phrase_left(w, e, &p);
	for (k = 0; k < n; k++) {
		f = &d->fact[at[k]];
		h = &w->hint[v[k]];
		h->subject = f->subject;
		h->set = 1;
		if (target || again)
			h->measure = span_str(again ? "share" : "progress");
		if (growth || target || again) {
			h->predicate = f->predicate;
			h->scope = f->scope;
		} else if (p.ind != NOWHERE && unit_is(s, (size_t)p.ind,
		    L_INDICATOR)) {
			h->predicate = unit_means(s, (size_t)p.ind,
			    L_INDICATOR);
			h->scope = f->predicate;
		} else {
			h->object = f->predicate;
			h->set = 0;
		}
	}
	return 1;
}

/*
 * Says of each value that it was paired; with many things of another number
 * before, none of them is anything's.
 */
static void
mark_pairs(struct walk *w, const int *v, int n, int many)
{
	struct hint *h;
	int k;

	for (k = 0; k < n; k++) {
		h = &w->hint[v[k]];
		if (h->set) {
			h->rule = span_str("each");
			if (h->measure.n == 0)
				h->measure = span_str("level");
		} else if (h->object.n == 0 && many) {
			h->drop = 1;
		}
	}
}

/* 分别达到72350元和39870元，增长4.2%和6.8%: 分别 is not said again. */
void
each_implied(struct walk *w, int growth)
{
	const struct doc *d = w->d;
	int v[EACH_MAX], n, k;

	if (find_left(w, growth, LIST_BIT(L_EACH)) != NOWHERE ||
	    growth + 1 >= (int)w->s->nu || w->s->u[growth + 1].type != U_NUM)
		return;
	n = values_behind(w->s, growth, v);
	if (n < 2 || d->nfact < (size_t)n)
		return;
	for (k = 1; k <= n; k++)
		if (!span_eq(d->fact[d->nfact - (size_t)k].rule,
		    span_str("each")))
			return;
	w->prev = w->prev > (size_t)growth ? (size_t)growth : w->prev;
	hint_growth(w, v, n);
	if (pair_facts(w, growth, v, n))
		mark_pairs(w, v, n, 0);
}

void
each_pair(struct walk *w, int e)
{
	const struct sent *s = w->s;
	struct things l;
	int v[EACH_MAX], n, from, end, k;

	l.n = 0;
	n = values_behind(s, e, v);
	if (n < 2)
		return;
	for (k = 0; k < n; k++)
		if (w->hint[v[k]].set)
			return;
	hint_growth(w, v, n);
	if (pair_compared(w, e, v, n)) {
		;
	} else {
		from = clause_start(s, e);
		if (from < (int)w->prev)
			from = (int)w->prev;
		for (end = e; end > from && (unit_is(s, (size_t)end - 1,
		    L_BASE) || unit_is(s, (size_t)end - 1, L_LINK) ||
		    unit_is(s, (size_t)end - 1, L_GROWTH) ||
		    is_adverb(s, (size_t)end - 1)); end--)
			;
		list_before(s, from, end, &l);
		if (!pair_apposed(w, end, from, v, n) &&
		    !pair_list(w, e, &l, v, n) && !pair_facts(w, e, v, n) &&
		    end == from && from > 0) {
			int a = clause_start(s, from - 1);

			for (l.n = 0, k = from - 1; k > a; k--)
				if (find_left(w, k, LIST_BIT(L_RANKING)) ==
				    NOWHERE)
					break;
			list_before(s, a, k, &l);
			pair_list(w, e, &l, v, n);
		}
	}
	mark_pairs(w, v, n, l.n > 1);
}
