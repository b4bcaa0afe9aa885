/* The operands of a call: FILE arguments, or names read with --files0-from. */
#ifndef BASE_OPND_H
#define BASE_OPND_H

#include <stddef.h>

#include "base/in.h"

struct opnds {
	char *const *argv;	/* the arguments left, or NULL */
	const char *list;	/* name of the --files0-from file, or NULL */
	struct in in;		/* that file */
	char *name;		/* the name read last, owned */
	int done;		/* "-" is no longer implied */
};

/*
 * Prepares the operands: argv (NULL-terminated) as getopt left it, list the
 * file of NUL-terminated names or NULL.  With neither, "-" is the operand.
 * Ends the program when both are given or list cannot be opened.
 */
void opnd_open(struct opnds *o, char *const *argv, const char *list);

/* Returns the next operand, valid until the next call, or NULL at the end. */
const char *opnd_next(struct opnds *o);

/*
 * Opens the next operand.  Returns 1; or 0 at the end; or -1 with errno set
 * when it cannot be opened.  The name in in->name is valid until the next
 * call.  The last operand open, the process gives up all that reading and
 * writing has no need of (see jail.h), so whatever else is to be opened must
 * be open by then.
 */
int opnd_input(struct opnds *o, struct in *in);

/* Frees what opnd_open took. */
void opnd_close(struct opnds *o);

#endif
