/* Tests of lib/base/jail: what a process can do no more, and what it can. */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/jail.h"
#include "unit.h"

enum {
	BIG = 64 * 1024 * 1024,
	PLACE = 0x10000000,

	GOOD = 0,	/* how a case ends */
	BAD = 1,
	FREE = 77	/* there is no jail */
};

static int pair[2];		/* a pipe, opened before */

/* What is refused: -1 with errno. */

static long
open_file(void)
{
	return open("/dev/null", O_RDONLY);
}

static long
make_file(void)
{
	return open("jail.tmp", O_WRONLY | O_CREAT, 0600);
}

static long
open_long_ago(void)
{
#ifdef SYS_open
	return syscall(SYS_open, "/dev/null", O_RDONLY);
#else
	return open_file();
#endif
}

static long
delete_file(void)
{
	return unlink("/nonesuch");
}

static long
stat_file(void)
{
	struct stat st;

	return stat("/", &st);
}

static long
new_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}

static long
new_process(void)
{
	pid_t pid;

	if ((pid = fork()) == 0)
		_exit(0);
	return pid;
}

static long
new_program(void)
{
	char *argv[] = { (char *)"true", NULL };

	return execv("/bin/true", argv);
}

static long
signal_other(void)
{
	return kill(getppid(), 0);
}

static long
watch_other(void)
{
#ifdef SYS_ptrace
	return syscall(SYS_ptrace, 0, 0, 0, 0);
#else
	return kill(1, 0);
#endif
}

/* At a place, since for any place musl takes EPERM for ENOMEM. */
static long
map_code(void)
{
	return mmap((void *)PLACE, 4096, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static long
map_all(void)
{
	return mmap((void *)PLACE, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static long
data_to_code(void)
{
	void *p;

	p = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		return 0;
	return mprotect(p, 4096, PROT_READ | PROT_EXEC);
}

/* The calls of another machine that the kernel knows too: x32. */
static long
foreign_call(void)
{
#if defined(__x86_64__) && !defined(__ILP32__)
	return syscall(0x40000000 | SYS_write, pair[1], "x", 1);
#else
	return open_file();
#endif
}

/* What goes on as before: 0. */

static long
read_write(void)
{
	char c;

	return write(pair[1], "x", 1) == 1 && read(pair[0], &c, 1) == 1 &&
	    c == 'x' ? 0 : -1;
}

static long
wait_in_vain(void)
{
	struct pollfd p;

	p.fd = pair[0];
	p.events = POLLIN;
	p.revents = 0;
	return poll(&p, 1, 5);
}

static long
much_memory(void)
{
	char *p, *q;

	if ((p = malloc(BIG)) == NULL)
		return -1;
	memset(p, 1, BIG);
	if ((q = realloc(p, 2 * BIG)) == NULL)
		return -1;
	memset(q + BIG, 1, BIG);
	free(q);
	return 0;
}

static long
small_memory(void)
{
	void *p[1000];
	int i;

	for (i = 0; i < 1000; i++)
		if ((p[i] = malloc(1 + (size_t)i * 37 % 5000)) == NULL)
			return -1;
	for (i = 0; i < 1000; i++)
		free(p[i]);
	return 0;
}

static long
read_clock(void)
{
	struct timespec t;

	return clock_gettime(CLOCK_MONOTONIC, &t);
}

static long
say(void)
{
	return fprintf(stderr, "%s", "") < 0 || fflush(stdout) != 0 ? -1 : 0;
}

static long
close_file(void)
{
	return close(pair[0]);
}

/* The parent, or its timer, interrupts a wait. */
static volatile sig_atomic_t heard;

static void
hear(int sig)
{
	heard = sig;
}

static long
take_signal(void)
{
	struct pollfd p;

	p.fd = pair[0];
	p.events = POLLIN;
	p.revents = 0;
	return poll(&p, 1, 10000) == -1 && errno == EINTR &&
	    heard == SIGALRM && poll(&p, 1, 5) == 0 ? 0 : -1;
}

static const struct {
	long (*act)(void);
	int error;		/* errno wanted, 0 for success */
	const char *name;
} cases[] = {
	{ open_file, EPERM, "open" },
	{ make_file, EPERM, "open for writing" },
	{ open_long_ago, EPERM, "the system call open" },
	{ delete_file, EPERM, "unlink" },
	{ stat_file, EPERM, "stat" },
	{ new_socket, EPERM, "socket" },
	{ new_process, EPERM, "fork" },
	{ new_program, EPERM, "execve" },
	{ signal_other, EPERM, "kill" },
	{ watch_other, EPERM, "ptrace" },
	{ map_code, EPERM, "mmap of code" },
	{ map_all, EPERM, "mmap of code to be written" },
	{ data_to_code, EPERM, "mprotect to code" },
	{ foreign_call, EPERM, "a call by another number" },
	{ read_write, 0, "read and write" },
	{ wait_in_vain, 0, "poll" },
	{ much_memory, 0, "64 MiB, twice" },
	{ small_memory, 0, "small memory" },
	{ read_clock, 0, "the clock" },
	{ say, 0, "messages" },
	{ take_signal, 0, "a signal in a wait" },
	{ close_file, 0, "close" }
};

/* Acts in a jail, or before it; each case has a process of its own. */
static int
act(size_t i, int jailed)
{
	struct sigaction sa;
	long r;

	memset(&sa, 0, sizeof sa);
	sa.sa_handler = hear;
	sigemptyset(&sa.sa_mask);
	sigaction(SIGALRM, &sa, NULL);
	if (cases[i].act == take_signal)
		ualarm(20000, 0);
	if (jailed && jail_enter() != 0)
		return FREE;
	errno = 0;
	r = cases[i].act();
	if (cases[i].error == 0)
		return r == 0 ? GOOD : BAD;
	return r == -1 && errno == cases[i].error ? GOOD : BAD;
}

/* How a case ends: a status, or -1 for a signal. */
static int
outcome(size_t i, int jailed)
{
	pid_t pid;
	int st;

	fflush(stdout);
	if ((pid = fork()) == -1)
		return -1;
	if (pid == 0)
		_exit(act(i, jailed));
	if (waitpid(pid, &st, 0) == -1 || !WIFEXITED(st))
		return -1;
	return WEXITSTATUS(st);
}

/* Whether this build and this system should have a jail. */
static int
expected(void)
{
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
	return 0;
#endif
#endif
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__) && (defined(__x86_64__) || \
    defined(__aarch64__))
	return access("/proc/sys/kernel/seccomp/actions_avail", F_OK) == 0;
#else
	return 0;
#endif
}

int
main(void)
{
	struct unit u = { 0, 0 };
	size_t i;
	int got;

	if (pipe(pair) != 0)
		return 1;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		got = outcome(i, 1);
		if (got == FREE && !expected())
			break;
		unit_case(&u, got == GOOD, cases[i].name);
		/* A refusal is the jail's, not the machine's. */
		if (cases[i].act == open_file || cases[i].act == map_code ||
		    cases[i].act == new_process)
			unit_case(&u, outcome(i, 0) == BAD, "without a jail");
	}
	return unit_end(&u);
}
