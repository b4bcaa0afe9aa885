# The manual pages: clean, complete, and true.
load lib

pages="fixenc.1 tok.1 numnorm.1 facts.1 tsv2json.1 factline.5 factline-rules.5
factline.7"

# examples PAGE: makes ex/N.cmd and ex/N.want from the literal blocks of the
# page's EXAMPLES: lines `$ command`, which go on in lines `> `, each with its
# exact output behind it.
examples() {
	rm -rf ex
	mkdir ex
	awk '
	/^\.Sh / { on = $2 == "EXAMPLES" }
	on && /^\.Bd -literal/ { lit = 1; next }
	/^\.Ed/ { lit = 0; file = "" }
	!lit { next }
	/^\$ / {
		n++
		cmd = sprintf("ex/%03d.cmd", n)
		file = sprintf("ex/%03d.want", n)
		print substr($0, 3) >cmd
		printf "" >file
		begun = 1
		next
	}
	begun && /^> / {
		print substr($0, 3) >cmd
		next
	}
	{ begun = 0 }
	file != "" { print >file }' "$top/man/$1"
	for f in ex/*; do
		[ -e "$f" ] || continue
		sed -e 's/\\&//g;s/\\(aq/'"'"'/g;s/\\(dq/"/g;s/\\-/-/g' \
		    -e 's/\\(ga/`/g;s/\\(ha/^/g;s/\\(ti/~/g' \
		    -e 's/\\e/\\/g;s/\\\\$/\\/' "$f" >f.tmp
		mv f.tmp "$f"
	done
}

@test "every page is there and mandoc has nothing to say" {
	wants mandoc
	for p in $pages; do
		now=$p
		[ -s "$top/man/$p" ]
		mandoc -T lint -W style "$top/man/$p" 2>&1 |
		    grep -v -e "referenced manual not found" \
		    -e "outdated mandoc.db" >lint || :
		is "" "$(cat lint)"
	done
}

@test "the sections stand in the usual order" {
	for p in fixenc tok numnorm facts tsv2json; do
		now=$p
		grep '^\.Sh ' "$top/man/$p.1" | cut -c 5- >got
		for s in NAME SYNOPSIS DESCRIPTION "EXIT STATUS" EXAMPLES \
		    DIAGNOSTICS "SEE ALSO" CAVEATS; do
			grep -nx "$s" got | cut -d: -f1
		done >order
		is 8 "$(wc -l <order)"
		sort -n order | cmp - order
	done
}

# Every option of the usage and of the help has an .It of its own.
@test "every option is documented" {
	for p in fixenc tok numnorm facts tsv2json; do
		now=$p
		"$p" -h | grep -oE -e '--[a-z0-9][a-z0-9-]*' | sort -u >long
		[ -s long ]
		sed 's/\\-/-/g' "$top/man/$p.1" >page
		while read -r o; do
			grep -qE "(Fl -|Fl Fl |--)${o#--}( |=|,|$|[^a-z0-9-])" \
			    page || { echo "$p: $o"; false; }
		done <long
		"$p" -h | sed -n '/^usage:/,/^$/p' |
		    grep -oE '\[-[A-Za-z]+' | tr -d '[-' | fold -w 1 |
		    sort -u >short
		while read -r o; do
			grep -qE "^\.It .*Fl ([A-Za-z] )*$o( |$)" page ||
			    { echo "$p: -$o"; false; }
		done <short
	done
}

# What a program can say about options and files stands under DIAGNOSTICS.
@test "a page does not document options that are not there" {
	for p in fixenc tok numnorm facts tsv2json; do
		now=$p
		sed -n 's/^\.It Fl -\([a-z0-9-]*\).*/\1/p;
		    s/^\.It .*Fl -\([a-z0-9-]*\).*/\1/p' "$top/man/$p.1" |
		    sort -u >long
		"$p" -h >help
		while read -r o; do
			grep -q -e "--$o" help || { echo "$p: --$o"; false; }
		done <long
	done
}

# The commands of a page run in one folder, in their order.
@test "the examples give what the pages say" {
	for p in $pages; do
		now=$p
		examples "$p"
		mkdir "$p"
		for c in ex/*.cmd; do
			[ -e "$c" ] || continue
			now="$p: $(cat "$c")"
			(cd "$p" && sh "../$c" 2>&1 </dev/null) >got || :
			same "${c%.cmd}.want" got
		done
	done
}

@test "every page has an example or is about a format" {
	for p in fixenc.1 tok.1 numnorm.1 facts.1 tsv2json.1; do
		now=$p
		examples "$p"
		[ -s ex/001.cmd ]
	done
}
