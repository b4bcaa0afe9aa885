# Facts: beside what only splits the same rows; and one endless sentence of
# clauses.
numbers() {
	tok | numnorm -D 2023-06-30
}
clauses() {
	awk '{
		done += length($0) + 1
		for (; at < done; at += length(row)) {
			row = "签约" ++n "个项目，总投资" n "亿元，"
			printf "%s", row
		}
	}' | tok | numnorm -D 2023-06-30
}

derive rows text numbers
ours facts rows facts
rival "gawk, splitting" rows gawk -F '\t' '{ n += NF }'
rival "mawk, splitting" rows mawk -F '\t' '{ n += NF }'
forget rows
LC_ALL=C derive rows text clauses
ours "facts, one sentence" rows facts
forget rows
