/* tsv2json: rows as JSON. */
#include <getopt.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tsv/frame.h"
#include "tsv/json.h"
#include "tsv/jsonl.h"

enum {
	ARRAY = FRAME_OWN,
	ASCII,
	DUP,
	EMPTY,
	EXACT,
	INFER,
	MAX_GROUP,
	NEST,
	RAGGED,
	SEQ
};

enum { MOST = 64 * 1024 * 1024 };	/* bytes of a group */

static const char usage[] =
    "tsv2json [-huVv] [--array | --seq] [--ascii] [--exact] [--infer]\n"
    "                [-C list] [-g column] [-o list] [-T list]\n"
    "                [--dup=error|suffix|array] [--empty=null|omit|string]\n"
    "                [--files0-from=file] [--max-group=size]\n"
    "                [--nest=separator] [--ragged=error|pad|skip] [file ...]\n";

static const char help[] =
    "\nWrites each row of TSV files as a JSON object.\n"
    "  -C, --columns=LIST      names of the columns of headerless input\n"
    "  -g, --group=COL         one object for adjacent rows with the same COL\n"
    "  -h, --help              this text\n"
    "  -o, --output=LIST       columns to show, in this order; new=old renames\n"
    "  -T, --types=LIST        col:num, col:int, col:bool, col:str, col:json;\n"
    "                          *:TYPE for all other columns\n"
    "  -u, --line-buffered     flush each row\n"
    "  -V, --version           version\n"
    "  -v, --verbose           counts on standard error\n"
    "      --array             one array of all objects\n"
    "      --ascii             \\uXXXX for all that is not ASCII\n"
    "      --dup=HOW           a name that stands twice: error, suffix, array\n"
    "      --empty=HOW         absent values: null, omit, string\n"
    "      --exact             numbers keep more digits than a double does\n"
    "      --files0-from=FILE  read FILE for operands that end in NUL\n"
    "      --infer             numbers and booleans by what a cell looks like\n"
    "      --max-group=SIZE    bytes of a group at most (64M)\n"
    "      --nest=SEP          a.b becomes {\"a\":{\"b\":...}} when SEP is .\n"
    "      --ragged=HOW        rows of another length: error, pad, skip\n"
    "      --seq               a JSON text sequence (RFC 7464)\n";

static const struct option longs[] = {
	{ "array", no_argument, NULL, ARRAY },
	{ "ascii", no_argument, NULL, ASCII },
	{ "columns", required_argument, NULL, 'C' },
	{ "dup", required_argument, NULL, DUP },
	{ "empty", required_argument, NULL, EMPTY },
	{ "exact", no_argument, NULL, EXACT },
	{ "files0-from", required_argument, NULL, FRAME_FILES0 },
	{ "group", required_argument, NULL, 'g' },
	{ "help", no_argument, NULL, 'h' },
	{ "infer", no_argument, NULL, INFER },
	{ "line-buffered", no_argument, NULL, 'u' },
	{ "max-group", required_argument, NULL, MAX_GROUP },
	{ "nest", required_argument, NULL, NEST },
	{ "output", required_argument, NULL, 'o' },
	{ "ragged", required_argument, NULL, RAGGED },
	{ "seq", no_argument, NULL, SEQ },
	{ "types", required_argument, NULL, 'T' },
	{ "verbose", no_argument, NULL, 'v' },
	{ "version", no_argument, NULL, 'V' },
	{ NULL, 0, NULL, 0 }
};

static const char *const want[] = { NULL };

static const struct frame_shape shape = {
	.name = "tsv2json",
	.usage = usage,
	.help = help,
	.want = want,
	.window = "",
	.input = ROWS_ONLY
};

/* Returns which of three words an option was given. */
static int
choose(const struct frame *f, const char *option, const char *arg,
    const char *const *word)
{
	int i;

	for (i = 0; i < 3; i++)
		if (strcmp(arg, word[i]) == 0)
			return i;
	frame_usage(f, "--%s is %s, %s or %s, not '%s'", option, word[0],
	    word[1], word[2], arg);
}

/* Reads a size in bytes, or with K, M or G behind it. */
static size_t
size(const struct frame *f, const char *arg)
{
	static const char unit[] = "KMG";
	const char *p, *u;
	size_t v = 0;
	int shift;

	for (p = arg; *p >= '0' && *p <= '9' && v < SIZE_MAX / 20; p++)
		v = v * 10 + (size_t)(*p - '0');
	u = *p == '\0' ? NULL : strchr(unit, *p);
	shift = u == NULL ? 0 : 10 * (int)(u - unit + 1);
	if (p == arg || v == 0 || p[u != NULL] != '\0' ||
	    v > SIZE_MAX >> shift)
		frame_usage(f, "--max-group is a size like 64M, not '%s'", arg);
	return v << shift;
}

static void
set_form(const struct frame *f, struct jsonl *j, enum jsonl_form form)
{
	if (j->form != JSONL_LINES && j->form != form)
		frame_usage(f, "--array and --seq exclude each other");
	j->form = form;
}

/* Takes the options that choose a form or a way; others go to the frame. */
static void
way_option(struct frame *f, struct jsonl *j, int c, const char *arg)
{
	static const char *const dup[] = { "error", "suffix", "array" };
	static const char *const empty[] = { "null", "omit", "string" };
	static const char *const ragged[] = { "error", "pad", "skip" };

	switch (c) {
	case ARRAY:
		set_form(f, j, JSONL_ARRAY);
		break;
	case DUP:
		j->obj.dup = (enum obj_dup)choose(f, "dup", arg, dup);
		break;
	case EMPTY:
		j->obj.empty = (enum obj_empty)choose(f, "empty", arg, empty);
		break;
	case RAGGED:
		j->ragged = (enum jsonl_ragged)choose(f, "ragged", arg, ragged);
		break;
	case SEQ:
		set_form(f, j, JSONL_SEQ);
		break;
	default:
		frame_option(f, c, arg);
	}
}

static void
take_option(struct frame *f, struct jsonl *j, int c, const char *arg)
{
	switch (c) {
	case ASCII:
		j->obj.flags = JSON_ASCII;
		break;
	case EXACT:
		j->obj.exact = 1;
		break;
	case INFER:
		j->types.infer = 1;
		break;
	case MAX_GROUP:
		j->most = size(f, arg);
		break;
	case NEST:
		if (*arg == '\0')
			frame_usage(f, "--nest needs a separator");
		j->obj.nest = span_str(arg);
		break;
	case 'T':
		if (types_add(&j->types, arg) != 0)
			frame_usage(f, "-T is a list of column:type, with type "
			    "num, int, bool, str or json, not '%s'", arg);
		break;
	case 'g':
		j->group = arg;
		break;
	default:
		way_option(f, j, c, arg);
	}
}

int
main(int argc, char *argv[])
{
	struct frame f;
	struct jsonl j;
	struct row row;
	int c;

	frame_start(&f, &shape, argv);
	memset(&j, 0, sizeof j);
	j.most = MOST;
	while ((c = getopt_long(argc, argv, "C:T:Vg:ho:uv", longs, NULL)) != -1)
		take_option(&f, &j, c, optarg);
	if (f.put.select != NULL && jsonl_select(&j, f.put.select) != 0)
		frame_usage(&f, "a column stands twice in '%s'", f.put.select);
	j.obj.hold = j.group != NULL;
	j.out = &f.put.out;
	j.errs = &f.errs;
	f.rows.need = j.group;
	f.rows.ragged = j.ragged != JSONL_REFUSE;
	frame_open(&f, argv + optind);
	while (frame_row(&f, &row))
		jsonl_row(&j, &f.rows, &row);
	jsonl_end(&j);
	return frame_finish(&f);
}
