/* Times of day: 上午9点半, 15:37, 11:30:10 p.m., 3时45分. */
#include "num/point.h"

#include <string.h>

enum {
	NIGHT = 18,		/* 晚上 begins */
	SMALL_HOURS = 5		/* before it, an hour of the night is early */
};

/* am or pm behind a time: 1, 2, or 0. */
static size_t
meridiem(const struct scan *s, size_t i, int *half)
{
	const struct line *l;
	size_t k;

	l = &s->l;
	*half = 0;
	k = i;
	if (line_is(l, k, 'a') || line_is(l, k, 'A'))
		*half = 1;
	else if (line_is(l, k, 'p') || line_is(l, k, 'P'))
		*half = 2;
	else
		return i;
	k++;
	if (line_is(l, k, '.'))
		k++;
	if (!line_is(l, k, 'm') && !line_is(l, k, 'M')) {
		*half = 0;
		return i;
	}
	k++;
	if (l->cls[k] == C_LATIN || l->cls[k] == C_ARAB) {
		*half = 0;
		return i;
	}
	return line_is(l, k, '.') ? k + 1 : k;
}

/* Two digits behind a colon, up to 59. */
static size_t
colon(const struct scan *s, size_t i, int *v)
{
	const struct line *l;

	l = &s->l;
	if ((!line_is(l, i, ':') && !line_is(l, i, H_RATIO)) ||
	    i + 2 >= l->n || l->cls[i + 1] != C_ARAB ||
	    l->cls[i + 2] != C_ARAB || l->cls[i + 3] == C_ARAB)
		return i;
	*v = l->val[i + 1] * 10 + l->val[i + 2];
	return *v < 60 ? i + 3 : i;
}

static size_t
digital(struct scan *s, size_t i, struct when *w)
{
	size_t k, end;
	int h;

	end = numeral_small(&s->l, i, 24, &h);
	if (end == i || end - i > 2 || s->l.cls[i] != C_ARAB ||
	    (i > 0 && (line_is(&s->l, i - 1, ':') ||
	    line_is(&s->l, i - 1, H_RATIO) ||
	    (s->l.cls[i - 1] == C_ARAB && !(s->l.at[i] & AT_GAP)))))
		return i;
	k = colon(s, end, &w->mi);
	w->h = h;
	w->prec = P_HOUR;
	if (k == end)
		return h <= 12 && meridiem(s, end, &h) > end ? end : i;
	w->prec = P_MINUTE;
	end = colon(s, k, &w->s);
	if (end > k)
		w->prec = P_SECOND;
	else if (line_is(&s->l, k, ':') || line_is(&s->l, k, H_RATIO))
		return i;
	return line_is(&s->l, end, H_SHI) && !line_is(&s->l, end + 1,
	    0x95f4) ? end + 1 : end;
}

/* 半, 一刻, 三刻, 整, 09分, 差五分 behind an hour. */
static size_t
minutes(struct scan *s, size_t i, struct when *w, int sure)
{
	const struct line *l;
	struct word u;
	size_t k;
	int v;

	l = &s->l;
	if (line_is(l, i, H_HALF) && !line_is(l, i + 1, H_TIAN)) {
		w->mi = 30;
		w->prec = P_MINUTE;
		return i + 1;
	}
	if (line_is(l, i, H_ZHENG))
		return i + 1;
	if (line_is(l, i, H_LACK)) {
		k = numeral_small(l, i + 1, 59, &v);
		if (k == i + 1 || !line_is(l, k, H_FEN))
			return i;
		*w = when_shift(w, -60L * v);
		w->prec = P_MINUTE;
		return k + 1;
	}
	k = i;
	if (l->cls[i] == C_ZERO && (l->cls[i + 1] == C_DIGIT ||
	    l->cls[i + 1] == C_ARAB))
		k++;
	k = numeral_small(l, k, 59, &v);
	if (k == i || (l->at[i] & AT_GAP))
		return i;
	if (line_is(l, k, H_KE) && v <= 3) {
		w->mi = v * 15;
	} else if (line_is(l, k, H_FEN) && !line_is(l, k + 1, 0x4e4b)) {
		w->mi = v;
	} else if (k - i >= 2 && line_is(l, i - 1, H_DIAN) && (sure ||
	    l->cls[i] == C_ARAB || l->cls[k - 1] == C_SMALL ||
	    l->cls[k - 2] == C_SMALL) && words_longest(&s->k.units,
	    l->cp + k, l->n - k, &u) == 0) {
		w->mi = v;	/* 八点三十, 9点20; 零点零一 is a number */
		k--;
	} else {
		return i;
	}
	w->prec = P_MINUTE;
	k++;
	i = k;
	k = numeral_small(l, i, 59, &v);
	if (k > i && line_is(l, k, H_MIAO)) {
		w->s = v;
		w->prec = P_SECOND;
		return k + 1;
	}
	return i;
}

/* 五分 or 一刻, the minutes that an hour lacks: 差五分八点. */
static size_t
lacking(struct scan *s, size_t i, int *v)
{
	size_t k;

	*v = 0;
	if (!line_is(&s->l, i, H_LACK))
		return i;
	k = numeral_small(&s->l, i + 1, 59, v);
	if (k == i + 1)
		return i;
	if (line_is(&s->l, k, H_KE))
		*v *= 15;
	else if (!line_is(&s->l, k, H_FEN))
		return i;
	k++;
	return line_is(&s->l, k, H_ZHONG) ? k + 1 : k;
}

/* The letter that a tag begins with, of the token at i; 0 for none. */
static int
tag(const struct line *l, size_t i)
{
	const struct token *t;

	if (i >= l->n)
		return 0;
	t = &l->token[l->tok[i]];
	return t->tag.n == 0 ? 0 : t->tag.p[0];
}

/* 我们三点出发, but 提出三点要求 and 这三点建议. */
static int
among_verbs(const struct scan *s, size_t i, size_t end)
{
	const struct line *l;
	int before;

	l = &s->l;
	if (!line_edge(l, end) || (l->cls[i] == C_DIGIT && (l->val[i] &
	    (DIGIT_FORMAL - 1)) < 3))
		return 0;
	before = i == 0 ? 'w' : tag(l, i - 1);
	if (i > 0 && (line_is(l, i - 1, 0x8fd9) || line_is(l, i - 1, 0x90a3)))
		return 0;
	if (before != 'w' && before != 'r' && before != 't' && before != 'p')
		return 0;
	switch (tag(l, end)) {
	case 'v':
	case 't':
	case 'd':
		return 1;
	default:
		return 0;
	}
}

/* Whether a bare N点 or N时 is an hour and not so many points or hours. */
static int
bounded(const struct scan *s, size_t i, size_t end)
{
	struct word w, day;

	if (i > 0 && line_han(&s->l, i - 1) && !line_edge(&s->l, i) &&
	    !line_is(&s->l, i - 1, H_GE))
		return 0;
	if (i > 0 && (line_is(&s->l, i - 1, 0x7ea6) ||
	    line_is(&s->l, i - 1, 0x6982)))
		return 1;	/* 约, 大概 */
	if (!line_han(&s->l, end))
		return i == 0 || !line_han(&s->l, i - 1) ||
		    s->l.cls[i] == C_ARAB || line_is(&s->l, end - 1, H_SHI);
	if (s->l.cls[i] == C_SMALL && line_is(&s->l, end, H_OF))
		return 1;	/* 十一点的 */
	if (point_word(s, end, W_TO, &w) != 0 && (s->l.cls[end + w.len] ==
	    C_ARAB || s->l.cls[end + w.len] == C_DIGIT || s->l.cls[end +
	    w.len] == C_SMALL || point_word(s, end + w.len, W_DAY, &day)))
		return 1;
	if (aft_word(s, end, &w) != 0 && ((w.a >= 3 && w.a <= 6) ||
	    w.a == 11))
		return 1;
	return line_is(&s->l, end - 1, H_DIAN) && among_verbs(s, i, end);
}

/* 七八 of 七八点, 十一二 of 十一二点: two hours, or i. */
static size_t
two_hours(const struct scan *s, size_t i, int *h, int *other)
{
	const struct line *l;
	size_t k;
	int ten;

	l = &s->l;
	k = i;
	ten = l->cls[k] == C_SMALL && l->val[k] == 1 ? 10 : 0;
	k += ten != 0;
	if (l->cls[k] != C_DIGIT || l->cls[k + 1] != C_DIGIT ||
	    (!line_is(l, k + 2, H_DIAN) && !line_is(l, k + 2, H_SHI)))
		return i;
	*h = ten + (l->val[k] & (DIGIT_FORMAL - 1));
	*other = ten + (l->val[k + 1] & (DIGIT_FORMAL - 1));
	if (*other == *h + 1 && *other < 24)
		return k + 2;
	*other = 0;
	return i;
}

/* 9 of 晚上9~11点: the first hour shares the other's 点. */
static size_t
shared_hour(struct scan *s, size_t i, struct when *w)
{
	struct word to;
	size_t k, end;
	int h, last;

	k = numeral_small(&s->l, i, 24, &h);
	if (k == i || point_word(s, k, W_TO, &to) == 0 || to.a != 0)
		return i;
	end = numeral_small(&s->l, k + to.len, 24, &last);
	if (end == k + to.len || (!line_is(&s->l, end, H_DIAN) &&
	    !line_is(&s->l, end, H_SHI)))
		return i;
	w->h = h;
	w->prec = P_HOUR;
	return k;
}

/*
 * 三点, 15时, 凌晨零时 with what follows; of 七八点, other becomes the second
 * hour.
 */
static size_t
spoken(struct scan *s, size_t i, struct when *w, int sure, int *other)
{
	const struct line *l;
	size_t k, end;
	int h;

	l = &s->l;
	*other = 0;
	k = sure ? shared_hour(s, i, w) : i;
	if (k > i)
		return k;
	k = two_hours(s, i, &h, other);
	if (k == i)
		k = numeral_small(l, i, 24, &h);
	if (k == i || (!line_is(l, k, H_DIAN) && !line_is(l, k, H_SHI)))
		return i;
	if (line_is(l, k, H_SHI) && (line_is(l, k + 1, H_FEN) ||
	    line_is(l, k + 1, 0x4ee3) || line_is(l, k + 1, 0x95f4)))
		return i;
	w->h = h;
	w->mi = w->s = 0;
	w->prec = P_HOUR;
	k++;
	if (line_is(l, k, H_ZHONG))
		return k + 1;
	end = *other != 0 ? k : minutes(s, k, w, sure);
	if (end > k)
		return end;
	return sure || bounded(s, i, k) ? k : i;
}

/*
 * Puts an hour into the half of the day that a word names.  At night twelve
 * is midnight, and one to four are the small hours.
 */
static void
half_day(struct when *w, int from, int to)
{
	if (from >= NIGHT || from > to) {
		if (w->h == 12)
			w->h = 24;
		else if (w->h >= SMALL_HOURS && w->h < 12)
			w->h += 12;
	} else if (w->h < 12 && (from >= 12 || (from >= 11 && w->h < 3))) {
		w->h += 12;
	} else if (w->h == 12 && to <= 6) {
		w->h = 0;
	}
}

/* Midnight of 24时 is the next day's; tells whether it was that. */
static int
midnight(struct when *w)
{
	if (w->h != 24)
		return 0;
	w->h = 23;
	*w = when_shift(w, 3600);
	return w->mi == 0;
}

/* The word before a time: 上午, 昨晚, 晚 of 晚8点. */
struct part {
	int from, to;		/* the hours it spans */
	int day;		/* it names a day too */
	struct when date;
};

static size_t
part_of_day(const struct scan *s, size_t i, const struct point *p,
    struct part *part)
{
	struct word w;
	size_t k;

	memset(part, 0, sizeof *part);
	if (point_word(s, i, W_DAY_DAYPART, &w) != 0 && !p->d) {
		part->from = w.b % 10000 / 100;
		part->to = w.b % 100;
		part->date = w.b >= 10000 ? day_from(day_in_force(s),
		    w.a) : day_away(s, w.a);
		part->day = 1;
		return i + w.len;
	}
	if (point_word(s, i, W_DAYPART, &w) == 0)
		return i;
	k = i + w.len;
	if (w.len == 1 && !p->d && (!line_edge(&s->l, i) ||
	    (s->l.cls[k] != C_ARAB && s->l.cls[k] != C_DIGIT &&
	    s->l.cls[k] != C_SMALL)))
		return i;	/* 晚8点, but not 晚会 */
	if (w.len == 1 && line_edge(&s->l, i) && !line_edge(&s->l, k) &&
	    s->l.cls[k] == C_OTHER)
		return i;	/* 3·15晚会 */
	part->from = w.a;
	part->to = w.b;
	return k;
}

/*
 * A part of the day alone: 5月18日上午 is the day, 下午 so many hours.  With a
 * reference date that has a time of day, the day's hours too.
 */
static void
part_alone(const struct scan *s, const struct part *part, struct point *p)
{
	p->part = 1;
	if (part->day) {
		p->p.a = part->date;
		p->d = 2;
	}
	if (p->d && (!s->timed || p->p.a.d == 0))
		return;
	if (p->p.a.d == 0)
		p->p.a = day_in_force(s);
	p->p.a.h = part->from;
	p->p.a.prec = P_HOUR;
	p->p.b = p->p.a;
	p->p.b.h = part->to - 1;
	if (part->to <= part->from)
		p->p.b = when_shift(&p->p.b, 86400);
	p->p.range = 1;
	p->weak = !p->d;
}

size_t
clock_read(struct scan *s, size_t i, struct point *p)
{
	struct part part;
	struct when t;
	size_t k, end, hour;
	int half, other, lack;

	half = other = 0;
	k = part_of_day(s, i, p, &part);
	t = p->p.a;
	if (part.day)
		t = part.date;
	else if (!p->d && t.d == 0)
		t = day_in_force(s);
	t.h = t.mi = t.s = 0;
	hour = lacking(s, k, &lack);
	end = digital(s, hour, &t);
	if (end == hour)
		end = spoken(s, hour, &t, k > i || p->d || p->t || p->sure ||
		    lack != 0, &other);
	if (end == hour) {
		if (k > i)
			part_alone(s, &part, p);
		return k;
	}
	end = meridiem(s, end, &half);
	if (k > i)
		half_day(&t, part.from, part.to);
	if (half == 2 && t.h < 12)
		t.h += 12;
	if (half == 1 && t.h == 12)
		t.h = 0;
	if (other != 0 && other <= 12 && t.h >= 12)
		other += 12;
	p->late = midnight(&t);
	if (lack != 0) {
		t = when_shift(&t, -60L * lack);
		t.prec = P_MINUTE;
	}
	if (part.day)
		p->d = 2;
	p->p.a = t;
	p->t = 1;
	if (other != 0) {
		p->p.b = t;
		p->p.b.h = other;
		midnight(&p->p.b);
		p->p.range = 1;
	}
	return end;
}
