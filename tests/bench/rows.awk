# Writes a TSV stream of 18 columns and about `want` bytes, 71 % of them in
# Chinese text: what facts writes for long articles, with the sentence behind.
BEGIN {
	OFS = "\t"
	split("全市 新开工 重点 产业 项目 投资 同比 增长 签约 园区 企业 完成 " \
	    "今年 一季度 制造 装备 新材料 公路 建设 推进 服务 招商 达到 其中", word, " ")
	print "doc", "fact", "kind", "subject", "predicate", "object",
	    "scope", "op", "value", "upper", "unit", "time", "status",
	    "key", "line", "start", "end", "text"
	for (n = 0; done < want; n++) {
		text = ""
		for (i = 0; i < 22; i++)
			text = text word[(n * 7 + i * i * 5 + int(n / 24)) % 24 + 1] \
			    (i % 7 == 6 ? "，" : "")
		row = "news/" n % 1000 ".txt" OFS n % 50 + 1 OFS "money" OFS \
		    word[n % 24 + 1] word[n % 23 + 1] OFS "投资额" OFS \
		    word[n % 19 + 1] "项目" OFS "亿元以上" OFS "=" OFS \
		    n % 9973 * 1250000 OFS OFS "CNY" OFS "2023-0" n % 9 + 1 OFS \
		    "done" OFS sprintf("%08x", n * 40503) OFS n % 97 OFS \
		    n % 31 OFS n % 31 + 7 OFS text "。"
		print row
		done += length(row) + 1
	}
}
