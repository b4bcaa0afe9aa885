/* The word lists that attachment knows; rule files may extend them all. */
#ifndef FACT_LISTS_H
#define FACT_LISTS_H

enum list {
	L_INDICATOR,	/* a measured thing; flags: m money, q measure, d time,
			   c keeps its modifiers, p always planned, f and of the
			   year too */
	L_RATE,		/* a percentage of its own: 开工率 */
	L_HEAD,		/* what is counted: 项目 企业 */
	L_PHASE,	/* the stage of what is counted: 签约 开工 */
	L_GROWTH,	/* meaning + or -; flags: n a noun (增速), d a distance,
			   b only with a base (较年初新增) */
	L_BASE,		/* what growth is compared with: yoy, qoq, change */
	L_SHARE,	/* 占 占比 */
	L_RANKING,	/* 居 位列 */
	L_STATUS,	/* planned, expected, actual */
	L_LINK,		/* between a noun and its value: 达 为 实现 */
	L_SELF,		/* the article's place: 全市; meaning: its level */
	L_PART,		/* opens a part of a set: 其中 */
	L_EACH,		/* 分别 */
	L_SCOPE,	/* narrows a set: 世界500强 */
	L_EVENT,	/* a happening; meaning: its type */
	L_MEETING,	/* how names of meetings end; meaning: the type */
	L_FIRM,		/* how names of firms end; flag w: a short name's end */
	L_PROJECT,	/* how names of projects end; flag w: a facility, which
			   needs a name before it */
	L_ZONE,		/* how names of zones end: 开发区 */
	L_PLACE,	/* how names of places end: 市 */
	L_CREDIT,	/* before a name: author, editor, source, published */
	L_MEDIA,	/* how names of media end: 日报 */
	L_FURNITURE,	/* of the page, not the article; flags: s whole line,
			   h the line only */
	L_TARGET,	/* what is to be reached: 年度目标 */
	L_VISIT,	/* before where a journey goes: 赴 */
	L_ROLE,		/* what a firm does; meaning: the party's role; flag d:
			   right behind the name only */
	L_PRONOUN,	/* 该项目 该公司; meaning: project or firm */
	L_GENERIC,	/* makes no name of a project; flag d: a determiner */
	L_PRODUCE,	/* 年产 */
	L_HOLD,		/* what is done to a meeting: 召开 */
	L_REGION,	/* a bare name of a place: 广东 */
	L_QUIET,	/* measure words of no statistical interest: 级 */
	L_WORD,		/* kept whole, so that nothing is found inside */
	LIST_COUNT
};

#define LIST_NAMES {							\
	"INDICATOR", "RATE", "HEAD", "PHASE", "GROWTH", "BASE", "SHARE",	\
	"RANKING", "STATUS", "LINK", "SELF", "PART", "EACH", "SCOPE",	\
	"EVENT", "MEETING", "FIRM", "PROJECT", "ZONE", "PLACE",		\
	"CREDIT", "MEDIA", "FURNITURE", "TARGET", "VISIT", "ROLE",	\
	"PRONOUN", "GENERIC", "PRODUCE", "HOLD", "REGION",	\
	"QUIET", "WORD" }

enum { LIST_MAX = 64 };		/* with the lists of rule files */

#define LIST_BIT(l)	(UINT64_C(1) << (l))

/* The lists that attachment looks at. */
#define LIST_BUILTIN	(LIST_BIT(LIST_COUNT) - 1)

#endif
