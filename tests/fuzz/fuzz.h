/* What fuzz targets share. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* A property that must hold; a broken one ends the process loudly. */
#define FUZZ_HOLDS(e) do { if (!(e)) abort(); } while (0)

enum { FUZZ_PATH = 64 };

/*
 * Makes a nameless file of n bytes and writes a path that opens it; the caller
 * closes the descriptor.
 */
static inline int
fuzz_file(const uint8_t *data, size_t n, char path[FUZZ_PATH])
{
	char name[] = "/tmp/fuzz.XXXXXX";
	int fd;

	fd = mkstemp(name);
	FUZZ_HOLDS(fd != -1 && unlink(name) == 0);
	FUZZ_HOLDS(write(fd, data, n) == (ssize_t)n);
	FUZZ_HOLDS(lseek(fd, 0, SEEK_SET) == 0);
	snprintf(path, FUZZ_PATH, "/dev/fd/%d", fd);
	return fd;
}

#endif
