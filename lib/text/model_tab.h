/* Layout of the table of the character model, for its generator and reader. */
#ifndef TEXT_MODEL_TAB_H
#define TEXT_MODEL_TAB_H

#include <stdint.h>

/* Sections; each array has an entry for every code point of the BMP. */
enum {
	MODEL_FOLD,	/* u16: simplified form */
	MODEL_SINGLE,	/* u8: cost alone */
	MODEL_FIRST,	/* u8: cost as the first character of a word */
	MODEL_LAST,	/* u8: cost of a word's end behind it */
	MODEL_RUN,	/* u8: cost behind its own script (not han) */
	MODEL_SCRIPT,	/* u8: enum model_script */
	MODEL_EXTRA,	/* u8: cost of not being the folded form */
	MODEL_CLASS,	/* u8: CLASS_ bits */
	/*
	 * u32: mixed key << 8 | cost, 0 where empty; on the way from its place
	 * on to a key stand greater ones only (Amble and Knuth 1974).
	 */
	MODEL_PAIRS,
	MODEL_TRIPLES,	/* u32 pairs: first and second character; third one
			 * and cost; 0 where empty */
	MODEL_FOLDS,	/* u32: first, last, target, kind */
	MODEL_SECTIONS
};

enum { MODEL_PAIR_BITS = 18, MODEL_TRIPLE_BITS = 17 };	/* slots */

enum { MODEL_BLANK };	/* the first kind of fold.tsv */

enum model_script {
	SCRIPT_OTHER, SCRIPT_HAN, SCRIPT_MARK, SCRIPT_DIGIT, SCRIPT_LATIN,
	SCRIPT_BLANK, SCRIPT_KANA, SCRIPT_HANGUL
};

/* What a scan looks for. */
enum {
	CLASS_FOLD = 1,		/* blanks, width, controls: see fold.tsv */
	CLASS_TRAD = 2,		/* a row of t2s begins with it */
	CLASS_SIMP = 4,		/* a row of s2t begins with it */
	CLASS_WEST = 8,		/* beyond ASCII in Latin-1 or CP1252 */
	CLASS_ODD = 16,		/* replacement and private-use characters */
	CLASS_RARE = 32,	/* a hanzi that is rare */
	CLASS_HAN = 64,
	CLASS_TONE = 128	/* a letter that can carry a tone */
};

/* A bijection of 32 bits (Knuth's multiplicative hashing). */
static inline uint32_t
model_mix(uint32_t key)
{
	key *= UINT32_C(2654435769);
	key ^= key >> 15;
	return key * UINT32_C(2246822519);
}

/* The same for three characters of the BMP. */
static inline uint32_t
model_mix3(uint32_t x, uint32_t y, uint32_t z)
{
	return model_mix(model_mix(x << 16 | y) + z);
}

#endif
