/* Names of places that are not in the dictionary: 平林县, 云岭市, 双桥村. */
#ifndef LEX_PLACE_H
#define LEX_PLACE_H

#include <stddef.h>

#include "lex/lexicon.h"
#include "lex/name.h"
#include "lex/seg.h"

/*
 * Joins what can be the name of a place with the kind of division behind it
 * (市, 县, 镇), and a character left over with the short name that was cut out
 * of a longer one (平 林县).  Works in place on the words of a part and returns
 * how many are left; the joined ones are SEG_PLACE.
 */
size_t place_join(const struct names *m, const struct lexicon *lex,
    const struct seg_text *t, struct seg_word *w, size_t n);

#endif
