/* measure.c: the rows of every published measure, and finding one by name. */
#include "measure/measure.h"

#include <assert.h>

#define AT_30_SEPTEMBER STR("at 30 September")
#define IN_THE_YEAR     STR("in the year to 30 September")

#define METHODOLOGY "DfE, Children's social work workforce: methodology"

#define PEOPLE_ONCE \
	"A person with several posts in one authority counts once, in the most senior of them."
#define POSTS_ADDED \
	"FTE is added over posts, so a person with two part-time posts adds both. Posts with no FTE " \
	"recorded are left out."
#define TOTALS_2025 \
	" Totals for 2025 hold the year before's figures for Kensington and Chelsea and for " \
	"Westminster, which sent none."
#define SUMS_OF_COUNCILS \
	" Region and England figures are sums of authorities' unrounded figures." TOTALS_2025
#define RATE_ROUNDED \
	" The rate is made from unrounded counts and rounded half up to one decimal place, so it can " \
	"differ slightly from the rate of the published counts." TOTALS_2025
#define UNRELIABLE_LEFT_OUT \
	" An authority whose count is marked u is left out of the region and England rates."
#define COVER_OVER_100 \
	" Since the 2024 release a rate over 100% is shown as u, for every year back to 2017."
#define RETURNED_WHOLE "As the authority returned it, as one number."

const struct measure measures[MEASURES] = {
	[INPOST_FTE] = {
		.name = STR("inpost_fte"), .title = STR("Social workers in post (FTE)"),
		.plain = STR("social workers in post"), .unit = UNIT_FTE, .places = 1, .good = NEITHER,
		.topic = CAPACITY, .headline = true, .numerator = NO_MEASURE, .when = AT_30_SEPTEMBER,
		.definition = STR("How many full-time posts' worth of child and family social workers the "
			"authority employs. Agency workers are not counted."),
		.treatment = STR(POSTS_ADDED SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", social workers in post"),
		.words = { STR("permanent social workers"), STR("social workers employed"),
			STR("social workers in post"), STR("social work staff"),
			STR("workforce size"), STR("social workers"), STR("staff in post"),
			STR("in post") } },
	[INPOST_HEADCOUNT] = {
		.name = STR("inpost_headcount"), .title = STR("Social workers in post (headcount)"),
		.plain = STR("social workers in post"), .unit = UNIT_HEADCOUNT, .places = 0,
		.good = NEITHER, .topic = CAPACITY, .numerator = NO_MEASURE, .when = AT_30_SEPTEMBER,
		.definition = STR("How many child and family social workers the authority employs. Agency "
			"workers are not counted."),
		.treatment = STR(PEOPLE_ONCE SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", social workers in post"),
		.words = { STR("permanent social workers"), STR("social workers employed"),
			STR("social workers in post"), STR("social work staff"),
			STR("workforce size"), STR("social workers"), STR("staff in post"),
			STR("in post") } },
	[STARTERS_FTE] = {
		.name = STR("starters_fte"), .title = STR("Starters (FTE)"),
		.plain = STR("starters"), .unit = UNIT_FTE, .places = 1, .good = NEITHER,
		.topic = STABILITY, .headline = true, .numerator = NO_MEASURE, .when = IN_THE_YEAR,
		.definition = STR("Full-time posts' worth of social workers who began a post with the "
			"authority during the year and were still there at the end of it."),
		.treatment = STR("Somebody who starts and leaves within the year is not counted. "
			POSTS_ADDED SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", starters"),
		.words = { STR("social workers starting"), STR("newly recruited"),
			STR("new recruits"), STR("new starters"), STR("recruited"), STR("starters"),
			STR("joiners"), STR("joined") } },
	[STARTERS_HEADCOUNT] = {
		.name = STR("starters_headcount"), .title = STR("Starters (headcount)"),
		.plain = STR("starters"), .unit = UNIT_HEADCOUNT, .places = 0, .good = NEITHER,
		.topic = STABILITY, .numerator = NO_MEASURE, .when = IN_THE_YEAR,
		.definition = STR("Social workers who began a post with the authority during the year and "
			"were still there at the end of it."),
		.treatment = STR("Somebody who starts and leaves within the year is not counted. "
			PEOPLE_ONCE SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", starters"),
		.words = { STR("social workers starting"), STR("newly recruited"),
			STR("new recruits"), STR("new starters"), STR("recruited"), STR("starters"),
			STR("joiners"), STR("joined") } },
	[LEAVERS_FTE] = {
		.name = STR("leavers_fte"), .title = STR("Leavers (FTE)"),
		.plain = STR("leavers"), .unit = UNIT_FTE, .places = 1, .good = NEITHER,
		.topic = STABILITY, .headline = true, .numerator = NO_MEASURE, .when = IN_THE_YEAR,
		.definition = STR("Full-time posts' worth of social workers who left the authority's "
			"employment during the year. Agency workers are not counted."),
		.treatment = STR("FTE is what the person worked at the previous 30 September. Somebody who "
			"starts and leaves within the year is not counted." SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", leavers"),
		.words = { STR("social workers leaving"), STR("social workers left"),
			STR("resignations"), STR("departures"), STR("leavers"), STR("left") } },
	[LEAVERS_HEADCOUNT] = {
		.name = STR("leavers_headcount"), .title = STR("Leavers (headcount)"),
		.plain = STR("leavers"), .unit = UNIT_HEADCOUNT, .places = 0, .good = NEITHER,
		.topic = STABILITY, .numerator = NO_MEASURE, .when = IN_THE_YEAR,
		.definition = STR("Social workers who left the authority's employment during the year. "
			"Agency workers are not counted."),
		.treatment = STR("Somebody who starts and leaves within the year is not counted. "
			PEOPLE_ONCE SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", leavers"),
		.words = { STR("social workers leaving"), STR("social workers left"),
			STR("resignations"), STR("departures"), STR("leavers"), STR("left") } },
	[TURNOVER_RATE_FTE] = {
		.name = STR("turnover_rate_fte"), .title = STR("Turnover rate (FTE)"),
		.plain = STR("turnover"), .unit = UNIT_PERCENT, .places = 1, .good = LOWER,
		.topic = STABILITY, .headline = true, .rate = true,
		.numerator = LEAVERS_FTE, .denominator = { INPOST_FTE }, .denominators = 1, .times = 100,
		.numerator_words = STR("FTE of leavers in the year"),
		.denominator_words = STR("FTE of social workers in post at the end of the year"),
		.when = IN_THE_YEAR,
		.definition = STR("Out of every 100 full-time posts' worth of social workers in post at the "
			"end of the year, how many left during it. Agency workers are in neither part."),
		.treatment = STR("It is z where nobody is in post." UNRELIABLE_LEFT_OUT RATE_ROUNDED),
		.source = STR(METHODOLOGY ", turnover rate"),
		.words = { STR("social worker turnover"), STR("staff turnover rate"),
			STR("workforce turnover"), STR("staff turnover"), STR("turnover rate"),
			STR("leaving rate"), STR("leaver rate"), STR("turnover") } },
	[TURNOVER_RATE_HEADCOUNT] = {
		.name = STR("turnover_rate_headcount"), .title = STR("Turnover rate (headcount)"),
		.plain = STR("turnover"), .unit = UNIT_PERCENT, .places = 1, .good = LOWER,
		.topic = STABILITY, .rate = true,
		.numerator = LEAVERS_HEADCOUNT, .denominator = { INPOST_HEADCOUNT }, .denominators = 1,
		.times = 100,
		.numerator_words = STR("number of leavers in the year"),
		.denominator_words = STR("number of social workers in post at the end of the year"),
		.when = IN_THE_YEAR,
		.definition = STR("Out of every 100 social workers in post at the end of the year, how many "
			"left during it. Agency workers are in neither part."),
		.treatment = STR("It is z where nobody is in post." UNRELIABLE_LEFT_OUT RATE_ROUNDED),
		.source = STR(METHODOLOGY ", turnover rate"),
		.words = { STR("social worker turnover"), STR("staff turnover rate"),
			STR("workforce turnover"), STR("staff turnover"), STR("turnover rate"),
			STR("leaving rate"), STR("leaver rate"), STR("turnover") } },
	[AGENCY_FTE] = {
		.name = STR("agency_fte"), .title = STR("Agency social workers (FTE)"),
		.plain = STR("agency social workers"), .unit = UNIT_FTE, .places = 1, .good = NEITHER,
		.topic = CAPACITY, .numerator = NO_MEASURE, .when = AT_30_SEPTEMBER,
		.definition = STR("Full-time posts' worth of child and family social workers who work for "
			"the authority through an agency."),
		.treatment = STR("Every agency record counts; repeats are not taken out."
			SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", agency workers"),
		.words = { STR("number of agency workers"), STR("agency social workers"),
			STR("agency workers"), STR("agency staff"), STR("locums") } },
	[AGENCY_HEADCOUNT] = {
		.name = STR("agency_headcount"), .title = STR("Agency social workers (headcount)"),
		.plain = STR("agency social workers"), .unit = UNIT_HEADCOUNT, .places = 0,
		.good = NEITHER, .topic = CAPACITY, .numerator = NO_MEASURE, .when = AT_30_SEPTEMBER,
		.definition = STR("How many child and family social workers work for the authority through "
			"an agency."),
		.treatment = STR("Every agency record counts as one person; repeats are not taken out."
			SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", agency workers"),
		.words = { STR("number of agency workers"), STR("agency social workers"),
			STR("agency workers"), STR("agency staff"), STR("locums") } },
	[AGENCY_RATE_FTE] = {
		.name = STR("agency_rate_fte"), .title = STR("Agency rate (FTE)"),
		.plain = STR("the agency rate"), .unit = UNIT_PERCENT, .places = 1, .good = LOWER,
		.topic = CAPACITY, .headline = true, .rate = true,
		.numerator = AGENCY_FTE, .denominator = { AGENCY_FTE, INPOST_FTE }, .denominators = 2,
		.times = 100,
		.numerator_words = STR("FTE of agency social workers"),
		.denominator_words = STR("FTE of agency social workers and social workers in post together"),
		.when = AT_30_SEPTEMBER,
		.definition = STR("Out of every 100 full-time posts' worth of social workers at work, how "
			"many come from an agency. Agency workers are in both parts."),
		.treatment = STR("An authority whose agency count is marked x adds its social workers in "
			"post, and no agency workers, to the region and England rates."
			UNRELIABLE_LEFT_OUT RATE_ROUNDED),
		.source = STR(METHODOLOGY ", agency worker rate"),
		.words = { STR("proportion of agency workers"), STR("agency worker rate"),
			STR("agency proportion"), STR("use of agency"), STR("agency share"),
			STR("agency rate"), STR("agency use"), STR("agency") } },
	[AGENCY_RATE_HEADCOUNT] = {
		.name = STR("agency_rate_headcount"), .title = STR("Agency rate (headcount)"),
		.plain = STR("the agency rate"), .unit = UNIT_PERCENT, .places = 1, .good = LOWER,
		.topic = CAPACITY, .rate = true,
		.numerator = AGENCY_HEADCOUNT, .denominator = { AGENCY_HEADCOUNT, INPOST_HEADCOUNT },
		.denominators = 2, .times = 100,
		.numerator_words = STR("number of agency social workers"),
		.denominator_words = STR("number of agency social workers and social workers in post "
			"together"),
		.when = AT_30_SEPTEMBER,
		.definition = STR("Out of every 100 social workers at work, how many come from an agency. "
			"Agency workers are in both parts."),
		.treatment = STR("An authority whose agency count is marked x adds its social workers in "
			"post, and no agency workers, to the region and England rates."
			UNRELIABLE_LEFT_OUT RATE_ROUNDED),
		.source = STR(METHODOLOGY ", agency worker rate"),
		.words = { STR("proportion of agency workers"), STR("agency worker rate"),
			STR("agency proportion"), STR("use of agency"), STR("agency share"),
			STR("agency rate"), STR("agency use"), STR("agency") } },
	[AGENCY_COVER_FTE] = {
		.name = STR("agency_cover_fte"), .title = STR("Agency social workers covering vacancies (FTE)"),
		.plain = STR("agency social workers covering vacancies"), .unit = UNIT_FTE, .places = 1,
		.good = NEITHER, .topic = CAPACITY, .numerator = NO_MEASURE, .when = AT_30_SEPTEMBER,
		.definition = STR("Full-time posts' worth of agency social workers who fill a post that has "
			"no permanent worker, rather than adding to the number of posts."),
		.treatment = STR(RETURNED_WHOLE SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", agency workers covering vacancies"),
		.words = { STR("agency workers covering vacancies"),
			STR("agency staff covering vacancies"), STR("covering vacancies") } },
	[AGENCY_COVER_RATE_FTE] = {
		.name = STR("agency_cover_rate_fte"),
		.title = STR("Agency social workers who cover vacancies (FTE)"),
		.plain = STR("the share of agency social workers who cover vacancies"),
		.unit = UNIT_PERCENT, .places = 1, .good = NEITHER, .topic = CAPACITY, .rate = true,
		.numerator = AGENCY_COVER_FTE, .denominator = { AGENCY_FTE }, .denominators = 1,
		.times = 100,
		.numerator_words = STR("FTE of agency social workers covering vacancies"),
		.denominator_words = STR("FTE of all agency social workers"),
		.when = AT_30_SEPTEMBER,
		.definition = STR("Out of every 100 full-time posts' worth of agency social workers, how "
			"many fill a vacant post. The rest are extra hands."),
		.treatment = STR("It is z where there are no agency social workers." COVER_OVER_100
			RATE_ROUNDED),
		.source = STR(METHODOLOGY ", agency workers covering vacancies"),
		.words = { STR("proportion of agency workers covering vacancies"),
			STR("share of agency workers covering vacancies"),
			STR("agency cover rate") } },
	[VACANCY_FTE] = {
		.name = STR("vacancy_fte"), .title = STR("Vacancies (FTE)"),
		.plain = STR("vacancies"), .unit = UNIT_FTE, .places = 1, .good = NEITHER,
		.topic = CAPACITY, .numerator = NO_MEASURE, .when = AT_30_SEPTEMBER,
		.definition = STR("Full-time posts' worth of child and family social work posts that have "
			"no permanent worker. A post that an agency worker covers is still vacant."),
		.treatment = STR(RETURNED_WHOLE SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", vacancies"),
		.words = { STR("number of vacancies"), STR("unfilled posts"), STR("vacant posts"),
			STR("empty posts"), STR("vacancies") } },
	[VACANCY_RATE_FTE] = {
		.name = STR("vacancy_rate_fte"), .title = STR("Vacancy rate (FTE)"),
		.plain = STR("the vacancy rate"), .unit = UNIT_PERCENT, .places = 1, .good = LOWER,
		.topic = CAPACITY, .headline = true, .rate = true,
		.numerator = VACANCY_FTE, .denominator = { VACANCY_FTE, INPOST_FTE }, .denominators = 2,
		.times = 100,
		.numerator_words = STR("FTE of vacancies"),
		.denominator_words = STR("FTE of vacancies and social workers in post together"),
		.when = AT_30_SEPTEMBER,
		.definition = STR("Out of every 100 full-time social work posts, how many have no permanent "
			"worker. Posts that agency workers cover count as vacant; vacancies are in both parts."),
		.treatment = STR("Agency workers are in neither part." RATE_ROUNDED),
		.source = STR(METHODOLOGY ", vacancy rate"),
		.words = { STR("social worker vacancy rate"), STR("proportion of vacant posts"),
			STR("proportion of posts vacant"), STR("posts vacant"), STR("vacant posts"),
			STR("vacancy rate"), STR("vacancies"), STR("vacancy") } },
	[VACANCY_AGENCY_COVER_RATE_FTE] = {
		.name = STR("vacancy_agency_cover_rate_fte"),
		.title = STR("Vacancies covered by agency workers (FTE)"),
		.plain = STR("the share of vacancies covered by agency workers"),
		.unit = UNIT_PERCENT, .places = 1, .good = HIGHER, .topic = CAPACITY, .headline = true,
		.rate = true,
		.numerator = AGENCY_COVER_FTE, .denominator = { VACANCY_FTE }, .denominators = 1,
		.times = 100,
		.numerator_words = STR("FTE of agency social workers covering vacancies"),
		.denominator_words = STR("FTE of vacancies"),
		.when = AT_30_SEPTEMBER,
		.definition = STR("Out of every 100 full-time vacant social work posts, how many an agency "
			"worker fills for now."),
		.treatment = STR("It is z where there are no vacancies." COVER_OVER_100 RATE_ROUNDED),
		.source = STR(METHODOLOGY ", vacancies covered by agency workers"),
		.words = { STR("vacancies covered by agency workers"),
			STR("vacancies covered by agency"), STR("vacancies filled by agency"),
			STR("vacancies covered"), STR("vacancy cover"), STR("agency cover") } },
	[CASE_HOLDERS_FTE] = {
		.name = STR("case_holders_fte"), .title = STR("Social workers holding cases (FTE)"),
		.plain = STR("social workers holding cases"), .unit = UNIT_FTE, .places = 1,
		.good = NEITHER, .topic = WORKLOAD, .headline = true, .numerator = NO_MEASURE,
		.when = AT_30_SEPTEMBER,
		.definition = STR("Full-time posts' worth of social workers who hold at least one case, "
			"whatever their role. Agency workers are counted."),
		.treatment = STR("Workers recorded with no FTE are left out." SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", average caseload"),
		.words = { STR("social workers holding cases"), STR("case-holding social workers"),
			STR("case holding social workers"), STR("social workers with cases"),
			STR("case-holders"), STR("case holders"), STR("caseholders") } },
	[CASES] = {
		.name = STR("cases"), .title = STR("Cases held"),
		.plain = STR("cases held"), .unit = UNIT_CASES, .places = 0, .good = NEITHER,
		.topic = WORKLOAD, .numerator = NO_MEASURE, .when = AT_30_SEPTEMBER,
		.definition = STR("Cases held by all child and family social workers, agency workers among "
			"them. A case is a child or family allocated to a worker."),
		.treatment = STR("Each worker's cases are added." SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", average caseload"),
		.words = { STR("total number of cases"), STR("number of cases"),
			STR("cases allocated"), STR("allocated cases"), STR("cases held"),
			STR("open cases"), STR("cases") } },
	[CASELOAD_FTE] = {
		.name = STR("caseload_fte"), .title = STR("Average caseload (per FTE case holder)"),
		.plain = STR("the average caseload"), .unit = UNIT_CASES_PER_FTE, .places = 1,
		.good = LOWER, .topic = WORKLOAD, .headline = true, .rate = true,
		.numerator = CASES, .denominator = { CASE_HOLDERS_FTE }, .denominators = 1, .times = 1,
		.numerator_words = STR("cases held"),
		.denominator_words = STR("FTE of social workers holding cases, agency workers among them"),
		.when = AT_30_SEPTEMBER,
		.definition = STR("How many cases a full-time social worker holds on average, counting only "
			"those who hold any. Agency workers are in both parts."),
		.treatment = STR("Cases of one authority are added before dividing: it is not an average of "
			"workers' averages. Figures before 2017 were made another way." RATE_ROUNDED),
		.source = STR(METHODOLOGY ", average caseload"),
		.words = { STR("cases per social worker"), STR("average caseload"),
			STR("average cases"), STR("mean caseload"), STR("cases each"),
			STR("caseloads"), STR("caseload") } },
	[WORKING_DAYS_LOST_FTE] = {
		.name = STR("working_days_lost_fte"), .title = STR("Working days lost to sickness"),
		.plain = STR("working days lost to sickness"), .unit = UNIT_DAYS, .places = 1,
		.good = NEITHER, .topic = WORKLOAD, .numerator = NO_MEASURE, .when = IN_THE_YEAR,
		.definition = STR("Working days that the authority's own social workers missed because they "
			"were ill. Other leave and agency workers are not counted."),
		.treatment = STR("Each worker's days are added. The name ends in fte, but the figure is "
			"days." SUMS_OF_COUNCILS),
		.source = STR(METHODOLOGY ", sickness absence"),
		.words = { STR("working days lost to sickness"), STR("days lost to sickness"),
			STR("working days lost"), STR("sickness days"), STR("sick days"),
			STR("days lost") } },
	[ABSENCE_RATE_FTE] = {
		.name = STR("absence_rate_fte"), .title = STR("Sickness absence rate (FTE)"),
		.plain = STR("sickness absence"), .unit = UNIT_PERCENT, .places = 1, .good = LOWER,
		.topic = WORKLOAD, .headline = true, .rate = true,
		.numerator = WORKING_DAYS_LOST_FTE, .denominator = { INPOST_FTE }, .denominators = 1,
		.times = 100, .per_working_day = true,
		.numerator_words = STR("working days lost to sickness"),
		.denominator_words = STR("FTE of social workers in post at the end of the year, times the "
			"working days in the year"),
		.when = IN_THE_YEAR,
		.definition = STR("Out of every 100 days that social workers were due to work, how many "
			"they missed because they were ill. Agency workers are in neither part."),
		.treatment = STR("A year has 253 working days, or 254 when it holds 29 February. Low means "
			"some days were lost, too few to show." UNRELIABLE_LEFT_OUT RATE_ROUNDED),
		.source = STR(METHODOLOGY ", sickness absence rate"),
		.words = { STR("sickness absence rate"), STR("sickness absence"),
			STR("sickness rate"), STR("absence rate"), STR("absenteeism"),
			STR("sickness"), STR("absence") } },
};

static const Str topic_titles[TOPICS] = {
	[STABILITY] = STR("Stability"),
	[CAPACITY]  = STR("Capacity"),
	[WORKLOAD]  = STR("Workload and absence"),
};

Str
topic_title(enum topic topic)
{
	assert(topic >= STABILITY && topic < TOPICS);
	return topic_titles[topic];
}

static const Str good_names[] = {
	[NEITHER] = STR("neither"), [LOWER] = STR("down"), [HIGHER] = STR("up"),
};

Str
good_name(enum good good)
{
	return good_names[good];
}

bool
good_find(Str name, enum good *good)
{
	for (int i = 0; i < countof(good_names); i++)
		if (str_equal_fold(good_names[i], name)) {
			*good = (enum good)i;
			return true;
		}
	return false;
}

/* Letters in lower case, hyphens as underscores. */
static char
name_letter(char c)
{
	return c == '-' ? '_' : c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool
same_name(Str name, Str typed)
{
	if (name.len != typed.len)
		return false;
	for (ptrdiff_t i = 0; i < name.len; i++)
		if (name.at[i] != name_letter(typed.at[i]))
			return false;
	return true;
}

enum measure_id
measure_find(Str name)
{
	for (int m = 0; m < MEASURES; m++)
		if (same_name(measures[m].name, name))
			return (enum measure_id)m;
	return NO_MEASURE;
}

/* How far a typed name is from a measure: the nearer of its column name and its sentence name. */
static int
distance_to(enum measure_id m, Str typed)
{
	int name = str_distance(measures[m].name, typed);
	int plain = str_distance(measures[m].plain, typed);
	int nearest = name < plain ? name : plain;
	return str_find_fold(measures[m].name, typed) == 0 && typed.len ? 0 : nearest;
}

int
measure_nearest(Str name, enum measure_id found[], int most)
{
	int distances[MEASURES], count = 0;
	for (int m = 0; m < MEASURES && most > 0; m++) {
		int distance = distance_to((enum measure_id)m, name);
		int at = count < most ? count : most;
		while (at > 0 && distances[at - 1] > distance) {
			if (at < most) {
				distances[at] = distances[at - 1];
				found[at] = found[at - 1];
			}
			at--;
		}
		if (at < most) {
			distances[at] = distance;
			found[at] = (enum measure_id)m;
			count += count < most;
		}
	}
	return count;
}

bool
measure_is_headcount(enum measure_id m)
{
	return str_ends(measures[m].name, S("_headcount"));
}

enum measure_id
measure_other_basis(enum measure_id m)
{
	Str name = measures[m].name;
	bool head = measure_is_headcount(m);
	Str old_end = head ? S("_headcount") : S("_fte"), new_end = head ? S("_fte") : S("_headcount");
	if (!str_ends(name, old_end))
		return NO_MEASURE;
	Str stem = str_upto(name, name.len - old_end.len);
	for (int i = 0; i < MEASURES; i++)
		if (str_begins(measures[i].name, stem) && str_equal(str_from(measures[i].name, stem.len), new_end))
			return (enum measure_id)i;
	return NO_MEASURE;
}
