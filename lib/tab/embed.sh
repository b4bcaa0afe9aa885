#!/bin/sh
# embed.sh WAY FILE.tab FILE.o: makes an object that holds a table.
# WAY is asm (.incbin, fast) or c (an array, for a compiler without it).
# CC and CFLAGS come from the environment.
set -eu

way=$1
tab=$2
obj=$3
name=${tab##*/}
name=${name%.tab}

case $way in
asm)
	# shellcheck disable=SC2086
	${CC:-cc} -c -DTAB_NAME="$name" -DTAB_FILE="\"$tab\"" \
	    -o "$obj" lib/tab/embed.S
	;;
c)
	src=$obj.c
	{
		printf 'extern const unsigned char tab_%s[][4000];\n' "$name"
		printf 'const unsigned char tab_%s[][4000] = {\n' "$name"
		lib/gen/carray.gen <"$tab"
		printf '};\n'
	} >"$src"
	# shellcheck disable=SC2086
	${CC:-cc} ${CFLAGS-} -c -o "$obj" "$src"
	rm -f "$src"
	;;
*)
	echo "embed.sh: no such way: $way" >&2
	exit 2
	;;
esac
