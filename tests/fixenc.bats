# fixenc: charsets, mojibake, shifted bytes, annotations, debris, script.
load lib

# cases ARGS ...: each line on standard input is `what | input | wanted`, with
# printf escapes; what is for the reader.  The program gets the line as a file
# of its own and must write the wanted text.
cases() {
	local what input want got n=0

	while IFS='|' read -r what input want; do
		n=$((n + 1))
		now=$what
		printf '%b' "$input" >in
		want=$(printf '%b.' "$want")
		got=$(fixenc -t "$@" in && echo .)
		is "$(printf '%s\n.' "${want%.}")" "$got"
	done
	[ "$n" -gt 0 ]
}

# Sentences of the genre, simplified and traditional.
simplified() {
	cat <<'TEXT'
今年一季度，全县签约项目26个，总投资83.5亿元。
滨江新区管委会主任赵启明介绍，园区已有17家企业投产。
她说：“服务做到家门口，企业才能留得住。”
据统计，去年粮食总产量达到41.2万吨，同比增长3.6%。
3月15日上午，光伏组件生产线在云岭工业园正式点火。
为什么他们愿意把总部搬到这里？答案写在办事大厅的墙上。
新建成的码头可以同时停靠四艘五千吨级货轮。
下一步，市里将围绕新能源、新材料和装备制造延长产业链条。
TEXT
}

traditional() {
	cat <<'TEXT'
今年第一季度，全縣簽約項目26個，總投資83.5億元。
濱江新區管委會主任趙啟明介紹，園區已有17家企業投產。
她說：「服務做到家門口，企業才能留得住。」
據統計，去年糧食總產量達到41.2萬噸，同比增長3.6%。
3月15日上午，光電組件生產線在雲嶺工業園正式點火。
為什麼他們願意把總部搬到這裡？答案寫在辦事大廳的牆上。
新建成的碼頭可以同時停靠四艘五千噸級貨輪。
下一步，市裡將圍繞新能源、新材料和裝備製造延長產業鏈條。
TEXT
}

# charset NAME ICONV TEXT...: every sentence of the list alone, and all of them.
charset() {
	local name=$1 code=$2 list=$3 line

	while read -r line; do
		printf '%s\n' "$line" | iconv -f UTF-8 -t "$code" >in
		now="$name: $line"
		is "$name" "$(fixenc -lH -o charset in)"
		is "$line" "$(fixenc -t -s keep in)"
		# a short start, cut anywhere
		head -c 24 in >cut
		is "$name" "$(fixenc -lH -o charset cut)"
	done < <("$list")
	"$list" | iconv -f UTF-8 -t "$code" >in
	"$list" >want
	fixenc -t -s keep in >got
	same want got
}

@test "each sentence is found in GB18030" { charset GB18030 GB18030 simplified; }
@test "each sentence is found in GBK, traditional" { charset GB18030 GBK traditional; }
@test "each sentence is found in UTF-8" { charset UTF-8 UTF-8 simplified; }
@test "each sentence is found in UTF-8, traditional" { charset UTF-8 UTF-8 traditional; }
@test "each sentence is found in Big5" { charset Big5 BIG5-HKSCS traditional; }
@test "each sentence is found in UTF-16LE" { charset UTF-16LE UTF-16LE simplified; }
@test "each sentence is found in UTF-16BE" { charset UTF-16BE UTF-16BE traditional; }
@test "each sentence is found in EUC-TW" { charset EUC-TW EUC-TW traditional; }

@test "byte order marks decide" {
	cases <<'CASES'
UTF-8|\xef\xbb\xbf\xe4\xb8\xad\n|中
UTF-16LE|\xff\xfe\x2d\x4e\x0a\x00|中
UTF-16BE|\xfe\xff\x4e\x2d\x00\x0a|中
GB18030|\x84\x31\x95\x33\xd6\xd0\n|中
CASES
}

# U+4E0A, U+620A and others hold a byte that looks like the end of a line.
@test "UTF-16 is found whatever its first line ends in" {
	for text in 上海港今年开工 戊戌变法始末 尊老爱幼的传统 \
	    "A上海" "12上市公司签约" "一上午"; do
		for code in UTF-16LE UTF-16BE; do
			now="$code $text"
			printf '%s' "$text" | iconv -f UTF-8 -t $code >in
			is "$text" "$(fixenc -t in)"
			is "$code" "$(fixenc -lH -o charset in)"
		done
	done
}

@test "HZ is read inside ASCII" {
	cases <<'CASES'
HZ|About ~{VPNDJi7"5gSJ~} today\n|About 中文书发电邮 today
a tilde alone|cd ~ && ls ~/bin ~{\n|cd ~ && ls ~/bin ~{
CASES
}

@test "lines of two charsets in one file" {
	i=0
	simplified | while read -r line; do
		i=$((i + 1))
		if [ $((i % 2)) = 0 ]; then
			printf '%s\n' "$line"
		else
			printf '%s\n' "$line" | iconv -f UTF-8 -t GBK
		fi
	done >in
	is "$(simplified)" "$(fixenc -t in)"
	is mixed "$(fixenc -lH -o charset in)"
}

@test "-F reads what it is told to" {
	printf '\xa4\xa4\xa4\xe5\n' >in
	is 中文 "$(fixenc -t -s keep -F big5 in)"
	is いゅ "$(fixenc -t -s keep -F cp936 --mojibake=off in)"
	printf 'caf\xe9\n' >in
	is café "$(fixenc -t -F latin1 in)"
	printf '\x93x\x94\n' >in
	is '“x”' "$(fixenc -t -F windows-1252 in)"
}

# mojibake FROM AS [ARGS]: each sentence written in FROM and read as AS.
mojibake() {
	local line

	while read -r line; do
		now="$1 as $2: $line"
		printf '%s\n' "$line" | iconv -f UTF-8 -t "$1" |
		    iconv -f "$2" -t UTF-8 >in 2>err || continue
		is "$line" "$(fixenc -t -s keep in)"
		is 1 "$(fixenc -lH -o mojibake in)"
	done < <("$3")
}

@test "UTF-8 read as Latin-1" { mojibake UTF-8 LATIN1 simplified; }
@test "UTF-8 read as Latin-1, traditional" { mojibake UTF-8 LATIN1 traditional; }
@test "GBK read as Latin-1" { mojibake GBK LATIN1 simplified; }
@test "Big5 read as Latin-1" { mojibake BIG5 LATIN1 traditional; }
@test "Big5 read as GBK" { mojibake BIG5 GB18030 traditional; }
@test "GBK read as Big5" { mojibake GBK BIG5-HKSCS simplified; }

@test "UTF-8 read as Latin-1 twice" {
	while read -r line; do
		now=$line
		printf '%s\n' "$line" | iconv -f LATIN1 -t UTF-8 |
		    iconv -f LATIN1 -t UTF-8 >in
		is "$line" "$(fixenc -t -s keep in)"
	done < <(simplified)
}

@test "UTF-8 read as Latin-1, A0 become a blank" {
	while read -r line; do
		now=$line
		printf '%s\n' "$line" | LC_ALL=C sed 's/\xa0/ /g' |
		    iconv -f LATIN1 -t UTF-8 >in
		is "$line" "$(fixenc -t -s keep in)"
	done < <(simplified)
}

@test "mojibake beside clean text, and --mojibake=off" {
	x=$(printf '招商引资' | iconv -f LATIN1 -t UTF-8)
	printf '本报讯：%s\n' "$x" >in
	is 本报讯：招商引资 "$(fixenc -t in)"
	printf '%s\n' "$(printf '招商引资项目' | iconv -f GBK -t UTF-8 -c)" >in
	fixenc -t -s keep --mojibake=off in >got
	same in got
}

# What is right already, and must stay so whatever it looks like.
@test "clean lines stay as they are" {
	while read -r line; do
		now=$line
		printf '%s\n' "$line" >in
		is "$line" "$(fixenc -t -s keep in)"
	done <<'LINES'
“往(wǎng)前走”的“往”读第三声。
行(xíng)、行(háng)、行(hàng)是三个读音。
Das Überqueren der Straße ist für Fußgänger schöner.
Le député a répondu à la question posée hier : « déjà vu ».
東京都の新しい図書館は来年の春に開館する予定です。
서울시는 내년부터 새로운 버스 노선을 운영한다고 밝혔다.
Компания открыла новый завод в промышленной зоне.
https://example.org/a?b=1&c=2&copy=3
姓名	年龄	城市
甲 | 乙 | 丙 | 12 | 34 | 56
为什么?因为他们都来了!真的吗?真的。
好吗?他说好。
选项：甲?；乙?；?
为什么???
这是什么?!?!
已用 ???? 天，余 ??:??。
Das »setuid«-, »setgid«- oder »sticky«-Bit ist gesetzt.
ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîï
alphabet: äöüßÄÖÜéèêàùçœ
Tiếng Việt: Hội đồng nhân dân thành phố họp kỳ thứ mười.
´´text´´
若 a < b 且 c > d，则成立。
他写道：x<y，但没有解释。
李喆、王犇、赵堃、孙淼出席。
乾隆年间的著名著作，徵音与瞭望塔。
温度为25℃±2℃，面积1,200㎡，第①项。
(记者 张三) 2023-03-10 14:08
--- === *** ......
AT&T 与 R&D 部门
1:0、2:1、3;4
数据来源：Wind、彭博（Bloomberg）
émigré café naïve
pīnyīn: nǐ hǎo, zhōng guó
∑x²+∫f(x)dx≈π
👨‍👩‍👧 一家三口
LINES
}

@test "debris of pages" {
	cases <<'CASES'
named entities|&ldquo;云上&rdquo;&mdash;签约&hellip;|“云上”—签约…
decimal entities|&#20013;&#25991;|中文
hexadecimal entities|&#x4e2d;&#X6587;|中文
entity of CP1252|&#147;云&#148;|“云”
no-break blank|一&nbsp;二\xc2\xa0三|一 二 三
entity without its semicolon|a&nbspb&copy c|a&nbspb&copy c
unknown entity|&abcde; &;|&abcde; &;
impossible entity|&#xd800;|\xef\xbf\xbd
tag at the end|项目将开工。”</P>|项目将开工。”
inline tags|共<b>12</b>个<span class="x">项目</span>|共12个项目
tags that separate|<td>12</td><td>34</td>|12 34
line break|第一行<br/>第二行<BR>第三行|第一行 第二行 第三行
tags of Word|投资<o:p></o:p>额<st1:chsdate w:st="on">5月</st1:chsdate>|投资额5月
comment|甲<!-- 广告 -->乙|甲乙
no tag|<新闻> <500元 a<b|<新闻> <500元 a<b
quoted bracket|<a title="1>0" href='x'>链接</a>|链接
byte order mark inside|甲\xef\xbb\xbf乙|甲乙
zero-width characters|甲\xe2\x80\x8b乙\xe2\x80\x8e丙\xc2\xad丁|甲乙丙丁
control characters|甲\x01乙\x08丙\x7f|甲乙丙
a lone carriage return|甲\r乙|甲 乙
form feed|甲\x0c乙|甲 乙
line ends of DOS|甲\r\n|甲
ideographic blank|　　甲　乙|  甲 乙
other blanks|甲\xe2\x80\x83乙\xe2\x80\xaf丙|甲 乙 丙
wide digits|增长６.８％|增长6.8%
wide letters|ＧＤＰ和Ａ股|GDP和A股
wide comma in a number|２，３６４.５亿元|2,364.5亿元
marks stay wide|甲，乙；丙：丁！戊？（己）|甲，乙；丙：丁！戊？（己）
a mark twice|462个,，比去年增加37个|462个，比去年增加37个
a mark twice, the other way|462个，,比去年增加37个|462个，比去年增加37个
commas of a table|甲,,乙,,丙|甲,,乙,,丙
TAB stays|甲\t乙|甲\t乙
NUL goes|甲\x00乙丙丁签约|甲乙丙丁签约
CASES
}

@test "traditional to simplified" {
	cases <<'CASES'
characters|圖書館裡有許多書|图书馆里有许多书
zhe|貼著、記錄著、隨著、沿著港池|贴着、记录着、随着、沿着港池
zhu|著作權歸著名作者所有，成績顯著|著作权归著名作者所有，成绩显著
zhe before shu|他看著書，她拿著名片|他看着书，她拿着名片
zhao|著力、著手、著眼於|着力、着手、着眼于
gan|乾淨的餅乾，幹部很能幹，不干涉|干净的饼干，干部很能干，不干涉
qian|乾隆與乾坤|乾隆与乾坤
liao|瞭解、明瞭、一目瞭然、瞭望塔|了解、明了、一目了然、瞭望塔
li|裏面、裡面、公里、鄰里|里面、里面、公里、邻里
yu|於是、對於、於倫敦|于是、对于、于伦敦
hou|皇后在後面|皇后在后面
fa|頭髮與發展|头发与发展
mian|麵粉與面子|面粉与面子
Shaanxi|陝西與陜北|陕西与陕北
fu|回覆、答覆、反覆、覆蓋、複雜、恢復|回复、答复、反复、覆盖、复杂、恢复
jie|藉口、憑藉、慰藉、狼藉|借口、凭借、慰藉、狼藉
zheng|徵收、象徵、宮商角徵羽|征收、象征、宫商角徵羽
Hong Kong|衞生、枱面、敍述、裏面|卫生、台面、叙述、里面
Taiwan|臺灣、颱風、計畫、啟動|台湾、台风、计划、启动
only|只有一隻、祇有、神祇|只有一只、只有、神祇
CASES
}

@test "simplified text keeps what both scripts have" {
	cases <<'CASES'
names|李乾、夏徵、甯静|李乾、夏徵、甯静
zhu|某某著，专著三部|某某著，专著三部
CASES
}

@test "simplified to traditional, and the script kept" {
	cases -s trad <<'CASES'
characters|图书馆里有许多书|圖書館裏有許多書
hair and development|头发与发展|頭髮與發展
queen and behind|皇后在后面|皇后在後面
dry|干净的干部|乾淨的幹部
CASES
	cases -s keep <<'CASES'
traditional|圖書館|圖書館
CASES
}

@test "annotations of a mirror go" {
	cat >in <<'TEXT'
雲嶺新聞網(wǎng)
全縣開復(fù)工項目26個，產(chǎn)業(yè)發(fā)展勢頭良好，建設(shè)現(xiàn)場一片繁忙。
負(fù)責(zé)人說，經(jīng)濟運行總體平穩(wěn)。
TEXT
	cat >want <<'TEXT'
云岭新闻网
全县开复工项目26个，产业发展势头良好，建设现场一片繁忙。
负责人说，经济运行总体平稳。
TEXT
	fixenc -t in >got
	same want got
	is 11 "$(fixenc -lH -o annotation in)"
	is 0 "$(fixenc -lH -o annotation --annotations=keep in)"
}

@test "readings that belong to the text stay" {
	while read -r line; do
		now=$line
		printf '%s\n' "$line" >in
		is "$line" "$(fixenc -t -s keep in)"
	done <<'LINES'
中(zhōng)國(guó)人(rén)民(mín)愛(ài)和(hé)平(píng)
往(wǎng)前走，不要停
網(wǎng)字從糸，網(wǎng)與网同。網是捕魚的網，漁網、蛛網、法網都是網。
尷尬(gāngà)是一個詞
LINES
	printf '往(wǎng)前走\n' >in
	is 往前走 "$(fixenc -t --annotations=drop in)"
}

# shift BEFORE AFTER: the text in GBK loses the lead byte between the two and
# is read one byte late from there on.
shift_by_one() {
	printf '%s?' "$1"
	printf '%s' "$2" | iconv -f UTF-8 -t GBK | tail -c +2 |
	    iconv -f GB18030 -t UTF-8 -c
	printf '\n'
}

@test "bytes that were paired one late" {
	while IFS='|' read -r before after; do
		now=$after
		shift_by_one "$before" "$after" >in
		is "$before$after" "$(fixenc -t -s keep in)"
	done <<'LINES'
這是一個新的項目，明年就要開工|。我們將全力推進各項工作落實到位，
全縣上下都在忙著招商引資|。“這個月已經簽了三個項目。”他說，
重點企業的生產線開足馬力|。他們正在加快建設新的廠房和倉庫，
LINES
}

@test "-e tells of each repair" {
	printf '&ldquo;簽約&rdquo;\n' >in
	cat >want <<'TEXT'
doc	line	start	kind	before	after	certainty
in	1	0	entity	&ldquo;	“	100
in	1	9	entity	&rdquo;	”	100
in	1	1	script	簽	签	100
in	1	2	script	約	约	100
TEXT
	fixenc -e in >got
	same want got
}

@test "-l counts" {
	printf '甲　乙\n\n６<b>\xff\n' >in
	cat >want <<'TEXT'
doc	charset	confidence	lines	blank	width	control	zero	mojibake	shifted	annotation	tag	entity	punct	script	lost
in	UTF-8	100	3	1	1	0	0	0	0	0	1	0	0	0	1
TEXT
	fixenc -l in >got
	same want got
	printf 'plain\n' >in
	is ASCII "$(fixenc -lH -o charset in)"
}

@test "options that shape the rows" {
	printf '甲\n' >in
	is "in${tab}1${tab}甲" "$(fixenc -H in)"
	is "网页${tab}1${tab}甲" "$(fixenc -H -n 网页 <in)"
	is "in${tab}1${tab}甲${tab}2023-03-28${tab}x y" \
	    "$(fixenc -H -S date=2023-03-28 -S note='x y' in)"
	is "甲${tab}in" "$(fixenc -H -o text,doc in)"
	is "t" "$(fixenc -o t=text in | head -n 1)"
	printf '\n' >in
	is "in${tab}1${tab}\\N" "$(fixenc -H -N '\N' in)"
	printf '甲\\乙\t丙\n' >in
	is 'in	1	甲\\乙\t丙' "$(fixenc -H in)"
}

@test "--strict tells of lost bytes" {
	printf '签约项目\xff很多\n' >in
	status 1 fixenc --strict in >out 2>err
	is "fixenc: in: 1 byte could not be decoded" "$(cat err)"
	status 0 fixenc in >out
	grep -q $'签约项目\xef\xbf\xbd很多' out
}

@test "bad options are refused before any work" {
	for o in "-F nonsense" "-s both" "-S x" "-S text=x" \
	    "-S x=1 -S x=2" "-e -l" "-t -l" \
	    "--mojibake=maybe" "--annotations=some"; do
		now=$o
		status 2 fixenc $o /dev/null >out 2>err
		[ ! -s out ]
		grep -q '^usage: fixenc' err
	done
}

# A line of 300 KiB comes in windows; nothing of it is lost at their edges.
@test "a very long line, in every charset and order of columns" {
	long=$(awk 'BEGIN { for (i = 0; i < 9000; i++)
	    printf "今年签约项目%d个", i }')
	printf '%s' "$long" >want
	for c in UTF-8 GB18030 UTF-16LE; do
		now=$c
		printf '%s\n' "$long" | iconv -f UTF-8 -t "$c" >in
		fixenc -t in | tr -d '\n' >got
		cmp want got
		is "$(fixenc -H -o text,line in | cksum)" \
		    "$(printf '%s\t1\n' "$long" | cksum)"
		is "$(fixenc -H -o line,text -S a=b in | cksum)" \
		    "$(printf '1\t%s\n' "$long" | cksum)"
	done
}

# start counts in the line, however many windows come before, in the text that
# the step of the repair had: six entities shrink before the script is changed.
@test "-e counts from the start of a very long line" {
	awk 'BEGIN { for (i = 0; i < 60000; i++) printf "中"
	    for (i = 0; i < 6; i++) printf "&lt;"
	    for (i = 0; i < 60000; i++) printf "a"
	    print "簽&gt;" }' >in
	fixenc -e -H -o kind,start in | tail -n 2 >got
	printf '%s\t%s\n' entity 120025 script 120006 >want
	same want got
	fixenc -e -H -o kind,start in | head -n 1 >got
	printf 'entity\t60000\n' >want
	same want got
}

@test "hostile bytes" {
	for x in '\x00\x00\x00' '\xff\xff\xff\xff' '\x80' '\x81' '\x8e\xa2' \
	    '\xe4\xb8' '?' '??????' '\xef\xbf\xbd?' '(((((' '&#' '&#x' '<' \
	    '</' '<!--' '~{' '~{!' '\xd8\x00\xdc' '\xff\xfe' '\xff\xfea' \
	    '\xc3\xa4\xc2\xb8' '鐨?(wǎng)?' '疅o(wú)?(' '?(a)(b)(c)?'; do
		now=$x
		printf '%b' "$x" >in
		fixenc in >out
		fixenc -F gbk in >out
		fixenc -F big5 in >out
		fixenc -F euc-tw in >out
		fixenc -F utf-16le in >out
		fixenc -F hz in >out
		for i in 1 2 3 4 5 6; do
			cat in in >more
			mv more in
		done
		fixenc -e in >out
		iconv -f UTF-8 -t UTF-8 out >/dev/null
	done
}

# UTF-8 read as Big5: three unknown bytes are 60,000 guesses for each reading
# that is kept, and no guess is better than another.
@test "guesses at lost characters have a bound" {
	! sanitized fixenc || skip "sanitizers are slow"
	for i in $(seq 100); do
		echo '鈭�撗剖��銝曇��蝘�摮�������撘�韏�憿寧�桅��銝剔倌蝥虫貌撘�嚗���餅��韏�320鈭踹�������祆�亥悖嚗�霈啗�� '
	done >in
	timeout 20 fixenc -s keep in >out
	is 101 "$(wc -l <out)"
}

# Each kind of page that makes the searches try much, 500 KB of it.
@test "no input takes longer than its length allows" {
	! sanitized fixenc || skip "sanitizers are slow"
	for kind in '国?' '国�' '龘?' '鈭�撗剖��' 'Ã¤Â' 'é ' '<!-- ' '<a ="' '(wo)?' \
	    '錕斤拷' '網(wǎng)' '，,'; do
		awk -v s="$kind" 'BEGIN {
			for (i = 0; i < 500000 / length(s); i++)
				printf "%s%s", s, i % 40 ? "" : "\n"
		}' | head -c 500000 >in
		(ulimit -t 5; fixenc in >out)
		tr -d '\n' <in >long
		(ulimit -t 5; fixenc -e long >out)
	done
}

@test "bytes of no charset are not searched for long" {
	! sanitized fixenc || skip "sanitizers are slow"
	LC_ALL=C awk 'BEGIN { for (x = 1; i < 2000000; i++) {
		x = x * 16807 % 2147483647
		printf "%c", 1 + x % 255
	} }' >in
	(ulimit -t 3; fixenc -F EUC-TW in >out)
	grep -q . out
}

@test "the same lines come out however the input arrives" {
	simplified | iconv -f UTF-8 -t GBK >in
	fixenc -t in >want
	{ head -c 7 in; sleep 0.1; tail -c +8 in; } | fixenc -t >got
	same want got
}
