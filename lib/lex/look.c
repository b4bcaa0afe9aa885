/* What is seen of a line by itself, for telling its role. */
#include "lex/role.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/span.h"
#include "lex/cls.h"
#include "lex/mark.h"
#include "tab/trie.h"
#include "text/utf8.h"

enum {
	LOOK_MAX = 72,		/* code points looked at, from the front */
	TAIL = 32		/* bytes looked at from the back */
};

/* The letters of a line's front, without blanks. */
struct front {
	uint32_t cp[LOOK_MAX];
	uint16_t cls[LOOK_MAX];
	size_t n;
	int whole;		/* nothing is left out */
};

static int
is_comma(uint32_t c)
{
	return c == 0xff0c || c == ',' || c == 0xff1b || c == ';';
}

/* What leaves a sentence open at the end of a line. */
static int
is_open_end(uint32_t c)
{
	return is_comma(c) || c == 0x3001 || c == 0xff1a || c == ':';
}

static int
is_bar(uint32_t c)
{
	return c == '|' || c == '>' || c == 0xff5c || c == 0xff1e ||
	    c == 0x203a || c == 0xbb;
}

static inline void
add_letter(struct front *f, struct role_look *k, uint32_t c, unsigned cls)
{
	if (cls & CLS_SPACE) {
		k->indented |= f->n == 0;
		return;
	}
	f->cp[f->n] = c;
	f->cls[f->n++] = (uint16_t)cls;
}

static void
read_front(const struct roles *r, struct front *f, struct role_look *k,
    const struct seg_text *t, struct span text)
{
	size_t at;
	size_t i;
	size_t len;
	uint32_t c;

	f->n = 0;
	for (i = 0; i < t->n && f->n < LOOK_MAX; i++)
		add_letter(f, k, t->at[i].cp, t->at[i].cls);
	/* More than that only where the line begins with very many blanks. */
	for (at = t->at[i].off; at < text.n && f->n < LOOK_MAX; at += len) {
		c = utf8_decode(text.p + at, text.n - at, &len);
		add_letter(f, k, c, cls_of(&r->cls, c));
	}
	f->whole = at >= text.n;
}

static void
count(const struct front *f, struct role_look *k)
{
	size_t i;
	size_t stops;

	k->letters = f->n;
	for (stops = i = 0; i < f->n; i++) {
		if (!(f->cls[i] & (CLS_END | CLS_CLOSE))) {
			k->stops += stops;
			stops = 0;
		}
		if (f->cls[i] & CLS_HAN) {
			k->han++;
			continue;
		}
		stops += (f->cls[i] & CLS_END) != 0;
		k->commas += is_comma(f->cp[i]);
		k->bars += is_bar(f->cp[i]);
	}
}

/* The end of the line: the last letter, and what closes a sentence. */
static void
read_tail(const struct roles *r, struct role_look *k, struct span text)
{
	size_t at;
	size_t len;
	uint32_t c;
	unsigned cls;

	at = text.n > TAIL ? text.n - TAIL : 0;
	while (at > 0 && at < text.n && ((unsigned char)text.p[at] & 0xc0) ==
	    0x80)
		at++;
	for (; at < text.n; at += len) {
		c = utf8_decode(text.p + at, text.n - at, &len);
		cls = cls_of(&r->cls, c);
		if (cls & CLS_SPACE)
			continue;
		if (cls & CLS_END)
			k->ended = 1;
		else if (!(cls & CLS_CLOSE))
			k->ended = 0;
		k->last = c;
	}
	k->open = is_open_end(k->last);
}

/* 2023年3月28日, 2023-03-28, 2023/03/28, 21-04-22 16:58 */
static int
is_dated(const struct front *f)
{
	size_t digits;
	size_t i;

	for (i = 0; i < f->n && f->cls[i] & CLS_OPEN; i++)
		;
	for (digits = 0; i < f->n && f->cls[i] & CLS_DIGIT; i++)
		digits++;
	if (digits != 2 && digits != 4)
		return 0;
	if (i + 1 >= f->n || !(f->cls[i + 1] & CLS_DIGIT))
		return 0;
	return (digits == 4 && f->cp[i] == 0x5e74) || f->cp[i] == '-' ||
	    f->cp[i] == '/' || (digits == 4 && f->cp[i] == '.');
}

/* Marks of a list: 一、 （一） 1. 1、 (1) ① · ● - */
static void
read_mark(const struct front *f, struct role_look *k)
{
	size_t from;
	size_t i;
	unsigned digit;

	if (f->n < 2)
		return;
	if (f->cp[0] == 0xb7 || f->cp[0] == 0x2022 || f->cp[0] == 0x25cf ||
	    (f->cp[0] >= 0x2460 && f->cp[0] <= 0x24ff) || f->cp[0] == '*' ||
	    f->cp[0] == 0x25c6 || f->cp[0] == 0x25a0 || f->cp[0] == 0x30fb) {
		k->marked = 1;
		return;
	}
	from = f->cls[0] & CLS_OPEN ? 1 : 0;
	digit = f->cls[from] & (CLS_DIGIT | CLS_NUMERAL);
	for (i = from; i < f->n && i < from + 3 && f->cls[i] & digit; i++)
		;
	if (i == from || i + 1 >= f->n)
		return;
	k->marked = from == 1 ? (f->cls[i] & CLS_CLOSE) != 0 :
	    f->cp[i] == 0x3001 || (digit & CLS_DIGIT && f->cp[i] == '.' &&
	    !(f->cls[i + 1] & CLS_DIGIT));
	k->numbered = k->marked && digit & CLS_NUMERAL;
}

/* Notes a telling word that stands from i to end. */
static void
note(const struct front *f, struct role_look *k, uint32_t value, size_t i,
    size_t end)
{
	size_t lead;
	int last;

	for (lead = 0; lead < i && f->cls[lead] & (CLS_OPEN | CLS_PUNCT);)
		lead++;
	for (last = f->whole; end < f->n && last; end++)
		last = (f->cls[end] & CLS_CLOSE) != 0;
	if (value & MARK_ANY)
		k->any |= value;
	if (value & MARK_START && lead == i)
		k->start |= value;
	if (value & MARK_REST && lead == i)
		k->rest |= value;
	if (value & MARK_END && last)
		k->end |= value;
	if (value & MARK_WHOLE && last && lead == i)
		k->whole |= value;
}

static void
find_words(const struct roles *r, const struct front *f, struct role_look *k)
{
	size_t i;
	size_t j;
	uint32_t state;
	uint32_t value;

	for (i = 0; i < f->n; i++) {
		/* A long line is told by its beginning only. */
		if (!f->whole && i > 0 && !(f->cls[i - 1] & CLS_PUNCT))
			break;
		if (!(f->cls[i] & CLS_ROLE))
			continue;
		state = TRIE_ROOT;
		for (j = i; j < f->n && state != TRIE_DEAD; j++) {
			state = trie_step(&r->words, state, f->cp[j]);
			if (state == TRIE_DEAD)
				break;
			value = trie_value(&r->words, state);
			if (value != TRIE_NONE)
				note(f, k, value, i, j + 1);
		}
	}
}

void
role_look(const struct roles *r, struct role_look *k,
    const struct seg_text *front, struct span text)
{
	struct front f;

	memset(k, 0, sizeof *k);
	read_front(r, &f, k, front, text);
	count(&f, k);
	read_tail(r, k, text);
	k->first = f.n > 0 ? f.cp[0] : 0;
	k->dated = is_dated(&f);
	k->dashed = k->first == 0x2014 || k->first == 0x2500 ||
	    k->first == '-' || k->first == 0x2015;
	read_mark(&f, k);
	find_words(r, &f, k);
}
