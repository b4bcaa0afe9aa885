# What a program gives up when its last input is open; see base/jail.h.  What
# is refused then is the matter of unit/jail.c.
load lib

need_jail() {
	[ "$(uname -s)" = Linux ] || skip "the tests are for Linux"
	case $(uname -m) in
	x86_64|aarch64|riscv64|armv[67]*|i?86) ;;
	*) skip "no filter for this machine" ;;
	esac
	[ -e /proc/sys/kernel/seccomp/actions_avail ] ||
	    skip "the kernel has no filters"
	! sanitized fixenc || skip "sanitizers need more"
}

# filters PID: how many filters a process has; a container may have its own.
filters() {
	awk '/^Seccomp:/ { n = $2 / 2 }
	/^Seccomp_filters:/ { n = $2 }
	END { print n }' "/proc/$1/status"
}

# jailed PID: waits for one filter more than this shell has.
jailed() {
	local i

	for i in $(seq 200); do
		[ "$(filters "$1")" -ne "$(($(filters self) + 1))" ] ||
		    return 0
		sleep 0.02
	done
	echo "process $1 is free"
	return 1
}

free() {
	is "$(filters self)" "$(filters "$1")"
}

# numnorm waits for no date then, and tsv2json has no header to hold back.
now_opt() {
	[ "$1" != numnorm ] || echo "-D 2024-01-01"
}

standard_input() {
	rm -f fifo
	mkfifo fifo
	given "$1" 3 >in
	"$1" $(now_opt "$1") <in >want
	"$1" $(now_opt "$1") <fifo >out 2>err &
	pid=$!
	exec 5<>fifo
	head -n 1 in >&5
	jailed $pid
	grep -q '^NoNewPrivs:.1$' "/proc/$pid/status"
	# It works on, answers a signal, and takes memory for a long line.
	kill -USR1 $pid
	wait_for err 'bytes read'
	tail -n +2 in >&5
	exec 5>&-
	wait $pid
	same want out
}
@test "standard input: all but reading, writing and memory is given up" {
	need_jail
	each standard_input
}

# two_files PROG: two FIFOs and, in plain, files of the same names; what these
# give is in want.
two_files() {
	rm -f one two
	mkfifo one two
	mkdir -p plain
	given "$1" 3000 >plain/one
	doc=e given "$1" 3000 >plain/two
	(cd plain && "$1" $(now_opt "$1") one two) >want
}

# the_rest PID: the second file has a writer before the first one ends.
the_rest() {
	exec 6<>two
	exec 5>&-
	cat plain/two >&6
	jailed "$1"
	exec 6>&-
	wait "$1"
	same want out
}

last_file() {
	two_files "$1"
	"$1" $(now_opt "$1") one two >out &
	pid=$!
	exec 5<>one
	cat plain/one >&5
	wait_for out 签约
	free $pid
	the_rest $pid
}
@test "several files: it is given up when the last one is open" {
	need_jail
	each last_file
}

# While the list has a writer, names may come.
listed() {
	two_files "$1"
	rm -f list
	mkfifo list
	"$1" $(now_opt "$1") --files0-from=list >out &
	pid=$!
	exec 7<>list
	printf 'one\0' >&7
	exec 5<>one
	cat plain/one >&5
	wait_for out 签约
	free $pid
	printf 'two\0' >&7
	exec 7>&-
	the_rest $pid
}
@test "--files0-from: it is given up at the end of the list" {
	need_jail
	each listed
}

missing_last() {
	given "$1" >a
	"$1" a >want
	status 1 "$1" a nonesuch >out 2>err
	same want out
	is "$1: nonesuch: No such file or directory" "$(cat err)"
	printf 'a\0nonesuch' | status 1 "$1" --files0-from=- >out 2>err
	same want out
	is "$1: nonesuch: No such file or directory" "$(cat err)"
}
@test "a last file that is missing is reported as such" {
	each missing_last
}

# --- work in the jail

# No call that a program makes in earnest is refused.
unhindered() {
	cat "$top"/tests/articles/*.txt >text
	case $1 in
	fixenc) cp text in ;;
	tok) fixenc text >in ;;
	numnorm) fixenc text | tok >in ;;
	facts) fixenc text | tok | numnorm >in ;;
	tsv2json) fixenc text | tok | numnorm | facts >in ;;
	esac
	"$1" in >want
	strace -o trace "$1" in >out
	same want out
	sed '1,/seccomp(/d' trace >after
	[ -s after ]
	! grep -a EPERM after
}
@test "no call is refused while a program works" {
	need_jail
	wants strace
	strace -o trace true 2>/dev/null || skip "no tracing here"
	each unhindered
}
