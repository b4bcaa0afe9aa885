/* The rows of numnorm. */
#include "num/table.h"

#include <string.h>

#include "num/merge.h"
#include "text/utf8.h"
#include "tsv/esc.h"

enum {
	DOC, LINE, SENT, ROLE, START, END, TOKEN, TAG, KIND, OP, VALUE, UPPER,
	UNIT
};
enum {
	X_DOC, X_LINE, X_START, X_END, X_TOKEN, X_KIND, X_OP, X_VALUE,
	X_UPPER, X_UNIT, X_RULE
};
enum {
	FRONT = TAG + 1,	/* columns of a row held */
	ABSENT = UNIT - TAG,	/* of an ordinary row, behind them */
	OFFSET_MAX = 0x7fffffff,	/* offsets beyond are not believed */
	DIGITS_MAX = 18
};

const char *const table_want[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag", "date",
	"text", NULL
};
const char *const table_columns[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag", "kind",
	"op", "value", "upper", "unit", NULL
};
const char *const table_explained[] = {
	"doc", "line", "start", "end", "token", "kind", "op", "value",
	"upper", "unit", "rule", NULL
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

/* Reads s where it is a number as it would be written; returns 0 if not. */
static int
written(struct span s, size_t *v)
{
	size_t i, n;

	if (s.n == 0 || s.n >= DIGITS_MAX || (s.p[0] == '0' && s.n > 1))
		return 0;
	for (i = n = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return 0;
		n = n * 10 + (size_t)(s.p[i] - '0');
	}
	*v = n;
	return 1;
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

/* Copies a row whose token and tag stand in it into the flow. */
static void
add(struct table *t, struct token *k, struct span row)
{
	char *p;

	p = flow_room(t->flow, row.n);
	memcpy(p, row.p, row.n);
	k->text.p = p + (k->text.p - row.p);
	k->tag.p = p + (k->tag.p - row.p);
	flow_add(t->flow, k, span_of(p, row.n));
}

/* Adds the token k without a row. */
static void
add_text(struct table *t, struct token *k)
{
	char *p;

	p = flow_room(t->flow, k->text.n + k->tag.n + 1);
	if (k->text.n != 0)
		memcpy(p, k->text.p, k->text.n);
	if (k->tag.n != 0)
		memcpy(p + k->text.n, k->tag.p, k->tag.n);
	k->text.p = p;
	k->tag.p = p + k->text.n;
	flow_add(t->flow, k, span_of(p, 0));
}

/*
 * Adds the token k behind doc line sent role in t->row, and what is carried.
 * A token with escapes stands a second time behind the row, without them.
 */
static void
add_built(struct table *t, struct token *k, const struct table_line *l,
    const struct rows *r, const struct row *row)
{
	struct buf *b;
	size_t text, tag, n;
	char *p;

	b = &t->row;
	buf_uint(b, k->start);
	buf_byte(b, '\t');
	buf_uint(b, k->end);
	buf_byte(b, '\t');
	text = b->n;
	esc_add(b, k->text);
	tag = b->n + 1;
	buf_byte(b, '\t');
	buf_span(b, k->tag);
	if (row != NULL)
		put_carried(t->put, r, row, b);
	else
		buf_span(b, l->carried);
	n = b->n;
	if (tag - text - 1 != k->text.n) {
		text = n;
		buf_span(b, k->text);
	}
	p = flow_room(t->flow, b->n);
	memcpy(p, b->p, b->n);
	k->text.p = p + text;
	k->tag.p = p + tag;
	flow_add(t->flow, k, span_of(p, n));
}

/* A row that goes out as it came in; returns 0 where it cannot. */
static int
take_alike(struct table *t, const struct row *row, struct token *k)
{
	const struct span *f, *last;
	struct span all;
	size_t end;

	f = row->field;
	last = &f[row->n - 1];
	all = span_of(f[0].p, (size_t)(last->p + last->n - f[0].p));
	k->text = f[TOKEN];
	k->tag = f[TAG];
	if (f[DOC].n == 0 || !written(f[START], &k->start) ||
	    !written(f[END], &end) || k->start < t->end ||
	    k->start > OFFSET_MAX)
		return 0;
	k->end = k->start + utf8_count(k->text.p, k->text.n);
	if (k->end != end || memchr(all.p, '\\', all.n) != NULL)
		return 0;
	t->end = end;
	add(t, k, all);
	return 1;
}

/* A row in other columns, or not as it would be written. */
static void
take_built(struct table *t, const struct rows *r, const struct row *row,
    struct token *k, struct span doc)
{
	struct buf *b;

	k->text = rows_text(r, row, IN_TOKEN, &t->text);
	k->tag = rows_raw(r, row, IN_TAG);
	place(t, k, rows_raw(r, row, IN_START));
	if (t->bare) {
		add_text(t, k);
		return;
	}
	b = &t->row;
	buf_clear(b);
	buf_span(b, doc);
	buf_byte(b, '\t');
	buf_span(b, rows_raw(r, row, IN_LINE));
	buf_byte(b, '\t');
	buf_span(b, rows_raw(r, row, IN_SENT));
	buf_byte(b, '\t');
	buf_span(b, rows_raw(r, row, IN_ROLE));
	buf_byte(b, '\t');
	add_built(t, k, NULL, r, row);
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
	if (!t->alike || !take_alike(t, row, &k))
		take_built(t, r, row, &k, doc);
}

void
table_line(struct table *t, const struct table_line *l,
    const struct token *token, size_t n)
{
	struct token k;
	struct buf *b;
	size_t i;

	b = &t->row;
	for (i = 0; i < n; i++) {
		k = token[i];
		k.line = l->line;
		flow_turn(t->flow, l->line, l->date);
		if (t->bare) {
			add_text(t, &k);
			continue;
		}
		buf_clear(b);
		buf_span(b, l->front);
		buf_uint(b, k.sent);
		buf_byte(b, '\t');
		buf_span(b, k.role);
		buf_byte(b, '\t');
		add_built(t, &k, l, NULL, NULL);
	}
}

void
table_document(struct table *t)
{
	flow_document(t->flow);
	t->line = t->end = 0;
}

/* A line on its way out. */
struct going {
	struct table *t;
	const struct token *token;
	const struct span *row;
};

/* Splits a row that was held; returns what is carried. */
static struct span
split(struct span row, struct span field[FRONT])
{
	const char *tab;
	size_t i;

	for (i = 0; i < FRONT; i++) {
		tab = row.n == 0 ? NULL : memchr(row.p, '\t', row.n);
		field[i] = row;
		if (tab != NULL)
			field[i].n = (size_t)(tab - row.p);
		row = span_of(row.p + field[i].n, row.n - field[i].n);
		if (i + 1 < FRONT && row.n != 0)
			row = span_of(row.p + 1, row.n - 1);
	}
	return row;
}

static void
put_merged(void *arg, const struct merged *m)
{
	const struct going *g = arg;
	const struct expr *e;
	struct span f[FRONT], front, rest;
	struct put *put;
	char digits[2][SPAN_DIGITS];

	put = g->t->put;
	e = m->e;
	if (e == NULL && put->whole && m->text.n == g->token[m->i].text.n) {
		front = rest = g->row[m->i];
		front.n = (size_t)(m->tag.p + m->tag.n - front.p);
		rest.p += front.n;
		rest.n -= front.n;
		put_pass(put, front, ABSENT, rest);
		return;
	}
	rest = split(g->row[m->i], f);
	put_raw(put, DOC, f[DOC]);
	put_raw(put, LINE, f[LINE]);
	put_raw(put, SENT, f[SENT]);
	put_raw(put, ROLE, f[ROLE]);
	put_raw(put, START, span_uint(digits[0], m->start));
	put_raw(put, END, span_uint(digits[1], m->end));
	put_set(put, TOKEN, m->text);
	put_raw(put, TAG, m->tag);
	if (e != NULL) {
		put_raw(put, KIND, span_str(scan_kind(e->kind)));
		put_raw(put, OP, span_str(scan_op(e->op)));
		put_raw(put, VALUE, scan_piece(g->t->scan, e->value));
		put_raw(put, UPPER, scan_piece(g->t->scan, e->upper));
		put_set(put, UNIT, scan_piece(g->t->scan, e->unit));
	}
	put_rest(put, rest);
	put_end(put);
}

static void
put_explained(void *arg, const struct merged *m)
{
	const struct going *g = arg;
	const struct expr *e;
	struct span f[FRONT], rest;
	struct put *put;
	char digits[2][SPAN_DIGITS];

	e = m->e;
	if (e == NULL)
		return;
	put = g->t->put;
	rest = split(g->row[m->i], f);
	put_raw(put, X_DOC, f[DOC]);
	put_raw(put, X_LINE, f[LINE]);
	put_raw(put, X_START, span_uint(digits[0], m->start));
	put_raw(put, X_END, span_uint(digits[1], m->end));
	put_set(put, X_TOKEN, m->text);
	put_raw(put, X_KIND, span_str(scan_kind(e->kind)));
	if (e->kind != K_NONE) {
		put_raw(put, X_OP, span_str(scan_op(e->op)));
		put_raw(put, X_VALUE, scan_piece(g->t->scan, e->value));
		put_raw(put, X_UPPER, scan_piece(g->t->scan, e->upper));
		put_set(put, X_UNIT, scan_piece(g->t->scan, e->unit));
	}
	put_raw(put, X_RULE, span_str(e->why));
	put_rest(put, rest);
	put_end(put);
}

static void
going(struct table *t, const struct token *token, const struct span *row,
    size_t n, merge_put *put)
{
	struct going g;

	g.t = t;
	g.token = token;
	g.row = row;
	merge_rows(t->scan, token, n, &t->merged, put, &g);
}

void
table_put(struct table *t, const struct token *token, const struct span *row,
    size_t n)
{
	going(t, token, row, n, put_merged);
}

void
table_explain(struct table *t, const struct token *token,
    const struct span *row, size_t n)
{
	going(t, token, row, n, put_explained);
}

void
table_free(struct table *t)
{
	buf_free(&t->row);
	buf_free(&t->text);
	buf_free(&t->merged);
}
