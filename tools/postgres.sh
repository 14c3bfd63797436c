#!/usr/bin/env bash
# A PostgreSQL of one's own, for tests. Usage: tools/postgres.sh start DIR | stop DIR
# start makes a server in DIR from the PostgreSQL that is installed and prints its URL; stop ends it
# and removes DIR. It listens on a socket inside DIR and on no port: only those who may enter DIR reach
# it, so it needs no password, and no two servers meet.
set -euo pipefail
usage='Usage: tools/postgres.sh start DIR | stop DIR'
what=${1:?$usage} dir=$(realpath -m "${2:?$usage}")
log=$dir/log

say() { printf '%s\n' "$*" >&2; }

# PostgreSQL refuses to run as root.
as_server() {
	if [ "$(id -u)" = 0 ]; then
		(cd / && runuser -u postgres -- "$@")
	else
		"$@"
	fi
}

programs() { # the newest installed
	local found
	found=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
	[ -x "$found/initdb" ] || found=$(dirname "$(command -v initdb)")
	printf '%s\n' "$found"
}

percent() { # percent TEXT: as it may stand in a URL
	printf '%s' "$1" | sed 's/%/%25/g; s/&/%26/g; s/#/%23/g; s/?/%3F/g; s/ /%20/g; s,/,%2F,g'
}

# Text is UTF-8 in the order of its bytes, as the store asks. What is committed reaches the disk as it
# would in earnest: the tests are about that.
start() {
	local bin
	bin=$(programs)
	if [ ${#dir} -gt 80 ]; then
		say "The folder's name is too long for a socket inside it: $dir"
		exit 3
	fi
	mkdir -p "$dir"
	chmod 700 "$dir"
	[ "$(id -u)" != 0 ] || chown postgres "$dir"
	as_server "$bin/initdb" --pgdata="$dir/data" --username=postgres --auth=trust --encoding=UTF8 \
		--locale=C --data-checksums >"$log" 2>&1 || failed "made"
	cat >>"$dir/data/postgresql.conf" <<-END
		listen_addresses = ''
		unix_socket_directories = '$dir'
		unix_socket_permissions = 0700
		max_connections = 60
		shared_buffers = 64MB
	END
	as_server "$bin/pg_ctl" --pgdata="$dir/data" --log="$dir/server.log" --wait --timeout=60 \
		start >>"$log" 2>&1 || failed "started"
	printf 'postgresql://postgres@/postgres?host=%s\n' "$(percent "$dir")"
}

failed() { # failed DONE: says why, and leaves nothing running
	say "The PostgreSQL server could not be $1:"
	cat "$log" "$dir/server.log" >&2 2>/dev/null || true
	stop
	exit 3
}

# Its records are thrown away, so nothing needs to be written down first.
stop() {
	if [ -f "$dir/data/postmaster.pid" ]; then
		as_server "$(programs)/pg_ctl" --pgdata="$dir/data" --mode=immediate --wait stop \
			>>"$log" 2>&1 || say "The PostgreSQL server in $dir could not be stopped"
	fi
	# Only what start made: a wrong name must not cost anybody a folder.
	if [ -f "$dir/data/PG_VERSION" ] || [ -f "$log" ]; then
		rm -rf "$dir/data" "$dir/server.log" "$log" "$dir"/.s.PGSQL.*
		rmdir "$dir" 2>/dev/null || true
	fi
}

case $what in
start) start ;;
stop) stop ;;
*)
	say "$usage"
	exit 2
	;;
esac
