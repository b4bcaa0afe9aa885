/* Titles, datelines, credits and furniture: what is no running text. */
#include "fact/attach.h"

#include <string.h>

#include "text/utf8.h"

enum { HEAD_LINE = 80, TITLE_MIN = 5, TITLE_MAX = 60, NAME_MIN = 2,
    NAME_MAX = 4 };

static void
emit_meta(struct doc *d, const struct sent *s, size_t unit, const char *what,
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
static void
gap_text(const struct sent *s, size_t a, size_t b, struct buf *out)
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

static size_t
letters(struct span t)
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

/* Whether unit i may be part of a person's name behind n letters of it. */
static int
is_person_part(const struct sent *s, size_t i, size_t n)
{
	if (s->u[i].type > U_WORD && !(n == 1 && s->u[i].type == U_NUM))
		return 0;	/* 李万军 */
	if (!is_han(unit_text(s, i)) || unit_is(s, i, L_CREDIT) ||
	    unit_is(s, i, L_FURNITURE) || unit_eq(s, i, "报道"))
		return 0;
	return !(i + 1 < s->nu && s->u[i].tag2 == 's' && unit_eq(s, i + 1,
	    "报道"));
}

/* Names of people from unit i on: 2 to 4 letters, parted by 、 or a gap. */
static size_t
people(struct doc *d, const struct sent *s, size_t i, const char *what,
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
			emit_meta(d, s, first, what, buf_view(&name), sentno);
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

/* A paper, a site, a station: by the lists, or by its last letter. */
static int
is_media(const struct sent *s, size_t i)
{
	struct span t = unit_text(s, i);

	if (unit_is(s, i, L_MEDIA))
		return 1;
	if (s->u[i].type != U_TEXT || s->u[i].tag != 'n' || t.n < 9)
		return 0;
	return sets_end(&s->words->sets, t, SET_PRESS) > 0;
}

/*
 * The rest of a credit that is no person: a paper, a site.  The place in its
 * name is what a text that names no other is about: 攀枝花日报.
 */
static void
publisher(struct doc *d, const struct sent *s, size_t i, size_t end,
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
	gap_text(s, i, j, &b);
	if (letters(buf_view(&b)) >= 2 && letters(buf_view(&b)) <= 20) {
		emit_meta(d, s, i, "source", buf_view(&b), sentno);
		if (s->u[i].name != 0 && s->name[s->u[i].name - 1].type ==
		    NAME_PLACE)
			doc_topic(d, s->name[s->u[i].name - 1].text,
			    TOPIC_PLACE, 3);
	}
	buf_free(&b);
}

static int
has_meta(const struct doc *d, const char *what)
{
	size_t i;

	for (i = 0; i < d->nfact; i++)
		if (d->fact[i].kind == FACT_META &&
		    span_eq(d->fact[i].predicate, span_str(what)))
			return 1;
	return 0;
}

static int
has_stop(const struct sent *s)
{
	size_t i;

	for (i = 0; i < s->nu; i++)
		if (s->u[i].type == U_STOP)
			return 1;
	return 0;
}

/* The first name of a paper or a site among units [a, b). */
static void
paper(struct doc *d, const struct sent *s, size_t a, size_t b, size_t sentno)
{
	size_t i;

	for (; a < b && s->u[a].type > U_NUM; a++)
		;
	for (i = a; i < b && (s->u[i].type <= U_NUM || s->u[i].type ==
	    U_OTHER); i++)
		if (is_media(s, i)) {
			publisher(d, s, a, b, sentno);
			break;
		}
}

/* 记者 邵南, 责编：张雪冬、刘泽, 来源：通辽日报 anywhere in a line. */
static int
credits(struct doc *d, const struct sent *s, size_t sentno)
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
		    !has_stop(s) && !has_meta(d, "source"))
			paper(d, s, 0, i, sentno);
		if (span_eq(m, span_str("author")))
			i = people(d, s, j, "author", sure, sentno) - 1;
		else if (span_eq(m, span_str("editor")))
			i = people(d, s, j, "editor", sure, sentno) - 1;
		else if (span_eq(m, span_str("source")) && sure)
			publisher(d, s, j, s->nu, sentno);
		else if (span_eq(m, span_str("published")) && sure &&
		    s->u[j].type == U_TIME)
			emit_meta(d, s, j, "published",
			    unit_num(s, j)->value, sentno);
		else
			n--;
		if (i < j - 1)
			i = j - 1;
	}
	return n;
}

/* 2023-03-28 or 2023年3月28日, as against 五一 or 昨日. */
static int
is_written(struct span t)
{
	size_t i, n;

	for (i = n = 0; i < t.n; i++)
		n += t.p[i] >= '0' && t.p[i] <= '9';
	return n > 4 && t.p[0] >= '0' && t.p[0] <= '9';
}

/* 2023年03月28日09:26 | 来源：通辽日报, 证券日报网 2024-04-26 19:23 */
static int
dateline(struct doc *d, const struct sent *s, size_t sentno)
{
	struct span v;
	size_t i, j;

	for (i = 0; i < s->nu; i++)
		if (s->u[i].type == U_TIME && s->u[i].name == 0) {
			v = unit_num(s, i)->value;
			if (v.n >= 10 && memchr(v.p, '/', v.n) == NULL &&
			    is_written(unit_text(s, i)))
				break;
		}
	if (i == s->nu || i > 4 || has_meta(d, "published"))
		return 0;
	for (j = 0; j < s->nu; j++)
		if (unit_is(s, j, L_MEETING) || unit_eq(s, j, "在"))
			return 0;
	emit_meta(d, s, i, "published", v, sentno);
	for (j = 0; j < s->nu; j++)
		if (unit_is(s, j, L_CREDIT) && span_eq(unit_means(s, j,
		    L_CREDIT), span_str("source")))
			return 1;
	paper(d, s, 0, i, sentno);
	paper(d, s, i + 1, s->nu, sentno);
	return 1;
}

static int
has_time(const struct sent *s)
{
	size_t i;

	for (i = 0; i < s->nu; i++)
		if (s->u[i].type == U_TIME && is_written(unit_text(s, i)))
			return 1;
	return 0;
}

static int
furniture(struct doc *d, const struct sent *s)
{
	size_t i;

	for (i = 0; i < s->nu && i < 6; i++) {
		if (!unit_is(s, i, L_FURNITURE))
			continue;
		if (unit_flag(s, i, L_FURNITURE, 's') && s->nu > 1)
			continue;
		if (unit_flag(s, i, L_FURNITURE, 'h') && (s->nu > 12 ||
		    has_time(s)))
			return 0;
		if (!unit_flag(s, i, L_FURNITURE, 'h') && d->body > 0)
			d->furniture = 1;
		return 1;
	}
	return 0;
}

/* 人民网>>内蒙古频道>>盟市>>通辽: the path to the page. */
static int
is_path(const struct sent *s)
{
	size_t i, n, bars;

	bars = 0;
	for (i = n = 0; i < s->nu; i++)
		if (unit_eq(s, i, "|") && i + 1 < s->nu)
			bars++;
		else if (unit_eq(s, i, ">") || unit_eq(s, i, "»") ||
		    unit_eq(s, i, "›") || unit_eq(s, i, ">>"))
			n++;
	return n > 0 || bars > 1;
}

static void
topics(struct doc *d, const struct sent *s, unsigned score)
{
	size_t i;

	for (i = 0; i < s->nname; i++)
		if (s->name[i].type == NAME_PLACE)
			doc_topic(d, s->name[i].text, TOPIC_PLACE,
			    s->name[i].object ? (score + 1) / 2 : score);
		else if (s->name[i].type == NAME_FIRM && score > 2)
			doc_topic(d, s->name[i].text, TOPIC_FIRM, score);
		else if (s->name[i].type == NAME_PROJECT &&
		    !s->name[i].member)
			doc_topic(d, s->name[i].text, TOPIC_WORKS, score);
	for (i = 0; i < s->nu; i++)
		if (s->u[i].name == 0 && s->u[i].type == U_TEXT &&
		    s->u[i].tag == 'n' && s->u[i].tag2 == 'r' && score > 0)
			doc_topic(d, unit_text(s, i), TOPIC_STEM, score);
}

/* The first line of the head that is none of the other things. */
static int
title(struct doc *d, const struct sent *s, size_t sentno)
{
	struct buf b = { 0 };
	size_t a, i, media;

	a = unit_is(s, 0, L_FURNITURE) ? 1 : 0;
	for (i = media = 0; i < s->nu; i++)
		media += is_media(s, i);
	gap_text(s, a, s->nu, &b);
	i = letters(buf_view(&b));
	if (i < TITLE_MIN || i > TITLE_MAX || s->u[a].type == U_COMMA ||
	    (media > 0 && s->nu <= 3) || (has_stop(s) && s->u[s->nu - 1].type
	    == U_STOP && unit_eq(s, s->nu - 1, "。"))) {
		buf_free(&b);
		return 0;
	}
	emit_meta(d, s, a, "title", buf_view(&b), sentno);
	buf_free(&b);
	d->title_done = 1;
	topics(d, s, TITLE_SCORE);
	return 1;
}

/*
 * 新华社石家庄3月5日电, 江门日报讯: who sent the report, and the place where
 * it was written.
 */
static void
wire(struct doc *d, const struct sent *s, size_t sentno)
{
	size_t i, j;

	for (i = 1; i < s->nu && i < 12; i++)
		if (unit_in(s, i, SET_WIRE))
			break;
	if (i >= s->nu || i == 12)
		return;
	if (i >= 2 && s->u[i - 1].type == U_TIME && s->u[i - 2].name != 0)
		doc_topic(d, s->name[s->u[i - 2].name - 1].text,
		    TOPIC_PLACE, 2);
	if (has_meta(d, "source"))
		return;
	for (j = i; j-- > 0; )
		if (is_media(s, j)) {
			paper(d, s, 0, j + 1, sentno);
			return;
		}
	if (unit_in(s, i - 1, SET_PRESS))
		publisher(d, s, 0, i, sentno);
}

int
meta_line(struct doc *d, struct sent *s, struct span role, size_t sentno)
{
	int short_line, n;

	if (s->nu == 0)
		return 1;
	short_line = letters(buf_view(&s->text)) <= HEAD_LINE;
	if (furniture(d, s)) {
		credits(d, s, sentno);
		if (!d->title_done && !d->furniture && s->nu > 4 &&
		    unit_is(s, 0, L_FURNITURE) && unit_eq(s, 0, "分享到"))
			title(d, s, sentno);
		return 1;
	}
	n = short_line || d->body < 3 ? credits(d, s, sentno) : 0;
	if (d->body == 0 && d->title_done && s->nu > 1 && s->nu < 12 &&
	    unit_eq(s, 0, "□")) {
		people(d, s, 1, "author", 1, sentno);
		return 1;
	}
	if (d->furniture || span_eq(role, span_str("nav")))
		return 1;
	if (d->body == 0 && short_line && !has_stop(s)) {
		if (dateline(d, s, sentno))
			return 1;
		if (is_path(s)) {
			topics(d, s, 2);
			return 1;
		}
		if (n > 0 && s->nu < 12)
			return 1;
		if (!d->title_done && title(d, s, sentno))
			return 1;
		topics(d, s, 2);
	}
	if (d->body > 0 && short_line && s->nu < 16 && !has_stop(s) &&
	    (n > 0 || s->nu < 3) && dateline(d, s, sentno))
		return 1;
	if (n > 0 && short_line && !has_stop(s) && s->nu < 14)
		return 1;
	if (unit_eq(s, 0, "原标题"))
		return 1;
	if (d->body == 0)
		wire(d, s, sentno);
	topics(d, s, 1);
	if (has_stop(s))
		d->body++;
	return 0;
}
