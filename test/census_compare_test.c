/* census_compare_test.c: what is asked of a return beside the one before it.
 *
 * In 2024 Ann and Ben were in post and Cas from an agency; Dee worked for an agency. In 2025 Ben left in March,
 * and Dee has started. So 2 in post, 1 more and 1 fewer are 2; nothing is to be asked.
 */
#include "check.h"
#include "made_return.h"

#include "census/compare.h"

#define BEN_IN_POST "2.RoleEndDate=-;2.LeaverDestination=-;2.ReasonLeave=-;2.FTE=0.8;2.FTE30=0.8;2.Cases30=9"
#define DEE_ELSEWHERE "4.AgencyWorker=1;4.SWENo=SW7777"

struct both { struct made *before, *now; struct continuity continuity; struct findings found; };

static struct both
both_of(const char *before, const char *now, struct arena *perm)
{
	struct both both = { made_in(2024, perm), made_in(2025, perm), { 0 }, findings_new(perm) };
	change(both.before, BEN_IN_POST ";" DEE_ELSEWHERE, 2024, perm);
	change(both.before, before, 2024, perm);
	change(both.now, now, 2025, perm);
	return_settle(&both.before->ret);
	return_settle(&both.now->ret);
	census_continuity(&both.continuity, &both.now->ret, &both.before->ret, &both.found, perm);
	return both;
}

/* How each rule is broken, and a change beside it that does not break it. */
static const struct breach {
	const char *code, *before, *now, *sound_before, *sound_now;
	int worker;                  /* 0: the whole file */
	enum item item;
	const char *says, *also;
} breaches[] = {
	{ "Y001", "", "2.SWENo=SW9;2.PersonBirthDate=-;2.RoleStartDate=-", "2.AgencyWorker=1", "2.AgencyWorker=1", 0, NO_ITEM,
		"SW1002: was in post on 30 September 2024 with 0.8 FTE in role 4 (Senior practitioner)", "" },
	{ "Y002", "", "1.RoleStartDate=2025-01-06;1.FTE30=1", "1.AgencyWorker=1", "1.RoleStartDate=2025-01-06", ANN, ITEM_START,
		"6 January 2025, and this person was in post on 30 September 2024", "" },
	{ "Y002", "", "1.RoleStartDate=2024-10-01;1.FTE30=1", "", "1.RoleStartDate=2024-09-30", ANN, ITEM_START, "1 October 2024", "" },
	{ "Y003", "1.AgencyWorker=1", "", "1.AgencyWorker=1", "1.RoleStartDate=2024-10-01", ANN, ITEM_START, "1 April 2012", "Y007" },
	{ "Y003", "2.AgencyWorker=1", "", "", "", BEN, ITEM_START, "2 September 2013", "" },
	{ "Y004", "1.PersonBirthDate=1985-05-18", "", "", "1.PersonBirthDate=-", ANN, ITEM_BORN,
		"is 17 May 1985, and was 18 May 1985 in the return of 2024", "" },
	{ "Y004", "", "1.Sex=M", "", "1.Sex=-", ANN, ITEM_SEX, "is M (Male), and was female", "" },
	{ "Y004", "", "1.Ethnicity=AIND", "1.Ethnicity=NOBT", "1.Ethnicity=AIND", ANN, ITEM_ETHNICITY, "was WBRI (White British)", "" },
	{ "Y005", "", "1.FTE30=0.9", "1.FTE=0.9", "1.FTE30=0.9", ANN, ITEM_FTE_BEFORE, "is 0.9, and FTE was 1 in the return of 2024", "" },
	/* 22 in post, one more and one fewer are 22: 19 are 3 (14%) too few, 20 only 2; of 30, 27 are a tenth too few */
	{ "Y006", "copies=20", "copies=17", "copies=20", "copies=18", 0, NO_ITEM,
		"22 people in post in 2024, with 1 starters and without 1 leavers, are 22, and the return has 19", "Y001 Y007" },
	{ "Y006", "copies=10", "copies=15", "copies=28", "copies=25", 0, NO_ITEM, "are 12, and the return has 17", "Y003 Y007" },
	{ "Y007", "", "NumberOfVacancies=7.5", "", "NumberOfVacancies=7.4", 0, NO_ITEM, "was 2.5 FTE in 2024, and is 7.5 FTE", "" },
	{ "Y007", "NumberOfVacancies=5", "NumberOfVacancies=10.1", "NumberOfVacancies=5", "NumberOfVacancies=10", 0, NO_ITEM, "10.1", "" },
	{ "Y007", "NumberOfVacancies=20", "NumberOfVacancies=50", "NumberOfVacancies=20", "NumberOfVacancies=-", 0, NO_ITEM, "50.0", "" },
	{ "Y008", "1.RoleEndDate=2024-05-31;1.FTE=0", "1.FTE30=0", "1.RoleEndDate=2024-05-31;1.FTE=0",
		"1.RoleStartDate=2024-11-11;1.FTE30=0", ANN, ITEM_START, "is 1 April 2012, as it was when this person left on 31 May 2024", "" },
	{ "Y009", "", "1.SWENo=SW1010", "1.PersonBirthDate=-", "1.SWENo=SW1010", ANN, ITEM_SWE, "SW1001 of 2024", "" },
	{ "Y010", "", "1.OrgRole=3", "1.OrgRole=6", "1.OrgRole=4", ANN, ITEM_ROLE,
		"is 3 (First line manager), and was 5 (Case holder) in the return of 2024", "" },
	{ "Y010", "1.OrgRole=2", "", "1.OrgRole=4", "", ANN, ITEM_ROLE, "was 2 (Middle manager)", "" },
};

static int
count_of(const struct findings *found, const char *code)
{
	int count = 0;
	for (ptrdiff_t i = 0; i < found->count; i++)
		count += str_equal(found->at[i].code, str_of(code));
	return count;
}

static void
check_finding(const struct breach *row, const struct finding *told, struct arena *perm)
{
	Str text = finding_text(told, perm);
	if (!str_equal(told->code, str_of(row->code))) {
		if (str_find(str_of(row->also), told->code) < 0)
			printf("%s: %.*s\n", row->code, STR_ARG(text));
		check(str_find(str_of(row->also), told->code) >= 0);
		return;
	}
	if (str_find(text, str_of(row->says)) < 0)
		printf("%s: \"%s\" is not in: %.*s\n", row->code, row->says, STR_ARG(text));
	check(str_find(text, str_of(row->says)) >= 0);
	check_int(told->severity, QUERY);
	check_int(told->line / 1000, row->worker);
	check_str(told->field, row->item == NO_ITEM ? S("") : item_rows[row->item].name);
}

static void
each_rule_asks_about_what_changed_and_not_about_what_did_not(struct arena *perm)
{
	for (ptrdiff_t i = 0; i < countof(breaches); i++) {
		struct arena scratch = *perm;
		struct both broken = both_of(breaches[i].before, breaches[i].now, &scratch);
		if (count_of(&broken.found, breaches[i].code) != 1)
			printf("%s is told %d times\n", breaches[i].code, count_of(&broken.found, breaches[i].code));
		check_int(count_of(&broken.found, breaches[i].code), 1);
		for (ptrdiff_t k = 0; k < broken.found.count; k++)
			check_finding(&breaches[i], &broken.found.at[k], &scratch);
		struct both sound = both_of(breaches[i].sound_before, breaches[i].sound_now, &scratch);
		if (count_of(&sound.found, breaches[i].code))
			printf("%s is told of %s and %s\n", breaches[i].code, breaches[i].sound_before, breaches[i].sound_now);
		check_int(count_of(&sound.found, breaches[i].code), 0);
	}
}

static void
each_rule_that_compares_has_a_breach(struct arena *perm)
{
	(void)perm;
	for (int i = 0; i < census_rule_count(); i++) {
		const struct census_rule *rule = census_rule_at(i);
		bool there = false;
		for (ptrdiff_t k = 0; k < countof(breaches); k++)
			there |= str_equal(rule->code, str_of(breaches[k].code));
		check_int(there, rule->scope == OF_LAST_YEAR);
		check(rule->scope != OF_LAST_YEAR || rule->severity == QUERY);
	}
}

static void
a_return_that_follows_from_the_one_before_is_asked_nothing(struct arena *perm)
{
	struct both both = both_of("", "", perm);
	for (ptrdiff_t i = 0; i < both.found.count; i++)
		printf("%s\n", str_c(finding_text(&both.found.at[i], perm), perm));
	check_int(both.found.count, 0);
	check_int(both.continuity.matched, 2);
	check_int(both.continuity.come, 1);
	check_int(both.continuity.gone, 0);
	check_int(both.continuity.renumbered, 0);
	check_int(both.continuity.expected.micro, 2 * MICRO);
	check(both.continuity.moved_count > 5);
}

/* Twins who began on one day, both with new numbers: who is who cannot be said. */
static void
people_with_the_same_dates_are_not_taken_for_each_other(struct arena *perm)
{
	struct both both = both_of("copies=01", "copies=01;1.SWENo=SW31;5.SWENo=SW32", perm);
	check_int(both.continuity.renumbered, 0);
	check_int(count_of(&both.found, "Y001"), 2);
	check_int(count_of(&both.found, "Y003"), 2);
	both = both_of("copies=01;5.PersonBirthDate=1985-05-18", "copies=01;1.SWENo=SW31;5.SWENo=SW32;5.PersonBirthDate=1985-05-18", perm);
	check_int(both.continuity.renumbered, 2);
	check_int(count_of(&both.found, "Y009"), 2);
	check_int(count_of(&both.found, "Y001"), 0);
}

/* A second role that began this year is no second start; a leaver who came back is a starter. */
static void
a_second_role_and_a_return_are_no_second_start(struct arena *perm)
{
	struct both both = both_of("", "copies=01;5.SWENo=SW1001;5.RoleStartDate=2025-02-03;1.FTE=0.5;5.FTE=0.5;5.FTE30=0;5.OrgRole=4;5.WorkingDaysLost=0;5.Cases30=0", perm);
	check_int(both.found.count, 0);
	both = both_of("", "copies=01;5.SWENo=SW1001;5.RoleStartDate=2025-02-03;5.FTE30=0;1.FTE=0;1.RoleEndDate=2024-12-01", perm);
	check_int(count_of(&both.found, "Y002"), 0);
	check_int(count_of(&both.found, "Y001"), 0);
}

static void
records_without_numbers_and_empty_returns_are_laid_beside_each_other_too(struct arena *perm)
{
	struct both both = both_of("*.SWENo=-;*.RoleStartDate=-", "*.SWENo=;*.RoleStartDate=-", perm);
	check_int(both.continuity.matched, 0);
	check_int(both.continuity.gone, 2);
	check_int(both.continuity.come, 3);
	struct census_return before = { .year = 2024 }, now = { .year = 2025 };
	struct findings found = findings_new(perm);
	struct continuity continuity;
	census_continuity(&continuity, &now, &before, &found, perm);
	check_int(found.count, 0);
}

int
main(void)
{
	run(each_rule_asks_about_what_changed_and_not_about_what_did_not);
	run(each_rule_that_compares_has_a_breach);
	run(a_return_that_follows_from_the_one_before_is_asked_nothing);
	run(people_with_the_same_dates_are_not_taken_for_each_other);
	run(a_second_role_and_a_return_are_no_second_start);
	run(records_without_numbers_and_empty_returns_are_laid_beside_each_other_too);
	return tests_end();
}
