/* Escapes: what is escaped comes back, and holds no TAB, LF or CR. */
#include "fuzz.h"

#include "tsv/esc.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf there = { NULL, 0, 0 }, back = { NULL, 0, 0 };
	struct span s;

	s = span_of((const char *)data, n);
	esc_add(&there, s);
	FUZZ_HOLDS(there.n == 0 || (memchr(there.p, '\t', there.n) == NULL &&
	    memchr(there.p, '\n', there.n) == NULL &&
	    memchr(there.p, '\r', there.n) == NULL));
	esc_undo(&back, buf_view(&there));
	FUZZ_HOLDS(span_eq(s, buf_view(&back)));
	buf_clear(&back);
	esc_undo(&back, s);
	FUZZ_HOLDS(back.n <= n);
	buf_free(&there);
	buf_free(&back);
	return 0;
}
