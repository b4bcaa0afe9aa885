/*
 * Script conversion: changes stand in order, what they replace stands in the
 * text, and with them applied the text is what came out.
 */
#include "fuzz.h"

#include "tab/tab.h"
#include "text/script.h"
#include "text/utf8.h"

TAB_DECLARE(s2t);
TAB_DECLARE(t2s);

struct trail {
	struct span text;
	size_t at;		/* the changes so far end here */
	size_t changes;
	struct buf made;
};

static void
note(void *arg, size_t off, struct span from, struct span to)
{
	struct trail *t = arg;

	FUZZ_HOLDS(off >= t->at && off + from.n <= t->text.n && from.n > 0);
	FUZZ_HOLDS(span_eq(from, span_of(t->text.p + off, from.n)));
	FUZZ_HOLDS(!span_eq(from, to));
	buf_add(&t->made, t->text.p + t->at, off - t->at);
	buf_span(&t->made, to);
	t->at = off + from.n;
	t->changes++;
}

static void
check(const struct script *s, struct span text, int all)
{
	struct buf out = { NULL, 0, 0 };
	struct trail t = { text, 0, 0, { NULL, 0, 0 } };

	FUZZ_HOLDS(script_convert(s, text.p, text.n, all, &out, note, &t) ==
	    t.changes);
	buf_add(&t.made, text.p + t.at, text.n - t.at);
	FUZZ_HOLDS(span_eq(buf_view(&out), buf_view(&t.made)));
	FUZZ_HOLDS(out.n == 0 || utf8_valid(out.p, out.n) == out.n ||
	    utf8_valid(text.p, text.n) != text.n);
	if (script_sure(s, text.p, text.n))
		FUZZ_HOLDS(t.changes > 0);
	buf_free(&out);
	buf_free(&t.made);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct script s2t, t2s;
	static int open;
	struct span text;
	struct tab t;
	int all;

	if (!open)
		FUZZ_HOLDS(TAB_OPEN(&t, s2t, "SCPT") == 0 &&
		    script_open(&s2t, &t) == 0 &&
		    TAB_OPEN(&t, t2s, "SCPT") == 0 &&
		    script_open(&t2s, &t) == 0);
	open = 1;
	text = span_of((const char *)data, n);
	if (n == 0)
		return 0;
	for (all = 0; all < 2; all++) {
		check(&s2t, text, all);
		check(&t2s, text, all);
	}
	return 0;
}
