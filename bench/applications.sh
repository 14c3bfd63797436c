#!/usr/bin/env bash
# A list of 5,000 applications, as `mainstay application import` takes it from a file to the records: as CSV and as a
# workbook, into a demonstration's council; then the same file again, and the list a week later, when half have moved on.
# For each the whole command: seconds, and memory at its most. Usage: bench/applications.sh [BUILD]
set -euo pipefail
build=$(realpath "${1:-build}")
try=$(mktemp -d)
trap 'rm -rf "$try"' EXIT
ninja -C "$build" list_maker mainstay >"$try/said" || { cat "$try/said" && exit 1; }
"$build/list_maker" applications "$try"

bring() { # bring WHAT FILE
	printf '  %-34s ' "$1"
	"$build/list_maker" run "$build/mainstay" application import walsall "$try/$2" --store "$store"
}

for kind in csv xlsx; do
	store=$try/$kind.db
	"$build/mainstay" demo walsall --store "$store" >/dev/null
	echo "$kind, $(($(stat -c %s "$try/applications.$kind") / 1000)) KB; load $(cut -d' ' -f1 /proc/loadavg)"
	bring "5,000 applications" "applications.$kind"
	bring "the same again" "applications.$kind"
	bring "a week later" "later.$kind"
done
