/*
 * Charsets: text comes out whole and valid, the same whether its bytes come at
 * once or in two pieces, and what GB18030 and Big5 decode they encode.  The
 * first byte chooses the charset, the second where to cut.
 */
#include "fuzz.h"

#include "enc/charset.h"
#include "text/utf8.h"

/* Appends what data[0..n) says in c, cut at a place. */
static void
decode(const struct charsets *s, enum charset c, const uint8_t *data, size_t n,
    size_t cut, struct decoder *d, struct buf *out)
{
	size_t got;

	got = charset_decode(s, c, d, data, cut, 0, out);
	FUZZ_HOLDS(got <= cut && cut - got < 4);
	FUZZ_HOLDS(charset_decode(s, c, d, data + got, n - got, 1, out) ==
	    n - got);
}

/* What was decoded without loss comes back. */
static void
check_back(const struct charsets *s, enum charset c, struct span text)
{
	struct buf bytes = { NULL, 0, 0 }, again = { NULL, 0, 0 };
	struct decoder d = { 0, 0 };
	size_t i, len;

	for (i = 0; i < text.n; i += len)
		if (charset_encode(s, c, utf8_decode(text.p + i, text.n - i,
		    &len), &bytes) != 0)
			break;
	FUZZ_HOLDS(i == text.n);
	charset_decode(s, c, &d, (const unsigned char *)bytes.p, bytes.n, 1,
	    &again);
	FUZZ_HOLDS(d.lost == 0 && span_eq(text, buf_view(&again)));
	buf_free(&bytes);
	buf_free(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct charsets s;
	static int open;
	struct buf a = { NULL, 0, 0 }, b = { NULL, 0, 0 };
	struct decoder one = { 0, 0 }, two = { 0, 0 };
	enum charset c;
	size_t cut;

	if (!open)
		FUZZ_HOLDS(charsets_open(&s) == 0);
	open = 1;
	if (n < 2)
		return 0;
	c = (enum charset)(data[0] % CS_COUNT);
	cut = data[1] % (n - 1);
	data += 2;
	n -= 2;
	FUZZ_HOLDS(charset_decode(&s, c, &one, data, n, 1, &a) == n);
	FUZZ_HOLDS(a.n == 0 || utf8_valid(a.p, a.n) == a.n);
	decode(&s, c, data, n, cut, &two, &b);
	FUZZ_HOLDS(one.lost == two.lost && span_eq(buf_view(&a),
	    buf_view(&b)));
	if ((c == CS_GB || c == CS_BIG5) && one.lost == 0)
		check_back(&s, c, buf_view(&a));
	buf_free(&a);
	buf_free(&b);
	return 0;
}
