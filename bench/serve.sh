#!/usr/bin/env bash
# The server over loopback: cold start to the first page, memory, and the time of a page at a constant
# 500 requests a second, beside /health in the same run. Usage: bench/serve.sh [PROGRAM]
# Needs curl, and h2load (nghttp2-client) or wrk.
set -euo pipefail
program=$(realpath "${1:-build/mainstay}")
rate=500 seconds=10
try=$(mktemp -d)
server=
trap 'kill "$server" 2>/dev/null || true; rm -rf "$try"' EXIT
page=authorities/walsall/scorecard

now_ms() { echo $(($(date +%s%N) / 1000000)); }

start_server() { # sets $server and $address
	: >"$try/address"
	"$program" serve --port 0 --store "$try/bench.db" >"$try/address" 2>/dev/null &
	server=$!
	until [ -s "$try/address" ]; do :; done
	address=$(<"$try/address")
}

# The best of five: from starting the program to the last byte of the first scorecard.
cold=999999
for _ in 1 2 3 4 5; do
	began=$(now_ms)
	start_server
	curl -sf -o "$try/page" "$address$page"
	took=$(($(now_ms) - began))
	[ "$took" -ge "$cold" ] || cold=$took
	kill "$server" && wait "$server"
done
grep -q Walsall "$try/page"
echo "cold start to first page   ${cold} ms (with curl's own start; aim 150)"

start_server
for _ in $(seq 200); do curl -sf -o /dev/null "$address$page"; done
first=$(for _ in $(seq 200); do
	curl -sf -o /dev/null -w '%{time_starttransfer} %{time_pretransfer}\n' "$address$page"
done | awk '{ print ($1 - $2) * 1000 }' | sort -n | awk '{ t[NR] = $1 } END { print t[int(NR / 2)] }')
echo "first byte, alone          ${first} ms (median of 200; aim 2)"

measure() { # measure PATH: p50 p99 max in ms, at a constant rate where the tool can
	if command -v h2load >/dev/null; then
		# One connection a request in flight, each started on a timetable; the log has
		# start (us), status, duration (us).
		h2load --h1 -c 10 --rps $((rate / 10)) -D "$seconds" --log-file="$try/log" "$address$1" >"$try/said"
		awk '$2 != 200 { bad++ } { print $3 / 1000 } END { if (bad) print bad " were not answered 200" >"/dev/stderr" }' \
			"$try/log" | sort -n | awk '{ t[NR] = $1 } END {
				printf "%d requests  p50 %.2f  p99 %.2f  most %.2f\n", NR, t[int(NR * .5)], t[int(NR * .99)], t[NR] }'
	else
		wrk -t 1 -c 4 -d "${seconds}s" --latency "$address$1" | awk '/50%|99%|Requests\/sec/ { printf "%s %s  ", $1, $2 } END { print "(as fast as it can)" }'
	fi
	rm -f "$try/log"
}
echo "health   at $rate/s          $(measure health) ms"
echo "scorecard at $rate/s         $(measure $page) ms (aim p99 10)"
echo "scorecard as csv           $(measure $page.csv) ms"
echo "resident                   $(awk '/VmRSS/ { print $2 / 1024 " MiB" }' "/proc/$server/status") (aim 40), highest $(awk '/VmHWM/ { print $2 / 1024 " MiB" }' "/proc/$server/status")"
