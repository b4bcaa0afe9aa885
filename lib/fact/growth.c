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

/* The phrase before a growth, or between what it is compared with and it. */
static void
phrase_before(const struct walk *w, int g, int base, struct phrase *p)
{
	phrase_left(w, base != NOWHERE && base < g ? base : g, p);
	while (p->hi > p->lo && (unit_is(w->s, (size_t)p->hi - 1, L_GROWTH) ||
	    unit_is(w->s, (size_t)p->hi - 1, L_TARGET)))
		p->hi--;
	if (p->lo != p->hi || base == NOWHERE || base + 1 >= g)
		return;
	phrase_left(w, g, p);
	if (p->lo <= base || p->ind == NOWHERE)
		p->lo = p->hi;
}

/* The indicator of a phrase, with what it is one of or what follows it. */
static struct span
indicator_text(struct walk *w, struct phrase *p)
{
	size_t ind = (size_t)p->ind;
	struct phrase q = *p;
	struct span name;

	name = unit_means(w->s, ind, unit_is(w->s, ind, L_INDICATOR) ?
	    L_INDICATOR : L_RATE);
	if (unit_flag(w->s, ind, L_INDICATOR, 'c') && p->lo < p->ind) {
		q.hi = p->ind;
		while (q.lo < q.hi && unit_is(w->s, (size_t)q.lo, L_LINK))
			q.lo++;
		return join(w, phrase_text(w, &q), name);
	}
	if (p->ind == p->hi - 1)
		return name;
	q.lo = p->ind;
	return phrase_text(w, &q);
}

/* What grows: the noun before the growth, else the last level. */
static struct span
grower(struct walk *w, int g, int base, struct span *scope, int *inherited)
{
	struct phrase p;

	*inherited = 0;
	*scope = span_of("", 0);
	phrase_before(w, g, base, &p);
	if (p.ind != NOWHERE && p.ind < p.hi)
		return indicator_text(w, &p);
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

/*
 * Whether a value is a growth where no word of growth leads to it: 个百分点,
 * 翻一番, 同比5.8%.
 */
static int
grows_alone(const struct walk *w, int i)
{
	const struct tok *t = unit_num(w->s, (size_t)i);

	if (span_eq(t->unit, span_str("pp")))
		return 1;
	if (t->kind != NUM_PERCENT)
		return 0;
	if (sets_begin(&w->s->words->sets, t->t.text, SET_DOUBLE) == 0 &&
	    find_left(w, i, LIST_BIT(L_BASE)) == NOWHERE)
		return 0;
	return find_left(w, i, LIST_BIT(L_SHARE)) == NOWHERE;
}

/* What a growth by the word g is narrowed to, beside the noun that grows. */
static struct span
narrowed(struct walk *w, int i, int g, int b, int inherited)
{
	struct span base;
	int j;

	if (g == NOWHERE)
		return span_of("", 0);
	if (inherited && (j = except_at(w, g)) != NOWHERE)
		return doc_keep(w->d, sent_text(w->s, (size_t)j, (size_t)g));
	base = b == NOWHERE ? span_of("", 0) : unit_means(w->s, (size_t)b,
	    L_BASE);
	if (span_eq(base, span_str("change")) && w->hint[i].scope.n == 0)
		return compared(w, b, g);
	return span_of("", 0);
}

/* What a growth without a noun of its own has from the last level. */
static void
inherit(const struct walk *w, int i, struct fact *f)
{
	if (!w->has_last || w->hint[i].subject.n != 0)
		return;
	if (w->subject_at != 0 && w->subject_at >= w->last_at)
		return;
	f->subject = w->last.subject;
	f->self = w->last.self;
	f->from_subject = FROM_BEFORE;
}

int
growth_value(struct walk *w, int i)
{
	const struct tok *t = unit_num(w->s, (size_t)i);
	struct span pred, scope, narrow, base, when;
	struct fact *f;
	int g, at, b, far, inherited, distance;

	g = growth_at(w, i);
	far = g == NOWHERE && span_eq(t->unit, span_str("pp")) ?
	    distance_at(w, i) : NOWHERE;
	if (far != NOWHERE)
		g = far;
	if (g == NOWHERE && !grows_alone(w, i))
		return 0;
	at = g == NOWHERE ? i : g;
	b = base_left(w, at);
	base = b == NOWHERE ? span_of("", 0) : unit_means(w->s, (size_t)b,
	    L_BASE);
	pred = grower(w, at, b, &scope, &inherited);
	if (pred.n == 0 && w->hint[i].predicate.n == 0)
		return 0;
	narrow = far == NOWHERE ? narrowed(w, i, g, b, inherited) :
	    doc_keep(w->d, sent_text(w->s, (size_t)far + 1, (size_t)i));
	distance = g != NOWHERE && unit_flag(w->s, (size_t)g, L_GROWTH, 'd');
	w->negative = g != NOWHERE && span_eq(unit_means(w->s, (size_t)g,
	    L_GROWTH), span_str("-"));
	f = emit(w, i, pred, measure_of(t, base, distance), inherited ?
	    "growth-last" : "growth");
	w->negative = 0;
	if (inherited)
		inherit(w, i, f);
	if (f->scope.n == 0)
		f->scope = narrow.n > 0 ? narrow : scope;
	if (t->kind == NUM_MULTIPLE) {
		f->value = times_hundred(w, f->value);
		f->unit = span_str("%");
	}
	if ((when = average_time(w, at)).n > 0)
		f->time = when;
	if (!inherited)
		emit_level(w, f);
	return 1;
}
