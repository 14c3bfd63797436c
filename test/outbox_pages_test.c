/* outbox_pages_test.c: notices over HTTP: written with their words filled in, sent once, kept from others, gone with their candidate.
 *
 * It is 24 November 2025. */
#include "walls_site.h"

#include "app/outbox.h"
#include "store/messages.h"
#include "store/records.h"

static const char council[] =
	"unit U-000001 2015-01-01 open name=Duty; kind=team\n"
	"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
	"hiring_round RN-000001 number=1; name=Round 1; opens_on=2025-09-01; closes_on=2025-09-30; anonymous=no; public=no\n"
	"panel_member PM-000001 round=RN-000001; name=Jo Cole; part=chair; trained_on=2025-03-01\n"
	"candidate CN-000001 family_name=Shaw; given_names=Di; email=di@example.org\n"
	"application AP-000001 candidate=CN-000001; round=RN-000001; role=R-000001; band=newly_qualified; received_on=2025-09-20\n"
	"application_step ST-000001 application=AP-000001; move=shortlist; held_on=2025-10-01; turn=1\n"
	"application_step ST-000002 application=AP-000001; move=invite; held_on=2025-11-20; turn=2; due_on=2026-03-30; due_at=09:30;"
	" place=Room 2, Civic Centre; minutes=45\n"
	"candidate CN-000002 family_name=Hale; given_names=Ed\n"
	"application AP-000002 candidate=CN-000002; round=RN-000001; role=R-000001; band=experienced; received_on=2025-09-21\n";

struct office { struct place_of it; struct visitor officer, manager, other; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_new(perm) };
	struct grant here = grant_of((int)DUTY_HR_OFFICER, S("walsall"), S("")), unit = grant_of((int)DUTY_TEAM_MANAGER, S("walsall"), S("U-000001")),
		there = grant_of((int)DUTY_HR_OFFICER, S("dudley"), S(""));
	struct error err = { "" };
	struct world *world = new(perm, 1, struct world);
	check(world_open(world, o.it.path, perm, &err));
	walls_put(o.it.path, council_of(council, perm), perm);
	o.officer = signed_in_with(o.it.path, &here, 1, perm);
	o.manager = signed_in_with(o.it.path, &unit, 1, perm);
	o.other = signed_in_with(o.it.path, &there, 1, perm);
	place_open(&o.it);
	return o;
}

static struct reply
sends(struct office *o, const char *path, const char *form, struct arena *perm)
{
	return post_as(o->it.site, &o->officer, str_format(perm, "/authorities/walsall/%s", path), str_of(form), perm);
}

static struct reply
asks(struct office *o, const struct visitor *who, const char *path, struct arena *perm)
{
	return get_as(o->it.site, who, str_format(perm, "/authorities/walsall/%s", path), perm);
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

#define INTERVIEW "notice=interview&address=di@example.org&subject=Your+interview&words=Dear+Di%0D%0A%0D%0ACome+at+nine."

static void
a_notice_is_written_with_its_words_filled_in_and_goes_once(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply page = asks(&o, &o.officer, "recruitment/AP-000001/write?how=interview", perm);
	check_int(page.status, 200);
	check(shows(page.body, "value=\"Your interview: social worker, Monday 30 March 2026\""));
	check(shows(page.body, "Dear Di Shaw"));
	check(shows(page.body, "Time: 9:30am"));
	check(shows(page.body, "The interview goes with it as a calendar file"));
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	struct reply again = sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm);
	check_int(again.status, 303);
	check_str(again.location, S("/authorities/walsall/messages/1"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message"), 1);
	check(shows(asks(&o, &o.officer, "messages", perm).body, "1 message waits"));
	check(shows(asks(&o, &o.officer, "recruitment/AP-000001", perm).body, "messages/1"));
	page = asks(&o, &o.officer, "messages/1", perm);
	check(shows(page.body, "di@example.org"));
	check(shows(page.body, "Come at nine."));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM audit_entry WHERE action = 'message.written' AND object = 'message 1'"), 1);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM audit_entry WHERE action = 'read.contact' AND object = 'message 1'"), 1);
	place_end(&o.it, perm);
}

static void
what_cannot_go_is_said_and_not_kept(struct arena *perm)
{
	static const struct { const char *form, *says; } bad[] = {
		{ "notice=interview&address=di&subject=x&words=y", "no e-mail address that mail can go to" },
		{ "notice=interview&address=di@example.org%0D%0ABcc:+all@example.org&subject=x&words=y", "no e-mail address that mail can go to" },
		{ "notice=interview&address=di@example.org&subject=x%0D%0ABcc:+all@example.org&words=y", "the subject has a line break" },
		{ "notice=interview&address=di@example.org&subject=&words=y", "it has no subject" },
		{ "notice=interview&address=di@example.org&subject=x&words=", "it has no words" },
		{ "notice=interview&address=di@example.org&subject=x&words=Come+to+((place))", "((place)) still stands in it" },
	};
	struct office o = office_open(perm);
	for (int i = 0; i < countof(bad); i++) {
		struct reply reply = sends(&o, "recruitment/AP-000001/write", bad[i].form, perm);
		check_int(reply.status, 400);
		check(shows(str_lower(reply.body, perm), str_c(str_lower(str_of(bad[i].says), perm), perm)));
	}
	check_int(sends(&o, "recruitment/AP-000001/write", "notice=nothing&address=di@example.org&subject=x&words=y", perm).status, 404);
	check_int(sends(&o, "recruitment/AP-000002/write", INTERVIEW, perm).status, 404);
	check_int(sends(&o, "recruitment/AP-000001/write", "notice=reference_asked&check=VC-000009&address=di@example.org&subject=x&words=y", perm).status, 404);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message"), 0);
	place_end(&o.it, perm);
}

static void
messages_are_for_whoever_keeps_candidates_of_that_council(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	check_int(asks(&o, &o.manager, "messages", perm).status, 403);
	check_int(asks(&o, &o.manager, "messages/1", perm).status, 403);
	check_int(asks(&o, &o.manager, "recruitment/AP-000001/interview.ics", perm).status, 403);
	check_int(asks(&o, &o.other, "messages/1", perm).status, 404);
	check_int(post_as(o.it.site, &o.other, S("/authorities/walsall/messages/1"), S("do=cancel"), perm).status, 404);
	struct reply there = get_as(o.it.site, &o.other, S("/authorities/dudley/messages/1"), perm);
	check(there.status != 200 || !shows(there.body, "di@example.org"));
	check_int(asks(&o, &o.officer, "messages/2", perm).status, 404);
	check_int(asks(&o, &o.officer, "messages/1e9", perm).status, 404);
	place_end(&o.it, perm);
}

static void
what_waits_is_held_back_and_goes_again(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	check_int(sends(&o, "messages/1", "do=again", perm).status, 409);
	check_int(sends(&o, "messages/1", "do=cancel", perm).status, 303);
	check(shows(asks(&o, &o.officer, "messages/1", perm).body, "Not to go"));
	check_int(sends(&o, "messages/1", "do=again", perm).status, 303);
	check_int(sends(&o, "messages/1", "do=burn", perm).status, 400);
	check(shows(asks(&o, &o.officer, "messages", perm).body, "1 message waits"));
	place_end(&o.it, perm);
}

/* Clocks go forward on 29 March 2026: 09:30 on the 30th is 08:30 UTC. */
static void
the_interview_is_a_calendar_file(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply file = asks(&o, &o.officer, "recruitment/AP-000001/interview.ics", perm);
	check_int(file.status, 200);
	check_str(file.type, S("text/calendar; charset=utf-8"));
	check(shows(file.body, "\r\nDTSTART:20260330T083000Z\r\nDTEND:20260330T091500Z\r\nSEQUENCE:0\r\n"));
	check(shows(file.body, "\r\nUID:ST-000002@walsall.mainstay\r\n"));
	check(shows(file.body, "LOCATION:Room 2\\, Civic Centre"));
	check(!shows(file.body, "example.org"));
	check_int(asks(&o, &o.officer, "recruitment/AP-000002/interview.ics", perm).status, 404);
	place_end(&o.it, perm);
}

/* Moved by half an hour: the same interview, a later word on it, and another notice. */
static void
a_changed_interview_is_another_notice_about_the_same_meeting(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	check(shows(asks(&o, &o.officer, "recruitment/AP-000001", perm).body, "application-steps/ST-000002/change?how=correct"));
	check(shows(asks(&o, &o.officer, "application-steps/ST-000002/change?how=correct", perm).body, "name=\"due_at\""));
	check_int(sends(&o, "application-steps/ST-000002/change", "how=correct&due_at=10:00&change.reason=moved", perm).status, 303);
	struct reply file = asks(&o, &o.officer, "recruitment/AP-000001/interview.ics", perm);
	check(shows(file.body, "\r\nUID:ST-000002@walsall.mainstay\r\n"));
	check(shows(file.body, "\r\nDTSTART:20260330T090000Z\r\n"));
	check(shows(file.body, "\r\nSEQUENCE:1\r\n"));
	check(shows(asks(&o, &o.officer, "recruitment/AP-000001/write?how=interview", perm).body, "Time: 10am"));
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message"), 2);
	check_int(sends(&o, "application-steps/ST-000002/change", "how=correct&due_at=25:00&change.reason=moved", perm).status, 409);
	place_end(&o.it, perm);
}

static void
a_council_keeps_its_own_words_of_known_places(struct arena *perm)
{
	struct office o = office_open(perm);
	check(shows(asks(&o, &o.officer, "messages/templates", perm).body, "The program\u2019s"));
	struct reply reply = sends(&o, "messages/templates/received", "do=keep&subject=Thanks&words=Hello+((salary))&from=1+November+2025", perm);
	check_int(reply.status, 400);
	check(shows(reply.body, "((salary)) is no place that is known"));
	reply = sends(&o, "messages/templates/received", "do=try&subject=Thanks&words=Hello+((name))&from=1+November+2025", perm);
	check_int(reply.status, 200);
	check(shows(reply.body, "Hello Alex Example"));
	check(!shows(asks(&o, &o.officer, "messages/templates", perm).body, "own, since"));
	check_int(sends(&o, "messages/templates/received", "do=keep&subject=Thanks&words=Hello+((name))&from=1+November+2025", perm).status, 303);
	check(shows(asks(&o, &o.officer, "messages/templates", perm).body, "own, since 1 November 2025"));
	check(shows(asks(&o, &o.officer, "recruitment/AP-000002/write?how=received", perm).body, "Hello Ed Hale"));
	check_int(sends(&o, "messages/templates/received", "do=keep&subject=Thank+you&words=Hi+((name))&from=20+November+2025", perm).status, 303);
	check(shows(asks(&o, &o.officer, "recruitment/AP-000002/write?how=received", perm).body, "Hi Ed Hale"));
	/* by the records' own form the same rule holds */
	reply = sends(&o, "message-templates/new", "notice=offer&subject=x&words=Hello+((salary))&change.day=1+November+2025", perm);
	check_int(reply.status, 409);
	reply = sends(&o, "message-templates/new", "notice=received&subject=x&words=Hello&change.day=1+November+2025", perm);
	check_int(reply.status, 409);
	check_int(asks(&o, &o.manager, "messages/templates/received", perm).status, 403);
	check_int(asks(&o, &o.officer, "messages/templates/nothing", perm).status, 404);
	place_end(&o.it, perm);
}

/* Where the council has said so, the notice is there with its step, and is not there without it. */
static void
a_notice_that_goes_by_itself_is_written_with_its_step(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, "messages/templates/not_this_time",
		"do=keep&subject=Your+application&words=Dear+((name))&by_itself=yes&from=1+November+2025", perm).status, 303);
	check_int(sends(&o, "recruitment/AP-000002/move", "move=reject&held_on=2025-11-24", perm).status, 400);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message"), 0);
	check_int(sends(&o, "recruitment/AP-000001/move", "move=reject&held_on=2025-11-24&reason=criteria", perm).status, 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message WHERE notice = 'not_this_time' AND candidate = 'CN-000001'"), 1);
	/* nobody can write to Ed: the step is recorded, and the notice is left to a person */
	check_int(sends(&o, "recruitment/AP-000002/move", "move=reject&held_on=2025-11-24&reason=criteria", perm).status, 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message"), 1);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application_step WHERE move = 'reject'"), 2);
	place_end(&o.it, perm);
}

static void
an_interview_has_a_time_of_day(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, "recruitment/AP-000002/move", "move=shortlist&held_on=2025-11-20", perm).status, 303);
	check_int(sends(&o, "recruitment/AP-000002/move", "move=invite&held_on=2025-11-21&due_on=2025-12-01&due_at=25:00", perm).status, 400);
	check_int(sends(&o, "recruitment/AP-000002/move", "move=invite&held_on=2025-11-21&due_at=9.30", perm).status, 400);
	check_int(sends(&o, "recruitment/AP-000002/move", "move=invite&held_on=2025-11-21&due_on=2025-12-01&due_at=9.30&place=Here", perm).status, 303);
	check(shows(asks(&o, &o.officer, "recruitment/AP-000002", perm).body, "Interview on 1 December 2025 at 09:30, Here"));
	place_end(&o.it, perm);
}

/* A letter that waited while somebody withdrew does not reach them; that an interview does not take place still does. */
static void
what_waits_about_an_application_that_ends_does_not_go(struct arena *perm)
{
#define STATES(what) asked_of_store(o.it.path, "SELECT count(*) FROM message WHERE " what)
	struct office o = office_open(perm);
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	check_int(sends(&o, "recruitment/AP-000001/write", "notice=interview_off&address=di@example.org&subject=x&words=y", perm).status, 303);
	check_int(sends(&o, "recruitment/AP-000002/write", "notice=received&address=ed@example.org&subject=x&words=y", perm).status, 303);
	check_int(STATES("state = 'waiting'"), 3);
	check_int(sends(&o, "recruitment/AP-000001/move", "move=withdraw&reason=pay&held_on=2025-11-24", perm).status, 303);
	check_int(STATES("state = 'cancelled' AND application = 'AP-000001' AND notice = 'interview'"), 1);
	check_int(STATES("state = 'waiting'"), 2);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM audit_entry WHERE action = 'message.cancelled'"), 1);
	check(shows(asks(&o, &o.officer, "messages", perm).body, "The application ended before it went"));
	/* nor is one written from a page that was open since before */
	check_int(sends(&o, "recruitment/AP-000001/write", "notice=interview&address=di@example.org&subject=x&words=z", perm).status, 409);
	check_int(sends(&o, "recruitment/AP-000002/write", "notice=offer&address=ed@example.org&subject=x&words=We+offer", perm).status, 409);
	check_int(STATES("state = 'waiting'"), 2);
	place_end(&o.it, perm);
}

/* What was written goes when the candidate does, and what waits is not sent. */
static void
messages_go_with_their_candidate(struct arena *perm)
{
	struct office o = office_open(perm);
	struct error err = { 0 };
	struct council now;
	int64_t seq;
	int first;
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	check_int(sends(&o, "recruitment/AP-000002/write", "notice=received&address=ed@example.org&subject=x&words=y", perm).status, 303);
	struct store *store = store_open(o.it.path, &err);
	check(store && store_council_read(store, S("walsall"), &now, perm, &err));
	struct changes changes = changes_new(perm);
	const struct records *candidates = &now.of[TYPE_CANDIDATE];
	check_int(records_of(candidates, S("CN-000001"), &first), 1);
	Str *values = new(perm, candidates->type->field_count, Str);
	struct change change = { .kind = ALTER, .type = candidates->type, .before = candidates->at[first], .after = candidates->at[first] };
	change.after.values = values;
	changes_add(&changes, change);
	struct deed deed = { .authority = S("walsall"), .actor = S("test"), .what = S("edit"), .object = S("candidate CN-000001"), .at = 1 };
	check_int(store_records_erase(store, &deed, &changes, (struct erasures){ 0 }, &seq, perm, &err), STORED);
	store_close(store);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message"), 1);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message WHERE candidate = 'CN-000002'"), 1);
	struct reply gone = asks(&o, &o.officer, "messages/1", perm);
	check_int(gone.status, 404);
	check(shows(gone.body, "Invitation to an interview") && shows(gone.body, "AP-000001") && shows(gone.body, "not sent"));
	check(!shows(gone.body, "di@example.org") && !shows(gone.body, "Come at nine"));
	place_end(&o.it, perm);
}

static bool
letter_there(Str folder, Str id, struct arena *perm)
{
	return access(str_c(str_format(perm, "%.*s/%.*s.eml", STR_ARG(folder), STR_ARG(id)), perm), F_OK) == 0;
}

/* The letter in the folder goes with the candidate, and another's stays; that one was sent, and when, is kept; its number
 * is not given again, so that the letters of two are never taken for each other. */
static void
letters_in_a_folder_go_with_their_candidate(struct arena *perm)
{
	struct office o = office_open(perm);
	struct error err = { 0 };
	struct message mine, other;
	struct outbox_said said = { .some = true };
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	check_int(sends(&o, "recruitment/AP-000002/write", "notice=received&address=ed@example.org&subject=x&words=y", perm).status, 303);
	struct carriage carriage = carriage_beside(o.it.path, perm);
	struct store *store = store_open(o.it.path, &err);
	while (said.some)
		check(outbox_step(store, &carriage, WALLS_NOW, &said, perm, &err));
	check(store_message(store, S("walsall"), 1, &mine, perm, &err) && store_message(store, S("walsall"), 2, &other, perm, &err));
	Str letter = message_letter_id(S("walsall"), &mine, perm), stays = message_letter_id(S("walsall"), &other, perm);
	check(letter_there(carriage.folder, letter, perm) && letter_there(carriage.folder, stays, perm));
	int count;
	check(outbox_tidy(store, carriage.folder, &count, perm, &err));
	check_int(count, 0);
	check(store_begin_for(store, S("walsall"), &err) && store_messages_go(store, S("walsall"), S("CN-000001"), &err) && store_commit(store, &err));
	check(letter_there(carriage.folder, letter, perm));
	check(outbox_tidy(store, outbox_folder(o.it.path, &carriage, perm), &count, perm, &err));
	check_int(count, 1);
	check(!letter_there(carriage.folder, letter, perm) && letter_there(carriage.folder, stays, perm));
	check(outbox_tidy(store, carriage.folder, &count, perm, &err));
	check_int(count, 0);                                                     /* and it is not looked for again */
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM message_gone WHERE notice = 'interview' AND number = 1 AND sent_at = 1764000000"
		" AND key = ''"), 1);
	struct message_added added;
	mine.key = S("another");
	check(store_message_add(store, S("walsall"), &mine, &added, &err));
	check_int(added.number, 3);
	store_close(store);
	check(shows(asks(&o, &o.officer, "messages/1", perm).body, "sent on Monday 24 November, 4pm"));
	check(folder_forget(carriage.folder, stays, perm, &err) && rmdir(str_c(carriage.folder, perm)) == 0);
	place_end(&o.it, perm);
}

/* One who is removed while their letter is being written leaves none. */
static void
a_letter_that_is_written_while_its_candidate_goes_goes_too(struct arena *perm)
{
	struct office o = office_open(perm);
	struct error err = { 0 };
	struct taken_message taken;
	struct outbox_said said;
	int count;
	check_int(sends(&o, "recruitment/AP-000001/write", INTERVIEW, perm).status, 303);
	struct carriage carriage = carriage_beside(o.it.path, perm);
	struct store *store = store_open(o.it.path, &err);
	/* another program took it; the candidate goes, and their letters are looked for; then that program writes its letter */
	check(store_message_take(store, &(struct message_turn){ WALLS_NOW, WALLS_NOW + 300, 10 }, &taken, perm, &err) && taken.some);
	check(store_begin_for(store, S("walsall"), &err) && store_messages_go(store, S("walsall"), S("CN-000001"), &err) && store_commit(store, &err));
	check(outbox_tidy(store, carriage.folder, &count, perm, &err));
	check(outbox_carry_taken(store, &carriage, &taken, WALLS_NOW, &said, perm, &err));
	check(said.some && said.came == CARRIED);
	check_int(rmdir(str_c(carriage.folder, perm)), 0);                       /* nothing is in it */
	store_close(store);
	place_end(&o.it, perm);
}

int
main(void)
{
	run(a_notice_is_written_with_its_words_filled_in_and_goes_once);
	run(what_cannot_go_is_said_and_not_kept);
	run(messages_are_for_whoever_keeps_candidates_of_that_council);
	run(what_waits_is_held_back_and_goes_again);
	run(the_interview_is_a_calendar_file);
	run(a_changed_interview_is_another_notice_about_the_same_meeting);
	run(a_council_keeps_its_own_words_of_known_places);
	run(a_notice_that_goes_by_itself_is_written_with_its_step);
	run(an_interview_has_a_time_of_day);
	run(what_waits_about_an_application_that_ends_does_not_go);
	run(messages_go_with_their_candidate);
	run(letters_in_a_folder_go_with_their_candidate);
	run(a_letter_that_is_written_while_its_candidate_goes_goes_too);
	return tests_end();
}
