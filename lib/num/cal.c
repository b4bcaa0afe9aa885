/* Calendars. */
#include "num/cal.h"

int
cal_days(int y, int m)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	if (m < 1 || m > 12)
		return 31;
	if (m == 2 && y % 4 == 0 && (y % 100 != 0 || y % 400 == 0))
		return 29;
	return days[m - 1];
}

int
cal_valid(int y, int m, int d)
{
	if (m < 1 || m > 12 || d < 1)
		return 0;
	return d <= (y == 0 ? cal_days(2000, m) : cal_days(y, m));
}

long
cal_number(struct day a)
{
	long y, era, yoe, doy;

	y = a.m <= 2 ? a.y - 1 : a.y;
	era = (y >= 0 ? y : y - 399) / 400;
	yoe = y - era * 400;
	doy = (153 * (a.m + (a.m > 2 ? -3 : 9)) + 2) / 5 + a.d - 1;
	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

struct day
cal_day(long n)
{
	struct day a;
	long era, doe, yoe, doy, mp;

	n += 719468;
	era = (n >= 0 ? n : n - 146096) / 146097;
	doe = n - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	a.d = (int)(doy - (153 * mp + 2) / 5 + 1);
	a.m = (int)(mp < 10 ? mp + 3 : mp - 9);
	a.y = (int)(yoe + era * 400 + (a.m <= 2));
	return a;
}

struct day
cal_add(struct day a, long n)
{
	return cal_day(cal_number(a) + n);
}

struct day
cal_add_months(struct day a, int n)
{
	int k;

	k = a.y * 12 + a.m - 1 + n;
	a.y = k / 12;
	a.m = k % 12 + 1;
	if (a.d > cal_days(a.y, a.m))
		a.d = cal_days(a.y, a.m);
	return a;
}

int
cal_weekday(struct day a)
{
	long n;

	n = (cal_number(a) + 3) % 7;	/* 1970-01-01 was a Thursday */
	return (int)(n < 0 ? n + 7 : n) + 1;
}

struct day
cal_nth(int y, int m, int n, int weekday)
{
	struct day a;

	a.y = y;
	a.m = m;
	a.d = n == 0 ? cal_days(y, m) - 6 : 1;
	a = cal_add(a, (weekday - cal_weekday(a) + 7) % 7);
	return n == 0 ? a : cal_add(a, 7L * (n - 1));
}

static int
load_year(const struct words *table, int y, struct word *w)
{
	uint32_t cp[4];
	int i;

	if (y < 1000 || y > 9999)
		return -1;
	for (i = 3; i >= 0; i--, y /= 10)
		cp[i] = (uint32_t)('0' + y % 10);
	return words_longest(table, cp, 4, w) == 4 ? 0 : -1;
}

int
cal_lunar(const struct words *table, int y, int m, int d, struct day *out)
{
	struct word w;
	long n;
	int i, index, leap, months, len;

	if (load_year(table, y, &w) != 0)
		return -1;
	leap = w.a % 100;
	months = w.b & 8192 && leap != 0 ? 13 : 12;
	if (m < 0 && -m != leap)
		return -1;
	index = m == 0 ? months - 1 : m < 0 ? -m : m - 1;
	if (m > 0 && leap != 0 && m > leap)
		index++;
	out->y = y;
	out->m = w.a / 10000;
	out->d = w.a / 100 % 100;
	n = 0;
	for (i = 0; i < index; i++)
		n += w.b >> i & 1 ? 30 : 29;
	len = w.b >> index & 1 ? 30 : 29;
	if (d > len)
		return -1;
	*out = cal_add(*out, n + (d == 0 ? len : d) - 1);
	return 0;
}

int
cal_term(const struct words *table, int y, int term, struct day *out)
{
	struct word w;

	if (load_year(table, y, &w) != 0 || term < 0 || term > 23 ||
	    w.text.n != 48)
		return -1;
	out->y = y;
	out->m = term / 2 + 1;
	out->d = (w.text.p[2 * term] - '0') * 10 + w.text.p[2 * term + 1] - '0';
	return 0;
}
