/* What generators share. */
#include "gen/gen.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "text/utf8.h"

void
gen_open(struct gen *g, const char *name)
{
	size_t n;

	err_name(name);
	memset(g, 0, sizeof *g);
	do {
		buf_room(&g->all, 1 << 16);
		n = fread(g->all.p + g->all.n, 1, 1 << 16, stdin);
		g->all.n += n;
	} while (n > 0);
	if (ferror(stdin))
		err_die("cannot read standard input");
}

/* Takes the next line; returns 0 at the end. */
static int
next_line(struct gen *g, struct span *line)
{
	const char *p, *lf;
	size_t left;

	left = g->all.n - g->pos;
	if (left == 0)
		return 0;
	p = g->all.p + g->pos;
	lf = memchr(p, '\n', left);
	if (lf == NULL) {
		g->lineno++;
		gen_bad(g, "the last line has no newline");
	}
	*line = span_of(p, (size_t)(lf - p));
	g->pos += line->n + 1;
	g->lineno++;
	return 1;
}

static void
split(struct gen *g, struct span line)
{
	const char *tab;
	size_t n;

	g->n = 0;
	for (;;) {
		if (g->n == GEN_FIELDS)
			gen_bad(g, "more than %d fields", GEN_FIELDS);
		tab = memchr(line.p, '\t', line.n);
		n = tab == NULL ? line.n : (size_t)(tab - line.p);
		g->field[g->n++] = span_of(line.p, n);
		if (tab == NULL)
			return;
		line.p += n + 1;
		line.n -= n + 1;
	}
}

int
gen_row(struct gen *g, size_t min, size_t max)
{
	struct span line;

	while (next_line(g, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		split(g, line);
		if (g->n < min || g->n > max)
			gen_bad(g, "%zu fields", g->n);
		return 1;
	}
	return 0;
}

void
gen_bad(const struct gen *g, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	err_die_at("standard input", g->lineno, "%s", text);
}

uint32_t
gen_uint(const struct gen *g, size_t i, uint32_t max)
{
	struct span s;
	uint32_t v;
	size_t k;

	s = i < g->n ? g->field[i] : span_of("", 0);
	v = 0;
	for (k = 0; k < s.n; k++) {
		if (s.p[k] < '0' || s.p[k] > '9')
			gen_bad(g, "field %zu is no number", i + 1);
		if (v > (max - (uint32_t)(s.p[k] - '0')) / 10)
			gen_bad(g, "field %zu is over %lu", i + 1,
			    (unsigned long)max);
		v = v * 10 + (uint32_t)(s.p[k] - '0');
	}
	if (s.n == 0)
		gen_bad(g, "field %zu is empty", i + 1);
	return v;
}

size_t
gen_word(const struct gen *g, struct span s, const uint32_t **cp)
{
	uint32_t *w;
	size_t i, len, n;

	if (s.n == 0)
		gen_bad(g, "an empty word");
	w = xmalloc(s.n * sizeof *w);
	n = 0;
	for (i = 0; i < s.n; i += len) {
		w[n] = utf8_decode(s.p + i, s.n - i, &len);
		if (w[n++] == UTF8_BAD)
			gen_bad(g, "not UTF-8");
	}
	*cp = xrealloc(w, n * sizeof *w);
	return n;
}

/* The string at an offset of the pool. */
static struct span
pooled(const struct gen_pool *p, uint32_t off)
{
	return span_of(p->b.p + off + 2, tab_u16(p->b.p + off));
}

/* The slot where a string is or belongs; slots hold offsets plus one. */
static uint32_t *
find_slot(struct gen_pool *p, struct span s)
{
	size_t i;

	i = (size_t)hash_add(HASH_START, s.p, s.n) & (p->slots - 1);
	while (p->slot[i] != 0 && !span_eq(pooled(p, p->slot[i] - 1), s))
		i = (i + 1) & (p->slots - 1);
	return &p->slot[i];
}

static void
grow_slots(struct gen_pool *p)
{
	uint32_t *old;
	size_t i, n;

	old = p->slot;
	n = p->slots;
	p->slots = n == 0 ? 1024 : n * 2;
	p->slot = xcalloc(p->slots, sizeof *p->slot);
	for (i = 0; i < n; i++)
		if (old[i] != 0)
			*find_slot(p, pooled(p, old[i] - 1)) = old[i];
	free(old);
}

uint32_t
gen_pool(struct gen_pool *p, struct span s)
{
	uint32_t *slot;

	if (s.n > UINT16_MAX || p->b.n > UINT32_MAX / 2)
		err_die("string pool overflow");
	if (2 * p->n >= p->slots)
		grow_slots(p);
	slot = find_slot(p, s);
	if (*slot == 0) {
		*slot = (uint32_t)p->b.n + 1;
		build_u16(&p->b, (uint16_t)s.n);
		buf_span(&p->b, s);
		p->n++;
	}
	return *slot - 1;
}

void
gen_finish(const char *kind, const struct buf *section, uint32_t n)
{
	struct buf out;

	memset(&out, 0, sizeof out);
	build_table(&out, kind, section, n);
	if (fwrite(out.p, 1, out.n, stdout) != out.n || fflush(stdout) != 0)
		err_die("cannot write standard output");
	err_exit(STATUS_OK);
}
