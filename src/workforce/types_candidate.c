/* types_candidate.c: the fields of whoever applies: the application and its steps, scores, checks, the induction. */
#include "workforce/types_hiring.h"

#include "workforce/stages.h"
#include "workforce/types_supply.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)
#define OF_CANDIDATE .group = GROUP_CANDIDATES
#define OF_CONTACT   .group = GROUP_CONTACT
#define OF_CHECK     .group = GROUP_VETTING
#define OF_SCORE     .group = GROUP_SCORES
#define OF_ANSWER    .group = GROUP_EQUALITY

const struct choice local_links[LOCAL_LINKS] = {
	{ STR("lives"), STR("Lives here") }, { STR("studied"), STR("Studied here") },
	{ STR("placement"), STR("Was on placement here") }, { STR("worked"), STR("Worked here before") },
	{ STR("none"), STR("None") },
};

const struct field candidate_fields[CANDIDATE_FIELDS] = {
	{ .name = STR("given_names"), .label = STR("Given names"), .kind = FIELD_TEXT, OF_CANDIDATE, .most = 100,
	  .heads = { STR("first name"), STR("forename"), STR("given names"), STR("candidate first name") } },
	{ .name = STR("family_name"), .label = STR("Family name"), .kind = FIELD_TEXT, OF_CANDIDATE, .most = 100,
	  .heads = { STR("surname"), STR("last name"), STR("family name"), STR("candidate last name") } },
	{ .name = STR("email"), .label = STR("Email"), .kind = FIELD_TEXT, OF_CONTACT, .most = 254,
	  .heads = { STR("email"), STR("email address"), STR("e-mail"), STR("candidate email") } },
	{ .name = STR("phone"), .label = STR("Telephone"), .kind = FIELD_TEXT, OF_CONTACT, .most = 40,
	  .heads = { STR("phone"), STR("telephone"), STR("mobile"), STR("mobile number") } },
	{ .name = STR("swe_number"), .label = STR("Social Work England number"), .kind = FIELD_TEXT, OF_CANDIDATE,
	  .pattern = STR("SW#"), .heads = { STR("swe number"), STR("registration number"), STR("social work england number") } },
	{ .name = STR("local_link"), .label = STR("Link with the area"), .kind = FIELD_CHOICE, OF_CANDIDATE,
	  CHOICES(local_links) },
	{ .name = STR("colleague"), .label = STR("Works or worked here as"), .kind = FIELD_REF, OF_CANDIDATE,
	  .refers = STR("person"), .hint = STR("Whoever left and comes back keeps their record") },
	{ .name = STR("keep_in_touch"), .label = STR("May be asked again"), .kind = FIELD_YES_NO, OF_CANDIDATE,
	  .hint = STR("They said so themselves") },
	{ .name = STR("remove_on"), .label = STR("To be removed on"), .kind = FIELD_DATE, OF_CANDIDATE,
	  .hint = STR("Six months after the last decision, unless they started or asked to be kept in touch with") },
	{ .name = STR("removed_on"), .label = STR("Removed on"), .kind = FIELD_DATE, OF_CANDIDATE },
	{ .name = STR("sponsor_needed"), .label = STR("Needs sponsorship"), .kind = FIELD_YES_NO, OF_CANDIDATE },
	{ .name = STR("adjustments"), .label = STR("Adjustments asked for"), .kind = FIELD_NOTE, OF_CONTACT, .most = 1000,
	  .hint = STR("What would help at an assessment, as they put it; not why") },
	{ .name = STR("same_as"), .label = STR("The same as"), .kind = FIELD_REF, OF_CANDIDATE, .refers = STR("candidate"),
	  .hint = STR("Where one person was recorded twice: the record that stays") },
};

const struct field candidate_equality_fields[CANDIDATE_EQUALITY_FIELDS] = {
	{ .name = STR("application"), .label = STR("Application"), .kind = FIELD_REF, OF_ANSWER, .required = true,
	  .refers = STR("application") },
	{ .name = STR("ethnicity"), .label = STR("Ethnicity"), .kind = FIELD_TEXT, OF_ANSWER, .most = 4 },
	{ .name = STR("sex"), .label = STR("Sex"), .kind = FIELD_TEXT, OF_ANSWER, .most = 20 },
	{ .name = STR("disability"), .label = STR("Disability"), .kind = FIELD_TEXT, OF_ANSWER, .most = 20 },
	{ .name = STR("age_band"), .label = STR("Age"), .kind = FIELD_TEXT, OF_ANSWER, .most = 20 },
	{ .name = STR("religion"), .label = STR("Religion or belief"), .kind = FIELD_TEXT, OF_ANSWER, .most = 40 },
	{ .name = STR("orientation"), .label = STR("Sexual orientation"), .kind = FIELD_TEXT, OF_ANSWER, .most = 40 },
	{ .name = STR("answered_on"), .label = STR("Answered on"), .kind = FIELD_DATE, OF_ANSWER, .required = true },
};

const struct field application_fields[APPLICATION_FIELDS] = {
	{ .name = STR("candidate"), .label = STR("Candidate"), .kind = FIELD_REF, OF_CANDIDATE, .required = true,
	  .refers = STR("candidate") },
	{ .name = STR("round"), .label = STR("Round"), .kind = FIELD_REF, OF_CANDIDATE, .required = true,
	  .refers = STR("hiring_round") },
	{ .name = STR("role"), .label = STR("Role"), .kind = FIELD_REF, OF_CANDIDATE, .required = true, .refers = STR("role") },
	{ .name = STR("band"), .label = STR("Experience"), .kind = FIELD_CHOICE, OF_CANDIDATE, .required = true, CHOICES(bands),
	  .heads = { STR("experience"), STR("experience band"), STR("applicant type") } },
	{ .name = STR("received_on"), .label = STR("Received on"), .kind = FIELD_DATE, OF_CANDIDATE, .required = true,
	  .heads = { STR("date applied"), STR("application date"), STR("submitted"), STR("received") } },
	{ .name = STR("channel"), .label = STR("Where they saw it"), .kind = FIELD_CHOICE, OF_CANDIDATE, CHOICES(channels),
	  .heads = { STR("source"), STR("how did you hear"), STR("application source"), STR("channel") } },
	{ .name = STR("line"), .label = STR("Line of the campaign"), .kind = FIELD_REF, OF_CANDIDATE,
	  .refers = STR("campaign_line"), .hint = STR("Where the very advert is known") },
	{ .name = STR("referred_by"), .label = STR("Referred by"), .kind = FIELD_REF, OF_CANDIDATE, .refers = STR("person") },
	{ .name = STR("inside"), .label = STR("From within the council"), .kind = FIELD_YES_NO, OF_CANDIDATE },
	{ .name = STR("statement"), .label = STR("Statement"), .kind = FIELD_NOTE, OF_CANDIDATE, .most = 8000 },
	{ .name = STR("experience"), .label = STR("Employment and training"), .kind = FIELD_NOTE, OF_CANDIDATE, .most = 8000 },
	{ .name = STR("qualified_on"), .label = STR("Qualified on"), .kind = FIELD_DATE, OF_CANDIDATE },
	{ .name = STR("notice_weeks"), .label = STR("Weeks of notice"), .kind = FIELD_WHOLE, OF_CANDIDATE, .most = 52 },
	{ .name = STR("requisition"), .label = STR("Seat that is offered"), .kind = FIELD_REF, OF_CANDIDATE,
	  .refers = STR("requisition") },
	{ .name = STR("fte"), .label = STR("FTE offered"), .kind = FIELD_FTE, OF_CANDIDATE },
	{ .name = STR("starts_on"), .label = STR("Start agreed for"), .kind = FIELD_DATE, OF_CANDIDATE },
	{ .name = STR("spell"), .label = STR("Time in post it became"), .kind = FIELD_REF, OF_CANDIDATE, .refers = STR("spell") },
	{ .name = STR("probation_on"), .label = STR("Probation reviewed on"), .kind = FIELD_DATE, OF_CANDIDATE },
	{ .name = STR("feedback_on"), .label = STR("Feedback given on"), .kind = FIELD_DATE, OF_CANDIDATE },
	{ .name = STR("brought_as"), .label = STR("Number in the other system"), .kind = FIELD_TEXT, OF_CANDIDATE, .most = 60,
	  .heads = { STR("application id"), STR("candidate id"), STR("reference"), STR("application reference") } },
	{ .name = STR("referrer"), .label = STR("Referred by, in their words"), .kind = FIELD_TEXT, OF_CANDIDATE, .most = 120,
	  .hint = STR("Whom the applicant named; who it is goes under \u201cReferred by\u201d") },
	{ .name = STR("interest"), .label = STR("Knows somebody who may choose"), .kind = FIELD_NOTE, OF_CANDIDATE, .most = 1000,
	  .hint = STR("Whom, and how, as the applicant said") },
	{ .name = STR("learner"), .label = STR("Came by a pipeline as"), .kind = FIELD_REF, OF_CANDIDATE,
	  .refers = STR("learner") },
};

const struct field answer_fields[ANSWER_FIELDS] = {
	{ .name = STR("application"), .label = STR("Application"), .kind = FIELD_REF, OF_CANDIDATE, .required = true,
	  .refers = STR("application") },
	{ .name = STR("criterion"), .label = STR("Criterion"), .kind = FIELD_REF, OF_CANDIDATE, .required = true,
	  .refers = STR("criterion") },
	{ .name = STR("words"), .label = STR("What they wrote"), .kind = FIELD_NOTE, OF_CANDIDATE, .most = 4000 },
};

static const struct choice step_reasons[] = {
	{ STR("criteria"), STR("Did not meet the essential criteria") }, { STR("scores"), STR("Scored below others") },
	{ STR("seats"), STR("No seat left") }, { STR("other_post"), STR("Took another post") },
	{ STR("pay"), STR("Pay") }, { STR("place"), STR("Place or travel") }, { STR("hours"), STR("Hours or way of working") },
	{ STR("too_long"), STR("It took too long") }, { STR("own_reasons"), STR("Their own reasons") },
	{ STR("no_answer"), STR("Did not answer") }, { STR("check"), STR("A check could not be cleared") },
	{ STR("other"), STR("Other") },
};

const struct field step_fields[STEP_FIELDS] = {
	{ .name = STR("application"), .label = STR("Application"), .kind = FIELD_REF, OF_CANDIDATE, .required = true,
	  .refers = STR("application") },
	{ .name = STR("move"), .label = STR("Step"), .kind = FIELD_CHOICE, OF_CANDIDATE, .required = true,
	  .choices = application_moves, .choice_count = APPLICATION_MOVES },
	{ .name = STR("held_on"), .label = STR("On"), .kind = FIELD_DATE, OF_CANDIDATE, .required = true },
	{ .name = STR("turn"), .label = STR("Which of the application\u2019s steps"), .kind = FIELD_WHOLE, OF_CANDIDATE,
	  .required = true, .most = 1000, .hint = STR("1 is the first after it came") },
	{ .name = STR("reason"), .label = STR("Why"), .kind = FIELD_CHOICE, OF_CANDIDATE, CHOICES(step_reasons) },
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE, OF_CANDIDATE, .most = 1000 },
	{ .name = STR("due_on"), .label = STR("Next by"), .kind = FIELD_DATE, OF_CANDIDATE,
	  .hint = STR("The day of an assessment; the day by which an answer is wanted") },
	{ .name = STR("made_by"), .label = STR("Recorded by"), .kind = FIELD_TEXT, OF_CANDIDATE },
	{ .name = STR("due_at"), .label = STR("At what time"), .kind = FIELD_TEXT, OF_CANDIDATE, .most = 5,
	  .hint = STR("Of an interview: 09:30, as a clock in London shows it") },
	{ .name = STR("place"), .label = STR("Where"), .kind = FIELD_TEXT, OF_CANDIDATE, .most = 200,
	  .hint = STR("Of an interview: the room and address, or how to join by video") },
	{ .name = STR("minutes"), .label = STR("Minutes it takes"), .kind = FIELD_WHOLE, OF_CANDIDATE, .most = 600,
	  .hint = STR("Empty: an hour") },
};

const struct field score_fields[SCORE_FIELDS] = {
	{ .name = STR("application"), .label = STR("Application"), .kind = FIELD_REF, OF_SCORE, .required = true,
	  .refers = STR("application") },
	{ .name = STR("criterion"), .label = STR("Criterion"), .kind = FIELD_REF, OF_SCORE, .required = true,
	  .refers = STR("criterion") },
	{ .name = STR("assessor"), .label = STR("Assessor"), .kind = FIELD_REF, OF_SCORE, .refers = STR("panel_member"),
	  .hint = STR("Empty: agreed by both, after their own scores were in") },
	{ .name = STR("score"), .label = STR("Score"), .kind = FIELD_WHOLE, OF_SCORE, .required = true, .most = 100 },
	{ .name = STR("note"), .label = STR("What was seen"), .kind = FIELD_NOTE, OF_SCORE, .most = 2000 },
	{ .name = STR("scored_on"), .label = STR("Scored on"), .kind = FIELD_DATE, OF_SCORE, .required = true },
	{ .name = STR("handed_in"), .label = STR("Handed in"), .kind = FIELD_YES_NO, OF_SCORE, .required = true,
	  .hint = STR("It cannot be changed after") },
};

/* ---- before the first day, and after --------------------------------------------------------------- */

const struct choice check_kinds[CHECK_KINDS] = {
	[CHECK_IDENTITY] = { STR("identity"), STR("Identity") },
	[CHECK_RIGHT_TO_WORK] = { STR("right_to_work"), STR("Right to work") },
	[CHECK_QUALIFICATION] = { STR("qualification"), STR("Qualification") },
	[CHECK_REGISTRATION] = { STR("registration"), STR("Social Work England register") },
	[CHECK_REFERENCE] = { STR("reference"), STR("Reference") },
	[CHECK_DBS] = { STR("dbs"), STR("Enhanced DBS with children\u2019s barred list") },
	[CHECK_OVERSEAS_POLICE] = { STR("overseas_police"), STR("Overseas police certificate") },
	[CHECK_HEALTH] = { STR("health"), STR("Occupational health") },
	[CHECK_GAPS] = { STR("gaps"), STR("Gaps in employment") },
};

static const struct choice dbs_levels[] = {
	{ STR("enhanced_barred"), STR("Enhanced with barred list") }, { STR("enhanced"), STR("Enhanced") },
	{ STR("standard"), STR("Standard") }, { STR("basic"), STR("Basic") },
};

const struct field vetting_fields[VETTING_FIELDS] = {
	{ .name = STR("application"), .label = STR("Application"), .kind = FIELD_REF, OF_CHECK, .required = true,
	  .refers = STR("application") },
	{ .name = STR("kind"), .label = STR("Check"), .kind = FIELD_CHOICE, OF_CHECK, .required = true, CHOICES(check_kinds) },
	{ .name = STR("state"), .label = STR("State"), .kind = FIELD_CHOICE, OF_CHECK, .required = true,
	  .choices = check_states, .choice_count = CHECK_STATES },
	{ .name = STR("not_needed_why"), .label = STR("Why it is not needed"), .kind = FIELD_TEXT, OF_CHECK, .most = 200,
	  .hint = STR("For example: never more than six months abroad in five years") },
	{ .name = STR("owner"), .label = STR("Who sees to it"), .kind = FIELD_TEXT, OF_CHECK, .most = 120 },
	{ .name = STR("due_on"), .label = STR("Due on"), .kind = FIELD_DATE, OF_CHECK },
	{ .name = STR("requested_on"), .label = STR("Requested on"), .kind = FIELD_DATE, OF_CHECK },
	{ .name = STR("chased_on"), .label = STR("Last chased on"), .kind = FIELD_DATE, OF_CHECK },
	{ .name = STR("received_on"), .label = STR("Received on"), .kind = FIELD_DATE, OF_CHECK },
	{ .name = STR("cleared_on"), .label = STR("Cleared on"), .kind = FIELD_DATE, OF_CHECK },
	{ .name = STR("expires_on"), .label = STR("Expires on"), .kind = FIELD_DATE, OF_CHECK },
	{ .name = STR("seen_by"), .label = STR("Seen by"), .kind = FIELD_TEXT, OF_CHECK, .most = 120 },
	{ .name = STR("level"), .label = STR("Level of the DBS check"), .kind = FIELD_CHOICE, OF_CHECK, CHOICES(dbs_levels) },
	{ .name = STR("number"), .label = STR("Number of the certificate seen"), .kind = FIELD_TEXT, OF_CHECK, .most = 40,
	  .hint = STR("The number alone; what a certificate says is never kept") },
	{ .name = STR("referee"), .label = STR("Referee"), .kind = FIELD_TEXT, OF_CHECK, .most = 120 },
	{ .name = STR("referee_email"), .label = STR("Referee\u2019s email"), .kind = FIELD_TEXT, OF_CHECK, .most = 254 },
	{ .name = STR("covers_from"), .label = STR("Covers from"), .kind = FIELD_DATE, OF_CHECK,
	  .hint = STR("References together cover five years") },
	{ .name = STR("covers_to"), .label = STR("Covers to"), .kind = FIELD_DATE, OF_CHECK },
	{ .name = STR("last_employer"), .label = STR("Last employer"), .kind = FIELD_YES_NO, OF_CHECK },
};

const struct choice needed_before[NEEDED_BEFORE] = {
	[NEEDED_FOR_CASES] = { STR("cases"), STR("Before they hold cases") },
	[NEEDED_FOR_INDUCTED] = { STR("inducted"), STR("Before the induction is done") },
	[NEEDED_FOR_CONFIRMED] = { STR("confirmed"), STR("Before the end of probation") },
};
static const struct choice step_kinds[] = {
	{ STR("item"), STR("Something that is done") }, { STR("review"), STR("Review of probation") },
};
const struct choice probation_outcomes[PROBATION_OUTCOMES] = {
	[PROBATION_PASSED] = { STR("passed"), STR("Passed") }, [PROBATION_EXTENDED] = { STR("extended"), STR("Extended") },
	[PROBATION_FAILED] = { STR("not_passed"), STR("Not passed") },
};

const struct field induction_step_fields[INDUCTION_STEP_FIELDS] = {
	{ .name = STR("role"), .label = STR("Of the role"), .kind = FIELD_REF, .group = GROUP_STRUCTURE, .refers = STR("role"),
	  .hint = STR("Empty: of everybody who starts") },
	{ .name = STR("name"), .label = STR("What is done"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE, .required = true,
	  .most = 200 },
	{ .name = STR("due_days"), .label = STR("Days after the start"), .kind = FIELD_WHOLE, .group = GROUP_STRUCTURE,
	  .required = true, .most = 730 },
	{ .name = STR("owner"), .label = STR("Who sees to it"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE, .most = 120 },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT, .group = GROUP_STRUCTURE, .most = 200 },
	{ .name = STR("needed"), .label = STR("Needed"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE, CHOICES(needed_before),
	  .hint = STR("Empty: nothing waits for it") },
	{ .name = STR("kind"), .label = STR("Kind"), .kind = FIELD_CHOICE, .group = GROUP_STRUCTURE, CHOICES(step_kinds),
	  .hint = STR("Empty: something that is done") },
};

#define OF_INDUCTION .group = GROUP_INDUCTION

const struct field induction_fields[INDUCTION_FIELDS] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, OF_INDUCTION, .required = true, .refers = STR("person") },
	{ .name = STR("spell"), .label = STR("Time in post"), .kind = FIELD_REF, OF_INDUCTION, .required = true,
	  .refers = STR("spell") },
	{ .name = STR("name"), .label = STR("What is done"), .kind = FIELD_TEXT, OF_INDUCTION, .most = 200 },
	{ .name = STR("owner"), .label = STR("Who sees to it"), .kind = FIELD_TEXT, OF_INDUCTION, .most = 120 },
	{ .name = STR("due_on"), .label = STR("Due on"), .kind = FIELD_DATE, OF_INDUCTION, .required = true },
	{ .name = STR("done_on"), .label = STR("Done on"), .kind = FIELD_DATE, OF_INDUCTION },
	{ .name = STR("done_by"), .label = STR("Seen to by"), .kind = FIELD_TEXT, OF_INDUCTION, .most = 120 },
	{ .name = STR("needed"), .label = STR("Needed"), .kind = FIELD_CHOICE, OF_INDUCTION, CHOICES(needed_before) },
	{ .name = STR("not_needed_why"), .label = STR("Why it is not needed"), .kind = FIELD_NOTE, OF_INDUCTION, .most = 500 },
	{ .name = STR("not_needed_on"), .label = STR("Said not to be needed on"), .kind = FIELD_DATE, OF_INDUCTION },
	{ .name = STR("not_needed_by"), .label = STR("Who said that it is not needed"), .kind = FIELD_TEXT, OF_INDUCTION, .most = 120 },
};

const struct field probation_fields[PROBATION_FIELDS] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, OF_INDUCTION, .required = true, .refers = STR("person") },
	{ .name = STR("spell"), .label = STR("Time in post"), .kind = FIELD_REF, OF_INDUCTION, .required = true,
	  .refers = STR("spell") },
	{ .name = STR("due_on"), .label = STR("Review due on"), .kind = FIELD_DATE, OF_INDUCTION, .required = true },
	{ .name = STR("held_on"), .label = STR("Held on"), .kind = FIELD_DATE, OF_INDUCTION },
	{ .name = STR("held_by"), .label = STR("Held by"), .kind = FIELD_TEXT, OF_INDUCTION, .most = 120 },
	{ .name = STR("outcome"), .label = STR("Outcome"), .kind = FIELD_CHOICE, OF_INDUCTION, CHOICES(probation_outcomes) },
	{ .name = STR("extended_to"), .label = STR("Extended to"), .kind = FIELD_DATE, OF_INDUCTION },
	{ .name = STR("why"), .label = STR("Why"), .kind = FIELD_NOTE, OF_INDUCTION, .most = 1000,
	  .hint = STR("Where it is extended or not passed. Whoever it is about can read it") },
};
