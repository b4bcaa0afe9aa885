/*
 * What a shell cannot do in a test: measure a command, ignore SIGPIPE for it,
 * see each of its writes, feed it slowly.
 *
 *	aid peak FILE CMD ...	runs CMD; FILE gets `KiB CPU-ms CPU-us`
 *	aid deaf CMD ...	runs CMD with SIGPIPE ignored
 *	aid packets CMD ...	runs CMD into a pipe that keeps its writes
 *				apart; prints `writes rows torn longest`
 *	aid trickle N		copies standard input, N bytes in each write
 *	aid storm CMD ...	runs CMD and sends it SIGUSR1 all the time
 */
#define _GNU_SOURCE
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BROKEN = 125 };	/* the aid failed, not the command */

static void
die(const char *what)
{
	fprintf(stderr, "aid: %s: %s\n", what, strerror(errno));
	exit(BROKEN);
}

static void
run(char **argv)
{
	execvp(argv[0], argv);
	die(argv[0]);
}

static int
status_of(int st)
{
	return WIFSIGNALED(st) ? 128 + WTERMSIG(st) : WEXITSTATUS(st);
}

static long
micros(struct timeval t)
{
	return (long)t.tv_sec * 1000000 + (long)t.tv_usec;
}

static int
peak(const char *path, char **argv)
{
	struct rusage ru;
	pid_t pid;
	FILE *fp;
	long used;
	int st;

	if ((pid = fork()) == -1)
		die("fork");
	if (pid == 0)
		run(argv);
	if (wait4(pid, &st, 0, &ru) == -1)
		die("wait");
	if ((fp = fopen(path, "w")) == NULL)
		die(path);
	used = micros(ru.ru_utime) + micros(ru.ru_stime);
	fprintf(fp, "%ld %ld %ld\n", ru.ru_maxrss, used / 1000, used);
	if (fclose(fp) != 0)
		die(path);
	return status_of(st);
}

static int
packets(char **argv)
{
#ifdef O_DIRECT
	static char buf[PIPE_BUF];
	long writes, rows, torn, longest;
	ssize_t n, i;
	pid_t pid;
	int fd[2], st;

	if (pipe2(fd, O_DIRECT) == -1)
		die("pipe");
	if ((pid = fork()) == -1)
		die("fork");
	if (pid == 0) {
		dup2(fd[1], STDOUT_FILENO);
		close(fd[0]);
		close(fd[1]);
		run(argv);
	}
	close(fd[1]);
	writes = rows = torn = longest = 0;
	while ((n = read(fd[0], buf, sizeof(buf))) > 0) {
		writes++;
		for (i = 0; i < n; i++)
			rows += buf[i] == '\n';
		torn += buf[n - 1] != '\n';
		if (n > longest)
			longest = (long)n;
	}
	if (n == -1)
		die("read");
	if (waitpid(pid, &st, 0) == -1)
		die("wait");
	printf("%ld %ld %ld %ld\n", writes, rows, torn, longest);
	return status_of(st);
#else
	errno = ENOSYS;
	die(argv[0]);
	return BROKEN;
#endif
}

static int
trickle(size_t step)
{
	struct timespec pause = { 0, 1000000 };
	char buf[4096];
	ssize_t n;

	if (step == 0 || step > sizeof(buf))
		step = sizeof(buf);
	while ((n = read(STDIN_FILENO, buf, step)) > 0) {
		if (write(STDOUT_FILENO, buf, (size_t)n) != n)
			die("write");
		nanosleep(&pause, NULL);
	}
	return n == 0 ? 0 : BROKEN;
}

/* A command that does not listen yet ignores the signal. */
static int
storm(char **argv)
{
	struct timespec pause = { 0, 200000 };
	pid_t pid;
	int st;

	signal(SIGUSR1, SIG_IGN);
	if ((pid = fork()) == -1)
		die("fork");
	if (pid == 0)
		run(argv);
	while (waitpid(pid, &st, WNOHANG) == 0) {
		kill(pid, SIGUSR1);
		nanosleep(&pause, NULL);
	}
	return status_of(st);
}

int
main(int argc, char **argv)
{
	if (argc > 3 && strcmp(argv[1], "peak") == 0)
		return peak(argv[2], argv + 3);
	if (argc > 2 && strcmp(argv[1], "packets") == 0)
		return packets(argv + 2);
	if (argc == 3 && strcmp(argv[1], "trickle") == 0)
		return trickle((size_t)strtoul(argv[2], NULL, 10));
	if (argc > 2 && strcmp(argv[1], "storm") == 0)
		return storm(argv + 2);
	if (argc > 2 && strcmp(argv[1], "deaf") == 0) {
		signal(SIGPIPE, SIG_IGN);
		run(argv + 2);
	}
	fputs("usage: aid peak|deaf|packets|storm|trickle ...\n", stderr);
	return BROKEN;
}
