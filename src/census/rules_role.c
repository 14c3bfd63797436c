/* rules_role.c: the role, when somebody began and left, where they came from and went. */
#include "census/checking.h"

/* ---- began ------------------------------------------------------------------------------------- */

static void
began_by_the_day(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	rule_needed_of_paid(in, rule, w);
	if (in->year == 0 || worker_value(w, ITEM_START, in->days.last.day) <= in->days.last.day)
		return;
	Str start = checking_value(in, w, ITEM_START);
	checking_tell(in, rule, w, ITEM_START, (struct advice){ .wrong = checking_say(
		in, "is %.*s, after 30 September %d", STR_ARG(start), in->year) });
}

static void
began_after_birth(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_said(w, ITEM_START) && worker_said(w, ITEM_BORN) &&
	    worker_value(w, ITEM_START, 0) <= worker_value(w, ITEM_BORN, 0))
		checking_tell_both(in, rule, w);
}

static void
began_as_an_adult(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	enum { YOUNGEST = 20 };
	if (!worker_said(w, ITEM_START) || !worker_said(w, ITEM_BORN))
		return;
	int64_t start = worker_value(w, ITEM_START, 0), birth = worker_value(w, ITEM_BORN, 0);
	int age = date_years((Date){ (int32_t)birth }, (Date){ (int32_t)start });
	if (start <= birth || age >= YOUNGEST)
		return;
	Str is = checking_value(in, w, ITEM_BORN), day = checking_value(in, w, ITEM_START);
	checking_tell(in, rule, w, ITEM_START, (struct advice){ .wrong = checking_say(
		in, "is %.*s, and date of birth is %.*s: aged %d", STR_ARG(day), STR_ARG(is), age) });
}

static void
starter_came_from(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (!checking_sound(in, rule, w, ITEM_ORIGIN) || in->year == 0 || !worker_paid(w) ||
	    worker_said(w, ITEM_ORIGIN) || !worker_began_in(w, in->year))
		return;
	Str start = checking_value(in, w, ITEM_START);
	checking_tell(in, rule, w, ITEM_ORIGIN, (struct advice){
		checking_say(in, "is missing, and start date is %.*s, in the census year", STR_ARG(start)),
		checking_wants(in, ITEM_ORIGIN) });
}

/* ---- left -------------------------------------------------------------------------------------- */

static void
left_in_the_year(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (!checking_sound(in, rule, w, ITEM_END) || in->year == 0 || !worker_said(w, ITEM_END) ||
	    worker_ended_in(w, in->year))
		return;
	Str last = checking_value(in, w, ITEM_END);
	bool later = worker_value(w, ITEM_END, 0) > in->days.last.day;
	checking_tell(in, rule, w, ITEM_END, (struct advice){
		checking_say(in, "is %.*s, %s the census year, 1 October %d to 30 September %d", STR_ARG(last),
		             later ? "after" : "before", in->year - 1, in->year),
		later ? S("take the leaving date out: this person was still in post")
		      : S("leave the record out, or mend the leaving date") });
}

static void
left_after_beginning(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (worker_said(w, ITEM_START) && worker_said(w, ITEM_END) &&
	    worker_value(w, ITEM_END, 0) < worker_value(w, ITEM_START, 0))
		checking_tell_both(in, rule, w);
}

static void
came_and_went(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	if (in->year && worker_left(w) && worker_began_in(w, in->year) && worker_ended_in(w, in->year))
		checking_tell_both(in, rule, w);
}

/* The first item of the rule is there exactly where the second, a leaving date, is. */
static void
said_of_leavers_alone(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	enum item item = rule->items[0];
	if (!checking_sound(in, rule, w, item) || !worker_paid(w) || worker_left(w) == worker_said(w, item))
		return;
	Str words = worker_left(w) ? checking_value(in, w, ITEM_END) : checking_value(in, w, item);
	checking_tell(in, rule, w, item, worker_left(w)
		? (struct advice){ checking_say(in, "is missing, and leaving date is %.*s", STR_ARG(words)), checking_wants(in, item) }
		: (struct advice){ checking_say(in, "is %.*s, and there is no leaving date", STR_ARG(words)),
		                   S("take it out, or write the leaving date") });
}

static bool
has_one_of(const struct worker *w, enum item item, const Str *codes, ptrdiff_t count)
{
	for (ptrdiff_t i = 0; i < count; i++)
		if (worker_has_code(w, item, codes[i]))
			return true;
	return false;
}

static void
went_nowhere(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	static const Str retired_died[] = { STR("5"), STR("6") };
	static const Str jobs[] = { STR("1"), STR("2"), STR("3"), STR("4"), STR("5") };
	if (has_one_of(w, ITEM_REASON, retired_died, countof(retired_died)) &&
	    has_one_of(w, ITEM_DESTINATION, jobs, countof(jobs)))
		checking_tell_both(in, rule, w);
}

static void
moved_within(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	static const Str elsewhere[] = { STR("1"), STR("2"), STR("3") };
	if (worker_has_code(w, ITEM_REASON, S("7")) && has_one_of(w, ITEM_DESTINATION, elsewhere, countof(elsewhere)))
		checking_tell_both(in, rule, w);
}

static void
is_known_by_now(struct checking *in, const struct census_rule *rule, const struct worker *w)
{
	for (int i = 0; i < rule->item_count; i++) {
		enum item item = rule->items[i];
		struct fact fact = worker_fact(w, item);
		if (fact.said != SAID)
			continue;
		Str words = item_rows[item].codes[fact.value].words;
		if (str_equal(words, S("Not known")) || str_equal(words, S("Not yet collected")))
			checking_tell_one(in, rule, w, item);
	}
}

/* ---- rows -------------------------------------------------------------------------------------- */

static const struct census_rule rows[] = {
	{ RULE("D050", MISTAKE, OF_WORKER), OF(ITEM_ROLE), FROM_THE_FIRST,
		WORDS("Whoever the council pays has a role of the census: 1 to 6", "Whether agency workers need one is not known"),
		FROM(FROM_CHECKS, MEDIUM), .test = rule_needed_of_paid },
	{ RULE("D051", MISTAKE, OF_WORKER), OF(ITEM_START), FROM_THE_FIRST,
		WORDS("Whoever the council pays began on a day that is not after 30 September", "Somebody who starts later belongs to the next return"),
		MEND("leave the record out, or mend the start date"), FROM(FROM_CHECKS, MEDIUM), .test = began_by_the_day },
	{ RULE("D052", MISTAKE, OF_WORKER), OF(ITEM_START, ITEM_BORN), FROM_THE_FIRST,
		WORDS("Everybody began after they were born", "The two dates swapped"), MEND("mend the one or the other"),
		FROM(FROM_SENSE, MEDIUM), .test = began_after_birth },
	{ RULE("D053", MISTAKE, OF_WORKER), OF(ITEM_END), FROM_THE_FIRST,
		WORDS("A leaving date is a day of the census year", "1 October to 30 September, both included"),
		FROM(FROM_GUIDE, MEDIUM), .test = left_in_the_year },
	{ RULE("D054", MISTAKE, OF_WORKER), OF(ITEM_END, ITEM_START), FROM_THE_FIRST,
		WORDS("Nobody left before they began", ""), MEND("mend the one or the other"), FROM(FROM_SENSE, HIGH), .test = left_after_beginning },
	{ RULE("D055", QUERY, OF_WORKER), OF(ITEM_START, ITEM_END), FROM_THE_FIRST,
		WORDS("Nobody came and went within the census year", "DfE counts them neither as starters nor as leavers; whether it wants the record is not known"),
		MEND("confirm both days; whether to return the record is for you to decide"),
		FROM("DfE's methodology: definitions of starters and leavers", HIGH), .test = came_and_went },
	{ RULE("D056", MISTAKE, OF_WORKER), OF(ITEM_ORIGIN, ITEM_START), FROM_THE_FIRST,
		WORDS("Whoever started in the census year is said to have come from somewhere: 1 to 10", "Others may have it"),
		FROM(FROM_CHECKS ", which ask it of everybody", MEDIUM), .test = starter_came_from },
	{ RULE("D057", MISTAKE, OF_WORKER), OF(ITEM_DESTINATION, ITEM_END), FROM_THE_FIRST,
		WORDS("Whoever left, and nobody else, is said to have gone somewhere: 1 to 9", ""), FROM(FROM_CHECKS, MEDIUM),
		.test = said_of_leavers_alone },
	{ RULE("D058", MISTAKE, OF_WORKER), OF(ITEM_REASON, ITEM_END), FROM_THE_FIRST,
		WORDS("Whoever left, and nobody else, has a reason for leaving: 1 to 10", ""), FROM(FROM_CHECKS, MEDIUM),
		.test = said_of_leavers_alone },
	{ RULE("D059", QUERY, OF_WORKER), OF(ITEM_DESTINATION, ITEM_REASON), FROM_THE_FIRST,
		WORDS("Whoever retired or died went to no social work or social care role", ""),
		MEND("mend the one or the other"), FROM(FROM_CODES, LOW), .test = went_nowhere },
	{ RULE("D060", QUERY, OF_WORKER), OF(ITEM_DESTINATION, ITEM_REASON), FROM_THE_FIRST,
		WORDS("Whoever moved within the council went to no other council, country or agency", ""),
		MEND("write 4, 5, 6 or 7 as where they went, or another reason"), FROM(FROM_CODES, LOW), .test = moved_within },
	{ RULE("D061", QUERY, OF_WORKER), OF(ITEM_ORIGIN, ITEM_DESTINATION, ITEM_REASON), FROM_THE_FIRST,
		WORDS("Where people came from and went, and why they left, is known by now", "DfE asks to complete them"),
		MEND("find it out, or say in a note why it is not known"), FROM(FROM_CODES, LOW), .test = is_known_by_now },
	{ RULE("D062", MISTAKE, OF_WORKER), OF(ITEM_END, ITEM_DESTINATION, ITEM_REASON), FROM_THE_FIRST,
		WORDS("No agency worker has a leaving date, destination or reason", "Agency workers are those of 30 September; who left before is not returned"),
		MEND("leave the record out if they had gone by 30 September; else take this out"), FROM(FROM_DEFINITIONS, LOW),
		.test = rule_blank_for_agency },
	{ RULE("D063", QUERY, OF_WORKER), OF(ITEM_START, ITEM_BORN), FROM_THE_FIRST,
		WORDS("Nobody began before they were 20", "The youngest to qualify are 20 or 21"), MEND("mend the one or the other, or confirm both"),
		FROM(FROM_SENSE, MEDIUM), .test = began_as_an_adult },
};
const struct rule_list rules_role = RULES(rows);
