# Sentences to the rows that facts reads.  A line is a sentence, its words
# parted by blanks: WORD/TAG, or WORD/TAG/KIND/OP/VALUE/UNIT[/UPPER]; a tag may
# be left out.  `## NAME` begins a document.
BEGIN {
	OFS = "\t"
	doc = "d"
	print "doc", "line", "sent", "role", "start", "end", "token", "tag", \
	    "kind", "op", "value", "upper", "unit"
}
$1 == "##" { doc = $2; line = 0; next }
{
	line++
	at = 0
	for (i = 1; i <= NF; i++) {
		n = split($i, f, "/")
		if (n < 2)
			f[2] = "n"
		if ($i ~ /^[，。、；：（）,;:()！？“”]$/)
			f[2] = "w"
		for (k = n + 1; k <= 7; k++)
			if (k > 2)
				f[k] = ""
		gsub(/\|/, "/", f[5])
		print doc, line, line, "body", at, at + length(f[1]), f[1], \
		    f[2], f[3], f[4], f[5], f[7], f[6]
		at += length(f[1])
	}
}
