/* Points of time as a text names them, before they are dates. */
#ifndef NUM_POINT_H
#define NUM_POINT_H

#include "num/scan.h"

/* A point or period in the making. */
struct point {
	struct period p;
	int y, m, d;		/* was named: 1 in figures, 2 by a word */
	int t;			/* a time of day was named */
	int part;		/* a part of a day was named */
	int named;		/* 年度, a festival: sets no year in force */
	int weak;		/* a bare year, month-day or hour */
	int calc;		/* the year was filled in */
	int dow;		/* a day of the week: 1 to 7 */
	int nth;		/* the first or last of one in a month */
	int anchored;		/* 上年: counted from the year in force */
	int lunar;		/* 农历 stands before the year */
	size_t clock;		/* where the time of day begins */
	int late;		/* it was 24时 */
	int sure;		/* a time of day is expected */
	const char *ref;	/* PRESENT_REF ... */
};

/* Types of words in numdates.tsv. */
#define W_YEAR WORD_TYPE('y', 'r', 0, 0)
#define W_ALL WORD_TYPE('a', 'l', 'l', 0)
#define W_MONTH WORD_TYPE('m', 'o', 'n', 0)
#define W_MONTH_N WORD_TYPE('m', 'n', 0, 0)
#define W_DAY WORD_TYPE('d', 'a', 'y', 0)
#define W_WEEK WORD_TYPE('w', 'k', 0, 0)
#define W_DOW WORD_TYPE('d', 'o', 'w', 0)
#define W_QUARTER WORD_TYPE('q', 'r', 0, 0)
#define W_QUARTER_N WORD_TYPE('q', 'n', 0, 0)
#define W_HALF_YEAR WORD_TYPE('h', 'y', 0, 0)
#define W_HALF_MONTH WORD_TYPE('h', 'm', 0, 0)
#define W_HALF_WEEK WORD_TYPE('h', 'w', 0, 0)
#define W_SEASON WORD_TYPE('s', 'e', 'a', 0)
#define W_SEASON_1 WORD_TYPE('s', 'e', 'a', '1')
#define W_REF WORD_TYPE('r', 'e', 'f', 0)
#define W_DAYPART WORD_TYPE('d', 'p', 0, 0)
#define W_DAY_DAYPART WORD_TYPE('d', 'd', 'p', 0)
#define W_PART WORD_TYPE('p', 'a', 'r', 't')
#define W_FESTIVAL WORD_TYPE('f', 'e', 's', 0)
#define W_LUNAR WORD_TYPE('l', 'u', 'n', 0)
#define W_NTH WORD_TYPE('n', 't', 'h', 0)
#define W_TERM WORD_TYPE('t', 'r', 'm', 0)
#define W_LUNAR_MONTH WORD_TYPE('l', 'm', 0, 0)
#define W_PLAN WORD_TYPE('p', 'l', 'a', 'n')
#define W_ERA WORD_TYPE('e', 'r', 'a', 0)
#define W_BC WORD_TYPE('b', 'c', 0, 0)
#define W_TO WORD_TYPE('t', 'o', 0, 0)
#define W_AFTER WORD_TYPE('a', 'f', 't', 0)
#define W_LEAD WORD_TYPE('l', 'e', 'a', 'd')
#define W_REL WORD_TYPE('r', 'e', 'l', 0)
#define W_SET WORD_TYPE('s', 'e', 't', 0)
#define W_PER WORD_TYPE('p', 'e', 'r', 0)
#define W_EASTER WORD_TYPE('e', 'a', 's', 0)
#define W_HEBREW WORD_TYPE('h', 'e', 'b', 0)
#define W_ISLAMIC WORD_TYPE('h', 'i', 'j', 0)
#define W_FOLLOW WORD_TYPE('f', 'o', 'l', 0)
#define W_YEAR_SEASON WORD_TYPE('y', 's', 0, 0)
#define W_CENTURY WORD_TYPE('c', 'e', 'n', 't')
#define W_YEAR_KIND WORD_TYPE('y', 'k', 0, 0)
#define W_LACK WORD_TYPE('l', 'a', 'c', 'k')
#define W_WORKDAY WORD_TYPE('w', 'o', 'r', 'k')
#define W_SAME WORD_TYPE('s', 'a', 'm', 'e')
#define W_SOME WORD_TYPE('s', 'o', 'm', 'e')
#define W_OPEN WORD_TYPE('o', 'p', 'e', 'n')

/*
 * Reads a point at i.  Larger parts that it leaves out come from base, if not
 * NULL (the other end of a range), else from the line's and the document's
 * date.  Returns where it ends, or i.
 */
size_t point_read(struct scan *s, size_t i, const struct point *base,
    struct point *p);

/* The same, in digits (2023-03-28 09:26), too. */
size_t date_point(struct scan *s, size_t i, const struct point *base,
    struct point *p);

/* Parts of it, each from i to where it ends; *p is zero, or what is before. */
size_t year_read(struct scan *s, size_t i, struct point *p);
size_t figures_read(struct scan *s, size_t i, struct point *p);
size_t word_read(struct scan *s, size_t i, struct point *p);
size_t clock_read(struct scan *s, size_t i, struct point *p);
size_t within_year(struct scan *s, size_t i, struct point *p);
size_t within_month(struct scan *s, size_t i, struct point *p);
size_t century_read(struct scan *s, size_t i, struct point *p);
size_t feast_read(const struct scan *s, size_t i, struct point *p);
size_t lunar_read(struct scan *s, size_t i, int year, struct point *p);

/* What stands behind a year, if p->y: a month, a month and day. */
size_t month_day(struct scan *s, size_t i, const struct point *base,
    struct point *p);

/*
 * The end of ad, a.d., bc or b.c. behind a year that ends at i, or i.  Before
 * Christ the year of w becomes negative.
 */
size_t year_letters(const struct line *l, size_t i, struct when *w);

/* 3月 or 3月份, but not 3个月. */
size_t month_figures(struct scan *s, size_t i, int *m);

/* 15日 or 15号. */
size_t day_read(struct scan *s, size_t i, struct point *p);

/* A festival of a lunar year that is named by its date: 三月三. */
size_t lunar_feast(struct scan *s, size_t i, int year, struct point *p);

/* What a year may be besides 年: 财年, 学年, 年度. */
size_t year_kind(const struct scan *s, size_t i);

/*
 * The day of the week beside a date that ends at i, (星期五) or ，周五; and the
 * date beside one, 周五（5月12日）, which p becomes.
 */
size_t weekday_beside(const struct scan *s, size_t i);
size_t date_beside(struct scan *s, size_t i, struct point *p);

/* The year itself, or for 29 February the leap year before it. */
int leap_year(int y, int m, int d);

/* The longest word of numdates at i that has the type, or 0. */
size_t point_find(const struct scan *s, size_t i, uint32_t type,
    struct word *w);

/* The same, quick where no word of the type begins with that character. */
static inline size_t
point_word(const struct scan *s, size_t i, uint32_t type, struct word *w)
{
	return i < s->l.n && words_may(&s->k.dates, s->l.cp[i], type) ?
	    point_find(s, i, type, w) : 0;
}

/* Whether 较 or 比 stands before i: 比上月. */
static inline int
point_base(const struct line *l, size_t i)
{
	return i > 0 && (l->cp[i - 1] == 0x8f83 || l->cp[i - 1] == 0x6bd4);
}

/* The word behind a date, 前 and 后 among them, or 0. */
size_t aft_word(const struct scan *s, size_t i, struct word *w);

/*
 * The day n days from the reference date, and the day that a time without one
 * belongs to: the one the line named last, else the reference date.  Without
 * either, P_DAY with all parts 0.
 */
struct when day_away(const struct scan *s, int n);
struct when day_in_force(const struct scan *s);

/* The day n days on from w, a day; nothing known stays so. */
struct when day_from(struct when w, int n);

/* The year for a month that has none; 0 when nothing tells. */
int point_year(const struct scan *s, const struct point *base, int month);

/* The end of a range, or the point itself. */
static inline struct when
point_last(const struct point *p)
{
	return p->p.range ? p->p.b : p->p.a;
}

/* Makes the point a range. */
void point_range(struct point *p, struct when a, struct when b);

/* Characters of the grammar. */
enum {
	H_YEAR = 0x5e74,	/* 年 */
	H_MONTH = 0x6708,	/* 月 */
	H_DAY = 0x65e5,		/* 日 */
	H_NO = 0x53f7,		/* 号 */
	H_SHARE = 0x4efd,	/* 份 */
	H_OF = 0x7684,		/* 的 */
	H_ORD = 0x7b2c,		/* 第 */
	H_GE = 0x4e2a,		/* 个 */
	H_WEEK = 0x5468,	/* 周 */
	H_TIAN = 0x5929,	/* 天 */
	H_DU = 0x5ea6,		/* 度 */
	H_JI = 0x5b63,		/* 季 */
	H_QIAN = 0x524d,	/* 前 */
	H_DIAN = 0x70b9,	/* 点 */
	H_SHI = 0x65f6,		/* 时 */
	H_FEN = 0x5206,		/* 分 */
	H_MIAO = 0x79d2,	/* 秒 */
	H_HALF = 0x534a,	/* 半 */
	H_KE = 0x523b,		/* 刻 */
	H_ZHENG = 0x6574,	/* 整 */
	H_ZHONG = 0x949f,	/* 钟 */
	H_LACK = 0x5dee,	/* 差 */
	H_LIANG = 0x4e24,	/* 两 */
	H_XIAO = 0x5c0f,	/* 小 */
	H_ZUI = 0x6700,		/* 最 */
	H_HOU = 0x540e,		/* 后 */
	H_MO = 0x672b,		/* 末 */
	H_RATIO = 0x2236	/* ∶ */
};

#endif
