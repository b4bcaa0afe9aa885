/* Patterns: text to a tree of bounded depth. */
#include "fact/rule_int.h"

#include <string.h>

static struct node *alternatives(struct lex *x, struct rule *q, int depth);

static struct node *
new_node(struct lex *x, enum node_type type)
{
	struct node *n;

	n = arena_alloc(&x->r->mem, sizeof *n);
	memset(n, 0, sizeof *n);
	n->type = type;
	return n;
}

static struct node *
leaf(struct lex *x, const struct pred *p)
{
	struct node *n;

	if (++x->r->nleaf > RULES_POSITIONS) {
		lex_fail(x, "the patterns have more than %d conditions",
		    RULES_POSITIONS);
		return NULL;
	}
	n = new_node(x, N_LEAF);
	n->pred = pred_add(x->r, p);
	return n;
}

/* /ns/: tags that begin so; units keep two letters of theirs. */
static int
tag_pred(struct lex *x, struct pred *p)
{
	struct span s;

	x->p++;
	s = lex_word(x);
	if (!lex_take(x, "/"))
		return lex_fail(x, "a / is not closed");
	if (s.n == 0 || s.n > 2)
		return lex_fail(x, "a tag has one or two letters");
	p->type = P_TAG;
	p->arg = (unsigned char)s.p[0];
	if (s.n == 2)
		p->arg |= (uint32_t)(unsigned char)s.p[1] << 8;
	x->r->tags = 1;
	return 0;
}

static int
word_pred(struct lex *x, struct span s, struct pred *p)
{
	struct rules *r = x->r;
	size_t known;

	known = r->nword;
	p->type = P_WORD;
	p->arg = word_number(r, s);
	if (r->nword > known && !is_mark(s) && words_add(r->words, s,
	    LIST_LITERAL, s, span_of("", 0)) == -1)
		return lex_fail(x, "not UTF-8");
	return 0;
}

static int
name_pred(struct lex *x, struct pred *p)
{
	struct span s;
	int list;

	s = lex_word(x);
	if (s.n == 0)
		return lex_fail(x, "%s", x->p == x->end ?
		    "the pattern ends too early" : "a pattern cannot begin "
		    "so; marks stand in quotes");
	if (!lex_is_list(s))
		return word_pred(x, s, p);
	if ((list = list_find(x->r, s)) == -1)
		return lex_fail(x, "no list %.*s (a word in capitals stands "
		    "in quotes)", (int)(s.n < 32 ? s.n : 32), s.p);
	x->r->list[list].used = 1;
	x->r->lists |= LIST_BIT(list);
	p->type = P_LIST;
	p->arg = (uint32_t)list;
	return 0;
}

/* A condition on one unit. */
static int
one_pred(struct lex *x, struct pred *p)
{
	struct span s;

	memset(p, 0, sizeof *p);
	if (lex_take(x, ".."))
		p->type = P_ACROSS;
	else if (lex_take(x, "."))
		p->type = P_ANY;
	else if (lex_take(x, "^"))
		p->type = P_BEGIN;
	else if (lex_take(x, "$"))
		p->type = P_END;
	else if (lex_at(x, "<"))
		return test_parse(x, p);
	else if (lex_at(x, "/"))
		return tag_pred(x, p);
	else if (lex_at(x, "'"))
		return lex_quoted(x, &s) == -1 ? -1 : word_pred(x, s, p);
	else
		return name_pred(x, p);
	return 0;
}

/* !x and !(x|y): x and y are conditions on one unit. */
static struct node *
negation(struct lex *x)
{
	struct rules *r = x->r;
	struct pred p, no;
	uint32_t sub[64], n;
	int many;

	n = 0;
	many = lex_take(x, "(");
	do {
		lex_blank(x);
		if (one_pred(x, &p) == -1)
			return NULL;
		if (n == sizeof sub / sizeof *sub || p.type == P_BEGIN ||
		    p.type == P_END) {
			lex_fail(x, n == 0 ? "! stands before ^ or $" :
			    "more than 64 conditions behind !");
			return NULL;
		}
		sub[n++] = pred_add(r, &p);
		lex_blank(x);
	} while (many && lex_take(x, "|"));
	if (many && !lex_take(x, ")")) {
		lex_fail(x, "only conditions on one unit stand behind !");
		return NULL;
	}
	no.type = P_NOT;
	no.arg = (uint32_t)r->nsub;
	no.n = n;
	r->sub = xgrow(r->sub, &r->subcap, r->nsub + n, sizeof *r->sub);
	memcpy(r->sub + r->nsub, sub, n * sizeof *sub);
	r->nsub += n;
	return leaf(x, &no);
}

static struct node *
atom(struct lex *x, struct rule *q, int depth)
{
	struct pred p;
	struct node *n;

	if (lex_take(x, "!"))
		return negation(x);
	if (!lex_take(x, "("))
		return one_pred(x, &p) == -1 ? NULL : leaf(x, &p);
	if (depth == RULE_DEPTH) {
		lex_fail(x, "more than %d parentheses in each other",
		    RULE_DEPTH);
		return NULL;
	}
	if ((n = alternatives(x, q, depth + 1)) == NULL)
		return NULL;
	if (lex_take(x, ")"))
		return n;
	lex_fail(x, "a ( is not closed");
	return NULL;
}

/* {m}, {m,}, {m,n} */
static int
counts(struct lex *x, struct node *n)
{
	long min, max;

	if (lex_number(x, REPEAT_MAX, &min) == -1)
		return -1;
	max = min;
	if (lex_take(x, ",")) {
		max = 0;
		if (!lex_at(x, "}")) {
			if (lex_number(x, REPEAT_MAX, &max) == -1)
				return -1;
			if (max < min)
				return lex_fail(x, "{%ld,%ld}", min, max);
		}
	}
	if (!lex_take(x, "}"))
		return lex_fail(x, "a { is not closed");
	if (max == 0 && x->p[-2] != ',')
		return lex_fail(x, "a repeat of nothing");
	n->min = (unsigned)min;
	n->max = (unsigned)max;
	return 0;
}

static struct node *
repeated(struct lex *x, struct node *kid)
{
	struct node *n;

	if (x->p == x->end || strchr("?*+{", *x->p) == NULL || *x->p == 0)
		return kid;
	n = new_node(x, N_REPEAT);
	n->kid = kid;
	if (lex_take(x, "{"))
		return counts(x, n) == -1 ? NULL : n;
	n->min = lex_at(x, "+");
	n->max = lex_at(x, "?");
	x->p++;
	return n;
}

/* A name keeps its number when it stands in several alternatives. */
static int
name_number(struct lex *x, struct rule *q, struct span s)
{
	unsigned i;

	for (i = 0; i < q->nnames; i++)
		if (span_eq(q->names[i], s))
			return (int)i;
	if (q->nnames == RULE_NAMES)
		return lex_fail(x, "more than %d names", RULE_NAMES);
	q->names[q->nnames] = s;
	return (int)q->nnames++;
}

static struct node *
item(struct lex *x, struct rule *q, int depth)
{
	struct node *n, *kid;
	struct span s;
	const char *p;
	int i;

	p = x->p;
	s = lex_word(x);
	i = -1;
	if (s.n != 0 && lex_take(x, ":")) {
		if ((i = name_number(x, q, s)) == -1)
			return NULL;
	} else {
		x->p = p;
	}
	if ((kid = atom(x, q, depth)) == NULL ||
	    (kid = repeated(x, kid)) == NULL || i == -1)
		return kid;
	n = new_node(x, N_NAMED);
	n->name = (unsigned)i;
	n->kid = kid;
	return n;
}

static int
ends(struct lex *x)
{
	lex_blank(x);
	return x->p == x->end || *x->p == '|' || *x->p == ')' ||
	    lex_at(x, "=>");
}

static struct node *
sequence(struct lex *x, struct rule *q, int depth)
{
	struct node *n, **tail;

	n = new_node(x, N_CAT);
	tail = &n->kid;
	do {
		lex_blank(x);
		if ((*tail = item(x, q, depth)) == NULL)
			return NULL;
		tail = &(*tail)->next;
	} while (!ends(x));
	return n;
}

static struct node *
alternatives(struct lex *x, struct rule *q, int depth)
{
	struct node *n, **tail;

	n = new_node(x, N_ALT);
	tail = &n->kid;
	do {
		if ((*tail = sequence(x, q, depth)) == NULL)
			return NULL;
		tail = &(*tail)->next;
	} while (lex_take(x, "|"));
	return n;
}

/* Reads up to =>.  Returns NULL on an error. */
struct node *
pattern_parse(struct lex *x, struct rule *q)
{
	struct node *n;
	const char *p;

	lex_blank(x);
	p = x->p;
	if ((n = alternatives(x, q, 0)) == NULL)
		return NULL;
	q->pattern = span_of(p, (size_t)(x->p - p));
	if (lex_take(x, "=>"))
		return n;
	lex_fail(x, x->p < x->end && *x->p == ')' ? "a ) has no (" :
	    "=> is missing");
	return NULL;
}
