/* Rows out: the bytes of a row. */
#include "tsv/put.h"

#include <stddef.h>
#include <string.h>

#include "base/wide.h"
#include "tsv/esc.h"

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
write_cell(struct put *p, const char *end, const struct put_cell *c,
    size_t places)
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
