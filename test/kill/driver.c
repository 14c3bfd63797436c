/* driver.c: people at work on a program that may die at any moment. */
#include "kill.h"

#include <arpa/inet.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "store/accounts.h"

/* ---- what was tried, and what was answered for -------------------------------------------------- */

static const char *const kind_names[ATTEMPT_KINDS] = { "asked", "noted", "kept", "applied", "stepped", "granted", "ended", "loaded", "taken-back" };

static void
write_down(struct trial *trial, int seq)
{
	struct attempt *attempt = &trial->attempts[seq];
	attempt->answered = true;
	trial->answered[attempt->kind]++;
	fprintf(trial->log, "%d %s %s\n", seq, kind_names[attempt->kind], attempt->wants.at);
	fflush(trial->log);
}

/* Its number, or -1 when it is over. `wants` may not be known before the number is: see attempt_wants. */
static int
attempt_begin(struct trial *trial, enum attempt_kind kind)
{
	pthread_mutex_lock(&trial->lock);
	int seq = trial->over || trial->count == ATTEMPTS_MOST ? -1 : trial->count++;
	if (seq >= 0)
		trial->attempts[seq] = (struct attempt){ .kind = kind };
	pthread_mutex_unlock(&trial->lock);
	return seq;
}

static void
attempt_wants(struct trial *trial, int seq, struct digits wants)
{
	pthread_mutex_lock(&trial->lock);
	trial->attempts[seq].wants = wants;
	if (trial->writes_early)
		write_down(trial, seq);
	pthread_mutex_unlock(&trial->lock);
}

static void
attempt_answered(struct trial *trial, int seq)
{
	pthread_mutex_lock(&trial->lock);
	if (!trial->attempts[seq].answered)
		write_down(trial, seq);
	pthread_mutex_unlock(&trial->lock);
}

/* ---- pages ------------------------------------------------------------------------------------- */

static int
connect_to(int port)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
	                          .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd >= 0 && connect(fd, (struct sockaddr *)&to, sizeof to) == 0)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

/* The status of the whole answer; 0 when it did not come whole. */
static int
status_of_answer(int fd)
{
	static const char whole[] = "Content-Length: ";
	char answer[65536];
	ssize_t length = 0, more;
	while (length < (ssize_t)sizeof answer - 1 && (more = recv(fd, answer + length, sizeof answer - 1 - (size_t)length, 0)) > 0)
		length += more;
	answer[length] = 0;
	const char *body = strstr(answer, "\r\n\r\n"), *said = strstr(answer, whole);
	bool all = body && said && answer + length - (body + 4) == atoi(said + sizeof whole - 1);
	return all && strncmp(answer, "HTTP/1.1 ", 9) == 0 ? atoi(answer + 9) : 0;
}

int
page_post(const struct trial *trial, const struct posting *posting, struct arena *perm)
{
	Str request = str_format(perm, "POST %.*s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:%d\r\n"
		"Cookie: %.*s\r\nContent-Type: %.*s\r\nContent-Length: %td\r\nConnection: close\r\n\r\n%.*s", STR_ARG(posting->path),
		trial->port, trial->port, STR_ARG(posting->cookie), STR_ARG(posting->type), posting->body.len, STR_ARG(posting->body));
	int fd = connect_to(trial->port), status = 0;
	if (fd >= 0 && send(fd, request.at, (size_t)request.len, MSG_NOSIGNAL) == request.len)
		status = status_of_answer(fd);
	if (fd >= 0)
		close(fd);
	return status;
}

/* Sends a form as its page would; the answer's status. */
static int
send_form(const struct trial *trial, Str path, Str form, struct arena *perm)
{
	struct posting posting = { path, S("application/x-www-form-urlencoded"), str_join(S("__Host-session="), trial->admin_cookie, perm),
		str_format(perm, "token=%.*s&%.*s", STR_ARG(trial->admin_token), STR_ARG(form)) };
	return page_post(trial, &posting, perm);
}

static void
look_at_page(const struct trial *trial)
{
	struct timespec moment = { 0, 5000000 };
	if (trial->round != ROUND_PLAIN)
		nanosleep(&moment, NULL);
}

static void
ask_for_post(struct trial *trial, int seq, struct arena *perm)
{
	Str day = date_iso((Date){ date_of(2026, 12, 1).day + seq }, perm);
	attempt_wants(trial, seq, sha256_of(str_format(perm, "new|Post %d|U-000001|R-000001|0.6|%.*s|Reason %d", seq,
		STR_ARG(day), seq)));
	Str form = str_format(perm, "wish=new&title=Post+%d&unit=U-000001&role=R-000001&fte=0.6&starts_on=%.*s"
		"&reason=Reason+%d", seq, STR_ARG(day), seq);
	if (send_form(trial, S("/authorities/" COUNCIL "/establishment-changes/ask"), form, perm) == 303)
		attempt_answered(trial, seq);
}

/* By the form that every type of record has. */
static void
keep_note(struct trial *trial, int seq, struct arena *perm)
{
	attempt_wants(trial, seq, sha256_of(str_format(perm, "2025|query|D083|SW%d|Note %d", seq, seq)));
	Str form = str_format(perm, "year=2025&kind=query&subject=D083&record=SW%d&words=Note+%d", seq, seq);
	if (send_form(trial, S("/authorities/" COUNCIL "/census-notes/new"), form, perm) == 303)
		attempt_answered(trial, seq);
}

/* A forecast of a month by one replication: keeping it is what is tried. */
static void
keep_forecast(struct trial *trial, int seq, struct arena *perm)
{
	attempt_wants(trial, seq, sha256_of(str_format(perm, "forecast|Forecast %d", seq)));
	Str form = str_format(perm, "name=Forecast+%d", seq);
	if (send_form(trial, S("/authorities/" COUNCIL "/forecasts?months=1&runs=1"), form, perm) == 303)
		attempt_answered(trial, seq);
}

/* A candidate with an application: two records, or none. */
static void
add_application(struct trial *trial, int seq, struct arena *perm)
{
	attempt_wants(trial, seq, sha256_of(str_format(perm, "applied|Shaw%d|2025-03-01", seq)));
	Str form = str_format(perm, "given_names=Di&family_name=Shaw%d&round=RN-000001&role=R-000001&band=experienced"
		"&received_on=1+March+2025", seq);
	if (send_form(trial, S("/authorities/" COUNCIL "/recruitment/add"), form, perm) == 303)
		attempt_answered(trial, seq);
}

/* The next application is ended on the board: a step, and the day by which its candidate goes. One that is not there yet is
 * refused, and tried again. */
static void
end_application(struct trial *trial, int seq, struct arena *perm)
{
	int number = trial->stepped + 1;
	attempt_wants(trial, seq, sha256_of(str_format(perm, "ended|AP-%06d|criteria", number)));
	Str form = str_format(perm, "move=reject&reason=criteria&who.AP-%06d=yes", number);
	int status = send_form(trial, S("/authorities/" COUNCIL "/recruitment/move"), form, perm);
	bool there = number <= trial->answered[APPLIED];       /* so many at least: what is refused was ended before it could answer */
	if (status == 303 || (status == 400 && there))
		trial->stepped = number;
	if (status == 303)
		attempt_answered(trial, seq);
}

enum { WRITES = 5 };
static const struct { enum attempt_kind kind; void (*write)(struct trial *, int, struct arena *); } writes[WRITES] = {
	{ ASKED, ask_for_post }, { NOTED, keep_note }, { KEPT, keep_forecast }, { APPLIED, add_application },
	{ STEPPED, end_application },
};

/* Of what this thread does, that of which the least was answered for; all of it in turn from there. */
static int
least_answered(struct trial *trial)
{
	int least = 0;
	pthread_mutex_lock(&trial->lock);
	for (int i = 1; i < WRITES; i++)
		if (trial->answered[writes[i].kind] < trial->answered[writes[least].kind])
			least = i;
	pthread_mutex_unlock(&trial->lock);
	return least;
}

/* Asks for a post, then keeps a note of a return, then a forecast, and so on. */
static void *
ask_and_note(void *context)
{
	struct trial *trial = context;
	struct arena perm = arena_reserve(1 << 24);
	char *begin = perm.next;
	int at = least_answered(trial);
	for (int seq; (seq = attempt_begin(trial, writes[at].kind)) >= 0; perm.next = begin, at = (at + 1) % WRITES) {
		writes[at].write(trial, seq, &perm);
		look_at_page(trial);
	}
	arena_release(&perm, begin);
	return NULL;
}

static Str
duty_text(Date first, struct arena *perm)
{
	struct grant grant = { .duty = DUTY_HR_LEAD, .scope = SCOPE_AUTHORITY, .authority = S(COUNCIL),
	                       .when = { first, { 2932896 } } };
	return grant_text(&grant, perm);
}

/* Gives somebody a duty from a day that no other has, and ends it again. */
static bool
change_duty(struct trial *trial, Str account, Date *stands, struct arena *perm)
{
	int seq = attempt_begin(trial, stands->day ? ENDED : GRANTED);
	if (seq < 0)
		return false;
	Date first = stands->day ? *stands : (Date){ date_of(2027, 1, 1).day + seq };
	Str duty = duty_text(first, perm), form;
	if (stands->day) {
		attempt_wants(trial, seq, sha256_of(str_format(perm, "ended: %.*s", STR_ARG(duty))));
		form = S("number=1");
	} else {
		attempt_wants(trial, seq, sha256_of(str_format(perm, "given: %.*s", STR_ARG(duty))));
		form = str_format(perm, "duty=hr-lead&council=" COUNCIL "&first=%.*s", STR_ARG(date_iso(first, perm)));
	}
	Str path = str_format(perm, "/accounts/%.*s/%s", STR_ARG(account), stands->day ? "grant-end" : "grant");
	if (send_form(trial, path, form, perm) != 200)
		return false;
	attempt_answered(trial, seq);
	*stands = stands->day ? (Date){ 0 } : first;
	return true;
}

struct giver { struct trial *trial; int who; };

static void *
give_duties(void *context)
{
	const struct giver *giver = context;
	struct trial *trial = giver->trial;
	struct arena perm = arena_reserve(1 << 24);
	char *begin = perm.next;
	Date stands = trial->granted[giver->who];
	while (change_duty(trial, trial->others[giver->who], &stands, &perm)) {
		perm.next = begin;
		look_at_page(trial);
	}
	arena_release(&perm, begin);
	return NULL;
}

/* ---- lists ------------------------------------------------------------------------------------- */

void
line_add(struct sorted_lines *lines, struct arena *perm, const char *format, ...)
{
	char line[256];
	va_list args;
	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	if (lines->count < lines->room)
		lines->at[lines->count] = str_copy(str_of(line), perm);
	lines->count++;
}

static int
by_text(const void *a, const void *b)
{
	return str_compare(*(const Str *)a, *(const Str *)b);
}

struct digits
lines_digest(struct sorted_lines *lines, struct arena scratch)
{
	struct text all = text_new(&scratch);
	int count = lines->count < lines->room ? lines->count : lines->room;
	qsort(lines->at, (size_t)count, sizeof *lines->at, by_text);
	text_format(&all, "%d lines\n", lines->count);
	for (int i = 0; i < count; i++)
		text_format(&all, "%.*s\n", STR_ARG(lines->at[i]));
	return sha256_of(text_str(&all));
}

struct list_file
list_of(int number, struct arena *perm)
{
	struct text out = text_new(perm);
	text_add(&out, S("Payroll,Surname,Forename,DOB,Post number,Job title,Team,FTE,Contract type,Start date\n"));
	for (int i = 0; i < LIST_ROWS; i++)
		text_format(&out, "K%d-%03d,Oddie%d,Ann,%d/%d/%d,Q%d-%03d,Social worker,Team %d,0.%d,Permanent,%d/%d/2021\n", number, i, i,
			1 + i % 28, 1 + i % 12, 1965 + i % 30, number, i, i % 10, 1 + i % 9, 1 + i % 28, 1 + i % 12);
	return (struct list_file){ str_format(perm, "list-%d.csv", number), text_str(&out) };
}

static struct digits
list_wants(int number, struct arena *perm)
{
	struct sorted_lines lines = { new(perm, LIST_ROWS, Str), 0, LIST_ROWS };
	for (int i = 0; i < LIST_ROWS; i++)
		line_add(&lines, perm, "K%d-%03d Oddie%d Ann %d-%02d-%02d Q%d-%03d 2021-%02d-%02d 0.%d permanent", number, i, i,
			1965 + i % 30, 1 + i % 12, 1 + i % 28, number, i, 1 + i % 12, 1 + i % 28, 1 + i % 9);
	return lines_digest(&lines, *perm);
}

static bool
write_file(Str path, Str text, struct arena scratch)
{
	FILE *file = fopen(str_c(path, &scratch), "w");
	bool written = file && fwrite(text.at, 1, (size_t)text.len, file) == (size_t)text.len;
	return file && fclose(file) == 0 && written;
}

/* "It is list 12: 1500 added." */
static int64_t
list_number_said(Str says, struct arena *perm)
{
	ptrdiff_t at = str_find(says, S("It is list "));
	return at < 0 ? 0 : atoll(str_c(str_from(says, at + 11), perm));
}

/* Gives the number of the list, or 0. */
static int64_t
load_list(struct trial *trial, struct arena *perm)
{
	int seq = attempt_begin(trial, LOADED);
	Str says;
	if (seq < 0)
		return 0;
	struct list_file list = list_of(seq, perm);
	Str path = str_format(perm, "%.*s/lists/%.*s", STR_ARG(trial->folder), STR_ARG(list.name));
	attempt_wants(trial, seq, list_wants(seq, perm));
	const char *const words[] = { "load", str_c(path, perm), "--authority", COUNCIL, "--list", "hr", "--on", "2026-03-01",
	                              "--store", str_c(trial->store, perm), NULL };
	bool loaded = write_file(path, list.text, *perm) && command_run(trial, trial->server, words, &says, perm);
	if (loaded)
		attempt_answered(trial, seq);
	unlink(str_c(path, perm));
	return loaded ? list_number_said(says, perm) : 0;
}

static bool
take_list_back(struct trial *trial, int64_t number, struct arena *perm)
{
	int seq = attempt_begin(trial, TAKEN_BACK);
	if (seq < 0)
		return false;
	attempt_wants(trial, seq, sha256_of(str_format(perm, "list %lld taken back", (long long)number)));
	char *list = str_c(str_format(perm, "%lld", (long long)number), perm);
	const char *const words[] = { "load", "undo", list, "--authority", COUNCIL, "--store", str_c(trial->store, perm), NULL };
	Str says;
	bool back = command_run(trial, trial->server, words, &says, perm);
	if (back)
		attempt_answered(trial, seq);
	return back;
}

void
first_is_through(struct trial *trial)
{
	pthread_mutex_lock(&trial->lock);
	trial->through = true;
	pthread_cond_signal(&trial->first_through);
	pthread_mutex_unlock(&trial->lock);
}

/* A list that stands is taken back, then another is loaded, and so on. */
static void *
load_lists(void *context)
{
	struct trial *trial = context;
	struct arena perm = arena_reserve(1 << 26);
	char *begin = perm.next;
	int64_t stands = trial->standing;
	for (bool going = true; going; perm.next = begin) {
		if (stands) {
			going = take_list_back(trial, stands, &perm);
			stands = 0;
		} else {
			stands = load_list(trial, &perm);
			going = stands != 0;
		}
		if (trial->round == ROUND_OF_LISTS)
			first_is_through(trial);
	}
	arena_release(&perm, begin);
	return NULL;
}

/* ---- all of them ------------------------------------------------------------------------------- */

static bool
one_begins(struct people *people, void *(*works)(void *), void *what)
{
	return pthread_create(&people->threads[people->count++], NULL, works, what) == 0;
}

void
people_begin(struct trial *trial, struct people *people, enum round_kind round)
{
	static struct giver givers[GIVERS];
	trial->round = round;
	trial->through = round == ROUND_PLAIN;
	people->count = 0;
	bool begun = one_begins(people, ask_and_note, trial) && one_begins(people, recruit_on_pages, trial)
		&& one_begins(people, round == ROUND_OF_COMMANDS ? recruit_by_commands : load_lists, trial);
	for (int i = 0; i < (round == ROUND_PLAIN ? GIVERS : 1); i++) {
		givers[i] = (struct giver){ trial, i };
		begun = begun && one_begins(people, give_duties, &givers[i]);
	}
	if (!begun)
		abort();
	pthread_mutex_lock(&trial->lock);
	while (!trial->through)
		pthread_cond_wait(&trial->first_through, &trial->lock);
	pthread_mutex_unlock(&trial->lock);
}

void
people_end(struct people *people)
{
	for (int i = 0; i < people->count; i++)
		pthread_join(people->threads[i], NULL);
}
