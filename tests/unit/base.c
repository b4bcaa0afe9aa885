/* Tests of lib/base and lib/text/utf8. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/mem.h"
#include "text/utf8.h"
#include "unit.h"

static void
test_memory(struct unit *u)
{
	struct arena a;
	struct buf b;
	char *p, *q;
	size_t i;
	int ok;

	memset(&a, 0, sizeof a);
	memset(&b, 0, sizeof b);
	p = arena_dup(&a, "abc", 3);
	q = arena_alloc(&a, 1000000);
	memset(q, 1, 1000000);
	unit_case(u, strcmp(p, "abc") == 0, "arena keeps earlier pieces");
	unit_case(u, (uintptr_t)q % _Alignof(max_align_t) == 0, "alignment");
	arena_reset(&a);
	unit_case(u, a.used == 0, "reset");
	ok = 1;
	for (i = 0; i < 100000; i++)
		ok &= arena_alloc(&a, i % 50) != NULL;
	unit_case(u, ok, "many small pieces");
	arena_free(&a);
	buf_fmt(&b, "%d-%s", 12, "x");
	buf_uint(&b, UINT64_MAX);
	unit_case(u, span_eq(buf_view(&b),
	    span_str("12-x18446744073709551615")),
	    "formatted and counted");
	buf_free(&b);
}

/* Published test values of FNV-1a 64. */
static void
test_hash(struct unit *u)
{
	unit_case(u, hash_add(HASH_START, "", 0) ==
	    UINT64_C(0xcbf29ce484222325), "hash of nothing");
	unit_case(u, hash_add(HASH_START, "a", 1) ==
	    UINT64_C(0xaf63dc4c8601ec8c), "hash of a");
	unit_case(u, hash_add(HASH_START, "foobar", 6) ==
	    UINT64_C(0x85944171f73967e8), "hash of foobar");
}

/* Sequences, their code point (UTF8_BAD if invalid) and bytes taken. */
static const struct {
	const char *in;
	size_t n;
	uint32_t cp;
	size_t len;
} sequences[] = {
	{ "a", 1, 'a', 1 },
	{ "\0", 1, 0, 1 },
	{ "\x7f", 1, 0x7f, 1 },
	{ "\xc2\x80", 2, 0x80, 2 },
	{ "\xdf\xbf", 2, 0x7ff, 2 },
	{ "\xe0\xa0\x80", 3, 0x800, 3 },
	{ "\xe4\xb8\xad", 3, 0x4e2d, 3 },
	{ "\xed\x9f\xbf", 3, 0xd7ff, 3 },
	{ "\xef\xbf\xbf", 3, 0xffff, 3 },
	{ "\xf0\x90\x80\x80", 4, 0x10000, 4 },
	{ "\xf4\x8f\xbf\xbf", 4, 0x10ffff, 4 },
	{ "\x80", 1, UTF8_BAD, 1 },
	{ "\xc0\x80", 2, UTF8_BAD, 1 },
	{ "\xc1\xbf", 2, UTF8_BAD, 1 },
	{ "\xe0\x80\x80", 3, UTF8_BAD, 1 },
	{ "\xe4\xb8", 2, UTF8_BAD, 2 },
	{ "\xe4" "a", 2, UTF8_BAD, 1 },
	{ "\xe4\xb8" "a", 3, UTF8_BAD, 2 },
	{ "\xed\xa0\x80", 3, UTF8_BAD, 1 },
	{ "\xf0\x80\x80\x80", 4, UTF8_BAD, 1 },
	{ "\xf0\x90\x80", 3, UTF8_BAD, 3 },
	{ "\xf4\x90\x80\x80", 4, UTF8_BAD, 1 },
	{ "\xf5\x80\x80\x80", 4, UTF8_BAD, 1 },
	{ "\xff", 1, UTF8_BAD, 1 },
};

static void
test_decoding(struct unit *u)
{
	uint32_t cp;
	size_t i, len;
	char out[4];

	for (i = 0; i < sizeof sequences / sizeof sequences[0]; i++) {
		cp = utf8_decode(sequences[i].in, sequences[i].n, &len);
		unit_case(u, cp == sequences[i].cp && len == sequences[i].len,
		    "decoding");
		unit_case(u, (utf8_valid(sequences[i].in, sequences[i].n) ==
		    sequences[i].n) == (cp != UTF8_BAD), "validity");
		if (cp == UTF8_BAD)
			continue;
		unit_case(u, utf8_encode(out, cp) == len &&
		    memcmp(out, sequences[i].in, len) == 0, "encoding");
	}
}

static const struct {
	const char *in;
	size_t cut;
} cuts[] = {
	{ "", 0 },
	{ "ab", 2 },
	{ "a\xe4", 1 },
	{ "a\xe4\xb8", 1 },
	{ "a\xe4\xb8\xad", 4 },
	{ "a\xf0\x90\x80", 1 },
	{ "\x80\x80\x80\x80", 4 },
};

static void
test_cutting(struct unit *u)
{
	size_t i;

	for (i = 0; i < sizeof cuts / sizeof cuts[0]; i++)
		unit_case(u, utf8_cut(cuts[i].in, strlen(cuts[i].in)) ==
		    cuts[i].cut, "cutting");
	unit_case(u, utf8_count("签约143个", 12) == 6, "counting");
	unit_case(u, utf8_valid("0123456789ab\xe4\xb8\xad\xff", 16) == 15,
	    "valid start");
}

int
main(void)
{
	struct unit u = { 0, 0 };

	test_memory(&u);
	test_hash(&u);
	test_decoding(&u);
	test_cutting(&u);
	return unit_end(&u);
}
