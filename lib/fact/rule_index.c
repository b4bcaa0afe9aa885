/* Hash indexes: things are kept by the caller, found by their numbers. */
#include "fact/rule_int.h"

#include <stdlib.h>
#include <string.h>

enum { INDEX_FIRST = 64 };

uint32_t
index_find(const struct index *x, uint64_t hash,
    int (*same)(const void *, uint32_t), const void *arg)
{
	size_t i;

	if (x->size == 0)
		return UINT32_MAX;
	for (i = hash & (x->size - 1); x->slot[i] != 0;
	    i = (i + 1) & (x->size - 1))
		if (same(arg, x->slot[i] - 1))
			return x->slot[i] - 1;
	return UINT32_MAX;
}

static void
place(struct index *x, uint64_t hash, uint32_t n)
{
	size_t i;

	for (i = hash & (x->size - 1); x->slot[i] != 0;
	    i = (i + 1) & (x->size - 1))
		;
	x->slot[i] = n + 1;
}

/* Numbers are 0, 1, 2 ..., so a larger table is filled from them. */
static void
grow(struct index *x, uint64_t (*again)(const void *, uint32_t),
    const void *arg)
{
	uint32_t i;

	x->size = x->size == 0 ? INDEX_FIRST : x->size * 2;
	free(x->slot);
	x->slot = xcalloc(x->size, sizeof *x->slot);
	for (i = 0; i < x->n; i++)
		place(x, again(arg, i), i);
}

void
index_add(struct index *x, uint64_t hash, uint32_t n,
    uint64_t (*again)(const void *, uint32_t), const void *arg)
{
	if ((x->n + 1) * 2 > x->size)
		grow(x, again, arg);
	place(x, hash, n);
	x->n++;
}

void
index_clear(struct index *x)
{
	if (x->size != 0)
		memset(x->slot, 0, x->size * sizeof *x->slot);
	x->n = 0;
}

void
index_free(struct index *x)
{
	free(x->slot);
	memset(x, 0, sizeof *x);
}
