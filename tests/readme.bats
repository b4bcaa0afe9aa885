# Every command of README.md works as printed.  A block may say in a comment
# `# needs: TOOL ...` what it takes beyond the programs.
load lib

# blocks: makes b/N.sh from the blocks marked ```sh.
blocks() {
	mkdir b
	awk '
	/^```sh$/ { n++; file = sprintf("b/%02d.sh", n); next }
	/^```/ { file = ""; next }
	file != "" { print >file }' "$top/README.md"
}

@test "there are two commands for the set-up, and more blocks" {
	blocks
	is 2 "$(cat b/01.sh b/02.sh | wc -l)"
	grep -q 'make demo$' b/01.sh
	grep -q 'make check$' b/02.sh
	[ -e b/03.sh ]
}

# The set-up itself is what .ci/run does; here the blocks behind it run, in a
# copy of the sample articles, with the programs on PATH.
@test "every other block runs" {
	blocks
	mkdir work
	cp -R "$top/tests" work/
	ran=0
	for f in b/*.sh; do
		case $f in b/01.sh|b/02.sh) continue ;; esac
		now=$f
		for t in $(sed -n 's/^# needs: //p' "$f"); do
			command -v "$t" >/dev/null || continue 2
		done
		(cd work && sh -e "../$f") >out 2>err </dev/null ||
		    { cat "$f" err; false; }
		[ -s out ]
		[ ! -s err ] || { cat "$f" err; false; }
		ran=$((ran + 1))
	done
	[ "$ran" -ge 3 ]
}

@test "blocks that need a tool which is not here" {
	blocks
	for t in $(sed -n 's/^# needs: //p' b/*.sh | tr ' ' '\n' | sort -u); do
		command -v "$t" >/dev/null || missing="$missing $t"
	done
	[ -z "$missing" ] || skip "no$missing here"
}

@test "every file that README.md names is there" {
	cd "$top"
	for f in $(grep -oE '\b(tests|man|lib|cmd)/[a-z0-9./_-]+[a-z0-9]' \
	    README.md | sort -u); do
		[ -e "$f" ] || { echo "no $f"; bad=1; }
	done
	[ -z "$bad" ]
}
