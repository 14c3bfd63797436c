/* rules_pay.c: salary and payments, in the return since 2025. */
#include "census/checking.h"

/* Full-time pay of social workers and their managers lies well within; one who works part of the time may have that
 * part of the least, as it is not known whether DfE wants the full-time figure or the actual one. */
#define SALARY_LEAST (INT64_C(20000) * MICRO)
#define SALARY_MOST (INT64_C(150000) * MICRO)

static void
salary_is_of_a_year(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (!worker_said(w, ITEM_SALARY))
		return;
	int64_t salary = worker_value(w, ITEM_SALARY, 0), fte = worker_value(w, ITEM_FTE, 0);
	if (salary <= SALARY_MOST && salary >= SALARY_LEAST / MICRO * fte)
		return;
	Str pounds = figure_words(figure_micro(salary), 2, UNIT_POUNDS, in->perm), part = checking_number(in, fte);
	checking_tell(in, rule, w, ITEM_SALARY, (struct advice){ .wrong = checking_say(
		in, "is %.*s a year, for FTE %.*s", STR_ARG(pounds), STR_ARG(part)) });
}

static void
payments_are_offered(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	const struct fact *fact = in->ret->fact;
	static const enum item offers[] = { ITEM_RECRUITMENT_BONUS, ITEM_RETENTION_BONUS };
	for (ptrdiff_t i = 0; i < countof(offers); i++)
		if (fact[offers[i]].said != SAID ||
		    !str_equal(item_rows[offers[i]].codes[fact[offers[i]].value].code, S("0")))
			return;
	if (in->whole.with_payments > 0)
		checking_tell(in, rule, w, ITEM_RECRUITMENT_BONUS, (struct advice){ .wrong = checking_say(
			in, "is 0 (No), as is the retention bonus, and %d %s recruitment or retention payments",
			in->whole.with_payments, in->whole.with_payments == 1 ? "person has" : "people have") });
}

static const struct census_rule rows[] = {
	{ RULE("D110", MISTAKE, OF_WORKER), OF(ITEM_SALARY), SINCE(2025),
		WORDS("Whoever is in post has a basic salary, in pounds of at most two decimals", "Whether for leavers too is not known"),
		FROM("derived: LIIA's schema of 2025; Community Care, 1 May 2024", MEDIUM), .test = rule_needed_of_there },
	{ RULE("D111", QUERY, OF_WORKER), OF(ITEM_SALARY, ITEM_FTE), SINCE(2025),
		WORDS("A basic salary is a year's: from 20,000 pounds for full time to 150,000", "A month's pay, or pence"),
		MEND("write pounds a year, or confirm"), FROM("our judgement: DfE has named no limits", LOW), .test = salary_is_of_a_year },
	{ RULE("D112", MISTAKE, OF_WORKER), OF(ITEM_RR_PAYMENTS, ITEM_OTHER_PAYMENTS), SINCE(2025),
		WORDS("Payments beside the salary are pounds of at most two decimals", "They are voluntary"),
		FROM("derived: LIIA's schema of 2025; Community Care, 1 May 2024", MEDIUM), .test = rule_sound },
	{ RULE("D113", QUERY, OF_RETURN), OF(ITEM_RECRUITMENT_BONUS, ITEM_RETENTION_BONUS, ITEM_RR_PAYMENTS), SINCE(2025),
		WORDS("Where people have recruitment or retention payments, one of the two is offered", ""),
		MEND("mend what the authority says, or the payments"), FROM(FROM_SENSE, LOW), .test = payments_are_offered },
	{ RULE("D114", MISTAKE, OF_WORKER), OF(ITEM_SALARY, ITEM_RR_PAYMENTS, ITEM_OTHER_PAYMENTS), SINCE(2025),
		WORDS("Agency workers have no salary and no payments", "The council does not pay them itself. A 0 is let through"),
		MEND("take it out"), FROM("derived: Community Care, 1 May 2024", LOW), .test = rule_blank_for_agency },
};
const struct rule_list rules_pay = RULES(rows);
