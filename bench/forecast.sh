#!/usr/bin/env bash
# What forecasts cost: every workload of forecast_bench, then the reference workload (300 posts, 60 months, 1,000 replications,
# mean, deviation and five quantiles a month) beside the same in NumPy and R where they are installed, in turn, as a ratio; the
# engine in WebAssembly; and memory at 1,000 and 100,000 replications. Times are of the processor. Usage: bench/forecast.sh [BUILD]
set -euo pipefail
cd "$(dirname "$0")/.."
build=$(realpath "${1:-build}")
said=$(mktemp)
trap 'rm -f "$said"' EXIT
ninja -C "$build" forecast_bench >"$said" || { cat "$said" && exit 1; }
bench=$build/forecast_bench
echo "load $(cut -d' ' -f1 /proc/loadavg)"
"$bench"

least() { # least COMMAND ...: the least seconds of five
	for _ in 1 2 3 4 5; do "$@"; done | sort -g | head -n 1
}
own=$(least "$bench" once)
echo "reference workload: $own"
for peer in "python3 bench/wfref.py" "/usr/bin/python3 bench/wfref.py" "Rscript bench/wfref.R"; do
	read -r program script <<<"$peer"
	[ -n "$(command -v "$program")" ] || continue
	told=$($program "$script" 2>"$said") || continue
	awk -v a="${own%% *}" -v b="${told%% *}" -v told="$told" -v name="$script" 'BEGIN { printf "%s: %s, %.0f times ours\n", name, told, b / a }'
done
[ ! -f "$build/outlook.wasm" ] || node test/player.mjs "$build"
"$bench" long 1000
"$bench" long 100000
