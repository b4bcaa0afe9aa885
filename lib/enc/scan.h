/* One quick look at a line: is it valid, and what may need repair. */
#ifndef ENC_SCAN_H
#define ENC_SCAN_H

#include <stddef.h>

#include "text/model.h"

/* Further bits beside the CLASS_ ones. */
enum {
	SCAN_AMP = 1 << 8,	/* an ampersand */
	SCAN_LESS = 1 << 9,	/* a < */
	SCAN_QUERY = 1 << 10,	/* a question mark */
	SCAN_PAREN = 1 << 11,	/* an opening parenthesis */
	SCAN_TWICE = 1 << 12,	/* a mark beside its full-width form */
	SCAN_CONTROL = 1 << 13,	/* a control character other than TAB */
	SCAN_TILDE = 1 << 14,
	SCAN_ESCAPE = 1 << 15,	/* what a field of TSV must escape */
	SCAN_BEYOND = 1 << 16	/* something beyond ASCII */
};

struct scan {
	unsigned flags;		/* CLASS_ and SCAN_ bits of all characters */
	size_t han;		/* hanzi */
	size_t rare;		/* rare hanzi */
	size_t west;		/* characters of Latin-1 and CP1252 */
};

/*
 * Looks at n bytes.  Returns how many of them are valid UTF-8 from the start;
 * *s tells of these.
 */
size_t scan_text(const struct model *m, const char *p, size_t n,
    struct scan *s);

/*
 * The same for a line that ends at a LF within n bytes.  Returns the bytes
 * before the LF, or n when there is none or these are no valid UTF-8.
 */
size_t scan_line(const struct model *m, const char *p, size_t n,
    struct scan *s);

#endif
