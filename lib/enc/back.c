/* The ways back from characters to bytes. */
#include "enc/back.h"

#include "text/utf8.h"

enum {
	HOLE_COST = 20,		/* a byte that was dropped */
	BLANK_COST = 16,	/* a blank that was A0 */
	LOST_COST = 8,		/* a replacement character for a byte */
	RAW_COST = 24,		/* what the wrong charset does not have */
	GUESS_COST = 48	/* and for one that need not have been lost */
};

/* Adds known bytes to a way to see a character. */
static void
known(struct search_alt *a, uint32_t code)
{
	if (code > 0xff)
		a->slot[a->n++] = (uint16_t)(code >> 8 & 0xff);
	a->slot[a->n++] = (uint16_t)(code & 0xff);
}

unsigned
back_west(const struct search *s, size_t i, struct search_alt *alt)
{
	uint32_t cp;
	unsigned n, k;

	cp = s->tok[i];
	known(&alt[0], (uint32_t)cp1252_encode(cp));
	n = 1;
	if (s->target != CS_UTF8)
		return n;
	if (cp == ' ') {
		known(&alt[n], 0xa0);
		alt[n].cost = BLANK_COST;
		alt[n++].inside = 1;
	}
	/* one or two bytes before this one were dropped */
	for (k = 1; k <= 2; k++) {
		alt[n].slot[0] = alt[n].slot[1] = SLOT_HOLE;
		alt[n].n = k;
		known(&alt[n], alt[0].slot[0]);
		alt[n].cost = k * HOLE_COST;
		alt[n++].inside = 1;
	}
	return n;
}

/*
 * A byte that the wrong charset could not decode: what stands behind it tells
 * which ones it cannot have been.
 */
static unsigned
expand_lost(const struct search *s, size_t i, struct search_alt *alt)
{
	const struct dbcs *d;
	uint32_t cp, code;

	alt[0].slot[0] = SLOT_ANY;
	alt[0].n = 1;
	alt[0].cost = LOST_COST;
	if (i + 1 == s->ntok)
		return 1;
	d = s->wrong == CS_GB ? &s->t->cs.gb : &s->t->cs.big5;
	cp = s->tok[i + 1];
	if (cp == UTF8_REPLACEMENT)
		cp = s->wrong == CS_GB ? 0x80 : 0xd0;
	code = cp <= 0xff ? cp : dbcs_encode(d, cp);
	if (code == 0 && s->wrong == CS_BIG5)
		return 1;
	if (code == 0)
		code = 0x80;	/* of any four-byte code */
	alt[1] = alt[0];
	alt[1].cost = GUESS_COST;
	alt[0].slot[0] = (uint16_t)(SLOT_BEFORE + (code > 0xff ? code >> 8 :
	    code));
	return 2;
}

unsigned
back_west_byte(const struct search *s, size_t i)
{
	return i < s->ntok ? (unsigned)cp1252_encode(s->tok[i]) : 0;
}

size_t
back_west_sure(const struct search *s, size_t i, uint32_t *cp)
{
	char text[3];
	size_t k, n, len;

	n = back_west_byte(s, i) >> 4 == 0xe ? 3 : 2;
	if (back_west_byte(s, i) < 0xc0 || back_west_byte(s, i + n) >> 6 == 2)
		return 0;
	for (k = 0; k < n; k++)
		text[k] = (char)back_west_byte(s, i + k);
	*cp = utf8_decode(text, n, &len);
	return *cp == UTF8_BAD ? 0 : len;
}

unsigned
back_han(const struct search *s, size_t i, struct search_alt *alt)
{
	const struct dbcs *d;
	uint32_t cp, code;
	unsigned n;
	int hkscs;

	cp = s->tok[i];
	d = s->wrong == CS_GB ? &s->t->cs.gb : &s->t->cs.big5;
	if (cp == UTF8_REPLACEMENT)
		return expand_lost(s, i, alt);
	if (cp < 0x80) {
		known(&alt[0], cp);
		return 1;
	}
	code = dbcs_encode(d, cp);
	if (code != 0) {
		known(&alt[0], code);
		n = 1;
		if ((code = dbcs_second(d, cp)) != 0) {
			hkscs = s->hkscs;
			alt[0].cost = hkscs < 0 ? (unsigned)-hkscs : 0;
			alt[1].cost = hkscs > 0 ? (unsigned)hkscs : 0;
			known(&alt[n++], code);
		}
		if (cp == 0x20ac && s->wrong == CS_GB)
			known(&alt[n++], 0x80);	/* of CP936 */
		return n;
	}
	/* emoji were put in later */
	code = s->wrong == CS_GB && cp < 0x10000 ? dbcs_number(d, cp) :
	    UINT32_MAX;
	if (code == UINT32_MAX) {
		alt[0].raw = 1;
		alt[0].cost = cp < 0x10000 ? RAW_COST : 0;
		return 1;
	}
	known(&alt[0], 0x81 + code / 12600);
	known(&alt[0], '0' + code / 1260 % 10);
	known(&alt[0], 0x81 + code / 10 % 126);
	known(&alt[0], '0' + code % 10);
	return 1;
}
