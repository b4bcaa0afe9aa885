/*
 * Facts: rows as numnorm writes them go through the engine with its built-in
 * rules.  A fact stands inside its document, in order, and its numbers are
 * those of the rows.
 */
#include "fuzz.h"

#include "fact/engine.h"

static size_t
number(struct span s)
{
	size_t i, v;

	for (i = v = 0; i < s.n && i < 9 && s.p[i] >= '0' && s.p[i] <= '9';
	    i++)
		v = v * 10 + (size_t)(s.p[i] - '0');
	return v;
}

/* Takes the facts held. */
static void
settle(struct engine *e, size_t sents)
{
	const struct fact *f;
	size_t i, seq;

	engine_settle(e);
	for (i = seq = 0; i < e->doc.nfact; i++) {
		f = &e->doc.fact[i];
		if (f->dead || f->kind == FACT_NOTE)
			continue;
		FUZZ_HOLDS(f->seq > seq);
		seq = f->seq;
		FUZZ_HOLDS(f->end >= f->start && f->sent <= sents);
		FUZZ_HOLDS(f->kind <= FACT_NOTE);
		FUZZ_HOLDS(f->kind != FACT_STAT || f->predicate.n == 0 ||
		    f->predicate.p != NULL);
		check_conflict(f->check);
	}
	engine_taken(e);
}

/* A row of doc line sent role start end token tag kind op value upper unit. */
static void
take(struct engine *e, struct span row, size_t *sent)
{
	struct span f[13];
	struct tok t;
	size_t i, no;

	memset(f, 0, sizeof f);
	for (i = 0; i < 13; i++)
		f[i] = fuzz_cut(&row, '\t');
	no = number(f[2]);
	if (no != *sent) {
		engine_end(e);
		if (doc_full(&e->doc))
			settle(e, SIZE_MAX);
		engine_sent(e, no, f[3]);
		*sent = no;
	}
	memset(&t, 0, sizeof t);
	t.t.line = number(f[1]);
	t.t.sent = no;
	t.t.start = number(f[4]);
	t.t.end = number(f[5]);
	t.t.text = f[6];
	t.t.tag = f[7];
	t.kind = num_kind(f[8]);
	t.op = f[9];
	t.value = f[10];
	t.upper = f[11];
	t.unit = f[12];
	if (t.t.end >= t.t.start)
		engine_token(e, &t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct engine e;
	static int open;
	struct span text;
	size_t sent;

	if (!open)
		FUZZ_HOLDS(engine_open(&e) == 0 && engine_ready(&e) == 0);
	open = 1;
	if (n == 0)
		return 0;
	memset(&e.want, 0, sizeof e.want);
	e.want.all = data[0] & 1;
	e.want.clause = data[0] >> 1 & 1;
	e.want.explain = data[0] >> 2 & 1;
	if (data[0] & 8)
		e.want.today = span_str("2023-03-28");
	text = span_of((const char *)data + 1, n - 1);
	sent = SIZE_MAX;
	engine_doc(&e, span_str("d"));
	while (text.n > 0)
		take(&e, fuzz_cut(&text, '\n'), &sent);
	engine_end(&e);
	settle(&e, SIZE_MAX);
	return 0;
}
