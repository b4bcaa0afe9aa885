# What the rows of a bench are made of; run.sh sources this and then the rows
# of each program.  $box is a folder of its own.  Every input has three sizes,
# NAME.s, NAME.m and NAME.l: MB/100, MB/10 and MB megabytes of UTF-8 text, or
# what was made of that text.

sizes="s m l"
form='%-24s %8s %8s %8s %6s %8s %8s %8s %8s %6s\n'

# articles: the text of the sample articles, again and again.
articles() {
	fixenc -t "$top"/tests/articles/*.txt >one
	for z in $sizes; do
		awk -v want="$(bytes $z)" '
		{ row[n++] = $0 }
		END {
			while (done < want)
				for (i = 0; i < n && done < want; i++) {
					print row[i]
					done += length(row[i]) + 1
				}
		}' one >"text.$z"
	done
}

# bytes SIZE: how many that is.
bytes() {
	case $1 in
	s) echo $((MB * 10000)) ;;
	m) echo $((MB * 100000)) ;;
	l) echo $((MB * 1000000)) ;;
	esac
}

# derive NAME FROM COMMAND ...: another input, made of one that is there.
derive() {
	name=$1
	from=$2
	shift 2
	for z in $sizes; do
		"$@" <"$from.$z" >"$name.$z" || exit 2
	done
}

# forget NAME ...: gives the disk back.
forget() {
	for name; do
		rm -f "$name".?
	done
}

# least FILE N COMMAND ...: sets us and kib, the least CPU time and the peak
# of N runs, or of fewer when they have taken $enough seconds together.
least() {
	in=$1
	runs=$2
	shift 2
	us=
	total=0
	while [ "$runs" -gt 0 ]; do
		aid peak used "$@" <"$in" >/dev/null 2>err || return 1
		read -r kib ms now <used
		[ "${us:-$now}" -lt "$now" ] || us=$now
		total=$((total + now))
		[ "$total" -lt ${enough}000000 ] || break
		runs=$((runs - 1))
	done
}

# per_mb SIZE: microseconds of CPU for a megabyte, start-up apart.
per_mb() {
	net=$((us - start))
	[ "$net" -gt 0 ] || net=1
	echo $((net * 1000000 / $(bytes "$1")))
}

# begin INPUT COMMAND ...: sets start, the CPU time for hardly any input.
begin() {
	head -n 2 "$1.s" | head -c 2000 >begin
	shift
	least begin 7 "$@" && start=$us
}

# line NAME MB RATE LINES TIMES KIB GROWTH S M L: prints a row.  Numbers are
# whole: 0.1 MB/s, 10,000 lines, hundredths, KiB, hundredths.
line() {
	awk -v form="$form" -v start="$start" '
	function frac(v, unit, places) {
		return v == "" ? "" : sprintf("%.*f", places, v / unit)
	}
	BEGIN {
		printf(form, ARGV[1], frac(ARGV[2], 10, 1),
		    frac(ARGV[3], 100, 2), frac(ARGV[4], 100, 2),
		    frac(ARGV[5], 1024, 1), frac(start, 1000, 1),
		    frac(ARGV[7], 1000, 2), frac(ARGV[8], 1000, 2),
		    frac(ARGV[9], 1000, 2),
		    ARGV[6] == "" ? "" : frac(ARGV[6], 100, 2) \
		    (ARGV[6] > 120 ? "!" : ""))
	}' "$@"
}

# speed COST: tenths of a megabyte in a second of CPU.
speed() {
	echo $((10000000 / ($1 > 0 ? $1 : 1)))
}

# lines INPUT COST: hundredths of a million lines in a second of CPU.
lines() {
	n=$(wc -l <"$1.s")
	echo $((n * 100000 / (($2 > 0 ? $2 : 1) * $(bytes s) / 1000)))
}

# quick SECONDS: the last run leaves time for one on ten times as much.
quick() {
	[ "$us" -lt "$1"000000 ]
}

# ours NAME INPUT COMMAND ...: a row of a program of this package, in all
# three sizes but those that would take minutes.  Growth is the cost of a byte
# in one size beside the size below it, the worse of the two.
ours() {
	name=$1
	input=$2
	shift 2
	enough=6
	m=
	l=
	growth=
	begin "$input" "$@" && least "$input.s" 7 "$@" && s=$(per_mb s) ||
	    { echo "$name: $(head -n 1 err)"; return; }
	base=$s
	if quick 2 && least "$input.m" 3 "$@"; then
		m=$(per_mb m)
		base=$m
		growth=$((m * 100 / s))
		if quick 6 && least "$input.l" 2 "$@"; then
			l=$(per_mb l)
			[ $((l * 100 / m)) -le "$growth" ] ||
			    growth=$((l * 100 / m))
		fi
	fi
	line "$name" "$(speed "$base")" "$(lines "$input" "$base")" 100 \
	    "$kib" "$growth" "$s" "$m" "$l"
}

# rival NAME INPUT COMMAND ...: a row of another program beside the last row
# of ours; on the smallest input only if that takes it a second.
rival() {
	name="  $1"
	input=$2
	shift 2
	enough=1
	command -v "$1" >/dev/null && begin "$input" "$@" ||
	    { printf '%-24s not here\n' "$name"; return; }
	least "$input.s" 3 "$@" && cost=$(per_mb s) && s=$cost && m= &&
	    if [ $((us - start)) -lt 1000000 ]; then
		least "$input.m" 3 "$@" && cost=$(per_mb m) && m=$cost
	    fi || { printf '%-24s fails\n' "$name"; return; }
	line "$name" "$(speed "$cost")" "$(lines "$input" "$cost")" \
	    $((cost * 100 / base)) "$kib" "" "$s" "$m" ""
}
