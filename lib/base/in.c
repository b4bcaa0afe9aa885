/* Input: bytes and lines of a file. */
#include "base/in.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/ready.h"

enum { CHUNK = 64 * 1024 };	/* bytes asked for by one read */

/*
 * A signal may interrupt the wait for the writer of a FIFO.  A file does not
 * take the number of a standard stream that was closed: it is no such stream.
 */
static int
open_file(const char *path)
{
	int fd, low;

	do
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	while (fd < 0 && errno == EINTR);
	if (fd < 0 || fd > STDERR_FILENO)
		return fd;
	low = fd;
	fd = fcntl(low, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	close(low);
	return fd;
}

int
in_open(struct in *in, const char *path)
{
	struct stat st;

	in->name = path;
	in->eof = 0;
	in->error = 0;
	in->pos = 0;
	in->end = 0;
	in->fd = STDIN_FILENO;
	if (strcmp(path, "-") != 0)
		in->fd = open_file(path);
	if (in->fd < 0)
		return -1;
	if (fstat(in->fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		in_close(in);
		errno = EISDIR;
		return -1;
	}
	return 0;
}

void
in_close(struct in *in)
{
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
}

void
in_free(struct in *in)
{
	free(in->p);
	in->p = NULL;
	in->cap = 0;
	in->pos = 0;
	in->end = 0;
}

/* Makes room for one more chunk behind what is held. */
static void
make_room(struct in *in)
{
	if (in->pos > 0 && in->cap - in->end < CHUNK) {
		memmove(in->p, in->p + in->pos, in->end - in->pos);
		in->end -= in->pos;
		in->pos = 0;
	}
	if (in->cap - in->end < CHUNK)
		in->p = xgrow(in->p, &in->cap, in->end + CHUNK, 1);
}

size_t
in_fill(struct in *in)
{
	ssize_t n;

	if (in->eof || in->error != 0)
		return 0;
	make_room(in);
	if (in->idle != NULL && ready_wait(in->fd, POLLIN, 0) == 0)
		in->idle(in->arg);
	for (;;) {
		if (in->tick != NULL)
			in->tick(in->arg);
		n = read(in->fd, in->p + in->end, CHUNK);
		if (n >= 0)
			break;
		if (errno == EAGAIN)
			ready_wait(in->fd, POLLIN, -1);
		else if (errno != EINTR) {
			in->error = errno;
			return 0;
		}
	}
	in->eof = n == 0;
	in->end += (size_t)n;
	in->bytes += (size_t)n;
	return (size_t)n;
}

/* Hands out n bytes and skips a LF behind them if there is one. */
static void
hand_out(struct in *in, struct span *line, size_t n, int skip)
{
	*line = span_of(in->p + in->pos, n);
	in->pos += n + (size_t)skip;
}

int
in_line(struct in *in, struct span *line, size_t limit, int *lf)
{
	const char *nl;
	size_t seen, held;

	if (lf != NULL)
		*lf = 0;
	for (seen = 0;; seen = held) {
		held = in->end - in->pos;
		nl = held == seen ? NULL :
		    memchr(in->p + in->pos + seen, '\n', held - seen);
		if (nl != NULL) {
			hand_out(in, line, (size_t)(nl - in->p) - in->pos, 1);
			if (lf != NULL)
				*lf = 1;
			return 1;
		}
		if (limit != 0 && held >= limit) {
			hand_out(in, line, held, 0);
			return 2;
		}
		if (in_fill(in) == 0)
			break;
	}
	held = in->end - in->pos;
	hand_out(in, line, held, 0);
	return held > 0;
}
