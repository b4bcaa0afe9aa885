/*
 * Rule files: what stands before an empty line is taken as one, and run, when
 * it is right, over what stands behind it: a token in each line, with its
 * fields token, tag, kind, value and unit.
 */
#include "fuzz.h"

#include "fact/engine.h"

static void
run(struct engine *e, struct span text)
{
	struct span line;
	struct tok t;
	size_t at, i;

	engine_doc(e, span_str("d"));
	engine_sent(e, 1, span_str("body"));
	for (at = 0; text.n > 0; at++) {
		line = fuzz_cut(&text, '\n');
		memset(&t, 0, sizeof t);
		t.t.text = fuzz_cut(&line, '\t');
		t.t.tag = fuzz_cut(&line, '\t');
		t.kind = (enum num_kind)(fuzz_cut(&line, '\t').n % 12);
		t.value = fuzz_cut(&line, '\t');
		t.unit = fuzz_cut(&line, '\t');
		t.t.line = t.t.sent = 1;
		t.t.start = at;
		t.t.end = at + 1;
		engine_token(e, &t);
	}
	engine_end(e);
	engine_settle(e);
	for (i = 0; i < e->doc.nfact; i++)
		FUZZ_HOLDS(e->doc.fact[i].end >= e->doc.fact[i].start);
	engine_taken(e);
}

/* Opens an engine; without the built-in rules that is ten times as fast. */
static void
start(struct engine *e, int builtin)
{
	if (builtin) {
		FUZZ_HOLDS(engine_open(e) == 0);
		return;
	}
	memset(e, 0, sizeof *e);
	FUZZ_HOLDS(words_open(&e->words) == 0);
	e->sent.words = &e->words;
	e->doc.sets = &e->words.sets;
	e->rules = rules_new(&e->words);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct engine e;
	struct span rules, text;
	size_t i;

	if (n > 8192)
		return 0;
	rules = span_of((const char *)data, n);
	text = span_of("", 0);
	for (i = 0; i + 1 < n; i++)
		if (data[i] == '\n' && data[i + 1] == '\n') {
			rules.n = i + 1;
			text = span_of((const char *)data + i + 2, n - i - 2);
			break;
		}
	/* A file of the machine is none of the target's business. */
	for (i = 0; i + 7 <= rules.n; i++)
		if (memcmp(rules.p + i, "include", 7) == 0)
			return 0;
	start(&e, n % 8 == 0);
	if (rules_text(e.rules, "fuzz", rules) == 0 && engine_ready(&e) == 0)
		run(&e, text);
	else
		FUZZ_HOLDS(rules_error(e.rules) != NULL);
	engine_close(&e);
	return 0;
}
