/* Conversion between traditional and simplified characters. */
#include "text/script.h"

#include "text/utf8.h"

int
script_open(struct script *s, const struct tab *t)
{
	s->pool = tab_section(t, 2);
	return trie_open(&s->trie, tab_section(t, 0), tab_section(t, 1));
}

/* What a value stands for; empty when the table is damaged. */
static struct span
pool_text(const struct script *s, uint32_t value)
{
	size_t off, n;

	off = value >> 1;
	if (off + 2 > s->pool.n)
		return span_of("", 0);
	n = tab_u16(s->pool.p + off);
	if (n > s->pool.n - off - 2)
		return span_of("", 0);
	return span_of(s->pool.p + off + 2, n);
}

/*
 * The longest phrase at p: its bytes, or 0; *value is its value, *step the
 * bytes of the first character.
 */
static size_t
longest(const struct script *s, const char *p, size_t n, int all,
    uint32_t *value, size_t *step)
{
	uint32_t state, v;
	size_t at, len, best;

	state = trie_step(&s->trie, TRIE_ROOT, utf8_decode(p, n, step));
	best = 0;
	for (at = *step; state != TRIE_DEAD; at += len) {
		v = trie_value(&s->trie, state);
		if (v != TRIE_NONE && (all || (v & 1) == 0)) {
			best = at;
			*value = v;
		}
		if (at == n)
			break;
		state = trie_step(&s->trie, state,
		    utf8_decode(p + at, n - at, &len));
	}
	return best;
}

int
script_sure(const struct script *s, const char *p, size_t n)
{
	uint32_t value;
	size_t i, len, step;

	for (i = 0; i < n; i += len == 0 ? step : len) {
		if ((unsigned char)p[i] < 0x80) {
			len = 1;
			continue;
		}
		len = longest(s, p + i, n - i, 0, &value, &step);
		if (len != 0 &&
		    !span_eq(pool_text(s, value), span_of(p + i, len)))
			return 1;
	}
	return 0;
}

size_t
script_convert(const struct script *s, const char *p, size_t n, int all,
    struct buf *out, void (*note)(void *, size_t, struct span, struct span),
    void *arg)
{
	struct span from, to;
	uint32_t value;
	size_t i, len, step, kept, changes;

	changes = kept = 0;
	for (i = 0; i < n; i += len == 0 ? step : len) {
		if ((unsigned char)p[i] < 0x80) {
			len = 1;
			continue;
		}
		len = longest(s, p + i, n - i, all, &value, &step);
		if (len == 0)
			continue;
		from = span_of(p + i, len);
		to = pool_text(s, value);
		if (to.n == 0 || span_eq(from, to))
			continue;
		buf_add(out, p + kept, i - kept);
		if (note != NULL)
			note(arg, i, from, to);
		buf_span(out, to);
		kept = i + len;
		changes++;
	}
	buf_add(out, p + kept, n - kept);
	return changes;
}

int
script_changes(const struct script *s, uint32_t cp)
{
	uint32_t state, value;
	char text[4];

	state = trie_step(&s->trie, TRIE_ROOT, cp);
	if (state == TRIE_DEAD)
		return 0;
	value = trie_value(&s->trie, state);
	return value != TRIE_NONE && !span_eq(pool_text(s, value),
	    span_of(text, utf8_encode(text, cp)));
}
