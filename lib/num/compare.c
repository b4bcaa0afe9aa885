/* Words that compare an amount with a bound: 约 超过 不低于 以上 左右. */
#include "num/compare.h"

#include "num/unit.h"

#define O_PRE WORD_TYPE('p', 'r', 'e', 0)
#define O_UP WORD_TYPE('u', 'p', 0, 0)
#define O_SUF WORD_TYPE('s', 'u', 'f', 0)
#define O_SUF_SPAN WORD_TYPE('s', 'u', 'f', 'd')
#define O_SUF_MONEY WORD_TYPE('s', 'u', 'f', 'm')

/* 约 at the end of a word of three characters, before a number: 占地约. */
static int
at_end(const struct line *l, size_t i)
{
	return i > 1 && !line_edge(l, i - 1) && line_edge(l, i + 1) &&
	    l->cls[i + 1] == C_ARAB;
}

size_t
compare_before(const struct scan *s, size_t i, struct compare *c)
{
	struct word w;
	size_t k;
	int n;

	k = i;
	for (n = 0; n < 3; n++) {
		if (scan_op_word(s, k, &w) == 0)
			break;
		if (w.type != O_PRE && w.type != O_UP)
			break;
		if (w.b && !line_edge(&s->l, k) && !(w.b == 2 &&
		    at_end(&s->l, k)))
			break;
		if (c->op == OP_EQ || w.a != OP_ABOUT)
			c->op = w.a;
		c->pre = 1;
		c->up = w.type == O_UP;
		k += w.len;
		if (c->up) {
			/* 上千, 上万, but 上一篇 */
			if (s->l.cls[k] != C_SMALL && s->l.cls[k] != C_BIG)
				return i;
			break;
		}
	}
	return k;
}

size_t
compare_after(const struct scan *s, size_t i, uint32_t unit,
    struct compare *c)
{
	struct word w;
	size_t k;
	int n;

	if (!c->more && s->l.cls[i] == C_MORE && (unit == U_SPAN ||
	    unit == U_CURRENCY || unit == U_UNIT || unit == U_TIMES ||
	    unit == U_TENTH || unit == U_PERCENT || unit == U_POINTS)) {
		if (!line_han(&s->l, i + 1) || line_edge(&s->l, i + 1)) {
			c->op = OP_GT;
			i++;
		}
	}
	for (n = 0; n < 2; n++) {
		k = i;
		if (line_is(&s->l, k, '(') && line_is(&s->l, k + 1, 0x542b) &&
		    line_is(&s->l, k + 2, ')'))
			k += 3;		/* （含）以上 */
		if (scan_op_word(s, k, &w) == 0)
			break;
		if (w.type == O_SUF_SPAN ? unit != U_SPAN :
		    w.type == O_SUF_MONEY ? unit != U_CURRENCY :
		    w.type != O_SUF)
			break;
		if (w.len == 1 && line_han(&s->l, k + 1) &&
		    !line_edge(&s->l, k + 1))
			break;
		if (c->op == OP_EQ || w.a != OP_ABOUT)
			c->op = w.a;
		i = k + w.len;
	}
	return i;
}
