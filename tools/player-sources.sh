#!/bin/sh
# Prints the C files that the forecast's engine in a page is made of. Usage: player-sources.sh ROOT
set -eu
cd "$1"
for unit in base/str base/error base/quantity model/chance model/wide model/prospect model/prospect_text model/hazard model/reach \
	model/lever model/lever_text model/tally model/calendar model/binomial model/world model/world_places model/world_fill \
	model/world_books model/simulate model/written model/moments model/moments_variance browser/arena_page browser/guard player/player; do
	echo "src/$unit.c"
done
