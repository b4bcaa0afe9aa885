/* Memory that is there or ends the program. */
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

enum { BLOCK = 64 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t cap;
	max_align_t data[];
};

void *
xmalloc(size_t n)
{
	void *p;

	p = malloc(n == 0 ? 1 : n);
	if (p == NULL)
		err_die("out of memory");
	return p;
}

void *
xrealloc(void *p, size_t n)
{
	p = realloc(p, n == 0 ? 1 : n);
	if (p == NULL)
		err_die("out of memory");
	return p;
}

void *
xcalloc(size_t count, size_t size)
{
	void *p;

	p = calloc(count == 0 ? 1 : count, size == 0 ? 1 : size);
	if (p == NULL)
		err_die("out of memory");
	return p;
}

void *
xgrow(void *p, size_t *cap, size_t want, size_t size)
{
	size_t n;

	if (want <= *cap)
		return p;
	n = *cap > SIZE_MAX / 2 ? SIZE_MAX : *cap * 2;
	if (n < want)
		n = want;
	if (n < 16)
		n = 16;
	if (size != 0 && n > SIZE_MAX / size)
		err_die("out of memory");
	p = xrealloc(p, n * size);
	*cap = n;
	return p;
}

char *
xstrndup(const char *s, size_t n)
{
	char *p;

	if (n == SIZE_MAX)
		err_die("out of memory");
	p = xmalloc(n + 1);
	if (n != 0)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

static struct arena_block *
block_new(size_t n)
{
	struct arena_block *b;

	if (n > SIZE_MAX - sizeof *b)
		err_die("out of memory");
	b = xmalloc(sizeof *b + n);
	b->next = NULL;
	b->cap = n;
	return b;
}

static size_t
aligned(size_t n)
{
	if (n > SIZE_MAX - sizeof(max_align_t))
		err_die("out of memory");
	return (n + sizeof(max_align_t) - 1) / sizeof(max_align_t) *
	    sizeof(max_align_t);
}

/* Makes b, or no block, the one in use, and all of it free. */
static void
use(struct arena *a, struct arena_block *b)
{
	a->head = b;
	a->data = b == NULL ? NULL : (char *)b->data;
	a->cap = b == NULL ? 0 : b->cap;
	a->used = 0;
}

void
arena_grow(struct arena *a, size_t n)
{
	struct arena_block *b;

	b = block_new(n > BLOCK ? aligned(n) : BLOCK);
	b->next = a->head;
	use(a, b);
	a->total += b->cap;
}

void *
arena_alloc(struct arena *a, size_t n)
{
	void *p;

	n = aligned(n);
	a->used = aligned(a->used);	/* bytes may have been kept before */
	p = arena_room(a, n);
	arena_keep(a, n);
	return p;
}

char *
arena_dup(struct arena *a, const char *s, size_t n)
{
	char *p;

	if (n == SIZE_MAX)
		err_die("out of memory");
	p = arena_alloc(a, n + 1);
	if (n != 0)
		memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

/* Frees the blocks behind and including b. */
static void
free_from(struct arena_block *b)
{
	struct arena_block *next;

	for (; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
}

void
arena_reset(struct arena *a)
{
	if (a->head == NULL)
		return;
	free_from(a->head->next);
	a->head->next = NULL;
	/* One giant record must not hold its memory for ever. */
	if (a->cap > 16 * (size_t)BLOCK) {
		free_from(a->head);
		use(a, NULL);
	}
	a->total = a->cap;
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	free_from(a->head);
	use(a, NULL);
	a->total = 0;
}
