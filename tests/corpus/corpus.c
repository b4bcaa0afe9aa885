/*
 * Makes articles of any number from sentences.tsv and names.tsv, in mixed
 * charsets and scripts, with the facts that are in them.
 *
 *	corpus COUNT SEED FOLDER <trad.tsv
 *
 * writes FOLDER/NNN/aNNNNNN.txt and prints the truth on standard output, as
 * TSV: doc subject predicate measure value unit time.  Standard input pairs
 * each simplified character of the sentences with its traditional one.  The
 * same arguments give the same bytes.
 */
#define _XOPEN_SOURCE 700
#include <sys/stat.h>

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT = 16384, ROWS = 64, PAIRS = 1024, SLOTS = 10 };

struct list {
	char *v[ROWS];
	size_t n;
};

struct pair {
	char simp[5];
	char trad[5];
};

struct corpus {
	uint64_t state;
	struct list sentence;
	struct list facts;
	struct list place;
	struct list firm;
	struct list person;
	struct pair pair[PAIRS];
	size_t npair;
};

/* What the slots of one article, or of one sentence, hold. */
struct slots {
	const char *place;
	const char *firm;
	unsigned year;
	unsigned month;
	unsigned day;
	unsigned num[4][SLOTS];	/* count, money, wan, rate */
	unsigned style[4][SLOTS];
};

struct text {
	char p[TEXT];
	size_t n;
};

static void
die(const char *what)
{
	fprintf(stderr, "corpus: %s: %s\n", what, strerror(errno));
	exit(2);
}

/* Knuth's MMIX generator; the high bits are the good ones. */
static unsigned
roll(struct corpus *c, unsigned n)
{
	c->state = c->state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (unsigned)((c->state >> 33) % n);
}

static void
add(struct text *t, const char *s)
{
	size_t n;

	n = strlen(s);
	if (t->n + n >= sizeof t->p) {
		errno = EFBIG;
		die("article");
	}
	memcpy(t->p + t->n, s, n + 1);
	t->n += n;
}

static void
push(struct list *l, const char *s)
{
	if (l->n == ROWS || (l->v[l->n++] = strdup(s)) == NULL) {
		errno = ENOMEM;
		die("list");
	}
}

/* Reads rows of two fields from fp and hands each to take. */
static void
read_rows(struct corpus *c, FILE *fp,
    void (*take)(struct corpus *, const char *, const char *))
{
	char line[4096], *tab;

	while (fgets(line, sizeof line, fp) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		tab = strchr(line, '\t');
		if (line[0] == '#' || tab == NULL)
			continue;
		*tab = '\0';
		take(c, line, tab + 1);
	}
}

static void
take_sentence(struct corpus *c, const char *text, const char *facts)
{
	push(&c->sentence, text);
	push(&c->facts, facts);
}

static void
take_name(struct corpus *c, const char *kind, const char *word)
{
	push(kind[0] == 'f' ? &c->firm : kind[1] == 'l' ? &c->place :
	    &c->person, word);
}

static void
take_pair(struct corpus *c, const char *simp, const char *trad)
{
	if (c->npair == PAIRS || strlen(simp) > 4 || strlen(trad) > 4)
		die("trad.tsv");
	strcpy(c->pair[c->npair].simp, simp);
	strcpy(c->pair[c->npair++].trad, trad);
}

static void
read_file(struct corpus *c, const char *dir, const char *name,
    void (*take)(struct corpus *, const char *, const char *))
{
	char path[4096];
	FILE *fp;

	snprintf(path, sizeof path, "%s/%s", dir, name);
	if ((fp = fopen(path, "r")) == NULL)
		die(path);
	read_rows(c, fp, take);
	fclose(fp);
}

/* Appends digits full width: U+FF10 is EF BC 90. */
static void
add_wide(struct text *t, const char *s)
{
	char wide[4] = "\xef\xbc";

	for (; *s != '\0'; s++) {
		wide[2] = (char)(*s == '.' ? 0x8e : 0x90 + (*s - '0'));
		add(t, wide);
	}
}

/* Appends a count under 1000 in Chinese numerals: 105 is 一百零五. */
static void
add_hanzi(struct text *t, unsigned v)
{
	static const char *const digit[] = { "零", "一", "二", "三", "四",
	    "五", "六", "七", "八", "九" };

	if (v >= 100) {
		add(t, digit[v / 100]);
		add(t, "百");
		if (v % 100 != 0 && v % 100 < 10)
			add(t, "零");
	}
	if (v % 100 >= 10) {
		if (v >= 20)
			add(t, digit[v % 100 / 10]);
		add(t, "十");
	}
	if (v % 10 != 0)
		add(t, digit[v % 10]);
}

/* Numbers are kept in hundredths for money, in tenths for rates. */
static void
add_number(struct text *t, unsigned kind, unsigned v, unsigned style)
{
	char s[32];

	if (kind == 1)
		snprintf(s, sizeof s, "%u.%02u", v / 100, v % 100);
	else if (kind == 3)
		snprintf(s, sizeof s, "%u.%u", v / 10, v % 10);
	else
		snprintf(s, sizeof s, "%u", v);
	if (kind == 0 && style == 0)
		add_hanzi(t, v);
	else if (style == 1)
		add_wide(t, s);
	else
		add(t, s);
}

/* The exact value: 12.34 times 100 million is 1234000000. */
static void
add_value(struct text *t, unsigned kind, unsigned v)
{
	char s[32];

	if (kind == 3 && v % 10 != 0)
		snprintf(s, sizeof s, "%u.%u", v / 10, v % 10);
	else if (kind == 3)
		snprintf(s, sizeof s, "%u", v / 10);
	else
		snprintf(s, sizeof s, "%u%s", v, kind == 1 ? "000000" :
		    kind == 2 ? "0000" : "");
	add(t, s);
}

/* Appends what the slot at s, behind its brace, stands for. */
static void
add_slot(struct text *t, const struct slots *a, const char *s, int exact)
{
	static const char kinds[] = "nmwr";
	const char *k;
	char num[16];

	if ((k = strchr(kinds, s[0])) != NULL) {
		if (exact)
			add_value(t, (unsigned)(k - kinds),
			    a->num[k - kinds][s[1] - '0']);
		else
			add_number(t, (unsigned)(k - kinds),
			    a->num[k - kinds][s[1] - '0'],
			    a->style[k - kinds][s[1] - '0']);
		return;
	}
	if (s[0] == 'P' || s[0] == 'F') {
		add(t, s[0] == 'P' ? a->place : a->firm);
		return;
	}
	snprintf(num, sizeof num, exact ? "%02u" : "%u",
	    s[0] == 'Y' ? a->year : s[0] == 'Z' ? a->year - 1 :
	    s[0] == 'M' ? a->month : a->day);
	add(t, num);
}

static void
fill(struct text *t, const struct slots *a, const char *s, int exact)
{
	char one[2] = "";

	for (; *s != '\0'; s++) {
		if (*s == '{') {
			add_slot(t, a, s + 1, exact);
			s += strcspn(s, "}");
			continue;
		}
		one[0] = *s;
		add(t, one);
	}
}

static void
roll_slots(struct corpus *c, struct slots *a)
{
	static const unsigned most[] = { 998, 99998, 9998, 498 };
	unsigned i, k;

	for (k = 0; k < 4; k++)
		for (i = 0; i < SLOTS; i++) {
			a->num[k][i] = 1 + roll(c, most[k]);
			a->style[k][i] = roll(c, 10);
		}
	a->firm = c->firm.v[roll(c, (unsigned)c->firm.n)];
}

/* Prints the facts of one sentence. */
static void
tell(const struct slots *a, const char *doc, const char *facts)
{
	static struct text t;
	const char *s, *end;
	char *p, one[1024];

	for (s = facts; *s != '\0'; s = *end == '\0' ? end : end + 1) {
		end = s + strcspn(s, ";");
		snprintf(one, sizeof one, "%.*s", (int)(end - s), s);
		t.n = 0;
		fill(&t, a, one, 1);
		for (p = t.p; (p = strchr(p, '|')) != NULL;)
			*p = '\t';
		printf("%s\t%s\t%s\n", doc, a->place, t.p);
	}
}

/* Writes the text of one article into t and its facts to standard output. */
static void
compose(struct corpus *c, struct text *t, const char *doc)
{
	struct slots a;
	unsigned i, first, n;

	memset(&a, 0, sizeof a);
	a.place = c->place.v[roll(c, (unsigned)c->place.n)];
	a.year = 2016 + roll(c, 9);
	a.month = 10 + roll(c, 3);
	a.day = 1 + roll(c, 27);
	t->n = 0;
	fill(t, &a, "{P}招商引资和项目建设情况\n\n{Y}年{M}月28日　来源：", 0);
	fill(t, &a, "{P}日报\n\n", 0);
	first = roll(c, (unsigned)c->sentence.n);
	n = 2 + roll(c, 6);
	for (i = 0; i < n; i++) {
		roll_slots(c, &a);
		add(t, "　　");
		fill(t, &a, c->sentence.v[(first + i) % c->sentence.n], 0);
		add(t, "\n");
		tell(&a, doc, c->facts.v[(first + i) % c->sentence.n]);
	}
	add(t, "\n（记者 ");
	add(t, c->person.v[roll(c, (unsigned)c->person.n)]);
	add(t, "）\n");
}

static size_t
sequence(unsigned char c)
{
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* Makes the text traditional, character by character. */
static void
traditional(const struct corpus *c, struct text *t)
{
	static struct text u;
	char one[5];
	size_t i, k, n;

	u.n = 0;
	for (i = 0; i < t->n; i += n) {
		n = sequence((unsigned char)t->p[i]);
		memcpy(one, t->p + i, n);
		one[n] = '\0';
		for (k = 0; k < c->npair; k++)
			if (strcmp(c->pair[k].simp, one) == 0)
				break;
		add(&u, k < c->npair ? c->pair[k].trad : one);
	}
	memcpy(t->p, u.p, u.n + 1);
	t->n = u.n;
}

/* Writes the text in a charset; what that lacks is a fault of the lists. */
static void
save(struct text *t, const char *path, const char *charset, const char *head)
{
	static char out[4 * TEXT];
	char *from, *to;
	size_t nfrom, nto;
	iconv_t cd;
	FILE *fp;

	if ((cd = iconv_open(charset, "UTF-8")) == (iconv_t)-1)
		die(charset);
	from = t->p;
	nfrom = t->n;
	to = out;
	nto = sizeof out;
	if (iconv(cd, &from, &nfrom, &to, &nto) == (size_t)-1) {
		fprintf(stderr, "%s: %.30s\n", charset, from);
		die(path);
	}
	iconv_close(cd);
	if ((fp = fopen(path, "w")) == NULL)
		die(path);
	fputs(head, fp);
	fwrite(out, 1, sizeof out - nto, fp);
	if (ferror(fp) || fclose(fp) != 0)
		die(path);
}

/* Ends every line in CR LF. */
static void
crlf(struct text *t)
{
	static struct text u;
	char one[2] = "";
	size_t i;

	u.n = 0;
	for (i = 0; i < t->n; i++) {
		one[0] = t->p[i];
		add(&u, one[0] == '\n' ? "\r\n" : one);
	}
	memcpy(t->p, u.p, u.n + 1);
	t->n = u.n;
}

static void
one_article(struct corpus *c, const char *dir, unsigned long i)
{
	static struct text t;
	char path[4096], doc[64];
	unsigned kind;

	snprintf(doc, sizeof doc, "a%06lu.txt", i);
	snprintf(path, sizeof path, "%s/%03lu", dir, i / 1000);
	if (i % 1000 == 0 && mkdir(path, 0777) != 0 && errno != EEXIST)
		die(path);
	snprintf(path, sizeof path, "%s/%03lu/%s", dir, i / 1000, doc);
	compose(c, &t, doc);
	kind = roll(c, 20);
	if (kind >= 13)
		traditional(c, &t);
	if (kind == 5 || kind == 6)
		crlf(&t);
	if (kind < 7)
		save(&t, path, "UTF-8", kind == 5 ? "\xef\xbb\xbf" : "");
	else if (kind < 12)
		save(&t, path, "GB18030", "");
	else if (kind == 12)
		save(&t, path, "UTF-16LE", "\xff\xfe");
	else
		save(&t, path, kind < 16 ? "UTF-8" : "BIG5", "");
}

int
main(int argc, char **argv)
{
	static struct corpus c;
	unsigned long i, n;
	char *slash;

	if (argc != 4) {
		fputs("usage: corpus COUNT SEED FOLDER <trad.tsv\n", stderr);
		return 2;
	}
	n = strtoul(argv[1], NULL, 10);
	c.state = strtoul(argv[2], NULL, 10);
	/* The lists stand beside the program. */
	if ((slash = strrchr(argv[0], '/')) != NULL)
		*slash = '\0';
	read_file(&c, slash == NULL ? "." : argv[0], "sentences.tsv",
	    take_sentence);
	read_file(&c, slash == NULL ? "." : argv[0], "names.tsv", take_name);
	read_rows(&c, stdin, take_pair);
	if (mkdir(argv[3], 0777) != 0 && errno != EEXIST)
		die(argv[3]);
	printf("doc\tsubject\tpredicate\tmeasure\tvalue\tunit\ttime\n");
	for (i = 0; i < n; i++)
		one_article(&c, argv[3], i);
	return ferror(stdout) || fclose(stdout) != 0 ? 2 : 0;
}
