#!/usr/bin/env bash
# Installs what is missing, and nothing else. Usage: tools/install.sh run|test
# Asks nothing, and needs no network when nothing is missing.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
wanted=${1:?say run or test}

say() { printf '%s\n' "$*" >&2; }

installed() {
	[ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = "install ok installed" ]
}

missing_packages() {
	local when package command _
	while read -r when package command _; do
		case $when in
		run | "$wanted") ;;
		*) continue ;;
		esac
		[ "$command" != - ] && command -v "$command" >/dev/null && continue
		installed "$package" || printf '%s\n' "$package"
	done < <(grep -v '^#' "$here/tools/packages.txt")
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		env DEBIAN_FRONTEND=noninteractive "$@"
	elif command -v sudo >/dev/null; then
		sudo env DEBIAN_FRONTEND=noninteractive "$@"
	else
		say "Installing packages needs root: run this as root, or install sudo."
		exit 3
	fi
}

install_packages() {
	command -v apt-get >/dev/null || {
		say "This machine has no apt-get. Install these by its own means, then run this again: $*"
		exit 3
	}
	say "Installing from Debian: $*"
	as_root apt-get -q -o DPkg::Lock::Timeout=300 update >&2 ||
		say "The package lists could not be brought up to date; going on with those here."
	as_root apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 \
		install --no-install-recommends "$@" >&2 </dev/null || {
		say "The packages could not be installed. Is there a network? Missing: $*"
		exit 3
	}
}

# node_modules is right when it was made from this very package-lock.json, with all that is wanted.
modules_made() { # modules_made run|test
	cmp -s "$here/package-lock.json" "$here/node_modules/.made-for-$1"
}

install_modules() {
	modules_made test && return
	[ "$wanted" = run ] && modules_made run && return
	local major omit=()
	major=$(node -p 'process.versions.node.split(".")[0]')
	if [ "$major" -lt 18 ]; then
		say "Node $major is too old to fetch the front end; version 18 or later is needed."
		exit 3
	fi
	[ "$wanted" = test ] || omit=(--omit=dev)
	# Behind a proxy that looks into TLS, the machine's own certificates are the ones to trust.
	[ -n "${NODE_EXTRA_CA_CERTS:-}" ] || export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
	say "Fetching the front end from the npm registry"
	(cd "$here" && npm ci "${omit[@]}" --ignore-scripts --no-audit --no-fund --loglevel=error >&2 </dev/null) || {
		say "npm could not fetch the front end. Is there a network?"
		exit 3
	}
	cp "$here/package-lock.json" "$here/node_modules/.made-for-$wanted"
}

# Without it everything works but the page that checks a census with nothing installed.
fetch_expat() {
	[ -f "$here/.sources/expat/.made" ] && return
	say "Fetching the source of Expat from Debian"
	"$here/tools/expat-source.sh" "$here/.sources/expat" ||
		say "Expat's source could not be fetched; going on without the census check for browsers."
}

mapfile -t missing < <(missing_packages)
[ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
install_modules
fetch_expat
