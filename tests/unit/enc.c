/* Tests of lib/enc: the look in wide words beside one byte by byte. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "enc/scan.h"
#include "text/utf8.h"
#include "unit.h"

/* What lines are made of: valid and not, of each length, at each offset. */
static const char *const pieces[] = {
	"项目", "一二三四五六七八九", "，", "。", "、“”", "鋼鐵", "龘", "é", "Ж",
	"\xef\xbf\xbd", "\xee\x80\x80", "𠀀", "ａ", "\xe0\xa4\xa8", "한", "a",
	"83.5", "letters and blanks", ",", ".", ":", ";;", "!", "?", "&", "<",
	"(", "~", "\\", "\t", "\r", "\001", "\x7f", "\xc0\x80", "\xc1\xbf",
	"\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf",
	"\xe4", "\xe4\xb8", "\x80", "\xff", "\xf0\x80\x80\x80",
	"\xf4\x90\x80\x80", "\xf0\xa0\x80"
};

enum { PIECES = sizeof pieces / sizeof pieces[0], VALID = 33 };

static int
is_wide(const char *p)
{
	return memcmp(p, "\xef\xbc", 2) == 0 ||
	    memcmp(p, "\xe3\x80\x82", 3) == 0;
}

/* The flags of the ASCII at i, as scan.h tells of them. */
static unsigned
ascii_says(const char *p, size_t n, size_t i)
{
	int c = p[i];
	unsigned f;

	f = c == '&' ? SCAN_AMP : c == '<' ? SCAN_LESS : c == '?' ?
	    SCAN_QUERY : c == '(' ? SCAN_PAREN : c == '~' ? SCAN_TILDE : 0;
	if (c == '\t' || c == '\n' || c == '\r' || c == '\\')
		f |= SCAN_ESCAPE;
	if ((c < 0x20 && c != '\t') || c == 0x7f)
		f |= SCAN_CONTROL;
	if (c != '\0' && strchr(",.:;!?", c) != NULL &&
	    ((i + 3 < n && is_wide(p + i + 1)) ||
	    (i >= 3 && is_wide(p + i - 3)) ||
	    ((c == ',' || c == ';') && i + 1 < n && p[i + 1] == c)))
		f |= SCAN_TWICE;
	return f;
}

static size_t
plain_scan(const struct model *m, const char *p, size_t n, struct scan *s)
{
	size_t i, len;
	uint32_t cp;
	unsigned c;

	memset(s, 0, sizeof *s);
	for (i = 0; i < n; i += len) {
		cp = utf8_decode_slow(p + i, n - i, &len);
		if (cp == UTF8_BAD)
			break;
		if (cp < 0x80) {
			s->flags |= ascii_says(p, n, i);
			continue;
		}
		c = model_class(m, cp);
		s->flags |= c | SCAN_BEYOND;
		s->han += (c & CLASS_HAN) != 0;
		s->rare += (c & CLASS_RARE) != 0;
		s->west += (c & CLASS_WEST) != 0;
	}
	return i;
}

/* Whether both say the same of n bytes, in memory that ends with them. */
static int
agree(const struct model *m, const char *p, size_t n)
{
	struct scan a, b;
	size_t got, want;
	char *copy;

	copy = malloc(n == 0 ? 1 : n);
	if (copy == NULL)
		return 0;
	memcpy(copy, p, n);
	got = scan_text(m, copy, n, &a);
	want = plain_scan(m, copy, n, &b);
	free(copy);
	if ((b.flags & (CLASS_RARE | CLASS_WEST | CLASS_ODD)) == 0)
		a.han = b.han;	/* it need not be counted */
	return got == want && a.flags == b.flags && a.han == b.han &&
	    a.rare == b.rare && a.west == b.west;
}

static void
test_scan(struct unit *u, const struct model *m)
{
	struct buf b;
	uint32_t seed;
	size_t i, k, most;
	int ok[2];

	memset(&b, 0, sizeof b);
	ok[0] = ok[1] = 1;
	seed = 1;
	for (i = 0; i < 20000; i++) {
		buf_clear(&b);
		most = i % 2 ? PIECES : VALID;
		for (k = 0; k < i % 29; k++) {
			seed = seed * 1664525 + 1013904223;
			buf_str(&b, pieces[(seed >> 16) % most]);
		}
		ok[i % 2] &= agree(m, b.p == NULL ? "" : b.p, b.n);
	}
	unit_case(u, ok[0], "lines of UTF-8, in words and by bytes");
	unit_case(u, ok[1], "lines of other bytes too");
	for (i = 0; i < PIECES; i++)
		unit_case(u, agree(m, pieces[i], strlen(pieces[i])),
		    pieces[i]);
	buf_free(&b);
}

int
main(void)
{
	struct unit u = { 0, 0 };
	struct model m;

	unit_case(&u, model_open(&m) == 0, "the model opens");
	test_scan(&u, &m);
	return unit_end(&u);
}
