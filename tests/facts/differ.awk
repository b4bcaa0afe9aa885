# Tells which words change nothing: reads fact-words.tsv, then the facts of
# words.awk, and compares what the word gave with what the other word gave.
BEGIN { FS = "\t" }
FNR == 1 { file++ }
file == 1 && !/^#/ {
	row[$2 ":" $1] = 1
	next
}
file == 2 && FNR > 1 {
	split($1, d, ":")
	w = d[3] == "w" ? d[2] : "甲乙"
	s = ""
	for (i = 4; i <= NF; i++) {
		c = $i
		while ((at = index(c, w)) > 0)
			c = substr(c, 1, at - 1) "@" substr(c, at + length(w))
		s = s "\t" c
	}
	got[d[1] ":" d[2], d[3]] = got[d[1] ":" d[2], d[3]] "\n" s
}
END {
	for (r in row) {
		n++
		kept = r ~ /^(WORD|SCOPE):/
		if (kept ? index(got[r, "w"], "\t@") == 0 :
		    got[r, "w"] == got[r, "n"])
			print r
	}
}
