/* Embedded tables: opening. */
#include "tab/tab.h"

enum { HEAD = 24, ENTRY = 16 };

int
tab_open(struct tab *t, const unsigned char *p, size_t n, const char *kind)
{
	uint64_t off, len;
	uint32_t i;

	if (n < HEAD || memcmp(p, "factline", 8) != 0 ||
	    memcmp(p + 8, kind, 4) != 0 || tab_u64(p + 16) > n)
		return -1;
	n = (size_t)tab_u64(p + 16);
	t->p = p;
	t->n = n;
	t->sections = tab_u32(p + 12);
	if (n < HEAD || t->sections > (n - HEAD) / ENTRY)
		return -1;
	for (i = 0; i < t->sections; i++) {
		off = tab_u64(p + HEAD + ENTRY * (size_t)i);
		len = tab_u64(p + HEAD + ENTRY * (size_t)i + 8);
		if (off > n || len > n - off)
			return -1;
	}
	return 0;
}

struct span
tab_section(const struct tab *t, uint32_t i)
{
	const unsigned char *e;

	if (i >= t->sections)
		return span_of("", 0);
	e = t->p + HEAD + ENTRY * (size_t)i;
	return span_of((const char *)t->p + tab_u64(e), (size_t)tab_u64(e + 8));
}
