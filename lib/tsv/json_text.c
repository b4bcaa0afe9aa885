/* A field that is JSON already: checked, and taken over without its blanks. */
#include <string.h>

#include "text/utf8.h"
#include "tsv/json.h"

enum expect {
	VALUE,			/* a value */
	FIRST,			/* a value or the end of the array */
	KEY,			/* a name */
	FIRST_KEY,		/* a name or the end of the object */
	NEXT			/* a comma or the end of what is open */
};

struct text {
	const char *p;
	const char *end;
	struct buf *b;
	int flags;
	enum expect expect;
	size_t depth;
	char open[JSON_DEPTH];	/* the brackets that are open */
};

static int
hex4(const char *p, const char *end)
{
	int i, c, v = 0;

	if (end - p < 4)
		return -1;
	for (i = 0; i < 4; i++) {
		c = p[i];
		if (c >= '0' && c <= '9')
			v = v << 4 | (c - '0');
		else if ((c | 32) >= 'a' && (c | 32) <= 'f')
			v = v << 4 | ((c | 32) - 'a' + 10);
		else
			return -1;
	}
	return v;
}

/* Returns the length of the escape at p, 0 when it is none or half a pair. */
static size_t
escape(const char *p, const char *end)
{
	int v;

	if (end - p < 2)
		return 0;
	if (p[1] != 'u')
		return p[1] != '\0' && strchr("\"\\/bfnrt", p[1]) ? 2 : 0;
	v = hex4(p + 2, end);
	if (v < 0 || (v & 0xfc00) == 0xdc00)
		return 0;
	if ((v & 0xfc00) != 0xd800)
		return 6;
	if (end - p < 12 || p[6] != '\\' || p[7] != 'u')
		return 0;
	v = hex4(p + 8, end);
	return v >= 0 && (v & 0xfc00) == 0xdc00 ? 12 : 0;
}

/* Takes a string over: escapes as they stand, the rest as json_chars does. */
static int
string(struct text *t)
{
	const char *start = ++t->p;
	unsigned char c;
	size_t n;

	buf_byte(t->b, '"');
	for (; t->p < t->end && *t->p != '"'; t->p += n) {
		c = (unsigned char)*t->p;
		n = 1;
		if (c < 0x20)
			return -1;
		if (c == '\\' && (n = escape(t->p, t->end)) == 0)
			return -1;
		if (c >= 0x80 && utf8_decode(t->p, (size_t)(t->end - t->p),
		    &n) == UTF8_BAD)
			return -1;
		if (c >= 0x80 && t->flags & JSON_ASCII) {
			buf_add(t->b, start, (size_t)(t->p - start));
			start = t->p + n;
			json_chars(t->b, span_of(t->p, n), JSON_ASCII);
		}
	}
	if (t->p == t->end)
		return -1;
	buf_add(t->b, start, (size_t)(++t->p - start));
	return 0;
}

/* Takes a number or one of the three words over. */
static int
scalar(struct text *t)
{
	static const char *const word[] = { "true", "false", "null" };
	const char *start = t->p;
	struct span s;
	size_t i;

	while (t->p < t->end && *t->p != '\0' &&
	    strchr("+-.0123456789Eabcdefghijklmnopqrstuvwxyz", *t->p))
		t->p++;
	s = span_of(start, (size_t)(t->p - start));
	buf_span(t->b, s);
	for (i = 0; i < 3; i++)
		if (span_eq(s, span_str(word[i])))
			return 0;
	return json_number(s, 1) ? 0 : -1;
}

static int
open_bracket(struct text *t)
{
	if (t->depth == JSON_DEPTH)
		return -1;
	t->open[t->depth++] = *t->p;
	t->expect = *t->p == '{' ? FIRST_KEY : FIRST;
	buf_byte(t->b, *t->p++);
	return 0;
}

static int
close_bracket(struct text *t)
{
	int other = *t->p == '}' ? '{' : '[';
	int first = *t->p == '}' ? FIRST_KEY : FIRST;

	if (t->depth == 0 || t->open[t->depth - 1] != other)
		return -1;
	if (t->expect != NEXT && t->expect != (enum expect)first)
		return -1;
	t->depth--;
	t->expect = NEXT;
	buf_byte(t->b, *t->p++);
	return 0;
}

static int
comma(struct text *t)
{
	if (t->expect != NEXT || t->depth == 0)
		return -1;
	t->expect = t->open[t->depth - 1] == '{' ? KEY : VALUE;
	buf_byte(t->b, *t->p++);
	return 0;
}

static void
blanks(struct text *t)
{
	while (t->p < t->end && (*t->p == ' ' || *t->p == '\t' ||
	    *t->p == '\n' || *t->p == '\r'))
		t->p++;
}

static int
key(struct text *t)
{
	if (*t->p != '"' || string(t) == -1)
		return -1;
	blanks(t);
	if (t->p == t->end || *t->p != ':')
		return -1;
	buf_byte(t->b, *t->p++);
	t->expect = VALUE;
	return 0;
}

static int
token(struct text *t)
{
	if (*t->p == '}' || *t->p == ']')
		return close_bracket(t);
	if (*t->p == ',')
		return comma(t);
	if (t->expect == KEY || t->expect == FIRST_KEY)
		return key(t);
	if (t->expect == NEXT)
		return -1;
	if (*t->p == '{' || *t->p == '[')
		return open_bracket(t);
	t->expect = NEXT;
	return *t->p == '"' ? string(t) : scalar(t);
}

int
json_text(struct buf *b, struct span s, int flags)
{
	struct text t;
	size_t was = b->n;

	t.p = s.p;
	t.end = s.p + s.n;
	t.b = b;
	t.flags = flags;
	t.expect = VALUE;
	t.depth = 0;
	for (blanks(&t); t.p < t.end; blanks(&t))
		if (token(&t) == -1) {
			b->n = was;
			return -1;
		}
	if (t.expect != NEXT || t.depth != 0) {
		b->n = was;
		return -1;
	}
	return 0;
}
