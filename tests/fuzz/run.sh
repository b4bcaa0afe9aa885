#!/bin/sh
# Builds the fuzz targets with the sanitizers, and runs each for a while.
#	sh tests/fuzz/run.sh [SECONDS [TARGET ...]]
# With clang's libFuzzer where that is there, else with the driver of main.c.
# Seeds are the cases in tests/fuzz/cases and the sample articles; an input
# that ends a target is kept in tests/fuzz/out.  Status 1 if there was one.
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

san=address,undefined
echo 'int LLVMFuzzerTestOneInput(const char *p, unsigned long n);
int LLVMFuzzerTestOneInput(const char *p, unsigned long n)
{ return p == 0 && n != 0; }' >"$work/try.c"
if clang -fsanitize=fuzzer,address -o "$work/try" "$work/try.c" \
    >/dev/null 2>&1; then
	cc=clang kind=libFuzzer
	cflags="-O1 -g -fsanitize=fuzzer-no-link,$san -fno-sanitize-recover=all"
	link="-fsanitize=fuzzer,$san"
else
	cc=${CC:-cc} kind=driver
	cflags="-O1 -g -fsanitize=$san -fno-sanitize-recover=all"
	link="-fsanitize=$san tests/fuzz/main.c"
fi

# The library, built apart so that the tree stays as it is.
tar -cf - --exclude='*.o' --exclude='tests/golden' --exclude='tests/fuzz/out' \
    Makefile cmd lib tests | tar -xf - -C "$work"
cd "$work" || exit 2
make CC="$cc" BUILD_CC=cc CFLAGS="$cflags" HARDEN= LDFLAGS= >build.log 2>&1 || {
	tail -n 20 build.log
	exit 2
}

# What a target itself says is noise, what the sanitizers say is not.
ASAN_OPTIONS=log_path=$work/san UBSAN_OPTIONS=log_path=$work/san
export ASAN_OPTIONS UBSAN_OPTIONS
status=0
for t; do
	# The four parts that no program joins may use a name twice.
	not=enc
	[ "$t" != enc ] || not=fact
	rm -f lib.a
	ar -rc lib.a $(ls lib/*/*.o | grep -v -e '^lib/gen' -e "^lib/$not")
	$cc -std=c11 -Ilib -Itests/fuzz -D_POSIX_C_SOURCE=200809L $cflags \
	    -o "$t" "tests/fuzz/$t.c" lib.a $link \
	    >build.log 2>&1 || {
		tail -n 20 build.log
		echo "$t: does not build"
		status=1
		continue
	}
	mkdir -p "corpus/$t" "$top/tests/fuzz/cases/$t" "$top/tests/fuzz/out"
	cp "$top"/tests/articles/*.txt "$top/tests/fuzz/cases/$t"/* \
	    "corpus/$t/" 2>/dev/null
	for s in "$top"/tests/golden/*; do
		head -c 4000 "$s" >"corpus/$t/${s##*/}" 2>/dev/null
	done
	if [ "$kind" = libFuzzer ]; then
		"./$t" -max_total_time="$seconds" -max_len=2048 -timeout=60 \
		    -rss_limit_mb=2048 -print_final_stats=1 -close_fd_mask=2 \
		    -artifact_prefix="$top/tests/fuzz/out/$t-" \
		    "corpus/$t" >run.log 2>&1
		rc=$?
		n=$(sed -n 's/^stat::number_of_executed_units: *//p' run.log)
	else
		mkdir -p "out/$t"
		"./$t" -t "$seconds" -o "out/$t" "corpus/$t"/* >run.log \
		    2>/dev/null
		rc=$?
		n=$(sed -n 's/ inputs$//p' run.log)
		[ $rc -eq 0 ] ||
		    cp "out/$t/last" "$top/tests/fuzz/out/$t-last"
	fi
	if [ $rc -ne 0 ]; then
		cat run.log san.* 2>/dev/null |
		    grep -aE 'ERROR|runtime error|^ +#[0-7] ' | head -n 12
		status=1
	fi
	echo "$t: ${n:-?} inputs, status $rc ($kind)"
	rmdir "$top/tests/fuzz/cases/$t" 2>/dev/null
done
exit $status
