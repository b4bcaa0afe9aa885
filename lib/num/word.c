/* Points that a word names relative to the date in force: 昨日, 下周二. */
#include "num/point.h"

#include <string.h>

/* A day's name behind 周, 星期 or 礼拜; 末 is 8. */
static size_t
day_name(const struct scan *s, size_t i, int *d)
{
	const struct line *l;

	l = &s->l;
	*d = 0;
	if (line_is(l, i, H_DAY) || line_is(l, i, H_TIAN))
		*d = 7;
	else if (line_is(l, i, H_MO))
		*d = 8;
	else if (l->cls[i] == C_DIGIT || l->cls[i] == C_ARAB)
		*d = l->val[i] & 15;
	if (*d < 1 || *d > 8 || (*d > 6 && l->cls[i] != C_OTHER))
		*d = 0;
	if (*d == 6 && line_is(l, i + 1, H_DAY)) {
		*d = 8;		/* 周六日 */
		return i + 2;
	}
	return *d == 0 ? i : i + 1;
}

/* Monday of the week of the reference date, weeks away. */
static struct day
monday(const struct scan *s, int weeks)
{
	struct day a;

	a = when_first(&s->now);
	return cal_add(a, 7L * weeks + 1 - cal_weekday(a));
}

static void
weekday(const struct scan *s, struct point *p, int weeks, int d)
{
	struct day a;

	a = monday(s, weeks);
	if (d == 8) {
		point_range(p, when_day(cal_add(a, 5)), when_day(cal_add(a,
		    6)));
	} else if (d == 0) {
		point_range(p, when_day(a), when_day(cal_add(a, 6)));
	} else {
		p->p.a = when_day(cal_add(a, d - 1));
		p->d = 2;
	}
}

/* 上周, 下下周末, 这周三, 周五 */
static size_t
week(struct scan *s, size_t i, const struct word *w, struct point *p)
{
	struct word dow;
	size_t k, len;
	int d;

	k = i + w->len;
	if (w->type == W_WEEK && point_word(s, k, W_DOW, &dow) != 0)
		k += dow.len;	/* 上周星期三 */
	len = day_name(s, k, &d);
	if (w->type == W_DOW && (d == 0 || (line_han(&s->l, len) &&
	    !line_edge(&s->l, len) && point_word(s, len, W_DAYPART, &dow) ==
	    0)))
		return i;
	if (d == 8 && line_is(&s->l, len, 0x671f))
		return i;
	if (s->now.prec < P_DAY) {
		p->p.a = when_year(0);
		if (d != 0 && d != 8) {
			p->p.a = day_away(s, 0);
			p->d = 2;
			p->dow = w->type == W_DOW ? d : 0;
		}
		return d != 0 ? len : k;
	}
	weekday(s, p, w->a, d);
	if (w->type == W_DOW && d != 8)
		p->dow = d;
	/* A bare day of this week that is over is the next one's. */
	if (w->type == W_DOW && d != 8 && cal_number(when_first(&p->p.a)) <
	    cal_number(when_first(&s->now)))
		weekday(s, p, 1, d);
	return d != 0 ? len : k;
}

size_t
weekday_beside(const struct scan *s, size_t i)
{
	struct word w;
	size_t k, end;
	int d, paren;

	k = i;
	paren = line_is(&s->l, k, '(');
	if (paren || line_is(&s->l, k, ','))
		k++;
	if (point_word(s, k, W_DOW, &w) == 0)
		return i;
	end = day_name(s, k + w.len, &d);
	if (d == 0 || d == 8 || (paren && !line_is(&s->l, end, ')')) ||
	    point_word(s, end, W_TO, &w) != 0)
		return i;
	return paren ? end + 1 : end;
}

size_t
date_beside(struct scan *s, size_t i, struct point *p)
{
	struct point q;
	size_t k, end;
	int paren;

	k = i;
	paren = line_is(&s->l, k, '(');
	if (paren || line_is(&s->l, k, ','))
		k++;
	if (s->l.cls[k] == C_OTHER)
		return i;
	memset(&q, 0, sizeof q);
	end = figures_read(s, k, &q);
	if (end == k)
		end = month_day(s, k, NULL, &q);
	if (end == k || q.p.range || q.p.a.prec != P_DAY || !q.m ||
	    (paren && !line_is(&s->l, end, ')')) ||
	    (q.p.a.y > 0 && cal_weekday(when_first(&q.p.a)) != p->dow))
		return i;
	*p = q;
	return paren ? end + 1 : end;
}

/* 本季度 上季度末 */
static size_t
quarter(struct scan *s, size_t i, const struct word *w, struct point *p)
{
	struct word part;
	size_t k;
	int q, y;

	k = i + w->len;
	if (s->now.prec < P_MONTH) {
		p->p.a = when_year(0);
		return k;
	}
	q = s->now.y * 4 + (s->now.m - 1) / 3 + w->a;
	y = q / 4;
	q = q % 4 * 3 + 1;
	point_range(p, when_month(y, q), when_month(y, q + 2));
	if (point_word(s, k, W_PART, &part) != 0 && part.len == 1) {
		if (part.a == 3)
			p->p.a = p->p.b;
		p->p.range = 0;
		p->m = 2;
		k++;
	}
	return k;
}

static void
half(const struct scan *s, const struct word *w, struct point *p)
{
	struct day a, b;

	if (s->now.prec < P_DAY) {
		p->p.a = when_year(0);
		return;
	}
	if (w->type == W_HALF_WEEK) {
		a = monday(s, 0);
		b = cal_add(a, w->a == 1 ? 2 : 6);
		a = cal_add(a, w->a == 1 ? 0 : 3);
	} else {
		a = b = when_first(&s->now);
		a.d = w->a == 1 ? 1 : 16;
		b.d = w->a == 1 ? 15 : cal_days(b.y, b.m);
	}
	point_range(p, when_day(a), when_day(b));
}

/* ” or 」 */
static int
quote(const struct line *l, size_t i)
{
	return line_is(l, i, 0x201d) || line_is(l, i, 0x300d);
}

/* Where 期末, or the 末 of “十四五”末, ends; or i. */
static size_t
plan_end(const struct line *l, size_t i)
{
	size_t k;

	k = quote(l, i) ? i + 1 : i;
	k += line_is(l, k, 0x671f);
	return line_is(l, k, H_MO) ? k + 1 : i;
}

/* 十四五, 十四五规划 */
static size_t
plan(struct scan *s, size_t i, const struct word *w, struct point *p)
{
	size_t k, end;
	int c;

	end = i + w->len;
	k = plan_end(&s->l, end);
	if (k > end) {
		p->p.a = when_year(w->b);
		p->named = 1;
		return quote(&s->l, end) ? end : k;
	}
	c = s->l.cls[end];
	if (w->len == 3 && (c == C_SMALL || c == C_BIG || c == C_DIGIT ||
	    c == C_ARAB || line_is(&s->l, end, H_GE) ||
	    line_is(&s->l, end, H_YEAR) || line_is(&s->l, end, H_TIAN)))
		return i;
	if (i > 0 && (s->l.cls[i - 1] == C_SMALL || line_is(&s->l, i - 1,
	    H_ORD)))
		return i;
	point_range(p, when_year(w->a), when_year(w->b));
	if (w->a == w->b)
		p->p.range = 0;
	p->named = 1;
	return end;
}

/* Whether a word such as 现在 or 明天 stands in a sense of its own. */
static int
figurative(const struct scan *s, size_t i, size_t end)
{
	const struct line *l;
	struct word w;

	l = &s->l;
	if (!line_edge(l, i) || (!line_edge(l, end) && line_han(l, end) &&
	    l->tok[i] != l->tok[end]))
		return 1;
	/* 今天的项目就是明天的产业: days that are no date. */
	return line_is(l, end - 1, H_TIAN) && (line_is(l, end, H_OF) ||
	    (i > 0 && line_is(l, i - 1, H_OF) &&
	    point_word(s, end, W_DAYPART, &w) == 0));
}

/* 今明两天, 今明两年: days or, past 100, years from A to B. */
static void
some(const struct scan *s, const struct word *w, struct point *p)
{
	int y;

	y = s->now.prec != P_NONE ? s->now.y : 0;
	if (w->b >= 100)
		point_range(p, when_year(y == 0 ? 0 : y + w->a), when_year(
		    y == 0 ? 0 : y + w->b - 100));
	else if (s->now.prec < P_DAY)
		p->p.a = day_away(s, 0);
	else
		point_range(p, day_away(s, w->a), day_away(s, w->b));
	p->d = w->b < 100 ? 2 : 0;
	p->named = 1;
}

/* 今夏, 去冬今春 */
static size_t
year_season(const struct scan *s, size_t i, const struct word *w,
    struct point *p)
{
	int y, m;

	if (!line_edge(&s->l, i))
		return i;
	y = s->now.prec != P_NONE ? s->now.y + w->a : 0;
	m = w->b / 10 + w->b % 10 - 1;
	point_range(p, when_month(y, w->b / 10), when_month(y, m));
	if (y == 0)
		p->p.b = when_month(0, m > 12 ? m - 12 : m);
	p->named = 1;
	return i + w->len;
}

/* 开年, 新年伊始 */
static void
opening(const struct scan *s, struct point *p)
{
	p->p.a = when_year(s->now.prec >= P_YEAR ? s->now.y : 0);
	p->named = 1;
}

size_t
word_read(struct scan *s, size_t i, struct point *p)
{
	static const char *const refs[] = {
		"PAST_REF", "PRESENT_REF", "FUTURE_REF"
	};
	struct word w;

	if (words_longest(&s->k.dates, s->l.cp + i, s->l.n - i, &w) == 0)
		return century_read(s, i, p);
	switch (w.type) {
	case W_WEEK:
	case W_DOW:
		return week(s, i, &w, p);
	case W_DAY:
		if (figurative(s, i, i + w.len))
			return i;
		p->d = 2;
		p->p.a = w.b ? day_from(day_in_force(s), w.a) :
		    day_away(s, w.a);
		return i + w.len;
	case W_QUARTER:
		return quarter(s, i, &w, p);
	case W_HALF_MONTH:
	case W_HALF_WEEK:
		half(s, &w, p);
		return i + w.len;
	case W_REF:
		if (!line_edge(&s->l, i) || (w.b == 1 && !s->timed))
			return i;
		if (w.a == 0 && s->timed) {
			p->p.a = s->now;	/* 现在 is that moment */
			p->d = 2;
			p->t = 1;
		} else {
			p->ref = refs[w.a + 1];
		}
		return i + w.len;
	case W_SOME:
		some(s, &w, p);
		return i + w.len;
	case W_YEAR_SEASON:
		return year_season(s, i, &w, p);
	case W_PLAN:
		return plan(s, i, &w, p);
	case W_OPEN:
		opening(s, p);
		return i + w.len;
	default:
		return century_read(s, i, p);
	}
}
