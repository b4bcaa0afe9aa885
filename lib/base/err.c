/* Messages and the end of the process. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const char *prog = "factline";

/* Who runs out of memory far below knows of no output. */
static void (*rescue)(void *);
static void *rescued;

void
err_name(const char *name)
{
	prog = name;
}

const char *
err_prog(void)
{
	return prog;
}

/* Names of files and columns come from outside: no terminal may obey them. */
static void
mask(char *s, size_t n)
{
	for (; n > 0; n--, s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			*s = '?';
}

/*
 * One message is one write(2), as far as it fits, so that messages of several
 * processes do not mix.
 */
static void
say(const char *file, size_t line, const char *fmt, va_list ap)
{
	char text[4096];
	size_t n;
	int k;

	if (file == NULL)
		k = snprintf(text, sizeof text, "%s: ", prog);
	else if (line == 0)
		k = snprintf(text, sizeof text, "%s: %.2048s: ", prog, file);
	else
		k = snprintf(text, sizeof text, "%s: %.2048s:%zu: ", prog, file,
		    line);
	n = k < 0 ? 0 : (size_t)k;
	k = vsnprintf(text + n, sizeof text - n - 1, fmt, ap);
	if (k > 0)
		n += (size_t)k;
	if (n > sizeof text - 2)
		n = sizeof text - 2;
	mask(text, n);
	text[n++] = '\n';
	fwrite(text, 1, n, stderr);
}

void
err_warn(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(NULL, 0, fmt, ap);
	va_end(ap);
}

void
err_refuse(struct errs *e, const char *file, size_t line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(file, line, fmt, ap);
	va_end(ap);
	e->status = STATUS_REFUSED;
	e->refused++;
}

void
err_rescue(void (*fn)(void *), void *arg)
{
	rescue = fn;
	rescued = arg;
}

/* Once: a rescue may fail and die itself. */
static void
save(void)
{
	void (*fn)(void *) = rescue;

	rescue = NULL;
	if (fn != NULL)
		fn(rescued);
}

void
err_die(const char *fmt, ...)
{
	va_list ap;

	save();
	va_start(ap, fmt);
	say(NULL, 0, fmt, ap);
	va_end(ap);
	err_exit(STATUS_FAILED);
}

void
err_die_at(const char *file, size_t line, const char *fmt, ...)
{
	va_list ap;

	save();
	va_start(ap, fmt);
	say(file, line, fmt, ap);
	va_end(ap);
	err_exit(STATUS_FAILED);
}

void
err_exit(int status)
{
	exit(status);
}
