/* Documents through the scanner. */
#include "num/flow.h"

#include <stdlib.h>
#include <string.h>

#include "num/dateline.h"

/* Whether a line that has grown long may be cut behind this token. */
static int
mark(const struct token *t)
{
	return t->tag.n != 0 && t->tag.p[0] == 'w';
}

/* Where the line that begins at token i ends, or a long one is cut. */
static size_t
line_end(const struct flow *f, size_t i)
{
	size_t k, bytes;

	bytes = f->token[i].text.n;
	for (k = i + 1; k < f->n; k++) {
		if (f->token[k].line != f->token[i].line ||
		    f->token[k].start < f->token[k - 1].end)
			break;
		if (k - i >= 2 * FLOW_LINE || bytes >= 2 * FLOW_BYTES ||
		    ((k - i >= FLOW_LINE || bytes >= FLOW_BYTES) &&
		    mark(&f->token[k - 1])))
			break;
		bytes += f->token[k].text.n;
	}
	return k;
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
		if (dateline_look(f->scan, &d, f->token + i, end - i))
			break;
	}
	f->date = dateline_date(&d);
	f->known = 1;
}

/* Copies the bytes from p up to end. */
static char *
keep(struct arena *a, const char *p, const char *end)
{
	size_t n;
	char *to;

	n = (size_t)(end - p);
	to = arena_room(a, n);
	memcpy(to, p, n);
	arena_keep(a, n);
	return to;
}

/* Moves what is left of a long line to the front and frees the rest. */
static void
close_up(struct flow *f)
{
	struct arena old;
	struct token *t;
	struct span *row;
	size_t i, n, text, tag;

	n = f->n - f->done;
	for (i = 0; i < n; i++) {
		t = &f->token[i];
		row = &f->row[i];
		*t = f->token[f->done + i];
		*row = f->row[f->done + i];
		text = (size_t)(t->text.p - row->p);
		tag = (size_t)(t->tag.p - row->p);
		row->p = keep(&f->spare, row->p, flow_end(t, *row));
		t->text.p = row->p + text;
		t->tag.p = row->p + tag;
	}
	old = f->arena;
	f->arena = f->spare;
	f->spare = old;
	arena_reset(&f->spare);
	f->n = n;
	f->done = 0;
}

/* Hands out the lines held; the last one only if it is whole. */
static void
hand_out(struct flow *f, int all)
{
	size_t i, end;

	for (i = f->done; i < f->n; ) {
		end = line_end(f, i);
		if (end == f->n && !all)
			break;
		f->scan->now = f->date;
		f->scan->timed = f->timed;
		scan_line(f->scan, f->token + i, end - i);
		f->sink(f->arg, f->scan, f->token + i, f->row + i, end - i);
		for (; i < end; i++)
			f->bytes -= f->token[i].text.n;
	}
	f->done = i;
	if (i == f->n) {
		f->n = f->done = 0;
		arena_reset(&f->arena);
	} else if (i >= FLOW_LINE) {
		close_up(f);
	}
}

void
flow_turn(struct flow *f, size_t line, struct span date)
{
	int turned;

	if (!f->known && f->given.prec != P_NONE) {
		f->date = f->given;
		f->known = 1;
		f->timed = f->date.prec >= P_HOUR;
	}
	if (date.n != 0 && when_parse(&f->date, date) == 0) {
		f->known = 1;
		f->timed = f->date.prec >= P_HOUR;
	}
	if (!f->known && f->bytes >= FLOW_HOLD)
		find_date(f);
	if (!f->known || f->n == 0)
		return;
	turned = f->token[f->n - 1].line != line;
	if (turned || flow_full(f))
		hand_out(f, turned);
}

void
flow_grow(struct flow *f)
{
	size_t cap;

	cap = f->cap;
	f->token = xgrow(f->token, &f->cap, cap + 1, sizeof *f->token);
	f->row = xgrow(f->row, &cap, f->cap, sizeof *f->row);
}

void
flow_document(struct flow *f)
{
	if (!f->known && f->n != 0)
		find_date(f);
	hand_out(f, 1);
	memset(&f->date, 0, sizeof f->date);
	f->scan->force.told = 0;
	f->known = f->timed = 0;
}

void
flow_free(struct flow *f)
{
	free(f->token);
	free(f->row);
	arena_free(&f->arena);
	arena_free(&f->spare);
}
