#!/usr/bin/env bash
# The pages of the largest council's own records, over loopback, to somebody who is signed in as its HR lead: at a past day, at a
# constant 200 requests a second, beside /health in the same run. The people are made up. Usage:
# bench/establishment.sh [PROGRAM [COUNCIL]]
# Needs curl, and h2load (nghttp2-client).
set -euo pipefail
program=$(realpath "${1:-build/mainstay}") council=${2:-kent}
rate=${RATE:-200} seconds=${SECONDS_EACH:-30} connections=10
try=$(mktemp -d)
server=
trap 'kill "$server" 2>/dev/null || true; rm -rf "$try"' EXIT

"$program" demo "$council" --store "$try/bench.db" >"$try/demo"
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

measure() { # measure PATH: p50 p99 max in ms at a constant rate, and the bytes of the page
	local bytes
	bytes=$(curl -sf -H "Cookie: $cookie" "$address$1" | wc -c)
	h2load --h1 -c "$connections" --rps $((rate / connections)) -D "$seconds" -H "Cookie: $cookie" \
		--log-file="$try/log" "$address$1" >"$try/said"
	awk '$2 != 200 { bad++ } { print $3 / 1000 } END { if (bad) print bad " were not answered 200" >"/dev/stderr" }' \
		"$try/log" | sort -n | awk -v bytes="$bytes" '{ t[NR] = $1 } END {
			printf "%d requests  p50 %.2f  p99 %.2f  most %.2f ms  (%.0f KB)\n", NR, t[int(NR * .5)], t[int(NR * .99)], t[NR], bytes / 1000 }'
	rm -f "$try/log"
}

sign_in
base=authorities/$council day=2022-03-31
post=$(curl -sf -H "Cookie: $cookie" "$address$base/vacancies?on=$day" | grep -o "posts/P-[0-9]*" | head -n 1)
unit=$(curl -sf -H "Cookie: $cookie" "$address$base/establishment?on=$day" | grep -o "unit=U-[0-9]*" | tail -n 1)
echo "$council at $day, $rate requests a second on $connections connections, $seconds s each; load $(cut -d' ' -f1 /proc/loadavg)"
while read -r name path; do
	printf '%-24s %s\n' "$name" "$(measure "$path")"
done <<-END
	health                health
	establishment         $base/establishment?on=$day
	establishment,-a-team $base/establishment?on=$day&$unit
	own-figures           $base/own?on=$day
	vacancies             $base/vacancies?on=$day
	movements             $base/movements?on=$day
	one-post              $base/$post?on=$day
END
echo "resident                 $(awk '/VmRSS/ { print $2 / 1024 " MiB" }' "/proc/$server/status"), highest $(awk '/VmHWM/ { print $2 / 1024 " MiB" }' "/proc/$server/status")"
