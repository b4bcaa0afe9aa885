/* What a text says of when it was written. */
#ifndef NUM_ISSUE_H
#define NUM_ISSUE_H

#include "num/scan.h"

enum { ISSUE_DAYS = 16 };	/* full dates kept; more tell nothing new */

/* The years and days that a text names.  Start with all zero. */
struct issue {
	int year;		/* the latest that is not to come, or 0 */
	int ahead;		/* the latest that is to come, or 0 */
	struct when wire;	/* month and day of the first 5月20日电 */
	struct day day[ISSUE_DAYS];	/* the full dates, but those to come */
	size_t days;
};

/* Takes the figures at i of the line in s, where they may be a year. */
void issue_year(struct issue *t, const struct scan *s, size_t i);

/* Takes a date of the line in s that stands from i up to end. */
void issue_day(struct issue *t, const struct scan *s, size_t i, size_t end,
    const struct when *w);

/*
 * The day of the agency's dateline in the year of the full dates about it,
 * else the latest year named, those to come last; P_NONE when nothing tells.
 */
struct when issue_date(const struct issue *t);

/* Whether a word such as 发布时间 stands shortly before i. */
int issue_named(const struct scan *s, size_t i);

#endif
