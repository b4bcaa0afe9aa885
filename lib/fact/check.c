/* Checks: the facts of a document, each against those before it. */
#include "fact/check_int.h"

#include <stdlib.h>
#include <string.h>

int
same_unit(const struct item *a, const struct item *b)
{
	return a->f->unit.n != 0 && span_eq(a->f->unit, b->f->unit);
}

int
same_subject(const struct item *a, const struct item *b)
{
	return span_eq(a->f->subject, b->f->subject);
}

int
is_level(const struct item *i)
{
	return span_eq(i->f->measure, span_str("level"));
}

/* 约 and 超 leave open by how much, so they contradict nothing. */
int
is_exact(const struct item *i)
{
	return i->f->op.n == 0 || span_eq(i->f->op, span_str("="));
}

/* Appends `ok:name(4,5)` to the fact's column. */
void
check_note(struct bench *b, struct fact *f, int ok, const char *name,
    struct fact *const *arg, size_t n)
{
	struct buf t;
	size_t i;

	memset(&t, 0, sizeof t);
	if (f->check.n != 0) {
		buf_span(&t, f->check);
		buf_byte(&t, ' ');
	}
	buf_fmt(&t, "%s:%s(", ok ? "ok" : "conflict", name);
	for (i = 0; i < n; i++) {
		if (i > 0)
			buf_byte(&t, ',');
		buf_uint(&t, arg[i]->seq);
	}
	buf_byte(&t, ')');
	f->check = span_of(arena_dup(b->mem, t.p, t.n), t.n);
	buf_free(&t);
}

int
check_conflict(struct span check)
{
	static const char mark[] = "conflict:";
	size_t n = sizeof mark - 1, i;

	for (i = 0; i + n <= check.n; i++)
		if (memcmp(check.p + i, mark, n) == 0 && (i == 0 ||
		    check.p[i - 1] == ' '))
			return 1;
	return 0;
}

static int
is_money(struct span unit)
{
	size_t i;

	for (i = 0; i < unit.n; i++)
		if (unit.p[i] < 'A' || unit.p[i] > 'Z')
			return 0;
	return unit.n == 3;
}

static void
gather(struct bench *b)
{
	struct item *t;
	struct fact *f;
	size_t i;

	b->item = xcalloc(b->nfact + 1, sizeof *b->item);
	for (i = 0; i < b->nfact; i++) {
		f = &b->fact[i];
		t = &b->item[b->n];
		if (f->kind != FACT_STAT || f->dead || f->upper.n != 0 ||
		    dec_parse(&t->v, f->value) == -1)
			continue;
		t->f = f;
		t->place = num_place(&t->v, is_money(f->unit));
		b->n++;
	}
}

void
check_facts(struct fact *f, size_t n, const struct checks *rules,
    struct arena *mem)
{
	struct bench b;
	size_t i;

	memset(&b, 0, sizeof b);
	b.fact = f;
	b.nfact = n;
	b.mem = mem;
	gather(&b);
	for (i = 0; i < b.n; i++) {
		check_sum(&b, i);
		check_part(&b, i);
		check_ratio(&b, i);
		check_mean(&b, i);
		check_growth(&b, i);
		check_bounds(&b, i);
		check_structure(&b, i);
		check_days(&b, i);
	}
	if (rules != NULL)
		check_rules(&b, rules);
	for (i = 0; i < b.nfact; i++)
		dec_free(&b.item[i].v);
	free(b.item);
}
