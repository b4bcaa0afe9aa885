/* A checker of JSON (RFC 8259) that shares nothing with the library. */
#ifndef CHECK_JSON_H
#define CHECK_JSON_H

#include <string.h>

enum { CHECK_DEPTH = 1024 };

/* Skips a string, of which the quote is read; NULL when it is none. */
static inline const char *
check_string(const char *p, const char *end)
{
	int i;

	for (; p < end && *p != '"'; p++) {
		if ((unsigned char)*p < ' ')
			return NULL;
		if (*p != '\\')
			continue;
		if (++p == end || strchr("\"\\/bfnrtu", *p) == NULL)
			return NULL;
		for (i = 0; *p == 'u' && i < 4; i++)
			if (end - p <= i + 1 || strchr("0123456789abcdefABCDEF",
			    p[i + 1]) == NULL)
				return NULL;
		if (*p == 'u')
			p += 4;
	}
	return p == end ? NULL : p + 1;
}

static inline const char *
check_digits(const char *p, const char *end)
{
	const char *from = p;

	while (p < end && *p >= '0' && *p <= '9')
		p++;
	return p == from ? NULL : p;
}

/* Skips a number or one of the three words; NULL when it is none. */
static inline const char *
check_scalar(const char *p, const char *end)
{
	static const char *const words[] = { "null", "true", "false" };
	const char *from;
	size_t i;

	for (i = 0; i < 3; i++)
		if ((size_t)(end - p) >= strlen(words[i]) &&
		    memcmp(p, words[i], strlen(words[i])) == 0)
			return p + strlen(words[i]);
	p += p < end && *p == '-';
	from = p;
	if ((p = check_digits(p, end)) == NULL || (*from == '0' &&
	    p - from > 1))
		return NULL;
	if (p < end && *p == '.' && (p = check_digits(p + 1, end)) == NULL)
		return NULL;
	if (p < end && (*p == 'e' || *p == 'E')) {
		p++;
		p += p < end && (*p == '-' || *p == '+');
		p = check_digits(p, end);
	}
	return p;
}

/* Tells whether n bytes are one JSON text without blanks between tokens. */
static inline int
check_json(const char *p, size_t n)
{
	static char open[CHECK_DEPTH];
	const char *end = p + n;
	size_t depth = 0;
	int empty = 0;	/* an object or array has just been opened */

	for (;;) {
		if (p < end && depth > 0 && empty &&
		    *p == open[depth - 1]) {
			p++;
			depth--;
		} else {
			if (depth > 0 && open[depth - 1] == '}' &&
			    (p == end || *p++ != '"' || (p = check_string(p,
			    end)) == NULL || p == end || *p++ != ':'))
				return 0;
			if (p == end)
				return 0;
			if (*p == '{' || *p == '[') {
				if (depth == CHECK_DEPTH)
					return 0;
				open[depth++] = *p++ == '{' ? '}' : ']';
				empty = 1;
				continue;
			}
			p = *p == '"' ? check_string(p + 1, end) :
			    check_scalar(p, end);
			if (p == NULL)
				return 0;
		}
		empty = 0;
		while (depth > 0 && p < end && *p == open[depth - 1]) {
			p++;
			depth--;
		}
		if (depth == 0)
			return p == end;
		if (p == end || *p++ != ',')
			return 0;
	}
}

#endif
