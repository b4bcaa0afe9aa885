/* Opening the table of character classes. */
#include "lex/cls.h"

#include <stddef.h>

#include "base/span.h"
#include "tab/tab.h"

TAB_DECLARE(classes);

int
cls_open(struct cls *c)
{
	struct span map;
	struct span pages;
	struct tab t;
	size_t have;
	size_t i;

	if (TAB_OPEN(&t, classes, "CLAS") == -1)
		return -1;
	map = tab_section(&t, 0);
	pages = tab_section(&t, 1);
	have = pages.n / 512;
	c->pages = (uint32_t)(map.n / 2);
	c->pageno = (const unsigned char *)map.p;
	c->page = (const unsigned char *)pages.p;
	for (i = 0; i < c->pages; i++)
		if (tab_u16(c->pageno + 2 * i) >= have)
			return -1;
	return 0;
}
