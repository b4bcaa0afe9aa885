#!/bin/sh
# Makes a Debian package of an installed tree.
#	sh lib/gen/deb.sh STAGE VERSION
# STAGE is where `make install DESTDIR=STAGE PREFIX=/usr` has put things; the
# package, factline_VERSION_ARCH.deb, is made in the current directory.
set -eu
stage=$1
version=$2

# The newest glibc symbol that the programs need.
glibc=
if command -v readelf >/dev/null; then
	glibc=$(readelf -V "$stage"/usr/bin/* | grep -o 'GLIBC_[0-9.]*' |
	    sed 's/GLIBC_//' | sort -t . -k 1,1n -k 2,2n -u | tail -n 1)
fi
arch=$(dpkg --print-architecture)

gzip -9 -n "$stage"/usr/share/man/man[157]/*
doc=$stage/usr/share/doc/factline
mv "$doc/LICENSE" "$doc/copyright"
mkdir "$stage/DEBIAN"
(cd "$stage" && find usr -type f -exec md5sum {} +) >"$stage/DEBIAN/md5sums"
{
	echo "Package: factline"
	echo "Version: $version"
	echo "Architecture: $arch"
	echo "Section: text"
	echo "Priority: optional"
	echo "Maintainer: factline <factline@localhost>"
	echo "Installed-Size: $(du -sk "$stage/usr" | cut -f 1)"
	echo "Depends: libc6${glibc:+ (>= $glibc)}"
	echo "Description: filters that turn Chinese news into facts"
	echo " Five filters, fixenc, tok, numnorm, facts and tsv2json, that turn"
	echo " messy Chinese news text into exact, sourced facts as TSV or JSON."
} >"$stage/DEBIAN/control"
dpkg-deb --root-owner-group -Zxz --build "$stage" \
    "factline_${version}_$arch.deb"
