/*
 * The grammar of numbers, amounts and times: from the words of a line to the
 * expressions in it.
 */
#ifndef NUM_SCAN_H
#define NUM_SCAN_H

#include <stddef.h>

#include "base/buf.h"
#include "num/force.h"
#include "num/line.h"
#include "num/numeral.h"
#include "num/when.h"
#include "num/words.h"
#include "text/token.h"

/* Kinds of expression, in the order of DESIGN.md. */
enum kind {
	K_NONE,
	K_NUMBER,
	K_QUANTITY,
	K_MONEY,
	K_PERCENT,
	K_MULTIPLE,
	K_MAGNITUDE,
	K_ORDINAL,
	K_RANK,
	K_RATIO,
	K_FRACTION,
	K_DATE,
	K_DATERANGE,
	K_DATETIME,
	K_TIME,
	K_TIMERANGE,
	K_DURATION,
	K_SET,
	K_CODE,
	KINDS
};

/* Bytes in the scanner's text. */
struct piece {
	size_t off, n;
};

/* One expression; offsets are characters of the line as the grammar has it. */
struct expr {
	size_t start, end;
	enum kind kind;
	int op;
	struct piece value, upper, unit;
	const char *why;	/* the rule, for -e */
};

/* Knowledge, opened once. */
struct knowledge {
	struct chars chars;
	struct words units, ops, dates, veto, lunar, issue;
};

/* The scanner.  Start with all zero. */
struct scan {
	struct knowledge k;
	struct words *user;	/* words that stay words, or NULL */
	struct words *unit;	/* the user's units, or NULL */
	int explain;		/* keep what was turned down, as K_NONE */
	struct line l;
	struct when now;	/* the reference date; prec P_NONE: none */
	int timed;		/* it was given, with a time of day */
	struct force force;	/* what the text has told of */
	size_t bad;		/* where a date that cannot be ends */
	struct buf text;	/* values of the line's expressions */
	struct expr *expr;
	size_t n, cap;
	struct numeral a, b;	/* scratch */
	struct dec tmp;
};

/* Opens the embedded knowledge.  Returns 0, or -1 when it is damaged. */
int scan_open(struct scan *s);

/*
 * Finds the expressions of one line of n tokens, which stay borrowed until
 * the next call: s->expr, s->n, in order, not overlapping.
 */
void scan_line(struct scan *s, const struct token *token, size_t n);

/* The name of a kind and of a comparison, as written. */
const char *scan_kind(enum kind k);
const char *scan_op(int op);

/* Views a piece of the last line's values. */
static inline struct span
scan_piece(const struct scan *s, struct piece p)
{
	return span_of(s->text.p + p.off, p.n);
}

/* Frees what the scanner took. */
void scan_free(struct scan *s);

/*
 * Finds the longest word of comparison at i.  Returns its length, 0 for none,
 * as mostly, which the line knows already.
 */
static inline size_t
scan_op_word(const struct scan *s, size_t i, struct word *w)
{
	if (!(s->l.may[i] & BEGIN_OP))
		return 0;
	return words_longest(&s->k.ops, s->l.cp + i, s->l.n - i, w);
}

/*
 * The parts of the grammar.  Each tries to read an expression that begins at
 * character i into e, returns where it ends, or i.
 */
size_t amount_read(struct scan *s, size_t i, struct expr *e);
size_t ordinal_read(struct scan *s, size_t i, struct expr *e);
size_t fraction_read(struct scan *s, size_t i, struct expr *e);
size_t ratio_read(struct scan *s, size_t i, struct expr *e);
size_t date_read(struct scan *s, size_t i, struct expr *e);
size_t span_read(struct scan *s, size_t i, struct expr *e);
size_t set_read(struct scan *s, size_t i, struct expr *e);
size_t code_read(struct scan *s, size_t i, struct expr *e);

/* Where a run of letters and digits that is no number ends, or i. */
size_t code_skip(const struct line *l, size_t i);

/* Pieces of output. */
struct piece piece_dec(struct scan *s, const struct dec *d);
struct piece piece_str(struct scan *s, struct span t);
struct piece piece_period(struct scan *s, const struct period *d);

#endif
