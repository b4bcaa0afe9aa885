/* Readings of characters. */
#include "enc/readings.h"

#include <string.h>

#include "text/utf8.h"

/* A letter with a tone mark: its plain form and the tone. */
static const struct {
	uint16_t cp;
	char letter;
	char tone;
} marks[] = {
	{ 0x101, 'a', 1 }, { 0xe1, 'a', 2 }, { 0x1ce, 'a', 3 },
	{ 0xe0, 'a', 4 }, { 0x113, 'e', 1 }, { 0xe9, 'e', 2 },
	{ 0x11b, 'e', 3 }, { 0xe8, 'e', 4 }, { 0x12b, 'i', 1 },
	{ 0xed, 'i', 2 }, { 0x1d0, 'i', 3 }, { 0xec, 'i', 4 },
	{ 0x14d, 'o', 1 }, { 0xf3, 'o', 2 }, { 0x1d2, 'o', 3 },
	{ 0xf2, 'o', 4 }, { 0x16b, 'u', 1 }, { 0xfa, 'u', 2 },
	{ 0x1d4, 'u', 3 }, { 0xf9, 'u', 4 }, { 0xfc, 'v', 0 },
	{ 0x1d6, 'v', 1 }, { 0x1d8, 'v', 2 }, { 0x1da, 'v', 3 },
	{ 0x1dc, 'v', 4 }, { 0x144, 'n', 2 }, { 0x148, 'n', 3 },
	{ 0x1f9, 'n', 4 }, { 0x251, 'a', 0 }, { 0x261, 'g', 0 }
};

int
readings_open(struct readings *r, const struct tab *t)
{
	struct span index;

	index = tab_section(t, 0);
	r->pool = tab_section(t, 1);
	r->index = (const unsigned char *)index.p;
	r->n = (uint32_t)(index.n / 8);
	return index.n % 8 == 0 ? 0 : -1;
}

/* The plain letter of a code point, 0 when it is none; sets its tone. */
static int
plain(uint32_t cp, int *tone)
{
	size_t i;

	*tone = 0;
	if (cp >= 'a' && cp <= 'z')
		return (int)cp;
	for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (marks[i].cp == cp) {
			*tone = marks[i].tone;
			return marks[i].letter;
		}
	return 0;
}

size_t
reading_parse(struct reading *out, const char *p, size_t n)
{
	size_t i, len;
	int letter, tone;

	out->n = 0;
	out->tone = 0;
	for (i = 0; i < n; i += len) {
		letter = plain(utf8_decode(p + i, n - i, &len), &tone);
		if (letter == 0)
			break;
		if (out->n + 2 > READING_MAX || (tone != 0 && out->tone != 0))
			return 0;
		out->text[out->n++] = (char)letter;
		if (tone != 0)
			out->tone = tone;
	}
	if (out->n != 0 && out->tone != 0)
		out->text[out->n++] = (char)('0' + out->tone);
	return out->n == 0 ? 0 : i;
}

/* The list of readings of cp, or an empty view. */
static struct span
find(const struct readings *r, uint32_t cp)
{
	uint32_t lo, hi, mid, off;

	lo = 0;
	hi = r->n;
	while (hi - lo > 1) {
		mid = lo + (hi - lo) / 2;
		if (tab_u32(r->index + 8 * (size_t)mid) <= cp)
			lo = mid;
		else
			hi = mid;
	}
	if (hi == 0 || tab_u32(r->index + 8 * (size_t)lo) != cp)
		return span_of("", 0);
	off = tab_u32(r->index + 8 * (size_t)lo + 4);
	if ((size_t)off + 2 > r->pool.n ||
	    tab_u16(r->pool.p + off) > r->pool.n - off - 2)
		return span_of("", 0);
	return span_of(r->pool.p + off + 2, tab_u16(r->pool.p + off));
}

/* Whether a listed reading is the wanted one. */
static int
fits(const char *p, size_t n, const struct reading *want)
{
	if (want->tone == 0 && n > 0 && p[n - 1] >= '1' && p[n - 1] <= '4')
		n--;
	return n == want->n && memcmp(p, want->text, n) == 0;
}

int
readings_fit(const struct readings *r, uint32_t cp,
    const struct reading *want)
{
	struct span list;
	const char *blank;
	size_t n;

	for (list = find(r, cp); list.n > 0;) {
		blank = memchr(list.p, ' ', list.n);
		n = blank == NULL ? list.n : (size_t)(blank - list.p);
		if (fits(list.p, n, want))
			return 1;
		n += blank != NULL;
		list = span_of(list.p + n, list.n - n);
	}
	return 0;
}
