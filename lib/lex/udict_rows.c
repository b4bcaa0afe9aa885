/* Reading a dictionary as text. */
#include "lex/udict_rows.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/in.h"
#include "base/mem.h"
#include "base/span.h"
#include "tab/build.h"
#include "text/utf8.h"

enum {
	COUNT_MAX = 1000000000,
	COST_MAX = (1 << UDICT_COST_BITS) - 1,
	FIELDS = 3
};

static const char default_tag[] = "n";

struct row {
	size_t at;		/* of its first code point in the pool */
	uint32_t n;
	uint32_t value;
};

struct udict_rows {
	struct row *row;
	size_t n;
	size_t cap;
	uint32_t *point;	/* code points of all words */
	size_t npoints;
	size_t cappoints;
	struct buf tags;	/* names, UDICT_TAG bytes each */
};

struct udict_rows *
udict_rows_new(void)
{
	return xcalloc(1, sizeof(struct udict_rows));
}

void
udict_rows_free(struct udict_rows *r)
{
	free(r->row);
	free(r->point);
	buf_free(&r->tags);
	free(r);
}

static int
fail(struct udict_error *e, const char *cause)
{
	snprintf(e->cause, sizeof e->cause, "%s", cause);
	return -1;
}

static int
take_word(struct udict_rows *r, struct span s, struct udict_error *e)
{
	struct row *row;
	size_t at;
	size_t len;
	uint32_t c;

	r->row = xgrow(r->row, &r->cap, r->n + 1, sizeof *r->row);
	row = &r->row[r->n];
	row->at = r->npoints;
	for (at = 0; at < s.n; at += len) {
		c = utf8_decode(s.p + at, s.n - at, &len);
		if (c == UTF8_BAD)
			return fail(e, "the word is not valid UTF-8");
		r->point = xgrow(r->point, &r->cappoints, r->npoints + 1,
		    sizeof *r->point);
		r->point[r->npoints++] = c;
	}
	row->n = (uint32_t)(r->npoints - row->at);
	return row->n == 0 ? fail(e, "the word is empty") : 0;
}

static int
take_count(struct span s, uint32_t *count, struct udict_error *e)
{
	size_t i;

	*count = 0;
	for (i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || *count > COUNT_MAX / 10)
			return fail(e, "the count is no number");
		*count = *count * 10 + (uint32_t)(s.p[i] - '0');
	}
	return 0;
}

static int
take_tag(struct udict_rows *r, struct span s, uint32_t *tag,
    struct udict_error *e)
{
	char name[UDICT_TAG];
	size_t i;

	if (s.n == 0)
		s = span_str(default_tag);
	if (s.n >= UDICT_TAG)
		return fail(e, "the tag is too long");
	memset(name, 0, sizeof name);
	memcpy(name, s.p, s.n);
	for (i = 0; i < r->tags.n; i += UDICT_TAG)
		if (memcmp(r->tags.p + i, name, UDICT_TAG) == 0)
			break;
	if (i == r->tags.n)
		buf_add(&r->tags, name, UDICT_TAG);
	*tag = (uint32_t)(i / UDICT_TAG);
	return *tag < UDICT_TAGS ? 0 : fail(e, "too many tags");
}

static size_t
split(struct span line, struct span field[FIELDS])
{
	const char *tab;
	size_t i;
	size_t n;

	memset(field, 0, FIELDS * sizeof *field);
	for (i = 0; i < FIELDS; i++) {
		tab = line.n == 0 ? NULL : memchr(line.p, '\t', line.n);
		n = tab == NULL ? line.n : (size_t)(tab - line.p);
		field[i] = span_of(line.p, n);
		if (tab == NULL)
			return i + 1;
		line = span_of(tab + 1, line.n - n - 1);
	}
	return FIELDS + 1;
}

static int
take_line(struct udict_rows *r, struct span line, const struct udict *u,
    struct udict_error *e)
{
	struct span field[FIELDS];
	uint32_t cost;
	uint32_t count;
	uint32_t tag;

	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	if (e->line == 1 && line.n >= 3 &&
	    memcmp(line.p, "\xef\xbb\xbf", 3) == 0)
		line = span_of(line.p + 3, line.n - 3);
	if (line.n == 0 || line.p[0] == '#')
		return 0;
	if (split(line, field) > FIELDS)
		return fail(e, "more fields than word, count and tag");
	if (take_word(r, field[0], e) == -1 ||
	    take_count(field[1], &count, e) == -1 ||
	    take_tag(r, field[2], &tag, e) == -1)
		return -1;
	cost = count == 0 ? COST_MAX : COST_MAX - build_log2(count);
	r->row[r->n++].value = tag << UDICT_COST_BITS | cost;
	if (u->seen != NULL)
		u->seen(u->arg, field[0], field[2]);
	return 0;
}

int
udict_rows_read(struct udict_rows *r, const char *path, const struct udict *u,
    struct udict_error *e)
{
	struct in in;
	struct span line;
	int got;

	memset(&in, 0, sizeof in);
	if (in_open(&in, path) != 0)
		return fail(e, strerror(errno));
	e->line = 0;
	got = 0;
	while (got == 0 && in_line(&in, &line, 0, NULL) != 0) {
		e->line++;
		got = take_line(r, line, u, e);
	}
	if (got == 0 && in.error != 0) {
		e->line = 0;
		got = fail(e, strerror(in.error));
	}
	in_close(&in);
	in_free(&in);
	return got;
}

/*
 * Of equal words, neighbours in a sorted list, keeps the one read last, whose
 * letters stand last in the pool.  Returns how many are left.
 */
static size_t
drop_twice(struct trie_word *w, size_t n)
{
	size_t i;
	size_t to;

	for (to = i = 0; i < n; i++) {
		if (to == 0 || build_compare(&w[to - 1], &w[i]) != 0)
			w[to++] = w[i];
		else if (w[i].cp > w[to - 1].cp)
			w[to - 1] = w[i];
	}
	return to;
}

int
udict_rows_build(struct udict_rows *r, struct buf *section)
{
	struct trie_word *w;
	size_t bad;
	size_t i;
	size_t n;
	int got;

	w = xcalloc(r->n + 1, sizeof *w);
	for (i = 0; i < r->n; i++) {
		w[i].cp = r->point + r->row[i].at;
		w[i].n = r->row[i].n;
		w[i].value = r->row[i].value;
	}
	got = build_trie(&section[0], &section[1], w, r->n, &bad);
	if (got == -1) {
		/* The words are sorted now; most likely some stand twice. */
		n = drop_twice(w, r->n);
		if (n < r->n)
			got = build_trie(&section[0], &section[1], w, n, &bad);
	}
	buf_add(&section[2], r->tags.p, r->tags.n);
	free(w);
	return got;
}
