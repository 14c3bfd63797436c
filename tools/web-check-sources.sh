#!/bin/sh
# Prints the C files that the census check in a browser is made of. Usage: web-check-sources.sh ROOT
# What is pure goes in whole, and the linker leaves out what is not called. Left out here is what wants an
# operating system or a library that a page has not.
set -eu
cd "$1"
for file in src/base/*.c src/files/*.c src/census/*.c src/workforce/*.c src/register/*.c src/measure/*.c \
	src/report/*.c src/app/census_*told.c src/browser/*.c; do
	case $file in
	src/base/arena.c | src/base/secret.c | src/base/totp.c | src/base/embedded.c) ;;
	src/files/file.c | src/files/zip.c) ;;
	src/report/document_docx.c | src/report/document_xlsx.c | src/report/folder.c | src/report/process.c) ;;
	src/app/*'*'*) ;;
	*) echo "$file" ;;
	esac
done
