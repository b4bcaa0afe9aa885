/* Entities and tags: each stays inside the text and means a character. */
#include "fuzz.h"

#include "tab/tab.h"
#include "text/html.h"
#include "text/utf8.h"

TAB_DECLARE(html);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct html h;
	static int open;
	const char *p = (const char *)data;
	struct tab t;
	uint32_t cp;
	char room[4];
	size_t i, len;
	int block;

	if (!open)
		FUZZ_HOLDS(TAB_OPEN(&t, html, "HTML") == 0 &&
		    html_open(&h, &t) == 0);
	open = 1;
	for (i = 0; i < n; i++) {
		len = 0;
		if (p[i] == '<') {
			len = html_tag(&h, p + i, n - i, &block);
			FUZZ_HOLDS(len == 0 || p[i + len - 1] == '>');
		} else if (p[i] == '&' && (len = html_entity(&h, p + i, n - i,
		    &cp)) != 0) {
			FUZZ_HOLDS(p[i + len - 1] == ';' && cp != 0);
			len = utf8_encode(room, cp);
			FUZZ_HOLDS(utf8_decode(room, len, &len) == cp);
		}
		FUZZ_HOLDS(len <= n - i);
	}
	return 0;
}
