/* Annotations. */
#include "enc/annot.h"

#include <string.h>

#include "text/utf8.h"

enum { BARE_SHARE = 4 };	/* more than one bare in so many: keep */

/* An opening or closing parenthesis at p: its bytes, or 0. */
static size_t
paren(const char *p, size_t n, char half, const char *full)
{
	if (n > 0 && p[0] == half)
		return 1;
	return n >= 3 && memcmp(p, full, 3) == 0 ? 3 : 0;
}

size_t
annot_parse(const char *p, size_t n, struct reading *r)
{
	size_t i, len;

	i = paren(p, n, '(', "\xef\xbc\x88");
	if (i == 0)
		return 0;
	while (i < n && p[i] == ' ')
		i++;
	len = reading_parse(r, p + i, n - i);
	if (len == 0)
		return 0;
	i += len;
	while (i < n && p[i] == ' ')
		i++;
	len = paren(p + i, n - i, ')', "\xef\xbc\x89");
	return len == 0 ? 0 : i + len;
}

/* A hanzi with its reading behind it at p: all their bytes, or 0. */
static size_t
annotated(const struct tables *t, const char *p, size_t n, uint32_t *cp,
    size_t *len)
{
	struct reading r;
	size_t k;

	*cp = utf8_decode(p, n, len);
	if (*cp < 0x3400 || *len >= n || (p[*len] != '(' && p[*len] != '\xef'))
		return 0;
	k = annot_parse(p + *len, n - *len, &r);
	if (k == 0 || !readings_fit(&t->readings, *cp, &r))
		return 0;
	return *len + k;
}

/* Where the character before p[i] begins. */
static size_t
before(const char *p, size_t i)
{
	do
		i--;
	while (i > 0 && ((unsigned char)p[i] & 0xc0) == 0x80);
	return i;
}

/* Looks only at places behind which a parenthesis opens. */
static int
any_behind(const struct tables *t, const char *p, size_t n, const char *open)
{
	const char *q;
	uint32_t cp;
	size_t i, len, k, step;

	len = strlen(open);
	for (i = 1; i + len < n; i++) {
		q = memchr(p + i, open[0], n - i);
		if (q == NULL)
			return 0;
		i = (size_t)(q - p);
		if (i + len > n || memcmp(q, open, len) != 0)
			continue;
		k = before(p, i);
		if (annotated(t, p + k, n - k, &cp, &step) != 0)
			return 1;
	}
	return 0;
}

int
annot_any(const struct tables *t, const char *p, size_t n)
{
	return any_behind(t, p, n, "(") ||
	    any_behind(t, p, n, "\xef\xbc\x88");
}

/*
 * Only a traditional form that is not in GB2312: simplified text has 著 and 乾
 * too.
 */
static int
is_trad(const struct tables *t, uint32_t cp)
{
	uint32_t code;

	if (cp > 0xffff || tab_u16(t->model.fold + 2 * (size_t)cp) == cp)
		return 0;
	code = dbcs_encode(&t->cs.gb, cp);
	return code >> 8 < 0xb0 || code >> 8 > 0xf7 || (code & 0xff) < 0xa1;
}

/* The entry of cp, made if add is set; NULL when there is none. */
static struct annot_seen *
find(struct annot *a, uint32_t cp, int add)
{
	size_t i;

	i = cp % ANNOT_SLOTS;
	while (a->seen[i].cp != 0 && a->seen[i].cp != cp)
		i = (i + 1) % ANNOT_SLOTS;
	if (a->seen[i].cp == cp)
		return &a->seen[i];
	if (!add || a->n == ANNOT_SLOTS / 2)
		return NULL;
	a->n++;
	a->seen[i].cp = cp;
	return &a->seen[i];
}

void
annot_count(struct annot *a, const struct tables *t, const char *p, size_t n)
{
	struct annot_seen *seen;
	uint32_t cp;
	size_t i, len, k;

	for (i = 0; i < n; i += k == 0 ? len : k) {
		k = annotated(t, p + i, n - i, &cp, &len);
		if (k == 0)
			continue;
		a->trad += (size_t)is_trad(t, cp);
		a->other += (size_t)!is_trad(t, cp);
		if ((seen = find(a, cp, 1)) != NULL)
			seen->with++;
	}
	for (i = 0; i < n; i += k == 0 ? len : k) {
		k = annotated(t, p + i, n - i, &cp, &len);
		if (k == 0 && cp >= 0x3400 && (seen = find(a, cp, 0)) != NULL)
			seen->bare++;
	}
}

int
annot_is(const struct annot *a, const struct tables *t, enum annot_mode mode,
    uint32_t cp)
{
	const struct annot_seen *seen;
	size_t i;

	if (mode != ANNOT_AUTO)
		return mode == ANNOT_DROP;
	if (!is_trad(t, cp) || a->other * 4 > a->trad)
		return 0;
	i = cp % ANNOT_SLOTS;
	while (a->seen[i].cp != 0 && a->seen[i].cp != cp)
		i = (i + 1) % ANNOT_SLOTS;
	seen = &a->seen[i];
	return seen->cp == 0 || seen->bare * BARE_SHARE <= seen->with;
}
