/*
 * Runs a fuzz target where there is no libFuzzer: over files, and over changes
 * made to them: up to a number of inputs, for so many seconds, or until the
 * first of both; none without either.  0 is no bound.  The same seed (1 if
 * none is given) and number make the same inputs each time.
 *
 *	TARGET [-n INPUTS] [-t SECONDS] [-s SEED] [-o FOLDER] FILE ...
 *
 * Prints how many inputs were run.  Before each input it is kept in
 * FOLDER/last, so that what ends the process can be looked at.
 */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 1 << 16, SEEDS = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

struct input {
	uint8_t *p;
	size_t n;
};

static struct input seed[SEEDS];
static size_t nseed;
static uint64_t state = 1;
static int last = -1;

static unsigned
roll(unsigned n)
{
	state = state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (unsigned)((state >> 33) % (n == 0 ? 1 : n));
}

static void
load(const char *path)
{
	struct input *in;
	FILE *fp;

	if (nseed == SEEDS || (fp = fopen(path, "rb")) == NULL)
		return;
	in = &seed[nseed++];
	in->p = malloc(MOST);
	in->n = in->p == NULL ? 0 : fread(in->p, 1, MOST, fp);
	fclose(fp);
}

static void
run(const uint8_t *p, size_t n)
{
	if (last != -1 && ftruncate(last, 0) == 0 &&
	    pwrite(last, p, n, 0) != (ssize_t)n)
		exit(2);
	LLVMFuzzerTestOneInput(p, n);
}

/* Lays a piece of some seed over p from `at` on; returns the length. */
static size_t
overlay(uint8_t *p, size_t n, size_t at)
{
	const struct input *in = &seed[roll((unsigned)nseed)];
	size_t len;

	len = in->n == 0 ? 0 : roll((unsigned)in->n);
	if (at + len > MOST)
		len = MOST - at;
	memcpy(p + at, in->p, len);
	return at + len > n ? at + len : n;
}

/* Changes the n bytes of p at one place; returns the length. */
static size_t
change_once(uint8_t *p, size_t n)
{
	static const char spice[] = "\0\t\n\r\\\x80\xff\xe4()0123456789.,%";
	size_t at, len;

	at = n == 0 ? 0 : roll((unsigned)n);
	len = 1 + roll(16);
	switch (roll(6)) {
	case 0:
		if (n > 0)
			p[at] ^= (uint8_t)(1u << roll(8));
		return n;
	case 1:
		if (n > 0)
			p[at] = (uint8_t)spice[roll(sizeof spice - 1)];
		return n;
	case 2:
		return at;
	case 3:
		if (at + len > n)
			return n;
		memmove(p + at, p + at + len, n - at - len);
		return n - len;
	case 4:
		if (n + len > MOST || at + len > n)
			return n;
		memmove(p + at + len, p + at, n - at);
		return n + len;
	default:
		return overlay(p, n, at);
	}
}

/* Changes a copy of one seed a few times; returns its length. */
static size_t
change(uint8_t *p)
{
	const struct input *in = &seed[roll((unsigned)nseed)];
	size_t n;
	unsigned k;

	n = in->n;
	memcpy(p, in->p, n);
	for (k = 1 + roll(6); k > 0; k--)
		n = change_once(p, n);
	return n;
}

static int
more(unsigned long count, unsigned long most, time_t end)
{
	return (most != 0 || end != 0) && (most == 0 || count < most) &&
	    (end == 0 || time(NULL) < end);
}

int
main(int argc, char **argv)
{
	static uint8_t p[MOST];
	unsigned long count, most;
	char path[4096];
	time_t end;
	size_t i, n;
	int c;

	end = 0;
	most = 0;
	while ((c = getopt(argc, argv, "n:o:s:t:")) != -1) {
		if (c == 'n')
			most = strtoul(optarg, NULL, 10);
		else if (c == 't')
			end = time(NULL) + strtol(optarg, NULL, 10);
		else if (c == 's')
			state = strtoul(optarg, NULL, 10);
		else if (c == 'o') {
			snprintf(path, sizeof path, "%s/last", optarg);
			last = open(path, O_RDWR | O_CREAT | O_TRUNC, 0666);
		} else
			return 2;
	}
	for (; optind < argc; optind++)
		load(argv[optind]);
	for (i = 0; i < nseed; i++)
		run(seed[i].p, seed[i].n);
	for (count = nseed; nseed > 0 && more(count, most, end); count++) {
		n = change(p);
		run(p, n);
	}
	printf("%lu inputs\n", count);
	return 0;
}
