/*
 * The words of a document, line by line: what the program tok prints, and what
 * others call when they are given plain text.
 *
 *	t = tok_new(&opts);
 *	for each document
 *		for each of its lines
 *			tok_line(t, &line);
 *			while (tok_next(t, &piece))
 *				use piece.v[0 .. piece.n)
 *		tok_end(t);
 *		while (tok_next(t, &piece))
 *			use it
 *	tok_free(t);
 *
 * Whether a line is a heading or the first half of a broken sentence can only
 * be told from the line behind it, so a line may come out after the next one
 * went in; at most TOK_HOLD lines are held.
 */
#ifndef LEX_TOK_H
#define LEX_TOK_H

#include <stddef.h>

#include "base/span.h"
#include "lex/udict.h"
#include "text/token.h"

enum {
	TOK_HOLD = 4,		/* lines held back at most */
	TOK_PIECE = 3072	/* tokens handed out at a time, at most */
};

struct tok;

struct tok_opts {
	const struct udict *user;	/* the user's words, or NULL */
	unsigned glue;			/* bits of lex/glue.h */
	int search;	/* hand out the words within long words, too */
};

/* A line that goes in; everything is copied. */
struct tok_line {
	size_t line;		/* its number */
	struct span text;	/* escapes undone, no LF */
	int cont;		/* goes on the line before: a window of it */
	int more;		/* the next one goes on this line */
	void *own;		/* the caller's, handed out with its tokens */
};

/* A line, or a part of one, that comes out; valid until the next call. */
struct tok_piece {
	const struct token *v;
	size_t n;		/* tokens, at least one */
	struct span text;	/* of the line, from the first to the last */
	void *own;		/* of the line */
};

/*
 * Prepares a tokenizer; o (NULL for the defaults) is borrowed during the call,
 * what it points to must outlive the tokenizer.  Returns NULL when an embedded
 * table is damaged.
 */
struct tok *tok_new(const struct tok_opts *o);

/*
 * Takes the next line of the document; tok_next must have returned 0.  A line
 * without words comes out of tok_next not at all.
 */
void tok_line(struct tok *t, const struct tok_line *line);

/* Ends the document: what is held comes out, sentences count from 1 again. */
void tok_end(struct tok *t);

/* Hands out what is ready.  Returns 1, or 0 when more input is needed. */
int tok_next(struct tok *t, struct tok_piece *piece);

/* Frees the tokenizer. */
void tok_free(struct tok *t);

#endif
