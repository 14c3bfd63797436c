#!/usr/bin/env bash
# Configures a build where that is needed, and builds. Usage: tools/build.sh DIR [MESON OPTION ...] [-- TARGET ...]
# Meson lists the source files when it configures, so a file that came or went configures it again.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
dir=$1
shift
options=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
	options+=("$1")
	shift
done
[ $# -eq 0 ] || shift

sources=$(ls src/*/*.c test/*_test.c bench/*_bench.c data/* sql/steps/* assets/* .sources/*/.made 2>/dev/null || true)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() {
	"$@" >"$log" 2>&1 || {
		cat "$log" >&2
		exit 1
	}
}

if [ ! -f "$dir/build.ninja" ]; then
	quietly meson setup "$dir" "${options[@]}"
elif [ "$sources" != "$(cat "$dir/sources" 2>/dev/null)" ]; then
	quietly meson setup --reconfigure "$dir" "${options[@]}"
fi
printf '%s\n' "$sources" >"$dir/sources"
quietly ninja -C "$dir" "$@"
