#!/bin/sh
# Runs bats files with each program under valgrind: a wrong access, a jump that
# depends on memory never written, or memory lost ends it with status 99.
#	sh tests/valgrind.sh [FILE ...]
# Without files, all that run the programs.  What a time limit allows is
# allowed forty times.
set -u
cd "$(dirname "$0")/.." || exit 2
top=$(pwd)
command -v valgrind >/dev/null || {
	echo "valgrind.sh: valgrind is not installed" >&2
	exit 2
}
if [ $# -eq 0 ]; then
	for f in tests/*.bats; do
		case ${f#tests/} in
		# No program runs there, or it is another's run that counts.
		chroot*|consumers*|data*|gold*|install*|layers*|readme*) ;;
		*) set -- "$@" "$f" ;;
		esac
	done
fi

FACTLINE_WRAP=$(mktemp -d) || exit 2
export FACTLINE_WRAP
trap 'rm -rf "$FACTLINE_WRAP"' EXIT
trap 'exit 2' HUP INT TERM
for p in fixenc tok numnorm facts tsv2json; do
	cat >"$FACTLINE_WRAP/$p" <<-EOF
	#!/bin/sh
	exec valgrind -q --error-exitcode=99 --leak-check=full \\
	    --show-leak-kinds=definite --errors-for-leak-kinds=definite \\
	    --log-file='$FACTLINE_WRAP/log.%p' '$top/cmd/$p' "\$@"
	EOF
done
cat >"$FACTLINE_WRAP/timeout" <<EOF
#!/bin/sh
t=\$1
shift
exec $(command -v timeout) \$((t * 40)) "\$@"
EOF
chmod +x "$FACTLINE_WRAP"/*
sh tests/run.sh "$@"
status=$?
# A program may also end with 99 where no test looks at its status.
cat "$FACTLINE_WRAP"/log.* >"$FACTLINE_WRAP/all" 2>/dev/null
if [ -s "$FACTLINE_WRAP/all" ]; then
	sed -n 1,60p "$FACTLINE_WRAP/all"
	status=1
fi
exit $status
