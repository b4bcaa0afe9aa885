# Scores against the gold of ../shared, where that is there.
load lib

shared=$(cd "$top/../shared" 2>/dev/null && pwd) || :

need_shared() {
	[ -d "$shared/$1" ] || skip "no ../shared/$1"
	wants python3
}

pipeline() {
	fixenc "$@" | tok | numnorm | facts
}

score() {	# score GOLD MIN FILE ...
	local gold=$1 min=$2

	shift 2
	pipeline "$@" >facts.tsv
	"$shared/tools/score-facts" --min "$min" "$gold" facts.tsv
}

@test "facts of the seeds: frame F1 at least 0.55" {
	need_shared seeds
	score "$shared/gold/facts.tsv" 0.55 "$shared"/seeds/*.txt
}

@test "facts of the gold articles: frame F1 at least 0.50" {
	need_shared gold
	score "$shared/gold/facts-articles.tsv" 0.50 \
	    "$shared"/gold/articles/w[0-9][0-9].txt
}

@test "the seeds in one call and one by one give the same rows" {
	need_shared seeds
	pipeline "$shared"/seeds/*.txt >one
	for f in "$shared"/seeds/*.txt; do
		pipeline "$f" | tail -n +2
	done >many
	tail -n +2 one | cmp - many
}

@test "numbers of the seeds: strict F1 at least 0.80" {
	need_shared gold
	fixenc "$shared"/seeds/*.txt | tok | numnorm |
	    "$shared/tools/score-numnorm" --min 0.80 "$shared/gold/numnorm.tsv"
}

@test "words of UD GSD: F1 at least 79" {
	need_shared cases/tok
	"$shared/tools/score-tok" -n "$top/cmd/tok" --min 79 \
	    "$shared/cases/tok/gsdsimp-dev.pos"
}
