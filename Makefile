# factline: see README.md.  POSIX make; GNU make and bmake both do.
.POSIX:
.SUFFIXES:
.SUFFIXES: .c .o .tab

CC = cc
CFLAGS = -O2 -g
LDFLAGS = -pie -Wl,-z,relro,-z,now
BUILD_CC = $(CC)
BUILD_CFLAGS = -O1
EMBED = asm
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DOCDIR = $(PREFIX)/share/doc/factline
DATADIR = $(PREFIX)/share/factline
BASHCOMPDIR = $(PREFIX)/share/bash-completion/completions
FISHCOMPDIR = $(PREFIX)/share/fish/vendor_completions.d
ZSHCOMPDIR = $(PREFIX)/share/zsh/site-functions
DESTDIR =
VERSION = 0.1.0

STD = -std=c11 -pedantic -Wall -Wextra
# Another machine may know none of these; HARDEN= and LDFLAGS= leave them out.
HARDEN = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
CPPFLAGS = -Ilib -D_POSIX_C_SOURCE=200809L -DVERSION='"$(VERSION)"'

PROGS = cmd/fixenc cmd/tok cmd/numnorm cmd/facts cmd/tsv2json

BASE_H = lib/base/buf.h lib/base/dec.h lib/base/err.h lib/base/hash.h \
	lib/base/in.h lib/base/jail.h lib/base/mem.h lib/base/opnd.h lib/base/out.h \
	lib/base/progress.h lib/base/ready.h lib/base/span.h lib/base/wide.h \
	lib/base/word.h
TAB_H = lib/tab/build.h lib/tab/tab.h lib/tab/trie.h
TEXT_H = lib/text/html.h lib/text/html_tab.h lib/text/model.h \
	lib/text/model_tab.h lib/text/script.h lib/text/token.h lib/text/utf8.h
TSV_H = lib/tsv/cols.h lib/tsv/esc.h lib/tsv/frame.h lib/tsv/put.h \
	lib/tsv/rows.h lib/tsv/rows_int.h
JSON_H = lib/tsv/json.h lib/tsv/jsonl.h lib/tsv/obj.h lib/tsv/types.h
ENC_H = lib/enc/annot.h lib/enc/back.h lib/enc/charset.h lib/enc/dbcs.h \
	lib/enc/debris.h lib/enc/detect.h lib/enc/doc.h lib/enc/feed.h \
	lib/enc/looks.h lib/enc/mojibake.h lib/enc/readings.h \
	lib/enc/repair.h lib/enc/scan.h lib/enc/search.h lib/enc/shifted.h \
	lib/enc/source.h \
	lib/enc/tables.h
LEX_H = lib/lex/cls.h lib/lex/glue.h lib/lex/lexicon.h lib/lex/mark.h \
	lib/lex/name.h lib/lex/place.h lib/lex/role.h lib/lex/run.h lib/lex/seg.h \
	lib/lex/tagger.h lib/lex/tok.h lib/lex/udict.h lib/lex/udict_rows.h
NUM_H = lib/num/after.h lib/num/amount.h lib/num/between.h lib/num/cal.h \
	lib/num/compare.h lib/num/dateline.h lib/num/factor.h lib/num/farcal.h \
	lib/num/flow.h lib/num/force.h lib/num/issue.h lib/num/line.h lib/num/literal.h lib/num/look.h \
	lib/num/merge.h lib/num/normal.h lib/num/numeral.h lib/num/numeric.h \
	lib/num/point.h lib/num/reading.h lib/num/relative.h lib/num/scan.h lib/num/stay.h \
	lib/num/stretch.h lib/num/table.h lib/num/table_int.h lib/num/unit.h lib/num/user.h lib/num/when.h \
	lib/num/words.h
FACT_H = lib/fact/attach.h lib/fact/check.h lib/fact/check_int.h lib/fact/credit.h lib/fact/engine.h \
	lib/fact/fact.h lib/fact/key.h lib/fact/lists.h lib/fact/names.h lib/fact/names_int.h lib/fact/rule.h \
	lib/fact/rule_int.h lib/fact/sent.h lib/fact/sets.h lib/fact/words.h
GEN_H = lib/gen/counts.h lib/gen/gen.h
HDR = $(BASE_H) $(TAB_H) $(TEXT_H) $(TSV_H) $(JSON_H) $(ENC_H) $(LEX_H) \
	$(NUM_H) $(FACT_H) $(GEN_H)

BASE_O = lib/base/buf.o lib/base/dec.o lib/base/err.o lib/base/in.o \
	lib/base/jail.o lib/base/mem.o lib/base/opnd.o lib/base/out.o \
	lib/base/progress.o lib/base/ready.o
TAB_O = lib/tab/build.o lib/tab/build_trie.o lib/tab/tab.o lib/tab/trie.o
TEXT_O = lib/text/utf8.o
TSV_O = lib/tsv/cols.o lib/tsv/esc.o lib/tsv/frame.o lib/tsv/put.o \
	lib/tsv/put_row.o lib/tsv/rows.o lib/tsv/rows_file.o
JSON_O = lib/tsv/json.o lib/tsv/json_text.o lib/tsv/jsonl.o lib/tsv/obj.o \
	lib/tsv/obj_plan.o lib/tsv/types.o
ENC_O = lib/enc/annot.o lib/enc/back.o lib/enc/charset.o lib/enc/dbcs.o \
	lib/enc/debris.o lib/enc/detect.o lib/enc/doc.o lib/enc/feed.o \
	lib/enc/looks.o lib/enc/mojibake.o lib/enc/readings.o \
	lib/enc/repair.o lib/enc/scan.o lib/enc/search.o lib/enc/shifted.o \
	lib/enc/source.o \
	lib/enc/tables.o lib/text/html.o lib/text/model.o lib/text/script.o
LEX_O = lib/lex/cls.o lib/lex/glue.o lib/lex/lexicon.o lib/lex/look.o \
	lib/lex/name.o lib/lex/place.o lib/lex/role.o lib/lex/run.o lib/lex/seg.o \
	lib/lex/tagger.o lib/lex/tok.o lib/lex/udict.o lib/lex/udict_rows.o
NUM_O = lib/num/after.o lib/num/amount.o lib/num/cal.o lib/num/clock.o \
	lib/num/code.o lib/num/compare.o lib/num/date.o lib/num/dateline.o \
	lib/num/factor.o lib/num/flow.o lib/num/fraction.o lib/num/issue.o lib/num/line.o lib/num/literal.o \
	lib/num/look.o lib/num/merge.o lib/num/normal.o lib/num/numeral.o \
	lib/num/numeric.o lib/num/point.o lib/num/range.o lib/num/reading.o \
	lib/num/between.o lib/num/century.o lib/num/farcal.o \
	lib/num/feast.o lib/num/force.o lib/num/lunar.o lib/num/set.o \
	lib/num/relative.o lib/num/scan.o lib/num/span.o lib/num/stay.o lib/num/stretch.o \
	lib/num/table.o lib/num/table_put.o lib/num/table_run.o lib/num/unit.o lib/num/user.o lib/num/when.o \
	lib/num/within.o lib/num/word.o lib/num/words.o lib/num/year.o
FACT_O = lib/fact/attach.o lib/fact/capacity.o lib/fact/count.o lib/fact/credit.o \
	lib/fact/doc.o lib/fact/each.o lib/fact/emit.o lib/fact/engine.o \
	lib/fact/event.o lib/fact/growth.o lib/fact/key.o lib/fact/level.o lib/fact/meta.o \
	lib/fact/name_firm.o lib/fact/name_object.o lib/fact/name_place.o \
	lib/fact/names.o lib/fact/party.o lib/fact/phrase.o lib/fact/scope.o \
	lib/fact/sent.o lib/fact/sets.o lib/fact/share.o lib/fact/silent.o lib/fact/status.o lib/fact/time.o lib/fact/words.o \
	lib/fact/check.o lib/fact/check_expr.o lib/fact/check_num.o \
	lib/fact/check_rel.o \
	lib/fact/rule_act.o lib/fact/rule_check.o lib/fact/rule_comp.o \
	lib/fact/rule_dfa.o lib/fact/rule_index.o lib/fact/rule_lex.o \
	lib/fact/rule_list.o lib/fact/rule_match.o lib/fact/rule_pat.o \
	lib/fact/rule_pred.o lib/fact/rule_read.o lib/fact/rule_run.o \
	lib/fact/rule_test.o lib/fact/rule_warn.o
COMMON_O = $(TSV_O) $(TEXT_O) $(TAB_O) $(BASE_O)
OBJ = $(COMMON_O) $(JSON_O) $(ENC_O) $(LEX_O) $(NUM_O) $(FACT_O)

# Tables: lib/data/X.tsv through lib/gen/Y.gen to X.tab, embedded as X.o.
ENC_T = lib/data/big5.tab lib/data/euctw.tab lib/data/gb18030.tab \
	lib/data/html.tab lib/data/model.tab lib/data/readings.tab \
	lib/data/s2t.tab lib/data/t2s.tab
LEX_T = lib/data/classes.tab lib/data/names.tab lib/data/roles.tab \
	lib/data/words.tab
NUM_T = lib/data/numchars.tab lib/data/numdates.tab lib/data/numissue.tab \
	lib/data/numlunar.tab lib/data/numops.tab lib/data/numunits.tab lib/data/numveto.tab
FACT_T = lib/data/fact_sets.tab lib/data/fact_words.tab \
	lib/data/facts_rules.tab
TABLES = $(ENC_T) $(LEX_T) $(NUM_T) $(FACT_T)

GENERATORS = lib/gen/charset.gen lib/gen/html.gen lib/gen/model.gen \
	lib/gen/readings.gen lib/gen/script.gen lib/gen/classes.gen lib/gen/marks.gen lib/gen/words.gen \
	lib/gen/factwords.gen lib/gen/numchars.gen lib/gen/numwords.gen \
	lib/gen/rules.gen
GEN_C = lib/gen/gen.c lib/tab/build.c lib/tab/build_trie.c lib/tab/tab.c \
	lib/tab/trie.c lib/text/utf8.c lib/base/buf.c lib/base/err.c \
	lib/base/mem.c

UNIT = tests/unit/base tests/unit/dec tests/unit/enc tests/unit/jail \
	tests/unit/json tests/unit/num tests/unit/rule tests/unit/tab tests/unit/tsv
AID = tests/aid/aid

all: $(PROGS) $(COMMON_O)

.c.o:
	$(CC) $(STD) $(CPPFLAGS) $(HARDEN) $(CFLAGS) -c -o $@ $<

.tab.o:
	CC="$(CC)" CFLAGS="$(CFLAGS)" sh lib/tab/embed.sh $(EMBED) $< $@

$(OBJ): $(HDR)

$(TABLES:.tab=.o): lib/tab/embed.sh lib/tab/embed.S lib/gen/carray.gen

lib/gen/carray.gen: lib/gen/carray.c
	$(BUILD_CC) $(STD) $(BUILD_CFLAGS) -o $@ lib/gen/carray.c

# Programs

cmd/fixenc: cmd/fixenc.o $(COMMON_O) $(ENC_O) $(ENC_T:.tab=.o)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/fixenc.o $(COMMON_O) $(ENC_O) \
	    $(ENC_T:.tab=.o)

cmd/fixenc.o: $(HDR)

cmd/facts: cmd/facts.o $(COMMON_O) $(FACT_O) $(FACT_T:.tab=.o)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/facts.o $(FACT_O) $(FACT_T:.tab=.o) $(COMMON_O)

cmd/facts.o: $(HDR)

cmd/numnorm: cmd/numnorm.o $(COMMON_O) $(LEX_O) $(LEX_T:.tab=.o) $(NUM_O) \
	$(NUM_T:.tab=.o)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/numnorm.o $(NUM_O) \
	    $(NUM_T:.tab=.o) $(LEX_O) $(LEX_T:.tab=.o) $(COMMON_O)

cmd/numnorm.o: $(HDR)

cmd/tok: cmd/tok.o $(COMMON_O) $(LEX_O) $(LEX_T:.tab=.o)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/tok.o $(LEX_O) $(LEX_T:.tab=.o) $(COMMON_O)

cmd/tok.o: $(HDR)

cmd/tsv2json.o: $(HDR)

cmd/tsv2json: cmd/tsv2json.o $(JSON_O) $(COMMON_O)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ cmd/tsv2json.o $(JSON_O) $(COMMON_O)

# Generators and the tables they make

lib/gen/charset.gen: lib/gen/charset.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/charset.c $(GEN_C)

lib/gen/html.gen: lib/gen/html.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/html.c $(GEN_C)

lib/gen/model.gen: lib/gen/model.c lib/gen/counts.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/model.c lib/gen/counts.c $(GEN_C)

lib/gen/readings.gen: lib/gen/readings.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/readings.c $(GEN_C)

lib/gen/script.gen: lib/gen/script.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/script.c $(GEN_C)

lib/data/big5.tab: lib/gen/charset.gen lib/data/big5.tsv
	lib/gen/charset.gen <lib/data/big5.tsv >$@.tmp && mv $@.tmp $@

lib/data/euctw.tab: lib/gen/charset.gen lib/data/euctw.tsv
	lib/gen/charset.gen <lib/data/euctw.tsv >$@.tmp && mv $@.tmp $@

lib/data/gb18030.tab: lib/gen/charset.gen lib/data/gb18030.tsv
	lib/gen/charset.gen <lib/data/gb18030.tsv >$@.tmp && mv $@.tmp $@

lib/data/html.tab: lib/gen/html.gen lib/data/html.tsv
	lib/gen/html.gen <lib/data/html.tsv >$@.tmp && mv $@.tmp $@

lib/data/readings.tab: lib/gen/readings.gen lib/data/readings.tsv
	lib/gen/readings.gen <lib/data/readings.tsv >$@.tmp && mv $@.tmp $@

lib/data/s2t.tab: lib/gen/script.gen lib/data/s2t.tsv
	lib/gen/script.gen <lib/data/s2t.tsv >$@.tmp && mv $@.tmp $@

lib/data/t2s.tab: lib/gen/script.gen lib/data/t2s.tsv lib/data/t2s_own.tsv
	cat lib/data/t2s.tsv lib/data/t2s_own.tsv | \
	    lib/gen/script.gen >$@.tmp && mv $@.tmp $@

MODEL_TSV = lib/data/chars.tsv lib/data/compounds.tsv lib/data/fold.tsv \
	lib/data/pairs.tsv lib/data/s2t.tsv lib/data/t2s.tsv \
	lib/data/t2s_own.tsv lib/data/words.tsv

# Each row is led by the letter of the file that it is from.
lib/data/model.tab: lib/gen/model.gen $(MODEL_TSV)
	{ sed '/^#/d;s/^/C	/' lib/data/chars.tsv; \
	sed '/^#/d;s/^/F	/' lib/data/fold.tsv; \
	sed '/^#/d;s/^/N	/' lib/data/pairs.tsv; \
	sed '/^#/d;s/^/W	/' lib/data/compounds.tsv lib/data/words.tsv; \
	sed '/^#/d;s/^/S	/' lib/data/s2t.tsv; \
	sed '/^#/d;s/^/T	/' lib/data/t2s.tsv lib/data/t2s_own.tsv; } | \
	    lib/gen/model.gen >$@.tmp && mv $@.tmp $@

lib/gen/classes.gen: lib/gen/classes.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/classes.c $(GEN_C)

lib/gen/factwords.gen: lib/gen/factwords.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/factwords.c $(GEN_C)

lib/data/fact_words.tab: lib/gen/factwords.gen lib/data/fact-words.tsv
	lib/gen/factwords.gen <lib/data/fact-words.tsv >$@.tmp && mv $@.tmp $@

lib/gen/rules.gen: lib/gen/rules.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/rules.c $(GEN_C)

lib/data/facts_rules.tab: lib/gen/rules.gen lib/data/facts.rules
	lib/gen/rules.gen <lib/data/facts.rules >$@.tmp && mv $@.tmp $@

lib/gen/marks.gen: lib/gen/marks.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/marks.c $(GEN_C)

lib/gen/words.gen: lib/gen/words.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/words.c $(GEN_C)

lib/data/fact_sets.tab: lib/gen/marks.gen lib/data/fact-sets.tsv
	lib/gen/marks.gen fact <lib/data/fact-sets.tsv >$@.tmp && mv $@.tmp $@

lib/data/names.tab: lib/gen/marks.gen lib/data/names.tsv
	lib/gen/marks.gen lex <lib/data/names.tsv >$@.tmp && mv $@.tmp $@

CLASSES = lib/data/classes.tsv lib/data/names.tsv lib/data/roles.tsv

lib/data/classes.tab: lib/gen/classes.gen $(CLASSES)
	cat $(CLASSES) | lib/gen/classes.gen >$@.tmp && mv $@.tmp $@

lib/data/roles.tab: lib/gen/marks.gen lib/data/roles.tsv
	lib/gen/marks.gen lex <lib/data/roles.tsv >$@.tmp && mv $@.tmp $@

WORDS = lib/data/words.tsv lib/data/news.tsv lib/data/places.tsv \
	lib/data/tagwords.tsv \
	lib/data/tagpairs.tsv

lib/data/words.tab: lib/gen/words.gen $(WORDS)
	cat $(WORDS) | lib/gen/words.gen >$@.tmp && mv $@.tmp $@

lib/gen/numchars.gen: lib/gen/numchars.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/numchars.c $(GEN_C)

lib/gen/numwords.gen: lib/gen/numwords.c $(GEN_C) $(HDR)
	$(BUILD_CC) $(STD) $(CPPFLAGS) $(BUILD_CFLAGS) -o $@ lib/gen/numwords.c $(GEN_C)

NUMCHARS_TSV = lib/data/numchars.tsv lib/data/numdates.tsv \
	lib/data/numops.tsv lib/data/numunits.tsv lib/data/numveto.tsv

lib/data/numchars.tab: lib/gen/numchars.gen $(NUMCHARS_TSV)
	{ sed '/^#/d;s/^/C	/' lib/data/numchars.tsv; \
	sed '/^#/d;s/^/D	/' lib/data/numdates.tsv; \
	sed '/^#/d;s/^/O	/' lib/data/numops.tsv; \
	sed '/^#/d;s/^/U	/' lib/data/numunits.tsv; \
	sed '/^#/d;s/^/V	/' lib/data/numveto.tsv; } | \
	    lib/gen/numchars.gen >$@.tmp && mv $@.tmp $@

lib/data/numdates.tab: lib/gen/numwords.gen lib/data/numdates.tsv
	lib/gen/numwords.gen <lib/data/numdates.tsv >$@.tmp && mv $@.tmp $@

lib/data/numissue.tab: lib/gen/numwords.gen lib/data/numissue.tsv
	lib/gen/numwords.gen <lib/data/numissue.tsv >$@.tmp && mv $@.tmp $@

lib/data/numlunar.tab: lib/gen/numwords.gen lib/data/numlunar.tsv
	lib/gen/numwords.gen <lib/data/numlunar.tsv >$@.tmp && mv $@.tmp $@

lib/data/numops.tab: lib/gen/numwords.gen lib/data/numops.tsv
	lib/gen/numwords.gen <lib/data/numops.tsv >$@.tmp && mv $@.tmp $@

lib/data/numunits.tab: lib/gen/numwords.gen lib/data/numunits.tsv
	lib/gen/numwords.gen <lib/data/numunits.tsv >$@.tmp && mv $@.tmp $@

lib/data/numveto.tab: lib/gen/numwords.gen lib/data/numveto.tsv
	lib/gen/numwords.gen <lib/data/numveto.tsv >$@.tmp && mv $@.tmp $@

# Tests

check: all $(UNIT) $(AID)
	sh tests/run.sh

demo: all
	cd tests/articles && PATH=../../cmd:$$PATH && export PATH && \
	    fixenc *.txt | tok | numnorm | facts | tsv2json

# Everything again under the sanitizers; what they find ends a program.
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
asan: clean
	$(MAKE) CFLAGS="$(SANITIZE)" HARDEN= LDFLAGS= check
	$(MAKE) clean

# And under the one that looks for what was never written, which clang has.
msan: clean
	$(MAKE) CC=clang BUILD_CC=cc CFLAGS="-O1 -g -fsanitize=memory" HARDEN= \
	    LDFLAGS= check
	$(MAKE) clean

# Static analysis; what is left in spite of it stands in tests/analyse.tsv.
analyse:
	sh tests/analyse.sh

# The test files again with each program under valgrind; takes an hour.
valgrind: all $(UNIT) $(AID)
	sh tests/valgrind.sh

# The programs as other machines have them, of either byte order, in qemu.
cross:
	sh tests/cross.sh

# Each parser of untrusted bytes for FUZZ seconds.
FUZZ = 60
fuzz:
	sh tests/fuzz/run.sh $(FUZZ)

# The tests that take long: 1 GB without a newline, 100,000 articles.
heavy: all $(AID)
	HEAVY=1 sh tests/run.sh tests/faults.bats tests/batch.bats

golden: all
	sh tests/golden.sh

tests/aid/aid: tests/aid/aid.c
	$(CC) $(STD) $(CFLAGS) $(LDFLAGS) -o $@ tests/aid/aid.c

$(UNIT): tests/unit/unit.h $(HDR) $(COMMON_O)

tests/unit/base: tests/unit/base.c
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/base.c $(COMMON_O)

tests/unit/dec: tests/unit/dec.c
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/dec.c $(COMMON_O)

tests/unit/jail: tests/unit/jail.c
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/jail.c $(COMMON_O)

tests/unit/enc: tests/unit/enc.c $(ENC_O) $(ENC_T:.tab=.o)
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/enc.c $(ENC_O) $(ENC_T:.tab=.o) $(COMMON_O)

tests/unit/rule: tests/unit/rule.c $(FACT_O) $(FACT_T:.tab=.o)
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/rule.c $(FACT_O) $(FACT_T:.tab=.o) $(COMMON_O)

tests/unit/json: tests/unit/json.c $(JSON_O)
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/json.c $(JSON_O) $(COMMON_O)

tests/unit/num: tests/unit/num.c $(NUM_O) $(NUM_T:.tab=.o)
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/num.c $(NUM_O) $(NUM_T:.tab=.o) $(COMMON_O)

tests/unit/tab: tests/unit/tab.c
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/tab.c $(COMMON_O)

tests/unit/tsv: tests/unit/tsv.c
	$(CC) $(STD) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ tests/unit/tsv.c $(COMMON_O)

# Installation

install: all
	umask 022 && mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(DOCDIR) \
	    $(DESTDIR)$(DATADIR) \
	    $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 \
	    $(DESTDIR)$(MANDIR)/man7 $(DESTDIR)$(BASHCOMPDIR) \
	    $(DESTDIR)$(FISHCOMPDIR) $(DESTDIR)$(ZSHCOMPDIR)
	put() { cp "$$2" "$(DESTDIR)$$3" && chmod $$1 "$(DESTDIR)$$3"; }; \
	set -e; \
	for p in $(PROGS); do \
	    n=$${p#cmd/}; \
	    put 755 $$p $(BINDIR)/$$n; \
	    put 644 cmd/completions/factline.bash $(BASHCOMPDIR)/$$n; \
	    put 644 cmd/completions/factline.fish $(FISHCOMPDIR)/$$n.fish; \
	done; \
	put 644 cmd/completions/_factline $(ZSHCOMPDIR)/_factline; \
	for m in man/*.[157]; do \
	    put 644 $$m $(MANDIR)/man$${m##*.}/$${m#man/}; \
	done; \
	for d in LICENSE README.md lib/data/SOURCES; do \
	    put 644 $$d $(DOCDIR)/$${d##*/}; \
	done; \
	put 644 lib/data/trade.rules $(DATADIR)/trade.rules

uninstall:
	for p in fixenc tok numnorm facts tsv2json; do \
	    rm -f $(DESTDIR)$(BINDIR)/$$p $(DESTDIR)$(BASHCOMPDIR)/$$p \
		$(DESTDIR)$(FISHCOMPDIR)/$$p.fish; \
	done
	for m in man/*.[157]; do \
	    n=$${m#man/} && \
	    rm -f $(DESTDIR)$(MANDIR)/man$${n##*.}/$$n || exit 1; \
	done
	rm -f $(DESTDIR)$(ZSHCOMPDIR)/_factline
	rm -rf $(DESTDIR)$(DOCDIR) $(DESTDIR)$(DATADIR)

dist:
	git archive --prefix=factline-$(VERSION)/ HEAD | gzip -9 -n \
	    >factline-$(VERSION).tar.gz

deb: all
	rm -rf deb.tmp
	$(MAKE) install DESTDIR=deb.tmp PREFIX=/usr \
	    ZSHCOMPDIR=/usr/share/zsh/vendor-completions
	sh lib/gen/deb.sh deb.tmp $(VERSION)
	rm -rf deb.tmp

# Installs, runs and removes that package in a new Debian; needs root.
check-deb: deb
	sh tests/chroot.sh factline_$(VERSION)_*.deb

# The two set-up commands of README.md in a new Debian; needs root.
check-readme:
	sh tests/setup.sh

# Every program beside its rivals, with MB megabytes at most.
MB = 100
bench: all $(AID)
	MB=$(MB) sh tests/bench/run.sh

clean:
	rm -f $(PROGS) cmd/*.o lib/*/*.o lib/data/*.tab lib/data/*.tmp
	rm -f lib/gen/*.gen $(UNIT) $(AID)
	rm -rf deb.tmp factline-$(VERSION).tar.gz factline_$(VERSION)_*.deb

.PHONY: all analyse asan bench check check-deb check-readme clean cross deb \
	demo dist fuzz golden heavy install msan uninstall valgrind
