/* The parts of the checks; for lib/fact/check*.c only. */
#ifndef FACT_CHECK_INT_H
#define FACT_CHECK_INT_H

#include "base/dec.h"
#include "fact/check.h"

/* A fact whose value is one number. */
struct item {
	struct fact *f;
	struct dec v;
	long place;		/* 10^place is the last printed place */
};

struct bench {
	struct item *item;
	size_t n;
	struct fact *fact;	/* all facts, for events */
	size_t nfact;
	struct arena *mem;
};

/* check_num.c: arithmetic of printed numbers */
long num_place(const struct dec *v, int money);
int num_ratio(const struct item *a, const struct item *b, const struct dec *t,
    long place);
int num_sum(const struct item *whole, const struct item *const *part,
    size_t n);
int num_same_set(const struct fact *a, const struct fact *b);
int num_threshold(struct span scope, struct dec *v);
int num_mean(const struct dec *money, const struct dec *count,
    const struct dec *least);
long num_days(struct span time);
int num_year_before(struct span a, struct span b);

/* check.c */
void check_note(struct bench *b, struct fact *f, int ok, const char *name,
    struct fact *const *arg, size_t n);
int same_unit(const struct item *a, const struct item *b);
int same_subject(const struct item *a, const struct item *b);
int is_level(const struct item *i);
int is_exact(const struct item *i);

/* check_rel.c: the relations of item i to those before it */
void check_sum(struct bench *b, size_t i);
void check_part(struct bench *b, size_t i);
void check_ratio(struct bench *b, size_t i);
void check_mean(struct bench *b, size_t i);
void check_growth(struct bench *b, size_t i);
void check_bounds(struct bench *b, size_t i);
void check_structure(struct bench *b, size_t i);
void check_days(struct bench *b, size_t i);

/* check_expr.c: check statements of rule files */
void check_rules(struct bench *b, const struct checks *rules);

#endif
