/* Lists of column names. */
#include "tsv/cols.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void
cols_split(struct cols *c, struct span line, int sep)
{
	const char *q;
	struct span rest;
	size_t n;

	cols_free(c);
	c->text = xstrndup(line.p, line.n);
	rest = span_of(c->text, line.n);
	for (;;) {
		q = memchr(rest.p, sep, rest.n);
		n = q == NULL ? rest.n : (size_t)(q - rest.p);
		c->v = xgrow(c->v, &c->cap, c->n + 1, sizeof *c->v);
		c->v[c->n++] = span_of(rest.p, n);
		if (q == NULL)
			return;
		rest = span_of(rest.p + n + 1, rest.n - n - 1);
	}
}

size_t
cols_find(const struct cols *c, struct span name)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (span_eq(c->v[i], name))
			return i;
	return COL_NONE;
}

static int
by_name(const void *pa, const void *pb)
{
	const struct span *a = pa;
	const struct span *b = pb;
	int c;

	c = memcmp(a->p, b->p, a->n < b->n ? a->n : b->n);
	return c != 0 ? c : (a->n > b->n) - (a->n < b->n);
}

struct span
cols_twice(const struct cols *c)
{
	struct span *v, twice;
	size_t i;

	twice = span_of("", 0);
	if (c->n < 2)
		return twice;
	v = xmalloc(c->n * sizeof *v);
	memcpy(v, c->v, c->n * sizeof *v);
	qsort(v, c->n, sizeof *v, by_name);
	for (i = 1; i < c->n && twice.n == 0; i++)
		if (span_eq(v[i - 1], v[i]))
			twice = v[i];
	free(v);
	return twice;
}

void
cols_free(struct cols *c)
{
	free(c->v);
	free(c->text);
	memset(c, 0, sizeof *c);
}
