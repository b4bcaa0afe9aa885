#!/bin/sh
# Remakes the golden files: the output of each stage for each sample article.
# Run it in the top folder; a change there needs its reason in the commit.
#	sh tests/golden.sh [FOLDER]
set -e
cd "$(dirname "$0")/articles"
out=../golden
case ${1:-} in
"") ;;
*) out=$1 ;;
esac
bin=${FACTLINE_WRAP:-../../cmd}
export LC_ALL=C

mkdir -p "$out"
for f in *.txt; do
	g=$out/${f%.txt}
	$bin/fixenc "$f" >"$g.fixenc"
	$bin/tok <"$g.fixenc" >"$g.tok"
	$bin/numnorm <"$g.tok" >"$g.numnorm"
	$bin/facts <"$g.numnorm" >"$g.facts"
	$bin/tsv2json <"$g.facts" >"$g.json"
done
