#!/usr/bin/env bash
# Builds the fuzz entries of test/fuzz with clang, libFuzzer and the sanitizers, and runs one for some minutes, on the seeds of
# its folder in test/data and on what earlier runs found, with the words of its dictionary. Usage: tools/fuzz.sh [ENTRY [MINUTES]], as in
#     tools/fuzz.sh census_xml 10
# Without an entry it says which there are. Needs clang and its libFuzzer (Debian: clang, libclang-rt-14-dev).
set -euo pipefail
cd "$(dirname "$0")/.."
entry=${1:-} minutes=${2:-10} build=build-fuzz

if [ ! -f "test/fuzz/${entry}_fuzz.c" ]; then
	basename -as _fuzz.c test/fuzz/*_fuzz.c
	exit 2
fi
CC=clang tools/build.sh "$build" -Dfuzz=true -Dwerror=false -Doptimization=1 -Db_sanitize=address,undefined -Db_lundef=false \
	-Dc_args='-fsanitize=fuzzer-no-link -fno-sanitize-recover=undefined' -- "${entry}_fuzz"
mkdir -p "$build/found/$entry"
UBSAN_OPTIONS=print_stacktrace=1 nice -n 19 "$build/${entry}_fuzz" -max_total_time=$((minutes * 60)) -max_len=20000 -rss_limit_mb=3000 \
	-timeout=20 -print_final_stats=1 -artifact_prefix="$build/found/$entry-" -dict="test/fuzz/${entry%_*}.dict" \
	"$build/found/$entry" "test/data/${entry%_*}/${entry##*_}"
