#!/usr/bin/env bash
# The house rules that can be read off the source: which way includes point, and what stands where.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 3
. test/check.sh

try=$(mktemp -d)
trap 'rm -rf "$try"' EXIT

# Prints files and lines of src/ that match, outside comments, in files that are not excepted.
uses() { # uses PATTERN [EXCEPTED FILE PATTERN]
	grep -nE "$1" src/*/*.[ch] | grep -vE '^[^:]*:[0-9]+:[[:space:]]*(/?\*|//)' |
		grep -vE "^(${2:-none})" || true
}

longest() { # every function body over 70 lines
	awk '/^\{/ { began = FNR } /^\}/ { if (began && FNR - began > 70) print FILENAME ":" began; began = 0 }' \
		src/*/*.c
}

same "includes point one way" "$(awk -f tools/layers.awk docs/layers.txt src/*/*.[ch])" ""

mkdir -p "$try/src/base"
printf '#include "web/server.h"\n' >"$try/src/base/wrong.h"
has "an include that points the wrong way is named" \
	"$(awk -f tools/layers.awk docs/layers.txt "$try/src/base/wrong.h")" "base may not use web"

same "no function is over 70 lines" "$(longest)" ""
same "only main and a request set a boundary to jump to; an open store, workbook and message hand the jump on; a council or list too large is an error, and a thing too large to keep is not kept" \
	"$(uses "setjmp\\(" | grep -v "^src/browser/setjmp.h:" | cut -d: -f1 | sort -u | tr '\n' ' ')" "src/app/expected_kept.c src/app/keeper.c src/app/kept.c src/app/load_jobs.c src/app/outbox.c src/app/world.c src/cli/main.c src/files/xlsx.c src/files/xml.c src/spread/work.c src/web/site.c "
same "no domain folder allocates" \
	"$(uses '\<(malloc|calloc|realloc|strdup|alloca)\(' \
		'src/(base/arena|report/document_xlsx|report/document_json|report/process|store/|web/)')" ""
same "no domain folder reads a clock" \
	"$(uses '\<(time|clock_gettime|gettimeofday|localtime|gmtime)(_r)?\(' 'src/(cli/main|web/|report/process|app/load_jobs|app/outbox)')" ""
same "SQL stands in the store only" "$(uses '"(SELECT|INSERT INTO|UPDATE|DELETE FROM) ' 'src/store/')" ""
same "what is told of a census return needs no store, world or request: a page by itself makes it too" \
	"$(grep -n '^#include "' src/app/census_*told.[ch] | grep -vE '"(base|report|census|measure)/|"app/census_[a-z_]*told.h"')" ""
same "markup is written by report and web only" "$(uses 'html_raw\(' 'src/(report|web)/')" ""
same "no file names the machine it was written on" \
	"$(git grep -nIE '/(home|work|root|tmp/[a-z]+)/[a-z]' -- . ':!package-lock.json' ':!*.txt' ':!test/layers_test.sh' | cut -c1-120)" ""
same "nothing is left for later" \
	"$(grep -nE '\<(TODO|FIXME|XXX|HACK)\>' src/*/*.[ch] test/*_test.c tools/* || true)" ""

tests_end
