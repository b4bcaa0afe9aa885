/* What text looks like. */
#include "enc/looks.h"

#include "text/utf8.h"

enum {
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
