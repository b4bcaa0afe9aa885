/* Rows out: which columns, and what is carried into them. */
#include "tsv/put.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tsv/esc.h"

static int
listed(const char *const *list, struct span name)
{
	for (; list != NULL && *list != NULL; list++)
		if (span_eq(span_str(*list), name))
			return 1;
	return 0;
}

static void
add_name(struct cols *c, struct span name)
{
	c->v = xgrow(c->v, &c->cap, c->n + 1, sizeof *c->v);
	c->v[c->n++] = name;
}

/* Lists all columns: own ones, then those of the input that are carried. */
static void
list_names(struct put *p, const struct cols *head)
{
	struct buf text;
	size_t i, from;

	for (p->nown = 0; p->own[p->nown] != NULL; p->nown++)
		add_name(&p->names, span_str(p->own[p->nown]));
	if (head == NULL)
		return;
	/* The head goes with its file; the names must stay. */
	memset(&text, 0, sizeof text);
	for (i = 0; i < head->n; i++)
		buf_span(&text, head->v[i]);
	p->names.text = text.p;
	from = 0;
	for (i = 0; i < head->n; i++) {
		if (!listed(p->own, head->v[i]) &&
		    !listed(p->eaten, head->v[i]))
			add_name(&p->names,
			    span_of(text.p + from, head->v[i].n));
		from += head->v[i].n;
	}
}

/* Puts cell i into the output row under a label. */
static void
select_cell(struct put *p, struct span label, size_t i)
{
	p->place[p->norder] = &p->cell[i];
	p->label[p->norder++] = label;
}

/* Reads -o: names, or new=old. */
static void
select_listed(struct put *p)
{
	const char *eq;
	struct span label, name;
	size_t i, k;

	for (i = 0; i < p->sel.n; i++) {
		label = name = p->sel.v[i];
		eq = name.n == 0 ? NULL : memchr(name.p, '=', name.n);
		if (eq != NULL) {
			label.n = (size_t)(eq - name.p);
			name = span_of(eq + 1, name.n - label.n - 1);
		}
		k = cols_find(&p->names, name);
		if (k == COL_NONE)
			err_die("no column '%.*s'", (int)name.n, name.p);
		select_cell(p, label, k);
	}
}

static void
select_columns(struct put *p)
{
	size_t i, n;

	if (p->select != NULL)
		cols_split(&p->sel, span_str(p->select), ',');
	n = p->select != NULL ? p->sel.n : p->names.n;
	p->place = xcalloc(n, sizeof *p->place);
	p->label = xcalloc(n, sizeof *p->label);
	if (p->select != NULL) {
		select_listed(p);
		return;
	}
	for (i = 0; i < n; i++)
		select_cell(p, p->names.v[i], i);
}

static void
write_head(struct put *p)
{
	size_t i;

	for (i = 0; i < p->norder; i++) {
		if (i > 0)
			buf_byte(&p->out.b, '\t');
		buf_span(&p->out.b, p->label[i]);
	}
	buf_byte(&p->out.b, '\n');
	out_row(&p->out);
	p->out.rows--;
}

void
put_open(struct put *p, const struct cols *head)
{
	if (p->open)
		return;
	p->open = 1;
	list_names(p, head);
	p->cell = xcalloc(p->names.n, sizeof *p->cell);
	select_columns(p);
	put_stay(p, 0);
	p->whole = p->select == NULL && p->null.n == 0 && !p->out.eager;
	if (!p->nohead)
		write_head(p);
}

/*
 * Finds the cell of a carried name, from one cell on and round: mostly it is
 * the next one.  A cell takes one column, so that a name that stands twice has
 * two.
 */
static size_t
find_cell(const struct put *p, struct span name, size_t from,
    const unsigned char *taken)
{
	size_t i, k, n = p->names.n - p->nown;

	for (i = 0; i < n; i++) {
		k = p->nown + (from + i) % n;
		if (!taken[k] && span_eq(p->names.v[k], name))
			return k;
	}
	return COL_NONE;
}

/* Finds where each column of a new file goes. */
static void
map_columns(struct put *p, const struct rows *r)
{
	unsigned char *taken;
	struct span name;
	size_t i, k, from;

	p->files = r->files;
	p->ncarry = r->head.n;
	p->carry = xrealloc(p->carry, (p->ncarry + 1) * sizeof *p->carry);
	taken = xcalloc(p->names.n, 1);
	from = 0;
	for (i = 0; i < p->ncarry; i++) {
		name = r->head.v[i];
		p->carry[i] = COL_NONE;
		if (listed(p->own, name) || listed(p->eaten, name))
			continue;
		k = find_cell(p, name, from, taken);
		p->carry[i] = k;
		if (k == COL_NONE) {
			err_refuse(p->errs, r->in.name, 1,
			    "column '%.*s' is not in the first header",
			    (int)name.n, name.p);
			continue;
		}
		taken[k] = 1;
		from = k - p->nown + 1;
	}
	free(taken);
}

/* The value of a carried field as it goes out; \N becomes absent. */
static struct span
carried(struct span s)
{
	return esc_absent(s) ? span_of("", 0) : s;
}

void
put_carry(struct put *p, const struct rows *r, const struct row *row)
{
	size_t i;

	if (p->files != r->files)
		map_columns(p, r);
	for (i = 0; i < p->ncarry && i < row->n; i++)
		if (p->carry[i] != COL_NONE)
			put_raw(p, p->carry[i], carried(row->field[i]));
}

const struct span *
put_keep(struct put *p, const struct rows *r, const struct row *row,
    struct arena *a)
{
	struct span *kept, s;
	size_t i, n;

	if (p->files != r->files)
		map_columns(p, r);
	n = p->names.n - p->nown;
	if (n == 0)
		return NULL;
	kept = arena_alloc(a, n * sizeof *kept);
	memset(kept, 0, n * sizeof *kept);
	for (i = 0; i < p->ncarry && i < row->n; i++) {
		if (p->carry[i] == COL_NONE)
			continue;
		s = carried(row->field[i]);
		kept[p->carry[i] - p->nown] = span_of(
		    arena_dup(a, s.p, s.n), s.n);
	}
	return kept;
}

void
put_kept(struct put *p, const struct span *kept)
{
	size_t i;

	for (i = p->nown; kept != NULL && i < p->names.n; i++)
		put_raw(p, i, kept[i - p->nown]);
}

void
put_carried(struct put *p, const struct rows *r, const struct row *row,
    struct buf *b)
{
	size_t i;

	put_carry(p, r, row);
	for (i = p->nown; i < p->names.n; i++) {
		buf_byte(b, '\t');
		buf_span(b, p->cell[i].s);
		p->cell[i].s.n = 0;
	}
}

void
put_rest(struct put *p, struct span rest)
{
	const char *tab;
	size_t i;

	for (i = p->nown; i < p->names.n && rest.n != 0; i++) {
		rest = span_of(rest.p + 1, rest.n - 1);
		tab = rest.n == 0 ? NULL : memchr(rest.p, '\t', rest.n);
		put_raw(p, i, rest);
		if (tab != NULL)
			p->cell[i].s.n = (size_t)(tab - rest.p);
		rest = span_of(rest.p + p->cell[i].s.n,
		    rest.n - p->cell[i].s.n);
	}
}

int
put_alike(struct put *p, const struct rows *r, size_t n)
{
	size_t i;

	if (p->files != r->files)
		map_columns(p, r);
	if (r->head.n != n + p->names.n - p->nown)
		return 0;
	for (i = 0; i < n; i++)
		if (!span_eq(r->head.v[i], p->names.v[i]))
			return 0;
	for (; i < r->head.n; i++)
		if (p->carry[i] != p->nown + i - n)
			return 0;
	return 1;
}
