# tok: words, tags, sentences, roles, offsets, dictionaries.
load lib

# words TEXT [ARG ...]: the words of one line, parted by blanks.
words() {
	local text=$1

	shift
	printf '%s\n' "$text" | tok -t "$@"
}

tagged() {
	words "$1" --tags
}

# table FUNCTION: each line of standard input is `input => wanted output`.
table() {
	local line

	while IFS= read -r line; do
		now=$line
		is "${line##* => }" "$("$1" "${line%% => *}")"
	done
	now=
}

# roles: the role of each line with words of standard input.
roles() {
	tok -Ho line,role --input=text | uniq | cut -f 2 | paste -sd' '
}

# sentences: a line for each sentence of standard input.
sentences() {
	tok -Ho sent,token --input=text | awk -F '\t' '
	$1 != s && NR > 1 { print t; t = "" }
	{ s = $1; t = t $2 }
	END { print t }'
}

# whole FILE: checks that the tokens and gaps of plain lines are the lines.
whole() {
	tok -Ho line,start,end,token --input=text "$1" >out
	python3 - "$1" out <<-'PY'
	import sys, unicodedata
	text = open(sys.argv[1], encoding='utf-8', newline='\n').read()
	text = [s.rstrip('\r') for s in text.split('\n')]
	if text[0].startswith('\ufeff'):
	    text[0] = text[0][1:]
	esc = {'t': '\t', 'n': '\n', 'r': '\r', '\\': '\\'}
	def undo(s):
	    out, i = '', 0
	    while i < len(s):
	        if s[i] == '\\':
	            out += esc[s[i + 1]]
	            i += 2
	        else:
	            out += s[i]
	            i += 1
	    return out
	def blank(s):
	    return all(c.isspace() for c in s)
	at = {}
	for row in open(sys.argv[2], encoding='utf-8', newline='\n'):
	    n, a, b, t = row.rstrip('\n').split('\t')
	    n, a, b = int(n), int(a), int(b)
	    assert text[n - 1][a:b] == undo(t), row
	    assert a >= at.get(n, 0) and a < b, row
	    assert blank(text[n - 1][at.get(n, 0):a]), row
	    at[n] = b
	for i, s in enumerate(text):
	    assert blank(s[at.get(i + 1, 0):]), (i, s[:80])
	PY
}

# --- words

@test "the dictionary cuts as a reader would" {
	table words <<-'END'
	研究生命的起源 => 研究 生命 的 起源
	全市签约项目 => 全市 签约 项目
	在高速公路上 => 在 高速公路 上
	南京市长江大桥 => 南京市 长江大桥
	END
}

@test "numbers and names in letters are words" {
	table words <<-'END'
	总投资1027.15亿元 => 总 投资 1027.15亿 元
	增长12.5%左右 => 增长 12.5% 左右
	签约143个 => 签约 143 个
	第十五次会议 => 第十五 次 会议
	三百多人 => 三百多 人
	百分之五十 => 百分之五十
	1,306家企业 => 1,306 家 企业
	AK-47和iPhone手机 => AK-47 和 iPhone 手机
	见https://a.example/x?y=1。 => 见 https://a.example/x?y=1 。
	END
}

@test "places are words, down to towns" {
	table tagged <<-'END'
	奈曼旗 => 奈曼旗/ns
	通辽市科尔沁区 => 通辽市/ns 科尔沁区/ns
	昆山市周庄镇 => 昆山市/ns 周庄镇/ns
	END
}

@test "places that are in no dictionary" {
	table tagged <<-'END'
	平林县签约 => 平林县/ns 签约/v
	从云岭市发改委获悉 => 从/p 云岭市/ns 发改委/j 获悉/v
	在白石岭乡举行 => 在/p 白石岭乡/ns 举行/v
	昭南县柳河镇双桥村 => 昭南县/ns 柳河镇/ns 双桥村/ns
	河南林县 => 河南/ns 林县/ns
	全市各县区 => 全市/r 各县/r 区/n
	安徽示范县 => 安徽/ns 示范县/n
	一个村 => 一/m 个/q 村/n
	END
}

@test "what only looks like a word of the dictionary is cut" {
	table tagged <<-'END'
	占地约120亩 => 占地/v 约/d 120/m 亩/q
	END
}

@test "names of people beside a title" {
	table tagged <<-'END'
	记者 韦晓东 => 记者/n 韦晓东/nr
	通讯员 覃丽娟、韦晓东 => 通讯员/n 覃丽娟/nr 、/w 韦晓东/nr
	END
}

@test "marks and joined emoji go with what stands before" {
	printf 'e\xcc\x81 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7\n' >in
	is 2 "$(tok -Ho token in | wc -l)"
}

# --- tags

@test "tags are chosen by what stands beside" {
	table tagged <<-'END'
	签约143个项目。 => 签约/v 143/m 个/q 项目/n 。/w
	他在北京 => 他/r 在/p 北京/ns
	没有项目 => 没有/v 项目/n
	美丽的城市 => 美丽/a 的/uj 城市/n
	ABC公司😀 => ABC/nx 公司/n 😀/x
	END
}

@test "every word has a tag" {
	cat "$top"/tests/articles/*.txt | fixenc | tok -Ho tag |
	    awk '$0 == "" { exit 1 }'
}

# --- sentences and roles

@test "sentences end at full stops with their quotes" {
	printf '他说：“好！”然后走了。第二句？！（三。）四……\n五\n' >in
	sentences <in >out
	printf '%s\n' '他说：“好！”' 然后走了。 '第二句？！' '（三。）' \
	    四…… 五 >want
	same want out
}

@test "sentences count from 1 in each document" {
	printf 'doc\ttext\na\t一。二。\nb\t三。\na\t四。\n' >in
	is "a1 a1 a2 a2 b1 b1 a1 a1" "$(tok -Ho doc,sent in | tr -d '\t' |
	    paste -sd' ')"
}

@test "a line that breaks off goes on in the next" {
	cat >in <<-'END'
	春季项目集中开工

	开年以来，河口市抢抓工期，全力推进重大项目建

	设，完成投资12亿元。园区
	内机器轰鸣。

	环境优则产业兴
	河口市优化环境。
	END
	sentences <in >out
	cat >want <<-'END'
	春季项目集中开工
	开年以来，河口市抢抓工期，全力推进重大项目建设，完成投资12亿元。
	园区内机器轰鸣。
	环境优则产业兴
	河口市优化环境。
	END
	same want out
}

@test "a line whose last letter stands again in the next goes on there" {
	printf '%s\n' 标题在此 '全市建设项目多。' '人们走进一个个重大项目' \
	    '' '目建设现场，感受热潮。' >in
	is 3 "$(tok -Ho sent in | tail -n 1)"
	printf '%s\n' 标题在此 '全市建设项目多。' '人们走进一个个重大项目' \
	    '' '目前，全市开工。' >in
	is 4 "$(tok -Ho sent in | tail -n 1)"
}

@test "the roles of an article" {
	cat >in <<-'END'
	河口网
	首页 > 新闻 > 要闻

	河口市春季项目集中开工

	——项目建设纪实

	2023年03月28日09:26 | 来源：河口日报
	小字号

	　　本报讯（记者 陈立）3月26日，河口市举行集中开工仪式。

	　　环境优则产业兴

	　　全市开工254个项目，总投资1002亿元，同比增长12%，年度计划投资300亿元。

	（责任编辑：林一鸣）
	分享到：
	相关链接
	· 河口市开通5条公交线路
	河口市消费券开抢，市民热情高涨，全市商场人头攒动。
	END
	is "nav nav title title credit nav body heading body credit nav nav nav nav" \
	    "$(roles <in)"
}

@test "items of a list" {
	printf '%s\n' 河口市招商指南 '全市的政策如下。' '1.奖励500万元' \
	    '· 免租三年' '一、总体要求' '（二）奖励50万元，免租3年；' >in
	is "title body list list heading list" "$(roles <in)"
}

@test "a full stop lets a line go at once" {
	mkfifo pipe
	tok -H -o token <pipe >out &
	exec 5>pipe
	printf '第一句。\n' >&5
	wait_for out 第一
	exec 5>&-
	wait
}

# --- offsets

@test "tokens and gaps give the text back: mixed scripts" {
	wants python3
	printf 'a 中 文\te\n\n　x﻿é́😀 ไทย 한국어 ایران ひらがなカナ\\n\\\\\n' >in
	printf '\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7x\xcc\x81\xcc\x82 ' \
	    >>in
	printf '\xf0\xa0\x80\x80\xf0\x9f\x87\xa8\xf0\x9f\x87\xb3\xc2\x85z' >>in
	whole in
}

@test "tokens and gaps give the text back: articles" {
	wants python3
	fixenc "$top"/tests/articles/*.txt | awk -F '\t' 'NR > 1' |
	    cut -f 3 | sed 's/\\[tnr\\]/-/g' >in
	whole in
}

@test "tokens and gaps give the text back: random code points" {
	wants python3
	python3 -c '
import random
random.seed(7)
pools = [(0x4e00, 0x9fff), (0x20, 0x7e), (0x3000, 0x303f), (0xa1, 0x17f),
    (0x1f300, 0x1f6ff), (0x20000, 0x20100), (0x300, 0x36f), (0xe00, 0xe5b),
    (0x4e00, 0x4e20), (0xe000, 0xe010)]
for i in range(3000):
    print("".join(chr(random.randint(*random.choice(pools)))
        for j in range(random.choice((1, 5, 40, 400)))))' >in
	whole in
}

@test "tokens and gaps give the text back: bytes through fixenc" {
	wants python3
	head -c 200000 "$top/cmd/tok" | fixenc -t 2>err | tr '\r' - >in
	whole in
}

@test "a line of megabytes is cut as its parts are" {
	wants python3
	for i in $(seq 4000); do
		printf '全市签约143个项目，总投资1027.15亿元，同比增长12%%。'
	done >one
	for i in 1 2 3 4 5 6 7 8; do cat one; done >long
	[ "$(wc -c <long)" -gt 2000000 ]
	tok -Ho token long | sort | uniq -c | sed 's/^ *//' >got
	tok -Ho token <<<'全市签约143个项目，总投资1027.15亿元，同比增长12%。' |
	    sort | uniq -c | awk '{ print $1 * 32000, $2 }' >want
	same want got
	whole long
}

@test "a run of any length is cut, and costs what other text does" {
	for run in 1 a 一 十百 1, 1e; do
		yes "$run" | head -n 50000 | tr -d '\n' >long
		timeout 20 tok -Ho token long >got
		[ "$(wc -L <got)" -le 2048 ]
		same <(tr -d '\n' <got) long
	done
}

# --- options

@test "-t writes a line for a line, empty ones too" {
	printf '一。\n\n \n二\n\n' | tok -t >out
	printf '一 。\n\n\n二\n\n' >want
	same want out
}

@test "-t reads rows, too" {
	printf 'doc\tline\ttext\nd\t1\t全市签约\\n项目\n' | tok -t >out
	is "全市 签约 项目" "$(cat out)"
}

@test "--search adds the words within long words" {
	is "高速 公路 高速公路 上" "$(words 高速公路上 --search)"
	is "0 2,2 4,0 4" "$(echo 高速公路 | tok -Ho start,end --search |
	    tr '\t' ' ' | paste -sd,)"
}

@test "--glue joins dates and units" {
	is "2021年/t 3月/t 22日/t" "$(words 2021年3月22日 --tags --glue=date)"
	is "2021年3月22日/t" "$(words 2021年3月22日 --tags --glue=dates)"
	is "签约 143个 项目" "$(words 签约143个项目 --glue=unit)"
	is "共 3 个|分|" "$(words $'共3个\n　分' --glue=date | tr '\n' '|')"
	status 2 tok --glue=nonesuch </dev/null 2>err
	grep -q "knows date, dates and unit, not 'nonesuch'" err
}

# --- dictionaries

@test "words of the user win" {
	printf '# brands\n\n签约一\nNew York\nAB\n市长江\t9\tnr\n' >d
	is "签约一 个 项目" "$(words 签约一个项目 -d d)"
	is "在 New York 与 New Yorker" "$(words '在New York与New Yorker' -d d)"
	is "ABC AB" "$(words 'ABC AB' -d d)"
	is "南京/ns 市长江/nr 大桥/n" "$(words 南京市长江大桥 --tags -d d)"
}

@test "the longer word wins, then the more frequent" {
	printf '甲乙\n甲乙丙\n' >d
	is "甲乙丙 丁" "$(words 甲乙丙丁 -d d)"
	printf '甲乙\t5\n乙丙\t500\n' >d
	is "甲 乙丙" "$(words 甲乙丙 -d d)"
	printf '甲乙\t500\n乙丙\t5\n' >d
	is "甲乙 丙" "$(words 甲乙丙 -d d)"
}

@test "the later row of a word holds, in files and across them" {
	printf '甲乙\t1\tnz\n甲乙\t1\tnt\n' >d
	printf '甲乙\t1\tv\n' >e
	is "甲乙/nt" "$(words 甲乙 --tags -d d)"
	is "甲乙/v" "$(words 甲乙 --tags -d d -d e)"
}

@test "a compiled dictionary is the same" {
	printf '签约一\t3\tnz\nNew York\n' >d
	tok --compile -d d >d.dic
	tok --compile -d d | cmp - d.dic
	words '签约一个New York' --tags -d d >want
	words '签约一个New York' --tags -d d.dic >got
	same want got
	printf '个项目\n' >e
	is "签约一 个项目" "$(words 签约一个项目 -d d.dic -d e)"
}

@test "a damaged compiled dictionary is refused" {
	printf '签约一\t3\tnz\n' >d
	tok --compile -d d >d.dic
	head -c 100 d.dic >cut.dic
	status 2 tok -d cut.dic </dev/null >out 2>err
	is "tok: cut.dic: the compiled dictionary is damaged" "$(cat err)"
	[ ! -s out ]
}

# bad ROW CAUSE: a dictionary with that second row is refused.
bad() {
	printf "好\n$1\n" >d
	status 2 tok -d d </dev/null >out 2>err
	is "tok: d:2: $2" "$(cat err)"
	[ ! -s out ]
}

@test "a bad row of a dictionary is named" {
	bad '甲\tx' "the count is no number"
	bad '甲\t1\tn\tz' "more fields than word, count and tag"
	bad '\t1' "the word is empty"
	bad '\xff' "the word is not valid UTF-8"
	bad '甲\t1\tabcdefghijklmnop' "the tag is too long"
	status 2 tok -d nonesuch </dev/null 2>err
	is "tok: nonesuch: No such file or directory" "$(cat err)"
	status 2 tok --compile </dev/null 2>err
	grep -q -e '--compile needs -d with words' err
}

@test "a dictionary may have CRLF, a BOM and no last LF" {
	printf '\xef\xbb\xbf签约一\r\n个项目' >d
	is "签约一 个项目" "$(words 签约一个项目 -d d)"
}

# --- hostile input

@test "any bytes pass" {
	printf '一\0二\xff\xfe\xc3三\n' >in
	tok --input=text -Ho token in >out
	[ "$(wc -l <out)" -ge 3 ]
	head -c 300000 "$top/cmd/tok" | tok --input=text >out
}

# What all words of a sentence share may stand before, between and behind them.
@test "columns of the input and of the line stand in any order" {
	printf 'doc\tx\ttext\ty\nd\tp\t项目。好\tq\\tr\nd\t\t好\t\n' >in.tsv
	is "$(printf 'n\tp\t1\tq\\tr\t项目\nw\tp\t1\tq\\tr\t。\n%s\n%s' \
	    "a	p	2	q\\tr	好" "a	-	2	-	好")" \
	    "$(tok -HN - -o tag,x,sent,y,token in.tsv)"
	is "$(printf 'p\td\np\td\np\td\n-\td')" "$(tok -HN - -o x,doc in.tsv)"
}
