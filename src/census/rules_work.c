/* rules_work.c: FTE, cases, sickness, absence, and the contracts of agency workers. */
#include "census/checking.h"

#include "measure/measure.h"

/* ---- FTE --------------------------------------------------------------------------------------- */

static void
leaver_has_no_fte(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (!worker_left(w) || !worker_above_nothing(w, ITEM_FTE))
		return;
	Str fte = checking_value(in, w, ITEM_FTE), last = checking_value(in, w, ITEM_END);
	checking_tell(in, rule, w, ITEM_FTE, (struct advice){ .wrong = checking_say(
		in, "is %.*s, and the last day is %.*s", STR_ARG(fte), STR_ARG(last)) });
}

static void
fte_of_who_is_there(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_there(w) && worker_says_nothing(w, ITEM_FTE))
		checking_tell(in, rule, w, ITEM_FTE, (struct advice){ 0 });
}

static bool
was_there_before(const struct checking *in, const struct worker *w)
{
	return in->year && worker_said(w, ITEM_START) && worker_value(w, ITEM_START, 0) < in->days.first.day;
}

static void
leaver_had_fte(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_left(w) && was_there_before(in, w) && worker_says_nothing(w, ITEM_FTE_BEFORE))
		checking_tell_both(in, rule, w);
}

static void
starter_had_no_fte(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (in->year && worker_paid(w) && worker_value(w, ITEM_START, INT32_MIN) >= in->days.first.day &&
	    worker_above_nothing(w, ITEM_FTE_BEFORE))
		checking_tell_both(in, rule, w);
}

static void
agency_worker_has_fte(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct fact fte = worker_fact(w, ITEM_FTE);
	if (worker_is_agency(w) && (fte.said == NOT_SAID || worker_says_nothing(w, ITEM_FTE)))
		checking_tell_both(in, rule, w);
}

/* ---- cases ------------------------------------------------------------------------------------- */

static void
case_holder_has_cases(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	struct fact cases = worker_fact(w, ITEM_CASES);
	if (worker_has_code(w, ITEM_ROLE, S("5")) && worker_fact(w, ITEM_END).said == NOT_SAID &&
	    (cases.said == NOT_SAID || worker_says_nothing(w, ITEM_CASES)))
		checking_tell_both(in, rule, w);
}

static void
others_have_none(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_has_code(w, ITEM_ROLE, S("6")) && worker_above_nothing(w, ITEM_CASES))
		checking_tell_both(in, rule, w);
}

static void
cases_are_of_one_person(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	enum { CASES_MOST = 40 };       /* the most that the schema written from DfE's guide lets through */
	if (worker_value(w, ITEM_CASES, 0) > CASES_MOST * (int64_t)MICRO)
		checking_tell_one(in, rule, w, ITEM_CASES);
}

static void
leaver_has_no_cases(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_left(w) && worker_above_nothing(w, ITEM_CASES))
		checking_tell_both(in, rule, w);
}

static void
cases_with_fte(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (!worker_left(w) && worker_above_nothing(w, ITEM_CASES) && worker_says_nothing(w, ITEM_FTE))
		checking_tell_both(in, rule, w);
}

static void
cases_of_the_absent(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_has_code(w, ITEM_ABSENT, S("1")) && worker_above_nothing(w, ITEM_CASES))
		checking_tell_both(in, rule, w);
}

/* ---- sickness and absence ---------------------------------------------------------------------- */

static void
days_are_of_one_year(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (in->year == 0)
		return;
	int days = working_days(in->year);
	if (worker_value(w, ITEM_DAYS_LOST, 0) <= days * (int64_t)MICRO)
		return;
	Str lost = checking_value(in, w, ITEM_DAYS_LOST);
	checking_tell(in, rule, w, ITEM_DAYS_LOST, (struct advice){ .wrong = checking_say(
		in, "is %.*s working days, and the year to 30 September %d has %d", STR_ARG(lost), in->year, days) });
}

/* DfE marked 0.6% (Cambridgeshire, 2023) and 1.9% (Bristol, 2024) as unreliable; the rate in England is above 3%. A
 * few people may well not have been ill. */
enum { SICKNESS_PERCENT_LEAST = 2, PEOPLE_FOR_A_RATE = 10 };

static void
sickness_is_recorded(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	const struct whole *whole = &in->whole;
	if (in->year == 0 || whole->there < PEOPLE_FOR_A_RATE || whole->fte_there == 0)
		return;
	int days = working_days(in->year);
	Figure rate = figure_ratio(figure_micro(whole->days_lost), figure_micro(whole->fte_there * days), 100);
	if (rate.micro >= SICKNESS_PERCENT_LEAST * (int64_t)MICRO)
		return;
	Str percent = figure_words(rate, 1, UNIT_PERCENT, in->perm), lost = checking_number(in, whole->days_lost);
	Str fte = checking_number(in, whole->fte_there);
	checking_tell(in, rule, w, NO_ITEM, (struct advice){ .wrong = checking_say(
		in, "the sickness rate is %.*s: %.*s working days lost, %.*s FTE in post, %d working days", STR_ARG(percent),
		STR_ARG(lost), STR_ARG(fte), days) });
}

static void
absence_has_a_reason(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	bool absent = worker_has_code(w, ITEM_ABSENT, S("1"));
	if (!checking_sound(in, rule, w, ITEM_ABSENCE_REASON) || absent == worker_said(w, ITEM_ABSENCE_REASON))
		return;
	if (worker_fact(w, ITEM_ABSENT).said == MISSAID)
		return;
	Str reason = checking_value(in, w, ITEM_ABSENCE_REASON);
	checking_tell(in, rule, w, ITEM_ABSENCE_REASON, absent
		? (struct advice){ S("is missing, and absent on 30 September is 1 (Yes)"),
		                   checking_wants(in, ITEM_ABSENCE_REASON) }
		: (struct advice){ checking_say(in, "is %.*s, and nothing says that this person was absent on "
		                                "30 September", STR_ARG(reason)),
		                   S("take it out, or write 1 in Absat30Sept") });
}

/* ---- agency contracts -------------------------------------------------------------------------- */

static void
weeks_of_agency_workers(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (!checking_sound(in, rule, w, ITEM_WEEKS))
		return;
	if (worker_is_agency(w) && !worker_said(w, ITEM_WEEKS))
		checking_missing(in, rule, w, ITEM_WEEKS);
	if (worker_paid(w) && worker_above_nothing(w, ITEM_WEEKS)) {
		Str weeks = checking_value(in, w, ITEM_WEEKS);
		checking_tell(in, rule, w, ITEM_WEEKS, (struct advice){
			checking_say(in, "is %.*s, and this is no agency worker", STR_ARG(weeks)),
			S("take it out, or write 1 in AgencyWorker") });
	}
}

static void
weeks_are_of_a_contract(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	enum { WEEKS_MOST = 500 };      /* the most that the schema written from DfE's guide lets through */
	if (worker_value(w, ITEM_WEEKS, 0) > WEEKS_MOST * (int64_t)MICRO)
		checking_tell_one(in, rule, w, ITEM_WEEKS);
}

static void
cover_has_records(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	const struct fact *fact = in->ret->fact;
	int64_t fte = fact[ITEM_COVER_FTE].value, people = fact[ITEM_COVER_HEADCOUNT].value;
	if (in->whole.agency > 0 || (fte == 0 && people == 0))
		return;
	Str covering = checking_number(in, fte);
	checking_tell(in, rule, w, ITEM_COVER_FTE, (struct advice){ .wrong = checking_say(
		in, "is %.*s FTE of %lld %s, and the return has no agency worker", STR_ARG(covering),
		(long long)(people / MICRO), people == MICRO ? "person" : "people") });
}

/* ---- rows -------------------------------------------------------------------------------------- */

static const struct census_rule rows[] = {
	{ RULE("D070", MISTAKE, OF_WORKER), OF(ITEM_FTE), FROM_THE_FIRST,
		WORDS("FTE is a number from 0 to 1 of at most six decimals", "Contracted hours over full-time hours, not hours and not percent"),
		FROM(FROM_SCHEMAS, HIGH), .test = rule_sound },
	{ RULE("D071", MISTAKE, OF_WORKER), OF(ITEM_FTE), FROM_THE_FIRST,
		WORDS("Whoever the council pays has FTE", "0 for whoever left"), FROM(FROM_GUIDE, MEDIUM), .test = rule_expected_of_paid },
	{ RULE("D072", MISTAKE, OF_WORKER), OF(ITEM_FTE, ITEM_END), FROM_THE_FIRST,
		WORDS("Whoever left has FTE 0", "What they had on the 30 September before is FTE30"),
		MEND("write 0: FTE is at 30 September, when this person had left"), FROM(FROM_CHECKS, MEDIUM), .test = leaver_has_no_fte },
	{ RULE("D073", QUERY, OF_WORKER), OF(ITEM_FTE, ITEM_END), FROM_THE_FIRST,
		WORDS("Whoever is in post has FTE above 0", "Somebody without hours, or a leaver without leaving date. DfE leaves them out of caseload"),
		.wrong = STR("is 0, and there is no leaving date"), MEND("write their FTE, or the leaving date; or confirm that they have no hours"),
		FROM("DfE's methodology: case holders have FTE above 0", HIGH), .test = fte_of_who_is_there },
	{ RULE("D074", MISTAKE, OF_WORKER), OF(ITEM_FTE_BEFORE), FROM_THE_FIRST,
		WORDS("Whoever the council pays has FTE of the 30 September before, from 0 to 1", "0 for whoever started since"),
		FROM(FROM_GUIDE "; " FROM_CHECKS, MEDIUM), .test = rule_needed_of_paid },
	{ RULE("D075", QUERY, OF_WORKER), OF(ITEM_FTE_BEFORE, ITEM_START), FROM_THE_FIRST,
		WORDS("Whoever left and was in post on the 30 September before had FTE then", "DfE takes the FTE of leavers from it"),
		MEND("write the FTE of the 30 September before"), FROM("derived: what FTE30 means", MEDIUM), .test = leaver_had_fte },
	{ RULE("D076", QUERY, OF_WORKER), OF(ITEM_FTE_BEFORE, ITEM_START), FROM_THE_FIRST,
		WORDS("Whoever started since had no FTE on the 30 September before", "A move within the council is no start"),
		MEND("write 0, or the first day in any child and family social work post here"), FROM("derived: what FTE30 means", MEDIUM),
		.test = starter_had_no_fte },
	{ RULE("D077", QUERY, OF_WORKER), OF(ITEM_FTE, ITEM_AGENCY), FROM_THE_FIRST,
		WORDS("Every agency worker has FTE above 0", "DfE could not publish agency FTE of two councils that left it out, 2021 to 2024"),
		MEND("write the FTE they work"), FROM(FROM_FLAGS, MEDIUM), .test = agency_worker_has_fte },
	{ RULE("D080", MISTAKE, OF_WORKER), OF(ITEM_CASES), FROM_THE_FIRST,
		WORDS("Whoever is there on 30 September, agency workers too, has a whole number of cases", "0 for whoever has none"),
		FROM(FROM_GUIDE "; " FROM_DEFINITIONS, MEDIUM), .test = rule_needed_on_the_day },
	{ RULE("D081", QUERY, OF_WORKER), OF(ITEM_CASES, ITEM_ROLE), SINCE(2024),
		WORDS("Whoever has role 5, case holder, has cases", "Role 6 is for those without. DfE has had a rule of this since 2024; its number is not known to us"),
		MEND("write the cases; or role 6; or say in a note why there are none"), FROM("DfE, Local Authority Interactive Tool", HIGH),
		.test = case_holder_has_cases },
	{ RULE("D082", QUERY, OF_WORKER), OF(ITEM_CASES, ITEM_ROLE), FROM_THE_FIRST,
		WORDS("Whoever has role 6, qualified without cases, has no cases", ""), MEND("write role 5, or 0 cases"),
		FROM(FROM_CODES, MEDIUM), .test = others_have_none },
	{ RULE("D083", QUERY, OF_WORKER), OF(ITEM_CASES), FROM_THE_FIRST,
		WORDS("Nobody has more than 40 cases", "Cases of a whole team put to its manager"), MEND("put them to those who work them, or confirm"),
		FROM(FROM_GUIDE, MEDIUM), .test = cases_are_of_one_person },
	{ RULE("D084", QUERY, OF_WORKER), OF(ITEM_CASES, ITEM_END), FROM_THE_FIRST,
		WORDS("Whoever left has no cases on 30 September", "Cases that were not given to anybody else"), MEND("write 0 here, and put the cases to those who have them"),
		FROM(FROM_DEFINITIONS, MEDIUM), .test = leaver_has_no_cases },
	{ RULE("D085", QUERY, OF_WORKER), OF(ITEM_CASES, ITEM_FTE), FROM_THE_FIRST,
		WORDS("Whoever has cases has FTE above 0", "DfE counts case holders with FTE above 0 only"), MEND("write the FTE, or 0 cases"),
		FROM("DfE's methodology: case holders have FTE above 0", HIGH), .test = cases_with_fte },
	{ RULE("D086", QUERY, OF_WORKER), OF(ITEM_CASES, ITEM_ABSENT), FROM_THE_FIRST,
		WORDS("Whoever is absent on 30 September has no cases", "In a long absence they are given to others"), MEND("confirm, or put the cases to those who have them"),
		FROM("derived: how absence is described", LOW), .test = cases_of_the_absent },
	{ RULE("D090", MISTAKE, OF_WORKER), OF(ITEM_DAYS_LOST), FROM_THE_FIRST,
		WORDS("Whoever the council pays has a number of working days lost to sickness in the year", "0 for none; of at most two decimals"),
		FROM(FROM_CHECKS "; " FROM_GUIDE, MEDIUM), .test = rule_needed_of_paid },
	{ RULE("D091", QUERY, OF_WORKER), OF(ITEM_DAYS_LOST), FROM_THE_FIRST,
		WORDS("Nobody lost more days than the year has working days", "DfE takes 253, and 254 in a year with 29 February. Calendar days were counted, or more than one year"),
		MEND("count working days of this year alone"), FROM("DfE's methodology; its figures worked out again", MEDIUM), .test = days_are_of_one_year },
	{ RULE("D092", QUERY, OF_RETURN), OF(ITEM_DAYS_LOST, ITEM_FTE), FROM_THE_FIRST,
		WORDS("The sickness rate of the return is at least 2%", "Sickness that was recorded for some teams or months only; in England it is above 3%"),
		MEND("complete the days lost, or say in a note why they are so few"), FROM(FROM_FLAGS " (Cambridgeshire, Sefton, Bristol)", MEDIUM),
		.test = sickness_is_recorded },
	{ RULE("D093", MISTAKE, OF_WORKER), OF(ITEM_DAYS_LOST), FROM_THE_FIRST,
		WORDS("Agency workers have no days lost to sickness", "The rate is of those the council pays. A 0 is let through"),
		MEND("take it out"), FROM("derived: of whom DfE publishes the rate", LOW), .test = rule_blank_for_agency },
	{ RULE("D094", MISTAKE, OF_WORKER), OF(ITEM_ABSENT), FROM_THE_FIRST,
		WORDS("Absent on 30 September is 0 or 1", ""), FROM(FROM_SCHEMAS, LOW), .test = rule_sound },
	{ RULE("D095", MISTAKE, OF_WORKER), OF(ITEM_ABSENCE_REASON, ITEM_ABSENT), FROM_THE_FIRST,
		WORDS("Whoever is absent on 30 September, and nobody else, has one of the seven reasons", ""), FROM(FROM_SCHEMAS, MEDIUM),
		.test = absence_has_a_reason },
	{ RULE("D096", QUERY, OF_WORKER), OF(ITEM_ABSENT), FROM_THE_FIRST,
		WORDS("Whoever is in post is said to be absent on 30 September or not", "Whether DfE demands it is not known"),
		FROM(FROM_SCHEMAS, LOW), .test = rule_expected_of_there },
	{ RULE("D100", MISTAKE, OF_WORKER), OF(ITEM_WEEKS, ITEM_AGENCY), FROM_THE_FIRST,
		WORDS("Agency workers, and nobody else, have the weeks of their contract", "A 0 of others is let through"),
		FROM(FROM_GUIDE, MEDIUM), .test = weeks_of_agency_workers },
	{ RULE("D101", QUERY, OF_WORKER), OF(ITEM_WEEKS), FROM_THE_FIRST,
		WORDS("No contract with an agency is of more than 500 weeks", "Days or hours written as weeks"), MEND("write weeks, or confirm"),
		FROM(FROM_GUIDE, MEDIUM), .test = weeks_are_of_a_contract },
	{ RULE("D102", QUERY, OF_RETURN), OF(ITEM_COVER_FTE, ITEM_COVER_HEADCOUNT, ITEM_AGENCY), FROM_THE_FIRST,
		WORDS("Where agency workers cover vacancies the return has agency workers", "The agency's list was not put in"),
		MEND("add the agency workers of 30 September"), FROM(FROM_SUMS, MEDIUM), .test = cover_has_records },
};
const struct rule_list rules_work = RULES(rows);
