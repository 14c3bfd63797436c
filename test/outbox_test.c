/* outbox_test.c: letters, calendar files and tokens by the standards' own rules and vectors; what of a notice is filled and what is refused. */
#include "check.h"

#include <libical/ical.h>

#include "base/base64.h"
#include "base/date.h"
#include "base/london.h"
#include "base/secret.h"
#include "mail/calendar.h"
#include "mail/carrier.h"
#include "mail/notify.h"
#include "mail/wire.h"
#include "workforce/notice.h"

static bool
has(Str text, const char *part)
{
	return str_find(text, str_of(part)) >= 0;
}

/* ---- letters ------------------------------------------------------------------------------------------------ */

static struct letter
letter_to(Str name)
{
	return (struct letter){ .from = { S("Walsall recruitment"), S("jobs@walsall.example.org") }, .to = { name, S("bo@example.org") },
		.subject = S("Your interview"), .words = S("Dear Bo\n\nCome.\n"), .id = S("walsall.1.abc"), .at = 1795951975 };
}

/* No line of a text is longer than `most`, and each ends in CR LF with neither alone. */
static void
check_lines(Str text, ptrdiff_t most)
{
	check(str_ends(text, S("\r\n")));
	while (text.len > 0) {
		Str line = str_cut(&text, '\n');
		check(str_ends(line, S("\r")));
		line.len--;
		check(line.len <= most);
		check(str_find(line, S("\r")) < 0);
	}
}

static void
a_letter_has_what_rfc_5322_asks_for(struct arena *perm)
{
	struct letter letter = letter_to(S("Bo Reed"));
	Str text = letter_text(&letter, perm);
	check(str_begins(text, S("Date: Sun, 29 Nov 2026 11:32:55 +0000\r\n")));       /* date -u -d @1795951975 */
	check(has(text, "From: \"Walsall recruitment\" <jobs@walsall.example.org>\r\n"));
	check(has(text, "To: \"Bo Reed\" <bo@example.org>\r\n"));
	check(has(text, "Subject: Your interview\r\n"));
	check(has(text, "Message-ID: <walsall.1.abc@walsall.example.org>\r\n"));
	check(has(text, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"));
	check(has(text, "\r\n\r\nDear Bo\r\n\r\nCome.\r\n"));
	check_lines(text, 78);
}

/* RFC 2045, 6.7: the rules one by one. */
static void
words_go_in_quoted_printable(struct arena *perm)
{
	check_str(quoted_printable(S("a=b"), perm), S("a=3Db\r\n"));
	check_str(quoted_printable(S("caf\u00e9"), perm), S("caf=C3=A9\r\n"));
	check_str(quoted_printable(S("end \nnext\t"), perm), S("end=20\r\nnext=09\r\n"));
	check_str(quoted_printable(S("one\r\ntwo"), perm), S("one\r\ntwo\r\n"));
	struct text wide = text_new(perm);
	for (int i = 0; i < 200; i++)
		text_add(&wide, S("\u00e9"));
	check_lines(quoted_printable(text_str(&wide), perm), 76);
}

/* RFC 2047: an encoded word has 75 characters at most and whole characters only. */
static void
what_is_not_ascii_in_a_header_goes_as_encoded_words(struct arena *perm)
{
	check_str(letter_header(S("Subject"), S("Caf\u00e9"), perm), S("Subject: =?UTF-8?B?Q2Fmw6k=?=\r\n"));
	struct text wide = text_new(perm), back = text_new(perm);
	for (int i = 0; i < 100; i++)
		text_add(&wide, S("\u20ac"));
	Str header = letter_header(S("Subject"), text_str(&wide), perm), rest = str_from(header, 8);
	check_lines(header, 76);
	while (str_find(rest, S("=?UTF-8?B?")) >= 0) {
		Str word = str_from(rest, str_find(rest, S("=?UTF-8?B?")) + 10), bytes;
		rest = str_from(word, str_find(word, S("?=")) + 2);
		check(base64_read(str_upto(word, str_find(word, S("?="))), &bytes, perm));
		check(str_utf8(bytes, NULL));
		text_add(&back, bytes);
	}
	check_str(text_str(&back), text_str(&wide));
}

static void
a_long_subject_is_folded(struct arena *perm)
{
	Str subject = S("A reference for Alexandra Featherstonehaugh-Cholmondeley: we have not heard from you yet and would be glad to");
	Str header = letter_header(S("Subject"), subject, perm);
	struct text unfolded = text_new(perm);
	check_lines(header, 76);
	check(has(header, "\r\n "));
	for (ptrdiff_t i = 0; i < header.len; i++)
		if (header.at[i] != '\r' && header.at[i] != '\n')
			text_char(&unfolded, header.at[i]);
	check_str(text_str(&unfolded), str_join(S("Subject: "), subject, perm));
}

static void
nobodys_name_begins_a_header(struct arena *perm)
{
	static const char *const names[] = { "Bo\r\nBcc: all@example.org", "Bo\nX: y", "Bo\rX", "Bo\x01", "Bo\x7f" };
	struct error err;
	for (int i = 0; i < countof(names); i++) {
		struct letter letter = letter_to(str_of(names[i]));
		check(!letter_check(&letter, &err));
		letter = letter_to(S("Bo"));
		letter.subject = str_of(names[i]);
		check(!letter_check(&letter, &err));
	}
	struct letter letter = letter_to(S("Bo \"the\\best\" Reed"));
	check(letter_check(&letter, &err));
	check(has(letter_text(&letter, perm), "To: \"Bo \\\"the\\\\best\\\" Reed\" <bo@example.org>\r\n"));
	letter = letter_to(S("=?UTF-8?B?QmNjOiB4?="));
	check(!has(letter_text(&letter, perm), "=?UTF-8?B?QmNjOiB4?="));
	letter = letter_to(S("B\xff"));
	check(!letter_check(&letter, &err));
}

static void
an_address_is_a_plain_one(struct arena *perm)
{
	static const char *const good[] = { "bo@example.org", "bo.reed+x@mail.example.co.uk", "o'neil@example.org" };
	static const char *const bad[] = { "", "bo", "@example.org", "bo@", "bo@example", "bo@example.", "bo@.org", "b..o@example.org", ".bo@example.org",
		"bo@exa mple.org", "bo@example.org, all@example.org", "bo@example.org>\r\nRCPT TO:<x@y.z", "\"bo\"@example.org", "bo@-x.org",
		"Bo <bo@example.org>", "bo@ex\xc3\xa4mple.org", "bo@@example.org" };
	struct error err;
	(void)perm;
	for (int i = 0; i < countof(good); i++)
		check(letter_address(str_of(good[i]), &err));
	for (int i = 0; i < countof(bad); i++)
		check(!letter_address(str_of(bad[i]), &err));
}

static void
a_calendar_goes_as_a_part_of_its_own(struct arena *perm)
{
	struct letter letter = letter_to(S("Bo"));
	letter.calendar = S("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
	letter.calendar_method = S("REQUEST");
	Str text = letter_text(&letter, perm), mark = str_from(text, str_find(text, S("boundary=\"")) + 10);
	mark = str_upto(mark, str_find(mark, S("\"")));
	check(has(text, "Content-Type: text/calendar; charset=utf-8; method=REQUEST; name=\"interview.ics\"\r\n"));
	check(has(text, str_c(base64_text(letter.calendar, perm), perm)));
	check(str_ends(text, str_format(perm, "\r\n--%.*s--\r\n", STR_ARG(mark))));
	check_lines(text, 100);
}

/* ---- London ---------------------------------------------------------------------------------------------------- */

/* In 2026 clocks go forward on 29 March and back on 25 October. */
static void
an_hour_in_london_is_a_moment_on_either_side_of_a_change_of_clocks(struct arena *perm)
{
	int64_t march = date_of(2026, 3, 28).day * SECONDS_OF_DAY, october = date_of(2026, 10, 24).day * SECONDS_OF_DAY;
	(void)perm;
	check_int(london_instant(date_of(2026, 3, 28), 9 * 60 + 30) - march, 9 * 3600 + 1800);
	check_int(london_instant(date_of(2026, 3, 29), 9 * 60 + 30) - march, 86400 + 8 * 3600 + 1800);
	check_int(london_instant(date_of(2026, 3, 29), 59) - march, 86400 + 59 * 60);
	check_int(london_instant(date_of(2026, 3, 29), 90) - march, 86400 + 3600);         /* the hour that is left out */
	check_int(london_instant(date_of(2026, 3, 29), 120) - march, 86400 + 3600);
	check_int(london_instant(date_of(2026, 10, 24), 9 * 60 + 30) - october, 8 * 3600 + 1800);
	check_int(london_instant(date_of(2026, 10, 25), 90) - october, 86400 + 1800);      /* the hour that comes twice: the first */
	check_int(london_instant(date_of(2026, 10, 25), 120) - october, 86400 + 7200);
	check_int(london_instant(date_of(2026, 10, 25), 9 * 60 + 30) - october, 86400 + 9 * 3600 + 1800);
	check_int(clock_read(S("09:30")), 570);
	check_int(clock_read(S("9.05")), 545);
	check_int(clock_read(S("24:00")), -1);
	check_int(clock_read(S("09:60")), -1);
	check_int(clock_read(S("9")), -1);
	check_int(clock_read(S("-1:30")), -1);
}

/* Clocks of 2026 change at 01:00 UTC on 29 March and 25 October, both Sundays: an hour is left out, and one comes twice. */
static void
a_moment_is_told_as_the_clocks_on_the_wall_show_it(struct arena *perm)
{
	static const struct { int month, day, hour, minute; const char *words; } cases[] = {
		{ 11, 28, 15, 15, "Saturday 28 November, 3:15pm" }, { 3, 29, 0, 59, "Sunday 29 March, 12:59am" },
		{ 3, 29, 1, 0, "Sunday 29 March, 2am" }, { 3, 28, 23, 30, "Saturday 28 March, 11:30pm" },
		{ 3, 29, 23, 30, "Monday 30 March, 12:30am" }, { 7, 1, 11, 0, "Wednesday 1 July, midday" },
		{ 10, 24, 23, 59, "Sunday 25 October, 12:59am" }, { 10, 25, 0, 30, "Sunday 25 October, 1:30am, summer time" },
		{ 10, 25, 1, 0, "Sunday 25 October, 1am, winter time" }, { 10, 25, 1, 30, "Sunday 25 October, 1:30am, winter time" },
		{ 10, 25, 2, 0, "Sunday 25 October, 2am" }, { 12, 31, 0, 0, "Thursday 31 December, midnight" },
	};
	for (int i = 0; i < countof(cases); i++) {
		int64_t at = date_of(2026, cases[i].month, cases[i].day).day * SECONDS_OF_DAY + cases[i].hour * 3600 + cases[i].minute * 60;
		check_str(london_words(at, date_of(2026, 1, 1), perm), str_of(cases[i].words));
	}
	int64_t before = date_of(2025, 12, 31).day * SECONDS_OF_DAY + 9 * 3600;
	check_str(london_words(before, date_of(2026, 1, 1), perm), S("Wednesday 31 December 2025, 9am"));
	check_int(london_day(date_of(2026, 3, 29).day * SECONDS_OF_DAY + 3599).day, date_of(2026, 3, 29).day);
	check_int(london_day(date_of(2026, 10, 24).day * SECONDS_OF_DAY + 23 * 3600).day, date_of(2026, 10, 25).day);
	check_int(london_day(date_of(2026, 10, 25).day * SECONDS_OF_DAY + 23 * 3600).day, date_of(2026, 10, 25).day);
}

/* ---- calendar files -------------------------------------------------------------------------------------------- */

static struct meeting
meeting_of(struct arena *perm)
{
	(void)perm;
	return (struct meeting){ .uid = S("ST-000012@walsall.mainstay"), .sequence = 0, .made_at = 1795951975,
		.begins = london_instant(date_of(2026, 3, 29), 570), .ends = london_instant(date_of(2026, 3, 29), 630),
		.summary = S("Interview: Social worker, Walsall"), .place = S("Room 2; Civic Centre, Darwall Street\\North"),
		.about = S("Bring:\na coat, or two"), .from = { S("Walsall \"jobs\""), S("jobs@walsall.example.org") },
		.to = { S("Zo\u00eb \u0141ukasiewicz-Featherstonehaugh of the very long and winding name \u20ac\u20ac\u20ac\u20ac"), S("bo@example.org") } };
}

static void
a_calendar_file_keeps_the_rules_of_rfc_5545(struct arena *perm)
{
	struct meeting meeting = meeting_of(perm);
	Str text = calendar_text(&meeting, perm);
	check_lines(text, 75);
	check(str_begins(text, S("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")));
	check(str_ends(text, S("END:VEVENT\r\nEND:VCALENDAR\r\n")));
	check(has(text, "\r\nMETHOD:REQUEST\r\n"));
	check(has(text, "\r\nDTSTART:20260329T083000Z\r\n"));
	check(has(text, "\r\nLOCATION:Room 2\\; Civic Centre\\, Darwall Street\\\\North\r\n"));
	check(has(text, "\r\nDESCRIPTION:Bring:\\na coat\\, or two\r\n"));
	for (Str rest = text; rest.len > 0;)
		check(str_utf8(str_cut(&rest, '\n'), NULL));          /* no line is cut inside a character */
}

/* Somebody else's reader has the same of it. */
static void
libical_reads_what_was_written(struct arena *perm)
{
	struct meeting meeting = meeting_of(perm);
	icalcomponent *whole = icalparser_parse_string(str_c(calendar_text(&meeting, perm), perm));
	check(whole != NULL);
	if (!whole)
		return;
	check_int(icalcomponent_count_errors(whole), 0);
	check_int(icalcomponent_get_method(whole), ICAL_METHOD_REQUEST);
	check(icalrestriction_check(whole));
	check_str(str_of(icalcomponent_get_uid(whole)), meeting.uid);
	check_str(str_of(icalcomponent_get_summary(whole)), meeting.summary);
	check_str(str_of(icalcomponent_get_location(whole)), meeting.place);
	check_str(str_of(icalcomponent_get_description(whole)), meeting.about);
	check_int(icaltime_as_timet(icalcomponent_get_dtstart(whole)), meeting.begins);
	check_int(icaltime_as_timet(icalcomponent_get_dtend(whole)), meeting.ends);
	check_int(icaltime_as_timet(icalcomponent_get_dtstamp(whole)), meeting.made_at);
	check_int(icalcomponent_get_sequence(whole), 0);
	icalcomponent *event = icalcomponent_get_first_component(whole, ICAL_VEVENT_COMPONENT);
	icalproperty *who = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
	check_str(str_of(icalproperty_get_attendee(who)), S("mailto:bo@example.org"));
	check_str(str_of(icalproperty_get_parameter_as_string(who, "CN")), meeting.to.name);
	icalcomponent_free(whole);
}

static void
a_change_raises_the_sequence_and_one_that_is_off_is_cancelled(struct arena *perm)
{
	struct meeting meeting = meeting_of(perm);
	meeting.sequence = 2;
	meeting.off = true;
	Str text = calendar_text(&meeting, perm);
	check(has(text, "\r\nMETHOD:CANCEL\r\n"));
	check(has(text, "\r\nSTATUS:CANCELLED\r\n"));
	check(has(text, "\r\nSEQUENCE:2\r\n"));
	check(has(text, "\r\nUID:ST-000012@walsall.mainstay\r\n"));
	icalcomponent *whole = icalparser_parse_string(str_c(text, perm));
	check(whole && icalrestriction_check(whole) && icalcomponent_count_errors(whole) == 0);
	icalcomponent_free(whole);
	meeting.from.address = S("");
	check_str(calendar_method(&meeting), S(""));
	check(!has(calendar_text(&meeting, perm), "METHOD"));
	check(!has(calendar_text(&meeting, perm), "ATTENDEE"));
}

static void
nobodys_name_begins_a_line_of_a_calendar(struct arena *perm)
{
	struct meeting meeting = meeting_of(perm);
	meeting.place = S("Room\r\nATTENDEE:mailto:all@example.org");
	meeting.to.name = S("Bo\r\nX-Y:1\";X=\"2");
	Str text = calendar_text(&meeting, perm);
	check(!has(text, "\nATTENDEE:mailto:all"));
	check(!has(text, "\nX-Y"));
	check(has(text, "CN=\"BoX-Y:1';X='2\""));
}

/* ---- GOV.UK Notify --------------------------------------------------------------------------------------------- */

/* RFC 7515, appendix A.1: the example's own octets, key and signature. */
static void
a_token_is_that_of_rfc_7515(struct arena *perm)
{
	static const unsigned char key[] = {
		3, 35, 53, 75, 43, 15, 165, 188, 131, 126, 6, 101, 119, 123, 166, 143, 90, 179, 40, 230, 240, 84, 201, 40, 169, 15, 132, 178, 210, 80,
		46, 191, 211, 251, 90, 146, 210, 6, 71, 239, 150, 138, 180, 195, 119, 98, 61, 34, 61, 46, 33, 114, 5, 46, 79, 8, 192, 205, 154, 245,
		103, 208, 128, 163 };
	Str head = S("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}");
	Str claims = S("{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}");
	check_str(token_signed(head, claims, (Str){ (const char *)key, sizeof key }, perm), S("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
		".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
		".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
}

#define SERVICE "26785a09-ab16-4eb0-8407-a37497a57506"
#define SECRET "3d844edf-8d35-48ac-975b-e847b4f122b0"

static void
a_key_of_notify_ends_with_service_and_secret(struct arena *perm)
{
	struct notify_key key;
	struct error err;
	check(notify_key_read(S("my_test-key-" SERVICE "-" SECRET), &key, &err));
	check_str(key.service, S(SERVICE));
	check_str(key.secret, S(SECRET));
	check(!notify_key_read(S("short"), &key, &err));
	check(!notify_key_read(S("x-" SERVICE "-3d844edf-8d35-48ac-975b-e847b4f122bz"), &key, &err));
	check(!has(str_of(err.text), "3d844edf"));
	key = (struct notify_key){ S(SERVICE), S(SECRET) };
	Str token = notify_token(&key, 1568818578, perm), claims = token, bytes;
	str_cut(&claims, '.');
	claims = str_cut(&claims, '.');
	while (claims.len % 4)
		claims = str_join(claims, S("="), perm);
	check(base64_read(claims, &bytes, perm));
	check_str(bytes, S("{\"iss\":\"" SERVICE "\",\"iat\":1568818578}"));
}

static void
a_request_to_notify_has_its_places(struct arena *perm)
{
	struct notify_request request = { S("bo@example.org"), S("f33517ff"), S("walsall.1.abc"), S("Your \"interview\""), S("Dear Bo\nCome"),
		S("name=Bo Reed\nanswer by=3 March 2026\n") };
	check_str(notify_json(&request, perm), S("{\"email_address\":\"bo@example.org\",\"personalisation\":{\"answer by\":\"3 March 2026\","
		"\"body\":\"Dear Bo\\nCome\",\"name\":\"Bo Reed\",\"subject\":\"Your \\\"interview\\\"\"},\"reference\":\"walsall.1.abc\","
		"\"template_id\":\"f33517ff\"}"));
	check_str(notify_read(S("{\"id\":\"740e5834\",\"reference\":\"x\"}"), perm).id, S("740e5834"));
	check_str(notify_read(S("{\"errors\":[{\"error\":\"BadRequestError\",\"message\":\"Missing personalisation: day\"}],\"status_code\":400}"),
		perm).complaint, S("Missing personalisation: day"));
	check_str(notify_read(S("<html>"), perm).id, S(""));
	check_str(notify_read(S("{\"id\":7,\"errors\":\"no\"}"), perm).complaint, S(""));
}

/* ---- settings -------------------------------------------------------------------------------------------------- */

static void
what_the_machine_is_told_of_mail_is_judged(struct arena *perm)
{
	static const char *const good[] = {
		"by = smtp\nserver = smtp://mail.example.org:587\nfrom = jobs@example.org\nuser = m\npassword = secret\n",
		"# a remark\n\nby = folder\nfolder = /tmp/x\n", "by = notify\nkey = t-" SERVICE "-" SECRET "\n",
		"by = notify\nserver = http://127.0.0.1:9\nkey = t-" SERVICE "-" SECRET "\n" };
	static const char *const bad[] = {
		"by = pigeon\n", "by = smtp\n", "by = smtp\nserver = http://mail.example.org\nfrom = jobs@example.org\n",
		"by = smtp\nserver = smtp://m:secret@mail.example.org\nfrom = jobs@example.org\n",
		"by = smtp\nserver = smtp://mail.example.org\nfrom = jobs\n", "by = smtp\nserver = smtp://mail.example.org\nfrom = jobs@example.org\nuser = m\n",
		"by = folder\n", "by = notify\nkey = secret\n", "by = notify\nserver = http://api.example.org\nkey = t-" SERVICE "-" SECRET "\n",
		"a-minute = 0\nfolder = x\n", "a-minute = 1e9\nfolder = x\n", "folder\n", "pasword = secret\nfolder = x\n" };
	struct carriage carriage;
	for (int i = 0; i < countof(good); i++) {
		struct error err = { 0 };
		check(carriage_read(&carriage, str_of(good[i]), S("mail"), perm, &err));
		check(!has(carriage_words(&carriage, perm), "secret"));
	}
	for (int i = 0; i < countof(bad); i++) {
		struct error err = { 0 };
		check(!carriage_read(&carriage, str_of(bad[i]), S("mail"), perm, &err));
		check(has(str_of(err.text), "mail"));
		check(!has(str_of(err.text), "secret"));
	}
	check_str(carriage_beside(S("/x/s.db"), perm).folder, S("/x/s.db.letters"));
}

static void
plain_http_is_for_this_machine_alone(struct arena *perm)
{
	static const char *const web[] = { "https://", "http://", NULL };
	struct error err;
	(void)perm;
	check(wire_allows(S("http://127.0.0.1:8/"), web, &err));
	check(wire_allows(S("http://[::1]:8"), web, &err));
	check(!wire_allows(S("http://127.0.0.1.example.org"), web, &err));
	check(!wire_allows(S("http://localhost@example.org"), web, &err));
	check(!wire_allows(S("file:///etc/passwd"), web, &err));
	check(!wire_allows(S("https://"), web, &err));
	check(!wire_is_here(S("smtp://127.0.0.10")));
}

/* ---- notices --------------------------------------------------------------------------------------------------- */

static void
places_are_filled_and_what_is_not_known_stays(struct arena *perm)
{
	Str places[PLACES] = { [PLACE_NAME] = S("Bo ((day)) Reed"), [PLACE_ROLE] = S("Social worker") };
	check_str(notice_fill(S("Dear ((name)), ((Role)) on (( day )). ((x)) ((role"), places, perm),
		S("Dear Bo ((day)) Reed, Social worker on (( day )). ((x)) ((role"));
	check_str(notice_left(S("on ((day)) and ((time))")), S("((day))"));
	check_str(notice_left(S("on Monday (perhaps)")), S(""));
	check_str(notice_left(S("on ((day")), S("((day"));
	check_str(notice_unknown(S("((name)) ((answer by)) ((salary))")), S("((salary))"));
	check_str(notice_unknown(S("((name)) ((NAME)) ((answer by))")), S(""));
	check_str(notice_unknown(S("((under 18??text))")), S("((under 18??text))"));
}

static void
the_programs_own_words_have_known_places_and_fit(struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_MESSAGE_TEMPLATE];
	for (int n = 0; n < NOTICES; n++) {
		Str value;
		struct misfit misfit;
		check_str(notice_unknown(notice_rows[n].subject), S(""));
		check_str(notice_unknown(notice_rows[n].words), S(""));
		check(notice_rows[n].stages != 0 || notice_rows[n].sending);
		check(value_read(&type->fields[field_find(type, S("words"))], notice_rows[n].words, &value, &misfit, perm));
		check_str(value, notice_rows[n].words);
		check(value_read(&type->fields[field_find(type, S("subject"))], notice_rows[n].subject, &value, &misfit, perm));
	}
}

int
main(void)
{
	run(a_letter_has_what_rfc_5322_asks_for);
	run(words_go_in_quoted_printable);
	run(what_is_not_ascii_in_a_header_goes_as_encoded_words);
	run(a_long_subject_is_folded);
	run(nobodys_name_begins_a_header);
	run(an_address_is_a_plain_one);
	run(a_calendar_goes_as_a_part_of_its_own);
	run(an_hour_in_london_is_a_moment_on_either_side_of_a_change_of_clocks);
	run(a_moment_is_told_as_the_clocks_on_the_wall_show_it);
	run(a_calendar_file_keeps_the_rules_of_rfc_5545);
	run(libical_reads_what_was_written);
	run(a_change_raises_the_sequence_and_one_that_is_off_is_cancelled);
	run(nobodys_name_begins_a_line_of_a_calendar);
	run(a_token_is_that_of_rfc_7515);
	run(a_key_of_notify_ends_with_service_and_secret);
	run(a_request_to_notify_has_its_places);
	run(what_the_machine_is_told_of_mail_is_judged);
	run(plain_http_is_for_this_machine_alone);
	run(places_are_filled_and_what_is_not_known_stays);
	run(the_programs_own_words_have_known_places_and_fit);
	return tests_end();
}
