/* Tables of double-byte charsets. */
#include "enc/dbcs.h"

enum {
	SECTIONS = 7,
	ROWS = 16 * 256,
	ASTRAL = 189000		/* number of U+10000: 90308130 */
};

int
dbcs_open(struct dbcs *d, const struct tab *t)
{
	struct span s[SECTIONS];
	uint32_t i;

	for (i = 0; i < SECTIONS; i++)
		s[i] = tab_section(t, i);
	if (s[0].n != 8 || s[1].n != 2 * ROWS || s[3].n != 2 * DBCS_PAGES)
		return -1;
	d->low = tab_u32(s[0].p);
	d->trails = tab_u32(s[0].p + 4);
	d->rowno = (const unsigned char *)s[1].p;
	d->row = (const unsigned char *)s[2].p;
	d->pageno = (const unsigned char *)s[3].p;
	d->page = (const unsigned char *)s[4].p;
	d->run = (const unsigned char *)s[5].p;
	d->runs = (uint32_t)(s[5].n / 8);
	d->second = (const unsigned char *)s[6].p;
	d->seconds = (uint32_t)(s[6].n / 8);
	return 0;
}

uint32_t
dbcs_second(const struct dbcs *d, uint32_t cp)
{
	uint32_t lo, hi, mid;

	lo = 0;
	hi = d->seconds;
	while (hi - lo > 1) {
		mid = lo + (hi - lo) / 2;
		if (tab_u32(d->second + 8 * (size_t)mid) <= cp)
			lo = mid;
		else
			hi = mid;
	}
	if (hi == 0 || tab_u32(d->second + 8 * (size_t)lo) != cp)
		return 0;
	return tab_u32(d->second + 8 * (size_t)lo + 4);
}

/* The last run whose number (column 0) or code point (1) is at most v. */
static uint32_t
find_run(const struct dbcs *d, uint32_t v, int column)
{
	uint32_t lo, hi, mid;

	lo = 0;
	hi = d->runs;
	while (hi - lo > 1) {
		mid = lo + (hi - lo) / 2;
		if (tab_u32(d->run + 8 * (size_t)mid + 4 * column) <= v)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

uint32_t
dbcs_number(const struct dbcs *d, uint32_t cp)
{
	uint32_t i, number;

	if (cp > 0xffff)
		return cp - 0x10000 + ASTRAL;
	if (d->runs == 0 || cp < 0x80)
		return UINT32_MAX;
	i = find_run(d, cp, 1);
	number = tab_u32(d->run + 8 * (size_t)i) + cp -
	    tab_u32(d->run + 8 * (size_t)i + 4);
	if (i + 1 < d->runs && number >= tab_u32(d->run + 8 * (size_t)(i + 1)))
		return UINT32_MAX;
	return number;
}

uint32_t
dbcs_numbered(const struct dbcs *d, uint32_t number)
{
	uint32_t i, cp;

	if (number >= ASTRAL)
		return number - ASTRAL > 0xfffff ? UINT32_MAX :
		    number - ASTRAL + 0x10000;
	if (d->runs == 0)
		return UINT32_MAX;
	i = find_run(d, number, 0);
	cp = tab_u32(d->run + 8 * (size_t)i + 4) + number -
	    tab_u32(d->run + 8 * (size_t)i);
	return cp > 0xffff ? UINT32_MAX : cp;
}
