/* Facts from tokens: the order of the steps. */
#include "fact/engine.h"

#include <stdlib.h>

#include "fact/attach.h"

int
engine_open(struct engine *e)
{
	memset(e, 0, sizeof *e);
	if (words_open(&e->words) == -1)
		return -1;
	e->sent.words = e->title.words = &e->words;
	e->doc.sets = &e->words.sets;
	e->rules = rules_new(&e->words);
	return rules_text(e->rules, "(built in)", rules_builtin());
}

int
engine_rules(struct engine *e, const char *path)
{
	return rules_file(e->rules, path);
}

int
engine_ready(struct engine *e)
{
	return rules_ready(e->rules);
}

void
engine_doc(struct engine *e, struct span name)
{
	doc_begin(&e->doc, name);
	e->begun = 1;
}

void
engine_sent(struct engine *e, size_t number, struct span role)
{
	sent_clear(&e->sent);
	e->sentno = number;
	buf_clear(&e->role);
	buf_span(&e->role, role);
}

/* Reads the facts of a sentence. */
static void
read_facts(struct engine *e, struct sent *s, size_t number)
{
	e->hint = xgrow(e->hint, &e->hintcap, s->nu + 1, sizeof *e->hint);
	memset(e->hint, 0, (s->nu + 1) * sizeof *e->hint);
	rules_run(e->rules, &e->doc, s, e->hint, number);
	attach_sentence(&e->doc, s, e->hint, &e->want, number);
}

/* Keeps the title until a body is seen, which says it better. */
static void
keep_title(struct engine *e)
{
	struct sent s;

	s = e->title;
	e->title = e->sent;
	e->sent = s;
	e->titleno = e->sentno;
}

void
engine_end(struct engine *e)
{
	struct sent *s = &e->sent;
	int titled;

	if (s->ntok == 0)
		return;
	sent_cut(s);
	names_find(s);
	titled = e->doc.title_done;
	if (!meta_line(&e->doc, s, buf_view(&e->role), e->sentno)) {
		read_facts(e, s, e->sentno);
		sent_clear(&e->title);
	} else if (!titled && e->doc.title_done) {
		keep_title(e);
	}
	sent_clear(s);
}

/* A sentence that is too long is cut behind a comma once it is long. */
static int
is_cut(const struct sent *s, const struct tok *t)
{
	return s->ntok >= SENT_MAX || (s->ntok >= SENT_MAX - 512 &&
	    (span_eq(t->t.text, span_str("，")) ||
	    span_eq(t->t.text, span_str(","))));
}

void
engine_token(struct engine *e, const struct tok *t)
{
	struct sent *s = &e->sent;
	size_t i, n;
	struct span v;

	v = t->t.text;
	for (i = n = 0; i < v.n; i++)
		n += (unsigned char)v.p[i] > ' ';
	if (n == 0)
		return;
	sent_add(s, t);
	if (is_cut(s, t))
		engine_end(e);
}

void
engine_settle(struct engine *e)
{
	if (e->title.ntok > 0)
		read_facts(e, &e->title, e->titleno);
	sent_clear(&e->title);
	doc_settle(&e->doc, &e->want);
	check_facts(e->doc.fact, e->doc.nfact, rules_checks(e->rules),
	    &e->doc.mem);
}

/* What the paragraph remembers outlives the facts that were handed out. */
void
engine_taken(struct engine *e)
{
	doc_forget(&e->doc);
}

void
engine_close(struct engine *e)
{
	doc_close(&e->doc);
	sent_free(&e->sent);
	sent_free(&e->title);
	rules_free(e->rules);
	words_close(&e->words);
	buf_free(&e->role);
	free(e->hint);
}
