/* Titles, datelines, credits and furniture: what is no running text. */
#include "fact/credit.h"

#include <string.h>

enum { HEAD_LINE = 80, TITLE_MIN = 5, TITLE_MAX = 60 };

static int
has_time(const struct sent *s)
{
	size_t i;

	for (i = 0; i < s->nu; i++)
		if (s->u[i].type == U_TIME && meta_written(unit_text(s, i)))
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

/* 人民网>>浙江频道>>丽水: the path to the page. */
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
		if (s->name[i].type == NAME_PLACE && name_in_press(s,
		    &s->name[i]))
			continue;
		else if (s->name[i].type == NAME_PLACE)
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
		media += meta_media(s, i);
	meta_text(s, a, s->nu, &b);
	i = meta_letters(buf_view(&b));
	if (i < TITLE_MIN || i > TITLE_MAX || s->u[a].type == U_COMMA ||
	    (media > 0 && s->nu <= 3) || (meta_stops(s) && s->u[s->nu - 1].type
	    == U_STOP && unit_eq(s, s->nu - 1, "。"))) {
		buf_free(&b);
		return 0;
	}
	meta_emit(d, s, a, "title", buf_view(&b), sentno);
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
	if (meta_has(d, "source"))
		return;
	for (j = i; j-- > 0; )
		if (meta_media(s, j)) {
			meta_paper(d, s, 0, j + 1, sentno);
			return;
		}
	if (unit_in(s, i - 1, SET_PRESS))
		meta_publisher(d, s, 0, i, sentno);
}

int
meta_line(struct doc *d, struct sent *s, struct span role, size_t sentno)
{
	int short_line, n;

	if (s->nu == 0)
		return 1;
	short_line = meta_letters(buf_view(&s->text)) <= HEAD_LINE;
	if (furniture(d, s)) {
		meta_credits(d, s, sentno);
		if (!d->title_done && !d->furniture && s->nu > 4 &&
		    unit_is(s, 0, L_FURNITURE) && unit_eq(s, 0, "分享到"))
			title(d, s, sentno);
		return 1;
	}
	n = short_line || d->body < 3 ? meta_credits(d, s, sentno) : 0;
	if (d->body == 0 && d->title_done && s->nu > 1 && s->nu < 12 &&
	    unit_eq(s, 0, "□")) {
		meta_people(d, s, 1, "author", 1, sentno);
		return 1;
	}
	if (d->furniture || span_eq(role, span_str("nav")))
		return 1;
	if (d->body == 0 && short_line && !meta_stops(s)) {
		if (meta_dateline(d, s, sentno))
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
	if (d->body > 0 && short_line && s->nu < 24 && !meta_stops(s) &&
	    (n > 0 || s->nu < 3) && meta_dateline(d, s, sentno))
		return 1;
	if (n > 0 && short_line && !meta_stops(s) && s->nu < 14)
		return 1;
	if (unit_eq(s, 0, "原标题"))
		return 1;
	if (d->body == 0)
		wire(d, s, sentno);
	topics(d, s, 1);
	if (meta_stops(s))
		d->body++;
	return 0;
}
