/* From column names to the members of an object. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "text/utf8.h"
#include "tsv/esc.h"
#include "tsv/json.h"
#include "tsv/obj.h"

enum { ROOT };			/* the node of the row itself */

/*
 * A member or an object around members.  Its path is its identity: that of an
 * object is the start of its members' paths.
 */
struct obj_node {
	struct span path;
	struct span key;	/* what it is called in its object */
	size_t parent;
	size_t child, last, next;	/* nodes; ROOT is none */
	size_t first, n;	/* columns; none in an object */
	size_t tail;
	size_t suffix;		/* last number given to a name like this */
	int placed;
};

/* Makes a name valid UTF-8 without escapes: what JSON will call it. */
static struct span
clean(struct obj *o, struct span s)
{
	struct buf b = { NULL, 0, 0 };
	size_t n, len;
	char *p;

	buf_clear(&o->undone);
	esc_undo(&o->undone, s);
	s = buf_view(&o->undone);
	while (s.n != 0) {
		n = utf8_valid(s.p, s.n);
		buf_add(&b, s.p, n);
		len = 0;
		if (n < s.n) {
			utf8_decode(s.p + n, s.n - n, &len);
			utf8_add(&b, UTF8_REPLACEMENT);
		}
		s = span_of(s.p + n + len, s.n - n - len);
	}
	n = b.n;
	p = arena_dup(&o->arena, b.p == NULL ? "" : b.p, n);
	buf_free(&b);
	return span_of(p, n);
}

/* Returns where a path is, or belongs, in the table. */
static size_t *
find(const struct obj *o, struct span path)
{
	size_t i;

	i = (size_t)hash_add(HASH_START, path.p, path.n) & o->mask;
	while (o->slot[i] != ROOT && !span_eq(o->node[o->slot[i]].path, path))
		i = (i + 1) & o->mask;
	return &o->slot[i];
}

static size_t
add_node(struct obj *o, struct span path, size_t *slot)
{
	struct obj_node *node;

	*slot = o->nnode;
	node = &o->node[o->nnode];
	memset(node, 0, sizeof *node);
	node->path = path;
	node->suffix = 1;
	return o->nnode++;
}

static void
add_column(struct obj *o, size_t to, size_t col)
{
	struct obj_node *node = &o->node[to];

	if (node->n++ == 0)
		node->first = col;
	else
		o->col[node->tail].next = col;
	node->tail = col;
}

/* Finds a name that is free for one more column called path. */
static size_t
add_suffixed(struct obj *o, struct span path, size_t first)
{
	struct buf b = { NULL, 0, 0 };
	size_t node, *slot;
	char *p;

	do {
		buf_clear(&b);
		buf_span(&b, path);
		buf_byte(&b, '_');
		buf_uint(&b, ++o->node[first].suffix);
		slot = find(o, buf_view(&b));
	} while (*slot != ROOT);
	p = arena_dup(&o->arena, b.p, b.n);
	node = add_node(o, span_of(p, b.n), slot);
	buf_free(&b);
	return node;
}

/* Returns the length of the first name of a path that goes on, else 0. */
static size_t
split(const struct obj *o, struct span path)
{
	size_t i;

	for (i = 0; i + o->nest.n <= path.n; i++)
		if (memcmp(path.p + i, o->nest.p, o->nest.n) == 0)
			return i == 0 ? path.n : i;
	return 0;
}

/*
 * Tells whether a name is a path: no part of it is empty, and no start of it
 * is a column itself (a.b beside a stays a.b, whatever their order).
 */
static int
is_path(const struct obj *o, struct span name)
{
	size_t n, levels, off;
	size_t at;

	if (o->nest.n == 0)
		return 0;
	levels = 1;
	for (off = 0; (n = split(o, span_of(name.p + off, name.n - off))) != 0;
	    off += n + o->nest.n) {
		if (off + n >= name.n || ++levels > OBJ_LEVELS)
			return 0;
		at = *find(o, span_of(name.p, off + n));
		if (at != ROOT && o->node[at].n != 0)
			return 0;
	}
	return levels > 1 && off < name.n;
}

static void
link_node(struct obj *o, size_t parent, size_t child)
{
	struct obj_node *p = &o->node[parent];

	if (p->child == ROOT)
		p->child = child;
	else
		o->node[p->last].next = child;
	p->last = child;
	o->node[child].parent = parent;
	o->node[child].placed = 1;
}

/* Puts a member where its name says, making the objects on the way. */
static void
place(struct obj *o, size_t leaf)
{
	struct span path = o->node[leaf].path;
	size_t n, at, off, parent, *slot;

	parent = ROOT;
	off = 0;
	if (is_path(o, path))
		for (; (n = split(o, span_of(path.p + off, path.n - off))) != 0;
		    off += n + o->nest.n) {
			slot = find(o, span_of(path.p, off + n));
			at = *slot;
			if (at == ROOT) {
				at = add_node(o, span_of(path.p, off + n),
				    slot);
				o->node[at].key = span_of(path.p + off, n);
				link_node(o, parent, at);
			}
			parent = at;
		}
	o->node[leaf].key = span_of(path.p + off, path.n - off);
	link_node(o, parent, leaf);
}

/* Counts the nodes that n columns can need, and makes room for them. */
static void
make_room(struct obj *o, size_t n)
{
	size_t i, k, off, most = n + 1;
	struct span s;

	for (i = 0; i < n && o->nest.n != 0; i++) {
		s = o->col[i].name;
		for (off = 0; (k = split(o, span_of(s.p + off, s.n - off))) != 0
		    && off + k < s.n; off += k + o->nest.n)
			most++;
	}
	for (o->mask = 15; o->mask / 2 < most;)
		o->mask = o->mask * 2 + 1;
	free(o->node);
	free(o->slot);
	o->node = xcalloc(most, sizeof *o->node);
	o->slot = xcalloc(o->mask + 1, sizeof *o->slot);
	o->nnode = 1;
}

/* Gives each column its node.  Returns 0, or -1 and the name of two. */
static int
take_columns(struct obj *o, size_t n, size_t *of, struct span *twice)
{
	size_t i, *slot;

	for (i = 0; i < n; i++) {
		slot = find(o, o->col[i].name);
		of[i] = *slot;
		if (*slot == ROOT)
			of[i] = add_node(o, o->col[i].name, slot);
		else if (o->dup == OBJ_ERROR) {
			*twice = o->col[i].name;
			return -1;
		}
		if (o->node[of[i]].n == 0 || o->dup == OBJ_ARRAY)
			add_column(o, of[i], i);
		else
			of[i] = ROOT;
	}
	for (i = 0; i < n; i++)
		if (of[i] == ROOT) {
			slot = find(o, o->col[i].name);
			of[i] = add_suffixed(o, o->col[i].name, *slot);
			add_column(o, of[i], i);
		}
	return 0;
}

/* Adds a place in text, at its end. */
static void
mark(struct obj *o)
{
	o->level = xgrow(o->level, &o->levelcap, o->nlevel + 1,
	    sizeof *o->level);
	o->level[o->nlevel++] = o->text.n;
}

/* Writes the names from the row down to a member: "a":{"b":{"c": */
static void
add_names(struct obj *o, const size_t *chain, size_t depth)
{
	size_t i;

	for (i = 1; i <= depth; i++) {
		mark(o);
		json_string(&o->text, o->node[chain[i]].key, o->flags);
		buf_byte(&o->text, ':');
		if (i < depth)
			buf_byte(&o->text, '{');
	}
	mark(o);
}

/* Adds the member at the end of a chain of nodes, the row's node first. */
static void
add_op(struct obj *o, const size_t *chain, size_t depth, size_t shared)
{
	struct obj_op *op = &o->op[o->nop];
	const struct obj_node *node = &o->node[chain[depth]];

	op->first = node->first;
	op->n = node->n;
	op->depth = depth;
	op->shared = shared;
	op->level = o->nlevel;
	add_names(o, chain, depth);
	op->lead = o->text.n;
	obj_lead(o, &o->text, op, o->nop == 0 ? 0 : op[-1].depth, shared);
	op->nlead = o->text.n - op->lead;
	o->nop++;
}

/* Walks the tree of nodes: a member is written, an object is entered. */
static void
add_ops(struct obj *o)
{
	size_t chain[OBJ_LEVELS + 1] = { ROOT };
	size_t depth, shared;

	depth = 1;
	shared = 1;
	chain[1] = o->node[ROOT].child;
	while (depth > 0) {
		if (chain[depth] == ROOT) {
			depth--;
			if (depth > 0)
				chain[depth] = o->node[chain[depth]].next;
			if (depth < shared)
				shared = depth;
			continue;
		}
		if (o->node[chain[depth]].n != 0) {
			add_op(o, chain, depth, shared);
			shared = depth;
			chain[depth] = o->node[chain[depth]].next;
		} else {
			chain[depth + 1] = o->node[chain[depth]].child;
			depth++;
		}
	}
}

int
obj_plan(struct obj *o, const struct obj_column *c, size_t n,
    struct span *twice)
{
	size_t i, *of;
	int result;

	arena_reset(&o->arena);
	o->col = xrealloc(o->col, (n + 1) * sizeof *o->col);
	o->op = xrealloc(o->op, (n + 1) * sizeof *o->op);
	o->ncol = n;
	for (i = 0; i < n; i++) {
		o->col[i] = c[i];
		o->col[i].next = 0;
		o->col[i].name = clean(o, c[i].name);
	}
	make_room(o, n);
	o->nop = 0;
	o->nlevel = 0;
	buf_clear(&o->text);
	of = xcalloc(n + 1, sizeof *of);
	result = take_columns(o, n, of, twice);
	for (i = 0; i < n && result == 0; i++)
		if (!o->node[of[i]].placed)
			place(o, of[i]);
	free(of);
	if (result == 0)
		add_ops(o);
	buf_room(&o->text, OBJ_SHORT);
	return result;
}

void
obj_free(struct obj *o)
{
	arena_free(&o->arena);
	buf_free(&o->text);
	buf_free(&o->undone);
	free(o->col);
	free(o->node);
	free(o->op);
	free(o->slot);
	free(o->level);
}
