# check.sh: what a test script needs. Sourced. Each check is a sentence; the script ends with
# `tests_end`, which prints `N passed, N failed` and gives 1 if any failed.
passed=0 failed=0

holds() { # holds "SENTENCE" COMMAND ...: the command must succeed
	local sentence=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'FAILED %s\n  %s\n' "$sentence" "$*"
	fi
}

same() { # same "SENTENCE" IS WANTS
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'FAILED %s\n  is    %s\n  wants %s\n' "$1" "$2" "$3"
	fi
}

has() { # has "SENTENCE" TEXT PART
	case $2 in
	*"$3"*) passed=$((passed + 1)) ;;
	*)
		failed=$((failed + 1))
		printf 'FAILED %s\n  in    %s\n  wants %s\n' "$1" "${2:0:600}" "$3"
		;;
	esac
}

tests_end() {
	printf '%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" -eq 0 ]
}
