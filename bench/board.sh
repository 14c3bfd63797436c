#!/usr/bin/env bash
# The board of recruitment with 500 candidates on their way, over loopback, to somebody who is signed in as the council's HR lead,
# at a constant 50 requests a second beside /health in the same run; and the processor time of one of them, since the machine may
# be shared. The people are made up. Usage: bench/board.sh [PROGRAM]
# Needs curl, and h2load (nghttp2-client).
set -euo pipefail
program=$(realpath "${1:-build/mainstay}") council=walsall
rate=${RATE:-50} seconds=${SECONDS_EACH:-20} connections=10 live=500
try=$(mktemp -d)
server=
trap 'kill "$server" 2>/dev/null || true; rm -rf "$try"' EXIT

# 500 who applied in the open advert, a third of them shortlisted, a third invited: two steps each at most.
make_up() {
	awk -v n="$live" -v what="$1" 'BEGIN {
		if (what == "candidates") print "ref,given_names,family_name"
		if (what == "applications") print "ref,candidate,round,role,band,received_on"
		if (what == "application-steps") print "ref,application,move,held_on,turn,made_by"
		for (i = 1; i <= n; i++) {
			if (what == "candidates") printf "CN-%06d,Given%d,Family%d\n", 900000 + i, i, i
			if (what == "applications") printf "AP-%06d,CN-%06d,RN-000006,R-000001,experienced,2025-09-%02d\n", 900000 + i, 900000 + i, 1 + i % 28
			if (what == "application-steps" && i % 3) printf "ST-%06d,AP-%06d,longlist,2025-09-29,1,command line\n", 900000 + i, 900000 + i
		}
	}' >"$try/$1.csv"
	"$program" record import "$1" "$try/$1.csv" --authority "$council" --store "$try/bench.db" >"$try/said"
}

"$program" demo "$council" --store "$try/bench.db" >"$try/demo"
make_up candidates
make_up applications
make_up application-steps
"$program" serve --port 0 --store "$try/bench.db" >"$try/address" 2>"$try/said" &
server=$!
until [ -s "$try/address" ]; do sleep 0.01; done
address=$(<"$try/address")

# Signs in as the made-up HR lead; sets $cookie.
sign_in() {
	local page token persona
	page=$(curl -sf "${address}sign-in")
	token=$(grep -o 'name="token" value="[^"]*"' <<<"$page" | head -n 1 | cut -d'"' -f4)
	persona=$(tr '\n' ' ' <<<"$page" | grep -o 'name="persona"[^>]*value="[^"]*"[^>]*>[^/]*HR lead' | tail -n 1 |
		grep -o 'value="[^"]*"' | tail -n 1 | cut -d'"' -f2)
	cookie=$(curl -s -o /dev/null -D - -H "Origin: ${address%/}" --data-urlencode "token=$token" \
		--data-urlencode "persona=$persona" "${address}sign-in" |
		grep -io '__Host-session=[^;]*' | head -n 1)
	[ -n "$cookie" ] || { echo "could not sign in" && exit 1; }
}

ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

measure() { # measure PATH: p50 p99 max in ms at a constant rate, the work of one, and the bytes of the page
	local bytes before
	bytes=$(curl -sf -H "Cookie: $cookie" "$address$1" | wc -c)
	before=$(ticks)
	h2load --h1 -c "$connections" --rps $((rate / connections)) -D "$seconds" -H "Cookie: $cookie" \
		--log-file="$try/log" "$address$1" >"$try/said"
	awk '$2 != 200 { bad++ } { print $3 / 1000 } END { if (bad) print bad " were not answered 200" >"/dev/stderr" }' \
		"$try/log" | sort -n | awk -v bytes="$bytes" -v work="$((($(ticks) - before) * 1000 / $(getconf CLK_TCK)))" '{ t[NR] = $1 } END {
			printf "%d requests  p50 %.2f  p99 %.2f  most %.2f ms  work %.2f ms each  (%.0f KB)\n", NR, t[int(NR * .5)], t[int(NR * .99)],
				t[NR], work / NR, bytes / 1000 }'
	rm -f "$try/log"
}

sign_in
base=authorities/$council/recruitment
echo "$live candidates more on their way; $rate requests a second on $connections connections, $seconds s each; load $(cut -d' ' -f1 /proc/loadavg)"
while read -r name path; do
	printf '%-12s %s\n' "$name" "$(measure "$path")"
done <<-END
	health       health
	board        $base
	late         $base?show=late
	one-stage    $base?show=longlisted
	reports      $base/reports
END
