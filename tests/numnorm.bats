# numnorm: a case is a text and what is typed in it: token, kind, op and value,
# upper, unit, parted by bars; several expressions by semicolons.
load lib

@test "numerals: Arabic, Chinese, financial, mixed, of any length" {
	cases <<'END'
一亿零五 = 一亿零五|number|=100000005||
三万五千零六十 = 三万五千零六十|number|=35060||
四十九兆九千五百九十二亿 = 四十九兆九千五百九十二亿|number|=49959200000000||
３千５百个 = ３千５百个|quantity|=3500||个
壹佰贰拾叁元整 = 壹佰贰拾叁元整|money|=123||CNY
2,364.5亿元 = 2,364.5亿元|money|=236450000000||CNY
123456789012345678901234567890.5吨 = 123456789012345678901234567890.5吨|quantity|=123456789012345678901234567890.5||t
1.5e3 = 1.5e3|number|=1500||
萬億元 = 萬億元|money|=1000000000000||CNY
九萬四千個 = 九萬四千個|quantity|=94000||个
負三點一 = 負三點一|number|=-3.1||
零点零零一 = 零点零零一|number|=0.001||
三万五 = 三万五|number|=35000||
一百二 = 一百二|number|=120||
二十二万零三 = 二十二万零三|number|=220003||
END
}

@test "numbers that are about: 约数, 余, 几" {
	cases <<'END'
十余万人 = 十余万人|quantity|>100000||人
三四十家 = 三四十家|quantity|=30|40|家
数百万 = 数百万|number|~1000000|10000000|
几个 = 几个|quantity|~1|9|个
300多支 = 300多支|quantity|>300||支
上千人 = 上千人|quantity|>=1000||人
近万人 = 近万人|quantity|~10000||人
约180亿元 = 约180亿元|money|~18000000000||CNY
17个多月 = 17个多月|duration|>17||mo
END
}

@test "bounds go with the number they stand by" {
	cases <<'END'
不少于40个 = 不少于40个|quantity|>=40||个
不低于10% = 不低于10%|percent|>=10||%
不超过人民币15亿元 = 不超过人民币15亿元|money|<=1500000000||CNY
最高200万元 = 最高200万元|money|<=2000000||CNY
500万元以上 = 500万元以上|money|>=5000000||CNY
千万元以上 = 千万元以上|money|>=10000000||CNY
1亿元或1000万美元以上 = 1亿元|money|>=100000000||CNY;1000万美元以上|money|>=10000000||USD
突破6亿吨 = 突破6亿吨|quantity|>600000000||t
3个工作日以内 = 3个工作日以内|duration|<=3||d
不足一年 = 不足一年|duration|<1||a
END
}

@test "money, percent, units and rates" {
	cases <<'END'
签约额1027.15亿元 = 1027.15亿元|money|=102715000000||CNY
五元三毛 = 五元三毛|money|=5.3||CNY
人民币数十亿元 = 人民币数十亿元|money|~1000000000|10000000000|CNY
US$1万 = US$1万|money|=10000||USD
百分之二十四点六 = 百分之二十四点六|percent|=24.6||%
千分之三 = 千分之三|percent|=0.3||%
低9.2、8.7个百分点 = 9.2|percent|=9.2||pp;8.7个百分点|percent|=8.7||pp
三成半 = 三成半|percent|=35||%
6.5折 = 6.5折|percent|=65||%
翻了一番 = 翻了一番|percent|=100||%
纳税近5个亿。 = 近5个亿|number|~500000000||
投入三个多億 = 三个多億|number|>300000000||
几个亿资金 = 几个亿|number|~100000000|1000000000|
一个亿以上 = 一个亿以上|number|>=100000000||
3个亿元项目 = 3个|quantity|=3||个;亿元|money|=100000000||CNY
5个亿以上项目 = 5个|quantity|=5||个
翻两番 = 翻两番|percent|=300||%
-3.2% = -3.2%|percent|=-3.2||%
1.9倍 = 1.9倍|multiple|=1.9||倍
2×350兆瓦 = 2×350兆瓦|quantity|=700||MW
25万吨/年 = 25万吨/年|quantity|=250000||t/a
30万台（套） = 30万台（套）|quantity|=300000||台套
15元/亩 = 15元/亩|money|=15||CNY/亩
每小时十公里 = 每小时十公里|quantity|=10||km/h
三斤半 = 三斤半|quantity|=3.5||斤
85万平方米 = 85万平方米|quantity|=850000||m2
END
}

@test "ranges share unit and multiplier" {
	cases <<'END'
5—8% = 5—8%|percent|=5|8|%
投资10亿至30亿元 = 10亿至30亿元|money|=1000000000|3000000000|CNY
1~5亿元 = 1~5亿元|money|=100000000|500000000|CNY
十八至三十万日元 = 十八至三十万日元|money|=180000|300000|JPY
8500到3万港元 = 8500到3万港元|money|=8500|30000|HKD
3至5个 = 3至5个|quantity|=3|5|个
END
}

@test "magnitudes, ranks, ordinals, ratios, fractions, codes" {
	cases <<'END'
百亿级 = 百亿级|magnitude|~10000000000||
千万千瓦级 = 千万千瓦级|magnitude|~10000000||kW
500强 = 500强|rank|<=500||强
第四届 = 第四届|ordinal|=4||届
二期 = 二期|ordinal|=2||期
两期 = 两期|quantity|=2||期
前四位 = 前四位|ordinal|=4||位
9.1：41.7：49.2 = 9.1：41.7：49.2|ratio|=9.1:41.7:49.2||
三分之一 = 三分之一|fraction|=1/3||
三又五分之一 = 三又五分之一|fraction|=3.2||
3/8 = 3/8|fraction|=0.375||
1/2kg = 1/2|fraction|=0.5||
1/2x = 1|number|=1||;2|number|=2||
1+10+7 = 1+10+7|code|=1+10+7||
0432-62223777 = 0432-62223777|code|=0432-62223777||
END
}

@test "codes behind their names, of documents, roads and pages" {
	cases <<'END'
〔2023〕5号 = 2023|code|=2023||;5号|code|=5||
邮编：530022 = 530022|code|=530022||
电话1200部 = 1200部|quantity|=1200||部
ISBN 978-7-5086-1234-5 = 978-7-5086-1234-5|code|=978-7-5086-1234-5||
106国道 = 106国道|code|=106||
A1版 = A1版|code|=A1||
K12+300路段 = -
END
}

@test "rates, shared units and pieces" {
	cases <<'END'
每人每次80元 = 每人每次80元|money|=80||CNY/人/次
每亩约500公斤 = 每亩约500公斤|quantity|~500||kg/亩
30元/平方米·月 = 30元/平方米·月|money|=30||CNY/m2/mo
分别为5亿、3亿和2.5亿元 = 5亿|money|=500000000||CNY;3亿|money|=300000000||CNY;2.5亿元|money|=250000000||CNY
分别完成12.3、45.6亿元 = 12.3|money|=1230000000||CNY;45.6亿元|money|=4560000000||CNY
挂牌三块土地 = 三块|quantity|=3||块
三块五 = 三块五|money|=3.5||CNY
5000刀 = 5000刀|money|=5000||USD
17-8万 = 17-8万|number|=170000|180000|
三两个 = 三两个|quantity|=2|3|个
三两 = 三两|quantity|=3||两
六成多 = 六成多|percent|>60||%
千余人 = 千余人|quantity|>1000||人
千把人 = 千把人|quantity|~1000||人
500+家 = 500+家|quantity|>500||家
翻一番以上 = 翻一番以上|percent|>=100||%
产值翻番 = 翻番|percent|=100||%
占地约30亩 = 约30亩|quantity|~30||亩
三周大的婴儿 = 三周大|quantity|=3||wk
负的百分之二十 = 负的百分之二十|percent|=-20||%
为企业减负3.05亿元 = 3.05亿元|money|=305000000||CNY
一二点三零 = 一二点三零|number|=12.3||
二级医院 = 二级|ordinal|=2||级
END
}

@test "what only looks like an amount" {
	cases <<'END'
七里新区 = -
每万人 = -
万元GDP = -
4K超高清 = -
8K大屏 = -
END
}

@test "the number and measure word of a name, counted" {
	cases <<'END'
购置三台设备 = 三台|quantity|=3||台
开设三门课程 = 三门|quantity|=3||门
三台县 = -
九台区 = -
两手抓 = -
一批项目 = -
3G网络、5.5G和PM2.5 = -
三三两两 = -
END
}

@test "ranges of which the second end says more" {
	cases <<'END'
-5℃至-3℃ = -5℃至-3℃|quantity|=-5|-3|Cel
百分之三到百分之五的农户 = 百分之三到百分之五|percent|=3|5|%
3个至5个百分点 = 3个至5个百分点|percent|=3|5|pp
居全国前十。 = 前十|ordinal|=10||
3000来人 = 3000来人|quantity|~3000||人
END
}

@test "multipliers of both ends, coins and smaller units" {
	cases <<'END'
2-3千万元 = 2-3千万元|money|=20000000|30000000|CNY
七千到九千亿 = 七千到九千亿|number|=700000000000|900000000000|
1.5千万元 = 1.5千万元|money|=15000000||CNY
两毛五 = 两毛五|money|=0.25||CNY
三块半 = 三块半|money|=3.5||CNY
三块半导体 = 三块|quantity|=3||块
5吨半挂车 = 5吨|quantity|=5||t
几块钱 = 几块钱|money|~1|9|CNY
一米八五 = 一米八五|quantity|=1.85||m
一杯半 = 一杯半|quantity|=1.5||杯
摄氏零下五度 = 摄氏零下五度|quantity|=-5||Cel
华氏70° = 华氏70°|quantity|=70||[degF]
10..1万 = -
END
}

@test "two ends that 之间 closes, coins of both ends, W before 元" {
	cases <<'END'
介于3%与5%之间 = 3%与5%|percent|=3|5|%
30元和50元之间 = 30元和50元|money|=30|50|CNY
3个和5个 = 3个|quantity|=3||个;5个|quantity|=5||个
五块六毛到五块七毛八 = 五块六毛到五块七毛八|money|=5.6|5.78|CNY
五块六到五块七毛八 = 五块六到五块七毛八|money|=5.6|5.78|CNY
9秒98 = 9秒98|duration|=9.98||s
三元一角四 = 三元一角四|money|=3.14||CNY
30W元 = 30W元|money|=300000||CNY
30W = 30W|quantity|=30||W
220V = 220V|quantity|=220||V
3个大气压 = 3个大气压|quantity|=3||atm
陆万元 = 陆万元|money|=60000||CNY
陆万友说 = -
龙佰四川矿冶 = -
100比塞塔 = 100比塞塔|money|=100||ESP
END
}

@test "ranges of ordinals, what compares a ratio or a rate, letters" {
	cases <<'END'
第1-3名 = 第1-3名|ordinal|=1|3|名
第一至第三名 = 第一至第三名|ordinal|=1|3|名
第1至第5 = 第1至第5|ordinal|=1|5|
第3-2名 = 第3|ordinal|=3||;2名|quantity|=2||名
约为3∶1 = 约为3∶1|ratio|~3:1||
约每平方米3500元 = 约每平方米3500元|money|~3500||CNY/m2
最高每吨3200元 = 最高每吨3200元|money|<=3200||CNY/t
十几二十个 = 十几|number|>10||;二十个|quantity|=20||个
4A级景区 = -
血压140/90 = 140|number|=140||;90|number|=90||
5单元401室 = 5单元|quantity|=5||单元;401室|quantity|=401||室
GB/T 19001-2016标准 = 19001-2016|code|=19001-2016||
二十届三中全会 = -
5年期以上 = 5年期以上|duration|>=5||a
12k = 12k|number|=12000||
前一交易日 = -
END
}

@test "idioms, names and addresses stay words" {
	cases <<'END'
千方百计 = -
一心一意招商 = -
一二三产融合 = -
长三角一体化 = -
一网通办 = -
一张张笑脸 = -
第一时间办理 = -
三亚和二连浩特 = -
党的二十大 = -
统一部署 = -
唯一 = -
https://a.cn/2023/05/1286.htm = -
GB18030标准 = -
2月30日 = -
END
}

@test "dates, resolved against -D" {
	cases -D 2023-03-28 <<'END'
2022年4月27日 = 2022年4月27日|date|=2022-04-27||
3月22日 = 3月22日|date|=2023-03-22||
2023/07/12 = 2023/07/12|date|=2023-07-12||
21-04-22 16:58 = 21-04-22 16:58|datetime|=2021-04-22T16:58||
20230322 = 20230322|date|=2023-03-22||
二〇二三年 = 二〇二三年|date|=2023||
10月底 = 10月底|date|=2023-10-31||
上月末 = 上月末|date|=2023-02-28||
昨日 = 昨日|date|=2023-03-27||
明年6月 = 明年6月|date|=2024-06||
去年 = 去年|date|=2022||
下周三 = 下周三|date|=2023-04-05||
5月18日上午 = 5月18日上午|date|=2023-05-18||
昨晚8时35分 = 昨晚8时35分|datetime|=2023-03-27T20:35||
春节 = 春节|date|=2023-01-22||
2020年中秋节 = 2020年中秋节|date|=2020-10-01||
正月初八 = 正月初八|date|=2023-01-29||
公元前202年 = 公元前202年|date|=-0201||
现在 = 现在|date|=PRESENT_REF||
三天前 = 三天前|date|=2023-03-25||
END
}

@test "spans of dates" {
	cases -D 2023-03-28 <<'END'
2月8日至9日 = 2月8日至9日|daterange|=2023-02-08/2023-02-09||
2月21 日~25日 = 2月21 日~25日|daterange|=2023-02-21/2023-02-25||
1—8月 = 1—8月|daterange|=2023-01/2023-08||
前三季度 = 前三季度|daterange|=2023-01/2023-09||
一季度 = 一季度|daterange|=2023-01/2023-03||
上半年 = 上半年|daterange|=2023-01/2023-06||
3月中下旬 = 3月中下旬|daterange|=2023-03-11/2023-03-31||
今年以来 = 今年以来|daterange|=2023-01-01/2023-03-28||
2022年至今 = 2022年至今|daterange|=2022/2023-03-28||
十四五 = 十四五|daterange|=2021/2025||
未来两年 = 未来两年|daterange|=2023-03-28/2025-03-27||
1995-1997年 = 1995-1997年|daterange|=1995/1997||
20世纪80年代 = 20世纪80年代|daterange|=1980/1989||
2022年冬季 = 2022年冬季|daterange|=2022-12/2023-02||
87年春 = 87年春|daterange|=1987-03/1987-05||
2018年之后 = 2018年之后|daterange|=2019/..||
上午9:00～11:30 = 上午9:00～11:30|timerange|=2023-03-28T09:00/2023-03-28T11:30||
END
}

@test "durations and sets" {
	cases <<'END'
15个月 = 15个月|duration|=15||mo
半年 = 半年|duration|=0.5||a
一个半小时 = 一个半小时|duration|=1.5||h
两年半 = 两年半|duration|=2.5||a
一年三个月 = 一年三个月|duration|=P1Y3M||
三刻钟 = 三刻钟|duration|=45||min
每月 = 每月|set|=R/P1M||
每周一下午八点 = 每周一下午八点|set|=R/P1W||
END
}

@test "the year in force is the one that the line tells of" {
	cases -D 2023-03-28 <<'END'
2021年5月3日开会，6月1日签约 = 2021年5月3日|date|=2021-05-03||;6月1日|date|=2021-06-01||
今年6月投产，去年8月开工，9月封顶 = 今年6月|date|=2023-06||;去年8月|date|=2022-08||;9月|date|=2023-09||
预计明年6月投产。4月8日 = 明年6月|date|=2024-06||;4月8日|date|=2023-04-08||
END
}

@test "without a date, what is known is kept" {
	cases <<'END'
3月22日 = 3月22日|date|=--03-22||
END
}

@test "the date: column, -D, dateline, latest year" {
	printf 'doc\tline\ttext\tdate\na\t1\t昨日\t2021-05-01\n' |
	    numnorm -D 2020-01-01 -H -o value | grep -q 2021-04-30
	printf '昨日\n2021-05-03 09:26 来源\n' | numnorm -H -o value |
	    grep -qx 2021-05-02
	printf '3月5日\n从2019年到2020年\n' | numnorm -H -o value |
	    grep -qx 2020-03-05
}

# The reference date that shows in 今天, 去年 and the like.
told()
{
	numnorm -H -o token,value | awk -F "$tab" -v w="$1" '$1 == w { print $2 }'
}

@test "without a dateline: what the text tells of, not what it plans" {
	while IFS='|' read -r word want text; do
		got=$(printf '%b\n' "$text" | told "$word")
		[ "$got" = "$want" ] || {
			echo "$text: $word is $got, not $want"
			false
		}
	done <<'END'
今年|2022|2022年完成12亿元，今年多些；到2025年达到20亿元。
今年|2023|今年签约5个。2023年已完成3个，预计总投资9亿元，2026年建成。
今年|2021|今年开工，2021年的项目有3个，2024年6月底前完工。
今年|2025|今年开工。力争2025年完工。
今年|2023|从2019年到2023年，今年是第五年。
今天|2023-05-20|据某社5月20日电 今天有5家。\n会议于2023年5月19日举行，到2025年再签约三个项目，总投资20亿元。
今天|2023-05-20|据某社5月20日電 今天有5家。\n會議於2023年5月19日舉行，簽約三個項目，總投資20億元，比上次多。
昨天|2024-01-02|某报1月3日讯 昨天有5家。\n会议于2023年12月28日举行，签约三个项目，总投资20亿元，比上次多。
今年|2023|某报5月20日讯 今年有5家。\n公司于2023年1月9日成立，签约三个项目，总投资20亿元，比上次多。
END
}

@test "traditional forms of words that only comparisons and names hold" {
	cases -D 2024-05-16 <<'END'
票數大於一百萬 = 大於一百萬|number|>1000000||
3個大氣壓 = 3個大氣壓|quantity|=3||atm
比例約爲3∶1 = 約爲3∶1|ratio|~3:1||
最後兩週 = 兩週|duration|=2||wk
郵編710075 = 710075|code|=710075||
END
}

@test "traditional and simplified text give the same values" {
	for t in "簽約額兩萬億美元|签约额两万亿美元" "三點五個月後|三点五个月后" \
	    "農曆臘月十八|农历腊月十八" "貳拾圓|贰拾圆"; do
		a=$(norm "${t%|*}" -D 2023-03-28 | cut -d'|' -f2-)
		b=$(norm "${t#*|}" -D 2023-03-28 | cut -d'|' -f2-)
		[ -n "$a" ] && [ "$a" = "$b" ] || { echo "$t: $a, $b"; false; }
	done
}

@test "token rows: merged, split, offsets and other columns kept" {
	cat >in <<END
doc${tab}line${tab}start${tab}end${tab}token${tab}tag${tab}x
d${tab}1${tab}0${tab}2${tab}签约${tab}v${tab}a
d${tab}1${tab}3${tab}6${tab}143${tab}m${tab}b
d${tab}1${tab}6${tab}8${tab}个大${tab}n${tab}c
END
	numnorm in | cut -f1,2,5- >got
	cat >want <<END
doc${tab}line${tab}start${tab}end${tab}token${tab}tag${tab}kind${tab}op${tab}value${tab}upper${tab}unit${tab}x
d${tab}1${tab}0${tab}2${tab}签约${tab}v${tab}${tab}${tab}${tab}${tab}${tab}a
d${tab}1${tab}3${tab}7${tab}143个${tab}m${tab}quantity${tab}=${tab}143${tab}${tab}个${tab}b
d${tab}1${tab}7${tab}8${tab}大${tab}n${tab}${tab}${tab}${tab}${tab}${tab}c
END
	same want got
}

@test "text rows and plain lines give what tok and numnorm give" {
	printf '3月22日,签约143个项目。\n\n投资2亿元\n' >in
	tok in | numnorm -D 2023 >want
	numnorm -D 2023 in >got
	same want got
	{ printf 'doc\tline\ttext\n'
	awk '{ printf "in\t%d\t%s\n", NR, $0 }' in; } | numnorm -D 2023 >got
	same want got
}

@test "rows go out the same whatever the order of their columns" {
	{ echo '3月22日,签约143个\路 项目。投资2亿元!'
	yes 又一行有字和五百人、 | head -300 | tr -d '\n'; } | tok >rows
	awk -F'\t' -v OFS='\t' 'NR == 1 { print $0, "x"; next }
	    NR % 7 == 3 { $5 = "0" $5 }
	    NR % 7 == 4 { $6++ }
	    NR % 7 == 5 { $8 = "\\N" }
	    NR % 9 == 6 { $5 = "" }
	    NR % 11 == 7 { $7 = $7 "\\t" }
	    { print $0, NR % 5 ? "y\\n" : "" }' rows | sed '12s/$/\tmore/' >odd
	for f in rows odd; do
		awk -F'\t' -v OFS='\t' '{ t = $1; $1 = $8; $8 = t; print }' \
		    "$f" >turned
		numnorm <"$f" >got 2>err || :
		numnorm <turned >want 2>err || :
		[ "$(wc -l <got)" -gt 1000 ]
		same want got
	done
}

@test "rows of text that share a document and a line stay apart" {
	printf 'doc\tline\ttext\nc\t1\t五分\nc\t1\t三元二角\nc\t1\t两人\n' |
	    numnorm -H -o start,end,token,value,unit >got
	printf '0\t2\t五分\t5\t分\n0\t4\t三元二角\t3.2\tCNY\n0\t2\t两人\t2\t人\n' |
	    cmp - got
}

@test "-k keeps kinds, -e explains, -d adds words" {
	[ "$(norm 3月签约143个 -k date | cut -d'|' -f1)" = 3月 ]
	echo 千方百计 | numnorm -e -H -o token,rule >got
	printf '千方百计\tword list\n' >want
	same want got
	printf '# names\n143个\t5\tns\n' >dict
	[ -n "$(norm 143个)" ]
	[ -z "$(norm 143个 -d dict)" ]
	run numnorm -k nothing </dev/null
	[ "$status" -eq 2 ]
	run numnorm -D 2023-13 </dev/null
	[ "$status" -eq 2 ]
	run numnorm -d missing </dev/null
	[ "$status" -eq 2 ]
}

@test "one number of a line does not fill the disk" {
	printf 'doc\tline\ttext\nd\t3\t5亿元\nd\t999999999999\t一万人\n' >in
	( ulimit -f 64; numnorm -t in >got )
	printf '\n\n500000000 CNY\n10000人\n' >want
	same want got
}

@test "-d takes the dictionaries of tok: units, names, words of time" {
	printf '芯次\t9\tq\n三百里庄园\t\tns\n两会时节\t\tt\n五台\tm\n' |
	    sed 's/五台	m/五台		m/' >dict
	cases -d dict <<'END'
新增2.5万芯次 = 2.5万芯次|quantity|=25000||芯次
到三百里庄园 = -
新增五台机组 = 五台|quantity|=5||台
END
	[ "$(norm 两万芯次 | cut -d'|' -f5)" != 芯次 ]
	numnorm -d dict -H -o token <<<到三百里庄园 | grep -qx 三百里庄园
	tok <<<新增2.5万芯次 | numnorm -d dict -H -o unit | grep -qx 芯次
	[ "$(norm 新增2萬芯次 -d <(printf '芯次\t\tq\n') | cut -d'|' -f5)" = 芯次 ]
	printf '\377\n' >dict
	run numnorm -d dict </dev/null
	[ "$status" -eq 2 ]
}

@test "-t writes text with normal forms, blank lines too" {
	printf '增长百分之二十四点六\n\n约三万人\n' | numnorm -t >got
	printf '增长24.6%%\n\n~30000人\n' >want
	same want got
}

@test "-t keeps what a number alone does not say" {
	while read -r text want; do
		got=$(numnorm -t -D 2024-05-06 <<<"$text")
		[ "$got" = "$want" ] || { echo "$text: $got"; false; }
	done <<'END'
世界五百强 世界500强
打造百亿级产业 打造10000000000级产业
居全省第三、全国前十 居全省第3、全国前10
现在拨打0432-62223777 现在拨打0432-62223777
国发〔2021〕33号 国发〔2021〕33号
三至五成 30~50%
每亩五百公斤 500 kg/亩
超过两万家 >20000家
九点一比四十点九比五十 9.1:40.9:50
三分之一 1/3
二级医院 2级医院
END
}

@test "hostile input: linear time, no damage" {
	for t in 一二三 1-1- 1. 分之 三分之 一亿 9 1+ 近 3月 每 第 a1 1: 两三 1/ \
	    1、 一年又 1,000 零 点一 1× 3至 万 周一、 差一刻 最后一个 公元前 \
	    前后 三四年前 每周一至 1号、 3和; do
		now=$t
		awk -v t="$t" 'BEGIN { print "doc\tline\ttoken"
		    for (i = 0; i < 40; i++) { printf "d\t1\t"
			for (j = 0; j < 500; j++) printf "%s", t; print "" } }' |
		    timeout 20 numnorm >got
		[ -s got ]
	done
	head -c 200000 /dev/urandom | numnorm >got
	printf 'doc\tline\tstart\tend\ttoken\nd\t1\t99999999999\t3\t5个\nd\tx\t-1\t\t3\n' |
	    numnorm >got
	[ "$(wc -l <got)" -eq 3 ]
}
