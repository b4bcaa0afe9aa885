# From fact-words.tsv, for each row two documents of one sentence or a few: one
# with the word (N/w), one with a word of no list in its place (N/n).  A
# template is tokens as text/tag, values as text/kind/value/unit, | a new line.
BEGIN {
	FS = "\t"
	OFS = "\t"
	print "doc", "line", "sent", "role", "start", "end", "token", "tag",
	    "kind", "op", "value", "upper", "unit"
	t["INDICATOR", "m"] = "全市/n W/n 5亿元/money/500000000/CNY 。/w"
	t["INDICATOR", "q"] = "全市/n W/n 5吨/quantity/5/t 。/w"
	t["INDICATOR", "d"] = "全市/n W/n 5个月/duration/5/mo 。/w"
	t["RATE"] = "全市/n W/n 5%/percent/5/% 。/w"
	t["HEAD"] = "新签约/v W/n 增长/v 5%/percent/5/% 。/w"
	t["PHASE"] = "W/v 项目/n 5个/quantity/5/个 。/w"
	t["GROWTH"] = "出口/v W/v 5%/percent/5/% 。/w"
	t["GROWTH", "b"] = "出口/v 5亿元/money/500000000/CNY ，/w 较年初/p" \
	    " W/v 3亿元/money/300000000/CNY 。/w"
	t["BASE"] = "出口/v W/p 增长/v 5%/percent/5/% 。/w"
	t["SHARE"] = "出口/v 5亿元/money/500000000/CNY ，/w W/v" \
	    " 5%/percent/5/% 。/w"
	t["RANKING"] = "出口/v 5亿元/money/500000000/CNY ，/w W/v 全省/n" \
	    " 第三位/ordinal/3/位 。/w"
	t["STATUS"] = "W/v 签约/v 项目/n 5个/quantity/5/个 。/w"
	t["STATUS", "actual"] = "计划/v 开会/v ，/w W/d 签约/v 项目/n" \
	    " 5个/quantity/5/个 。/w"
	t["LINK"] = "出口额/n W/v 5亿元/money/500000000/CNY 。/w"
	t["SELF"] = "W/n 签约/v 项目/n 5个/quantity/5/个 。/w"
	t["PART"] = "签约/v 项目/n 9个/quantity/9/个 ，/w W/v" \
	    " 1亿元以上/money/100000000/CNY 5个/quantity/5/个 。/w"
	t["EACH"] = "出口/v 、/w 进口/v W/d 增长/v 5%/percent/5/% 、/w" \
	    " 6%/percent/6/% 。/w"
	t["EVENT"] = "3月22日/date/2022-03-22/ ，/w W/v 。/w"
	t["MEETING"] = "3月22日/date/2022-03-22/ ，/w 丙丁/n W/n 结束/v 。/w"
	t["FIRM"] = "丙丁/nz 戊己/n W/n 签约/v 。/w"
	t["PROJECT"] = "宁德/ns 丙丁/n W/n 总投资/n" \
	    " 5亿元/money/500000000/CNY 。/w"
	t["ZONE"] = "宁德/ns W/n 签约/v 项目/n 5个/quantity/5/个 。/w"
	t["PLACE"] = "曹妃甸/nr W/n 签约/v 项目/n 5个/quantity/5/个 。/w"
	t["CREDIT"] = "开会/v 。/w | （/w 记者/n ：/w 李四/nr W/n ：/w 王五/nr" \
	    " ）/w"
	t["CREDIT", "source"] = "W/n ：/w 丙丁/n"
	t["CREDIT", "published"] = "W/n ：/w 3月22日/date/2022-03-22/"
	t["MEDIA"] = "2022-03-22/date/2022-03-22/ 丙丁/n W/n"
	t["FURNITURE"] = "开会/v 。/w | W/n | 签约/v 项目/n" \
	    " 5个/quantity/5/个 。/w"
	t["FURNITURE", "h"] = "开会/v 。/w | W/n 签约/v 项目/n" \
	    " 5个/quantity/5/个"
	t["TARGET"] = "出口/v 5亿元/money/500000000/CNY ，/w 完成/v W/n 的/u" \
	    " 5%/percent/5/% 。/w"
	t["VISIT"] = "3月22日/date/2022-03-22/ ，/w W/v 上海/ns 考察/v 。/w"
	t["ROLE"] = "丙丁/nz 戊己/n 有限公司/n W/v 。/w"
	t["PRONOUN"] = "宁德/ns 丙丁/nz 有限公司/n 开会/v 。/w 宁德/ns" \
	    " 丙丁/nz 工程/n 开会/v 。/w | W/r 总投资/n" \
	    " 5亿元/money/500000000/CNY 。/w"
	t["GENERIC"] = "W/nz W/nz W/nz W/nz W/nz W/nz 工程/n 总投资/n" \
	    " 5亿元/money/500000000/CNY 。/w"
	t["PRODUCE"] = "W/v 整机/n 5台/quantity/5/台 。/w"
	t["HOLD"] = "丙丁戊己庚辛壬癸/n 大会/n W/v 。/w"
	t["REGION"] = "W/n 出口额/n 5亿元/money/500000000/CNY 。/w"
	t["QUIET"] = "项目/n 5W/quantity/5/W 。/w"
	t["WORD"] = t["SCOPE"] = "全市/n W/n 5亿元/money/500000000/CNY 。/w"
}

function rows(doc, w,	i, n, p, k, line, sent, at, tok) {
	n = split(text, tok, " ")
	line = sent = 1
	at = 0
	for (i = 1; i <= n; i++) {
		if (tok[i] == "|") {
			line++
			sent++
			at = 0
			continue
		}
		k = split(tok[i], p, "/")
		gsub(/W/, w, p[1])
		gsub(/W/, w, p[4])
		print doc, line, sent, "body", at, at + length(p[1]), p[1],
		    (k > 2 ? "m" : p[2]), (k > 2 ? p[2] : ""),
		    (k < 3 ? "" : p[1] ~ /以上/ ? ">=" : "="), p[3], "", p[4]
		at += length(p[1])
		if (p[1] == "。")
			sent++
	}
}

/^#/ { next }

{
	n++
	text = t[$2]
	if ($2 == "INDICATOR")
		text = t[$2, $4 ~ /m/ ? "m" : $4 ~ /d/ ? "d" : "q"]
	else if (($2, $3) in t)
		text = t[$2, $3]
	else if (($2, $4) in t)
		text = t[$2, $4]
	if (text == "") {
		print "no template for " $2 | "cat 1>&2"
		exit 1
	}
	rows($2 ":" $1 ":w", $1)
	rows($2 ":" $1 ":n", "甲乙")
}
