/*
 * Runs of characters that make one word: 3,762.2万 第五 三百多 百分之五 50%
 * A-AVG Navy's www.example.com.
 */
#include "lex/run.h"

#include <stddef.h>
#include <stdint.h>

#include "lex/cls.h"
#include "lex/seg.h"

enum { NONE = 0 };		/* what stands behind the last character */

static uint32_t
char_at(const struct seg_text *t, size_t i)
{
	return i < t->n ? t->at[i].cp : NONE;
}

static unsigned
class_at(const struct seg_text *t, size_t i)
{
	return i < t->n ? t->at[i].cls : 0;
}

/* 万 千 百 亿 behind digits: 3.5万, 1000亿. */
static int
is_power(uint32_t c)
{
	return c == 0x4e07 || c == 0x5343 || c == 0x767e || c == 0x4ebf ||
	    c == 0x842c || c == 0x5104;
}

/* 多 余 几 behind a number: 500多, 1.3万余, 二十几. */
static int
is_odd(uint32_t c)
{
	return c == 0x591a || c == 0x4f59 || c == 0x9918 || c == 0x51e0;
}

static int
is_percent(uint32_t c)
{
	return c == '%' || c == 0xff05 || c == 0x2030;
}

/* A point or comma between digits; full-width ones too. */
static int
is_inner(uint32_t c)
{
	return c == '.' || c == ',' || c == 0xff0e || c == 0xff0c;
}

static size_t
digits_end(const struct seg_text *t, size_t i)
{
	for (;;) {
		while (class_at(t, i) & CLS_DIGIT)
			i++;
		if (is_inner(char_at(t, i)) && class_at(t, i + 1) & CLS_DIGIT)
			i++;
		else
			return i;
	}
}

static size_t
numerals_end(const struct seg_text *t, size_t i)
{
	while (class_at(t, i) & CLS_NUMERAL)
		i++;
	return i;
}

/* What may follow the figures: 万, 多, then %. */
static size_t
tail_end(const struct seg_text *t, size_t i)
{
	while (is_power(char_at(t, i)))
		i++;
	if (is_odd(char_at(t, i)))
		i++;
	while (is_power(char_at(t, i)))
		i++;
	if (is_percent(char_at(t, i)))
		i++;
	return i;
}

static size_t
number_end(const struct seg_text *t, size_t i)
{
	size_t end;

	if (class_at(t, i) & CLS_DIGIT)
		return tail_end(t, digits_end(t, i));
	end = numerals_end(t, i);
	if (end > i && is_odd(char_at(t, end)))
		end = tail_end(t, end);
	return end;
}

/* 分之 between two numbers. */
static int
is_fraction(const struct seg_text *t, size_t i)
{
	return char_at(t, i) == 0x5206 && char_at(t, i + 1) == 0x4e4b &&
	    class_at(t, i + 2) & (CLS_DIGIT | CLS_NUMERAL);
}

static int
is_latin(const struct seg_text *t, size_t i)
{
	return (class_at(t, i) & (CLS_LETTER | CLS_DIGIT | CLS_KANA |
	    CLS_MARK)) != 0;
}

/* What joins letters: A-AVG, Navy's, a.b@c.d, x_y, http://x.y/z?a=b. */
static int
is_joiner(uint32_t c)
{
	return c == '-' || c == '\'' || c == '.' || c == '_' || c == '@' ||
	    c == 0x2019 || c == '&';
}

static int
is_address(uint32_t c)
{
	return c > ' ' && c < 0x7f && c != '"' && c != '<' && c != '>' &&
	    c != '(' && c != ')' && c != ',';
}

static size_t
latin_end(const struct seg_text *t, size_t i)
{
	for (;;) {
		while (is_latin(t, i))
			i++;
		if (char_at(t, i) == ':' && char_at(t, i + 1) == '/' &&
		    char_at(t, i + 2) == '/') {
			while (is_address(char_at(t, i)))
				i++;
			return i;
		}
		if (is_joiner(char_at(t, i)) && is_latin(t, i + 1))
			i++;
		else
			return i;
	}
}

size_t
run_end(const struct seg_text *t, size_t i, int *kind)
{
	size_t end;
	size_t from;

	if (class_at(t, i) & (CLS_LETTER | CLS_KANA)) {
		*kind = SEG_LATIN;
		return latin_end(t, i);
	}
	*kind = SEG_NUMBER;
	from = i;
	if (char_at(t, i) == RUN_ORDINAL && class_at(t, i + 1) &
	    (CLS_DIGIT | CLS_NUMERAL))
		from++;
	end = number_end(t, from);
	if (end == from)
		return i;
	if (is_fraction(t, end))
		return number_end(t, end + 2);
	if (t->at[from].cls & CLS_DIGIT && class_at(t, end) & CLS_LETTER) {
		*kind = SEG_LATIN;
		return latin_end(t, end);
	}
	return end;
}
