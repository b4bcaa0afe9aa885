# tsv2json(1): what each option does, hostile fields, and the way back.

setup() {
	top=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
	PATH=$top/cmd:$PATH
}

# try WANTED ARG... : standard input (printf escapes) must come out as wanted
try() {
	local want=$1 got
	shift
	got=$(tsv2json "$@"; printf .)
	if [ "$got" != "$want"$'\n.' ]; then
		printf 'arguments: %s\nwanted: %s\ngot:    %s\n' "$*" \
		    "$want" "${got%.}"
		return 1
	fi
}

@test "a row becomes an object, typed by its column" {
	printf 'doc\tvalue\ttext\na\t102715000000\t贴着\nb\t007\t7\n' |
	    try '{"doc":"a","value":102715000000,"text":"贴着"}
{"doc":"b","value":"007","text":"7"}'
}

@test "the four escapes, absent values, and what is no escape" {
	printf '%s\n' 'a	b	c' '\t\n\r\\	\N	' '\x	\\N	"' |
	    try '{"a":"\t\n\r\\","b":null,"c":null}
{"a":"\\x","b":"\\N","c":"\""}'
}
