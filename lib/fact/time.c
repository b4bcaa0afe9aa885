/* Times: which date is in force where a value stands. */
#include "fact/attach.h"

#include <string.h>

/* 由上年同期的48.5%: the date belongs to this value alone. */
int
time_back(const struct sent *s, int i)
{
	return i > 0 && i + 1 < (int)s->nu && unit_in(s, (size_t)i - 1,
	    SET_FROM) && unit_in(s, (size_t)i + 1, SET_OF);
}

/* 春天, 秋冬季: a season without a year says less than the date before. */
static int
is_season(const struct sent *s, int i)
{
	return sets_begin(&s->words->sets, unit_text(s, (size_t)i),
	    SET_SEASON) > 0;
}

/* 比2021年, 较1—7月: a date of comparison is not the time. */
static int
is_base(const struct sent *s, int i)
{
	int j;

	for (j = i - 1; j >= 0 && i - j <= 2; j--)
		if (unit_is(s, (size_t)j, L_BASE))
			return 1;
	if (i + 1 < (int)s->nu && unit_in(s, (size_t)i + 1, SET_SAME))
		return 1;
	return i > 0 && unit_in(s, (size_t)i - 1, SET_AND) && i + 1 <
	    (int)s->nu && unit_in(s, (size_t)i + 1, SET_RELATE);
}

/* 过去一年, 近三年: less exact than the year that was said before. */
static int
is_rolling(const struct sent *s, int i)
{
	struct span t = unit_text(s, (size_t)i);

	return t.n > 6 && sets_begin(&s->words->sets, t, SET_ROLLING) > 0;
}

/* PRESENT_REF and --03-22 resolve nothing. */
static int
is_known(struct span v)
{
	return v.n >= 4 && v.p[0] >= '0' && v.p[0] <= '9';
}

/* 由上年同期的48.5%: the time in force, a year back. */
void
time_year_back(struct walk *w)
{
	struct buf b = { 0 };
	unsigned long year;
	size_t i, k;

	for (i = 0; i + 4 <= w->time.n; i = k + 1) {
		for (k = 0, year = 0; k < 4; k++)
			year = year * 10 + (unsigned long)(w->time.p[i + k] -
			    '0');
		buf_uint(&b, year - 1);
		for (k = i + 4; k < w->time.n && w->time.p[k] != '/'; k++)
			buf_byte(&b, w->time.p[k]);
		if (k < w->time.n)
			buf_byte(&b, '/');
	}
	w->once = doc_keep(w->d, buf_view(&b));
	buf_free(&b);
}

/*
 * 截至目前: the day of the article, where the time in force is no year and was
 * not said in this sentence.
 */
void
time_now(struct walk *w)
{
	struct span today;

	if (w->time_from == FROM_SAID || w->time.n == 4)
		return;
	today = doc_today(w->d, w->want);
	if (today.n < 10 || w->time.n == 0)
		return;
	if (!w->brief)
		w->before = w->time;
	w->brief = 1;
	w->time = span_of(today.p, 10);
	w->day = 1;
}

/* Behind ； the time is that of the whole again: 其中10月3日…；…. */
void
time_whole(struct walk *w)
{
	if (!w->apart)
		return;
	w->time = w->before;
	w->apart = w->brief = w->day = 0;
}

/* 其中10月3日, 其中，6月份: the date of a part. */
static int
is_apart(const struct walk *w, int i)
{
	const struct sent *s = w->s;

	if (i > 1 && s->u[i - 1].type == U_COMMA)
		i--;
	return w->time.n > 0 && i > 0 && unit_is(s, (size_t)i - 1, L_PART);
}

/* A date at the head of its clause speaks for what follows. */
static int
leads(const struct sent *s, int i)
{
	return i == 0 || unit_ends(s, (size_t)i - 1) || unit_is(s,
	    (size_t)i - 1, L_PART);
}

/* Compares the start of two dates as far as both are said. */
static int
cmp_dates(struct span a, struct span b)
{
	size_t n;

	n = a.n < b.n ? a.n : b.n;
	return memcmp(a.p, b.p, n);
}

/*
 * 9月26日，永安市举行第三季度…开工活动: the quarter holds the day, so the
 * day, which says more, stays.
 */
static int
covers(struct span wide, struct span day)
{
	const char *slash;
	struct span from, to;

	slash = memchr(wide.p, '/', wide.n);
	from = to = wide;
	if (slash != NULL) {
		from = span_of(wide.p, (size_t)(slash - wide.p));
		to = span_of(slash + 1, wide.n - from.n - 1);
	}
	return to.n > 0 && day.n >= 10 && cmp_dates(from, day) <= 0 &&
	    cmp_dates(day, to) <= 0;
}

/* “十四五”末 is the year the period ends with. */
static struct span
end_of(struct span v)
{
	const char *slash;

	slash = memchr(v.p, '/', v.n);
	return slash == NULL ? v : span_of(slash + 1,
	    v.n - (size_t)(slash + 1 - v.p));
}

/* 2025年底前投产, 2022年3月开工建设: the date is of the milestone alone. */
int
time_milestone(const struct sent *s, int i)
{
	const struct sets *sets = &s->words->sets;
	int j;

	for (j = i + 1; j < (int)s->nu && j < i + 5 && !unit_ends(s,
	    (size_t)j); j++)
		if (unit_is(s, (size_t)j, L_EVENT) || unit_is(s, (size_t)j,
		    L_PHASE))
			return (sets_hold(sets, unit_means(s, (size_t)j,
			    L_EVENT), SET_WORKS) || sets_hold(sets,
			    unit_means(s, (size_t)j, L_PHASE), SET_WORKS)) &&
			    s->u[j].name == 0 && (j + 1 == (int)s->nu ||
			    s->u[j + 1].type >= U_COMMA);
		else if (s->u[j].type != U_TEXT && s->u[j].type != U_WORD)
			return 0;
	return 0;
}

void
time_take(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct span v = unit_num(s, (size_t)i)->value;

	if (s->u[i].name != 0 && s->name[s->u[i].name - 1].type ==
	    NAME_MEETING)
		return;
	if (w->time.n > 0 && is_rolling(s, i))
		return;
	if (unit_eq(s, (size_t)i, "全年") && w->status == STATUS_ACTUAL &&
	    w->time.n == 4 && v.n == 4 && memcmp(w->time.p, v.p, 4) < 0)
		return;
	if (!is_known(v) || is_base(s, i) || is_season(s, i))
		return;
	if (time_back(s, i)) {
		w->once = doc_keep(w->d, v);
		return;
	}
	if (w->day && w->time_from == FROM_SAID && !leads(s, i) &&
	    v.n != 10 && covers(v, w->time))
		return;
	if (!w->brief)
		w->before = w->time;
	w->apart = is_apart(w, i);
	w->brief = w->apart || time_milestone(s, i);
	if (i + 1 < (int)s->nu && unit_in(s, (size_t)i + 1, SET_END))
		v = end_of(v);
	w->time = doc_keep(w->d, v);
	w->time_from = FROM_SAID;
	w->day = v.n == 10 || v.n == 16;
}
