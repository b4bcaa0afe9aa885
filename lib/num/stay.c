/* What only looks like an expression: words, names, reduplications. */
#include "num/stay.h"

#include "num/point.h"
#include "num/unit.h"

/* 七里新区: one digit and a common word before the name of a place. */
static int
in_place(const struct scan *s, size_t i, size_t end)
{
	/* 区 镇 乡 街 屯 庄 堡 桥 沟 营 湾 */
	static const uint32_t places[] = {
		0x533a, 0x9547, 0x4e61, 0x8857, 0x5c6f, 0x5e84, 0x5821,
		0x6865, 0x6c9f, 0x8425, 0x6e7e
	};
	const struct line *l;
	struct word w;
	struct span tag;
	size_t k;

	l = &s->l;
	if (end - i != 2 || end >= l->n || l->cls[i] != C_DIGIT ||
	    (l->at[end] & AT_GAP) || !line_edge(l, end) ||
	    words_longest(&s->k.units, l->cp + i + 1, 1, &w) == 0)
		return 0;
	if (!(w.type == U_MEASURE && w.b & M_WEAK) &&
	    !(w.type == U_UNIT && w.b & M_WEAK))
		return 0;
	tag = l->token[l->tok[end]].tag;
	if (tag.n > 1 && tag.p[0] == 'n' && tag.p[1] == 's')
		return 1;
	for (k = end + 1; !line_edge(l, k); k++)
		continue;
	for (i = 0; i < sizeof places / sizeof *places; i++)
		if (k > end + 1 && l->cp[k - 1] == places[i])
			return 1;
	return 0;
}

int
stay_inside(const struct scan *s, size_t i, size_t end)
{
	const struct line *l;
	struct word w;
	size_t k;

	l = &s->l;
	for (k = i; k < end; k++)
		if (l->cls[k] == C_ARAB || l->cls[k] == C_LATIN)
			return 0;
	if (!line_edge(l, i) && !line_tag(l, i, 'm') && !line_tag(l, i, 't') &&
	    !line_tag(l, i, 'q') && point_word(s, i, W_ERA, &w) == 0)
		return 1;	/* but 明洪武二年 */
	if (line_edge(l, end) && line_tag(l, i, 'v') && end - i == 2 &&
	    l->tok[i] == l->tok[end - 1] && l->cls[i] == C_SMALL)
		return 1;	/* 拾起 */
	if (in_place(s, i, end))
		return 1;
	if (line_edge(l, end) || end - i > 3 ||
	    point_word(s, end, W_FOLLOW, &w) != 0)
		return 0;	/* 春节前夕 */
	return l->tok[end - 1] == l->tok[end] && !line_tag(l, end, 'm') &&
	    !line_tag(l, end, 't') && !line_tag(l, end, 'q');
}

/* 一张张, 一项项: said twice, it counts nothing. */
static int
said_twice(const struct line *l, size_t i)
{
	return line_is(l, i, 0x4e00) && line_han(l, i + 1) &&
	    line_is(l, i + 2, l->cp[i + 1]) && l->cls[i + 1] == C_OTHER;
}

int
stay_counted(const struct line *l, const struct expr *e)
{
	return e->end - e->start == 2 && l->cls[e->start] == C_DIGIT &&
	    l->cp[e->start] != 0x4e00 &&
	    l->tok[e->start] != l->tok[e->end - 1] &&
	    line_edge(l, e->end) && (line_tag(l, e->end - 1, 'q') ||
	    (line_tag(l, e->end, 'n') && !(l->at[e->end] & AT_GAP)));
}

size_t
stay_word(const struct scan *s, size_t i, int *own)
{
	struct word w;
	size_t len, user;

	len = 0;
	if (line_edge(&s->l, i))
		len = words_longest(&s->k.veto, s->l.cp + i, s->l.n - i, &w);
	user = s->user == NULL ? 0 : words_longest(s->user, s->l.cp + i,
	    s->l.n - i, &w);
	*own = user > 0 && user >= len;
	if (user > len)
		len = user;
	if (said_twice(&s->l, i) && len < 3)
		len = 3;
	return i + len;
}
