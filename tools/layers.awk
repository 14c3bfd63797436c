# Names every #include that points the wrong way. Usage: awk -f tools/layers.awk docs/layers.txt src/*/*.[ch]
FNR == NR {
	if ($1 != "#") { known[$1] = 1; for (i = 1; i <= NF; i++) may[$1, $i] = 1 }
	next
}
/^#include "/ {
	split($2, to, /["\/]/)
	from = FILENAME; sub(/^.*src\//, "", from); sub(/\/.*/, "", from)
	if (!(from in known)) {
		print FILENAME ": the folder " from " is not in docs/layers.txt"; bad = 1
	} else if (!((from, to[2]) in may)) {
		print FILENAME ":" FNR ": " from " may not use " to[2]; bad = 1
	}
}
END { exit bad }
