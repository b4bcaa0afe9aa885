/* Digits that count nothing: addresses, telephone numbers, 1+10+7, A1版. */
#include "num/scan.h"

enum { LOOK = 64 };	/* how far ahead the nature of a run is sought */

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

size_t
code_skip(const struct line *l, size_t i)
{
	size_t k, end, dots, run, most;
	int letters;

	if (!word(l, i) || (i > 0 && word(l, i - 1) &&
	    !(l->at[i] & AT_GAP)))
		return i;
	letters = l->cls[i] == C_LATIN;
	for (end = i + 1; end - i < LOOK && web(l, end) &&
	    !(l->at[end] & AT_GAP); end++)
		letters |= l->cls[end] == C_LATIN;
	for (k = i; k + 2 < end; k++)
		if (l->cp[k] == ':' && l->cp[k + 1] == '/' &&
		    l->cp[k + 2] == '/') {
			while (web(l, end) && !(l->at[end] & AT_GAP))
				end++;
			return end;
		}
	dots = run = most = 0;
	for (k = i; k < end; k++) {
		run = l->cls[k] == C_ARAB ? run + 1 : 0;
		if (run > most)
			most = run;
		letters |= l->cp[k] == ':';
		if (l->cp[k] == '@' && k > i && k + 1 < end)
			return end;
		dots += l->cp[k] == '.';
	}
	if (l->cp[i] == 'w' && l->cp[i + 1] == 'w' && l->cp[i + 2] == 'w')
		return end;
	/* 192.168.255.255 */
	if (!letters && dots == 3 && most <= 3 && l->cls[end - 1] ==
	    C_ARAB)
		return end;
	/* A run that begins with a letter: GB2312, 5G is not one. */
	if (l->cls[i] == C_LATIN) {
		for (k = i; k < end && (word(l, k) || l->cp[k] == '-' ||
		    l->cp[k] == '_'); k++)
			continue;
		return k;
	}
	/* Digits, letters, digits: 78c3ceff94. */
	for (k = i; k < end && l->cls[k] == C_ARAB; k++)
		continue;
	if (k < end && l->cls[k] == C_LATIN) {
		for (dots = k; dots < end && l->cls[dots] == C_LATIN; dots++)
			continue;
		if (dots < end && l->cls[dots] == C_ARAB && !((l->cp[k] ==
		    'e' || l->cp[k] == 'E') && dots == k + 1)) {
			for (k = dots; k < end && word(l, k); k++)
				continue;
			if (k - i > 8)
				return k;
		}
	}
	return i;
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

/* [1], ①, A1版: what numbers a note or a page. */
static size_t
marks(const struct line *l, size_t i)
{
	size_t k;

	if (i > 0 && line_is(l, i - 1, '[')) {
		k = digits(l, i);
		if (k > i && k - i <= 3 && line_is(l, k, ']'))
			return k;
	}
	return i;
}

size_t
code_read(struct scan *s, size_t i, struct expr *e)
{
	const struct line *l;
	size_t end;

	l = &s->l;
	if (l->cls[i] != C_ARAB || (i > 0 && !(l->at[i] & AT_GAP) &&
	    (word(l, i - 1) || l->cp[i - 1] == '.')))
		return i;
	end = sums(l, i);
	if (end == i)
		end = telephone(l, i);
	if (end == i)
		end = marks(l, i);
	if (end == i)
		return i;
	e->kind = K_CODE;
	e->op = OP_EQ;
	e->value = text(s, i, end);
	e->why = "code";
	return end;
}
