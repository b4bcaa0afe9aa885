/* The repairs of a line, one after the other. */
#include "enc/repair.h"

#include <string.h>

#include "enc/debris.h"
#include "enc/looks.h"
#include "enc/mojibake.h"
#include "enc/shifted.h"
#include "text/utf8.h"

/* Most decoders of Big5 outside browsers put kana where Unicode's table has. */
enum { BIG5_PLAIN = -8 };

static const char *const names[REPAIR_KINDS] = {
	[REPAIR_BLANK] = "blank",
	[REPAIR_WIDTH] = "width",
	[REPAIR_CONTROL] = "control",
	[REPAIR_ZERO] = "zero",
	[REPAIR_MOJIBAKE] = "mojibake",
	[REPAIR_SHIFTED] = "shifted",
	[REPAIR_ANNOTATION] = "annotation",
	[REPAIR_TAG] = "tag",
	[REPAIR_ENTITY] = "entity",
	[REPAIR_PUNCT] = "punct",
	[REPAIR_SCRIPT] = "script"
};

static const enum repair_step steps[REPAIR_KINDS] = {
	[REPAIR_BLANK] = STEP_DEBRIS,
	[REPAIR_WIDTH] = STEP_DEBRIS,
	[REPAIR_CONTROL] = STEP_DEBRIS,
	[REPAIR_ZERO] = STEP_DEBRIS,
	[REPAIR_MOJIBAKE] = STEP_MOJIBAKE,
	[REPAIR_SHIFTED] = STEP_BYTES,
	[REPAIR_ANNOTATION] = STEP_BYTES,
	[REPAIR_TAG] = STEP_DEBRIS,
	[REPAIR_ENTITY] = STEP_DEBRIS,
	[REPAIR_PUNCT] = STEP_DEBRIS,
	[REPAIR_SCRIPT] = STEP_SCRIPT
};

const char *
repair_name(enum repair_kind kind)
{
	return names[kind];
}

void
repair_start(struct repair *r)
{
	memset(r->count, 0, sizeof r->count);
	memset(&r->annot, 0, sizeof r->annot);
	memset(&r->effort, 0, sizeof r->effort);
	r->plain = CLASS_HAN | SCAN_TILDE | SCAN_ESCAPE | SCAN_BEYOND |
	    (r->script == SCRIPT_TO_SIMP ? 0 : CLASS_TRAD) |
	    (r->script == SCRIPT_TO_TRAD ? 0 : CLASS_SIMP);
	r->trad = 0;
	r->mirror = 0;
	r->hkscs = BIG5_PLAIN;
}

void
repair_free(struct repair *r)
{
	search_free(&r->search);
	buf_free(&r->a);
	buf_free(&r->b);
}

/* The code points before an offset; mostly the last one was shortly before. */
static size_t
chars_before(struct repair *r, struct span line, size_t off)
{
	struct repair_place *l = &r->last;

	if (l->line.p != line.p || l->line.n != line.n || off < l->off) {
		l->line = line;
		l->off = l->chars = 0;
	}
	l->chars += utf8_count(line.p + l->off, off - l->off);
	l->off = off;
	return l->chars;
}

void
repair_did(struct repair *r, enum repair_kind kind, struct span line,
    size_t off, struct span before, struct span after, int certainty)
{
	r->count[kind]++;
	if (r->note != NULL)
		r->note(r->arg, kind, r->base[steps[kind]] +
		    chars_before(r, line, off), before, after, certainty);
}

/* What the note of a script conversion needs. */
struct noted {
	struct repair *r;
	struct span line;
};

static void
note_script(void *arg, size_t off, struct span before, struct span after)
{
	struct noted *n = arg;

	repair_did(n->r, REPAIR_SCRIPT, n->line, off, before, after, 100);
}

/* Converts the script; in a traditional document doubtful rows count too. */
static struct span
convert(struct repair *r, struct span text, struct buf *out)
{
	const struct script *s;
	struct noted n;

	s = r->script == SCRIPT_TO_SIMP ? &r->t->t2s : &r->t->s2t;
	if (!r->trad)
		r->trad = script_sure(s, text.p, text.n);
	n.r = r;
	n.line = text;
	buf_clear(out);
	if (script_convert(s, text.p, text.n, r->trad, out, note_script,
	    &n) == 0)
		return text;
	return buf_view(out);
}

/* The scratch buffer that text is not in. */
static struct buf *
spare(struct repair *r, struct span text)
{
	return text.p == r->a.p ? &r->b : &r->a;
}

/* Looks at the text again after a step that changed it. */
static struct span
again(struct repair *r, struct span old, struct span text,
    struct scan *scan)
{
	r->last.line.p = NULL;
	if (text.p != old.p)
		scan_text(&r->t->model, text.p, text.n, scan);
	return text;
}

/* What goes leaves nothing new behind, but an entity may be anything. */
static struct span
undo_debris(struct repair *r, struct span text, struct scan *scan)
{
	struct buf *out;

	out = spare(r, text);
	buf_clear(out);
	debris_drop(r, text, out);
	r->last.line.p = NULL;
	if ((scan->flags & SCAN_AMP) != 0)
		scan_text(&r->t->model, out->p, out->n, scan);
	return buf_view(out);
}

/* Before a step: the text that it had in the piece before is behind it. */
static void
step(struct repair *r, enum repair_step s, struct span text)
{
	if (r->note == NULL)
		return;
	r->base[s] += r->ahead[s];
	r->ahead[s] = utf8_count(text.p, text.n);
}

void
repair_pass(struct repair *r, struct span text)
{
	int s;

	for (s = 0; s < REPAIR_STEPS; s++)
		step(r, (enum repair_step)s, text);
}

void
repair_begin(struct repair *r)
{
	memset(r->base, 0, sizeof r->base);
	memset(r->ahead, 0, sizeof r->ahead);
}

struct span
repair_line(struct repair *r, struct span text, struct scan *scan)
{
	enum { DEBRIS = CLASS_FOLD | SCAN_AMP | SCAN_LESS | SCAN_TWICE |
	    SCAN_CONTROL };
	int lost;

	r->last.line.p = NULL;
	step(r, STEP_MOJIBAKE, text);
	lost = (scan->flags & CLASS_ODD) != 0 && looks_lost(text);
	if (r->mojibake && !lost)
		text = again(r, text, mojibake_undo(r, text, scan,
		    spare(r, text)), scan);
	step(r, STEP_BYTES, text);
	if (!lost)
		text = again(r, text, shifted_undo(r, text, scan,
		    spare(r, text)), scan);
	step(r, STEP_DEBRIS, text);
	if ((scan->flags & DEBRIS) != 0 || ((scan->flags & SCAN_QUERY) != 0 &&
	    debris_indented(&r->t->model, text)))
		text = undo_debris(r, text, scan);
	step(r, STEP_SCRIPT, text);
	if ((r->script == SCRIPT_TO_SIMP && (scan->flags & CLASS_TRAD) != 0) ||
	    (r->script == SCRIPT_TO_TRAD && (scan->flags & CLASS_SIMP) != 0))
		text = convert(r, text, spare(r, text));
	return text;
}
