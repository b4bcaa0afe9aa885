/* Documents. */
#include "enc/doc.h"

/* Where in the input the piece in hand ends. */
static unsigned long long
position(const struct source *s)
{
	return s->in->bytes - (s->in->end - s->in->pos);
}

void
doc_start(struct doc *d, struct in *in)
{
	source_start(&d->source, in);
	repair_start(&d->repair);
	d->counted = 0;
	d->begin = position(&d->source);
}

/*
 * A line with readings in it: looks ahead once for each stretch of the input,
 * to see which characters carry them.
 */
static void
look_ahead(struct doc *d)
{
	struct source *s = &d->source;
	const struct tables *t = d->repair.t;

	if ((s->scan.flags & CLASS_HAN) == 0 ||
	    d->repair.annotations != ANNOT_AUTO ||
	    position(s) < d->counted ||
	    !annot_any(t, s->text.p, s->text.n))
		return;
	buf_clear(&d->ahead);
	d->counted = position(s) + source_ahead(s, DOC_AHEAD, &d->ahead) + 1;
	annot_count(&d->repair.annot, t, s->text.p, s->text.n);
	annot_count(&d->repair.annot, t, d->ahead.p, d->ahead.n);
}

int
doc_next(struct doc *d, struct span *text)
{
	if (!source_next(&d->source))
		return 0;
	if ((d->source.scan.flags & (SCAN_PAREN | CLASS_TONE)) != 0)
		look_ahead(d);
	*text = d->source.text;
	d->repair.effort.bytes = position(&d->source) - d->begin;
	if (!d->source.cont && d->repair.note != NULL)
		repair_begin(&d->repair);
	if (repair_needless(&d->repair, &d->source.scan)) {
		if (d->source.more)
			repair_pass(&d->repair, *text);
	} else
		*text = repair_line(&d->repair, *text, &d->source.scan);
	return 1;
}

enum charset
doc_charset(const struct doc *d)
{
	enum charset found;
	int c;

	found = CS_ASCII;
	for (c = CS_ASCII + 1; c < CS_COUNT; c++) {
		if (d->source.lines[c] == 0)
			continue;
		if (found != CS_ASCII)
			return CS_COUNT;
		found = (enum charset)c;
	}
	return found;
}

void
doc_free(struct doc *d)
{
	source_free(&d->source);
	repair_free(&d->repair);
	buf_free(&d->ahead);
}
