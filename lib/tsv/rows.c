/* Rows in. */
#include "tsv/rows.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/word.h"
#include "text/utf8.h"
#include "tsv/rows_int.h"

/* Where doc, line and text stand in the row of a plain line. */
enum { PLAIN_DOC, PLAIN_LINE, PLAIN_TEXT, PLAIN_FIELDS };

/* In the place of a number of fields: the row is too long to be taken. */
#define TOO_LONG ((size_t)-1)

/* Makes room for n fields. */
static void
room_for(struct rows *r, size_t n)
{
	if (n > r->cap)
		r->field = xgrow(r->field, &r->cap, n, sizeof *r->field);
}

/* Ends a field at p; the next begins behind the TAB that stands there. */
static inline const char *
end_field(struct rows *r, size_t n, const char *from, const char *p)
{
	if (n >= r->cap)
		room_for(r, n + 1);
	r->field[n] = span_of(from, (size_t)(p - from));
	return p + 1;
}

/* Splits a line into fields, eight bytes at a time; returns how many. */
static size_t
split(struct rows *r, struct span line)
{
	const char *p, *end, *from;
	uint64_t tabs;
	size_t n;

	n = 0;
	from = line.p;
	end = line.p + line.n;
	for (p = from; end - p >= 8; p += 8)
		for (tabs = word_equal(word_load(p), '\t'); tabs != 0;
		    tabs &= tabs - 1)
			from = end_field(r, n++, from, p + word_first(tabs));
	for (; p < end; p++)
		if (*p == '\t')
			from = end_field(r, n++, from, p);
	end_field(r, n++, from, end);
	return n;
}

/* A CR inside a line is made the escape it should have been. */
static struct span
mend_cr(struct rows *r, struct span line)
{
	size_t i;

	if (line.n == 0 || memchr(line.p, '\r', line.n) == NULL)
		return line;
	buf_clear(&r->mended);
	for (i = 0; i < line.n; i++) {
		if (line.p[i] == '\r')
			buf_add(&r->mended, "\\r", 2);
		else
			buf_byte(&r->mended, line.p[i]);
	}
	return buf_view(&r->mended);
}

/*
 * How much of a piece can be handed out: no UTF-8 sequence, escape or CR LF is
 * cut in two; what is left comes with the next piece.
 */
static size_t
piece_end(struct span s, int plain)
{
	size_t n, slashes;

	n = utf8_cut(s.p, s.n);
	if (n == 0)
		return s.n;
	if (s.p[n - 1] == '\r')
		n--;
	if (plain)
		return n;
	for (slashes = 0; slashes < n && s.p[n - 1 - slashes] == '\\';)
		slashes++;
	return n - slashes % 2;
}

static void
fill_row(struct rows *r, struct row *row, size_t n)
{
	row->field = r->field;
	row->n = n;
	row->file = r->in.name;
	row->lineno = r->lineno;
	row->plain = r->plain;
	r->count++;
}

/* Keeps the fields before the last one while that comes in pieces. */
static void
keep_front(struct rows *r, size_t n)
{
	size_t i, off;

	buf_clear(&r->sticky);
	for (i = 0; i + 1 < n; i++)
		buf_span(&r->sticky, r->field[i]);
	off = 0;
	for (i = 0; i + 1 < n; i++) {
		r->field[i].p = r->sticky.p + off;
		off += r->field[i].n;
	}
}

/* Gives back the end of a piece that must not be cut. */
static void
trim_piece(struct rows *r, struct span *s, int more)
{
	size_t n;

	if (!more) {
		rows_chop_cr(s);
		return;
	}
	n = piece_end(*s, r->plain);
	r->in.pos -= s->n - n;
	s->n = n;
}

/* Passes over what is left of a line that came in pieces. */
static void
skip_line(struct rows *r)
{
	struct span s;

	while (r->inside)
		r->inside = in_line(&r->in, &s, ROWS_WINDOW, NULL) == 2;
}

/* Hands out the next piece of a row that came with `more`. */
static void
next_piece(struct rows *r, struct row *row)
{
	const char *tab;
	struct span s;
	int got;

	got = in_line(&r->in, &s, ROWS_WINDOW, NULL);
	r->inside = got == 2;
	if (got == 0)
		s = span_of("", 0);
	trim_piece(r, &s, r->inside);
	tab = r->plain || s.n == 0 ? NULL : memchr(s.p, '\t', s.n);
	if (tab != NULL) {
		err_refuse(r->errs, r->in.name, r->lineno,
		    "more fields than the header's %zu", r->head.n);
		s.n = (size_t)(tab - s.p);
		skip_line(r);
	}
	r->field[r->head.n - 1] = r->plain ? s : mend_cr(r, s);
	fill_row(r, row, r->head.n);
	row->cont = 1;
	row->more = r->inside;
}

/* Sets the three fields of a plain line. */
static size_t
plain_fields(struct rows *r, struct span line)
{
	buf_clear(&r->number);
	buf_uint(&r->number, r->lineno);
	room_for(r, PLAIN_FIELDS);
	r->field[PLAIN_TEXT] = line;
	r->field[PLAIN_DOC] = span_str(r->in.name);
	r->field[PLAIN_LINE] = buf_view(&r->number);
	return PLAIN_FIELDS;
}

/* Whether the last field of a row may come in pieces. */
static int
windowed(const struct rows *r)
{
	if (r->window == NULL || r->ragged)
		return 0;
	return *r->window == '\0' ||
	    span_eq(r->head.v[r->head.n - 1], span_str(r->window));
}

/* Splits a line into fields, the first of a row; returns how many. */
static size_t
take_fields(struct rows *r, struct span line)
{
	if (r->plain)
		return plain_fields(r, line);
	return split(r, mend_cr(r, line));
}

/* Takes the row whose first piece was read as one line. */
static size_t
whole_fields(struct rows *r, struct span *line)
{
	int lf, got;

	r->in.pos = r->start;
	got = in_line(&r->in, line, r->most, &lf);
	r->inside = got == 2;
	if (!lf && r->in.error != 0)
		return 0;
	if (r->inside)
		return TOO_LONG;
	rows_chop_cr(line);
	return take_fields(r, *line);
}

/*
 * Reads the next line and splits it; r->inside tells that it is the first
 * piece of a long one.  Returns the number of fields, 0 at the end of the file.
 */
static size_t
read_fields(struct rows *r, struct span *line)
{
	size_t n;
	int lf, got;

	got = in_line(&r->in, line, ROWS_WINDOW, &lf);
	if (got == 0 || (!lf && r->in.error != 0))
		return 0;
	r->inside = got == 2;
	r->lineno++;
	r->start = (size_t)(line->p - r->in.p);
	trim_piece(r, line, r->inside);
	n = take_fields(r, *line);
	if (r->inside && (n < r->head.n || !windowed(r)))
		n = whole_fields(r, line);
	return n;
}

/* Refuses the row in hand, which has n fields, and passes over it. */
static void
refuse(struct rows *r, size_t n)
{
	if (n == TOO_LONG)
		err_refuse(r->errs, r->in.name, r->lineno,
		    "row longer than %zu MiB", r->most >> 20);
	else
		err_refuse(r->errs, r->in.name, r->lineno,
		    "%zu fields, the header has %zu", n, r->head.n);
	skip_line(r);
}

/* Tells whether a row of n fields is handed out. */
static int
fits(const struct rows *r, size_t n)
{
	return n == r->head.n || (r->ragged && n != TOO_LONG);
}

/* Ends a row whose LF stands at lf, unless it is the header. */
static inline int
end_quick(struct rows *r, struct row *row, const char *lf)
{
	const char *from;
	size_t n;

	from = r->in.p + r->in.pos;
	n = (size_t)(lf - from);
	if ((n == r->headline.n || n == r->headline.n + ROWS_BOM) &&
	    rows_is_head(r, span_of(from, n)))
		return 0;
	r->in.pos = (size_t)(lf - r->in.p) + 1;
	r->lineno++;
	fill_row(r, row, r->head.n);
	return 1;
}

/*
 * Takes the next row in one pass where it is held whole, has no CR and as many
 * fields as the header, and is not the header.  Returns 0 and takes nothing
 * where it is another.
 */
static int
next_quick(struct rows *r, struct row *row)
{
	const char *p, *end, *from, *c;
	struct span *f, *last;
	uint64_t marks;

	room_for(r, r->head.n);
	f = r->field;
	last = f + r->head.n - 1;
	from = r->in.p + r->in.pos;
	end = r->in.p + r->in.end;
	for (p = from; end - p >= 8; p += 8) {
		marks = word_equal(word_load(p) & WORD_ONES * 0xf0, 0);
		for (; marks != 0; marks &= marks - 1) {
			c = p + word_first(marks);
			if (*c == '\t' && f < last) {
				*f++ = span_of(from, (size_t)(c - from));
				from = c + 1;
			} else if (*c == '\n' && f == last) {
				*f = span_of(from, (size_t)(c - from));
				return end_quick(r, row, c);
			} else if (*c == '\t' || *c == '\n' || *c == '\r') {
				return 0;
			}
		}
	}
	return 0;
}

/* Hands out the next row of the file in hand; 0 at its end. */
static int
next_in_file(struct rows *r, struct row *row)
{
	struct span line;
	size_t n;

	row->cont = row->more = 0;
	if (!r->plain && next_quick(r, row))
		return 1;
	for (;;) {
		n = read_fields(r, &line);
		if (n == 0)
			return 0;
		if (rows_is_head(r, line))
			continue;
		if (fits(r, n))
			break;
		refuse(r, n);
	}
	if (r->inside)
		keep_front(r, n);
	fill_row(r, row, n);
	row->more = r->inside;
	return 1;
}

int
rows_whole(struct rows *r, struct row *row)
{
	struct span line;
	size_t n;

	n = whole_fields(r, &line);
	if (n != r->head.n) {
		if (n != 0)
			refuse(r, n);
		return 0;
	}
	row->field = r->field;
	row->more = 0;
	return 1;
}

int
rows_next(struct rows *r, struct row *row)
{
	for (;;) {
		if (r->open && r->inside) {
			next_piece(r, row);
			return 1;
		}
		if (r->open && r->head.n != 0 && next_in_file(r, row))
			return 1;
		if (r->open)
			rows_leave(r);
		if (!rows_enter(r))
			return 0;
	}
}

void
rows_free(struct rows *r)
{
	if (r->open)
		in_close(&r->in);
	in_free(&r->in);
	cols_free(&r->head);
	buf_free(&r->headline);
	buf_free(&r->number);
	buf_free(&r->sticky);
	buf_free(&r->mended);
	free(r->field);
	free(r->col);
}
