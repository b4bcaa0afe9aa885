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

/* Appends cp in GB18030 or Big5 by the table; returns 0, or -1 if it cannot. */
static int
encode(const struct charsets *s, enum charset c, uint32_t cp, struct buf *out)
{
	uint32_t code, four;

	code = cp < 0x80 ? cp :
	    dbcs_encode(c == CS_GB ? &s->gb : &s->big5, cp);
	if (code != 0 || cp == 0) {
		if (code > 0xff)
			buf_byte(out, (int)(code >> 8));
		buf_byte(out, (int)(code & 0xff));
		return 0;
	}
	four = c == CS_GB ? dbcs_number(&s->gb, cp) : UINT32_MAX;
	if (four == UINT32_MAX)
		return -1;
	buf_byte(out, (int)(0x81 + four / 12600));
	buf_byte(out, (int)('0' + four / 1260 % 10));
	buf_byte(out, (int)(0x81 + four / 10 % 126));
	buf_byte(out, (int)('0' + four % 10));
	return 0;
}

/*
 * What was decoded without loss comes back.  Four codes of Big5-HKSCS are two
 * characters, the second a macron or caron that has no code of its own.
 */
static void
check_back(const struct charsets *s, enum charset c, struct span text)
{
	struct buf bytes = { NULL, 0, 0 }, want = { NULL, 0, 0 };
	struct buf again = { NULL, 0, 0 };
	struct decoder d = { 0, 0 };
	uint32_t cp;
	size_t i, len;

	for (i = 0; i < text.n; i += len) {
		cp = utf8_decode(text.p + i, text.n - i, &len);
		if (c == CS_BIG5 && (cp == 0x304 || cp == 0x30c))
			continue;
		FUZZ_HOLDS(encode(s, c, cp, &bytes) == 0);
		utf8_add(&want, cp);
	}
	charset_decode(s, c, &d, (const unsigned char *)bytes.p, bytes.n, 1,
	    &again);
	FUZZ_HOLDS(d.lost == 0 && span_eq(buf_view(&want), buf_view(&again)));
	buf_free(&bytes);
	buf_free(&want);
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
