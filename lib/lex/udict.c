/* Opening, compiling and naming what the user's dictionaries hold. */
#include "lex/udict.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "lex/udict_rows.h"
#include "tab/build.h"
#include "tab/tab.h"

static const char kind[] = "USER";

static int
open_table(struct udict_words *w, const void *p, size_t n)
{
	struct span tags;
	struct tab t;

	if (tab_open(&t, p, n, kind) == -1 ||
	    trie_open(&w->words, tab_section(&t, 0), tab_section(&t, 1)) == -1)
		return -1;
	tags = tab_section(&t, 2);
	w->tags = tags.p;
	w->ntags = (uint32_t)(tags.n / UDICT_TAG);
	return 0;
}

static struct udict_words *
add(struct udict *u)
{
	struct udict_words *w;

	u->v = xgrow(u->v, &u->cap, u->n + 1, sizeof *u->v);
	w = &u->v[u->n];
	memset(w, 0, sizeof *w);
	return w;
}

/* Maps a compiled file.  Returns 1, 0 when it is text, -1 on an error. */
static int
map_file(struct udict *u, const char *path, struct udict_error *e)
{
	char magic[8];
	struct stat st;
	struct udict_words *w;
	int fd;

	/* The writer of a FIFO would take opening it twice for its end. */
	if (stat(path, &st) == -1 || !S_ISREG(st.st_mode))
		return 0;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1 || fstat(fd, &st) == -1 || !S_ISREG(st.st_mode) ||
	    pread(fd, magic, sizeof magic, 0) != sizeof magic ||
	    memcmp(magic, "factline", sizeof magic) != 0) {
		if (fd != -1)
			close(fd);
		return 0;
	}
	w = add(u);
	w->mapped = (size_t)st.st_size;
	w->map = mmap(NULL, w->mapped, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (w->map == MAP_FAILED) {
		snprintf(e->cause, sizeof e->cause, "%s", strerror(errno));
		return -1;
	}
	u->n++;
	if (open_table(w, w->map, w->mapped) == 0)
		return 1;
	snprintf(e->cause, sizeof e->cause, "the compiled dictionary is "
	    "damaged");
	return -1;
}

int
udict_add(struct udict *u, const char *path, struct udict_error *e)
{
	int got;

	e->line = 0;
	if (u->n == UDICT_DICTS) {
		snprintf(e->cause, sizeof e->cause, "too many dictionaries");
		return -1;
	}
	got = strcmp(path, "-") == 0 ? 0 : map_file(u, path, e);
	if (got != 0)
		return got == 1 ? 0 : -1;
	if (u->rows == NULL)
		u->rows = udict_rows_new();
	return udict_rows_read(u->rows, path, u, e);
}

int
udict_compile(struct udict *u)
{
	struct buf section[3];
	struct udict_words *w;
	size_t i;
	int got;

	if (u->rows == NULL)
		return 0;
	memset(section, 0, sizeof section);
	got = udict_rows_build(u->rows, section);
	udict_rows_free(u->rows);
	u->rows = NULL;
	if (got == 0) {
		w = add(u);
		build_table(&w->table, kind, section, 3);
		got = open_table(w, w->table.p, w->table.n);
		u->n++;
	}
	for (i = 0; i < 3; i++)
		buf_free(&section[i]);
	return got;
}

struct span
udict_table(const struct udict *u)
{
	if (u->n == 0 || u->v[u->n - 1].table.n == 0)
		return span_of("", 0);
	return buf_view(&u->v[u->n - 1].table);
}

void
udict_free(struct udict *u)
{
	size_t i;

	for (i = 0; i < u->n; i++) {
		if (u->v[i].map != NULL)
			munmap(u->v[i].map, u->v[i].mapped);
		buf_free(&u->v[i].table);
	}
	if (u->rows != NULL)
		udict_rows_free(u->rows);
	free(u->v);
	memset(u, 0, sizeof *u);
}

struct span
udict_tag(const struct udict *u, uint32_t ref)
{
	const struct udict_words *w;
	const char *p;
	size_t n;
	uint32_t i;

	w = &u->v[ref >> 24];
	i = (ref & 0xffffff) >> UDICT_COST_BITS;
	if (i >= w->ntags)
		return span_of("", 0);
	p = w->tags + UDICT_TAG * (size_t)i;
	for (n = 0; n < UDICT_TAG && p[n] != '\0'; n++)
		continue;
	return span_of(p, n);
}
