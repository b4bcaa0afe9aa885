#!/bin/sh
# Numbers: megabytes of article text a second, as token rows (the cost of
# numnorm alone) and as text (with its own segmentation).
#	sh tests/bench/numnorm.sh [MEGABYTES]
cd "$(dirname "$0")/../.." || exit 2
PATH=$PWD/cmd:$PWD/tests/aid:$PATH
export LC_ALL=C.UTF-8
box=$(mktemp -d) || exit 2
trap 'rm -rf "$box"' EXIT
trap 'exit 2' HUP INT TERM
. tests/bench/lib.sh

articles "${1:-8}"
n=$(wc -c <"$box/all")
tok "$box/all" >"$box/rows"
rate "numnorm, token rows" "$n" "$(cpu numnorm -D 2023-06-30 "$box/rows")" MB/s
rate "numnorm, text" "$n" "$(cpu numnorm -D 2023-06-30 "$box/all")" MB/s
rate "numnorm -t" "$n" "$(cpu numnorm -D 2023-06-30 -t "$box/all")" MB/s
