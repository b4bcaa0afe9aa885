/* What stands behind a date: 以来, 至今, 起, 之后, 前. */
#include "num/after.h"

/* Whether a range, 年初 or 一季度, began before the reference date. */
static int
began(const struct scan *s, const struct point *p)
{
	return !p->p.open && p->p.a.y != 0 && s->now.prec >= P_DAY &&
	    cal_number(when_first(&p->p.a)) <= cal_number(when_first(&s->now));
}

/* What began at 12月 or 28号 is over a year or a month ago if not yet there. */
static void
gone(const struct scan *s, struct point *p)
{
	struct when *w;

	w = &p->p.a;
	if (p->p.range || p->named || s->now.prec < P_DAY || w->y == 0 ||
	    w->prec > P_DAY || began(s, p))
		return;
	if (p->dow)
		*w = day_from(*w, -7);
	else if (!p->calc)
		return;
	else if (p->m)
		w->y = leap_year(w->y - 1, w->m, w->prec == P_DAY ? w->d : 1);
	else if (p->d && cal_valid(w->y, w->m > 1 ? w->m - 1 : 12, w->d))
		*w = when_day(cal_add_months(when_first(w), -1));
}

/* Where the reference date ends a range: 至今, 以来. */
static void
until_now(const struct scan *s, struct point *p)
{
	p->p.range = 1;
	if (s->now.prec < P_DAY) {
		p->p.open = 1;
		return;
	}
	p->p.b = s->now;
	p->p.b.prec = P_DAY;
}

static void
first_day(struct point *p)
{
	if (p->p.a.y == 0 || p->p.a.prec >= P_DAY || p->p.a.prec == P_NONE)
		return;
	p->p.a = when_day(when_first(&p->p.a));
}

/* The day, month or year after a point: the start of 2018年之后. */
static void
next(struct point *p)
{
	struct when w;

	w = point_last(p);
	if (w.y == 0)
		return;
	if (w.prec == P_YEAR)
		w = when_year(w.y + 1);
	else if (w.prec == P_MONTH)
		w = when_month(w.y, w.m + 1);
	else if (w.prec == P_DAY)
		w = when_day(cal_add(when_first(&w), 1));
	else if (w.prec == P_HOUR && p->part)
		w = when_shift(&w, 3600);
	p->p.a = w;
}

/* Whether the end of a point lies behind the reference date. */
static int
future(const struct scan *s, const struct point *p)
{
	struct when w;

	w = point_last(p);
	return s->now.prec >= P_DAY && w.y != 0 && w.prec != P_NONE &&
	    cal_number(when_last(&w)) > cal_number(when_first(&s->now));
}

/* 起, 开始: not before a number that it counts from, nor 3起. */
static int
starts(const struct scan *s, size_t i, const struct word *w,
    const struct point *p)
{
	struct word to;

	if (p->p.range || (!p->y && !p->m && !p->d))
		return 0;
	if (point_word(s, i + 1, W_TO, &to) != 0)
		return 0;
	return w->len > 1 || !line_han(&s->l, i + 1) ||
	    line_edge(&s->l, i + 1);
}

/* 之前, 前: from now till then, or before what is past.  Where it ends, or i. */
static size_t
before(const struct scan *s, size_t i, size_t start, const struct word *w,
    struct point *p, int *op)
{
	struct when b;

	if (w->len == 1 && (s->l.cls[i + 1] == C_DIGIT ||
	    s->l.cls[i + 1] == C_ARAB || s->l.cls[i + 1] == C_SMALL))
		return i;		/* 今年前三名 */
	if (!p->p.range && !future(s, p) && (w->len > 1 || p->t) &&
	    (p->p.a.y != 0 || p->t)) {
		*op = OP_LT;	/* 2015年1月8日之前, already past */
		return i + w->len;
	}
	if (p->p.open || !future(s, p) || (w->len == 1 &&
	    p->p.a.prec == P_DAY && p->d && !p->m) ||
	    (start < i && line_is(&s->l, i - 1, 0x5e95)) ||
	    line_is(&s->l, i - 1, H_MO))
		return i;
	b = point_last(p);
	if (p->late)
		b = when_shift(&b, b.prec == P_HOUR ? -3600 : -60);
	p->p.a = s->now;
	p->p.b = b;
	p->p.range = 1;
	*op = OP_LE;
	return i + w->len;
}

/* 左右, 前后, and 许 of a time. */
static int
about(const struct scan *s, size_t i, const struct point *p)
{
	return !p->p.range && (p->t || !line_is(&s->l, i, 0x8bb8));
}

/* What a word that stands behind a date does to it; 0 where it does not. */
static int
change(const struct scan *s, size_t i, const struct word *w, struct point *p,
    int *op)
{
	switch (w->a) {
	case 1:
	case 2:
		gone(s, p);
		if ((p->p.range || (p->p.a.y != 0 && s->now.prec >= P_DAY)) &&
		    !began(s, p))
			return 0;
		if (w->a == 1)
			first_day(p);
		until_now(s, p);
		return 1;
	case 3:
		if (!starts(s, i, w, p))
			return 0;
		p->p.range = p->p.open = 1;
		*op = OP_GE;
		return 1;
	case 4:
	case 7:
		if (p->p.range && p->p.open)
			return 0;
		if (w->a == 4)
			next(p);
		p->p.range = p->p.open = 1;
		*op = w->a == 4 ? OP_GT : OP_GE;
		return 1;
	case 8:
		*op = OP_LE;
		return 1;
	case 12:
		return p->p.a.prec == P_YEAR && p->y && !p->p.range;
	case 11:
		if (!about(s, i, p))
			return 0;
		*op = OP_ABOUT;
		return 1;
	default:
		return 0;
	}
}

size_t
after_read(struct scan *s, size_t i, size_t start, struct point *p, int *op)
{
	struct word w;

	if (p->p.a.prec == P_NONE)
		return i;
	if (p->t && !p->p.range && s->l.cls[i] == C_MORE &&
	    line_is(&s->l, i - 1, H_DIAN)) {
		*op = OP_GT;	/* 下午5点多钟 */
		return line_is(&s->l, i + 1, H_ZHONG) ? i + 2 : i + 1;
	}
	if (aft_word(s, i, &w) == 0)
		return i;
	if (line_han(&s->l, i + w.len) && w.len == 1 &&
	    !line_edge(&s->l, i + 1) && w.a != 5 && w.a != 6)
		return i;
	if (w.a == 6)
		return before(s, i, start, &w, p, op);
	return change(s, i, &w, p, op) ? i + w.len : i;
}
