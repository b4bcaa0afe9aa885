/* Shares, rates, progress, ranks and structures. */
#include "fact/attach.h"

#include <string.h>

/* A noun whose value is a percentage by itself: 开工率, 满意度. */
static int
is_rate(const struct sent *s, struct span t)
{
	size_t n = sets_end(&s->words->sets, t, SET_RATE);

	return n > 0 && n < t.n;
}

/* The last level, or the share just said, when it has the unit of a value. */
static int
said_last(const struct walk *w, int i, struct fact *last)
{
	const struct doc *d = w->d;
	struct span unit = unit_num(w->s, (size_t)i)->unit;

	*last = w->last;
	if (w->has_last && span_eq(last->unit, unit))
		return 1;
	if (d->nfact == 0)
		return 0;
	*last = d->fact[d->nfact - 1];
	return last->kind == FACT_STAT && last->sent == w->sentno &&
	    span_eq(last->unit, unit) && span_eq(last->measure,
	    span_str("share"));
}

/*
 * 由48.5%提高到53.9%, 新增装机85万千瓦，累计达到210万千瓦: the second value says
 * what the first said.
 */
int
value_goes_on(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct fact *f, last;
	int comma, j;

	if (w->prev == 0 || (int)w->prev == i || !said_last(w, i, &last))
		return 0;
	comma = s->u[w->prev].type == U_COMMA;
	for (j = (int)w->prev + comma; j < i; j++)
		if (!unit_is(s, (size_t)j, L_LINK) && !is_adverb(s, (size_t)j)
		    && s->u[j].type != U_TIME && !(unit_in(s, (size_t)j, SET_OF)
		    && s->u[j - 1].type == U_TIME))
			return 0;
	if (comma && (j == (int)w->prev + 1 || last.sent != w->sentno))
		return 0;
	f = emit(w, i, last.predicate, "level", "goes-on");
	if (!comma || unit_num(s, (size_t)i)->kind == NUM_PERCENT)
		f->measure = last.measure;
	f->scope = last.scope;
	f->subject = last.subject;
	f->self = last.self;
	return 1;
}

/* 占总投资727亿元的32.5%: the whole has a value of its own. */
static int
share_nested(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct fact *f;
	int j;

	if (i < 3 || !unit_in(s, (size_t)i - 1, SET_OF) ||
	    s->u[i - 2].type != U_NUM || w->last2.predicate.n == 0)
		return 0;
	for (j = i - 3; j >= 0 && !unit_ends(s, (size_t)j); j--)
		if (unit_is(s, (size_t)j, L_SHARE)) {
			f = emit(w, i, w->last2.predicate, "share", "nested");
			f->scope = w->last.predicate;
			return 1;
		}
	return 0;
}

/* 恢复到2019年同期的131.7%, 是老院区的2.4倍: part of what is or was. */
int
share_restored(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct fact *f;
	int j;

	if (!w->has_last || i < 2 || !unit_in(s, (size_t)i - 1, SET_OF))
		return 0;
	for (j = i - 2; j >= (int)w->prev && !unit_ends(s, (size_t)j); j--)
		if (unit_in(s, (size_t)j, SET_RESTORED)) {
			f = emit(w, i, w->last.predicate, "share",
			    "restored");
			f->scope = doc_keep(w->d, sent_text(s, (size_t)j + 1,
			    (size_t)i - 1));
			if (unit_num(s, (size_t)i)->kind == NUM_MULTIPLE) {
				f->value = times_hundred(w, f->value);
				f->unit = span_str("%");
			}
			return 1;
		}
	return 0;
}

/* 工业投资占固定资产投资的比重: whose share, and of what. */
static int
share_said(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct phrase p;
	struct span pred, scope;
	struct fact *f;
	int a, b, j;

	if ((b = find_left(w, i, LIST_BIT(L_SHARE))) == NOWHERE)
		return share_nested(w, i);
	for (a = b; (j = find_left(w, a, LIST_BIT(L_SHARE))) != NOWHERE; )
		a = j;
	phrase_left(w, a, &p);
	pred = span_of("", 0);
	if (p.ind != NOWHERE && p.ind == p.hi - 1 && unit_is(s,
	    (size_t)p.ind, L_INDICATOR))
		pred = unit_means(s, (size_t)p.ind, L_INDICATOR);
	else if (p.hi > p.lo)
		pred = phrase_text(w, &p);
	else if (w->has_last)
		pred = w->last.predicate;
	if (pred.n == 0)
		return 0;
	scope = span_of("", 0);
	if (unit_in(s, (size_t)a, SET_SHARES)) {
		for (j = a + 1; j < i && !unit_is(s, (size_t)j, L_SHARE) &&
		    !unit_in(s, (size_t)j, SET_OF) &&
		    !unit_is(s, (size_t)j, L_LINK); j++)
			;
		scope = doc_keep(w->d, sent_text(s, (size_t)a + 1,
		    (size_t)j));
	} else if (p.hi == p.lo && w->has_last) {
		scope = w->last.scope;
	} else if (p.ind == p.hi - 1 && p.ind > p.lo) {
		p.hi = p.ind;
		scope = doc_keep(w->d, phrase_text(w, &p));
	}
	f = emit(w, i, pred, "share", "share");
	if (f->scope.n == 0)
		f->scope = scope;
	if (p.hi > p.lo)
		emit_level(w, f);
	return 1;
}

/* 已完成设备安装的70%: how much of a work is done. */
static int
part_done(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct span whole;
	int j;

	for (j = i - 2; j >= (int)w->prev && i - j < 8; j--)
		if (unit_in(s, (size_t)j, SET_REACHED) || sets_end(
		    &s->words->sets, unit_text(s, (size_t)j), SET_DONE) > 0)
			break;
		else if (!is_noun(s, (size_t)j) || s->u[j].type == U_NUM)
			return 0;
	if (j < (int)w->prev || i - j >= 8 || j + 1 >= i - 1)
		return 0;
	whole = sent_text(s, (size_t)j + 1, (size_t)i - 1);
	if (w->has_last && w->last.sent == w->sentno && j == i - 3 &&
	    unit_is(s, (size_t)j + 1, L_INDICATOR))
		emit(w, i, w->last.predicate, "progress", "progress")->scope =
		    doc_keep(w->d, whole);
	else
		emit(w, i, whole, "progress", "progress");
	return 1;
}

/* 完成年度目标的95.6%, 完成全年任务110个的51.8%. */
static int
progress_said(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct span pred;
	int j, target, done;

	target = NOWHERE;
	done = 0;
	for (j = i - 1; j >= 0 && i - j < 12; j--) {
		if (unit_ends(s, (size_t)j))
			break;
		if (target == NOWHERE && (unit_is(s, (size_t)j, L_TARGET) ||
		    (j == i - 2 && unit_is(s, (size_t)j, L_STATUS))))
			target = j;
		if (unit_in(s, (size_t)j, SET_REACHED) || unit_in(s, (size_t)j,
		    SET_SHARES) || unit_in(s, (size_t)j, SET_IS))
			done = 1;
	}
	if (i == 0 || !unit_in(s, (size_t)i - 1, SET_OF))
		return 0;
	if (target == NOWHERE)
		return part_done(w, i);
	if (!done)
		return 0;
	if (w->has_last)
		pred = w->last.predicate;
	else
		pred = doc_keep(w->d, unit_text(s, (size_t)target));
	w->status = STATUS_ACTUAL;
	emit(w, i, pred, "progress", "progress");
	return 1;
}

/* 路基工程完成96%: how much of the noun before is done. */
static int
done_said(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct phrase p;
	struct span pred;
	int j;

	for (j = i; j > (int)w->prev && is_adverb(s, (size_t)j - 1); j--)
		;
	if (j <= (int)w->prev || sets_end(&s->words->sets, unit_text(s,
	    (size_t)j - 1), SET_DONE) == 0)
		return 0;
	phrase_left(w, j - 1, &p);
	if (p.hi > p.lo)
		pred = phrase_text(w, &p);
	else if (p.hi > (int)w->prev && s->u[p.hi - 1].name != 0)
		pred = s->name[s->u[p.hi - 1].name - 1].text;
	else
		return 0;
	emit(w, i, pred, "progress", "done");
	return 1;
}

static int
rate_said(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct phrase p;
	struct span pred;
	struct fact *f;
	int lo;

	phrase_left(w, i, &p);
	if (p.hi == p.lo)
		return 0;
	lo = p.lo;
	if (p.ind == p.hi - 1 && unit_is(s, (size_t)p.ind, L_RATE)) {
		pred = unit_means(s, (size_t)p.ind, L_RATE);
		p.hi = p.ind;
	} else {
		pred = phrase_text(w, &p);
		if (!is_rate(w->s, pred))
			return 0;
		p.hi = lo;
	}
	f = emit(w, i, pred, "rate", "rate");
	p.head = NOWHERE;
	if (f->scope.n == 0 && p.hi > p.lo)
		f->scope = scope_of(w, &p);
	frame_scope(w, f);
	emit_level(w, f);
	return 1;
}

/* 按不低于3%的比例给予补助: the indicator behind. */
static int
share_behind(struct walk *w, int i)
{
	const struct sent *s = w->s;
	int j;

	if (i + 2 >= (int)s->nu || !unit_in(s, (size_t)i + 1, SET_OF) ||
	    !span_ends(unit_text(s, (size_t)i + 2), span_str("例")))
		return 0;
	for (j = i + 3; j < (int)s->nu && !unit_ends(s, (size_t)j); j++)
		if (unit_is(s, (size_t)j, L_INDICATOR)) {
			emit_level(w, emit(w, i, unit_means(s, (size_t)j,
			    L_INDICATOR), "rate", "behind"));
			return 1;
		}
	return 0;
}

/* 70%以上的企业: a share of what follows. */
static int
share_of_noun(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct phrase r;

	if (i + 2 >= (int)s->nu)
		return 0;
	phrase_right(w, unit_in(s, (size_t)i + 1, SET_OF) ? i + 1 : i, &r);
	if (r.hi == r.lo || phrase_says_nothing(w, &r))
		return 0;
	emit(w, i, phrase_text(w, &r), "share", "behind");
	return 1;
}

int
share_value(struct walk *w, int i)
{
	struct phrase l;

	phrase_left(w, i, &l);
	return progress_said(w, i) || share_restored(w, i) ||
	    (l.hi == l.lo && value_goes_on(w, i)) ||
	    share_said(w, i) || done_said(w, i) || rate_said(w, i) ||
	    share_behind(w, i) || share_of_noun(w, i);
}

/* 增速居全省第三位: rank 3 of 全省. */
int
rank_value(struct walk *w, int i)
{
	const struct sent *s = w->s;
	const struct tok *t = unit_num(s, (size_t)i);
	struct phrase p;
	struct span pred;
	struct fact *f;
	int r;

	r = find_left(w, i, LIST_BIT(L_RANKING));
	if (r == NOWHERE || t->value.n == 0 || i - r > 6)
		return 0;
	if (sets_begin(&s->words->sets, t->t.text, SET_FRONT) > 0)
		return 0;
	phrase_left(w, r, &p);
	while (p.hi > p.lo && unit_is(s, (size_t)p.hi - 1, L_GROWTH))
		p.hi--;
	if (p.ind != NOWHERE && p.ind == p.hi - 1 &&
	    unit_is(s, (size_t)p.ind, L_INDICATOR))
		pred = unit_means(s, (size_t)p.ind, L_INDICATOR);
	else if (p.hi > p.lo && phrase_says_nothing(w, &p))
		return 0;
	else if (p.hi > p.lo)
		pred = phrase_text(w, &p);
	else if (w->has_last)
		pred = w->last.predicate;
	else
		return 0;
	f = emit(w, i, pred, "rank", "rank");
	f->op = span_str("=");
	f->unit = span_str("位");
	if (f->scope.n == 0)
		f->scope = doc_keep(w->d, sent_text(s, (size_t)r + 1,
		    (size_t)i));
	return 1;
}

static const char *const sectors[] = { "第一产业", "第二产业", "第三产业" };

/* 三次产业结构为9.1：41.7：49.2: one share for each sector. */
int
ratio_value(struct walk *w, int i)
{
	const struct sets *sets = &w->s->words->sets;
	const struct tok *t = unit_num(w->s, (size_t)i);
	struct phrase p;
	struct span pred, part, once;
	struct fact *f;
	size_t at, end, n;

	phrase_left(w, i, &p);
	pred = phrase_text(w, &p);
	if (p.hi == p.lo && w->d->nfact > 0 && span_eq(
	    w->d->fact[w->d->nfact - 1].rule, span_str("ratio")))
		pred = w->d->fact[w->d->nfact - 1].predicate;
	if (sets_end(sets, pred, SET_SHAPE) == 0)
		return 0;
	once = w->once;
	for (at = n = 0; at < t->value.n; at = end + 1, n++) {
		for (end = at; end < t->value.n && t->value.p[end] != ':';
		    end++)
			;
		part = span_of(t->value.p + at, end - at);
		w->once = once;
		f = emit(w, i, pred, "share", "ratio");
		f->value = doc_keep(w->d, part);
		f->unit = span_str("%");
		if (n < 3 && sets_end(sets, pred, SET_SECTORS) > 0)
			f->scope = span_str(sectors[n]);
	}
	return 1;
}
