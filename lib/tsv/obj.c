/* Rows as JSON objects: the part that runs for each field. */
#include "tsv/obj.h"

#include "tsv/esc.h"
#include "tsv/json.h"

void
obj_lead(const struct obj *o, struct buf *b, const struct obj_op *op,
    size_t depth, size_t shared)
{
	const size_t *level = &o->level[op->level];
	size_t from = level[shared - 1];
	size_t n = level[op->depth] - from;
	char *p;

	if (depth == 0)
		buf_byte(b, '{');
	else {
		for (; depth > shared; depth--)
			buf_byte(b, '}');
		buf_byte(b, ',');
	}
	/* b may be the text itself, which moves when it grows. */
	p = buf_room(b, n);
	memcpy(p, o->text.p + from, n);
	b->n += n;
}

/* Writes the inside of a string, letting go of a long one piece by piece. */
static void
put_chars(const struct obj *o, struct out *out, struct span s)
{
	size_t n;

	while (s.n != 0) {
		n = json_chars(&out->b, s, o->flags | JSON_FIELD);
		s = span_of(s.p + n, s.n - n);
		if (s.n != 0 && !o->hold)
			out_relief(out);
	}
}

static void
put_string(const struct obj *o, struct out *out, struct span s)
{
	buf_byte(&out->b, '"');
	put_chars(o, out, s);
	buf_byte(&out->b, '"');
}

/* Returns what a field says as a truth value, or NULL. */
static const char *
truth(struct span s, int infer)
{
	static const char *const word[][3] = {
		{ "true", "t", "1" },
		{ "false", "f", "0" }
	};
	size_t i, k;

	for (i = 0; i < 2; i++)
		for (k = 0; k < (infer ? 1 : 3); k++)
			if (span_eq(s, span_str(word[i][k])))
				return word[i][0];
	return NULL;
}

/* Takes a field over that is JSON text.  Returns -1 when it is none. */
static int
put_json(struct obj *o, struct out *out, struct span s)
{
	return json_text(&out->b, esc_view(s, &o->undone), o->flags);
}

/* Tells whether a field of a type is written as it stands, without quotes. */
static int
bare(const struct obj *o, struct span s, enum obj_type type)
{
	if (type == OBJ_INT)
		return json_integer(s, o->exact);
	if (type == OBJ_NUM || type == OBJ_INFER)
		return json_number(s, o->exact);
	return 0;
}

void
obj_value(struct obj *o, struct out *out, const struct span *field,
    enum obj_type type)
{
	const char *word;

	if (field == NULL || esc_absent(*field)) {
		buf_str(&out->b, field != NULL && field->n == 0 &&
		    o->empty == OBJ_STRING ? "\"\"" : "null");
		return;
	}
	if (type == OBJ_STR || (type == OBJ_JSON && put_json(o, out, *field) !=
	    0)) {
		put_string(o, out, *field);
		return;
	}
	if (type == OBJ_JSON)
		return;
	word = type == OBJ_BOOL || type == OBJ_INFER ?
	    truth(*field, type == OBJ_INFER) : NULL;
	if (word != NULL)
		buf_str(&out->b, word);
	else if (bare(o, *field, type))
		buf_span(&out->b, *field);
	else
		put_string(o, out, *field);
}

static const struct span *
field_of(const struct obj_column *c, const struct row *row)
{
	return c->col < row->n ? &row->field[c->col] : NULL;
}

/* Writes the value of a member: of one column, or an array of several. */
static void
put_member(struct obj *o, struct out *out, const struct obj_op *op,
    const struct row *row)
{
	const struct obj_column *c = &o->col[op->first];
	size_t i;

	if (op->n == 1) {
		obj_value(o, out, field_of(c, row), c->type);
		return;
	}
	for (i = 0; i < op->n; i++) {
		buf_byte(&out->b, i == 0 ? '[' : ',');
		obj_value(o, out, field_of(c, row), c->type);
		c = &o->col[c->next];
	}
	buf_byte(&out->b, ']');
}

/* Tells whether all columns of a member are absent. */
static int
absent(const struct obj *o, const struct obj_op *op, const struct row *row)
{
	const struct obj_column *c = &o->col[op->first];
	const struct span *s;
	size_t i;

	for (i = 0; i < op->n; i++) {
		s = field_of(c, row);
		if (s != NULL && !esc_absent(*s))
			return 0;
		c = &o->col[c->next];
	}
	return 1;
}

/* Writes the members that are there, and returns how many objects are open. */
static size_t
put_present(struct obj *o, struct out *out, const struct row *row)
{
	const struct obj_op *op;
	size_t depth, shared;

	depth = 0;
	shared = 1;
	for (op = o->op; op < o->op + o->nop; op++) {
		if (op->shared < shared)
			shared = op->shared;
		if (absent(o, op, row))
			continue;
		obj_lead(o, &out->b, op, depth, shared);
		put_member(o, out, op, row);
		depth = op->depth;
		shared = depth;
	}
	return depth;
}

/* Copies a name; most are short, and a copy of fixed length is quick. */
static void
put_lead(const struct obj *o, struct buf *b, const struct obj_op *op)
{
	if (op->nlead > OBJ_SHORT || b->cap - b->n < OBJ_SHORT) {
		buf_add(b, o->text.p + op->lead, op->nlead);
		return;
	}
	memcpy(b->p + b->n, o->text.p + op->lead, OBJ_SHORT);
	b->n += op->nlead;
}

static size_t
put_all(struct obj *o, struct out *out, const struct row *row)
{
	const struct obj_op *op;

	for (op = o->op; op < o->op + o->nop; op++) {
		put_lead(o, &out->b, op);
		put_member(o, out, op, row);
	}
	return o->nop == 0 ? 0 : op[-1].depth;
}

int
obj_streams(const struct obj *o, size_t col)
{
	const struct obj_op *op;
	size_t i, n;

	if (o->hold || o->nop == 0)
		return 0;
	n = 0;
	for (i = 0; i < o->ncol; i++)
		n += o->col[i].col == col;
	op = &o->op[o->nop - 1];
	return n == 1 && op->n == 1 && o->col[op->first].col == col &&
	    o->col[op->first].type == OBJ_STR;
}

static void
close_objects(struct out *out, size_t depth)
{
	for (; depth > 0; depth--)
		buf_byte(&out->b, '}');
}

void
obj_row(struct obj *o, struct out *out, const struct row *row)
{
	o->depth = o->empty == OBJ_OMIT ? put_present(o, out, row) :
	    put_all(o, out, row);
	if (row->more) {
		/* The quote that ends the string comes with its last piece. */
		out->b.n--;
		return;
	}
	if (o->depth == 0)
		buf_str(&out->b, "{}");
	close_objects(out, o->depth);
}

void
obj_piece(struct obj *o, struct out *out, const struct row *row)
{
	put_chars(o, out, row->field[row->n - 1]);
	if (row->more) {
		out_relief(out);
		return;
	}
	buf_byte(&out->b, '"');
	close_objects(out, o->depth);
}
