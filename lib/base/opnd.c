/* The operands of a call. */
#include "base/opnd.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/jail.h"
#include "base/mem.h"
#include "base/ready.h"

void
opnd_open(struct opnds *o, char *const *argv, const char *list)
{
	memset(o, 0, sizeof *o);
	o->argv = argv;
	o->list = list;
	if (list == NULL)
		return;
	if (argv[0] != NULL)
		err_die("FILE operands do not go with --files0-from");
	if (in_open(&o->in, list) != 0)
		err_die("%s: %s", list, strerror(errno));
}

/* Reads the next NUL-terminated name; the last may lack its NUL. */
static const char *
next_listed(struct opnds *o)
{
	const char *nul;
	size_t n;

	for (;;) {
		n = o->in.end - o->in.pos;
		nul = n == 0 ? NULL : memchr(o->in.p + o->in.pos, '\0', n);
		if (nul != NULL || in_fill(&o->in) == 0)
			break;
	}
	if (o->in.error != 0)
		err_die("%s: %s", o->list, strerror(o->in.error));
	if (nul != NULL)
		n = (size_t)(nul - o->in.p) - o->in.pos;
	if (n == 0 && nul == NULL)
		return NULL;
	free(o->name);
	o->name = xstrndup(o->in.p + o->in.pos, n);
	o->in.pos += n + (nul != NULL);
	return o->name;
}

const char *
opnd_next(struct opnds *o)
{
	if (o->list != NULL)
		return next_listed(o);
	if (o->argv[0] != NULL) {
		o->done = 1;
		return *o->argv++;
	}
	if (o->done)
		return NULL;
	o->done = 1;
	return "-";
}

/*
 * Whether no operand is to come.  A list that ends is only known by reading,
 * which must not wait while the input in hand is there to be read.
 */
static int
is_last(struct opnds *o)
{
	if (o->list == NULL)
		return o->argv[0] == NULL;
	if (o->in.pos == o->in.end && !o->in.eof &&
	    ready_wait(o->in.fd, POLLIN, 0) != 0)
		in_fill(&o->in);
	return o->in.pos == o->in.end && o->in.eof;
}

int
opnd_input(struct opnds *o, struct in *in)
{
	const char *path;

	path = opnd_next(o);
	if (path == NULL)
		return 0;
	if (in_open(in, path) != 0)
		return -1;
	if (is_last(o))
		jail_enter();
	return 1;
}

void
opnd_close(struct opnds *o)
{
	if (o->list != NULL)
		in_close(&o->in);
	in_free(&o->in);
	free(o->name);
	o->name = NULL;
}
