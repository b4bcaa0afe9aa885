/*
 * A rule file to a table of one section, the text as it is.  Refuses what is
 * not UTF-8; what the rules say is tested by the programs' own parser.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/err.h"
#include "tab/build.h"
#include "text/utf8.h"

enum { CHUNK = 65536 };

int
main(void)
{
	struct buf text = { 0 }, out = { 0 };
	size_t n;

	err_name("rules.gen");
	while ((n = fread(buf_room(&text, CHUNK), 1, CHUNK, stdin)) != 0)
		text.n += n;
	if (ferror(stdin))
		err_die("cannot read");
	if (utf8_valid(text.p, text.n) != text.n)
		err_die("not UTF-8 at byte %zu", utf8_valid(text.p, text.n));
	build_table(&out, "RULE", &text, 1);
	if (fwrite(out.p, 1, out.n, stdout) != out.n || fflush(stdout) != 0)
		err_die("cannot write");
	buf_free(&text);
	buf_free(&out);
	return 0;
}
