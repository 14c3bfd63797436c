/* types_agency.c: the fields of agency use, one row a field. Money is pounds and pence an hour unless the
 * label says otherwise. What the rules ask for: statutory guidance on agency child and family social
 * workers, in force since 31 October 2024. */
#include "workforce/types_agency.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)
#define GUIDANCE .source = STR("DfE, statutory guidance on agency child and family social workers")

/* The five types of job for which a region agrees caps. */
static const struct choice job_types[] = {
	{ STR("social_worker"), STR("Social worker") }, { STR("senior"), STR("Senior social worker") },
	{ STR("advanced"), STR("Advanced practitioner") }, { STR("manager"), STR("Team manager") },
	{ STR("reviewing"), STR("Independent reviewing officer or conference chair") },
};

/* ---- asking and deciding ----------------------------------------------------------------------- */

static const struct choice reasons[] = {
	{ STR("vacancy"), STR("A vacancy") }, { STR("away"), STR("Somebody is away") },
	{ STR("surge"), STR("More work than usual") }, { STR("project"), STR("A project team") },
	{ STR("other"), STR("Other") },
};

const struct field agency_request_fields[] = {
	{ .name = STR("post"), .label = STR("Post to be covered"), .kind = FIELD_REF, .group = GROUP_REQUESTS,
	  .required = true, .refers = STR("post") },
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, .group = GROUP_REQUESTS,
	  .required = true, .refers = STR("unit") },
	{ .name = STR("reason"), .label = STR("Why"), .kind = FIELD_CHOICE, .group = GROUP_REQUESTS,
	  .required = true, CHOICES(reasons), .hint = STR("Not why somebody is away: this program does not keep it") },
	{ .name = STR("why"), .label = STR("Why, in words"), .kind = FIELD_NOTE, .group = GROUP_REQUESTS,
	  .required = true, .most = 1000, .hint = STR("Whoever decides reads it. Nothing about anybody\u2019s health") },
	{ .name = STR("options"), .label = STR("Permanent options tried first"), .kind = FIELD_NOTE,
	  .group = GROUP_REQUESTS, .most = 1000, .hint = STR("Advertised, acting up, more hours, another team") },
	{ .name = STR("job_type"), .label = STR("Type of job"), .kind = FIELD_CHOICE, .group = GROUP_REQUESTS,
	  .required = true, CHOICES(job_types) },
	{ .name = STR("starts_on"), .label = STR("From"), .kind = FIELD_DATE, .group = GROUP_REQUESTS,
	  .required = true },
	{ .name = STR("planned_end"), .label = STR("Last day as planned"), .kind = FIELD_DATE,
	  .group = GROUP_REQUESTS, .required = true, .hint = STR("Agency use always has an end; it can be extended") },
	{ .name = STR("hours"), .label = STR("Hours a week"), .kind = FIELD_DECIMAL, .group = GROUP_REQUESTS,
	  .most = 60 },
	{ .name = STR("extends"), .label = STR("Extends the assignment"), .kind = FIELD_REF,
	  .group = GROUP_REQUESTS, .refers = STR("assignment") },
	{ .name = STR("asked_by"), .label = STR("Asked by"), .kind = FIELD_TEXT, .group = GROUP_REQUESTS },
	{ .name = STR("asked_on"), .label = STR("Asked on"), .kind = FIELD_DATE, .group = GROUP_REQUESTS },
	{ .name = STR("withdrawn_on"), .label = STR("Withdrawn on"), .kind = FIELD_DATE, .group = GROUP_REQUESTS },
};

static const struct choice decisions[] = {
	{ STR("options"), STR("Permanent options checked") }, { STR("approved"), STR("Approved") },
	{ STR("refused"), STR("Refused") },
	{ STR("dcs"), STR("Rate signed off by the Director of Children\u2019s Services") },
	{ STR("chief_executive"), STR("Rate signed off by the chief executive") },
};

const struct field agency_decision_fields[] = {
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, .group = GROUP_APPROVALS,
	  .required = true, .refers = STR("unit") },
	{ .name = STR("request"), .label = STR("What was asked for"), .kind = FIELD_REF, .group = GROUP_APPROVALS,
	  .refers = STR("agency_request") },
	{ .name = STR("assignment"), .label = STR("Assignment"), .kind = FIELD_REF, .group = GROUP_APPROVALS,
	  .refers = STR("assignment") },
	{ .name = STR("decision"), .label = STR("Decision"), .kind = FIELD_CHOICE, .group = GROUP_APPROVALS,
	  .required = true, CHOICES(decisions) },
	{ .name = STR("held_on"), .label = STR("On"), .kind = FIELD_DATE, .group = GROUP_APPROVALS, .required = true },
	{ .name = STR("made_by"), .label = STR("Recorded by"), .kind = FIELD_TEXT, .group = GROUP_APPROVALS },
	{ .name = STR("signed_by"), .label = STR("Signed by"), .kind = FIELD_TEXT, .group = GROUP_APPROVALS,
	  .hint = STR("Who signed the rate off, where it is not whoever records it") },
	{ .name = STR("reason"), .label = STR("Why"), .kind = FIELD_NOTE, .group = GROUP_APPROVALS, .most = 1000 },
};

/* ---- the worker who came ------------------------------------------------------------------------- */

static const struct choice endings[] = {
	{ STR("ended"), STR("Ended") }, { STR("left"), STR("Left before the end") },
	{ STR("converted"), STR("Became permanent") },
};

#define MONEY_AN_HOUR .kind = FIELD_MONEY, .group = GROUP_TERMS, .most = 1000

const struct field assignment_fields[] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("person") },
	{ .name = STR("spell"), .label = STR("Time in post"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("spell"), .hint = STR("The agency worker\u2019s time in the post they cover") },
	{ .name = STR("request"), .label = STR("What was asked for"), .kind = FIELD_REF, .group = GROUP_TERMS,
	  .refers = STR("agency_request") },
	{ .name = STR("job_type"), .label = STR("Type of job"), .kind = FIELD_CHOICE, .group = GROUP_TERMS,
	  .required = true, CHOICES(job_types), .heads = { STR("role type"), STR("job type") }, GUIDANCE },
	{ .name = STR("agency"), .label = STR("Agency"), .kind = FIELD_TEXT, .group = GROUP_TERMS,
	  .heads = { STR("agency"), STR("supplier"), STR("agency name") } },
	{ .name = STR("pay_rate"), .label = STR("Pay an hour"), MONEY_AN_HOUR,
	  .heads = { STR("pay rate"), STR("hourly rate"), STR("hourly pay rate") }, GUIDANCE },
	{ .name = STR("employer_ni"), .label = STR("Employer\u2019s National Insurance an hour"), MONEY_AN_HOUR,
	  .heads = { STR("employer ni"), STR("ers ni"), STR("ni") } },
	{ .name = STR("levy"), .label = STR("Apprenticeship levy an hour"), MONEY_AN_HOUR,
	  .heads = { STR("levy"), STR("apprenticeship levy") } },
	{ .name = STR("holiday_pay"), .label = STR("Holiday pay an hour"), MONEY_AN_HOUR,
	  .heads = { STR("holiday pay"), STR("wtr"), STR("awr holiday") } },
	{ .name = STR("charge"), .label = STR("Total charge an hour"), MONEY_AN_HOUR,
	  .hint = STR("All that the agency bills for an hour, its fee in it"),
	  .heads = { STR("charge rate"), STR("total charge"), STR("bill rate") } },
	{ .name = STR("hours"), .label = STR("Hours a week"), .kind = FIELD_DECIMAL, .group = GROUP_TERMS, .most = 60,
	  .heads = { STR("hours"), STR("weekly hours"), STR("hours per week") } },
	{ .name = STR("starts_on"), .label = STR("First day"), .kind = FIELD_DATE, .group = GROUP_TERMS,
	  .required = true, .heads = { STR("start date"), STR("assignment start date") }, GUIDANCE },
	{ .name = STR("planned_end"), .label = STR("Last day as planned"), .kind = FIELD_DATE, .group = GROUP_TERMS,
	  .required = true, .heads = { STR("end date"), STR("planned end date") } },
	{ .name = STR("ended_on"), .label = STR("Last day"), .kind = FIELD_DATE, .group = GROUP_TERMS, GUIDANCE },
	{ .name = STR("ending"), .label = STR("How it ended"), .kind = FIELD_CHOICE, .group = GROUP_TERMS,
	  CHOICES(endings) },
	{ .name = STR("notice_days"), .label = STR("Notice in days"), .kind = FIELD_WHOLE, .group = GROUP_TERMS,
	  .most = 365, .heads = { STR("notice"), STR("notice days") }, GUIDANCE },
	{ .name = STR("project"), .label = STR("Project team"), .kind = FIELD_TEXT, .group = GROUP_TERMS,
	  .hint = STR("Its name, where the worker comes with a team or a packaged service"), GUIDANCE },
	{ .name = STR("workers_approved"), .label = STR("Each worker approved in advance"), .kind = FIELD_YES_NO,
	  .group = GROUP_TERMS, .hint = STR("Of a project team"), GUIDANCE },
	{ .name = STR("costs_split"), .label = STR("Costs told worker by worker"), .kind = FIELD_YES_NO,
	  .group = GROUP_TERMS, .hint = STR("Of a project team"), GUIDANCE },
	{ .name = STR("council_controls"), .label = STR("The council keeps control of practice"),
	  .kind = FIELD_YES_NO, .group = GROUP_TERMS, .hint = STR("Of a project team"), GUIDANCE },
};

static const struct choice exceptions[] = {
	{ STR("permanent"), STR("Goes into a permanent post") }, { STR("redundant"), STR("Was made redundant") },
	{ STR("region"), STR("The post was in another region") }, { STR("probation"), STR("Left in probation") },
};

const struct field assignment_evidence_fields[] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("person") },
	{ .name = STR("assignment"), .label = STR("Assignment"), .kind = FIELD_REF, .group = GROUP_TERMS,
	  .required = true, .refers = STR("assignment") },
	{ .name = STR("qualified_on"), .label = STR("Qualified on"), .kind = FIELD_DATE, .group = GROUP_TERMS, GUIDANCE },
	{ .name = STR("direct_months"), .label = STR("Months employed by councils since"), .kind = FIELD_WHOLE,
	  .group = GROUP_TERMS, .most = 720, GUIDANCE,
	  .hint = STR("In direct employment of English councils, in child and family social work") },
	{ .name = STR("experience_seen"), .label = STR("What shows it"), .kind = FIELD_TEXT, .group = GROUP_TERMS,
	  .hint = STR("For example: employment history checked against two references") },
	{ .name = STR("left_post"), .label = STR("Has left a substantive council post"), .kind = FIELD_YES_NO,
	  .group = GROUP_TERMS, GUIDANCE },
	{ .name = STR("last_council"), .label = STR("The last council"), .kind = FIELD_TEXT, .group = GROUP_TERMS },
	{ .name = STR("last_region"), .label = STR("Its region"), .kind = FIELD_TEXT, .group = GROUP_TERMS },
	{ .name = STR("last_day"), .label = STR("Last day there"), .kind = FIELD_DATE, .group = GROUP_TERMS, GUIDANCE },
	{ .name = STR("exception"), .label = STR("Exception from the cool-off"), .kind = FIELD_CHOICE,
	  .group = GROUP_TERMS, CHOICES(exceptions), GUIDANCE },
	{ .name = STR("reference_count"), .label = STR("Detailed references seen"), .kind = FIELD_WHOLE,
	  .group = GROUP_TERMS, .most = 20, GUIDANCE },
	{ .name = STR("references_on"), .label = STR("References seen on"), .kind = FIELD_DATE, .group = GROUP_TERMS },
};

static const struct choice outcomes[] = {
	{ STR("talked"), STR("Talked about") }, { STR("offered"), STR("Offered") },
	{ STR("accepted"), STR("Accepted") }, { STR("declined"), STR("Declined") },
};

const struct field conversion_fields[] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("person") },
	{ .name = STR("assignment"), .label = STR("Assignment"), .kind = FIELD_REF, .group = GROUP_TERMS,
	  .required = true, .refers = STR("assignment") },
	{ .name = STR("held_on"), .label = STR("On"), .kind = FIELD_DATE, .group = GROUP_TERMS, .required = true },
	{ .name = STR("outcome"), .label = STR("A permanent post was"), .kind = FIELD_CHOICE, .group = GROUP_TERMS,
	  .required = true, CHOICES(outcomes) },
	{ .name = STR("reason"), .label = STR("Why"), .kind = FIELD_NOTE, .group = GROUP_TERMS, .most = 1000,
	  .hint = STR("What they said: pay, hours, the team, another offer") },
	{ .name = STR("fee"), .label = STR("Transfer fee"), .kind = FIELD_MONEY, .group = GROUP_TERMS, .most = 100000,
	  .hint = STR("What the agency is paid, in all") },
	{ .name = STR("made_by"), .label = STR("Recorded by"), .kind = FIELD_TEXT, .group = GROUP_TERMS },
};

/* ---- lists that a council keeps ------------------------------------------------------------------ */

static const struct choice cap_parts[] = {
	{ STR("levy"), STR("Pay, employer\u2019s National Insurance and levy") },
	{ STR("holiday"), STR("Pay, employer\u2019s National Insurance, levy and holiday pay") },
	{ STR("charge"), STR("The total charge") },
};

const struct field agency_cap_fields[] = {
	{ .name = STR("region"), .label = STR("Region"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE, .required = true },
	{ .name = STR("job_type"), .label = STR("Type of job"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE,
	  .required = true, CHOICES(job_types) },
	{ .name = STR("cap"), .label = STR("Cap an hour"), .kind = FIELD_MONEY, .group = GROUP_STRUCTURE,
	  .required = true, .most = 1000, GUIDANCE },
	{ .name = STR("parts"), .label = STR("What is held to it"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE,
	  .required = true, CHOICES(cap_parts), .hint = STR("Sources differ on holiday pay: as your region agreed it") },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE },
};

static const struct choice rules[] = {
	{ STR("experience"), STR("Months of direct employment since qualifying") },
	{ STR("cool_off"), STR("Months since leaving a substantive post in the region") },
	{ STR("notice"), STR("Days of notice") }, { STR("references"), STR("Detailed references") },
	{ STR("fee_after_end"), STR("Weeks after the end in which a transfer fee may be asked") },
	{ STR("fee_after_start"), STR("Weeks after the start in which a transfer fee may be asked") },
};

const struct field agency_rule_fields[] = {
	{ .name = STR("rule"), .label = STR("Rule"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE, .required = true,
	  CHOICES(rules) },
	{ .name = STR("number"), .label = STR("Number"), .kind = FIELD_WHOLE, .group = GROUP_STRUCTURE,
	  .required = true, .most = 1000 },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE },
};

const struct field agency_title_fields[] = {
	{ .name = STR("title"), .label = STR("Local job title"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE,
	  .required = true },
	{ .name = STR("job_type"), .label = STR("Counts as"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE,
	  .required = true, CHOICES(job_types), GUIDANCE },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE },
};

static const struct choice items[] = {
	{ STR("swe_number"), STR("Social Work England number") }, { STR("job_type"), STR("Type of job") },
	{ STR("pay_rate"), STR("Pay an hour") }, { STR("starts_on"), STR("First day") },
	{ STR("ends_on"), STR("Last day") }, { STR("project"), STR("In a project team") },
	{ STR("month_cost"), STR("Cost of a month") }, { STR("rule"), STR("Rule") },
	{ STR("degree"), STR("How far the rule was kept") }, { STR("explanation"), STR("Explanation") },
	{ STR("cap_breaches"), STR("Rates over the cap") }, { STR("signed_off"), STR("Signed off by") },
	{ STR("agencies"), STR("Agencies of concern") },
};

const struct field agency_item_fields[] = {
	{ .name = STR("item"), .label = STR("Our item"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE,
	  .required = true, CHOICES(items) },
	{ .name = STR("official_name"), .label = STR("Official name"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE,
	  .required = true },
	{ .name = STR("official_code"), .label = STR("Official number or code"), .kind = FIELD_TEXT,
	  .group = GROUP_STRUCTURE },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE },
};

const struct field agency_cost_fields[] = {
	{ .name = STR("month"), .label = STR("Month"), .kind = FIELD_DATE, .group = GROUP_TERMS, .required = true,
	  .hint = STR("Its first day") },
	{ .name = STR("cost"), .label = STR("Total cost"), .kind = FIELD_MONEY, .group = GROUP_TERMS, .required = true,
	  .most = 100000000, .hint = STR("Of all agency child and family social workers, as the ledger has it"), GUIDANCE },
	{ .name = STR("source"), .label = STR("Where it comes from"), .kind = FIELD_TEXT, .group = GROUP_TERMS },
};

static const struct choice kept_rules[] = {
	{ STR("cap"), STR("Price cap") }, { STR("experience"), STR("Experience") }, { STR("cool_off"), STR("Cool-off") },
	{ STR("notice"), STR("Notice") }, { STR("references"), STR("References") }, { STR("project"), STR("Project teams") },
};
static const struct choice degrees[] = {
	{ STR("full"), STR("Kept in full") }, { STR("part"), STR("Kept in part") }, { STR("none"), STR("Not kept") },
};

const struct field agency_quarter_fields[] = {
	{ .name = STR("quarter"), .label = STR("Quarter"), .kind = FIELD_TEXT, .group = GROUP_RETURNS, .required = true,
	  .most = 6, .hint = STR("Of the calendar year, as 2025-3 for July to September 2025") },
	{ .name = STR("agencies"), .label = STR("Agencies of concern"), .kind = FIELD_NOTE, .group = GROUP_RETURNS,
	  .most = 2000, .hint = STR("Agencies whose conduct kept the council from a rule; \u201cnone\u201d says there were none"),
	  GUIDANCE },
	{ .name = STR("sent_on"), .label = STR("Sent on"), .kind = FIELD_DATE, .group = GROUP_RETURNS },
	{ .name = STR("sent_by"), .label = STR("Sent by"), .kind = FIELD_TEXT, .group = GROUP_RETURNS },
};

const struct field agency_compliance_fields[] = {
	{ .name = STR("quarter"), .label = STR("Quarter"), .kind = FIELD_TEXT, .group = GROUP_RETURNS, .required = true,
	  .most = 6 },
	{ .name = STR("rule"), .label = STR("Rule"), .kind = FIELD_CHOICE, .group = GROUP_RETURNS, .required = true,
	  CHOICES(kept_rules) },
	{ .name = STR("degree"), .label = STR("How far it was kept"), .kind = FIELD_CHOICE, .group = GROUP_RETURNS,
	  .required = true, CHOICES(degrees), GUIDANCE },
	{ .name = STR("explanation"), .label = STR("Explanation"), .kind = FIELD_NOTE, .group = GROUP_RETURNS,
	  .most = 2000, GUIDANCE },
};
