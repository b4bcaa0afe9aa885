/* Scopes: what narrows the set that was counted, as the text says it. */
#include "fact/attach.h"

#include <string.h>

/* The last letter of two units is the same: 世界500强、中国500强. */
static int
same_tail(const struct sent *s, size_t a, size_t b)
{
	struct span x = unit_text(s, a), y = unit_text(s, b);
	size_t i;

	i = s->u[a].to;
	if (x.n < 3 || y.n < 3)
		return 0;
	return memcmp(s->text.p + i - 3, y.p + y.n - 3, 3) == 0;
}

/* 世界500强、民企500强签约项目: the list that the phrase ends. */
static int
list_start(const struct walk *w, int lo, int hi)
{
	const struct sent *s = w->s;
	int j, k, last;

	for (last = lo; last + 1 < hi && !unit_is(s, (size_t)last + 1,
	    L_PHASE) && !unit_is(s, (size_t)last + 1, L_HEAD); last++)
		;
	for (j = lo; j - 2 >= (int)w->prev; j = k) {
		if (s->u[j - 1].type != U_PAUSE && !unit_eq(s, (size_t)j - 1,
		    "和") && !unit_eq(s, (size_t)j - 1, "与"))
			break;
		if (!same_tail(s, (size_t)j - 2, (size_t)last))
			break;
		for (k = j - 2; k > (int)w->prev && k > j - 6; k--) {
			if (s->u[k - 1].type == U_QUOTE ||
			    s->u[k - 1].type == U_UNQUOTE)
				continue;
			if (!is_noun(s, (size_t)k - 1))
				break;
		}
	}
	return j;
}

/*
 * Of 新签约 正式合同 项目: 正式合同项目; of 千万元以上 项目: 千万元以上; a
 * phase or a mere 项目 narrows nothing.
 */
struct span
scope_of(struct walk *w, const struct phrase *p)
{
	const struct sent *s = w->s;
	int lo, hi, mods, j;

	lo = p->lo;
	hi = p->head != NOWHERE ? p->head + 1 : p->hi;
	if (p->bound != NOWHERE && p->head == NOWHERE)
		hi = p->bound + 1 < hi ? hi : p->bound + 1;
	while (lo < hi && (unit_is(s, (size_t)lo, L_PHASE) ||
	    unit_flag(s, (size_t)lo, L_GENERIC, 'd') ||
	    unit_is(s, (size_t)lo, L_LINK) ||
	    (s->u[lo].type == U_TEXT && s->u[lo].tag == 'v')))
		lo++;
	if (lo >= hi)
		return span_of("", 0);
	for (j = lo, mods = 0; j < hi; j++)
		if (j != p->head && !unit_is(s, (size_t)j, L_PHASE))
			mods++;
	if (mods == 0)
		return span_of("", 0);
	if (p->bound != NOWHERE && p->bound >= lo) {
		for (j = p->bound; j > lo && (is_threshold(s, (size_t)j - 1)
		    || unit_in(s, (size_t)j - 1, SET_OR)); j--)
			;
		lo = j;
		if (p->head == NOWHERE || p->head <= p->bound + 1)
			hi = p->bound + 1;
		return doc_keep(w->d, sent_text(s, (size_t)lo, (size_t)hi));
	}
	if (lo == p->lo)
		lo = list_start(w, lo, hi);
	for (j = hi - 1; j > lo && unit_is(s, (size_t)j - 1, L_PHASE); j--)
		;
	if (j < hi - 1 && j > lo)
		return doc_keep(w->d, sent_text(s, (size_t)lo, (size_t)j));
	return doc_keep(w->d, sent_text(s, (size_t)lo, (size_t)hi));
}
