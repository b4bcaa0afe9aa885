#!/bin/sh
# Runs bats files with each program under valgrind: a wrong access, a jump that
# depends on memory never written, or memory lost ends it with status 99.
#	sh tests/valgrind.sh [-p | FILE ...]
# -p runs the pipeline over the sample articles and over junk, no more.
# Without files, all of them.  What a time limit allows is allowed forty times;
# batches are of fewer articles.  Where musl-gcc is there, the programs are
# built with it: such a process starts in half the time.
set -u
cd "$(dirname "$0")/.." || exit 2
top=$(pwd)
command -v valgrind >/dev/null || {
	echo "valgrind.sh: valgrind is not installed" >&2
	exit 2
}
pipeline=
if [ "${1:-}" = -p ]; then
	pipeline=yes
elif [ $# -eq 0 ]; then
	set -- tests/*.bats
fi
SIZE=${SIZE:-100}
export SIZE

FACTLINE_WRAP=$(mktemp -d) || exit 2
export FACTLINE_WRAP
trap 'rm -rf "$FACTLINE_WRAP"' EXIT
trap 'exit 2' HUP INT TERM
from=$top/cmd malloc=
if command -v musl-gcc >/dev/null; then
	mkdir "$FACTLINE_WRAP/tree"
	tar -cf - --exclude='*.o' Makefile cmd lib |
	    tar -xf - -C "$FACTLINE_WRAP/tree"
	(cd "$FACTLINE_WRAP/tree" && rm -f cmd/fixenc cmd/tok cmd/numnorm \
	    cmd/facts cmd/tsv2json && make CC=musl-gcc BUILD_CC=cc HARDEN= \
	    LDFLAGS=) >"$FACTLINE_WRAP/built" 2>&1 || {
		tail -n 20 "$FACTLINE_WRAP/built"
		exit 2
	}
	# The library of musl has no name to know its malloc by.
	from=$FACTLINE_WRAP/tree/cmd malloc=--soname-synonyms=somalloc=NONE
fi
for p in fixenc tok numnorm facts tsv2json; do
	cat >"$FACTLINE_WRAP/$p" <<-EOF
	#!/bin/sh
	exec valgrind -q --error-exitcode=99 --leak-check=full \\
	    --show-leak-kinds=definite --errors-for-leak-kinds=definite \\
	    --read-inline-info=no $malloc \\
	    --log-file='$FACTLINE_WRAP/log.%p' '$from/$p' "\$@"
	EOF
done
cat >"$FACTLINE_WRAP/timeout" <<EOF
#!/bin/sh
t=\$1
shift
exec $(command -v timeout) \$((t * 40)) "\$@"
EOF
chmod +x "$FACTLINE_WRAP"/*

# All options that make a program do something else, over three articles and
# over bytes that are none.
pipeline()
{
	PATH=$FACTLINE_WRAP:$PATH
	junk=$FACTLINE_WRAP/junk
	head -c 2000 cmd/fixenc >"$junk"
	printf '\0\t\r\\\377\303\244\302\270 5亿\n' >>"$junk"
	set -- tests/articles/*.txt
	set -- "$1" "$2" "$3" "$junk"
	fixenc "$@" | tok | numnorm | facts | tsv2json >/dev/null || return
	fixenc -e "$@" >/dev/null && fixenc -l "$@" >/dev/null &&
	    fixenc -s trad -t "$@" >/dev/null &&
	    fixenc -F gb18030 "$@" >/dev/null &&
	    fixenc "$@" | tok --search --glue=unit >/dev/null &&
	    fixenc "$@" | numnorm -e >/dev/null &&
	    fixenc -t "$@" | numnorm -t -D 2023-03-28 >/dev/null &&
	    fixenc "$@" | tok | numnorm | facts -a -e --clause >/dev/null &&
	    fixenc "$@" | tsv2json -g doc --infer >/dev/null
}

if [ -n "$pipeline" ]; then
	pipeline
else
	sh tests/run.sh "$@"
fi
status=$?
# A program may also end with 99 where no test looks at its status.  Lines with
# == are findings; with -- valgrind says that it knows no seccomp(2).
grep -h '^==' "$FACTLINE_WRAP"/log.* >"$FACTLINE_WRAP/all" 2>/dev/null
if [ -s "$FACTLINE_WRAP/all" ]; then
	sed -n 1,60p "$FACTLINE_WRAP/all"
	status=1
fi
exit $status
