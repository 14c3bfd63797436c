#!/usr/bin/env bash
# Fetches the source of Debian's own Expat, with Debian's mendings, for the page that checks a census in a
# browser: the program reads with the same release. Usage: expat-source.sh INTO
# Once INTO/lib stands nothing is fetched any more.
set -euo pipefail
into=${1:?say where to}
[ -f "$into/.made" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

suite=$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")
echo "deb-src http://deb.debian.org/debian $suite main" >sources.list
mkdir -p lists/partial cache/archives/partial
apt=(apt-get -q -o Acquire::Retries=3 -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
	-o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
"${apt[@]}" update >&2
"${apt[@]}" source --download-only expat >&2

mkdir source
tar xzf expat_*.orig.tar.gz -C source --strip-components=1
tar xJf expat_*.debian.tar.xz -C source
while read -r mending _; do
	case $mending in '' | '#'*) continue ;; esac
	patch -d source -p1 -s -f <"source/debian/patches/$mending" >&2
done <source/debian/patches/series
mkdir -p "$into/lib"
cp source/expat/lib/*.[ch] "$into/lib/"
cp source/COPYING "$into/"
touch "$into/.made"
