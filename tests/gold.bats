# Facts and numbers of the articles in gold/, against what a reader wrote down.
load lib

gold=$BATS_TEST_DIRNAME/gold

score() {	# score FLOOR PREDICTED
	LC_ALL=C awk -f "$gold/score.awk" -v min="$1" "$gold/facts.tsv" "$2"
}

@test "facts of the articles: frame F1 at least 0.94" {
	fixenc "$gold"/articles/*.txt | tok | numnorm | facts >facts.tsv
	score 0.94 facts.tsv
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
	status 1 score 0.01 none.tsv
}

# Each surface of the gold must come out with its kind, value and unit.
@test "numbers of the articles: at least 0.97 are found" {
	fixenc "$gold"/articles/*.txt | tok |
	    numnorm -H -o doc,token,kind,op,value,unit >numbers.tsv
	awk -F'\t' '
	function plain(s) {
		gsub(/ |　/, "", s)
		return s
	}
	NR == FNR {
		sub(/.*\//, "", $1)
		sub(/\.txt$/, "", $1)
		n[$1, plain($2), $3, $4, $5, $6]++
		next
	}
	$9 == "must" && $4 != "none" {
		all++
		split($8, unit, "|")
		if (n[$1, plain($3), $4, $5, $6, unit[1]]-- > 0)
			found++
	}
	END {
		print found " of " all
		exit found < all * 0.97
	}' numbers.tsv "$gold/numnorm.tsv"
}
