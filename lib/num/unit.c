/* What a number counts. */
#include "num/unit.h"

#include <string.h>

#include "num/amount.h"

enum {
	H_LEFT = '(',
	H_RIGHT = ')',
	H_EACH = 0x6bcf,	/* 每 */
	H_LIANG = 0x4e24,	/* 两 */
	H_BAN = 0x534a,		/* 半 */
	H_NEI = 0x5185,		/* 内 */
	H_QI = 0x671f		/* 期 */
};

static void
code(struct unit *u, struct span t)
{
	if (u->n + t.n > UNIT_CODE)
		return;
	memcpy(u->code + u->n, t.p, t.n);
	u->n += t.n;
}

/* Whether a unit in letters ends where a word does. */
static int
whole(const struct line *l, size_t i, const struct word *w)
{
	uint32_t last;

	last = l->cp[i + w->len - 1];
	if (l->cls[i + w->len - 1] != C_LATIN && last != '"')
		return 1;
	if (last == '"')
		return i > 0 && l->cls[i - 1] == C_ARAB &&
		    !(l->at[i] & AT_GAP);
	return l->cls[i + w->len] != C_LATIN && (w->len > 1 ||
	    l->cls[i + w->len] != C_ARAB || (l->at[i + w->len] & AT_GAP));
}

/* The hundreds of a number of four digits: 30 of 3000. */
static int
century(const struct dec *d)
{
	if (d->d.n == 0)
		return 0;
	return d->d.p[0] * 10 + (d->d.n > 1 ? d->d.p[1] : 0);
}

/* Whether the numeral may stand before such a measure word. */
static int
allowed(const struct scan *s, size_t end, const struct numeral *n,
    const struct word *w)
{
	int longer;

	longer = n->arab || n->digits > 1 || n->units;
	/* 百亿级 is a magnitude, 11点 a time, 打电话 no dozen. */
	if (w->len == 1 && w->type == U_MEASURE) {
		if (s->l.cp[end - 1] == 0x7ea7 && (n->bare || n->tail >= 4))
			return 0;
		if (s->l.cp[end - 1] == 0x70b9 && n->digits < 3 && !n->point)
			return 0;
		if (s->l.cp[end - 1] == 0x6253 && line_han(&s->l, end))
			return 0;
		if (line_is(&s->l, end - 1, H_QI) && line_is(&s->l, end,
		    0x95f4))
			return 0;	/* 五一期间 */
	}
	/* 2024年 is no span, 10月 none. */
	if (w->type == U_SPAN && w->len == 1) {
		if (s->l.cp[end - 1] == 0x65f6 && line_is(&s->l, end, 0x95f4))
			return 0;	/* 近一半时间 */
		if (s->l.cp[end - 1] == 0x5e74 && n->digits == 4 &&
		    !n->units && !n->range && s->l.cls[end - 2] != C_MORE &&
		    century(&n->lo) < 22)
			return 0;
		if (s->l.cp[end - 1] == 0x6708 && !n->few && !n->range &&
		    n->digits > 0 && !n->half && s->l.cp[end - 2] != 0x4e24)
			return 0;
	}
	if (w->type == U_ORDINAL || w->type == U_SCALE)
		return 0;
	if (w->type == U_POINTS && w->b)
		return n->point;
	if (w->type == U_CODE)
		return n->arab && !n->units;
	if (w->type == U_CURRENCY && w->b == CUR_WEAK)
		return longer && (!line_han(&s->l, end) ||
		    line_edge(&s->l, end));
	if (w->type == U_UNIT)
		return w->b == 0 || longer || n->digits == 1 || n->few ||
		    n->bare;
	if (w->type != U_MEASURE)
		return 1;
	if (n->bare && n->tail < 4)
		return 0;
	if (w->b & M_NOUN)
		return line_han(&s->l, end) && dec_length(&n->lo) <= 2;
	return !(w->b & M_WEAK) || longer;
}

/* What an amount is a rate of: /年, 每小时; /亩·年 of both. */
static size_t
per(struct scan *s, size_t i, struct unit *u)
{
	struct word w;
	size_t k;
	int n;

	for (n = 0; n < 2; n++) {
		k = i;
		if (!line_is(&s->l, k, '/') && !line_is(&s->l, k, H_EACH) &&
		    !(n > 0 && line_is(&s->l, k, 0xb7)))
			break;
		k++;
		if (words_longest(&s->k.units, s->l.cp + k, s->l.n - k,
		    &w) == 0 || (w.type != U_UNIT && w.type != U_MEASURE &&
		    w.type != U_SPAN) || !whole(&s->l, k, &w))
			break;
		if (line_is(&s->l, i, H_EACH) && u->type != U_UNIT)
			break;
		code(u, span_of("/", 1));
		code(u, w.text);
		i = k + w.len;
	}
	return i;
}

/* 台（套） counts sets and single machines alike. */
static size_t
either(struct scan *s, size_t i, struct unit *u)
{
	struct word w;
	size_t k;

	if (!line_is(&s->l, i, H_LEFT) || u->type != U_MEASURE)
		return i;
	k = i + 1;
	if (words_longest(&s->k.units, s->l.cp + k, s->l.n - k, &w) == 0 ||
	    w.type != U_MEASURE || !line_is(&s->l, k + w.len, H_RIGHT))
		return i;
	code(u, w.text);
	return k + w.len + 1;
}

/* 人民币 behind 元, 整 behind it, 钱 behind 块. */
static size_t
after_currency(struct scan *s, size_t i, struct unit *u)
{
	struct word w;

	if (u->type != U_CURRENCY)
		return i;
	if (words_longest(&s->k.units, s->l.cp + i, s->l.n - i, &w) != 0 &&
	    w.type == U_CURRENCY && w.b == 0 && w.text.n == 3 &&
	    memcmp(w.text.p, "CNY", 3) == 0 && w.len >= 3 &&
	    memcmp(u->code, "CNY", 3) == 0)
		i += w.len;
	if ((line_is(&s->l, i, 0x6574) || line_is(&s->l, i, 0x6b63)) &&
	    !(line_han(&s->l, i + 1) && !line_edge(&s->l, i + 1)))
		i++;
	return i;
}

/* The longest unit at i that the numeral may have. */
static size_t
find(struct scan *s, size_t i, const struct numeral *n, struct word *w)
{
	struct word all[4];
	size_t count, k;

	if (s->unit != NULL && words_longest(s->unit, s->l.cp + i, s->l.n - i,
	    w) != 0 && !(n->bare && n->tail < 4) && w->text.n != 0 &&
	    whole(&s->l, i, w))
		return w->len;
	count = words_all(&s->k.units, s->l.cp + i, s->l.n - i, all, 4);
	/* 三门课程: 门 and 课程 are words, so 门课 is none; 内 is no part. */
	for (k = 0; k + 1 < count && line_han(&s->l, i + all[k].len) &&
	    !line_is(&s->l, i + all[k].len, H_NEI) &&
	    !line_edge(&s->l, i + all[k].len) &&
	    line_edge(&s->l, i + all[k + 1].len); k++)
		continue;
	for (; k < count; k++)
		if (whole(&s->l, i, &all[k]) && allowed(s, i + all[k].len, n,
		    &all[k]) && !(all[k].type == U_CURRENCY &&
		    all[k].b == CUR_SIGN)) {
			*w = all[k];
			return w->len;
		}
	return 0;
}

/* 三块地, but 三块 and 三块五: before a noun, 块 counts pieces. */
static int
piece(const struct scan *s, size_t i, const struct word *w)
{
	return w->type == U_CURRENCY && w->b == CUR_PIECE &&
	    line_han(&s->l, i) && !(s->l.at[i] & AT_GAP) &&
	    (s->l.cls[i] == C_OTHER || s->l.cls[i] == C_HALF) &&
	    (line_tag(&s->l, i, 'n') ||
	    line_tag(&s->l, i, 'a') || line_tag(&s->l, i, 'b'));
}

size_t
unit_read(struct scan *s, size_t i, const struct numeral *n, struct unit *u)
{
	struct word w;
	size_t k;

	u->type = 0;
	u->n = 0;
	u->a = u->b = 0;
	if (i >= s->l.n || find(s, i, n, &w) == 0)
		return i;
	u->type = w.type;
	u->a = w.a;
	u->b = w.b;
	k = i + w.len;
	if (piece(s, k, &w)) {
		u->type = U_MEASURE;
		u->b = 0;
		w.text = span_str("块");
	}
	code(u, w.text);
	k = either(s, k, u);
	k = after_currency(s, k, u);
	if (u->type == U_UNIT || u->type == U_MEASURE ||
	    u->type == U_CURRENCY)
		k = per(s, k, u);
	return k;
}

/* Adds v * 10^-e to d. */
static void
add(struct scan *s, struct dec *d, int v, int e)
{
	dec_uint(&s->tmp, (uint64_t)v);
	dec_shift(&s->tmp, -e);
	if (d->neg)
		dec_sub(d, d, &s->tmp);
	else
		dec_add(d, d, &s->tmp);
}

/*
 * Whether a digit behind 块, 毛 or 角 at i is of the next smaller coin: 三块五,
 * 两毛五, 三元一角四.
 */
static int
bare_coin(const struct scan *s, size_t i)
{
	return line_is(&s->l, i, 0x5757) || line_is(&s->l, i, 0x6bdb) ||
	    line_is(&s->l, i, 0x89d2);
}

/* 半 that ends a word: 三斤半, but not 5吨半挂车. */
static int
half(const struct line *l, size_t i)
{
	return line_is(l, i, H_BAN) && (!line_han(l, i + 1) ||
	    line_edge(l, i + 1));
}

/* 三毛, 四分 behind 元; 五 behind 块 is five 角. */
static size_t
coins(struct scan *s, size_t i, const struct unit *u, struct dec *d)
{
	struct word w;
	size_t end, start;
	int v, last, pair;

	start = i;
	for (last = 0; last < 2; ) {
		if (line_is(&s->l, i, 0x53c8))
			i++;
		end = numeral_small(&s->l, s->l.cls[i] == C_ZERO ? i + 1 : i,
		    99, &v);
		if (end <= i)
			break;
		if (words_longest(&s->k.units, s->l.cp + end, s->l.n - end,
		    &w) != 0 && (w.type == U_PART || w.type == U_CPART)) {
			add(s, d, v, u->type == U_PART ? u->a - w.a : -w.a);
			i = end + w.len;
			last = -w.a;
		} else if (line_is(&s->l, end, 0x5206) && !line_is(&s->l,
		    end + 1, 0x949f) && memcmp(u->code, "CNY", 3) == 0) {
			add(s, d, v, u->type == U_PART ? 2 + u->a : 2);
			i = end + 1;
			last = 2;
		} else if (end - i <= 2 && bare_coin(s, i - 1) &&
		    (!line_han(&s->l, end) || range_joiner(s, end, &pair))) {
			if (u->type == U_PART)
				last = 0;	/* 两毛五 */
			add(s, d, v, s->l.cls[i] == C_ZERO ? 2 : last + 1);
			i = end;
			break;
		} else {
			break;
		}
	}
	if (i > start && line_is(&s->l, i, 0x6574))
		i++;
	return i;
}

/* Whether digits behind the unit that ends at i are tenths of it. */
static int
tenths(const struct scan *s, size_t i, const struct unit *u)
{
	return (line_is(&s->l, i - 1, 0x7c73) && u->n == 1) ||
	    line_is(&s->l, i - 1, 0x5c3a) || line_is(&s->l, i - 1, 0x4e08);
}

/* 98 behind 9秒: hundredths of a second. */
static size_t
hundredths(struct scan *s, size_t i, struct dec *d)
{
	size_t end;
	int v = 0;

	end = line_is(&s->l, i - 1, 0x79d2) && s->l.cls[i] == C_ARAB &&
	    !(s->l.at[i] & AT_GAP) ? numeral_small(&s->l, i, 99, &v) : i;
	if (end != i + 2 || s->l.cls[end] == C_ARAB || s->l.cls[end] ==
	    C_LATIN || line_is(&s->l, end, '.') || line_is(&s->l, end, '%'))
		return i;
	add(s, d, v, 2);
	return end;
}

/* 八两 behind 六斤, 九 behind 三米, 85 behind 1米. */
static size_t
smaller(struct scan *s, size_t i, const struct unit *u, struct dec *d)
{
	size_t end;
	int v, jin;

	jin = line_is(&s->l, i - 1, 0x65a4);
	if (!jin && !tenths(s, i, u))
		return i;
	end = numeral_small(&s->l, i, 99, &v);
	if (end == i || end > i + 2 || v == 0 || s->l.cls[i] == C_SMALL ||
	    (s->l.at[i] & AT_GAP) || s->l.cls[end - 1] == C_SMALL)
		return i;
	if (jin && end == i + 1 && line_is(&s->l, end, H_LIANG)) {
		add(s, d, v, 1);
		return end + 1;
	}
	if (jin || line_han(&s->l, end) || s->l.cls[end] == C_ARAB ||
	    s->l.cls[end] == C_DIGIT || s->l.cls[end] == C_LATIN ||
	    line_is(&s->l, end, '.') || line_is(&s->l, i, H_LIANG) ||
	    (s->l.cls[i] == C_ARAB) != (s->l.cls[i - 2] == C_ARAB))
		return i;
	add(s, d, v, (int)(end - i));
	return end;
}

size_t
unit_rest(struct scan *s, size_t i, const struct unit *u, struct dec *d)
{
	size_t k;

	if ((u->type == U_CURRENCY || u->type == U_UNIT ||
	    u->type == U_SPAN || u->type == U_MEASURE) && dec_whole(d) &&
	    half(&s->l, i)) {
		add(s, d, 5, 1);
		return i + 1;
	}
	if (u->type == U_CURRENCY || u->type == U_PART)
		return coins(s, i, u, d);
	if (u->type == U_TENTH) {
		k = i;
		if (line_is(&s->l, k, H_BAN)) {
			add(s, d, 5, 1);
			return k + 1;
		}
		if (s->l.cls[k] == C_DIGIT && !line_han(&s->l, k + 1)) {
			add(s, d, s->l.val[k] & 15, 1);
			return k + 1;
		}
		return i;
	}
	if (u->type == U_SPAN)
		return hundredths(s, i, d);
	return u->type == U_UNIT ? smaller(s, i, u, d) : i;
}

enum kind
unit_kind(const struct unit *u)
{
	if (u->type == U_SPAN && u->a == 1 && u->b == 3)
		return K_QUANTITY;
	switch (u->type) {
	case U_CURRENCY:
	case U_PART:
	case U_CPART:
		return K_MONEY;
	case U_PERCENT:
	case U_POINTS:
	case U_TENTH:
	case U_FOLD:
		return K_PERCENT;
	case U_TIMES:
		return K_MULTIPLE;
	case U_RANK:
		return K_RANK;
	case U_CODE:
		return K_CODE;
	case U_SPAN:
		return K_DURATION;
	case 0:
		return K_NUMBER;
	default:
		return K_QUANTITY;
	}
}
