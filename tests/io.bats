# The stream contract of factline(5): the same cases for all five programs.
load lib

# plain PROG [ARG ...]: its output for the sample, the thing to compare with.
plain() {
	given "$1" >in
	"$@" <in >plain
	[ "$(wc -l <plain)" -gt 1 ]
}

# body: the rows of standard input without the header; JSON has none.
body() {
	if [ "$now" = tsv2json ]; then cat; else tail -n +2; fi
}

writers="fixenc tok numnorm facts"
readers="tok numnorm facts tsv2json"

# --- help, version, usage

help_() {
	"$1" -h >out 2>err
	"$1" --help | cmp - out
	[ ! -s err ]
	grep -q "^usage: $1 " out
	grep -q -e '--files0-from' out
}
@test "-h and --help print the usage on standard output" { each help_; }

version() {
	"$1" -V >out 2>err
	"$1" --version | cmp - out
	[ ! -s err ]
	grep -qxE "$1 \(factline\) [0-9]+(\.[0-9]+)*" out
}
@test "-V and --version print name and version" { each version; }

bad_option() {
	for o in -Z --nonesuch -o --input=nonesuch; do
		status 2 "$1" "$o" <in >out 2>err
		[ ! -s out ]
		grep -q "^$1: " err
		grep -q "^usage: $1 " err
	done
}
@test "a bad option gives 2 and the usage on standard error" {
	: >in
	each bad_option
}

# The page renders its synopsis with line breaks of its own; blanks are folded
# on both sides, all other bytes must agree.
synopsis() {
	mandoc -T ascii -O width=78 "$top/man/$1.1" | col -b |
	    sed -n '/^SYNOPSIS$/,/^DESCRIPTION$/p' | sed '1d;$d' |
	    tr -s ' \t\n' ' ' | sed 's/^ //;s/ $//' >want
	"$1" --nonesuch 2>&1 | sed 's/^usage: //' | tail -n +2 |
	    tr -s ' \t\n' ' ' | sed 's/^ //;s/ $//' >got
	[ -s want ]
	same want got
}
@test "the usage is the synopsis of the manual page" {
	wants mandoc col
	each synopsis
}

on_terminal() {
	script -qec "$1" /dev/null </dev/null >out
	grep -q "^usage: $1 " out
}
@test "no operand and a terminal on standard input: the help" {
	wants script
	each on_terminal
}

# --- headers

empty() {
	"$1" </dev/null >out
	"$1" --header-only >only
	is 1 "$(wc -l <out)"
	same out only
}
@test "the header is there when there is no row" { each empty $writers; }

@test "tsv2json prints nothing for no row" {
	tsv2json </dev/null >out
	[ ! -s out ]
	given tsv2json 0 | tsv2json >out
	[ ! -s out ]
}

no_header() {
	plain "$1"
	"$1" -H <in >out
	tail -n +2 plain | cmp - out
	"$1" --no-header <in | cmp - out
}
@test "-H leaves the header out" { each no_header $writers; }

header_only() {
	plain "$1"
	"$1" --header-only <in >out
	head -n 1 plain | cmp - out
}
@test "--header-only prints the header of the input's columns" {
	each header_only tok numnorm facts
}

repeated_header() {
	plain "$1"
	{ cat in; head -n 1 in; } >twice
	awk 'NR == 1 { h = $0 } { print } NR % 7 == 2 { print h }' twice >thrice
	"$1" <thrice >out 2>err
	same plain out
	[ ! -s err ]
}
@test "repeated header lines are dropped" { each repeated_header $readers; }

columns() {
	plain "$1"
	c=$(head -n 1 in | tr '\t' ,)
	tail -n +2 in | "$1" -C "$c" >out
	same plain out
	tail -n +2 in | "$1" --columns="$c" | cmp - plain
}
@test "-C names the columns of headerless input" { each columns $readers; }

any_order() {
	plain "$1"
	awk -F '\t' -v OFS='\t' '{ for (i = NF; i; i--)
		printf "%s%s", $i, (i > 1 ? OFS : "\n") }' in >mirror
	"$1" <mirror >out
	same plain out
}
@test "columns are found by name in any order" {
	each any_order tok numnorm facts
}

carried() {
	plain "$1"
	awk '{ print $0 "\t" (NR > 1 ? "zz\\t1" : "extra") }' in >more
	"$1" <more >out
	awk -F '\t' '
	NR == 1 { n = NF; bad += $NF != "extra" }
	NR > 1 { bad += NF != n || $NF != "zz\\t1" }
	END { exit bad || NR < 2 }' out
	cut -f "$(awk -F '\t' 'NR == 1 { print "1-" NF - 1 }' out)" out >cut
	same plain cut
}
@test "unknown columns are carried through, escapes and all" {
	each carried tok numnorm facts
}

# Columns by name, so that a later column changes no test.
pick() {
	c=$("$1" --header-only | cut -f 1-2 | tr '\t' ,)
	given "$1" >in
	"$1" -o "${c#*,},new=${c%,*}" <in >out
	"$1" <in | awk -F '\t' -v h="${c#*,}" -v OFS='\t' \
	    '{ print $2, NR == 1 ? "new" : $1 }' >want
	same want out
	"$1" --output="${c#*,},new=${c%,*}" <in | cmp - out
}
@test "-o selects, orders and renames columns" { each pick $writers; }

@test "-o selects, orders and renames for tsv2json" {
	printf 'a\tb\n1\tx\n' | tsv2json -o b,n=a >out
	is '{"b":"x","n":"1"}' "$(cat out)"
}

unknown_column() {
	given "$1" >in
	status 2 "$1" -o nonesuch <in >out 2>err
	[ ! -s out ]
	grep -q "^$1: .*nonesuch" err
}
@test "-o with an unknown column is refused before any output" {
	each unknown_column
}

null_mark() {
	given "$1" >in
	"$1" <in | awk -F '\t' -v OFS='\t' '
	NR > 1 { for (i = 1; i <= NF; i++) if ($i == "") $i = "\\N" }
	{ print }' >want
	"$1" -N '\N' <in >out
	same want out
	"$1" --null='\N' <in | cmp - out
}
@test "-N marks absent values" { each null_mark $writers; }

absent_marks() {
	plain "$1"
	awk -F '\t' -v OFS='\t' '
	NR > 1 { for (i = 1; i <= NF; i++) if ($i == "") $i = "\\N" }
	{ print }' in >marked
	"$1" <marked >out
	same plain out
}
@test "readers take \\N as absent" { each absent_marks tok numnorm facts; }

# --- dirty input

variant() {	# variant PROG FILE: gives what the clean sample gives
	"$1" <"$2" >out 2>err
	same plain out
	[ ! -s err ]
}
crlf() {
	plain "$1"
	sed "s/$/$cr/" in >crlf
	variant "$1" crlf
}
@test "CRLF is read as LF" { each crlf; }

with_bom() {
	plain "$1"
	{ printf %s "$bom"; cat in; } >bom
	variant "$1" bom
}
@test "a BOM is no part of the input" { each with_bom; }

no_last_lf() {
	plain "$1"
	head -c -1 in >cut
	variant "$1" cut
}
@test "a missing last LF makes no difference" { each no_last_lf; }

next_to_nothing() {
	for s in "$bom" '\n' '\r\n' "$bom\n" '\t' '\0' '\\'; do
		printf "$s" >none
		"$1" none none >out 2>err || [ $? -eq 1 ]
		"$1" - <none >out 2>err || [ $? -eq 1 ]
		[ "$(body <out | wc -l)" -le 2 ]
	done
}
@test "files of next to nothing" { each next_to_nothing; }

all_three() {
	plain "$1"
	{ printf %s "$bom"; sed "s/$/$cr/" in | head -c -2; } >all
	variant "$1" all
}
@test "BOM, CRLF and no last line end together" { each all_three; }

ragged() {
	plain "$1"
	at=$(wc -l <in)
	{ cat in; printf 'only\tthree\n'; given "$1" 3 7 | tail -n +2; } >rag
	sed "$((at + 1))d" rag >clean
	"$1" <clean >want
	status 1 "$1" <rag >out 2>err
	same want out
	is 1 "$(wc -l <err)"
	grep -q "^$1: -:$((at + 1)): " err
	status 1 "$1" rag >out 2>err
	grep -q "^$1: rag:$((at + 1)): " err
}
@test "a ragged row is reported, the others are not lost" {
	each ragged $readers
}

nul() {
	given "$1" >in
	sed '2s/签约/签\x00约/' in >nul
	"$1" <in >want
	status 0 "$1" <nul >out 2>err
	is "$(tail -n 1 want)" "$(tail -n 1 out)"
	[ ! -s err ]
}
@test "NUL bytes disturb nothing" { each nul; }

carried_nul() {
	plain "$1"
	awk '{ print $0 "\t" (NR > 1 ? "x@y" : "extra") }' in |
	    tr @ '\000' >nul
	"$1" <nul >out
	is "$(body <out | wc -l)" "$(body <out | grep -ac "x.y$")"
	[ "$(tr -dc '\000' <out | wc -c)" -gt 0 ]
}
@test "NUL bytes in a carried column are kept" {
	each carried_nul tok numnorm facts
}

junk() {
	head -c 200000 /dev/urandom >junk
	"$1" <junk >out 2>err || [ $? -le 2 ]
	{ given "$1"; cat junk; } >mixed
	"$1" <mixed >out 2>err || [ $? -le 1 ]
}
@test "binary junk ends no program by a signal" { each junk; }

# A field of 3 MiB, the last of its row or not.
long_line() {
	given "$1" 1 >in
	long=$(awk 'BEGIN { for (i = 0; i < 262144; i++) printf "招商引资" }')
	if [ "$1" = fixenc ]; then
		printf '%s\n' "$long" >long
		"$1" <long | awk -F '\t' '{ n += length($0) } END { print n }' >n
	else
		{
			head -n 1 in
			printf 'd\t1\t%s\n' "$long" |
			    awk -F '\t' -v want="$(head -n 1 in)" -v OFS='\t' '
			{
				n = split(want, c, "\t")
				for (i = 1; i <= n; i++)
					printf "%s%s", (c[i] == "text" || \
					    c[i] == "token" ? $3 : 1), \
					    (i < n ? OFS : "\n")
			}'
			tail -n +2 in
		} >long
		"$1" <long >out
		tail -n 6 out | grep -q 签约
	fi
}
@test "a line of 3 MiB is a line" { each long_line; }

# --- operands

operands() {
	given "$1" 2 1 >a
	doc=e given "$1" 2 11 >b
	"$1" a b >out
	{ "$1" a; "$1" b | body; } >want
	same want out
	given "$1" 2 1 | "$1" - b >out
	[ "$(wc -l <out)" -eq "$(wc -l <want)" ]
}
@test "files in one call are as files one by one" { each operands; }

missing() {
	given "$1" 2 1 >a
	doc=e given "$1" 2 11 >b
	"$1" a b >want
	status 1 "$1" a nonesuch b >out 2>err
	same want out
	is "$1: nonesuch: No such file or directory" "$(cat err)"
}
@test "a missing file is reported and the others go on" { each missing; }

directory() {
	given "$1" 2 1 >a
	mkdir -p dir
	"$1" a >want
	status 1 "$1" dir a >out 2>err
	same want out
	is "$1: dir: Is a directory" "$(cat err)"
}
@test "a directory is reported and the others go on" { each directory; }

files0() {
	given "$1" 2 1 >"a b"
	doc=e given "$1" 2 11 >"c
d"
	"$1" "a b" "c
d" >want
	printf 'a b\0c\nd\0' >list
	"$1" --files0-from=list >out
	same want out
	"$1" --files0-from=- <list >out
	same want out
	printf 'a b\0c\nd' | "$1" --files0-from=- >out
	same want out
}
@test "--files0-from reads names that end in NUL" { each files0; }

files0_bad() {
	given "$1" 1 >a
	printf 'a\0' >list
	status 2 "$1" --files0-from=list a >out 2>err
	[ ! -s out ]
	grep -q "^$1: " err
	status 2 "$1" --files0-from=nonesuch >out 2>err
	[ ! -s out ]
	grep -q "^$1: nonesuch: " err
	: >none
	"$1" --files0-from=none >out
	"$1" </dev/null | cmp - out
	printf 'a\0nonesuch\0' >list
	status 1 "$1" --files0-from=list >out 2>err
	"$1" a | cmp - out
}
@test "--files0-from: with operands, missing, empty, a missing name" {
	each files0_bad
}

dashed() {
	given "$1" 2 >./-x
	"$1" -- -x >out
	"$1" ./-x | body | wc -l >n
	is "$(cat n)" "$(body <out | wc -l)"
}
@test "-- ends the options" { each dashed; }

# --- what two files bring together

twice() {
	given "$1" 2 >one
	awk -v t="$tab" '{
		print $0 t (NR == 1 ? "x" : "1") t (NR == 1 ? "x" : "2") }' \
	    one >in
	"$1" in >out
	is "x${tab}x" "$(head -n 1 out | rev | cut -f 1,2 | rev)"
	is "1${tab}2" "$(tail -n +2 out | rev | cut -f 1,2 | rev | sort -u)"
}
# The columns of a file that is refused are not those of the output.
refused_head() {
	printf 'a\tb\n1\t2\n' >in
	opt=
	[ "$1" = facts ] || opt=--input=rows
	status 1 "$1" $opt in >out 2>err
	grep -q "^$1: in:1: no column '" err
	same <("$1" --header-only) out
}
@test "a refused file leaves nothing in the header" {
	each refused_head tok facts
}

@test "a carried name that stands twice keeps both columns" {
	each twice tok numnorm facts
}

joined() {
	given "$1" 3 >one
	doc=e given "$1" 3 >two
	{
		cat one
		printf '%s' "$bom"
		sed "s/\$/$cr/" two
	} >in
	{
		cat one
		tail -n +2 two
	} >plain
	"$1" <plain >want
	"$1" <in >got
	same want got
}
@test "a header behind a BOM in the middle is dropped too" {
	each joined $readers
}

escapes() {
	file=$'a\x1b[31m\n\x7f'
	status 1 "$1" "$file" >out 2>err
	grep -qx "$1: a?\[31m??: No such file or directory" err
}
@test "a message is one line without control characters" { each escapes; }

locales() {
	plain "$1"
	for l in C POSIX tr_TR.UTF-8 zh_CN.GBK nonesuch; do
		LC_ALL=$l "$1" <in >out
		same plain out
	done
	TZ=Asia/Shanghai "$1" <in >out
	same plain out
	POSIXLY_CORRECT=1 "$1" <in >out
	same plain out
}
@test "locale and time zone change no byte" { each locales; }
