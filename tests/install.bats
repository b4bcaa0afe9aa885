# make install, uninstall, deb and dist; the completions.
load lib

# mk TARGET ...: make as a person calls it, outside the make that runs this.
mk() {
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS make -s -C "$top" "$@" \
	    >log 2>&1 || { cat log; return 1; }
}

# wanted PREFIX ZSH MAN: what must be there after an installation.
wanted() {
	local p m

	for p in $progs; do
		echo "$1/bin/$p"
		echo "$1/share/bash-completion/completions/$p"
		echo "$1/share/fish/vendor_completions.d/$p.fish"
	done
	for m in "$top"/man/*.[157]; do
		m=${m##*/}
		echo "$1/share/man/man${m##*.}/$m$3"
	done
	echo "$2/_factline"
	echo "$1/share/doc/factline/README.md"
	echo "$1/share/doc/factline/SOURCES"
	echo "$1/share/factline/trade.rules"
}

@test "install puts everything in its place, uninstall takes it away" {
	for dirs in "/usr/local" "/opt/a" "/usr ZSHCOMPDIR=/usr/share/z"; do
		now="PREFIX=$dirs"
		set -- $dirs
		zsh=${2:-"=$1/share/zsh/site-functions"}
		umask 077
		mk install DESTDIR="$PWD/root" PREFIX=$dirs
		umask 022
		{
			wanted "$1" "${zsh#*=}" ""
			echo "$1/share/doc/factline/LICENSE"
		} | sort >want
		(cd root && find . -type f | sed 's/^\.//' | sort) >got
		same want got
		is "" "$(find root -type d ! -perm 755)"
		is "" "$(find root -path '*/bin/*' ! -perm 755)"
		is "" "$(find root -type f ! -path '*/bin/*' ! -perm 644)"
		for p in $progs; do
			"root$1/bin/$p" -V | grep -q "^$p (factline) [0-9]"
		done
		# What was there before stays.
		echo mine >"root$1/bin/mine"
		mk uninstall DESTDIR="$PWD/root" PREFIX=$dirs
		is "root$1/bin/mine" "$(find root -type f)"
		[ ! -e "root$1/share/doc/factline" ]
		[ ! -e "root$1/share/factline" ]
		rm -r root
	done
}

@test "the version of make is that of the programs" {
	v=$(sed -n 's/^VERSION = //p' "$top/Makefile")
	for p in $progs; do
		is "$p (factline) $v" "$("$p" -V)"
	done
}

# offered LINE: what bash offers at the end of a command line.
offered() {
	bash -c '
	source "$1"
	shift
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1))
	_factline "$1" "${COMP_WORDS[COMP_CWORD]}" \
	    "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
	echo "${COMPREPLY[@]}"' _ "$top/cmd/completions/factline.bash" "$@"
}

@test "bash completes options, their words and files" {
	for now in $progs; do
		"$now" -h | grep -oE -e '^ +(-., )?--[a-z0-9-]+=?' |
		    grep -oE -e '--[a-z0-9-]+=?' | sort >want
		[ -s want ]
		offered "$now" -- | tr ' ' '\n' | sort >got
		same want got
	done
	is "error suffix array" "$(offered tsv2json --dup = "")"
	is "error suffix array" "$(offered tsv2json --dup =)"
	is "suffix" "$(offered tsv2json --dup = s)"
	is "suffix" "$(offered tsv2json --dup=s)"
	is "simp trad keep" "$(offered fixenc -s "")"
	is "rows text" "$(offered tok --input = "")"
	touch one.tsv other.tsv
	is "one.tsv" "$(offered facts on)"
	is "one.tsv" "$(offered tsv2json --files0-from = on)"
	is "--exact" "$(offered tsv2json --ex)"
}

@test "fish completes options and their words" {
	wants fish
	export HOME=$PWD
	for now in $progs; do
		cp "$top/cmd/completions/factline.fish" "$now.fish"
		"$now" -h | grep -oE -e '^ +(-., )?--[a-z0-9-]+' |
		    grep -oE -e '--[a-z0-9-]+' | sort >want
		fish --no-config -c "source $now.fish; complete -C '$now --'" |
		    cut -f 1 | sort >got
		same want got
	done
	is "--dup=array --dup=error --dup=suffix" "$(fish --no-config -c \
	    'source tsv2json.fish; complete -C "tsv2json --dup="' |
	    cut -f 1 | sort | paste -sd ' ')"
	is "keep simp trad" "$(fish --no-config -c \
	    'source fixenc.fish; complete -C "fixenc -s "' |
	    cut -f 1 | sort | paste -sd ' ')"
}

@test "zsh gets a specification of each option" {
	wants zsh
	for now in $progs; do
		"$now" -h | grep -oE -e '^ +(-., )?--[a-z0-9-]+=?' |
		    grep -oE -e '--[a-z0-9-]+=?' | sort >want
		zsh -f -c '
		_arguments() { print -rl -- "$@" }
		_call_program() { shift; "$@" }
		words=($2 --)
		f() { source $1 }
		f $1' _ "$top/cmd/completions/_factline" "$now" >got 2>err
		is "" "$(cat err)"
		grep -oE -e '^--[a-z0-9-]+=?' got | sort >names
		same want names
	done
	zsh -f -c '
	_arguments() { print -rl -- "$@" }
	_call_program() { shift; "$@" }
	words=(tsv2json --)
	f() { source $1 }
	f $1' _ "$top/cmd/completions/_factline" |
	    grep -q -e '^--dup=\[.*\]:HOW:(error suffix array)$'
}

@test "deb makes a package with all of it" {
	wants dpkg-deb dpkg
	mk deb
	mv "$top"/factline_*.deb .
	[ ! -e "$top/deb.tmp" ]
	dpkg-deb -c factline_*.deb | awk '!/\/$/ { print substr($6, 2) }' |
	    sort >got
	{
		wanted /usr /usr/share/zsh/vendor-completions .gz
		echo /usr/share/doc/factline/copyright
	} | sort >want
	same want got
	is factline "$(dpkg-deb -f factline_*.deb Package)"
	dpkg-deb -f factline_*.deb Depends | grep -q '^libc6'
	dpkg-deb -x factline_*.deb root
	printf 'a\n1\n' | root/usr/bin/tsv2json | grep -qx '{"a":"1"}'
	dpkg-deb -e factline_*.deb control
	(cd root && md5sum -c --quiet ../control/md5sums)
}

@test "dist packs what is committed" {
	wants git
	git -C "$top" rev-parse HEAD >/dev/null 2>&1 || skip "no git here"
	v=$(sed -n 's/^VERSION = //p' "$top/Makefile")
	mk dist
	mv "$top/factline-$v.tar.gz" .
	gzip -dc "factline-$v.tar.gz" | tar -tf - | grep -v '/$' |
	    sed "s|^factline-$v/||" | sort >got
	git -C "$top" ls-tree -r --name-only HEAD | sort >want
	same want got
}
