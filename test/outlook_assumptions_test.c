/* outlook_assumptions_test.c: what is assumed, by whom, on which day. */
#include "check.h"
#include "councils.h"

#include "outlook/assumptions.h"

#define ROLES \
	"role R-1 2015-01-01 open title=Social worker; family=social_work; census_role=5; registered=yes\n" \
	"role R-2 2015-01-01 open title=Senior practitioner; family=social_work; census_role=4; registered=yes\n"

static void
every_assumption_says_what_it_rests_on_and_what_it_changes(struct arena *perm)
{
	for (int i = 0; i < ASSUMPTIONS; i++) {
		struct assumption_row row = assumption_row((enum assumption_id)i);
		enum assumption_id found;
		check(row.key.len && row.title.len && row.source.len && row.changes.len && row.grade.len == 1);
		check(row.grade.at[0] >= 'A' && row.grade.at[0] <= 'D');
		check(row.low <= row.value && row.value <= row.high && row.low >= 0);
		check(assumption_find(row.key, &found) && (int)found == i);
		check(assumption_words((enum assumption_id)i, row.value, perm).len > 0);
	}
	enum assumption_id none;
	check(!assumption_find(S("nothing"), &none));
}

/* Trials and pilots showed no effect on leaving: nothing is taken for one by default. A shock is not an initiative. */
static void
an_initiative_does_nothing_until_somebody_says_so(struct arena *perm)
{
	(void)perm;
	static const enum assumption_id initiatives[] = { ASSUME_PAYMENT, ASSUME_REBOUND, ASSUME_PROGRAMME, ASSUME_CASELOAD };
	for (int i = 0; i < countof(initiatives); i++)
		check_int(assumption_row(initiatives[i]).value, MICRO);
	check_int(assumption_row(ASSUME_PRESSURE).value, 0);
}

/* St Helens: 1,800 / 1,280 is 1.41. Walsall, April 2020: 9 social workers, 2 senior practitioners. 10 of 12 from overseas. */
static void
defaults_are_those_of_their_sources(struct arena *perm)
{
	(void)perm;
	check_int(assumption_row(ASSUME_AGENCY_PREMIUM).value / 10000, (1800 * 100 + 640) / 1280 - 100);
	check_int(assumption_row(ASSUME_NEWLY_PER_SENIOR).value, 9 * MICRO / 2);
	check_int(assumption_row(ASSUME_OVERSEAS_ARRIVES).value / 10000, 83);
	check_int(assumption_row(ASSUME_LEAVER_COST).value, (int64_t)27000 * MICRO);
}

static void
a_council_s_own_holds_from_its_day_and_of_a_role_before_all_roles(struct arena *perm)
{
	struct council *c = council_of(ROLES
		"assumption AS-1 2025-01-01 2025-12-31 what=pay; value=58000; low=50000; high=62000; source=Budget; grade=own; set_by=Board\n"
		"assumption AS-1 2026-01-01 open what=pay; value=60500; source=Budget; grade=own; set_by=Board\n"
		"assumption AS-2 2025-06-01 open what=pay; role=R-2; value=71000; source=Budget; grade=own; set_by=Finance\n", perm);
	struct assumed was = assumption_value(c, ASSUME_PAY, S(""), date_of(2024, 12, 31));
	check(!was.own && was.value == (int64_t)60000 * MICRO && was.who.len == 0 && str_equal(was.grade, S("D")));
	struct assumed is = assumption_value(c, ASSUME_PAY, S(""), date_of(2025, 1, 1));
	check(is.own && is.value == (int64_t)58000 * MICRO && is.low == (int64_t)50000 * MICRO && is.since.day == date_of(2025, 1, 1).day);
	check_str(is.who, S("Board"));
	is = assumption_value(c, ASSUME_PAY, S("R-1"), date_of(2026, 3, 1));
	check_int(is.value / MICRO, 60500);
	check_int(is.low / MICRO, 60500);
	check_int(assumption_value(c, ASSUME_PAY, S("R-2"), date_of(2025, 5, 31)).value / MICRO, 58000);
	check_int(assumption_value(c, ASSUME_PAY, S("R-2"), date_of(2025, 6, 1)).value / MICRO, 71000);
	check(!assumption_value(c, ASSUME_LEAD, S("R-2"), date_of(2025, 6, 1)).own);
	check(!assumption_value(NULL, ASSUME_PAY, S("R-2"), date_of(2025, 6, 1)).own);
}

static void
a_number_is_told_in_its_unit(struct arena *perm)
{
	check_str(assumption_words(ASSUME_LEAVER_COST, (int64_t)27000 * MICRO, perm), S("\u00A327,000"));
	check_str(assumption_words(ASSUME_LEAD, 2500000, perm), S("2.5 months"));
	check_str(assumption_words(ASSUME_LEAD, MICRO, perm), S("1 month"));
	check_str(assumption_words(ASSUME_AGENCY_PREMIUM, 410000, perm), S("41%"));
	check_str(assumption_words(ASSUME_PAYMENT, MICRO, perm), S("no change"));
	check_str(assumption_words(ASSUME_PAYMENT, 770000, perm), S("23% less"));
	check_str(assumption_words(ASSUME_INSPECTION, 1300000, perm), S("30% more"));
	check_str(assumption_words(ASSUME_NEWLY_PER_SENIOR, 4500000, perm), S("4.5"));
}

int
main(void)
{
	run(every_assumption_says_what_it_rests_on_and_what_it_changes);
	run(an_initiative_does_nothing_until_somebody_says_so);
	run(defaults_are_those_of_their_sources);
	run(a_council_s_own_holds_from_its_day_and_of_a_role_before_all_roles);
	run(a_number_is_told_in_its_unit);
	return tests_end();
}
