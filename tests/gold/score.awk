# Scores the output of facts against a gold file.
#
#	awk -f score.awk [-v verbose=1] [-v min=F] GOLD.tsv FACTS.tsv
#
# Columns are found by name. A row belongs to the gold document whose id
# begins the last component of its `doc`. A cell of the gold may hold
# alternatives parted by '|'; an empty one accepts anything. Rows are matched
# one to one, best match first, and counted at four levels:
#	value      value, unit and measure agree
#	predicate  ... and the indicator
#	frame      ... and subject and time
#	full       ... and op, status and scope
# An event needs its type and time, a party its name and part, a field of
# meta its text. Rows of tier `minor` are neither asked for nor wrong. With
# min, the exit status is 1 where the F1 of frame is under it.
BEGIN {
	FS = "\t"
	split("value predicate frame full", level, " ")
	split("stat event party meta", kinds, " ")
}

FNR == 1 {
	file++
	split("", at)
	for (i = 1; i <= NF; i++)
		at[$i] = i
	header = $0
	next
}

$0 == header {
	next
}

file == 1 {
	g = ++ngold
	gdoc[g] = cell("doc")
	if (!(gdoc[g] in known))
		docs[++ndocs] = gdoc[g]
	known[gdoc[g]]
	core[g] = cell("tier") == "core"
	store("g", g)
	gold[gdoc[g], ++golds[gdoc[g]]] = g
}

file == 2 {
	d = docof(cell("doc"))
	if (d == "") {
		lost++
		next
	}
	p = ++npred
	store("p", p)
	pred[d, ++preds[d]] = p
}

function cell(name,	s) {
	s = $(at[name])
	return s == "\\N" ? "" : s
}

function store(side, i,	n, name, s) {
	n = split("kind subject predicate object scope measure op value " \
	    "unit time status", name, " ")
	for (; n > 0; n--) {
		s = cell(name[n])
		if (name[n] == "value")
			s = decimal(s)
		row[side, i, name[n]] = plain(s)
	}
}

# One form for what is written in several: width of marks, quotes, blanks.
function plain(s) {
	gsub(/ |\343\200\200|\342\200\234|\342\200\235|\342\200\230/, "", s)
	gsub(/\342\200\231|["']|\343\200\212|\343\200\213/, "", s)
	gsub(/\357\274\210/, "(", s)
	gsub(/\357\274\211/, ")", s)
	gsub(/\357\274\232/, ":", s)
	gsub(/\357\274\214/, ",", s)
	gsub(/\357\275\234/, "|", s)
	return s
}

function decimal(s) {
	sub(/^\+/, "", s)
	if (s ~ /\./) {
		sub(/0+$/, "", s)
		sub(/\.$/, "", s)
	}
	return s
}

function docof(path,	i, d, best) {
	sub(/.*\//, "", path)
	best = ""
	for (i = 1; i <= ndocs; i++) {
		d = docs[i]
		if (index(path, d) == 1 && length(d) > length(best) &&
		    substr(path, length(d) + 1, 1) !~ /[0-9A-Za-z]/)
			best = d
	}
	return best
}

# same: any alternative of a, an empty one accepts all; with part, containment
# is enough.
function same(a, b, part,	n, alt) {
	if (a == "")
		return part || b == ""
	for (n = split(a, alt, "|"); n > 0; n--) {
		if (alt[n] == "" || alt[n] == b)
			return 1
		if (part && b != "" && (index(alt[n], b) || index(b, alt[n])))
			return 1
	}
	return 0
}

function timely(g, p) {
	return row["g", g, "time"] == "" ||
	    same(row["g", g, "time"], row["p", p, "time"], 0)
}

function agree(g, p, name, part) {
	return same(row["g", g, name], row["p", p, name], part)
}

function otherwise(s, dflt) {
	return s == "" ? dflt : s
}

function stat(g, p) {
	if (row["g", g, "value"] != row["p", p, "value"])
		return 0
	if (row["g", g, "unit"] != "" && !agree(g, p, "unit", 0))
		return 0
	if (!same(row["g", g, "measure"],
	    otherwise(row["p", p, "measure"], "level"), 0))
		return 0
	if (!agree(g, p, "predicate", 1))
		return 1
	if (!agree(g, p, "subject", 1) || !timely(g, p))
		return 2
	if (!same(row["g", g, "op"], otherwise(row["p", p, "op"], "="), 0) ||
	    !same(row["g", g, "status"],
	    otherwise(row["p", p, "status"], "actual"), 0) ||
	    !agree(g, p, "scope", 1))
		return 3
	return 4
}

function event(g, p) {
	if (!agree(g, p, "predicate", 1) || !timely(g, p))
		return 0
	return agree(g, p, "object", 1) && agree(g, p, "subject", 1) ? 4 : 2
}

# The highest level that gold row g and row p agree on, 0 for none.
function grade(g, p,	k) {
	k = row["g", g, "kind"]
	if (k != row["p", p, "kind"])
		return 0
	if (k == "stat")
		return stat(g, p)
	if (k == "event")
		return event(g, p)
	if (k == "party")
		return agree(g, p, "subject", 0) &&
		    agree(g, p, "predicate", 1) ? 4 : 0
	return agree(g, p, "predicate", 0) && agree(g, p, "object", 0) ? 4 : 0
}

# Pairs what agrees on level lv, rows of the tier given, nearest place first.
function pair(d, lv, tier,	i, j, g, p, best, far, dist) {
	for (i = 1; i <= golds[d]; i++) {
		g = gold[d, i]
		if (g in mate || core[g] != tier)
			continue
		best = 0
		for (j = 1; j <= preds[d]; j++) {
			p = pred[d, j]
			if (p in taken || grades[g, p] != lv)
				continue
			dist = i / golds[d] - j / preds[d]
			if (dist < 0)
				dist = -dist
			if (!best || dist < far) {
				best = p
				far = dist
			}
		}
		if (best) {
			mate[g] = best
			taken[best] = g
			reach[g] = lv
		}
	}
}

function match_doc(d,	i, j, g, p, lv) {
	for (i = 1; i <= golds[d]; i++)
		for (j = 1; j <= preds[d]; j++) {
			g = gold[d, i]
			p = pred[d, j]
			grades[g, p] = grade(g, p)
		}
	for (lv = 4; lv > 0; lv--) {
		pair(d, lv, 1)
		pair(d, lv, 0)
	}
}

function show(what, d, side, i) {
	if (verbose)
		print what, d, row[side, i, "kind"], row[side, i, "subject"],
		    row[side, i, "predicate"], row[side, i, "measure"],
		    row[side, i, "value"], row[side, i, "unit"],
		    row[side, i, "time"], row[side, i, "scope"]
}

function count(d,	i, g, k, p, lv) {
	for (i = 1; i <= golds[d]; i++) {
		g = gold[d, i]
		if (!core[g])
			continue
		k = row["g", g, "kind"]
		asked[k]++
		for (lv = 1; lv <= reach[g]; lv++)
			hits[k, lv]++
		if (reach[g] < 4)
			show(reach[g] ? "only " level[reach[g]] : "missed",
			    d, "g", g)
	}
	for (i = 1; i <= preds[d]; i++) {
		p = pred[d, i]
		if (p in taken && !core[taken[p]])
			continue
		given[row["p", p, "kind"]]++
		if (!(p in taken))
			show("wrong", d, "p", p)
	}
}

function f1(n, a, b) {
	return a + b ? 2 * n / (a + b) : 0
}

function line(name, a, b, h1, h2, h3, h4) {
	printf "%-5s gold %4d given %4d  value %.3f  predicate %.3f  " \
	    "frame %.3f  full %.3f\n", name, a, b, f1(h1, a, b),
	    f1(h2, a, b), f1(h3, a, b), f1(h4, a, b)
}

END {
	for (i = 1; i <= ndocs; i++) {
		match_doc(docs[i])
		count(docs[i])
	}
	for (i = 1; i <= 4; i++) {
		k = kinds[i]
		line(k, asked[k], given[k], hits[k, 1], hits[k, 2],
		    hits[k, 3], hits[k, 4])
		a += asked[k]
		b += given[k]
		for (lv = 1; lv <= 4; lv++)
			h[lv] += hits[k, lv]
	}
	line("all", a, b, h[1], h[2], h[3], h[4])
	if (lost)
		print lost " rows of unknown documents"
	exit min != "" && f1(h[3], a, b) < min
}
