/* candidate_import_test.c: lists of applications over HTTP: stored whole or not at all, once, by whoever may.
 *
 * It is 24 November 2025. */
#include "walls_site.h"

#include "candidate_lists.h"

struct office { struct place_of it; struct visitor officer, lead, manager, analyst; };

static struct office
office_open(struct arena *perm)
{
	struct office o = { .it = place_with(council, perm) };
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.lead = comes_in(&o.it, DUTY_HR_LEAD, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	place_open(&o.it);
	return o;
}

static struct reply
sends(struct office *o, struct visitor *who, const char *fields, Str bytes, struct arena *perm)
{
	return upload_as(o->it.site, who, "/authorities/walsall/recruitment/import", (struct upload){ fields, S("list.csv"), bytes }, perm);
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

static void
a_list_is_looked_at_stored_once_and_taken_back(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply reply = sends(&o, &o.officer, "system=other&change.sure=no", str_of(list), perm);
	check_int(reply.status, 200);
	check(shows(reply.body, "This is what it would change") && shows(reply.body, "4 added, 0 changed, 0 the same"));
	check(shows(reply.body, "Bo Reed") && shows(reply.body, "applied before") && !shows(reply.body, "Bangladeshi"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application"), 1);
	reply = sends(&o, &o.officer, "system=other&change.sure=yes", str_of(list), perm);
	check(shows(reply.body, "Stored"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application"), 5);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application_step"), 6);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM candidate_equality"), 2);
	reply = sends(&o, &o.officer, "system=other&change.sure=yes", str_of(list), perm);
	check(shows(reply.body, "The list changes nothing") && shows(reply.body, "0 added, 0 changed, 4 the same"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application"), 5);
	check(shows(get_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment"), perm).body, "Bo Reed"));
	int64_t deed = asked_of_store(o.it.path, "SELECT max(seq) FROM deed");
	reply = post_as(o.it.site, &o.officer, str_format(perm, "/authorities/walsall/changes/%lld/undo", (long long)deed), S("change.reason=wrong+file"), perm);
	check_int(reply.status, 303);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application"), 1);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM candidate_equality"), 0);
	place_end(&o.it, perm);
}

static void
one_mistake_and_nothing_of_a_list_is_stored(struct arena *perm)
{
	struct office o = office_open(perm);
	Str bad = str_format(perm, "%sT5,Cy,Vane,cy@example.org,,Nowhere,Social worker,Experienced,6 Oct 2025,New,,,,\n", list);
	struct reply reply = sends(&o, &o.officer, "system=other&change.sure=yes", bad, perm);
	check(shows(reply.body, "Nothing is stored"));
	check(shows(reply.body, "Nothing is stored") && shows(reply.body, "is no round here"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application"), 1);
	check_int(sends(&o, &o.officer, "system=other&change.sure=yes", S(""), perm).status, 400);
	check_int(sends(&o, &o.officer, "system=magic&change.sure=yes", str_of(list), perm).status, 400);
	check_int(sends(&o, &o.officer, "on=25+Nov+2025", str_of(list), perm).status, 400);
	check_int(sends(&o, &o.officer, "on=25 Nov 2025", str_of(list), perm).status, 400);
	place_end(&o.it, perm);
}

static void
lists_are_for_whoever_keeps_candidates(struct arena *perm)
{
	struct office o = office_open(perm);
	check_int(sends(&o, &o.manager, "system=other&change.sure=yes", str_of(list), perm).status, 403);
	check_int(sends(&o, &o.analyst, "system=other&change.sure=yes", str_of(list), perm).status, 403);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application"), 1);
	check_int(sends(&o, &o.lead, "system=other&change.sure=yes", str_of(list), perm).status, 200);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application"), 5);
	place_end(&o.it, perm);
}

/* A text that a spreadsheet would run is kept as it is, and is made harmless in our own files. */
static void
what_a_spreadsheet_would_run_is_only_text(struct arena *perm)
{
	struct office o = office_open(perm);
	struct reply reply = sends(&o, &o.officer, "change.sure=yes", S("Reference,First name,Surname,Email,Round,Role,Experience,Received\n"
		"=1+1,=cmd|'/c calc'!A1,<script>alert(1)</script>,bo@example.org,2,R-000001,experienced,4 Oct 2025\n"), perm);
	check(shows(reply.body, "Stored") && !shows(reply.body, "<script>alert"));
	Str file = get_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment.csv"), perm).body;
	check(shows(file, "'=cmd") && !shows(file, ",=cmd") && !shows(file, "\n=cmd"));
	static const char *const nasty[] = { "\xff\xfe", "PK\x03\x04", "%PDF-1.4", "a,b\n\"", "\n\n\n", "Name,Email,Received\n\"Bo" };
	for (int i = 0; i < countof(nasty); i++) {
		reply = sends(&o, &o.officer, "change.sure=yes", str_of(nasty[i]), perm);
		check(shows(reply.body, "Nothing is stored"));
	}
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM application"), 2);
	place_end(&o.it, perm);
}

int
main(void)
{
	run(a_list_is_looked_at_stored_once_and_taken_back);
	run(one_mistake_and_nothing_of_a_list_is_stored);
	run(lists_are_for_whoever_keeps_candidates);
	run(what_a_spreadsheet_would_run_is_only_text);
	return tests_end();
}
