/*
 * Rule files: words, patterns over the units of a sentence, and checks.  The
 * language is factline-rules(5).  All patterns together are one position
 * automaton (Glushkov 1961), run from the end of a sentence to its start as a
 * DFA that is built as it is needed; a match is then followed forwards, and
 * never further than its own end, so the cost is linear in the units whatever
 * the patterns are.
 */
#ifndef FACT_RULE_H
#define FACT_RULE_H

#include <stddef.h>

#include "base/buf.h"
#include "base/span.h"
#include "fact/attach.h"
#include "fact/check.h"
#include "fact/fact.h"
#include "fact/sent.h"
#include "fact/words.h"

struct rules;

/*
 * Returns empty rules that add their words to w, which is borrowed; rules_free
 * frees them.
 */
struct rules *rules_new(struct words *w);
void rules_free(struct rules *r);

/* Returns the built-in rule file, as a view that lives on. */
struct span rules_builtin(void);

/*
 * Takes the text of a rule file; name stands in messages and must outlive r,
 * the text is copied.  Returns 0, or -1 (see rules_error).
 */
int rules_text(struct rules *r, const char *name, struct span text);

/* Reads a rule file and what it includes.  Returns 0, or -1. */
int rules_file(struct rules *r, const char *path);

/*
 * Compiles what was taken and makes its words findable; no files may follow.
 * Returns 0, or -1.
 */
int rules_ready(struct rules *r);

/* Why a call returned -1: `file:line: rule NAME: cause`. */
const char *rules_error(const struct rules *r);

/*
 * Appends a line for each list that nothing uses and each rule that can never
 * match, without a program's name.  After rules_ready.
 */
void rules_warn(const struct rules *r, struct buf *b);

/* The checks of the rule files, for check_facts. */
const struct checks *rules_checks(const struct rules *r);

/*
 * Runs the rules over a cut sentence: writes to hint, which has an element for
 * each unit, and appends to d the facts that have no value (meta, event,
 * party).  Spans in the hints live as long as the sentence or the rules.
 */
void rules_run(struct rules *r, struct doc *d, struct sent *s,
    struct hint *hint, size_t sentno);

#endif
