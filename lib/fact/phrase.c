/* What stands beside a value: the content to its left and to its right. */
#include "fact/attach.h"

#include <string.h>

#include "text/utf8.h"

static const uint64_t walls = LIST_BIT(L_SELF) | LIST_BIT(L_STATUS) |
    LIST_BIT(L_PART) | LIST_BIT(L_EACH) | LIST_BIT(L_BASE) |
    LIST_BIT(L_SHARE) | LIST_BIT(L_RANKING) | LIST_BIT(L_HOLD);

/* 了 and adverbs stand between a noun and its value: 已开工了539个. */
int
is_adverb(const struct sent *s, size_t i)
{
	const struct unit *u = &s->u[i];

	if (u->type != U_TEXT)
		return 0;
	return u->tag == 'd' || unit_eq(s, i, "了") || unit_eq(s, i, "着");
}

/* Whether a unit may be part of a noun phrase. */
int
is_noun(const struct sent *s, size_t i)
{
	const struct unit *u = &s->u[i];

	if (u->type == U_WORD)
		return (u->lists & walls) == 0 && (u->lists !=
		    LIST_BIT(L_LINK));
	if (u->type != U_TEXT)
		return 0;
	if (u->tag == 'e')
		return u->tag2 == 'n';
	if (u->tag == 'm' && u->to - u->at > 3)
		return 0;
	return u->tag == 0 || strchr("pcdruytfow", u->tag) == NULL;
}

/* 亿元以上, 5万吨以下. */
static int
is_bound(const struct sent *s, struct span t)
{
	return t.n > 6 && sets_end(&s->words->sets, t, SET_BOUND) > 0;
}

/* Whether the value is a bound that narrows a set: 亿元以上 before 项目. */
int
is_threshold(const struct sent *s, size_t i)
{
	const struct tok *t, *n;
	size_t j;

	if (s->u[i].type != U_NUM)
		return 0;
	t = unit_num(s, i);
	if (t->kind != NUM_MONEY && (t->kind != NUM_QUANTITY ||
	    t->unit.n == 0 || (unsigned char)t->unit.p[0] >= 0x80))
		return 0;
	j = i + 1;
	if (j + 1 < s->nu && unit_in(s, j, SET_OF) &&
	    s->u[j + 1].type == U_COMMA)
		return 1;
	if (j < s->nu && (unit_in(s, j, SET_OR) || unit_eq(s, j, "至")))
		return j + 1 < s->nu && is_threshold(s, j + 1);
	if (t->upper.n == 0 && (t->op.n == 0 || t->op.p[0] == '=' ||
	    t->op.p[0] == '~'))
		return 0;
	if (j < s->nu && unit_in(s, j, SET_OF))
		j++;
	if (j >= s->nu)
		return 0;
	if (unit_is(s, j, L_HEAD) || unit_is(s, j, L_PROJECT) ||
	    unit_is(s, j, L_GENERIC) || unit_is(s, j, L_PHASE))
		return 1;
	if (is_bound(s, t->t.text) && is_noun(s, j) && !unit_is(s, j, L_LINK))
		return 1;
	if (s->u[j].type != U_NUM)
		return 0;
	n = unit_num(s, j);
	return n->kind == NUM_QUANTITY && n->unit.n > 0 &&
	    (unsigned char)n->unit.p[0] >= 0x80;
}

/* Whether unit i ends the cell of a value: a mark or another value. */
static int
is_edge(const struct sent *s, size_t i)
{
	const struct unit *u = &s->u[i];

	if (u->type == U_NUM)
		return !is_threshold(s, i) &&
		    unit_num(s, i)->kind != NUM_ORDINAL &&
		    unit_num(s, i)->kind != NUM_NUMBER &&
		    unit_num(s, i)->kind != NUM_RANK;
	return u->type >= U_COMMA && u->type <= U_CLOSE;
}

/* 由目前的25%, 从120辆次: where the start of a way is said, its first unit. */
static int
way_left(const struct walk *w, int i)
{
	const struct sent *s = w->s;
	int k;

	k = i;
	if (k > (int)w->prev && unit_in(s, (size_t)k - 1, SET_OF))
		k--;
	if (k > (int)w->prev && (s->u[k - 1].type == U_TIME ||
	    s->u[k - 1].tag == 't'))
		k--;
	if (k > (int)w->prev && unit_in(s, (size_t)k - 1, SET_FROM))
		return k - 1;
	return i;
}

/* 计划 before a value; 目标 only where what is aimed at stands before it. */
static int
is_plan(const struct walk *w, int i)
{
	const struct sent *s = w->s;

	if (!unit_is(s, (size_t)i, L_STATUS))
		return 0;
	return !unit_is(s, (size_t)i, L_TARGET) || (i > (int)w->prev &&
	    s->u[i - 1].lists & (LIST_BIT(L_INDICATOR) | LIST_BIT(L_RATE) |
	    LIST_BIT(L_HEAD)));
}

/* 增值税（含留抵退税）4.83亿元: where a parenthesis without values begins. */
static int
aside_left(const struct walk *w, int i)
{
	const struct sent *s = w->s;
	int j;

	if (i <= (int)w->prev || s->u[i - 1].type != U_CLOSE)
		return i;
	for (j = i - 2; j > (int)w->prev && i - j < 12; j--)
		if (s->u[j].type == U_NUM || s->u[j].type == U_CLOSE)
			return i;
		else if (s->u[j].type == U_OPEN)
			return is_noun(s, (size_t)j - 1) ? j : i;
	return i;
}

/* Steps over what only links a noun to the value before unit i. */
int
phrase_skip_left(const struct walk *w, int i)
{
	const struct sent *s = w->s;

	i = way_left(w, i);
	while (i > (int)w->prev) {
		if (s->u[i - 1].name != 0)
			break;
		if ((unit_is(s, (size_t)i - 1, L_LINK) &&
		    !unit_is(s, (size_t)i - 1, L_PHASE)) ||
		    unit_is(s, (size_t)i - 1, L_EACH) || is_plan(w, i - 1) ||
		    is_adverb(s, (size_t)i - 1))
			i--;
		else
			break;
	}
	return aside_left(w, i);
}

static int
quote_left(const struct sent *s, int i, int stop)
{
	int j;

	for (j = i - 1; j >= stop && i - j < 16; j--)
		if (s->u[j].type == U_QUOTE)
			return j;
	return NOWHERE;
}

/* Whether unit i, seen from the right, ends a noun phrase on its left. */
static int
is_wall(const struct sent *s, int i)
{
	const struct unit *u = &s->u[i];

	if (u->name != 0)
		return 1;
	if (u->type == U_WORD && u->lists & (LIST_BIT(L_PRONOUN)) &&
	    !(u->lists & (LIST_BIT(L_HEAD) | LIST_BIT(L_PROJECT))))
		return 1;
	if (u->lists & LIST_BIT(L_GROWTH) && !(u->lists & LIST_BIT(L_PHASE)))
		return 1;
	return 0;
}

static void
note_word(const struct sent *s, int i, struct phrase *p, int left)
{
	if (p->ind == NOWHERE && (unit_is(s, (size_t)i, L_INDICATOR) ||
	    unit_is(s, (size_t)i, L_RATE)))
		p->ind = i;
	if (unit_is(s, (size_t)i, L_HEAD) && (p->head == NOWHERE || !left))
		p->head = i;
	if (unit_is(s, (size_t)i, L_PHASE) && (p->phase == NOWHERE ||
	    (left && unit_is(s, (size_t)p->phase, L_GENERIC))))
		p->phase = i;
	if (unit_is(s, (size_t)i, L_TARGET) && p->target == NOWHERE)
		p->target = i;
}

static void
phrase_empty(struct phrase *p, int at)
{
	p->lo = p->hi = p->edge = at;
	p->ind = p->head = p->phase = p->bound = p->target = NOWHERE;
	p->of = 0;
}

void
phrase_left(const struct walk *w, int i, struct phrase *p)
{
	const struct sent *s = w->s;
	int j, q;

	phrase_empty(p, phrase_skip_left(w, i));
	for (j = p->hi; j > (int)w->prev; ) {
		j--;
		if (s->u[j].type == U_UNQUOTE && s->u[j].name == 0 &&
		    (q = quote_left(s, j, (int)w->prev)) != NOWHERE) {
			p->lo = j = q;
			continue;
		}
		if (is_threshold(s, (size_t)j)) {
			p->bound = j;
		} else if (s->u[j].type == U_NUM && s->u[j].name == 0 &&
		    unit_num(s, (size_t)j)->kind == NUM_ORDINAL) {
			;
		} else if (!is_noun(s, (size_t)j) || is_wall(s, j)) {
			if (p->bound != j + 1 || !unit_in(s, (size_t)j, SET_OR))
				break;
		}
		note_word(s, j, p, 1);
		p->lo = j;
	}
	p->of = p->lo > 0 && unit_in(s, (size_t)p->lo - 1, SET_OF);
	for (j = p->lo; j > (int)w->prev && !is_edge(s, (size_t)j - 1); j--)
		;
	p->edge = j;
}

/* A noun phrase to the right ends before what has a value of its own. */
static int
own_value(const struct sent *s, int i)
{
	int j;

	if (!unit_is(s, (size_t)i, L_INDICATOR) &&
	    !unit_is(s, (size_t)i, L_RATE))
		return 0;
	for (j = i + 1; j < (int)s->nu && j < i + 4; j++) {
		if (s->u[j].type == U_NUM)
			return 1;
		if (!unit_is(s, (size_t)j, L_LINK) && !is_adverb(s, (size_t)j)
		    && !unit_is(s, (size_t)j, L_GROWTH) &&
		    !unit_is(s, (size_t)j, L_BASE))
			return 0;
	}
	return 0;
}

static int
is_verb(const struct sent *s, int i)
{
	const struct unit *u = &s->u[i];

	if (u->lists & (LIST_BIT(L_HEAD) | LIST_BIT(L_GENERIC)) ||
	    unit_in(s, (size_t)i, SET_RATE))
		return 0;	/* the 率 of 取证率 */
	if (u->lists & (LIST_BIT(L_PHASE) | LIST_BIT(L_ROLE) |
	    LIST_BIT(L_EVENT) | LIST_BIT(L_GROWTH)))
		return 1;
	return u->type == U_TEXT && u->tag == 'v' && u->tag2 != 'n';
}

void
phrase_right(const struct walk *w, int i, struct phrase *p)
{
	const struct sent *s = w->s;
	int j, noun;

	phrase_empty(p, i + 1);
	noun = 0;
	for (j = i + 1; j < (int)s->nu; j++) {
		if (s->u[j].type == U_QUOTE) {
			while (j + 1 < (int)s->nu && s->u[j].type != U_UNQUOTE
			    && s->u[j].type != U_STOP)
				j++;
			if (s->u[j].type != U_UNQUOTE)
				break;
			p->hi = j + 1;
			noun = 1;
			continue;
		}
		if (is_threshold(s, (size_t)j)) {
			p->bound = j;
			p->hi = j + 1;
			continue;
		}
		if (s->u[j].type == U_NUM && j == i + 1 && j + 1 <
		    (int)s->nu && is_measure(s, unit_num(s, (size_t)j)->unit) &&
		    is_noun(s, (size_t)j + 1)) {
			p->lo = p->hi = j + 1;
			continue;
		}
		if (unit_in(s, (size_t)j, SET_OF) && p->bound == j - 1)
			continue;
		if (!is_noun(s, (size_t)j) || own_value(s, j) ||
		    (s->u[j].name != 0 &&
		    s->name[s->u[j].name - 1].type != NAME_PLACE))
			break;
		if (noun && is_verb(s, j))
			break;
		if (s->u[j].type == U_TEXT && ((s->u[j].to - s->u[j].at >= 12 &&
		    (s->u[j].tag == 'i' || s->u[j].tag == 'l')) ||
		    (j == i + 1 && s->u[j].tag == 'v' &&
		    s->u[j].tag2 == 0 && s->u[j].to - s->u[j].at == 3)))
			break;	/* 两个人一前一后, 重复3次取平均值 */
		if (!is_verb(s, j))
			noun = 1;
		else if (unit_is(s, (size_t)j, L_LINK))
			break;
		note_word(s, j, p, 0);
		p->hi = j + 1;
	}
	if (!noun)
		p->hi = p->lo;
}

/* The phrase as text: one verb before the noun stays, others go. */
struct span
phrase_text(const struct walk *w, const struct phrase *p)
{
	const struct sent *s = w->s;
	int lo;

	lo = p->lo;
	while (lo + 1 < p->hi && (is_threshold(s, (size_t)lo) ||
	    (is_verb(s, lo) && is_verb(s, lo + 1)) ||
	    unit_is(s, (size_t)lo, L_VISIT) ||
	    unit_flag(s, (size_t)lo, L_GENERIC, 'd') ||
	    (s->u[lo].type == U_TEXT && (s->u[lo].tag == 'm' ||
	    s->u[lo].tag == 'q' || s->u[lo].tag == 'z'))))
		lo++;
	while (lo > p->lo && s->u[p->hi - 1].to - s->u[lo].at <= 3)
		lo--;	/* 拥有量 */
	return sent_text(s, (size_t)lo, (size_t)p->hi);
}

/* Whether a phrase is of one letter and no size: 处, 牛, but not 长. */
int
phrase_is_short(const struct walk *w, const struct phrase *p)
{
	struct span t = phrase_text(w, p);

	return utf8_count(t.p, t.n) < 2 && w->s->u[p->hi - 1].type == U_TEXT &&
	    !sets_hold(&w->s->words->sets, t, SET_SIZE);
}

/* 处, 得到: one letter that is no noun, a verb of no matter name nothing. */
int
phrase_says_nothing(const struct walk *w, const struct phrase *p)
{
	const struct unit *u = &w->s->u[p->hi - 1];

	return (phrase_is_short(w, p) && u->tag != 'n' && u->tag != 0) ||
	    sets_hold(&w->s->words->sets, phrase_text(w, p), SET_LIGHT);
}
