/* What text looks like. */
#include "enc/looks.h"

#include <string.h>

#include "enc/readings.h"
#include "text/utf8.h"

enum {
	BEHIND = 4,		/* characters beyond ASCII behind a mark */

	USUAL = 86,		/* Chinese text costs less a character */
	CREDIBLE = 104,		/* what costs more is no repair */
	FOREIGN_SHARE = 12	/* one letter of others in so many */
};

/* Whether what is not ASCII costs less than most a character. */
static int
cheaper(const struct model *m, struct span text, unsigned most)
{
	uint64_t sum, all;
	uint32_t prev, cp;
	size_t i, len;

	sum = all = 0;
	prev = MODEL_START;
	for (i = 0; i < text.n; i += len) {
		cp = utf8_decode(text.p + i, text.n - i, &len);
		if (cp >= 0x80 && cp != UTF8_REPLACEMENT) {
			sum += model_cost(m, prev, cp);
			all += most;
		}
		prev = cp;
	}
	return sum < all;
}

int
looks_usual(const struct model *m, struct span text)
{
	return cheaper(m, text, USUAL);
}

int
looks_chinese(const struct model *m, struct span text)
{
	size_t i, len, all, foreign;
	uint32_t cp;

	all = foreign = 0;
	for (i = 0; i < text.n; i += len, all++) {
		cp = utf8_decode(text.p + i, text.n - i, &len);
		foreign += cp < 0x10000 && m->script[cp] >= SCRIPT_KANA;
	}
	return foreign * FOREIGN_SHARE <= all && cheaper(m, text, CREDIBLE);
}

int
looks_lost(struct span text)
{
	size_t i, len, all, lost;
	uint32_t cp;

	all = lost = 0;
	for (i = 0; i < text.n; i += len) {
		cp = utf8_decode(text.p + i, text.n - i, &len);
		all += cp >= 0x80;
		lost += cp == UTF8_REPLACEMENT;
	}
	return lost * 10 > all * 7;
}

/* A question mark or replacement character at p: its bytes, else 0. */
static size_t
lost_mark(const char *p, size_t n)
{
	if (*p == '?')
		return 1;
	return n >= 3 && memcmp(p, "\xef\xbf\xbd", 3) == 0 ? 3 : 0;
}

/* How many marks of those who shout stand at p: ???, ?!?! but not ?!?. */
static size_t
shouts(const char *p, size_t n)
{
	size_t i, twice;

	twice = 0;
	for (i = 0; i < n && (p[i] == '?' || p[i] == '!'); i++)
		twice += i > 0 && p[i] == '?' && p[i - 1] == '?';
	return *p == '?' && (twice > 0 || i > 3) ? i : 0;
}

/* The marks, the tag or the reading that a cut leaves stand at p. */
static int
is_cut(const char *p, size_t n)
{
	struct reading r;
	size_t len;

	if (n == 0)
		return 0;
	if (*p == '/' || looks_end(utf8_decode(p, n, &len)))
		return 1;
	len = reading_parse(&r, p, n);
	return len != 0 && len < n && p[len] == ')';
}

/* What stands at p, behind a question mark, is no usual text. */
static int
is_unusual(const struct model *m, const char *p, size_t n)
{
	uint32_t prev, cp;
	size_t i, len, seen;
	unsigned cost;

	prev = '?';
	cost = 0;
	seen = 0;
	for (i = 0; i < n && seen < BEHIND; i += len) {
		cp = utf8_decode(p + i, n - i, &len);
		if (cp >= 0x80) {
			cost += model_cost(m, prev, cp);
			seen++;
		}
		prev = cp;
	}
	return cost > seen * USUAL;
}

int
looks_cut(const struct model *m, struct span text)
{
	const char *p;
	size_t i, n, len, shout;

	for (i = 0; i < text.n; i += len == 0 ? 1 : len) {
		p = text.p + i;
		n = text.n - i;
		shout = shouts(p, n);
		len = shout > 0 ? shout : lost_mark(p, n);
		if (len != 0 && ((shout == 0 && is_cut(p + len, n - len)) ||
		    is_unusual(m, p + len, n - len)))
			return 1;
	}
	return 0;
}
