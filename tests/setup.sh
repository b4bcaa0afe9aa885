#!/bin/sh
# Runs the two set-up commands of README.md in a new Debian, on a copy of what
# is committed, as they stand there.  The last line is that of the tests.
#	sh tests/setup.sh
set -eu
cd "$(dirname "$0")/.."
. tests/debian.sh
need git
began=$(date +%s)
new_debian
echo "# debootstrap: $(($(date +%s) - began)) s"

# Packages come from where this machine has its own.
cp -R /etc/apt/. "$root/etc/apt/"
for f in /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
	[ ! -e "$f" ] || { mkdir -p "$root/${f%/*}" && cp -L "$f" "$root$f"; }
done
mkdir "$root/root/factline"
if git rev-parse HEAD >/dev/null 2>&1; then
	git archive HEAD
else
	tar -cf - .
fi | tar -xf - -C "$root/root/factline"

sed -n 's/^apt-get .* make \(demo\|check\)$/&/p' README.md >"$root/commands"
[ "$(wc -l <"$root/commands")" -eq 2 ]
while read -r command; do
	began=$(date +%s)
	if inside "cd /root/factline && $command" </dev/null >"$root.out" 2>&1
	then
		tail -n 2 "$root.out"
	else
		grep -A 9 '^not ok' "$root.out" || tail -n 40 "$root.out"
		echo "setup.sh: failed: $command"
		exit 1
	fi
	echo "# $command: $(($(date +%s) - began)) s"
done <"$root/commands"
