/* Growth: 同比增长10.4%, 收窄1.1个百分点, 比去年同期增加37个. */
#include "fact/attach.h"

#include <string.h>

/* The nearest unit of some lists between the last value and unit i. */
int
find_left(const struct walk *w, int i, uint64_t lists)
{
	const struct sent *s = w->s;
	int j;

	for (j = i - 1; j >= (int)w->prev; j--) {
		if (unit_ends(s, (size_t)j) && s->u[j].type != U_CLOSE)
			return NOWHERE;
		if (s->u[j].lists & lists && s->u[j].name == 0)
			return j;
	}
	return NOWHERE;
}

/* 189.33亿元、同比增长: the base may stand behind any mark but 。. */
static int
base_left(const struct walk *w, int g)
{
	return find_left(w, g, LIST_BIT(L_BASE));
}

/* 1.9倍 of growth is 190 %: two places to the left. */
struct span
times_hundred(struct walk *w, struct span v)
{
	struct buf b = { 0 };
	struct span r;
	size_t i, dot, n;

	for (dot = 0; dot < v.n && v.p[dot] != '.'; dot++)
		;
	buf_add(&b, v.p, dot);
	for (i = dot + 1, n = 0; n < 2; i++, n++)
		buf_byte(&b, i < v.n ? v.p[i] : '0');
	if (i < v.n) {
		buf_byte(&b, '.');
		buf_add(&b, v.p + i, v.n - i);
	}
	for (i = 0; i + 1 < b.n && b.p[i] == '0' && b.p[i + 1] != '.'; i++)
		;
	r = doc_keep(w->d, span_of(b.p + i, b.n - i));
	buf_free(&b);
	return r;
}

/* 两年平均增长: the interval reaches back n - 1 years more. */
static struct span
average_time(struct walk *w, int g)
{
	const struct sent *s = w->s;
	const struct tok *t;
	struct buf b = { 0 };
	struct span r;
	unsigned long year;
	size_t i, end;
	int j;

	for (j = g - 1; j >= (int)w->prev && g - j < 6; j--)
		if (s->u[j].type == U_NUM)
			break;
	if (j < (int)w->prev || j < 0 || g - j >= 6 ||
	    unit_num(s, (size_t)j)->kind != NUM_DURATION)
		return span_of("", 0);
	t = unit_num(s, (size_t)j);
	if (t->value.n != 1 || !span_eq(t->unit, span_str("a")) ||
	    w->time.n < 4)
		return span_of("", 0);
	for (i = 0, year = 0; i < 4; i++)
		year = year * 10 + (unsigned long)(w->time.p[i] - '0');
	year -= (unsigned long)(t->value.p[0] - '0') - 1;
	for (end = 0; end < w->time.n && w->time.p[end] != '/'; end++)
		;
	buf_uint(&b, year);
	buf_add(&b, w->time.p + 4, end - 4);
	buf_byte(&b, '/');
	if (end < w->time.n)
		buf_add(&b, w->time.p + end + 1, w->time.n - end - 1);
	else
		buf_span(&b, w->time);
	r = doc_keep(w->d, buf_view(&b));
	buf_free(&b);
	return r;
}

/* What grows: the noun before the growth, else the last level. */
static struct span
grower(struct walk *w, int g, int base, struct span *scope, int *inherited)
{
	struct phrase p;
	int at;

	*inherited = 0;
	at = base != NOWHERE && base < g ? base : g;
	phrase_left(w, at, &p);
	while (p.hi > p.lo && (unit_is(w->s, (size_t)p.hi - 1, L_GROWTH) ||
	    unit_is(w->s, (size_t)p.hi - 1, L_TARGET)))
		p.hi--;
	if (p.lo == p.hi && base != NOWHERE && base + 1 < g) {
		phrase_left(w, g, &p);
		if (p.lo <= base)
			p.lo = p.hi;
		if (p.ind == NOWHERE)
			p.lo = p.hi;
	}
	*scope = span_of("", 0);
	if (p.ind != NOWHERE && p.ind < p.hi) {
		struct span name;

		name = unit_means(w->s, (size_t)p.ind, unit_is(w->s,
		    (size_t)p.ind, L_INDICATOR) ? L_INDICATOR : L_RATE);
		if (unit_flag(w->s, (size_t)p.ind, L_INDICATOR, 'c') &&
		    p.lo < p.ind) {
			struct phrase q = p;

			q.hi = p.ind;
			while (q.lo < q.hi && unit_is(w->s, (size_t)q.lo,
			    L_LINK))
				q.lo++;
			return join(w, phrase_text(w, &q), name);
		}
		if (p.ind == p.hi - 1)
			return name;
		p.lo = p.ind;
		return phrase_text(w, &p);
	}
	if (p.hi > p.lo && p.head != NOWHERE && p.head == p.hi - 1) {
		*scope = scope_of(w, &p);
		if (p.phase != NOWHERE)
			return join(w, unit_means(w->s, (size_t)p.phase,
			    L_PHASE), unit_means(w->s, (size_t)p.head,
			    L_HEAD));
		return unit_means(w->s, (size_t)p.head, L_HEAD);
	}
	if (p.hi > p.lo)
		return phrase_text(w, &p);
	*inherited = 1;
	if (!w->has_last)
		return span_of("", 0);
	*scope = w->last.scope;
	return w->last.predicate;
}

static const char *
measure_of(const struct tok *t, struct span base, int distance)
{
	if (t->kind == NUM_PERCENT && !span_eq(t->unit, span_str("%")))
		return "change";
	if (t->kind != NUM_PERCENT && t->kind != NUM_MULTIPLE)
		return "change";
	if (span_eq(base, span_str("qoq")))
		return "qoq";
	if (span_eq(base, span_str("change")) || (distance && base.n == 0))
		return "change";
	return "yoy";
}

/* 增速最高，达24.1%: the growth is the noun of the clause before. */
static int
said_before(const struct sent *s, int comma, int stop)
{
	int j;

	for (j = comma - 1; j >= stop && comma - j < 4; j--) {
		if (unit_ends(s, (size_t)j))
			break;
		if (unit_flag(s, (size_t)j, L_GROWTH, 'n'))
			return j;
	}
	return NOWHERE;
}

/* 高50米: a letter that compares nothing is a size. */
static int
is_size(const struct walk *w, int g, int i)
{
	const struct sent *s = w->s;

	return s->u[g].to - s->u[g].at == 3 && unit_flag(s, (size_t)g,
	    L_GROWTH, 'd') && unit_num(s, (size_t)i)->kind == NUM_QUANTITY &&
	    is_measure(s, unit_num(s, (size_t)i)->unit) &&
	    base_left(w, g) == NOWHERE;
}

/* The growth word that unit i is the value of, or NOWHERE. */
static int
growth_at(const struct walk *w, int i)
{
	const struct sent *s = w->s;
	int j;

	for (j = i; j > (int)w->prev; j--) {
		if (unit_is(s, (size_t)j - 1, L_GROWTH))
			return is_size(w, j - 1, i) || (unit_flag(s,
			    (size_t)j - 1, L_GROWTH, 'b') && base_left(w,
			    j - 1) == NOWHERE) ? NOWHERE : j - 1;
		if (s->u[j - 1].type == U_COMMA && j < i && j > 2)
			return said_before(s, j - 1, (int)w->prev);
		if (!unit_is(s, (size_t)j - 1, L_LINK) &&
		    !unit_is(s, (size_t)j - 1, L_EACH) &&
		    !unit_is(s, (size_t)j - 1, L_STATUS) &&
		    !is_adverb(s, (size_t)j - 1) &&
		    s->u[j - 1].type != U_TIME)
			return NOWHERE;
	}
	return NOWHERE;
}

/* 比全国低9.2个百分点: what stands between the base and the growth. */
static struct span
compared(struct walk *w, int base, int g)
{
	const struct sent *s = w->s;
	struct span t;

	if (base == NOWHERE || base + 1 >= g || unit_is(s, (size_t)g,
	    L_EACH))
		return span_of("", 0);
	if (s->u[base + 1].type == U_TIME)
		return span_of("", 0);
	t = sent_text(s, (size_t)base + 1, (size_t)g);
	return t.n <= 30 ? doc_keep(w->d, t) : span_of("", 0);
}

/* 高于宜昌市平均水平1.4个百分点: the distance word before what is compared. */
static int
distance_at(const struct walk *w, int i)
{
	const struct sent *s = w->s;
	int j;

	for (j = i - 1; j >= (int)w->prev && !unit_ends(s, (size_t)j); j--)
		if (unit_flag(s, (size_t)j, L_GROWTH, 'd') &&
		    s->u[j].name == 0)
			return j + 1 < i ? j : NOWHERE;
	return NOWHERE;
}

/* 扣除房地产开发投资后增长5.8%: where the clause leaves something out. */
static int
except_at(const struct walk *w, int g)
{
	const struct sent *s = w->s;
	int j;

	for (j = g - 1; j >= (int)w->prev && !unit_ends(s, (size_t)j); j--)
		if (unit_in(s, (size_t)j, SET_EXCEPT))
			return j;
	return NOWHERE;
}

int
growth_value(struct walk *w, int i)
{
	const struct tok *t = unit_num(w->s, (size_t)i);
	struct span pred, scope, base, when;
	struct fact *f;
	int g, b, far, inherited, distance, j;

	g = growth_at(w, i);
	far = g == NOWHERE && span_eq(t->unit, span_str("pp")) ?
	    distance_at(w, i) : NOWHERE;
	if (far != NOWHERE)
		g = far;
	if (g == NOWHERE && span_eq(t->unit, span_str("pp")) == 0 &&
	    !(t->kind == NUM_PERCENT && (sets_begin(&w->s->words->sets,
	    t->t.text, SET_DOUBLE) > 0 ||
	    find_left(w, i, LIST_BIT(L_BASE)) != NOWHERE) && find_left(w, i,
	    LIST_BIT(L_SHARE)) == NOWHERE))
		return 0;
	b = base_left(w, g == NOWHERE ? i : g);
	base = b == NOWHERE ? span_of("", 0) : unit_means(w->s, (size_t)b,
	    L_BASE);
	distance = g != NOWHERE && unit_flag(w->s, (size_t)g, L_GROWTH, 'd');
	pred = grower(w, g == NOWHERE ? i : g, b, &scope, &inherited);
	if (pred.n == 0 && w->hint[i].predicate.n == 0)
		return 0;
	if (g != NOWHERE)
		w->negative = span_eq(unit_means(w->s, (size_t)g, L_GROWTH),
		    span_str("-"));
	if (span_eq(base, span_str("change")) && g != NOWHERE) {
		struct span c = compared(w, b, g);

		if (c.n > 0 && w->hint[i].scope.n == 0)
			scope = c;
	}
	if (inherited && g != NOWHERE && (j = except_at(w, g)) != NOWHERE)
		scope = doc_keep(w->d, sent_text(w->s, (size_t)j, (size_t)g));
	if (far != NOWHERE)
		scope = doc_keep(w->d, sent_text(w->s, (size_t)far + 1,
		    (size_t)i));
	f = emit(w, i, pred, measure_of(t, base, distance), inherited ?
	    "growth-last" : "growth");
	w->negative = 0;
	if (inherited && w->has_last && w->hint[i].subject.n == 0 &&
	    (w->subject_at == 0 || w->subject_at < w->last_at)) {
		f->subject = w->last.subject;
		f->self = w->last.self;
		f->from_subject = FROM_BEFORE;
	}
	if (f->scope.n == 0)
		f->scope = scope;
	if (t->kind == NUM_MULTIPLE) {
		f->value = times_hundred(w, f->value);
		f->unit = span_str("%");
	}
	if ((when = average_time(w, g == NOWHERE ? i : g)).n > 0)
		f->time = when;
	if (!inherited)
		emit_level(w, f);
	return 1;
}
