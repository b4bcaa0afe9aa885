/* Values in the table of entities and elements. */
#ifndef TEXT_HTML_TAB_H
#define TEXT_HTML_TAB_H

enum {
	HTML_TAG = 1 << 21,	/* an element; else the entity's code point */
	HTML_BLOCK = 1		/* it separates words */
};

#endif
