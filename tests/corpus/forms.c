/* See forms.h. */
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "forms.h"

enum {
	TRAD = 1,	/* in the traditional script */
	CRLF = 2,
	LATIN = 4,	/* its bytes once taken for Latin-1 */
	ONE = 8,	/* but in one line only */
	HZ = 16
};

struct form {
	const char *charset;
	const char *other;	/* that of every second line, or NULL */
	const char *head;
	unsigned how;
};

static const struct form forms[] = {
	{ "UTF-8", NULL, "", 0 },
	{ "UTF-8", NULL, "", 0 },
	{ "UTF-8", NULL, "", 0 },
	{ "UTF-8", NULL, "", CRLF },
	{ "UTF-8", NULL, "\xef\xbb\xbf", CRLF },
	{ "GB18030", NULL, "", 0 },
	{ "GB18030", NULL, "", 0 },
	{ "GB18030", NULL, "", CRLF },
	{ "UTF-8", NULL, "", TRAD },
	{ "UTF-8", NULL, "", TRAD },
	{ "GB18030", NULL, "", TRAD },
	{ "BIG5", NULL, "", TRAD },
	{ "BIG5", NULL, "", TRAD },
	{ "EUC-TW", NULL, "", TRAD },
	{ "UTF-16LE", NULL, "\xff\xfe", 0 },
	{ "UTF-16BE", NULL, "", 0 },
	{ "GBK", NULL, "", HZ },
	{ "UTF-8", NULL, "", LATIN },
	{ "GB18030", NULL, "", LATIN },
	{ "UTF-8", NULL, "", LATIN | ONE },
	{ "UTF-8", "GB18030", "", 0 },
};

void
die(const char *what)
{
	fprintf(stderr, "corpus: %s: %s\n", what, strerror(errno));
	exit(2);
}

void
add_bytes(struct text *t, const char *s, size_t n)
{
	if (t->n + n >= sizeof t->p) {
		errno = EFBIG;
		die("article");
	}
	memcpy(t->p + t->n, s, n);
	t->n += n;
	t->p[t->n] = '\0';
}

void
add(struct text *t, const char *s)
{
	add_bytes(t, s, strlen(s));
}

void
forms_read(struct forms *f, FILE *fp)
{
	char line[256];
	struct pair *p;

	while (fgets(line, sizeof line, fp) != NULL) {
		if (line[0] == '#')
			continue;
		if (f->npair == PAIRS)
			die("trad.tsv");
		p = &f->pair[f->npair++];
		if (sscanf(line, "%4[^\t]\t%4[^\n]", p->simp, p->trad) != 2)
			die(line);
	}
}

unsigned
forms_count(void)
{
	return sizeof forms / sizeof *forms;
}

/* Appends a character in the traditional script. */
static void
add_trad(const struct forms *f, struct text *u, const char *s, size_t n)
{
	size_t k;

	for (k = 0; k < f->npair; k++)
		if (strlen(f->pair[k].simp) == n &&
		    memcmp(f->pair[k].simp, s, n) == 0) {
			add(u, f->pair[k].trad);
			return;
		}
	add_bytes(u, s, n);
}

/* Turns t into another charset; what that lacks is a fault of the lists. */
static void
convert(struct text *t, const char *from, const char *to)
{
	static struct text u;
	char *in, *out;
	size_t nout;
	iconv_t cd;

	if ((cd = iconv_open(to, from)) == (iconv_t)-1)
		die(to);
	in = t->p;
	out = u.p;
	nout = sizeof u.p;
	if (iconv(cd, &in, &t->n, &out, &nout) == (size_t)-1) {
		fprintf(stderr, "%s: %.30s\n", to, in);
		die(t->p);
	}
	iconv_close(cd);
	t->n = sizeof u.p - nout;
	memcpy(t->p, u.p, t->n);
}

/* Writes two bytes of GB 2312 in seven bits each, between ~{ and ~}. */
static void
put_hz(const struct text *t, FILE *fp)
{
	size_t i;
	int high, now;

	high = 0;
	for (i = 0; i < t->n; i++) {
		now = (t->p[i] & 0x80) != 0;
		if (now != high)
			fputs(now ? "~{" : "~}", fp);
		high = now;
		putc(t->p[i] & 0x7f, fp);
	}
}

/* Writes the line of n bytes at s, the i-th. */
static void
put_line(const struct forms *f, const struct form *o, const char *s,
    size_t n, unsigned i, FILE *fp)
{
	static struct text t;
	size_t k, len;

	t.n = 0;
	for (k = 0; k < n; k += len) {
		len = (unsigned char)s[k] < 0x80 ? 1 :
		    (unsigned char)s[k] < 0xe0 ? 2 : 3;
		if (o->how & TRAD)
			add_trad(f, &t, s + k, len);
		else
			add_bytes(&t, s + k, len);
	}
	add(&t, o->how & CRLF ? "\r\n" : "\n");
	convert(&t, "UTF-8", o->other != NULL && i % 2 ? o->other :
	    o->charset);
	if ((o->how & LATIN) && (!(o->how & ONE) || i == 4))
		convert(&t, "LATIN1", "UTF-8");
	if (o->how & HZ)
		put_hz(&t, fp);
	else
		fwrite(t.p, 1, t.n, fp);
}

void
forms_write(const struct forms *f, unsigned which, const struct text *t,
    const char *path)
{
	const struct form *o;
	unsigned line;
	const char *s;
	FILE *fp;

	if ((fp = fopen(path, "w")) == NULL)
		die(path);
	o = &forms[which];
	fputs(o->head, fp);
	line = 0;
	for (s = t->p; *s != '\0'; s += strcspn(s, "\n") + 1)
		put_line(f, o, s, strcspn(s, "\n"), line++, fp);
	if (ferror(fp) || fclose(fp) != 0)
		die(path);
}
