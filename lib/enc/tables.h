/* All the tables that fixenc works with, opened once. */
#ifndef ENC_TABLES_H
#define ENC_TABLES_H

#include "enc/charset.h"
#include "text/model.h"
#include "enc/readings.h"
#include "text/html.h"
#include "text/script.h"

struct tables {
	struct charsets cs;
	struct model model;
	struct readings readings;
	struct html html;
	struct script t2s;
	struct script s2t;
};

/* Opens everything.  Returns 0, or -1 when a table is damaged. */
int tables_open(struct tables *t);

#endif
