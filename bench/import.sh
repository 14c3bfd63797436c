#!/usr/bin/env bash
# A list of 50,000 rows of time in post, as `mainstay load` takes it from a file to the records: as CSV and as a workbook,
# into an empty council, the same file again, the file with another FTE of everybody in post, and 50,000 rows of other people
# into the council that has all that. For each the whole command: seconds, and memory at its most. Usage:
# bench/import.sh [BUILD [STORE]]; STORE, a PostgreSQL URL, must be of an empty database, and then only CSV is loaded.
set -euo pipefail
build=$(realpath "${1:-build}") given=${2:-}
try=$(mktemp -d)
trap 'rm -rf "$try"' EXIT
ninja -C "$build" list_maker >"$try/said" || { cat "$try/said" && exit 1; }
"$build/list_maker" lists "$try"

load() { # load WHAT FILE DAY
	printf '  %-34s ' "$1"
	"$build/list_maker" run "$build/mainstay" load "$try/$2" --authority walsall --list hr --on "$3" --store "$store"
}

for kind in csv xlsx; do
	[ "$kind" = csv ] || [ -z "$given" ] || break
	store=${given:-$try/$kind.db}
	echo "$kind, $(($(stat -c %s "$try/list.$kind") / 1000)) KB; load $(cut -d' ' -f1 /proc/loadavg)"
	load "into an empty council" "list.$kind" 2026-03-01
	load "the same again" "list.$kind" 2026-03-01
	load "another FTE of those in post" "changed.$kind" 2026-03-02
	load "50,000 rows of others" "others.$kind" 2026-03-02
done
