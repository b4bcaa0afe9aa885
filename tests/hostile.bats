# Rule files and dictionaries that mean harm: each is refused with its line,
# or harmless, before a row is written; and it never takes long.
load lib

# told STATUS MESSAGE PROG ARG ...: how the program ends, and its one line.
told() {
	local want=$1 message=$2 limit=20

	shift 2
	now="$*"
	! sanitized "$1" || limit=100
	given "$1" 1 >in
	status "$want" timeout "$limit" "$@" in >out 2>err
	is "$message" "$(cat err)"
	[ "$want" -eq 0 ] || [ ! -s out ]
	now=
}

# fed CMD ...: its output is the file r.
fed() {
	"$@" >r
}

# --- rule files

@test "rule files that include themselves" {
	echo 'include a' >a
	told 2 "facts: a:1: a: includes itself" facts -f a
	printf '# c\ninclude c\n' >b
	printf '\ninclude d\n' >c
	echo 'include b' >d
	told 2 "facts: d:1: b: includes itself" facts -f b
	mkdir sub
	ln -s ../b sub/b
	echo 'include sub/b' >d
	told 2 "facts: d:1: sub/b: includes itself" facts -f b
	ln -s y x
	ln -s x y
	given facts 1 >in
	status 2 facts -f x in >out 2>err
	grep -q '^facts: x: .*[Ss]ymbolic link' err
}

@test "rule files that include many" {
	for i in $(seq 0 19); do
		echo "include $((i + 1))" >"$i"
	done
	: >20
	told 2 "facts: 16:1: 17: included too deep" facts -f 0
	for i in $(seq 0 9); do
		for k in 1 2 3 4; do
			echo "include $((i + 1))"
		done >"$i"
	done
	: >10
	told 2 "facts: 8:4: 9: too many files included" facts -f 0
	yes '#' | head -n 3000000 >10
	told 2 "facts: 9:3: 10: file too large" facts -f 0
}

@test "rule files with a million lines" {
	fed awk 'BEGIN { for (i = 0; i < 1000000; i++) print "#" }'
	told 0 "" facts -f r
	fed awk 'BEGIN { for (i = 0; i < 700000; i++) print "rule r" i ":" }'
	told 0 "" facts -f r
	fed awk 'BEGIN { for (i = 0; i < 600000; i++)
	    print "rule r" i ": 甲 => drop" }'
	# The rules of facts itself have a few of the 8192.
	timeout 20 facts -f r in 2>err || [ $? -eq 2 ]
	line=$(sed -n 's/^facts: r:\(8[01][0-9][0-9]\): .*/\1/p' err)
	told 2 "facts: r:$line: rule r$((line - 1)): the patterns have more \
than 8192 conditions" facts -f r
	fed awk 'BEGIN { for (i = 0; i < 1000000; i++)
	    print "rule r" i ": 甲" i " => drop" }'
	told 2 "facts: r: file too large" facts -f r
	told 2 "facts: /dev/zero: file too large" facts -f /dev/zero
}

@test "rule files with very long lines" {
	long=$(head -c 3000000 /dev/zero | tr '\0' x)
	echo "$long" >r
	told 2 "facts: r:1: a line begins with list, rule, check or include" \
	    facts -f r
	echo "rule $long: 甲 => drop" >r
	told 0 "" facts -f r
	echo "list MINE $long" >r
	told 0 "" facts -f r
	echo "rule t: 甲 => emit subject=$long" >r
	told 0 "" facts -f r
	echo "include $long" >r
	given facts 1 >in
	status 2 facts -f r in >out 2>err
	[ "$(wc -c <err)" -lt 512 ]
	grep -q '^facts: r:1: x*: File.*name too long$' err
	awk 'BEGIN { printf "list MINE"
	    for (i = 0; i < 300000; i++) printf " w%d", i; print "" }' >r
	told 0 "" facts -f r
}

@test "rule files with deep nesting" {
	for c in '(' '!' '<' '[' '{' '/' "'" '(甲|' '!(' '甲{2}{'; do
		{
			printf 'rule t: '
			yes -- "$c" | head -n 50001 | tr -d '\n'
			echo ' => drop'
		} >r
		now=$c
		given facts 1 >in
		status 2 timeout 20 facts -f r in >out 2>err
		grep -q '^facts: r:1: rule t: ' err
		is 1 "$(wc -l <err)"
	done
	for c in '(' '- ' '甲 + ' '甲.'; do
		{
			printf 'check t: '
			yes -- "$c" | head -n 50001 | tr -d '\n'
			echo '甲 = 1'
		} >r
		now=$c
		status 2 timeout 20 facts -f r in >out 2>err
		grep -q '^facts: r:1: check t: ' err
	done
}

@test "rule files with NUL, junk, bad UTF-8" {
	printf 'rule a: 甲 => drop\nrule t\0: 甲 => drop\n' >r
	told 2 "facts: r:2: rule t: a number is missing" facts -f r
	printf 'rule t: 甲\0 => drop\n' >r
	told 2 "facts: r:1: rule t: a pattern cannot begin so; marks stand in \
quotes" facts -f r
	: >none
	printf 'include none\0r\n' >r
	told 2 "facts: r:1: a path holds a NUL" facts -f r
	printf '\0' >r
	told 2 "facts: r:1: a line begins with list, rule, check or include" \
	    facts -f r
	for bad in '\xff' '\xe7\x94' '\xed\xa0\x80' '\xc0\xaf' \
	    '\xf4\x90\x80\x80'; do
		printf "# fine\nrule t: $bad => drop\n" >r
		told 2 "facts: r:2: not UTF-8" facts -f r
		printf "# fine\n# $bad\n" >r
		told 2 "facts: r:2: not UTF-8" facts -f r
	done
	cp "$top/cmd/facts" r
	given facts 1 >in
	status 2 facts -f r in >out 2>err
	grep -q '^facts: r:1: ' err
}

@test "rule files that are none, and names that are unknown" {
	: >r
	told 0 "" facts -f r
	told 0 "" facts -f /dev/null
	mkdir dir
	told 2 "facts: dir: Is a directory" facts -f dir
	told 2 "facts: nonesuch: No such file or directory" facts -f nonesuch
	echo 'include nonesuch' >r
	told 2 "facts: r:1: nonesuch: No such file or directory" facts -f r
	echo 'include dir' >r
	told 2 "facts: r:1: dir: Is a directory" facts -f r
	echo 'rule t: NONESUCH => drop' >r
	told 2 "facts: r:1: rule t: no list NONESUCH (a word in capitals \
stands in quotes)" facts -f r
	# A pipe can be read once only.
	facts -p | facts -f - /dev/null >out
	facts -f <(facts -p) /dev/null | same out -
}

# Cut at any byte, a file is good or its last statement is named.
@test "rule files that are cut" {
	cat >full <<-'END'
	# a comment
	list MINE 甲 乙/nr 'a b'
	  丙
	rule one 5: x:MINE 的? (总投资 | 注册资本)+ 达 q:<money >=1e4 unit=CNY>
	    => emit subject=$x predicate=总投资 value=$q; set status=planned
	rule two -3: ^ !(MINE | /v/) .{0,8} <percent> $ => drop
	check sum: 甲 + 乙 <= 丙.level * 1.5
	rule other:
	END
	facts -f full /dev/null >out 2>err || { cat err; false; }
	for at in $(seq 1 5 "$(wc -c <full)"); do
		head -c "$at" full >r
		timeout 20 facts -f r /dev/null >out 2>err || {
			is 2 $?
			last=$(grep -n '^[a-z]' r | tail -n 1 | cut -d: -f1)
			now="cut at $at"
			n=$(sed -n 's/^facts: r:\([0-9]*\): .*/\1/p' err)
			[ "$n" -ge "${last:-1}" ] ||
			    grep -q 'not UTF-8$' err
			is 1 "$(wc -l <err)"
		}
	done
}

# --- dictionaries

@test "dictionaries with a million rows, all the same or all different" {
	fed awk 'BEGIN { for (i = 0; i < 1000000; i++) print "词" i }'
	told 0 "" tok -d r
	told 0 "" numnorm -d r
	fed awk 'BEGIN { for (i = 0; i < 1000000; i++) print "词" }'
	told 0 "" tok -d r
	told 0 "" numnorm -d r
	fed awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "词"; print "" }'
	told 0 "" tok -d r
	told 0 "" numnorm -d r
}

@test "dictionaries with NUL, junk, bad UTF-8, bad numbers" {
	printf '好\0人\n\0\n' >r
	told 0 "" tok -d r
	told 0 "" numnorm -d r
	for bad in '\xff' '\xe5\xa5' '\xed\xa0\x80' '\xc0\xaf'; do
		printf "好\n$bad\n" >r
		told 2 "tok: r:2: the word is not valid UTF-8" tok -d r
		told 2 "numnorm: r:2: the word is not valid UTF-8" numnorm -d r
		printf "好\n人$bad" >r
		told 2 "tok: r:2: the word is not valid UTF-8" tok -d r
		told 2 "numnorm: r:2: the word is not valid UTF-8" numnorm -d r
	done
	for n in -5 1e9 99999999999999999999999 ' ' 0x1; do
		printf '好\n甲\t%s\tn\n' "$n" >r
		told 2 "tok: r:2: the count is no number" tok -d r
	done
	fed awk 'BEGIN { for (i = 0; i < 300; i++) print "词" i "\t1\tt" i }'
	told 2 "tok: r:256: too many tags" tok -d r
}

@test "dictionaries that are none" {
	: >r
	mkdir dir
	for p in tok numnorm; do
		told 0 "" $p -d r
		told 0 "" $p -d /dev/null
		told 2 "$p: dir: Is a directory" $p -d dir
		told 2 "$p: nonesuch: No such file or directory" \
		    $p -d nonesuch
		# Twice the same, and one of many.
		echo 好 >d
		told 0 "" $p -d d -d d -d r -d d
	done
}

# The writer waits for the one reader, who reads all.
@test "dictionaries that come through a FIFO" {
	mkfifo fifo
	for p in tok numnorm; do
		given $p 1 >in
		(sleep 0.05; yes 词 | head -n 100000; echo done >&4) >fifo &
		status 0 timeout 20 $p -d fifo in >out
		wait $!
	done 4>fed
	is 2 "$(wc -l <fed)"
}

# damaged OFFSET BYTE: that byte of d.dic has another value in x.dic.
damaged() {
	{
		head -c "$1" d.dic
		printf "\\x$2"
		tail -c "+$(($1 + 2))" d.dic
	} >x.dic
}

# A wrong byte in a compiled dictionary gives another word or a message.
@test "compiled dictionaries with any byte wrong" {
	printf '签约\t9\tnz\n签约一\t3\tv\nNew York\n项目\n' >d
	tok --compile -d d >d.dic
	n=$(wc -c <d.dic)
	given tok 2 >in
	at=0
	while [ "$at" -lt "$n" ]; do
		now="byte $at"
		for b in 01 ff; do
			damaged "$at" $b
			timeout 20 tok -d x.dic in >out 2>err || {
				is 2 $?
				grep -qxE "tok: x.dic:( the compiled \
dictionary is damaged|1: the word is not valid UTF-8)" err
			}
			awk -F '\t' 'NF != 8 { exit 1 }' out
		done
		[ "$at" -lt 96 ] && at=$((at + 5)) || at=$((at + 197))
	done
	for at in 0 1 7 8 11 12 20 24 40 71 72 100 1000 $((n - 1)); do
		head -c "$at" d.dic >x.dic
		now="cut at $at"
		timeout 20 tok -d x.dic in >out 2>err || is 2 $?
	done
	cat d.dic d.dic >x.dic
	timeout 20 tok -d x.dic in >out 2>err || is 2 $?
}
