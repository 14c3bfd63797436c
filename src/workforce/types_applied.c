/* types_applied.c: the fields of words of lists, of candidates who are apart, of terms of recruitment. */
#include "workforce/types_applied.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)
#define OF_LISTS     .group = GROUP_CAMPAIGNS
#define OF_CANDIDATE .group = GROUP_CANDIDATES

const struct choice applicant_systems[APPLICANT_SYSTEMS] = {
	{ STR("talentlink"), STR("TalentLink") }, { STR("tribepad"), STR("Tribepad") }, { STR("other"), STR("Another system, or a sheet of our own") },
};

const struct choice applicant_columns[APPLICANT_COLUMNS] = {
	[COL_REFERENCE] = { STR("reference"), STR("Number in the other system") },
	[COL_GIVEN] = { STR("given_names"), STR("Given names") },
	[COL_FAMILY] = { STR("family_name"), STR("Family name") },
	[COL_FULL] = { STR("full_name"), STR("Name in one column") },
	[COL_EMAIL] = { STR("email"), STR("Email") },
	[COL_PHONE] = { STR("phone"), STR("Telephone") },
	[COL_NUMBER] = { STR("swe_number"), STR("Social Work England number") },
	[COL_ROUND] = { STR("round"), STR("Round") },
	[COL_ROLE] = { STR("role"), STR("Role") },
	[COL_BAND] = { STR("band"), STR("Experience") },
	[COL_RECEIVED] = { STR("received_on"), STR("Received on") },
	[COL_CHANNEL] = { STR("channel"), STR("Where they saw it") },
	[COL_STAGE] = { STR("stage"), STR("Stage") },
	[COL_STAGE_ON] = { STR("stage_on"), STR("Day of the stage") },
	[COL_REASON] = { STR("reason"), STR("Why it ended") },
	[COL_AGAIN] = { STR("keep_in_touch"), STR("May be asked again") },
	[COL_SPONSOR] = { STR("sponsor_needed"), STR("Needs sponsorship") },
	[COL_SEX] = { STR("sex"), STR("Sex (kept apart)") },
	[COL_ETHNICITY] = { STR("ethnicity"), STR("Ethnicity (kept apart)") },
	[COL_DISABILITY] = { STR("disability"), STR("Disability (kept apart)") },
	[COL_RELIGION] = { STR("religion"), STR("Religion or belief (kept apart)") },
	[COL_ORIENTATION] = { STR("orientation"), STR("Sexual orientation (kept apart)") },
};

const struct field list_word_fields[LIST_WORD_FIELDS] = {
	{ .name = STR("system"), .label = STR("System"), .kind = FIELD_CHOICE, OF_LISTS, .required = true, CHOICES(applicant_systems) },
	{ .name = STR("column"), .label = STR("Column"), .kind = FIELD_CHOICE, OF_LISTS, .required = true, CHOICES(applicant_columns) },
	{ .name = STR("said"), .label = STR("What it says there"), .kind = FIELD_TEXT, OF_LISTS, .required = true, .most = 200,
	  .hint = STR("The heading of the column, or a word in it") },
	{ .name = STR("means"), .label = STR("What that is here"), .kind = FIELD_TEXT, OF_LISTS, .most = 60,
	  .hint = STR("Empty: it is the heading. Else a code, as shortlisted, or a reference, as R-000003") },
	{ .name = STR("sure"), .label = STR("Somebody has looked"), .kind = FIELD_YES_NO, OF_LISTS, .required = true,
	  .hint = STR("No: it is thought to be so; a list that uses it says that it should be looked at") },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT, OF_LISTS, .most = 200 },
};

const struct field candidate_apart_fields[CANDIDATE_APART_FIELDS] = {
	{ .name = STR("candidate"), .label = STR("Candidate"), .kind = FIELD_REF, OF_CANDIDATE, .required = true, .refers = STR("candidate") },
	{ .name = STR("other"), .label = STR("Not the same as"), .kind = FIELD_REF, OF_CANDIDATE, .required = true,
	  .refers = STR("candidate") },
	{ .name = STR("said_on"), .label = STR("Said on"), .kind = FIELD_DATE, OF_CANDIDATE, .required = true },
};

const struct choice hiring_terms[HIRING_TERMS] = {
	[TERM_CHECK] = { STR("check"), STR("Days until a check is late") },
	[TERM_DRAFT] = { STR("draft"), STR("Days that an application is kept which was begun and not sent, after its last change") },
	[TERM_DRAFT_CLOSED] = { STR("draft_closed"), STR("Days that it is kept after the closing day at most") },
	[TERM_DRAFT_SENT] = { STR("draft_sent"), STR("Days after sending in which the code shows how far an application is") },
	[TERM_DRAFTS] = { STR("drafts"), STR("Applications that may be begun and not sent at once") },
	[TERM_ANSWER] = { STR("answer"), STR("Characters of an answer to one thing that is asked") },
	[TERM_STATEMENT] = { STR("statement"), STR("Characters of a statement where nothing is asked by itself") },
	[TERM_EMPLOYMENT] = { STR("employment"), STR("Characters of the employment history") },
};

/* A draft of less than a week is lost by somebody on leave; one of more than a year is forgotten. Characters: what the
 * register's own fields hold, and at least a paragraph. */
const struct hiring_term_row hiring_term_rows[HIRING_TERMS] = {
	[TERM_CHECK] = { 28, 0, 730 }, [TERM_DRAFT] = { 30, 7, 365 }, [TERM_DRAFT_CLOSED] = { 7, 0, 90 },
	[TERM_DRAFT_SENT] = { 365, 30, 730 }, [TERM_DRAFTS] = { 5000, 10, 30000 }, [TERM_ANSWER] = { 3000, 200, 4000 },
	[TERM_STATEMENT] = { 6000, 500, 8000 }, [TERM_EMPLOYMENT] = { 5000, 500, 5000 },
};

const struct field hiring_term_fields[HIRING_TERM_FIELDS] = {
	{ .name = STR("what"), .label = STR("What"), .kind = FIELD_CHOICE, OF_LISTS, .required = true, CHOICES(hiring_terms) },
	{ .name = STR("days"), .label = STR("How many"), .kind = FIELD_WHOLE, OF_LISTS, .required = true, .most = 30000,
	  .hint = STR("Days, applications or characters, as the term says") },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT, OF_LISTS, .most = 200 },
};
