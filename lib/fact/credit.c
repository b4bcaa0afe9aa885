/* Credits and datelines: who wrote and published, where and when. */
#include "fact/credit.h"

#include <string.h>

#include "text/utf8.h"

enum { NAME_MIN = 2, NAME_MAX = 4 };

void
meta_emit(struct doc *d, const struct sent *s, size_t unit, const char *what,
    struct span text, size_t sentno)
{
	const struct tok *t = &s->tok[s->u[unit].tok];
	struct fact *f;
	size_t i;

	for (i = 0; i < d->nfact; i++)
		if (d->fact[i].kind == FACT_META &&
		    span_eq(d->fact[i].predicate, span_str(what)) &&
		    span_eq(d->fact[i].object, text))
			return;
	f = doc_fact(d, FACT_META);
	f->predicate = span_str(what);
	f->object = doc_keep(d, text);
	f->rule = span_str("meta");
	f->group = d->group;
	f->sent = sentno;
	f->line = t->t.line;
	f->start = t->t.start;
	f->end = t->t.end;
}

/* Units [a, b) as they stood, with one blank for each gap. */
void
meta_text(const struct sent *s, size_t a, size_t b, struct buf *out)
{
	const struct tok *t, *l;
	size_t i, end;

	buf_clear(out);
	if (a >= b)
		return;
	end = s->u[b - 1].to;
	for (i = s->u[a].tok, l = NULL; i < s->ntok && s->tok[i].at < end;
	    i++) {
		t = &s->tok[i];
		if (l != NULL && (t->t.start > l->t.end ||
		    t->t.line != l->t.line))
			buf_byte(out, ' ');
		buf_add(out, s->text.p + t->at, (t->to < end ? t->to : end) -
		    t->at);
		l = t;
	}
}

static int
gap_before(const struct sent *s, size_t unit)
{
	size_t t = s->u[unit].tok;

	return t > 0 && s->u[unit].at == s->tok[t].at &&
	    (s->tok[t].t.start > s->tok[t - 1].t.end ||
	    s->tok[t].t.line != s->tok[t - 1].t.line);
}

size_t
meta_letters(struct span t)
{
	return utf8_count(t.p, t.n);
}

static int
is_han(struct span t)
{
	return t.n >= 3 && (unsigned char)t.p[0] >= 0xe4 &&
	    (unsigned char)t.p[0] <= 0xe9;
}

/* Where a credit's text begins behind the colon, or 0 when it has none. */
static size_t
credit_body(const struct sent *s, size_t i, int *sure)
{
	*sure = 0;
	i++;
	while (i < s->nu && (unit_eq(s, i, ":") || unit_eq(s, i, "：") ||
	    unit_eq(s, i, "|") || unit_eq(s, i, "/"))) {
		*sure = 1;
		i++;
	}
	if (i < s->nu && gap_before(s, i))
		*sure = 1;
	return i < s->nu ? i : 0;
}

/* A paper, a site, a station: by the lists, or by its last letter. */
int
meta_media(const struct sent *s, size_t i)
{
	struct span t = unit_text(s, i);

	if (unit_is(s, i, L_MEDIA))
		return 1;
	if (s->u[i].type != U_TEXT || s->u[i].tag != 'n' || t.n < 9)
		return 0;
	return sets_end(&s->words->sets, t, SET_PRESS) > 0;
}

/* Whether unit i may be part of a person's name behind n letters of it. */
static int
is_person_part(const struct sent *s, size_t i, size_t n)
{
	if (s->u[i].type > U_WORD && !(n == 1 && s->u[i].type == U_NUM))
		return 0;	/* 李万军 */
	if (!is_han(unit_text(s, i)) || unit_is(s, i, L_CREDIT) ||
	    unit_is(s, i, L_FURNITURE) || unit_eq(s, i, "报道") ||
	    meta_media(s, i) || (n == 0 && i + 1 < s->nu &&
	    meta_media(s, i + 1) && !gap_before(s, i + 1)))
		return 0;	/* 河北日报记者 */
	return !(i + 1 < s->nu && s->u[i].tag2 == 's' && unit_eq(s, i + 1,
	    "报道"));
}

/* Names of people from unit i on: 2 to 4 letters, parted by 、 or a gap. */
size_t
meta_people(struct doc *d, const struct sent *s, size_t i, const char *what,
    int sure, size_t sentno)
{
	struct buf name = { 0 };
	size_t first, n;
	struct span t;
	int person;

	first = i;
	person = 0;
	for (;; i++) {
		n = utf8_count(name.p, name.n);
		if (i < s->nu && is_person_part(s, i, n)) {
			t = unit_text(s, i);
			if (n == 0 || !gap_before(s, i) || n == 1) {
				if (n == 0)
					first = i;
				if (s->u[i].tag2 == 'r')
					person = 1;
				buf_span(&name, t);
				continue;
			}
			i--;
		}
		if (n >= NAME_MIN && n <= NAME_MAX && (sure || person))
			meta_emit(d, s, first, what, buf_view(&name), sentno);
		else if (n > 0)
			break;
		buf_clear(&name);
		person = 0;
		if (i >= s->nu || (s->u[i].type != U_PAUSE &&
		    s->u[i].type > U_WORD) || unit_is(s, i, L_CREDIT))
			break;
	}
	buf_free(&name);
	return i;
}

/*
 * The rest of a credit that is no person: a paper, a site.  The place in its
 * name is what a text that names no other is about: 丽水日报.
 */
void
meta_publisher(struct doc *d, const struct sent *s, size_t i, size_t end,
    size_t sentno)
{
	struct buf b = { 0 };
	size_t j;

	for (j = i; j < end; j++) {
		if ((j > i && gap_before(s, j)) || unit_is(s, j, L_CREDIT) ||
		    unit_is(s, j, L_FURNITURE))
			break;
		if (s->u[j].type == U_NUM && j == i && j + 1 < end)
			continue;
		if (s->u[j].type > U_WORD && (j == i || j + 1 >= end ||
		    s->u[j].type != U_OTHER || gap_before(s, j + 1) ||
		    s->u[j + 1].type > U_WORD))
			break;
	}
	meta_text(s, i, j, &b);
	if (meta_letters(buf_view(&b)) >= 2 &&
	    meta_letters(buf_view(&b)) <= 20) {
		meta_emit(d, s, i, "source", buf_view(&b), sentno);
		if (s->u[i].name != 0 && s->name[s->u[i].name - 1].type ==
		    NAME_PLACE)
			doc_topic(d, s->name[s->u[i].name - 1].text,
			    TOPIC_PLACE, 3);
	}
	buf_free(&b);
}

int
meta_has(const struct doc *d, const char *what)
{
	size_t i;

	for (i = 0; i < d->nfact; i++)
		if (d->fact[i].kind == FACT_META &&
		    span_eq(d->fact[i].predicate, span_str(what)))
			return 1;
	return 0;
}

int
meta_stops(const struct sent *s)
{
	size_t i;

	for (i = 0; i < s->nu; i++)
		if (s->u[i].type == U_STOP)
			return 1;
	return 0;
}

/* Whether a line has a credit of a kind. */
static int
has_credit(const struct sent *s, const char *what)
{
	size_t i;

	for (i = 0; i < s->nu; i++)
		if (unit_is(s, i, L_CREDIT) && span_eq(unit_means(s, i,
		    L_CREDIT), span_str(what)))
			return 1;
	return 0;
}

/* The first name of a paper or a site among units [a, b). */
void
meta_paper(struct doc *d, const struct sent *s, size_t a, size_t b,
    size_t sentno)
{
	size_t i;

	for (; a < b && s->u[a].type > U_NUM; a++)
		;
	for (i = a; i < b && (s->u[i].type <= U_NUM || s->u[i].type ==
	    U_OTHER); i++)
		if (meta_media(s, i)) {
			meta_publisher(d, s, a, b, sentno);
			break;
		}
}

/* 日期：2024-10-08 10:22 江州网: the paper may stand behind the date. */
static void
published(struct doc *d, const struct sent *s, size_t i, size_t sentno)
{
	meta_emit(d, s, i, "published", unit_num(s, i)->value, sentno);
	if (!meta_stops(s) && !meta_has(d, "source") && !has_credit(s, "source"))
		meta_paper(d, s, i + 1, s->nu, sentno);
}

/* 记者 沈越, 责编：王晓晨、李平, 来源：丽水日报 anywhere in a line. */
int
meta_credits(struct doc *d, const struct sent *s, size_t sentno)
{
	struct span m;
	size_t i, j;
	int n, sure;

	for (i = 0, n = 0; i < s->nu; i++) {
		if (!unit_is(s, i, L_CREDIT))
			continue;
		m = unit_means(s, i, L_CREDIT);
		if ((j = credit_body(s, i, &sure)) == 0)
			continue;
		n++;
		if (span_eq(m, span_str("author")) && i > 0 && i < 6 &&
		    !meta_stops(s) && !meta_has(d, "source"))
			meta_paper(d, s, 0, i, sentno);
		if (span_eq(m, span_str("author")))
			i = meta_people(d, s, j, "author", sure, sentno) - 1;
		else if (span_eq(m, span_str("editor")))
			i = meta_people(d, s, j, "editor", sure, sentno) - 1;
		else if (span_eq(m, span_str("source")) && sure)
			meta_publisher(d, s, j, s->nu, sentno);
		else if (span_eq(m, span_str("published")) && sure &&
		    s->u[j].type == U_TIME)
			published(d, s, j, sentno);
		else
			n--;
		if (i < j - 1)
			i = j - 1;
	}
	return n;
}

/* 2023-03-28 or 2023年3月28日, as against 五一 or 昨日. */
int
meta_written(struct span t)
{
	size_t i, n;

	for (i = n = 0; i < t.n; i++)
		n += t.p[i] >= '0' && t.p[i] <= '9';
	return n > 4 && t.p[0] >= '0' && t.p[0] <= '9';
}

/* 2023年04月11日10:35 | 来源：丽水日报, 江州网 2024-05-06 18:20 */
int
meta_dateline(struct doc *d, const struct sent *s, size_t sentno)
{
	struct span v = { 0 };
	size_t i, j;

	for (i = 0; i < s->nu; i++)
		if (s->u[i].type == U_TIME && s->u[i].name == 0) {
			v = unit_num(s, i)->value;
			if (v.n >= 10 && memchr(v.p, '/', v.n) == NULL &&
			    meta_written(unit_text(s, i)))
				break;
		}
	if (i == s->nu || meta_has(d, "published") || (i > 4 &&
	    !has_credit(s, "source") && !has_credit(s, "author")))
		return 0;
	for (j = 0; j < s->nu; j++)
		if (unit_is(s, j, L_MEETING) || unit_eq(s, j, "在"))
			return 0;
	meta_emit(d, s, i, "published", v, sentno);
	if (has_credit(s, "source"))
		return 1;
	meta_paper(d, s, 0, i, sentno);
	meta_paper(d, s, i + 1, s->nu, sentno);
	return 1;
}
