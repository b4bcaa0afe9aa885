/* Keys of facts. */
#include "fact/key.h"

#include <string.h>

#include "base/hash.h"
#include "text/utf8.h"

/* Marks that one paper prints and another does not. */
static int
is_dropped(uint32_t c)
{
	static const uint32_t marks[] = { ' ', '"', '\'', '(', ')', '-', 0xb7,
	    0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x3000, 0x3001, 0x300a,
	    0x300b, 0x300c, 0x300d, 0xff08, 0xff09, 0xff0c };
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i] == c)
			return 1;
	return 0;
}

static uint64_t
add_text(uint64_t h, struct span s)
{
	char letter[4];
	uint32_t c;
	size_t i, len;

	for (i = 0; i < s.n; i += len) {
		c = utf8_decode(s.p + i, s.n - i, &len);
		if (c == UTF8_BAD || is_dropped(c))
			continue;
		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		h = hash_add(h, letter, utf8_encode(letter, c));
	}
	return hash_add(h, "", 1);
}

/* Values differ in their digits only, dates keep their hyphens. */
static uint64_t
add_plain(uint64_t h, struct span s)
{
	return hash_add(hash_add(h, s.p, s.n), "", 1);
}

/* 亿元以上重点项目 narrows 项目 as 亿元以上重点 does. */
static struct span
bare_scope(const struct fact *f)
{
	static const char *const nouns[] = { "项目", "企业" };
	struct span s = f->scope;
	size_t i, n;

	for (i = 0; i < sizeof nouns / sizeof *nouns; i++) {
		n = strlen(nouns[i]);
		if (s.n > n && memcmp(s.p + s.n - n, nouns[i], n) == 0)
			s.n -= n;
	}
	return s;
}

uint64_t
key_of(const struct fact *f)
{
	static const char kinds[] = "sepmn";
	uint64_t h;

	h = hash_add(HASH_START, kinds + f->kind, 1);
	h = add_text(h, f->subject);
	h = add_text(h, f->predicate);
	h = add_text(h, f->object);
	h = add_text(h, bare_scope(f));
	h = add_plain(h, f->measure);
	h = add_plain(h, f->value);
	h = add_plain(h, f->unit);
	h = add_plain(h, f->time);
	return h == 0 ? 1 : h;
}
