/* The year, month and day in force. */
#include "num/force.h"

#include <string.h>

#include "num/point.h"

enum { TOLD_BACK = 1 };	/* years before the reference date */

void
force_line(struct force *f)
{
	int told;

	told = f->told;
	memset(f, 0, sizeof *f);
	f->told = told;
}

void
force_sentence(struct force *f)
{
	f->year = f->topic;
}

/* The first year that a document names, without a day, is what it tells of. */
static void
tell(struct force *f, const struct point *p, const struct when *w,
    const struct when *now)
{
	if (f->told == 0 && p->y == 1 && !p->named && now->prec != P_NONE &&
	    w->prec < P_DAY && w->y <= now->y && w->y >= now->y - TOLD_BACK)
		f->told = w->y;
}

void
force_date(struct force *f, const struct point *p, const struct when *now,
    int compared)
{
	struct when w;

	w = p->p.open > 0 ? p->p.a : point_last(p);
	if (p->ref != NULL || w.y <= 0)
		return;
	if (!p->anchored)
		f->last = w.y;
	if (p->part && p->d)
		w = p->p.a;	/* 2月15日晚上 */
	if (w.prec >= P_DAY && (!p->p.range || p->part) && w.d > 0) {
		f->day = w;
		f->day.prec = P_DAY;
	}
	if (p->named || compared)
		return;
	/* 去年 mostly compares: it does not make last year the topic. */
	if (p->y == 1 && (now->prec == P_NONE || w.y <= now->y))
		f->year = f->topic = w.y;
	else if (p->y == 2 && w.y == now->y)
		f->year = f->topic = w.y;
	else if (p->y == 2 && w.y > now->y)
		f->year = w.y;	/* to the end of the sentence */
	if (p->m && w.prec >= P_MONTH)
		f->month = w.m;
	tell(f, p, &w, now);
}

struct when
force_day(const struct force *f, const struct when *now)
{
	struct when w;

	w = f->day.prec != P_NONE ? f->day : *now;
	if (w.prec < P_DAY || w.y == 0) {
		memset(&w, 0, sizeof w);
	} else {
		w.h = w.mi = w.s = 0;
	}
	w.prec = P_DAY;
	return w;
}
