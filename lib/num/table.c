/* The rows of numnorm on their way in. */
#include "num/table.h"

#include <string.h>

#include "base/wide.h"
#include "num/table_int.h"
#include "text/utf8.h"
#include "tsv/esc.h"

enum {
	OFFSET_MAX = 0x7fffffff,	/* offsets beyond are not believed */
	DIGITS_MAX = 18
};

const char *const table_want[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag", "date",
	"text", NULL
};

size_t
table_number(struct span s)
{
	size_t v, i;

	v = 0;
	for (i = 0; i < s.n && i < DIGITS_MAX && s.p[i] >= '0' &&
	    s.p[i] <= '9'; i++)
		v = v * 10 + (size_t)(s.p[i] - '0');
	return v;
}

/* Gives the token its offsets; start is the field, perhaps empty. */
static void
place(struct table *t, struct token *k, struct span start)
{
	k->start = start.n == 0 ? t->end : table_number(start);
	if (k->start < t->end || k->start > OFFSET_MAX)
		k->start = t->end;
	k->end = k->start + utf8_count(k->text.p, k->text.n);
	t->end = k->end;
}

static inline char *
put_bytes(char *p, struct span s)
{
	if (s.n <= WIDE_SHORT)
		wide_copy(p, s.p, s.n);
	else
		memcpy(p, s.p, s.n);
	return p + s.n;
}

/* Ends a row behind its tag. */
static inline char *
put_tail(char *p, struct span carried)
{
	memset(p, '\t', ABSENT);
	p = put_bytes(p + ABSENT, carried);
	*p = '\n';
	return p + 1;
}

/* Adds the token k without a row. */
static void
add_text(struct table *t, struct token *k)
{
	char *p;

	p = flow_room(t->flow, k->text.n + k->tag.n);
	put_bytes(put_bytes(p, k->text), k->tag);
	k->text.p = p;
	k->tag.p = p + k->text.n;
	flow_add(t->flow, k, span_of(p, 0));
}

/*
 * Adds the token k behind t->front.  One with escapes stands a second time
 * behind the row, without them.
 */
static void
add_built(struct table *t, struct token *k, struct span carried)
{
	struct span text;
	char *p, *end;

	text = k->text;
	if (wide_any(text.p, text.n, '\\')) {
		buf_clear(&t->scratch);
		esc_add(&t->scratch, text);
		text = buf_view(&t->scratch);
	}
	p = flow_room(t->flow, t->front.n + 2 * SPAN_DIGITS + text.n +
	    k->tag.n + ABSENT + carried.n + 4 + k->text.n);
	end = put_bytes(p, buf_view(&t->front));
	end = buf_digits(end, k->start);
	*end++ = '\t';
	end = buf_digits(end, k->end);
	*end++ = '\t';
	end = put_bytes(end, text);
	*end++ = '\t';
	put_tail(put_bytes(end, k->tag), carried);
	k->tag.p = end;
	end += k->tag.n + ABSENT + carried.n + 1;
	if (text.n != k->text.n)
		put_bytes(end, k->text);
	k->text.p = text.n != k->text.n ? end : k->tag.p - 1 - text.n;
	flow_add(t->flow, k, span_of(p, (size_t)(end - p)));
}

/* Writes an offset and a TAB, and keeps them for the next token. */
static inline char *
put_offset(struct table *t, char *p, size_t v)
{
	char *end;

	end = buf_digits(p, v);
	*end++ = '\t';
	t->shown = v;
	t->shown_n = (size_t)(end - p);
	memcpy(t->digits, p, sizeof t->digits);
	return end;
}

/* The same for where a token begins: mostly where the one before ends. */
static inline char *
put_start(struct table *t, char *p, size_t v)
{
	if (v != t->shown || t->shown_n == 0)
		return put_offset(t, p, v);
	memcpy(p, t->digits, sizeof t->digits);
	return p + t->shown_n;
}

/*
 * The same for a token without escapes in a text that ends at limit.  More is
 * copied than there is: t->front has room behind it.
 */
static inline void
add_plain(struct table *t, struct token *k, struct span carried,
    const char *limit)
{
	char *p, *end;

	p = flow_room(t->flow, t->front.n + 2 * SPAN_DIGITS + k->text.n +
	    k->tag.n + ABSENT + carried.n + 4 + WIDE_STEP);
	wide_steps(p, t->front.p, t->front.n);
	end = put_start(t, p + t->front.n, k->start);
	end = put_offset(t, end, k->end);
	if (k->text.n <= WIDE_STEP && limit - k->text.p >= WIDE_STEP)
		memcpy(end, k->text.p, WIDE_STEP);
	else
		put_bytes(end, k->text);
	k->text.p = end;
	end += k->text.n;
	*end++ = '\t';
	put_bytes(end, k->tag);
	k->tag.p = end;
	end = put_tail(end + k->tag.n, carried);
	flow_add(t->flow, k, span_of(p, (size_t)(end - p)));
}

/* Sets what rows of the same sentence share. */
static void
set_front(struct table *t, const struct rows *r, const struct row *row,
    struct span doc)
{
	static const unsigned char columns[] = { IN_LINE, IN_SENT, IN_ROLE };
	struct buf *b;
	size_t i;

	b = &t->front;
	buf_clear(b);
	buf_span(b, doc);
	buf_byte(b, '\t');
	for (i = 0; i < sizeof columns; i++) {
		buf_span(b, rows_raw(r, row, columns[i]));
		buf_byte(b, '\t');
	}
	buf_clear(&t->carried);
	put_carried(t->put, r, row, &t->carried);
}

void
table_take(struct table *t, const struct rows *r, const struct row *row,
    struct span doc)
{
	struct token k;

	if (t->files != r->files) {
		t->files = r->files;
		t->alike = !t->bare && put_alike(t->put, r, FRONT);
	}
	memset(&k, 0, sizeof k);
	k.line = table_number(rows_raw(r, row, IN_LINE));
	if (k.line != t->line)
		t->end = 0;
	t->line = k.line;
	flow_turn(t->flow, k.line, rows_raw(r, row, IN_DATE));
	if (!t->bare)
		set_front(t, r, row, doc);
	k.text = rows_text(r, row, IN_TOKEN, &t->text);
	k.tag = rows_raw(r, row, IN_TAG);
	place(t, &k, rows_raw(r, row, IN_START));
	if (t->bare)
		add_text(t, &k);
	else
		add_built(t, &k, buf_view(&t->carried));
}

/* Sets what rows of the sentence of the token k share. */
static void
set_sentence(struct table *t, const struct table_line *l,
    const struct token *k)
{
	struct buf *b;

	b = &t->front;
	buf_clear(b);
	buf_span(b, l->front);
	buf_uint(b, k->sent);
	buf_byte(b, '\t');
	buf_span(b, k->role);
	buf_byte(b, '\t');
	buf_room(b, WIDE_STEP);
}

void
table_line(struct table *t, const struct table_line *l,
    const struct token *token, size_t n, struct span text)
{
	struct token k;
	size_t i;
	int plain;

	plain = !wide_any(text.p, text.n, '\\');
	for (i = 0; i < n; i++) {
		k = token[i];
		k.line = l->line;
		if (i == 0 || flow_full(t->flow))
			flow_turn(t->flow, l->line, l->date);
		if (t->bare) {
			add_text(t, &k);
			continue;
		}
		if (i == 0 || k.sent != token[i - 1].sent ||
		    k.role.p != token[i - 1].role.p)
			set_sentence(t, l, &k);
		if (plain)
			add_plain(t, &k, l->carried, text.p + text.n);
		else
			add_built(t, &k, l->carried);
	}
}

void
table_document(struct table *t)
{
	flow_document(t->flow);
	t->line = t->end = 0;
}

void
table_free(struct table *t)
{
	buf_free(&t->front);
	buf_free(&t->carried);
	buf_free(&t->text);
	buf_free(&t->scratch);
}
