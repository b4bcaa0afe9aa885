/* Years: 2022年, 一九八七年, 98年, 去年, 雍正四年, 2021财年, 2022上半年. */
#include "num/point.h"

enum {
	ERA_YEARS = 199,	/* the longest that one counts */
	REPUBLIC = 1911		/* the year before 民國元年 */
};

/* 15年 is 2015, 98年 is 1998: at most ten years ahead. */
static int
century(const struct scan *s, int yy)
{
	int now;

	now = s->now.prec >= P_YEAR ? s->now.y : 2025;
	yy += now / 100 * 100;
	return yy > now + 10 && yy >= 2000 ? yy - 100 : yy;
}

/* Digits, Arabic or Chinese, one after another: their count and value. */
static size_t
run(const struct line *l, size_t i, int *value)
{
	size_t k;
	int arab;

	*value = 0;
	arab = l->cls[i] == C_ARAB;
	for (k = i; k < l->n && k - i < 9; k++) {
		if (arab ? l->cls[k] != C_ARAB : l->cls[k] != C_DIGIT &&
		    l->cls[k] != C_ZERO)
			break;
		if (arab && k > i && (l->at[k] & AT_GAP))
			break;
		*value = *value * 10 + (l->cls[k] == C_ZERO ? 0 :
		    l->val[k] & (DIGIT_FORMAL - 1));
	}
	return k;
}

/* Whether what follows 年 shows that two digits before it were a year. */
static int
year_goes_on(const struct scan *s, size_t i)
{
	struct word w;
	size_t end;
	int m;

	if (line_is(&s->l, i, H_OF))
		i++;
	end = numeral_small(&s->l, i, 12, &m);
	if (end > i && line_is(&s->l, end, H_MONTH))
		return 1;
	if (end > i && line_is(&s->l, end, H_JI))
		return 1;
	if (line_is(&s->l, i, H_ORD))
		return 1;
	return words_longest(&s->k.dates, s->l.cp + i, s->l.n - i, &w) != 0 &&
	    (w.type == W_SEASON || w.type == W_SEASON_1 ||
	    w.type == W_HALF_YEAR || w.type == W_FESTIVAL ||
	    w.type == W_LUNAR || w.type == W_LUNAR_MONTH ||
	    (w.type == W_TERM && w.len > 1) ||
	    (w.type == W_PART && w.a < 4));
}

/* 雍正四年, 公元前202年 */
static size_t
named_year(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t k, end;
	int v, sign;

	if (point_word(s, i, W_ERA, &w) != 0) {
		k = i + w.len;
		end = line_is(&s->l, k, 0x5143) ? k + 1 :
		    numeral_small(&s->l, k, ERA_YEARS, &v);
		if (line_is(&s->l, k, 0x5143))
			v = 1;
		if (end == k || !line_is(&s->l, end, H_YEAR))
			return i;
		p->p.a = when_year(w.a + v);
		return end + 1;
	}
	if (point_word(s, i, W_BC, &w) == 0)
		return i;
	sign = w.a;
	k = i + w.len;
	end = run(&s->l, k, &v);
	if (end == k || end - k > 4)
		end = numeral_small(&s->l, k, 9999, &v);
	if (end == k || v == 0 || !line_is(&s->l, end, H_YEAR))
		return i;
	p->p.a = when_year(sign < 0 ? -v : v);
	return end + 1;
}

/*
 * Whether four digits without 年 are a year by what follows: 2022上半年,
 * 2023春节, 一九八七十二月, 2021财年.
 */
static int
year_bound(struct scan *s, size_t i, size_t end)
{
	const struct line *l;
	struct word w;
	size_t k;
	int m;

	l = &s->l;
	if (l->cls[i] == C_ARAB && !(l->cp[i] == '1' && l->cp[i + 1] == '9') &&
	    !(l->cp[i] == '2' && l->cp[i + 1] == '0'))
		return 0;
	if (i > 0 && !(l->at[i] & AT_GAP) && (l->cls[i - 1] == C_ARAB ||
	    l->cls[i - 1] == C_LATIN || l->cp[i - 1] == '.' ||
	    l->cp[i - 1] == '-' || l->cp[i - 1] == '/'))
		return 0;
	if (l->cls[end] != C_ARAB) {
		k = numeral_small(l, end, 12, &m);
		if (k > end && (line_is(l, k, H_MONTH) || (line_is(l, k, H_JI)
		    && line_is(l, k + 1, H_DU))))
			return 1;
	}
	if (year_kind(s, end) > end)
		return 1;
	return words_longest(&s->k.dates, l->cp + end, l->n - end, &w) != 0 &&
	    (w.type == W_HALF_YEAR || w.type == W_QUARTER_N || ((w.type ==
	    W_FESTIVAL || w.type == W_LUNAR || w.type == W_SEASON) &&
	    w.len > 1));
}

size_t
year_kind(const struct scan *s, size_t i)
{
	struct word w;

	if (point_word(s, i, W_YEAR_KIND, &w) != 0)
		return i + w.len;
	return i;
}

/* 15年, 三四年, 三五年: so many years rather than a year of two digits. */
static int
span_like(const struct line *l, size_t i, int v)
{
	if (l->cls[i] == C_ARAB)
		return l->cp[i] != '0';
	return l->cls[i] == C_DIGIT && (v % 10 == v / 10 + 1 || v == 35);
}

size_t
year_letters(const struct line *l, size_t i, struct when *w)
{
	static const char *const forms[] = { "ad", "a.d.", "bc", "b.c." };
	size_t k, n;

	if (l->cls[i] != C_LATIN)
		return i;
	for (k = 0; k < sizeof forms / sizeof *forms; k++) {
		for (n = 0; forms[k][n] != '\0' && i + n < l->n &&
		    (l->cp[i + n] | 0x20) == (uint32_t)forms[k][n]; n++)
			continue;
		if (forms[k][n] != '\0' || l->cls[i + n] == C_LATIN ||
		    l->cls[i + n] == C_ARAB)
			continue;
		if (k > 1)
			w->y = -w->y;
		return i + n;
	}
	return i;
}

/* Whether a month in figures stands at i. */
static int
month_at(const struct line *l, size_t i)
{
	size_t end;
	int m;

	end = numeral_small(l, i, 12, &m);
	return end > i && line_is(l, end, H_MONTH);
}

/*
 * Whether 113年, which ends at i, is a year of the Republic: 2024, near the
 * reference date, or with a month.
 */
static int
republic(const struct scan *s, size_t i, int v)
{
	struct word w;
	int now;

	if (s->now.prec < P_YEAR || v < 100)
		return 0;
	now = s->now.y - REPUBLIC;
	if (month_at(&s->l, i))
		return v <= now + 10;
	return v >= now - 2 && v <= now + 2 && aft_word(s, i, &w) == 0 &&
	    !line_is(&s->l, i, H_OF) && !line_is(&s->l, i, 0x5386);
}

/* A year in figures with 年, or with letters as in 2934ad. */
static size_t
year_figures(struct scan *s, size_t i, struct point *p)
{
	const struct line *l;
	struct when w;
	size_t k, end;
	int v;

	l = &s->l;
	end = run(l, i, &v);
	if (end - i == 3 && line_is(l, end, H_YEAR) &&
	    republic(s, end + 1, v)) {
		p->p.a = when_year(REPUBLIC + v);
		return end + 1;
	}
	if ((end - i == 3 || end - i == 4) && v > 0) {
		w = when_year(v);
		k = line_is(l, end, H_YEAR) && month_at(l, end + 1) ?
		    end + 1 : year_letters(l, end, &w);
		if (k > end) {
			p->p.a = w;
			return k;
		}
	}
	if (end - i != 4) {
		if (end - i == 2 && line_is(l, end, H_YEAR)) {
			if (!year_goes_on(s, end + 1) && span_like(l, i, v))
				return i;
			p->p.a = when_year(century(s, v));
			return end + 1;
		}
		if (l->cls[i] == C_DIGIT && l->cls[i + 1] == C_DIGIT)
			return i;	/* 两三百年 */
		end = numeral_small(l, i, 2999, &v);
		if (end == i || v < 1000 || l->cls[i] == C_ARAB)
			return i;
	}
	if (v < 1000 || v > 2999)
		return i;
	if (!line_is(l, end, H_YEAR)) {
		if (end - i != 4 || !year_bound(s, i, end))
			return i;
		p->p.a = when_year(v);
		return end;
	}
	if (line_is(l, end + 1, H_QIAN) && (v < 1500 || v >= 2200))
		return i;	/* 2500年前 */
	p->p.a = when_year(v);
	return end + 1;
}

/* 投产后年产 and 建成后年接卸: 后 goes with what is before it. */
static int
run_on(const struct line *l, size_t i)
{
	static const uint32_t before[] = {
		0x4ea7, 0x6210, 0x7528, 0x8425, 0x5de5, 0x6807, 0x8fd0
	};
	size_t k;

	if (i == 0 || !(line_is(l, i, H_HOU) || line_is(l, i, H_QIAN)))
		return 0;
	for (k = 0; k < sizeof before / sizeof before[0]; k++)
		if (line_is(l, i - 1, before[k]))
			return 1;
	return 0;
}

/*
 * The year that a word counts from: 去年 from the reference date, 上年 from
 * the year in force (anchor 1), 当年 from the one named last (2).
 */
static int
year_base(const struct scan *s, int anchor)
{
	const struct force *f;

	f = &s->force;
	if (anchor == 2 && f->last != 0)
		return f->last;
	if (anchor != 0 && f->year != 0)
		return f->year;
	if (anchor != 0 && f->told != 0)
		return f->told;
	return s->now.prec != P_NONE ? s->now.y : 0;
}

/* A year, in figures or as 去年. */
size_t
year_read(struct scan *s, size_t i, struct point *p)
{
	struct word w;
	size_t end;

	if (s->l.cls[i] == C_ARAB || s->l.cls[i] == C_DIGIT ||
	    s->l.cls[i] == C_ZERO) {
		end = year_figures(s, i, p);
		p->y = end > i;
		return end;
	}
	end = named_year(s, i, p);
	if (end > i) {
		p->y = 1;
		return end;
	}
	if (point_word(s, i, W_YEAR, &w) == 0 || run_on(&s->l, i))
		return i;
	p->p.a = when_year(year_base(s, w.b));
	if (p->p.a.y != 0)
		p->p.a.y += w.a;
	p->y = 2;
	p->anchored = w.b != 0;
	return i + w.len;
}
