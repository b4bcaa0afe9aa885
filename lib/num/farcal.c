/* Easter, the Hebrew and the Islamic calendar. */
#include "num/farcal.h"

enum {
	EPOCH = 719163,		/* 1970-01-01 counted from 0001-01-01 as 1 */
	HEBREW_EPOCH = -1373427,
	HEBREW_AHEAD = 3760,	/* years, from Gregorian January on */
	HEBREW_MONTH = 13753,	/* parts of a day over 29 days, of 25920 */
	HEBREW_PARTS = 25920,
	HEBREW_START = 12084,
	ISLAMIC_EPOCH = 227015
};

struct day
farcal_easter(int y)
{
	struct day a;
	int golden, century, moon, week, back;

	golden = y % 19;
	century = y / 100;
	moon = (19 * golden + century - century / 4 - (century - (century +
	    8) / 25 + 1) / 3 + 15) % 30;
	week = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - moon - y % 100 %
	    4) % 7;
	back = (golden + 11 * moon + 22 * week) / 451;
	a.y = y;
	a.m = (moon + week - 7 * back + 114) / 31;
	a.d = (moon + week - 7 * back + 114) % 31 + 1;
	return a;
}

/* Days from the epoch to about the new year. */
static long
hebrew_elapsed(long y)
{
	long months, day;

	months = (235 * y - 234) / 19;
	day = 29 * months + (HEBREW_START + HEBREW_MONTH * months) /
	    HEBREW_PARTS;
	return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

/* The new year, put off where a year would get a length that none has. */
static long
hebrew_new_year(long y)
{
	long before, here, after;

	before = hebrew_elapsed(y - 1);
	here = hebrew_elapsed(y);
	after = hebrew_elapsed(y + 1);
	if (after - here == 356)
		here += 2;
	else if (here - before == 382)
		here++;
	return HEBREW_EPOCH + here;
}

/* Days of a month of a Hebrew year of so many days. */
static int
hebrew_days(int m, long year)
{
	if (m == 8)
		return year % 10 == 5 ? 30 : 29;
	if (m == 9)
		return year % 10 == 3 ? 29 : 30;
	return m == 2 || m == 4 || m == 6 || m == 10 || m == 12 ? 29 : 30;
}

struct day
farcal_hebrew(int y, int m, int d)
{
	long year, first, length, n;
	int k;

	/* The year begins in autumn, with month 7. */
	year = (long)y + HEBREW_AHEAD + (m >= 7 && m <= 9);
	first = hebrew_new_year(year);
	length = hebrew_new_year(year + 1) - first;
	n = first + d - 1;
	for (k = 7; k != m; k = k == 12 ? 1 : k + 1)
		n += hebrew_days(k, length);
	/* In a leap year another Adar of 30 days stands before the last. */
	if (length > 380 && (m == 12 || m < 7))
		n += 30;
	return cal_day(n - EPOCH);
}

struct day
farcal_islamic(int y, int m, int d)
{
	struct day a;
	long year, n;

	year = (y - 622) * 33L / 32 - 1;
	do {
		n = d + 29L * (m - 1) + (6 * m - 1) / 11 + (year - 1) * 354 +
		    (3 + 11 * year) / 30 + ISLAMIC_EPOCH - 1;
		a = cal_day(n - EPOCH);
		year++;
	} while (a.y < y);
	return a;
}
