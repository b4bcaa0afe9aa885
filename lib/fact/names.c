/*
 * Names: each ends in a word of a list (有限公司, 项目, 大会, 市) and reaches
 * to the left as far as its kind allows, whatever the segmentation did.
 */
#include "fact/names_int.h"

#include <stdlib.h>

#include "text/utf8.h"

size_t
unit_letters(const struct sent *s, size_t i)
{
	return utf8_count(s->text.p + s->u[i].at, s->u[i].to - s->u[i].at);
}

int
unit_function(const struct unit *u)
{
	return u->type == U_TEXT && u->tag != 0 &&
	    strchr("pcdurey", u->tag) != NULL;
}

/* A measure that may stand in a project's name: 129万吨, 三期. */
static int
name_number(const struct sent *s, size_t i)
{
	const struct tok *t;

	if (s->u[i].type != U_NUM)
		return 0;
	t = unit_num(s, i);
	if (t->kind == NUM_ORDINAL || t->kind == NUM_NUMBER)
		return 1;
	if (t->kind != NUM_QUANTITY || t->unit.n == 0)
		return 0;
	return (unsigned char)t->unit.p[0] < 0x80 ||
	    span_eq(t->unit, span_str("套")) ||
	    span_eq(t->unit, span_str("亩")) ||
	    span_eq(t->unit, span_str("台")) ||
	    span_eq(t->unit, span_str("辆"));
}

/* Where the quotation that ends at unit i begins; i when it has no start. */
static size_t
quote_start(const struct sent *s, size_t i)
{
	size_t j;

	for (j = i; j-- > 0 && i - j < NAME_REACH; ) {
		if (s->u[j].type == U_QUOTE)
			return j;
		if (s->u[j].type == U_STOP)
			break;
	}
	return i;
}

/* The same for a short parenthesis: （天津）, (北京). */
size_t
name_paren(const struct sent *s, size_t i)
{
	size_t j;

	for (j = i; j > 0 && i - j < 3 && s->u[j - 1].type <= U_WORD; j--)
		;
	return j < i && j > 0 && s->u[j - 1].type == U_OPEN ? j - 1 : i;
}

void
name_add(struct sent *s, enum name_type type, size_t from, size_t to)
{
	struct name *n;
	struct span t;
	size_t i;

	s->name = xgrow(s->name, &s->namecap, s->nname + 1, sizeof *s->name);
	n = &s->name[s->nname++];
	memset(n, 0, sizeof *n);
	n->type = type;
	n->from = from;
	n->to = to;
	t = sent_text(s, from, to);
	n->text = span_of(arena_dup(&s->mem, t.p, t.n), t.n);
	if (type == NAME_MEETING)
		n->meaning = unit_means(s, to - 1, L_MEETING);
	for (i = from; i < to; i++)
		s->u[i].name = (uint32_t)s->nname;
}

int
unit_proper(const struct unit *u)
{
	if (u->lists & LIST_BIT(L_REGION))
		return 1;
	return u->type == U_TEXT && (u->tag == 'x' || u->tag == 'e' ||
	    u->tag == 'j' || u->tag == 'i' || (u->tag == 'n' &&
	    u->tag2 != 0 && strchr("rstzw", u->tag2) != NULL));
}

/* Meetings: all that is no mark, no verb of holding and no preposition. */
static size_t
meeting_start(const struct sent *s, size_t end)
{
	const struct unit *u;
	size_t i, j;

	for (i = end; i > 0 && end - i < NAME_REACH; i = j) {
		j = i - 1;
		u = &s->u[j];
		if (u->type == U_UNQUOTE)
			j = quote_start(s, j);
		else if (u->type == U_CLOSE)
			j = name_paren(s, j);
		if (u->type == U_QUOTE && i == end && end + 1 < s->nu &&
		    s->u[end + 1].type == U_UNQUOTE)
			continue;
		if (u->type >= U_COMMA && (j == i - 1) && u->type != U_OTHER)
			break;
		if (u->lists & (LIST_BIT(L_HOLD) | LIST_BIT(L_VISIT) |
		    LIST_BIT(L_STATUS) | LIST_BIT(L_ROLE) |
		    LIST_BIT(L_PART)) && !(u->lists & LIST_BIT(L_PHASE)))
			break;
		if ((j + 1 < end && unit_is(s, j, L_MEETING)) ||
		    u->lists == LIST_BIT(L_LINK))
			break;
		if ((unit_function(u) && !(j > 0 && j + 1 < end &&
		    (unit_eq(s, j, "和") || unit_eq(s, j, "与") ||
		    unit_eq(s, j, "及")) && s->u[j - 1].type <= U_WORD)) ||
		    (u->type == U_TIME &&
		    unit_num(s, j)->value.n == 10) ||
		    (u->type == U_NUM && !name_number(s, j)))
			break;
		if (u->type == U_TEXT && u->tag == 'v' && u->tag2 == 0 &&
		    j + 1 < end && s->u[j + 1].type == U_TIME)
			break;
	}
	return i;
}

/* “千项万亿”重大项目23个: what is counted is no name. */
int
name_counted(const struct sent *s, size_t i)
{
	while (i < s->nu && s->u[i].lists & (LIST_BIT(L_LINK) |
	    LIST_BIT(L_STATUS) | LIST_BIT(L_GROWTH)))
		i++;
	return i < s->nu && s->u[i].type == U_NUM &&
	    sets_hold(&s->words->sets, unit_num(s, i)->unit, SET_THING);
}

/* 海上风电项目62台风机: the value at unit i counts what follows it. */
static int
counts_more(const struct sent *s, size_t i)
{
	return i + 1 < s->nu && s->u[i].type == U_NUM &&
	    s->u[i + 1].type == U_TEXT && s->u[i + 1].tag == 'n';
}

static void
find_meetings(struct sent *s)
{
	size_t i, from;

	for (i = 0; i < s->nu; i++) {
		if (!unit_is(s, i, L_MEETING) || (i + 1 < s->nu &&
		    unit_is(s, i + 1, L_MEETING)) || name_counted(s, i + 1))
			continue;
		from = meeting_start(s, i);
		while (from < i && (s->u[from].name != 0 ||
		    (s->u[from].type == U_TIME &&
		    unit_num(s, from)->value.n != 4)))
			from++;
		if (from < i)
			name_add(s, NAME_MEETING, from, i + 1);
	}
}

/* One step to the left inside a project's name; 0 when it ends here. */
static size_t
project_step(const struct sent *s, size_t i)
{
	const struct unit *u = &s->u[i - 1];
	size_t j;

	if (u->name != 0)
		return 0;
	if (u->type == U_UNQUOTE)
		return (j = quote_start(s, i - 1)) == i - 1 ? 0 : i - j;
	if (u->type == U_CLOSE)
		return (j = name_paren(s, i - 1)) == i - 1 ? 0 : i - j;
	if (u->type == U_NUM)
		return name_number(s, i - 1);
	if (unit_eq(s, i - 1, "及") || unit_eq(s, i - 1, "/") ||
	    unit_eq(s, i - 1, "-") || unit_eq(s, i - 1, "·"))
		return i - 1 > 0 && s->u[i - 2].type <= U_WORD;
	if (u->type == U_PAUSE)
		return i - 1 > 1 && s->u[i - 2].type == U_TEXT &&
		    name_number(s, i - 3);
	if (u->type == U_TIME || u->type >= U_COMMA || unit_function(u))
		return 0;
	if (unit_in(s, i - 1, SET_WIRE))
		return 0;	/* 江州日报讯 */
	if (u->lists & LIST_BIT(L_PRODUCE))
		return 1;
	if (u->lists & (LIST_BIT(L_SELF) | LIST_BIT(L_PRONOUN)))
		return (u->lists & (LIST_BIT(L_PROJECT) |
		    LIST_BIT(L_FIRM))) != 0;
	if (u->lists & NAME_VERBS && !(u->lists & (LIST_BIT(L_GENERIC) |
	    LIST_BIT(L_PROJECT))))
		return unit_letters(s, i - 1) == 1 &&
		    u->lists == LIST_BIT(L_GROWTH);
	if (u->lists & LIST_BIT(L_INDICATOR))
		return 0;
	return 1;
}

/* Leading verbs and general words are no part of a name. */
static int
is_leading(const struct sent *s, size_t i)
{
	const struct unit *u = &s->u[i];

	if (u->type == U_QUOTE || u->type == U_NUM)
		return 0;
	if (u->lists & LIST_BIT(L_GENERIC) && unit_letters(s, i) == 1 &&
	    i + 1 < s->nu && unit_letters(s, i + 1) == 1)
		return 0;
	if (u->type >= U_COMMA || u->lists & (LIST_BIT(L_GENERIC) |
	    LIST_BIT(L_PHASE) | LIST_BIT(L_SELF) | LIST_BIT(L_WORD)))
		return 1;
	if (u->lists & LIST_BIT(L_PROJECT) && unit_letters(s, i) <= 2)
		return 1;
	return u->type == U_TEXT && unit_letters(s, i) > 1 && (u->tag == 'v' ||
	    u->tag == 'f' || u->tag == 'm' || u->tag == 'q' || u->tag ==
	    'b' || u->tag == 'a' || u->tag == 'd') && u->tag2 != 'n';
}

/* Whether units [from, end) say which project is meant. */
static int
is_telling(const struct sent *s, size_t from, size_t end)
{
	size_t i, n, proper;

	for (i = from, n = proper = 0; i < end; i++) {
		if (s->u[i].type == U_QUOTE || unit_proper(&s->u[i]) ||
		    name_number(s, i))
			proper++;
		if (s->u[i].type <= U_WORD && !unit_is(s, i, L_GENERIC) &&
		    !unit_is(s, i, L_PHASE))
			n += unit_letters(s, i);
	}
	if (end > from && unit_is(s, end - 1, L_PHASE) &&
	    !span_eq(unit_means(s, end - 1, L_PHASE), span_str("实施")))
		return 0;
	if (proper > 0)
		return n >= 2;
	return n >= 5 && (from == 0 || unit_ends(s, from - 1) ||
	    unit_in(s, from - 1, SET_OF) || unit_is(s, from - 1, L_SELF));
}

/* 大理火车站, 平陆运河: a name before a common noun, or one that leads. */
static int
is_facility(const struct sent *s, size_t from, size_t end)
{
	if (name_in_firm(s, end))
		return 0;
	if (unit_proper(&s->u[from]))
		return 1;
	return s->u[from].type == U_TEXT && s->u[from].tag == 'n' &&
	    unit_letters(s, from) + (end - from > 1) >= 2 &&
	    end - from <= 2 && (from == 0 ||
	    unit_ends(s, from - 1) || s->u[from - 1].type == U_TIME) &&
	    end + 1 < s->nu && s->u[end + 1].type <= U_TIME &&
	    !unit_in(s, end + 1, SET_OF);
}

/* “隆商回归”工程 is a slogan, no works. */
static int
is_campaign(const struct sent *s, size_t i)
{
	return unit_eq(s, i, "工程") && i > 0 &&
	    s->u[i - 1].type == U_UNQUOTE;
}

/* 路基工程完成96%: a part of works. */
static int
is_part_done(const struct sent *s, size_t i)
{
	return i + 1 < s->nu && unit_in(s, i, SET_REACHED) &&
	    s->u[i + 1].type == U_NUM &&
	    unit_num(s, i + 1)->kind == NUM_PERCENT;
}

/* Whether units [from, end] name works: a facility, or what tells enough. */
static int
is_site(const struct sent *s, size_t from, size_t end)
{
	int w, t;

	w = unit_flag(s, end, L_PROJECT, 'w');
	t = !w || unit_flag(s, end, L_PROJECT, 't');
	return (w && is_facility(s, from, end)) ||
	    (t && is_telling(s, from, end));
}

/* 利用省外项目资金: no project, if none is named. */
static int
is_money_of(const struct sent *s, size_t from, size_t end)
{
	size_t i;

	if (end + 1 >= s->nu || !unit_in(s, end + 1, SET_OFFICE))
		return 0;
	for (i = from; i < end; i++)
		if (unit_proper(&s->u[i]) || name_number(s, i) ||
		    s->u[i].type == U_QUOTE)
			return 0;
	return 1;
}

/* Where works that end at unit `end` begin, at `from` or at what tells. */
static size_t
site_start(const struct sent *s, size_t from, size_t end)
{
	size_t i;

	if (is_site(s, from, end))
		return from;
	for (i = from + 1; i < end; i++)
		if (unit_proper(&s->u[i]))
			return is_site(s, i, end) ? i : end;
	return end;
}

/* 巫镇高速重庆段, 京港澳高速改扩建工程二标段: the last unit of the section. */
static size_t
section_end(const struct sent *s, size_t i)
{
	size_t j;

	for (j = i + 1; j < s->nu && j < i + 3; j++) {
		if (unit_in(s, j, SET_SECTION))
			return j;
		if (s->u[j].type != U_TEXT || s->u[j].tag2 != 's')
			break;
	}
	return i;
}

static void
find_projects(struct sent *s)
{
	size_t i, j, from, step;

	for (i = s->nu; i-- > 0; ) {
		if (!unit_is(s, i, L_PROJECT) || s->u[i].name != 0 ||
		    is_campaign(s, i))
			continue;
		for (from = i; from > 0 && i - from < NAME_REACH; from -= step)
			if ((step = project_step(s, from)) == 0)
				break;
		while (from < i && is_leading(s, from))
			from++;
		if (from == i || (from = site_start(s, from, i)) == i ||
		    is_money_of(s, from, i))
			continue;
		for (j = i + 1; j + 1 < s->nu && name_number(s, j) &&
		    unit_num(s, j)->kind == NUM_ORDINAL; j++)
			;
		if (j > i + 1 && unit_is(s, j, L_PROJECT))
			i = j;
		if ((name_counted(s, i + 1) && !counts_more(s, i + 1)) ||
		    is_part_done(s, i + 1) ||
		    (from > 0 && name_counted(s, from - 1)))
			continue;
		i = section_end(s, i);
		name_add(s, NAME_PROJECT, from, i + 1);
		i = from;
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct name *x = a, *y = b;

	return x->from < y->from ? -1 : x->from > y->from;
}

void
names_find(struct sent *s)
{
	size_t i, j;

	s->nname = 0;
	find_meetings(s);
	find_projects(s);
	names_firms(s);
	names_places(s);
	if (s->nname > 1)
		qsort(s->name, s->nname, sizeof *s->name, by_place);
	for (i = 0; i < s->nname; i++) {
		for (j = s->name[i].from; j < s->name[i].to; j++)
			s->u[j].name = (uint32_t)(i + 1);
		name_object(s, &s->name[i]);
	}
}

const struct name *
names_before(const struct sent *s, size_t i, enum name_type type)
{
	size_t j;

	for (j = s->nname; j-- > 0; )
		if (s->name[j].to <= i && s->name[j].type == type)
			return &s->name[j];
	return NULL;
}
