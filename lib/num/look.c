/* A look at what stands behind a numeral, before the grammar is tried. */
#include "num/look.h"

#include "num/point.h"
#include "num/unit.h"

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

/* Whether 个 at k begins a unit of time: 3个月, 3个半小时, 3个多月. */
static int
unit_of_time(const struct scan *s, size_t k)
{
	struct word w[4];
	size_t n;

	if (line_is(&s->l, k + 1, H_HALF) || s->l.cls[k + 1] == C_MORE)
		return 1;
	for (n = words_all(&s->k.units, s->l.cp + k, s->l.n - k, w, 4); n > 0;
	    n--)
		if (w[n - 1].type == U_SPAN)
			return 1;
	return 0;
}

static int
behind(const struct scan *s, size_t k)
{
	switch (s->l.cp[k]) {
	case H_YEAR:
	case H_MONTH:
	case H_DAY:
	case H_SHI:
	case H_WEEK:
	case H_JI:
	case H_HALF:
	case H_KE:
		return MAY_DATE | MAY_SPAN;
	case H_GE:
		return unit_of_time(s, k) ? MAY_SPAN : 0;
	case H_FEN:
	case '/':
	case 0x53c8:		/* 又 */
		return MAY_ALL;
	case ':':
	case H_RATIO:
	case 0x6bd4:		/* 比 */
		return MAY_DATE | MAY_RATIO;
	case H_NO:
	case 0x4e16:		/* 世 */
	case 0x81f3:		/* 至 */
	case 0x5230:		/* 到 */
	case '-':
	case '.':
	case 0xb7:
	case 0x2022:
	case 0x30fb:
		return MAY_DATE;
	case 'A':		/* 476AD, 3pm */
	case 'B':
	case 'P':
	case 'a':
	case 'b':
	case 'p':
		return MAY_DATE;
	case H_TIAN:
	case 0x661f:		/* 星 */
	case 0x793c:		/* 礼 */
	case H_XIAO:
	case H_ZHONG:
	case H_MIAO:
		return MAY_SPAN;
	case 0x3001:		/* 1、2月份 */
		return s->l.cls[k + 1] == C_ARAB ||
		    s->l.cls[k + 1] == C_DIGIT ? MAY_DATE : 0;
	default:
		if (s->l.cls[k] == C_DASH || words_may(&s->k.dates,
		    s->l.cp[k], W_TO))
			return MAY_DATE;	/* 6起至7日 */
		return words_may(&s->k.units, s->l.cp[k], U_SPAN) ?
		    MAY_SPAN : 0;		/* 3h 20min */
	}
}

/* What an expression that begins with a numeral may be besides an amount. */
static int
numeral_may(const struct scan *s, size_t i)
{
	const struct line *l;
	size_t start, k;
	int may, points;

	l = &s->l;
	start = i;
	k = number_end(l, i);
	if (k - i >= NUMBER_LOOK)
		return 0;
	may = behind(s, k);
	for (points = 0; i < k; i++) {
		/* 12点30分, 5 11, 三点, 十余年, 一九八七春节 */
		if (l->cls[i] == C_POINT || l->cls[i] == C_MORE ||
		    l->cls[i] == C_FEW || ((l->at[i] & AT_GAP) &&
		    (i > start || l->cls[i] != C_ARAB)))
			may |= MAY_DATE | MAY_SPAN | MAY_FRACTION;
		points += l->cp[i] == '.';
	}
	/* 2012.3.4 and 2012.3., but 201.2 is no date */
	return points + (l->cp[k] == '.') > 1 ? may | MAY_DATE | MAY_SPAN |
	    MAY_FRACTION : may;
}

/* Whether digits at i may be a year (1900 to 2099) or a whole date. */
static int
bare_digits(const struct line *l, size_t i)
{
	size_t k;

	for (k = i; k - i <= 8 && l->cls[k] == C_ARAB; k++)
		continue;
	if (k - i == 4)
		return (l->cp[i] == '1' && l->cp[i + 1] == '9') ||
		    (l->cp[i] == '2' && l->cp[i + 1] == '0');
	return k - i == 8 || k - i == 6;
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
