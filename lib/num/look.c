/* A look at what stands behind a numeral, before the grammar is tried. */
#include "num/look.h"

enum { NUMBER_LOOK = 64 };	/* a longer number is an amount or nothing */

/* Where the digits, multipliers and marks of a number from i on end. */
static size_t
number_end(const struct line *l, size_t i)
{
	size_t k;

	for (k = i; k < l->n && k - i < NUMBER_LOOK; k++)
		switch (l->cls[k]) {
		case C_ARAB:
		case C_DIGIT:
		case C_ZERO:
		case C_SMALL:
		case C_BIG:
		case C_TENS:
		case C_POINT:
		case C_FEW:
		case C_MORE:
		case C_MINUS:
			break;
		default:
			if ((l->cp[k] != '.' && l->cp[k] != ',') ||
			    l->cls[k + 1] != C_ARAB)
				return k;
		}
	return k;
}

static int
behind(const struct line *l, size_t k)
{
	switch (l->cp[k]) {
	case 0x5e74:		/* 年 */
	case 0x6708:		/* 月 */
	case 0x65e5:		/* 日 */
	case 0x65f6:		/* 时 */
	case 0x5468:		/* 周 */
	case 0x5b63:		/* 季 */
	case 0x4e2a:		/* 个 */
	case 0x534a:		/* 半 */
	case 0x523b:		/* 刻 */
		return MAY_DATE | MAY_SPAN;
	case 0x5206:		/* 分 */
	case '/':
	case 0x53c8:		/* 又 */
		return MAY_ALL;
	case ':':
	case 0x2236:
	case 0x6bd4:		/* 比 */
		return MAY_DATE | MAY_RATIO;
	case 0x53f7:		/* 号 */
	case 0x4e16:		/* 世 */
	case 0x81f3:		/* 至 */
	case 0x5230:		/* 到 */
	case '-':
	case '.':
	case 0xb7:
	case 0x2022:
	case 0x30fb:
		return MAY_DATE;
	case 0x5929:		/* 天 */
	case 0x661f:		/* 星 */
	case 0x793c:		/* 礼 */
	case 0x5c0f:		/* 小 */
	case 0x949f:		/* 钟 */
	case 0x79d2:		/* 秒 */
		return MAY_SPAN;
	default:
		return l->cls[k] == C_DASH ? MAY_DATE : 0;
	}
}

/* What an expression that begins with a numeral may be besides an amount. */
static int
numeral_may(const struct scan *s, size_t i)
{
	const struct line *l;
	size_t k;
	int may;

	l = &s->l;
	k = number_end(l, i);
	if (k - i >= NUMBER_LOOK)
		return 0;
	may = behind(l, k);
	if ((l->at[k] & AT_GAP) && l->cls[i] == C_ARAB && k < l->n)
		may |= MAY_DATE | MAY_FRACTION;
	for (; i < k; i++) {
		/* 12点30分, 2012.3.4, 5 11, 三点, 十余年 */
		if (l->cls[i] == C_POINT || l->cls[i] == C_MORE ||
		    l->cls[i] == C_FEW || (l->at[i] & AT_GAP) ||
		    (l->cp[i] == '.' && l->cp[k] == '.'))
			may |= MAY_DATE | MAY_SPAN | MAY_FRACTION;
		if (l->cp[i] == '.')
			may |= MAY_DATE;
	}
	return may;
}

/* Whether digits at i may be a year or a whole date. */
static int
bare_digits(const struct line *l, size_t i)
{
	size_t k;

	for (k = i; k < l->n && l->cls[k] == C_ARAB; k++)
		continue;
	return k - i == 4 || k - i == 8 || k - i == 6;
}

int
look_may(const struct scan *s, size_t i)
{
	const struct line *l;
	struct word w;
	int may;

	l = &s->l;
	if (l->cls[i] == C_ARAB)
		return numeral_may(s, i) | (bare_digits(l, i) ? MAY_DATE : 0);
	if (l->cls[i] == C_OTHER || l->cls[i] == C_LATIN ||
	    l->cls[i] == C_DASH || l->cls[i] == C_HALF ||
	    l->cls[i] == C_MINUS || l->cls[i] == C_POINT)
		return MAY_ALL;
	may = numeral_may(s, i);
	if (words_longest(&s->k.dates, l->cp + i, l->n - i, &w) != 0)
		may |= MAY_DATE;
	return may;
}
