/* The lines of a document, held until their role is known, then cut. */
#include "lex/tok.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/span.h"
#include "lex/cls.h"
#include "lex/glue.h"
#include "lex/lexicon.h"
#include "lex/name.h"
#include "lex/place.h"
#include "lex/role.h"
#include "lex/seg.h"
#include "lex/tagger.h"
#include "tab/trie.h"
#include "text/token.h"
#include "text/utf8.h"

enum {
	OVERLAP = 64,		/* code points cut anew with the next part */
	FEW = 64		/* words handed out at a time: they stay near */
};

/* How far the sentence in hand has come. */
enum {
	BETWEEN,		/* no word of the next one was seen */
	INSIDE,
	CLOSING			/* its full stop was seen, not all quotes */
};

/* A line that is held. */
struct held {
	size_t line;
	size_t pos;		/* bytes of text already cut */
	size_t chars;		/* code points of the line before pos */
	struct buf text;
	struct seg_text part;	/* its code points from pos on */
	int decoded;		/* they are there */
	struct role_look look;
	enum role role;
	void *own;
	int known;		/* the role is known */
	int joins;		/* its sentence goes on in the next line */
	int more;
};

struct tok {
	struct held held[TOK_HOLD];
	size_t first;		/* of held */
	size_t count;
	size_t sent;
	int state;		/* of the sentence in hand */
	int ended;		/* no line of the document is to come */
	struct tok_opts opts;
	struct seg seg;
	struct tagger tagger;
	struct roles roles;
	struct names names;
	struct seg_word words[SEG_WINDOW];	/* of the part in hand */
	size_t word;		/* the next to hand out */
	size_t nwords;
	size_t end;		/* of the last one, in the part */
	struct token tokens[TOK_PIECE];
};

struct tok *
tok_new(const struct tok_opts *o)
{
	struct tok *t;

	t = xcalloc(1, sizeof *t);
	if (o != NULL)
		t->opts = *o;
	if (seg_open(&t->seg, t->opts.user) == -1 ||
	    role_open(&t->roles) == -1 || name_open(&t->names) == -1) {
		free(t);
		return NULL;
	}
	tagger_open(&t->tagger, &t->seg.lex, t->opts.user);
	return t;
}

void
tok_free(struct tok *t)
{
	size_t i;

	for (i = 0; i < TOK_HOLD; i++)
		buf_free(&t->held[i].text);
	free(t);
}

static struct held *
held_at(struct tok *t, size_t i)
{
	return &t->held[(t->first + i) % TOK_HOLD];
}

static int
is_blank(const struct tok *t, struct span text)
{
	size_t i;
	size_t len;
	uint32_t cp;

	for (i = 0; i < text.n; i += len) {
		cp = utf8_decode(text.p + i, text.n - i, &len);
		if (!(cls_of(&t->seg.cls, cp) & CLS_SPACE))
			return 0;
	}
	return 1;
}

/* Drops what is cut already and appends a further window of the line. */
static void
append(struct held *h, struct span text)
{
	size_t left;

	left = h->text.n - h->pos;
	if (h->pos > 0) {
		memmove(h->text.p, h->text.p + h->pos, left);
		h->text.n = left;
		h->pos = 0;
	}
	buf_span(&h->text, text);
}

static void
decode(struct tok *t, struct held *h)
{
	if (!h->decoded)
		seg_decode(&t->seg, &h->part, span_of(h->text.p + h->pos,
		    h->text.n - h->pos));
	h->decoded = 1;
}

void
tok_line(struct tok *t, const struct tok_line *line)
{
	struct held *h;

	t->ended = 0;
	if (line->cont && t->count > 0) {
		h = held_at(t, t->count - 1);
	} else {
		if (!line->more && is_blank(t, line->text))
			return;
		h = held_at(t, t->count++);
		h->line = line->line;
		h->pos = 0;
		h->chars = 0;
		h->known = 0;
		buf_clear(&h->text);
	}
	h->own = line->own;
	h->more = line->more;
	append(h, line->text);
	h->decoded = 0;
	if (!line->cont) {
		decode(t, h);
		role_look(&t->roles, &h->look, &h->part, line->text);
	}
}

void
tok_end(struct tok *t)
{
	t->ended = 1;
}

/* Counts a word into the sentence in hand. */
static void
sentence(struct tok *t, unsigned cls)
{
	if (t->state == CLOSING && !(cls & (CLS_END | CLS_CLOSE)))
		t->state = BETWEEN;
	if (t->state == BETWEEN) {
		t->sent++;
		t->state = INSIDE;
	}
	if (cls & CLS_END)
		t->state = CLOSING;
}

/*
 * Words of the part that need not be cut anew with what follows it; at least
 * one, so a run that fills the part is cut there.
 */
static size_t
settled(const struct tok *t, size_t n, int last)
{
	size_t i;

	if (last)
		return n;
	for (i = n; i > 0; i--)
		if (t->words[i - 1].kind == SEG_PUNCT ||
		    t->words[i - 1].kind == SEG_SPACE)
			if (t->words[i - 1].end > SEG_WINDOW / 2 &&
			    t->words[i - 1].end + OVERLAP < SEG_WINDOW)
				return i;
	for (i = n; i > 1; i--)
		if (t->words[i - 1].start + OVERLAP < SEG_WINDOW)
			break;
	return i > 1 ? i - 1 : 1;
}

static inline void
fill_one(struct token *k, const struct tok *t, const struct held *h,
    struct span role, size_t start, size_t end)
{
	k->text = span_of(h->text.p + h->pos + h->part.at[start].off,
	    h->part.at[end].off - h->part.at[start].off);
	k->role = role;
	k->line = h->line;
	k->sent = t->sent;
	k->start = h->chars + start;
	k->end = h->chars + end;
}

/*
 * Adds the words of two and then of three characters within a longer one, as
 * jieba's cut_for_search does.  Returns how many.
 */
static size_t
fill_inner(struct tok *t, const struct held *h, const struct seg_word *w,
    struct token *k)
{
	size_t count;
	size_t i;
	size_t n;
	uint32_t value;

	count = 0;
	for (n = 2; n <= 3; n++)
		for (i = w->start; w->end > w->start + n &&
		    i + n <= w->end; i++) {
			value = seg_find(&t->seg, &h->part, i, i + n);
			if (value == TRIE_NONE)
				continue;
			fill_one(&k[count], t, h, role_name(h->role), i,
			    i + n);
			k[count++].tag = lexicon_tag_name(&t->seg.lex,
			    lexicon_tags(&t->seg.lex, value)[0]);
		}
	return count;
}

/* Turns the next few words into tokens; returns how many there are. */
static size_t
fill(struct tok *t, const struct held *h)
{
	const struct seg_word *w;
	struct span role;
	size_t count;

	role = role_name(h->role);
	for (count = 0; count < FEW && t->word < t->nwords; t->word++) {
		w = &t->words[t->word];
		if (w->kind == SEG_SPACE)
			continue;
		sentence(t, h->part.at[w->start].cls);
		if (t->opts.search && w->end - w->start > 2)
			count += fill_inner(t, h, w, &t->tokens[count]);
		fill_one(&t->tokens[count], t, h, role, w->start, w->end);
		t->tokens[count++].tag = tagger_name(&t->tagger, w);
	}
	return count;
}

/* Goes on behind the part in hand. */
static void
pass(struct tok *t, struct held *h)
{
	h->pos += h->part.at[t->end].off;
	h->chars += t->end;
	h->decoded = t->end == 0 && h->decoded;
	t->word = t->nwords = t->end = 0;
}

/* Cuts the next part of a line.  Returns 0 when nothing is left to cut. */
static int
cut(struct tok *t, struct held *h)
{
	const struct seg_text *part;
	size_t n;
	int last;

	decode(t, h);
	part = &h->part;
	last = h->pos + part->at[part->n].off == h->text.n &&
	    (!h->more || t->ended);
	if (part->n == 0 || (part->n < SEG_WINDOW && !last))
		return 0;
	n = seg_cut(&t->seg, part, t->words);
	n = name_join(&t->names, &t->seg.lex, part, t->words, n);
	n = place_join(&t->names, &t->seg.lex, part, t->words, n);
	tagger_tag(&t->tagger, t->words, n);
	n = settled(t, n, last);
	t->end = t->words[n - 1].end;
	if (t->opts.glue != 0)
		n = glue_join(t->opts.glue, &t->seg.lex, part, t->words, n);
	t->nwords = n;
	return 1;
}

/* Hands out the next tokens of a line.  Returns 0 when none are left. */
static int
hand_out(struct tok *t, struct held *h, struct tok_piece *piece)
{
	const struct token *last;

	while ((piece->n = fill(t, h)) == 0) {
		pass(t, h);
		if (!cut(t, h))
			return 0;
	}
	last = &t->tokens[piece->n - 1];
	piece->v = t->tokens;
	piece->text.p = t->tokens[0].text.p;
	piece->text.n = (size_t)(last->text.p + last->text.n - piece->text.p);
	piece->own = h->own;
	return 1;
}

/*
 * Whether a line begins with the letter that the one before ended in, as a
 * word of its own: 重大项目 / 目建设现场.
 */
static int
begins_again(struct tok *t, const struct held *h, struct held *next)
{
	if (h->look.last != next->look.first)
		return 0;
	decode(t, next);
	return seg_cut(&t->seg, &next->part, t->words) > 0 &&
	    t->words[0].end == 1;
}

/* Finds the role of the line held first.  Returns 0 when it is too early. */
static int
know(struct tok *t)
{
	struct held *h;
	struct held *next;

	h = held_at(t, 0);
	if (h->known)
		return 1;
	next = t->count > 1 ? held_at(t, 1) : NULL;
	if (next == NULL && !t->ended && !h->more &&
	    role_waits(&t->roles, &h->look))
		return 0;
	h->role = role_tell(&t->roles, &h->look,
	    next == NULL ? NULL : &next->look,
	    next != NULL && begins_again(t, h, next), &h->joins);
	h->known = 1;
	return 1;
}

/* Lets go of the line held first. */
static void
release(struct tok *t)
{
	if (!held_at(t, 0)->joins)
		t->state = BETWEEN;
	t->first = (t->first + 1) % TOK_HOLD;
	t->count--;
}

int
tok_next(struct tok *t, struct tok_piece *piece)
{
	while (t->count > 0 && know(t)) {
		if (hand_out(t, held_at(t, 0), piece))
			return 1;
		if (held_at(t, 0)->more && !t->ended)
			return 0;
		release(t);
	}
	if (t->ended) {
		role_begin(&t->roles);
		t->state = BETWEEN;
		t->sent = 0;
		t->ended = 0;
	}
	return 0;
}
