# Whole pipelines over the articles of tests/articles.
load lib

articles() {
	cd "$top/tests/articles"
	ls ./*.txt | sed 's,^\./,,'
}

pipeline() {
	fixenc "$@" | tok | numnorm | facts
}

@test "each stage gives the golden files" {
	mkdir got
	"$top/tests/golden.sh" "$PWD/got"
	for f in "$top"/tests/golden/*; do
		now=${f##*/}
		same "$f" "got/$now"
	done
	is "$(ls "$top/tests/golden")" "$(ls got)"
}

@test "all articles in one call are as one by one" {
	tmp=$PWD
	cd "$top/tests/articles"
	pipeline *.txt >"$tmp/one"
	for f in *.txt; do
		pipeline "$f" | tail -n +2
	done >"$tmp/many"
	tail -n +2 "$tmp/one" | cmp - "$tmp/many"
	# In the other order: the same rows in another order.
	pipeline $(ls -r *.txt) | sort >"$tmp/back"
	sort "$tmp/one" | cmp - "$tmp/back"
}

@test "rows of many runs joined are as one run" {
	tmp=$PWD
	cd "$top/tests/articles"
	fixenc *.txt | tok | numnorm >"$tmp/one"
	for f in *.txt; do
		fixenc "$f" | tok
	done | numnorm >"$tmp/joined"
	cmp "$tmp/one" "$tmp/joined"
	for f in *.txt; do
		fixenc "$f" | tok | numnorm
	done | facts >"$tmp/facts"
	facts <"$tmp/one" | cmp - "$tmp/facts"
}

@test "through files and through pipes: the same" {
	tmp=$PWD
	cd "$top/tests/articles"
	fixenc *.txt >"$tmp/1"
	tok "$tmp/1" >"$tmp/2"
	numnorm "$tmp/2" >"$tmp/3"
	facts "$tmp/3" >"$tmp/4"
	pipeline *.txt | cmp - "$tmp/4"
}

@test "through narrow pipes: the same" {
	tmp=$PWD
	cd "$top/tests/articles"
	pipeline signing.txt visit-big5.txt >"$tmp/want"
	fixenc signing.txt visit-big5.txt | aid trickle 61 | tok |
	    aid trickle 509 | numnorm | aid trickle 1021 | facts >"$tmp/got"
	cmp "$tmp/want" "$tmp/got"
}

# A sentence's rows hold its text: every token is the slice of its line.
@test "tokens are the slices of the text that their offsets name" {
	wants python3
	tmp=$PWD
	cd "$top/tests/articles"
	fixenc *.txt >"$tmp/text"
	fixenc *.txt | tok >"$tmp/tok"
	tok <"$tmp/text" | numnorm >"$tmp/num"
	cd "$tmp"
	for now in tok num; do
		python3 - text $now <<-'PY'
		import re, sys
		def rows(f):
		    with open(f, encoding='utf-8', newline='\n') as fp:
		        head = fp.readline().rstrip('\n').split('\t')
		        for l in fp:
		            yield dict(zip(head, l.rstrip('\n').split('\t')))
		def undo(s):
		    return re.sub(r'\\([tnr\\])', lambda m: {'t': '\t',
		        'n': '\n', 'r': '\r'}.get(m[1], m[1]), s)
		text = {(r['doc'], r['line']): undo(r['text'])
		    for r in rows(sys.argv[1])}
		last, n = {}, 0
		for r in rows(sys.argv[2]):
		    k = r['doc'], r['line']
		    a, b = int(r['start']), int(r['end'])
		    assert text[k][a:b] == undo(r['token']), r
		    assert a >= last.get(k, 0) and b > a, r
		    assert not text[k][last.get(k, 0):a].strip(), r
		    last[k] = b
		    n += 1
		for k, t in text.items():
		    assert not t[last.get(k, 0):].strip(), (k, t)
		assert n > 1000
		PY
	done
}

@test "a column set by fixenc reaches the facts" {
	tmp=$PWD
	cd "$top/tests/articles"
	fixenc -S batch=7 signing.txt | tok | numnorm | facts >"$tmp/out"
	awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++)
		if ($i == "batch") c = i }
	NR > 1 && $c != "7" { bad = 1 }
	END { exit !c || bad || NR < 5 }' "$tmp/out"
}

@test "make demo prints facts of every article as JSON" {
	wants python3
	tmp=$PWD
	cd "$top"
	[ -n "$(command -v make)" ] || skip "no make here"
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -s demo >"$tmp/json"
	python3 - "$tmp/json" tests/articles/*.txt <<-'PY'
	import json, os, sys
	docs = {json.loads(l)['doc'] for l in open(sys.argv[1])}
	for f in sys.argv[2:]:
	    assert f in docs or os.path.basename(f) in docs, f
	PY
}

@test "the pipeline's JSON is valid and holds the same cells" {
	wants python3
	tmp=$PWD
	cd "$top/tests/articles"
	pipeline *.txt >"$tmp/tsv"
	tsv2json <"$tmp/tsv" >"$tmp/json"
	python3 - "$tmp/tsv" "$tmp/json" <<-'PY'
	import json, re, sys
	un = lambda s: re.sub(r'\\([tnr\\])', lambda m: {'t': '\t', 'n': '\n',
	    'r': '\r'}.get(m[1], m[1]), s)
	tsv = open(sys.argv[1], encoding='utf-8', newline='\n').read()
	tsv = [l.split('\t') for l in tsv.split('\n')[:-1]]
	js = open(sys.argv[2], encoding='utf-8', newline='\n')
	js = [json.loads(l, parse_float=str, parse_int=str) for l in js]
	assert len(js) == len(tsv) - 1 > 50
	for row, obj in zip(tsv[1:], js):
	    assert list(obj) == tsv[0]
	    for k, c in zip(tsv[0], row):
	        assert obj[k] == (None if c in ('', '\\N') else un(c)), (k, c)
	PY
}

@test "a stage that dies is seen: its status is not 0" {
	run bash -o pipefail -c 'fixenc nonesuch | tok | numnorm | facts'
	is 1 "$status"
	set +e
	yes 签约143个项目 | head -n 20000 | fixenc | tok |
	    numnorm | facts >/dev/full 2>err
	is 2 "${PIPESTATUS[5]}"
}
