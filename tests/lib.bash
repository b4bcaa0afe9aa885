# What the test files share; they say `load lib`.

top=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
# FACTLINE_WRAP: a folder of programs to run in the place of those.
PATH=${FACTLINE_WRAP:+$FACTLINE_WRAP:}$top/cmd:$top/tests/aid:$PATH
export PATH LC_ALL=C.UTF-8 TZ=UTC
progs="fixenc tok numnorm facts tsv2json"

tab=$'\t'
cr=$'\r'
bom=$'\xef\xbb\xbf'

# A scratch directory for each test, and what to tell when one fails.
setup() {
	cd "$BATS_TEST_TMPDIR"
	now=
	exec 4>&1
}

teardown() {
	[ -z "$now" ] || echo "program or case: $now"
}

# each FUNCTION [PROG ...]: runs it for every program, or those named; ONLY in
# the environment narrows that down.
each() {
	local f=$1

	shift
	for now in ${*:-$progs}; do
		case " ${ONLY:-$progs} " in
		*" $now "*) "$f" "$now" ;;
		esac
	done
	now=
}

# same WANT GOT: both are files; shows how they differ.
same() {
	cmp -s "$1" "$2" && return 0
	diff -a -u "$1" "$2" | head -n 20
	return 1
}

# is WANT GOT: both are strings.
is() {
	[ "$1" = "$2" ] && return 0
	printf 'want: %q\ngot:  %q\n' "$1" "$2"
	return 1
}

# status WANT COMMAND ...: runs it and checks how it ends.
status() {
	local want=$1 got=0

	shift
	"$@" || got=$?
	is "status $want" "status $got" >&4
}

# given PROG [N [FIRST]]: rows (for fixenc: lines) that PROG takes, N
# sentences with a number each, from FIRST on, in the document `d` or $doc.
given() {
	awk -v prog="$1" -v n="${2:-3}" -v first="${3:-1}" \
	    -v doc="${doc:-d}" '
	function word(w, len, tag, more) {
		print doc "\t" i "\t" i "\tbody\t" at "\t" at + len "\t" \
		    w "\t" tag more
		at += len
	}
	BEGIN {
		q = prog == "facts" ? "\t\t\t\t\t" : ""
		if (prog == "tok" || prog == "tsv2json")
			print "doc\tline\ttext"
		if (prog == "numnorm" || prog == "facts")
			print "doc\tline\tsent\trole\tstart\tend\ttoken\ttag" \
			    (q == "" ? "" : "\tkind\top\tvalue\tupper\tunit")
		for (i = first; i < first + n; i++) {
			at = 0
			if (prog == "fixenc")
				print "全市签约" i "个项目。"
			else if (q == "" && prog != "numnorm")
				print doc "\t" i "\t全市签约" i "个项目。"
			else {
				word("全市", 2, "n", q)
				word("签约", 2, "v", q)
				if (q == "") {
					word(i "", length(i ""), "m", q)
					word("个", 1, "q", q)
				} else
					word(i "个", length(i "") + 1, "m", \
					    "\tquantity\t=\t" i "\t\t个")
				word("项目", 2, "n", q)
				word("。", 1, "w", q)
			}
		}
	}'
}

# wants TOOL ...: skips the test where a tool is not installed.
wants() {
	local t

	for t; do
		command -v "$t" >/dev/null || skip "no $t here"
	done
}

# sanitized: tells whether the programs carry a sanitizer, or run inside
# something else that needs much memory and time and bears no preloaded library
# before it.
sanitized() {
	[ -n "${FACTLINE_WRAP:-}" ] || grep -q '__[am]san_init' "$top/cmd/$1"
}

# unwrapped REASON: skips the test where each program runs inside another.
unwrapped() {
	[ -z "${FACTLINE_WRAP:-}" ] || skip "$1"
}

# few N: prints N, or a twentieth of it where that would take too long.
few() {
	if [ -n "${FACTLINE_WRAP:-}" ]; then
		echo $(($1 / 20))
	else
		echo "$1"
	fi
}

# wait_for FILE PATTERN: waits up to ten seconds for a line.
wait_for() {
	local i

	for i in $(seq 200); do
		grep -aq -e "$2" "$1" && return 0
		sleep 0.05
	done
	echo "never came: $2"
	return 1
}

# norm TEXT [ARG ...]: what numnorm finds in the text.
norm() {
	local text=$1

	shift
	printf '%s\n' "$text" |
	    numnorm "$@" -H -o token,kind,op,value,upper,unit |
	    awk -F'\t' '$2 != "" {
		print $1 "|" $2 "|" $3 $4 "|" $5 "|" $6 }' | paste -s -d';'
}

# cases ARG ...: lines `text = result` for norm on standard input.
cases() {
	local line text want got n=0

	while IFS= read -r line; do
		text=${line%% = *}
		want=${line#* = }
		[ "$want" != - ] || want=
		got=$(norm "$text" "$@")
		[ "$got" = "$want" ] || {
			echo "$text: got $got, want $want"
			return 1
		}
		n=$((n + 1))
	done
	[ "$n" -gt 0 ]
}
