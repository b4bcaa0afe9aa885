/* The walk along a line: what begins at each character, and what it is not. */
#include "num/scan.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "num/compare.h"
#include "num/look.h"
#include "num/point.h"
#include "num/stay.h"
#include "num/unit.h"
#include "tab/tab.h"

enum {
	NUMBER_NEAR = 3,	/* characters behind a word such as 近 */
	H_STOP = 0x3002,	/* 。 */
	H_ONE = 0x4e00
};

TAB_DECLARE(numchars);
TAB_DECLARE(numdates);
TAB_DECLARE(numissue);
TAB_DECLARE(numlunar);
TAB_DECLARE(numops);
TAB_DECLARE(numunits);
TAB_DECLARE(numveto);

int
scan_open(struct scan *s)
{
	if (chars_open(&s->k.chars, tab_numchars) != 0 ||
	    words_open(&s->k.dates, tab_numdates) != 0 ||
	    words_open(&s->k.issue, tab_numissue) != 0 ||
	    words_open(&s->k.lunar, tab_numlunar) != 0 ||
	    words_open(&s->k.ops, tab_numops) != 0 ||
	    words_open(&s->k.units, tab_numunits) != 0 ||
	    words_open(&s->k.veto, tab_numveto) != 0)
		return -1;
	return 0;
}

const char *
scan_kind(enum kind k)
{
	static const char *const names[KINDS] = {
		"", "number", "quantity", "money", "percent", "multiple",
		"magnitude", "ordinal", "rank", "ratio", "fraction", "date",
		"daterange", "datetime", "time", "timerange", "duration",
		"set", "code"
	};

	return names[k];
}

const char *
scan_op(int op)
{
	static const char *const names[] = { "=", "~", ">", ">=", "<", "<=" };

	return names[op];
}

struct piece
piece_str(struct scan *s, struct span t)
{
	struct piece p;

	p.off = s->text.n;
	p.n = t.n;
	buf_span(&s->text, t);
	return p;
}

struct piece
piece_dec(struct scan *s, const struct dec *d)
{
	struct piece p;

	p.off = s->text.n;
	dec_print(&s->text, d);
	p.n = s->text.n - p.off;
	return p;
}

struct piece
piece_period(struct scan *s, const struct period *d)
{
	struct piece p;

	p.off = s->text.n;
	period_print(&s->text, d);
	p.n = s->text.n - p.off;
	return p;
}

/* 翻番 and 翻一番 are 100 %, 翻两番 300 %, 翻了一番 too. */
static size_t
doubled(struct scan *s, size_t i, struct expr *e)
{
	struct compare c;
	size_t k, end;
	int n;

	if (!line_is(&s->l, i, 0x7ffb))
		return i;
	k = line_is(&s->l, i + 1, 0x4e86) ? i + 2 : i + 1;
	end = numeral_small(&s->l, k, 20, &n);
	if (end == k)
		n = 1;
	if (n == 0 || !line_is(&s->l, end, 0x756a))
		return i;
	memset(&c, 0, sizeof c);
	dec_uint(&s->tmp, ((UINT64_C(1) << n) - 1) * 100);
	e->kind = K_PERCENT;
	e->value = piece_dec(s, &s->tmp);
	e->unit = piece_str(s, span_str("%"));
	e->why = "doubled";
	end = compare_after(s, end + 1, U_PERCENT, &c);
	e->op = c.op;
	return end;
}

/* 一期 and 二期 are the first and the second; 两期 and 3期 are so many. */
static size_t
stage(struct scan *s, size_t i, struct expr *e)
{
	struct word w;
	const struct line *l;

	l = &s->l;
	if (l->cls[i] != C_DIGIT || line_is(l, i, 0x4e24) ||
	    (i > 0 && (l->cls[i - 1] == C_DIGIT || l->cls[i - 1] == C_SMALL)))
		return i;
	if (words_longest(&s->k.units, l->cp + i + 1, l->n - i - 1, &w) == 0 ||
	    w.type != U_MEASURE || !(w.b & M_DIGIT))
		return i;
	dec_uint(&s->tmp, l->val[i] & (DIGIT_FORMAL - 1));
	e->kind = K_ORDINAL;
	e->op = OP_EQ;
	e->value = piece_dec(s, &s->tmp);
	e->unit = piece_str(s, w.text);
	e->why = "stage";
	return i + 1 + w.len;
}

/* Tries one part of the grammar; keeps the longest result. */
static void
attempt(struct scan *s, size_t i, struct expr *best,
    size_t (*read)(struct scan *, size_t, struct expr *))
{
	struct expr e;
	size_t off;

	memset(&e, 0, sizeof e);
	e.start = i;
	off = s->text.n;
	e.end = read(s, i, &e);
	if (e.end > i && e.end > best->end)
		*best = e;
	else
		s->text.n = off;
}

/* Whether a character that is no numeral may begin an amount. */
static int
before_amount(const struct scan *s, size_t i)
{
	struct word w;

	if (s->l.cls[i] != C_OTHER && s->l.cls[i] != C_LATIN)
		return 1;
	return s->l.cp[i] == 0x6bcf || s->l.cp[i] == 0x4e2a ||
	    s->l.cp[i] == '.' || scan_op_word(s, i, &w) != 0 ||
	    words_longest(&s->k.units, s->l.cp + i, s->l.n - i, &w) != 0;
}

/* The best expression that begins at i. */
static void
best_at(struct scan *s, size_t i, struct expr *best)
{
	struct force force;
	int may;

	memset(best, 0, sizeof *best);
	best->end = i;
	s->bad = 0;
	force = s->force;
	if (s->l.cls[i] == C_ARAB || s->l.cls[i] == C_LATIN ||
	    s->l.cls[i] == C_OTHER) {
		attempt(s, i, best, code_read);
		if (best->end > i)
			return;
	}
	may = look_may(s, i);
	if (s->l.cls[i] == C_OTHER)
		attempt(s, i, best, set_read);
	if (may & MAY_DATE)
		attempt(s, i, best, date_read);
	if (may & MAY_SPAN)
		attempt(s, i, best, span_read);
	if (s->l.cls[i] == C_OTHER)
		attempt(s, i, best, ordinal_read);
	if (before_amount(s, i)) {
		attempt(s, i, best, stage);
		if (may & MAY_RATIO)
			attempt(s, i, best, ratio_read);
		if (may & MAY_FRACTION)
			attempt(s, i, best, fraction_read);
		attempt(s, i, best, amount_read);
	}
	if (s->l.cls[i] == C_OTHER)
		attempt(s, i, best, doubled);
	if (best->kind < K_DATE || best->kind > K_TIMERANGE)
		s->force = force;
}

/* 1亿元或1000万美元以上: the bound is that of both. */
static void
bind_back(struct scan *s)
{
	struct expr *a, *b;
	size_t gap;

	if (s->n < 2 || s->expr[s->n - 1].kind == K_NONE)
		return;
	b = &s->expr[s->n - 1];
	a = b - 1;
	gap = b->start - a->end;
	if (a->op != OP_EQ || a->kind != b->kind || gap == 0 || gap > 2 ||
	    s->l.cp[a->end] != 0x6216 || (b->op != OP_GE && b->op != OP_LE))
		return;
	if (b->kind == K_MONEY || b->kind == K_QUANTITY ||
	    b->kind == K_PERCENT)
		a->op = b->op;
}

static void
keep(struct scan *s, const struct expr *e)
{
	s->expr = xgrow(s->expr, &s->cap, s->n + 1, sizeof *s->expr);
	s->expr[s->n++] = *e;
	bind_back(s);
}

/* Notes what was turned down, for -e. */
static void
turn_down(struct scan *s, size_t i, size_t end, const char *why)
{
	struct expr e;

	if (!s->explain || end <= i || end > s->l.n)
		return;
	memset(&e, 0, sizeof e);
	e.start = i;
	e.end = end;
	e.why = why;
	keep(s, &e);
}

/*
 * A number, or 个 that stands for one, shortly behind a word that wants it; or
 * another such word.
 */
static int
number_near(const struct scan *s, size_t i)
{
	const struct line *l;
	struct word w;
	size_t k;

	l = &s->l;
	for (k = i; k < l->n && k - i < NUMBER_NEAR; k++)
		if (l->cls[k] != C_OTHER || l->cp[k] == 0x4e2a ||
		    l->cp[k] == '.' || (k == i && l->cp[k] == 0x6bcf))
			return 1;
	/* 不超过人民币15亿元 */
	if ((l->may[i] & BEGIN_SIGN) != 0 &&
	    words_longest(&s->k.units, l->cp + i, l->n - i, &w) != 0 &&
	    w.type == U_CURRENCY)
		return 1;
	return scan_op_word(s, i, &w) != 0;
}

/*
 * Whether an expression may begin with a word of dates or of comparison at i.
 * Words such as 近 and 超过 begin one only before a number.
 */
static int
word_opens(const struct scan *s, size_t i)
{
	const struct line *l;
	struct word w[8];
	size_t n, k, len;
	int may;

	l = &s->l;
	may = l->may[i];
	len = 0;
	n = may & BEGIN_DATE ? words_all(&s->k.dates, l->cp + i, l->n - i,
	    w, 8) : 0;
	for (k = 0; k < n; k++) {
		if (w[k].type == W_TO || w[k].type == W_LEAD ||
		    w[k].type == W_AFTER)
			continue;	/* stand between dates or behind */
		if (w[k].type != W_REL && (w[k].type != W_PART ||
		    w[k].len > 1))
			return 1;
		if (len == 0)
			len = w[k].len;
	}
	if (scan_op_word(s, i, w) > len)
		len = w[0].len;
	if (len != 0 && number_near(s, i + len))
		return 1;
	return (may & BEGIN_SIGN) != 0 && words_longest(&s->k.units,
	    l->cp + i, l->n - i, w) != 0 && (w[0].type == U_CURRENCY ||
	    w[0].type == U_SCALE);
}

/* Whether an expression may begin at i. */
static int
candidate(const struct scan *s, size_t i)
{
	const struct line *l;

	l = &s->l;
	switch (l->cls[i]) {
	case C_BLANK:
	case C_POINT:
		return 0;
	case C_LATIN:
		return i == 0 || l->cls[i - 1] != C_LATIN;
	case C_OTHER:
		break;
	default:
		return 1;
	}
	if (l->val[i] != 0 && l->cp[i] != H_STOP &&
	    (l->cp[i] != H_FEN || l->cls[i + 1] == C_HALF))
		return 1;
	return (l->may[i] & (BEGIN_DATE | BEGIN_OP | BEGIN_SIGN)) != 0 &&
	    word_opens(s, i);
}

/* Whether a word that stays may begin at i. */
static int
may_stay(const struct scan *s, size_t i)
{
	int may;

	may = s->l.may[i];
	return (may & BEGIN_USER) != 0 || s->l.cp[i] == H_ONE ||
	    ((may & BEGIN_VETO) != 0 && line_edge(&s->l, i));
}

/* Marks where the user's words may begin. */
static void
mark_user(struct scan *s)
{
	size_t i;

	for (i = 0; s->user != NULL && i < s->l.n; i++)
		if (trie_step(&s->user->trie, TRIE_ROOT, s->l.cp[i]) !=
		    TRIE_DEAD)
			s->l.may[i] |= BEGIN_USER;
}

void
scan_line(struct scan *s, const struct token *token, size_t n)
{
	struct expr e;
	size_t i, end, skip;
	int own;

	line_set(&s->l, &s->k.chars, token, n);
	s->n = 0;
	force_line(&s->force);
	buf_clear(&s->text);
	mark_user(s);
	for (i = 0; ; ) {
		while (s->l.may[i] == 0)	/* most characters */
			i++;
		if (i >= s->l.n)
			break;
		if (s->l.cp[i] == H_STOP)
			force_sentence(&s->force);
		end = i;
		own = 0;
		if (may_stay(s, i))
			end = stay_word(s, i, &own);
		if (end == i && !candidate(s, i)) {
			i++;
			continue;
		}
		skip = code_skip(&s->l, i);
		if (skip > i) {
			best_at(s, i, &e);
			if ((e.kind != K_MONEY || e.end < skip) &&
			    (e.kind != K_CODE || e.end <= skip)) {
				turn_down(s, i, skip, "letters and digits");
				i = skip;
				continue;
			}
		} else {
			best_at(s, i, &e);
		}
		if (s->bad > e.end) {
			turn_down(s, i, s->bad, "impossible date");
			i = s->bad;
			continue;
		}
		if (e.end < end || e.end == i || stay_inside(s, i, e.end) ||
		    (e.end == end && (own || !stay_counted(&s->l, &e)))) {
			turn_down(s, i, end > i ? end : e.end, end > i ?
			    "word list" : "inside a word");
			i = end > i ? end : i + 1;
			continue;
		}
		keep(s, &e);
		i = e.end;
	}
}

void
scan_free(struct scan *s)
{
	line_free(&s->l);
	buf_free(&s->text);
	numeral_free(&s->a);
	numeral_free(&s->b);
	dec_free(&s->tmp);
	free(s->expr);
	memset(s, 0, sizeof *s);
}
