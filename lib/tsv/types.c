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

/* The columns of factline(5) that are no strings. */
static const struct named known[] = {
	{ "confidence", OBJ_NUM },
	{ "end", OBJ_INT },
	{ "fact", OBJ_INT },
	{ "group", OBJ_INT },
	{ "line", OBJ_INT },
	{ "lines", OBJ_INT },
	{ "repairs", OBJ_INT },
	{ "sent", OBJ_INT },
	{ "start", OBJ_INT },
	{ "upper", OBJ_NUM },
	{ "value", OBJ_NUM }
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
