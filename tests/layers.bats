# The layout: which part may include which, and the size of files and
# functions.
load lib

# Include lines as `FROM TO`, both as folders of lib, or cmd.
edges() {
	cd "$top"
	awk '/^#[ \t]*include[ \t]*"/ {
		n = split(FILENAME, f, "/")
		from = f[1] == "lib" ? f[2] : f[1]
		split($0, q, "\"")
		to = q[2]
		sub(/\/.*/, "", to)
		print from, to, FILENAME ": " q[2]
	}' cmd/*.c lib/*/*.[ch]
}

# A part may include itself and every part of a lower level.
@test "an include points down only" {
	edges | awk '
	BEGIN {
		level["base"] = 0; level["tab"] = 1
		level["text"] = 2; level["tsv"] = 3
		level["enc"] = level["lex"] = level["num"] = level["fact"] = 4
		level["gen"] = 5; level["cmd"] = 6
	}
	!($1 in level) || !($2 in level) { print "unknown part: " $0; bad = 1 }
	$1 != $2 && level[$2] >= level[$1] { print "upward: " $0; bad = 1 }
	$1 == "cmd" && $2 == "gen" { print "build tool: " $0; bad = 1 }
	END { exit bad || NR == 0 }'
}

# A part may also not use a function of a higher one without its header.
@test "an object needs only what lies below it" {
	wants nm
	cd "$top"
	for o in lib/*/*.o; do
		d=${o#lib/}
		nm -g "$o" 2>/dev/null | awk -v d="${d%%/*}" '
		NF == 2 && $1 == "U" { print "U", d, $2 }
		NF == 3 && $2 ~ /^[TDBR]$/ { print "D", d, $3 }'
	done | awk '
	BEGIN {
		level["base"] = 0; level["tab"] = 1
		level["text"] = 2; level["tsv"] = 3
		level["enc"] = level["lex"] = level["num"] = level["fact"] = 4
		level["data"] = -1
	}
	$1 == "D" { home[$3] = $2; own[$2 " " $3] = 1 }
	$1 == "U" { use[$2 " " $3] = 1 }
	END {
		for (u in use) {
			split(u, w, " ")
			h = home[w[2]]
			if (!(u in own) && h != "" && \
			    level[h] >= level[w[1]]) {
				print w[1] " uses " w[2] " of " h
				bad = 1
			}
		}
		exit bad
	}'
}

@test "every header has a guard named after its path" {
	cd "$top"
	for h in lib/*/*.h; do
		g=$(echo "${h#lib/}" | tr a-z/.- A-Z___)
		grep -qx "#ifndef $g" "$h" || { echo "$h: no guard $g"; bad=1; }
	done
	[ -z "$bad" ]
}

@test "every header can stand alone" {
	wants cc
	cd "$top"
	for h in lib/*/*.h; do
		now=$h
		cc -std=c11 -fsyntax-only -Ilib -D_POSIX_C_SOURCE=200809L \
		    -x c - <<<"#include \"${h#lib/}\""
	done
}

@test "a file is under 500 lines, a function under 80" {
	cd "$top"
	awk '
	FNR == 1 { start = 0 }
	FNR == 500 { print FILENAME ": 500 lines or more"; bad = 1 }
	/^\{/ { start = FNR }
	/^\}/ {
		if (start && FNR - start >= 80) {
			print FILENAME ":" start ": " FNR - start " lines"
			bad = 1
		}
		start = 0
	}
	END { exit bad }' cmd/*.c lib/*/*.[ch] tests/*/*.[ch]
}

# Counted in characters: a Chinese one is wider on most screens.  A string is
# not cut.
@test "a line has at most eighty characters" {
	wants python3
	cd "$top"
	python3 - cmd/*.c lib/*/*.[ch] tests/*/*.[ch] <<-'PY'
	import sys
	bad = 0
	for f in sys.argv[1:]:
	    for n, l in enumerate(open(f, encoding='utf-8'), 1):
	        w = len(l.rstrip('\n').expandtabs(8))
	        if w > 80 and '"' not in l:
	            print('%s:%d: %d characters' % (f, n, w)); bad = 1
	sys.exit(bad)
	PY
}

@test "the top level holds what was agreed" {
	cd "$top"
	git rev-parse >/dev/null 2>&1 || skip "not a git checkout"
	extra=$(git ls-files | grep -v '^\.' | cut -d/ -f1 | sort -u |
	    grep -vxE 'cmd|lib|man|tests|Makefile|README.md|LICENSE' || :)
	is "" "$extra"
}

@test "no file that is made is committed" {
	cd "$top"
	git rev-parse >/dev/null 2>&1 || skip "not a git checkout"
	is "" "$(git ls-files -ci --exclude-standard)"
}

@test "the programs need no library but libc" {
	wants readelf
	! sanitized fixenc || skip "sanitizers bring their own"
	for p in $progs; do
		n=$(readelf -d "$top/cmd/$p" 2>/dev/null |
		    grep NEEDED | grep -vE 'libc[.]|ld-linux' || :)
		is "" "$n"
	done
}

# Else an object may be older than a header it was made from.
@test "every header and object stands in the Makefile" {
	cd "$top"
	missing=$(for f in lib/*/*.h lib/*/*.c; do
		case $f in
		lib/gen/*.c) ;;
		*.c) f=${f%.c}.o ;;
		esac
		grep -qF "$f" Makefile || echo "$f"
	done)
	is "" "$missing"
}
