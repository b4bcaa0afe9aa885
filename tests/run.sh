#!/bin/sh
# Runs all tests: the unit tests, then the bats files (all, or those named).
# The last line is `N passed, N failed`, with the skipped counted apart.
# Status 1 if any failed.
cd "$(dirname "$0")/.." || exit 2
command -v bats >/dev/null || {
	echo "run.sh: bats is not installed" >&2
	exit 2
}

log=$(mktemp) || exit 2
trap 'rm -f "$log"' EXIT
trap 'exit 2' INT TERM

# Each unit test is a program: status 0, or a line for each case that failed.
unit()
{
	for c in tests/unit/*.c; do
		t=${c%.c}
		if [ -x "$t" ] && "$t" >"$log.unit" 2>&1; then
			echo "ok - $t"
		else
			sed 's/^/# /' "$log.unit"
			echo "not ok - $t"
		fi
		rm -f "$log.unit"
	done
}

{
	[ $# -gt 0 ] || unit
	[ $# -gt 0 ] || set -- tests/*.bats
	for f; do
		echo "# $f"
		bats --tap "$f" || echo "# $f ended with $?"
	done
} 2>&1 | tee "$log"

# A bats file that cannot be read prints no case; count it as one failed.
awk '
/^ok .*# skip/ { skipped++; next }
/^ok / { passed++ }
/^not ok / { failed++; print }
/^# tests\/.* ended with / { if (!failed) failed++ }
END {
	if (skipped)
		print skipped " skipped"
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0
}' "$log"
