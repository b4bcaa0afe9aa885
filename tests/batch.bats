# Batches: the recipes of factline(7), as printed there, over made articles,
# and what facts finds in them.  SIZE is their number; HEAVY=1 also takes MANY.
load lib

SIZE=${SIZE:-300}
MANY=${MANY:-100000}

# One corpus for all tests, with what a serial run gives.
setup_file() {
	export BATCH=$BATS_FILE_TMPDIR
	PATH=$top/cmd:$PATH
	cc -std=c11 -O2 -o "$BATCH/corpus" "$top"/tests/corpus/*.c
	cp "$top"/tests/corpus/*.tsv "$BATCH/"
	"$BATCH/corpus" "$SIZE" 7 "$BATCH/news" <"$BATCH/trad.tsv" \
	    >"$BATCH/truth.tsv"
	mkdir "$BATCH/bin"
	recipe "A FOLDER" 1 >"$BATCH/bin/news2facts"
	recipe "Hadoop Streaming" 1 >"$BATCH/bin/mapper"
	chmod +x "$BATCH"/bin/*
	export PATH=$BATCH/bin:$PATH
	cd "$BATCH"
	find news -name '*.txt' -print0 | sort -z |
	    xargs -0 -n 1000 news2facts | once >"$BATCH/serial"
	LC_ALL=C sort "$BATCH/serial" >"$BATCH/sorted"
}

# Whoever else runs this has other ports.
port=$((20000 + $$ % 5000 * 2))

# The daemons of a test end with it.
teardown() {
	local f

	[ -z "$now" ] || echo "program or case: $now"
	for f in ${daemons:+"$daemons"/*pid}; do
		[ ! -s "$f" ] || kill "$(cat "$f")" || :
	done
}

# recipe HEADING N: the N-th literal block under a heading of factline(7).
recipe() {
	awk -v h="$1" -v want="$2" '
	/^\.S[hs] / { on = substr($0, 5) == h; n = 0 }
	on && /^\.Bd -literal/ { lit = 1; n++; next }
	/^\.Ed/ { lit = 0 }
	on && lit && n == want' "$top/man/factline.7" |
	    sed 's/\\e/\\/g;s/\\&//g' | grep .
}

# once: drops repeated headers, as factline(7) does.
once() {
	awk 'NR == 1 { h = $0 } NR == 1 || $0 != h'
}

# The scratch folder looks as the recipes want it.
scratch() {
	PATH=$BATCH/bin:$PATH
	cp -al "$BATCH/news" news
	mkdir -p out
}

# complete FILE ...: the rows are those of the serial run, in any order.
complete() {
	cat "$@" | once | LC_ALL=C sort | cmp - "$BATCH/sorted"
}

@test "the made articles are there, in every charset" {
	cd "$BATCH"
	is "$SIZE" "$(find news -name '*.txt' | wc -l)"
	find news -name '*.txt' -print0 | xargs -0 -n 1000 fixenc -l -H |
	    cut -f 2 | sort -u >"$BATS_TEST_TMPDIR/charsets"
	for c in Big5 EUC-TW GB18030 HZ UTF-16BE UTF-16LE UTF-8 mixed; do
		grep -qx "$c" "$BATS_TEST_TMPDIR/charsets"
	done
}

# bars TRUTH FACTS: those of factline for articles; the made sentences are
# plainer than life, so real ones are judged in gold.bats.
bars() {
	awk -v truth="$1" -v misses=5 -f "$top/tests/corpus/score.awk" "$2" \
	    >score
	cat score
	awk '
	BEGIN { want["value"] = 970; want["predicate"] = 950
	    want["frame"] = 900; want["full"] = 850 }
	$1 in want && $4 >= want[$1] { n++ }
	END { exit n != 4 }' score
}

@test "the facts of the made articles are found, and no others" {
	bars "$BATCH/truth.tsv" "$BATCH/serial"
}

# say: prints a figure for the reader of `make heavy`.
say() {
	[ -z "$HEAVY" ] || echo "# $*" >&3
}

@test "many articles: the facts, the time and the memory" {
	news=$BATCH/news
	truth=$BATCH/truth.tsv
	n=$SIZE
	if [ -n "$HEAVY" ]; then
		n=$MANY
		"$BATCH/corpus" "$n" 11 many <"$BATCH/trad.tsv" >truth.tsv
		news=many
		truth=truth.tsv
	fi
	began=$(date +%s%N)
	find "$news" -name '*.txt' -print0 | sort -z |
	    xargs -0 -P 2 -n 1000 news2facts >two
	ms=$((($(date +%s%N) - began) / 1000000))
	say "$n articles, two workers: $((ms / 1000)) s," \
	    "$((n * 1000 / ms)) a second"
	find "$news" -name '*.txt' -print0 | sort -z |
	    aid peak fixenc.p fixenc --files0-from=- | aid peak tok.p tok |
	    aid peak numnorm.p numnorm | aid peak facts.p facts >one
	for p in fixenc tok numnorm facts; do
		read -r kib ms us <$p.p
		say "$p: $((ms / 1000)) s of CPU, $kib KiB"
		sanitized "$p" || [ "$kib" -lt 16384 ]
	done
	once <two | LC_ALL=C sort | cmp - <(LC_ALL=C sort one)
	bars "$truth" one
	say "precision, recall, F1:" $(tail -n 4 score)
}

@test "xargs with four workers into a file" {
	scratch
	recipe xargs 1 >job
	bash -e job
	complete facts.tsv
	recipe xargs 2 >job
	bash -e job
	LC_ALL=C sort clean.tsv | cmp - "$BATCH/sorted"
}

@test "xargs with four workers into a pipe" {
	scratch
	recipe xargs 1 | sed 's/>facts.tsv//' >job
	bash -e job | cat >facts.tsv
	complete facts.tsv
}

@test "a file for each article" {
	scratch
	recipe "A file for each article, safe to interrupt" 1 >job
	bash -e job
	is "$SIZE" "$(ls out | wc -l)"
	cat out/*.tsv >all
	once <all | cmp - "$BATCH/serial"
}

# Killed hard in the middle, whatever was running; then again.
@test "killed with -9 and run again: byte for byte as the serial run" {
	wants setsid
	scratch
	recipe "A file for each article, safe to interrupt" 1 >job
	setsid bash job >/dev/null 2>&1 &
	pid=$!
	for i in $(seq 100); do
		[ "$(ls out | wc -l)" -lt 20 ] || break
		sleep 0.02
	done
	kill -9 -- -$pid
	wait $pid 2>/dev/null || :
	done=$(ls out/*.tsv | wc -l)
	[ "$done" -gt 0 ]
	[ "$done" -lt "$SIZE" ]
	bash -e job
	cat out/*.tsv | once | cmp - "$BATCH/serial"
}

@test "make, and make again after one article has changed" {
	scratch
	rm -r news
	mkdir news
	cp "$BATCH"/news/000/a00000*.txt news/
	recipe make 1 >job
	bash -e job >log
	is 10 "$(ls out/*.tsv | wc -l)"
	cat out/*.tsv | once | cut -f 2- >got
	head -n "$(wc -l <got)" "$BATCH/serial" | cut -f 2- | cmp - got
	touch -d '+1 minute' news/a000003.txt
	bash -e job >log
	is 1 "$(grep -c '^news2facts' log)"
}

# The batch that holds article 60 comes to no end at the first try.
@test "parallel, stopped in the middle, resumes" {
	wants parallel setsid
	scratch
	mkdir bin
	cat >bin/news2facts <<-EOF
	#!/bin/bash
	case "\$*" in
	*a000060.txt*)
		! mkdir "$PWD/stuck" 2>/dev/null || {
			$BATCH/bin/news2facts "\$@" | head -n 3
			exec sleep 300
		} ;;
	esac
	exec $BATCH/bin/news2facts "\$@"
	EOF
	chmod +x bin/news2facts
	PATH=$PWD/bin:$PATH
	recipe "GNU parallel" 1 >job
	setsid bash job >/dev/null 2>&1 &
	pid=$!
	for i in $(seq 400); do
		[ ! -s out/2.part ] || [ ! -s out/1.tsv ] || break
		sleep 0.05
	done
	kill -9 $(ps -o pid= -s $pid)
	wait $pid 2>/dev/null || :
	[ -s out/2.part ]
	[ "$(ls out/*.tsv | wc -l)" -lt $((SIZE / 50)) ]
	bash -e job 2>/dev/null
	is $((SIZE / 50)) "$(ls out/*.tsv | wc -l)"
	cat $(ls out/*.tsv | sort -t / -k 2 -n) | once |
	    cmp - "$BATCH/serial"
}

@test "parallel cuts rows at documents" {
	wants parallel
	scratch
	printf 'a\tb\n' | parallel --pipe --group-by 1 --colsep '\t' cat \
	    >out/x 2>/dev/null || skip "parallel is too old"
	find news/ -name '*.txt' -print0 | sort -z |
	    xargs -0 -n 100000 fixenc >text.tsv
	for n in 2 3; do
		recipe "GNU parallel" $n >job
		bash -e job >facts.tsv 2>/dev/null
		complete facts.tsv
	done
}

# A private sshd on three loopback addresses.
@test "ssh to three hosts" {
	wants parallel ssh ssh-keygen
	sshd=$(PATH=$PATH:/usr/sbin command -v sshd) || skip "no sshd here"
	scratch
	mkdir -m 700 s
	daemons=$PWD/s
	ssh-keygen -q -t ed25519 -N '' -f s/host
	ssh-keygen -q -t ed25519 -N '' -f s/user
	cat >s/config <<-EOF
	Port $port
	ListenAddress 127.0.0.1
	ListenAddress 127.0.0.2
	ListenAddress 127.0.0.3
	HostKey $PWD/s/host
	AuthorizedKeysFile $PWD/s/user.pub
	PidFile $PWD/s/pid
	StrictModes no
	UsePAM no
	PermitRootLogin yes
	AcceptEnv *
	SetEnv PATH=$PATH
	EOF
	mkdir -p /run/sshd 2>/dev/null || :
	$sshd -f "$PWD/s/config" -E "$PWD/s/log" || skip "sshd does not start"
	cat >s/client <<-EOF
	Host host*
	Port $port
	IdentityFile $PWD/s/user
	StrictHostKeyChecking no
	UserKnownHostsFile $PWD/s/known
	LogLevel ERROR
	Host host1
	HostName 127.0.0.1
	Host host2
	HostName 127.0.0.2
	Host host3
	HostName 127.0.0.3
	EOF
	mkdir bin
	printf '#!/bin/sh\nexec %s -F %s "$@"\n' "$(command -v ssh)" \
	    "$PWD/s/client" >bin/ssh
	chmod +x bin/ssh
	rc=0
	(
		PATH=$PWD/bin:$PATH
		PARALLEL_SSH=$PWD/bin/ssh
		export PATH PARALLEL_SSH
		ssh host2 true || exit 9
		recipe ssh 1 >job
		bash -e job 2>err || { cat err; exit 1; }
		complete facts.tsv
		[ "$(grep -c 'Accepted publickey' s/log)" -ge 4 ] || exit 1
		recipe ssh 2 >job
		bash -e job
		cat part.*.tsv | sed 's,^\./,,' | complete -
	) || rc=$?
	[ "$rc" -ne 9 ] || skip "nobody may log in here"
	is 0 "$rc"
}

# A cluster of one machine: munged, slurmctld and slurmd of our own, with no
# systemd and no cgroup, as whoever runs this.
cluster() {
	d=$PWD/slurm
	mkdir "$d" "$d/state" "$d/spool"
	head -c 128 /dev/urandom >"$d/key"
	chmod 600 "$d/key"
	munged --force -S "$d/socket" --key-file="$d/key" \
	    --log-file="$d/munge.log" --pid-file="$d/munge.pid" \
	    --seed-file="$d/seed" 2>"$d/munge.err" || return 1
	cat >"$d/slurm.conf" <<-EOF
	ClusterName=one
	SlurmctldHost=$(hostname -s)(127.0.0.1)
	SlurmctldPort=$port
	SlurmdPort=$((port + 1))
	SlurmUser=$(id -un)
	SlurmdUser=$(id -un)
	AuthType=auth/munge
	AuthInfo=socket=$d/socket
	CredType=cred/munge
	StateSaveLocation=$d/state
	SlurmdSpoolDir=$d/spool
	SlurmctldPidFile=$d/slurmctld.pid
	SlurmdPidFile=$d/slurmd.pid
	ProctrackType=proctrack/pgid
	TaskPlugin=task/none
	JobAcctGatherType=jobacct_gather/none
	SelectType=select/cons_tres
	SelectTypeParameters=CR_CPU
	SlurmdParameters=config_overrides
	SchedulerParameters=batch_sched_delay=0,sched_min_interval=0
	MpiDefault=none
	ReturnToService=2
	NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=16
	PartitionName=all Nodes=ALL Default=YES State=UP
	EOF
	export SLURM_CONF=$d/slurm.conf
	slurmctld -D >"$d/slurmctld.log" 2>&1 3>&- 4>&- &
	slurmd -D >"$d/slurmd.log" 2>&1 3>&- 4>&- &
	for i in $(seq 100); do
		! sinfo -h -o %T 2>/dev/null | grep -q idle || return 0
		sleep 0.1
	done
	return 1
}

# The first try of task 17 is killed with rows already written; the job is run
# again by its number, as the page says.
@test "a job array in a Slurm of its own, one task killed with -9" {
	PATH=$PATH:/usr/sbin
	wants munged slurmctld slurmd sbatch sinfo
	scratch
	daemons=$PWD/slurm
	cluster || { tail -n 5 slurm/*.log; skip "slurm does not start"; }
	mkdir bin
	cat >bin/news2facts <<-EOF
	#!/bin/bash
	if [ "\$SLURM_ARRAY_TASK_ID" = 17 ] && mkdir "$PWD/killed"; then
		$BATCH/bin/news2facts "\$@" | head -n 3
		kill -9 \$PPID \$\$
	fi
	exec $BATCH/bin/news2facts "\$@"
	EOF
	chmod +x bin/news2facts
	PATH=$PWD/bin:$PATH
	recipe Slurm 1 >job
	! timeout 300 sbatch -Q -W job || false
	is 99 "$(ls out/*.tsv | wc -l)"
	[ -s out/17.part ]
	$(recipe Slurm 2 | sed 's/^sbatch/timeout 60 sbatch -Q -W/')
	is 100 "$(ls out/*.tsv | wc -l)"
	complete out/*.tsv
}

# What Hadoop Streaming and RDD.pipe do: cut the lines into parts, run the
# mapper on each, up to four times while its status is not 0, take the output
# of a try only when it ended well, sort by key, reduce.
task() {
	local try

	for try in 1 2 3 4; do
		tries=$((tries + 1))
		! attempt "$1" >"$1.try" || {
			mv "$1.try" "$1.out"
			return 0
		}
	done
	return 1
}

@test "split, map, sort and reduce, one mapper killed with -9" {
	unwrapped "no stage is known by the name of its process"
	scratch
	find news/ -name '*.txt' | sort >paths
	tail -n +2 "$BATCH/bin/mapper" | grep -q tr
	mapper <paths | LC_ALL=C sort | uniq >want
	split -n l/5 paths split.
	# The first try of one task stops with half of its input read, and
	# then loses its last stage.
	attempt() {
		if [ "$1" = split.ac ] && mkdir killed 2>/dev/null; then
			mkfifo feed
			setsid mapper <feed &
			pid=$!
			exec 9>feed
			head -n "$(($(wc -l <"$1") / 2))" "$1" >&9
			for i in $(seq 100); do
				[ ! -s "$1.try" ] || break
				sleep 0.05
			done
			kill -9 $(ps -o pid=,comm= -s $pid |
			    awk '$2 == "facts" { print $1 }')
			tail -n "+$(($(wc -l <"$1") / 2 + 1))" "$1" >&9 ||
			    :
			exec 9>&-
			wait $pid
		else
			mapper <"$1"
		fi
	}
	tries=0
	for f in split.a?; do
		task "$f" 2>>err
	done
	is 6 "$tries"
	cat split.*.out | LC_ALL=C sort | uniq | cmp - want
	[ "$(wc -l <want)" -gt "$SIZE" ]
	# The same facts as the serial run, by key.
	facts=$(cut -f 1 want | sort -u | wc -l)
	is "$facts" "$(awk -F '\t' '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	{ print $at["key"] }' "$BATCH/serial" | sort -u | wc -l)"
	# What never works fails the task, and so the job.
	echo nonesuch >bad
	attempt() {
		mapper <"$1"
	}
	status 1 task bad 2>err
	is 4 "$(grep -c 'fixenc: nonesuch: ' err)"
	[ ! -e bad.out ]
}

@test "what two articles both tell has one key" {
	scratch
	mkdir two
	fixenc -t "$(find news/ -name "*.txt" | sort | head -n 1)" >two/a.txt
	iconv -f UTF-8 -t GB18030 two/a.txt >two/b.txt
	fixenc two/*.txt | tok | numnorm >numbers.tsv
	recipe "MERGING ARTICLES" 1 >job
	bash -e job >merged
	[ "$(grep -c '^2 ' merged)" -ge 2 ]
	fixenc two/a.txt | tok | numnorm >a.tsv
	fixenc two/b.txt | tok | numnorm >b.tsv
	recipe "MERGING ARTICLES" 2 >job
	bash -e job >new
	[ ! -s new ]
}

@test "the whole pipeline reports the status of its worst stage" {
	scratch
	status 1 news2facts nonesuch >out/x 2>err
	status 2 news2facts "$(find news/ -name '*.txt' | head -n 1)" \
	    >/dev/full 2>err
}

# eight_writers: sixteen runs of facts over `in`, into standard output.
eight_writers() {
	for i in $(seq 16); do echo in; done | xargs -n 1 -P 8 facts -H
}

# sixteenfold: every row is there sixteen times, and no other.
sixteenfold() {
	facts -H <in | LC_ALL=C sort >want
	LC_ALL=C sort | uniq -c >got
	is 16 "$(awk '{ print $1 }' got | sort -u)"
	sed 's/^ *16 //' got | cmp - want
}

@test "a million rows of eight writers into one pipe: none torn" {
	n=1
	[ -z "$HEAVY" ] || n=16
	given facts $((4000 * n)) >in
	eight_writers | sixteenfold
	is $((4000 * n)) "$(wc -l <want)"
}

# wide N: adds a column of N bytes to `in`, which facts carries through.
wide() {
	given facts 300 | awk -v n="$1" '
	NR == 1 { pad = sprintf("%*s", n, ""); gsub(/ /, "x", pad) }
	{ print $0 "\t" (NR == 1 ? "pad" : pad) }' >in
}

@test "rows of just PIPE_BUF bytes into one pipe: none torn" {
	wide 0
	longest() {
		facts -H <in | LC_ALL=C awk '{ n = length($0) + 1 }
		n > most { most = n } END { print most }'
	}
	wide $((4096 - $(longest)))
	is 4096 "$(longest)"
	eight_writers | { sleep 0.2; sixteenfold; }
}

# Into a pipe, the system may part these; a file is written row by row.
@test "rows over PIPE_BUF bytes into one file: none torn" {
	wide 9000
	eight_writers >file
	sixteenfold <file
}
