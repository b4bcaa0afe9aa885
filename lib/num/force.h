/*
 * What a text has told of so far: the year, month and day that later dates
 * without one belong to.
 */
#ifndef NUM_FORCE_H
#define NUM_FORCE_H

#include "num/when.h"

struct point;

/* Years and months are 0 when there is none.  Start with all zero. */
struct force {
	int year;		/* of a month or day that names none */
	int topic;		/* the same, but for 明年 in a sentence */
	int last;		/* named last, by any word */
	int month;		/* named last in this line */
	struct when day;	/* named last in this line; prec P_NONE: none */
	int told;		/* the year that the document is about */
};

/* A new line begins: only the document's year stays. */
void force_line(struct force *f);

/* A sentence ends: 明年 no longer holds. */
void force_sentence(struct force *f);

/*
 * Takes in the date p that a line names, with the reference date now.
 * compared tells that something is only compared with it (较2019年).
 */
void force_date(struct force *f, const struct point *p,
    const struct when *now, int compared);

/* The day for a time without one: the day in force, else that of now. */
struct when force_day(const struct force *f, const struct when *now);

#endif
