/* Names of places: 东营市, 曹妃甸区, 襄阳高新区, 广东. */
#include <stddef.h>

#include "fact/names_int.h"

static int
is_place(const struct sent *s, size_t i)
{
	const struct unit *u = &s->u[i];

	if (u->lists & LIST_BIT(L_REGION))
		return 1;
	return u->type == U_TEXT && u->tag == 'n' && u->tag2 == 's';
}

/* Lists whose words may stand inside the name of a zone: 国家. */
static const uint64_t plain = LIST_BIT(L_HEAD) | LIST_BIT(L_GENERIC) |
    LIST_BIT(L_WORD);

/*
 * 西安国际港务区, 周口国家农高区: where the zone that unit i begins ends, at
 * most two nouns behind; i when it begins none.
 */
static size_t
zone_end(const struct sent *s, size_t i)
{
	size_t j;

	for (j = i; j < s->nu && j < i + 3 && s->u[j].name == 0; j++) {
		if (unit_is(s, j, L_ZONE))
			return j + 1;
		if (s->u[j].type > U_WORD || unit_letters(s, j) > 2 ||
		    s->u[j].lists & ~plain || s->u[j].tag2 == 's' ||
		    (s->u[j].tag != 'n' && s->u[j].tag != 'b'))
			break;
	}
	return i;
}

void
names_places(struct sent *s)
{
	size_t i, to;

	for (i = 0; i < s->nu; i++) {
		if (s->u[i].name != 0 || s->u[i].type > U_WORD ||
		    s->u[i].lists & ~LIST_BIT(L_REGION))
			continue;
		to = i + 1;
		if (is_place(s, i)) {
			if (zone_end(s, to) > to)
				to = zone_end(s, to);
			else if (to < s->nu && unit_is(s, to, L_PLACE))
				to++;
			else if (unit_letters(s, i) < 2)
				continue;
		} else if (unit_proper(&s->u[i]) && to < s->nu &&
		    unit_letters(s, i) >= 2 && s->u[to].name == 0 &&
		    (unit_is(s, to, L_PLACE) || unit_is(s, to, L_ZONE))) {
			to++;
		} else {
			continue;
		}
		name_add(s, NAME_PLACE, i, to);
		i = to - 1;
	}
}

