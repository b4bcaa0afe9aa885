# Scores facts against the truth of the made articles:
#	awk -v truth=TRUTH.tsv [-v misses=N] -f score.awk FACTS.tsv
# Both are in the order of the articles.  Each row of one is paired with at
# most one of the other, level by level, as close as they get: value and
# measure; and predicate; and subject and time; and op, status and scope.  *
# in the truth is anything.  Prints `level precision recall F1` in tenths of a
# percent; with misses, before them, the first N rows that do not reach the
# last level, and what kinds of fact those are.
function columns(at, i) {
	for (i = 1; i <= NF; i++)
		at[$i] = i
}

# The truth row t and the row g agree in a column.
function like(t, g, name, a, b) {
	a = want[t, name]
	b = got[g, name]
	return a == "*" || a == b
}

function level(t, g) {
	if (!like(t, g, "kind") || !like(t, g, "value") ||
	    !like(t, g, "unit") || !like(t, g, "measure"))
		return 0
	# What has no value is known by what it is.
	if (!like(t, g, "predicate"))
		return want[t, "kind"] == "stat"
	# An event is its kind and time, a party its name.
	if (want[t, "kind"] == "party" && !like(t, g, "subject"))
		return 0
	if (!like(t, g, "subject") || !like(t, g, "time"))
		return 2
	return like(t, g, "op") && like(t, g, "status") &&
	    like(t, g, "scope") && like(t, g, "object") ? 4 : 3
}

# score: pairs the rows of one article, best pairs first.
function score(l, t, g, n) {
	split("", paired)
	split("", used)
	for (l = 4; l > 0; l--)
		for (t = 1; t <= nwant; t++)
			for (g = 1; !(t in paired) && g <= ngot; g++)
				if (!(g in used) && level(t, g) >= l) {
					paired[t] = l
					used[g]
					for (n = 1; n <= l; n++)
						hits[n]++
				}
	all += nwant
	given += ngot
	for (t = 1; t <= nwant; t++)
		if (paired[t] < 4 && shown < misses) {
			shown++
			print doc, 0 + paired[t], row[t]
		}
	for (g = 1; g <= ngot; g++)
		if (!(g in used) && shown < misses) {
			shown++
			print doc, "extra", line[g]
		}
	for (t = 1; t <= nwant; t++) {
		n = want[t, "kind"] " " want[t, "predicate"]
		total[n]++
		right[n] += paired[t] == 4
	}
}

# Takes the truth of the article `doc`; `next_row` is the row behind it.
function load(f, i) {
	nwant = 0
	split("", want)
	while (next_row != "") {
		split(next_row, f, "\t")
		if (f[1] != doc)
			return
		nwant++
		row[nwant] = next_row
		for (i in tcol)
			want[nwant, i] = f[tcol[i]]
		if ((getline next_row <truth) <= 0)
			next_row = ""
	}
}

BEGIN {
	FS = OFS = "\t"
	getline next_row <truth
	n = split(next_row, f, "\t")
	for (i = 1; i <= n; i++)
		tcol[f[i]] = i
	getline next_row <truth
}

NR == 1 {
	columns(col)
	next
}

{
	name = $1
	sub(/.*\//, "", name)
	if (name != doc) {
		if (doc != "")
			score()
		doc = name
		load()
		ngot = 0
		split("", got)
	}
	if ($col["kind"] == "meta")
		next
	ngot++
	line[ngot] = $0
	for (i in tcol)
		got[ngot, i] = $col[i]
}

END {
	score()
	for (n in total)
		if (misses && right[n] < total[n])
			print right[n] "/" total[n], n
	split("value predicate frame full", levels, " ")
	for (l = 1; l <= 4; l++)
		printf "%s\t%d\t%d\t%d\n", levels[l], hits[l] * 1000 / given,
		    hits[l] * 1000 / all, hits[l] * 2000 / (given + all)
}
