# tok: words, tags, sentences, offsets.
load lib

# words TEXT [ARG ...]: the words of one line, parted by blanks.
words() {
	local text=$1

	shift
	printf '%s\n' "$text" | tok -H -o token "$@" | paste -sd' '
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

@test "the dictionary cuts as a reader would" {
	table words <<-'END'
	研究生命的起源 => 研究 生命 的 起源
	全市签约项目 => 全市 签约 项目
	在高速公路上 => 在 高速公路 上
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
	AK-47和iPhone手机 => AK-47 和 iPhone 手机
	END
}

@test "tokens and gaps give the text back" {
	printf 'a 中 文\te\n\n　x﻿é́😀\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 ไทย 한국어\n' >in
	tok -H -o line,start,end,token --input=text <in >out
	python3 - in out <<-'PY'
	import sys
	text = open(sys.argv[1], encoding='utf-8', newline='\n').read().split('\n')
	esc = {'\\t': '\t', '\\n': '\n', '\\r': '\r', '\\\\': '\\'}
	at = {}
	for row in open(sys.argv[2], encoding='utf-8', newline='\n'):
	    n, a, b, t = row.rstrip('\n').split('\t')
	    for k, v in esc.items(): t = t.replace(k, v)
	    n, a, b = int(n), int(a), int(b)
	    assert text[n - 1][a:b] == t, row
	    gap = text[n - 1][at.get(n, 0):a]
	    assert gap.strip() == '', (row, gap)
	    at[n] = b
	for i, s in enumerate(text):
	    assert s[at.get(i + 1, 0):].strip() == '', s
	PY
}

@test "sentences end at full stops and count on in the document" {
	printf '他说：“好！”然后走了。第二句？！\n标题\n' >in
	tok -H -o sent,token <in | awk -F '\t' '
	{ s[$1] = s[$1] $2 } END { for (i = 1; i in s; i++) print s[i] }' >out
	printf '%s\n' '他说：“好！”' 然后走了。 '第二句？！' 标题 >want
	same want out
}
