/* outbox_smtp_test.c: messages on their way out of the store: by a real mail server (Debian's aiosmtpd, test/mail/servers.py) that takes them, wants TLS,
 * refuses, dies in the midst, is slow or kills us; and by a stand-in for GOV.UK Notify that checks the signature with its own means. */
#include "check.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/outbox.h"
#include "files/file.h"
#include "mail/wire.h"
#include "store/messages.h"
#include "store/records.h"

#define NOW 1700000000
#define KEY "team-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"

/* ---- a server, a store ------------------------------------------------------------------------------------- */

struct ground { char folder[40]; Str path; struct store *store; pid_t server; int ends; Str port; struct arena *perm; };

static struct ground
place_of(struct arena *perm)
{
	struct ground p = { .folder = "/tmp/mainstay-outbox-XXXXXX", .perm = perm, .ends = -1 };
	struct error err = { 0 };
	check(mkdtemp(p.folder) != NULL);
	p.path = str_format(perm, "%s/s.db", p.folder);
	p.store = store_open(p.path, &err);
	check(p.store != NULL);
	return p;
}

static void
server_ends(struct ground *p)
{
	if (p->ends < 0)
		return;
	close(p->ends);
	p->ends = -1;
	waitpid(p->server, NULL, 0);
}

static void
place_ends(struct ground *p)
{
	server_ends(p);
	store_close(p->store);
	check(system(str_c(str_format(p->perm, "rm -r %s", p->folder), p->perm)) == 0);
}

static void
server_begins(struct ground *p, const char *way, const char *host)
{
	int in[2], out[2];
	char port[16] = "";
	server_ends(p);
	check(pipe(in) == 0 && pipe(out) == 0);
	p->server = fork();
	if (p->server == 0) {
		dup2(in[0], 0);
		dup2(out[1], 1);
		close(in[1]);
		execl("/usr/bin/python3", "python3", SOURCE_ROOT "/test/mail/servers.py", way, p->folder, host, (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	ssize_t len = read(out[0], port, sizeof port - 1);
	close(out[0]);
	check(len > 1);
	p->ends = in[1];
	p->port = str_copy(str_trim(str_of(port)), p->perm);
}

static struct carriage
by_mail(const struct ground *p, const char *host)
{
	return (struct carriage){ .by = BY_SMTP, .server = str_format(p->perm, "smtp://%s:%.*s", host, STR_ARG(p->port)),
		.from = S("jobs@walsall.example.org"), .name = S("Walsall recruitment"), .a_minute = 1000, .seconds = 3 };
}

static struct carriage
by_notify(const struct ground *p)
{
	return (struct carriage){ .by = BY_NOTIFY, .server = str_format(p->perm, "http://127.0.0.1:%.*s", STR_ARG(p->port)), .key = S(KEY),
		.template_id = S("f33517ff-2a88-4f6e-b855-c550268ce08a"), .a_minute = 1000, .seconds = 3 };
}

static struct message
message_of(const char *key)
{
	return (struct message){ .key = str_of(key), .notice = S("interview"), .candidate = S("CN-000001"), .application = S("AP-000001"),
		.address = S("bo@example.org"), .name = S("Zo\u00eb Reed"), .subject = S("Your interview on 3\u00a0March: caf\u00e9"),
		.words = S("Dear Zo\u00eb\n\n.a line with a point before it\nFrom here on = 100 %.\n"), .places = S("role=Social worker\n"),
		.made_by = S("A-000001"), .made_at = NOW };
}

static int64_t
put(struct ground *p, const char *key)
{
	struct message message = message_of(key);
	struct message_added added;
	struct error err = { 0 };
	check(store_message_add(p->store, S("walsall"), &message, &added, &err));
	return added.number;
}

/* Carries one at that moment; gives the message as it is then. */
static struct message
carry_at(struct ground *p, struct carriage carriage, int64_t now)
{
	struct outbox_said said;
	struct error err = { 0 };
	struct message message;
	check(outbox_step(p->store, &carriage, now, &said, p->perm, &err));
	if (err.text[0])
		printf("%s\n", err.text);
	check(store_message(p->store, S("walsall"), 1, &message, p->perm, &err));
	return message;
}

static Str
got(const struct ground *p, const char *file)
{
	Str text = S("");
	struct error err;
	(void)file_read(str_format(p->perm, "%s/%s", p->folder, file), 1 << 20, &text, p->perm, &err);
	return text;
}

static bool
has(Str text, const char *part)
{
	return str_find(text, str_of(part)) >= 0;
}

/* ---- mail -------------------------------------------------------------------------------------------------------- */

static void
a_letter_comes_as_it_was_written(struct arena *perm)
{
	struct ground p = place_of(perm);
	server_begins(&p, "take", "127.0.0.1");
	put(&p, "a");
	struct message m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW);
	check_int(m.state, MESSAGE_SENT);
	check_int(m.sent_at, NOW);
	check_int(m.tries, 1);
	check_str(got(&p, "1.txt"), S("Your interview on 3\u00a0March: caf\u00e9\nZo\u00eb Reed\nDear Zo\u00eb\n\n.a line with a point before it\n"
		"From here on = 100 %.\n"));
	check_str(got(&p, "1.how"), S("plain nobody jobs@walsall.example.org bo@example.org"));
	check(has(got(&p, "1.eml"), str_c(m.other_id, perm)));
	carry_at(&p, by_mail(&p, "127.0.0.1"), NOW + 86400);
	check_str(got(&p, "2.how"), S(""));
	place_ends(&p);
}

static void
an_invitation_brings_its_calendar(struct arena *perm)
{
	struct ground p = place_of(perm);
	struct message message = message_of("a");
	struct message_added added;
	struct error err = { 0 };
	server_begins(&p, "take", "127.0.0.1");
	message.calendar = S("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
	message.method = S("REQUEST");
	check(store_message_add(p.store, S("walsall"), &message, &added, &err));
	check_int(carry_at(&p, by_mail(&p, "127.0.0.1"), NOW).state, MESSAGE_SENT);
	check(str_ends(got(&p, "1.txt"), S("\n[REQUEST]\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")));
	place_ends(&p);
}

static void
over_tls_with_a_password_to_a_server_that_proves_its_name(struct arena *perm)
{
	struct ground p = place_of(perm);
	server_begins(&p, "tls", "127.0.0.1");
	put(&p, "a");
	struct carriage carriage = by_mail(&p, "127.0.0.1");
	carriage.user = S("mainstay");
	carriage.password = S("pass word");
	struct message m = carry_at(&p, carriage, NOW);
	check_int(m.state, MESSAGE_WAITING);         /* nobody vouches for its certificate */
	check_str(got(&p, "1.how"), S(""));
	carriage.authorities = str_format(perm, "%s/cert.pem", p.folder);
	carriage.password = S("another");
	m = carry_at(&p, carriage, NOW + 60);
	check_int(m.state, MESSAGE_WAITING);         /* the password can be mended */
	check(!has(m.said, "another"));
	carriage.password = S("pass word");
	m = carry_at(&p, carriage, NOW + 360);
	check_int(m.state, MESSAGE_SENT);
	check_str(got(&p, "1.how"), S("tls mainstay jobs@walsall.example.org bo@example.org"));
	place_ends(&p);
}

/* 127.0.0.2 is not taken for this machine: as any host of a network. */
static void
nothing_goes_over_a_network_without_tls(struct arena *perm)
{
	struct ground p = place_of(perm);
	server_begins(&p, "take", "127.0.0.2");
	put(&p, "a");
	check_int(carry_at(&p, by_mail(&p, "127.0.0.2"), NOW).state, MESSAGE_WAITING);
	check_str(got(&p, "1.how"), S(""));
	place_ends(&p);
}

static void
what_is_refused_for_good_fails_and_what_is_refused_for_now_is_tried_six_times(struct arena *perm)
{
	static const int64_t at[] = { 0, 60, 360, 2160, 9360, 30960 };
	struct ground p = place_of(perm);
	server_begins(&p, "refuse", "127.0.0.1");
	put(&p, "a");
	struct message m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW);
	check_int(m.state, MESSAGE_FAILED);
	check(has(m.said, "550"));
	check(!has(m.said, "example.org"));
	place_ends(&p);
	p = place_of(perm);
	server_begins(&p, "later", "127.0.0.1");
	put(&p, "a");
	for (int i = 0; i < countof(at); i++) {
		check_int(carry_at(&p, by_mail(&p, "127.0.0.1"), NOW + at[i] - 1).tries, i);
		m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW + at[i]);
		check_int(m.tries, i + 1);
		check_int(m.state, i < 5 ? MESSAGE_WAITING : MESSAGE_FAILED);
	}
	check(has(m.said, "tried 6 times and given up"));
	place_ends(&p);
}

static void
a_server_that_dies_in_the_midst_is_tried_again_with_the_same_letter(struct arena *perm)
{
	struct ground p = place_of(perm);
	server_begins(&p, "die", "127.0.0.1");
	put(&p, "a");
	struct message m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW);
	check_int(m.state, MESSAGE_WAITING);
	server_begins(&p, "take", "127.0.0.1");
	m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW + 60);
	check_int(m.state, MESSAGE_SENT);
	check_int(m.tries, 2);
	place_ends(&p);
}

static void
nobody_waits_for_a_slow_server(struct arena *perm)
{
	struct ground p = place_of(perm);
	time_t began = time(NULL);
	server_begins(&p, "slow", "127.0.0.1");
	put(&p, "a");
	check_int(carry_at(&p, by_mail(&p, "127.0.0.1"), NOW).state, MESSAGE_WAITING);
	check(time(NULL) - began < 10);
	server_ends(&p);
	check_int(carry_at(&p, by_mail(&p, "127.0.0.1"), NOW + 60).state, MESSAGE_WAITING);        /* nobody is there */
	place_ends(&p);
}

/* ---- killed ------------------------------------------------------------------------------------------------------- */

/* A process of its own carries the message; the server has it, and kills the process before it can note that. */
static void
carried_by_somebody_who_is_killed(struct ground *p, int64_t now)
{
	struct carriage carriage = by_mail(p, "127.0.0.1");
	store_close(p->store);
	pid_t carrier = fork();
	if (carrier == 0) {
		struct error err = { 0 };
		struct outbox_said said;
		Str pid = str_format(p->perm, "%d", (int)getpid());
		struct store *store = store_open(p->path, &err);
		(void)file_write(str_format(p->perm, "%s/pid", p->folder), pid, *p->perm, &err);
		(void)outbox_step(store, &carriage, now, &said, p->perm, &err);
		_exit(0);
	}
	int status = 0;
	struct error err = { 0 };
	waitpid(carrier, &status, 0);
	check(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	p->store = store_open(p->path, &err);
	check(p->store != NULL);
}

static void
killed_between_sent_and_noted_it_goes_once_more_and_says_so(struct arena *perm)
{
	struct ground p = place_of(perm);
	server_begins(&p, "kill", "127.0.0.1");
	put(&p, "a");
	carried_by_somebody_who_is_killed(&p, NOW);
	check(got(&p, "1.how").len > 0);
	server_begins(&p, "take", "127.0.0.1");
	struct message m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW + OUTBOX_TAKES_SECONDS - 1);
	check_int(m.state, MESSAGE_SENDING);         /* another may be at it */
	check_str(got(&p, "2.how"), S(""));
	m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW + OUTBOX_TAKES_SECONDS);
	check_int(m.state, MESSAGE_SENT);
	check_int(m.cut_short, 1);
	Str first = got(&p, "1.eml"), second = got(&p, "2.eml");
	ptrdiff_t one = str_find(first, S("Message-ID:")), two = str_find(second, S("Message-ID:"));
	check(one > 0 && two > 0 && str_equal(str_upto(str_from(first, one), 60), str_upto(str_from(second, two), 60)));
	place_ends(&p);
}

static void
killed_twice_it_stays_with_a_person(struct arena *perm)
{
	struct ground p = place_of(perm);
	server_begins(&p, "kill", "127.0.0.1");
	put(&p, "a");
	carried_by_somebody_who_is_killed(&p, NOW);
	carried_by_somebody_who_is_killed(&p, NOW + OUTBOX_TAKES_SECONDS);
	server_begins(&p, "take", "127.0.0.1");
	struct message m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW + 2 * OUTBOX_TAKES_SECONDS);
	check_int(m.state, MESSAGE_FAILED);
	check(has(m.said, "Ask whether it came"));
	check_str(got(&p, "3.how"), S(""));
	place_ends(&p);
}

/* ---- the outbox itself ---------------------------------------------------------------------------------------------- */

static void
the_same_notice_is_written_once(struct arena *perm)
{
	struct ground p = place_of(perm);
	check_int(put(&p, "interview ST-1 1"), 1);
	check_int(put(&p, "interview ST-1 1"), 1);
	check_int(put(&p, "interview ST-1 2"), 2);
	place_ends(&p);
}

static void
no_more_go_in_a_minute_than_may(struct arena *perm)
{
	struct ground p = place_of(perm);
	struct error err = { 0 };
	struct outbox_said said;
	struct carriage carriage = { .by = BY_FOLDER, .folder = str_format(perm, "%s/letters", p.folder), .a_minute = 2 };
	put(&p, "a");
	put(&p, "b");
	put(&p, "c");
	for (int i = 0; i < 3; i++) {
		check(outbox_step(p.store, &carriage, NOW, &said, perm, &err));
		check_int(said.some, i < 2);
	}
	check(outbox_step(p.store, &carriage, NOW + 60, &said, perm, &err) && said.some && said.came == CARRIED);
	place_ends(&p);
}

static void
a_folder_holds_letters_for_nobody_else(struct arena *perm)
{
	struct ground p = place_of(perm);
	struct stat is;
	struct carriage carriage = { .by = BY_FOLDER, .folder = str_format(perm, "%s/letters", p.folder), .a_minute = 10 };
	put(&p, "a");
	struct message m = carry_at(&p, carriage, NOW);
	check_int(m.state, MESSAGE_SENT);
	check(has(got(&p, str_c(str_join(S("letters/"), m.other_id, perm), perm)), "To: =?UTF-8?B?"));
	check(stat(str_c(carriage.folder, perm), &is) == 0 && (is.st_mode & 0777) == 0700);
	place_ends(&p);
}

static void
what_waits_can_be_held_back_and_what_failed_goes_again(struct arena *perm)
{
	struct ground p = place_of(perm);
	struct error err = { 0 };
	bool done;
	struct message_wish hold = { 1, false, S("A-000001"), NOW }, again = { 1, true, S("A-000001"), NOW + 5 };
	put(&p, "a");
	check(store_message_change(p.store, S("walsall"), &again, &done, &err) && !done);
	check(store_message_change(p.store, S("walsall"), &hold, &done, &err) && done);
	check_int(carry_at(&p, (struct carriage){ .by = BY_FOLDER, .folder = S("/nowhere/at/all"), .a_minute = 9 }, NOW + 9).tries, 0);
	check(store_message_change(p.store, S("walsall"), &again, &done, &err) && done);
	struct message m = carry_at(&p, (struct carriage){ .by = BY_FOLDER, .folder = S("/nowhere/at/all"), .a_minute = 9 }, NOW + 9);
	check_int(m.state, MESSAGE_WAITING);
	check_int(m.tries, 1);
	place_ends(&p);
}

/* A demonstration's candidates have addresses that somebody may have. */
static void
nobody_made_up_is_written_to(struct arena *perm)
{
	struct ground p = place_of(perm);
	struct error err = { 0 };
	struct changes changes = changes_new(perm);
	const struct record_type *unit = &record_types[TYPE_UNIT];
	Str *values = new(perm, unit->field_count, Str);
	int64_t seq;
	values[field_find(unit, S("name"))] = S("Duty");
	values[field_find(unit, S("kind"))] = S("team");
	changes_add(&changes, (struct change){ .kind = ADD, .type = unit, .after = { .version = 1, .ref = S("U-000001"),
		.when = { date_of(2020, 1, 1), DATE_OPEN }, .values = values } });
	struct deed deed = { .authority = S("walsall"), .actor = S("test"), .what = S("demonstration"), .object = S("x"), .at = 1 };
	check_int(store_do(p.store, &deed, &changes, NULL, NULL, &seq, perm, &err), STORED);
	server_begins(&p, "take", "127.0.0.1");
	put(&p, "a");
	struct message m = carry_at(&p, by_mail(&p, "127.0.0.1"), NOW);
	check_int(m.state, MESSAGE_FAILED);
	check(has(m.said, "Nobody in a demonstration is anybody"));
	check_str(got(&p, "1.how"), S(""));
	place_ends(&p);
}

/* ---- Notify --------------------------------------------------------------------------------------------------------- */

static void
notify_takes_what_is_signed(struct arena *perm)
{
	struct ground p = place_of(perm);
	server_begins(&p, "notify", "127.0.0.1");
	put(&p, "a");
	struct message m = carry_at(&p, by_notify(&p), (int64_t)time(NULL));
	check_int(m.state, MESSAGE_SENT);
	check_str(m.other_id, S("740e5834-3a29-46b4-9a6f-16142fde533a"));
	check(str_begins(got(&p, "1.txt"), S("bo@example.org f33517ff-2a88-4f6e-b855-c550268ce08a\nDear Zo\u00eb\n")));
	check(str_ends(got(&p, "1.txt"), S("\nSocial worker")));
	struct carriage wrong = by_notify(&p);
	wrong.key = S("team-26785a09-ab16-4eb0-8407-a37497a57506-00000000-8d35-48ac-975b-e847b4f122b0");
	put(&p, "b");
	struct outbox_said said;
	struct error err = { 0 };
	check(outbox_step(p.store, &wrong, (int64_t)time(NULL), &said, perm, &err) && said.came == LATER);
	check_str(got(&p, "2.txt"), S(""));
	place_ends(&p);
}

static void
what_notify_complains_of_is_said(struct arena *perm)
{
	static const struct { const char *way, *says; enum message_state state; } ways[] = {
		{ "notify-400", "Missing personalisation: day", MESSAGE_FAILED }, { "notify-429", "Exceeded rate limit", MESSAGE_WAITING },
		{ "notify-away", "302", MESSAGE_WAITING } };
	for (int i = 0; i < countof(ways); i++) {
		struct ground p = place_of(perm);
		server_begins(&p, ways[i].way, "127.0.0.1");
		put(&p, "a");
		struct message m = carry_at(&p, by_notify(&p), (int64_t)time(NULL));
		check_int(m.state, ways[i].state);
		check(has(m.said, ways[i].says));
		check_str(got(&p, "1.eml"), S(""));
		place_ends(&p);
	}
}

/* What may have gone is asked for by its reference first. */
static void
notify_is_asked_before_it_is_sent_again(struct arena *perm)
{
	struct ground p = place_of(perm);
	struct parcel parcel = { .letter = { .to = { S("Bo"), S("bo@example.org") }, .subject = S("x"), .words = S("y"), .id = S("walsall.1.abc") },
		.places = S("role=Social worker\n"), .now = (int64_t)time(NULL) };
	server_begins(&p, "notify", "127.0.0.1");
	struct carriage carriage = by_notify(&p);
	check_int(carriage_carry(&carriage, &parcel, perm).came, CARRIED);
	parcel.again = true;
	check_int(carriage_carry(&carriage, &parcel, perm).came, CARRIED);
	check_str(got(&p, "2.eml"), S(""));
	parcel.letter.id = S("walsall.2.abc");
	check_int(carriage_carry(&carriage, &parcel, perm).came, CARRIED);
	check(got(&p, "2.eml").len > 0);
	place_ends(&p);
}

int
main(void)
{
	struct error err;
	signal(SIGPIPE, SIG_IGN);
	if (!wire_open(&err))
		return 1;
	run(a_letter_comes_as_it_was_written);
	run(an_invitation_brings_its_calendar);
	run(over_tls_with_a_password_to_a_server_that_proves_its_name);
	run(nothing_goes_over_a_network_without_tls);
	run(what_is_refused_for_good_fails_and_what_is_refused_for_now_is_tried_six_times);
	run(a_server_that_dies_in_the_midst_is_tried_again_with_the_same_letter);
	run(nobody_waits_for_a_slow_server);
	run(killed_between_sent_and_noted_it_goes_once_more_and_says_so);
	run(killed_twice_it_stays_with_a_person);
	run(the_same_notice_is_written_once);
	run(no_more_go_in_a_minute_than_may);
	run(a_folder_holds_letters_for_nobody_else);
	run(what_waits_can_be_held_back_and_what_failed_goes_again);
	run(nobody_made_up_is_written_to);
	run(notify_takes_what_is_signed);
	run(what_notify_complains_of_is_said);
	run(notify_is_asked_before_it_is_sent_again);
	return tests_end();
}
