/* Unit tests: arrays of cases run by one loop; prints what fails. */
#ifndef UNIT_H
#define UNIT_H

#include <stdio.h>

struct unit {
	int passed;
	int failed;
};

/* Counts one case; tells its name when it fails. */
static inline void
unit_case(struct unit *u, int ok, const char *name)
{
	if (ok) {
		u->passed++;
		return;
	}
	u->failed++;
	printf("not ok %s\n", name);
}

/* Prints the count as `N passed, N failed`; returns the exit status. */
static inline int
unit_end(const struct unit *u)
{
	printf("%d passed, %d failed\n", u->passed, u->failed);
	return u->failed != 0;
}

#endif
