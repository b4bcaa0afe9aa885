/* Token rows in which each expression is one row. */
#include "num/merge.h"

#include <string.h>

#include "text/utf8.h"

/* The bytes of the first n code points of s. */
static size_t
bytes(struct span s, size_t n)
{
	size_t i, len;

	for (i = 0; i < s.n && n > 0; i += len, n--)
		utf8_decode(s.p + i, s.n - i, &len);
	return i;
}

/* The part of a token between two offsets of the line. */
static struct span
part(const struct token *t, size_t from, size_t to)
{
	size_t a, b;

	a = from <= t->start ? 0 : bytes(t->text, from - t->start);
	b = to >= t->end ? t->text.n : bytes(t->text, to - t->start);
	return span_of(t->text.p + a, b - a);
}

void
merge_gap(struct buf *b, size_t from, size_t to)
{
	size_t n;

	for (n = 0; from < to && n < MERGE_GAP; from++, n++)
		buf_byte(b, ' ');
}

/* The text from one offset of the line to another, blanks for its gaps. */
static void
slice(const struct token *token, size_t n, size_t i, size_t from, size_t to,
    struct buf *b)
{
	size_t at;

	buf_clear(b);
	for (at = from; i < n && token[i].start < to; i++) {
		merge_gap(b, at, token[i].start);
		buf_span(b, part(&token[i], from, to));
		at = token[i].end;
	}
}

static void
plain(const struct token *token, size_t i, size_t from, size_t to,
    merge_put *put, void *arg)
{
	const struct token *t;
	struct merged m;

	t = &token[i];
	m.i = i;
	m.text = part(t, from, to);
	m.start = from < t->start ? t->start : from;
	m.end = to > t->end ? t->end : to;
	m.tag = t->tag;
	m.e = NULL;
	put(arg, &m);
}

static int
timely(enum kind k)
{
	return (k >= K_DATE && k <= K_TIMERANGE) || k == K_SET;
}

void
merge_rows(const struct scan *s, const struct token *token, size_t n,
    struct buf *buf, merge_put *put, void *arg)
{
	const struct expr *e;
	struct merged m;
	size_t i, k, at;

	at = 0;
	i = 0;
	for (k = 0; k < s->n; k++) {
		e = &s->expr[k];
		m.start = s->l.pos[e->start];
		m.end = s->l.pos[e->end - 1] + 1;
		for (; i < n && token[i].end <= m.start; i++)
			if (token[i].end > at)
				plain(token, i, at, token[i].end, put, arg);
		if (i < n && token[i].start < m.start && at < m.start)
			plain(token, i, at, m.start, put, arg);
		slice(token, n, i, m.start, m.end, buf);
		m.i = i < n ? i : n - 1;
		m.text = buf_view(buf);
		m.tag = span_str(timely(e->kind) ? "t" : "m");
		m.e = e;
		put(arg, &m);
		at = m.end;
		while (i < n && token[i].end <= at)
			i++;
	}
	for (; i < n; i++)
		if (token[i].end > at || token[i].text.n == 0)
			plain(token, i, at, token[i].end, put, arg);
}
