/*
 * Tables of charsets of two bytes a character (GB18030, Big5) or of planes of
 * such (EUC-TW): both directions.
 */
#ifndef ENC_DBCS_H
#define ENC_DBCS_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "tab/tab.h"

/* What a code of two characters decodes to; the second is a combining one. */
#define DBCS_TWO(A, B) ((uint32_t)(A) | (uint32_t)(B) << 16)

enum { DBCS_PAGES = 0x300 };	/* pages of 256 code points: up to 2FFFF */

/* An opened table of lib/gen/charset.c; views of embedded bytes. */
struct dbcs {
	uint32_t low;			/* smallest second byte */
	uint32_t trails;		/* second bytes in a row */
	const unsigned char *rowno;	/* u16 by plane and first byte */
	const unsigned char *row;	/* u32 code points */
	const unsigned char *pageno;	/* u16 by code point / 256 */
	const unsigned char *page;	/* u32 codes */
	const unsigned char *run;	/* u32 pairs: number, code point */
	uint32_t runs;
	const unsigned char *second;	/* u32 pairs: code point, code */
	uint32_t seconds;
};

/* Opens a table of kind CSET.  Returns 0, or -1 when it is damaged. */
int dbcs_open(struct dbcs *d, const struct tab *t);

/*
 * Returns the code point of a code (plane << 16 | bytes), 0 when none, or
 * DBCS_TWO of two, which is greater than any.
 */
static inline uint32_t
dbcs_decode(const struct dbcs *d, uint32_t code)
{
	uint32_t no, trail;

	trail = (code & 0xff) - d->low;
	no = tab_u16(d->rowno + 2 * (size_t)(code >> 8));
	if (no == 0 || trail >= d->trails)
		return 0;
	return tab_u32(d->row + 4 * ((size_t)(no - 1) * d->trails + trail));
}

/* Returns the code of a code point, 0 when it has none. */
static inline uint32_t
dbcs_encode(const struct dbcs *d, uint32_t cp)
{
	uint32_t no;

	if (cp >> 8 >= DBCS_PAGES)
		return 0;
	no = tab_u16(d->pageno + 2 * (size_t)(cp >> 8));
	if (no == 0)
		return 0;
	return tab_u32(d->page + 4 * ((size_t)(no - 1) * 256 + (cp & 0xff)));
}

/* Returns a second code of a code point, 0 when it has none. */
uint32_t dbcs_second(const struct dbcs *d, uint32_t cp);

/*
 * Code points without a two-byte code are numbered by GB18030 from 81308130
 * on.  Returns the number of cp, or UINT32_MAX.
 */
uint32_t dbcs_number(const struct dbcs *d, uint32_t cp);

/* The reverse: the code point of such a number, or UINT32_MAX. */
uint32_t dbcs_numbered(const struct dbcs *d, uint32_t number);

#endif
