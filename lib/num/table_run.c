/* Rows of numnorm that go out as they came in, from one to the next. */
#include "num/table_int.h"

#include <string.h>

#include "base/wide.h"

enum {
	TAG_MAX = 16,		/* bytes of a tag, at most */
	/* What is read behind t->front without asking whether it is there. */
	AHEAD = 2 * 8 + TAG_MAX + WIDE_STEP
};

/* A row as it lies in the input. */
struct lying {
	const char *p;		/* its doc line sent role, those of t->front */
	const char *token, *token_end;
	const char *tag, *tag_end;
	size_t start, end;
	size_t chars;		/* code points of the token */
};

/*
 * Reads an offset of up to seven digits as it would be written, with a TAB
 * behind it.  Returns what stands behind the TAB, or NULL.
 */
static inline const char *
offset(const char *p, size_t *v)
{
	uint64_t w, marks;
	size_t n;

	w = word_load(p);
	marks = word_undigits(w);
	n = marks == 0 ? 0 : word_first(marks);
	if (n == 0 || p[n] != '\t' || (*p == '0' && n > 1))
		return NULL;
	*v = word_decimal(w, n);
	return p + n + 1;
}

/*
 * Finds the TAB behind a token and counts its code points.  Returns NULL where
 * it has escapes or comes too near to end.
 */
static inline const char *
token_end(const char *p, const char *end, size_t *chars)
{
	const char *from;
	uint64_t w, marks, inner;
	size_t n;

	from = p;
	for (n = 0; ; p += 8) {
		if (end - p < AHEAD)
			return NULL;
		w = word_load(p);
		marks = word_below(w, 0x20) | word_equal(w, '\\');
		inner = word_inner(w);
		if (marks != 0)
			break;
		n += word_count(inner);
	}
	/* Those before the first mark. */
	n += word_count(inner & ((marks & (~marks + 1)) - 1));
	p += word_first(marks);
	*chars = (size_t)(p - from) - n;
	return *p == '\t' ? p : NULL;
}

/*
 * Takes apart the row at p, of which AHEAD bytes behind t->front are there if
 * the row is.  Returns where its LF stands, or NULL where it is another than
 * the one before would let expect.
 */
static inline const char *
take_apart(const struct table *t, struct lying *w, const char *p,
    const char *end)
{
	w->p = p;
	if (memcmp(p, t->front.p, t->front.n) != 0 ||
	    (p = offset(p + t->front.n, &w->start)) == NULL ||
	    (p = offset(p, &w->end)) == NULL)
		return NULL;
	w->token = p;
	if ((p = token_end(p, end, &w->chars)) == NULL)
		return NULL;
	w->token_end = p;
	w->tag = ++p;
	while ((unsigned char)*p > ' ' && *p != '\\' && p - w->tag < TAG_MAX)
		p++;
	w->tag_end = p;
	if (t->carried.n != 0) {
		if ((size_t)(end - p) < t->carried.n + WIDE_STEP ||
		    memcmp(p, t->carried.p, t->carried.n) != 0)
			return NULL;
		p += t->carried.n;
	}
	return *p == '\n' ? p : NULL;
}

/* Takes the row into the flow as it will go out; lf is where it ends. */
static inline void
add(struct table *t, const struct lying *w, const char *lf)
{
	struct token k;
	struct span row;
	char *p;
	size_t n;

	n = (size_t)(w->tag_end - w->p);
	row.n = (size_t)(lf - w->p) + ABSENT + 1;
	row.p = p = flow_room(t->flow, row.n + WIDE_STEP);
	wide_steps(p, w->p, n);
	memset(&k, 0, sizeof k);
	k.text = span_of(p + (w->token - w->p),
	    (size_t)(w->token_end - w->token));
	k.tag = span_of(p + (w->tag - w->p), (size_t)(w->tag_end - w->tag));
	k.line = t->line;
	k.start = w->start;
	k.end = t->end = w->end;
	p += n;
	memset(p, '\t', ABSENT);
	memcpy(p + ABSENT, w->tag_end, row.n - n - ABSENT);
	flow_add(t->flow, &k, row);
}

void
table_run(struct table *t, struct rows *r)
{
	struct span held;
	struct lying w;
	const char *p, *end, *lf;
	size_t n;

	if (t->files != r->files || !t->alike)
		return;
	held = rows_held(r);
	p = held.p;
	end = p + held.n;
	for (n = 0; !flow_full(t->flow); n++) {
		if ((size_t)(end - p) < t->front.n + AHEAD ||
		    (lf = take_apart(t, &w, p, end)) == NULL ||
		    w.start < t->end || w.end != w.start + w.chars)
			break;
		add(t, &w, lf);
		p = lf + 1;
	}
	rows_pass(r, (size_t)(p - held.p), n);
}
