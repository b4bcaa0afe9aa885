/* Credits and datelines, for the files that read lines without running text. */
#ifndef FACT_CREDIT_H
#define FACT_CREDIT_H

#include "fact/attach.h"

/* Adds a field of meta that unit `unit` begins, unless it is there already. */
void meta_emit(struct doc *d, const struct sent *s, size_t unit,
    const char *what, struct span text, size_t sentno);

/* Writes units [a, b) as they stood, with one blank for each gap, to out. */
void meta_text(const struct sent *s, size_t a, size_t b, struct buf *out);

/* The number of letters of a text. */
size_t meta_letters(struct span t);

/* Tells whether unit i names a paper, a site, a station. */
int meta_media(const struct sent *s, size_t i);

/*
 * Adds the names of people from unit i on, as authors or editors; sure where a
 * colon or a gap stands before them.  Returns the unit behind them.
 */
size_t meta_people(struct doc *d, const struct sent *s, size_t i,
    const char *what, int sure, size_t sentno);

/* Adds the publisher that stands in units [i, end), and the place it names. */
void meta_publisher(struct doc *d, const struct sent *s, size_t i, size_t end,
    size_t sentno);

/* The same for the first paper or site among units [a, b), if there is one. */
void meta_paper(struct doc *d, const struct sent *s, size_t a, size_t b,
    size_t sentno);

/* Tells whether the document has a field of meta. */
int meta_has(const struct doc *d, const char *what);

/* Tells whether a sentence ends in the line. */
int meta_stops(const struct sent *s);

/* Adds all credits of a line.  Returns how many there were. */
int meta_credits(struct doc *d, const struct sent *s, size_t sentno);

/* Tells whether a date is written in digits with its year. */
int meta_written(struct span t);

/* Adds the date and the paper of a dateline.  Returns 1, or 0: it is none. */
int meta_dateline(struct doc *d, const struct sent *s, size_t sentno);

#endif
