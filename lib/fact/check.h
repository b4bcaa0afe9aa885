/*
 * Arithmetic that confirms or contradicts the facts of a document.  All of it
 * is exact; a printed figure stands for what rounds or cuts to it at its last
 * printed place, give or take one unit there.
 */
#ifndef FACT_CHECK_H
#define FACT_CHECK_H

#include <stddef.h>

#include "base/dec.h"
#include "base/mem.h"
#include "base/span.h"
#include "fact/fact.h"
#include "fact/words.h"

/* A step of an expression in postfix order. */
enum check_step_type {
	CHECK_NUMBER, CHECK_FACT, CHECK_ADD, CHECK_SUB, CHECK_MUL, CHECK_DIV
};

enum { CHECK_STEPS = 64, CHECK_FACTS = 8 };

struct check_step {
	enum check_step_type type;
	unsigned arg;		/* of CHECK_FACT: index of its name */
	struct dec v;		/* of CHECK_NUMBER */
};

/* 签约额, or with a measure: 签约额.yoy */
struct check_name {
	struct span predicate;
	int list;		/* any predicate on this list, or -1 */
	struct span measure;
};

/* check NAME: left cmp right [within N] */
struct check_rule {
	struct span name;
	const char *file;
	size_t line;
	struct check_name fact[CHECK_FACTS];
	unsigned nfact;
	struct check_step step[CHECK_STEPS];
	unsigned left;		/* steps of the left side */
	unsigned nstep;		/* of both */
	unsigned subject;	/* the name whose row is judged */
	const char *cmp;
	struct dec within;
	int percent;		/* within is a percentage of the right side */
	int gone;
};

struct checks {
	const struct words *words;
	struct check_rule *v;
	size_t n;
	size_t cap;
};

/*
 * Judges n facts of one document, which have their numbers: writes their
 * column check (`ok:sum(4,5)`, several parted by blanks), with strings of mem.
 * rules may be NULL.
 */
void check_facts(struct fact *f, size_t n, const struct checks *rules,
    struct arena *mem);

/* Tells whether a column check holds a conflict. */
int check_conflict(struct span check);

/* Frees the checks of the rule files. */
void checks_free(struct checks *c);

#endif
