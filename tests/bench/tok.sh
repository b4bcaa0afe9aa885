#!/bin/sh
# Segmentation: CPU time of tok beside what else is installed here, on one file
# of sample articles.
#	sh tests/bench/tok.sh [MEGABYTES]
cd "$(dirname "$0")/../.." || exit 2
top=$(pwd)
PATH=$top/cmd:$top/tests/aid:$PATH
export LC_ALL=C.UTF-8
box=$(mktemp -d) || exit 2
trap 'rm -rf "$box"' EXIT
trap 'exit 2' HUP INT TERM

. tests/bench/lib.sh
articles "${1:-20}"
head -c 1000000 "$box/all" | iconv -c -f UTF-8 -t UTF-8 >"$box/part"

cat >"$box/peer_jieba.py" <<'END'
import jieba, jieba.posseg, logging, sys, time
jieba.setLogLevel(60)
jieba.initialize()
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
start = time.process_time()
for line in lines:
    " ".join(jieba.cut(line))
print(time.process_time() - start)
END
cat >"$box/peer_icu.py" <<'END'
import icu, sys, time
words = icu.BreakIterator.createWordInstance(icu.Locale("zh"))
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
start = time.process_time()
for line in lines:
    words.setText(line)
    list(words)
print(time.process_time() - start)
END

n=$(wc -c <"$box/all")
rate "tok" "$n" "$(cpu tok "$box/all")" MB/s
rate "tok -t" "$n" "$(cpu tok -t "$box/all")" MB/s
for peer in jieba icu; do
	if s=$(/usr/bin/python3 "$box/peer_$peer.py" "$box/part" 2>/dev/null); then
		rate "$peer (python3)" "$(wc -c <"$box/part")" "$s" MB/s
	else
		printf '%-24s not installed\n' "$peer (python3)"
	fi
done
