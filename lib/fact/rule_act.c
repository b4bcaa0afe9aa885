/* Actions: emit column=value ..., set, push, pop, drop. */
#include "fact/rule_int.h"

#include <string.h>

static const char *const cols[COLS] = {
	"subject", "predicate", "object", "scope", "measure", "time", "status",
	"value", "kind"
};

static const char *const measures[] = {
	"level", "yoy", "qoq", "change", "share", "rate", "progress", "rank",
	NULL
};

static const char *const statuses[] = {
	"actual", "planned", "expected", NULL
};

static const char *const kinds[] = { "stat", "event", "party", "meta", NULL };

static const char *const verbs[] = { "emit", "set", "push", "pop", "drop" };

static int
col_number(struct span s)
{
	int i;

	for (i = 0; i < COLS; i++)
		if (span_eq(s, span_str(cols[i])))
			return i;
	return -1;
}

/* $name */
static int
part_name(struct lex *x, const struct rule *q, struct part *a)
{
	struct span s;

	s = lex_word(x);
	a->type = PART_NAME;
	for (a->arg = 0; a->arg < q->nnames; a->arg++)
		if (span_eq(q->names[a->arg], s))
			return 0;
	return lex_fail(x, "no %.*s: in the pattern",
	    (int)(s.n < 32 ? s.n : 32), s.p);
}

/* LIST, LIST2: the meaning of the first, the second match on it. */
static int
part_list(struct lex *x, struct span s, struct part *a)
{
	int list;

	a->type = PART_LIST;
	a->nth = 1;
	list = list_find(x->r, s);
	if (list == -1 && s.p[s.n - 1] >= '2' && s.p[s.n - 1] <= '9') {
		a->nth = (unsigned)(s.p[s.n - 1] - '0');
		s.n--;
		list = list_find(x->r, s);
	}
	if (list == -1)
		return lex_fail(x, "no list %.*s (a word in capitals stands "
		    "in quotes)", (int)(s.n < 32 ? s.n : 32), s.p);
	x->r->list[list].used = 1;
	a->arg = (unsigned)list;
	return 0;
}

static int
part_parse(struct lex *x, const struct rule *q, struct part *a)
{
	struct span s;
	int col;

	memset(a, 0, sizeof *a);
	if (lex_take(x, "$"))
		return part_name(x, q, a);
	if (lex_take(x, "^")) {
		a->type = PART_FRAME;
		s = lex_word(x);
		if ((col = col_number(s)) == -1 || col >= C_VALUE)
			return lex_fail(x, "no column %.*s",
			    (int)(s.n < 32 ? s.n : 32), s.p);
		a->arg = (unsigned)col;
		return 0;
	}
	a->type = PART_TEXT;
	if (lex_at(x, "'"))
		return lex_quoted(x, &a->text);
	a->text = lex_word(x);
	if (a->text.n == 0)
		return lex_fail(x, "a value is missing");
	return lex_is_list(a->text) ? part_list(x, a->text, a) : 0;
}

static struct part *
value_parse(struct lex *x, const struct rule *q)
{
	struct part *first, **tail, *a;
	int other;

	first = NULL;
	tail = &first;
	other = 0;
	do {
		a = arena_alloc(&x->r->mem, sizeof *a);
		if (part_parse(x, q, a) == -1)
			return NULL;
		a->other = other;
		*tail = a;
		tail = &a->next;
		other = lex_take(x, "//");
	} while (other || lex_take(x, "+"));
	return first;
}

static int
one_of(const char *const *names, struct span s)
{
	for (; *names != NULL; names++)
		if (span_eq(s, span_str(*names)))
			return 1;
	return 0;
}

/* Words that a column does not know are errors where the file spells them. */
static int
known(struct lex *x, const struct slot *s)
{
	const char *const *names;
	const struct part *a;

	switch (s->col) {
	case C_MEASURE:
		names = measures;
		break;
	case C_STATUS:
		names = statuses;
		break;
	case C_KIND:
		names = kinds;
		break;
	case C_VALUE:
		if (s->part->type == PART_NAME && s->part->next == NULL)
			return 0;
		return lex_fail(x, "value= takes a $name");
	default:
		return 0;
	}
	for (a = s->part; a != NULL; a = a->next)
		if (a->type == PART_TEXT ? !one_of(names, a->text) :
		    s->col == C_KIND)
			return lex_fail(x, "no such %s", cols[s->col]);
	return 0;
}

static struct slot *
slot_parse(struct lex *x, const struct rule *q)
{
	struct slot *s;
	struct span name;
	int col;

	s = arena_alloc(&x->r->mem, sizeof *s);
	memset(s, 0, sizeof *s);
	name = lex_word(x);
	if ((col = col_number(name)) == -1) {
		lex_fail(x, "no column %.*s", (int)(name.n < 32 ? name.n :
		    32), name.p);
		return NULL;
	}
	s->col = (enum col)col;
	if (!lex_take(x, "=")) {
		lex_fail(x, "= is missing behind %s", cols[col]);
		return NULL;
	}
	s->minus = s->col == C_VALUE && lex_take(x, "-");
	if ((s->part = value_parse(x, q)) == NULL || known(x, s) == -1)
		return NULL;
	return s;
}

static int
slots_parse(struct lex *x, const struct rule *q, struct action *a)
{
	struct slot **tail;

	tail = &a->slot;
	for (lex_blank(x); x->p < x->end && *x->p != ';'; lex_blank(x)) {
		if ((*tail = slot_parse(x, q)) == NULL)
			return -1;
		if (a->type == DO_SET && (*tail)->col >= C_VALUE)
			return lex_fail(x, "set does not take %s",
			    cols[(*tail)->col]);
		tail = &(*tail)->next;
	}
	if (a->type == DO_SET && a->slot == NULL)
		return lex_fail(x, "set of no column");
	if (a->type > DO_SET && a->slot != NULL)
		return lex_fail(x, "%s takes no column", verbs[a->type]);
	return 0;
}

static struct action *
action_parse(struct lex *x, const struct rule *q)
{
	struct action *a;
	struct span verb;
	int i;

	lex_blank(x);
	verb = lex_word(x);
	for (i = 0; i <= DO_DROP; i++)
		if (span_eq(verb, span_str(verbs[i])))
			break;
	if (i > DO_DROP) {
		lex_fail(x, verb.n == 0 ? "an action is missing" :
		    "no action %.*s", (int)(verb.n < 32 ? verb.n : 32),
		    verb.p);
		return NULL;
	}
	a = arena_alloc(&x->r->mem, sizeof *a);
	memset(a, 0, sizeof *a);
	a->type = (enum action_type)i;
	return slots_parse(x, q, a) == -1 ? NULL : a;
}

/* Reads to the end of the statement.  Returns NULL on an error. */
struct action *
actions_parse(struct lex *x, struct rule *q)
{
	struct action *first, **tail;

	first = NULL;
	tail = &first;
	do {
		if ((*tail = action_parse(x, q)) == NULL)
			return NULL;
		tail = &(*tail)->next;
	} while (lex_take(x, ";"));
	return first;
}
