/*
 * Mojibake: whatever a line of UTF-8 is taken for, a line of UTF-8 comes out,
 * with no LF in it; the repairs stand in it.
 */
#include "fuzz.h"

#include "enc/repair.h"
#include "text/utf8.h"

static void
note(void *arg, enum repair_kind kind, size_t start, struct span before,
    struct span after, int certainty)
{
	(void)start;
	FUZZ_HOLDS(utf8_valid(after.p, after.n) == after.n);
	FUZZ_HOLDS(certainty > 0 && certainty <= 100);
	*(size_t *)arg += kind == REPAIR_MOJIBAKE;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct tables tables;
	static int open;
	struct repair r;
	struct scan scan;
	struct span text;
	size_t noted;

	if (!open)
		FUZZ_HOLDS(tables_open(&tables) == 0);
	open = 1;
	noted = 0;
	memset(&r, 0, sizeof r);
	r.t = &tables;
	r.mojibake = 1;
	r.annotations = ANNOT_KEEP;
	r.note = note;
	r.arg = &noted;
	repair_start(&r);
	if (n == 0 || memchr(data, '\n', n) != NULL || scan_text(&tables.model,
	    (const char *)data, n, &scan) != n)
		return 0;
	text = repair_line(&r, span_of((const char *)data, n), &scan);
	FUZZ_HOLDS(text.n == 0 || (utf8_valid(text.p, text.n) == text.n &&
	    memchr(text.p, '\n', text.n) == NULL));
	FUZZ_HOLDS(r.count[REPAIR_MOJIBAKE] == noted);
	repair_free(&r);
	return 0;
}
