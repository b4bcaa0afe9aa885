/* Debris of HTML in text: entities and stray tags. */
#ifndef TEXT_HTML_H
#define TEXT_HTML_H

#include <stddef.h>
#include <stdint.h>

#include "tab/tab.h"
#include "tab/trie.h"

/* An opened table of lib/gen/html.c. */
struct html {
	struct trie trie;
};

/* Opens a table of kind HTML.  Returns 0, or -1 when it is damaged. */
int html_open(struct html *h, const struct tab *t);

/*
 * Reads the entity (named with its semicolon, decimal or hexadecimal) at p, an
 * ampersand.  Returns the bytes it takes and sets *cp; 0 when there is none.
 */
size_t html_entity(const struct html *h, const char *p, size_t n,
    uint32_t *cp);

/*
 * Reads the tag or comment at p, a `<`.  Returns the bytes it takes and sets
 * *block when it separates words; 0 when there is none: an unknown element, or
 * no `>` within reach.
 */
size_t html_tag(const struct html *h, const char *p, size_t n, int *block);

#endif
