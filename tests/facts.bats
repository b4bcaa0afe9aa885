# facts: attachment, events, parties, meta, explanations, keys, bounds.
load lib

data=$BATS_TEST_DIRNAME/facts

# text TEXT [FACTS-ARGUMENT ...]: the facts of a text, spoken in June 2024.
text() {
	local t=$1

	shift
	printf '%s\n' "$t" | tok | numnorm -D 2024-06-01 | facts -H "$@"
}

@test "each sentence of the table gives the facts beside it" {
	awk -F'\t' -v OFS='\t' 'BEGIN { print "doc", "line", "text" }
	    !/^#/ { print $1, 1, $2 }' "$data/sentences.tsv" >in
	awk -F'\t' '!/^#/ { for (i = 3; i <= NF; i++) print $1 "|" $i }' \
	    "$data/sentences.tsv" >want
	tok in | numnorm -D 2024-06-01 | facts -k stat -H -D 2024-06-01 \
	    -o doc,subject,predicate,object,scope,measure,op,value,unit,status |
	    tr '\t' '|' >got
	same want got
}

@test "every word of the lists changes what facts says" {
	words=$top/lib/data/fact-words.tsv
	awk -f "$data/words.awk" "$words" >rows
	facts -o doc,fact,line,kind,subject,predicate,object,scope,measure,value,time,status,rule rows >got
	[ "$(wc -l <got)" -gt 3000 ]
	awk -f "$data/differ.awk" "$words" got >idle
	is "" "$(cat idle)"
}

@test "the words are sorted, and none stands twice on a list" {
	grep -v '^#' "$top/lib/data/fact-words.tsv" >words
	LC_ALL=C sort -c words
	is "" "$(cut -f 1,2 words | sort | uniq -d)"
}

@test "an event takes its day, its type and its name" {
	is "会议${tab}全市项目建设推进大会${tab}2024-04-12" "$(text \
	    '4月12日，全市项目建设推进大会举行。' -k event -o predicate,object,time)"
	is "考察${tab}湖北黄冈${tab}2024-02-09/2024-02-10" "$(text \
	    '2月9日至10日，县领导到湖北黄冈考察。' -k event -o predicate,object,time)"
	is 2 "$(text '5月9日至11日、5月16日至17日，市委进行督导检查。' -k event |
	    wc -l)"
	is "" "$(text '截至3月22日，项目进展顺利。' -k event)"
}

@test "works are dated by a month too, and planned together" {
	text '该项目一期已于3月建成投产，二期计划明年3月开工，2027年底竣工。' \
	    -k event -o predicate,object,time,status >got
	is "投产${tab}该项目一期${tab}2024-03${tab}actual
开工${tab}二期${tab}2025-03${tab}planned
竣工${tab}${tab}2027-12-31${tab}planned" "$(cat got)"
}

@test "the date of a milestone ends with its sentence" {
	is "完成投资${tab}" "$(text '项目于2023年9月建成投产。已完成投资5亿元。' \
	    -k stat -o predicate,time)"
}

@test "an article whose title names works is about them" {
	printf '%s\n\n' '沙湾水利枢纽工程有序推进' \
	    '江州日报讯　沙湾水利枢纽位于江州市，总投资46亿元。' \
	    '2023年完成投资9亿元。' | tok | numnorm -D 2024-06-01 |
	    facts -H -k stat -o subject,predicate >got
	is "沙湾水利枢纽${tab}总投资
沙湾水利枢纽工程${tab}完成投资" "$(cat got)"
}

@test "a title alone gives its facts, one with a body gives none" {
	text '江北市签约143个项目' -o kind,predicate,value | tail -n 1 >got
	text "江北市签约143个项目
来源：江北日报" -o kind,predicate,value | tail -n 1 >>got
	text "江北市签约143个项目
会议昨日举行。" -k stat -o kind,predicate,value >>got
	printf 'stat\t签约项目\t143\n%.0s' 1 2 >want
	same want got
}

@test "an article is about the place of its title, not of its paper" {
	printf '%s\n\n' '遂宁：锂电产业再添项目' '来源：河北新闻网' \
	    '深圳市举行推介会， 现场签约项目19个。' \
	    '全市签约项目31个。' | tok | numnorm -D 2024-06-01 |
	    facts -H -k stat -o subject,value >got
	is "深圳市${tab}19
遂宁市${tab}31" "$(cat got)"
}

@test "该县 is the county named last" {
	is "台山县${tab}民宿" "$(text \
	    '全州接待游客5万人次。在台山县，球场很热闹。该县现有民宿28家。' \
	    -k stat -o subject,predicate | tail -n 1)"
}

@test "a party is a firm with a role; one inside a project's name is none" {
	is "临江水泵集团股份有限公司${tab}签约" "$(text \
	    '振兴区与临江水泵集团股份有限公司签订合作协议。' \
	    -k party -o subject,predicate)"
	is "华岳玻璃集团${tab}投资
远川集团${tab}投资" "$(text '华岳玻璃集团、远川集团等企业先后投资丽水。' \
	    -k party -o subject,predicate)"
	is "" "$(text '山东华涛重装有限公司车间内，机器低鸣。' -k party)"
}

@test "a page gives title, date, source and people, and no more" {
	cat >in <<-'!'
	人民网>>浙江频道>>丽水

	机器不停转 订单不断线

	2023年04月11日10:35 | 来源：丽水日报

	4月10日，全市签约项目58个。（记者 沈越）

	(责编：王晓晨、李平)
	分享让更多人看到
	上一篇：全市新增项目99个
	!
	fixenc in | tok | numnorm | facts -H -o kind,predicate,object,value \
	    >got
	sort got >sorted
	cat >want <<-!
	meta${tab}author${tab}沈越${tab}
	meta${tab}editor${tab}李平${tab}
	meta${tab}editor${tab}王晓晨${tab}
	meta${tab}published${tab}2023-04-11T10:35${tab}
	meta${tab}source${tab}丽水日报${tab}
	meta${tab}title${tab}机器不停转 订单不断线${tab}
	stat${tab}签约项目${tab}${tab}58
	!
	same want sorted
}

@test "全市 is the place of the article, wherever that is named" {
	printf '%s\n' 长葛市上半年招商成效明显 '' \
	    '全市签约项目57个。市领导到上海考察。' >in
	is 长葛市 "$(fixenc in | tok | numnorm | facts -H -k stat -o subject)"
	printf '%s\n' 丹东：项目不停工 '' '全市签约项目57个。' >in
	is 丹东市 "$(fixenc in | tok | numnorm | facts -H -k stat -o subject)"
}

@test "a time holds for its sentence and paragraph, a period for more" {
	cat >in <<-'!'
	今年一季度，全市签约项目64个。开工项目60个。

	到位资金5亿元，4月底完成投资3亿元。
	!
	is "64 2024-01/2024-03
60 2024-01/2024-03
500000000 2024-01/2024-03
300000000 2024-04-30" "$(fixenc in | tok | numnorm -D 2024-06-01 |
	    facts -H -k stat -o value,time | tr '\t' ' ')"
}

@test "the day of a part and of now ends with the part" {
	is "2024-05-01/2024-05-05${tab}80
2024-05-03${tab}9
2024-05-01/2024-05-05${tab}30" "$(text \
	    '5月1日至5日，接待游客80人次，其中5月3日接待游客9人次；住宿游客30人次。' \
	    -k stat -o time,value)"
	printf '%s\n' '前四个月完成投资5亿元。' '截至目前，开工项目9个。' |
	    tok | numnorm -D 2024-06-01 | facts -H -k stat -D 2024-06-01 \
	    -o time,value >got
	is "2024-01/2024-04${tab}500000000
2024-06-01${tab}9" "$(cat got)"
	is "2024${tab}5
2024${tab}9" "$(text '今年实施项目5个。截至目前，开工项目9个。' -k stat \
	    -o time,value -D 2024-06-01)"
}

@test "a value that an article says twice is one fact" {
	is 1 "$(printf '%s\n\n%s\n' 全市签约额5亿元。 全市签约金额达5亿元。 |
	    tok | numnorm | facts -H | wc -l)"
}

@test "the key is the same whatever the wording and the script" {
	printf '酒泉市签约额总计5亿元。\n' >a
	printf '酒泉市簽約金額達5億元。\n' >b
	fixenc a b | tok | numnorm | facts -H -o key >got
	is 1 "$(sort -u got | wc -l)"
	is 2 "$(wc -l <got)"
	grep -qE '^[0-9a-f]{16}$' got
	fixenc a | tok | numnorm | facts -H -o key >one
	printf '酒泉市签约额总计6亿元。\n' | tok | numnorm | facts -H -o key >two
	status 1 cmp -s one two
}

@test "-e names a step or a cause for each value" {
	is "千亿级 none class
1亿元以上 none threshold
31个 stat right
9 none bare-number" "$(text \
	    '加快建设千亿级产业集群，1亿元以上项目31个签约，见图9。' -e \
	    -o token,kind,step | tr '\t' ' ')"
	is "5个 none each-differs" "$(text '甲、乙项目分别有5个、6个、7个。' -e \
	    -o token,kind,step | tr '\t' ' ' | head -n 1)"
}

@test "-e says where a slot comes from" {
	is "签约项目 said said
签约额 said said
签约额 before said" "$(text \
	    '今年一季度，酒泉市签约项目9个、签约额5亿元，同比增长10.4%。' -e \
	    -o predicate,subject_from,time_from | tr '\t' ' ')"
}

@test "-a gives what found no indicator, with no predicate" {
	is "" "$(text 这里有5亿元。 -o predicate,value)"
	is "${tab}500000000" "$(text 这里有5亿元。 -a -o predicate,value)"
}

@test "-k, --clause and -D" {
	is stat "$(text '3月2日，全市签约项目9个。' -k stat -o kind)"
	is 全市签约项目9个 "$(text '今年，全市签约项目9个，成效明显。' --clause \
	    -o clause)"
	is planned "$(text '2026年出口5亿元。' -D 2024-06-01 -o status)"
	is actual "$(text '2026年出口5亿元。' -D 2027 -o status)"
	status 2 facts -k nonesuch </dev/null 2>err
	grep -q "no such kind 'nonesuch'" err
	for date in soon 2023-3 2023-xyz 2023-13 2023-01-32 2023-01-01T9; do
		status 2 facts -D $date </dev/null 2>err
		grep -q "no date '$date'" err
	done
	for date in 2023 2023-03 2023-12-31 2023-04-11T10:35; do
		facts -D $date </dev/null >/dev/null
	done
}

@test "a value is found again in the source" {
	printf '前言。\n全市签约额1027.15亿元。\n' >in
	fixenc in | tok | numnorm | facts -H -o line,start,end >got
	read -r line start end <got
	is 1027.15亿元 "$(sed -n "${line}p" in | cut -c $((start + 1))-$end)" ||
	is 1027.15亿元 "$(sed -n "${line}p" in | awk -v s="$start" -v e="$end" \
	    '{ print substr($0, s + 1, e - s) }')"
}

@test "documents do not touch one another" {
	printf '酒泉市签约项目9个。\n' >a
	printf '全县开工项目8个。\n' >b
	fixenc a b | tok | numnorm | facts -H >both
	for f in a b; do
		fixenc $f | tok | numnorm | facts -H
	done >each
	same each both
}

@test "a document without an end stays small and loses no value" {
	awk 'BEGIN {
		print "doc\tline\tsent\ttoken\ttag\tkind\top\tvalue\tupper\tunit"
		for (i = 1; i <= 60000; i++) {
			print "d\t1\t" i "\t签约\tv\t\t\t\t\t"
			print "d\t1\t" i "\t项目\tn\t\t\t\t\t"
			print "d\t1\t" i "\t" i "个\tm\tquantity\t=\t" i "\t\t个"
		}
	}' >in
	# Sanitizers need more room than that.
	is 60000 "$( (sanitized facts || ulimit -v 40000; facts -H in) |
	    wc -l)"
}

@test "a sentence without an end is cut and takes time linear in its length" {
	for n in 20000 40000; do
		awk -v n=$n 'BEGIN {
			print "doc\tline\tsent\ttoken\ttag\tkind\top\tvalue\tupper\tunit"
			for (i = 1; i <= n; i++) {
				print "d\t1\t1\t、\tw\t\t\t\t\t"
				print "d\t1\t1\t分别\td\t\t\t\t\t"
				print "d\t1\t1\t（\tw\t\t\t\t\t"
				print "d\t1\t1\t" i "个\tm\tquantity\t=\t" i "\t\t个"
			}
		}' >in.$n
		( ulimit -t 20; facts in.$n >out.$n )
	done
}

@test "hostile rows: no tag, no number, NUL, junk, an empty token" {
	printf 'doc\tline\tsent\ttoken\ttag\tkind\tvalue\nd\tx\ty\t签约项目\t\t\t\nd\t1\ty\t9个\tm\tquantity\t\nd\t1\ty\t\t\t\t\nd\t1\ty\ta\0b\377\t\t\t\n' |
	    facts -k stat >got
	is 1 "$(wc -l <got)"
	head -c 20000 /dev/urandom | facts >/dev/null 2>&1 || [ $? -le 2 ]
}
