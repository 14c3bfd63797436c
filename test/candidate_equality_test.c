/* candidate_equality_test.c: how far candidates came by group, over HTTP: released once a year, the same in every face.
 *
 * It is 24 November 2025: the year to 30 September 2024 is the latest that can be told, as it stood on 31 March 2025. */
#include "walls_site.h"

#include "app/retention.h"

enum { WOMEN = 40, MEN = 60, OTHERS = 7 };

/* Women: 40 applied, 20 shortlisted. Men: 60 and 30. Half of each, in turn. `others` of the year after. */
static const char *
council(int others, bool ended, struct arena *perm)
{
	struct text text = text_new(perm);
	text_add(&text, S("unit U-000001 2015-01-01 open name=Duty; kind=team\n"
		"role R-000001 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n"
		"person N-000001 family_name=Oddie; given_names=Ann; born=1980-02-01\n"
		"hiring_round RN-000001 number=1; name=Round 1; opens_on=2023-10-01; anonymous=yes; public=no\n"));
	for (int i = 1; i <= WOMEN + MEN + others; i++) {
		bool later = i > WOMEN + MEN;
		text_format(&text, "candidate CN-%06d family_name=Zz%d; email=zz%d@example.org\n", i, i, i);
		text_format(&text, "application AP-%06d candidate=CN-%06d; round=RN-000001; role=R-000001; band=experienced; received_on=%s\n", i, i,
			later ? "2024-10-01" : i % 3 ? "2024-09-30" : "2023-10-01");
		if (i % 2)
			text_format(&text, "application_step ST-%06d application=AP-%06d; move=shortlist; held_on=2024-11-01; turn=1\n", i, i);
		if (ended)
			text_format(&text, "application_step ST-%06d application=AP-%06d; move=reject; held_on=2024-11-05; turn=%d; reason=criteria\n",
				1000 + i, i, i % 2 + 1);
	}
	for (int i = 1; i <= WOMEN + MEN + others; i++)
		text_format(&text, "candidate_equality %.*s-%06d application=AP-%06d; sex=%s; answered_on=2024-09-30\n",
			STR_ARG(record_types[TYPE_CANDIDATE_EQUALITY].letter), i, i, i <= WOMEN ? "F" : "M");
	return str_c(text_str(&text), perm);
}

struct office { struct place_of it; struct visitor officer, lead, head, analyst, manager; };

static struct office
office_open(int others, bool ended, struct arena *perm)
{
	struct office o = { .it = place_with(council(others, ended, perm), perm) };
	o.officer = comes_in(&o.it, DUTY_HR_OFFICER, S(""), perm);
	o.lead = comes_in(&o.it, DUTY_HR_LEAD, S(""), perm);
	o.head = comes_in(&o.it, DUTY_SERVICE_HEAD, S("U-000001"), perm);
	o.analyst = comes_in(&o.it, DUTY_ANALYST, S(""), perm);
	o.manager = comes_in(&o.it, DUTY_TEAM_MANAGER, S("U-000001"), perm);
	place_open(&o.it);
	return o;
}

static Str
told(struct office *o, const struct visitor *who, const char *rest, struct arena *perm)
{
	struct reply reply = get_as(o->it.site, who, str_format(perm, "/authorities/walsall/recruitment/equality%s", rest), perm);
	check_int(reply.status, 200);
	return reply.body;
}

static int
status(struct office *o, const struct visitor *who, const char *rest, struct arena *perm)
{
	return get_as(o->it.site, who, str_format(perm, "/authorities/walsall/recruitment/%s", rest), perm).status;
}

static bool
shows(Str body, const char *text)
{
	return str_find(body, str_of(text)) >= 0;
}

/* 20 of 40 and 30 of 60 are half each; men, who are most, are the reference; nobody was appointed, and 0 of 20 is 0. */
static void
each_group_is_counted_and_held_against_the_largest(struct arena *perm)
{
	struct office o = office_open(0, false, perm);
	Str file = told(&o, &o.lead, ".csv?year=2024", perm);
	check(shows(file, "Sex,Female,40,20,0,0,0,0,z,50,1.00"));
	check(shows(file, "Sex,Prefer not to say,0,0,0,0,0,z,z,z,z"));
	check(shows(file, "Sex,Male,60,30,0,0,0,0,reference,50,reference"));
	check(shows(file, "Sex,All,100,50,0,0,0,0,,50,"));
	place_end(&o.it, perm);
}

/* Page, CSV and JSON give one set of numbers; the page the same as yesterday's, whatever became of the records since. */
static void
a_year_is_released_once_in_every_face(struct arena *perm)
{
	struct office o = office_open(0, false, perm);
	Str page = told(&o, &o.analyst, "", perm), json = told(&o, &o.head, ".json", perm), csv = told(&o, &o.lead, ".csv", perm);
	check(shows(page, "1 October 2023 to 30 September 2024, as they stood on 31 March 2025"));
	check(shows(page, ">40<") && shows(json, "\"applied\": 40") && shows(csv, "Female,40,20"));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM equality_total WHERE attribute = 'applied_sex'"), 1);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM equality_total WHERE members <> ''"), 0);
	struct reply moved = post_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment/AP-000002/move"), S("move=shortlist&held_on=1+Feb+2025"), perm);
	check_int(moved.status, 303);
	moved = post_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment/AP-000004/move"), S("move=shortlist&held_on=1+Feb+2025"), perm);
	check_int(moved.status, 303);
	check_str(told(&o, &o.lead, ".csv", perm), csv);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM equality_total WHERE attribute = 'applied_sex'"), 1);
	place_end(&o.it, perm);
}

/* An attack: seven more applied the day after the year ended. No address gives a span with them in it and another without. */
static void
no_two_spans_differ_by_a_few(struct arena *perm)
{
	struct office few = office_open(OTHERS, false, perm), none = office_open(0, false, perm);
	check_str(told(&few, &few.lead, ".csv?year=2024", perm), told(&none, &none.lead, ".csv?year=2024", perm));
	check_int(status(&few, &few.lead, "equality?year=2025", perm), 404);       /* told from 31 March 2026 */
	check_int(status(&few, &few.lead, "equality?year=2026", perm), 404);
	check_int(status(&few, &few.lead, "equality?year=2018", perm), 404);
	check_int(status(&few, &few.lead, "equality?year=x", perm), 400);
	static const char *const asks[] = { "on=2024-06-30", "unit=U-000001", "from=2024-01-01", "to=2024-10-01", "round=RN-000001", "show=sex", "q=x" };
	for (int i = 0; i < countof(asks); i++)
		check_int(status(&few, &few.lead, str_c(str_format(perm, "equality?%s", asks[i]), perm), perm), 400);
	place_end(&few.it, perm);
	place_end(&none.it, perm);
}

/* Who recruits sees no answer and no total; who sees totals sees no answer: not on a page, in a record, a list or a history. */
static void
whoever_shortlists_sees_neither_answers_nor_totals(struct arena *perm)
{
	struct office o = office_open(0, false, perm);
	check_int(status(&o, &o.officer, "equality", perm), 403);
	check_int(status(&o, &o.manager, "equality", perm), 403);
	Str letter = record_types[TYPE_CANDIDATE_EQUALITY].letter, many = type_address(TYPE_CANDIDATE_EQUALITY, perm);
	const struct visitor *everybody[] = { &o.officer, &o.manager, &o.head, &o.analyst };
	for (int i = 0; i < countof(everybody); i++) {
		struct reply list = get_as(o.it.site, everybody[i], str_format(perm, "/authorities/walsall/%.*s", STR_ARG(many)), perm);
		struct reply one = get_as(o.it.site, everybody[i], str_format(perm, "/authorities/walsall/%.*s/%.*s-000001", STR_ARG(many), STR_ARG(letter)), perm);
		check(!shows(list.body, "AP-000001") && !shows(one.body, "AP-000001"));
		check(!shows(one.body, "Female"));
	}
	/* nor does an HR lead, who keeps equality data and shortlists too: whose answer it is stands in no list and no history */
	check(!shows(get_as(o.it.site, &o.officer, S("/authorities/walsall/recruitment/AP-000001"), perm).body, "Female"));
	static const char *const pages[] = { "", "/history", "/history.csv", "/change" };
	for (int i = 0; i < countof(pages); i++) {
		struct reply page = get_as(o.it.site, &o.lead, str_format(perm, "/authorities/walsall/%.*s/%.*s-000001%s", STR_ARG(many),
			STR_ARG(letter), pages[i]), perm);
		check_int(page.status, 404);
		check(!shows(page.body, "Female") && !shows(page.body, "Zz1") && !shows(page.body, ",F,"));
	}
	place_end(&o.it, perm);
}

/* Everything a run takes away, on the day it is. */
static void
run_terms(struct office *o, struct arena *perm)
{
	struct error err = { "" };
	struct kept kept;
	struct retention_plan plan;
	struct deeds_verdict verdict;
	struct store *store = store_open(o->it.path, &err);
	Date today = date_of(2025, 11, 24);
	struct keep_apply apply = { S("walsall"), today, { S("machine"), WALLS_NOW } };
	check(store && retention_read(store, S("walsall"), today, &kept, perm, &err));
	retention_plan(&plan, &kept.roster, &kept.equality, &kept.keeping, today, perm);
	check_int(plan.candidates, WOMEN + MEN);
	check_int(plan.people, 0);
	bool changed = false;
	check(retention_apply(store, &apply, &kept, &plan, &changed, perm, &err) && !changed);
	check(store_deeds_verify(store, &verdict, perm, &err) && verdict.sound);
	store_close(store);
}

/* Who they were is in no record and no history; how many they were, and how far they came, is as before. */
static void
whoever_is_removed_still_counts(struct arena *perm)
{
	struct office kept = office_open(0, true, perm), gone = office_open(0, true, perm);
	check_int(asked_of_store(gone.it.path, "SELECT count(*) FROM candidate WHERE family_name LIKE 'Zz%'"), WOMEN + MEN);
	run_terms(&gone, perm);
	check_int(asked_of_store(gone.it.path, "SELECT count(*) FROM candidate WHERE family_name LIKE 'Zz%' OR email <> ''"), 0);
	check_int(asked_of_store(gone.it.path, "SELECT count(*) FROM candidate WHERE removed_on = '2025-11-24'"), WOMEN + MEN);
	check_int(asked_of_store(gone.it.path, "SELECT count(*) FROM application_step"), 2 * 50 + 50);
	check_int(asked_of_store(gone.it.path, "SELECT count(*) FROM record_change WHERE was LIKE '%Zz%' OR became LIKE '%Zz%'"), 0);
	check_str(told(&gone, &gone.lead, ".csv", perm), told(&kept, &kept.lead, ".csv", perm));
	check(!shows(get_as(gone.it.site, &gone.officer, S("/authorities/walsall/recruitment.csv?show=over"), perm).body, "Zz"));
	place_end(&kept.it, perm);
	place_end(&gone.it, perm);
}

/* As the first of those who are due applies once more, between what the run reads and what it takes away. */
static void
applies_again(struct store *store, const struct kept *kept, struct arena *perm)
{
	struct error err = { "" };
	struct changes changes = changes_new(perm);
	int64_t seq;
	struct change change = { .kind = ADD, .type = &record_types[TYPE_APPLICATION], .after = kept->council.of[TYPE_APPLICATION].at[0] };
	change.after.id = 0;
	change.after.ref = S("AP-900001");
	change.after.version = 1;
	changes_add(&changes, change);
	struct deed deed = { .authority = S("walsall"), .actor = S("public form"), .what = S("edit"), .object = S("application"), .at = WALLS_NOW };
	check_int(store_do(store, &deed, &changes, NULL, NULL, &seq, perm, &err), STORED);
}

static void
whoever_applies_again_while_a_run_plans_is_not_taken_away(struct arena *perm)
{
	struct office o = office_open(0, true, perm);
	struct error err = { "" };
	struct kept kept;
	struct retention_plan plan;
	bool changed = false;
	struct store *store = store_open(o.it.path, &err);
	Date today = date_of(2025, 11, 24);
	struct keep_apply apply = { S("walsall"), today, { S("machine"), WALLS_NOW } };
	check(store && retention_read(store, S("walsall"), today, &kept, perm, &err));
	retention_plan(&plan, &kept.roster, &kept.equality, &kept.keeping, today, perm);
	applies_again(store, &kept, perm);
	check(!retention_apply(store, &apply, &kept, &plan, &changed, perm, &err) && changed);
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM candidate WHERE family_name LIKE 'Zz%'"), WOMEN + MEN);
	check(retention_read(store, S("walsall"), today, &kept, perm, &err));
	retention_plan(&plan, &kept.roster, &kept.equality, &kept.keeping, today, perm);
	check_int(plan.candidates, WOMEN + MEN - 1);
	check(retention_apply(store, &apply, &kept, &plan, &changed, perm, &err));
	check_int(asked_of_store(o.it.path, "SELECT count(*) FROM candidate WHERE family_name LIKE 'Zz%'"), 1);
	store_close(store);
	place_end(&o.it, perm);
}

int
main(void)
{
	run(each_group_is_counted_and_held_against_the_largest);
	run(a_year_is_released_once_in_every_face);
	run(no_two_spans_differ_by_a_few);
	run(whoever_is_removed_still_counts);
	run(whoever_applies_again_while_a_run_plans_is_not_taken_away);
	run(whoever_shortlists_sees_neither_answers_nor_totals);
	return tests_end();
}
