#!/bin/sh
# Builds the fuzz targets with the sanitizers, and runs each for a while.
#	sh tests/fuzz/run.sh [SECONDS [TARGET ...]]
#	sh tests/fuzz/run.sh fixed [TARGET ...]
#	sh tests/fuzz/run.sh replay [TARGET ...]
# With clang's libFuzzer where that is there, else with the driver of main.c.
# Seeds are the cases in tests/fuzz/cases, pieces of the sample articles and
# of what the programs make of them; an input that ends a target is kept in
# tests/fuzz/out.  Status 1 if there was one.
#
# SECONDS takes a new seed each time.  fixed takes always the same one, and a
# number of inputs for each target, some two seconds of them: the same tree
# passes or fails each time.  replay runs the cases alone, and a thousand
# changes of each from a fixed seed, with the objects that the tree has.
set -u
cd "$(dirname "$0")/../.." || exit 2
top=$(pwd)
seconds=${1:-60}
[ $# -eq 0 ] || shift
if [ $# -eq 0 ]; then
	for f in tests/fuzz/*.c; do
		t=${f##*/}
		[ "$t" = main.c ] || set -- "$@" "${t%.c}"
	done
fi
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

# objects TARGET: what it is linked with.  The four parts that no program
# joins use some names twice.
objects()
{
	case $1 in
	charset|enc|html|mojibake|script) parts='lib/enc/*.o' ;;
	dict|tok) parts='lib/lex/*.o' ;;
	facts|rules) parts='lib/fact/*.o' ;;
	flow|when) parts='lib/lex/*.o lib/num/*.o' ;;
	*) parts= ;;
	esac
	echo lib/base/*.o lib/tab/*.o lib/text/*.o lib/tsv/*.o \
	    lib/data/*.o $parts
}

# most TARGET: bytes of an input.
most()
{
	case $1 in
	mojibake) echo 96 ;;
	enc|flow) echo 256 ;;
	dec|tok) echo 400 ;;
	dict|rules) echo 512 ;;
	*) echo 1024 ;;
	esac
}

# runs TARGET: inputs of a fixed run, two seconds of them.
runs()
{
	case $1 in
	enc) echo 8000 ;;
	dict|flow|mojibake|rows|rules) echo 12000 ;;
	facts|jsonl|tok) echo 40000 ;;
	script) echo 70000 ;;
	json) echo 140000 ;;
	charset|dec) echo 200000 ;;
	esc|html) echo 350000 ;;
	*) echo 500000 ;;
	esac
}

# compile TARGET FLAG ...: makes $work/TARGET.
compile()
{
	t=$1
	shift
	$cc -std=c11 -Werror=incompatible-pointer-types -Ilib -Itests/fuzz -D_POSIX_C_SOURCE=200809L "$@" \
	    -o "$work/$t" "tests/fuzz/$t.c" $(objects "$t") >"$work/log" 2>&1 &&
	    return
	tail -n 20 "$work/log"
	echo "$t: does not build"
	status=1
	return 1
}

# seeds TARGET: fills $work/corpus/TARGET.
seeds()
{
	to=$work/corpus/$1
	mkdir -p "$to"
	printf '云岭县\t2023-03-28\t1,027.15亿\n' >"$to/row"
	cp "$top/tests/fuzz/cases/$1"/* "$to/" 2>/dev/null
	case $1 in
	charset|enc|html|script|tok|flow)
		for s in "$top"/tests/articles/*.txt; do
			tail -c 600 "$s" | head -c 300 >"$to/${s##*/}"
		done ;;
	rows|jsonl|facts)
		for s in "$top"/tests/golden/*; do
			head -c 800 "$s" >"$to/${s##*/}" 2>/dev/null
		done ;;
	mojibake)
		for s in "$top"/tests/articles/*.txt; do
			tail -n 1 "$s" | head -c 90 | LC_ALL=C tr '\n' ' ' |
			    iconv -c -f GBK -t UTF-8 >"$to/${s##*/}" 2>/dev/null
		done ;;
	dict|tab)
		printf '云岭\t5\tns\n光伏\t3\tn\na b\n' >"$work/words"
		"$tok" --compile -d "$work/words" >"$to/compiled" ;;
	esac
}

status=0
if [ "$seconds" = replay ]; then
	cc=${CC:-cc} san=
	grep -q __asan_init cmd/tok && san=-fsanitize=address,undefined
	grep -q __msan_init cmd/tok && cc=clang san=-fsanitize=memory
	tok=$top/cmd/tok
	for t; do
		compile "$t" -O1 -g $san tests/fuzz/main.c || continue
		seeds "$t"
		"$work/$t" -n 1000 "$work/corpus/$t"/* >"$work/log" 2>&1 || {
			echo "$t: status $?"
			tail -n 5 "$work/log"
			status=1
		}
	done
	exit $status
fi

# A fixed run ends in time on the slowest machine, and passes then.
if [ "$seconds" = fixed ]; then
	seconds=60 seed=1 fixed=y
else
	seed=$(date +%s) fixed=
fi

san=address,undefined
echo 'int LLVMFuzzerTestOneInput(const char *p, unsigned long n);
int LLVMFuzzerTestOneInput(const char *p, unsigned long n)
{ return p == 0 && n != 0; }' >"$work/try.c"
if clang -fsanitize=fuzzer,address -o "$work/try" "$work/try.c" \
    >/dev/null 2>&1; then
	cc=clang kind=libFuzzer
	# To look at each comparison takes half the time.
	cflags="-O2 -g -fsanitize=fuzzer-no-link,$san -fno-sanitize-recover=all"
	cflags="$cflags -fno-sanitize-coverage=trace-cmp"
	link="-fsanitize=fuzzer,$san"
else
	cc=${CC:-cc} kind=driver
	cflags="-O1 -g -fsanitize=$san -fno-sanitize-recover=all"
	link="-fsanitize=$san tests/fuzz/main.c"
fi

# The library, built apart so that the tree stays as it is.
mkdir "$work/tree"
tar -cf - --exclude='*.o' --exclude='tests/golden' --exclude='tests/fuzz/out' \
    Makefile cmd lib tests | tar -xf - -C "$work/tree"
cd "$work/tree" || exit 2
make CC="$cc" BUILD_CC=cc CFLAGS="$cflags" HARDEN= LDFLAGS= \
    >"$work/log" 2>&1 || {
	tail -n 20 "$work/log"
	exit 2
}

# What a target itself says is noise, what the sanitizers say is not.
ASAN_OPTIONS=log_path=$work/san UBSAN_OPTIONS=log_path=$work/san
export ASAN_OPTIONS UBSAN_OPTIONS
tok=$work/tree/cmd/tok
mkdir -p "$top/tests/fuzz/out"
for t; do
	compile "$t" $cflags $link || continue
	seeds "$t"
	rm -f "$work"/san.*
	n=0
	[ -z "$fixed" ] || n=$(runs "$t")
	if [ "$kind" = libFuzzer ]; then
		# A folder would be read in an order of its own.
		printf ',%s' "$work/corpus/$t"/* | cut -c2- >"$work/list"
		"$work/$t" -seed="$seed" -runs=$((n > 0 ? n : -1)) \
		    -max_total_time="$seconds" -max_len="$(most "$t")" \
		    -entropic=0 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
		    -close_fd_mask=3 -artifact_prefix="$top/tests/fuzz/out/$t-" \
		    -seed_inputs=@"$work/list" >"$work/log" 2>&1
		rc=$?
		n=$(sed -n 's/^stat::number_of_executed_units: *//p' \
		    "$work/log")
	else
		mkdir -p "$work/out"
		"$work/$t" -n "$n" -s "$seed" -t "$seconds" -o "$work/out" \
		    "$work/corpus/$t"/* >"$work/log" 2>&1
		rc=$?
		n=$(sed -n 's/ inputs$//p' "$work/log")
		[ $rc -eq 0 ] ||
		    cp "$work/out/last" "$top/tests/fuzz/out/$t-last"
	fi
	if [ $rc -ne 0 ]; then
		cat "$work/log" "$work"/san.* 2>/dev/null | grep -aE \
		    'ERROR|runtime error|^tests/fuzz|^ +#[0-7] ' | head -n 12
		status=1
	fi
	echo "$t: ${n:-?} inputs from seed $seed, status $rc ($kind)"
done
exit $status
