/*
 * How a made article is written down: in a charset, a script, and whatever
 * befell it.
 */
#ifndef CORPUS_FORMS_H
#define CORPUS_FORMS_H

#include <stddef.h>
#include <stdio.h>

enum { TEXT = 16384, PAIRS = 1024 };

/* A text of n bytes, with a NUL behind. */
struct text {
	char p[TEXT];
	size_t n;
};

struct pair {
	char simp[5];
	char trad[5];
};

struct forms {
	struct pair pair[PAIRS];
	size_t npair;
};

/* Ends the program with what errno says of something. */
void die(const char *what);

/* Append n bytes, or a string; an article too long ends the program. */
void add_bytes(struct text *t, const char *s, size_t n);
void add(struct text *t, const char *s);

/* Reads rows of a simplified character and its traditional one. */
void forms_read(struct forms *f, FILE *fp);

/* How many forms there are. */
unsigned forms_count(void);

/* Writes simplified UTF-8 text in one of the forms as a file. */
void forms_write(const struct forms *f, unsigned which, const struct text *t,
    const char *path);

#endif
