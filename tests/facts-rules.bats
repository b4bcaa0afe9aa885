# facts: the rule language.
load lib

rows() {
	awk -f "$top/tests/facts/rows.awk"
}

# runs RULES ROWS [ARG ...]: both are text; the columns are those of $cols.
cols=predicate,object,scope,measure,value,status,rule
runs() {
	printf '%s\n' "$1" >r.rules
	printf '这/r 是/v 正文/n 的/u 开头/n 。\n%s\n' "$2" | rows >r.tsv
	shift 2
	facts -H -o "$cols" -f r.rules "$@" r.tsv | sed 's/	/|/g'
}

# matches PATTERN WORDS: which value a rule of the pattern takes; v: is the
# name of the value, x: of text.
matches() {
	cols=value,object,rule runs "rule t: $1 => emit value=\$v predicate=类 \
object=\$x" "$2" | sed -n 's/|t$//p' | paste -sd' '
}

@test "each kind of condition matches as the page says" {
	table() {
		while IFS='@' read -r pat words want; do
			now="$pat @ $words"
			is "$want" "$(matches "$pat" "$words")"
		done
		now=
	}
	table <<-'END'
	x:甲 v:<value>@甲 5个/m/quantity/=/5/个@5|甲
	x:'甲' v:<quantity>@甲 5个/m/quantity/=/5/个@5|甲
	x:甲 v:<money>@甲 5个/m/quantity/=/5/个@
	x:甲 v:<quantity unit=个>@甲 5个/m/quantity/=/5/个@5|甲
	x:甲 v:<quantity unit=家|个>@甲 5个/m/quantity/=/5/个@5|甲
	x:甲 v:<quantity unit=家>@甲 5个/m/quantity/=/5/个@
	x:甲 v:<value op=~>@甲 5个/m/quantity/~/5/个@5|甲
	x:甲 v:<money >=1e8>@甲 1亿元/m/money/=/100000000/CNY@100000000|甲
	x:甲 v:<money >1亿>@甲 1亿元/m/money/=/100000000/CNY@
	x:甲 v:<money >=0.5万 <1亿>@甲 1万元/m/money/=/10000/CNY@10000|甲
	x:/v/ v:<value>@甲/vn 5个/m/quantity/=/5/个@5|甲
	x:/vn/ v:<value>@甲/vn 5个/m/quantity/=/5/个@5|甲
	x:/vn/ v:<value>@甲/v 5个/m/quantity/=/5/个@
	x:PHASE v:<value>@签约/v 5个/m/quantity/=/5/个@5|签约
	x:. v:<value>@甲 5个/m/quantity/=/5/个@5|甲
	x:. v:<value>@， 5个/m/quantity/=/5/个@
	x:(甲 ..) v:<value>@甲 ， 5个/m/quantity/=/5/个@5|甲，
	x:(甲 ..) v:<value>@甲 、 5个/m/quantity/=/5/个@5|甲、
	x:(甲 ..) v:<value>@甲 ； 5个/m/quantity/=/5/个@
	x:!乙 v:<value>@甲 5个/m/quantity/=/5/个@5|甲
	x:!甲 v:<value>@甲 5个/m/quantity/=/5/个@
	x:!(乙|/v/) v:<value>@甲/v 5个/m/quantity/=/5/个@
	x:!乙 v:<value>@， 5个/m/quantity/=/5/个@
	x:(甲|乙 丙) v:<value>@乙 丙 5个/m/quantity/=/5/个@5|乙丙
	x:甲 ',' v:<value>@甲 ， 5个/m/quantity/=/5/个@5|甲
	^ x:甲 v:<value>@甲 5个/m/quantity/=/5/个@5|甲
	^ x:甲 v:<value>@乙 甲 5个/m/quantity/=/5/个@
	x:甲 v:<value> $@甲 5个/m/quantity/=/5/个@5|甲
	x:甲 v:<value> $@甲 5个/m/quantity/=/5/个 。@5|甲
	x:甲 v:<value> $@甲 5个/m/quantity/=/5/个 乙@
	END
}

@test "each repeat takes as often as the page says" {
	for c in '甲?:0011' '甲*:0000' '甲+:1000' '甲{2}:1101' '甲{1,2}:1001' \
	    '甲{2,}:1100'; do
		now=$c
		pat=${c%:*} bits=${c#*:} words=丙 got=
		for i in 0 1 2 3; do
			[ "$(matches "丙 x:($pat) 乙 v:<value>" "$words 乙 \
5个/m/quantity/=/5/个")" = "" ] && got=${got}1 || got=${got}0
			words="$words 甲"
		done
		is "$bits" "$got"
	done
	now=
}
