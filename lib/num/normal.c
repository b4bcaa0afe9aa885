/* Normal forms in running text. */
#include "num/normal.h"

#include <string.h>

#include "num/merge.h"

enum {
	H_FRONT = 0x524d,	/* 前 */
	H_ORDER = 0x7b2c	/* 第 */
};

/* A blank parts a number from a code in letters: 15 mo, 500 CNY. */
static void
unit(struct span u, struct buf *b)
{
	if (u.n == 0)
		return;
	if (span_eq(u, span_str("pp"))) {
		buf_str(b, "个百分点");
		return;
	}
	if ((u.p[0] & 0x80) == 0 && u.p[0] != '%')
		buf_byte(b, ' ');
	buf_span(b, u);
}

void
normal_form(const struct scan *s, const struct expr *e, struct buf *b)
{
	if (e->value.n == 0)
		return;
	/* 500强 and 百亿级 say as much themselves. */
	if (e->op != OP_EQ && e->kind != K_RANK && e->kind != K_MAGNITUDE)
		buf_str(b, scan_op(e->op));
	if (e->kind == K_ORDINAL)
		buf_str(b, line_is(&s->l, e->start, H_FRONT) ? "前" :
		    line_is(&s->l, e->start, H_ORDER) ? "第" : "");
	buf_span(b, scan_piece(s, e->value));
	if (e->upper.n != 0) {
		buf_byte(b, '~');
		buf_span(b, scan_piece(s, e->upper));
	}
	unit(scan_piece(s, e->unit), b);
	if (e->kind == K_MAGNITUDE)
		buf_str(b, "级");
}

/* Whether an expression has a form of its own: codes and 现在 have none. */
static int
formed(const struct scan *s, const struct expr *e)
{
	struct span v;

	v = scan_piece(s, e->value);
	return v.n != 0 && e->kind != K_CODE && (v.n < 4 ||
	    memcmp(v.p + v.n - 4, "_REF", 4) != 0);
}

/* Tokens, with what stands between them as blanks. */
static void
whole(struct buf *b, const struct token *t, size_t n, size_t at)
{
	for (; n > 0; n--, t++) {
		merge_gap(b, at, t->start);
		buf_span(b, t->text);
		at = t->end;
	}
}

void
normal_line(const struct scan *s, const struct token *token, size_t n,
    struct buf *b)
{
	struct merge g;
	struct merged m;
	struct buf scratch;
	size_t at;

	memset(&scratch, 0, sizeof scratch);
	merge_open(&g, s, token, n, &scratch);
	for (at = 0; merge_next(&g, &m); at = m.end) {
		if (m.whole != 0) {
			whole(b, token + m.i, m.whole, at);
			m.end = token[m.i + m.whole - 1].end;
			continue;
		}
		merge_gap(b, at, m.start);
		if (m.e != NULL && formed(s, m.e))
			normal_form(s, m.e, b);
		else
			buf_span(b, m.text);
	}
	buf_free(&scratch);
}
