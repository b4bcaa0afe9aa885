/*
 * Rows as JSON: the first line is the list of -T, the second a header, the
 * others are rows; each comes out as one JSON text.  Two bytes choose how.
 */
#include "fuzz.h"

#include "text/utf8.h"
#include "tsv/json.h"
#include "tsv/obj.h"
#include "tsv/types.h"

#include "check_json.h"

enum { COLUMNS = 24 };

static size_t
split(struct span line, struct span *field)
{
	size_t n;

	for (n = 0; n < COLUMNS; n++) {
		field[n] = fuzz_cut(&line, '\t');
		if (line.n == 0)
			return n + 1;
	}
	return n;
}

static void
row(struct obj *o, struct out *out, struct span line, size_t columns)
{
	struct span field[COLUMNS];
	struct row r;

	memset(&r, 0, sizeof r);
	memset(field, 0, sizeof field);
	r.n = split(line, field);
	if (r.n > columns)
		r.n = columns;
	r.field = field;
	buf_clear(&out->b);
	out->whole = 0;
	obj_row(o, out, &r);
	FUZZ_HOLDS(check_json(out->b.p, out->b.n));
	FUZZ_HOLDS(utf8_valid(out->b.p, out->b.n) == out->b.n);
}

/* Sets the options that two bytes choose. */
static void
choose(struct obj *o, struct types *types, const uint8_t *data)
{
	memset(o, 0, sizeof *o);
	memset(types, 0, sizeof *types);
	o->empty = (enum obj_empty)(data[0] % 3);
	o->dup = (enum obj_dup)(data[0] / 3 % 3);
	o->nest = span_str(data[1] & 1 ? "." : data[1] & 2 ? "::" : "");
	o->flags = data[1] & 4 ? JSON_ASCII : 0;
	o->exact = data[1] >> 3 & 1;
	o->hold = 1;
	types->infer = data[1] >> 4 & 1;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct out out;
	struct span text, name[COLUMNS], twice, list;
	struct obj_column col[COLUMNS];
	struct types types;
	struct obj o;
	char *z;
	size_t i, columns;

	if (n < 2)
		return 0;
	choose(&o, &types, data);
	text = span_of((const char *)data + 2, n - 2);
	list = fuzz_cut(&text, '\n');
	z = malloc(list.n + 1);
	FUZZ_HOLDS(z != NULL);
	memcpy(z, list.p, list.n);
	z[list.n] = '\0';
	if (types_add(&types, z) != 0)
		types_free(&types);
	columns = split(fuzz_cut(&text, '\n'), name);
	for (i = 0; i < columns; i++) {
		col[i].name = name[i];
		col[i].col = i;
		col[i].type = types_find(&types, name[i]);
	}
	if (obj_plan(&o, col, columns, &twice) == 0)
		while (text.n > 0)
			row(&o, &out, fuzz_cut(&text, '\n'), columns);
	else
		FUZZ_HOLDS(o.dup == OBJ_ERROR);
	obj_free(&o);
	types_free(&types);
	free(z);
	return 0;
}
