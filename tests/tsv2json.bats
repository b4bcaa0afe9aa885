# tsv2json(1): what each option does, hostile fields, and the way back.
load lib

aids=$top/tests/json

# try WANT [ARG ...]: standard input must come out as wanted, to the last byte.
try() {
	local want=$1

	shift
	now="tsv2json $*"
	cat >in
	tsv2json "$@" <in >got
	printf '%s\n' "$want" >want
	same want got
}

# refused WANT STATUS [ARG ...]: the message, without the usage, and the status.
refused() {
	local want=$1 code=$2

	shift 2
	now="tsv2json $*"
	cat >in
	status "$code" tsv2json "$@" <in >got 2>err
	is "$want" "$(grep -v -e '^usage: ' -e '^   ' err)"
}

@test "a row becomes an object, typed by its column" {
	printf 'doc\tvalue\ttext\na\t102715000000\t贴着\nb\t007\t7\n' | try \
'{"doc":"a","value":102715000000,"text":"贴着"}
{"doc":"b","value":"007","text":"7"}'
}

@test "the columns of factline have their types" {
	printf '%s\n%s\n' \
	    'line	sent	start	end	fact	group	value	upper	doc	key	tag' \
	    '1	3	4	5	6	7	9.5	1e3	1	1	n' | try \
'{"line":1,"sent":3,"start":4,"end":5,"fact":6,"group":7,"value":9.5,"upper":1e3,"doc":"1","key":"1","tag":"n"}'
	printf '%s\n%s\n' 'charset	confidence	lines	mojibake	tag	lost' \
	    'GB18030	99.5	12	3	0	1' | try \
'{"charset":"GB18030","confidence":99.5,"lines":12,"mojibake":3,"tag":0,"lost":1}'
	printf 'line\tvalue\n1.5\t2023-03-22\n1e2\t1/3\n' | try \
'{"line":"1.5","value":"2023-03-22"}
{"line":"1e2","value":"1/3"}'
}

@test "the four escapes, absent values, and what is no escape" {
	printf '%s\n' 'a	b	c' '\t\n\r\\	\N	' '\x	\\N	"' | try \
'{"a":"\t\n\r\\","b":null,"c":null}
{"a":"\\x","b":"\\N","c":"\""}'
}

@test "names are decoded as fields are" {
	printf '%s\n1\t2\t3\n' 'a\tb	c"\\	'$'\xff' | try \
	    '{"a\tb":"1","c\"\\":"2","�":"3"}'
}

# Input and the value it gives for num, for num with --exact, and for int.
@test "a number is one in JSON's grammar that a double gives back" {
	cases=0
	while read -r text num exact int; do
		for t in "num $num" "num $exact --exact" "int $int"; do
			set -- $t
			printf 'v\n%s\n' "$text" |
			    try "{\"v\":$2}" -T "v:$1" ${3:-}
		done
		cases=$((cases + 1))
	done <<-'END'
	0 0 0 0
	-0 -0 -0 -0
	102715000000 102715000000 102715000000 102715000000
	1.50 1.50 1.50 "1.50"
	1E+5 1E+5 1E+5 "1E+5"
	123456789012345 123456789012345 123456789012345 123456789012345
	1234567890123456 "1234567890123456" 1234567890123456 "1234567890123456"
	100000000000000000000 100000000000000000000 100000000000000000000 100000000000000000000
	1.0000000000000000 1.0000000000000000 1.0000000000000000 "1.0000000000000000"
	0.000000000000000012 0.000000000000000012 0.000000000000000012 "0.000000000000000012"
	9e307 9e307 9e307 "9e307"
	1e308 "1e308" 1e308 "1e308"
	1e-307 1e-307 1e-307 "1e-307"
	1e-308 "1e-308" 1e-308 "1e-308"
	0e999 0e999 0e999 "0e999"
	1e99999999999999999999 "1e99999999999999999999" 1e99999999999999999999 "1e99999999999999999999"
	007 "007" "007" "007"
	+1 "+1" "+1" "+1"
	.5 ".5" ".5" ".5"
	5. "5." "5." "5."
	1e "1e" "1e" "1e"
	- "-" "-" "-"
	1/3 "1/3" "1/3" "1/3"
	NaN "NaN" "NaN" "NaN"
	0x10 "0x10" "0x10" "0x10"
	END
	is 25 "$cases"
}

@test "-T sets types, the last word counts, * is all other columns" {
	printf 'a\tb\n1\tt\n0\t1\nx\tfalse\n' | try \
'{"a":true,"b":true}
{"a":false,"b":true}
{"a":"x","b":false}' -T 'a:int,*:str' -T '*:bool,a:bool'
	printf 'value\tline\n1\t2\n' | try '{"value":"1","line":2}' \
	    -T value:str
	printf 'value\tline\n1\t2\n' | try '{"value":"1","line":"2"}' -T '*:str'
	printf 'a:b\n1\n' | try '{"a:b":1}' -T a:b:num
}

@test "json takes a text over without its blanks, else it is a string" {
	printf 'v\n[ 1, {"a" :\\t"x y"}]\n{"a":}\n"\\\\u4e2d"\n' | try \
'{"v":[1,{"a":"x y"}]}
{"v":"{\"a\":}"}
{"v":"\u4e2d"}' -T v:json
	printf 'v\n["中"]\n' | try '{"v":["\u4e2d"]}' -T v:json --ascii
}

@test "--infer goes by the cell where no type is known" {
	printf 'a\tvalue\n12\tx\ntrue\t1\n12%%\t\nnull\t2\nt\t3\n' | try \
'{"a":12,"value":"x"}
{"a":true,"value":1}
{"a":"12%","value":null}
{"a":"null","value":2}
{"a":"t","value":3}' --infer
}

@test "--empty: null, omit, string" {
	printf 'a\tb\tc\n\t\\N\t1\n' >t
	try '{"a":null,"b":null,"c":"1"}' --empty=null <t
	try '{"c":"1"}' --empty=omit <t
	try '{"a":"","b":null,"c":"1"}' --empty=string <t
	printf 'a\n""\n' | try '{"a":"\"\""}' --empty=omit
	printf 'a\tb\n\t\n' | try '{}' --empty=omit
}

@test "--dup: error, suffix, array" {
	printf 'a\ta_2\tb\ta\ta\n1\t2\t3\t4\t\n' >t
	refused "tsv2json: -:1: column 'a' stands twice" 1 <t
	[ ! -s got ]
	try '{"a":"1","a_2":"2","b":"3","a_3":"4","a_4":null}' --dup=suffix <t
	try '{"a":["1","4",null],"a_2":"2","b":"3"}' --dup=array <t
	try '{"a":["1","4",null],"a_2":"2","b":"3"}' --dup=array --empty=omit <t
	# Two names can become one only in JSON.
	printf '\xff\t\xfe\n1\t2\n' | try '{"�":["1","2"]}' --dup=array
	# The other files are not lost.
	printf 'x\n1\n' >u
	status 1 tsv2json t u >got 2>err
	is '{"x":"1"}' "$(cat got)"
}

@test "--ragged: error, pad, skip" {
	printf 'a\tb\n1\n1\t2\n1\t2\t3\n' >t
	refused "tsv2json: -:2: 1 fields, the header has 2
tsv2json: -:4: 3 fields, the header has 2" 1 <t
	is '{"a":"1","b":"2"}' "$(cat got)"
	refused "tsv2json: -:4: 3 fields, the header has 2" 1 --ragged=pad <t
	is '{"a":"1","b":null}
{"a":"1","b":"2"}' "$(cat got)"
	refused "" 0 --ragged=skip <t
	is '{"a":"1","b":"2"}' "$(cat got)"
	refused "tsv2json: -:2: 1 fields, the header has 2
tsv2json: -:4: 3 fields, the header has 2" 1 --ragged=pad -g b <t
}

@test "--nest makes objects of names" {
	printf 'a.b\tx\ta.c.d\ta.c.e\n1\t2\t3\t4\n' >t
	try '{"a":{"b":"1","c":{"d":"3","e":"4"}},"x":"2"}' --nest=. <t
	printf 'a.b\tx\ta.c.d\ta.c.e\ta.f\n\t2\t\t4\t5\n\t\t\t\t\n1\t\t\t\t5\n' |
	    try \
'{"a":{"c":{"e":"4"},"f":"5"},"x":"2"}
{}
{"a":{"b":"1","f":"5"}}' --nest=. --empty=omit
	printf 'a.b\ta\ta.b.c\t.x\tx..y\tz.\n1\t2\t3\t4\t5\t6\n' | try \
'{"a.b":"1","a":"2","a.b.c":"3",".x":"4","x..y":"5","z.":"6"}' --nest=.
	printf 'a::b\ta::c\n1\t2\n' | try '{"a":{"b":"1","c":"2"}}' --nest=::
	printf 'a.b\tc\ta.b\n1\t2\t3\n' | try \
	    '{"a":{"b":["1","3"]},"c":"2"}' --nest=. --dup=array
	printf 'a.b\tc\ta.b\n1\t2\t3\n' | try \
	    '{"a":{"b":"1","b_2":"3"},"c":"2"}' --nest=. --dup=suffix
}

@test "--nest stops at 64 parts" {
	awk 'BEGIN { for (i = 0; i < 63; i++) s = s "a."; print s "b"; print 1 }' |
	    tsv2json --nest=. | tr -cd '{' >got
	is 64 "$(wc -c <got)"
	awk 'BEGIN { for (i = 0; i < 64; i++) s = s "a."; print s "b"; print 1 }' |
	    tsv2json --nest=. | tr -cd '{' >got
	is 1 "$(wc -c <got)"
}

@test "--array is one array, also of nothing" {
	printf 'a\n1\n2\n' | try '[
{"a":"1"},
{"a":"2"}
]' --array
	printf 'a\n' | try '[]' --array
	try '[]' --array </dev/null
}

@test "--seq is a JSON text sequence" {
	printf 'a\n1\n2\n' | try $'\x1e{"a":"1"}\n\x1e{"a":"2"}' --seq
}

@test "--ascii escapes all else" {
	printf 'é\n中\xf0\x9f\x98\x80\xff\x7f\n' |
	    try '{"\u00e9":"\u4e2d\ud83d\ude00\ufffd'$'\x7f''"}' --ascii
}

@test "-o picks, orders and renames" {
	printf 'a\tvalue\tc\n1\t2\t3\n' >t
	try '{"c":"3","a":"1"}' -o c,a <t
	try '{"x":2,"y":{"z":"3"},"w":2}' -o x=value,y.z=c,w=value --nest=. <t
	try '{"a":["1","3"]}' -o a,a=c --dup=array <t
	printf 'a\tb\n5\t6\n' >u
	refused "tsv2json: no column 'z'" 2 -o a,z t u </dev/null
	refused "tsv2json: u:1: no column 'c'" 1 -o a,c t u </dev/null
	is '{"a":"1","c":"3"}
{"a":"5","c":null}' "$(cat got)"
}

@test "-g joins adjacent rows of one value" {
	printf 'doc\tvalue\na\t1\na\t2\nb\t3\na\t4\n' >t
	try \
'{"doc":"a","rows":[{"value":1},{"value":2}]}
{"doc":"b","rows":[{"value":3}]}
{"doc":"a","rows":[{"value":4}]}' -g doc <t
	try \
'{"value":1,"rows":[{"doc":"a"}]}
{"value":2,"rows":[{"doc":"a"}]}
{"value":3,"rows":[{"doc":"b"}]}
{"value":4,"rows":[{"doc":"a"}]}' -g value <t
	try '[
{"d":"a","rows":[{"v":1},{"v":2}]},
{"d":"b","rows":[{"v":3}]},
{"d":"a","rows":[{"v":4}]}
]' -g doc -o d=doc,v=value --array <t
	printf 'k\tx\n\t1\n\\N\t2\n\\t\t3\n\\\\t\t4\n\\x\t5\n\\\\x\t6\n' | try \
'{"k":null,"rows":[{"x":"1"},{"x":"2"}]}
{"k":"\t","rows":[{"x":"3"}]}
{"k":"\\t","rows":[{"x":"4"}]}
{"k":"\\x","rows":[{"x":"5"},{"x":"6"}]}' -g k
	printf 'rows\tx\na\t1\n' | try '{"rows":"a","rows_2":[{"x":"1"}]}' \
	    -g rows
	# A group goes on in the next file; a file without the column is out.
	printf 'x\tdoc\n7\ta\n' >u
	printf 'y\n7\n' >n
	refused "tsv2json: n:1: no column 'doc'" 1 -g doc t n u </dev/null
	is '{"doc":"a","rows":[{"value":4},{"x":"7"}]}' "$(tail -n 1 got)"
}

@test "-g keeps a group in bounds" {
	awk 'BEGIN { print "k\tx"; print "a\t1"; for (;i++ < 200;) print "b\t" i }' >t
	refused "tsv2json: t:95: a group of 'k' is over 1024 bytes (see --max-group)" \
	    2 -g k --max-group=1K t </dev/null
	is '{"k":"a","rows":[{"x":"1"}]}' "$(cat got)"
	refused "" 0 -g k --max-group=4K t </dev/null
	is 2 "$(wc -l <got)"
}

@test "files may have different columns" {
	printf 'a\tb\n1\t2\n' >t
	printf 'b\tc\n3\t4\n' >u
	try '{"a":"1","b":"2"}
{"b":"3","c":"4"}' t u </dev/null
}

@test "a wrong word for an option is an error in the usage" {
	while IFS='|' read -r opts want; do
		refused "tsv2json: $want" 2 $opts </dev/null
		grep -q '^usage: tsv2json ' err
	done <<-'END'
	--dup=x|--dup is error, suffix or array, not 'x'
	--empty=|--empty is null, omit or string, not ''
	--ragged=err|--ragged is error, pad or skip, not 'err'
	--max-group=0|--max-group is a size like 64M, not '0'
	--max-group=5T|--max-group is a size like 64M, not '5T'
	--max-group=5MB|--max-group is a size like 64M, not '5MB'
	--max-group=99999999999999999999|--max-group is a size like 64M, not '99999999999999999999'
	--max-group=18446744073709551615G|--max-group is a size like 64M, not '18446744073709551615G'
	--max-group=-1|--max-group is a size like 64M, not '-1'
	--nest=|--nest needs a separator
	-o a,b=c,b|a column stands twice in 'a,b=c,b'
	--array --seq|--array and --seq exclude each other
	-T a|-T is a list of column:type, with type num, int, bool, str or json, not 'a'
	-T a:int,b:float|-T is a list of column:type, with type num, int, bool, str or json, not 'a:int,b:float'
	END
}

@test "-v counts" {
	printf 'a\n1\n2\n1\t2\n' >in
	status 1 tsv2json -v in >got 2>err
	is "tsv2json: in:4: 2 fields, the header has 1" "$(head -n 1 err)"
	grep -q '^tsv2json: .* 2 rows written, 1 refused' err
}

# --- hostile fields; see hostile.pl, check.js and check.pl

@test "node takes every line and gives back the same text" {
	wants perl node
	perl "$aids/hostile.pl" rows want valid
	for kind in str num json; do
		for ascii in "" --ascii; do
			now="-T v:$kind $ascii"
			tsv2json -T "v:$kind" $ascii rows >got
			node "$aids/check.js" got want "$kind"
		done
	done
}

@test "JSON::XS takes every line and gives back the same text" {
	wants perl
	perl -MJSON::XS -e 1 2>/dev/null || skip "no JSON::XS here"
	perl "$aids/hostile.pl" rows want valid
	for kind in str num json; do
		for ascii in "" --ascii; do
			now="-T v:$kind $ascii"
			tsv2json -T "v:$kind" $ascii rows >got
			perl "$aids/check.pl" got want "$kind"
		done
	done
}

@test "the way back gives the same bytes" {
	wants perl
	perl "$aids/hostile.pl" rows want valid
	[ "$(wc -l <valid)" -gt 300 ]
	for opts in "" --ascii --infer "--infer --exact" "-T v:num" \
	    "-T v:int"; do
		now=$opts
		tsv2json --empty=string $opts valid |
		    perl "$aids/json2tsv.pl" >got
		same valid got
	done
}

@test "--exact writes any number as it stands" {
	wants perl
	perl "$aids/hostile.pl" rows want valid
	tsv2json --exact -T v:num valid >got
	grep -c '"v":[-0-9]' got >exact
	tsv2json -T v:num valid | grep -c '"v":[-0-9]' >safe
	[ "$(cat exact)" -gt "$(cat safe)" ]
	grep -q '"v":9007199254740993}' got
}

# --- sizes

@test "5,000 columns, also nested and twice" {
	awk 'BEGIN {
		for (i = 1; i <= 5000; i++)
			h = h (i > 1 ? "\t" : "") "g" i % 50 ".c" i
		r = h
		gsub(/[^\t]+/, "7", r)
		print h
		print r
	}' >in
	tsv2json -T '*:int' in >got
	is 5000 "$(grep -o ':7' got | wc -l)"
	tsv2json --nest=. in >got
	is 5000 "$(grep -o ':"7"' got | wc -l)"
	is 51 "$(tr -cd '{' <got | wc -c)"
	awk 'BEGIN {
		for (i = 1; i <= 5000; i++)
			h = h (i > 1 ? "\t" : "") "a"
		r = h
		print h
		print r "b"
	}' >in
	tsv2json --dup=array in >got
	is 5001 "$(grep -o '"ab*"' got | wc -l)"
	tsv2json --dup=suffix in | grep -q '"a_5000":"ab"'
}

# heavy COMMAND ...: runs it, leaves its output in got and its memory in kib.
heavy() {
	aid peak used "$@" >got
	read -r kib ms us <used
}

# 100 MB, cut inside a character.
long_field() {
	yes '中文"' | tr -d '\n' | head -c 100000000
}

@test "a field of 100 MB takes little more memory than itself" {
	! sanitized tsv2json || skip "sanitizers need more"
	{ printf 'a\tb\n'; long_field; printf '\t1\nz\t2\n'; } >in
	heavy tsv2json in
	[ "$kib" -lt $((100000000 / 1024 + 16384)) ] || { echo "$kib KiB"; false; }
	# 14,285,714 quotes have got a backslash, two bytes cut off one U+FFFD.
	is $((14285714 * 8 + 3 + 17 + 18)) "$(wc -c <got)"
	is '{"a":"z","b":"2"}' "$(tail -n 1 got)"
	is '{"a":"中文\"中文\"' "$(head -c 22 got)"
	is '","b":"1"}' "$(head -n 1 got | tail -c 11)"
}

@test "a long last field is written while it is read" {
	! sanitized tsv2json || skip "sanitizers need more"
	yes '中文\t"' | head -n 3000000 | tr -d '\n' >field
	sed 's/"/\\"/g' field >chars
	{ printf 'a\tb\n1\t'; cat field; printf '\r\n2\tz\n'; } >in
	# Options, what stands before and behind the string, KiB at most.
	while IFS='|' read -r opts before behind most; do
		now=$opts
		heavy tsv2json $opts in
		cmp got <(printf "$before"; cat chars; printf "$behind")
		[ "$kib" -lt "$most" ] || { echo "$kib KiB"; false; }
	done <<-'EOF'
	|{"a":"1","b":"|"}\n{"a":"2","b":"z"}\n|16384
	--empty=omit|{"a":"1","b":"|"}\n{"a":"2","b":"z"}\n|16384
	--array|[\n{"a":"1","b":"|"},\n{"a":"2","b":"z"}\n]\n|16384
	--nest=. -o a,x.b=b|{"a":"1","x":{"b":"|"}}\n{"a":"2","x":{"b":"z"}}\n|16384
	-o b,a|{"b":"|","a":"1"}\n{"b":"z","a":"2"}\n|49152
	-T b:num|{"a":"1","b":"|"}\n{"a":"2","b":"z"}\n|49152
	--ragged=skip|{"a":"1","b":"|"}\n{"a":"2","b":"z"}\n|49152
	EOF
	{ printf 'a\tb\n1\t'; cat field; printf '\tq\n2\tz\n'; } >in
	status 1 tsv2json in >got 2>err
	is "tsv2json: in:2: more fields than the header's 2" "$(cat err)"
	cmp got <(printf '{"a":"1","b":"'; cat chars
	    printf '"}\n{"a":"2","b":"z"}\n')
}

@test "10,000,000 rows need no memory" {
	! sanitized tsv2json || skip "sanitizers need more"
	awk 'BEGIN {
		print "doc\tvalue"
		for (i = 1; i <= 10000000; i++)
			print "d" int((i - 1) / 1000) "\t" i
	}' >in
	heavy tsv2json in
	[ "$kib" -lt 16384 ]
	is 10000000 "$(wc -l <got)"
	is '{"doc":"d9999","value":10000000}' "$(tail -n 1 got)"
	heavy tsv2json -g doc in
	[ "$kib" -lt 16384 ]
	is 10000 "$(wc -l <got)"
}

@test "a header of a million names is planned in linear time" {
	awk 'BEGIN {
		for (n = 0; n < 2; n++) {
			for (i = 1; i <= 1000000; i++)
				printf "%s%s", (i == 1 ? "" : "\t"), (n ? i : "a")
			print ""
		}
	}' >in
	tsv2json --dup=suffix in >got
	is '"a_1000000":"1000000"}' "$(tail -c 23 got)"
	tsv2json --dup=array in >got
	is '"999999","1000000"]}' "$(tail -c 21 got)"
}
