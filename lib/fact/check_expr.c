/*
 * The check statements of rule files.  A check speaks of facts of one group:
 * the same subject, time and scope, said in one place; where one of its names
 * is missing there, or stands for several facts, it says nothing.
 */
#include "fact/check_int.h"

#include <string.h>

/* An exact quotient: n / d. */
struct frac {
	struct dec n;
	struct dec d;
};

static void
frac_free(struct frac *f)
{
	dec_free(&f->n);
	dec_free(&f->d);
}

static void
frac_set(struct frac *f, const struct dec *v)
{
	dec_copy(&f->n, v);
	dec_uint(&f->d, 1);
}

/* x = x op y; the denominators stay positive. */
static void
frac_do(struct frac *x, const struct frac *y, enum check_step_type op)
{
	struct dec t;

	memset(&t, 0, sizeof t);
	switch (op) {
	case CHECK_ADD:
	case CHECK_SUB:
		dec_mul(&t, &y->n, &x->d);
		dec_mul(&x->n, &x->n, &y->d);
		if (op == CHECK_ADD)
			dec_add(&x->n, &x->n, &t);
		else
			dec_sub(&x->n, &x->n, &t);
		dec_mul(&x->d, &x->d, &y->d);
		break;
	case CHECK_MUL:
		dec_mul(&x->n, &x->n, &y->n);
		dec_mul(&x->d, &x->d, &y->d);
		break;
	default:
		dec_copy(&t, &y->n);
		dec_mul(&x->n, &x->n, &y->d);
		dec_mul(&x->d, &x->d, &t);
		if (x->d.neg) {
			dec_negate(&x->d);
			dec_negate(&x->n);
		}
		break;
	}
	dec_free(&t);
}

/* Runs steps [from, to).  Returns 0, or -1 on a division by zero. */
static int
evaluate(const struct check_rule *c, unsigned from, unsigned to,
    struct item *const *item, struct frac *out)
{
	struct frac stack[CHECK_STEPS];
	const struct check_step *s;
	unsigned i, n, k;
	int ok;

	memset(stack, 0, sizeof stack);
	ok = 0;
	for (i = from, n = 0; i < to && ok == 0; i++) {
		s = &c->step[i];
		if (s->type == CHECK_NUMBER) {
			frac_set(&stack[n++], &s->v);
		} else if (s->type == CHECK_FACT) {
			frac_set(&stack[n++], &item[s->arg]->v);
		} else {
			n--;
			if (s->type == CHECK_DIV && dec_zero(&stack[n].n))
				ok = -1;
			else
				frac_do(&stack[n - 1], &stack[n], s->type);
		}
	}
	dec_copy(&out->n, &stack[0].n);
	dec_copy(&out->d, &stack[0].d);
	for (k = 0; k < CHECK_STEPS; k++)
		frac_free(&stack[k]);
	return ok;
}

/* Whether |l - r| is within the check's bound. */
static int
is_within(const struct check_rule *c, const struct frac *l,
    const struct frac *r)
{
	struct frac d, w;
	int ok;

	memset(&d, 0, sizeof d);
	memset(&w, 0, sizeof w);
	dec_copy(&d.n, &l->n);
	dec_copy(&d.d, &l->d);
	frac_do(&d, r, CHECK_SUB);
	frac_set(&w, &c->within);
	if (c->percent) {
		frac_do(&w, r, CHECK_MUL);
		dec_shift(&w.n, -2);
	}
	d.n.neg = w.n.neg = 0;
	dec_mul(&d.n, &d.n, &w.d);
	dec_mul(&w.n, &w.n, &d.d);
	ok = dec_cmp(&d.n, &w.n) <= 0;
	frac_free(&d);
	frac_free(&w);
	return ok;
}

static int
frac_cmp(const struct frac *l, const struct frac *r)
{
	struct dec x, y;
	int c;

	memset(&x, 0, sizeof x);
	memset(&y, 0, sizeof y);
	dec_mul(&x, &l->n, &r->d);
	dec_mul(&y, &r->n, &l->d);
	c = dec_cmp(&x, &y);
	dec_free(&x);
	dec_free(&y);
	return c;
}

static int
compare(const struct check_rule *c, const struct frac *l,
    const struct frac *r)
{
	int d;

	if (is_within(c, l, r))
		return strcmp(c->cmp, "!=") != 0 && (!dec_zero(&c->within) ||
		    (c->cmp[0] == '=' || c->cmp[1] == '='));
	d = frac_cmp(l, r);
	switch (c->cmp[0]) {
	case '<':
		return d < 0;
	case '>':
		return d > 0;
	default:
		return c->cmp[0] == '!';
	}
}

static int
at_end(const void *arg, size_t n)
{
	return n == *(const size_t *)arg;
}

static int
is_named(const struct checks *c, const struct item *i,
    const struct check_name *n)
{
	struct span p = i->f->predicate;
	struct word_hit hit;

	if (n->list == -1)
		return span_eq(p, n->predicate);
	return words_find(c->words, p.p, p.n, at_end, &p.n, &hit) &&
	    words_lists(c->words, &hit) & LIST_BIT(n->list);
}

/* A name with no measure takes a level or a rate. */
static int
fits(const struct checks *c, const struct item *i, const struct check_name *n)
{
	if (n->measure.n != 0 ? !span_eq(i->f->measure, n->measure) :
	    !is_level(i) && !span_eq(i->f->measure, span_str("rate")))
		return 0;
	return is_exact(i) && is_named(c, i, n);
}

enum { REACH = 16 };

/* The one fact near i that a name means, or NULL. */
static struct item *
find(const struct bench *b, const struct checks *c, size_t i,
    const struct check_name *n)
{
	struct item *hit, *t;
	size_t j;

	hit = NULL;
	for (j = i > REACH ? i - REACH : 0; j < b->n && j <= i + REACH; j++) {
		t = &b->item[j];
		if (!fits(c, t, n) || !same_subject(t, &b->item[i]) ||
		    !span_eq(t->f->time, b->item[i].f->time) ||
		    !num_same_set(t->f, b->item[i].f))
			continue;
		if (hit != NULL)
			return NULL;
		hit = t;
	}
	return hit;
}

static void
apply(struct bench *b, const struct checks *all, const struct check_rule *c,
    size_t i)
{
	struct item *item[CHECK_FACTS];
	struct fact *arg[CHECK_FACTS];
	struct frac l, r;
	struct buf name;
	unsigned k, n;

	for (k = 0, n = 0; k < c->nfact; k++) {
		item[k] = c->nfact == 1 ? &b->item[i] : find(b, all, i,
		    &c->fact[k]);
		/* Where the subject's own name means two, nothing is said. */
		if (item[k] == NULL ||
		    (k == c->subject && item[k] != &b->item[i]))
			return;
		if (k != c->subject)
			arg[n++] = item[k]->f;
	}
	memset(&l, 0, sizeof l);
	memset(&r, 0, sizeof r);
	memset(&name, 0, sizeof name);
	buf_span(&name, c->name);
	buf_byte(&name, '\0');
	if (evaluate(c, 0, c->left, item, &l) == 0 &&
	    evaluate(c, c->left, c->nstep, item, &r) == 0)
		check_note(b, b->item[i].f, compare(c, &l, &r), name.p, arg,
		    n);
	buf_free(&name);
	frac_free(&l);
	frac_free(&r);
}

void
check_rules(struct bench *b, const struct checks *rules)
{
	const struct check_rule *c;
	size_t i, k;

	for (k = 0; k < rules->n; k++) {
		c = &rules->v[k];
		for (i = 0; i < b->n && !c->gone; i++)
			if (fits(rules, &b->item[i], &c->fact[c->subject]))
				apply(b, rules, c, i);
	}
}
