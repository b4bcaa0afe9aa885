/* Memory that is there or ends the program; sizes are checked. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* Like malloc, realloc and calloc, but never NULL; the caller frees. */
void *xmalloc(size_t n);
void *xrealloc(void *p, size_t n);
void *xcalloc(size_t count, size_t size);

/*
 * Grows the array p of *cap elements of size bytes until it holds want
 * elements, at least doubling.  Returns the array, updates *cap.
 */
void *xgrow(void *p, size_t *cap, size_t want, size_t size);

/* Returns a NUL-terminated copy of n bytes; the caller frees it. */
char *xstrndup(const char *s, size_t n);

/* A region whose pieces are freed all at once.  Start with all zero. */
struct arena {
	struct arena_block *head;	/* block in use, older ones behind */
	char *data;			/* its bytes */
	size_t cap;			/* how many they are */
	size_t used;			/* and how many of them are used */
	size_t total;			/* bytes held in all blocks */
};

/* Returns n bytes aligned for any object, owned by the arena. */
void *arena_alloc(struct arena *a, size_t n);

/* Private: begins a block with room for n bytes. */
void arena_grow(struct arena *a, size_t n);

/*
 * Room for n bytes of text at any address.  Only what arena_keep takes of it,
 * before the next call, is owned by the arena: pieces taken so lie side by
 * side.
 */
static inline char *
arena_room(struct arena *a, size_t n)
{
	if (a->cap - a->used <= n)	/* also where there is no block */
		arena_grow(a, n);
	return a->data + a->used;
}

static inline void
arena_keep(struct arena *a, size_t n)
{
	a->used += n;
}

/* Returns a copy of n bytes, owned by the arena; a NUL follows it. */
char *arena_dup(struct arena *a, const char *s, size_t n);

/* Forgets all pieces but keeps one block for the next record. */
void arena_reset(struct arena *a);

/* Frees everything; the arena is as new. */
void arena_free(struct arena *a);

#endif
