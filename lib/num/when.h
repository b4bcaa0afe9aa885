/* Points and periods of time, and how they are written (ISO 8601). */
#ifndef NUM_WHEN_H
#define NUM_WHEN_H

#include "base/buf.h"
#include "base/span.h"
#include "num/cal.h"

/* How exact a point is. */
enum {
	P_NONE,
	P_YEAR,
	P_MONTH,
	P_DAY,
	P_HOUR,
	P_MINUTE,
	P_SECOND
};

/* A point; y 0 is an unknown year, m 0 an unknown month. */
struct when {
	int y, m, d, h, mi, s;
	int prec;
};

/* A point, or a range with both ends included. */
struct period {
	struct when a, b;
	int range;
	int open;		/* 1: b is open, -1: a is open */
};

/*
 * Reads YYYY[-MM[-DD[Thh[:mm[:ss]]]]]; a zone behind it is not looked at.
 * Returns 0, or -1 when s is no such date.
 */
int when_parse(struct when *w, struct span s);

/* Appends a point: 2023-03, --03-22, 2023-03-28T09:26, T09:26. */
void when_print(struct buf *b, const struct when *w);

/* Appends a point or start/end, nothing when nothing is known. */
void period_print(struct buf *b, const struct period *p);

/* The first and the last day of a point whose year and month are known. */
struct day when_first(const struct when *w);
struct day when_last(const struct when *w);

/* A point that is a day, a month or a year. */
struct when when_day(struct day a);
struct when when_month(int y, int m);
struct when when_year(int y);

/* Moves a point of hours, minutes or seconds by n seconds. */
struct when when_shift(const struct when *w, long n);

#endif
