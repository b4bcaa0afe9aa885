/*
 * A library to preload that makes read(2) and write(2) behave badly, within
 * what POSIX allows: few bytes at a time, EINTR, and an error after so many
 * bytes.
 *
 *	FAULT_SHORT=1	short reads and writes, every third call EINTR
 *	FAULT_READ=N	reads of regular files fail with EIO after N bytes
 *	FAULT_WRITE=N	writes to standard output fail with ENOSPC after N bytes
 */
#define _GNU_SOURCE
#include <sys/stat.h>
#include <sys/syscall.h>

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct fault {
	unsigned calls;
	unsigned long long done;
};

static long long
limit(const char *name)
{
	const char *s;

	s = getenv(name);
	return s == NULL ? -1 : strtoll(s, NULL, 10);
}

/* Shortens n, or returns 0 when the call is to be interrupted. */
static size_t
shorten(struct fault *f, size_t n)
{
	unsigned few;

	if (getenv("FAULT_SHORT") == NULL || n == 0)
		return n;
	f->calls++;
	if (f->calls % 3 == 0)
		return 0;
	few = f->calls * 2654435761U >> 20;
	return 1 + few % (n > 4000 ? 4000 : n);
}

ssize_t
read(int fd, void *p, size_t n)
{
	static struct fault f;
	struct stat st;
	long long max;
	ssize_t got;

	max = limit("FAULT_READ");
	if (max >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		if ((unsigned long long)max <= f.done) {
			errno = EIO;
			return -1;
		}
		if (n > (unsigned long long)max - f.done)
			n = (size_t)((unsigned long long)max - f.done);
	}
	if (n != 0 && (n = shorten(&f, n)) == 0) {
		errno = EINTR;
		return -1;
	}
	got = syscall(SYS_read, fd, p, n);
	if (got > 0)
		f.done += (unsigned long long)got;
	return got;
}

ssize_t
write(int fd, const void *p, size_t n)
{
	static struct fault f;
	long long max;
	ssize_t put;

	max = fd == STDOUT_FILENO ? limit("FAULT_WRITE") : -1;
	if (max >= 0) {
		if ((unsigned long long)max <= f.done) {
			errno = ENOSPC;
			return -1;
		}
		if (n > (unsigned long long)max - f.done)
			n = (size_t)((unsigned long long)max - f.done);
	}
	if (n != 0 && (n = shorten(&f, n)) == 0) {
		errno = EINTR;
		return -1;
	}
	put = syscall(SYS_write, fd, p, n);
	if (put > 0)
		f.done += (unsigned long long)put;
	return put;
}
