/* What all five programs share. */
#include "tsv/frame.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

void
frame_start(struct frame *f, const struct frame_shape *shape, char **argv)
{
	size_t i;

	memset(f, 0, sizeof *f);
	f->shape = shape;
	err_name(shape->name);
	/* getopt_long begins its messages with argv[0]. */
	if (argv[0] != NULL)
		argv[0] = (char *)shape->name;
	f->rows.want = shape->want;
	f->rows.marks = shape->marks;
	f->rows.need = shape->need;
	f->rows.window = shape->window;
	f->rows.most = shape->most;
	f->rows.input = shape->input;
	f->rows.errs = &f->errs;
	f->rows.opnds = &f->opnds;
	f->put.eaten = shape->eaten;
	f->put.errs = &f->errs;
	for (i = 0; shape->own != NULL && shape->own[i] != NULL; i++)
		frame_column(f, shape->own[i]);
}

size_t
frame_column(struct frame *f, const char *name)
{
	f->own = xgrow(f->own, &f->capown, f->nown + 2, sizeof *f->own);
	f->own[f->nown++] = name;
	f->own[f->nown] = NULL;
	f->put.own = f->own;
	return f->nown - 1;
}

/* Prints to standard output and ends; a full disk is reported here too. */
static void ERR_NORETURN
say_and_end(const char *a, const char *b, const char *c)
{
	/* With a small buffer it is the first of the two that fails. */
	if (printf("%s%s%s", a, b, c) < 0 || fflush(stdout) != 0)
		err_die("standard output: %s", strerror(errno));
	err_exit(STATUS_OK);
}

static void ERR_NORETURN
help(const struct frame *f)
{
	say_and_end("usage: ", f->shape->usage, f->shape->help);
}

void
frame_usage(const struct frame *f, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	err_warn("%s", text);
	fprintf(stderr, "usage: %s", f->shape->usage);
	err_exit(STATUS_FAILED);
}

/* A mark that would break rows apart is refused. */
static void
set_null(struct frame *f, const char *arg)
{
	if (strpbrk(arg, "\t\n\r") != NULL)
		frame_usage(f, "the null mark holds a TAB or a line end");
	f->put.null = span_str(arg);
}

static void
set_columns(struct frame *f, const char *arg)
{
	struct cols list;

	if (*arg == '\0')
		frame_usage(f, "an empty list of columns");
	memset(&list, 0, sizeof list);
	cols_split(&list, span_str(arg), ',');
	if (cols_twice(&list).n != 0)
		frame_usage(f, "a column stands twice in '%s'", arg);
	cols_free(&list);
	f->rows.columns = span_str(arg);
}

static void
set_input(struct frame *f, const char *arg)
{
	if (strcmp(arg, "rows") == 0)
		f->rows.input = ROWS_ONLY;
	else if (strcmp(arg, "text") == 0)
		f->rows.input = ROWS_PLAIN;
	else
		frame_usage(f, "--input is rows or text, not '%s'", arg);
}

void
frame_option(struct frame *f, int c, const char *arg)
{
	switch (c) {
	case 'C':
		set_columns(f, arg);
		break;
	case 'H':
		f->put.nohead = 1;
		break;
	case 'N':
		set_null(f, arg);
		break;
	case 'V':
		say_and_end(f->shape->name, " (factline) ", VERSION "\n");
	case 'h':
		help(f);
	case 'o':
		f->put.select = arg;
		break;
	case 'u':
		f->eager = 1;
		break;
	case 'v':
		f->verbose = 1;
		break;
	case FRAME_FILES0:
		f->files0 = arg;
		break;
	case FRAME_HEADER_ONLY:
		f->header_only = 1;
		break;
	case FRAME_INPUT:
		set_input(f, arg);
		break;
	default:
		/* getopt_long has said what is wrong. */
		fprintf(stderr, "usage: %s", f->shape->usage);
		err_exit(STATUS_FAILED);
	}
}

static void
idle(void *arg)
{
	struct frame *f = arg;

	out_flush(&f->put.out);
}

/* Tells how far the run is. */
static void
tell(struct frame *f)
{
	struct progress_count c;

	c.documents = f->docs != 0 ? f->docs : f->rows.files;
	c.bytes = f->rows.in.bytes;
	c.rows = f->put.out.rows;
	c.refused = f->errs.refused;
	progress_print(&f->progress, &c);
}

static void
tick(void *arg)
{
	struct frame *f = arg;

	if (progress_due(&f->progress))
		tell(f);
}

/* The columns that -C names, or NULL. */
static const struct cols *
named_columns(const struct frame *f, struct cols *c)
{
	memset(c, 0, sizeof *c);
	if (f->rows.columns.n == 0)
		return NULL;
	cols_split(c, f->rows.columns, ',');
	return c;
}

/* Opens the writer with the columns of head (may be NULL). */
static void
open_writer(struct frame *f, const struct cols *head)
{
	if (f->nown > 0)
		put_open(&f->put, head);
}

void
frame_open(struct frame *f, char *const *operands)
{
	struct cols named;

	if (operands[0] == NULL && f->files0 == NULL && !f->header_only &&
	    isatty(STDIN_FILENO))
		help(f);
	opnd_open(&f->opnds, operands, f->files0);
	out_open(&f->put.out, f->eager);
	err_rescue(idle, f);
	progress_start(&f->progress, f->verbose);
	f->rows.idle = idle;
	f->rows.tick = tick;
	f->rows.arg = f;
	f->put.out.tick = tick;
	f->put.out.arg = f;
	if (!f->header_only)
		return;
	f->put.nohead = 0;
	open_writer(f, named_columns(f, &named));
	out_close(&f->put.out);
	err_exit(STATUS_OK);
}

int
frame_row(struct frame *f, struct row *row)
{
	if (!rows_next(&f->rows, row))
		return 0;
	if (!f->put.open)
		open_writer(f, &f->rows.head);
	return 1;
}

struct in *
frame_bytes(struct frame *f)
{
	int got;

	open_writer(f, NULL);
	f->rows.in.idle = idle;
	f->rows.in.tick = tick;
	f->rows.in.arg = f;
	while ((got = opnd_input(&f->opnds, &f->rows.in)) == -1)
		err_refuse(&f->errs, f->rows.in.name, 0, "%s",
		    strerror(errno));
	if (got == 0)
		return NULL;
	frame_document(f);
	return &f->rows.in;
}

void
frame_bytes_end(struct frame *f)
{
	if (f->rows.in.error != 0)
		err_refuse(&f->errs, f->rows.in.name, 0, "%s",
		    strerror(f->rows.in.error));
	in_close(&f->rows.in);
}

int
frame_finish(struct frame *f)
{
	struct cols named;

	if (!f->put.open)
		open_writer(f, f->rows.files > 0 ? &f->rows.head :
		    named_columns(f, &named));
	if (f->verbose)
		tell(f);
	out_close(&f->put.out);
	opnd_close(&f->opnds);
	rows_free(&f->rows);
	return f->errs.status;
}
