/* Numerals, calendars and points of time: arrays of cases, a loop each. */
#include <string.h>

#include "num/cal.h"
#include "num/numeral.h"
#include "num/scan.h"
#include "num/when.h"
#include "unit.h"

/* Compares what is in b with want, then empties b. */
static void
expect(struct unit *u, struct buf *b, const char *want, const char *name)
{
	unit_case(u, want != NULL && span_eq(buf_view(b), span_str(want)),
	    name);
	buf_clear(b);
}

static const struct {
	const char *in;
	size_t len;		/* characters that the numeral takes */
	const char *lo, *hi;	/* hi NULL: no range */
} numeral[] = {
	{ "0", 1, "0", NULL },
	{ "1,027.15亿", 9, "102715000000", NULL },
	{ "１２．５", 4, "12.5", NULL },
	{ "-3.20", 5, "-3.2", NULL },
	{ "负五", 2, "-5", NULL },
	{ "零下", 0, "", NULL },
	{ "三百五十万亿", 6, "350000000000000", NULL },
	{ "三万五", 3, "35000", NULL },
	{ "三万零五", 4, "30005", NULL },
	{ "二〇二三", 4, "2023", NULL },
	{ "贰拾叁", 3, "23", NULL },
	{ "廿八", 2, "28", NULL },
	{ "3千5百", 4, "3500", NULL },
	{ "十二点五", 4, "12.5", NULL },
	{ "三四十", 3, "30", "40" },
	{ "数百万", 3, "1000000", "10000000" },
	{ "几", 1, "1", "9" },
	{ "123456789012345678901234567890", 30,
	    "123456789012345678901234567890", NULL },
	{ "1.2.3", 1, "1", NULL },
	{ "千瓦", 0, "", NULL },
	{ "项", 0, "", NULL }
};

static void
numerals(struct unit *u, struct scan *s)
{
	struct token t;
	struct buf b = { NULL, 0, 0 };
	size_t i, end;

	memset(&t, 0, sizeof t);
	for (i = 0; i < sizeof numeral / sizeof *numeral; i++) {
		t.text = span_str(numeral[i].in);
		line_set(&s->l, &s->k.chars, &t, 1);
		end = numeral_read(&s->l, &s->k.units, 0, &s->a);
		unit_case(u, end == numeral[i].len, numeral[i].in);
		if (end == 0)
			continue;
		dec_print(&b, &s->a.lo);
		expect(u, &b, numeral[i].lo, numeral[i].in);
		unit_case(u, s->a.range == (numeral[i].hi != NULL),
		    numeral[i].in);
		if (!s->a.range)
			continue;
		dec_print(&b, &s->a.hi);
		expect(u, &b, numeral[i].hi, numeral[i].in);
	}
	buf_free(&b);
}

static const struct {
	const char *from, *days, *months;	/* 45 days, 13 months on */
	int weekday;
} step[] = {
	{ "1970-01-01", "1970-02-15", "1971-02-01", 4 },
	{ "2023-03-28", "2023-05-12", "2024-04-28", 2 },
	{ "2024-01-31", "2024-03-16", "2025-02-28", 3 },
	{ "2023-01-31", "2023-03-17", "2024-02-29", 2 },
	{ "1900-02-28", "1900-04-14", "1901-03-28", 3 },
	{ "1999-12-31", "2000-02-14", "2001-01-31", 5 }
};

static void
days(struct unit *u)
{
	struct buf b = { NULL, 0, 0 };
	struct when w, to;
	struct day a;
	size_t i;

	for (i = 0; i < sizeof step / sizeof *step; i++) {
		memset(&w, 0, sizeof w);
		unit_case(u, when_parse(&w, span_str(step[i].from)) == 0,
		    step[i].from);
		a = when_first(&w);
		to = when_day(cal_add(a, 45));
		when_print(&b, &to);
		expect(u, &b, step[i].days, step[i].from);
		to = when_day(cal_add_months(a, 13));
		when_print(&b, &to);
		expect(u, &b, step[i].months, step[i].from);
		unit_case(u, cal_weekday(a) == step[i].weekday, step[i].from);
		unit_case(u, cal_number(cal_day(cal_number(a))) ==
		    cal_number(a), step[i].from);
	}
	buf_free(&b);
}

static const struct {
	int y, m, d;
	const char *out;	/* the day of the Gregorian calendar */
} lunar[] = {
	{ 2023, 1, 1, "2023-01-22" },
	{ 2023, 8, 15, "2023-09-29" },
	{ 2023, -2, 1, "2023-03-22" },
	{ 2024, 1, 1, "2024-02-10" },
	{ 2020, 5, 5, "2020-06-25" },
	{ 2023, -3, 1, "none" },
	{ 1500, 1, 1, "none" }
};

static void
moons(struct unit *u, const struct scan *s)
{
	struct buf b = { NULL, 0, 0 };
	struct when w;
	struct day a;
	size_t i;

	for (i = 0; i < sizeof lunar / sizeof *lunar; i++) {
		if (cal_lunar(&s->k.lunar, lunar[i].y, lunar[i].m, lunar[i].d,
		    &a) == 0) {
			w = when_day(a);
			when_print(&b, &w);
		} else {
			buf_str(&b, "none");
		}
		expect(u, &b, lunar[i].out, lunar[i].out);
	}
	buf_free(&b);
}

static const struct {
	const char *in, *out;
} point[] = {
	{ "2023", "2023" },
	{ "2023-03", "2023-03" },
	{ "2023-03-28", "2023-03-28" },
	{ "2023-03-28T09", "2023-03-28T09" },
	{ "2023-03-28T09:26:05+08:00", "2023-03-28T09:26:05" },
	{ "0987-01-02", "0987-01-02" },
	{ "2023-13", "refused" },
	{ "2023-02-30", "refused" },
	{ "2023-03-28T09:61", "refused" },
	{ "23-03-28", "refused" },
	{ "", "refused" }
};

static void
points(struct unit *u)
{
	struct buf b = { NULL, 0, 0 };
	struct when w;
	size_t i;

	for (i = 0; i < sizeof point / sizeof *point; i++) {
		memset(&w, 0, sizeof w);
		if (when_parse(&w, span_str(point[i].in)) == 0)
			when_print(&b, &w);
		else
			buf_str(&b, "refused");
		expect(u, &b, point[i].out, point[i].in);
	}
	buf_free(&b);
}

int
main(void)
{
	static struct scan s;
	struct unit u = { 0, 0 };

	unit_case(&u, scan_open(&s) == 0, "tables");
	numerals(&u, &s);
	days(&u);
	moons(&u, &s);
	points(&u);
	scan_free(&s);
	return unit_end(&u);
}
