/* UTF-8: the decoder, the validator and the cutter agree. */
#include "fuzz.h"

#include "text/utf8.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const char *p = (const char *)data;
	char enc[4];
	size_t i, len, good;
	uint32_t cp;

	good = n == 0 ? 0 : utf8_valid(p, n);
	FUZZ_HOLDS(good <= n);
	for (i = 0; i < n; i += len) {
		cp = utf8_decode(p + i, n - i, &len);
		FUZZ_HOLDS(len >= 1 && len <= n - i);
		FUZZ_HOLDS((cp == UTF8_BAD) == (i >= good) || i > good);
		if (cp == UTF8_BAD)
			continue;
		FUZZ_HOLDS(utf8_encode(enc, cp) == len);
		FUZZ_HOLDS(memcmp(enc, p + i, len) == 0);
	}
	FUZZ_HOLDS(n == 0 || utf8_cut(p, n) <= n);
	FUZZ_HOLDS(utf8_count(p, n) <= n);
	return 0;
}
