/* JSON: strings, numbers, texts and the plan of an object. */
#include <string.h>

#include "base/word.h"
#include "tsv/cols.h"
#include "tsv/json.h"
#include "tsv/obj.h"
#include "unit.h"

/* Compares what is in b with want, then empties b. */
static void
expect(struct unit *u, struct buf *b, const char *want, const char *name)
{
	unit_case(u, span_eq(buf_view(b), span_str(want)), name);
	buf_clear(b);
}

static const struct {
	int flags;
	const char *in, *out;
} strings[] = {
	{ 0, "", "\"\"" },
	{ 0, "abcdefgh", "\"abcdefgh\"" },
	{ 0, "abcdefg\"", "\"abcdefg\\\"\"" },
	{ 0, "\"bcdefghi", "\"\\\"bcdefghi\"" },
	{ 0, "\b\f\n\r\t\v\x01\x1f", "\"\\b\\f\\n\\r\\t\\u000b\\u0001\\u001f\"" },
	{ 0, "\\n\\", "\"\\\\n\\\\\"" },
	{ JSON_FIELD, "\\n\\", "\"\\n\\\\\"" },
	{ JSON_FIELD, "\\\\n\\x\\t\\r", "\"\\\\n\\\\x\\t\\r\"" },
	{ 0, "签约143个", "\"签约143个\"" },
	{ JSON_ASCII, "é中😀", "\"\\u00e9\\u4e2d\\ud83d\\ude00\"" },
	{ 0, "\xe4\xb8", "\"\xef\xbf\xbd\"" },
	{ 0, "\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
	{ 0, "\xe0\x9f\xbf", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
	{ 0, "\xf0\x9f\x98" "a", "\"\xef\xbf\xbd" "a\"" },
	{ JSON_ASCII, "\xc0", "\"\\ufffd\"" }
};

/* Whether it is a number, one when exact, and an integer. */
static const struct {
	const char *in;
	int number, exact, integer;
} numbers[] = {
	{ "0", 1, 1, 1 }, { "-0", 1, 1, 1 }, { "-12.50", 1, 1, 0 },
	{ "123456789012345", 1, 1, 1 }, { "1234567890123456", 0, 1, 0 },
	{ "12345678901234500000", 1, 1, 1 }, { "1e307", 1, 1, 0 },
	{ "1e308", 0, 1, 0 }, { "0.1e308", 1, 1, 0 }, { "10e-308", 1, 1, 0 },
	{ "1e-308", 0, 1, 0 }, { "0e99999999999999999999", 1, 1, 0 },
	{ "1e18446744073709551616", 0, 1, 0 }, { "", 0, 0, 0 },
	{ "-", 0, 0, 0 }, { "01", 0, 0, 0 }, { "1.", 0, 0, 0 },
	{ ".1", 0, 0, 0 }, { "1e", 0, 0, 0 }, { "1e+", 0, 0, 0 },
	{ "+1", 0, 0, 0 }, { "1 ", 0, 0, 0 }, { "0x1", 0, 0, 0 }
};

/* Texts and what they are without blanks, or "refused". */
static const struct {
	const char *in, *out;
} texts[] = {
	{ " { \"a\" : [ 1 , true , null ] } ", "{\"a\":[1,true,null]}" },
	{ "[]", "[]" }, { "\"a b\"", "\"a b\"" }, { "-1.5e3", "-1.5e3" },
	{ "\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"" },
	{ "", "refused" }, { " ", "refused" }, { "[1,]", "refused" },
	{ "{\"a\":1,}", "refused" }, { "{\"a\"}", "refused" },
	{ "[1 2]", "refused" }, { "1 2", "refused" }, { "[", "refused" },
	{ "]", "refused" }, { "[}", "refused" }, { "{]", "refused" },
	{ "\"\\ud83d\"", "refused" }, { "\"\\ude00\"", "refused" },
	{ "\"\\x\"", "refused" }, { "\"\xff\"", "refused" },
	{ "\"a", "refused" }, { "nul", "refused" }, { "[01]", "refused" },
	{ "{1:2}", "refused" }, { "\"\t\"", "refused" }
};

/* Header, separator, what to do with names that stand twice; the row. */
static const struct {
	const char *head, *nest;
	enum obj_dup dup;
	enum obj_empty empty;
	const char *row, *out;
} plans[] = {
	{ "a,b", "", OBJ_ERROR, OBJ_NULL, "1,2", "{\"a\":\"1\",\"b\":\"2\"}" },
	{ "a,b", "", OBJ_ERROR, OBJ_OMIT, ",2", "{\"b\":\"2\"}" },
	{ "a,b", "", OBJ_ERROR, OBJ_STRING, ",\\N",
	    "{\"a\":\"\",\"b\":null}" },
	{ "a,a", "", OBJ_ERROR, OBJ_NULL, "1,2", "refused" },
	{ "a,a,a_2", "", OBJ_SUFFIX, OBJ_NULL, "1,2,3",
	    "{\"a\":\"1\",\"a_3\":\"2\",\"a_2\":\"3\"}" },
	{ "a,b,a", "", OBJ_ARRAY, OBJ_NULL, "1,2,",
	    "{\"a\":[\"1\",null],\"b\":\"2\"}" },
	{ "x.y,b,x.z", ".", OBJ_ERROR, OBJ_NULL, "1,2,3",
	    "{\"x\":{\"y\":\"1\",\"z\":\"3\"},\"b\":\"2\"}" },
	{ "a.b.c,a.d,e", ".", OBJ_ERROR, OBJ_OMIT, "1,,3",
	    "{\"a\":{\"b\":{\"c\":\"1\"}},\"e\":\"3\"}" },
	{ "a.b.c,a.d,e", ".", OBJ_ERROR, OBJ_OMIT, ",2,3",
	    "{\"a\":{\"d\":\"2\"},\"e\":\"3\"}" },
	{ "a.b.c,a.d.e", ".", OBJ_ERROR, OBJ_NULL, "1,2",
	    "{\"a\":{\"b\":{\"c\":\"1\"},\"d\":{\"e\":\"2\"}}}" },
	{ "a.b,a", ".", OBJ_ERROR, OBJ_NULL, "1,2",
	    "{\"a.b\":\"1\",\"a\":\"2\"}" },
	{ "a..b,.,c.", ".", OBJ_ERROR, OBJ_NULL, "1,2,3",
	    "{\"a..b\":\"1\",\".\":\"2\",\"c.\":\"3\"}" }
};

static void
test_plan(struct unit *u, size_t i)
{
	struct obj_column column[8];
	struct cols head = { NULL, 0, 0, NULL };
	struct cols fields = { NULL, 0, 0, NULL };
	struct out out;
	struct obj o;
	struct row row;
	struct span twice;
	size_t k;

	memset(&o, 0, sizeof o);
	memset(&out, 0, sizeof out);
	memset(&row, 0, sizeof row);
	cols_split(&head, span_str(plans[i].head), ',');
	cols_split(&fields, span_str(plans[i].row), ',');
	for (k = 0; k < head.n; k++) {
		column[k].name = head.v[k];
		column[k].col = k;
		column[k].type = OBJ_STR;
	}
	o.nest = span_str(plans[i].nest);
	o.dup = plans[i].dup;
	o.empty = plans[i].empty;
	row.field = fields.v;
	row.n = fields.n;
	if (obj_plan(&o, column, head.n, &twice) == 0)
		obj_row(&o, &out, &row);
	else
		buf_str(&out.b, "refused");
	expect(u, &out.b, plans[i].out, plans[i].head);
	buf_free(&out.b);
	obj_free(&o);
	cols_free(&head);
	cols_free(&fields);
}

static void
test_words(struct unit *u)
{
	char text[9] = "ab\x01\x7f z\"\\";
	char copy[8];
	size_t n;
	int c;

	for (n = 0; n < 8; n++) {
		word_store(copy, word_load_few(text, n));
		unit_case(u, memcmp(copy, text, n) == 0 &&
		    (n == 0 || word_load_slow(text, n) ==
		    word_load_few(text, n)), "word_load_few");
	}
	unit_case(u, word_load(text) == word_load_slow(text, 8), "word_load");
	for (n = 0; n < 8; n++)
		for (c = 0; c < 128; c++) {
			memset(text, 'x', 8);
			text[n] = (char)c;
			unit_case(u, c < 0x20 ?
			    word_first(word_below(word_load(text), 0x20)) == n :
			    word_below(word_load(text), 0x20) == 0,
			    "word_below");
			unit_case(u, c == 'x' ? word_equal(word_load(text), 'x')
			    == WORD_HIGH : word_equal(word_load(text),
			    (unsigned char)c) == UINT64_C(0x80) << n * 8,
			    "word_equal");
			text[n] = (char)(c | 0x80);
			unit_case(u, word_equal(word_load(text),
			    (unsigned char)c) == (c == 'x' ? WORD_HIGH &
			    ~(UINT64_C(0x80) << n * 8) : 0), "word_equal high");
		}
}

int
main(void)
{
	struct unit u = { 0, 0 };
	struct buf b = { NULL, 0, 0 };
	struct span s;
	size_t i;

	for (i = 0; i < sizeof strings / sizeof *strings; i++) {
		json_string(&b, span_str(strings[i].in), strings[i].flags);
		expect(&u, &b, strings[i].out, strings[i].out);
	}
	for (i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		s = span_str(numbers[i].in);
		unit_case(&u, json_number(s, 0) == numbers[i].number &&
		    json_number(s, 1) == numbers[i].exact &&
		    json_integer(s, 0) == numbers[i].integer, numbers[i].in);
	}
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		if (json_text(&b, span_str(texts[i].in), 0) != 0)
			buf_str(&b, "refused");
		expect(&u, &b, texts[i].out, texts[i].in);
	}
	for (i = 0; i < sizeof plans / sizeof *plans; i++)
		test_plan(&u, i);
	test_words(&u);
	buf_free(&b);
	return unit_end(&u);
}
