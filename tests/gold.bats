# Facts of the articles in gold/, against what a reader wrote down.
load lib

gold=$BATS_TEST_DIRNAME/gold

score() {	# score FLOOR PREDICTED
	LC_ALL=C awk -f "$gold/score.awk" -v min="$1" "$gold/facts.tsv" "$2"
}

@test "facts of the articles: frame F1 at least 0.90" {
	fixenc "$gold"/articles/*.txt | tok | numnorm | facts >facts.tsv
	score 0.90 facts.tsv
}

@test "the scorer gives full marks to the gold and none to nothing" {
	awk -F'\t' -v OFS='\t' '{
		for (i = 1; i < NF; i++)
			if (NR > 1)
				sub(/\|.*/, "", $i)
		print
	}' "$gold/facts.tsv" >all.tsv
	score 1 all.tsv
	head -n 1 all.tsv >none.tsv
	! score 0.01 none.tsv
}
