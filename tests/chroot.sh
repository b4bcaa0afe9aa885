#!/bin/sh
# Installs a package in a new Debian, runs it, removes it and looks for what
# it left behind.  Needs root, debootstrap and a mirror; not part of `make
# check`.
#	sh tests/chroot.sh PACKAGE.deb
set -eu
. "$(dirname "$0")/debian.sh"
package=$1
need dpkg-deb
new_debian

files()
{
	(cd "$root" && find . -xdev ! -path './proc/*' ! -path './sys/*' \
	    ! -path './var/lib/dpkg/*' ! -path './var/log/*' | sort)
}

files >"$root/tmp/before"
cp "$package" "$root/tmp/factline.deb"
chroot "$root" dpkg -i /tmp/factline.deb
for p in fixenc tok numnorm facts tsv2json; do
	chroot "$root" "$p" -V
	chroot "$root" test -s "/usr/share/man/man1/$p.1.gz"
done
chroot "$root" sh -c 'printf "doc\tvalue\na\t1\n" | tsv2json' |
    grep -qx '{"doc":"a","value":1}'
chroot "$root" dpkg --verify factline
chroot "$root" dpkg --purge factline
rm -f "$root/tmp/factline.deb"
files >"$root.after"
diff "$root/tmp/before" "$root.after"
echo "installed, ran and removed cleanly"
