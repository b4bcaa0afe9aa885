#!/bin/sh
# Builds the programs for other machines, and runs the tests of each program
# with those, each in qemu.
#	sh tests/cross.sh [MACHINE [FILE ...]]
# Without a machine, each whose compiler is there: aarch64, arm, riscv64, and
# s390x, where the first byte of a number is the greatest.
set -u
cd "$(dirname "$0")/.." || exit 2
only=${1:-}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- tests/fixenc.bats tests/tok.bats tests/numnorm.bats \
    tests/numnorm-dates.bats tests/facts.bats tests/facts-rules.bats \
    tests/facts-checks.bats tests/tsv2json.bats tests/pipe.bats
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# one MACHINE FILE ...: in a copy, so that the tree stays as it is.
one()
{
	m=$1
	cc=$m-linux-gnu-gcc
	[ "$m" != arm ] || cc=arm-linux-gnueabihf-gcc
	shift
	if ! command -v "$cc" || ! command -v "qemu-$m-static"; then
		echo "$m: no $cc or no qemu-$m-static here"
		return
	fi >/dev/null
	rm -rf "$work/tree" "$work/wrap"
	git clone -q . "$work/tree" && mkdir "$work/wrap" &&
	    cd "$work/tree" || return
	make CC="$cc" BUILD_CC=cc LDFLAGS=-static HARDEN= \
	    >"$work/log" 2>&1 && make tests/aid/aid >>"$work/log" 2>&1 || {
		tail -n 20 "$work/log"
		return 1
	}
	for p in fixenc tok numnorm facts tsv2json; do
		printf '#!/bin/sh\nexec qemu-%s-static %s "$@"\n' "$m" \
		    "$work/tree/cmd/$p" >"$work/wrap/$p"
		chmod +x "$work/wrap/$p"
	done
	echo "== $m"
	FACTLINE_WRAP=$work/wrap sh tests/run.sh "$@"
}

status=0
for m in ${only:-aarch64 arm riscv64 s390x}; do
	(one "$m" "$@") || status=1
done
exit $status
