/*
 * Dates: what parses prints and parses again; days count on and back; the
 * calendars give days that exist.
 */
#include "fuzz.h"

#include "num/scan.h"
#include "num/when.h"

static int
number(const uint8_t *p)
{
	return (int)((unsigned)p[0] << 8 | p[1]);
}

/* Days around one given as a number. */
static void
days(struct day a, long by)
{
	struct day b;

	FUZZ_HOLDS(cal_valid(a.y, a.m, a.d));
	b = cal_add(a, by);
	FUZZ_HOLDS(cal_number(b) - cal_number(a) == by);
	FUZZ_HOLDS(cal_weekday(a) >= 1 && cal_weekday(a) <= 7);
	FUZZ_HOLDS(cal_weekday(cal_add(a, 7)) == cal_weekday(a));
	b = cal_add_months(a, (int)(by % 1000));
	FUZZ_HOLDS(b.m >= 1 && b.m <= 12 && b.d <= cal_days(b.y, b.m));
	b = cal_nth(a.y, a.m, (int)(a.d % 6), 1 + (int)(a.d % 7));
	FUZZ_HOLDS(b.m >= 1 && b.m <= 12);
}

static void
parse(struct span s)
{
	struct buf b = { NULL, 0, 0 };
	struct when w, v;

	memset(&w, 0, sizeof w);
	if (when_parse(&w, s) == 0) {
		when_print(&b, &w);
		FUZZ_HOLDS(when_parse(&v, buf_view(&b)) == 0);
		FUZZ_HOLDS(v.y == w.y && v.m == w.m && v.d == w.d &&
		    v.prec == w.prec);
		if (w.prec >= P_HOUR && w.h < 24 && w.s < 60) {
			v = when_shift(&w, 3600);
			v = when_shift(&v, -3600);
			FUZZ_HOLDS(v.h == w.h && v.d == w.d);
		}
		FUZZ_HOLDS(cal_number(when_first(&w)) <=
		    cal_number(when_last(&w)));
	}
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct scan *s;
	struct day a;

	if (s == NULL) {
		s = calloc(1, sizeof *s);
		FUZZ_HOLDS(s != NULL && scan_open(s) == 0);
	}
	if (n < 6)
		return 0;
	days(cal_day(number(data) * 4L), number(data + 2) - 32768L);
	if (cal_lunar(&s->k.lunar, 1880 + data[0], (int)(data[4] % 25) - 12,
	    data[5] % 31, &a) == 0)
		FUZZ_HOLDS(cal_valid(a.y, a.m, a.d));
	if (cal_term(&s->k.lunar, 1880 + data[0], data[4] % 24, &a) == 0)
		FUZZ_HOLDS(cal_valid(a.y, a.m, a.d));
	parse(span_of((const char *)data + 6, n - 6));
	return 0;
}
