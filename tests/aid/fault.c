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

/* Shortens *n; returns 0, or -1 when the call is to be interrupted. */
static int
shorten(struct fault *f, size_t *n)
{
	unsigned few;

	if (getenv("FAULT_SHORT") == NULL || *n == 0)
		return 0;
	f->calls++;
	if (f->calls % 3 == 0) {
		errno = EINTR;
		return -1;
	}
	few = f->calls * 2654435761U >> 20;
	*n = 1 + few % (*n > 4000 ? 4000 : *n);
	return 0;
}

/*
 * Leaves of *n bytes what a call may take when max are let through in all (no
 * limit below 0); returns 0, or -1 with errno where none are: cause, or EINTR.
 */
static int
allow(struct fault *f, long long max, int cause, size_t *n)
{
	unsigned long long left;

	if (max >= 0) {
		if ((unsigned long long)max <= f->done) {
			errno = cause;
			return -1;
		}
		left = (unsigned long long)max - f->done;
		if (*n > left)
			*n = (size_t)left;
	}
	return shorten(f, n);
}

/* Counts what a call has taken. */
static ssize_t
count(struct fault *f, ssize_t taken)
{
	if (taken > 0)
		f->done += (unsigned long long)taken;
	return taken;
}

ssize_t
read(int fd, void *p, size_t n)
{
	static struct fault f;
	struct stat st;
	long long max;

	max = limit("FAULT_READ");
	if (max >= 0 && (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)))
		max = -1;
	if (allow(&f, max, EIO, &n) == -1)
		return -1;
	return count(&f, syscall(SYS_read, fd, p, n));
}

ssize_t
write(int fd, const void *p, size_t n)
{
	static struct fault f;
	long long max;

	max = fd == STDOUT_FILENO ? limit("FAULT_WRITE") : -1;
	if (allow(&f, max, ENOSPC, &n) == -1)
		return -1;
	return count(&f, syscall(SYS_write, fd, p, n));
}
