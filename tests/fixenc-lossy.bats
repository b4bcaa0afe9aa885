# fixenc: mojibake that lost bytes on its way, and text that only looks so.
load lib

# lines ARGS ...: each line on standard input is `what | damaged | wanted`.
lines() {
	local what input want n=0

	while IFS='|' read -r what input want; do
		n=$((n + 1))
		now=$what
		printf '%s\n' "$input" >in
		is "$want" "$(fixenc -t -s keep "$@" in)"
	done
	[ "$n" -gt 0 ]
}

# U+FFFD stands for a byte that the wrong charset could not decode; the euro
# sign is byte 80 of CP936.
@test "bytes that could not be shown, or were dropped" {
	lines <<'LINES'
UTF-8 as GB18030|鍥尯涓�鏈熷伐绋嬩粖骞�9鏈堝紑宸ワ紝绗簩瀛ｅ害鎶曚骇銆�|园区一期工程今年9月开工，第二季度投产。
UTF-8 as GB18030|杩欏鍖婚櫌鏈夊簥浣�1260寮狅紝鍘诲勾闂ㄨ瘖閲忓闀�7.5%锛�|这家医院有床位1260张，去年门诊量增长7.5%；
UTF-8 as GB18030|鍘挎硶闄㈠缁撴浠�312浠讹紝缁撴鐜囦负96.2%銆�|县法院审结案件312件，结案率为96.2%。
UTF-8 as GB18030|涓嬩竴姝ワ紝灏嗕粠3涓柟闈㈡帹杩涙敼闈┿��|下一步，将从3个方面推进改革。
UTF-8 as CP936, with the euro sign|涓€瀛ｅ害绛剧害涓€鎵归」鐩紝鎬绘姇璧勪竴鐧句嚎鍏冦€�|一季度签约一批项目，总投资一百亿元。
UTF-8 as CP936, with the euro sign|鈥滀竴甯︿竴璺€濇部绾挎湁涓€涓柊娓彛銆�|“一带一路”沿线有一个新港口。
GBK as CP950|瓮爵腔�侘饕帟Ｄ挩值垓蕭迅圮鄶﹛�|县里的人才公寓已经全部建成入住。
GBK as CP950|暮氪植楷票頗奻鳳洃ㄛ�封陔譚恀桱郺棷棣繡腄�|记者从发布会上获悉，全市旅游收入再创新高。
undefined bytes dropped, numerals|å‰ä¸‰å­£åº¦ï¼Œå…¨åŽ¿æ–°ç­¾çº¦é¡¹ç›®ä¸‰åå››ä¸ªï¼Œå…¶ä¸­ä¸¤ä¸ªæŠ•èµ„è¿‡åäº¿å…ƒã€‚|前三季度，全县新签约项目三十四个，其中两个投资过十亿元。
GBK as CP950, numerals|�封倷趕棤�坋模寞耀眕奻わ珛�垓蕈晶不皇羅尤嗃�湛善��勀嗣�芊�|全市一百二十家规模以上企业全部复工，用工总数达到三万多人。
Big5 as GBK|20246る3ら 宽竡边厨|2024年6月3日 遵義晚報
Big5 as GBK|朝梗霉庇厨笵|李卓、陳馳、羅敏報道
UTF-8 as CP1252, undefined bytes dropped|åŒ»å­¦é™¢é™„å±žåŒ»é™¢ä¸¾è¡Œä¹‰è¯Šæ´»åŠ¨|医学院附属医院举行义诊活动
UTF-8 as CP1252, undefined bytes dropped|äºŒé›¶äºŒå››å¹´æ˜¥èŠ‚è”æ¬¢æ™šä¼šåœ¨æµ·å£å½•åˆ¶|二零二四年春节联欢晚会在海口录制
emoji put in later|¿ªÒµ´ó¼ª🎉»¶Ó­¹âÁÙÐÂµê|开业大吉🎉欢迎光临新店
LINES
}

# Where a lead byte swallowed a digit, the number must not look whole.
@test "shifted text: what a question mark stands for" {
	lines <<'LINES'
a swallowed digit|縣裡今年辦學校總?cè)丝?28人，|縣裡今年辦學校總人口�28人，
a digit before a month|他說:“今年的稻子長得不錯?!?月26日,記者在田間看到收割機。|他說:“今年的稻子長得不錯。”�月26日,記者在田間看到收割機。
a digit before a measure word|工地上有人喊:“加油?!?個小時後橋面合龍。|工地上有人喊:“加油。”�個小時後橋面合龍。
a swallowed blank|隊長說:“大家辛苦了?!?李師傅擦了擦汗。|隊長說:“大家辛苦了。” 李師傅擦了擦汗。
LINES
}

# What Latin letters and signs would be in GBK or Big5 is not Chinese.
@test "Latin text that is whole" {
	lines <<'LINES'
quotes with no-break blanks|« taille », « usage », « total », « libre » et « cible »|« taille », « usage », « total », « libre » et « cible »
signs|£§•¶®™ †°¢ ©¤|£§•¶®™ †°¢ ©¤
an alphabet|àâçèéîïùûêôœ ÀÂÇÈÉÎÏÙÛÊÔŒ|àâçèéîïùûêôœ ÀÂÇÈÉÎÏÙÛÊÔŒ
LINES
}

@test "codes of HKSCS that are two characters" {
	printf '\x88\x62\x88\x64\x88\xa3\x88\xa5\n' >in
	is "Ê̄Ê̌ê̄ê̌" "$(fixenc -t -F big5 in)"
	is 0 "$(fixenc -lH -F big5 -o lost in)"
}

@test "readings with blanks, without tones, in wide parentheses" {
	lines <<'LINES'
no tone|網(wang)上報名開始，網(wang)站已經開通|網上報名開始，網站已經開通
blank before the parenthesis|業(yè )務辦理，網(wǎng )站|業務辦理，網站
blank behind it|產( chǎn)業園區|產業園區
full width|網（wǎng）上辦公|網上辦公
LINES
}

@test "question marks that stand before a paragraph" {
	lines <<'LINES'
two|??本报讯（记者张三）今天上午十点钟，全县签约项目集中开工。|  本报讯（记者张三）今天上午十点钟，全县签约项目集中开工。
four|????记者从发布会上获悉，全县新签约项目二十六个，总投资很多。|    记者从发布会上获悉，全县新签约项目二十六个，总投资很多。
one|?全县前五个月新签约项目三十六个，其中十二个当月就开了工。| 全县前五个月新签约项目三十六个，其中十二个当月就开了工。
a question|??你说什么|??你说什么
LINES
}

# same_lines: each line of standard input must come out as it is.
same_lines() {
	cat >in
	fixenc -t -s keep in >got
	same in got
}

@test "rare words and names are no mojibake" {
	same_lines <<'LINES'
伈伈睍睍
旮旮旯旯
目眢心忳
张燊悦、王犇、李骉、陈堃、赵喆
顾坳砉
冯苤崦
魑魅魍魉，饕餮梼杌
仰 仱 仲 仳 仴 仵 件 价
亢亣交亥亦产
氕氘氚、氡氦氪
鳜鱼、鲈鱼、鳙鱼、鲢鱼
LINES
}

@test "languages, tables, code and signs are no mojibake" {
	same_lines <<'LINES'
Tiếng Việt: Cộng hòa xã hội chủ nghĩa Việt Nam, Đà Nẵng
Příliš žluťoučký kůň úpěl ďábelské ódy
Łódź, Gdańsk i Kraków są pięknymi miastami
Ελληνική Δημοκρατία, Θεσσαλονίκη
Правительство утвердило план развития на 2025 год
İstanbul, Şanlıurfa ve Çanakkale
Ångström, Øresund, Ærø, Æsir
こんにちは、世界。カタカナとひらがな
관광객이 크게 늘었다.
ภาษาไทย กรุงเทพมหานคร
int main(void) { return x ? y : z; } /* 注释 */
if (a && b || !c) printf("%d", n);
user.name+tag@example.com.cn 抄送 info@example.org
https://example.cn/搜索?q=招商&page=2#结果
| 指标 | 2023 | 2024 | 增速 |
|---|---:|---:|---|
E = mc²，a² + b² = c²，∀x∈R，√2≈1.414
§3.2 ±0.5 µm 25 °C 10 Å ½ ¾ × ÷
£20、€35、¥100、$5
🎉🎊 开业大吉 👍🏻 👨‍👩‍👧‍👦 🇨🇳
①②③ ㈠㈡ ⅠⅡⅢ ㎡ ℃ ‰
“他说：‘好！’”——《史记》……
ㄅㄆㄇㄈ 注音：ㄓㄨㄥ ㄨㄣˊ
zhōng wén pīn yīn，声调：ā á ǎ à
【长】cháng ①两点距离大 ②zhǎng 生长
重庆（Chóngqìng）、厦门（Xiàmén）
LINES
}

@test "a long document that lost bytes is repaired to its end" {
	for i in $(seq 25); do
		cat "$top"/tests/gold/articles/g0*.txt
	done | grep -v '^$' | awk '{ print NR, $0 }' >clean
	iconv -c -f CP1252 -t UTF-8 clean >in
	fixenc -t in >got
	is 0 "$(tail -n 500 got | grep -c 'ã€\|ä¸\|å\|ï¼')"
}
