/* Calendars: the Gregorian one and the Chinese one. */
#ifndef NUM_CAL_H
#define NUM_CAL_H

#include "num/words.h"

struct day {
	int y, m, d;
};

/* Days of a month, 28 to 31. */
int cal_days(int y, int m);

/* Tells whether a day exists. */
int cal_valid(int y, int m, int d);

/* Days since 1970-01-01, and back (Howard Hinnant, civil_from_days). */
long cal_number(struct day a);
struct day cal_day(long n);

/* The day n days on; n may be negative. */
struct day cal_add(struct day a, long n);

/* The day n months on; a day past the month's end becomes its last. */
struct day cal_add_months(struct day a, int n);

/* Day of the week, 1 Monday to 7 Sunday. */
int cal_weekday(struct day a);

/* The nth (1 to 5) given weekday of a month; n 0 is the last one. */
struct day cal_nth(int y, int m, int n, int weekday);

/*
 * The day of the Chinese calendar: month 1 to 12 (negative: the leap one) of
 * the lunar year that begins in year y, day 1 to 30; day 0 is the last of the
 * month, month 0 the last day of the year.  table is numlunar.  Returns 0, or
 * -1 when the table lacks it.
 */
int cal_lunar(const struct words *table, int y, int m, int d,
    struct day *out);

/* Solar term 0 (小寒) to 23 (冬至) of year y.  Returns 0 or -1. */
int cal_term(const struct words *table, int y, int term, struct day *out);

#endif
