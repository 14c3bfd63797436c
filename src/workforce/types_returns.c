/* types_returns.c: what the census asks and people and posts do not say, one row a field.
 *
 * Codes are DfE's: QualLevel, CFKSSstatus (asked until 2024), and the eight allowances of LALevel
 * (asked since 2025). What can be worked out from other records has no field here; where a council
 * decides otherwise than what is worked out, it says so in a census year or a census note, with why.
 */
#include "workforce/types_returns.h"

#include "workforce/codes.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)
#define OF_PERSON { .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, \
	.group = GROUP_IDENTITY, .required = true, .refers = STR("person") }

/* ---- of a person ------------------------------------------------------------------------------- */

const struct field qualification_fields[QUALIFICATION_FIELDS] = {
	OF_PERSON,
	{ .name = STR("level"), .label = STR("Level of qualification"), .kind = FIELD_CHOICE,
	  .group = GROUP_REGISTRATION, CHOICES(qualification_levels),
	  .heads = { STR("qual level"), STR("qualification level"), STR("level of qualification") },
	  .source = STR("Children's social work workforce census, QualLevel") },
	{ .name = STR("step_up"), .label = STR("Came by Step Up to Social Work"), .kind = FIELD_YES_NO,
	  .group = GROUP_REGISTRATION, .heads = { STR("step up"), STR("step up to social work"), STR("step up graduate") },
	  .source = STR("Children's social work workforce census, StepUpGrad") },
	{ .name = STR("frontline"), .label = STR("Came by Frontline"), .kind = FIELD_YES_NO,
	  .group = GROUP_REGISTRATION, .heads = { STR("frontline"), STR("frontline graduate") },
	  .source = STR("Children's social work workforce census, FrontlineGrad") },
	{ .name = STR("institution"), .label = STR("Where they qualified"), .kind = FIELD_TEXT,
	  .group = GROUP_REGISTRATION, .most = 300, .heads = { STR("qualifying institution"), STR("university"),
	  STR("institution") }, .source = STR("Children's social work workforce census until 2024, QualInst") },
	{ .name = STR("qualified_on"), .label = STR("Qualified on"), .kind = FIELD_DATE,
	  .group = GROUP_REGISTRATION, .heads = { STR("qualified on"), STR("date qualified"), STR("qualification date") } },
	{ .name = STR("cfkss"), .label = STR("Knowledge and skills statement"), .kind = FIELD_CHOICE,
	  .group = GROUP_REGISTRATION, CHOICES(knowledge_statuses), .heads = { STR("cfkss"), STR("cfkss status"), STR("kss status") },
	  .source = STR("Children's social work workforce census until 2024, CFKSSstatus") },
};

const struct field pay_fields[PAY_FIELDS] = {
	OF_PERSON,
	{ .name = STR("base_salary"), .label = STR("Base salary, full time"), .kind = FIELD_MONEY,
	  .group = GROUP_PAY, .required = true, .most = 1000000,
	  .hint = STR("Pounds a year for full time, as the grade has it, whatever somebody\u2019s own FTE"),
	  .heads = { STR("salary"), STR("base salary"), STR("basic salary"), STR("annual salary"), STR("basic pay") },
	  .source = STR("Children's social work workforce census since 2025, BaseSalary") },
	{ .name = STR("recruitment_retention"), .label = STR("Recruitment and retention payments in the year"),
	  .kind = FIELD_MONEY, .group = GROUP_PAY, .most = 1000000, .hint = STR("Pounds paid in the year to 30 September"),
	  .heads = { STR("recruitment and retention"), STR("market supplement"), STR("retention payment"),
	  STR("retention bonus") }, .source = STR("Children's social work workforce census since 2025, RRPayments") },
	{ .name = STR("other_payments"), .label = STR("Other additions in the year"), .kind = FIELD_MONEY,
	  .group = GROUP_PAY, .most = 1000000, .hint = STR("Pounds paid in the year to 30 September, beside the salary"),
	  .heads = { STR("other payments"), STR("other additions"), STR("allowances") },
	  .source = STR("Children's social work workforce census since 2025, OtherPayments") },
};

/* ---- of a return ------------------------------------------------------------------------------- */

#define ALLOWANCE(of, words, item) { .name = STR(of), .label = STR(words), .kind = FIELD_CHOICE, \
	.group = GROUP_RETURNS, CHOICES(allowance_offers), \
	.source = STR("Children's social work workforce census since 2025, " item) }

const struct field census_year_fields[CENSUS_YEAR_FIELDS] = {
	{ .name = STR("year"), .label = STR("Year"), .kind = FIELD_WHOLE, .group = GROUP_RETURNS,
	  .required = true, .most = 2100, .hint = STR("The year of its 30 September, such as 2025") },
	ALLOWANCE("recruitment_bonus", "Recruitment bonus", "RecruitmentBonus"),
	ALLOWANCE("retention_bonus", "Retention bonus", "RetentionBonus"),
	ALLOWANCE("performance_award", "Performance award", "PerformanceAward"),
	ALLOWANCE("car_allowance", "Car allowance", "CarAllowance"),
	ALLOWANCE("relocation", "Relocation package", "RelocationPackage"),
	ALLOWANCE("regional_weighting", "Regional weighting", "RegionalWeighting"),
	ALLOWANCE("registration_fee", "Social Work England\u2019s fee paid", "CostSWE"),
	ALLOWANCE("dbs_fee", "Disclosure and Barring Service\u2019s fee paid", "CostDBS"),
	{ .name = STR("other_allowances"), .label = STR("Other allowances"), .kind = FIELD_TEXT,
	  .group = GROUP_RETURNS, .most = 500, .source = STR("Children's social work workforce census since 2025, OtherAllowances") },
	{ .name = STR("vacancies"), .label = STR("Vacancies to be returned, FTE"), .kind = FIELD_DECIMAL,
	  .group = GROUP_RETURNS, .most = 999, .hint = STR("Only where it is to be another figure than the one worked out from posts"),
	  .source = STR("Children's social work workforce census, NumberOfVacancies") },
	{ .name = STR("cover_fte"), .label = STR("Agency covering vacancies to be returned, FTE"), .kind = FIELD_DECIMAL,
	  .group = GROUP_RETURNS, .most = 999, .hint = STR("Only where it is to be another figure than the one worked out"),
	  .source = STR("Children's social work workforce census, NoAgencyFTE") },
	{ .name = STR("cover_headcount"), .label = STR("Agency covering vacancies to be returned, people"),
	  .kind = FIELD_WHOLE, .group = GROUP_RETURNS, .most = 999,
	  .hint = STR("Only where it is to be another figure than the one worked out"),
	  .source = STR("Children's social work workforce census, NoAgencyHeadcount") },
	{ .name = STR("reason"), .label = STR("Why these figures"), .kind = FIELD_NOTE,
	  .group = GROUP_RETURNS, .most = 1000, .hint = STR("What they rest on, where they are not the ones worked out") },
};

static const struct choice note_kinds[] = {
	{ STR("query"), STR("Note on a query") }, { STR("decision"), STR("Decision on a working rule") },
};

const struct field census_note_fields[CENSUS_NOTE_FIELDS] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_RETURNS,
	  .refers = STR("person"), .hint = STR("Whoever it is about; empty for the whole return") },
	{ .name = STR("year"), .label = STR("Year"), .kind = FIELD_WHOLE, .group = GROUP_RETURNS,
	  .required = true, .most = 2100, .hint = STR("The year of the return\u2019s 30 September") },
	{ .name = STR("kind"), .label = STR("Kind"), .kind = FIELD_CHOICE, .group = GROUP_RETURNS,
	  .required = true, CHOICES(note_kinds) },
	{ .name = STR("subject"), .label = STR("Rule"), .kind = FIELD_TEXT, .group = GROUP_RETURNS,
	  .required = true, .most = 60, .hint = STR("The code of the query, such as D083, or the working rule\u2019s name") },
	{ .name = STR("record"), .label = STR("Record"), .kind = FIELD_TEXT, .group = GROUP_RETURNS,
	  .most = 60, .hint = STR("The registration number, or the time in post; empty for all") },
	{ .name = STR("choice"), .label = STR("Decided"), .kind = FIELD_TEXT, .group = GROUP_RETURNS, .most = 40,
	  .hint = STR("Of a decision: what the working rule is to do") },
	{ .name = STR("words"), .label = STR("Why"), .kind = FIELD_NOTE, .group = GROUP_RETURNS, .most = 1000,
	  .required = true, .hint = STR("As whoever reads the return is to understand it; no names") },
};
