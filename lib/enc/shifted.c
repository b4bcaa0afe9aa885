/* Annotations and shifted pairs of bytes. */
#include "enc/shifted.h"

#include "text/utf8.h"

struct span
shifted_undo(struct repair *r, struct span text, const struct scan *scan,
    struct buf *out)
{
	struct reading reading;
	uint32_t cp;
	size_t i, len, k;

	(void)scan;
	if (r->annot.trad + r->annot.other == 0 &&
	    r->annotations != ANNOT_DROP)
		return text;
	buf_clear(out);
	for (i = 0; i < text.n; i += len) {
		cp = utf8_decode(text.p + i, text.n - i, &len);
		buf_add(out, text.p + i, len);
		if (cp < 0x3400)
			continue;
		k = annot_parse(text.p + i + len, text.n - i - len, &reading);
		if (k == 0 || !readings_fit(&r->t->readings, cp, &reading) ||
		    !annot_is(&r->annot, r->t, r->annotations, cp))
			continue;
		repair_did(r, REPAIR_ANNOTATION, text, i + len,
		    span_of(text.p + i + len, k), span_of("", 0), 99);
		r->mirror = 1;
		len += k;
	}
	return buf_view(out);
}
