/* Sentences: tokens in, units out. */
#include "fact/sent.h"

#include <stdlib.h>

#include "text/utf8.h"

enum { BEGINS = 1, ENDS = 2, NUMBER = 4 };

static const struct {
	const char *name;
	enum num_kind kind;
} kinds[] = {
	{ "number", NUM_NUMBER }, { "quantity", NUM_QUANTITY },
	{ "money", NUM_MONEY }, { "percent", NUM_PERCENT },
	{ "multiple", NUM_MULTIPLE }, { "magnitude", NUM_MAGNITUDE },
	{ "ordinal", NUM_ORDINAL }, { "rank", NUM_RANK },
	{ "ratio", NUM_RATIO }, { "fraction", NUM_FRACTION },
	{ "date", NUM_DATE }, { "daterange", NUM_DATE },
	{ "datetime", NUM_DATE }, { "time", NUM_CODE },
	{ "timerange", NUM_DATE }, { "duration", NUM_DURATION },
	{ "set", NUM_SET }, { "code", NUM_CODE }
};

static const struct {
	const char *text;
	enum unit_type type;
} marks[] = {
	{ ",", U_COMMA }, { "，", U_COMMA }, { ":", U_COMMA },
	{ "：", U_COMMA }, { "、", U_PAUSE }, { ";", U_SEMI },
	{ "；", U_SEMI }, { "。", U_STOP }, { "！", U_STOP },
	{ "？", U_STOP }, { "!", U_STOP }, { "?", U_STOP },
	{ "…", U_STOP }, { "……", U_STOP }, { "(", U_OPEN },
	{ "（", U_OPEN }, { "[", U_OPEN }, { "【", U_OPEN },
	{ ")", U_CLOSE }, { "）", U_CLOSE }, { "]", U_CLOSE },
	{ "】", U_CLOSE }, { "“", U_QUOTE }, { "《", U_QUOTE },
	{ "‘", U_QUOTE }, { "「", U_QUOTE }, { "『", U_QUOTE },
	{ "”", U_UNQUOTE }, { "》", U_UNQUOTE }, { "’", U_UNQUOTE },
	{ "」", U_UNQUOTE }, { "』", U_UNQUOTE }, { "—", U_OTHER },
	{ "——", U_COMMA }, { "-", U_OTHER }, { "\"", U_OTHER },
	{ "·", U_OTHER }, { "/", U_OTHER }, { "|", U_COMMA },
	{ ">", U_COMMA }, { "　", U_COMMA }, { "~", U_OTHER },
	{ "+", U_OTHER }, { "•", U_COMMA }, { "▲", U_COMMA },
	{ "□", U_COMMA }, { "■", U_COMMA }, { "●", U_COMMA },
	{ "*", U_OTHER }, { "%", U_OTHER }, { ".", U_OTHER }
};

enum num_kind
num_kind(struct span s)
{
	size_t i;

	if (s.n == 0)
		return NUM_NONE;
	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (span_eq(s, span_str(kinds[i].name)))
			return kinds[i].kind;
	return NUM_NONE;
}

void
sent_clear(struct sent *s)
{
	arena_reset(&s->mem);
	buf_clear(&s->text);
	s->ntok = s->nu = s->nname = 0;
}

void
sent_free(struct sent *s)
{
	arena_free(&s->mem);
	buf_free(&s->text);
	free(s->tok);
	free(s->u);
	free(s->name);
	free(s->mark);
	memset(s, 0, sizeof *s);
}

static struct span
keep(struct sent *s, struct span v)
{
	if (v.n == 0)
		return span_of("", 0);
	return span_of(arena_dup(&s->mem, v.p, v.n), v.n);
}

/* A blank between two Latin words is part of a name and is kept. */
static int
latin_gap(const struct sent *s, const struct tok *t)
{
	const struct tok *l;
	unsigned char a, b;

	if (s->ntok == 0 || s->text.n == 0 || t->t.text.n == 0)
		return 0;
	l = &s->tok[s->ntok - 1];
	a = (unsigned char)s->text.p[s->text.n - 1];
	b = (unsigned char)t->t.text.p[0];
	return l->t.line == t->t.line && l->t.end < t->t.start && a < 0x80 &&
	    b < 0x80 && a > ' ' && b > ' ';
}

void
sent_add(struct sent *s, const struct tok *t)
{
	struct tok *d;

	s->tok = xgrow(s->tok, &s->tokcap, s->ntok + 1, sizeof *s->tok);
	if (latin_gap(s, t))
		buf_byte(&s->text, ' ');
	d = &s->tok[s->ntok++];
	*d = *t;
	d->at = s->text.n;
	buf_span(&s->text, t->t.text);
	d->to = s->text.n;
	d->t.text = keep(s, t->t.text);
	d->t.tag = keep(s, t->t.tag);
	d->t.role = span_of("", 0);
	if (t->kind == NUM_NONE) {
		d->op = d->value = d->upper = d->unit = span_of("", 0);
		return;
	}
	d->op = keep(s, t->op);
	d->value = keep(s, t->value);
	d->upper = keep(s, t->upper);
	d->unit = keep(s, t->unit);
}

/* Notes where tokens begin and end, and which bytes are of numbers. */
static void
mark_tokens(struct sent *s)
{
	const struct tok *t;
	size_t i, j;

	s->mark = xgrow(s->mark, &s->markcap, s->text.n + 1, 1);
	memset(s->mark, 0, s->text.n + 1);
	for (i = 0; i < s->ntok; i++) {
		t = &s->tok[i];
		s->mark[t->at] |= BEGINS;
		s->mark[t->to] |= ENDS;
		if (t->kind == NUM_NONE)
			continue;
		for (j = t->at; j < t->to; j++)
			s->mark[j] |= NUMBER;
	}
}

struct search {
	const struct sent *s;
	size_t at;
};

/* Whether a token ends between two places. */
static int
has_end(const unsigned char *m, size_t from, size_t to)
{
	for (; from < to; from++)
		if (m[from] & ENDS)
			return 1;
	return 0;
}

/*
 * A word may end inside the token that it began with, or begin inside one and
 * end with another (总投资 of 计划总 投资), but 占 地区 holds no 占地; a single
 * letter must be a token; a number is inside whole or not at all.
 */
static int
good_end(const void *arg, size_t n)
{
	const struct search *q = arg;
	const unsigned char *m = q->s->mark;
	size_t end;
	int begins, ends;

	end = q->at + n;
	begins = m[q->at] & BEGINS;
	ends = m[end] & ENDS || end == q->s->text.n;
	if (!ends && m[end] & NUMBER)
		return 0;
	if (n <= 4 || (begins && !ends && has_end(m, q->at + 1, end)))
		return begins && ends;
	return begins || ends;
}

static struct unit *
new_unit(struct sent *s, size_t at, size_t to, size_t tok)
{
	struct unit *u;

	s->u = xgrow(s->u, &s->ucap, s->nu + 1, sizeof *s->u);
	u = &s->u[s->nu++];
	memset(u, 0, sizeof *u);
	u->at = at;
	u->to = to;
	u->tok = tok;
	u->hit.base = u->hit.own = TRIE_NONE;
	if (s->tok[tok].t.tag.n > 0)
		u->tag = (unsigned char)s->tok[tok].t.tag.p[0];
	if (s->tok[tok].t.tag.n > 1)
		u->tag2 = (unsigned char)s->tok[tok].t.tag.p[1];
	return u;
}

static enum unit_type
mark_type(struct span t)
{
	size_t i;

	if (t.n == 0 || t.n > 6)
		return U_TEXT;
	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (span_eq(t, span_str(marks[i].text)))
			return marks[i].type;
	return U_TEXT;
}

/* What is left of token i from byte `at` on becomes a unit of its own. */
static void
rest_unit(struct sent *s, size_t i, size_t at, size_t to)
{
	const struct tok *t = &s->tok[i];
	struct unit *u;

	u = new_unit(s, at, to, i);
	if (t->kind == NUM_DATE)
		u->type = U_TIME;
	else if (t->kind != NUM_NONE && t->kind != NUM_CODE)
		u->type = U_NUM;
	else if (u->tag == 'w' || u->tag == 'x' || u->tag == 0 ||
	    to - at <= 3)
		u->type = mark_type(span_of(s->text.p + at, to - at));
}

/* Clauses and depths; a parenthesis is a clause of its own. */
static void
number_clauses(struct sent *s)
{
	uint32_t clause;
	unsigned char depth;
	size_t i;

	clause = 0;
	depth = 0;
	for (i = 0; i < s->nu; i++) {
		if (s->u[i].type == U_CLOSE && depth > 0)
			depth--;
		s->u[i].depth = depth;
		s->u[i].clause = clause;
		if (unit_ends(s, i))
			clause++;
		if (s->u[i].type == U_OPEN && depth < 255)
			depth++;
	}
}

/* Words that say nothing by themselves do not cut 喀什地区. */
static const uint64_t common = LIST_BIT(L_HEAD) | LIST_BIT(L_GENERIC) |
    LIST_BIT(L_WORD);

/* 集团 and 公司 end what they are in: none is in 集团化. */
static const uint64_t tails = LIST_BIT(L_FIRM) | LIST_BIT(L_PRONOUN) |
    LIST_BIT(L_HEAD);

static int
in_place(const struct sent *s, size_t i)
{
	return span_eq(s->tok[i].t.tag, span_str("ns"));
}

/* Finds a word at byte `at`, which lies in token i. */
static int
word_unit(struct sent *s, size_t at, size_t i)
{
	struct search q;
	struct word_hit hit;
	struct unit *u;
	uint64_t lists;

	if ((s->mark[at] & (BEGINS | NUMBER)) == NUMBER)
		return 0;
	q.s = s;
	q.at = at;
	if (!words_find(s->words, s->text.p + at, s->text.n - at, good_end,
	    &q, &hit))
		return 0;
	lists = words_lists(s->words, &hit);
	if ((lists & LIST_BUILTIN) == 0 && s->mark[at] & NUMBER)
		return 0;
	if ((lists & LIST_BUILTIN) == LIST_BIT(L_REGION) &&
	    !(s->mark[at + hit.n] & ENDS))
		return 0;
	if ((lists & LIST_BUILTIN & ~tails) == 0 && lists & LIST_BIT(L_FIRM) &&
	    !(s->mark[at + hit.n] & ENDS))
		return 0;
	if (!(s->mark[at] & BEGINS) && in_place(s, i) &&
	    !(lists & LIST_BUILTIN & ~common))
		return 0;
	u = new_unit(s, at, at + hit.n, i);
	u->hit = hit;
	u->lists = lists & LIST_BUILTIN;
	u->more = lists & ~LIST_BUILTIN;
	u->type = u->lists != 0 ? U_WORD : U_TEXT;
	return 1;
}

void
sent_cut(struct sent *s)
{
	size_t at, from, i, len;

	mark_tokens(s);
	s->nu = 0;
	for (at = 0, i = 0; i < s->ntok; i++) {
		if (at < s->tok[i].at)
			at = s->tok[i].at;
		for (from = at; at < s->tok[i].to; ) {
			if (word_unit(s, at, i)) {
				if (from < at) {
					s->nu--;
					rest_unit(s, i, from, at);
					word_unit(s, at, i);
				}
				at = from = s->u[s->nu - 1].to;
				continue;
			}
			if (s->mark[at] & NUMBER) {
				at = s->tok[i].to;
			} else {
				utf8_decode(s->text.p + at,
				    s->tok[i].to - at, &len);
				at += len;
			}
		}
		if (from < s->tok[i].to && at <= s->tok[i].to)
			rest_unit(s, i, from, s->tok[i].to);
	}
	number_clauses(s);
}

struct span
unit_text(const struct sent *s, size_t i)
{
	return span_of(s->text.p + s->u[i].at, s->u[i].to - s->u[i].at);
}

struct span
sent_text(const struct sent *s, size_t a, size_t b)
{
	if (a >= b)
		return span_of("", 0);
	return span_of(s->text.p + s->u[a].at, s->u[b - 1].to - s->u[a].at);
}

struct span
unit_means(const struct sent *s, size_t i, enum list l)
{
	struct sense e;

	words_sense(s->words, &s->u[i].hit, (int)l, &e);
	return e.meaning;
}

int
unit_flag(const struct sent *s, size_t i, enum list l, int flag)
{
	struct sense e;

	words_sense(s->words, &s->u[i].hit, (int)l, &e);
	return e.flags.n != 0 && memchr(e.flags.p, flag, e.flags.n) != NULL;
}

int
unit_measures(const struct sent *s, size_t i, int kind)
{
	struct sense e;

	return words_sense(s->words, &s->u[i].hit, L_INDICATOR, &e) &&
	    (e.flags.n == 0 || memchr(e.flags.p, kind, e.flags.n) != NULL);
}

int
unit_eq(const struct sent *s, size_t i, const char *z)
{
	return span_eq(unit_text(s, i), span_str(z));
}
