#!/usr/bin/env bash
# From a slider's rest to the page's picture, through the server: pages of scenarios one after the other, each of another number of
# posts over establishment, alone and beside two more scenarios; by the clock and in time of the processor. Usage: bench/slider.sh
# [PROGRAM [COUNCIL]]. Needs curl.
set -euo pipefail
program=$(realpath "${1:-build/mainstay}") council=${2:-walsall} pages=24
try=$(mktemp -d)
server=
trap 'kill "$server" 2>/dev/null || true; rm -rf "$try"' EXIT

"$program" serve --port 0 --store "$try/bench.db" >"$try/address" 2>"$try/said" &
server=$!
until [ -s "$try/address" ]; do sleep 0.01; done
address=$(<"$try/address")
echo "load $(cut -d' ' -f1 /proc/loadavg)"

ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

slide() { # slide WORDS MORE: the pages of scenario A at 1, 2, ... posts over, with what stands beside it
	local before
	before=$(ticks)
	for ((i = 1; i <= pages; i++)); do
		curl -sf -o "$try/page" -w '%{time_total}\n' "${address}authorities/$council/scenarios?a=over+$i+from+3+for+24$2"
	done >"$try/times"
	awk -v words="$1" -v work="$((($(ticks) - before) * 1000 / $(getconf CLK_TCK)))" '
		NR == 1 { first = $1 * 1000 } { print $1 * 1000 | "sort -n >" name } END { close("sort -n >" name)
			while ((getline t < name) > 0) all[++n] = t
			printf "%s: first %.1f, least %.1f, middle %.1f, most %.1f ms by the clock, %.1f at work each\n",
				words, first, all[1], all[int((n + 1) / 2)], all[n], work / n }' name="$try/sorted" "$try/times"
}

for _ in 1 2 3; do
	slide "one scenario" ""
	slide "three scenarios" "&b=cohort+9+from+12&c=faster+1+from+2"
done
awk '/VmRSS|VmHWM/ { printf "%s %d MiB  ", $1, $2 / 1024 } END { print "" }' "/proc/$server/status"
