/* What fuzz targets share. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/span.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* A property that must hold; a broken one ends the process loudly. */
#define FUZZ_HOLDS(e) do {						\
	if (!(e)) {							\
		fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #e);	\
		abort();						\
	}								\
} while (0)

enum { FUZZ_PATH = 64 };

/* Makes a nameless file, in memory if that can be. */
static inline int
fuzz_open(void)
{
	char shm[] = "/dev/shm/fuzz.XXXXXX", tmp[] = "/tmp/fuzz.XXXXXX";
	char *name = shm;
	int fd;

	fd = mkstemp(shm);
	if (fd == -1)
		fd = mkstemp(name = tmp);
	FUZZ_HOLDS(fd != -1 && unlink(name) == 0);
	return fd;
}

/*
 * Puts n bytes into the nameless file of this process and writes a path that
 * opens it; what was put there before is gone.
 */
static inline void
fuzz_file(const uint8_t *data, size_t n, char path[FUZZ_PATH])
{
	static int fd = -1;

	if (fd == -1)
		fd = fuzz_open();
	FUZZ_HOLDS(ftruncate(fd, 0) == 0);
	FUZZ_HOLDS(pwrite(fd, data, n, 0) == (ssize_t)n);
	FUZZ_HOLDS(lseek(fd, 0, SEEK_SET) == 0);
	snprintf(path, FUZZ_PATH, "/dev/fd/%d", fd);
}

/* Cuts the next field off s at a separator. */
static inline struct span
fuzz_cut(struct span *s, int sep)
{
	struct span f;
	const char *q;

	f = *s;
	q = s->n == 0 ? NULL : memchr(s->p, sep, s->n);
	if (q != NULL)
		f.n = (size_t)(q - s->p);
	s->p += f.n + (q != NULL);
	s->n -= f.n + (q != NULL);
	return f;
}

#endif
