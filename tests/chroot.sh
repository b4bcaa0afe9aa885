#!/bin/sh
# Installs a package in a new Debian, runs it, removes it and looks for what
# it left behind.  Needs root, debootstrap and a mirror; not part of `make
# check`.
#	sh tests/chroot.sh PACKAGE.deb
set -eu
package=$1
for c in debootstrap chroot dpkg-deb; do
	command -v "$c" >/dev/null || {
		echo "chroot.sh: no $c here" >&2
		exit 2
	}
done

# The release and the mirror that this machine has its packages from.
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' \
    'Created-By: Packages' | sed -n "s/ $suite\$//p" | head -n 1)

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
trap 'exit 2' HUP INT TERM
chmod 755 "$root"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 || {
	tail -n 5 "$root.log"
	exit 2
}
rm -f "$root.log"

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
trap 'rm -rf "$root" "$root.after"' EXIT
diff "$root/tmp/before" "$root.after"
echo "installed, ran and removed cleanly"
