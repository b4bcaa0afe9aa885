/* Exact decimals: arrays of cases run by one loop each. */
#include <string.h>

#include "base/dec.h"
#include "unit.h"

/* Compares what is in b with want, then empties b. */
static void
expect(struct unit *u, struct buf *b, const char *want, const char *name)
{
	unit_case(u, span_eq(buf_view(b), span_str(want)), name);
	buf_clear(b);
}

static const struct {
	const char *in, *out;
} parse[] = {
	{ "0", "0" },
	{ "-0.00", "0" },
	{ "007", "7" },
	{ "-12.50", "-12.5" },
	{ ".5", "0.5" },
	{ "5.", "5" },
	{ "+3", "3" },
	{ "0.00012", "0.00012" },
	{ "102715000000", "102715000000" },
	{ "202107211321363588510367.125", "202107211321363588510367.125" },
	{ "", "refused" },
	{ "-", "refused" },
	{ ".", "refused" },
	{ "1.2.3", "refused" },
	{ "1e5", "refused" },
	{ "1 ", "refused" }
};

static const struct {
	int op;
	const char *x, *y, *out;
} sums[] = {
	{ '+', "1027.15", "0.85", "1028" },
	{ '+', "-3", "3", "0" },
	{ '+', "1000000000000000000000000000000", "1",
	    "1000000000000000000000000000001" },
	{ '+', "0", "-2.5", "-2.5" },
	{ '+', "-1", "0.001", "-0.999" },
	{ '-', "5", "8", "-3" },
	{ '-', "0", "7", "-7" },
	{ '-', "1", "0.0000000001", "0.9999999999" },
	{ '-', "-1", "-1", "0" },
	{ '*', "99999999999999999999", "99999999999999999999",
	    "9999999999999999999800000000000000000001" },
	{ '*', "-0.5", "0.2", "-0.1" },
	{ '*', "350", "2", "700" },
	{ '*', "0", "-7", "0" },
	{ '/', "1", "4", "0.25" },
	{ '/', "1", "3", "1/3" },
	{ '/', "6", "-4", "-1.5" },
	{ '/', "-2", "7", "-2/7" },
	{ '/', "10", "4", "2.5" },
	{ '/', "25", "100000000", "0.00000025" },
	{ '/', "0.5", "1.5", "1/3" },
	{ '/', "0", "9", "0" },
	{ '/', "1", "0", "refused" },
	{ '/', "1", "3000000000000000000", "refused" },
	{ '<', "2", "10", "-1" },
	{ '<', "-2", "-10", "1" },
	{ '<', "0.10", "0.1", "0" },
	{ '<', "0", "-0.1", "1" },
	{ '<', "99", "100.5", "-1" },
	{ '<', "1.05", "1.051", "-1" }
};

static void
calculate(struct buf *b, int op, const struct dec *x, const struct dec *y,
    struct dec *r)
{
	if (op == '/') {
		if (dec_fraction(b, x, y) != 0)
			buf_str(b, "refused");
		return;
	}
	if (op == '<') {
		buf_fmt(b, "%d", dec_cmp(x, y));
		return;
	}
	if (op == '+')
		dec_add(r, x, y);
	else if (op == '-')
		dec_sub(r, x, y);
	else
		dec_mul(r, x, y);
	dec_print(b, r);
}

int
main(void)
{
	struct unit u = { 0, 0 };
	struct dec x, y;
	struct buf b;
	size_t i;

	memset(&x, 0, sizeof x);
	memset(&y, 0, sizeof y);
	memset(&b, 0, sizeof b);
	for (i = 0; i < sizeof parse / sizeof parse[0]; i++) {
		if (dec_parse(&x, span_str(parse[i].in)) != 0)
			buf_str(&b, "refused");
		else
			dec_print(&b, &x);
		expect(&u, &b, parse[i].out, parse[i].in);
	}
	for (i = 0; i < sizeof sums / sizeof sums[0]; i++) {
		unit_case(&u, dec_parse(&x, span_str(sums[i].x)) == 0 &&
		    dec_parse(&y, span_str(sums[i].y)) == 0, "operands");
		calculate(&b, sums[i].op, &x, &y, &x);
		expect(&u, &b, sums[i].out, sums[i].out);
	}
	dec_uint(&x, 1500);
	dec_shift(&x, 8);
	dec_print(&b, &x);
	expect(&u, &b, "150000000000", "shift");
	dec_free(&x);
	dec_free(&y);
	buf_free(&b);
	return unit_end(&u);
}
