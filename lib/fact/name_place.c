/* Names of places: 东营市, 曹妃甸区, 襄阳高新区, 广东. */
#include <string.h>

#include "fact/names_int.h"

/* 东营市 that the dictionary calls a mere noun; 大城市 is no place. */
static int
ends_as_place(struct span t)
{
	static const char *const ends[] = { "市", "县", "旗", "盟" };
	static const char *const not[] = { "城", "超", "股", "夜", "都", "上",
	    "楼", "车", "菜", "集", "门", "各", "全", "我", "该", "本", "区",
	    "乡", "省", "联", "同", "加", "结", "红", "锦", "国", "彩" };
	size_t k;

	if (t.n < 9 || t.n > 18)
		return 0;
	for (k = 0; k < sizeof not / sizeof *not; k++)
		if (memcmp(t.p + t.n - 6, not[k], 3) == 0)
			return 0;
	for (k = 0; k < sizeof ends / sizeof *ends; k++)
		if (memcmp(t.p + t.n - 3, ends[k], 3) == 0)
			return 1;
	return 0;
}

static int
is_place(const struct sent *s, size_t i)
{
	const struct unit *u = &s->u[i];

	if (u->lists & LIST_BIT(L_REGION))
		return 1;
	return u->type == U_TEXT && u->tag == 'n' && (u->tag2 == 's' ||
	    ends_as_place(unit_text(s, i)));
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

