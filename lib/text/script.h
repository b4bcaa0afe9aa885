/* Conversion between traditional and simplified characters by phrases. */
#ifndef TEXT_SCRIPT_H
#define TEXT_SCRIPT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/span.h"
#include "tab/tab.h"
#include "tab/trie.h"

/* An opened table of lib/gen/script.c; views of embedded bytes. */
struct script {
	struct trie trie;	/* value: offset in pool << 1 | doubtful */
	struct span pool;
};

/* Opens a table of kind SCPT.  Returns 0, or -1 when it is damaged. */
int script_open(struct script *s, const struct tab *t);

/*
 * Tells whether s has something in n bytes of UTF-8 that shows their script: a
 * conversion that is not doubtful and changes the text.
 */
int script_sure(const struct script *s, const char *p, size_t n);

/* Tells whether the character cp alone is converted to another. */
int script_changes(const struct script *s, uint32_t cp);

/*
 * Appends n bytes of UTF-8 to out, converted by the longest phrase at each
 * place; the doubtful rows (in simplified text 乾 may stand for itself) take
 * part only if all is set.  Calls note (if not NULL) for each change with the
 * bytes before and after.  Returns the number of changes.
 */
size_t script_convert(const struct script *s, const char *p, size_t n, int all,
    struct buf *out, void (*note)(void *, size_t, struct span, struct span),
    void *arg);

#endif
