# Knowledge in lib/data: readable, sorted, each row once, its origin named.
load lib

tables() {
	ls "$top"/lib/data/*.tsv
}

@test "every table is UTF-8, ends in LF and has no CR or trailing blank" {
	for f in $(tables); do
		now=$f
		iconv -f UTF-8 -t UTF-8 "$f" >/dev/null
		[ -z "$(tail -c 1 "$f")" ]
		! grep -n "[ $cr]\$" "$f"
		! grep -n '^$' "$f"
	done
}

@test "every table is sorted by byte" {
	for f in $(tables); do
		now=$f
		grep -v '^#' "$f" | LC_ALL=C sort -c
	done
}

# The key is the first column, or the columns that the legend line
# `# key: a b` names.
@test "every table has a unique key" {
	for f in $(tables); do
		now=$f
		n=$(sed -n 's/^# key: //p' "$f" | head -n 1 | wc -w)
		[ "$n" -gt 0 ] || n=1
		twice=$(grep -v '^#' "$f" | cut -f "1-$n" | LC_ALL=C sort |
		    uniq -d | head -n 3)
		is "" "$twice"
	done
}

@test "every table begins with a legend of its columns" {
	for f in $(tables); do
		now=$f
		head -n 1 "$f" | grep -q '^#'
	done
}

@test "every row has the columns of the first" {
	for f in $(tables); do
		now=$f
		awk -F '\t' -v f="$f" '
		/^#/ { next }
		NF > max { max = NF }
		NF < 1 || NF > 32 { print f ":" FNR ": " NF " fields"; bad = 1 }
		END { exit bad }' "$f"
	done
}

@test "SOURCES names every file, and no other" {
	cd "$top/lib/data"
	for f in *; do
		case $f in
		SOURCES|*.tab|*.o|*.tmp) continue ;;
		esac
		grep -qwF -e "$f" SOURCES ||
		    { echo "not in SOURCES: $f"; bad=1; }
	done
	for f in $(grep -oE '^[a-z0-9_-]+\.(tsv|rules|txt)' SOURCES); do
		[ -e "$f" ] || { echo "in SOURCES only: $f"; bad=1; }
	done
	[ -z "$bad" ]
}

@test "each row of SOURCES has an origin and a licence" {
	awk -F '\t' '
	/^#/ || /^$/ { next }
	NF < 3 || $2 == "" || $3 == "" { print FNR ": " $0; bad = 1 }
	END { exit bad }' "$top/lib/data/SOURCES"
}

@test "each licence that SOURCES names has its notice in LICENSE" {
	for w in jieba Unihan OpenCC; do
		if grep -qi "$w" "$top/lib/data/SOURCES"; then
			grep -qi -e "$w" "$top/LICENSE"
		fi
	done
}
