/* types_supply.c: the fields of routes, cohorts, learners, placements and practice educators. */
#include "workforce/types_supply.h"

#include "workforce/stages_learner.h"

#define CHOICES(rows) .choices = (rows), .choice_count = (int)countof(rows)
#define OF_SUPPLY .group = GROUP_SUPPLY
#define DAY(field, words) .name = STR(field), .label = STR(words), .kind = FIELD_DATE, OF_SUPPLY
#define PART .kind = FIELD_DECIMAL, OF_SUPPLY, .most = 1

const struct choice route_kinds[ROUTE_KINDS] = {
	[ROUTE_STEP_UP] = { STR("step_up"), STR("Step Up to Social Work") },
	[ROUTE_APPROACH] = { STR("approach"), STR("Approach Social Work") },
	[ROUTE_APPRENTICE_6] = { STR("apprentice_6"), STR("Apprenticeship, level 6") },
	[ROUTE_APPRENTICE_7] = { STR("apprentice_7"), STR("Apprenticeship, level 7 or Master\u2019s") },
	[ROUTE_TRAINEE] = { STR("trainee"), STR("Trainees of our own") },
	[ROUTE_STUDENT] = { STR("student"), STR("Students on placement, BA or MA") },
	[ROUTE_OVERSEAS] = { STR("overseas"), STR("Overseas") },
	[ROUTE_RETURNER] = { STR("returner"), STR("Returners") },
	[ROUTE_FAMILY_SUPPORT] = { STR("family_support"), STR("Family support to social worker") },
	[ROUTE_OTHER] = { STR("other"), STR("Other") },
};

const struct choice grades[GRADES] = {
	[GRADE_A] = { STR("a"), STR("A: official and complete") }, [GRADE_B] = { STR("b"), STR("B: studied well, or one whole cohort") },
	[GRADE_C] = { STR("c"), STR("C: one council, or few people") }, [GRADE_D] = { STR("d"), STR("D: a guess") },
	[GRADE_OWN] = { STR("own"), STR("Our own records") },
};

/* Two odds of a route or a cohort: each with its least, its most, its grade and its source. */
#define ODDS(field, words, told) \
	{ .name = STR(field), .label = STR(words), PART, .hint = STR(told) }, \
	{ .name = STR(field "_low"), .label = STR(words ", at least"), PART }, \
	{ .name = STR(field "_high"), .label = STR(words ", at most"), PART }, \
	{ .name = STR(field "_grade"), .label = STR(words ": how sure"), .kind = FIELD_CHOICE, OF_SUPPLY, CHOICES(grades) }, \
	{ .name = STR(field "_source"), .label = STR(words ": who says so"), .kind = FIELD_TEXT, OF_SUPPLY, .most = 200 }

const struct field route_fields[ROUTE_FIELDS] = {
	{ .name = STR("name"), .label = STR("Name"), .kind = FIELD_TEXT, OF_SUPPLY, .required = true, .most = 120 },
	{ .name = STR("kind"), .label = STR("Route"), .kind = FIELD_CHOICE, OF_SUPPLY, .required = true, CHOICES(route_kinds) },
	{ .name = STR("months"), .label = STR("Months"), .kind = FIELD_WHOLE, OF_SUPPLY, .most = 120,
	  .hint = STR("From the start to being qualified, or here") },
	{ .name = STR("placement_days"), .label = STR("Days on placement"), .kind = FIELD_WHOLE, OF_SUPPLY, .most = 400 },
	{ .name = STR("year_cost"), .label = STR("Cost to us, each a year"), .kind = FIELD_MONEY, OF_SUPPLY, .most = 1000000 },
	{ .name = STR("bursary"), .label = STR("Bursary"), .kind = FIELD_MONEY, OF_SUPPLY, .most = 1000000 },
	{ .name = STR("funding_rule"), .label = STR("Funding rule"), .kind = FIELD_NOTE, OF_SUPPLY, .most = 1000 },
	{ DAY("funding_until", "Funding rule valid until"), .hint = STR("Look again by then: rules change") },
	ODDS("completes", "Completes", "Of one: 0.83 is 83 in a hundred. Overseas: comes, once chosen"),
	ODDS("takes_post", "Takes a post here", "Of one, of those who complete"),
	{ .name = STR("source"), .label = STR("Where the rest comes from"), .kind = FIELD_TEXT, OF_SUPPLY, .most = 200 },
};

static const struct choice partner_kinds[] = {
	{ STR("university"), STR("University") }, { STR("partnership"), STR("Teaching partnership") },
	{ STR("agency"), STR("Agency that recruits overseas") }, { STR("college"), STR("College") }, { STR("other"), STR("Other") },
};

const struct field partner_fields[PARTNER_FIELDS] = {
	{ .name = STR("name"), .label = STR("Name"), .kind = FIELD_TEXT, OF_SUPPLY, .required = true, .most = 120 },
	{ .name = STR("kind"), .label = STR("Kind"), .kind = FIELD_CHOICE, OF_SUPPLY, .required = true, CHOICES(partner_kinds) },
	{ DAY("since", "Partner from") },
	{ DAY("until", "Partner until") },
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE, OF_SUPPLY, .most = 1000,
	  .hint = STR("What was agreed: places, fees, ethical recruitment") },
};

const struct field cohort_fields[COHORT_FIELDS] = {
	{ .name = STR("route"), .label = STR("Route"), .kind = FIELD_REF, OF_SUPPLY, .required = true, .refers = STR("route") },
	{ .name = STR("partner"), .label = STR("Partner"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("partner") },
	{ .name = STR("name"), .label = STR("Name"), .kind = FIELD_TEXT, OF_SUPPLY, .required = true, .most = 120 },
	{ DAY("starts_on", "Starts on"), .required = true },
	{ DAY("expected_on", "Qualified or here on"), .hint = STR("Empty: the start, and the months of the route") },
	{ .name = STR("places"), .label = STR("Places"), .kind = FIELD_WHOLE, OF_SUPPLY, .most = 200,
	  .hint = STR("Counted until somebody is selected") },
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("unit") },
	{ .name = STR("backfill"), .label = STR("Cost of backfill, in all"), .kind = FIELD_MONEY, OF_SUPPLY, .most = 10000000,
	  .hint = STR("Of posts that learners leave empty") },
	{ .name = STR("tie_in_months"), .label = STR("Months of tie-in"), .kind = FIELD_WHOLE, OF_SUPPLY, .most = 120,
	  .hint = STR("How long they stay, or pay back") },
	ODDS("completes", "Completes", "Empty: as the route"),
	ODDS("takes_post", "Takes a post here", "Empty: as the route"),
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE, OF_SUPPLY, .most = 1000 },
};

const struct field learner_fields[LEARNER_FIELDS] = {
	{ .name = STR("cohort"), .label = STR("Cohort"), .kind = FIELD_REF, OF_SUPPLY, .required = true, .refers = STR("cohort") },
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("unit") },
	{ .name = STR("given_names"), .label = STR("Given names"), .kind = FIELD_TEXT, OF_SUPPLY, .most = 100,
	  .heads = { STR("first name"), STR("forename"), STR("given names") } },
	{ .name = STR("family_name"), .label = STR("Family name"), .kind = FIELD_TEXT, OF_SUPPLY, .most = 100,
	  .heads = { STR("surname"), STR("last name"), STR("family name") } },
	{ .name = STR("colleague"), .label = STR("Works or worked here as"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("person") },
	{ .name = STR("candidate"), .label = STR("Applied as"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("candidate") },
	{ .name = STR("educator"), .label = STR("Practice educator"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("educator") },
	{ DAY("known_on", "Known since"), .required = true, .hint = STR("The day they said that they were interested") },
	{ DAY("expected_on", "Qualified or here on"), .hint = STR("Empty: as the cohort") },
	{ DAY("tie_in_until", "Tied until"), .hint = STR("Empty: the months of the cohort after they joined") },
	{ .name = STR("local_link"), .label = STR("Link with the area"), .kind = FIELD_CHOICE, OF_SUPPLY, CHOICES(local_links) },
	{ DAY("registered_on", "Registration granted on"), .hint = STR("By Social Work England") },
	{ DAY("certificate_until", "Certificate of sponsorship expires"), .hint = STR("Overseas: asked about until the visa is granted") },
	{ DAY("visa_until", "Visa expires") },
	{ DAY("arrives_on", "Arrives on"), .hint = STR("Overseas: as booked; before that, the day of the cohort") },
	{ .name = STR("post_offered"), .label = STR("Post offered"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("post") },
	{ .name = STR("spell"), .label = STR("Time in post it became"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("spell") },
	{ .name = STR("keep_in_touch"), .label = STR("May be asked again"), .kind = FIELD_YES_NO, OF_SUPPLY,
	  .hint = STR("They said so themselves") },
	{ DAY("remove_on", "To be removed on") },
	{ DAY("removed_on", "Removed on") },
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE, OF_SUPPLY, .most = 1000,
	  .hint = STR("Nothing of health, marks or immigration papers") },
};

static const struct choice learner_reasons[] = {
	{ STR("money"), STR("Money") }, { STR("caring"), STR("Caring for somebody") }, { STR("place"), STR("Place or travel") },
	{ STR("course"), STR("The course") }, { STR("placement"), STR("The placement") }, { STR("other_post"), STR("Took another post") },
	{ STR("pay"), STR("Pay") }, { STR("no_post"), STR("No post was offered") }, { STR("papers"), STR("Registration or visa") },
	{ STR("own_reasons"), STR("Their own reasons") }, { STR("no_answer"), STR("Did not answer") }, { STR("other"), STR("Other") },
};

const struct field learner_step_fields[LEARNER_STEP_FIELDS] = {
	{ .name = STR("learner"), .label = STR("Learner"), .kind = FIELD_REF, OF_SUPPLY, .required = true,
	  .refers = STR("learner") },
	{ .name = STR("move"), .label = STR("Step"), .kind = FIELD_CHOICE, OF_SUPPLY, .required = true,
	  .choices = learner_moves, .choice_count = LEARNER_MOVES },
	{ DAY("held_on", "On"), .required = true },
	{ .name = STR("turn"), .label = STR("Which of the learner\u2019s steps"), .kind = FIELD_WHOLE, OF_SUPPLY, .required = true,
	  .most = 1000, .hint = STR("1 is the first after they were known") },
	{ .name = STR("reason"), .label = STR("Why"), .kind = FIELD_CHOICE, OF_SUPPLY, CHOICES(learner_reasons) },
	{ .name = STR("note"), .label = STR("Note"), .kind = FIELD_NOTE, OF_SUPPLY, .most = 1000 },
	{ .name = STR("made_by"), .label = STR("Recorded by"), .kind = FIELD_TEXT, OF_SUPPLY },
};

/* ---- placements and practice educators ------------------------------------------------------------- */

const struct choice placement_kinds[PLACEMENT_KINDS] = {
	[PLACEMENT_FIRST] = { STR("first"), STR("First") }, [PLACEMENT_FINAL] = { STR("final"), STR("Final") },
	[PLACEMENT_OTHER] = { STR("other"), STR("Other") },
};

static const struct choice placement_outcomes[] = {
	{ STR("passed"), STR("Passed") }, { STR("not_passed"), STR("Not passed") }, { STR("stopped"), STR("Ended early") },
};

const struct field placement_fields[PLACEMENT_FIELDS] = {
	{ .name = STR("learner"), .label = STR("Learner"), .kind = FIELD_REF, OF_SUPPLY, .required = true,
	  .refers = STR("learner") },
	{ .name = STR("unit"), .label = STR("Unit"), .kind = FIELD_REF, OF_SUPPLY, .required = true, .refers = STR("unit") },
	{ .name = STR("educator"), .label = STR("Practice educator"), .kind = FIELD_REF, OF_SUPPLY, .refers = STR("educator"),
	  .hint = STR("Empty: none is found yet") },
	{ .name = STR("kind"), .label = STR("Placement"), .kind = FIELD_CHOICE, OF_SUPPLY, .required = true,
	  CHOICES(placement_kinds) },
	{ DAY("starts_on", "Starts on"), .required = true },
	{ DAY("ends_on", "Ends on"), .required = true },
	{ .name = STR("days"), .label = STR("Days"), .kind = FIELD_WHOLE, OF_SUPPLY, .most = 400 },
	{ .name = STR("outcome"), .label = STR("Outcome"), .kind = FIELD_CHOICE, OF_SUPPLY, CHOICES(placement_outcomes) },
};

const struct field educator_fields[EDUCATOR_FIELDS] = {
	{ .name = STR("person"), .label = STR("Person"), .kind = FIELD_REF, OF_SUPPLY, .required = true,
	  .refers = STR("person") },
	{ .name = STR("agreed_by"), .label = STR("Manager who agreed"), .kind = FIELD_TEXT, OF_SUPPLY, .most = 120 },
	{ DAY("agreed_on", "Agreed on") },
	{ DAY("enrolled_1", "Enrolled on stage 1") },
	{ DAY("awarded_1", "Stage 1 awarded") },
	{ DAY("enrolled_2", "Enrolled on stage 2") },
	{ DAY("awarded_2", "Stage 2 awarded") },
	{ DAY("refreshed_on", "Refreshed on"), .hint = STR("A refresher course, or as your rule has it") },
	{ .name = STR("students"), .label = STR("Students at once"), .kind = FIELD_WHOLE, OF_SUPPLY, .most = 10,
	  .hint = STR("Empty: as the rule says") },
	{ DAY("stopped_on", "Stopped on") },
};

const struct choice educator_rules[EDUCATOR_NUMBERS] = {
	[YEARS_BEFORE_1] = { STR("years_before_1"), STR("Years qualified before stage 1") },
	[YEARS_BEFORE_2] = { STR("years_before_2"), STR("Years qualified before stage 2") },
	[LEARNERS_BEFORE_2] = { STR("learners_before_2"), STR("Learners supported before stage 2") },
	[MONTHS_CURRENT] = { STR("months_current"), STR("Months a practice educator stays current") },
	[STUDENTS_EACH] = { STR("students_each"), STR("Students each at once") },
	[ENROLMENTS_LOW] = { STR("enrolments_low"), STR("Enrolments a year, at least") },
	[ENROLMENTS_HIGH] = { STR("enrolments_high"), STR("Enrolments a year, at most") },
};

const struct field educator_rule_fields[EDUCATOR_RULE_FIELDS] = {
	{ .name = STR("rule"), .label = STR("Rule"), .kind = FIELD_CHOICE, OF_SUPPLY, .required = true, CHOICES(educator_rules) },
	{ .name = STR("number"), .label = STR("Number"), .kind = FIELD_WHOLE, OF_SUPPLY, .required = true, .most = 1000 },
	{ .name = STR("source"), .label = STR("Who says so"), .kind = FIELD_TEXT, OF_SUPPLY, .most = 200 },
};
