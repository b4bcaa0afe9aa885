/* Digits that count nothing: addresses, telephone numbers, 1+10+7, A1版. */
#include "num/scan.h"

#define O_ID WORD_TYPE('i', 'd', 0, 0)

enum {
	LOOK = 64,		/* how far ahead a run is looked at */
	ID_MIN = 5,		/* characters of what a word such as 邮编 names */
	H_PAGE = 0x7248,	/* 版 */
	H_NUMBER = 0x53f7,	/* 号 */
	LEFT_BOOK = 0x3014,	/* 〔 */
	RIGHT_BOOK = 0x3015
};

static int
word(const struct line *l, size_t i)
{
	return l->cls[i] == C_LATIN || l->cls[i] == C_ARAB;
}

/* A character of an address on the web. */
static int
web(const struct line *l, size_t i)
{
	uint32_t c;

	c = l->cp[i];
	return word(l, i) || c == '.' || c == '/' || c == ':' || c == '-' ||
	    c == '_' || c == '?' || c == '&' || c == '=' || c == '%' ||
	    c == '#' || c == '@' || c == '~' || c == '+';
}

/* Where the letters and signs of an address that begins at i may end. */
static size_t
web_end(const struct line *l, size_t i)
{
	size_t end;

	for (end = i + 1; end - i < LOOK && web(l, end) &&
	    !(l->at[end] & AT_GAP); end++)
		continue;
	return end;
}

/* Where an address with :// in it ends, or i. */
static size_t
url_end(const struct line *l, size_t i, size_t end)
{
	size_t k;

	for (k = i; k + 2 < end; k++)
		if (l->cp[k] == ':' && l->cp[k + 1] == '/' &&
		    l->cp[k + 2] == '/')
			break;
	if (k + 2 >= end)
		return i;
	while (web(l, end) && !(l->at[end] & AT_GAP))
		end++;
	return end;
}

/* Whether i to end is an address without ://: a@b.cn, www.a.cn, 192.168.1.1. */
static int
is_address(const struct line *l, size_t i, size_t end)
{
	size_t k, dots, run, most;
	int letters;

	dots = run = most = 0;
	letters = 0;
	for (k = i; k < end; k++) {
		run = l->cls[k] == C_ARAB ? run + 1 : 0;
		if (run > most)
			most = run;
		letters |= l->cls[k] == C_LATIN || l->cp[k] == ':';
		if (k > i && k + 1 < end && dots > 0 && l->cp[k] == '.' &&
		    l->cp[k - 1] == '.' && l->cls[k + 1] == C_ARAB)
			return 1;	/* 10..1 */
		if (l->cp[k] == '@' && k > i && k + 1 < end)
			return 1;
		dots += l->cp[k] == '.';
	}
	if (l->cp[i] == 'w' && l->cp[i + 1] == 'w' && l->cp[i + 2] == 'w')
		return 1;
	/* 192.168.255.255 */
	return !letters && dots == 3 && most <= 3 &&
	    l->cls[end - 1] == C_ARAB;
}

/* Where a run that begins with a letter ends: GB2312, K12+300, PM2.5. */
static size_t
named_end(const struct line *l, size_t i, size_t end)
{
	size_t k;

	for (k = i; k < end && (word(l, k) || l->cp[k] == '-' ||
	    l->cp[k] == '_' || ((l->cp[k] == '+' || l->cp[k] == '.') &&
	    l->cls[k - 1] == C_ARAB && l->cls[k + 1] == C_ARAB)); k++)
		continue;
	return k;
}

/* Where a long run of digits, letters, digits ends (78c3ceff94), or i. */
static size_t
mixed_end(const struct line *l, size_t i, size_t end)
{
	size_t k, from;

	for (from = i; from < end && l->cls[from] == C_ARAB; from++)
		continue;
	for (k = from; k < end && l->cls[k] == C_LATIN; k++)
		continue;
	if (k == from || k == end || l->cls[k] != C_ARAB)
		return i;
	if ((l->cp[from] == 'e' || l->cp[from] == 'E') && k == from + 1)
		return i;	/* 1e9 */
	while (k < end && word(l, k))
		k++;
	return k - i > 8 ? k : i;
}

size_t
code_skip(const struct line *l, size_t i)
{
	size_t end, url;

	if (!word(l, i) || (i > 0 && word(l, i - 1) &&
	    !(l->at[i] & AT_GAP)))
		return i;
	end = web_end(l, i);
	if ((url = url_end(l, i, end)) > i)
		return url;
	if (is_address(l, i, end))
		return end;
	/* 5G begins with a digit and is no such run. */
	if (l->cls[i] == C_LATIN)
		return named_end(l, i, end);
	return mixed_end(l, i, end);
}

static size_t
digits(const struct line *l, size_t i)
{
	size_t k;

	for (k = i; k < l->n && l->cls[k] == C_ARAB && !(k > i &&
	    (l->at[k] & AT_GAP)); k++)
		continue;
	return k;
}

/* The text of characters i to end as a value. */
static struct piece
text(struct scan *s, size_t i, size_t end)
{
	struct piece p;

	p.off = s->text.n;
	for (; i < end; i++)
		if (s->l.cp[i] < 0x80)
			buf_byte(&s->text, (int)s->l.cp[i]);
	p.n = s->text.n - p.off;
	return p;
}

/* 1+10+7 */
static size_t
sums(const struct line *l, size_t i)
{
	size_t k, end;
	int n;

	k = i;
	for (n = 0; ; n++) {
		end = digits(l, k);
		if (end == k || end - k > 4)
			return i;
		if (!line_is(l, end, '+') || l->cls[end + 1] != C_ARAB)
			break;
		k = end + 1;
	}
	return n >= 1 && l->cls[end] != C_LATIN ? end : i;
}

/* 0432-62223777, 400-810-1234, 13912345678, 110105199001011234 */
static size_t
telephone(const struct line *l, size_t i)
{
	size_t a, b, c;

	a = digits(l, i);
	if (line_is(l, a, '-') && l->cls[a + 1] == C_ARAB) {
		b = digits(l, a + 1);
		if (l->cp[i] == '0' && (a - i == 3 || a - i == 4) &&
		    b - a >= 8 && b - a <= 9 && !line_is(l, b, '.'))
			return b;
		if (line_is(l, b, '-') && a - i == 3 && b - a == 4) {
			c = digits(l, b + 1);
			if (c - b == 5 || c - b == 4)
				return c;
		}
	}
	if (a - i == 11 && l->cp[i] == '1' && l->val[i + 1] >= 3)
		return a;
	if (a - i == 18 && (l->cp[a] == 'X' || !line_is(l, a, '.')) &&
	    (l->val[i + 6] == 1 || l->val[i + 6] == 2) && !(l->cls[a] ==
	    C_BIG))
		return a;
	return l->cp[i] == '0' && a - i >= 10 && !line_is(l, a, '.') ? a : i;
}

/* 978-7-5086-1234-5 */
static size_t
groups(const struct line *l, size_t i)
{
	size_t k;
	int n;

	k = digits(l, i);
	for (n = 0; k > i && line_is(l, k, '-') && l->cls[k + 1] == C_ARAB;
	    n++)
		k = digits(l, k + 1);
	if (line_is(l, k, '-') && line_is(l, k + 1, 'X'))
		k += 2;
	return n >= 3 ? k : i;
}

static int
left(const struct line *l, size_t i)
{
	return line_is(l, i, LEFT_BOOK) || line_is(l, i, '[') ||
	    line_is(l, i, '(');
}

static int
right(const struct line *l, size_t i)
{
	return line_is(l, i, RIGHT_BOOK) || line_is(l, i, ']') ||
	    line_is(l, i, ')');
}

/* [1], and both numbers of 〔2023〕5号: what marks a note or a document. */
static size_t
marks(const struct line *l, size_t i)
{
	size_t k;

	k = digits(l, i);
	if (i == 0 || k == i)
		return i;
	if (line_is(l, i - 1, '[') && k - i <= 3 && line_is(l, k, ']'))
		return k;
	if (left(l, i - 1) && k - i == 4 && right(l, k) &&
	    l->cls[k + 1] == C_ARAB &&
	    line_is(l, digits(l, k + 1), H_NUMBER))
		return k;
	if (i > 5 && right(l, i - 1) && left(l, i - 6) &&
	    digits(l, i - 5) == i - 1 && line_is(l, k, H_NUMBER))
		return k + 1;
	return i;
}

/* A1版 */
static size_t
page(const struct line *l, size_t i)
{
	size_t k;

	if (l->cls[i] == C_LATIN && (i == 0 || l->cls[i - 1] != C_LATIN))
		i++;
	k = digits(l, i);
	if (k == i || k - i > 2 || !line_is(l, k, H_PAGE) ||
	    (line_han(l, k + 1) && !line_edge(l, k + 1)))
		return i;
	return k + 1;
}

/* 530022 behind 邮编 or 邮编: ; *start is where it begins. */
static size_t
named(const struct scan *s, size_t i, size_t *start)
{
	const struct line *l;
	struct word w;
	size_t k;
	int some, colon;

	l = &s->l;
	if (scan_op_word(s, i, &w) == 0 || w.type != O_ID)
		return i;
	k = i + w.len;
	colon = line_is(l, k, ':');
	k += (size_t)colon;
	*start = k;
	for (some = 0; word(l, k) || ((l->cp[k] == '-' || l->cp[k] == '/' ||
	    l->cp[k] == '.') && k > *start && word(l, k + 1)); k++)
		some |= l->cls[k] == C_ARAB;
	if (!some || k - *start < ID_MIN || (!colon && words_longest(
	    &s->k.units, l->cp + k, l->n - k, &w) != 0 &&
	    line_edge(l, k + w.len)))
		return i;	/* but GB/T 19001-2016标准 */
	return k;
}

static size_t
number(const struct line *l, size_t i)
{
	size_t end;

	if (l->cls[i] != C_ARAB || (i > 0 && !(l->at[i] & AT_GAP) &&
	    (word(l, i - 1) || l->cp[i - 1] == '.')))
		return i;
	end = sums(l, i);
	if (end == i)
		end = telephone(l, i);
	if (end == i)
		end = groups(l, i);
	return end == i ? marks(l, i) : end;
}

size_t
code_read(struct scan *s, size_t i, struct expr *e)
{
	const struct line *l;
	size_t end;

	l = &s->l;
	end = number(l, i);
	if (end == i && page(l, i) > i + 1)
		end = page(l, i);
	if (end == i && l->cls[i] != C_ARAB)
		end = named(s, i, &e->start);
	if (end == i)
		return i;
	e->kind = K_CODE;
	e->op = OP_EQ;
	e->value = text(s, e->start, end);
	e->why = "code";
	return end;
}
