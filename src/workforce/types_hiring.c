/* types_hiring.c: the fields of recruitment up to an application, one row a field. */
#include "workforce/types_hiring.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)
#define OF_REQUEST  .group = GROUP_REQUESTS
#define OF_DECISION .group = GROUP_APPROVALS
#define OF_CAMPAIGN .group = GROUP_CAMPAIGNS

const struct choice bands[BANDS] = {
	[BAND_NEWLY] = { STR("newly_qualified"), STR("Newly qualified") },
	[BAND_EXPERIENCED] = { STR("experienced"), STR("Experienced") },
	[BAND_RETURNER] = { STR("returner"), STR("Returning to social work") },
	[BAND_OVERSEAS] = { STR("overseas"), STR("Qualified overseas") },
	[BAND_UNQUALIFIED] = { STR("unqualified"), STR("Not a qualified social worker") },
};

const struct choice channels[CHANNELS] = {
	{ STR("council_site"), STR("The council\u2019s own site") }, { STR("microsite"), STR("Microsite") },
	{ STR("wm_jobs"), STR("WM Jobs") }, { STR("jobs_board"), STR("Another jobs board") },
	{ STR("indeed"), STR("Indeed") }, { STR("linkedin"), STR("LinkedIn") },
	{ STR("social_media"), STR("Social media") }, { STR("community_care"), STR("Community Care") },
	{ STR("radio"), STR("Radio") }, { STR("video"), STR("Video") },
	{ STR("careers_event"), STR("Careers event") }, { STR("university"), STR("University or placement") },
	{ STR("refer_a_friend"), STR("Refer a friend") }, { STR("other"), STR("Other") },
};

static const struct choice decisions[] = {
	{ STR("approved"), STR("Approved") }, { STR("refused"), STR("Refused") },
};
static const struct choice checked_first[] = {
	{ STR("nobody"), STR("Looked, and nobody suits") }, { STR("offered"), STR("Offered to somebody who moves") },
	{ STR("not_needed"), STR("Does not apply") },
};

const struct field requisition_fields[REQUISITION_FIELDS] = {
	{ .name = STR("post"), .label = STR("Post to be filled"), .kind = FIELD_REF, OF_REQUEST, .refers = STR("post"),
	  .hint = STR("A post of the establishment; of a ticket, the post that was opened for it") },
	{ .name = STR("ticket"), .label = STR("Over-establishment ticket"), .kind = FIELD_REF, OF_REQUEST,
	  .refers = STR("ticket") },
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, OF_REQUEST, .required = true, .refers = STR("unit") },
	{ .name = STR("role"), .label = STR("Role"), .kind = FIELD_REF, OF_REQUEST, .required = true, .refers = STR("role") },
	{ .name = STR("band"), .label = STR("Experience wanted"), .kind = FIELD_CHOICE, OF_REQUEST, CHOICES(bands),
	  .hint = STR("Empty: any") },
	{ .name = STR("why"), .label = STR("Why it is needed"), .kind = FIELD_NOTE, OF_REQUEST, .required = true,
	  .most = 1000 },
	{ .name = STR("wanted_by"), .label = STR("Wanted by"), .kind = FIELD_DATE, OF_REQUEST },
	{ .name = STR("redeployment"), .label = STR("Redeployment list"), .kind = FIELD_CHOICE, OF_REQUEST,
	  CHOICES(checked_first), .hint = STR("People whose posts end are looked at before an advert") },
	{ .name = STR("transfers"), .label = STR("Requests to transfer"), .kind = FIELD_CHOICE, OF_REQUEST,
	  CHOICES(checked_first) },
	{ .name = STR("looked_on"), .label = STR("Both looked at on"), .kind = FIELD_DATE, OF_REQUEST },
	{ .name = STR("asked_by"), .label = STR("Asked by"), .kind = FIELD_TEXT, OF_REQUEST },
	{ .name = STR("asked_on"), .label = STR("Asked on"), .kind = FIELD_DATE, OF_REQUEST },
	{ .name = STR("withdrawn_on"), .label = STR("Withdrawn on"), .kind = FIELD_DATE, OF_REQUEST },
	{ .name = STR("decision"), .label = STR("Decision"), .kind = FIELD_CHOICE, OF_DECISION, CHOICES(decisions) },
	{ .name = STR("decided_by"), .label = STR("Decided by"), .kind = FIELD_TEXT, OF_DECISION },
	{ .name = STR("decided_on"), .label = STR("Decided on"), .kind = FIELD_DATE, OF_DECISION },
	{ .name = STR("decision_why"), .label = STR("Why so decided"), .kind = FIELD_NOTE, OF_DECISION, .most = 1000 },
	{ .name = STR("round"), .label = STR("Round that fills it"), .kind = FIELD_REF, OF_REQUEST,
	  .refers = STR("hiring_round") },
	{ .name = STR("advertised_on"), .label = STR("Advertised on"), .kind = FIELD_DATE, OF_REQUEST },
};

/* ---- what is said to the world ----------------------------------------------------------------- */

const struct field campaign_fields[CAMPAIGN_FIELDS] = {
	{ .name = STR("name"), .label = STR("Name"), .kind = FIELD_TEXT, OF_CAMPAIGN, .required = true, .most = 120 },
	{ .name = STR("theme"), .label = STR("Message"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 200,
	  .hint = STR("What it says, in a phrase: remind people why they came") },
	{ .name = STR("supplier"), .label = STR("Supplier"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 120 },
	{ .name = STR("band"), .label = STR("Whom it is for"), .kind = FIELD_CHOICE, OF_CAMPAIGN, CHOICES(bands) },
	{ .name = STR("role"), .label = STR("Role"), .kind = FIELD_REF, OF_CAMPAIGN, .refers = STR("role") },
	{ .name = STR("wanted"), .label = STR("Hires wanted"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .most = 1000 },
	{ .name = STR("starts_on"), .label = STR("Live from"), .kind = FIELD_DATE, OF_CAMPAIGN, .required = true },
	{ .name = STR("ends_on"), .label = STR("Until"), .kind = FIELD_DATE, OF_CAMPAIGN,
	  .hint = STR("Empty: an open advert, with no closing day") },
	{ .name = STR("goal"), .label = STR("What it is to achieve"), .kind = FIELD_NOTE, OF_CAMPAIGN, .most = 1000 },
	{ .name = STR("closed_on"), .label = STR("Closed on"), .kind = FIELD_DATE, OF_CAMPAIGN },
	{ .name = STR("closed_by"), .label = STR("Closed by"), .kind = FIELD_TEXT, OF_CAMPAIGN },
	{ .name = STR("achieved"), .label = STR("What it achieved"), .kind = FIELD_NOTE, OF_CAMPAIGN, .most = 2000 },
	{ .name = STR("lessons"), .label = STR("What to do otherwise"), .kind = FIELD_NOTE, OF_CAMPAIGN, .most = 2000 },
	{ .name = STR("again"), .label = STR("Worth doing again"), .kind = FIELD_YES_NO, OF_CAMPAIGN },
};

const struct field campaign_line_fields[CAMPAIGN_LINE_FIELDS] = {
	{ .name = STR("campaign"), .label = STR("Campaign"), .kind = FIELD_REF, OF_CAMPAIGN, .required = true,
	  .refers = STR("campaign") },
	{ .name = STR("channel"), .label = STR("Channel"), .kind = FIELD_CHOICE, OF_CAMPAIGN, .required = true,
	  CHOICES(channels) },
	{ .name = STR("theme"), .label = STR("Message here"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 200,
	  .hint = STR("Where it is another than the campaign\u2019s") },
	{ .name = STR("supplier"), .label = STR("Supplier"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 120 },
	{ .name = STR("starts_on"), .label = STR("From"), .kind = FIELD_DATE, OF_CAMPAIGN, .required = true },
	{ .name = STR("ends_on"), .label = STR("Until"), .kind = FIELD_DATE, OF_CAMPAIGN },
	{ .name = STR("spend"), .label = STR("Spend"), .kind = FIELD_MONEY, OF_CAMPAIGN, .most = 10000000,
	  .hint = STR("All that was paid for it") },
	{ .name = STR("asset"), .label = STR("What was made"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 300,
	  .hint = STR("A film, a page, an advert: its name and where it is kept") },
	{ .name = STR("reached"), .label = STR("People reached"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .most = 100000000,
	  .hint = STR("Clicks, visitors or listeners, as the supplier counts them") },
	{ .name = STR("contacts"), .label = STR("Contacts made"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .most = 1000000,
	  .hint = STR("People who left a name, at an event") },
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE, OF_CAMPAIGN, .most = 1000 },
};

/* ---- rounds and panels ------------------------------------------------------------------------- */

const struct field round_fields[ROUND_FIELDS] = {
	{ .name = STR("number"), .label = STR("Number"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .most = 1000,
	  .hint = STR("Of a dated round; empty for an open advert") },
	{ .name = STR("name"), .label = STR("Name"), .kind = FIELD_TEXT, OF_CAMPAIGN, .required = true, .most = 120 },
	{ .name = STR("campaign"), .label = STR("Campaign"), .kind = FIELD_REF, OF_CAMPAIGN, .refers = STR("campaign") },
	{ .name = STR("opens_on"), .label = STR("Opens on"), .kind = FIELD_DATE, OF_CAMPAIGN, .required = true },
	{ .name = STR("closes_on"), .label = STR("Closes on"), .kind = FIELD_DATE, OF_CAMPAIGN,
	  .hint = STR("Empty: an open advert; applications are looked at as they come") },
	{ .name = STR("shortlist_by"), .label = STR("Shortlist by"), .kind = FIELD_DATE, OF_CAMPAIGN },
	{ .name = STR("assess_on"), .label = STR("Assessment on"), .kind = FIELD_DATE, OF_CAMPAIGN },
	{ .name = STR("decide_by"), .label = STR("Decide by"), .kind = FIELD_DATE, OF_CAMPAIGN },
	{ .name = STR("advert"), .label = STR("Advert"), .kind = FIELD_NOTE, OF_CAMPAIGN, .most = 4000,
	  .hint = STR("What applicants read above the form") },
	{ .name = STR("anonymous"), .label = STR("Shortlisted without names"), .kind = FIELD_YES_NO, OF_CAMPAIGN,
	  .required = true },
	{ .name = STR("public"), .label = STR("Applications by the public form"), .kind = FIELD_YES_NO, OF_CAMPAIGN,
	  .required = true },
	{ .name = STR("closed_on"), .label = STR("Closed on"), .kind = FIELD_DATE, OF_CAMPAIGN },
	{ .name = STR("lessons"), .label = STR("What was learnt"), .kind = FIELD_NOTE, OF_CAMPAIGN, .most = 2000,
	  .hint = STR("Said when the round is closed") },
	{ .name = STR("feedback_days"), .label = STR("Days until feedback is due"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .most = 365,
	  .hint = STR("To whoever was assessed and is not chosen; empty: 14") },
	{ .name = STR("pay"), .label = STR("Pay, as the advert says it"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 120,
	  .hint = STR("What applicants read; empty: the advert says nothing of pay") },
	{ .name = STR("contact"), .label = STR("Whom applicants may ask"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 200,
	  .hint = STR("A name, and a telephone number or an address, for everybody to read") },
	{ .name = STR("title"), .label = STR("Job, as the advert says it"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 120,
	  .hint = STR("As \u201cSocial worker, family help\u201d; empty: the roles of the posts that the round fills") },
	{ .name = STR("place"), .label = STR("Where, as the advert says it"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 120,
	  .hint = STR("Teams or place; empty: the advert says only the council") },
	{ .name = STR("worked"), .label = STR("How it is worked, as the advert says it"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 120,
	  .hint = STR("As \u201cFull time or part time, two days at home\u201d; empty: full time or part time, as its posts are") },
};

static const struct choice panel_parts[] = {
	{ STR("chair"), STR("Chair") }, { STR("assessor"), STR("Assessor") },
	{ STR("young_people"), STR("Young people\u2019s panel") }, { STR("observer"), STR("Observer") },
};

static const struct choice scores_at[] = {
	{ STR("both"), STR("Shortlisting and assessment") }, { STR("shortlisting"), STR("Shortlisting") },
	{ STR("assessment"), STR("Assessment") }, { STR("none"), STR("Nothing") },
};

const struct field panel_fields[PANEL_FIELDS] = {
	{ .name = STR("round"), .label = STR("Round"), .kind = FIELD_REF, OF_CAMPAIGN, .required = true,
	  .refers = STR("hiring_round") },
	{ .name = STR("name"), .label = STR("Name"), .kind = FIELD_TEXT, .group = GROUP_IDENTITY, .required = true, .most = 120 },
	{ .name = STR("colleague"), .label = STR("Person"), .kind = FIELD_REF, OF_CAMPAIGN, .refers = STR("person"),
	  .hint = STR("Where they work here: whoever referred a candidate is never on the panel") },
	{ .name = STR("account"), .label = STR("Account"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 20,
	  .hint = STR("With which they score, as A-000003") },
	{ .name = STR("part"), .label = STR("Part"), .kind = FIELD_CHOICE, OF_CAMPAIGN, .required = true,
	  CHOICES(panel_parts) },
	{ .name = STR("trained_on"), .label = STR("Safer recruitment training"), .kind = FIELD_DATE, OF_CAMPAIGN,
	  .hint = STR("The day it was last done; one of the panel must have it") },
	{ .name = STR("left_on"), .label = STR("Left the panel on"), .kind = FIELD_DATE, OF_CAMPAIGN },
	{ .name = STR("scores_at"), .label = STR("Scores at"), .kind = FIELD_CHOICE, OF_CAMPAIGN, CHOICES(scores_at),
	  .hint = STR("Empty: a chair and an assessor at both, young people at the assessment, an observer at nothing") },
	{ .name = STR("trained_until"), .label = STR("Training holds until"), .kind = FIELD_DATE, OF_CAMPAIGN,
	  .hint = STR("Empty: five years from the day it was done") },
	{ .name = STR("declared_on"), .label = STR("Interests declared on"), .kind = FIELD_DATE, OF_CAMPAIGN,
	  .hint = STR("The day they said whom of the candidates they know, or that they know none") },
};

static const struct choice criterion_parts[] = {
	{ STR("shortlist"), STR("Shortlisting") }, { STR("exercise"), STR("Exercise of the assessment centre") },
	{ STR("interview"), STR("Interview") },
};

const struct field criterion_fields[CRITERION_FIELDS] = {
	{ .name = STR("round"), .label = STR("Round"), .kind = FIELD_REF, OF_CAMPAIGN, .required = true,
	  .refers = STR("hiring_round") },
	{ .name = STR("role"), .label = STR("Of the role"), .kind = FIELD_REF, OF_CAMPAIGN, .refers = STR("role"),
	  .hint = STR("Empty: of every role in the round") },
	{ .name = STR("part"), .label = STR("Scored at"), .kind = FIELD_CHOICE, OF_CAMPAIGN, .required = true,
	  CHOICES(criterion_parts) },
	{ .name = STR("name"), .label = STR("Criterion"), .kind = FIELD_TEXT, OF_CAMPAIGN, .required = true, .most = 200 },
	{ .name = STR("most"), .label = STR("Highest score"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .required = true, .most = 100 },
	{ .name = STR("needed"), .label = STR("Lowest that suffices"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .most = 100,
	  .hint = STR("Empty: desirable, not essential") },
	{ .name = STR("place"), .label = STR("Place in the list"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .most = 100 },
	{ .name = STR("weight"), .label = STR("Weight"), .kind = FIELD_WHOLE, OF_CAMPAIGN, .most = 20,
	  .hint = STR("How many times it counts; empty: once") },
	{ .name = STR("held_on"), .label = STR("Held on"), .kind = FIELD_DATE, OF_CAMPAIGN, .hint = STR("The day of an exercise or interview") },
	{ .name = STR("held_at"), .label = STR("Where"), .kind = FIELD_TEXT, OF_CAMPAIGN, .most = 200 },
};

static const struct choice interest_kinds[] = {
	{ STR("relative"), STR("A relative") }, { STR("friend"), STR("A friend, or close to them") },
	{ STR("worked_together"), STR("Worked closely with them") }, { STR("referred"), STR("Referred them") },
	{ STR("other"), STR("Other") },
};

const struct field interest_fields[INTEREST_FIELDS] = {
	{ .name = STR("member"), .label = STR("Panel member"), .kind = FIELD_REF, .group = GROUP_CANDIDATES, .required = true,
	  .refers = STR("panel_member") },
	{ .name = STR("candidate"), .label = STR("Candidate"), .kind = FIELD_REF, .group = GROUP_CANDIDATES, .required = true,
	  .refers = STR("candidate") },
	{ .name = STR("what"), .label = STR("What they are to each other"), .kind = FIELD_CHOICE, .group = GROUP_CANDIDATES,
	  .required = true, CHOICES(interest_kinds) },
	{ .name = STR("declared_on"), .label = STR("Declared on"), .kind = FIELD_DATE, .group = GROUP_CANDIDATES, .required = true },
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE, .group = GROUP_CANDIDATES, .most = 500 },
};
