#!/bin/sh
# Facts: rows a second, beside gawk that only splits the same rows, and the
# growth of the cost with the input.
#	sh tests/bench/facts.sh [MEGABYTES OF TEXT]
cd "$(dirname "$0")/../.." || exit 2
PATH=$PWD/cmd:$PWD/tests/aid:$PATH
export LC_ALL=C.UTF-8
box=$(mktemp -d) || exit 2
trap 'rm -rf "$box"' EXIT
trap 'exit 2' HUP INT TERM
. tests/bench/lib.sh

mb=${1:-8}
articles "$mb"
tok "$box/all" | numnorm -D 2023-06-30 >"$box/rows"
n=$(wc -l <"$box/rows")
s=$(cpu facts "$box/rows")
rate facts "$n" "$s" "million rows/s"
if command -v gawk >/dev/null; then
	g=$(cpu gawk -F '\t' '{ n += NF }' "$box/rows")
	rate "gawk splitting" "$n" "$g" "million rows/s"
	awk -v s="$s" -v g="$g" 'BEGIN {
		printf("%-24s %10.2f\n", "facts / gawk, CPU", s / (g + 0.0001))
	}'
fi

# One endless sentence of clauses without an end.
awk 'BEGIN { for (i = 0; i < 400000; i++)
	printf("签约%d个项目，总投资%d亿元，", i, i) }' >"$box/long"
for part in 1 2 4; do
	head -c $((part * 3000000)) "$box/long" | iconv -c -f UTF-8 -t UTF-8 |
	    tok | numnorm -D 2023-06-30 >"$box/hostile$part"
	echo "one sentence, ${part}x: $(cpu facts "$box/hostile$part") s"
done
