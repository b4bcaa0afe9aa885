/* The text of one line as the grammar reads it. */
#include "num/line.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

static int
ideograph(uint32_t cp)
{
	return (cp >= 0x3400 && cp < 0xa000) || (cp >= 0xf900 && cp < 0xfb00) ||
	    (cp >= 0x20000 && cp < 0x40000);
}

static void
room(struct line *l, size_t want)
{
	if (want <= l->cap)
		return;
	l->cap = want + want / 2 + 64;
	l->cp = xrealloc(l->cp, l->cap * sizeof *l->cp);
	l->pos = xrealloc(l->pos, l->cap * sizeof *l->pos);
	l->tok = xrealloc(l->tok, l->cap * sizeof *l->tok);
	l->cls = xrealloc(l->cls, l->cap);
	l->val = xrealloc(l->val, l->cap);
	l->at = xrealloc(l->at, l->cap);
}

/* Adds one character; returns 0 when it is a blank. */
static int
add(struct line *l, const struct chars *c, uint32_t cp, int at, size_t pos,
    size_t tok)
{
	uint32_t cell;
	size_t i;

	cell = chars_cell(c, cp);
	i = l->n;
	l->cls[i] = cell >> 21 & 31;
	if (l->cls[i] == C_BLANK)
		return 0;
	l->val[i] = (unsigned char)(cell >> 26);
	l->cp[i] = cell == 0 ? cp : cell & 0x1fffff;
	if (cp >= 0xff00 && cp < 0xfff0)
		at |= AT_WIDE;
	if (ideograph(cp))
		at |= AT_HAN;
	l->at[i] = (unsigned char)at;
	l->pos[i] = (uint32_t)pos;
	l->tok[i] = (uint32_t)tok;
	l->n++;
	return 1;
}

void
line_set(struct line *l, const struct chars *c, const struct token *token,
    size_t n)
{
	struct span s;
	size_t i, k, len, pos, end;
	uint32_t cp;
	int at;

	l->n = 0;
	l->token = token;
	l->tokens = n;
	end = 0;
	at = AT_GAP;
	for (i = 0; i < n; i++) {
		s = token[i].text;
		room(l, l->n + s.n + 1);
		pos = token[i].start;
		at |= AT_TOKEN | (i == 0 || pos != end ? AT_GAP : 0);
		for (k = 0; k < s.n; k += len, pos++) {
			cp = utf8_decode(s.p + k, s.n - k, &len);
			if (cp == UTF8_BAD)
				cp = UTF8_REPLACEMENT;
			if (add(l, c, cp, at, pos, i))
				at = 0;
			else
				at |= AT_GAP;
		}
		end = token[i].end;
	}
	room(l, l->n + 1);
	l->cp[l->n] = 0;
	l->cls[l->n] = C_OTHER;
	l->at[l->n] = AT_TOKEN | AT_GAP;
	l->val[l->n] = 0;
}

void
line_free(struct line *l)
{
	free(l->cp);
	free(l->pos);
	free(l->tok);
	free(l->cls);
	free(l->val);
	free(l->at);
	memset(l, 0, sizeof *l);
}

int
line_tag(const struct line *l, size_t i, int c)
{
	struct span tag;

	if (i >= l->n)
		return 0;
	tag = l->token[l->tok[i]].tag;
	return tag.n != 0 && tag.p[0] == c;
}
