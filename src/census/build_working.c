/* build_working.c: the working rules, and what was decided of each. */
#include "census/building.h"

#define GUIDE STR("DfE's guide of 2021, section 1.9: its heading alone is known")

const struct working_row working_rows[WORKING_RULES] = {
	[WORKING_CAME_AND_WENT] = { STR("came-and-went"), STR("Came and went within the year"),
		{ STR("return"), STR("leave_out") }, { STR("Return the record"), STR("Leave it out") },
		STR("DfE counts whoever starts and leaves within the year as neither. Whether it wants the record is not known; "
		    "days lost count"), GUIDE, MEDIUM },
	[WORKING_RETURNED] = { STR("returned"), STR("Left and came back within the year"),
		{ STR("apart"), STR("joined") }, { STR("A record for each time"), STR("One record, as if never away") },
		STR("A leaver and a starter. Days between two posts of up to four are no leaving, and are joined in any case"),
		GUIDE, LOW },
	[WORKING_LAST_DAY] = { STR("last-day"), STR("Last day on 30 September"),
		{ STR("left"), STR("in_post") }, { STR("A leaver, with FTE 0"), STR("In post on the day") },
		STR("A leaving date may be 30 September, so the person has left"), GUIDE, LOW },
	[WORKING_TWO_ROLES] = { STR("two-roles"), STR("Two roles at once"),
		{ STR("each"), STR("senior") }, { STR("A record for each role"), STR("One record in the more senior role") },
		STR("FTE adds up either way, and people are counted once. Posts of the same role are one record, of at most 1 FTE"),
		GUIDE, MEDIUM },
	[WORKING_NO_HOURS] = { STR("no-hours"), STR("In post without hours"),
		{ STR("return"), STR("leave_out") }, { STR("Return with FTE 0"), STR("Leave it out") },
		STR("Casual and zero-hours contracts: FTE is of contracted hours. They count in headcount"), GUIDE, LOW },
	[WORKING_DIRECTOR] = { STR("director"), STR("Director of children\u2019s services"),
		{ STR("leave_out"), STR("return") }, { STR("Leave it out"), STR("Return the record") },
		STR("The director is not in the census; every other registered role is"), STR("Community Care, 4 March 2025"), MEDIUM },
	[WORKING_SECONDED] = { STR("seconded"), STR("Employed by somebody else"),
		{ STR("leave_out"), STR("return") }, { STR("Leave it out"), STR("Return the record") },
		STR("Seconded in, or a partner's: in post are those whom the council pays itself"), STR("DfE's methodology"), MEDIUM },
	[WORKING_NO_CASES] = { STR("no-cases"), STR("No count of cases"),
		{ STR("none"), STR("missing") }, { STR("0 cases"), STR("Missing") },
		STR("Cases of others were counted on the day, so whoever is not among them has none. Counts of zero are sent as 0"),
		GUIDE, LOW },
	[WORKING_OTHER_LEAVE] = { STR("other-leave"), STR("On other leave on 30 September"),
		{ STR("paid"), STR("unpaid"), STR("missing") },
		{ STR("Other paid authorised absence (OTH)"), STR("Unpaid authorised absence (UNP)"), STR("Missing") },
		STR("Why somebody is away is not kept, so only whoever makes the return can say which it is"),
		STR("codes of ReasonAbsence"), LOW },
	[WORKING_WEEKS] = { STR("weeks"), STR("Agency contract without an end on record"),
		{ STR("so_far"), STR("missing") }, { STR("The weeks until 30 September"), STR("Missing") },
		STR("The contract's weeks are asked for. Where no end is on record, those worked so far are known"),
		STR("schema written from DfE's guide of 2021"), LOW },
	[WORKING_SALARY] = { STR("salary"), STR("Salary of whoever works part time"),
		{ STR("full_time"), STR("by_fte") }, { STR("As for full time"), STR("By FTE: what is paid") },
		STR("Whether DfE wants the salary of full time or what is paid is not known"), STR("Community Care, 1 May 2024"), LOW },
};

int
working_find(Str name)
{
	for (int r = 0; r < WORKING_RULES; r++)
		if (str_equal(working_rows[r].name, name))
			return r;
	return NO_RULE;
}

int
working_way(enum working_rule rule, Str code)
{
	for (int w = 0; w < WAYS_MOST && working_rows[rule].ways[w].len > 0; w++)
		if (str_equal(working_rows[rule].ways[w], code))
			return w;
	return NO_WAY;
}

/* ---- decisions --------------------------------------------------------------------------------- */

bool
census_record_of_year(const struct record_type *type, const struct record *record, int year)
{
	struct parsed_decimal said = parse_decimal(record_value(type, record, S("year")), 0, false);
	return said.ok && said.micro == year * (int64_t)MICRO;
}

int
working_decisions(const struct council *council, int year, struct working_decision **decisions,
                  struct arena *perm)
{
	const struct record_type *type = &record_types[TYPE_CENSUS_NOTE];
	const struct records *notes = &council->of[TYPE_CENSUS_NOTE];
	*decisions = new(perm, notes->count + 1, struct working_decision);
	int count = 0;
	for (int i = 0; i < notes->count; i++) {
		const struct record *note = &notes->at[i];
		int rule = working_find(record_value(type, note, S("subject")));
		int way = rule == NO_RULE ? NO_WAY
			: working_way((enum working_rule)rule, record_value(type, note, S("choice")));
		if (!census_record_of_year(type, note, year) || way == NO_WAY ||
		    !str_equal(record_value(type, note, S("kind")), S("decision")))
			continue;
		(*decisions)[count++] = (struct working_decision){ .rule = (enum working_rule)rule,
			.spell = record_value(type, note, S("record")), .way = way };
	}
	return count;
}

/* The last decision for this spell, else the last for all. */
static const struct working_decision *
decision_of(const struct build_wish *wish, enum working_rule rule, Str spell)
{
	const struct working_decision *found = NULL;
	for (int i = 0; i < wish->decision_count; i++) {
		const struct working_decision *decision = &wish->decisions[i];
		bool of_all = decision->spell.len == 0;
		if (decision->rule != rule || (!of_all && !str_equal(decision->spell, spell)))
			continue;
		if (!found || !of_all || found->spell.len == 0)
			found = decision;
	}
	return found;
}

int
working_usual(const struct building *in, enum working_rule rule)
{
	const struct working_decision *decision = decision_of(in->wish, rule, S(""));
	return decision ? decision->way : 0;
}

int
working_apply(struct building *in, enum working_rule rule, int spell, int *number)
{
	struct built *built = in->built;
	const struct roster *r = in->roster;
	int person = spell_last(r, spell)->person;
	const struct working_decision *decision = decision_of(in->wish, rule, r->spells[spell].ref);
	if (built->case_count == in->case_room) {
		struct working_case *before = built->cases;
		in->case_room = 2 * in->case_room + 64;
		built->cases = new(in->perm, in->case_room, struct working_case);
		for (int i = 0; i < built->case_count; i++)
			built->cases[i] = before[i];
	}
	*number = built->case_count++;
	built->cases[*number] = (struct working_case){ .rule = rule, .spell = r->spells[spell].ref,
		.person = r->people[person].ref, .way = decision ? decision->way : 0, .decided = decision != NULL,
		.for_all = decision && decision->spell.len == 0 };
	return built->cases[*number].way;
}

void
working_gave(struct building *in, int number, int worker)
{
	in->built->cases[number].worker = worker;
}
