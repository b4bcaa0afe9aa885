/* Facts, and the document that they belong to. */
#ifndef FACT_FACT_H
#define FACT_FACT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/span.h"
#include "fact/sets.h"

enum fact_kind { FACT_STAT, FACT_EVENT, FACT_PARTY, FACT_META, FACT_NOTE };

enum {
	DOC_HOLD = 1024,	/* facts held back for their document's place */
	DOC_BYTES = 1 << 20,	/* and bytes of their strings */
	LEVEL_OWN = 1,		/* the article's own place, of any level */
	LEVEL_MAX = 16,
	NEAR_MAX = 4,
	TITLE_SCORE = 8		/* what a topic in the title counts */
};

/* Where a slot's content comes from (facts -e). */
enum slot_from { FROM_NONE, FROM_SAID, FROM_FRAME, FROM_BEFORE, FROM_ARTICLE };

/* What the caller wants; all zero is the plain run. */
struct want {
	int all;		/* also values without an indicator */
	int clause;		/* keep the text of the clause */
	int explain;		/* keep the value's own text as clause, and a
				   FACT_NOTE for each value left alone */
	struct span today;	/* ISO 8601, or empty: as the article says */
};

/* One row.  Strings belong to the document's memory. */
struct fact {
	enum fact_kind kind;
	struct span subject;
	struct span predicate;
	struct span object;
	struct span scope;
	struct span measure;
	struct span op;
	struct span value;
	struct span upper;
	struct span unit;
	struct span time;
	struct span status;
	struct span check;
	struct span rule;	/* the step or the rule that decided */
	struct span clause;
	int self;		/* level of the article's place that is the
				   subject, 0 when subject is named */
	int part;		/* 1 behind 其中, 2 in a parenthesis */
	size_t group;
	size_t sent;
	size_t line;
	size_t start;
	size_t end;
	size_t seq;		/* number in the document, from 1 */
	uint64_t key;
	unsigned char from_subject;	/* enum slot_from */
	unsigned char from_predicate;
	unsigned char from_scope;
	unsigned char from_time;
	unsigned char from_status;
	unsigned char dead;	/* said before: not written */
};

enum topic_kind {
	TOPIC_PLACE,
	TOPIC_FIRM,
	TOPIC_WORKS,
	TOPIC_STEM		/* counts for the names that begin with it */
};

/* A place or firm that the article might be about. */
struct topic {
	struct span name;
	enum topic_kind kind;
	unsigned score;
};

enum status { STATUS_ACTUAL, STATUS_PLANNED, STATUS_EXPECTED };

/* The set that was counted last: 762 个 of 签约 项目, 千万元以上. */
struct frame_set {
	int open;
	struct span phase;	/* 签约, or empty */
	struct span head;	/* 项目, or empty */
	struct span predicate;	/* 签约项目 */
	struct span scope;
	struct span part_name;	/* narrows the money of a part: 新建项目 */
	enum status status;
	size_t group;
	int part;		/* behind 其中 or in a parenthesis */
};

/* What an unnamed subject goes back to: the last names of the paragraph. */
struct subject {
	struct span name;	/* empty: the article's place */
	int self;		/* level of 全市 …: 市, or LEVEL_OWN */
	int type;		/* enum name_type */
};

struct doc {
	const struct sets *sets;	/* borrowed */
	struct span name;
	struct arena mem;	/* strings of facts held */
	struct fact *fact;
	size_t nfact;
	size_t factcap;
	size_t flushed;		/* facts written before those held */
	size_t group;
	struct topic *topic;
	size_t ntopic;
	size_t topiccap;
	struct arena names;	/* strings kept to the document's end */
	struct {
		int level;
		unsigned n;
	} level[LEVEL_MAX];	/* how often 全市, 全县 … were said */
	/* Page. */
	int title_done;
	int furniture;		/* in what follows the article */
	int body;		/* sentences of the body so far */
	/* Paragraph. */
	size_t line;		/* last line of the sentence before */
	struct span time;
	struct span period;	/* last month, quarter, year reported on */
	struct subject subject;
	struct subject base;	/* the last that is no project */
	struct span project;	/* last named */
	unsigned project_age;	/* paragraphs since then */
	struct span near[NEAR_MAX];	/* places named last: 台江县 */
	size_t nnear;		/* how many were named */
	struct span firm;
	struct span house;	/* the first firm: what 公司 means */
	/* Bounds are kept by forgetting, so all of these are small. */
	struct frame_set set;	/* counted in the sentence before */
	struct fact last;	/* last level value; strings as in mem */
	int has_last;
};

/* Begins a document; name is copied, d->sets must be set. */
void doc_begin(struct doc *d, struct span name);

/* Frees all. */
void doc_close(struct doc *d);

/* Appends an empty fact and returns it; it stays until the next call. */
struct fact *doc_fact(struct doc *d, enum fact_kind kind);

/* Keeps a copy of a string as long as the facts. */
struct span doc_keep(struct doc *d, struct span s);

/* Counts a mention of a place or a firm. */
void doc_topic(struct doc *d, struct span name, enum topic_kind kind,
    unsigned score);

/*
 * The name of what the article is about at a level (the code point of 市 县
 * 区 …, or LEVEL_OWN).  Empty when it names none.
 */
struct span doc_place(struct doc *d, int level);

/* Counts a word that means the article's place at a level. */
void doc_level(struct doc *d, int level);

/* The place of the title that a bare name stands for: 定西 of 定西市. */
struct span doc_whole(const struct doc *d, struct span stem);

/* Notes a place with its level, and finds the last one of a level: 该县. */
void doc_near(struct doc *d, struct span name);
struct span doc_near_of(const struct doc *d, int level);

/* The day the document speaks on: as told, else its date of publication. */
struct span doc_today(const struct doc *d, const struct want *want);

/* Whether as much is held as may be. */
int doc_full(const struct doc *d);

/* Forgets the facts held, but not what the paragraph remembers. */
void doc_forget(struct doc *d);

/* Fills subjects, drops what was said twice, checks, keys; then numbers. */
void doc_settle(struct doc *d, const struct want *want);

#endif
