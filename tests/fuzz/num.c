/*
 * Numerals, amounts and dates: expressions stand in order and do not overlap,
 * and their values are what they claim to be.
 */
#include "fuzz.h"

#include <string.h>

#include "base/dec.h"
#include "lex/tok.h"
#include "num/scan.h"

static void
check(const struct scan *s)
{
	struct dec d = { { NULL, 0, 0 }, 0, 0 };
	size_t i, end;

	end = 0;
	for (i = 0; i < s->n; i++) {
		FUZZ_HOLDS(s->expr[i].start >= end);
		FUZZ_HOLDS(s->expr[i].end > s->expr[i].start);
		end = s->expr[i].end;
		if (s->expr[i].kind == K_MONEY || s->expr[i].kind == K_PERCENT)
			FUZZ_HOLDS(scan_piece(s, s->expr[i].value).n == 0 ||
			    memchr(scan_piece(s, s->expr[i].value).p, '/',
			    scan_piece(s, s->expr[i].value).n) != NULL ||
			    dec_parse(&d, scan_piece(s,
			    s->expr[i].value)) == 0);
	}
	dec_free(&d);
}

static void
take(struct tok *t, struct scan *s)
{
	struct tok_piece piece;

	while (tok_next(t, &piece)) {
		scan_line(s, piece.v, piece.n);
		check(s);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct scan s;
	static struct tok *t;
	struct tok_line line;
	const char *p, *lf, *stop;

	if (t == NULL) {
		FUZZ_HOLDS((t = tok_new(NULL)) != NULL);
		FUZZ_HOLDS(scan_open(&s) == 0);
		s.now = when_month(2023, 3);
	}
	p = (const char *)data;
	for (stop = p + n; p < stop; p = lf + (lf < stop)) {
		lf = memchr(p, '\n', (size_t)(stop - p));
		if (lf == NULL)
			lf = stop;
		memset(&line, 0, sizeof line);
		line.line = 1;
		line.text = span_of(p, (size_t)(lf - p));
		tok_line(t, &line);
		take(t, &s);
	}
	tok_end(t);
	take(t, &s);
	return 0;
}
