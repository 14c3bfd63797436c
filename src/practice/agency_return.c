/* agency_return.c: the checks of a quarter's return, one row each. */
#include "practice/agency_quarter.h"

enum return_check {
	MISSING_NUMBER, MISSING_RATE, WRONG_DAYS, MISSING_FLAG, NO_ASSIGNMENT, MISSING_COST, COST_APART, MISSING_DEGREE,
	MISSING_EXPLANATION, DEGREE_TOO_GOOD, MISSING_AGENCIES, CENSUS_DIFFERS, NO_ITEM_NAMES, NOT_OVER, RETURN_CHECKS
};

const struct agency_return_check_row agency_return_checks[] = {
	[MISSING_NUMBER] = { STR("number-missing"), STR("Every worker has a Social Work England number"), MISTAKE },
	[MISSING_RATE] = { STR("rate-missing"), STR("Every assignment has its pay an hour"), MISTAKE },
	[WRONG_DAYS] = { STR("days"), STR("An assignment does not end before it begins"), MISTAKE },
	[MISSING_FLAG] = { STR("project-flag"), STR("Conditions of a project team are said only with its name"), QUERY },
	[NO_ASSIGNMENT] = { STR("no-assignment"), STR("Every agency worker in a role of the census has an assignment"), MISTAKE },
	[MISSING_COST] = { STR("cost-missing"), STR("Each of the three months has its cost"), MISTAKE },
	[COST_APART] = { STR("cost-apart"), STR("The ledger\u2019s cost and what assignments come to are within a tenth"), QUERY },
	[MISSING_DEGREE] = { STR("degree-missing"), STR("How far each rule was kept is said"), MISTAKE },
	[MISSING_EXPLANATION] = { STR("explanation-missing"), STR("A rule that was not kept in full has its explanation"), MISTAKE },
	[DEGREE_TOO_GOOD] = { STR("degree-too-good"), STR("A rule said to be kept in full has no breach"), MISTAKE },
	[MISSING_AGENCIES] = { STR("agencies-missing"), STR("Agencies of concern are named, or said to be none"), MISTAKE },
	[CENSUS_DIFFERS] = { STR("census-differs"),
		STR("On 30 September, assignments and the census\u2019s agency workers are the same people"), QUERY },
	[NO_ITEM_NAMES] = { STR("official-names"), STR("Our items have the names that the official guidance gives them"), QUERY },
	[NOT_OVER] = { STR("not-over"), STR("The quarter is over"), QUERY },
};
const int agency_return_check_count = RETURN_CHECKS;
_Static_assert(countof(agency_return_checks) == RETURN_CHECKS, "a row for each check");

struct checking { const struct agency_return *of; struct findings found; struct arena *perm; };

static void
find(struct checking *in, enum return_check check, Str record, Str wrong, Str mend)
{
	const struct agency_return_check_row *row = &agency_return_checks[check];
	findings_add(&in->found, (struct finding){ .severity = row->severity, .code = row->code, .record = record,
		.wrong = wrong, .mend = mend });
}

static void
check_assignment(struct checking *in, const struct assignment *a)
{
	const struct roster *r = in->of->agency.roster;
	if (a->person == NOT_THERE || r->people[a->person].swe.len == 0)
		find(in, MISSING_NUMBER, a->ref, S("the worker has no Social Work England number"),
		     S("enter it as a registration of the person"));
	if (a->pay.pay == NO_PENCE)
		find(in, MISSING_RATE, a->ref, S("the pay an hour is not entered"), S("enter it on the assignment"));
	if (a->last.day < a->starts.day || a->planned_end.day < a->starts.day)
		find(in, WRONG_DAYS, a->ref, S("it ends before it begins"), S("mend the days of the assignment"));
	if (!a->in_project && (a->workers_approved == 1 || a->costs_split == 1 || a->council_controls == 1))
		find(in, MISSING_FLAG, a->ref, S("conditions of a project team are answered, and no project team is named"),
		     S("name the project team, or empty the answers"));
}

static void
check_month(struct checking *in, const struct quarter_month *month)
{
	struct civil civil = date_civil(month->month);
	Str name = str_format(in->perm, "%d-%02d", civil.year, civil.month);
	if (month->entered == NO_PENCE) {
		find(in, MISSING_COST, name, S("the cost of the month is not entered"), S("enter it as an agency cost"));
		return;
	}
	int64_t apart = month->entered - month->worked_out;
	if (10 * (apart < 0 ? -apart : apart) > month->entered)
		find(in, COST_APART, name, str_format(in->perm, "the ledger has %.*s and the assignments come to %.*s%s",
			STR_ARG(pence_words(month->entered, in->perm)), STR_ARG(pence_words(month->worked_out, in->perm)),
			month->unknown ? ", some of them unknown" : ""), S("find what is missing on either side"));
}

static void
check_rule(struct checking *in, int check)
{
	const struct quarter_rule *rule = &in->of->rules[check];
	const struct agency_check_row *row = &agency_checks[check];
	int broken = rule->counts[VERDICT_BREACH] + rule->counts[VERDICT_SIGNED];
	if (rule->degree == DEGREE_NOT_SAID)
		find(in, MISSING_DEGREE, row->code, str_format(in->perm, "how far \u201c%.*s\u201d was kept is not said",
			STR_ARG(str_lower(row->title, in->perm))), S("say it on the page of the quarter"));
	if (rule->degree == DEGREE_FULL && broken)
		find(in, DEGREE_TOO_GOOD, row->code, str_format(in->perm, "it is said to be kept in full, and %d assignment%s broke it",
			broken, broken == 1 ? "" : "s"), S("say in part, and explain"));
	if ((rule->degree == DEGREE_PART || rule->degree == DEGREE_NONE) && rule->explanation.len == 0)
		find(in, MISSING_EXPLANATION, row->code, S("it was not kept in full, and no explanation is given"),
		     S("explain it on the page of the quarter"));
}

static void
check_names(struct checking *in)
{
	const struct record_type *type = &record_types[TYPE_AGENCY_ITEM];
	const struct field *items = &type->fields[field_find(type, S("item"))];
	int without = 0;
	for (int i = 0; i < items->choice_count; i++)
		without += agency_official(in->of->agency.roster->council, items->choices[i].code, in->of->agency.day).name.len == 0;
	if (without)
		find(in, NO_ITEM_NAMES, S(""), str_format(in->perm, "%d of %d items have no official name entered", without,
			items->choice_count), S("take them from the DfE\u2019s operational guidance, and enter them as items of the return"));
}

static void
check_census(struct checking *in)
{
	struct agency_cross cross;
	if (in->of->quarter.number != 3)
		return;
	agency_cross_check(&cross, in->of, in->perm);
	if (cross.census_only_count || cross.assignment_only_count)
		find(in, CENSUS_DIFFERS, S(""), str_format(in->perm, "the census counts %d agency workers on 30 September, and "
			"assignments %d; %d are in both", cross.census, cross.assignments, cross.both),
		     S("look at those that are in one only"));
}

struct findings
agency_return_check(const struct agency_return *of, struct arena *perm)
{
	struct checking in = { of, findings_new(perm), perm };
	for (int i = 0; i < of->row_count; i++)
		check_assignment(&in, &of->agency.assignments[of->rows[i]]);
	for (int i = 0; i < of->without_count; i++)
		find(&in, NO_ASSIGNMENT, of->agency.roster->spells[of->without[i]].ref,
		     S("an agency worker\u2019s time in post has no assignment"), S("enter the assignment"));
	for (int m = 0; m < QUARTER_MONTHS; m++)
		check_month(&in, &of->months[m]);
	for (int c = 0; c < STATUTORY_CHECKS; c++)
		check_rule(&in, c);
	if (of->agencies.len == 0)
		find(&in, MISSING_AGENCIES, S(""), S("agencies of concern are not said"), S("name them, or write \u201cnone\u201d"));
	check_census(&in);
	check_names(&in);
	if (of->agency.day.day < of->quarter.when.last.day)
		find(&in, NOT_OVER, S(""), S("the quarter is not over yet"), S("look again after its last day"));
	return in.found;
}
