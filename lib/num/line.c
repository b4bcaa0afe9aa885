/* The text of one line as the grammar reads it. */
#include "num/line.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

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
	l->may = xrealloc(l->may, l->cap);
}

/*
 * Adds the characters of token i from character n on; returns how many there
 * are then.  *at is what goes with the first one.
 */
static inline size_t
add(struct line *l, const struct chars *c, size_t i, size_t n, unsigned *at)
{
	uint32_t *const to = l->cp, *const posv = l->pos, *const tokv = l->tok;
	unsigned char *const cls = l->cls, *const val = l->val;
	unsigned char *const atv = l->at, *const may = l->may;
	const struct span s = l->token[i].text;
	size_t k, len, pos;
	uint64_t kind;
	uint32_t cp;
	unsigned bits;

	bits = *at;
	pos = l->token[i].start;
	for (k = 0; k < s.n; k += len, pos++) {
		cp = utf8_decode(s.p + k, s.n - k, &len);
		if (cp == UTF8_BAD)
			cp = UTF8_REPLACEMENT;
		kind = chars_kind(c, cp);
		if (chars_class(kind) == C_BLANK) {
			bits |= AT_GAP;
			continue;
		}
		posv[n] = (uint32_t)pos;
		tokv[n] = (uint32_t)i;
		to[n] = chars_fold(cp, kind);
		cls[n] = (unsigned char)chars_class(kind);
		val[n] = (unsigned char)chars_value(kind);
		may[n] = (unsigned char)chars_begin(kind);
		atv[n++] = (unsigned char)(chars_at(kind) | bits);
		bits = 0;
	}
	*at = bits;
	return n;
}

/*
 * Narrows what may begin at each character by the one behind it.  Most begin
 * nothing, and which do is not to be foreseen: no branches.
 */
static void
narrow(struct line *l, const unsigned char *pair)
{
	const uint32_t *const cp = l->cp;
	unsigned char *const may = l->may;
	const size_t n = l->n;
	size_t i;

	for (i = 0; i < n; i++)
		may[i] = (unsigned char)chars_narrow(may[i],
		    pair[chars_pair(cp[i], cp[i + 1])]);
	may[n] = BEGIN_CLASS;
}

void
line_set(struct line *l, const struct chars *c, const struct token *token,
    size_t n)
{
	size_t i, count, bytes, end;
	unsigned at;

	l->token = token;
	l->tokens = n;
	for (i = bytes = 0; i < n; i++)
		bytes += token[i].text.n;
	room(l, bytes + 1);
	count = end = 0;
	at = AT_GAP;
	for (i = 0; i < n; i++) {
		at |= AT_TOKEN | (i == 0 || token[i].start != end ? AT_GAP : 0);
		count = add(l, c, i, count, &at);
		end = token[i].end;
	}
	l->n = count;
	l->cp[count] = 0;
	l->cls[count] = C_OTHER;
	l->at[count] = AT_TOKEN | AT_GAP;
	l->val[count] = 0;
	narrow(l, c->pair);
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
	free(l->may);
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
