/* The rows of numnorm on their way out. */
#include "num/table_int.h"

#include <string.h>

#include "num/merge.h"
#include "tsv/esc.h"

enum {
	X_RULE = 10,		/* the last of table_explained */
	LINES_MAX = 16 * 1024	/* bytes of rows copied at a time, about */
};

const char *const table_columns[] = {
	"doc", "line", "sent", "role", "start", "end", "token", "tag", "kind",
	"op", "value", "upper", "unit", NULL
};
const char *const table_explained[] = {
	"doc", "line", "start", "end", "token", "kind", "op", "value",
	"upper", "unit", "rule", NULL
};

/* Splits a row that is held; returns what is carried. */
static struct span
split(struct span row, struct span field[FRONT])
{
	const char *tab, *end;
	size_t i;

	end = row.p + row.n;
	for (i = 0; i < FRONT; i++) {
		tab = memchr(row.p, '\t', (size_t)(end - row.p));
		field[i] = span_of(row.p, (size_t)(tab - row.p));
		row.p = tab + 1;
	}
	row.p += ABSENT - 1;
	return span_of(row.p, (size_t)(end - row.p - 1));
}

/* Rows as they are held, side by side mostly. */
static void
put_whole(struct put *put, const struct span *row, size_t n)
{
	struct span lines;
	size_t i, k;

	for (i = 0; i < n; i = k) {
		lines = row[i];
		for (k = i + 1; k < n && row[k].p == lines.p + lines.n &&
		    lines.n < LINES_MAX; k++)
			lines.n += row[k].n;
		put_lines(put, lines, k - i);
	}
}

/* An expression where all columns go out in order; it begins in token k. */
static void
put_expr(struct table *t, const struct merged *m, const struct token *k,
    struct span row)
{
	const struct expr *e;
	struct span rest;
	struct buf *b;
	size_t n, tabs;

	e = m->e;
	b = &t->put->out.b;
	for (n = tabs = 0; tabs < START; n++)
		tabs += row.p[n] == '\t';
	buf_add(b, row.p, n);
	buf_uint(b, m->start);
	buf_byte(b, '\t');
	buf_uint(b, m->end);
	buf_byte(b, '\t');
	esc_add(b, m->text);
	buf_byte(b, '\t');
	buf_span(b, m->tag);
	buf_byte(b, '\t');
	buf_str(b, scan_kind(e->kind));
	buf_byte(b, '\t');
	buf_str(b, scan_op(e->op));
	buf_byte(b, '\t');
	buf_span(b, scan_piece(t->scan, e->value));
	buf_byte(b, '\t');
	buf_span(b, scan_piece(t->scan, e->upper));
	buf_byte(b, '\t');
	esc_add(b, scan_piece(t->scan, e->unit));
	rest.p = k->tag.p + k->tag.n + ABSENT;	/* and the LF */
	rest.n = (size_t)(row.p + row.n - rest.p);
	buf_span(b, rest);
	out_row(&t->put->out);
}

/* Sets op value upper unit, from column i on. */
static void
put_value(struct table *t, size_t i, const struct expr *e)
{
	put_raw(t->put, i, span_str(scan_op(e->op)));
	put_raw(t->put, i + 1, scan_piece(t->scan, e->value));
	put_raw(t->put, i + 2, scan_piece(t->scan, e->upper));
	put_set(t->put, i + 3, scan_piece(t->scan, e->unit));
}

/*
 * An expression, or a token where no row can go out as it is held; explained,
 * it has other columns and its rule behind them.
 */
static void
put_row(struct table *t, const struct merged *m, struct span row,
    int explained)
{
	const struct expr *e;
	struct span f[FRONT], rest;
	struct put *put;
	char digits[2][SPAN_DIGITS];
	size_t i;

	put = t->put;
	e = m->e;
	rest = split(row, f);
	i = 0;
	put_raw(put, i++, f[DOC]);
	put_raw(put, i++, f[LINE]);
	if (!explained) {
		put_raw(put, i++, f[SENT]);
		put_raw(put, i++, f[ROLE]);
	}
	put_raw(put, i++, span_uint(digits[0], m->start));
	put_raw(put, i++, span_uint(digits[1], m->end));
	put_set(put, i++, m->text);
	if (!explained)
		put_raw(put, i++, m->tag);
	if (e != NULL)
		put_raw(put, i, span_str(scan_kind(e->kind)));
	if (e != NULL && e->kind != K_NONE)
		put_value(t, i + 1, e);
	if (explained)
		put_raw(put, X_RULE, span_str(e->why));
	put_rest(put, rest);
	put_end(put);
}

void
table_put(struct table *t, const struct token *token, const struct span *row,
    size_t n)
{
	struct merge g;
	struct merged m;
	size_t end;

	merge_open(&g, t->scan, token, n, &t->scratch);
	while (merge_next(&g, &m)) {
		if (m.e != NULL && t->put->whole) {
			put_expr(t, &m, &token[m.i], row[m.i]);
		} else if (m.whole == 0) {
			put_row(t, &m, row[m.i], 0);
		} else if (t->put->whole) {
			put_whole(t->put, row + m.i, m.whole);
		} else {
			for (end = m.i + m.whole; m.i < end; m.i++) {
				m.text = token[m.i].text;
				m.start = token[m.i].start;
				m.end = token[m.i].end;
				m.tag = token[m.i].tag;
				put_row(t, &m, row[m.i], 0);
			}
		}
	}
}

void
table_explain(struct table *t, const struct token *token,
    const struct span *row, size_t n)
{
	struct merge g;
	struct merged m;

	merge_open(&g, t->scan, token, n, &t->scratch);
	while (merge_next(&g, &m))
		if (m.e != NULL)
			put_row(t, &m, row[m.i], 1);
}
