# Makes a new Debian; sourced by the scripts that need one.  It is the folder
# $root, which goes away at the end.  Needs root, debootstrap and a mirror.
need()
{
	for c; do
		command -v "$c" >/dev/null || {
			echo "$0: no $c here" >&2
			exit 2
		}
	done
}

new_debian()
{
	need debootstrap chroot unshare
	# The release and the mirror that this machine has its packages from.
	suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
	mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' \
	    'Created-By: Packages' | sed -n "s/ $suite\$//p" | head -n 1)
	root=$(mktemp -d)
	trap 'rm -rf "$root" "$root".*' EXIT
	trap 'exit 2' HUP INT TERM
	chmod 755 "$root"
	debootstrap --variant=minbase "$suite" "$root" "$mirror" \
	    >"$root.log" 2>&1 || {
		tail -n 5 "$root.log"
		exit 2
	}
}

# inside COMMAND: runs it there with /proc and /dev, which are mounted where
# nobody else sees them, so that nothing is left mounted.
inside()
{
	unshare --mount --pid --fork sh -c '
	mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" &&
	    exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		DEBIAN_FRONTEND=noninteractive TERM=dumb \
		chroot "$1" sh -c "$2"' _ "$root" "$1"
}
