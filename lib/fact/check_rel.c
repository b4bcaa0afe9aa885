/* The relations that figures of one article have to each other. */
#include "fact/check_int.h"

#include <string.h>

enum {
	NEAR = 12,		/* facts before the one in question */
	PARTS = 16,
	IN_BRACKETS = 2		/* fact.part */
};

static int
ends_in(struct span t, const char *z)
{
	return span_ends(t, span_str(z));
}

static int
measure_is(const struct item *i, const char *z)
{
	return span_eq(i->f->measure, span_str(z));
}

/* 签约项目 and 新建项目 both count 项目. */
static int
same_noun(struct span a, struct span b)
{
	return a.n >= 6 && b.n >= 6 && memcmp(a.p + a.n - 6, b.p + b.n - 6,
	    6) == 0;
}

static int
same_slots(const struct item *a, const struct item *b)
{
	return span_eq(a->f->predicate, b->f->predicate) &&
	    span_eq(a->f->object, b->f->object) &&
	    num_same_set(a->f, b->f) && same_subject(a, b);
}

/* 41个(续建16个、新建25个): what a bracket lists behind a value. */
void
check_sum(struct bench *b, size_t i)
{
	const struct item *whole = &b->item[i], *part[PARTS];
	struct fact *arg[PARTS];
	size_t j, n;
	int exact;

	if (!is_level(whole) || whole->f->part == IN_BRACKETS)
		return;
	exact = is_exact(whole);
	for (j = i + 1, n = 0; j < b->n && n < PARTS; j++) {
		if (b->item[j].f->part != IN_BRACKETS ||
		    b->item[j].f->sent != whole->f->sent)
			break;
		if (!is_level(&b->item[j]) || !same_unit(whole, &b->item[j]))
			continue;
		exact = exact && is_exact(&b->item[j]);
		arg[n] = b->item[j].f;
		part[n++] = &b->item[j];
	}
	if (n >= 2 && exact)
		check_note(b, whole->f, num_sum(whole, part, n), "sum", arg,
		    n);
}

static int
is_whole_of(const struct item *w, const struct item *p)
{
	return !w->f->part && is_level(w) && same_unit(w, p) &&
	    same_subject(w, p) && (span_eq(w->f->predicate, p->f->predicate)
	    || (same_noun(w->f->predicate, p->f->predicate) &&
	    ends_in(p->f->predicate, "项目")));
}

/* 762个,其中亿元以上304个: a part is at most its whole. */
void
check_part(struct bench *b, size_t i)
{
	const struct item *p = &b->item[i], *w;
	struct fact *arg[1];
	size_t j;

	if (!p->f->part || !is_level(p))
		return;
	for (j = i; j-- > 0 && i - j <= NEAR; ) {
		w = &b->item[j];
		if (p->f->sent - w->f->sent > 1)
			return;
		if (!is_whole_of(w, p))
			continue;
		arg[0] = w->f;
		if (is_exact(w) && is_exact(p))
			check_note(b, p->f, dec_cmp(&p->v, &w->v) <= 0,
			    "part", arg, 1);
		return;
	}
}

static void
note_two(struct bench *b, const struct item *of, int ok, const char *name,
    const struct item *x, const struct item *y)
{
	struct fact *arg[2];

	arg[0] = x->f;
	arg[1] = y->f;
	check_note(b, of->f, ok, name, arg, 2);
}

/* 完成投资率: 完成投资; 开工率: 开工项目. */
static int
is_top_of(const struct item *top, struct span rate)
{
	if (ends_in(rate, "率"))
		rate.n -= 3;
	else
		return 0;
	return rate.n >= 6 && span_begins(top->f->predicate, rate);
}

/*
 * What is planned, or counts the same noun, stands below the line; 总投资 does
 * not, as the rate may be that of a plan for the year which is not named.
 */
static int
is_base_of(const struct item *base, const struct item *top)
{
	return is_level(base) && same_unit(base, top) &&
	    same_subject(base, top) && base->f->sent == top->f->sent &&
	    !span_eq(base->f->predicate, top->f->predicate) &&
	    (span_eq(base->f->status, span_str("planned")) ||
	    (!span_eq(base->f->unit, span_str("CNY")) &&
	    same_noun(base->f->predicate, top->f->predicate)));
}

/* Whether the rate r may be that of a level: 完成投资, 完成投资率. */
static int
is_rated(const struct item *top, const struct item *r)
{
	return is_level(top) && top->f->sent == r->f->sent &&
	    same_subject(top, r) && is_exact(top) &&
	    is_top_of(top, r->f->predicate);
}

/*
 * 计划投资250亿元,完成投资230亿元,完成投资率92%.  A count that was not planned
 * confirms only: the rate may be of others (在建80个,新开工41个,开工率58.6%).
 */
static void
ratio_of_rate(struct bench *b, size_t i)
{
	const struct item *r = &b->item[i], *top, *base;
	size_t j, k;

	top = NULL;
	for (j = i; top == NULL && j-- > 0 && i - j <= 4; )
		if (is_rated(&b->item[j], r))
			top = &b->item[j];
	if (top == NULL)
		return;
	base = NULL;
	for (k = j; k-- > 0 && j - k <= 4; ) {
		if (!is_base_of(&b->item[k], top) || !is_exact(&b->item[k]))
			continue;
		if (base == NULL)
			base = &b->item[k];
		if (num_ratio(top, &b->item[k], &r->v, r->place)) {
			note_two(b, r, 1, "ratio", top, &b->item[k]);
			return;
		}
	}
	if (base != NULL && span_eq(base->f->status, span_str("planned")))
		note_two(b, r, 0, "ratio", top, base);
}

/* 目标100亿元,完成37.22亿元,完成年度目标的37.22% */
static void
ratio_of_progress(struct bench *b, size_t i)
{
	const struct item *r = &b->item[i], *top, *base;
	size_t j;

	top = base = NULL;
	for (j = i; j-- > 0 && i - j <= 4; ) {
		if (!is_level(&b->item[j]) || !same_slots(&b->item[j], r) ||
		    b->item[j].f->sent != r->f->sent ||
		    !is_exact(&b->item[j]))
			continue;
		if (span_eq(b->item[j].f->status, span_str("planned")))
			base = base == NULL ? &b->item[j] : base;
		else
			top = top == NULL ? &b->item[j] : top;
	}
	if (top != NULL && base != NULL && same_unit(top, base))
		note_two(b, r, num_ratio(top, base, &r->v, r->place),
		    "ratio", top, base);
}

/* 第一产业增加值91亿元,占地区生产总值的9.1%: the scope names the whole. */
static void
ratio_of_share(struct bench *b, size_t i)
{
	const struct item *r = &b->item[i], *t, *top, *base;
	size_t j;

	top = base = NULL;
	for (j = i; j-- > 0 && i - j <= NEAR; ) {
		t = &b->item[j];
		if (!is_level(t) || !same_subject(t, r) || !is_exact(t) ||
		    !span_eq(t->f->time, r->f->time) || t->f->part)
			continue;
		if (base == NULL && r->f->scope.n != 0 &&
		    span_eq(t->f->predicate, r->f->scope))
			base = t;
		else if (top == NULL && t->f->sent == r->f->sent &&
		    span_eq(t->f->predicate, r->f->predicate))
			top = t;
	}
	if (top != NULL && base != NULL && same_unit(top, base))
		note_two(b, r, num_ratio(top, base, &r->v, r->place),
		    "ratio", top, base);
}

void
check_ratio(struct bench *b, size_t i)
{
	const struct item *r = &b->item[i];

	if (!span_eq(r->f->unit, span_str("%")) || !is_exact(r))
		return;
	if (measure_is(r, "rate"))
		ratio_of_rate(b, i);
	else if (measure_is(r, "progress"))
		ratio_of_progress(b, i);
	else if (measure_is(r, "share"))
		ratio_of_share(b, i);
}

static int
is_value_of_projects(const struct item *m)
{
	return is_level(m) && is_exact(m) && span_eq(m->f->unit,
	    span_str("CNY")) && (ends_in(m->f->predicate, "签约额") ||
	    span_eq(m->f->predicate, span_str("总投资")));
}

/* The count that money of the same scope and group belongs to. */
static const struct item *
count_of(const struct bench *b, size_t i)
{
	const struct item *m = &b->item[i], *c;
	size_t j;

	for (j = i; j-- > 0 && i - j <= 3; ) {
		c = &b->item[j];
		if (c->f->group != m->f->group)
			break;
		if (is_level(c) && is_exact(c) && same_subject(c, m) &&
		    ends_in(c->f->predicate, "项目") && c->f->part ==
		    m->f->part)
			return num_same_set(c->f, m->f) ? c : NULL;
	}
	return NULL;
}

/*
 * 千万元以上项目415个,签约额1690.4亿元,其中亿元以上项目186个、签约额1580.25
 * 亿元: those left have a mean between both limits.
 */
static void
mean_of_rest(struct bench *b, size_t i, const struct item *c,
    const struct dec *most)
{
	const struct item *m = &b->item[i], *wm, *wc;
	struct dec least, money, count;
	struct fact *arg[3];
	size_t j;

	memset(&least, 0, sizeof least);
	memset(&money, 0, sizeof money);
	memset(&count, 0, sizeof count);
	for (j = i; j-- > 0 && i - j <= NEAR; ) {
		wm = &b->item[j];
		if (wm->f->part || !is_value_of_projects(wm) ||
		    !span_eq(wm->f->predicate, m->f->predicate) ||
		    wm->f->sent != m->f->sent ||
		    (wc = count_of(b, j)) == NULL ||
		    !span_eq(wc->f->unit, c->f->unit))
			continue;
		dec_sub(&money, &wm->v, &m->v);
		dec_sub(&count, &wc->v, &c->v);
		if (num_threshold(wm->f->scope, &least) && !dec_zero(&count) &&
		    !count.neg && dec_cmp(&least, most) < 0) {
			arg[0] = c->f;
			arg[1] = wc->f;
			arg[2] = wm->f;
			check_note(b, m->f, num_mean(&money, &count, &least)
			    && !num_mean(&money, &count, most), "mean", arg,
			    3);
		}
		break;
	}
	dec_free(&least);
	dec_free(&money);
	dec_free(&count);
}

/* 500万元以上项目41个,总投资71亿元: the mean is over the limit. */
void
check_mean(struct bench *b, size_t i)
{
	const struct item *m = &b->item[i], *c;
	struct dec least;
	struct fact *arg[1];

	if (!is_value_of_projects(m) || (c = count_of(b, i)) == NULL ||
	    dec_zero(&c->v) || c->v.neg)
		return;
	memset(&least, 0, sizeof least);
	if (num_threshold(m->f->scope, &least)) {
		arg[0] = c->f;
		check_note(b, m->f, num_mean(&m->v, &c->v, &least), "mean",
		    arg, 1);
		if (m->f->part)
			mean_of_rest(b, i, c, &least);
	}
	dec_free(&least);
}

/* 2022年100亿元,2023年110亿元,增长10%. */
static void
growth_of_levels(struct bench *b, size_t i, const struct dec *t)
{
	const struct item *g = &b->item[i], *x, *now, *then;
	size_t j;

	now = then = NULL;
	for (j = i; j-- > 0 && i - j <= NEAR; ) {
		x = &b->item[j];
		if (!is_level(x) || !same_slots(x, g) || !is_exact(x))
			continue;
		if (now == NULL && span_eq(x->f->time, g->f->time))
			now = x;
		else if (then == NULL && num_year_before(x->f->time,
		    g->f->time))
			then = x;
	}
	if (now != NULL && then != NULL && same_unit(now, then))
		note_two(b, g, num_ratio(now, then, t, g->place), "growth",
		    then, now);
}

/* 120个,比去年增加20个,增长20%: confirms, but the bases may differ. */
static void
growth_of_change(struct bench *b, size_t i, const struct dec *t)
{
	const struct item *g = &b->item[i], *d, *x;
	struct item base;

	if (i < 2)
		return;
	d = &b->item[i - 1];
	x = &b->item[i - 2];
	if (!measure_is(d, "change") || !is_level(x) || !same_slots(d, g) ||
	    !same_slots(x, g) || !same_unit(d, x) || x->f->sent != g->f->sent)
		return;
	memset(&base, 0, sizeof base);
	dec_sub(&base.v, &x->v, &d->v);
	base.place = x->place;
	if (!base.v.neg && num_ratio(x, &base, t, g->place))
		note_two(b, g, 1, "growth", x, d);
	dec_free(&base.v);
}

void
check_growth(struct bench *b, size_t i)
{
	const struct item *g = &b->item[i];
	struct dec t, hundred;

	if (!measure_is(g, "yoy") || !span_eq(g->f->unit, span_str("%")) ||
	    !is_exact(g))
		return;
	memset(&t, 0, sizeof t);
	memset(&hundred, 0, sizeof hundred);
	dec_uint(&hundred, 100);
	dec_add(&t, &g->v, &hundred);
	growth_of_levels(b, i, &t);
	growth_of_change(b, i, &t);
	dec_free(&t);
	dec_free(&hundred);
}

/*
 * A share of a whole is between 0 and 100; a contribution need not be, nor what
 * is back at so much of an earlier level (恢复到同期的131.7%).
 */
void
check_bounds(struct bench *b, size_t i)
{
	const struct item *s = &b->item[i];
	struct dec hundred;

	if (!measure_is(s, "share") || !span_eq(s->f->unit, span_str("%")) ||
	    s->f->scope.n == 0 || ends_in(s->f->predicate, "贡献率") ||
	    span_eq(s->f->rule, span_str("restored")))
		return;
	memset(&hundred, 0, sizeof hundred);
	dec_uint(&hundred, 100);
	if (s->v.neg || dec_cmp(&s->v, &hundred) > 0)
		check_note(b, s->f, 0, "bounds", NULL, 0);
	dec_free(&hundred);
}

static int
same_place(const struct item *a, const struct item *b)
{
	return a->f->line == b->f->line && a->f->start == b->f->start &&
	    a->f->end == b->f->end;
}

/* 三次产业结构为9.1:41.7:49.2: shares of one expression make 100. */
void
check_structure(struct bench *b, size_t i)
{
	const struct item *part[PARTS];
	struct item whole;
	struct fact *arg[PARTS];
	size_t j, n;

	if (!measure_is(&b->item[i], "share") || (i > 0 &&
	    same_place(&b->item[i - 1], &b->item[i])))
		return;
	for (j = i, n = 0; j < b->n && n < PARTS && same_place(&b->item[i],
	    &b->item[j]); j++) {
		part[n] = &b->item[j];
		arg[n++] = b->item[j].f;
	}
	if (n < 2)
		return;
	memset(&whole, 0, sizeof whole);
	dec_uint(&whole.v, 100);
	whole.place = -1;
	for (j = 0; j < n; j++)
		if (part[j]->place > whole.place || j == 0)
			whole.place = part[j]->place;
	check_note(b, b->item[i].f, num_sum(&whole, part, n), "sum", arg + 1,
	    n - 1);
	dec_free(&whole.v);
}

/*
 * 5月9日-11日、16日-17日,利用5天: the days of the sentence's events.  A span
 * of quite another size is that of something else.
 */
void
check_days(struct bench *b, size_t i)
{
	const struct item *d = &b->item[i];
	struct fact *arg[PARTS], *e;
	struct dec sum, twice;
	size_t j, n;
	long days, one;
	int range;

	if (!span_eq(d->f->unit, span_str("d")) || !is_level(d) ||
	    !is_exact(d) || !dec_whole(&d->v))
		return;
	for (j = (size_t)(d->f - b->fact), n = 0, days = 0, range = 0;
	    j < b->nfact && b->fact[j].sent == d->f->sent; j++) {
		e = &b->fact[j];
		if (e->kind != FACT_EVENT || e->dead || n == PARTS ||
		    (one = num_days(e->time)) == 0)
			continue;
		range |= one > 1;
		days += one;
		arg[n++] = e;
	}
	if (!range)
		return;
	memset(&sum, 0, sizeof sum);
	memset(&twice, 0, sizeof twice);
	dec_uint(&sum, (uint64_t)days);
	dec_add(&twice, &sum, &sum);
	if (dec_cmp(&d->v, &twice) <= 0) {
		dec_add(&twice, &d->v, &d->v);
		if (dec_cmp(&sum, &twice) <= 0)
			check_note(b, d->f, dec_cmp(&sum, &d->v) == 0, "days",
			    arg, n);
	}
	dec_free(&sum);
	dec_free(&twice);
}
