#!/bin/sh
# Writes a C file that holds each named file's bytes. Usage: embed.sh OUT ROOT FILE ...
# A file's name in the program is its path below ROOT for data/, sql/ and assets/; "web/" and its
# own name for what the build prepared.
set -eu
out=$1 root=$(realpath "$2")
shift 2
{
	echo '#include "base/embedded.h"'
	n=0
	for file; do
		n=$((n + 1))
		printf '__asm__(".section .rodata\\n.balign 16\\nembedded_%d:\\n.incbin \\"%s\\"\\nembedded_%d_end:\\n.byte 0\\n.previous\\n");\n' $n "$file" $n
		printf 'extern const char embedded_%d[], embedded_%d_end[];\n' $n $n
	done
	echo 'const struct embedded embedded_files[] = {'
	n=0
	for file; do
		n=$((n + 1))
		path=$(realpath "$file")
		name=${path#"$root"/}
		case $name in
		data/* | sql/* | assets/*) ;;
		*) name=web/${file##*/} ;;
		esac
		printf '\t{ "%s", embedded_%d, embedded_%d_end },\n' "$name" $n $n
	done
	echo '};'
	printf 'const int embedded_count = %d;\n' $n
} >"$out"
