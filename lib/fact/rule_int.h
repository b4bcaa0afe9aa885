/* The parts of a rule file; for lib/fact/rule*.c only. */
#ifndef FACT_RULE_INT_H
#define FACT_RULE_INT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/dec.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/span.h"
#include "fact/check.h"
#include "fact/rule.h"

/* Limits of the language; factline-rules(5) names them. */
enum {
	REPEAT_MAX = 64,	/* of {m,n} */
	RULE_POSITIONS = 1024,	/* of one rule */
	RULES_POSITIONS = 8192,	/* of all rules */
	RULE_NAMES = 16,	/* names in one pattern */
	RULE_LEVELS = 64,	/* different priorities */
	RULE_TESTS = 64,	/* different <tests> */
	RULE_DEPTH = 32,	/* of parentheses, and of push */
	INCLUDE_DEPTH = 16,
	FILE_MAX = 1 << 24,	/* bytes of all rule files */
	INCLUDES = 256,		/* files that include others bring, in all */
	LIST_LITERAL = LIST_MAX - 1	/* the words that patterns spell */
};

enum { NO_WORD = 0 };

/* One condition on one unit. */
enum pred_type {
	P_ANY,			/* . */
	P_ACROSS,		/* .. */
	P_BEGIN,		/* ^ */
	P_END,			/* $ */
	P_LIST,			/* arg: list */
	P_WORD,			/* arg: number of the word */
	P_TAG,			/* arg: first letter, second letter << 8 */
	P_NAME,			/* arg: enum name_type */
	P_TEST,			/* arg: number of the test */
	P_NOT			/* .  but none of arg[0], arg[1] ... */
};

struct pred {
	enum pred_type type;
	uint32_t arg;		/* of P_NOT: first of rules.sub */
	uint32_t n;		/* of P_NOT: how many */
};

/* <money >=1e8 unit=个>: what a value must be. */
struct limit {
	char op;		/* < l > g = for < <= > >= = */
	struct dec v;
};

struct test {
	struct span text;	/* as written: equal tests are one */
	uint32_t kinds;		/* bits of enum num_kind */
	struct limit limit[4];
	size_t nlimit;
	struct span unit;	/* units parted by |, or empty */
	struct span op;
};

enum node_type { N_LEAF, N_CAT, N_ALT, N_REPEAT, N_NAMED };

struct node {
	enum node_type type;
	uint32_t pred;		/* of a leaf */
	unsigned min;
	unsigned max;		/* 0: no bound */
	unsigned name;		/* of N_NAMED */
	struct node *kid;
	struct node *next;	/* in the kids of the parent */
};

enum col {
	C_SUBJECT, C_PREDICATE, C_OBJECT, C_SCOPE, C_MEASURE, C_TIME, C_STATUS,
	C_VALUE, C_KIND, COLS
};

enum part_type { PART_TEXT, PART_NAME, PART_LIST, PART_FRAME };

/* A piece of a value: a+b//c is a, +b, //c. */
struct part {
	enum part_type type;
	int other;		/* stands behind // */
	unsigned arg;		/* name, list or column */
	unsigned nth;		/* of a list: which match, from 1 */
	struct span text;
	struct part *next;
};

struct slot {
	enum col col;
	int minus;		/* value=-$x */
	struct part *part;
	struct slot *next;
};

enum action_type { DO_EMIT, DO_SET, DO_PUSH, DO_POP, DO_DROP };

struct action {
	enum action_type type;
	struct slot *slot;
	struct action *next;
};

struct rule {
	struct span name;
	const char *file;
	size_t line;
	int gone;		/* a later rule of the name replaced it */
	long prio;
	unsigned level;		/* 0 for the highest priority */
	struct span pattern;	/* as written */
	struct node *node;
	struct action *action;
	struct span names[RULE_NAMES];
	unsigned nnames;
	/* Compiled: positions [base, base + n) of all. */
	uint32_t base;
	uint32_t n;
	uint32_t word;		/* first word of 64 positions */
	uint32_t words;
	uint64_t *follow;	/* a row of words for each position */
	int can;		/* can match */
};

struct list_info {
	struct span name;
	const char *file;	/* NULL: built in */
	size_t line;
	int words;
	int used;
};

struct position {
	uint32_t pred;
	uint16_t names;		/* bits of the names it belongs to */
	uint16_t test;		/* it takes a value */
	uint32_t rule;
};

/* What conditions can tell of a unit; equal units share a class. */
struct key {
	uint64_t lists;
	uint64_t tests;
	uint32_t word;
	unsigned char type;	/* enum key_type */
	unsigned char tag;
	unsigned char tag2;
	unsigned char name;
};

enum key_type { K_WORD, K_PAUSE, K_BREAK, K_STOP, K_BEGIN, K_END };

/* A hash of fixed-size things to their numbers. */
struct index {
	uint32_t *slot;		/* number + 1, 0: free */
	size_t size;		/* a power of two */
	size_t n;
};

/* The lazily built DFA; all of it may be thrown away between sentences. */
struct dfa {
	struct key *key;
	size_t nkey, keycap;
	uint64_t *sat;		/* for each key: its positions */
	size_t satcap;
	struct index keys;
	uint64_t *state;	/* for each state: its positions */
	size_t statecap;
	uint64_t *start;	/* for each state: levels that start here */
	size_t startcap;
	size_t nstate;
	struct index states;
	struct edge {
		uint32_t state, key, to;
	} *edge;
	size_t nedge, edgecap;
	struct index edges;
};

struct match {
	size_t from, to;	/* units, half open */
	uint32_t rule;
	struct {
		size_t from, to;
	} name[RULE_NAMES];
};

struct rules {
	struct words *words;
	struct arena mem;
	struct buf err;
	/* Read. */
	struct rule *rule;
	size_t nrule, rulecap;
	size_t nleaf;		/* conditions in all patterns */
	unsigned nfile;		/* files included */
	size_t nread;		/* bytes of files */
	struct list_info list[LIST_MAX];
	unsigned nlist;
	struct pred *pred;
	size_t npred, predcap;
	uint32_t *sub;
	size_t nsub, subcap;
	struct test test[RULE_TESTS];
	size_t ntest;
	struct span *word;	/* literals; number - 1 is the index */
	size_t nword, wordcap;
	struct index wordindex;
	struct checks checks;
	int marks;		/* some literal is a mark */
	/* Compiled. */
	struct position *pos;
	size_t npos, poscap;
	size_t width;		/* words of 64 positions */
	uint64_t *last;
	uint64_t *first;	/* width words for each level */
	unsigned nlevel;
	uint64_t lists;		/* those that conditions name */
	int tags, names;	/* some condition looks at them */
	struct dfa dfa;
	/* A run. */
	uint32_t *class;	/* of each unit, between begin and end */
	size_t classcap;
	uint32_t *live;		/* state before each unit */
	size_t livecap;
	uint64_t *set[2];	/* forward sets */
	uint64_t *trace;
	size_t tracecap;
	unsigned char *taken;	/* values that a match has taken */
	size_t takencap;
	struct match *match;
	size_t nmatch, matchcap;
};

/* Text under the reader: one statement with its continuation lines. */
struct lex {
	struct rules *r;
	const char *file;
	size_t line;		/* of start */
	const char *start;
	const char *p;
	const char *end;
	struct span what;	/* rule, check or list that is being read */
	struct span name;
};

/* rule_lex.c */
int lex_fail(struct lex *x, const char *fmt, ...) ERR_PRINTF(2, 3);
void lex_blank(struct lex *x);
int lex_at(struct lex *x, const char *z);
int lex_take(struct lex *x, const char *z);
struct span lex_word(struct lex *x);
int lex_quoted(struct lex *x, struct span *out);
int lex_number(struct lex *x, long max, long *v);
int lex_is_list(struct span s);
size_t lex_where(const struct lex *x);

/* rule_list.c */
int list_find(const struct rules *r, struct span name);
int list_parse(struct lex *x);

/* rule_check.c */
int check_parse(struct lex *x);

/* rule_pat.c, rule_test.c, rule_act.c */
struct node *pattern_parse(struct lex *x, struct rule *q);
int test_parse(struct lex *x, struct pred *p);
int test_holds(const struct test *t, const struct tok *k);
struct action *actions_parse(struct lex *x, struct rule *q);

/* rule_pred.c */
uint32_t pred_add(struct rules *r, const struct pred *p);
uint32_t word_number(struct rules *r, struct span s);
uint32_t word_find(const struct rules *r, struct span s);
int is_mark(struct span s);
struct span mark_plain(struct span s);
int pred_holds(const struct rules *r, const struct pred *p,
    const struct key *k);
int pred_possible(const struct rules *r, const struct pred *p);

/* rule_index.c */
uint32_t index_find(const struct index *x, uint64_t hash,
    int (*same)(const void *, uint32_t), const void *arg);
void index_add(struct index *x, uint64_t hash, uint32_t n,
    uint64_t (*again)(const void *, uint32_t), const void *arg);
void index_clear(struct index *x);
void index_free(struct index *x);

/* rule_dfa.c */
void dfa_open(struct rules *r);
void dfa_start(struct rules *r);
void dfa_trim(struct rules *r);
uint32_t dfa_key(struct rules *r, const struct key *k);
uint32_t dfa_back(struct rules *r, uint32_t state, uint32_t key);
void dfa_free(struct dfa *d);

/* rule_match.c: fills rules.match, in the order of the text. */
void rules_match(struct rules *r, const struct sent *s);

/* The set of conditions that may follow condition i. */
static inline uint64_t *
bits_row(const struct rule *q, uint32_t i)
{
	return q->follow + (size_t)i * q->words;
}

/* Looks up, or adds, number i in a set. */
static inline int
bit_get(const uint64_t *b, size_t i)
{
	return b[i / 64] >> i % 64 & 1;
}

static inline void
bit_set(uint64_t *b, size_t i)
{
	b[i / 64] |= UINT64_C(1) << i % 64;
}

#endif
