/* roster_test.c: a roster from records: numbers for refs, what holds on a day, what leads nowhere. */
#include "check.h"
#include "councils.h"

#define POST "post P-1 2018-01-01 2024-12-31 title=Old; unit=U-1; role=R-1; fte=1; status=funded\n" \
	"post P-1 2025-01-01 open title=New; unit=U-1; role=R-1; fte=0.6; status=frozen\n"

static void
refs_become_numbers_and_unknown_ones_are_not_there(struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of("unit U-1 2015-01-01 open name=A; kind=team\n" POST
		"role R-1 2015-01-01 open title=B; family=social_work; census_role=5; registered=yes\n"
		"person N-2 family_name=Lee; given_names=Cy\nperson N-1 family_name=Oddie; given_names=Ann\n"
		"spell S-1 2018-01-01 open person=N-2; post=P-1; basis=agency; fte=0.123456; agency=Acme; origin=10\n",
		perm), perm);
	check_int(r.person_count, 2);
	check_int(roster_person(&r, S("N-2")), 1);
	check_int(roster_person(&r, S("N-3")), NOT_THERE);
	check_int(roster_person(&r, S("")), NOT_THERE);
	check_int(roster_unit(&r, S("U-2")), NOT_THERE);
	check_int(roster_post(&r, S("P")), NOT_THERE);
	check_int(roster_spell(&r, S("S-1")), 0);
	const struct spell_row *row = spell_last(&r, 0);
	check(row->person == 1 && row->post == 0 && row->basis == AGENCY && row->covers == NOT_THERE);
	check_int(row->fte, 123456);
	check_int(row->origin, 10);
	check_str(row->agency, S("Acme"));
	check_int(r.person_spells_begin[1], 0);
	check_int(r.person_spells_begin[2], 1);
}

static void
the_row_of_a_day_is_the_one_that_holds_on_it(struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of("unit U-1 2015-01-01 2015-12-31 name=A; kind=team\n"
		"unit U-1 2017-01-01 open name=B; kind=team\n"
		"role R-1 2015-01-01 open title=B; family=health; census_role=0; registered=no\n" POST, perm), perm);
	check_str(post_on(&r, 0, date_of(2024, 12, 31))->title, S("Old"));
	check_str(post_on(&r, 0, date_of(2025, 1, 1))->title, S("New"));
	check_int(post_on(&r, 0, date_of(2025, 1, 1))->status, FROZEN);
	check_int(post_on(&r, 0, date_of(2025, 1, 1))->fte, 600000);
	check(post_on(&r, 0, date_of(2017, 12, 31)) == NULL);
	check_str(post_on(&r, 0, DATE_OPEN)->title, S("New"));
	check(unit_on(&r, 0, date_of(2016, 6, 1)) == NULL);              /* a hole */
	check_str(unit_on(&r, 0, date_of(2017, 1, 1))->name, S("B"));
	check(role_on(&r, 0, date_of(2020, 1, 1))->family == HEALTH);
	check(!role_on(&r, 0, date_of(2020, 1, 1))->registered);
}

static void
a_spell_is_all_its_rows(struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of("person N-1 family_name=A; given_names=B\n"
		"spell S-1 2018-01-01 2019-12-31 person=N-1; post=P-1; basis=permanent; fte=1\n"
		"spell S-1 2020-01-01 2021-12-31 person=N-1; post=P-1; basis=permanent; fte=0.5; reason=5\n"
		"spell S-2 2017-01-01 open person=N-1; post=P-1; basis=permanent; fte=0.5\n", perm), perm);
	check_int(spell_period(&r, 0).first.day, date_of(2018, 1, 1).day);
	check_int(spell_period(&r, 0).last.day, date_of(2021, 12, 31).day);
	check_int(spell_period(&r, 1).last.day, DATE_OPEN.day);
	check_int(spell_last(&r, 0)->reason, 5);
	check_int(spell_on(&r, 0, date_of(2019, 12, 31))->fte, MICRO);
	check_int(spell_on(&r, 0, date_of(2020, 1, 1))->fte, MICRO / 2);
	check(spell_on(&r, 0, date_of(2022, 1, 1)) == NULL);
	check(r.person_spells[0] == 1 && r.person_spells[1] == 0);       /* by first day */
}

static void
merged_people_give_the_other_number_everywhere(struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of("person N-1 family_name=A; given_names=B\n"
		"person N-2 family_name=A; given_names=B; merged_into=N-1\n"
		"person N-3 family_name=A; given_names=B; merged_into=N-2\n"
		"spell S-1 2018-01-01 open person=N-3; post=P-1; basis=permanent; fte=1\n"
		"absence B-1 2018-02-01 2018-02-03 person=N-2; kind=sickness; days_lost=2.5\n"
		"caseload C-1 person=N-3; day=2018-02-01; cases=17\n"
		"registration G-1 2018-01-01 open person=N-2; number=SW123\n", perm), perm);
	check_int(spell_last(&r, 0)->person, 0);
	check_int(r.absences[0].person, 0);
	check_int(r.absences[0].days_lost, 2500000);
	check_int(r.caseloads[0].person, 0);
	check_int(r.caseloads[0].cases, 17);
	check_str(r.people[0].swe, S("SW123"));
	check_int(r.people[2].merged_into, 1);
	check_int(r.person_spells_begin[1], 1);
	check_int(r.person_spells_begin[3], 1);
}

static void
people_merged_in_a_ring_and_references_to_nothing_do_no_harm(struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of("person N-1 family_name=A; given_names=B; merged_into=N-2\n"
		"person N-2 family_name=A; given_names=B; merged_into=N-1\n"
		"person N-3 family_name=A; given_names=B; merged_into=N-99\n"
		"unit U-1 2015-01-01 open name=A; kind=team; parent=U-2\n"
		"unit U-2 2015-01-01 open name=B; kind=team; parent=U-1\n"
		"post P-1 2015-01-01 open title=A; unit=U-9; role=R-9; fte=1; status=funded; reports_to=P-9\n"
		"spell S-1 2018-01-01 open person=N-1; post=P-1; basis=cover; fte=1; covers=S-9\n"
		"spell S-2 2018-01-01 open person=N-9; post=P-9; basis=permanent; fte=1\n"
		"absence B-1 2018-02-01 2018-02-03 person=N-9; kind=sickness; days_lost=2\n"
		"caseload C-1 person=N-9; day=2018-02-01; cases=17\n", perm), perm);
	check(spell_last(&r, 0)->person != NOT_THERE);
	check_int(spell_last(&r, 0)->covers, NOT_THERE);
	check_int(spell_last(&r, 1)->person, NOT_THERE);
	check_int(spell_last(&r, 1)->post, NOT_THERE);
	check_int(r.post_rows[0].unit, NOT_THERE);
	check_int(r.post_rows[0].role, NOT_THERE);
	check_int(r.absence_count, 0);
	check_int(r.caseload_count, 0);
	check_int(r.people[2].merged_into, NOT_THERE);
	check(unit_within(&r, 0, 1, date_of(2020, 1, 1)));               /* a ring, and it ends */
	check(!unit_within(&r, 0, 7, date_of(2020, 1, 1)));
	int units[2], depths[2];
	check(roster_tree(&r, date_of(2020, 1, 1), units, depths) <= 2);
}

static void
a_council_of_nothing_is_a_roster_of_nothing(struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of("", perm), perm);
	check(r.unit_count == 0 && r.person_count == 0 && r.post_count == 0 && r.spell_count == 0);
	check_int(roster_person(&r, S("N-1")), NOT_THERE);
	check_int(r.person_spells_begin[0], 0);
}

static void
who_holds_a_post_and_who_is_paid_are_two_questions(struct arena *perm)
{
	(void)perm;
	static const struct { enum basis basis; bool holds, paid; } bases[] = {
		{ PERMANENT, true, true }, { FIXED_TERM, true, true }, { ACTING, true, true },
		{ SECONDED_IN, true, false }, { PARTNER_EMPLOYED, true, false },
		{ AGENCY, false, false }, { COVER, false, true },
	};
	for (int i = 0; i < countof(bases); i++) {
		check_int(basis_holds(bases[i].basis), bases[i].holds);
		check_int(basis_employed(bases[i].basis), bases[i].paid);
	}
}

static void
a_post_is_called_by_the_councils_number_and_else_by_ours(struct arena *perm)
{
	struct roster r;
	roster_build(&r, council_of("unit U-1 2015-01-01 open name=A; kind=team\n"
		"post P-1 2018-01-01 2019-12-31 title=A; unit=U-1; number=OLD1\n"
		"post P-1 2020-01-01 open title=A; unit=U-1; number=NEW1\npost P-2 2018-01-01 open title=B; unit=U-1\n", perm), perm);
	check_str(post_called(&r, 0, date_of(2019, 6, 1)), S("OLD1"));
	check_str(post_called(&r, 0, date_of(2020, 1, 1)), S("NEW1"));
	check_str(post_called(&r, 0, date_of(2010, 1, 1)), S("OLD1"));     /* the first it had */
	check_str(post_called(&r, 1, date_of(2020, 1, 1)), S("P-2"));
}

int
main(void)
{
	run(refs_become_numbers_and_unknown_ones_are_not_there);
	run(the_row_of_a_day_is_the_one_that_holds_on_it);
	run(a_spell_is_all_its_rows);
	run(merged_people_give_the_other_number_everywhere);
	run(people_merged_in_a_ring_and_references_to_nothing_do_no_harm);
	run(a_council_of_nothing_is_a_roster_of_nothing);
	run(who_holds_a_post_and_who_is_paid_are_two_questions);
	run(a_post_is_called_by_the_councils_number_and_else_by_ours);
	return tests_end();
}
