#!/usr/bin/env bash
# What an attacker on the network, or with the database in their hands, tries on the real program: bodies
# without end, other hosts, what a log gives away, and an audit that was meddled with. Abuse cases 17, 22
# and 24 of the threat model, and its invariant that no log holds what somebody said.
# Usage: test/abuse_test.sh PROGRAM
set -uo pipefail
cd "$(dirname "$0")/.." || exit 3
. test/check.sh

program=$(realpath "${1:-build/mainstay}")
try=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$try"' EXIT
export HOME=$try/home XDG_CONFIG_HOME=$try/config XDG_DATA_HOME=$try/share NO_COLOR=1
unset MAINSTAY_STORE MAINSTAY_AUTHORITY MAINSTAY_AVERAGE MAINSTAY_PORT MAINSTAY_SETTINGS
mkdir -p "$HOME"
store=$try/store.db

m() {
	"$program" "$@" >"$try/out" 2>"$try/err" </dev/null
	code=$?
	out=$(<"$try/out") err=$(<"$try/err")
}

# ---- a council with somebody in it, and a server ------------------------------------------------------

email=zqxkim@example.gov.uk password='zqx-correct-horse-battery' wrong='zqx-wrong-password-2026'
printf '%s\n' 'Payroll,Surname,Forename,Post number,Job title,Team,FTE,Contract type,Start date' \
	'1,Zqxsurname,Zqxforename,P1,Social worker,Duty,1,Permanent,1/9/2020' >"$try/hr.csv"
m load "$try/hr.csv" --authority walsall --list hr --on 2026-03-01 --store "$store"
same "a list is loaded" "$code" 0
m account add "$email" --name "Zqx Ashe" --store "$store"
m grant add "$email" hr-lead --authority walsall --store "$store"
m grant add "$email" system-administrator --authority machine --store "$store"
m account add zqxlee@example.gov.uk --name "Zqx Lee" --store "$store"
m account invite "$email" --store "$store"
link=$(grep -o '/link/[0-9a-f]\{64\}' "$try/out")
same "a link has no host in it" "$(grep -o '[^ ]*/link/' "$try/out")" "/link/"

"$program" serve --port 0 --log --store "$store" >"$try/address" 2>"$try/log" </dev/null &
server=$!
for _ in {1..100}; do
	[ -s "$try/address" ] && break
	sleep 0.1
done
address=$(grep -o 'http://127.0.0.1:[0-9]*' "$try/address") port=${address##*:}
holds "the server is ready" test -n "$port"

cookies=
# Asks; then $status is its status, $try/head and $try/page what came, and cookies that it set are kept.
ask() { # ask PATH [CURL'S OPTION ...]
	local path=$1 line
	shift
	status=$(curl -s -m 20 -o "$try/page" -D "$try/head" -w '%{http_code}' -H "Cookie: $cookies" "$@" "$address$path")
	while read -r line; do
		line=${line%%;*} line=${line#*: }
		cookies=$(sed -E "s/(^|; )${line%%=*}=[^;]*//; s/^; //" <<<"$cookies")   # a later one of its name
		cookies="${cookies:+$cookies; }$line"
	done < <(grep -i '^set-cookie:' "$try/head" | tr -d '\r')
}
form_token() { grep -o 'name="token" value="[^"]*"' "$try/page" | head -n 1 | cut -d'"' -f4; }
post() { # post PATH FIELD ...: the form of the page that was asked last
	local path=$1 field fields=(--data-urlencode "token=$(form_token)")
	shift
	for field in "$@"; do
		fields+=(--data-urlencode "$field")
	done
	ask "$path" "${fields[@]}"
}

# ---- I5: what the log gives away ----------------------------------------------------------------------

ask "$link"
same "an invitation is opened" "$status" 200
post "$link" "password=$password"
same "and used" "$status" 303
ask /sign-in
post /sign-in "email=$email" "password=$wrong"
same "a wrong password is refused" "$status" 400
post /sign-in "email=zqxnobody@example.gov.uk" "password=$wrong"
ask /sign-in
post /sign-in "email=$email" "password=$password"
same "the right one is not" "$status" 303
ask '/authorities/walsall/people?q=Zqxsurname'
has "somebody is found by name" "$(<"$try/page")" "Zqxsurname"
person=$(grep -o 'people/N-[0-9]*' "$try/page" | head -n 1)
ask "/authorities/walsall/$person"
has "and can be read" "$(<"$try/page")" "Zqxsurname"
ask /account
post /account/token "title=Zqxtitle" "days=30"
api=$(grep -oE 'mainstay_[0-9a-f]{64}' "$try/page" | head -n 1)
holds "an API token is made" test -n "$api"
same "a program reads with it" "$(curl -s -o "$try/page" -w '%{http_code}' -H "Authorization: Bearer $api" \
	"$address/authorities/walsall/$person.json")" 200
has "what it may" "$(<"$try/page")" "Zqxsurname"
curl -s -o /dev/null -H "Authorization: Bearer ${api:0:32}zqx" "$address/authorities/walsall/people.json"
ask "/authorities/walsall/people/Zqxsurname"
same "an address with a name in it is not there" "$status" 404
ask "/Zqxsurname/$api?password=$password"
session=$(grep -o '__Host-session=[^;]*' <<<"$cookies" | tail -n 1 | cut -d= -f2)
holds "there is a session" test -n "$session"
canary() { ask "/authorities/walsall/$person" && grep -q Zqxsurname "$try/page" && [ "$status" = 200 ]; }

# ---- 17: bodies without end ---------------------------------------------------------------------------

memory() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$server/status"; }

# Sends a head and a body that may not end; prints the status, whether the server closed, and how many MB it took.
cat >"$try/send.py" <<'PY'
import socket, sys, time
port, cookies, head, kind = int(sys.argv[1]), sys.argv[2], sys.argv[3].encode().decode("unicode_escape"), sys.argv[4]
M = 1 << 20
def part(name, more=""): return "--XX\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\nx\r\n" % (name, more)
def chunks():
    while True: yield b"10000\r\n" + b"a" * 65536 + b"\r\n"
parts = "".join(part("p%d" % i) for i in range(100000)) + "--XX--\r\n"
bodies = {
    "none": [], "chunks": chunks(), "parts": [parts.encode()],
    "part-head": [("--XX\r\nContent-Disposition: form-data; name=\"x\"\r\nX: " + "a" * M + "\r\n\r\nx\r\n--XX--\r\n").encode()],
    "edge": [("--" + "X" * 5000 + "\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--" + "X" * 5000 + "--\r\n").encode()],
    "long": [part("x").encode() + b"a" * (33 * M)],
}
body = bodies[kind]
length = sum(map(len, body)) if isinstance(body, list) else 0
s = socket.create_connection(("127.0.0.1", port)); s.settimeout(15)
head = head.replace("LENGTH", str(length)).replace("\n", "\r\n").replace("EDGE", "X" * 5000)
sent = 0
began = time.time()
try:
    s.sendall(("POST /authorities/walsall/loads HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n%s\r\n\r\n" % (port, cookies, head)).encode())
    for piece in body:
        for i in range(0, len(piece), 65536):
            s.sendall(piece[i:i + 65536]); sent += 65536
        if time.time() - began > 10: break
except OSError: pass
got = b""
try:
    while True:
        piece = s.recv(65536)
        if not piece: closed = "closed"; break
        got += piece
except socket.timeout: closed = "open"
except OSError: closed = "closed"
print(got[9:12].decode() or "none", closed, sent // M)
PY
refuses() { # refuses "SENTENCE" "STATUS closed" HEAD BODY
	local got
	got=$(python3 "$try/send.py" "$port" "$cookies" "$3" "$4")
	same "$1" "${got% *}" "$2"
	holds "$1: before much of it came" test "${got##* }" -le 8
	same "$1: the next request is answered" "$(curl -s -m 2 -o /dev/null -w '%{http_code}' "$address/health")" 200
}
count_lists() { sqlite3 "$store" 'SELECT count(*) FROM list_load'; }
ask / && ask /authorities
before=$(memory) lists=$(count_lists)
form='Content-Type: multipart/form-data; boundary=XX\nConnection: close'
refuses "ten gigabytes are refused before they come" "413 closed" "$form\nContent-Length: 10000000000" none
refuses "and so are they when it asks first" "413 closed" "$form\nContent-Length: 10000000000\nExpect: 100-continue" none
refuses "a body in chunks without end is not taken" "411 closed" "$form\nTransfer-Encoding: chunked" chunks
refuses "a hundred thousand parts are too many" "400 closed" "$form\nContent-Length: LENGTH" parts
refuses "a part's head is no megabyte" "400 closed" "$form\nContent-Length: LENGTH" part-head
refuses "a form in parts says where they end" "400 closed" "Content-Type: multipart/form-data\nConnection: close\nContent-Length: LENGTH" part-head
refuses "in at most 70 characters" "400 closed" "Content-Type: multipart/form-data; boundary=EDGE\nConnection: close\nContent-Length: LENGTH" edge
holds "memory is back within 10 MB" test "$(($(memory) - before))" -le 10
same "and nothing of it was kept" "$(count_lists)" "$lists"
holds "who was there can be read" canary

# ---- 22: other hosts ----------------------------------------------------------------------------------

for host in evil.example "evil.example:$port" "127.0.0.1:1" "localhost.evil.example:$port"; do
	same "the host $host is not this one" "$(curl -s -o "$try/page" -w '%{http_code}' -H "Host: $host" "$address/sign-in")" 421
	same "and is not said back" "$(grep -c evil "$try/page")" 0
done
for header in "X-Forwarded-Host: evil.example" "X-Forwarded-Proto: https" "X-Forwarded-For: 203.0.113.9" \
	"Forwarded: host=evil.example;for=203.0.113.9" "X-Original-URL: /accounts" "X-Host: evil.example"; do
	ask /sign-in -H "$header"
	cp "$try/page" "$try/with"
	ask /sign-in
	same "$header changes nothing" "$(sed 's/name="token" value="[^"]*"//' "$try/with" | cksum)" \
		"$(sed 's/name="token" value="[^"]*"//' "$try/page" | cksum)"
	same "and leads nowhere" "$(grep -cE 'evil|203\.0\.113' "$try/head" "$try/with" | grep -vc ':0$')" 0
done
ask /accounts/A-000002 -H "X-Forwarded-Host: evil.example"
ask /accounts/A-000002/access -H "X-Forwarded-Host: evil.example" -H "X-Forwarded-Proto: https" \
	--data-urlencode "token=$(form_token)" --data "do=link"
invitation=$(grep -oE '[^ >"]*/link/[0-9a-f]{64}' "$try/page" | head -n 1)
same "an invitation's link says no host that somebody else said" "${invitation%/link/*}" ""
holds "and is there" test -n "$invitation"
kept=$cookies cookies=
for i in {1..12}; do
	ask /sign-in
	post_for="203.0.113.$i"
	status=$(curl -s -o /dev/null -w '%{http_code}' -H "X-Forwarded-For: $post_for" -H "Cookie: $cookies" \
		--data-urlencode "token=$(form_token)" --data-urlencode "email=$email" --data-urlencode "password=$wrong" "$address/sign-in")
done
same "whoever guesses is slowed, whatever address they say" "$status" 429
cookies=$kept
holds "and others are not" canary

# ---- the public form: 17, 18 and what a log gives away ------------------------------------------------

ask /authorities/walsall/roles/new
post /authorities/walsall/roles/new "title=Social worker" "family=social_work" "census_role=5" "registered=yes" "change.day=1 Jan 2020"
ask /authorities/walsall/recruitment-rounds/new
post /authorities/walsall/recruitment-rounds/new "name=Open advert" "opens_on=1 Jan 2020" "anonymous=yes" "public=yes"
round=$(grep -oi 'RN-[0-9]*' "$try/head" | head -n 1)
ask /authorities/walsall/roles
role=$(grep -o 'roles/R-[0-9]*' "$try/page" | tail -n 1)
ask /authorities/walsall/criteria/new
post /authorities/walsall/criteria/new "round=$round" "role=${role#roles/}" "part=shortlist" "name=Zqxcriterion" "most=4"
kept=$cookies cookies=
ask "/apply/walsall/$round"
same "a post is there to be applied for" "$status" 200
post "/apply/walsall/$round/start"
same "an application is begun" "$status" 200
code=$(grep -oE '[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}' "$try/page" | head -n 1)
draft=$(grep -o '__Host-application=[^;]*' <<<"$cookies" | cut -d= -f2)
holds "with a code and a cookie" test -n "$code" -a "${#draft}" = 64
ask /apply/yours/about-you
post /apply/yours/about-you "given_names=Zqxgiven" "family_name=Zqxfamily" "email=zqxjo@example.org"
same "and what is typed is kept" "$status" 303
ask "/apply/yours/$code"
same "an address with a code in it is not there" "$status" 404
cookies=
ask /apply/back
post /apply/back "code=$code"
same "the code opens it where nothing is known" "$status" 303
ask /apply/yours/about-you
has "with what was typed" "$(<"$try/page")" "Zqxfamily"
sed -i 's#POST /authorities/walsall/loads#POST /apply/back#' "$try/send.py"
plain='Content-Type: application/x-www-form-urlencoded\nConnection: close'
refuses "a quarter of a megabyte is the most that whoever applies sends" "413 closed" "$plain\nContent-Length: 262145" none
refuses "in parts too" "413 closed" "$form\nContent-Length: 262145" none
refuses "and not in chunks" "411 closed" "$plain\nTransfer-Encoding: chunked" chunks
python3 - "$port" >"$try/slow" <<'PY' &
import socket, sys, time
port, lines = int(sys.argv[1]), []
for i in range(24):
    s = socket.create_connection(("127.0.0.1", port)); s.setblocking(False)
    s.send(("POST /apply/back HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            "Content-Length: 9000\r\n\r\n" % port).encode())
    lines.append(s)
began = time.time()
while lines and time.time() - began < 40:
    for s in list(lines):
        try:
            s.send(b"a")
            if s.recv(65536) == b"": raise OSError
        except BlockingIOError: continue
        except OSError: lines.remove(s)
    time.sleep(1)
print(len(lines), "open")
PY
slow=$!
answered=0 wanted=0
while kill -0 "$slow" 2>/dev/null; do
	wanted=$((wanted + 1))
	[ "$(curl -s -m 1 -o /dev/null -w '%{http_code}' "$address/apply/walsall/$round")" = 200 ] && answered=$((answered + 1))
	sleep 0.5
done
same "who sends a letter a second is closed" "$(<"$try/slow")" "0 open"
same "and everybody else is answered within a second meanwhile" "$answered" "$wanted"
holds "and often" test "$wanted" -ge 10
ask /apply/back
post /apply/back "code=$code"
same "a form goes through after them" "$status" 303
cookies=$kept
holds "who was there can be read" canary

# ---- I5, over all of that -----------------------------------------------------------------------------

holds "there is a log" test "$(wc -l <"$try/log")" -gt 60
for word in Zqx zqx "${link#/link/}" "${invitation##*/}" "$api" "$session" "${person#people/}" "$code" "$draft" __Host Bearer evil 203.0.113; do
	same "no line of the log holds ${word:0:12}" "$(grep -c -- "$word" "$try/log")" 0
done
kill "$server"
wait "$server"
same "the server ends well" "$?" 0
server=
m verify --store "$store"
same "the store is whole" "$code" 0
m audit verify --store "$store"
same "and so is the audit" "$code" 0

# ---- 24: an audit that was meddled with ---------------------------------------------------------------

# With the database in one's hands the triggers can be dropped.
meddled() { # meddled "SENTENCE" WORDS SQL [OPTION ...]
	local sentence=$1 words=$2 sql=$3
	shift 3
	cp "$store" "$try/meddled.db"
	{
		sqlite3 "$try/meddled.db" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'audit%'"
		printf '%s\n' "$sql"
	} | sqlite3 -cmd 'PRAGMA foreign_keys = OFF' "$try/meddled.db"
	same "$sentence: the database lets it be done" "${PIPESTATUS[1]}" 0
	m audit verify --store "$try/meddled.db" "$@"
	same "$sentence is seen" "$code" 1
	has "$sentence: and where" "$out$err" "$words"
}
entries=$(sqlite3 "$store" 'SELECT count(*) FROM audit_entry')
holds "there are entries to meddle with" test "$entries" -gt 12
m audit head --store "$store" --output "$try/head.txt"
sqlite3 "$store" "UPDATE audit_entry SET actor = 'A-000009' WHERE seq = 3" 2>"$try/err"
has "the database itself refuses to change an entry" "$(<"$try/err")" "only added to"
sqlite3 "$store" "DELETE FROM audit_entry WHERE seq = 3" 2>"$try/err"
has "or to take one out" "$(<"$try/err")" "only added to"
meddled "an entry that was changed" "BROKEN at 3" "UPDATE audit_entry SET actor = 'A-000009' WHERE seq = 3;"
meddled "what an entry says that was changed" "BROKEN at 3" "UPDATE audit_payload SET payload = 'other' WHERE seq = 3;"
meddled "an entry that was taken out" "BROKEN at " "DELETE FROM audit_payload WHERE seq = 5; DELETE FROM audit_entry WHERE seq = 5;"
meddled "entries in another order" "BROKEN at 5" "UPDATE audit_entry SET seq = 1000 WHERE seq = 5;
	UPDATE audit_entry SET seq = 5 WHERE seq = 6; UPDATE audit_entry SET seq = 6 WHERE seq = 1000;"
meddled "an entry that was put in" "BROKEN at $((entries + 1))" "INSERT INTO audit_entry SELECT seq + 1, at, actor, action, authority, object,
	commitment, hash FROM audit_entry ORDER BY seq DESC LIMIT 1;"
meddled "an end that was cut off" "head mismatch, expected" "DELETE FROM audit_payload WHERE seq > $((entries - 10));
	DELETE FROM audit_entry WHERE seq > $((entries - 10));" --head "$try/head.txt"

tests_end
