/*
 * Attachment: what each value of a sentence means (FACTS: frames, scopes,
 * times).  This header is for the files of lib/fact only; programs include
 * fact/engine.h.
 */
#ifndef FACT_ATTACH_H
#define FACT_ATTACH_H

#include "fact/fact.h"
#include "fact/names.h"
#include "fact/sent.h"

enum { NOWHERE = -1, EACH_MAX = 32 };

/* What a rule or 分别 said of a value, before attachment looks. */
struct hint {
	int drop;
	struct span rule;
	struct span subject;
	struct span predicate;
	struct span object;
	struct span scope;
	struct span measure;
	struct span time;
	struct span status;
	int negative;
	int set;		/* anything at all was said */
};

/* The state of a walk over one sentence, left to right. */
struct walk {
	struct doc *d;
	struct sent *s;
	struct hint *hint;	/* one for each unit */
	struct span time;	/* in force */
	int time_from;
	int day;		/* that time is a day */
	int brief;		/* that time ends with the sentence */
	int apart;		/* or with a part of it, at ； */
	struct span before;	/* the time in force before it */
	struct span once;	/* of the next value only */
	enum status status;
	int status_from;
	struct subject subject;
	int subject_from;
	size_t subject_at;	/* the unit that named it */
	struct subject first;	/* in force where the sentence began */
	unsigned places;	/* that it speaks of */
	struct frame_set set;
	struct frame_set outer;	/* before a parenthesis */
	struct fact last;	/* last level value of the sentence */
	size_t last_at;		/* the unit of last */
	struct fact last2;	/* the one before it */
	int has_last;
	struct span growth;	/* measure of the last growth */
	int negative;
	int annual;		/* the indicator is of a whole year */
	struct span base_scope;
	size_t prev;		/* units before this one are behind a value */
	size_t group;
	const struct want *want;
	size_t sentno;
};

/* Content to the left or right of a value. */
struct phrase {
	int lo;			/* units [lo, hi) */
	int hi;
	int ind;		/* nearest INDICATOR or RATE, or NOWHERE */
	int head;		/* nearest HEAD */
	int phase;		/* nearest PHASE */
	int bound;		/* threshold value: 千万元以上 */
	int target;
	int of;			/* 的 stands before lo */
	int edge;		/* first unit of the whole cell */
};

/* phrase.c */
void phrase_left(const struct walk *w, int i, struct phrase *p);
void phrase_right(const struct walk *w, int i, struct phrase *p);
struct span phrase_text(const struct walk *w, const struct phrase *p);
int phrase_is_short(const struct walk *w, const struct phrase *p);
int phrase_says_nothing(const struct walk *w, const struct phrase *p);
int phrase_skip_left(const struct walk *w, int i);
int is_threshold(const struct sent *s, size_t i);
int is_adverb(const struct sent *s, size_t i);
int is_noun(const struct sent *s, size_t i);

/* silent.c: why a value is no fact, or NULL */
int is_bare_money(const struct sent *s, int i);
const char *value_silent(const struct sent *s, int i);

/* level.c: money, measures, counts, durations */
int level_value(struct walk *w, int i);
int is_measure(const struct sent *s, struct span unit);

/* count.c */
int count_value(struct walk *w, int i);

/* growth.c: percentages, points, multiples, absolute changes; rank.c */
int growth_value(struct walk *w, int i);
struct span times_hundred(struct walk *w, struct span v);
int share_restored(struct walk *w, int i);
int share_value(struct walk *w, int i);
int value_goes_on(struct walk *w, int i);
int rank_value(struct walk *w, int i);
int ratio_value(struct walk *w, int i);
int find_left(const struct walk *w, int i, uint64_t lists);

/* capacity.c */
int capacity_value(struct walk *w, int i);

/* each.c */
void each_pair(struct walk *w, int each);
int each_apposed(const struct sent *s, int i);
void each_implied(struct walk *w, int growth);

/* scope.c */
struct span scope_of(struct walk *w, const struct phrase *p);

/* time.c */
void time_take(struct walk *w, int i);
void time_year_back(struct walk *w);
void time_now(struct walk *w);
void time_whole(struct walk *w);
int time_back(const struct sent *s, int i);
int time_milestone(const struct sent *s, int i);

/* status.c */
void status_take(struct walk *w, int i);

/* event.c, party.c */
void events_find(struct walk *w);
void parties_find(struct walk *w);

/* emit.c: a fact with the walk's slots */
struct fact *emit(struct walk *w, int i, struct span predicate,
    const char *measure, const char *rule);
void frame_scope(struct walk *w, struct fact *f);
void emit_level(struct walk *w, const struct fact *f);
struct span join(struct walk *w, struct span a, struct span b);

/* attach.c */
void attach_sentence(struct doc *d, struct sent *s, struct hint *hint,
    const struct want *want, size_t sentno);

/* meta.c: titles, datelines, credits, furniture; 1 when the line is no text */
int meta_line(struct doc *d, struct sent *s, struct span role, size_t sentno);

#endif
