# What programs do with their output, and what that costs: the same cases for
# all five.
load lib

full_one() {
	given "$1" 1 >in
	status 2 "$1" <in >/dev/full 2>err
	grep -q "^$1: .*No space left on device" err
	is 1 "$(wc -l <err)"
}
@test "a full disk on one row gives 2 and a message" {
	[ -c /dev/full ] || skip "no /dev/full"
	each full_one
}

full_many() {
	given "$1" 20000 >in
	status 2 "$1" <in >/dev/full 2>err
	grep -q "^$1: .*No space left on device" err
	is 1 "$(wc -l <err)"
	status 2 "$1" -u <in >/dev/full 2>err
}
@test "a full disk on many rows gives 2 and a message" {
	[ -c /dev/full ] || skip "no /dev/full"
	each full_many
}

full_help() {
	for o in -h -V; do
		status 2 "$1" $o >/dev/full 2>err
		grep -q "^$1: " err
	done
	[ "$1" = tsv2json ] || status 2 "$1" --header-only >/dev/full 2>err
}
@test "a full disk under -h, -V and --header-only gives 2" {
	[ -c /dev/full ] || skip "no /dev/full"
	each full_help
}

closed() {
	given "$1" >in
	status 2 "$1" <in >&- 2>err
	grep -q "^$1: " err
}
@test "closed standard output gives 2 and a message" {
	unwrapped "valgrind opens what is closed"
	each closed
}

closed_in() {
	status 1 "$1" <&- >out 2>err
	grep -q "^$1: " err
}
@test "closed standard input is an unreadable file" { each closed_in; }

broken() {
	given "$1" 50000 >in
	{ "$1" <in 2>err || echo $? >st; } | head -n 1 >/dev/null
	is 141 "$(cat st)"
	[ ! -s err ]
}
@test "a broken pipe ends a program by SIGPIPE" { each broken; }

deaf() {
	given "$1" 50000 >in
	{ aid deaf "$1" <in 2>err || echo $? >st; } | head -n 1 >/dev/null
	is 2 "$(cat st)"
	grep -q "^$1: .*Broken pipe" err
}
@test "a broken pipe with SIGPIPE ignored gives 2 and a message" { each deaf; }

pipe_writes() {
	given "$1" 3000 >in
	"$1" <in >plain
	aid packets "$1" <in >packets
	read -r writes rows torn longest <packets
	is "$(wc -l <plain)" "$rows"
	is 0 "$torn"
	[ "$longest" -le 4096 ]
	[ "$writes" -lt "$rows" ]
}
@test "into a pipe, each write is whole rows of at most PIPE_BUF bytes" {
	aid packets true >packets 2>/dev/null || skip "no packet pipes"
	each pipe_writes
}

each_row() {
	given "$1" 300 >in
	"$1" <in >plain
	aid packets "$1" -u <in >packets
	read -r writes rows torn longest <packets
	is "$(wc -l <plain)" "$rows"
	is "$rows" "$writes"
	aid packets "$1" --line-buffered <in | cmp - packets
}
@test "-u flushes each row" {
	aid packets true >packets 2>/dev/null || skip "no packet pipes"
	each each_row
}

# Row in, row out, before the input closes.  What a fact is about may be told
# by the last line of its document, so facts needs the next one to begin.
stall() {
	rm -f fifo
	mkfifo fifo
	given "$1" 4 >in
	opt=
	[ "$1" != numnorm ] || opt="-D 2024-01-01"
	[ "$1" != facts ] || doc=e given facts 2 | tail -n +2 >>in
	timeout 20 "$1" $opt <fifo >out &
	exec 5<>fifo
	cat in >&5
	wait_for out 签约
	exec 5>&-
	wait $!
}
@test "output is flushed before a program waits for input" { each stall; }

torn() {
	given "$1" 400 >in
	if [ "$1" = tsv2json ]; then h=; else h=-H; fi
	"$1" $h <in | sort -u >want
	for i in $(seq 24); do echo in; done |
	    xargs -n 1 -P 8 "$1" $h | sort | uniq -c >counts
	awk '{ print $1 }' counts | sort -u >n
	is 24 "$(cat n)"
	is "$(wc -l <want)" "$(wc -l <counts)"
}
@test "rows of eight writers into one pipe never tear" { each torn; }

# --- cost

startup() {
	best=9999
	for i in 1 2 3 4 5; do
		aid peak used "$1" </dev/null >/dev/null
		read -r kib ms us <used
		[ "$ms" -ge "$best" ] || best=$ms
	done
	[ "$best" -le 2 ]
	[ "$kib" -lt 16384 ]
}
@test "start-up takes at most 2 ms of CPU and 16 MiB" {
	! sanitized fixenc || skip "sanitizers need more"
	each startup
}

memory() {
	given "$1" 200000 >in
	aid peak used "$1" <in >/dev/null
	read -r kib ms us <used
	[ "$kib" -lt 16384 ] || { echo "$1: $kib KiB"; return 1; }
}
@test "memory does not grow with the input" {
	! sanitized fixenc || skip "sanitizers need more"
	each memory
}
