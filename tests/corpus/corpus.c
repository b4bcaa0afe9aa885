/*
 * Makes articles of any number from sentences.tsv and names.tsv, in many
 * charsets and both scripts, some of them damaged, with the facts in them.
 *
 *	corpus COUNT SEED FOLDER <trad.tsv
 *
 * writes FOLDER/NNN/aNNNNNN.txt and prints the truth on standard output, with
 * the columns of facts; * there is anything.  Standard input pairs each
 * simplified character with its traditional one.  The same arguments give the
 * same bytes.
 */
#define _XOPEN_SOURCE 700
#include <sys/stat.h>

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "forms.h"

enum { ROWS = 64, SLOTS = 10, KINDS = 5 };
enum { COUNT, MONEY, TENTHOUSAND, RATE, FEW };	/* slots n m w r s */

struct list {
	char *v[ROWS];
	size_t n;
};

struct corpus {
	uint64_t state;
	struct list text;	/* of sentences */
	struct list time;
	struct list facts;
	struct list word[26];	/* by the letter of their slot */
};

/* What the slots of one article, or of one sentence, hold. */
struct slots {
	const char *word[26];
	unsigned year;
	unsigned month;
	unsigned day;
	unsigned num[KINDS][SLOTS];
	unsigned style[KINDS][SLOTS];
};

/* Knuth's MMIX generator; the high bits are the good ones. */
static unsigned
roll(struct corpus *c, unsigned n)
{
	c->state = c->state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (unsigned)((c->state >> 33) % n);
}

static void
push(struct list *l, const char *s)
{
	if (l->n == ROWS || (l->v[l->n++] = strdup(s)) == NULL) {
		errno = ENOMEM;
		die("list");
	}
}

/* Reads rows of two fields or three from fp and hands each to take. */
static void
read_rows(struct corpus *c, FILE *fp,
    void (*take)(struct corpus *, char *const *))
{
	char line[4096], *f[3], *p;
	int i;

	while (fgets(line, sizeof line, fp) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		p = line;
		for (i = 0; i < 3; i++) {
			f[i] = p;
			p += strcspn(p, "\t");
			if (*p == '\t')
				*p++ = '\0';
		}
		take(c, f);
	}
}

static void
take_sentence(struct corpus *c, char *const *f)
{
	push(&c->text, f[0]);
	push(&c->time, f[1]);
	push(&c->facts, f[2]);
}

static void
take_name(struct corpus *c, char *const *f)
{
	push(&c->word[f[0][0] - 'A'], f[1]);
}

/* Reads a list, which stands beside the program. */
static void
read_file(struct corpus *c, const char *program, const char *name,
    void (*take)(struct corpus *, char *const *))
{
	const char *slash;
	char path[4096];
	FILE *fp;

	slash = strrchr(program, '/');
	snprintf(path, sizeof path, "%.*s%s",
	    slash == NULL ? 0 : (int)(slash + 1 - program), program, name);
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

	if (kind == MONEY)
		snprintf(s, sizeof s, "%u.%02u", v / 100, v % 100);
	else if (kind == RATE)
		snprintf(s, sizeof s, "%u.%u", v / 10, v % 10);
	else
		snprintf(s, sizeof s, "%u", v);
	if ((kind == COUNT || kind == FEW) && style == 0)
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

	if (kind == RATE && v % 10 != 0)
		snprintf(s, sizeof s, "%u.%u", v / 10, v % 10);
	else if (kind == RATE)
		snprintf(s, sizeof s, "%u", v / 10);
	else
		snprintf(s, sizeof s, "%u%s", v, kind == MONEY ? "000000" :
		    kind == TENTHOUSAND ? "0000" : "");
	add(t, s);
}

/* Appends what the slot at s, behind its brace, stands for. */
static void
add_slot(struct text *t, const struct slots *a, const char *s, int exact)
{
	static const char kinds[] = "nmwrs";
	unsigned kind, i;
	const char *k;
	char num[16];

	if ((k = strchr(kinds, s[0])) != NULL) {
		kind = (unsigned)(k - kinds);
		i = (unsigned)(s[1] - '0');
		if (exact)
			add_value(t, kind, a->num[kind][i]);
		else
			add_number(t, kind, a->num[kind][i],
			    a->style[kind][i]);
	} else if (strchr("YZMd", s[0]) == NULL)
		add(t, a->word[s[0] - 'A']);
	else {
		snprintf(num, sizeof num, exact ? "%02u" : "%u",
		    s[0] == 'Y' ? a->year : s[0] == 'Z' ? a->year - 1 :
		    s[0] == 'M' ? a->month : a->day);
		add(t, num);
	}
}

static void
fill(struct text *t, const struct slots *a, const char *s, int exact)
{
	size_t n;

	while (*s != '\0') {
		if (*s == '{') {
			add_slot(t, a, s + 1, exact);
			s += strcspn(s, "}") + 1;
			continue;
		}
		n = strcspn(s, "{");
		add_bytes(t, s, n);
		s += n;
	}
}

static void
roll_slots(struct corpus *c, struct slots *a)
{
	static const unsigned most[] = { 997, 99998, 9998, 498, 8 };
	const struct list *l;
	unsigned i, k;

	for (k = 0; k < KINDS; k++)
		for (i = 0; i < SLOTS; i++) {
			a->num[k][i] = 2 + roll(c, most[k]);
			a->style[k][i] = roll(c, 10);
		}
	for (i = 0; i < 26; i++) {
		l = &c->word[i];
		if (l->n > 0 && (i != 'P' - 'A' || a->word[i] == NULL))
			a->word[i] = l->v[roll(c, (unsigned)l->n)];
	}
	a->day = 1 + roll(c, 27);
}

/* The columns of a truth row behind doc. */
enum { KIND, SUBJECT, PREDICATE, OBJECT, SCOPE, MEASURE, OP, VALUE, UNIT,
    TIME, STATUS, COLUMNS };
static const char *const columns[] = { "kind", "subject", "predicate",
    "object", "scope", "measure", "op", "value", "unit", "time", "status" };

/* Sets a column by its name: `status=planned`. */
static void
set_column(const char **row, char *p)
{
	size_t i, n;

	n = strcspn(p, "=");
	for (i = 0; i < COLUMNS; i++)
		if (strlen(columns[i]) == n && strncmp(columns[i], p, n) == 0)
			row[i] = p + n + 1;
}

/* Prints the fact at p, which is cut up: predicate|measure|value|unit|... */
static void
tell_one(const char *doc, const char *place, const char *time, char *p)
{
	static const int first[] = { PREDICATE, MEASURE, VALUE, UNIT };
	const char *row[COLUMNS];
	char *end;
	size_t i;

	for (i = 0; i < COLUMNS; i++)
		row[i] = "";
	row[KIND] = "stat";
	row[SUBJECT] = place;
	row[OP] = "=";
	row[STATUS] = "actual";
	row[TIME] = *time == '\0' ? "*" : time;
	for (i = 0; p != NULL; i++, p = end) {
		if ((end = strchr(p, '|')) != NULL)
			*end++ = '\0';
		if (i < 4 && strcmp(row[KIND], "stat") == 0)
			row[first[i]] = p;
		else
			set_column(row, p);
		if (i == 0 && (*p == '@' || *p == '&')) {
			row[KIND] = *p == '@' ? "event" : "party";
			row[PREDICATE]++;
			row[OP] = "";
		}
	}
	printf("%s", doc);
	for (i = 0; i < COLUMNS; i++)
		printf("\t%s", row[i]);
	putchar('\n');
}

/* Prints the facts of one sentence. */
static void
tell(const struct slots *a, const char *doc, const char *when,
    const char *facts)
{
	static struct text t, time;
	char *p, *end;

	t.n = time.n = 0;
	add(&time, "");
	add(&t, "");
	fill(&time, a, when, 1);
	fill(&t, a, facts, 1);
	for (p = t.p; *p != '\0'; p = end) {
		end = p + strcspn(p, ";");
		if (*end == ';')
			*end++ = '\0';
		tell_one(doc, a->word['P' - 'A'], time.p, p);
	}
}

/* Writes the text of one article into t and its facts to standard output. */
static void
compose(struct corpus *c, struct text *t, const char *doc)
{
	struct slots a;
	unsigned i, at, n, step;

	memset(&a, 0, sizeof a);
	roll_slots(c, &a);
	a.year = 2016 + roll(c, 9);
	a.month = 10 + roll(c, 3);
	t->n = 0;
	fill(t, &a, "{P}招商引资和项目建设情况\n\n{Y}年{M}月28日　来源：", 0);
	fill(t, &a, "{P}日报\n\n", 0);
	at = roll(c, (unsigned)c->text.n);
	step = 1 + roll(c, 5);
	n = 2 + roll(c, 6);
	for (i = 0; i < n; i++) {
		roll_slots(c, &a);
		add(t, "　　");
		fill(t, &a, c->text.v[at], 0);
		add(t, "\n");
		tell(&a, doc, c->time.v[at], c->facts.v[at]);
		at = (at + step) % (unsigned)c->text.n;
	}
	fill(t, &a, "\n（记者 {N}）\n", 0);
}

static void
one_article(struct corpus *c, const struct forms *f, const char *dir,
    unsigned long i)
{
	static struct text t;
	char path[4096], doc[64];

	snprintf(doc, sizeof doc, "a%06lu.txt", i);
	snprintf(path, sizeof path, "%s/%03lu", dir, i / 1000);
	if (i % 1000 == 0 && mkdir(path, 0777) != 0 && errno != EEXIST)
		die(path);
	snprintf(path, sizeof path, "%s/%03lu/%s", dir, i / 1000, doc);
	compose(c, &t, doc);
	forms_write(f, roll(c, forms_count()), &t, path);
}

int
main(int argc, char **argv)
{
	static struct corpus c;
	static struct forms f;
	unsigned long i, n;

	if (argc != 4) {
		fputs("usage: corpus COUNT SEED FOLDER <trad.tsv\n", stderr);
		return 2;
	}
	n = strtoul(argv[1], NULL, 10);
	c.state = strtoul(argv[2], NULL, 10);
	read_file(&c, argv[0], "sentences.tsv", take_sentence);
	read_file(&c, argv[0], "names.tsv", take_name);
	forms_read(&f, stdin);
	if (mkdir(argv[3], 0777) != 0 && errno != EEXIST)
		die(argv[3]);
	printf("doc");
	for (i = 0; i < COLUMNS; i++)
		printf("\t%s", columns[i]);
	putchar('\n');
	for (i = 0; i < n; i++)
		one_article(&c, &f, argv[3], i);
	return ferror(stdout) || fclose(stdout) != 0 ? 2 : 0;
}
