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
			if (to < s->nu && s->u[to].name == 0 &&
			    unit_is(s, to, L_ZONE))
				to++;
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

