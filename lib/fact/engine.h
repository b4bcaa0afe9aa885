/* Facts from tokens: sentences in, a document's facts out. */
#ifndef FACT_ENGINE_H
#define FACT_ENGINE_H

#include "fact/fact.h"
#include "fact/rule.h"
#include "fact/sent.h"
#include "fact/words.h"

struct engine {
	struct words words;
	struct rules *rules;
	struct sent sent;
	struct doc doc;
	struct hint *hint;
	size_t hintcap;
	struct want want;
	struct buf role;
	size_t sentno;
	struct sent title;	/* of a document of which no body was seen */
	size_t titleno;
	int begun;		/* a document is in hand */
};

/* Prepares the engine.  Returns 0, or -1 when a table is damaged. */
int engine_open(struct engine *e);

/*
 * Adds a rule file, after engine_open and before the first document.  Returns
 * 0, or -1: rules_error(e->rules) says why.
 */
int engine_rules(struct engine *e, const char *path);

/*
 * Compiles all rules; to be called once, before the first document.  Returns
 * 0, or -1: rules_error(e->rules) says why.
 */
int engine_ready(struct engine *e);

/* Begins a document; facts of the one before must have been taken. */
void engine_doc(struct engine *e, struct span name);

/* Begins a sentence of the document. */
void engine_sent(struct engine *e, size_t number, struct span role);

/*
 * Adds a token; its views are copied.  A sentence of more than SENT_MAX
 * tokens is ended at a clause mark and goes on as another.
 */
void engine_token(struct engine *e, const struct tok *t);

/* Ends the sentence: its facts join those of the document. */
void engine_end(struct engine *e);

/*
 * Settles the facts held (subjects, checks, keys) and hands them out as
 * e->doc.fact[0..nfact), those with `dead` set not to be written.  They last
 * until engine_taken.
 */
void engine_settle(struct engine *e);
void engine_taken(struct engine *e);

/* Frees all. */
void engine_close(struct engine *e);

#endif
