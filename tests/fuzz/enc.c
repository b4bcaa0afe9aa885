/*
 * fixenc: any bytes come out as lines of valid UTF-8, in any charset, with
 * each way to repair.  The first byte chooses.
 */
#include "fuzz.h"

#include <string.h>

#include "base/in.h"
#include "enc/doc.h"
#include "enc/tables.h"
#include "text/utf8.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct tables tables;
	static int open;
	char path[FUZZ_PATH];
	struct span text;
	struct doc d;
	struct in in;
	size_t line;
	int fd;

	if (!open)
		FUZZ_HOLDS(tables_open(&tables) == 0);
	open = 1;
	if (n == 0)
		return 0;
	memset(&d, 0, sizeof d);
	memset(&in, 0, sizeof in);
	d.source.t = d.repair.t = &tables;
	d.source.forced = data[0] & 1 ? CS_COUNT :
	    (enum charset)(data[0] >> 4) % CS_COUNT;
	d.repair.script = (enum repair_script)((data[0] >> 1) % 3);
	d.repair.mojibake = !(data[0] & 8);
	d.repair.annotations = ANNOT_AUTO;
	fd = fuzz_file(data + 1, n - 1, path);
	FUZZ_HOLDS(in_open(&in, path) == 0);
	doc_start(&d, &in);
	for (line = 0; doc_next(&d, &text);) {
		FUZZ_HOLDS(utf8_valid(text.p, text.n) == text.n);
		FUZZ_HOLDS(text.n == 0 || memchr(text.p, '\n', text.n) == NULL);
		FUZZ_HOLDS(d.source.cont ? d.source.line == line :
		    d.source.line == line + 1);
		line = d.source.line;
	}
	doc_free(&d);
	in_close(&in);
	in_free(&in);
	close(fd);
	return 0;
}
