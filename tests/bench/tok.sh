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

mb=${1:-20}
fixenc -t tests/articles/*.txt >"$box/one"
: >"$box/all"
while [ "$(wc -c <"$box/all")" -lt $((mb * 1000000)) ]; do
	cat "$box/one" "$box/one" "$box/one" "$box/one" >>"$box/all"
done
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

# rate NAME FILE SECONDS: prints megabytes a second of CPU.
rate() {
	awk -v name="$1" -v size="$(wc -c <"$2")" -v s="$3" 'BEGIN {
		printf("%-24s %8.2f MB/s\n", name, size / (s + 0.0001) / 1e6)
	}'
}

# cpu COMMAND ...: the least CPU seconds of three runs.
cpu() {
	best=
	for i in 1 2 3; do
		aid peak "$box/used" "$@" >/dev/null
		read -r kib ms <"$box/used"
		[ "${best:-$ms}" -lt "$ms" ] || best=$ms
	done
	awk -v ms="$best" 'BEGIN { print ms / 1000 }'
}

rate "tok" "$box/all" "$(cpu tok "$box/all")"
rate "tok -t" "$box/all" "$(cpu tok -t "$box/all")"
for peer in jieba icu; do
	if s=$(/usr/bin/python3 "$box/peer_$peer.py" "$box/part" 2>/dev/null); then
		rate "$peer (python3)" "$box/part" "$s"
	else
		printf '%-24s not installed\n' "$peer (python3)"
	fi
done
