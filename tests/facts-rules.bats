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

# says TEXT COLUMNS [ARG ...]: the facts of a line of text, behind a line that
# is sure to be no title.
says() {
	local text=$1 want=$2

	shift 2
	printf '　　这是正文的开头，不是标题。\n\n　　%s\n' "$text" | tok |
	    numnorm -D 2023-03-28 | facts -H -o "$want" "$@" |
	    sed 's/	/|/g' | paste -sd' '
}

# Taking a rule away is a rule of its name with nothing behind the colon; then
# the sentence has to give something else.
@test "each built-in rule is needed" {
	facts -p | sed -n 's/^rule \([^ :]*\).*/\1/p' | sort >all
	while IFS='@' read -r name text want; do
		now=$name
		echo "$name" >>seen
		is "$want" "$(says "$text" kind,subject,object,predicate,value,status)"
		echo "rule $name:" >without.rules
		[ "$want" != "$(says "$text" \
		    kind,subject,object,predicate,value,status \
		    -f without.rules)" ]
	done <<-'END'
	电头@新华社北京3月5日电，全市签约项目20个。@meta||新华社|source|| meta||2023-03-05|published|| stat|||签约项目|20|actual
	每几个@每新增1家企业奖励10万元。@stat|||奖励|100000|actual
	每亩@全县每亩增收500元。@stat|||每亩增收|500|actual
	分别二@柳州市和桂林市分别新开工亿元以上项目20个和15个。@stat|柳州市||开工项目|20|actual stat|桂林市||开工项目|15|actual
	分别三@柳州市、桂林市和南宁市分别新开工亿元以上项目20个、15个和10个。@stat|柳州市||开工项目|20|actual stat|桂林市||开工项目|15|actual stat|南宁市||开工项目|10|actual
	目标@全年目标签约项目100个。@stat|||签约项目|100|planned
	由到@车程由2小时缩短到40分钟。@stat|||车程|2|actual stat|||车程|40|actual
	之一@这是全国172项重大水利工程之一。@
	END
	now=
	sort -u seen | same all -
}

@test "each rule of the file for trade is needed" {
	sed -n 's/^rule \([^ :]*\).*/\1/p' "$top/lib/data/trade.rules" |
	    sort >all
	while IFS='@' read -r name text want; do
		now=$name
		echo "$name" >>seen
		cols=predicate,scope,value
		is "$want" "$(says "$text" "$cols" -f "$top/lib/data/trade.rules")"
		echo "rule $name:" >without.rules
		[ "$want" != "$(says "$text" "$cols" \
		    -f "$top/lib/data/trade.rules" -f without.rules)" ]
	done <<-'END'
	派息@公司拟每10股派发现金红利3.5元。@每10股派息||3.5
	上年同期@净利润2亿元，上年同期为1.5亿元。@净利润||200000000 净利润|上年同期|150000000
	伙伴@全市对东盟出口12亿元。@出口|对东盟|1200000000
	班列@全市开行中欧班列345列。@中欧班列||345
	END
	now=
	sort -u seen | same all -
}

@test "each check is needed" {
	for f in "$top/lib/data/facts.rules" "$top/lib/data/trade.rules"; do
		sed -n 's/^check \([^ :]*\).*/\1/p' "$f"
	done | sort >all
	while IFS='@' read -r name text; do
		now=$name
		echo "$name" >>seen
		says "$text" check -f "$top/lib/data/trade.rules" >with
		grep -q "conflict:$name(" with || { cat with; false; }
		echo "check $name:" >without.rules
		says "$text" check -f "$top/lib/data/trade.rules" \
		    -f without.rules >with
		! grep -q "$name" with
	done <<-'END'
	三次产业@全市地区生产总值1000亿元，第一产业增加值100亿元，第二产业增加值400亿元，第三产业增加值600亿元。
	进出口@全市进出口500亿元，出口300亿元，进口250亿元。
	上限@全市项目开工率109%。
	顺差@全市出口300亿元，进口200亿元，贸易顺差150亿元。
	逆差@全市出口200亿元，进口300亿元，贸易逆差150亿元。
	毛利@公司毛利率256%。
	END
	now=
	sort -u seen | same all -
}

@test "the built-in rules print as a file that says the same" {
	facts -p >p.rules
	facts -w -H -f p.rules -o fact </dev/null >out 2>&1
	is "" "$(cat out)"
	given facts 3 >in.tsv
	facts in.tsv >want
	facts -f p.rules in.tsv | same want -
	facts -w -H -f "$top/lib/data/trade.rules" -o fact </dev/null >out 2>&1
	is "" "$(cat out)"
}

# Two sentences: the second one with two values of the kinds.
two='甲 5个/m/quantity/=/5/个 ， 乙 7个/m/quantity/=/7/个'

@test "actions do what the page says" {
	table() {
		while IFS='@' read -r rule want; do
			now=$rule
			is "$want" "$(runs "rule t: $rule" "$two" |
			    sed 's/|actual|/|/' | paste -sd' ')"
		done
		now=
	}
	cols=predicate,object,scope,measure,value,status,rule
	table <<-'END'
	甲 <value> ',' 乙 <value> => drop@
	甲 <value> ',' 乙 <value> => emit predicate=丙; emit predicate=丁@丙|||level|5|t 丁|||level|7|t
	甲 a:<value> ',' 乙 b:<value> => emit value=$b predicate=丙; emit value=-$a predicate=丁@丁|||level|-5|t 丙|||level|7|t
	x:甲 <value> => emit predicate=$x+丙 object=$x+$x scope=$x//丁; push@甲丙|甲甲|甲|level|5|t 乙|||level|7|open
	甲 x:丙? <value> => emit predicate=$x//丁 measure=share status=planned@丁|||share|5|planned|t 乙|||level|7|open
	甲 <value> => set scope=丙 status=planned@甲||丙|level|5|planned|open 乙||丙|level|7|planned|open
	甲 <value> => set scope=丙; emit predicate=丁 scope=^scope+戊@丁||丙戊|level|5|t 乙||丙|level|7|open
	乙 <value> => set scope=丙@甲|||level|5|open 乙||丙|level|7|open
	甲 <value> => emit predicate=丁; drop@乙|||level|7|open
	甲 <value> => emit kind=event predicate=签约 object=丙@签约|丙||||t 甲|||level|5|open 乙|||level|7|open
	END
	is "乙||丙|level|7|actual|open" "$(runs 'rule a: 甲 <value> => set scope=丙; push; set scope=丁; drop
rule b: 乙 => pop' "$two")"
}

@test "LIST and LIST2 are the meanings of the matches" {
	is "丙丁|||level|5|actual|t" "$(runs 'list MY 丙: 甲 丁: 乙
rule t: MY MY <value> => emit predicate=MY+MY2' '甲 乙 5个/m/quantity/=/5/个')"
}

@test "a date in a name is its normal form" {
	cols=time,value
	is "2022-03-05|5" "$(runs 'rule t: d:<date> 甲 <value> => emit predicate=丙 time=$d' \
	    '三月五日/t/date/=/2022-03-05/ 甲 5个/m/quantity/=/5/个')"
}

@test "higher priority, then first, longest, first in the file" {
	cols=value,rule
	row='甲 甲 5个/m/quantity/=/5/个 甲'
	wins() {
		is "$1" "$(runs "$2" "$row" | paste -sd' ')"
	}
	wins '5|b' 'rule a: 甲 <value> => emit predicate=丙
rule b 1: 甲 <value> => emit predicate=丙'
	wins '5|b' 'rule a: 甲 <value> => emit predicate=丙
rule b: 甲 甲 <value> => emit predicate=丙'
	wins '5|b' 'rule a: 甲 <value> => emit predicate=丙
rule b: 甲 <value> 甲 => emit predicate=丙'
	wins '5|a' 'rule a: 甲 <value> => emit predicate=丙
rule b: 甲 <value> => emit predicate=丙'
	wins '5|a' 'rule a: <value> => emit predicate=丙
rule b -1: 甲 甲 <value> 甲 => emit predicate=丁'
}

@test "a later file replaces and takes away" {
	echo 'rule t: 甲 <value> => emit predicate=丙' >one
	echo 'rule t: 甲 <value> => emit predicate=丁' >two
	echo 'rule t:' >none
	echo '甲 5个/m/quantity/=/5/个 。' | rows >in
	is 丁 "$(facts -H -f one -f two -o predicate in)"
	is 丙 "$(facts -H -f two -f one -o predicate in)"
	is 甲 "$(facts -H -f one -f none -o predicate in)"
}

@test "included files are read in their place, beside the file" {
	mkdir -p sub/deep
	echo 'include sub/a' >top
	printf 'include deep/b\ninclude deep/../deep/c\n' >sub/a
	echo 'list MINE 丙: 甲' >sub/deep/b
	echo 'rule t: MINE <value> => emit predicate=MINE' >sub/deep/c
	echo '甲 5个/m/quantity/=/5/个 。' | rows >in
	is 丙 "$(facts -H -f top -o predicate in)"
	echo 'include top' >top
	status 2 facts -f top in 2>err
	is "facts: top:1: top: includes itself" "$(cat err)"
	for i in $(seq 20); do echo "include f$((i + 1))" >f$i; done
	echo '# the end' >f21
	status 2 facts -f f1 in 2>err
	grep -q 'f17:1: f18: included too deep' err
	echo 'include nowhere' >top
	status 2 facts -f top in 2>err
	is "facts: top:1: nowhere: No such file or directory" "$(cat err)"
}

# bad RULES: the message, without the program, the file and its line.
bad() {
	printf '%b\n' "$1" >bad.rules
	status 2 facts -f bad.rules nowhere.tsv 2>err >out
	is "" "$(cat out)"
	is 1 "$(wc -l <err)"
	sed 's/^facts: bad\.rules:1: //' err
}

@test "each mistake is told with its line and rule" {
	while IFS='@' read -r rules want; do
		now=$rules
		is "$want" "$(bad "$rules")"
	done <<-'END'
	nonsense@a line begins with list, rule, check or include
	rule@a name is missing
	rule t 甲@rule t: a number is missing
	rule t 5 甲@rule t: : is missing behind the name
	rule t 1000: 甲 => drop@rule t: a number is over 999
	rule t: 甲@rule t: => is missing
	rule t: => drop@rule t: a pattern cannot begin so; marks stand in quotes
	rule t: 甲 (@rule t: the pattern ends too early
	rule t: (甲 => drop@rule t: a ( is not closed
	rule t: 甲) => drop@rule t: a ) has no (
	rule t: '甲 => drop@rule t: a quote is not closed
	rule t: '' => drop@rule t: a quote is empty
	rule t: <moon> => drop@rule t: no kind moon
	rule t: <money => drop@rule t: a number is missing in <>
	rule t: <money x> => drop@rule t: no such condition in <>
	rule t: <money unit=> => drop@rule t: unit= names none
	rule t: <money;@rule t: a < is not closed
	rule t: <money >1 >2 >3 >4 >5> => drop@rule t: more than 4 limits in <>
	rule t: /n => drop@rule t: a / is not closed
	rule t: /nrt/ => drop@rule t: a tag has one or two letters
	rule t: NOLIST => drop@rule t: no list NOLIST (a word in capitals stands in quotes)
	rule t: 甲{2 => drop@rule t: a { is not closed
	rule t: 甲{65} => drop@rule t: a number is over 64
	rule t: 甲{3,2} => drop@rule t: {3,2}
	rule t: 甲{0} => drop@rule t: a repeat of nothing
	rule t: 甲? 乙* => drop@rule t: the pattern matches where nothing stands
	rule t: ((甲{60}){60}) => drop@rule t: the pattern is too large
	rule t: !(甲 乙) => drop@rule t: only conditions on one unit stand behind !
	rule t: !^ => drop@rule t: ! stands before ^ or $
	rule t: 甲 =>@rule t: an action is missing
	rule t: 甲 => shout@rule t: no action shout
	rule t: 甲 => emit colour=x@rule t: no column colour
	rule t: 甲 => emit subject@rule t: = is missing behind subject
	rule t: 甲 => emit subject=@rule t: a value is missing
	rule t: 甲 => emit subject=$x@rule t: no x: in the pattern
	rule t: 甲 => emit subject=^value@rule t: no column value
	rule t: 甲 => emit value=x@rule t: value= takes a $name
	rule t: 甲 => emit measure=x@rule t: no such measure
	rule t: 甲 => emit status=x@rule t: no such status
	rule t: 甲 => emit kind=x@rule t: no such kind
	rule t: 甲 => set kind=event@rule t: set does not take kind
	rule t: 甲 => set@rule t: set of no column
	rule t: 甲 => drop subject=x@rule t: drop takes no column
	list mine 甲@list mine: a list is named in capitals, with no digit at the end
	list MINE2 甲@list MINE2: a list is named in capitals, with no digit at the end
	list MINE ，@list MINE: ， is no word
	list MINE 甲/: 乙@list MINE: flags are missing
	check c 甲@check c: : is missing behind the name
	check c: 甲@check c: = != < <= > or >= is missing
	check c: 甲 <= (乙@check c: a ( is not closed
	check c: 甲 <= *@check c: a name or a number is missing
	check c: 甲.x <= 1@check c: no measure x
	check c: 甲 <= 1 2@check c: something stands behind the check
	check c: 2 <= 1@check c: the check names no fact
	include@a path is missing
	rule t: 甲 => drop\nrule t: 乙 => drop@facts: bad.rules:2: rule t: the name stands in line 1 too
	list A 甲\n\n# x\nrule t:\n  甲\n  ( => drop@facts: bad.rules:6: rule t: a pattern cannot begin so; marks stand in quotes
	rule t: \0377 => drop@not UTF-8
	END
	now=
}

@test "limits are errors, not crashes" {
	over() {
		now=$1
		"$@" >bad.rules
		status 2 facts -f bad.rules nowhere.tsv 2>err
		grep -q "$want" err || { cat err; false; }
	}
	want='more than 32 parentheses'
	over awk 'BEGIN { printf "rule t: "; for (i = 0; i < 9999; i++)
	    printf "("; print "甲" }'
	want='more than 16 names'
	over awk 'BEGIN { printf "rule t: "; for (i = 0; i < 17; i++)
	    printf "a%d:甲 ", i; print "=> drop" }'
	want='more than 64 different tests'
	over awk 'BEGIN { printf "rule t: "; for (i = 0; i < 65; i++)
	    printf "<value >%d> ", i; print "=> drop" }'
	want='more than 64 different priorities'
	over awk 'BEGIN { for (i = 0; i < 70; i++)
	    print "rule t" i " " i ": 甲 => drop" }'
	want='too large together'
	over awk 'BEGIN { for (i = 0; i < 20; i++)
	    print "rule t" i ": (甲{60}){10} => drop" }'
	want='more than 8192 conditions'
	over awk 'BEGIN { printf "rule t: "; for (i = 0; i < 9000; i++)
	    printf "甲 "; print "=> drop" }'
	want='lists of your own'
	over awk 'BEGIN { for (i = 0; i < 60; i++)
	    printf "list A%cA%c 甲\n", 65 + i / 26, 65 + i % 26 }'
	want='more than 256 checks'
	over awk 'BEGIN { for (i = 0; i < 300; i++)
	    print "check c" i ": 甲 > 1" }'
	want='file too large'
	over head -c 20000000 /dev/zero
	now=
}

@test "what is said in vain is a warning" {
	printf '%s\n' 'list SPARE 甲' 'list USED 乙' \
	    'rule a: USED => drop' 'rule b: <money >5 <3> => drop' \
	    'rule c: 甲 => drop' 'rule d: 甲 => set scope=x' \
	    'rule e: !. => drop' >r
	given facts 1 >in.tsv
	status 0 facts -w -f r in.tsv 2>err >out
	same - err <<-'END'
	facts: r:1: list SPARE: no rule uses it
	facts: r:4: rule b: can never match
	facts: r:6: rule d: can never match: it has the pattern of c
	facts: r:7: rule e: can never match
	END
	facts -f r in.tsv 2>err | same out -
	is "" "$(cat err)"
}

@test "a rule file may end its lines as it likes" {
	printf '\xef\xbb\xbf# c\r\nlist MINE 丙:\r\n 甲\r\n\r\nrule t: MINE <value> # c\r\n\t=> emit predicate=MINE' >r
	echo '甲 5个/m/quantity/=/5/个 。' | rows >in
	is 丙 "$(facts -H -f r -o predicate in)"
}

# seconds FILE RULES: the processor time that facts takes.
seconds() {
	local t

	TIMEFORMAT='%U'
	t=$( { time facts -f "$2" "$1" >/dev/null; } 2>&1 )
	echo "$t"
}

@test "the time is linear on hostile rules and texts" {
	sanitized facts && skip "slow"
	printf '%s\n' 'rule a: 甲 .* 乙 => drop' \
	    'rule b 1: (甲|甲 甲|甲 .{0,60} 丙)+ 丁 => drop' \
	    'rule c 2: 甲 (.? .? .? .?){16} 戊 => drop' \
	    'rule d 3: 甲 => set scope=丙' \
	    'rule e 4: (甲 ..{0,64} <value>)+ 己 => drop' >r
	for n in 20 40; do
		awk -v n=$n 'BEGIN { for (i = 0; i < n; i++) {
			for (j = 0; j < 1500; j++)
				printf "甲 甲 %s ", j % 7 == 0 ? \
				    "5个/m/quantity/=/5/个" : "子"
			print "。"
		} }' | rows >in.$n
	done
	a=$(seconds in.20 r)
	b=$(seconds in.40 r)
	awk -v a="$a" -v b="$b" 'BEGIN { print a, b; exit !(b < 2.6 * a + 0.2) }'
}
