/* Times of day: 上午9点半, 15:37, 11:30:10 p.m., 3时45分. */
#include "num/point.h"

#include <string.h>

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
	return line_is(l, k, '.') ? k + 1 : k;
}

/* Two digits behind a colon, up to 59. */
static size_t
colon(const struct scan *s, size_t i, int *v)
{
	const struct line *l;

	l = &s->l;
	if (!line_is(l, i, ':') || l->cls[i + 1] != C_ARAB ||
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
	    (s->l.cls[i - 1] == C_ARAB && !(s->l.at[i] & AT_GAP)))))
		return i;
	k = colon(s, end, &w->mi);
	if (k == end)
		return i;
	w->h = h;
	w->prec = P_MINUTE;
	end = colon(s, k, &w->s);
	if (end > k)
		w->prec = P_SECOND;
	else if (line_is(&s->l, k, ':'))
		return i;
	return end;
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
	if (line_is(l, i, 0x5dee)) {
		k = numeral_small(l, i + 1, 59, &v);
		if (k == i + 1 || !line_is(l, k, H_FEN))
			return i;
		*w = when_shift(w, -60L * v);
		w->prec = P_MINUTE;
		return k + 1;
	}
	k = i;
	if (l->cls[i] == C_ZERO && l->cls[i + 1] == C_DIGIT)
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

/* Whether a bare N点 is an hour and not so many points. */
static int
bounded(const struct scan *s, size_t i, size_t end)
{
	struct word w;

	if (i > 0 && line_han(&s->l, i - 1) && !line_edge(&s->l, i))
		return 0;
	if (i > 0 && line_is(&s->l, i - 1, 0x7ea6))
		return 1;	/* 约 */
	if (!line_han(&s->l, end))
		return i == 0 || !line_han(&s->l, i - 1) ||
		    s->l.cls[i] == C_ARAB;
	if (s->l.cls[i] == C_SMALL && line_is(&s->l, end, H_OF))
		return 1;	/* 十一点的 */
	if (point_word(s, end, W_TO, &w) != 0 && (s->l.cls[end + w.len] ==
	    C_ARAB || s->l.cls[end + w.len] == C_DIGIT))
		return 1;
	return aft_word(s, end, &w) != 0 && w.a >= 3 && w.a <= 6;
}

/* 三点, 15时, 凌晨零时 with what follows. */
static size_t
spoken(struct scan *s, size_t i, struct when *w, int sure)
{
	const struct line *l;
	struct word to;
	size_t k, end;
	int h;

	l = &s->l;
	k = numeral_small(l, i, 24, &h);
	if (k > i && sure && point_word(s, k, W_TO, &to) != 0 && to.a == 0) {
		/* 晚上9~11点: the first hour shares the other's 点 */
		end = numeral_small(l, k + to.len, 24, &w->h);
		if (end > k + to.len && (line_is(l, end, H_DIAN) ||
		    line_is(l, end, H_SHI))) {
			w->h = h;
			w->prec = P_HOUR;
			return k;
		}
	}
	if (k == i || (!line_is(l, k, H_DIAN) && !line_is(l, k, H_SHI)))
		return i;
	if (line_is(l, k, H_SHI) && (line_is(l, k + 1, H_FEN) ||
	    line_is(l, k + 1, 0x4ee3)))
		return i;
	w->h = h;
	w->mi = w->s = 0;
	w->prec = P_HOUR;
	k++;
	end = k;
	if (line_is(l, k, H_ZHONG)) {
		w->prec = P_HOUR;
		return k + 1;
	}
	end = minutes(s, k, w, sure);
	if (end > k)
		return end;
	if (sure)
		return k;
	if (line_is(l, k - 1, H_SHI))
		return line_han(l, k) && !line_is(l, k, 0x8bb8) ? i : k;
	return bounded(s, i, k) ? k : i;
}

/* Puts an hour into the half of the day that a word names. */
static void
half_day(struct when *w, int from, int to)
{
	if (w->h < 12 && from >= 12)
		w->h += 12;
	else if (w->h < 12 && from >= 11 && w->h < 3)
		w->h += 12;
	else if (w->h == 12 && to <= 6)
		w->h = 0;
}

/* Midnight of 24时 is the next day's. */
static void
midnight(struct when *w)
{
	if (w->h == 24) {
		w->h = 23;
		*w = when_shift(w, 3600);
	}
}

size_t
clock_read(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	struct when t;
	size_t k, end;
	int from, to, half, day;

	from = to = half = day = 0;
	k = i;
	t = p->p.a;
	if (point_word(s, k, W_DAY_DAYPART, &w) != 0 && !p->d) {
		from = w.b / 100;
		to = w.b % 100;
		k += w.len;
		if (s->now.prec >= P_DAY)
			t = when_day(cal_add(when_first(&s->now), w.a));
		day = 1;
	} else if (point_word(s, k, W_DAYPART, &w) != 0 && (w.len > 1 ||
	    p->d)) {
		from = w.a;
		to = w.b;
		k += w.len;
	}
	t.h = t.mi = t.s = 0;
	end = digital(s, k, &t);
	if (end > k) {
		from = from == 0 && to == 0 ? 0 : from;
		end = meridiem(s, end, &half);
	} else {
		end = spoken(s, k, &t, k > i || p->d || p->t);
		if (end > k)
			end = meridiem(s, end, &half);
	}
	if (end == k) {
		if (k == i)
			return i;
		/* 5月18日上午 is the day; 昨晚 is the day too. */
		p->part = 1;
		if (day) {
			p->p.a = t;
			if (s->now.prec >= P_DAY)
				p->p.a.prec = P_DAY;
			p->d = 2;
		} else if (!p->d) {
			p->p.a.h = from;
			p->p.b = p->p.a;
			p->p.a.prec = p->p.b.prec = P_HOUR;
			p->p.b.h = to - 1;
			p->p.range = 1;
			p->weak = 1;
		}
		return k;
	}
	if (k > i)
		half_day(&t, from, to);
	if (half == 2 && t.h < 12)
		t.h += 12;
	if (half == 1 && t.h == 12)
		t.h = 0;
	if (!p->d && !day && t.d == 0 && s->now.prec >= P_DAY) {
		t.y = s->now.y;
		t.m = s->now.m;
		t.d = s->now.d;
	}
	midnight(&t);
	if (day)
		p->d = 2;
	p->p.a = t;
	p->t = 1;
	return end;
}
