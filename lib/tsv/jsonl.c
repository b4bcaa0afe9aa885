/* Rows in, JSON texts out. */
#include "tsv/jsonl.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tsv/cols.h"
#include "tsv/esc.h"
#include "tsv/json.h"

enum { RS = 0x1e };		/* begins a text of a sequence */

int
jsonl_select(struct jsonl *j, const char *list)
{
	const char *eq;
	size_t i, n;

	cols_split(&j->label, span_str(list), ',');
	cols_split(&j->name, span_str(list), ',');
	for (i = 0; i < j->name.n; i++) {
		n = j->name.v[i].n;
		eq = n == 0 ? NULL : memchr(j->name.v[i].p, '=', n);
		if (eq == NULL)
			continue;
		n -= (size_t)(eq - j->name.v[i].p) + 1;
		j->name.v[i] = span_of(eq + 1, n);
		j->label.v[i].n -= n + 1;
	}
	return j->obj.dup == OBJ_ERROR && cols_twice(&j->label).n != 0 ? -1 : 0;
}

/* Finds a column that -o names; one that is missing later on is absent. */
static size_t
find_selected(struct jsonl *j, const struct rows *r, struct span name)
{
	size_t i;

	i = cols_find(&r->head, name);
	if (i == COL_NONE && j->files == 0)
		err_die("no column '%.*s'", (int)name.n, name.p);
	if (i == COL_NONE)
		err_refuse(j->errs, r->in.name, 1, "no column '%.*s'",
		    (int)name.n, name.p);
	return i;
}

/* Lists the columns to be shown, from -o or the header. */
static size_t
list_columns(struct jsonl *j, const struct rows *r)
{
	int all = j->label.n == 0;
	const struct cols *name = all ? &r->head : &j->name;
	const struct cols *label = all ? &r->head : &j->label;
	size_t i;

	j->col = xrealloc(j->col, (name->n + 1) * sizeof *j->col);
	for (i = 0; i < name->n; i++) {
		j->col[i].name = label->v[i];
		j->col[i].col = all ? i : find_selected(j, r, name->v[i]);
		j->col[i].type = types_find(&j->types, name->v[i]);
	}
	return name->n;
}

/* Takes the column of -g out of the list; -o may have renamed it. */
static size_t
take_key(struct jsonl *j, const struct rows *r, size_t n)
{
	size_t i, kept;

	j->keyname = span_str(j->group);
	j->keycol = cols_find(&r->head, j->keyname);
	for (i = 0, kept = 0; i < n; i++)
		if (j->col[i].col == j->keycol)
			j->keyname = j->col[i].name;
		else
			j->col[kept++] = j->col[i];
	return kept;
}

static void
plan(struct jsonl *j, const struct rows *r)
{
	struct span twice;
	size_t n;

	n = list_columns(j, r);
	if (j->group != NULL)
		n = take_key(j, r, n);
	j->files = r->files;
	j->refused = obj_plan(&j->obj, j->col, n, &twice) != 0;
	if (j->refused)
		err_refuse(j->errs, r->in.name, 1, "column '%.*s' stands twice",
		    (int)twice.n, twice.p);
	j->streams = !j->refused && obj_streams(&j->obj, r->head.n - 1);
}

/* Writes what stands before a text. */
static void
begin(struct jsonl *j)
{
	if (j->form == JSONL_SEQ)
		buf_byte(&j->out->b, RS);
	else if (j->form == JSONL_ARRAY)
		buf_str(&j->out->b, j->texts == 0 ? "[\n" : ",\n");
	j->texts++;
}

/* Ends a text; in an array, its line ends when it is known what follows. */
static void
end(struct jsonl *j)
{
	if (j->form != JSONL_ARRAY)
		buf_byte(&j->out->b, '\n');
	out_row(j->out);
}

/* Tells whether a row goes on with the group under way. */
static int
same_group(struct jsonl *j, struct span key)
{
	if (!j->open || j->keyless != esc_absent(key))
		return 0;
	return j->keyless ||
	    span_eq(esc_view(key, &j->undone), buf_view(&j->key));
}

static void
end_group(struct jsonl *j)
{
	buf_str(&j->out->b, "]}");
	end(j);
	j->open = 0;
}

/* Begins {"doc":"a.txt","rows":[ and remembers the value. */
static void
begin_group(struct jsonl *j, const struct row *row)
{
	const struct span *key = &row->field[j->keycol];
	struct span name;

	begin(j);
	j->open = 1;
	j->keyless = esc_absent(*key);
	buf_clear(&j->key);
	esc_undo(&j->key, *key);
	name = j->keyname;
	buf_byte(&j->out->b, '{');
	json_string(&j->out->b, name, j->obj.flags | JSON_FIELD);
	buf_byte(&j->out->b, ':');
	obj_value(&j->obj, j->out, key,
	    types_find(&j->types, span_str(j->group)));
	buf_str(&j->out->b, span_eq(name, span_str("rows")) ?
	    ",\"rows_2\":[" : ",\"rows\":[");
}

static void
grouped_row(struct jsonl *j, const struct row *row)
{
	const struct span *key = &row->field[j->keycol];

	if (j->open && same_group(j, *key))
		buf_byte(&j->out->b, ',');
	else {
		if (j->open)
			end_group(j);
		begin_group(j, row);
	}
	obj_row(&j->obj, j->out, row);
	if (j->out->b.n - j->out->whole <= j->most)
		return;
	err_die_at(row->file, row->lineno,
	    "a group of '%s' is over %zu bytes (see --max-group)", j->group,
	    j->most);
}

/* Tells whether a row has the fields it must have, and says if not. */
static int
fits(struct jsonl *j, const struct rows *r, const struct row *row)
{
	if (row->n == r->head.n)
		return 1;
	if (j->ragged == JSONL_SKIP)
		return 0;
	if (j->ragged == JSONL_PAD && row->n < r->head.n &&
	    (j->group == NULL || j->keycol < row->n))
		return 1;
	err_refuse(j->errs, row->file, row->lineno,
	    "%zu fields, the header has %zu", row->n, r->head.n);
	return 0;
}

/* Writes one more piece of a row's last field. */
static void
go_on(struct jsonl *j, const struct row *row)
{
	if (!j->streams)
		return;
	obj_piece(&j->obj, j->out, row);
	if (!row->more)
		end(j);
}

void
jsonl_row(struct jsonl *j, struct rows *r, struct row *row)
{
	if (row->cont) {
		go_on(j, row);
		return;
	}
	if (j->files != r->files)
		plan(j, r);
	if (j->refused || !fits(j, r, row))
		return;
	if (row->more && !j->streams && !rows_whole(r, row))
		return;
	if (j->group != NULL) {
		grouped_row(j, row);
		return;
	}
	begin(j);
	obj_row(&j->obj, j->out, row);
	if (!row->more)
		end(j);
}

void
jsonl_end(struct jsonl *j)
{
	if (j->open)
		end_group(j);
	if (j->form == JSONL_ARRAY)
		buf_str(&j->out->b, j->texts == 0 ? "[]\n" : "\n]\n");
	obj_free(&j->obj);
	types_free(&j->types);
	cols_free(&j->label);
	cols_free(&j->name);
	free(j->col);
	buf_free(&j->key);
	buf_free(&j->undone);
}
