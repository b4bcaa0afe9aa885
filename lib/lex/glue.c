/* Joining numbers with what they count. */
#include "lex/glue.h"

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "lex/lexicon.h"
#include "lex/seg.h"

unsigned
glue_kind(struct span name)
{
	static const char *const names[] = { "date", "dates", "unit" };
	unsigned i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (span_eq(name, span_str(names[i])))
			return 1u << i;
	return 0;
}

/* 年 月 日 号 时 分 秒 by themselves. */
static int
is_date_unit(const struct seg_text *t, const struct seg_word *w)
{
	static const uint32_t units[] = {
		0x5e74, 0x6708, 0x65e5, 0x53f7, 0x65f6, 0x5206, 0x79d2
	};
	size_t i;

	if (w->end != w->start + 1)
		return 0;
	for (i = 0; i < sizeof units / sizeof *units; i++)
		if (t->at[w->start].cp == units[i])
			return 1;
	return 0;
}

static int
is_number(const struct seg_word *w, unsigned m)
{
	return w->tag == m && w->kind != SEG_USER;
}

size_t
glue_join(unsigned kinds, const struct lexicon *lex, const struct seg_text *t,
    struct seg_word *w, size_t n)
{
	size_t i;
	size_t to;
	unsigned m;
	unsigned q;
	unsigned time;

	m = lexicon_tag(lex, span_str("m"));
	q = lexicon_tag(lex, span_str("q"));
	time = lexicon_tag(lex, span_str("t"));
	for (to = i = 0; i < n; i++) {
		w[to++] = w[i];
		if (to < 2 || w[to - 2].end != w[to - 1].start)
			continue;
		if (is_number(&w[to - 2], m) && is_date_unit(t, &w[to - 1]) &&
		    kinds & (GLUE_DATE | GLUE_DATES)) {
			to--;
			w[to - 1].end = w[to].end;
			w[to - 1].tag = (uint16_t)time;
			w[to - 1].kind = SEG_GLUED;
		} else if (is_number(&w[to - 2], m) && w[to - 1].tag == q &&
		    kinds & GLUE_UNIT) {
			to--;
			w[to - 1].end = w[to].end;
			w[to - 1].kind = SEG_GLUED;
		}
		if (to >= 2 && kinds & GLUE_DATES && w[to - 1].tag == time &&
		    w[to - 1].kind == SEG_GLUED && w[to - 2].tag == time &&
		    w[to - 2].kind == SEG_GLUED &&
		    w[to - 2].end == w[to - 1].start) {
			to--;
			w[to - 1].end = w[to].end;
		}
	}
	return to;
}
