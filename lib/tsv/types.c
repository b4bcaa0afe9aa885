/* Types of columns. */
#include "tsv/types.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct named {
	const char *name;
	enum obj_type type;
};

static const struct named types[] = {
	{ "bool", OBJ_BOOL },
	{ "int", OBJ_INT },
	{ "json", OBJ_JSON },
	{ "num", OBJ_NUM },
	{ "str", OBJ_STR }
};

/*
 * The columns of factline's programs that are no strings.  The tag of tok is a
 * word and stays one; that of fixenc -l is a count.
 */
static const struct named known[] = {
	{ "annotation", OBJ_INT },
	{ "blank", OBJ_INT },
	{ "confidence", OBJ_NUM },
	{ "control", OBJ_INT },
	{ "end", OBJ_INT },
	{ "entity", OBJ_INT },
	{ "fact", OBJ_INT },
	{ "group", OBJ_INT },
	{ "line", OBJ_INT },
	{ "lines", OBJ_INT },
	{ "lost", OBJ_INT },
	{ "mojibake", OBJ_INT },
	{ "punct", OBJ_INT },
	{ "script", OBJ_INT },
	{ "sent", OBJ_INT },
	{ "shifted", OBJ_INT },
	{ "start", OBJ_INT },
	{ "tag", OBJ_INT },
	{ "upper", OBJ_NUM },
	{ "value", OBJ_NUM },
	{ "width", OBJ_INT },
	{ "zero", OBJ_INT }
};

static const struct named *
look_up(const struct named *v, size_t n, struct span name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (span_eq(span_str(v[i].name), name))
			return &v[i];
	return NULL;
}

/* Adds `name:type`; the name may hold colons. */
static int
add_item(struct types *t, struct span item)
{
	const struct named *found;
	size_t n;

	for (n = item.n; n > 0 && item.p[n - 1] != ':';)
		n--;
	if (n == 0)
		return -1;
	found = look_up(types, sizeof types / sizeof *types,
	    span_of(item.p + n, item.n - n));
	if (found == NULL)
		return -1;
	t->v = xgrow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->v[t->n].name = span_of(item.p, n - 1);
	t->v[t->n++].type = found->type;
	return 0;
}

int
types_add(struct types *t, const char *list)
{
	size_t n;

	for (;;) {
		n = strcspn(list, ",");
		if (add_item(t, span_of(list, n)) != 0)
			return -1;
		if (list[n] == '\0')
			return 0;
		list += n + 1;
	}
}

static const struct types_row *
said(const struct types *t, struct span name)
{
	size_t i;

	for (i = t->n; i-- > 0;)
		if (span_eq(t->v[i].name, name))
			return &t->v[i];
	return NULL;
}

enum obj_type
types_find(const struct types *t, struct span name)
{
	const struct types_row *row;
	const struct named *found;

	row = said(t, name);
	if (row == NULL)
		row = said(t, span_str("*"));
	if (row != NULL)
		return row->type;
	found = look_up(known, sizeof known / sizeof *known, name);
	if (found != NULL)
		return found->type;
	return t->infer ? OBJ_INFER : OBJ_STR;
}

void
types_free(struct types *t)
{
	free(t->v);
	memset(t, 0, sizeof *t);
}
