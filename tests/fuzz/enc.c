/*
 * fixenc: any bytes come out as lines of valid UTF-8, in any charset, with
 * each way to repair but for searches.  No line is lost, each repair is told
 * of once, and to repair again changes nothing.  The first two bytes choose.
 */
#include "fuzz.h"

#include "base/in.h"
#include "enc/doc.h"
#include "enc/tables.h"
#include "text/utf8.h"

static void
note(void *arg, enum repair_kind kind, size_t start, struct span before,
    struct span after, int certainty)
{
	size_t *noted = arg;

	(void)start;
	FUZZ_HOLDS(certainty > 0 && certainty <= 100);
	FUZZ_HOLDS(kind < REPAIR_KINDS && !span_eq(before, after));
	noted[kind]++;
}

/*
 * Appends the lines of the n bytes of a file; returns how many.  A search for
 * lost bytes takes ten times as long as all the rest; mojibake.c has them.
 */
static size_t
repair(struct doc *d, const uint8_t *data, size_t n, struct buf *out)
{
	char path[FUZZ_PATH];
	struct span text;
	struct in in;
	size_t line;

	memset(&in, 0, sizeof in);
	fuzz_file(data, n, path);
	FUZZ_HOLDS(in_open(&in, path) == 0);
	doc_start(d, &in);
	d->repair.effort.tried = UINT64_MAX;
	for (line = 0; doc_next(d, &text);) {
		FUZZ_HOLDS(text.n == 0 || utf8_valid(text.p, text.n) ==
		    text.n);
		FUZZ_HOLDS(text.n == 0 || memchr(text.p, '\n', text.n) == NULL);
		FUZZ_HOLDS(d->source.cont ? d->source.line == line :
		    d->source.line == line + 1);
		line = d->source.line;
		buf_span(out, text);
		if (!d->source.more)
			buf_byte(out, '\n');
	}
	in_close(&in);
	in_free(&in);
	return line;
}

/* How many lines data has in charset c; a byte order mark alone is none. */
static size_t
lines(enum charset c, const uint8_t *data, size_t n)
{
	size_t i, k;

	if ((c == CS_UTF8 && n == 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) ||
	    (c == CS_GB && n == 4 && memcmp(data, "\x84\x31\x95\x33", 4) == 0))
		return 0;
	for (i = k = 0; i < n; i++)
		k += data[i] == '\n';
	return k + (n > 0 && data[n - 1] != '\n');
}

/*
 * Whether s, made with such repairs, is sure to be left as it is.  What is
 * dropped may join a tag, an entity or an indent; U+82E7 is the simplified
 * form of U+85B4, and traditional for another.
 */
static int
settled(struct span s, const size_t *noted)
{
	size_t i;

	if (noted[REPAIR_CONTROL] + noted[REPAIR_ZERO] + noted[REPAIR_TAG] +
	    noted[REPAIR_ENTITY] > 0)
		return 0;
	for (i = 0; i < s.n; i++)
		if (s.p[i] == '<' || s.p[i] == '&' || (i + 3 <= s.n &&
		    memcmp(s.p + i, "\xe8\x8b\xa7", 3) == 0))
			return 0;
	return 1;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct tables tables;
	static int open;
	struct buf one = { NULL, 0, 0 }, two = { NULL, 0, 0 };
	struct doc d;
	size_t count, noted[REPAIR_KINDS];

	if (!open)
		FUZZ_HOLDS(tables_open(&tables) == 0);
	open = 1;
	if (n < 2)
		return 0;
	memset(&d, 0, sizeof d);
	d.source.t = d.repair.t = &tables;
	d.source.forced = data[0] & 1 ? CS_COUNT :
	    (enum charset)((data[0] >> 4) % CS_COUNT);
	d.repair.script = (enum repair_script)((data[0] >> 1) % 3);
	d.repair.annotations = (enum annot_mode)(data[1] % 3);
	d.repair.note = note;
	d.repair.arg = noted;
	memset(noted, 0, sizeof noted);
	count = repair(&d, data + 2, n - 2, &one);
	FUZZ_HOLDS(memcmp(noted, d.repair.count, sizeof noted) == 0);
	if (!(data[0] & 1) && d.source.forced != CS_UTF16LE &&
	    d.source.forced != CS_UTF16BE)
		FUZZ_HOLDS(count == lines(d.source.forced, data + 2, n - 2));
	d.source.forced = CS_UTF8;
	if (d.repair.annotations == ANNOT_KEEP &&
	    settled(buf_view(&one), noted)) {
		repair(&d, (const uint8_t *)one.p, one.n, &two);
		FUZZ_HOLDS(span_eq(buf_view(&one), buf_view(&two)));
	}
	doc_free(&d);
	buf_free(&one);
	buf_free(&two);
	return 0;
}
