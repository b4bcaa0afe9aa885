/* Status: planned, expected, or what is so already. */
#include "fact/attach.h"

/* 争取债券资金45亿元 has it, 争取完成45亿元 wants it. */
static int
obtains(const struct sent *s, size_t i)
{
	while (i < s->nu && unit_is(s, i, L_GROWTH))
		i++;
	return i < s->nu && s->u[i].type <= U_WORD && s->u[i].tag == 'n';
}

void
status_take(struct walk *w, int i)
{
	const struct sent *s = w->s;
	struct span m = unit_means(s, (size_t)i, L_STATUS);

	if (span_eq(m, span_str("planned")) && i > 0 &&
	    (unit_eq(s, (size_t)i - 1, "共") || unit_eq(s, (size_t)i - 1,
	    "累计")))
		return;
	if (unit_in(s, (size_t)i, SET_OBTAIN) && obtains(s, (size_t)i + 1))
		return;
	w->status_from = FROM_SAID;
	if (span_eq(m, span_str("planned")) && w->status == STATUS_EXPECTED &&
	    unit_eq(s, (size_t)i, "将"))
		return;
	if (span_eq(m, span_str("planned")))
		w->status = STATUS_PLANNED;
	else if (span_eq(m, span_str("expected")))
		w->status = STATUS_EXPECTED;
	else
		w->status = STATUS_ACTUAL;
	if (unit_in(s, (size_t)i, SET_NOW))
		time_now(w);
}
