#!/bin/sh
# Prepares the front-end files that are embedded: govuk-frontend's CSS and script, without the
# typeface and the crown, which are for services on gov.uk only. Usage: front-end.sh ROOT OUTDIR
set -eu
from=$1/node_modules/govuk-frontend/dist/govuk
if [ ! -f "$from/govuk-frontend.min.css" ]; then
	echo "front-end.sh: $from is missing: run ./start, or npm ci --omit=dev" >&2
	exit 1
fi
sed -e 's/@font-face{[^}]*}//g' -e 's/GDS Transport,arial/Arial/g' \
	-e '1s/^/\/* govuk-frontend, MIT licence, Crown copyright; typeface removed *\/\n/' \
	-e 's,/[*]# sourceMappingURL=[^*]*[*]/,,' "$from/govuk-frontend.min.css" >"$2/govuk.css"
sed -e 's,//# sourceMappingURL=.*,,' "$from/govuk-frontend.min.js" >"$2/govuk.js"
