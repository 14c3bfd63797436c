/* types.c: the record types of people and posts, one row a field.
 *
 * Codes of origin, reason and destination are DfE's (codes.h); the census role of a role is its OrgRole.
 */
#include "workforce/types.h"

#include "workforce/codes.h"

#include "workforce/types_agency.h"
#include "workforce/notice.h"
#include "workforce/types_applied.h"
#include "workforce/types_moving.h"
#include "workforce/types_hiring.h"
#include "workforce/types_plan.h"
#include "workforce/types_returns.h"
#include "workforce/types_supply.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)
#define FIELDS(rows) .fields = (rows), .field_count = (int)countof(rows)

static const struct choice unit_kinds[] = {
	{ STR("authority"), STR("Authority") }, { STR("directorate"), STR("Directorate") },
	{ STR("service"), STR("Service") }, { STR("team"), STR("Team") },
	{ STR("pool"), STR("Pool") },
};

static const struct field unit_fields[] = {
	{ .name = STR("name"), .label = STR("Name"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE,
	  .required = true, .heads = { STR("team"), STR("unit"), STR("team name"), STR("department") } },
	{ .name = STR("kind"), .label = STR("Kind"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE,
	  .required = true, CHOICES(unit_kinds) },
	{ .name = STR("parent"), .label = STR("Part of"), .kind = FIELD_REF, .group = GROUP_STRUCTURE,
	  .refers = STR("unit"), .hint = STR("The unit it stands under from this day on"),
	  .heads = { STR("service"), STR("parent"), STR("directorate") } },
};

static const struct choice families[] = {
	{ STR("social_work"), STR("Social work") }, { STR("family_help"), STR("Family help and support") },
	{ STR("residential"), STR("Residential care") }, { STR("fostering"), STR("Foster care") },
	{ STR("health"), STR("Health and therapy") }, { STR("partner"), STR("Police, probation and education") },
	{ STR("support"), STR("Business support and management") },
};
static const struct choice census_roles[] = {
	{ STR("0"), STR("Not in the census") }, { STR("1"), STR("Senior manager") },
	{ STR("2"), STR("Middle manager") }, { STR("3"), STR("First line manager") },
	{ STR("4"), STR("Senior practitioner") }, { STR("5"), STR("Case holder") },
	{ STR("6"), STR("Qualified without cases") },
};

static const struct field role_fields[] = {
	{ .name = STR("title"), .label = STR("Title"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE,
	  .required = true },
	{ .name = STR("family"), .label = STR("Family"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE,
	  .required = true, CHOICES(families) },
	{ .name = STR("census_role"), .label = STR("Role in the census"), .kind = FIELD_CHOICE,
	  .group = GROUP_STRUCTURE, .required = true, CHOICES(census_roles),
	  .source = STR("Children's social work workforce census, OrgRole") },
	{ .name = STR("registered"), .label = STR("Must be registered"), .kind = FIELD_YES_NO,
	  .group = GROUP_STRUCTURE, .required = true,
	  .hint = STR("Whether it may be held only by a registered social worker") },
};

static const struct field title_fields[] = {
	{ .name = STR("title"), .label = STR("Local job title"), .kind = FIELD_TEXT,
	  .group = GROUP_STRUCTURE, .required = true },
	{ .name = STR("role"), .label = STR("Role it means"), .kind = FIELD_REF, .group = GROUP_STRUCTURE,
	  .required = true, .refers = STR("role") },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT,
	  .group = GROUP_STRUCTURE },
};

static const struct choice post_statuses[] = {
	{ STR("funded"), STR("Funded") }, { STR("frozen"), STR("Frozen") },
	{ STR("proposed"), STR("Proposed") }, { STR("over"), STR("Over establishment") },
};

static const struct field post_fields[] = {
	{ .name = STR("title"), .label = STR("Job title"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE,
	  .required = true, .heads = { STR("job title"), STR("post title"), STR("position title") } },
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, .group = GROUP_STRUCTURE,
	  .required = true, .refers = STR("unit"), .heads = { STR("team"), STR("unit") } },
	{ .name = STR("role"), .label = STR("Role"), .kind = FIELD_REF, .group = GROUP_STRUCTURE,
	  .required = true, .refers = STR("role") },
	{ .name = STR("fte"), .label = STR("FTE"), .kind = FIELD_FTE, .group = GROUP_STRUCTURE,
	  .required = true, .most = 50, .hint = STR("Full-time equivalents, such as 1 or 0.6"),
	  .heads = { STR("budget fte"), STR("established fte"), STR("post fte"), STR("fte budget") } },
	{ .name = STR("status"), .label = STR("Status"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE,
	  .required = true, CHOICES(post_statuses), .heads = { STR("status"), STR("post status") } },
	{ .name = STR("reports_to"), .label = STR("Reports to"), .kind = FIELD_REF,
	  .group = GROUP_STRUCTURE, .refers = STR("post") },
	{ .name = STR("number"), .label = STR("Post number"), .kind = FIELD_TEXT,
	  .group = GROUP_STRUCTURE, .hint = STR("As finance and HR write it"),
	  .heads = { STR("post no"), STR("post number"), STR("position number"), STR("position id"),
	             STR("post ref"), STR("position") } },
	{ .name = STR("cost_centre"), .label = STR("Cost centre"), .kind = FIELD_TEXT,
	  .group = GROUP_STRUCTURE, .heads = { STR("cost centre"), STR("cost center"), STR("budget code") } },
	{ .name = STR("fte_taken"), .label = STR("FTE taken from its holders"), .kind = FIELD_FTE,
	  .group = GROUP_STRUCTURE, .most = 50,
	  .hint = STR("Filled when a list does not say the post\u2019s FTE. Empty it when the FTE is right.") },
};

static const struct field person_fields[] = {
	{ .name = STR("family_name"), .label = STR("Family name"), .kind = FIELD_TEXT,
	  .group = GROUP_IDENTITY, .required = true,
	  .heads = { STR("surname"), STR("last name"), STR("family name") } },
	{ .name = STR("given_names"), .label = STR("Given names"), .kind = FIELD_TEXT,
	  .group = GROUP_IDENTITY, .required = true,
	  .heads = { STR("forename"), STR("first name"), STR("given names"), STR("forenames") } },
	{ .name = STR("known_as"), .label = STR("Known as"), .kind = FIELD_TEXT, .group = GROUP_IDENTITY,
	  .heads = { STR("known as"), STR("preferred name") } },
	{ .name = STR("payroll"), .label = STR("Payroll number"), .kind = FIELD_TEXT,
	  .group = GROUP_IDENTITY, .heads = { STR("payroll"), STR("payroll no"), STR("payroll number"),
	  STR("employee number"), STR("employee id"), STR("staff number"), STR("assignment number") } },
	{ .name = STR("born"), .label = STR("Date of birth"), .kind = FIELD_DATE, .group = GROUP_CONTACT,
	  .heads = { STR("dob"), STR("date of birth"), STR("birth date") } },
	{ .name = STR("email"), .label = STR("Work e-mail"), .kind = FIELD_TEXT, .group = GROUP_CONTACT },
	{ .name = STR("merged_into"), .label = STR("Is the same person as"), .kind = FIELD_REF,
	  .group = GROUP_IDENTITY, .refers = STR("person") },
};

static const struct field registration_fields[] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("person") },
	{ .name = STR("number"), .label = STR("Social Work England number"), .kind = FIELD_TEXT,
	  .group = GROUP_REGISTRATION, .required = true, .pattern = STR("SW#"),
	  .hint = STR("SW and 1 to 10 figures; it is renewed from 1 September to 30 November"),
	  .heads = { STR("swe"), STR("swe number"), STR("swe no"), STR("registration number"),
	             STR("sw england number") },
	  .source = STR("Social Work England, registration rules") },
};

static const struct choice bases[] = {
	{ STR("permanent"), STR("Permanent") }, { STR("fixed_term"), STR("Fixed term") },
	{ STR("acting"), STR("Acting up") }, { STR("seconded_in"), STR("Seconded in") },
	{ STR("partner"), STR("Employed by a partner") }, { STR("agency"), STR("Agency") },
	{ STR("cover"), STR("Covering an absent holder") },
};

static const struct field spell_fields[] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("person") },
	{ .name = STR("post"), .label = STR("Post"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("post") },
	{ .name = STR("basis"), .label = STR("Held how"), .kind = FIELD_CHOICE, .group = GROUP_TERMS,
	  .required = true, CHOICES(bases),
	  .heads = { STR("contract type"), STR("employment type"), STR("basis"), STR("perm/temp") } },
	{ .name = STR("fte"), .label = STR("FTE"), .kind = FIELD_FTE, .group = GROUP_IDENTITY,
	  .required = true, .most = 1, .heads = { STR("fte"), STR("contract fte"), STR("whole time equivalent"),
	  STR("wte") } },
	{ .name = STR("covers"), .label = STR("Covers"), .kind = FIELD_REF, .group = GROUP_TERMS,
	  .refers = STR("spell"), .hint = STR("The time in post of the absent holder") },
	{ .name = STR("agency"), .label = STR("Agency"), .kind = FIELD_TEXT, .group = GROUP_TERMS,
	  .heads = { STR("agency"), STR("agency name"), STR("supplier") } },
	{ .name = STR("origin"), .label = STR("Came from"), .kind = FIELD_CHOICE, .group = GROUP_TERMS,
	  CHOICES(start_origins), .heads = { STR("start origin"), STR("origin"), STR("came from") },
	  .source = STR("Children's social work workforce census, StartOrigin") },
	{ .name = STR("reason"), .label = STR("Reason for leaving"), .kind = FIELD_CHOICE,
	  .group = GROUP_LEAVING, CHOICES(leaving_reasons),
	  .heads = { STR("leaving reason"), STR("reason for leaving"), STR("reason") },
	  .source = STR("Children's social work workforce census, ReasonLeave") },
	{ .name = STR("destination"), .label = STR("Went to"), .kind = FIELD_CHOICE,
	  .group = GROUP_LEAVING, CHOICES(leaving_destinations),
	  .heads = { STR("destination"), STR("leaver destination"), STR("went to") },
	  .source = STR("Children's social work workforce census, LeaverDestination") },
};

static const struct choice absence_kinds[] = {
	{ STR("sickness"), STR("Sickness") },
	{ STR("maternity"), STR("Maternity, paternity, adoption or parental leave") },
	{ STR("other"), STR("Other leave") },
};

static const struct field absence_fields[] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("person") },
	{ .name = STR("kind"), .label = STR("Kind"), .kind = FIELD_CHOICE, .group = GROUP_ABSENCE,
	  .required = true, CHOICES(absence_kinds),
	  .hint = STR("Never the reason: this program does not keep it") },
	{ .name = STR("days_lost"), .label = STR("Working days lost"), .kind = FIELD_DECIMAL,
	  .group = GROUP_ABSENCE, .most = 3660 },
};

static const struct field caseload_fields[] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("person") },
	{ .name = STR("day"), .label = STR("On"), .kind = FIELD_DATE, .group = GROUP_CASELOAD,
	  .required = true },
	{ .name = STR("cases"), .label = STR("Cases"), .kind = FIELD_WHOLE, .group = GROUP_CASELOAD,
	  .required = true, .most = 999, .heads = { STR("cases"), STR("caseload"), STR("allocated cases") } },
};

static const struct choice sexes[] = {
	{ STR("F"), STR("Female") }, { STR("M"), STR("Male") }, { STR("X"), STR("Not known") },
};

static const struct field equality_fields[] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, .group = GROUP_IDENTITY,
	  .required = true, .refers = STR("person") },
	{ .name = STR("sex"), .label = STR("Sex"), .kind = FIELD_CHOICE, .group = GROUP_EQUALITY,
	  CHOICES(sexes) },
	{ .name = STR("ethnicity"), .label = STR("Ethnicity code"), .kind = FIELD_TEXT,
	  .group = GROUP_EQUALITY, .most = 4 },
	{ .name = STR("disability"), .label = STR("Disability"), .kind = FIELD_TEXT,
	  .group = GROUP_EQUALITY, .most = 40 },
	{ .name = STR("religion"), .label = STR("Religion or belief"), .kind = FIELD_TEXT,
	  .group = GROUP_EQUALITY, .most = 40 },
	{ .name = STR("orientation"), .label = STR("Sexual orientation"), .kind = FIELD_TEXT,
	  .group = GROUP_EQUALITY, .most = 40 },
	{ .name = STR("stopped_on"), .label = STR("Not to be used since"), .kind = FIELD_DATE,
	  .group = GROUP_EQUALITY },
};

static const struct choice change_wishes[] = {
	{ STR("new"), STR("A new post") }, { STR("alter"), STR("A change of a post") },
	{ STR("close"), STR("A post given up") },
};
static const struct choice statuses_asked[] = {
	{ STR("funded"), STR("Funded") }, { STR("frozen"), STR("Frozen") },
};
static const struct choice decisions[] = {
	{ STR("waiting"), STR("Waiting") }, { STR("approved"), STR("Approved") },
	{ STR("refused"), STR("Refused") }, { STR("withdrawn"), STR("Withdrawn") },
};

static const struct field establishment_change_fields[] = {
	{ .name = STR("wish"), .label = STR("What is asked for"), .kind = FIELD_CHOICE,
	  .group = GROUP_REQUESTS, .required = true, CHOICES(change_wishes) },
	{ .name = STR("post"), .label = STR("Post"), .kind = FIELD_REF, .group = GROUP_REQUESTS,
	  .refers = STR("post") },
	{ .name = STR("title"), .label = STR("Job title"), .kind = FIELD_TEXT, .group = GROUP_REQUESTS },
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, .group = GROUP_REQUESTS,
	  .required = true, .refers = STR("unit") },
	{ .name = STR("role"), .label = STR("Role"), .kind = FIELD_REF, .group = GROUP_REQUESTS,
	  .refers = STR("role") },
	{ .name = STR("fte"), .label = STR("FTE"), .kind = FIELD_FTE, .group = GROUP_REQUESTS, .most = 50 },
	{ .name = STR("starts_on"), .label = STR("From"), .kind = FIELD_DATE, .group = GROUP_REQUESTS,
	  .required = true },
	{ .name = STR("reason"), .label = STR("Reason"), .kind = FIELD_NOTE, .group = GROUP_REQUESTS,
	  .required = true, .most = 1000, .hint = STR("For example: one more team manager, improvement plan") },
	{ .name = STR("asked_by"), .label = STR("Asked by"), .kind = FIELD_TEXT, .group = GROUP_REQUESTS },
	{ .name = STR("decision"), .label = STR("Decision"), .kind = FIELD_CHOICE,
	  .group = GROUP_REQUESTS, .required = true, CHOICES(decisions) },
	{ .name = STR("decided_by"), .label = STR("Decided by"), .kind = FIELD_TEXT,
	  .group = GROUP_REQUESTS },
	{ .name = STR("decided_on"), .label = STR("Decided on"), .kind = FIELD_DATE,
	  .group = GROUP_REQUESTS },
	{ .name = STR("status"), .label = STR("Status"), .kind = FIELD_CHOICE, .group = GROUP_REQUESTS,
	  CHOICES(statuses_asked), .hint = STR("Of a change: frozen, or funded again") },
};

const struct record_type record_types[RECORD_TYPES] = {
	[TYPE_UNIT] = { .name = STR("unit"), .one = STR("unit"), .many = STR("units"), .letter = STR("U"),
		.does = STR("A team, a service, a directorate or the authority itself, and what it stands under"),
		.group = GROUP_STRUCTURE, .dated = true, FIELDS(unit_fields), .title = { STR("name") } },
	[TYPE_ROLE] = { .name = STR("role"), .one = STR("role"), .many = STR("roles"), .letter = STR("R"),
		.does = STR("A role of the catalogue, and what it counts as in the census"),
		.group = GROUP_STRUCTURE, .dated = true, FIELDS(role_fields), .title = { STR("title") } },
	[TYPE_TITLE] = { .name = STR("title"), .one = STR("job title"), .many = STR("job titles"),
		.letter = STR("T"), .does = STR("A local job title, and the role it means"),
		.group = GROUP_STRUCTURE, .dated = true, FIELDS(title_fields), .title = { STR("title") } },
	[TYPE_POST] = { .name = STR("post"), .one = STR("post"), .many = STR("posts"), .letter = STR("P"),
		.does = STR("A seat that outlives the people in it: its unit, role, FTE and status"),
		.group = GROUP_STRUCTURE, .dated = true, .unbroken = true, FIELDS(post_fields),
		.title = { STR("title") } },
	[TYPE_PERSON] = { .name = STR("person"), .one = STR("person"), .many = STR("people"),
		.letter = STR("N"), .does = STR("Somebody who is or was in a post"),
		.group = GROUP_IDENTITY, .personal = true, FIELDS(person_fields),
		.title = { STR("family_name"), STR("given_names") } },
	[TYPE_REGISTRATION] = { .name = STR("registration"), .one = STR("registration"),
		.many = STR("registrations"), .letter = STR("G"),
		.does = STR("A person's registration with Social Work England"),
		.group = GROUP_REGISTRATION, .dated = true, .personal = true, FIELDS(registration_fields),
		.title = { STR("number") } },
	[TYPE_SPELL] = { .name = STR("spell"), .one = STR("time in post"), .many = STR("times in post"),
		.letter = STR("S"), .does = STR("One person in one post, from the first day to the last"),
		.group = GROUP_IDENTITY, .dated = true, .unbroken = true, .personal = true,
		FIELDS(spell_fields) },
	[TYPE_ABSENCE] = { .name = STR("absence"), .one = STR("absence"), .many = STR("absences"),
		.letter = STR("B"), .does = STR("Days away from work, by kind and never by reason"),
		.group = GROUP_ABSENCE, .dated = true, .personal = true, FIELDS(absence_fields) },
	[TYPE_CASELOAD] = { .name = STR("caseload"), .one = STR("caseload"), .many = STR("caseloads"),
		.letter = STR("C"), .does = STR("How many cases a person held on a day"),
		.group = GROUP_CASELOAD, .personal = true, FIELDS(caseload_fields) },
	[TYPE_EQUALITY] = { .name = STR("equality"), .one = STR("equality record"),
		.many = STR("equality records"), .letter = STR("Q"),
		.does = STR("What a person said of themselves for equality monitoring, kept apart"),
		.group = GROUP_EQUALITY, .personal = true, FIELDS(equality_fields) },
	[TYPE_ESTABLISHMENT_CHANGE] = { .name = STR("establishment_change"),
		.one = STR("establishment change"), .many = STR("establishment changes"), .letter = STR("E"),
		.does = STR("A post asked for, changed or given up, with the reason and the decision"),
		.group = GROUP_REQUESTS, FIELDS(establishment_change_fields), .title = { STR("title") } },
	[TYPE_QUALIFICATION] = { .name = STR("qualification"), .one = STR("qualification"),
		.many = STR("qualifications"), .letter = STR("K"),
		.does = STR("How somebody became a social worker: level, route, place and day"),
		.group = GROUP_REGISTRATION, .personal = true, FIELDS(qualification_fields) },
	[TYPE_PAY] = { .name = STR("pay"), .one = STR("pay record"), .many = STR("pay records"),
		.letter = STR("M"), .does = STR("What somebody is paid, from one day to another"),
		.group = GROUP_PAY, .dated = true, .personal = true, FIELDS(pay_fields) },
	[TYPE_CENSUS_YEAR] = { .name = STR("census_year"), .one = STR("census year"),
		.many = STR("census years"), .letter = STR("Y"),
		.does = STR("What a year\u2019s census asks of the council: allowances, and figures said otherwise"),
		.group = GROUP_RETURNS, FIELDS(census_year_fields), .title = { STR("year") } },
	[TYPE_CENSUS_NOTE] = { .name = STR("census_note"), .one = STR("census note"),
		.many = STR("census notes"), .letter = STR("W"),
		.does = STR("A note on a query of a return, or a decision on one of its working rules, with why"),
		.group = GROUP_RETURNS, .personal = true, FIELDS(census_note_fields),
		.title = { STR("year"), STR("subject") } },
	[TYPE_AGENCY_REQUEST] = { .name = STR("agency_request"), .one = STR("agency request"),
		.many = STR("agency requests"), .letter = STR("J"),
		.does = STR("A post to be covered by agency, or an assignment to be extended: why, and until when"),
		.group = GROUP_REQUESTS, FIELDS(agency_request_fields) },
	[TYPE_AGENCY_DECISION] = { .name = STR("agency_decision"), .one = STR("agency decision"),
		.many = STR("agency decisions"), .letter = STR("D"),
		.does = STR("What was decided of agency use, and who signed a rate off: by whom and when"),
		.group = GROUP_APPROVALS, FIELDS(agency_decision_fields) },
	[TYPE_ASSIGNMENT] = { .name = STR("assignment"), .one = STR("assignment"), .many = STR("assignments"),
		.letter = STR("F"), .does = STR("An agency worker\u2019s assignment: rates, hours, days, notice, project team"),
		.group = GROUP_TERMS, .personal = true, FIELDS(assignment_fields) },
	[TYPE_ASSIGNMENT_EVIDENCE] = { .name = STR("assignment_evidence"), .one = STR("evidence of an assignment"),
		.many = STR("assignment evidence"), .letter = STR("V"),
		.does = STR("What the statutory checks of an assignment rest on: experience, the last post, references"),
		.group = GROUP_TERMS, .personal = true, FIELDS(assignment_evidence_fields) },
	[TYPE_CONVERSION] = { .name = STR("conversion"), .one = STR("conversion talk"), .many = STR("conversion talks"),
		.letter = STR("H"), .does = STR("That an agency worker was asked about a permanent post, and what came of it"),
		.group = GROUP_TERMS, .personal = true, FIELDS(conversion_fields) },
	[TYPE_AGENCY_CAP] = { .name = STR("agency_cap"), .one = STR("agency cap"), .many = STR("agency caps"),
		.letter = STR("AC"), .does = STR("The most that an hour of a type of job may cost, as a region agreed it"),
		.group = GROUP_STRUCTURE, .dated = true, FIELDS(agency_cap_fields), .title = { STR("region") } },
	[TYPE_AGENCY_RULE] = { .name = STR("agency_rule"), .one = STR("agency rule"), .many = STR("agency rules"),
		.letter = STR("AR"), .does = STR("The number in an agency rule, from a day on, where it is not the usual one"),
		.group = GROUP_STRUCTURE, .dated = true, FIELDS(agency_rule_fields) },
	[TYPE_AGENCY_TITLE] = { .name = STR("agency_title"), .one = STR("agency job title"),
		.many = STR("agency job titles"), .letter = STR("AT"),
		.does = STR("A local job title, and which of the five types of job it counts as"),
		.group = GROUP_STRUCTURE, .dated = true, FIELDS(agency_title_fields), .title = { STR("title") } },
	[TYPE_AGENCY_ITEM] = { .name = STR("agency_item"), .one = STR("item of the agency return"),
		.many = STR("items of the agency return"), .letter = STR("AI"),
		.does = STR("What the quarterly agency return calls one of our items"),
		.group = GROUP_STRUCTURE, .dated = true, FIELDS(agency_item_fields), .title = { STR("official_name") } },
	[TYPE_AGENCY_COST] = { .name = STR("agency_cost"), .one = STR("agency cost"), .many = STR("agency costs"),
		.letter = STR("AM"), .does = STR("What all agency child and family social workers cost in a month"),
		.group = GROUP_TERMS, FIELDS(agency_cost_fields) },
	[TYPE_AGENCY_QUARTER] = { .name = STR("agency_quarter"), .one = STR("agency quarter"),
		.many = STR("agency quarters"), .letter = STR("AQ"),
		.does = STR("A quarter\u2019s agency return: agencies of concern, and when it was sent"),
		.group = GROUP_RETURNS, FIELDS(agency_quarter_fields), .title = { STR("quarter") } },
	[TYPE_AGENCY_COMPLIANCE] = { .name = STR("agency_compliance"), .one = STR("agency compliance"),
		.many = STR("agency compliance rows"), .letter = STR("AX"),
		.does = STR("How far an agency rule was kept in a quarter, and the explanation"),
		.group = GROUP_RETURNS, FIELDS(agency_compliance_fields), .title = { STR("quarter") } },
	[TYPE_TICKET] = { .name = STR("ticket"), .one = STR("over-establishment ticket"),
		.many = STR("over-establishment tickets"), .letter = STR("OE"),
		.does = STR("A post over establishment: why, until when, what was decided, and what came of it"),
		.group = GROUP_REQUESTS, FIELDS(ticket_fields) },
	[TYPE_ASSUMPTION] = { .name = STR("assumption"), .one = STR("assumption"), .many = STR("own assumptions"),
		.letter = STR("AS"), .does = STR("A number that forecasts and plans take, as the council has it, from a day on"),
		.group = GROUP_PLANS, .dated = true, FIELDS(assumption_fields), .title = { STR("what") } },
	[TYPE_REQUISITION] = { .name = STR("requisition"), .one = STR("requisition"), .many = STR("requisitions"),
		.letter = STR("RQ"), .does = STR("A post to be filled from outside: why, what was looked at first, what was decided"),
		.group = GROUP_REQUESTS, FIELDS(requisition_fields) },
	[TYPE_CAMPAIGN] = { .name = STR("campaign"), .one = STR("campaign"), .many = STR("campaigns"), .letter = STR("CA"),
		.does = STR("What is said to the world to bring applicants, and what came of it"),
		.group = GROUP_CAMPAIGNS, FIELDS(campaign_fields), .title = { STR("name") } },
	[TYPE_CAMPAIGN_LINE] = { .name = STR("campaign_line"), .one = STR("line of a campaign"),
		.many = STR("campaign lines"), .letter = STR("CL"),
		.does = STR("One channel of a campaign: message, supplier, days, spend and what was made"),
		.group = GROUP_CAMPAIGNS, FIELDS(campaign_line_fields), .title = { STR("channel") } },
	[TYPE_ROUND] = { .name = STR("hiring_round"), .one = STR("recruitment round"), .many = STR("recruitment rounds"),
		.letter = STR("RN"), .does = STR("A round of recruitment with its days and one panel, or an open advert"),
		.group = GROUP_CAMPAIGNS, FIELDS(round_fields), .title = { STR("name") } },
	[TYPE_PANEL_MEMBER] = { .name = STR("panel_member"), .one = STR("panel member"), .many = STR("panel members"),
		.letter = STR("PM"), .does = STR("Who assesses in a round, in which part, and when they were trained"),
		.group = GROUP_CAMPAIGNS, FIELDS(panel_fields), .title = { STR("name") } },
	[TYPE_CRITERION] = { .name = STR("criterion"), .one = STR("criterion"), .many = STR("criteria"), .letter = STR("CR"),
		.does = STR("What applicants of a round are scored on: the person specification, exercises, the interview"),
		.group = GROUP_CAMPAIGNS, FIELDS(criterion_fields), .title = { STR("name") } },
	[TYPE_CANDIDATE] = { .name = STR("candidate"), .one = STR("candidate"), .many = STR("candidates"), .letter = STR("CN"),
		.does = STR("Somebody who applied, over all their applications"),
		.group = GROUP_CANDIDATES, FIELDS(candidate_fields), .title = { STR("family_name"), STR("given_names") } },
	[TYPE_CANDIDATE_EQUALITY] = { .name = STR("candidate_equality"), .one = STR("equality answer of an applicant"),
		.many = STR("equality answers of applicants"), .letter = STR("CE"),
		.does = STR("What an applicant said of themselves for equality monitoring, kept apart from whoever chooses"),
		.group = GROUP_EQUALITY, FIELDS(candidate_equality_fields) },
	[TYPE_APPLICATION] = { .name = STR("application"), .one = STR("application"), .many = STR("applications"),
		.letter = STR("AP"), .does = STR("A candidate\u2019s application in a round, and the seat it led to"),
		.group = GROUP_CANDIDATES, FIELDS(application_fields) },
	[TYPE_STEP] = { .name = STR("application_step"), .one = STR("step of an application"),
		.many = STR("application steps"), .letter = STR("ST"),
		.does = STR("One step of an application, on a day: shortlisted, invited, offered, withdrawn"),
		.group = GROUP_CANDIDATES, FIELDS(step_fields), .title = { STR("move") } },
	[TYPE_SCORE] = { .name = STR("score"), .one = STR("assessment score"), .many = STR("assessment scores"), .letter = STR("SC"),
		.does = STR("One assessor\u2019s score of an application on a criterion, or what both agreed on"),
		.group = GROUP_SCORES, FIELDS(score_fields) },
	[TYPE_INTEREST] = { .name = STR("panel_interest"), .one = STR("interest of a panel member"),
		.many = STR("panel interests"), .letter = STR("PI"),
		.does = STR("What a panel member has to do with a candidate, whom they then do not score"),
		.group = GROUP_CANDIDATES, FIELDS(interest_fields), .title = { STR("what") } },
	[TYPE_VETTING] = { .name = STR("vetting"), .one = STR("check before start"), .many = STR("checks before start"),
		.letter = STR("VC"), .does = STR("One thing that must be seen before somebody starts: how far it is, never what it says"),
		.group = GROUP_VETTING, FIELDS(vetting_fields), .title = { STR("kind") } },
	[TYPE_INDUCTION_STEP] = { .name = STR("induction_step"), .one = STR("step of induction"),
		.many = STR("steps of induction"), .letter = STR("IS"),
		.does = STR("What is done for whoever starts in a role, and within how many days"),
		.group = GROUP_STRUCTURE, .dated = true, FIELDS(induction_step_fields), .title = { STR("name") } },
	[TYPE_INDUCTION] = { .name = STR("induction"), .one = STR("induction item"), .many = STR("induction items"),
		.letter = STR("IN"), .does = STR("That something of the induction was done for one person, or is due"),
		.group = GROUP_INDUCTION, .personal = true, FIELDS(induction_fields) },
	[TYPE_ANSWER] = { .name = STR("application_answer"), .one = STR("answer of an applicant"),
		.many = STR("answers of applicants"), .letter = STR("AW"),
		.does = STR("What a candidate wrote to one criterion of the person specification"),
		.group = GROUP_CANDIDATES, FIELDS(answer_fields) },
	[TYPE_PROBATION] = { .name = STR("probation_review"), .one = STR("probation review"),
		.many = STR("probation reviews"), .letter = STR("PV"),
		.does = STR("A review of somebody\u2019s probation: when it is due, when it was held, what came of it"),
		.group = GROUP_INDUCTION, .personal = true, FIELDS(probation_fields) },
	[TYPE_MESSAGE_TEMPLATE] = { .name = STR("message_template"), .one = STR("template of a message"),
		.many = STR("message templates"), .letter = STR("MT"),
		.does = STR("The council\u2019s own words for a notice to candidates or referees, from a day on"),
		.group = GROUP_CAMPAIGNS, .dated = true, FIELDS(template_fields), .title = { STR("notice") } },
	[TYPE_ROUTE] = { .name = STR("route"), .one = STR("route into social work"), .many = STR("routes into social work"),
		.letter = STR("RT"), .does = STR("A way into social work: how long, what it costs, who completes and who takes a post"),
		.group = GROUP_SUPPLY, .dated = true, FIELDS(route_fields), .title = { STR("name") } },
	[TYPE_PARTNER] = { .name = STR("partner"), .one = STR("partner"), .many = STR("partners"), .letter = STR("PR"),
		.does = STR("A university, teaching partnership or agency that learners come from"),
		.group = GROUP_SUPPLY, FIELDS(partner_fields), .title = { STR("name") } },
	[TYPE_COHORT] = { .name = STR("cohort"), .one = STR("cohort"), .many = STR("cohorts"), .letter = STR("CO"),
		.does = STR("One intake of a route: its days, places, unit, and odds of its own"),
		.group = GROUP_SUPPLY, FIELDS(cohort_fields), .title = { STR("name") } },
	[TYPE_LEARNER] = { .name = STR("learner"), .one = STR("learner"), .many = STR("learners"), .letter = STR("LN"),
		.does = STR("A student, trainee, apprentice, returner or recruit from overseas, in a cohort"),
		.group = GROUP_SUPPLY, FIELDS(learner_fields), .title = { STR("family_name"), STR("given_names") } },
	[TYPE_LEARNER_STEP] = { .name = STR("learner_step"), .one = STR("step of a learner"), .many = STR("learner steps"),
		.letter = STR("LS"), .does = STR("One step of a learner, on a day: began, qualified, arrived, joined, dropped out"),
		.group = GROUP_SUPPLY, FIELDS(learner_step_fields), .title = { STR("move") } },
	[TYPE_PLACEMENT] = { .name = STR("placement"), .one = STR("placement"), .many = STR("placements"), .letter = STR("PL"),
		.does = STR("A learner\u2019s days in a unit, with a practice educator, and whether they were passed"),
		.group = GROUP_SUPPLY, FIELDS(placement_fields), .title = { STR("kind") } },
	[TYPE_EDUCATOR] = { .name = STR("educator"), .one = STR("practice educator"), .many = STR("practice educators"),
		.letter = STR("PE"), .does = STR("A practice educator\u2019s days: agreed, enrolled, awarded, refreshed, stopped"),
		.group = GROUP_SUPPLY, .personal = true, FIELDS(educator_fields) },
	[TYPE_EDUCATOR_RULE] = { .name = STR("educator_rule"), .one = STR("rule on practice educators"),
		.many = STR("rules on practice educators"), .letter = STR("ER"),
		.does = STR("The number in a rule on practice educators, from a day on, where it is not the usual one"),
		.group = GROUP_SUPPLY, .dated = true, FIELDS(educator_rule_fields), .title = { STR("rule") } },
	[TYPE_LIST_WORD] = { .name = STR("list_word"), .one = STR("word of a list"), .many = STR("words of lists"), .letter = STR("LW"),
		.does = STR("What another system\u2019s list of applications calls a column, or a word in one, and what that is here"),
		.group = GROUP_CAMPAIGNS, .dated = true, FIELDS(list_word_fields), .title = { STR("said") } },
	[TYPE_CANDIDATE_APART] = { .name = STR("candidate_apart"), .one = STR("pair of candidates apart"), .many = STR("candidates apart"),
		.letter = STR("CX"), .does = STR("Two candidates who were found alike, were looked at, and are two people"),
		.group = GROUP_CANDIDATES, FIELDS(candidate_apart_fields) },
	[TYPE_HIRING_TERM] = { .name = STR("hiring_term"), .one = STR("term of recruitment"), .many = STR("terms of recruitment"),
		.letter = STR("HT"), .does = STR("How many days something of recruitment may take, as the council has it"),
		.group = GROUP_CAMPAIGNS, .dated = true, FIELDS(hiring_term_fields), .title = { STR("what") } },
	[TYPE_MOVE_WISH] = { .name = STR("move_wish"), .one = STR("request to move"), .many = STR("requests to move"), .letter = STR("MW"),
		.does = STR("That somebody asked to move to another post or team, or that their post ends, and what came of it"),
		.group = GROUP_MOVES, .personal = true, FIELDS(move_wish_fields) },
};

/* Whether `name` is the type's plural as addresses have it: blanks as hyphens. */
static bool
is_plural(const struct record_type *type, Str name)
{
	if (name.len != type->many.len)
		return false;
	for (ptrdiff_t i = 0; i < name.len; i++)
		if (name.at[i] != (type->many.at[i] == ' ' ? '-' : type->many.at[i]))
			return false;
	return true;
}

const struct record_type *
record_type_find(Str name)
{
	for (int t = 0; t < RECORD_TYPES; t++)
		if (str_equal(record_types[t].name, name) || is_plural(&record_types[t], name))
			return &record_types[t];
	return NULL;
}

bool
post_fte_said(const struct record *post)
{
	const struct record_type *type = &record_types[TYPE_POST];
	Str taken = record_value(type, post, S("fte_taken"));
	return taken.len == 0 || !str_equal(taken, record_value(type, post, S("fte")));
}

enum type_id
record_type_id(const struct record_type *type)
{
	return (enum type_id)(type - record_types);
}
