/* Rule files and the arithmetic of checks: arrays of cases. */
#include <string.h>

#include "fact/check_int.h"
#include "fact/rule.h"

/* A sentence has units too. */
#define unit test
#include "unit.h"
#undef unit

static const struct {
	const char *rules, *error;
} texts[] = {
	{ "", NULL },
	{ "# nothing\n\n\n", NULL },
	{ "list MINE A: a b\n c/d B/m: e\n", NULL },
	{ "rule t: a => drop", NULL },
	{ "rule t -9: a|b (c d)* <money >=1e8 <2亿> => drop; push; pop", NULL },
	{ "rule t:", NULL },
	{ "check c: (1 + a.yoy) * 2 / b - 'R & D' >= 3万 within 5 %", ":1: " },
	{ "check c: (1 + a.yoy) * 2 / b - 'R & D' >= 3万 within 5%", NULL },
	{ "rule t: a => drop\nrule", "f:2: a name is missing" },
	{ "rule t: a{1,70} => drop", "f:1: rule t: a number is over 64" },
	{ "\n\nrule t: a? => drop", "f:3: rule t: the pattern matches" },
	{ "rule t: a =>\n\n drop", ":1: rule t: an action is missing" }
};

static void
parse(struct test *u)
{
	struct words w;
	struct rules *r;
	size_t i;
	int ok;

	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		unit_case(u, words_open(&w) == 0, "words_open");
		r = rules_new(&w);
		ok = rules_text(r, "f", span_str(texts[i].rules));
		if (ok == 0)
			ok = rules_ready(r);
		unit_case(u, (ok == 0) == (texts[i].error == NULL) &&
		    (ok == 0 || strstr(rules_error(r), texts[i].error) !=
		    NULL), texts[i].rules);
		rules_free(r);
		words_close(&w);
	}
}

static const struct {
	const char *value;
	int money;
	long place;
} places[] = {
	{ "102715000000", 1, 6 },
	{ "32000000000", 1, 8 },
	{ "5000000", 1, 4 },
	{ "5000", 0, 0 },
	{ "92.5", 0, -1 },
	{ "0", 1, 0 }
};

/* Printed as t percent: 1, or 0 for a contradiction. */
static const struct {
	const char *a, *b, *t;
	int money, ok;
} ratios[] = {
	{ "29600000000", "32000000000", "92.5", 1, 1 },
	{ "29600000000", "32000000000", "92.7", 1, 0 },
	{ "539", "540", "99", 0, 1 },
	{ "539", "540", "98", 0, 1 },
	{ "539", "540", "97", 0, 0 },
	{ "3590000000", "5621000000", "63.88", 1, 1 },
	{ "519", "540", "96", 0, 1 },
	{ "0", "540", "0", 0, 1 },
	{ "1", "0", "100", 0, 0 }
};

static void
item_set(struct item *i, const char *value, int money)
{
	memset(i, 0, sizeof *i);
	dec_parse(&i->v, span_str(value));
	i->place = num_place(&i->v, money);
}

static void
numbers(struct test *u)
{
	struct item a, b, t;
	size_t i;

	for (i = 0; i < sizeof places / sizeof *places; i++) {
		item_set(&a, places[i].value, places[i].money);
		unit_case(u, a.place == places[i].place, places[i].value);
		dec_free(&a.v);
	}
	for (i = 0; i < sizeof ratios / sizeof *ratios; i++) {
		item_set(&a, ratios[i].a, ratios[i].money);
		item_set(&b, ratios[i].b, ratios[i].money);
		item_set(&t, ratios[i].t, 0);
		unit_case(u, num_ratio(&a, &b, &t.v, t.place) == ratios[i].ok,
		    ratios[i].t);
		dec_free(&a.v);
		dec_free(&b.v);
		dec_free(&t.v);
	}
}

static const struct {
	const char *scope, *least;	/* NULL: no limit */
} limits[] = {
	{ "千万元以上项目", "10000000" },
	{ "500万元以上", "5000000" },
	{ "1.5亿元以上", "150000000" },
	{ "亿元以上", "100000000" },
	{ "元以上", NULL },
	{ "重点项目", NULL },
	{ "", NULL }
};

static const struct {
	const char *time;
	long days;
} spans[] = {
	{ "2022-05-09/2022-05-11", 3 },
	{ "2022-10-31/2022-11-02", 3 },
	{ "2024-02-28/2024-03-01", 3 },
	{ "2023-12-31/2024-01-01", 2 },
	{ "2022-05-09", 1 },
	{ "2022-05", 0 },
	{ "2022-05-11/2022-05-09", 0 },
	{ "", 0 }
};

static const struct {
	const char *then, *now;
	int ok;
} years[] = {
	{ "2022", "2023", 1 },
	{ "2022-01/2022-03", "2023-01/2023-03", 1 },
	{ "2022-01/2022-03", "2023-01/2023-04", 0 },
	{ "2021", "2023", 0 },
	{ "2022/..", "2023/..", 0 },
	{ "", "", 0 }
};

static void
words_of_scope_and_time(struct test *u)
{
	struct dec v, want;
	size_t i;
	int ok;

	memset(&v, 0, sizeof v);
	memset(&want, 0, sizeof want);
	for (i = 0; i < sizeof limits / sizeof *limits; i++) {
		ok = num_threshold(span_str(limits[i].scope), &v);
		if (limits[i].least != NULL)
			dec_parse(&want, span_str(limits[i].least));
		unit_case(u, ok == (limits[i].least != NULL) && (!ok ||
		    dec_cmp(&v, &want) == 0), limits[i].scope);
	}
	dec_free(&v);
	dec_free(&want);
	for (i = 0; i < sizeof spans / sizeof *spans; i++)
		unit_case(u, num_days(span_str(spans[i].time)) ==
		    spans[i].days, spans[i].time);
	for (i = 0; i < sizeof years / sizeof *years; i++)
		unit_case(u, num_year_before(span_str(years[i].then),
		    span_str(years[i].now)) == years[i].ok, years[i].now);
}

int
main(void)
{
	struct test u = { 0, 0 };

	parse(&u);
	numbers(&u);
	words_of_scope_and_time(&u);
	return unit_end(&u);
}
