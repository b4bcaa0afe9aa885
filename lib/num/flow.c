/* Documents through the scanner. */
#include "num/flow.h"

#include <stdlib.h>
#include <string.h>

#include "num/dateline.h"

static struct span
copy(struct arena *a, struct span s)
{
	return s.n == 0 ? span_of("", 0) : span_of(arena_dup(a, s.p, s.n),
	    s.n);
}

/* Moves the bytes of s to p; returns what is behind them. */
static char *
move(struct span *s, char *p)
{
	if (s->n != 0)
		memcpy(p, s->p, s->n);
	s->p = p;
	return p + s->n;
}

static const struct span *
copy_all(struct arena *a, const struct span *v, size_t n)
{
	struct span *c;
	size_t i;

	c = arena_alloc(a, n * sizeof *c);
	for (i = 0; i < n; i++)
		c[i] = copy(a, v[i]);
	return c;
}

/* Whether a line that has grown long may be cut behind this token. */
static int
mark(const struct token *t)
{
	return t->tag.n != 0 && t->tag.p[0] == 'w';
}

/* Where the line that begins at row i ends. */
static size_t
line_end(const struct flow *f, size_t i)
{
	size_t k;

	for (k = i + 1; k < f->n; k++) {
		if (f->row[k].t.line != f->row[i].t.line)
			break;
		if (k - i >= 2 * FLOW_LINE || (k - i >= FLOW_LINE &&
		    mark(&f->row[k - 1].t)))
			break;
	}
	return k;
}

/* Views the tokens of rows i to end, one after another. */
static const struct token *
tokens(struct flow *f, size_t i, size_t end)
{
	size_t k;

	f->token = xgrow(f->token, &f->captoken, end - i, sizeof *f->token);
	for (k = i; k < end; k++)
		f->token[k - i] = f->row[k].t;
	return f->token;
}

/* Finds the document's date in what is held. */
static void
find_date(struct flow *f)
{
	struct dateline d;
	size_t i, end;

	memset(&d, 0, sizeof d);
	for (i = 0; i < f->n; i = end) {
		end = line_end(f, i);
		if (dateline_look(f->scan, &d, tokens(f, i, end), end - i))
			break;
	}
	f->date = dateline_date(&d);
	f->known = 1;
}

/* Hands out the lines held; the last one only if it is whole. */
static void
hand_out(struct flow *f, int all)
{
	size_t i, end;

	for (i = f->done; i < f->n; i = end) {
		end = line_end(f, i);
		if (end == f->n && !all)
			break;
		f->scan->now = f->date;
		scan_line(f->scan, tokens(f, i, end), end - i);
		f->sink(f->arg, f->scan, f->row + i, end - i);
	}
	f->done = i;
	if (i == f->n) {
		f->n = f->done = f->bytes = 0;
		arena_reset(&f->arena);
	}
}

struct arena *
flow_arena(struct flow *f)
{
	return &f->arena;
}

void
flow_turn(struct flow *f, size_t line, struct span date)
{
	int turned;

	if (!f->known && f->given.prec != P_NONE) {
		f->date = f->given;
		f->known = 1;
	}
	if (date.n != 0 && when_parse(&f->date, date) == 0)
		f->known = 1;
	if (!f->known && f->bytes >= FLOW_HOLD)
		find_date(f);
	if (!f->known || f->n == 0)
		return;
	turned = f->row[f->n - 1].t.line != line;
	if (turned || f->n - f->done >= 2 * FLOW_LINE)
		hand_out(f, turned);
}

void
flow_add(struct flow *f, const struct flow_row *row)
{
	struct flow_row *r;
	size_t i, n;
	char *p;

	f->row = xgrow(f->row, &f->cap, f->n + 1, sizeof *f->row);
	r = &f->row[f->n++];
	*r = *row;
	for (i = n = 0; i < FLOW_FIELDS; i++)
		n += row->field[i].n;
	p = arena_alloc(&f->arena, n + row->t.text.n + row->t.tag.n +
	    row->t.role.n + 1);
	p = move(&r->t.text, p);
	p = move(&r->t.tag, p);
	p = move(&r->t.role, p);
	for (i = 0; i < FLOW_FIELDS; i++)
		p = move(&r->field[i], p);
	if (row->ncarried != 0)
		r->carried = copy_all(&f->arena, row->carried, row->ncarried);
	f->bytes += row->t.text.n;
}

void
flow_document(struct flow *f)
{
	if (!f->known && f->n != 0)
		find_date(f);
	hand_out(f, 1);
	memset(&f->date, 0, sizeof f->date);
	f->scan->force.told = 0;
	f->known = 0;
}

void
flow_free(struct flow *f)
{
	free(f->row);
	free(f->token);
	arena_free(&f->arena);
}
