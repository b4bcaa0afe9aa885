/* JSON: any bytes make a valid text, and a valid text is taken as it is. */
#include "fuzz.h"

#include "text/utf8.h"
#include "tsv/json.h"

#include "check_json.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf b = { NULL, 0, 0 }, c = { NULL, 0, 0 };
	struct span s;
	int flags;

	for (flags = 0; flags < 4; flags++) {
		s = span_of((const char *)data, n);
		buf_clear(&b);
		buf_clear(&c);
		json_string(&b, s, flags);
		FUZZ_HOLDS(utf8_valid(b.p, b.n) == b.n);
		FUZZ_HOLDS(check_json(b.p, b.n));
		FUZZ_HOLDS(json_text(&c, buf_view(&b), 0) == 0);
		FUZZ_HOLDS(span_eq(buf_view(&b), buf_view(&c)));
		buf_clear(&b);
		if (json_text(&b, s, flags) == 0) {
			buf_clear(&c);
			FUZZ_HOLDS(check_json(b.p, b.n));
			FUZZ_HOLDS(json_text(&c, buf_view(&b), 0) == 0);
			FUZZ_HOLDS(span_eq(buf_view(&b), buf_view(&c)));
		}
		if (json_number(s, flags & 1)) {
			buf_clear(&c);
			FUZZ_HOLDS(json_text(&c, s, 0) == 0 &&
			    check_json(s.p, s.n));
		}
	}
	buf_free(&b);
	buf_free(&c);
	return 0;
}
