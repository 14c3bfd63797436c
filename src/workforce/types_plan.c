/* types_plan.c: the fields of over-establishment tickets and of a council's own assumptions, one row a field. */
#include "workforce/types_plan.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)

/* ---- tickets ----------------------------------------------------------------------------------- */

static const struct choice ticket_reasons[] = {
	{ STR("turnover"), STR("Leavers that are expected") },
	{ STR("support"), STR("Support for less experienced workers") },
	{ STR("cohort"), STR("A cohort that arrives together") }, { STR("other"), STR("Other") },
};
static const struct choice ticket_decisions[] = {
	{ STR("approved"), STR("Approved") }, { STR("refused"), STR("Refused") },
};
static const struct choice absorptions[] = {
	{ STR("leaver"), STR("Into the post of somebody who left") },
	{ STR("promotion"), STR("Into the post of somebody who was promoted") },
	{ STR("move"), STR("Into the post of somebody who moved") },
	{ STR("new_post"), STR("Into a new post") },
};
static const struct choice closings[] = {
	{ STR("absorbed"), STR("Absorbed into the establishment") }, { STR("unfilled"), STR("Not filled in time") },
	{ STR("left"), STR("Whoever filled it left") }, { STR("other"), STR("No longer needed") },
};

#define OF_REQUEST .group = GROUP_REQUESTS
#define OF_DECISION .group = GROUP_APPROVALS

const struct field ticket_fields[TICKET_FIELDS] = {
	{ .name = STR("role"), .label = STR("Role"), .kind = FIELD_REF, OF_REQUEST, .required = true, .refers = STR("role") },
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, OF_REQUEST, .required = true, .refers = STR("unit") },
	{ .name = STR("proposal"), .label = STR("Proposal"), .kind = FIELD_TEXT, OF_REQUEST, .most = 100,
	  .hint = STR("What tickets that were asked for together have in common, such as: over-recruitment, April 2020") },
	{ .name = STR("reason"), .label = STR("Why"), .kind = FIELD_CHOICE, OF_REQUEST, .required = true,
	  CHOICES(ticket_reasons) },
	{ .name = STR("why"), .label = STR("Why, in words"), .kind = FIELD_NOTE, OF_REQUEST, .required = true, .most = 1000,
	  .hint = STR("Whoever decides reads it") },
	{ .name = STR("starts_on"), .label = STR("From"), .kind = FIELD_DATE, OF_REQUEST, .required = true },
	{ .name = STR("expires_on"), .label = STR("Expires on"), .kind = FIELD_DATE, OF_REQUEST, .required = true,
	  .hint = STR("The day by which it should be absorbed into the establishment") },
	{ .name = STR("cost_year"), .label = STR("Expected cost a year"), .kind = FIELD_MONEY, OF_REQUEST, .most = 1000000,
	  .hint = STR("Pay and on-costs of one such post") },
	{ .name = STR("asked_by"), .label = STR("Asked by"), .kind = FIELD_TEXT, OF_REQUEST },
	{ .name = STR("asked_on"), .label = STR("Asked on"), .kind = FIELD_DATE, OF_REQUEST },
	{ .name = STR("withdrawn_on"), .label = STR("Withdrawn on"), .kind = FIELD_DATE, OF_REQUEST },
	{ .name = STR("decision"), .label = STR("Decision"), .kind = FIELD_CHOICE, OF_DECISION, CHOICES(ticket_decisions) },
	{ .name = STR("decided_by"), .label = STR("Decided by"), .kind = FIELD_TEXT, OF_DECISION },
	{ .name = STR("decided_on"), .label = STR("Decided on"), .kind = FIELD_DATE, OF_DECISION },
	{ .name = STR("decision_why"), .label = STR("Why so decided"), .kind = FIELD_NOTE, OF_DECISION, .most = 1000 },
	{ .name = STR("post"), .label = STR("Post over establishment"), .kind = FIELD_REF, OF_REQUEST, .refers = STR("post") },
	{ .name = STR("absorbed_how"), .label = STR("How it was absorbed"), .kind = FIELD_CHOICE, OF_REQUEST,
	  CHOICES(absorptions), .hint = STR("Only where times in post do not show it") },
	{ .name = STR("absorbed_on"), .label = STR("Absorbed on"), .kind = FIELD_DATE, OF_REQUEST },
	{ .name = STR("closed_on"), .label = STR("Closed on"), .kind = FIELD_DATE, OF_REQUEST },
	{ .name = STR("closed_why"), .label = STR("Why closed"), .kind = FIELD_CHOICE, OF_REQUEST, CHOICES(closings) },
	{ .name = STR("closed_note"), .label = STR("Why closed, in words"), .kind = FIELD_NOTE, OF_REQUEST, .most = 1000 },
};

/* ---- assumptions ------------------------------------------------------------------------------- */

const struct choice assumption_whats[ASSUMPTIONS] = {
	[ASSUME_PAY] = { STR("pay"), STR("Pay and on-costs of a post, a year") },
	[ASSUME_AGENCY_PREMIUM] = { STR("agency_premium"), STR("What agency costs beyond a permanent worker") },
	[ASSUME_AGENCY_COVER] = { STR("agency_cover"), STR("Vacancies that agency covers") },
	[ASSUME_LEAVER_COST] = { STR("leaver_cost"), STR("What a leaver costs") },
	[ASSUME_HIRE_COST] = { STR("hire_cost"), STR("What a hire costs") },
	[ASSUME_INDUCTION_COST] = { STR("induction_cost"), STR("What an induction costs") },
	[ASSUME_LEAD] = { STR("lead"), STR("Time from left to filled") },
	[ASSUME_SHORTLISTED] = { STR("shortlisted"), STR("Applicants who are shortlisted") },
	[ASSUME_APPOINTED] = { STR("appointed"), STR("Shortlisted who are appointed") },
	[ASSUME_ACCEPTS] = { STR("accepts"), STR("Appointed who accept") },
	[ASSUME_STARTS] = { STR("starts"), STR("Accepted who start") },
	[ASSUME_OVERSEAS_ARRIVES] = { STR("overseas_arrives"), STR("Offered overseas who start") },
	[ASSUME_APPRENTICE_COMPLETES] = { STR("apprentice_completes"), STR("Apprentices who complete") },
	[ASSUME_STUDENT_STAYS] = { STR("student_stays"), STR("Students who take a post") },
	[ASSUME_NEWLY_QUALIFIED] = { STR("newly_qualified"), STR("Hires who are newly qualified") },
	[ASSUME_CONVERTS] = { STR("converts"), STR("Agency workers who become permanent in a year") },
	[ASSUME_YEARS_DIFFER] = { STR("years_differ"), STR("How leaving differs from year to year") },
	[ASSUME_OVER_SHARE] = { STR("over_share"), STR("A flat share of posts over establishment") },
	[ASSUME_NEWLY_PER_SENIOR] = { STR("newly_per_senior"), STR("Newly qualified workers to a senior practitioner") },
	[ASSUME_PRESSURE] = { STR("pressure"), STR("More leaving for each point of vacancies") },
	[ASSUME_PAYMENT] = { STR("payment"), STR("Leaving while a retention payment is paid") },
	[ASSUME_REBOUND] = { STR("rebound"), STR("Leaving in the year after a retention payment") },
	[ASSUME_PROGRAMME] = { STR("programme"), STR("Leaving under a practice or support programme") },
	[ASSUME_CASELOAD] = { STR("caseload"), STR("Leaving under a cap on caseloads") },
	[ASSUME_INSPECTION] = { STR("inspection"), STR("Leaving in the year after a poor inspection") },
};

#define POUNDS_FROM(low, words) { (low) * (int64_t)MICRO, 1000000 * (int64_t)MICRO, STR("from \u00A3" words " to \u00A31,000,000") }
#define PART_OF_ONE { 0, MICRO, STR("from 0 to 1, a part of one: 0.41 is 41%") }
#define PART_ABOVE_NOTHING { MICRO / 100, MICRO, STR("from 0.01 to 1, a part of one: 0.41 is 41%") }
#define TIMES { MICRO / 10, 5 * MICRO, STR("from 0.1 to 5 times: 1 is no change, 0.77 is 23% less") }

const struct assumption_bounds assumption_bounds[ASSUMPTIONS] = {
	[ASSUME_PAY] = POUNDS_FROM(1000, "1,000"), [ASSUME_AGENCY_PREMIUM] = { 0, 5 * MICRO, STR("from 0 to 5, where 0.41 is 41% more") },
	[ASSUME_AGENCY_COVER] = PART_OF_ONE, [ASSUME_LEAVER_COST] = POUNDS_FROM(0, "0"), [ASSUME_HIRE_COST] = POUNDS_FROM(0, "0"),
	[ASSUME_INDUCTION_COST] = POUNDS_FROM(0, "0"), [ASSUME_LEAD] = { MICRO / 10, 60 * MICRO, STR("from 0.1 to 60 months") },
	[ASSUME_SHORTLISTED] = PART_ABOVE_NOTHING, [ASSUME_APPOINTED] = PART_ABOVE_NOTHING, [ASSUME_ACCEPTS] = PART_ABOVE_NOTHING,
	[ASSUME_STARTS] = PART_ABOVE_NOTHING, [ASSUME_OVERSEAS_ARRIVES] = PART_OF_ONE, [ASSUME_APPRENTICE_COMPLETES] = PART_OF_ONE,
	[ASSUME_STUDENT_STAYS] = PART_OF_ONE, [ASSUME_NEWLY_QUALIFIED] = PART_OF_ONE, [ASSUME_CONVERTS] = PART_OF_ONE,
	[ASSUME_YEARS_DIFFER] = PART_OF_ONE, [ASSUME_OVER_SHARE] = PART_OF_ONE,
	[ASSUME_NEWLY_PER_SENIOR] = { MICRO / 2, 20 * MICRO, STR("from 0.5 to 20") }, [ASSUME_PRESSURE] = PART_OF_ONE,
	[ASSUME_PAYMENT] = TIMES, [ASSUME_REBOUND] = TIMES, [ASSUME_PROGRAMME] = TIMES, [ASSUME_CASELOAD] = TIMES,
	[ASSUME_INSPECTION] = TIMES,
};

static const struct choice grades[] = {
	{ STR("A"), STR("A: official figures, or a trial") }, { STR("B"), STR("B: a sound study or council report") },
	{ STR("C"), STR("C: a case, a survey, or old") }, { STR("D"), STR("D: a guess") },
	{ STR("own"), STR("Measured here") },
};

#define OF_PLAN .group = GROUP_PLANS

const struct field assumption_fields[ASSUMPTION_FIELDS] = {
	{ .name = STR("what"), .label = STR("What is assumed"), .kind = FIELD_CHOICE, OF_PLAN, .required = true,
	  .choices = assumption_whats, .choice_count = ASSUMPTIONS },
	{ .name = STR("role"), .label = STR("Of the role"), .kind = FIELD_REF, OF_PLAN, .refers = STR("role"),
	  .hint = STR("Empty: of all roles that have none of their own") },
	{ .name = STR("value"), .label = STR("Value"), .kind = FIELD_DECIMAL, OF_PLAN, .required = true, .most = 1000000,
	  .hint = STR("In the unit of the list: pounds, months, or a part of one (10% is 0.1)") },
	{ .name = STR("low"), .label = STR("At least"), .kind = FIELD_DECIMAL, OF_PLAN, .most = 1000000 },
	{ .name = STR("high"), .label = STR("At most"), .kind = FIELD_DECIMAL, OF_PLAN, .most = 1000000 },
	{ .name = STR("source"), .label = STR("What it rests on"), .kind = FIELD_TEXT, OF_PLAN, .required = true, .most = 300 },
	{ .name = STR("grade"), .label = STR("How sure it is"), .kind = FIELD_CHOICE, OF_PLAN, .required = true, CHOICES(grades) },
	{ .name = STR("set_by"), .label = STR("Set by"), .kind = FIELD_TEXT, OF_PLAN, .required = true, .most = 100,
	  .hint = STR("Who decided on it: a board, a post or a name. Who typed it stands in the history") },
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE, OF_PLAN, .most = 1000 },
};
