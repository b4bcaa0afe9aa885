# How the programs are built: what makes a mistake in them harder to use.
load lib

setup_file() {
	command -v readelf >/dev/null || skip "no readelf here"
}

# elf PROG: skips what is no ELF file, and other builds than make's own.
elf() {
	readelf -h "$top/cmd/$1" >head 2>/dev/null || skip "no ELF programs"
	! sanitized "$1" || skip "the sanitizers replace it"
	readelf -lW "$top/cmd/$1" >segments
	readelf -dW "$top/cmd/$1" >dynamic
}

# linked PROG: skips static programs; they have no dynamic part to protect.
linked() {
	elf "$1"
	grep -q '^ *INTERP' segments || skip "static"
}

anywhere() {
	linked "$1"
	grep -q '^ *Type: *DYN' head
	grep -q 'FLAGS_1.*PIE' dynamic
	! grep TEXTREL dynamic
}
@test "a program can be loaded at any place" { each anywhere; }

relocated() {
	linked "$1"
	grep -q '^ *GNU_RELRO' segments
	grep -qE '(BIND_NOW|FLAGS_1.*NOW)' dynamic
}
@test "addresses of functions are fixed before main and read-only" {
	each relocated
}

stack() {
	elf "$1"
	is RW "$(awk '$1 == "GNU_STACK" { print $7 $8 }' segments |
	    tr -dc RWE)"
}
@test "the stack is not executable" { each stack; }

write_or_run() {
	elf "$1"
	awk '$1 == "LOAD" {
		f = ""
		for (i = 7; i < NF; i++)
			f = f $i
		n++
		if (f ~ /W/ && f ~ /E/)
			bad = 1
	}
	END { exit bad || n < 2 }' segments
}
@test "no memory is writable and executable" { each write_or_run; }

# musl has the one, and knows no fortified functions.
checked() {
	elf "$1"
	nm "$top/cmd/$1" >symbols
	grep -q '[UTtWi] __stack_chk_fail' symbols
	linked "$1"
	grep -q 'GLIBC' symbols || skip "not glibc"
	grep -q '[Uu] __[a-z]*_chk@' symbols
}
@test "stack and buffers are checked" {
	wants nm
	each checked
}

# Tables are shared between processes, and nothing can change them.
tables() {
	elf "$1"
	nm "$top/cmd/$1" | grep ' tab_' | grep -v ' [TtUu] ' >symbols || :
	[ "$1" = tsv2json ] || [ -s symbols ]
	! grep -v ' [Rr] ' symbols
}
@test "tables are read-only" {
	wants nm
	each tables
}

no_path() {
	elf "$1"
	! grep -E 'RPATH|RUNPATH' dynamic
	is "" "$(grep NEEDED dynamic | grep -v -e 'libc\.' -e 'ld-musl')"
}
@test "no library but libc, and none from a place of its own" {
	each no_path
}
