/* The double array: opening one from its sections. */
#include "tab/trie.h"

int
trie_open(struct trie *t, struct span map, struct span cells)
{
	const unsigned char *m;
	uint32_t i;

	m = (const unsigned char *)map.p;
	if (map.n < 4 || cells.n < 8 || cells.n % 8 != 0 ||
	    cells.n / 8 > 0xffffff + 0x10000)
		return -1;
	t->pages = tab_u32(m);
	if (t->pages > 0x1100 || map.n - 4 < 2 * (size_t)t->pages)
		return -1;
	t->pageno = m + 4;
	t->page = t->pageno + 2 * (size_t)t->pages;
	for (i = 0; i < t->pages; i++)
		if (((size_t)tab_u16(t->pageno + 2 * i) + 1) * 512 >
		    map.n - 4 - 2 * (size_t)t->pages)
			return -1;
	t->cell = (const unsigned char *)cells.p;
	t->cells = (uint32_t)(cells.n / 8);
	return 0;
}
