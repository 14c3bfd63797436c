#!/usr/bin/env bash
# A census return of 100,000 made-up workers: reading, checking and writing it beside Expat alone on the same bytes, and its
# memory beside the file; then 1,000 workers read and checked by a program that is started for it, twenty times. Aims: 3 times
# Expat, 10 times the file, 20 ms. Usage: bench/census.sh [BUILD]
set -euo pipefail
build=$(realpath "${1:-build}")
try=$(mktemp -d)
trap 'rm -rf "$try"' EXIT
ninja -C "$build" census_bench >"$try/said" || { cat "$try/said" && exit 1; }
bench=$build/census_bench

"$bench" make 100000 "$try/many.xml"
"$bench" make 1000 "$try/council.xml"
echo "load $(cut -d' ' -f1 /proc/loadavg)"
"$bench" ratio "$try/many.xml"
"$bench" once "$try/many.xml"
"$bench" once "$try/council.xml"
TIMEFORMAT='twenty times, with start-up: %R s by the clock, %U s and %S s of the processor'
time for _ in {1..20}; do "$bench" once "$try/council.xml" >"$try/said"; done
