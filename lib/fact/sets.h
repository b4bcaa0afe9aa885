/*
 * Small sets of words that the steps of attachment ask about by name, from
 * lib/data/fact-sets.tsv.  Unlike the words of the lists they do not cut the
 * text, and rule files do not extend them.
 */
#ifndef FACT_SETS_H
#define FACT_SETS_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "tab/trie.h"

/* The order is that of SET_NAMES; a word can be in several sets. */
enum {
	SET_AGAINST = 1 << 0,	/* before a date that is no event's: 截至 比 */
	SET_DATELINE = 1 << 1,	/* behind such a date: 以来 电 */
	SET_WORKS = 1 << 2,	/* what happens to a project: 开工 投产 */
	SET_TOUR = 1 << 3,	/* what is visited stands behind: 考察 */
	SET_SEASON = 1 << 4,	/* begins a date without a year: 春 */
	SET_ROLLING = 1 << 5,	/* begins a period up to now: 过去 近 */
	SET_FROM = 1 << 6,	/* 由 从 */
	SET_BOUND = 1 << 7,	/* ends a threshold: 以上 */
	SET_DIVISION = 1 << 8,	/* ends a place's full name: 省 市 */
	SET_MEASURE = 1 << 9,	/* units that measure: 亩 公里 */
	SET_LASTING = 1 << 10,	/* ends what a duration is of: 时间 周期 */
	SET_RATE = 1 << 11,	/* ends what a percentage is of: 率 度 */
	SET_INDEX = 1 << 12,	/* ends what a bare number is of: 指数 */
	SET_SHAPE = 1 << 13,	/* ends what a ratio is of: 结构 比重 */
	SET_SECTORS = 1 << 14,	/* ends what the three sectors divide */
	SET_SUM = 1 << 15,	/* 合计 共计 */
	SET_REACHED = 1 << 16,	/* 完成 达到 */
	SET_RESTORED = 1 << 17,	/* before what it was: 恢复到 相当于 */
	SET_POWER = 1 << 18,	/* begins a round number: 百 千 */
	SET_VAGUE = 1 << 19,	/* begins a number in name only: 几 多 */
	SET_THING = 1 << 20,	/* counts what has a name of its own: 个 座 */
	SET_SECTION = 1 << 21,	/* ends a part of a road: 段 标段 */
	SET_SAYS = 1 << 22	/* behind who told it: 统计 通报 */
};

#define SET_NAMES							\
	"against", "dateline", "works", "tour", "season", "rolling",	\
	"from", "bound", "division", "measure", "lasting", "rate",	\
	"index", "shape", "sectors", "sum", "reached", "restored",	\
	"power", "vague", "thing", "section", "says"

/* The opened table: a view of embedded bytes. */
struct sets {
	struct trie words;
};

/* Opens the embedded table.  Returns 0, or -1 when it is damaged. */
int sets_open(struct sets *m);

/* Tells whether s as a whole is in one of the sets. */
int sets_hold(const struct sets *m, struct span s, uint32_t sets);

/*
 * Returns the length in bytes of the shortest word of the sets that s begins
 * or ends with, 0 when there is none.
 */
size_t sets_begin(const struct sets *m, struct span s, uint32_t sets);
size_t sets_end(const struct sets *m, struct span s, uint32_t sets);

#endif
