/* Detection of charsets. */
#include "enc/detect.h"

#include <string.h>

#include "text/utf8.h"

/* What must be overcome by the text; in eighths of a bit. */
static const unsigned prior[CS_COUNT] = {
	[CS_ASCII] = 0, [CS_UTF8] = 0, [CS_GB] = 8, [CS_BIG5] = 24,
	[CS_EUCTW] = 48, [CS_HZ] = 16, [CS_UTF16LE] = 32, [CS_UTF16BE] = 40,
	[CS_LATIN1] = 96, [CS_CP1252] = 80
};

enum {
	CUT_COST = 64,		/* a character cut at the end */
	WEST_MOST = 96		/* a Latin character in UTF-8 */
};

/* HZ is read as the characters between its marks; all else is ASCII. */
static uint64_t
hz_cost(const struct charsets *s, const struct model *m,
    const unsigned char *p, size_t n)
{
	struct decoder d;
	struct buf b;
	uint64_t sum;

	memset(&d, 0, sizeof d);
	memset(&b, 0, sizeof b);
	charset_decode(s, CS_HZ, &d, p, n, 1, &b);
	sum = model_text(m, MODEL_START, b.p, b.n) + d.lost * COST_BAD;
	if (utf8_count(b.p, b.n) == b.n)
		sum = UINT64_MAX / 2;	/* nothing in it but ASCII */
	buf_free(&b);
	return sum;
}

uint64_t
detect_cost(const struct charsets *s, const struct model *m, enum charset c,
    const unsigned char *p, size_t n, uint64_t most)
{
	uint64_t sum;
	uint32_t cp, prev;
	unsigned cost;
	size_t i, len;

	if (c == CS_HZ)
		return hz_cost(s, m, p, n);
	prev = MODEL_START;
	sum = 0;
	for (i = 0; i < n && sum <= most; i += len) {
		cp = charset_next(s, c, p + i, n - i, &len);
		if (cp == CS_CUT && n - i < 4)
			return sum + CUT_COST;
		if (cp >= CS_CUT) {
			sum += COST_BAD;
			prev = MODEL_START;
			continue;
		}
		cost = model_cost(m, prev, cp);
		/* it may be mojibake, but it is UTF-8 */
		if (c == CS_UTF8 && cost > WEST_MOST &&
		    (model_class(m, cp) & CLASS_WEST) != 0)
			cost = WEST_MOST;
		sum += cost;
		prev = cp;
	}
	return sum;
}

struct guess
detect(const struct charsets *s, const struct model *m,
    const unsigned char *p, size_t n, unsigned among, enum charset home,
    unsigned bonus)
{
	uint64_t cost, best, second;
	struct guess g;
	int c;

	g.cs = home;
	best = second = UINT64_MAX;
	for (c = 0; c < CS_COUNT; c++) {
		if ((among >> c & 1) == 0)
			continue;
		cost = detect_cost(s, m, (enum charset)c, p, n, second) +
		    prior[c] + ((enum charset)c == home ? 0 : bonus);
		if (cost < best) {
			second = best;
			best = cost;
			g.cs = (enum charset)c;
		} else if (cost < second)
			second = cost;
	}
	g.margin = second - best > 1U << 30 ? 1U << 30 :
	    (unsigned)(second - best);
	return g;
}
