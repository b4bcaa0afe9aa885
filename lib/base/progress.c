/* How far a long run is. */
#include "base/progress.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { OFTEN = 2000 };	/* milliseconds between lines on a terminal */

/* A signal has no other way to reach the run that it is meant for. */
static volatile sig_atomic_t asked;

static void
ask(int sig)
{
	(void)sig;
	asked = 1;
}

static unsigned long long
now(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
		return 0;
	return (unsigned long long)t.tv_sec * 1000 +
	    (unsigned long long)t.tv_nsec / 1000000;
}

/*
 * No SA_RESTART: a read that waits must come back for the line to be printed.
 */
static void
listen_to(int sig)
{
	struct sigaction sa;

	memset(&sa, 0, sizeof sa);
	sa.sa_handler = ask;
	sigemptyset(&sa.sa_mask);
	sigaction(sig, &sa, NULL);
}

void
progress_start(struct progress *p, int verbose)
{
	p->often = verbose && isatty(STDERR_FILENO);
	p->start = now();
	p->last = p->start;
	listen_to(SIGUSR1);
#ifdef SIGINFO
	listen_to(SIGINFO);
#endif
}

int
progress_due(struct progress *p)
{
	if (asked) {
		asked = 0;
		return 1;
	}
	return p->often && now() - p->last >= OFTEN;
}

void
progress_print(struct progress *p, const struct progress_count *c)
{
	unsigned long long ms, rate;

	p->last = now();
	ms = p->last - p->start;
	/* Bytes in a millisecond are thousands in a second. */
	rate = c->bytes / (ms == 0 ? 1 : ms);
	err_warn("%llu documents, %llu bytes read, %llu rows written, "
	    "%zu refused, %llu.%03llu s, %llu.%llu MB/s",
	    c->documents, c->bytes, c->rows, c->refused, ms / 1000, ms % 1000,
	    rate / 1000, rate % 1000 / 100);
}
