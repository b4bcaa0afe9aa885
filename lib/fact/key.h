/* The key of a fact: the same in every article, whatever the wording. */
#ifndef FACT_KEY_H
#define FACT_KEY_H

#include "fact/fact.h"

/*
 * A hash (FNV-1a, 64 bits) of kind, subject, predicate, object, scope,
 * measure, value, unit and time in canonical form: no quotes, brackets or
 * blanks, Latin letters in lower case, the noun of the predicate left out of
 * the scope (亿元以上 and 亿元以上项目 are one scope).  Never 0.
 */
uint64_t key_of(const struct fact *f);

#endif
