/* Which line of an article is what. */
#include "lex/role.h"

#include <stddef.h>
#include <string.h>

#include "base/span.h"
#include "lex/cls.h"
#include "lex/mark.h"
#include "tab/tab.h"
#include "tab/trie.h"

enum {
	TITLE_MIN = 4,		/* letters */
	TITLE_MAX = 60,
	HEADING_MAX = 36,
	CREDIT_MAX = 70,
	NAV_MAX = 60,
	NAME_MAX = 8,		/* of a site: 人民网 */
	REAL_BODY = 60,		/* before this, no line ends the article */
	WRAPPED_MIN = 12	/* of a line that goes on twice */
};

TAB_DECLARE(roles);

int
role_open(struct roles *r)
{
	struct tab t;

	memset(r, 0, sizeof *r);
	if (cls_open(&r->cls) == -1 || TAB_OPEN(&t, roles, "MARK") == -1)
		return -1;
	return trie_open(&r->words, tab_section(&t, 0), tab_section(&t, 1));
}

void
role_begin(struct roles *r)
{
	r->lines = 0;
	r->body = 0;
	r->titled = 0;
	r->after_title = 0;
	r->rest = 0;
	r->joined = 0;
}

struct span
role_name(enum role role)
{
	static const struct span names[] = {
		{ "body", 4 }, { "title", 5 }, { "heading", 7 },
		{ "list", 4 }, { "credit", 6 }, { "nav", 3 }
	};

	return names[role];
}

/* 来源：云岭日报; 2023年9月18日 云岭日报; （记者 陈立）; 林一鸣 摄 */
static int
is_credit(const struct role_look *k)
{
	if (k->letters > CREDIT_MAX || k->stops > 0)
		return 0;
	if (k->dated && k->commas == 0 && !k->ended)
		return 1;
	if (k->start & MARK_CREDIT && !k->ended)
		return 1;
	if (k->ended || k->commas > 1)
		return 0;
	return k->any & MARK_CREDIT ||
	    (k->end & MARK_CREDIT && k->letters <= HEADING_MAX);
}

/* 首页 > 新闻; 分享到：; 人民网; [1] */
static int
is_nav(const struct role_look *k)
{
	if (k->whole & MARK_NAV)
		return 1;
	if (k->letters > NAV_MAX || k->stops > 0 || k->ended)
		return 0;
	if (k->start & MARK_NAV || k->any & MARK_NAV)
		return 1;
	if (k->bars >= 2 || (k->bars > 0 && k->letters <= HEADING_MAX &&
	    k->commas == 0))
		return 1;
	if (k->end & MARK_NAV && k->letters <= NAME_MAX)
		return 1;
	return k->han == 0 && k->letters <= NAV_MAX;
}

/* A line that stands by itself without the end of a sentence. */
static int
is_short(const struct role_look *k)
{
	return k->letters <= HEADING_MAX && k->commas <= 1 && !k->ended &&
	    !k->open && k->stops == 0;
}

static int
is_title(const struct roles *r, const struct role_look *k)
{
	if (r->titled || r->body > 0 || k->letters < TITLE_MIN ||
	    k->letters > TITLE_MAX || k->open || k->commas > 2)
		return 0;
	return !k->ended || k->last != 0x3002;
}

int
role_waits(const struct roles *r, const struct role_look *k)
{
	return !k->ended && !r->rest && !is_credit(k) && !is_nav(k);
}

/*
 * Whether a line that no full stop ends goes on in the next: it is too long
 * for a heading or has the shape of a sentence, and the next is no new
 * paragraph.
 */
static int
breaks_off(const struct roles *r, const struct role_look *k,
    const struct role_look *next, int again)
{
	if (next == NULL || k->ended || next->indented || next->marked ||
	    is_credit(next) || is_nav(next))
		return 0;
	if (k->indented && !is_short(k) && !next->indented)
		return 1;
	if (again || k->open)
		return 1;
	if (r->joined && k->letters >= WRAPPED_MIN)
		return 1;
	return !is_short(k) && (k->commas > 0 || k->stops > 0 ||
	    k->letters > HEADING_MAX);
}

static enum role
tell(struct roles *r, const struct role_look *k, int breaks)
{
	if (r->rest)
		return ROLE_NAV;
	if (r->joined)
		return ROLE_BODY;
	if (is_credit(k))
		return ROLE_CREDIT;
	if (k->rest & MARK_NAV && r->body >= REAL_BODY) {
		r->rest = 1;
		return ROLE_NAV;
	}
	if (is_nav(k))
		return ROLE_NAV;
	if (r->after_title && k->dashed && !k->ended)
		return ROLE_TITLE;
	if (!breaks && is_title(r, k))
		return ROLE_TITLE;
	if (k->marked)
		return k->numbered && is_short(k) ? ROLE_HEADING : ROLE_LIST;
	if (!breaks && is_short(k))
		return ROLE_HEADING;
	return ROLE_BODY;
}

enum role
role_tell(struct roles *r, const struct role_look *k,
    const struct role_look *next, int again, int *joins)
{
	enum role role;
	int breaks;

	breaks = breaks_off(r, k, next, again);
	role = tell(r, k, breaks);
	*joins = breaks && role == ROLE_BODY;
	r->joined = *joins;
	r->after_title = role == ROLE_TITLE;
	if (role == ROLE_TITLE)
		r->titled = 1;
	if (role == ROLE_BODY)
		r->body += k->letters;
	r->lines++;
	return role;
}
