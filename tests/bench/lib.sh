# What the benches share; sourced by each, which has set `box`, a folder.

# articles MEGABYTES: that much text of the sample articles, in $box/all.
articles() {
	fixenc -t tests/articles/*.txt >"$box/one"
	: >"$box/all"
	while [ "$(wc -c <"$box/all")" -lt $(($1 * 1000000)) ]; do
		cat "$box/one" "$box/one" "$box/one" "$box/one" >>"$box/all"
	done
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

# rate NAME AMOUNT SECONDS UNIT: prints the amount in a second of CPU.
rate() {
	awk -v name="$1" -v n="$2" -v s="$3" -v unit="$4" 'BEGIN {
		printf("%-24s %10.2f %s\n", name, n / (s + 0.0001) / 1e6, unit)
	}'
}
