/* What a rule file says in vain. */
#include "fact/rule_int.h"

#include <string.h>

static void
warn_list(const struct list_info *l, struct buf *b)
{
	buf_fmt(b, "%s:%zu: list ", l->file, l->line);
	buf_span(b, l->name);
	buf_str(b, ": no rule uses it\n");
}

static void
warn_rule(const struct rule *q, const char *why, const struct rule *by,
    struct buf *b)
{
	buf_fmt(b, "%s:%zu: rule ", q->file, q->line);
	buf_span(b, q->name);
	buf_fmt(b, ": can never match%s", why);
	if (by != NULL)
		buf_span(b, by->name);
	buf_byte(b, '\n');
}

/* The same pattern in a rule that always comes first. */
static const struct rule *
shadow(const struct rules *r, const struct rule *q)
{
	const struct rule *p;

	for (p = r->rule; p < r->rule + r->nrule; p++)
		if (p != q && !p->gone && span_eq(p->pattern, q->pattern) &&
		    (p->prio > q->prio || (p->prio == q->prio && p < q)))
			return p;
	return NULL;
}

void
rules_warn(const struct rules *r, struct buf *b)
{
	const struct rule *q, *by;
	unsigned i;

	for (i = 0; i < r->nlist; i++)
		if (!r->list[i].used && r->list[i].file != NULL)
			warn_list(&r->list[i], b);
	if (r->nrule == 0)
		return;
	for (q = r->rule; q < r->rule + r->nrule; q++) {
		if (q->gone)
			continue;
		if (!q->can)
			warn_rule(q, "", NULL, b);
		else if ((by = shadow(r, q)) != NULL)
			warn_rule(q, ": it has the pattern of ", by, b);
	}
}
