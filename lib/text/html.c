/* Entities and tags of HTML. */
#include "text/html.h"

#include <string.h>

#include "text/html_tab.h"

enum {
	NAME_MAX_LEN = 32,	/* no name is longer */
	TAG_MAX_LEN = 4096	/* no tag is searched farther */
};

/* What 80 to 9F mean in a numeric entity: HTML reads them as CP1252. */
static const uint16_t c1[32] = {
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
	0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178
};

int
html_open(struct html *h, const struct tab *t)
{
	return trie_open(&h->trie, tab_section(t, 0), tab_section(t, 1));
}

static int
lower(int c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static int
is_name(int c)
{
	return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

static int
digit(int c, int base)
{
	int v;

	v = c >= '0' && c <= '9' ? c - '0' :
	    lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10 : 16;
	return v < base ? v : -1;
}

/* A numeric entity behind "&#". */
static size_t
numeric(const char *p, size_t n, uint32_t *cp)
{
	uint32_t v;
	size_t i, start;
	int base;

	i = 2;
	base = i < n && (p[i] == 'x' || p[i] == 'X') ? 16 : 10;
	i += base == 16;
	v = 0;
	for (start = i; i < n && i - start < 8 && digit(p[i], base) >= 0; i++)
		v = v * (uint32_t)base + (uint32_t)digit(p[i], base);
	if (i == start || i == n || p[i] != ';')
		return 0;
	if (v == 0 || v > 0x10ffff || (v >= 0xd800 && v <= 0xdfff))
		v = 0xfffd;
	else if (v >= 0x80 && v <= 0x9f)
		v = c1[v - 0x80];
	*cp = v;
	return i + 1;
}

size_t
html_entity(const struct html *h, const char *p, size_t n, uint32_t *cp)
{
	uint32_t state, v;
	size_t i;

	if (n > 2 && p[1] == '#')
		return numeric(p, n, cp);
	state = trie_step(&h->trie, TRIE_ROOT, '&');
	for (i = 1; i < n && i < NAME_MAX_LEN && state != TRIE_DEAD &&
	    is_name(p[i]); i++)
		state = trie_step(&h->trie, state, (unsigned char)p[i]);
	if (state == TRIE_DEAD || i == n || p[i] != ';')
		return 0;
	v = trie_value(&h->trie, state);
	if (v == TRIE_NONE)
		return 0;
	*cp = v;
	return i + 1;
}

/*
 * The bytes of a comment, 0 when it has no end before the next begins: so a
 * line of beginnings takes no more time than another.
 */
static size_t
comment(const char *p, size_t n)
{
	size_t i;

	for (i = 4; i + 3 <= n; i++) {
		if (memcmp(p + i, "-->", 3) == 0)
			return i + 3;
		if (n - i >= 4 && memcmp(p + i, "<!--", 4) == 0)
			return 0;
	}
	return 0;
}

/* A comment or a declaration, at "<!" or "<?". */
static size_t
declaration(const char *p, size_t n)
{
	size_t i;

	if (n >= 4 && memcmp(p, "<!--", 4) == 0)
		return comment(p, n);
	if (n < 9 || (memcmp(p, "<!DOCTYPE", 9) != 0 &&
	    memcmp(p, "<!doctype", 9) != 0 && memcmp(p, "<?xml", 5) != 0))
		return 0;
	for (i = 5; i < n && i < TAG_MAX_LEN; i++)
		if (p[i] == '>')
			return i + 1;
	return 0;
}

/* The name at p[i]: its end; *v is its value, with a prefix any name goes. */
static size_t
element(const struct html *h, const char *p, size_t n, size_t i, uint32_t *v)
{
	uint32_t state;
	size_t start;
	int prefix;

	state = trie_step(&h->trie, TRIE_ROOT, '<');
	prefix = 0;
	for (start = i; i < n && i - start < NAME_MAX_LEN; i++) {
		if (p[i] == ':' && i > start)
			prefix = 1;
		else if (!is_name(p[i]) || (i == start && p[i] <= '9'))
			break;
		if (state != TRIE_DEAD)
			state = trie_step(&h->trie, state,
			    (uint32_t)lower((unsigned char)p[i]));
	}
	*v = state == TRIE_DEAD ? TRIE_NONE : trie_value(&h->trie, state);
	if (prefix)
		*v = HTML_TAG;
	return i;
}

/* The end of a tag whose name ends at i: attributes, then `>`. */
static size_t
attributes(const char *p, size_t n, size_t i)
{
	size_t start;
	int quote, equals;

	quote = equals = 0;
	for (start = i; i < n && i - start < TAG_MAX_LEN; i++) {
		if (quote != 0) {
			if (p[i] == quote)
				quote = 0;
			continue;
		}
		if ((p[i] == '"' || p[i] == '\'') && equals)
			quote = p[i];
		else if (p[i] == '=')
			equals = 1;
		else if (p[i] == '<')
			return 0;
		else if (p[i] == '>')
			return equals || i - start <= 2 ? i + 1 : 0;
	}
	return 0;
}

size_t
html_tag(const struct html *h, const char *p, size_t n, int *block)
{
	uint32_t v;
	size_t i;

	*block = 0;
	if (n < 3)
		return 0;
	if (p[1] == '!' || p[1] == '?')
		return declaration(p, n);
	i = element(h, p, n, p[1] == '/' ? 2 : 1, &v);
	if (v == TRIE_NONE || (v & HTML_TAG) == 0 || i == n)
		return 0;
	if (p[i] != '>' && p[i] != '/' && p[i] != ' ' && p[i] != '\t')
		return 0;
	*block = (v & HTML_BLOCK) != 0;
	return attributes(p, n, i);
}
