/* What repeats: 每月, 每周一下午八点, 每隔3天, 每年3月5日, 每晚. */
#include "num/point.h"
#include "num/stretch.h"

#include <string.h>

/* How many of which unit a set has as its period. */
struct rate {
	int n;
	char letter;		/* Y M W D, H M S behind a T */
	int time;
};

static int
rate_of(const struct unit *u, int n, int half, struct rate *r)
{
	memset(r, 0, sizeof *r);
	r->n = n;
	if (half) {
		r->time = stretch_seconds(u) == 3600;
		if (n != 0 || (stretch_months(u) != 12 && !r->time))
			return -1;
		r->n = r->time ? 30 : 6;
		r->letter = 'M';
	} else if (stretch_months(u) == 12) {
		r->letter = 'Y';
	} else if (stretch_months(u) != 0) {
		r->letter = 'M';
	} else if (stretch_days(u) != 0) {
		r->letter = stretch_days(u) == 7 ? 'W' : 'D';
	} else if (stretch_seconds(u) != 0) {
		r->time = 1;
		r->letter = stretch_seconds(u) == 3600 ? 'H' :
		    stretch_seconds(u) == 60 ? 'M' : 'S';
	} else {
		return -1;
	}
	return r->n < 1 ? -1 : 0;
}

/* 月 of 每月, 个月 of 每个月, 两周 of 每两周, 半年, 3天 of 每隔3天. */
static size_t
period(struct scan *s, size_t i, struct rate *r)
{
	struct unit u;
	size_t end;
	int n, half;

	end = stretch_read(s, i, &u, &n, &half);
	if (end > i && line_is(&s->l, i, 0x4e00) && stretch_seconds(&u) != 0)
		return i;	/* 每一刻 */
	if (end > i)
		return n < 0 || rate_of(&u, n, half, r) != 0 ? i : end;
	s->a.arab = s->a.few = s->a.bare = 0;
	s->a.units = 1;
	dec_uint(&s->a.lo, 1);
	end = unit_read(s, i, &s->a, &u);
	if (end == i || u.type != U_SPAN)
		return i;
	return rate_of(&u, u.a > 1 ? u.a : 1, 0, r) != 0 ? i : end;
}

/* The day of a week: 一 of 每周一, 末 of 每周末. */
static size_t
day_of_week(const struct line *l, size_t i)
{
	if (line_is(l, i, H_DAY) || line_is(l, i, H_TIAN) ||
	    line_is(l, i, H_MO))
		return i + 1;
	if ((l->cls[i] == C_DIGIT || l->cls[i] == C_ARAB) &&
	    (l->val[i] & (DIGIT_FORMAL - 1)) >= 1 &&
	    (l->val[i] & (DIGIT_FORMAL - 1)) <= 6)
		return i + 1;
	return i;
}

/* The further days of 每周一、周三、周五 and 每周一至周五. */
static size_t
more_days(const struct scan *s, size_t i)
{
	struct word w;
	size_t k, end;
	int n;

	for (n = 0; n < 6; n++) {
		k = line_is(&s->l, i, 0x3001) ? i + 1 : i + point_word(s, i,
		    W_TO, &w);
		if (k == i)
			break;
		if (point_word(s, k, W_DOW, &w) != 0)
			k += w.len;
		end = day_of_week(&s->l, k);
		if (end == k || (line_han(&s->l, end) && !line_edge(&s->l,
		    end)))
			break;
		i = end;
	}
	return i;
}

/* The further days of 每月5日、15日、25日. */
static size_t
more_dates(struct scan *s, size_t i)
{
	struct point p;
	size_t end;

	memset(&p, 0, sizeof p);
	while (line_is(&s->l, i, 0x3001)) {
		end = day_read(s, i + 1, &p);
		if (end == i + 1)
			break;
		i = end;
	}
	return i;
}

/* The day of each period: 3月5日 of 每年, 15日 of 每月, 一 of 每周. */
static size_t
day_within(struct scan *s, size_t i, const struct rate *r)
{
	struct point p;
	struct word w;
	size_t end;

	memset(&p, 0, sizeof p);
	p.y = 1;
	end = i;
	if (r->letter == 'Y') {
		end = month_day(s, i, NULL, &p);
		if (end == i)
			end = within_year(s, i, &p);
	} else if (r->letter == 'M') {
		p.p.a = when_month(0, 1);
		end = day_read(s, i, &p);
		if (end > i)
			end = more_dates(s, end);
		else
			end = within_month(s, i, &p);
	} else if (r->letter == 'W') {
		end = day_of_week(&s->l, i);
		if (end > i)
			end = more_days(s, end);
		if (end == i && point_word(s, i, W_WORKDAY, &w) != 0)
			end += w.len;
	}
	return end;
}

static size_t
time_within(struct scan *s, size_t i, const struct rate *r)
{
	struct point p;

	(void)r;
	memset(&p, 0, sizeof p);
	p.d = 1;
	return clock_read(s, i, &p);
}

/* One of these, or two with 至 between: 9月到11月, 9点至11点. */
static size_t
one_or_two(struct scan *s, size_t i, const struct rate *r,
    size_t (*read)(struct scan *, size_t, const struct rate *))
{
	struct word to;
	size_t end, k, last;

	end = read(s, i, r);
	if (end == i || point_word(s, end, W_TO, &to) == 0 || to.a != 0)
		return end;
	k = end + to.len;
	last = read(s, k, r);
	return last > k ? last : end;
}

/*
 * What stands in each period: 每年3月, 每月15日, 每周一, 每天晚上8点.  It is
 * part of the text and not of the value.
 */
static size_t
within_period(struct scan *s, size_t i, const struct rate *r)
{
	size_t k, end;

	if (r->n != 1 || r->time)
		return i;
	k = line_is(&s->l, i, H_OF) ? i + 1 : i;
	end = one_or_two(s, k, r, day_within);
	return one_or_two(s, end > k ? end : i, r, time_within);
}

size_t
set_read(struct scan *s, size_t i, struct expr *e)
{
	struct word w;
	struct rate r;
	size_t k, end;

	memset(&r, 0, sizeof r);
	if (point_word(s, i, W_SET, &w) == 0)
		return i;
	k = i + w.len;
	if (point_word(s, k, W_WORKDAY, &w) != 0 || (line_is(&s->l, k, H_GE) &&
	    point_word(s, k + 1, W_WORKDAY, &w) != 0)) {
		end = k + w.len + line_is(&s->l, k, H_GE);
		r.letter = w.a == 1 ? 'W' : 'D';
		r.n = 1;
	} else if (point_word(s, k, W_DAYPART, &w) != 0) {
		end = k;	/* 每晚, 每天早上 */
		r.letter = 'D';
		r.n = 1;
	} else if (point_word(s, k, W_SEASON, &w) != 0) {
		end = k + w.len;	/* 每个夏天 */
		r.letter = 'Y';
		r.n = 1;
	} else {
		end = period(s, k, &r);
		if (end == k && line_is(&s->l, i + 1, H_GE)) {
			k = i + 1;	/* 每, then 个月 */
			end = period(s, k, &r);
		}
		if (end == k)
			return i;
	}
	e->value.off = s->text.n;
	buf_fmt(&s->text, "R/P%s%d%c", r.time ? "T" : "", r.n, r.letter);
	e->value.n = s->text.n - e->value.off;
	e->kind = K_SET;
	e->op = OP_EQ;
	e->why = "set";
	return within_period(s, end, &r);
}
