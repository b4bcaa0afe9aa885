/* Messages and the end of the process: the only place that calls exit. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stddef.h>

#if defined(__GNUC__)
#define ERR_PRINTF(a, b) __attribute__((format(printf, a, b)))
#define ERR_NORETURN __attribute__((noreturn))
#else
#define ERR_PRINTF(a, b)
#define ERR_NORETURN
#endif

enum {
	STATUS_OK = 0,		/* all done */
	STATUS_REFUSED = 1,	/* done, but some input was refused */
	STATUS_FAILED = 2	/* not done */
};

/* What a run has reported so far.  Start with all zero. */
struct errs {
	int status;		/* STATUS_OK or STATUS_REFUSED */
	size_t refused;		/* inputs and rows that were refused */
};

/* Sets the name that every message begins with; name must stay alive. */
void err_name(const char *name);

/* Returns the name set by err_name. */
const char *err_prog(void);

/* Prints `prog: message` on standard error; the run goes on. */
void err_warn(const char *fmt, ...) ERR_PRINTF(1, 2);

/*
 * Reports refused input as `prog: file:line: message` (without `:line` when
 * line is 0), counts it in e and makes its status STATUS_REFUSED.
 */
void err_refuse(struct errs *e, const char *file, size_t line,
    const char *fmt, ...) ERR_PRINTF(4, 5);

/*
 * Sets what err_die and err_die_at do first, so that rows that are whole leave
 * before a process ends.  There is one for the process; NULL takes it back.
 */
void err_rescue(void (*rescue)(void *), void *arg);

/* Prints `prog: message` and ends the process with STATUS_FAILED. */
void err_die(const char *fmt, ...) ERR_PRINTF(1, 2) ERR_NORETURN;

/* Prints `prog: file:line: message` and ends with STATUS_FAILED. */
void err_die_at(const char *file, size_t line, const char *fmt, ...)
    ERR_PRINTF(3, 4) ERR_NORETURN;

/* Ends the process with a status, saying nothing. */
void err_exit(int status) ERR_NORETURN;

/* Returns the ending of a noun behind a count: none for 1. */
static inline const char *
err_plural(size_t n)
{
	return n == 1 ? "" : "s";
}

#endif
