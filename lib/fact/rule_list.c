/* list NAME CANON: word word ...: words of a rule file. */
#include "fact/rule_int.h"

#include <string.h>

#include "text/utf8.h"

/* The number of a list, or -1. */
int
list_find(const struct rules *r, struct span name)
{
	unsigned i;

	for (i = 0; i < r->nlist; i++)
		if (span_eq(r->list[i].name, name))
			return (int)i;
	return -1;
}

static int
list_open(struct lex *x, struct span name)
{
	struct rules *r = x->r;
	struct list_info *l;
	int i;

	if ((i = list_find(r, name)) != -1)
		return i;
	if (r->nlist == LIST_LITERAL)
		return lex_fail(x, "more than %d lists of your own",
		    LIST_LITERAL - LIST_COUNT);
	l = &r->list[r->nlist];
	memset(l, 0, sizeof *l);
	l->name = name;
	l->file = x->file;
	l->line = lex_where(x);
	return (int)r->nlist++;
}

/* A word of a list: up to a blank or a colon, or in quotes. */
static int
list_word(struct lex *x, struct span *s)
{
	const char *p;

	if (lex_at(x, "'':") || lex_at(x, "''/")) {
		x->p += 2;
		*s = span_of("", 0);
		return 0;
	}
	if (lex_at(x, "'"))
		return lex_quoted(x, s);
	for (p = x->p; x->p < x->end && *x->p != ' ' && *x->p != '\t' &&
	    *x->p != '\n' && *x->p != '\r' && *x->p != ':' && *x->p != '/';
	    x->p++)
		;
	*s = span_of(p, (size_t)(x->p - p));
	return s->n == 0 ? lex_fail(x, "a word is missing") : 0;
}

static int
list_flags(struct lex *x, struct span *flags)
{
	const char *p;

	if (!lex_take(x, "/")) {
		*flags = span_of("", 0);
		return 0;
	}
	for (p = x->p; x->p < x->end && *x->p >= 'a' && *x->p <= 'z'; x->p++)
		;
	*flags = span_of(p, (size_t)(x->p - p));
	return flags->n == 0 ? lex_fail(x, "flags are missing") : 0;
}

/* The blank that a quoted word may hold is not in the text of a sentence. */
static int
add_word(struct lex *x, int list, struct span s, struct span meaning,
    struct span flags)
{
	if (is_mark(s))
		return lex_fail(x, "%.*s is no word",
		    (int)(s.n < 32 ? s.n : 32), s.p);
	if (words_add(x->r->words, s, list, meaning, flags) == -1)
		return lex_fail(x, "not UTF-8");
	x->r->list[list].words++;
	return 0;
}

int
list_parse(struct lex *x)
{
	struct span s, meaning, flags, own;
	int list, named;

	if (!lex_is_list(x->name) || (x->name.p[x->name.n - 1] >= '0' &&
	    x->name.p[x->name.n - 1] <= '9'))
		return lex_fail(x, "a list is named in capitals, with no "
		    "digit at the end");
	if ((list = list_open(x, x->name)) == -1)
		return -1;
	meaning = flags = span_of("", 0);
	named = 0;
	for (lex_blank(x); x->p < x->end; lex_blank(x)) {
		if (list_word(x, &s) == -1 || list_flags(x, &own) == -1)
			return -1;
		if (lex_take(x, ":")) {
			meaning = s;
			flags = own;
			named = 1;
			continue;
		}
		if (add_word(x, list, s, named ? meaning : s,
		    own.n == 0 ? flags : own) == -1)
			return -1;
	}
	return 0;
}
