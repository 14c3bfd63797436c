/* rules_person.c: who somebody is: registration number, birth date, sex, ethnicity, qualification. */
#include "census/checking.h"

#include <stdlib.h>
#include <string.h>

/* ---- one record -------------------------------------------------------------------------------- */

static void
age_is_of_a_worker(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	enum { YOUNGEST = 20, OLDEST = 80 };
	if (in->year == 0 || !worker_said(w, ITEM_BORN))
		return;
	int age = date_years((Date){ (int32_t)worker_value(w, ITEM_BORN, 0) }, in->days.last);
	if (age >= YOUNGEST && age <= OLDEST)
		return;
	Str born = checking_value(in, w, ITEM_BORN);
	checking_tell(in, rule, w, ITEM_BORN, (struct advice){ .wrong = age < 0
		? checking_say(in, "is %.*s, after 30 September %d", STR_ARG(born), in->year)
		: checking_say(in, "is %.*s: aged %d on 30 September %d", STR_ARG(born), age, in->year) });
}

/* Sex to the one item or the other; that of the other year is asked about by D043. */
static void
sex_is_said(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	enum item asked = rule->items[0], other = rule->items[1];
	if (checking_sound(in, rule, w, asked) && worker_paid(w) && worker_fact(w, asked).said == NOT_SAID &&
	    !worker_said(w, other))
		checking_missing(in, rule, w, asked);
}

static void
not_both_programmes(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_has_code(w, ITEM_STEP_UP, S("1")) && worker_has_code(w, ITEM_FRONTLINE, S("1")))
		checking_tell(in, rule, w, ITEM_STEP_UP, (struct advice){ 0 });
}

/* ---- the whole return -------------------------------------------------------------------------- */

/* Of England's social workers the ethnicity of 18% is not known (DfE, 2025): twice that is asked about, where
 * there are enough people for a share to say something. */
enum { NOT_KNOWN_IN_ENGLAND = 18, NOT_KNOWN_PERCENT_MOST = 2 * NOT_KNOWN_IN_ENGLAND, PEOPLE_FOR_A_SHARE = 10 };

static void
ethnicity_is_known(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	int said = in->whole.ethnicity_said, unknown = in->whole.ethnicity_unknown;
	if (said < PEOPLE_FOR_A_SHARE || unknown * 100 <= said * NOT_KNOWN_PERCENT_MOST)
		return;
	Str share = figure_words(figure_ratio(figure_whole(unknown), figure_whole(said), 100), 1, UNIT_PERCENT, in->perm);
	checking_tell(in, rule, w, NO_ITEM, (struct advice){ .wrong = checking_say(
		in, "Ethnicity is REFU or NOBT for %d of %d people in post (%.*s), against %d%% in England", unknown, said,
		STR_ARG(share), NOT_KNOWN_IN_ENGLAND) });
}

/* ---- the records of one registration number ---------------------------------------------------- */

/* Alike in the dates, the role and the FTE, said or not. Two posts of one role in which somebody has more than
 * 1 FTE together are two records that differ in FTE. */
static bool
same_record(const struct worker *a, const struct worker *b)
{
	static const enum item key[] = { ITEM_START, ITEM_END, ITEM_ROLE, ITEM_FTE, ITEM_FTE_BEFORE };
	for (ptrdiff_t i = 0; i < countof(key); i++) {
		struct fact one = worker_fact(a, key[i]), other = worker_fact(b, key[i]);
		if (one.said != other.said || one.value != other.value)
			return false;
	}
	return worker_is_agency(a) == worker_is_agency(b);
}

/* By dates and role, then as in the file: what is the same comes together. */
static int
record_order(const void *left, const void *right)
{
	const struct worker *a = *(const struct worker *const *)left, *b = *(const struct worker *const *)right;
	static const enum item key[] = { ITEM_AGENCY, ITEM_START, ITEM_END, ITEM_ROLE, ITEM_FTE, ITEM_FTE_BEFORE };
	for (ptrdiff_t i = 0; i < countof(key); i++) {
		struct fact one = worker_fact(a, key[i]), other = worker_fact(b, key[i]);
		if (one.said != other.said)
			return one.said < other.said ? -1 : 1;
		if (one.value != other.value)
			return one.value < other.value ? -1 : 1;
	}
	return (a->number > b->number) - (a->number < b->number);
}

/* The records with like ones next to each other. */
static const struct worker **
by_likeness(struct people people, struct arena *perm)
{
	const struct worker **at = new(perm, people.count, const struct worker *);
	memcpy(at, people.at, (size_t)people.count * sizeof *at);
	qsort(at, (size_t)people.count, sizeof *at, record_order);
	return at;
}

static void
no_record_is_there_twice(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct people people = in->people;
	const struct worker **at = by_likeness(people, in->perm);
	(void)w;
	int first = 0;
	for (int i = 1; i < people.count; i++) {
		if (!same_record(at[first], at[i])) {
			first = i;
			continue;
		}
		Str which = checking_which(in, at[first]);
		checking_tell(in, rule, at[i], NO_ITEM, (struct advice){ .wrong = checking_say(
			in, "has the registration number, dates, role and FTE of %.*s", STR_ARG(which)) });
	}
}

static int
file_order(const void *left, const void *right)
{
	const struct worker *a = *(const struct worker *const *)left, *b = *(const struct worker *const *)right;
	return (a->number > b->number) - (a->number < b->number);
}

/* Of like records, told by D023, the first alone; in the file's order. */
static struct people
unlike(struct people people, struct arena *perm)
{
	const struct worker **at = by_likeness(people, perm);
	int count = 0;
	for (int i = 0; i < people.count; i++)
		if (count == 0 || !same_record(at[count - 1], at[i]))
			at[count++] = at[i];
	qsort(at, (size_t)count, sizeof *at, file_order);
	return (struct people){ at, count };
}

/* Agency workers and those the council pays apart: who is both at once is told by D026. */
static void
one_record_a_person(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct people people = unlike(in->people, in->perm);
	const struct worker *first[2] = { NULL, NULL };
	(void)w;
	for (int i = 0; i < people.count; i++) {
		bool agency = worker_is_agency(people.at[i]);
		if (!first[agency]) {
			first[agency] = people.at[i];
			continue;
		}
		Str which = checking_which(in, first[agency]);
		checking_tell(in, rule, people.at[i], ITEM_SWE, (struct advice){ .wrong = checking_say(
			in, "is the registration number of %.*s too", STR_ARG(which)) });
	}
}

static void
one_person_has_one_fte(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct people people = in->people;
	const struct worker *first = NULL;
	int64_t fte = 0;
	int records = 0;
	(void)w;
	for (int i = 0; i < people.count; i++)
		if (worker_there(people.at[i])) {
			first = first ? first : people.at[i];
			fte += worker_value(people.at[i], ITEM_FTE, 0);
			records++;
		}
	if (fte <= MICRO)
		return;
	Str together = checking_number(in, fte);
	checking_tell(in, rule, first, ITEM_FTE, (struct advice){ .wrong = checking_say(
		in, "is %.*s in all %d records in post of this person", STR_ARG(together), records) });
}

static void
agency_or_in_post(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct people people = in->people;
	const struct worker *there = NULL;
	(void)w;
	for (int i = 0; i < people.count && !there; i++)
		if (worker_there(people.at[i]))
			there = people.at[i];
	for (int i = 0; i < people.count && there; i++)
		if (worker_is_agency(people.at[i])) {
			Str which = checking_which(in, there);
			checking_tell(in, rule, people.at[i], ITEM_AGENCY, (struct advice){ .wrong = checking_say(
				in, "is an agency worker here, and in post as %.*s", STR_ARG(which)) });
		}
}

/* ---- rows -------------------------------------------------------------------------------------- */

static const struct census_rule rows[] = {
	{ RULE("D020", MISTAKE, OF_WORKER), OF(ITEM_AGENCY), FROM_THE_FIRST,
		WORDS("Everybody is said to be an agency worker or not", "What else is needed depends on it, and is not asked without"),
		FROM(FROM_SCHEMAS, HIGH), .test = rule_needed_of_everybody },
	{ RULE("D021", MISTAKE, OF_WORKER), OF(ITEM_SWE), FROM_THE_FIRST,
		WORDS("Everybody has a registration number", "People without one are not social workers of the census"),
		FROM(FROM_SCHEMAS, HIGH), .test = rule_expected_of_everybody },
	{ RULE("D022", MISTAKE, OF_WORKER), OF(ITEM_SWE), SINCE(2020),
		WORDS("A registration number is two letters and 1 to 10 figures",
		      "Social Work England's, since 2 December 2019. Older schemas wanted 4, 10 or 12 figures; the newest do not"),
		FROM(FROM_SCHEMAS "; " FROM_GUIDE, MEDIUM), .test = rule_sound },
	{ RULE("D023", MISTAKE, OF_PEOPLE), OF(ITEM_SWE, ITEM_START, ITEM_END, ITEM_ROLE, ITEM_FTE), FROM_THE_FIRST,
		WORDS("No record is there twice: with one registration number, dates, role and FTE", "FTE would be counted twice"),
		MEND("take one of the two out"), FROM("derived: by what DfE finds duplicates", LOW), .test = no_record_is_there_twice },
	{ RULE("D024", QUERY, OF_PEOPLE), OF(ITEM_SWE), FROM_THE_FIRST,
		WORDS("A registration number on several records is somebody with several roles or times in post",
		      "Each counts in FTE; people are counted once, in the more senior role"),
		MEND("confirm two roles, or two times in post; or mend the number"),
		FROM("DfE's methodology: who has several posts is one person in headcount", MEDIUM), .test = one_record_a_person },
	{ RULE("D025", QUERY, OF_PEOPLE), OF(ITEM_FTE, ITEM_SWE), FROM_THE_FIRST,
		WORDS("Nobody in post has more than 1 FTE in all their roles", ""), MEND("mend the FTE of the records"),
		FROM(FROM_SUMS, MEDIUM), .test = one_person_has_one_fte },
	{ RULE("D026", QUERY, OF_PEOPLE), OF(ITEM_AGENCY, ITEM_SWE), FROM_THE_FIRST,
		WORDS("Nobody is in post and an agency worker on the same 30 September", "Somebody who came from an agency and is kept on its list"),
		MEND("take out the record that ended first"), FROM(FROM_DEFINITIONS, MEDIUM), .test = agency_or_in_post },
	{ RULE("D030", MISTAKE, OF_WORKER), OF(ITEM_BORN), FROM_THE_FIRST,
		WORDS("Whoever the council pays has a date of birth", ""), FROM(FROM_CHECKS, MEDIUM), .test = rule_needed_of_paid },
	{ RULE("D031", QUERY, OF_WORKER), OF(ITEM_BORN), FROM_THE_FIRST,
		WORDS("Everybody is aged 20 to 80 on 30 September", "A year typed wrong, or the day of starting in its place"),
		MEND("mend the date of birth, or confirm it"), FROM("derived: the age bands of DfE's reports", LOW),
		.test = age_is_of_a_worker },
	{ RULE("D032", MISTAKE, OF_WORKER), OF(ITEM_GENDER, ITEM_SEX), FROM_THE_FIRST, .last_year = 2023,
		WORDS("Whoever the council pays has a gender: 0, 1, 2 or 9", ""), FROM(FROM_SCHEMAS "; " FROM_CHECKS, MEDIUM),
		.test = sex_is_said },
	{ RULE("D033", MISTAKE, OF_WORKER), OF(ITEM_SEX, ITEM_GENDER), SINCE(2024),
		WORDS("Whoever the council pays has a sex: M or F", "Since 2024, as far as is known"), FROM(FROM_SCHEMAS, MEDIUM),
		.test = sex_is_said },
	{ RULE("D034", MISTAKE, OF_WORKER), OF(ITEM_ETHNICITY), FROM_THE_FIRST,
		WORDS("Whoever the council pays has one of the 18 codes of ethnicity", "REFU where they would not say, NOBT where they were not asked"),
		FROM(FROM_SCHEMAS "; " FROM_CHECKS, MEDIUM), .test = rule_needed_of_paid },
	{ RULE("D035", QUERY, OF_RETURN), OF(ITEM_ETHNICITY), FROM_THE_FIRST,
		WORDS("The ethnicity of most people in post is known", "More than twice the share in England is not"),
		MEND("ask people, or say in a note why it is not known"), FROM("derived: DfE's figures of 2025", LOW),
		.test = ethnicity_is_known },
	{ RULE("D036", MISTAKE, OF_WORKER), OF(ITEM_LEVEL), FROM_THE_FIRST,
		WORDS("A level of qualification is 1, 2 or 3", ""), FROM(FROM_SCHEMAS, LOW), .test = rule_sound },
	{ RULE("D037", MISTAKE, OF_WORKER), OF(ITEM_STEP_UP), FROM_THE_FIRST,
		WORDS("Whoever the council pays is said to come from Step Up to Social Work or not", ""),
		FROM(FROM_CHECKS, MEDIUM), .test = rule_needed_of_paid },
	{ RULE("D038", MISTAKE, OF_WORKER), OF(ITEM_FRONTLINE), FROM_THE_FIRST,
		WORDS("Whoever the council pays is said to come from the Frontline programme or not", ""),
		FROM(FROM_CHECKS, MEDIUM), .test = rule_needed_of_paid },
	{ RULE("D039", QUERY, OF_WORKER), OF(ITEM_STEP_UP, ITEM_FRONTLINE), FROM_THE_FIRST,
		WORDS("Nobody comes from Step Up to Social Work and the Frontline programme", "They are two ways into the work"),
		.wrong = STR("is 1 (Yes), and Frontline programme is 1 (Yes)"), MEND("write 0 for one of them"),
		FROM(FROM_SENSE, LOW), .test = not_both_programmes },
	{ RULE("D040", QUERY, OF_WORKER), OF(ITEM_INSTITUTION), FROM_THE_FIRST, .last_year = 2024,
		WORDS("Where somebody qualified has at most 300 characters; it is voluntary", ""),
		FROM(FROM_GUIDE "; Community Care, 1 May 2024", MEDIUM), .test = rule_sound },
	{ RULE("D041", MISTAKE, OF_WORKER), OF(ITEM_INSTITUTION, ITEM_KSS), SINCE(2025),
		WORDS("Where somebody qualified and their statement of knowledge and skills are not in the return since 2025", ""),
		MEND("take it out"), FROM("derived: LIIA's schema of 2025; Community Care, 1 May 2024", MEDIUM), .test = rule_blank_in_year },
	{ RULE("D042", MISTAKE, OF_WORKER), OF(ITEM_KSS), FROM_THE_FIRST, .last_year = 2024,
		WORDS("A statement of knowledge and skills is 1, 2, 3 or 4", "It is voluntary"), FROM(FROM_SCHEMAS, MEDIUM), .test = rule_sound },
	{ RULE("D043", QUERY, OF_WORKER), OF(ITEM_GENDER, ITEM_SEX, ITEM_SALARY, ITEM_RR_PAYMENTS, ITEM_OTHER_PAYMENTS), FROM_THE_FIRST,
		WORDS("A worker has no item that belongs to another census year",
		      "GenderCurrent became Sex, in 2024 as far as is known: either is read in every year"),
		MEND("leave it out, and use this year's item where there is one"), FROM(FROM_SCHEMAS, LOW), .test = rule_blank_in_year },
	{ RULE("D044", QUERY, OF_WORKER), OF(ITEM_LEVEL), FROM_THE_FIRST,
		WORDS("Whoever the council pays has a level of qualification", "Whether DfE demands it is not known"),
		FROM(FROM_SCHEMAS, LOW), .test = rule_expected_of_paid },
};
const struct rule_list rules_person = RULES(rows);
