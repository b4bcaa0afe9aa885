#!/bin/sh
# Charsets and script: CPU time and memory of fixenc beside iconv, opencc and
# uchardet, on one file of clean news text (UTF-8, and the same in GBK).
#	sh tests/bench/fixenc.sh [MEGABYTES]
cd "$(dirname "$0")/../.." || exit 2
top=$(pwd)
PATH=$top/cmd:$top/tests/aid:$PATH
export LC_ALL=C.UTF-8
box=$(mktemp -d) || exit 2
trap 'rm -rf "$box"' EXIT
trap 'exit 2' HUP INT TERM

awk -v mb="${1:-50}" 'BEGIN {
	n = split("今年一季度，全县签约项目%d个，总投资83.5亿元。 " \
	    "园区负责人介绍，已有%d家企业投产，用工人数持续增加。 " \
	    "她说：“服务做到家门口，企业才能留得住。”（第%d号） " \
	    "新建成的码头可以同时停靠四艘五千吨级货轮，编号%d。 " \
	    "下一步，全市将延长产业链条，建设%d个重点平台。", s, " ")
	for (i = 0; done < mb * 1000000; i++) {
		row = sprintf(s[i % n + 1] s[(i + 2) % n + 1], i % 997, i % 89)
		print row
		done += 3 * length(row)
	}
}' >"$box/utf8"
cd "$box" || exit 2
iconv -f UTF-8 -t GB18030 utf8 >gb || exit 2
head -c 2000000 utf8 >part

# run NAME COMMAND ...: its CPU time in ms and its peak in KiB.
run() {
	name=$1
	shift
	command -v "$1" >/dev/null || { echo "$name: not installed"; return; }
	aid peak used "$@" >/dev/null || { echo "$name: failed"; return; }
	read -r kib ms <used
	printf '%-44s %6d ms %8d KiB\n' "$name" "$ms" "$kib"
}

run 'iconv -f utf8 -t utf8' iconv -f UTF-8 -t UTF-8 utf8
run 'iconv -f gb18030 -t utf8' iconv -f GB18030 -t UTF-8 gb
run 'fixenc -s keep, UTF-8' fixenc -s keep utf8
run 'fixenc, UTF-8' fixenc utf8
run 'fixenc, GB18030' fixenc gb
run 'uchardet, UTF-8' uchardet utf8
run 'opencc -c t2s, a part of 2 MB' opencc -c t2s -i part -o /dev/stdout
run 'fixenc, a part of 2 MB' fixenc part
