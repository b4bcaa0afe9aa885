/*
 * Words: the tokens of a line stand in order, are slices of its text, and
 * leave out nothing but blanks.  The first byte chooses into pieces of how
 * many characters a line is cut, and which words are joined.
 */
#include "fuzz.h"

#include "lex/glue.h"
#include "lex/tok.h"
#include "text/utf8.h"

enum { LINES = 512 };

/* A line that went in. */
struct line {
	struct span text;
	size_t at;		/* code points of it that are out */
	size_t off;		/* and bytes */
};

static int
is_blank(uint32_t cp)
{
	return cp <= ' ' || (cp >= 0x7f && cp <= 0xa0) || cp == 0x3000 ||
	    (cp >= 0x2000 && cp <= 0x200f) || (cp >= 0x2028 && cp <= 0x202f) ||
	    cp == 0x205f || cp == 0x2060 || cp == 0xfeff || cp == 0x1680 ||
	    cp == 0xad;
}

/* Goes on in a line to a character; it passes blanks only, if gap is set. */
static void
go(struct line *l, size_t to, int gap)
{
	uint32_t cp;
	size_t len;

	for (; l->at < to; l->at++, l->off += len) {
		FUZZ_HOLDS(l->off < l->text.n);
		cp = utf8_decode(l->text.p + l->off, l->text.n - l->off,
		    &len);
		FUZZ_HOLDS(!gap || is_blank(cp));
	}
}

/* What no token took is blank. */
static void
leave(struct line *l)
{
	size_t len;

	for (; l->off < l->text.n; l->off += len)
		FUZZ_HOLDS(is_blank(utf8_decode(l->text.p + l->off,
		    l->text.n - l->off, &len)));
}

static void
take(struct tok *t, int nested)
{
	struct tok_piece piece;
	const struct token *k;
	struct line *l;
	size_t i, off;

	while (tok_next(t, &piece)) {
		l = piece.own;
		FUZZ_HOLDS(piece.n >= 1 && piece.n <= TOK_PIECE);
		for (i = 0; i < piece.n; i++) {
			k = &piece.v[i];
			FUZZ_HOLDS(k->end > k->start && k->text.n > 0);
			FUZZ_HOLDS(k->tag.n > 0 && k->sent > 0);
			if (nested)
				continue;
			FUZZ_HOLDS(k->start >= l->at);
			go(l, k->start, 1);
			off = l->off;
			go(l, k->end, 0);
			FUZZ_HOLDS(span_eq(k->text, span_of(l->text.p + off,
			    l->off - off)));
		}
	}
}

/* Takes a line in pieces of `most` characters. */
static void
feed(struct tok *t, struct line *l, size_t no, size_t most, int nested)
{
	struct tok_line line;
	struct span rest;
	size_t len, n;

	memset(&line, 0, sizeof line);
	line.line = no;
	line.own = l;
	rest = l->text;
	do {
		line.text = rest;
		for (n = line.text.n = 0; line.text.n < rest.n && n < most;
		    n++, line.text.n += len)
			utf8_decode(rest.p + line.text.n, rest.n - line.text.n,
			    &len);
		rest.p += line.text.n;
		rest.n -= line.text.n;
		line.more = rest.n > 0;
		tok_line(t, &line);
		take(t, nested);
		line.cont = 1;
	} while (rest.n > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct line line[LINES];
	static struct tok *tok[4];
	struct span text;
	struct tok_opts o;
	size_t i;
	int way;

	if (tok[0] == NULL)
		for (way = 0; way < 4; way++) {
			memset(&o, 0, sizeof o);
			o.glue = way == 1 ? GLUE_DATE | GLUE_UNIT : way == 2 ?
			    GLUE_DATES : 0;
			o.search = way == 3;
			FUZZ_HOLDS((tok[way] = tok_new(&o)) != NULL);
		}
	if (n == 0)
		return 0;
	way = data[0] & 3;
	text = span_of((const char *)data + 1, n - 1);
	for (i = 0; text.n > 0 && i < LINES; i++) {
		line[i].text = fuzz_cut(&text, '\n');
		line[i].at = line[i].off = 0;
		feed(tok[way], &line[i], i + 1, data[0] & 4 ? SIZE_MAX :
		    1 + (data[0] >> 3), way == 3);
	}
	tok_end(tok[way]);
	take(tok[way], way == 3);
	while (way != 3 && i-- > 0)
		leave(&line[i]);
	return 0;
}
