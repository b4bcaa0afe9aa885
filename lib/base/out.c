/* The one writer of standard output. */
#include "base/out.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/err.h"
#include "base/ready.h"

#ifndef PIPE_BUF
#define PIPE_BUF 4096
#endif

enum { RELIEF = 256 * 1024 };	/* bytes of a row held at most */

void
out_open(struct out *o, int eager)
{
	struct stat st;

	o->fd = STDOUT_FILENO;
	o->pipe = fstat(o->fd, &st) == 0 && S_ISFIFO(st.st_mode);
	o->eager = eager;
	buf_clear(&o->b);
	buf_room(&o->b, OUT_HOLD + PIPE_BUF);
	o->whole = 0;
	o->rows = 0;
	o->bytes = 0;
}

static void
write_all(struct out *o, const char *p, size_t n)
{
	ssize_t k;

	while (n > 0) {
		k = write(o->fd, p, n);
		if (k < 0 && errno == EINTR) {
			if (o->tick != NULL)
				o->tick(o->arg);
			continue;
		}
		if (k < 0 && errno == EAGAIN) {
			ready_wait(o->fd, POLLOUT, -1);
			continue;
		}
		if (k < 0) {
			err_rescue(NULL, NULL);
			err_die("standard output: %s", strerror(errno));
		}
		p += k;
		n -= (size_t)k;
		o->bytes += (size_t)k;
	}
}

/* The length of as many whole rows at p as fit a write of PIPE_BUF bytes. */
static size_t
pipe_chunk(const char *p, size_t n)
{
	const char *lf;
	size_t i;

	if (n <= PIPE_BUF)
		return n;
	for (i = PIPE_BUF; i > 0; i--)
		if (p[i - 1] == '\n')
			return i;
	lf = memchr(p + PIPE_BUF, '\n', n - PIPE_BUF);
	return lf == NULL ? n : (size_t)(lf - p) + 1;
}

/* Writes the first n bytes held and moves the rest to the front. */
static void
let_go(struct out *o, size_t n)
{
	size_t done, k;

	for (done = 0; done < n; done += k) {
		k = o->pipe ? pipe_chunk(o->b.p + done, n - done) : n - done;
		write_all(o, o->b.p + done, k);
	}
	memmove(o->b.p, o->b.p + n, o->b.n - n);
	o->b.n -= n;
	o->whole -= n < o->whole ? n : o->whole;
}

void
out_relief(struct out *o)
{
	if (o->b.n >= RELIEF)
		let_go(o, o->b.n);
}

void
out_flush(struct out *o)
{
	if (o->whole > 0)
		let_go(o, o->whole);
}

void
out_close(struct out *o)
{
	let_go(o, o->b.n);
	buf_free(&o->b);
	if (close(o->fd) != 0 && errno != EINTR)
		err_die("standard output: %s", strerror(errno));
}
