/* Names of firms: 四川锂源新能源材料有限公司, 国家电投集团. */
#include "fact/names_int.h"

#include <string.h>

/* 闽港新能源集团, 大理机场集团: the noun at unit i is part of a firm's name. */
int
name_in_firm(const struct sent *s, size_t i)
{
	size_t j;

	for (j = i + 1; j < s->nu && j < i + 6; j++) {
		if (unit_is(s, j, L_FIRM))
			return !unit_flag(s, j, L_FIRM, 'w');
		if (s->u[j].type > U_WORD || unit_function(&s->u[j]) ||
		    (s->u[j].lists & NAME_VERBS && !(j + 1 < s->nu &&
		    unit_is(s, j + 1, L_FIRM))))
			break;
	}
	return 0;
}

/* Whether a name may begin at unit i: nothing before it belongs to it. */
static int
may_begin(const struct sent *s, size_t i)
{
	return i == 0 || unit_ends(s, i - 1) || s->u[i - 1].type == U_PAUSE ||
	    unit_in(s, i - 1, SET_AND);
}

/* 永达集团, 远川股份: two letters, whatever either would be alone. */
static int
is_pair(const struct sent *s, size_t i)
{
	return s->u[i].name == 0 && s->u[i + 1].name == 0 &&
	    s->u[i].type <= U_WORD && s->u[i + 1].type <= U_WORD &&
	    unit_letters(s, i) == 1 && unit_letters(s, i + 1) == 1 &&
	    (may_begin(s, i) || unit_function(&s->u[i - 1]));
}

/* One step to the left inside a firm's name. */
static size_t
firm_step(const struct sent *s, size_t i, size_t end)
{
	const struct unit *u = &s->u[i - 1];
	size_t j;

	if (u->name != 0)
		return 0;
	if (i == end && i > 1 && is_pair(s, i - 2))
		return 2;
	if (u->type == U_CLOSE)
		return (j = name_paren(s, i - 1)) == i - 1 ? 0 : i - j;
	if (u->type == U_NUM)	/* 中铁二十一局集团有限公司 */
		return i > 1 && s->u[i - 2].type == U_TEXT && unit_is(s, i,
		    L_FIRM) && (unsigned char)s->text.p[u->at] >= 0x80;
	if (u->type >= U_NUM || unit_function(u))
		return 0;
	if (u->lists & LIST_BIT(L_PRONOUN))
		return (u->lists & LIST_BIT(L_FIRM)) != 0 && i - 1 > 0 &&
		    (unit_proper(&s->u[i - 2]) || (unit_is(s, i, L_FIRM) &&
		    s->u[i - 2].type <= U_WORD));
	if (u->lists == LIST_BIT(L_LINK) && unit_letters(s, i - 1) == 1)
		return i - 1 > 0 && i < end && s->u[i - 2].type == U_TEXT &&
		    !unit_function(&s->u[i - 2]);	/* 新锐达 */
	if (u->lists & NAME_VERBS)
		return i == end && u->tag == 'v' && u->tag2 == 'n';
	if (u->lists & LIST_BIT(L_INDICATOR))
		return i == end;
	if (u->type == U_TEXT && u->tag == 'v' && u->tag2 == 0)
		return i == end || unit_letters(s, i - 1) == 1 || i + 1 == end;
	return !(u->lists & LIST_BIT(L_SELF));
}

/* 联合铝业投资…: a brand of one word, told by what the firm does. */
static int
is_brand(const struct sent *s, size_t from, size_t end)
{
	return from + 1 == end && s->u[from].type == U_TEXT &&
	    unit_letters(s, from) > 1 && may_begin(s, from) &&
	    end + 1 < s->nu && unit_is(s, end + 1, L_ROLE);
}

void
names_firms(struct sent *s)
{
	size_t i, from, step;

	for (i = 1; i < s->nu; i++) {
		if (!unit_is(s, i, L_FIRM) || s->u[i].name != 0)
			continue;
		if (i + 1 < s->nu && (unit_is(s, i + 1, L_FIRM) ||
		    name_counted(s, i + 1)))
			continue;
		if (unit_flag(s, i, L_FIRM, 'w') && name_in_firm(s, i))
			continue;
		for (from = i; from > 0 && i - from < NAME_REACH; from -= step)
			if ((step = firm_step(s, from, i)) == 0)
				break;
		while (from < i && !is_brand(s, from, i) && (unit_is(s, from,
		    L_GENERIC) ||
		    (s->u[from].type == U_TEXT && s->u[from].tag == 'v' &&
		    unit_letters(s, from) > 1) ||
		    s->u[from].type >= U_COMMA))
			from++;
		if (unit_flag(s, i, L_FIRM, 'w') && (from == i || i - from > 3
		    || !(unit_proper(&s->u[from]) || is_brand(s, from, i))))
			continue;
		if (from == i || (i - from == 1 && !is_brand(s, from, i) &&
		    !unit_proper(&s->u[from]) &&
		    unit_letters(s, from) < 3 && unit_letters(s, i) < 4 &&
		    !(from > 1 && s->u[from - 1].type == U_PAUSE &&
		    s->u[from - 2].name != 0)))
			continue;
		name_add(s, NAME_FIRM, from, i + 1);
	}
}
