/* Rows out. */
#include "tsv/put.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/wide.h"
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

void
put_cell(struct buf *b, const struct put_cell *c, struct span null)
{
	if (c->s.n == 0)
		buf_span(b, null);
	else if (c->raw)
		buf_span(b, c->s);
	else
		esc_add(b, c->s);
}

/* Whether a cell is short and goes out as it stands. */
static inline int
is_short(const struct put_cell *c)
{
	return c->s.n - 1 < WIDE_SHORT &&
	    (c->raw || !wide_any(c->s.p, c->s.n, '\\'));
}

/* Room for short cells in so many places and for what stands behind them. */
static inline size_t
room_for(const struct put *p, size_t places)
{
	return places * (WIDE_SHORT + 1) + p->tail.n + 1;
}

/* Writes a cell of any length and makes room for so many places more. */
static char *
write_cell(struct put *p, char *end, const struct put_cell *c, size_t places)
{
	struct buf *b;

	b = &p->out.b;
	b->n = (size_t)(end - b->p);
	put_cell(b, c, p->null);
	return buf_room(b, room_for(p, places));
}

/*
 * Writes the cells of the places from one on to before another to end, where
 * there is room for short ones, each with a TAB behind it.  Returns where they
 * end.
 */
static inline char *
write_cells(struct put *p, char *end, size_t from, size_t to)
{
	const struct put_cell *c;
	size_t i;

	for (i = from; i < to; i++) {
		c = p->place[i];
		if (is_short(c)) {
			wide_copy(end, c->s.p, c->s.n);
			end += c->s.n;
		} else if (c->s.n + p->null.n != 0) {
			end = write_cell(p, end, c, to - i);
		}
		*end++ = '\t';
	}
	return end;
}

/* Ends at end the row that has been written, in place of its last TAB. */
static inline void
end_row(struct put *p, char *end)
{
	size_t i;

	end[-1] = '\n';
	p->out.b.n = (size_t)(end - p->out.b.p);
	for (i = 0; i < p->names.n && p->stay == 0; i++)
		p->cell[i].s.n = 0;
	out_row(&p->out);
}

/* Whether the cell at a place of the row stays. */
static int
stays(const struct put *p, size_t place)
{
	size_t i;

	i = (size_t)(p->place[place] - p->cell);
	return i < p->stay || i >= p->nown;
}

/* Writes the cells of the places from one on to before another as bytes. */
static void
keep_cells(const struct put *p, struct buf *b, size_t from, size_t to)
{
	buf_clear(b);
	for (; from < to; from++) {
		put_cell(b, p->place[from], p->null);
		buf_byte(b, '\t');
	}
}

void
put_stay(struct put *p, size_t n)
{
	p->stay = n;
	p->first = 0;
	p->last = p->norder;
	while (n > 0 && p->first < p->last && stays(p, p->first))
		p->first++;
	while (n > 0 && p->last > p->first && stays(p, p->last - 1))
		p->last--;
	keep_cells(p, &p->lead, 0, p->first);
	keep_cells(p, &p->tail, p->last, p->norder);
}

void
put_end(struct put *p)
{
	char *end;

	end = buf_room(&p->out.b, p->lead.n +
	    room_for(p, p->last - p->first));
	if (p->lead.n != 0)
		memcpy(end, p->lead.p, p->lead.n);
	end = write_cells(p, end + p->lead.n, p->first, p->last);
	if (p->tail.n != 0)
		memcpy(end, p->tail.p, p->tail.n);
	end_row(p, end + p->tail.n);
}

void
put_lines(struct put *p, struct span lines, size_t n)
{
	size_t len;

	/* -u: each row by itself. */
	for (; p->out.eager && n > 1; n--) {
		len = (size_t)((char *)memchr(lines.p, '\n', lines.n) -
		    lines.p) + 1;
		buf_add(&p->out.b, lines.p, len);
		out_row(&p->out);
		lines = span_of(lines.p + len, lines.n - len);
	}
	buf_span(&p->out.b, lines);
	out_rows(&p->out, n);
}

int
put_begin(struct put *p, size_t i)
{
	char *end;
	size_t k, found;

	found = 0;
	for (k = 0; k < p->norder; k++)
		if (p->place[k] == &p->cell[i]) {
			p->pieces = k;
			found++;
		}
	if (found != 1)
		return -1;
	end = buf_room(&p->out.b, room_for(p, p->pieces));
	end = write_cells(p, end, 0, p->pieces);
	p->out.b.n = (size_t)(end - p->out.b.p);
	return 0;
}

void
put_more(struct put *p, struct span s)
{
	esc_add(&p->out.b, s);
	out_relief(&p->out);
}

void
put_finish(struct put *p)
{
	char *end;

	end = buf_room(&p->out.b, room_for(p, p->norder) + 1);
	*end++ = '\t';
	end_row(p, write_cells(p, end, p->pieces + 1, p->norder));
}
