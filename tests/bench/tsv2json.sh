#!/bin/sh
# TSV to JSON lines: CPU time and memory of tsv2json beside what else is
# installed here, on one file of 18 columns, 71 % of it not ASCII.
#	sh tests/bench/tsv2json.sh [MEGABYTES]
cd "$(dirname "$0")/../.." || exit 2
top=$(pwd)
PATH=$top/cmd:$top/tests/aid:$PATH
export LC_ALL=C.UTF-8
box=$(mktemp -d) || exit 2
trap 'rm -rf "$box"' EXIT
trap 'exit 2' HUP INT TERM

awk=awk
! command -v gawk >/dev/null || awk=gawk
LC_ALL=C "$awk" -v mb="${1:-100}" -f tests/bench/rows.awk >"$box/all.tsv"
cd "$box" || exit 2

cat >rival.py <<'END'
import csv, json, sys
csv.field_size_limit(1 << 30)
rows = csv.DictReader(open("in.tsv", encoding="utf-8", newline=""),
    delimiter="\t", quoting=csv.QUOTE_NONE)
for row in rows:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
END
cat >rival.pl <<'END'
use JSON::XS;
my $json = JSON::XS->new->utf8;
open my $in, "<:encoding(UTF-8)", "in.tsv" or die;
chomp(my $head = <$in>);
my @name = split /\t/, $head;
while (<$in>) {
	chomp;
	my %row;
	@row{@name} = split /\t/, $_, -1;
	print $json->encode(\%row), "\n";
}
END
cat >rival.js <<'END'
const lines = require("readline").createInterface({
	input: require("fs").createReadStream("in.tsv") });
let names, held = "";
lines.on("line", (line) => {
	const fields = line.split("\t");
	if (!names) {
		names = fields;
		return;
	}
	const row = {};
	names.forEach((name, i) => { row[name] = fields[i]; });
	held += JSON.stringify(row) + "\n";
	if (held.length > 65536) {
		process.stdout.write(held);
		held = "";
	}
}).on("close", () => process.stdout.write(held));
END
cat >rival.jq <<'END'
(input | split("\t")) as $h | inputs | split("\t") as $r |
    reduce range($h | length) as $i ({}; .[$h[$i]] = $r[$i])
END

# try NAME COMMAND ...: the best of three runs (one, for what takes seconds).
# The rows are those that come out of the first 10,000.
try()
{
	name=$1
	shift
	command -v "$1" >/dev/null || {
		printf '%-12s not here\n' "$name"
		return
	}
	ln -sf few.tsv in.tsv
	"$@" 2>err >out || {
		printf '%-12s failed: %s\n' "$name" "$(head -n 1 err)"
		return
	}
	rows=$(wc -l <out)
	ln -sf all.tsv in.tsv
	best=
	for i in 1 2 3; do
		aid peak used "$@" >/dev/null
		read -r kib ms <used
		[ "${best:-$ms}" -lt "$ms" ] || best=$ms
		[ "$best" -lt 1000 ] || break
	done
	[ "$name" != tsv2json ] || base=$best
	"$awk" -v name="$name" -v ms="$best" -v kib="$kib" -v base="$base" \
	    -v rows="$rows" 'BEGIN {
		printf "%-12s %8.2f %8.1f %8.1f %9d\n", name, ms / 1000,
		    ms / base, kib / 1024, rows }'
}

head -n 10001 all.tsv >few.tsv
printf '%-12s %8s %8s %8s %9s\n' tool "CPU s" times MiB rows
base=1
try tsv2json tsv2json in.tsv
try duckdb duckdb -c "copy (from read_csv('in.tsv', delim = '\t', quote = '',
    escape = '', header = true, all_varchar = true)) to '/dev/stdout'
    (format json)"
try mlr mlr --itsv --ojsonl cat in.tsv
try sqlite3 sqlite3 :memory: '.mode ascii' '.separator "\t" "\n"' \
    '.import in.tsv t' '.mode json' 'select * from t'
try node node rival.js
try perl perl rival.pl
try python3 python3 rival.py
try jq jq -Rnc -f rival.jq in.tsv
