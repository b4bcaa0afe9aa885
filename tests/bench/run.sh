#!/bin/sh
# One table: every program beside what else does its work here.
#	sh tests/bench/run.sh [PROGRAM ...]
# MB (100) is the largest input; PYTHON (/usr/bin/python3) and NODE_PATH are
# where rivals that are modules come from.  A slow one gets the smallest input.
cd "$(dirname "$0")/../.." || exit 2
top=$(pwd)
PATH=$top/cmd:$top/tests/aid:$PATH
export LC_ALL=C.UTF-8
MB=${MB:-100}
PYTHON=${PYTHON:-/usr/bin/python3}
peers=$top/tests/bench
box=$(mktemp -d) || exit 2
trap 'rm -rf "$box"' EXIT
trap 'exit 2' HUP INT TERM

cd "$box" || exit 2
. "$peers/lib.sh"
cat <<'END'
CPU time of whole processes, the best of several runs.  A megabyte is one of
UTF-8 text, whatever charset or rows it has become, so the stages add up.
MB/s and Mline/s (a million lines of the input) are above the start-up, times
is the cost beside the row of ours above; then the peak of memory, the start-up
in ms, ms for a megabyte in each size, and the worse of the two quotients of
these, with ! where over 1.2.

END
printf "$form" "program, rival" MB/s Mline/s times MiB start \
    "$((MB / 100)) MB" "$((MB / 10)) MB" "$MB MB" growth
LC_ALL=C articles
for p in ${*:-fixenc tok numnorm facts tsv2json}; do
	. "$peers/$p.sh"
done
