/* rules_return.c: the header, what is said of the whole authority, and the file as a whole. */
#include "census/checking.h"

#include "census/councils.h"

/* ---- the header -------------------------------------------------------------------------------- */

static void
year_is_a_census(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	rule_needed_of_return(in, rule, w);
	struct fact said = in->ret->fact[ITEM_YEAR];
	int year = (int)(said.value / MICRO), newest = census_year(date_at(in->now));
	if (said.said != SAID || (year >= CENSUS_FIRST_YEAR && year <= newest))
		return;
	Str wrong = year < CENSUS_FIRST_YEAR
		? checking_say(in, "is before returns of each worker began, in %d", CENSUS_FIRST_YEAR)
		: checking_say(in, "has not begun: the newest that has is %d", newest);
	checking_tell(in, rule, NULL, ITEM_YEAR, (struct advice){ .wrong = wrong });
}

static void
reference_date_is_the_30_september(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	rule_needed_of_return(in, rule, w);
	struct fact said = in->ret->fact[ITEM_REFERENCE_DATE];
	if (said.said != SAID)
		return;
	Date day = { (int32_t)said.value };
	struct civil civil = date_civil(day);
	if (civil.month == 9 && civil.day == 30 && (in->year == 0 || civil.year == in->year))
		return;
	int year = in->year ? in->year : civil.year;
	Str is = date_text(day, in->perm);
	checking_tell(in, rule, NULL, ITEM_REFERENCE_DATE, (struct advice){
		checking_say(in, "is %.*s, and the census is of 30 September", STR_ARG(is)),
		checking_say(in, "write %04d-09-30", year) });
}

static void
number_is_a_councils(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	rule_needed_of_return(in, rule, w);
	struct fact said = in->ret->fact[ITEM_LEA];
	if (said.said != SAID)
		return;
	const struct council_number *council = council_number_find((int)said.value);
	struct advice advice = { 0 };
	if (!council)
		advice.wrong = S("is no council's number");
	else if (in->year == 0 || council_number_in_year(council, in->year))
		return;
	else if (in->year < council->first_year)
		advice.wrong = checking_say(in, "is of %.*s, which sent its first census in %d", STR_ARG(council->name),
		                            council->first_year);
	else
		advice = (struct advice){
			checking_say(in, "is of %.*s, which sent its last census in %d", STR_ARG(council->name),
			             council->last_year),
			checking_say(in, "write %.*s", STR_ARG(council->since)) };
	checking_tell(in, rule, NULL, ITEM_LEA, advice);
}

/* Two clocks, one of them without a zone, differ by hours. */
enum { CLOCKS_APART = SECONDS_OF_DAY };

static void
written_before_now(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	rule_needed_of_return(in, rule, w);
	struct fact said = in->ret->fact[ITEM_DATE_TIME];
	if (said.said != SAID || said.value <= in->now + CLOCKS_APART)
		return;
	Str day = date_text(date_at(said.value), in->perm), today = date_text(date_at(in->now), in->perm);
	checking_tell(in, rule, NULL, ITEM_DATE_TIME, (struct advice){ .wrong = checking_say(
		in, "is %.*s, and today is %.*s", STR_ARG(day), STR_ARG(today)) });
}

/* ---- what is said of the authority ------------------------------------------------------------- */

struct cover { bool said; int64_t fte, people, vacancies; };

/* Cover and vacancies, where the two items of a rule are said. */
static struct cover
cover_of(const struct checking *in, const struct census_rule *rule)
{
	const struct fact *fact = in->ret->fact;
	struct cover cover = { .said = true, .fte = fact[ITEM_COVER_FTE].value,
	                       .people = fact[ITEM_COVER_HEADCOUNT].value,
	                       .vacancies = fact[ITEM_VACANCIES].value };
	for (int i = 0; i < rule->item_count; i++)
		if (item_rows[rule->items[i]].place != IN_WORKER && fact[rule->items[i]].said != SAID)
			cover.said = false;
	return cover;
}

static void
cover_is_people(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct cover cover = cover_of(in, rule);
	if (cover.said && (cover.fte > cover.people || (cover.fte == 0) != (cover.people == 0)))
		checking_tell_both(in, rule, w);
}

static void
cover_is_within_vacancies(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct cover cover = cover_of(in, rule);
	if (cover.said && cover.vacancies > 0 && cover.fte > cover.vacancies)
		checking_tell_both(in, rule, w);
}

static void
cover_is_within_agency_fte(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct cover cover = cover_of(in, rule);
	if (!cover.said || in->whole.agency == 0 || cover.fte <= in->whole.fte_agency)
		return;
	Str covering = checking_number(in, cover.fte), all = checking_number(in, in->whole.fte_agency);
	checking_tell(in, rule, w, ITEM_COVER_FTE, (struct advice){ .wrong = checking_say(
		in, "is %.*s FTE that covers vacancies, and the %d agency %s of the return %s %.*s FTE together",
		STR_ARG(covering), in->whole.agency, in->whole.agency == 1 ? "worker" : "workers",
		in->whole.agency == 1 ? "has" : "have", STR_ARG(all)) });
}

static void
cover_is_within_agency_workers(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct cover cover = cover_of(in, rule);
	if (!cover.said || in->whole.agency == 0 || cover.people <= in->whole.agency * (int64_t)MICRO)
		return;
	checking_tell(in, rule, w, ITEM_COVER_HEADCOUNT, (struct advice){ .wrong = checking_say(
		in, "is %lld who cover vacancies, and the return has %d agency %s", (long long)(cover.people / MICRO),
		in->whole.agency, in->whole.agency == 1 ? "worker" : "workers") });
}

static void
cover_covers_something(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	const struct fact *fact = in->ret->fact;
	int64_t people = fact[ITEM_COVER_HEADCOUNT].value, fte = fact[ITEM_COVER_FTE].value;
	if (fact[ITEM_VACANCIES].said != SAID || fact[ITEM_VACANCIES].value != 0 || (people == 0 && fte == 0))
		return;
	Str covering = checking_number(in, fte);
	checking_tell(in, rule, w, ITEM_VACANCIES, (struct advice){ .wrong = checking_say(
		in, "is 0, and agency workers cover vacancies of %.*s FTE", STR_ARG(covering)) });
}

static void
other_allowances_are_there(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (in->ret->form == FORM_XML && in->ret->module_line > 0 && !in->ret->cell[ITEM_OTHER_ALLOWANCES].text.at)
		checking_tell(in, rule, w, ITEM_OTHER_ALLOWANCES, (struct advice){ 0 });
}

/* ---- rows -------------------------------------------------------------------------------------- */

static const struct census_rule rows[] = {
	{ RULE("D001", MISTAKE, OF_READING), FROM_THE_FIRST,
		WORDS("The file is well-formed XML with the root Message, and no namespace", "A file that was cut off or edited by hand"),
		.wrong = STR("The file is no census message"), MEND("export it again"),
		FROM(FROM_SCHEMAS, MEDIUM) },
	{ RULE("D002", MISTAKE, OF_READING), FROM_THE_FIRST,
		WORDS("The message has one Header, then one module of the authority, then workers",
		      "The module is LALevelVacancies to 2024 and LALevel since"),
		.wrong = STR("A part of the message is missing, or there twice"), MEND("export it again"),
		FROM(FROM_SCHEMAS, MEDIUM) },
	{ RULE("D003", MISTAKE, OF_RETURN), OF(ITEM_COLLECTION), FROM_THE_FIRST,
		WORDS("The collection is CSWW", ""), FROM(FROM_SCHEMAS, HIGH), .test = rule_needed_of_return },
	{ RULE("D004", MISTAKE, OF_RETURN), OF(ITEM_YEAR), FROM_THE_FIRST,
		WORDS("The census year is a year of four figures that has begun, and 2017 at the earliest",
		      "Which items and rules there are, and who started or left in the year, depends on it"),
		MEND("write the year of the 30 September"), FROM(FROM_SCHEMAS, MEDIUM), .test = year_is_a_census },
	{ RULE("D005", MISTAKE, OF_RETURN), OF(ITEM_REFERENCE_DATE), FROM_THE_FIRST,
		WORDS("The reference date is 30 September of the census year", ""), FROM(FROM_SCHEMAS, MEDIUM),
		.test = reference_date_is_the_30_september },
	{ RULE("D006", MISTAKE, OF_RETURN), OF(ITEM_SOURCE_LEVEL), FROM_THE_FIRST,
		WORDS("The source level is L", ""), FROM(FROM_SCHEMAS, MEDIUM), .test = rule_needed_of_return },
	{ RULE("D007", MISTAKE, OF_RETURN), OF(ITEM_LEA), FROM_THE_FIRST,
		WORDS("The council's number is one that DfE gives a council of that year",
		      "Each of two councils that send one return has its own; that of the first is sent, as far as is known"),
		MEND("write DfE's three figures of the council"),
		FROM("derived: LIIA's schemas of the message; numbers from DfE's own figures", MEDIUM), .test = number_is_a_councils },
	{ RULE("D008", MISTAKE, OF_RETURN), OF(ITEM_DATE_TIME), FROM_THE_FIRST,
		WORDS("The message was written at a day and time that are past", "A computer whose clock is wrong"),
		MEND("export it again, with the clock set right"), FROM(FROM_SCHEMAS, LOW), .test = written_before_now },
	{ RULE("D009", QUERY, OF_READING), FROM_THE_FIRST,
		WORDS("Elements are known, of the census year, there once each, and in the order of the message",
		      "DfE's system may take another order; ours does"),
		.wrong = STR("An element is not where the message has it"), MEND("write the file in the message's order"),
		FROM(FROM_SCHEMAS, LOW) },
	{ RULE("D010", MISTAKE, OF_RETURN), OF(ITEM_VACANCIES), FROM_THE_FIRST,
		WORDS("FTE vacancies are a number of at most three figures and two decimals", "0 where there are none"),
		FROM(FROM_GUIDE, MEDIUM), .test = rule_needed_of_return },
	{ RULE("D011", MISTAKE, OF_RETURN), OF(ITEM_COVER_FTE), FROM_THE_FIRST,
		WORDS("FTE of agency workers covering vacancies is a number of at most three figures and two decimals",
		      "0 where there are none"),
		FROM(FROM_GUIDE, MEDIUM), .test = rule_needed_of_return },
	{ RULE("D012", MISTAKE, OF_RETURN), OF(ITEM_COVER_HEADCOUNT), FROM_THE_FIRST,
		WORDS("How many agency workers cover vacancies is a whole number from 0 to 999", "0 where there are none"),
		FROM(FROM_GUIDE, MEDIUM), .test = rule_needed_of_return },
	{ RULE("D013", QUERY, OF_RETURN), OF(ITEM_COVER_FTE, ITEM_COVER_HEADCOUNT), FROM_THE_FIRST,
		WORDS("Agency workers who cover vacancies have at most 1 FTE each, and more than none", "The two swapped, or one left 0"),
		MEND("write both of the same people"), FROM(FROM_SUMS, MEDIUM), .test = cover_is_people },
	{ RULE("D014", QUERY, OF_RETURN), OF(ITEM_COVER_FTE, ITEM_VACANCIES), FROM_THE_FIRST,
		WORDS("Agency workers cover no more FTE than is vacant",
		      "A covered post is still vacant, and often was taken off. DfE marks a rate of cover above 100% as unreliable"),
		MEND("count every vacancy, covered or not; or leave out agency workers who cover none"),
		FROM(FROM_FLAGS, HIGH), .test = cover_is_within_vacancies },
	{ RULE("D015", QUERY, OF_RETURN), OF(ITEM_COVER_FTE, ITEM_FTE), FROM_THE_FIRST,
		WORDS("Agency workers who cover vacancies have no more FTE than all agency workers",
		      "Agency workers missing from the return, or without FTE. DfE marks a rate of cover above 100% as unreliable"),
		MEND("return every agency worker with FTE; or mend the FTE of cover"), FROM(FROM_FLAGS, HIGH),
		.test = cover_is_within_agency_fte },
	{ RULE("D016", QUERY, OF_RETURN), OF(ITEM_COVER_HEADCOUNT, ITEM_AGENCY), FROM_THE_FIRST,
		WORDS("No more agency workers cover vacancies than there are in the return", "Agency workers missing from the return"),
		MEND("return every agency worker; or mend the number of cover"), FROM(FROM_SUMS, MEDIUM),
		.test = cover_is_within_agency_workers },
	{ RULE("D017", QUERY, OF_RETURN), OF(ITEM_VACANCIES, ITEM_COVER_FTE, ITEM_COVER_HEADCOUNT), FROM_THE_FIRST,
		WORDS("Where agency workers cover vacancies there are vacancies", "A covered post is still vacant"),
		MEND("count covered posts as vacant"), FROM(FROM_SUMS, MEDIUM), .test = cover_covers_something },
	{ RULE("D018", MISTAKE, OF_RETURN), OF(ITEM_RECRUITMENT_BONUS, ITEM_RETENTION_BONUS, ITEM_PERFORMANCE_AWARD,
		ITEM_CAR_ALLOWANCE, ITEM_RELOCATION, ITEM_WEIGHTING, ITEM_COST_SWE, ITEM_COST_DBS), SINCE(2025),
		WORDS("Each allowance is said to be offered to nobody, all or some: 0, 1 or 2", ""),
		FROM("derived: LIIA's schema of 2025", MEDIUM), .test = rule_needed_of_return },
	{ RULE("D019", MISTAKE, OF_RETURN), OF(ITEM_OTHER_ALLOWANCES), SINCE(2025),
		WORDS("The message has the element for other allowances, which may be empty", ""),
		.wrong = STR("is not there"), MEND("add an empty element OtherAllowances"),
		FROM("derived: LIIA's schema of 2025", LOW), .test = other_allowances_are_there },
};
const struct rule_list rules_return = RULES(rows);
