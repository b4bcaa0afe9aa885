/* The tables of fixenc. */
#include "enc/tables.h"

TAB_DECLARE(html);
TAB_DECLARE(readings);
TAB_DECLARE(s2t);
TAB_DECLARE(t2s);

int
tables_open(struct tables *t)
{
	struct tab tab;

	if (charsets_open(&t->cs) != 0 || model_open(&t->model) != 0)
		return -1;
	if (TAB_OPEN(&tab, readings, "READ") != 0 ||
	    readings_open(&t->readings, &tab) != 0)
		return -1;
	if (TAB_OPEN(&tab, html, "HTML") != 0 ||
	    html_open(&t->html, &tab) != 0)
		return -1;
	if (TAB_OPEN(&tab, t2s, "SCPT") != 0 ||
	    script_open(&t->t2s, &tab) != 0)
		return -1;
	if (TAB_OPEN(&tab, s2t, "SCPT") != 0 ||
	    script_open(&t->s2t, &tab) != 0)
		return -1;
	return 0;
}
