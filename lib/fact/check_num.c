/* Arithmetic of printed numbers: exact, with what printing leaves open. */
#include "fact/check_int.h"

#include <string.h>

enum { WAN = 4, YI = 8, DAY_DIGITS = 10 };

static int
at_least(const struct dec *v, long power)
{
	struct dec one;
	int c;

	memset(&one, 0, sizeof one);
	dec_uint(&one, 1);
	dec_shift(&one, power);
	c = dec_cmp(v, &one);
	dec_free(&one);
	return c >= 0;
}

/*
 * The last printed place of 1027.15亿 is that of 6 zeros; of 320亿 that of 8,
 * since 亿 stands behind the printed digits; of 5000 that of 0.
 */
long
num_place(const struct dec *v, int money)
{
	long most;

	if (dec_zero(v))
		return 0;
	most = !money ? 0 : at_least(v, YI) ? YI : at_least(v, WAN) ? WAN : 0;
	return v->exp < most ? v->exp : most;
}

static long
digits(const struct dec *v, long place)
{
	return (long)v->d.n + v->exp - place;
}

/* Adds n halves of a unit of 10^place, times f, to sum. */
static void
add_slack(struct dec *sum, unsigned n, long place, const struct dec *f)
{
	struct dec u;

	memset(&u, 0, sizeof u);
	dec_uint(&u, (uint64_t)n * 5);
	dec_shift(&u, place - 1);
	dec_mul(&u, &u, f);
	dec_add(sum, sum, &u);
	dec_free(&u);
}

static int
within(struct dec *diff, const struct dec *slack, int strict)
{
	int c;

	if (diff->neg)
		dec_negate(diff);
	c = dec_cmp(diff, slack);
	return strict ? c < 0 : c <= 0;
}

/*
 * Whether a / b can be printed as t percent with the last place `place`:
 * rounded or cut there, give or take one unit.  A term printed with fewer
 * digits than t may itself be off by half a unit.
 */
int
num_ratio(const struct item *a, const struct item *b, const struct dec *t,
    long place)
{
	struct dec x, y, slack, hundred;
	int ok;

	if (dec_zero(&b->v) || b->v.neg)
		return 0;
	memset(&x, 0, sizeof x);
	memset(&y, 0, sizeof y);
	memset(&slack, 0, sizeof slack);
	memset(&hundred, 0, sizeof hundred);
	dec_uint(&hundred, 100);
	dec_mul(&x, &a->v, &hundred);
	dec_mul(&y, &b->v, t);
	dec_sub(&x, &x, &y);
	add_slack(&slack, 4, place, &b->v);
	if (digits(&a->v, a->place) < digits(t, place))
		add_slack(&slack, 1, a->place, &hundred);
	if (digits(&b->v, b->place) < digits(t, place))
		add_slack(&slack, 1, b->place, t);
	ok = within(&x, &slack, 1);
	dec_free(&x);
	dec_free(&y);
	dec_free(&slack);
	dec_free(&hundred);
	return ok;
}

/* Whether n parts, each rounded at the coarsest place, can make the whole. */
int
num_sum(const struct item *whole, const struct item *const *part, size_t n)
{
	struct dec sum, slack, one;
	long place;
	size_t i;
	int ok;

	memset(&sum, 0, sizeof sum);
	memset(&slack, 0, sizeof slack);
	memset(&one, 0, sizeof one);
	dec_uint(&one, 1);
	place = whole->place;
	for (i = 0; i < n; i++) {
		dec_add(&sum, &sum, &part[i]->v);
		if (part[i]->place > place)
			place = part[i]->place;
	}
	dec_sub(&sum, &sum, &whole->v);
	if (place != 0)
		add_slack(&slack, (unsigned)n + 1, place, &one);
	ok = within(&sum, &slack, 0);
	dec_free(&sum);
	dec_free(&slack);
	dec_free(&one);
	return ok;
}

static long
power_of(const char *p)
{
	static const struct {
		const char *letter;
		long power;
	} t[] = {
		{ "十", 1 }, { "百", 2 }, { "千", 3 }, { "万", WAN },
		{ "亿", YI }
	};
	size_t i;

	for (i = 0; i < sizeof t / sizeof *t; i++)
		if (memcmp(p, t[i].letter, 3) == 0)
			return t[i].power;
	return 0;
}

int
num_same_set(const struct fact *a, const struct fact *b)
{
	return span_eq(a->scope, b->scope) ||
	    (a->scope.n == 0 && span_eq(a->predicate, b->scope)) ||
	    (b->scope.n == 0 && span_eq(b->predicate, a->scope));
}

/*
 * 千万元以上项目: 10000000; 500万元以上: 5000000.  Sets v and returns 1 where
 * the scope holds such a limit.
 */
int
num_threshold(struct span scope, struct dec *v)
{
	static const char mark[] = "元以上";
	size_t n = sizeof mark - 1, at, i;
	long power;

	for (at = 0; at + n <= scope.n; at++)
		if (memcmp(scope.p + at, mark, n) == 0)
			break;
	if (at + n > scope.n)
		return 0;
	for (i = at, power = 0; i >= 3 && power_of(scope.p + i - 3) != 0;
	    i -= 3)
		power += power_of(scope.p + i - 3);
	for (at = i; at > 0 && ((scope.p[at - 1] >= '0' &&
	    scope.p[at - 1] <= '9') || scope.p[at - 1] == '.'); at--)
		;
	if (at == i)
		dec_uint(v, 1);
	else if (dec_parse(v, span_of(scope.p + at, i - at)) == -1)
		return 0;
	dec_shift(v, power);
	return at < i || power > 0;
}

/* Whether money / count is at least `least`. */
int
num_mean(const struct dec *money, const struct dec *count,
    const struct dec *least)
{
	struct dec x;
	int c;

	memset(&x, 0, sizeof x);
	dec_mul(&x, count, least);
	c = dec_cmp(money, &x);
	dec_free(&x);
	return c >= 0;
}

static long
two(const char *p)
{
	return (p[0] - '0') * 10 + (p[1] - '0');
}

/* Days since a day in the past, in the Gregorian calendar. */
static long
day_number(const char *p)
{
	long y, m;

	y = two(p) * 100 + two(p + 2);
	m = two(p + 5);
	if (m < 3) {
		y--;
		m += 12;
	}
	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m - 457) / 5 +
	    two(p + 8);
}

static int
is_day(const char *p)
{
	static const char shape[] = "dddd-dd-dd";
	size_t i;

	for (i = 0; i < DAY_DIGITS; i++)
		if (shape[i] == 'd' ? p[i] < '0' || p[i] > '9' :
		    p[i] != shape[i])
			return 0;
	return 1;
}

/* The days of 2022-05-09/2022-05-11: 3; of anything but whole days: 0. */
long
num_days(struct span t)
{
	long n;

	if (t.n == DAY_DIGITS && is_day(t.p))
		return 1;
	if (t.n != 2 * DAY_DIGITS + 1 || t.p[DAY_DIGITS] != '/' ||
	    !is_day(t.p) || !is_day(t.p + DAY_DIGITS + 1))
		return 0;
	n = day_number(t.p + DAY_DIGITS + 1) - day_number(t.p) + 1;
	return n > 0 ? n : 0;
}

static int
is_year(const char *p)
{
	size_t i;

	for (i = 0; i < 4; i++)
		if (p[i] < '0' || p[i] > '9')
			return 0;
	return 1;
}

/* Whether a is b one year earlier: 2022-01/2022-03 of 2023-01/2023-03. */
int
num_year_before(struct span a, struct span b)
{
	size_t i, end;
	long x, y;

	if (a.n != b.n || a.n < 4)
		return 0;
	for (i = 0; i < a.n; i = end + 1) {
		for (end = i; end < a.n && a.p[end] != '/'; end++)
			;
		if (end - i < 4 || !is_year(a.p + i) || !is_year(b.p + i) ||
		    memcmp(a.p + i + 4, b.p + i + 4, end - i - 4) != 0 ||
		    (end < a.n && b.p[end] != '/'))
			return 0;
		x = two(a.p + i) * 100 + two(a.p + i + 2);
		y = two(b.p + i) * 100 + two(b.p + i + 2);
		if (x + 1 != y)
			return 0;
	}
	return 1;
}
