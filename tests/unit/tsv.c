/* Tests of lib/tsv: escapes and column lists; streams are tested by io.bats. */
#include <string.h>

#include "tsv/cols.h"
#include "tsv/esc.h"
#include "unit.h"

static const struct {
	const char *plain;
	const char *field;
} escapes[] = {
	{ "", "" },
	{ "项目", "项目" },
	{ "a\tb", "a\\tb" },
	{ "a\nb\r", "a\\nb\\r" },
	{ "\\", "\\\\" },
	{ "\\N", "\\\\N" },
	{ "\\t\t", "\\\\t\\t" },
	{ "\001\037", "\001\037" },
};

/* Escapes that are none stay as they are. */
static const char *const strays[] = { "\\x", "a\\", "\\N", "\\\"" };

static void
test_escapes(struct unit *u)
{
	struct buf b;
	struct span s;
	size_t i;

	memset(&b, 0, sizeof b);
	for (i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
		buf_clear(&b);
		esc_add(&b, span_str(escapes[i].plain));
		unit_case(u, span_eq(buf_view(&b), span_str(escapes[i].field)),
		    escapes[i].field);
		s = esc_view(span_str(escapes[i].field), &b);
		unit_case(u, span_eq(s, span_str(escapes[i].plain)),
		    escapes[i].field);
	}
	for (i = 0; i < sizeof strays / sizeof strays[0]; i++)
		unit_case(u, span_eq(esc_view(span_str(strays[i]), &b),
		    span_str(strays[i])), strays[i]);
	buf_clear(&b);
	esc_add(&b, span_of("a\0b", 3));
	unit_case(u, b.n == 3, "NUL stays");
	buf_free(&b);
}

static void
test_columns(struct unit *u)
{
	struct cols c;

	memset(&c, 0, sizeof c);
	cols_split(&c, span_str("a\t\tb"), '\t');
	unit_case(u, c.n == 3 && c.v[1].n == 0, "an empty name");
	unit_case(u, cols_find(&c, span_str("b")) == 2, "a name is found");
	unit_case(u, cols_find(&c, span_str("c")) == COL_NONE, "or not");
	unit_case(u, cols_twice(&c).n == 0, "no name twice");
	cols_split(&c, span_str("b,a,b"), ',');
	unit_case(u, span_eq(cols_twice(&c), span_str("b")), "a name twice");
	cols_split(&c, span_str(""), ',');
	unit_case(u, c.n == 1, "one empty name");
	cols_free(&c);
}

int
main(void)
{
	struct unit u = { 0, 0 };

	test_escapes(&u);
	test_columns(&u);
	return unit_end(&u);
}
