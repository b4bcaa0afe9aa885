/*
 * Documents through numnorm: their words, dates and expressions, merged.  The
 * rows that come out stand in order, an expression's value is what its kind
 * says, and each word of the input is in the output once.  The first byte
 * chooses where the date comes from.
 */
#include "fuzz.h"

#include "base/dec.h"
#include "lex/tok.h"
#include "num/flow.h"
#include "num/merge.h"
#include "num/normal.h"

struct seen {
	size_t line;
	size_t at;		/* code points of the line that are out */
	size_t letters;		/* bytes above blank that came out */
	size_t given;		/* and that went in */
};

static size_t
letters(struct span s)
{
	size_t i, n;

	for (i = n = 0; i < s.n; i++)
		n += (unsigned char)s.p[i] > ' ';
	return n;
}

static int
has_only(struct span s, const char *set)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '\0' || strchr(set, s.p[i]) == NULL)
			return 0;
	return 1;
}

/* A plain decimal, or a fraction of two. */
static int
is_number(struct span s)
{
	struct dec d = { { NULL, 0, 0 }, 0, 0 };
	struct span a;
	int ok;

	a = fuzz_cut(&s, '/');
	ok = dec_parse(&d, a) == 0 && (s.n == 0 || dec_parse(&d, s) == 0);
	dec_free(&d);
	return ok;
}

static void
check_value(const struct scan *s, const struct expr *e, struct span v)
{
	static const char iso[] = "0123456789-:/.TWPYMDHSRXQ";

	(void)s;
	if (v.n == 0 || e->kind == K_CODE || e->kind == K_RATIO)
		return;
	if (e->kind == K_SET || e->kind == K_DATE || e->kind == K_DATERANGE ||
	    e->kind == K_DATETIME || e->kind == K_TIME ||
	    e->kind == K_TIMERANGE)
		FUZZ_HOLDS(has_only(v, iso) ||
		    span_eq(v, span_str("PRESENT_REF")) ||
		    span_eq(v, span_str("PAST_REF")) ||
		    span_eq(v, span_str("FUTURE_REF")));
	else if (e->kind == K_DURATION && v.p[0] == 'P')
		FUZZ_HOLDS(has_only(v, iso));
	else
		FUZZ_HOLDS(is_number(v));
}

static void
see(struct seen *w, struct span text, size_t start, size_t end)
{
	FUZZ_HOLDS(start >= w->at && end > start);
	w->at = end;
	w->letters += letters(text);
}

/* What goes out holds all of the line, in order. */
static void
check_merged(struct seen *w, const struct scan *s, const struct token *token,
    size_t n)
{
	static struct buf scratch;
	struct merge g;
	struct merged m;
	size_t i;

	merge_open(&g, s, token, n, &scratch);
	while (merge_next(&g, &m)) {
		if (m.whole == 0)
			see(w, m.text, m.start, m.end);
		for (i = m.i; i < m.i + m.whole; i++)
			see(w, token[i].text, token[i].start, token[i].end);
	}
}

static void
sink(void *arg, struct scan *s, const struct token *token,
    const struct span *row, size_t n)
{
	static struct buf text;
	struct seen *w = arg;
	const struct expr *e;
	size_t i, end;

	if (token->line != w->line)
		w->at = 0;
	w->line = token->line;
	FUZZ_HOLDS(row->n > 0);
	for (i = end = 0; i < s->n; i++) {
		e = &s->expr[i];
		FUZZ_HOLDS(e->start >= end && e->end > e->start &&
		    e->end <= s->l.n);
		end = e->end;
		FUZZ_HOLDS(e->kind > K_NONE && e->kind < KINDS);
		check_value(s, e, scan_piece(s, e->value));
		check_value(s, e, scan_piece(s, e->upper));
	}
	for (i = 0; i < n; i++)
		w->given += letters(token[i].text);
	check_merged(w, s, token, n);
	FUZZ_HOLDS(w->letters == w->given);
	buf_clear(&text);
	normal_line(s, token, n, &text);
}

/* Takes a token; its row is its text and its tag. */
static void
add(struct flow *f, const struct token *token)
{
	struct token k = *token;
	char *p;

	p = flow_room(f, k.text.n + k.tag.n);
	memcpy(p, k.text.p, k.text.n);
	memcpy(p + k.text.n, k.tag.p, k.tag.n);
	k.text.p = p;
	k.tag.p = p + k.text.n;
	flow_add(f, &k, span_of(p, k.text.n + k.tag.n));
}

static void
drain(struct tok *t, struct flow *f, struct span date)
{
	struct tok_piece piece;
	size_t i;

	while (tok_next(t, &piece))
		for (i = 0; i < piece.n; i++) {
			flow_turn(f, piece.v[i].line, date);
			add(f, &piece.v[i]);
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct scan *s;
	static struct flow f;
	static struct tok *t;
	struct seen seen;
	struct tok_line line;
	struct span text, date;

	if (t == NULL) {
		s = calloc(1, sizeof *s);
		FUZZ_HOLDS(s != NULL && (t = tok_new(NULL)) != NULL);
		FUZZ_HOLDS(scan_open(s) == 0);
		f.scan = s;
		f.sink = sink;
	}
	if (n == 0)
		return 0;
	memset(&seen, 0, sizeof seen);
	f.arg = &seen;
	memset(&f.given, 0, sizeof f.given);
	if (data[0] % 3 == 1)
		f.given = when_month(1990 + data[0] % 50, 1 + data[0] % 12);
	text = span_of((const char *)data + 1, n - 1);
	date = data[0] % 3 == 2 ? fuzz_cut(&text, '\n') : span_of("", 0);
	memset(&line, 0, sizeof line);
	while (text.n > 0) {
		line.line++;
		line.text = fuzz_cut(&text, '\n');
		tok_line(t, &line);
		drain(t, &f, date);
	}
	tok_end(t);
	drain(t, &f, date);
	flow_document(&f);
	return 0;
}
