/* Token rows in which each expression is one row. */
#include "num/merge.h"

#include <stdint.h>
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

static int
timely(enum kind k)
{
	return (k >= K_DATE && k <= K_TIMERANGE) || k == K_SET;
}

void
merge_open(struct merge *g, const struct scan *s, const struct token *token,
    size_t n, struct buf *buf)
{
	g->s = s;
	g->token = token;
	g->n = n;
	g->buf = buf;
	g->i = g->at = g->next = 0;
}

/* The part of the token in hand up to an offset. */
static void
cut(struct merge *g, size_t to, struct merged *m)
{
	const struct token *t;

	t = &g->token[g->i];
	m->text = part(t, g->at, to);
	m->start = g->at < t->start ? t->start : g->at;
	m->end = to;
	m->tag = t->tag;
}

/* Tokens that end at or before an offset; 0 when there are none. */
static int
before(struct merge *g, size_t to, int last, struct merged *m)
{
	const struct token *t;

	/* A token without text goes with what stands before it. */
	for (t = g->token; g->i < g->n && t[g->i].end <= g->at &&
	    !(last && t[g->i].text.n == 0); g->i++)
		continue;
	if (g->i == g->n || t[g->i].end > to)
		return 0;
	m->i = g->i;
	if (t[g->i].start < g->at) {
		cut(g, t[g->i].end, m);
		g->i++;
		return 1;
	}
	while (g->i < g->n && t[g->i].end <= to)
		g->i++;
	m->whole = g->i - m->i;
	return 1;
}

static void
expression(struct merge *g, const struct expr *e, struct merged *m)
{
	m->start = g->s->l.pos[e->start];
	m->end = g->s->l.pos[e->end - 1] + 1;
	slice(g->token, g->n, g->i, m->start, m->end, g->buf);
	m->i = g->i < g->n ? g->i : g->n - 1;
	m->text = buf_view(g->buf);
	m->tag = span_str(timely(e->kind) ? "t" : "m");
	m->e = e;
	g->at = m->end;
	g->next++;
	while (g->i < g->n && g->token[g->i].end <= g->at)
		g->i++;
}

int
merge_next(struct merge *g, struct merged *m)
{
	const struct expr *e;
	size_t from;

	m->whole = 0;
	m->e = NULL;
	if (g->next == g->s->n)
		return before(g, SIZE_MAX, 1, m);
	e = &g->s->expr[g->next];
	from = g->s->l.pos[e->start];
	if (before(g, from, 0, m))
		return 1;
	if (g->i < g->n && g->token[g->i].start < from && g->at < from) {
		m->i = g->i;
		cut(g, from, m);
		g->at = from;
		return 1;
	}
	expression(g, e, m);
	return 1;
}
