/* Which names are no subjects: 与甲公司, 据海关统计, 赴上海, “…”. */
#include "fact/names_int.h"

#include <string.h>

/* 中欧班列（西安）: a place alone in its parenthesis tells which. */
static int
is_aside(const struct sent *s, const struct name *n)
{
	return n->type == NAME_PLACE && n->from > 1 && n->to < s->nu &&
	    s->u[n->from - 1].type == U_OPEN && s->u[n->to].type == U_CLOSE;
}

/*
 * 据西安海关统计, 江州市发展局公布，: who says so is not who it is said of.
 */
static int
is_source(const struct sent *s, const struct name *n)
{
	size_t j;

	if (n->to < s->nu && unit_in(s, n->to, SET_SAYS))
		return 1;
	for (j = n->to; n->type == NAME_PLACE && j + 1 < s->nu &&
	    j < n->to + 6; j++)
		if (unit_in(s, j, SET_SAYS))
			return s->u[j + 1].type == U_COMMA;
		else if (s->u[j].type != U_TIME && (s->u[j].type > U_WORD ||
		    s->u[j].tag != 'n'))
			break;
	return 0;
}

int
name_in_press(const struct sent *s, const struct name *n)
{
	size_t i = n->to;

	if (n->type != NAME_PLACE)
		return 0;
	if (i + 1 < s->nu && s->u[i].type == U_TEXT && s->u[i].to -
	    s->u[i].at == 3)
		i++;	/* 广西云客户端 */
	return i < s->nu && (unit_in(s, i, SET_PRESS) ||
	    unit_is(s, i, L_MEDIA));
}

/* 新华网呼和浩特7月14日电: where the report was sent from. */
static int
is_wire(const struct sent *s, const struct name *n)
{
	return n->to + 1 < s->nu && s->u[n->to].type == U_TIME &&
	    unit_in(s, n->to + 1, SET_WIRE);
}

/* 兰州至武威, 巫溪到镇坪: where a way begins. */
static int
is_route(const struct sent *s, const struct name *n)
{
	return n->type == NAME_PLACE && n->to + 1 < s->nu &&
	    unit_in(s, n->to, SET_AGAINST) && (s->u[n->to + 1].name != 0 ||
	    s->u[n->to + 1].tag2 == 's');
}

/* 这个鲁西小镇 is what was named before. */
static int
is_pointed(const struct sent *s, const struct name *n)
{
	return n->from > 0 && unit_in(s, n->from - 1, SET_THIS);
}

/* 这家2016年落户江州高新区的企业: told of what was named before. */
static int
is_told(const struct sent *s, const struct name *n)
{
	size_t i;

	if (n->to + 1 >= s->nu || !unit_in(s, n->to, SET_OF) ||
	    !unit_is(s, n->to + 1, L_HEAD))
		return 0;
	for (i = n->from; i > 0 && !unit_ends(s, i - 1); i--)
		if (unit_in(s, i - 1, SET_THIS))
			return 1;
	return 0;
}

/* 打造全国领先的…制造基地: what is aimed at is not there yet. */
static int
is_aim(const struct sent *s, const struct name *n)
{
	size_t i;

	for (i = n->from; i > 0 && !unit_ends(s, i - 1); i--)
		if (unit_in(s, i - 1, SET_AIM))
			return !unit_in(s, i, SET_OF);
	return 0;
}

/* 与 赴 由 … before a name make it no subject. */
static int
is_object(const struct sent *s, const struct name *n)
{
	const struct unit *u;

	if ((is_source(s, n) && (n->from > 0 || n->type == NAME_PLACE)) ||
	    is_wire(s, n) || is_route(s, n) ||
	    name_in_press(s, n))
		return 1;
	if (n->from == 0)
		return 0;
	if (is_aside(s, n) || is_pointed(s, n) || is_aim(s, n) ||
	    is_told(s, n))
		return 1;
	u = &s->u[n->from - 1];
	if (n->from > 1 && unit_in(s, n->from - 1, SET_SAME))
		u--;
	if (u->type == U_TEXT && (u->tag == 'p' || u->tag == 'v' ||
	    unit_eq(s, n->from - 1, "和") || (n->from > 1 &&
	    unit_in(s, n->from - 1, SET_AND) && s->u[n->from - 2].name != 0)))
		return !unit_eq(s, n->from - 1, "据") ||
		    n->type != NAME_PROJECT;
	if (u->lists & (LIST_BIT(L_BASE) | LIST_BIT(L_SHARE) |
	    LIST_BIT(L_RANKING)) || unit_flag(s, (size_t)(u - s->u),
	    L_GROWTH, 'd'))
		return 1;
	return (u->lists & (LIST_BIT(L_VISIT) | LIST_BIT(L_ROLE) |
	    LIST_BIT(L_EVENT) | LIST_BIT(L_PHASE))) != 0 &&
	    n->type != NAME_PROJECT;
}

/* 赴山东高密、湖南娄底: what is true of the first is true of the list. */
static int
follows_object(const struct sent *s, const struct name *n)
{
	size_t j;

	for (j = n->from; j > 0 && n->from - j < 6; j--) {
		if (s->u[j - 1].type == U_PAUSE)
			continue;
		if (s->u[j - 1].name != 0) {
			n = &s->name[s->u[j - 1].name - 1];
			return n->object && !name_in_press(s, n);
		}
		if (s->u[j - 1].type > U_WORD || unit_function(&s->u[j - 1]))
			return 0;
	}
	return 0;
}

/* Inside “” or 《》 a place is part of a title. */
static int
is_quoted(const struct sent *s, const struct name *n)
{
	size_t j;

	for (j = n->from; j > 0 && n->from - j < 30; j--) {
		if (s->u[j - 1].type == U_QUOTE)
			return 1;
		if (s->u[j - 1].type == U_UNQUOTE || unit_ends(s, j - 1))
			return 0;
	}
	return 0;
}

/* A name beside 、 or before 等 is one of many. */
static int
is_member(const struct sent *s, const struct name *n)
{
	if (n->to < s->nu && (s->u[n->to].type == U_PAUSE ||
	    unit_in(s, n->to, SET_ETC)))
		return 1;
	return n->from > 0 && s->u[n->from - 1].type == U_PAUSE &&
	    n->from > 1 && s->u[n->from - 2].name != 0;
}

void
name_object(const struct sent *s, struct name *n)
{
	n->object = is_object(s, n) || follows_object(s, n) ||
	    is_quoted(s, n);
	n->member = is_member(s, n);
}
