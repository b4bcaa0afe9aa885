# Faults: what goes wrong is reported, and every row before it arrives whole.
load lib

# The library that makes read(2) and write(2) behave badly; see aid/fault.c.
setup_file() {
	cc -shared -fPIC -O1 -o "$BATS_FILE_TMPDIR/fault.so" \
	    "$BATS_TEST_DIRNAME/aid/fault.c" 2>/dev/null || :
}

need_fault() {
	[ -e "$BATS_FILE_TMPDIR/fault.so" ] || skip "cannot build a library"
	! sanitized fixenc || skip "sanitizers bear no preloaded library"
	FAULT_SHORT=1 LD_PRELOAD=$BATS_FILE_TMPDIR/fault.so \
	    fixenc </dev/null >preload 2>&1 || :
	[ "$(wc -l <preload)" -eq 1 ] || skip "no preloading here"
	! file "$(command -v fixenc)" 2>/dev/null | grep -q static ||
	    skip "static programs load no library"
}

# faulty VAR=VALUE CMD ...: runs it with the library.
faulty() {
	env LD_PRELOAD="$BATS_FILE_TMPDIR/fault.so" "$@"
}

# whole FILE WANT: FILE is the beginning of WANT.
whole() {
	cmp -n "$(wc -c <"$1")" "$1" "$2"
}

short() {
	given "$1" 2000 >in
	"$1" <in >want
	faulty FAULT_SHORT=1 "$1" <in >out 2>err
	same want out
	[ ! -s err ]
	faulty FAULT_SHORT=1 "$1" <in | cat >out
	same want out
}
@test "short reads, short writes and EINTR change no byte" {
	need_fault
	each short
}

full_later() {
	given "$1" 5000 >in
	"$1" <in >want
	status 2 faulty FAULT_WRITE=100000 "$1" <in >out 2>err
	is "$1: standard output: No space left on device" "$(cat err)"
	is 100000 "$(wc -c <out)"
	whole out want
}
@test "a disk that fills up later: all that fitted is there" {
	need_fault
	each full_later
}

read_error() {
	given "$1" 5000 >a
	doc=e given "$1" 3 >b
	"$1" a >want
	status 1 faulty FAULT_READ=65536 "$1" a - b <b >out 2>err
	grep -q "^$1: a:.*Input/output error" err
	[ -s out ]
	n=$(grep -c '' want)
	awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' out
}
@test "a read error in the middle is reported, the rows before it are whole" {
	need_fault
	each read_error
}

# From outside, for programs of any build; the last sentence may end early.
injected() {
	given "$1" 8000 >a
	"$1" a >want
	status 1 strace -o trace -P "$PWD/a" -e trace=read \
	    -e inject=read:error=EIO:when=2+ "$1" a >out 2>err
	is 1 "$(wc -l <err)"
	grep -qE "^$1: a:([0-9]+:)? (Input/output error|I/O error)$" err
	head -n -12 out >most
	[ "$(wc -l <most)" -ge 100 ]
	whole most want
	is "" "$(tail -c 1 out | tr -d '\n')"
}
@test "an injected read error: one message, the rows before it are whole" {
	wants strace
	! sanitized fixenc || skip "the sanitizers are not to be traced"
	: >empty
	strace -o trace -P "$PWD/empty" -e trace=read \
	    -e inject=read:error=EIO:when=2+ cat empty 2>/dev/null ||
	    skip "no tracing here"
	each injected
}

# What is opened before the input cannot be read.
read_error_before() {
	[ "$1" != facts ] || o=-f
	[ "$1" = facts ] || o=-d
	status 2 faulty FAULT_READ=0 "$1" $o words <in >out 2>err
	is "$1: words: Input/output error" "$(cat err)"
	[ ! -s out ]
}
@test "a read error in a dictionary or a rule file" {
	need_fault
	echo '# none' >words
	echo x >in
	each read_error_before tok numnorm facts
}

# A file system of its own, where root may make one.
real_disk() {
	given "$1" 20000 >in
	"$1" <in >want
	rm -f disk/*
	status 2 "$1" <in >disk/out 2>err
	grep -q "No space left on device" err
	whole disk/out want
}
@test "a real full disk" {
	mkdir disk
	mount -t tmpfs -o size=256k none disk 2>/dev/null ||
	    skip "cannot mount"
	rc=0
	(set -e; each real_disk) || rc=$?
	umount disk
	is 0 "$rc"
}

size_limit() {
	given "$1" 20000 >in
	"$1" <in >want
	(ulimit -f 64; trap '' XFSZ; status 2 "$1" <in >out 2>err)
	grep -q "^$1: standard output: File too large" err
	whole out want
}
@test "a file size limit" { each size_limit; }

# A reader that stops reads on later: nothing is lost, nothing hangs.
slow_reader() {
	given "$1" 3000 >in
	"$1" <in >want
	"$1" <in | (head -c 100; sleep 0.3; cat) >out
	same want out
}
@test "a reader that stops for a while" { each slow_reader; }

# Signals all the time, while it waits for its input and for its reader.
storm() {
	given "$1" 1500 >in
	"$1" <in >want
	n=$(($(wc -c <in) / 300 + 1))
	aid trickle $n <in | aid storm "$1" 2>err | aid trickle 4096 >out
	same want out
	[ "$(wc -l <err)" -ge 3 ]
	is "" "$(grep -v "^$1: [0-9]* documents, [0-9]* bytes read, " err)"
	aid storm "$1" - in <in >out 2>err
	"$1" - in <in >want
	same want out
}
@test "signals all the time interrupt reads and writes, and lose nothing" {
	each storm
}

nonblocking() {
	given "$1" 3000 >in
	"$1" <in >want
	python3 - "$1" in <<-'PY' >out
	import fcntl, os, subprocess, sys, time
	r, w = os.pipe()
	fcntl.fcntl(w, fcntl.F_SETFL, os.O_NONBLOCK)
	p = subprocess.Popen([sys.argv[1]], stdin=open(sys.argv[2]), stdout=w)
	os.close(w)
	time.sleep(0.3)
	while True:
	    b = os.read(r, 4096)
	    if not b:
	        break
	    os.write(1, b)
	sys.exit(p.wait())
	PY
	same want out
}
@test "a pipe that does not block" {
	wants python3
	each nonblocking
}

fifo_closes() {
	rm -f fifo
	mkfifo fifo
	given "$1" 100 >in
	head -c -40 in >cut
	"$1" cut >want 2>/dev/null || :
	timeout 20 "$1" fifo >out 2>err &
	timeout 20 cp cut fifo
	wait $! || :
	sed -i 's/fifo/cut/' out
	same want out
}
@test "a FIFO that closes in the middle of a row" { each fifo_closes; }

unreadable() {
	given "$1" 2 >a
	given "$1" 2 >b
	chmod 0 b
	"$1" a >want
	if [ "$(id -u)" -eq 0 ]; then
		chmod 755 .
		status 1 setpriv --reuid 65534 --clear-groups \
		    "$top/cmd/$1" a b >out 2>err
	else
		status 1 "$1" a b >out 2>err
	fi
	is "$1: b: Permission denied" "$(cat err)"
	same want out
	chmod 600 b
}
@test "an unreadable file is reported, the others go on" {
	if [ "$(id -u)" -eq 0 ]; then
		wants setpriv
		d=$PWD
		while [ "$d" != / ]; do
			setpriv --reuid 65534 --clear-groups test -x "$d" ||
			    chmod o+x "$d"
			d=$(dirname "$d")
		done
		setpriv --reuid 65534 --clear-groups \
		    test -x "$top/cmd/tok" || skip "nobody may come here"
	fi
	each unreadable
}

# A closed stream is not taken for a file that gets its number.
closed_streams() {
	given "$1" 3 >a
	doc=e given "$1" 3 >b
	"$1" a >want
	status 1 "$1" a - b <&- >out 2>err
	grep -qE "^$1: -:(1:)? Bad file descriptor$" err
	is 1 "$(wc -l <err)"
	"$1" a b >two
	same two out
	status 1 "$1" a nonesuch >out 2>&-
	same want out
	status 2 "$1" a >&- 2>err
	grep -q "^$1: standard output: Bad file descriptor$" err
	status 2 "$1" a >&- 2>&- <&-
}
@test "closed streams: no file takes their place" {
	unwrapped "valgrind opens what is closed"
	each closed_streams
}

# Rows of junk are refused one by one, and what stands around them is not lost.
junk_between() {
	given "$1" 20 >first
	doc=e given "$1" 20 | tail -n +2 >second
	doc=f given "$1" 1 | tail -n +2 >third
	head -c 100000 "$top/cmd/tok" | tr -d '\n\t' >junk
	for at in 0 20000 40000 60000 80000; do
		tail -c "+$((at + 1))" junk | head -c 20000
		echo
	done >lines
	cat first second third >clean
	"$1" <clean >want
	cat first second lines third >mixed
	status 1 "$1" mixed >out 2>err
	same want out
	first=$(cat first second | wc -l)
	for n in 1 2 3 4 5; do
		grep -q "^$1: mixed:$((first + n)): [0-9]* fields, the header has \
[0-9]*$" err
	done
	is 5 "$(wc -l <err)"
}
@test "junk between rows: each line is named, no row is lost" {
	each junk_between tok numnorm facts
}

truncated() {
	given "$1" 40 >in
	n=$(wc -c <in)
	for cut in 1 2 3 5 8 13 21 34 55 89 144; do
		head -c "$((n - cut))" in >cut
		"$1" cut >out 2>err || [ $? -eq 1 ]
		awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' out
	done
	for cut in 1 2 3 4 5 6 7 8; do
		head -c "$cut" in >cut
		"$1" cut >out 2>err || [ $? -eq 1 ]
	done
}
@test "input cut anywhere gives whole rows and status 0 or 1" {
	each truncated
}

memory_limit() {
	given "$1" 20000 >in
	"$1" <in >want
	(ulimit -v 65536; "$1" <in >out)
	same want out
}
@test "64 MiB of address space are enough" {
	! sanitized fixenc || skip "sanitizers need more"
	each memory_limit
}

# long_row PROG BYTES: a row with a token of so many bytes between others.
long_row() {
	doc=c given "$1" 200 >first
	given "$1" 5 | tail -n +2 >second
	n=$(head -n 1 first | tr '\t' '\n' | wc -l)
	{
		cat first second
		printf 'd\t6\t6\tbody\t0\t1\t'
		head -c "$2" /dev/zero | tr '\0' x
		awk -v n="$n" 'BEGIN { while (n-- > 7) printf "\t"; print "" }'
	} >long
}

# A row too long for the memory there is: a message, and the rows before it.
no_memory() {
	long_row "$1" 15000000
	"$1" first >want
	(
		ulimit -v 49152
		status 2 "$1" <long >out 2>err
	)
	is "$1: out of memory" "$(cat err)"
	same want <(head -n "$(wc -l <want)" out)
	awk -F '\t' 'NR == 1 { n = NF } NF != n { exit 1 }' out
}
@test "no memory for a row: a message, 2, and the rows before it" {
	! sanitized fixenc || skip "sanitizers need more"
	each no_memory numnorm facts
}

# A row longer than 16 MiB: a message, and all other rows, in bounded memory.
too_long() {
	long_row "$1" 50000000
	line=$(wc -l <long)
	tail -n +2 first >>long
	{ cat first second; tail -n +2 first; } | "$1" >want
	status 1 aid peak used "$1" long >out 2>err
	is "$1: long:$line: row longer than 16 MiB" "$(cat err)"
	same want out
	read -r kib ms us <used
	[ "$kib" -lt 49152 ] || { echo "$1: $kib KiB"; false; }
}
@test "a row longer than 16 MiB is refused, the others go on" {
	! sanitized fixenc || skip "sanitizers need more"
	each too_long numnorm facts
	{
		printf 'text\tline\n'
		head -c 17000000 /dev/zero | tr '\0' x
		printf '\t1\n好\t2\n'
	} >long
	status 1 tok long >out 2>err
	is "tok: long:2: row longer than 16 MiB" "$(cat err)"
	same <(printf 'text\tline\n好\t2\n' | tok) <(sed 's/^long/-/' out)
}

too_wide() {
	given "$1" 2 >in
	head -c 20000000 /dev/zero | tr '\0' x >long
	status 1 aid peak used "$1" $2 -H long in >out 2>err
	is "$1: long:1: header longer than 16 MiB" "$(cat err)"
	same <("$1" $2 -H in) out
	read -r kib ms us <used
	[ "$kib" -lt 49152 ] || { echo "$1: $kib KiB"; false; }
}
@test "a header longer than 16 MiB is refused, the next file goes on" {
	! sanitized fixenc || skip "sanitizers need more"
	each too_wide facts
}

# 64 MB without a newline (1 GB with HEAVY=1): text comes in windows.
one_line() {
	mb=64
	[ -z "$HEAVY" ] || mb=1024
	# Whole characters and no number that never ends.
	yes 招商引资推进项目建设 | head -n 33000 | tr -d '\n' >part
	n=$((mb * 1048576 / $(wc -c <part)))
	for i in $(seq "$n"); do cat part; done |
	    aid peak used "$1" >out
	read -r kib ms us <used
	[ "$kib" -lt 16384 ] || { echo "$1: $kib KiB"; false; }
	if [ "$1" = fixenc ]; then
		[ "$(wc -l <out)" -ge 2 ]
		[ "$(wc -c <out)" -ge "$((n * $(wc -c <part)))" ]
	else
		[ "$(wc -l <out)" -ge "$((n * 33000))" ]
	fi
	rm -f out
}
@test "very long lines pass in bounded memory" {
	! sanitized fixenc || skip "sanitizers need more"
	each one_line fixenc tok numnorm
}

# Signals while it works: asked for progress, a program answers and goes on.
asked() {
	mkfifo "fifo.$1"
	given "$1" 2000 >first
	doc=e given "$1" 10000 | tail -n +2 >second
	cat first second >in
	opt=
	[ "$1" != numnorm ] || opt="-D 2024-01-01"
	"$1" $opt <in >want
	"$1" $opt <"fifo.$1" >out 2>err &
	pid=$!
	exec 5<>"fifo.$1"
	cat first >&5
	head -n 1000 second >&5
	wait_for out 签约
	for sig in $asking $asking $asking $asking; do
		kill -"$sig" $pid
		sleep 0.02
	done
	tail -n +1001 second >&5
	exec 5>&-
	wait $pid
	same want out
	grep -qE "^$1: [0-9]+ documents, [0-9]+ bytes read, [0-9]+ rows \
written, 0 refused, [0-9.]+ s, [0-9.]+ MB/s$" err
}
@test "SIGUSR1 shows the progress and disturbs nothing" {
	asking="USR1 USR1"
	each asked
}
@test "SIGINFO does the same, where there is one" {
	kill -l INFO >/dev/null 2>&1 || skip "no SIGINFO here"
	asking="INFO INFO"
	each asked
}

verbose() {
	given "$1" 10 >in
	"$1" <in >want
	"$1" -v <in >out 2>err
	same want out
	is 1 "$(wc -l <err)"
	grep -q "^$1: 1 documents, $(wc -c <in) bytes read, " err
	"$1" --verbose <in 2>&1 >/dev/null | sed 's/ [0-9.]* s,.*//' >again
	sed 's/ [0-9.]* s,.*//' err | cmp - again
}
@test "-v counts documents, bytes and rows on standard error" {
	each verbose
}

# Two seconds apart, on a terminal: a line on the way and one at the end.
@test "-v on a terminal shows the progress on the way" {
	wants script
	for p in $progs; do
		given "$p" 2000 >"in.$p"
		opt=
		[ "$p" != numnorm ] || opt="-D 2024-01-01"
		echo "{ cat in.$p; sleep 2.2; tail -n +2 in.$p; } |
		    $p $opt -v >out.$p" >"job.$p"
		script -qec "sh job.$p" /dev/null </dev/null >"seen.$p" &
		sed 's/ -v / /' "job.$p" >"quiet.$p"
		script -qec "sh quiet.$p" /dev/null </dev/null >"none.$p" &
	done
	wait
	for p in $progs; do
		now=$p
		is 2 "$(grep -c "^$p: 1 documents, .* MB/s$cr\$" "seen.$p")"
		is 2 "$(wc -l <"seen.$p")"
		[ ! -s "none.$p" ]
	done
	now=
}

documents() {
	{ given "$1"; doc=e given "$1" | tail -n +2; } >in
	"$1" -v <in 2>&1 >/dev/null | grep -q "^$1: 2 documents, "
}
@test "a document is counted where the column doc changes" {
	each documents tok numnorm facts
}

killed() {
	given "$1" "$(few 200000)" >in
	"$1" <in >want
	"$1" <in | head -c 3000000 >whole &
	"$1" <in >out &
	pid=$!
	sleep 0.02
	kill -9 $pid 2>/dev/null || :
	wait $pid 2>/dev/null || :
	wait
	whole out want
}
@test "killed with -9: what arrived is the beginning of the whole" {
	each killed
}

descriptors() {
	given "$1" 1 >in
	for i in $(seq 300); do
		printf 'in\0'
	done >list
	sh -c 'ulimit -n 8; exec "$@"' _ "$1" --files0-from=list >out
	sh -c 'ulimit -n 8; exec "$@"' _ xargs -0 "$1" <list | cmp - out
}
@test "no descriptor leaks over many files" {
	! sanitized fixenc || skip "sanitizers open files of their own"
	each descriptors
}

no_leak() {
	given "$1" 50 >in
	valgrind -q --error-exitcode=9 "$1" in in in >out 2>err ||
	    { cat err; false; }
	head -c 3000 /dev/urandom >junk
	valgrind -q --error-exitcode=9 "$1" junk >out 2>err ||
	    [ $? -ne 9 ] || { cat err; false; }
}
@test "valgrind finds nothing" {
	wants valgrind
	valgrind -q fixenc -V >out 2>&1 || skip "valgrind cannot read these"
	! sanitized fixenc || skip "sanitizers do the same"
	each no_leak
}
