#!/bin/sh
# Static analysis of all C and shell: gcc -fanalyzer, cppcheck, clang-tidy with
# the analyser of clang, and shellcheck, as far as they are installed.
#	sh tests/analyse.sh [quick]
# quick leaves the analyser of clang out, which takes six minutes.  A finding
# that is none stands in tests/analyse.tsv with its reason; any other is printed,
# and makes the status 1.
set -u
cd "$(dirname "$0")/.." || exit 2
out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT
trap 'exit 2' HUP INT TERM
checks=
[ "${1:-}" != quick ] || checks=-clang-analyzer-\*

as_gcc='{file}:{line}:{column}: {severity}: {message} [{id}]'
flags='-std=c11 -Ilib -Itests/fuzz -D_POSIX_C_SOURCE=200809L -DVERSION=__FILE__'
sources=$(echo cmd/*.c lib/*/*.c tests/*/*.c)

# Findings come as FILE:LINE:COLUMN: LEVEL: MESSAGE; the places move, so they
# are known by file and message.
{
	if command -v gcc >/dev/null; then
		for f in $sources; do
			gcc $flags -O1 -fanalyzer -c -o /dev/null "$f"
		done
	fi
	if command -v cppcheck >/dev/null; then
		cppcheck -q --std=c11 --template="$as_gcc" \
		    --enable=warning,style,performance,portability \
		    --suppress=variableScope --suppress=redundantContinue \
		    ${flags#-std=c11} -D__GNUC__=12 cmd lib tests
	fi
	if command -v clang-tidy >/dev/null; then
		clang-tidy --quiet --checks="$checks" $(echo "$sources" | sed "s#tests/aid/fault.c##") -- $flags
	fi
	if command -v shellcheck >/dev/null; then
		shellcheck -f gcc .ci/run lib/*/*.sh tests/*.sh tests/*.bats \
		    tests/fuzz/*.sh tests/lib.bash \
		    cmd/completions/factline.bash
		shellcheck -f gcc -s sh tests/bench/*.sh
	fi
} 2>&1 | sed "s#^$(pwd)/##" | grep -aE '^[^ ]+:[0-9]+:[0-9]+: [a-z ]+: .*\[[^]]+\]$' >"$out/all"

awk -F '\t' '
FNR == NR {
	if (!/^#/ && NF > 1) {
		file[++n] = $1
		text[n] = $2
	}
	next
}
{
	at = substr($0, 1, index($0, ":") - 1)
	for (i = 1; i <= n; i++)
		if (index($0, text[i]) && (file[i] == at || \
		    (file[i] ~ /[*]$/ && index(at, substr(file[i], 1, \
		    length(file[i]) - 1)) == 1)))
			next
	print
	bad = 1
}
END { exit bad }' tests/analyse.tsv "$out/all"
