#!/usr/bin/env bash
# A forecast shared out to ranks started by MPI is the same forecast to the last whole number: with any number of ranks, on one
# machine or several, and when a rank, a foreman, or mpiexec itself is killed in the middle.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 3
. test/check.sh
build=${1:-build}
try=$build/spread_try

if ! command -v mpiexec >/dev/null || [ ! -x "$build/mainstay-ranks" ]; then
	printf 'There is no mpiexec here, or mainstay-ranks was not built: nothing was shared out to ranks.\n'
	holds "a forecast to ranks is refused in words" test "$("$try" ranks 2 64 2>&1 | wc -l)" -eq 1
	tests_end
	exit
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

hash_of() { sed -n 1p "$1"; }
word_of() { # word_of NAME FILE: the number after the name
	sed -n "s/.*\\b$1 \\([0-9]*\\).*/\\1/p" "$2"
}

descendants() { # descendants PID: all of them, deepest last
	local child
	for child in $(ps -o pid= --ppid "$1"); do
		printf '%s\n' "$child"
		descendants "$child"
	done
}
# Of ours only, by name: mpiexec, or mainstay-ranks (in the order in which they were started: the foreman first).
ours() { # ours PID NAME
	local pid
	for pid in $(descendants "$1"); do
		[ "$(cut -d' ' -f2 "/proc/$pid/stat" 2>/dev/null)" = "(${2:0:15})" ] && printf '%s\n' "$pid"
	done
}

# Runs try until some tenths are done, then kills.
killed_in_the_middle() { # killed_in_the_middle NAME PICK TRY'S ARGUMENTS ...: PICK is a sed address among ours
	local name=$1 pick=$2 pid victim
	shift 2
	: >"$work/err"
	"$try" "$@" >"$work/out" 2>>"$work/err" &
	pid=$!
	for _ in $(seq 600); do
		grep -q '^2 of 10' "$work/err" && break
		sleep 0.02
	done
	victim=$(ours "$pid" "$name" | sed -n "$pick")
	: >"$work/killed"
	[ -n "$victim" ] && kill -9 "$victim" && printf 'killed at %s' "$(tail -n 1 "$work/err")" >"$work/killed"
	wait "$pid"
}

left_behind() { # how many of the programs that this test started still run
	local pid count=0
	for pid in $(pgrep -x mainstay-ranks || true); do
		[ "$(readlink "/proc/$pid/exe")" = "$(readlink -f "$build/mainstay-ranks")" ] && count=$((count + 1))
	done
	printf '%d\n' "$count"
}

# ---- as many as one likes ---------------------------------------------------------------------------

few=1000
"$try" here 1 $few >"$work/here" 2>/dev/null
for ranks in 1 2 4; do
	"$try" ranks $ranks $few >"$work/out" 2>"$work/err"
	same "$ranks ranks give what one program alone gives" "$(hash_of "$work/out")" "$(hash_of "$work/here")"
	"$try" ranks $ranks $few apart >"$work/apart" 2>"$work/err"
	same "$ranks ranks give it for scenarios one by one" "$(hash_of "$work/apart")" "$(hash_of "$work/here")"
	same "$ranks ranks took part, and none was lost" "$(sed -n 2p "$work/out")" "workers $ranks lost 0"
done

printf '# two machines, both of them this one\nlocalhost:1\n127.0.0.1 : 2   # with two\n' >"$work/hosts"
"$try" ranks 0 $few "$work/hosts" >"$work/out" 2>"$work/err"
same "so do the machines of a list" "$(hash_of "$work/out")" "$(hash_of "$work/here")"

# ---- whoever is killed ------------------------------------------------------------------------------

many=40000
"$try" threads 2 $many >"$work/here" 2>/dev/null
for whom in "mainstay-ranks 2p a_rank" "mainstay-ranks 1p a_foreman" "mpiexec 1p mpiexec"; do
	read -r name pick words <<<"$whom"
	killed_in_the_middle "$name" "$pick" ranks 2 $many
	has "${words//_/ } is killed in the middle" "$(cat "$work/killed")" "killed at"
	same "${words//_/ } killed in the middle changes nothing" "$(hash_of "$work/out")" "$(hash_of "$work/here")"
	holds "${words//_/ } killed is noticed, and its units given again" \
		test "$(word_of lost "$work/out")" -ge 1 -a "$(word_of again "$work/out")" -ge 1
done

killed_in_the_middle mpiexec 2p ranks 0 $many "$work/hosts"
has "one machine of two is lost" "$(cat "$work/killed")" "killed at"
same "one machine of two lost changes nothing" "$(hash_of "$work/out")" "$(hash_of "$work/here")"

# ---- what cannot be ----------------------------------------------------------------------------------

refused() { # refused "SENTENCE" PART HOSTS
	printf '%b' "$3" >"$work/hosts"
	"$try" ranks 0 64 "$work/hosts" >"$work/out" 2>"$work/err"
	same "$1" "$?" 1
	has "$1, in words" "$(cat "$work/err")" "$2"
}
refused "a list that names nobody is refused" "names none" '# nobody\n\n'
refused "a name that is none is refused with its line" "line 2: write a machine's name" 'localhost\n-launcher\n'
refused "ranks that are no number are refused" "line 1: write a machine's name" 'localhost:many\n'
refused "a machine that is not there is told" "no rank could be started" 'no-such-machine.invalid:2\n'

# Whoever asked is killed: nobody works on for nothing.
: >"$work/err"
"$try" ranks 2 1000000 >"$work/out" 2>>"$work/err" &
pid=$!
for _ in $(seq 600); do
	grep -q '^1 of 10' "$work/err" && break
	sleep 0.02
done
kill -9 "$pid"
wait "$pid" 2>/dev/null
for _ in $(seq 100); do
	[ "$(left_behind)" = 0 ] && break
	sleep 0.05
done
same "no rank is left behind" "$(left_behind)" 0

tests_end
