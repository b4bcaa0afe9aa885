/* Words: the tokens of a line stand in order, and are slices of its text. */
#include "fuzz.h"

#include <string.h>

#include "lex/tok.h"

static void
take(struct tok *t, size_t *end)
{
	struct tok_piece piece;
	size_t i, *at;

	while (tok_next(t, &piece)) {
		at = piece.own;
		FUZZ_HOLDS(piece.n >= 1 && piece.n <= TOK_PIECE);
		for (i = 0; i < piece.n; i++) {
			FUZZ_HOLDS(piece.v[i].start >= *at);
			FUZZ_HOLDS(piece.v[i].end > piece.v[i].start);
			FUZZ_HOLDS(piece.v[i].text.n > 0);
			*at = piece.v[i].end;
		}
	}
	(void)end;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct tok *t;
	static size_t end[4096];
	struct tok_line line;
	const char *p, *lf, *stop;
	size_t i;

	if (t == NULL)
		FUZZ_HOLDS((t = tok_new(NULL)) != NULL);
	p = (const char *)data;
	stop = p + n;
	for (i = 0; p < stop && i < 4096; i++) {
		lf = memchr(p, '\n', (size_t)(stop - p));
		if (lf == NULL)
			lf = stop;
		memset(&line, 0, sizeof line);
		line.line = i + 1;
		line.text = span_of(p, (size_t)(lf - p));
		line.own = &end[i];
		end[i] = 0;
		tok_line(t, &line);
		take(t, end);
		p = lf == stop ? stop : lf + 1;
	}
	tok_end(t);
	take(t, end);
	return 0;
}
