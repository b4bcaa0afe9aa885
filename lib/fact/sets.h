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

/*
 * The order is that of SET_NAMES, SETS_MAX at most; a word can be in several
 * sets.
 */
enum set {
	SET_AGAINST,	/* before a date that is no event's: 截至 比 */
	SET_DATELINE,	/* behind such a date: 以来 电 */
	SET_WORKS,	/* what happens to a project: 开工 投产 */
	SET_TOUR,	/* what is visited stands behind: 考察 */
	SET_SEASON,	/* begins a date without a year: 春 */
	SET_ROLLING,	/* begins a period up to now: 过去 近 */
	SET_FROM,	/* 由 从 */
	SET_BOUND,	/* ends a threshold: 以上 */
	SET_DIVISION,	/* ends a place's full name: 省 市 */
	SET_MEASURE,	/* units that measure: 亩 公里 */
	SET_LASTING,	/* ends what a duration is of: 时间 周期 */
	SET_RATE,	/* ends what a percentage is of: 率 度 */
	SET_INDEX,	/* ends what a bare number is of: 指数 */
	SET_SHAPE,	/* ends what a ratio is of: 结构 比重 */
	SET_SECTORS,	/* ends what the three sectors divide */
	SET_SUM,	/* 合计 共计 */
	SET_REACHED,	/* 完成 达到 */
	SET_RESTORED,	/* before what it was: 恢复到 相当于 */
	SET_POWER,	/* begins a round number: 百 千 */
	SET_VAGUE,	/* begins a number in name only: 几 多 */
	SET_THING,	/* counts what has a name of its own: 个 座 */
	SET_SECTION,	/* ends a part of a road: 段 标段 */
	SET_SAYS,	/* behind who told it: 统计 通报 */
	SET_AT,		/* where something plays: 在 走进 */
	SET_AIM,	/* before what one wants to be: 打造 */
	SET_AND,	/* between the last two of a list: 和 与 */
	SET_RATING,	/* units that class and are no output: kV */
	SET_OFFICE,	/* what offices do with projects: 项目审批 */
	SET_PRESS,	/* ends the name of a paper or a site: 报 网 */
	SET_MOST,	/* makes a value the most there can be: 最高 */
	SET_END,	/* behind a period, its last year: 末 */
	SET_THIS,	/* points at what was named before: 这个 */
	SET_EXCEPT,	/* leaves something out: 扣除 */
	SET_OF,		/* 的 */
	SET_ETC,	/* ends a list that is not whole: 等 */
	SET_OR,		/* 或 */
	SET_FRONT,	/* begins the first of an order: 前三位 */
	SET_DOUBLE,	/* begins a growth by itself: 翻一番 */
	SET_WIRE,	/* behind who sent a report: 电 讯 */
	SET_NOW,		/* up to the day of the article: 截至目前 */
	SET_DONE,		/* 完成 */
	SET_SPENT,		/* ends what is done in part: 总投资 */
	SET_CLASS,		/* ends a class, no amount: 级 */
	SET_UNTIL,		/* ends a duration that is a deadline: 内 */
	SET_WITHIN,		/* but one that is a bound: 以内 */
	SET_SHARES,		/* before the whole of a share: 占 */
	SET_IS,			/* before what part of a target is done: 为 */
	SET_RELATE,		/* behind what is compared with: 相比 */
	SET_OBTAIN,		/* to get, or to try to: 争取 */
	SET_SIZE,		/* sizes of one letter: 长 宽 */
	SET_LOOSE,		/* ends what is no amount without digits: 两方 */
	SET_LIGHT,		/* verbs that name nothing: 得到 还有 */
	SET_FAR,		/* before what a distance is from: 距 */
	SET_SAME		/* behind the period compared with: 同期 */
};

enum { SETS_MAX = 64 };

#define SET_NAMES							\
	"against", "dateline", "works", "tour", "season", "rolling",	\
	"from", "bound", "division", "measure", "lasting", "rate",	\
	"index", "shape", "sectors", "sum", "reached", "restored",	\
	"power", "vague", "thing", "section", "says", "at", "aim",	\
	"and", "rating", "office", "press", "most",	\
	"end", "this", "except", "of",	\
	"etc", "or", "front", "double", "wire",	\
	"now", "done", "spent", "class", "until", "within", "shares",	\
	"is", "relate", "obtain",	\
	"size", "loose", "light", "far", "same"

/* The opened table: a view of embedded bytes. */
struct sets {
	struct trie words;	/* value: a place in bits */
	struct span bits;	/* u64 each, one bit for each set */
};

/* Opens the embedded table.  Returns 0, or -1 when it is damaged. */
int sets_open(struct sets *m);

/* Tells whether s as a whole is in a set. */
int sets_hold(const struct sets *m, struct span s, enum set set);

/*
 * Returns the length in bytes of the shortest word of a set that s begins or
 * ends with, 0 when there is none.
 */
size_t sets_begin(const struct sets *m, struct span s, enum set set);
size_t sets_end(const struct sets *m, struct span s, enum set set);

#endif
