/* Festivals and solar terms: 春节, 清明, 母亲节, 开斋节, 复活节. */
#include "num/point.h"

#include "num/farcal.h"

enum {
	OVER = 270,		/* days after which the next one is meant */
	AHEAD = 320,		/* days before which the last one is meant */
	LATE = 60		/* days for which 除夕 is the one just gone */
};

/* How a word must stand to be a festival; B of its row. */
enum {
	ALWAYS,
	BY_EDGES,		/* as a token of its own */
	BY_COMPANY,		/* 十一黄金周 */
	ALONE			/* or alone in the line: 大寒 */
};

/* The day in the lunar year that ends in year y or, late, the one after. */
static int
twelfth_month(const struct scan *s, const struct word *w, int y, int named,
    struct day *a)
{
	int m, d;

	m = w->a / 100;
	d = w->a % 100;
	if (cal_lunar(&s->k.lunar, y - 1, m, d, a) == 0 && a->y == y &&
	    (named || s->now.prec < P_DAY || y != s->now.y ||
	    cal_number(when_first(&s->now)) - cal_number(*a) <= LATE))
		return 0;
	return cal_lunar(&s->k.lunar, y, m, d, a);
}

/* The first day of the festival of year y, and how many days it has. */
static int
first_day(const struct scan *s, const struct word *w, int y, int named,
    struct day *a, int *days)
{
	int m, d;

	m = w->a / 100;
	d = w->a % 100;
	*days = 1;
	a->y = y;
	a->m = m;
	a->d = d;
	switch (w->type) {
	case W_FESTIVAL:
		return 0;
	case W_LUNAR:
		if (m == 0 || m == 12)
			return twelfth_month(s, w, y, named, a);
		return cal_lunar(&s->k.lunar, y, m, d, a);
	case W_TERM:
		return cal_term(&s->k.lunar, y, w->a, a);
	case W_NTH:
		*a = cal_nth(y, m, d / 10, d % 10);
		return 0;
	case W_EASTER:
		*a = cal_add(farcal_easter(y), w->a);
		return 0;
	case W_HEBREW:
		*a = farcal_hebrew(y, m, d);
		break;
	default:
		*a = farcal_islamic(y, m, d);
		break;
	}
	/* Some begin in the evening before: B is 1 and 10 * days. */
	*days = w->b / 10 + w->b % 10;
	*a = cal_add(*a, -(w->b % 10));
	return 0;
}

/* Whether what follows shows a date: 假期, 期间, 前夕. */
static int
followed(const struct scan *s, size_t i)
{
	struct word w;

	return point_word(s, i, W_FOLLOW, &w) != 0 ||
	    (point_word(s, i, W_AFTER, &w) != 0 && w.len > 1);
}

/* 王立冬: a surname stands before it. */
static int
surname(const struct line *l, size_t i)
{
	const struct token *t;

	if (i == 0 || (l->at[i] & AT_GAP) || !line_edge(l, i))
		return 0;
	t = &l->token[l->tok[i - 1]];
	return t->tag.n >= 2 && t->tag.p[0] == 'n' && t->tag.p[1] == 'r' &&
	    t->text.n <= 3;
}

static int
stands(const struct scan *s, size_t i, const struct word *w)
{
	const struct line *l;
	size_t end;

	l = &s->l;
	end = i + w->len;
	if (followed(s, end) || (i > 0 && line_is(l, i - 1, 0x5386)))
		return 1;	/* 农历元宵 */
	switch (w->b) {
	case BY_EDGES:
		return line_edge(l, i) && !surname(l, i) &&
		    (line_edge(l, end) || !line_han(l, end));
	case BY_COMPANY:
		return 0;
	case ALONE:
		return i == 0 && end == l->n;
	default:
		return 1;
	}
}

/* Without a year named, the one that is nearest in time. */
static int
nearest(const struct scan *s, const struct word *w, int y, struct day *a,
    int *days)
{
	long ahead;

	if (s->now.prec < P_DAY || y != s->now.y)
		return 0;
	ahead = cal_number(*a) - cal_number(when_first(&s->now));
	if (ahead < -OVER)
		return first_day(s, w, y + 1, 0, a, days);
	return ahead > AHEAD ? first_day(s, w, y - 1, 0, a, days) : 0;
}

size_t
feast_read(const struct scan *s, size_t i, struct point *p)
{
	struct word w;
	struct day a;
	int y, days;

	if (words_longest(&s->k.dates, s->l.cp + i, s->l.n - i, &w) == 0)
		return i;
	y = p->p.a.y;
	switch (w.type) {
	case W_FESTIVAL:
	case W_LUNAR:
	case W_TERM:
	case W_NTH:
		if (!p->y && !stands(s, i, &w))
			return i;
		break;
	case W_EASTER:
	case W_HEBREW:
	case W_ISLAMIC:
		break;
	default:
		return i;
	}
	p->named = 1;
	if (y <= 0 && w.type != W_FESTIVAL) {
		p->d = 1;
		return i + w.len;	/* which day, nothing tells */
	}
	if (first_day(s, &w, y, p->y, &a, &days) != 0)
		return p->y ? i + w.len : i;	/* before the tables begin */
	if (!p->y && y > 0 && nearest(s, &w, y, &a, &days) != 0)
		return i;
	p->p.a = when_day(a);
	p->d = 1;
	if (days > 1)
		point_range(p, p->p.a, when_day(cal_add(a, days - 1)));
	return i + w.len;
}
