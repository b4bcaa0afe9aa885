/* How characters are read (pinyin), to tell annotations from other text. */
#ifndef ENC_READINGS_H
#define ENC_READINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "tab/tab.h"

/* An opened table of lib/gen/readings.c; views of embedded bytes. */
struct readings {
	const unsigned char *index;	/* u32 pairs: code point, offset */
	uint32_t n;
	struct span pool;
};

enum { READING_MAX = 8 };	/* letters and tone, at most */

/* A syllable: its letters (v for u with two dots) and its tone. */
struct reading {
	char text[READING_MAX];	/* letters, then the tone 1 to 4 if any */
	size_t n;
	int tone;		/* 0: none is marked */
};

/* Opens a table of kind READ.  Returns 0, or -1 when it is damaged. */
int readings_open(struct readings *r, const struct tab *t);

/*
 * Reads a syllable of pinyin at p (UTF-8, n bytes): letters with at most one
 * tone mark.  Returns the bytes taken, 0 when none stands there.
 */
size_t reading_parse(struct reading *out, const char *p, size_t n);

/*
 * Tells whether a character can be read so; a syllable without a tone fits any
 * tone.
 */
int readings_fit(const struct readings *r, uint32_t cp,
    const struct reading *want);

#endif
