/* rules.c: the rows of the rules, what a change touches, and the rules of rows. */
#include "workforce/ruling.h"

#include <assert.h>

const struct rule_row rule_rows[] = {
	[RULE_REFERENCE] = { STR("reference"), STR("A record may only refer to one that is there"),
		MISTAKE, STR("") },
	[RULE_OVERLAP] = { STR("overlap"), STR("Two descriptions of one thing may not hold on one day"),
		MISTAKE, STR("") },
	[RULE_HOLE] = { STR("hole"), STR("A post and a time in post are described for every day they last"),
		MISTAKE, STR("") },
	[RULE_OUTSIDE_POST] = { STR("outside-post"), STR("Somebody can be in a post only while it is there"),
		MISTAKE, STR("") },
	[RULE_OVER_FTE] = { STR("over-fte"), STR("Holders may not be more FTE than the post, but for a "
		"handover of a month"), MISTAKE, STR("") },
	[RULE_HANDOVER] = { STR("handover"), STR("A post held twice for a month or less is taken to be a "
		"handover"), QUERY, STR("") },
	[RULE_TWICE_IN_POST] = { STR("twice-in-post"), STR("One person cannot be in one post twice at once"),
		MISTAKE, STR("") },
	[RULE_PERSON_FTE] = { STR("person-fte"), STR("One person cannot work more than 1.5 FTE"),
		MISTAKE, STR("") },
	[RULE_PERSON_OVER_ONE] = { STR("person-over-one"), STR("More than 1 FTE of one person is asked about"),
		QUERY, STR("Children's social work workforce census: FTE is 0 to 1") },
	[RULE_UNIT_LOOP] = { STR("unit-loop"), STR("A unit cannot stand under itself"), MISTAKE, STR("") },
	[RULE_COVER] = { STR("cover"), STR("Who covers, covers somebody else who is in post then"),
		MISTAKE, STR("") },
	[RULE_AGE] = { STR("age"), STR("Nobody works before 16 or after 100"), MISTAKE, STR("") },
	[RULE_REASON] = { STR("reason"), STR("A reason for leaving needs a last day"), MISTAKE,
		STR("Children's social work workforce census: ReasonLeave with RoleEndDate") },
	[RULE_SAME_PERSON] = { STR("same-person"), STR("Two people of one name and birth date may be one"),
		QUERY, STR("") },
	[RULE_NO_BIRTH_DATE] = { STR("no-birth-date"), STR("The census needs a date of birth"), QUERY,
		STR("Children's social work workforce census: PersonBirthDate") },
	[RULE_SAME_NUMBER] = { STR("same-number"), STR("A registration number belongs to one person"),
		QUERY, STR("") },
	[RULE_CENSUS_YEAR] = { STR("census-year"), STR("What a census asks of the council is said once a year"), MISTAKE, STR("") },
	[RULE_CENSUS_REASON] = { STR("census-reason"), STR("A figure of a return that is not the one worked out says why"),
		MISTAKE, STR("") },
	[RULE_AGENCY_PERSON] = { STR("agency-person"), STR("An assignment is of the agency worker whose time in post it "
		"names, and so is what is said of it"), MISTAKE, STR("") },
	[RULE_AGENCY_ONCE] = { STR("agency-once"), STR("A time in post has one assignment, a month one cost, a quarter one "
		"return"), MISTAKE, STR("") },
	[RULE_AGENCY_DAYS] = { STR("agency-days"), STR("Agency use ends after it began; months and quarters can be read"),
		MISTAKE, STR("") },
	[RULE_AGENCY_DECISION] = { STR("agency-decision"), STR("A decision on agency use is of the unit of what it decides"),
		MISTAKE, STR("") },
	[RULE_TICKET] = { STR("ticket"), STR("A ticket has days in order, one post of its own, and reasons with their days"),
		MISTAKE, STR("") },
	[RULE_ASSUMPTION] = { STR("assumption"), STR("A thing is assumed once on a day, within what can be and its own least and most"),
		MISTAKE, STR("") },
	[RULE_HIRING_DAYS] = { STR("hiring-days"), STR("Campaigns, rounds and checks end after they began"), MISTAKE, STR("") },
	[RULE_REQUISITION] = { STR("requisition"), STR("A requisition is for a post or a ticket, in its unit; it is approved after "
		"those who could move were looked at, and before it is in a round or offered"), MISTAKE, STR("") },
	[RULE_SEAT] = { STR("seat"), STR("A seat is offered to one candidate, while it is asked for; nobody starts in a post that is frozen"), MISTAKE,
		STR("") },
	[RULE_CLOSE_OUT] = { STR("close-out"), STR("A campaign is closed with a review"), MISTAKE, STR("") },
	[RULE_STEP] = { STR("step"), STR("Steps of an application or a learner follow each other as stages allow, with days in order and "
		"reasons where it ends"), MISTAKE, STR("") },
	[RULE_CHECKS_FIRST] = { STR("checks-first"), STR("An offer is unconditional after every check, not before"), MISTAKE,
		STR("") },
	[RULE_APPLIED_TWICE] = { STR("applied-twice"), STR("A candidate applies once for a role in a round"), MISTAKE, STR("") },
	[RULE_ONE_HIRE] = { STR("one-hire"), STR("A hire is one time in post, and a time in post one hire"), MISTAKE, STR("") },
	[RULE_PANEL] = { STR("panel"), STR("Whoever referred a candidate is not on the panel; nobody is on it twice"), MISTAKE, STR("") },
	[RULE_PANEL_TRAINED] = { STR("panel-trained"), STR("Nobody is invited or assessed without somebody on the panel who is trained in "
		"safer recruitment"), MISTAKE, STR("") },
	[RULE_SCORED_FIRST] = { STR("scored-first"), STR("Where a round has criteria, two assessors have scored an application, and agreed where "
		"they differ, before it is shortlisted or assessed"), MISTAKE, STR("") },
	[RULE_SCORER] = { STR("scorer"), STR("Who scores is on the panel, scores there, and has nothing to do with the candidate"), MISTAKE,
		STR("") },
	[RULE_SCORE_LOCKED] = { STR("score-locked"), STR("Nothing is scored twice, after both are in, or after its stage; what both agreed "
		"has a note"), MISTAKE, STR("") },
	[RULE_CHECK] = { STR("check"), STR("A check goes from state to state as its table allows, with who saw it"), MISTAKE,
		STR("") },
	[RULE_CANDIDATE] = { STR("candidate"), STR("A candidate has a name until they are removed"), MISTAKE, STR("") },
	[RULE_SCORE] = { STR("score"), STR("A score is within its criterion, and stays as it was handed in"), MISTAKE, STR("") },
	[RULE_INDUCTION] = { STR("induction"), STR("What is done of an induction says when and by whom; it is done when nothing that "
		"is needed is open"), MISTAKE, STR("") },
	[RULE_PROBATION] = { STR("probation"), STR("A review of probation that was held says what came of it; nobody is confirmed "
		"without one that was passed"), MISTAKE, STR("") },
	[RULE_MOVE_WISH] = { STR("request-to-move"), STR("A request to move that came to something says when, and a post that ends says "
		"when it ends"), MISTAKE, STR("") },
	[RULE_HIRING_TERM] = { STR("hiring-term"), STR("A term of recruitment is within its bounds, and the only one of its kind on a day"), MISTAKE, STR("") },
	[RULE_TEMPLATE] = { STR("template"), STR("A template has known places, and is the only one of its notice on a day"), MISTAKE, STR("") },
	[RULE_INTERVIEW] = { STR("interview"), STR("An interview has a time of day on a day"), MISTAKE, STR("") },
	[RULE_SUPPLY_DAYS] = { STR("supply-days"), STR("Cohorts, placements and a practice educator\u2019s days end after they began"),
		MISTAKE, STR("") },
	[RULE_ODDS] = { STR("odds"), STR("Odds lie between their least and their most, and say how sure they are and who says so"),
		MISTAKE, STR("") },
	[RULE_LEARNER_ROUTE] = { STR("learner-route"), STR("Sponsorship and visas are of overseas routes, courses of the others"),
		MISTAKE, STR("") },
	[RULE_LEARNER_SPELL] = { STR("learner-spell"), STR("A time in post is one learner\u2019s, and whoever joined has one"), MISTAKE,
		STR("") },
	[RULE_PLACEMENT] = { STR("placement"), STR("A placement is in a unit that is there, one at a time, with a practice educator "
		"who is current, and for the final one holds stage 2"), MISTAKE,
		STR("BASW, Practice Educator Professional Standards, 2022") },
	[RULE_EDUCATOR] = { STR("educator"), STR("A practice educator is one record, and what was agreed or awarded comes in order"),
		MISTAKE, STR("") },
	[RULE_EDUCATOR_NUMBER] = { STR("educator-number"), STR("A rule on practice educators has one number on a day"), MISTAKE,
		STR("") },
};
const int rule_count = RULES;
_Static_assert(countof(rule_rows) == RULES, "a row for each rule");

void
rule_breaks(struct ruling *in, enum rule_id rule, Str ref, Str wrong, Str mend)
{
	findings_add(in->found, (struct finding){ .severity = rule_rows[rule].severity,
		.code = rule_rows[rule].code, .record = ref, .wrong = wrong, .mend = mend });
}

Date
day_after(Date day)
{
	return day.day >= DATE_OPEN.day ? DATE_OPEN : (Date){ day.day + 1 };
}

bool
days_meet(struct period a, struct period b)
{
	return a.first.day <= b.last.day && b.first.day <= a.last.day;
}

/* ---- what was touched -------------------------------------------------------------------------- */

static void
mark(bool *touched, int number)
{
	if (number != NOT_THERE)
		touched[number] = true;
}

static void
touch_record(struct ruling *in, const struct record_type *type, const struct record *record)
{
	if (record->values == NULL)
		return;
	const struct roster *roster = &in->roster;
	switch (record_type_id(type)) {
	case TYPE_UNIT:
		mark(in->units, roster_unit(roster, record->ref));
		break;
	case TYPE_POST:
		mark(in->posts, roster_post(roster, record->ref));
		break;
	case TYPE_PERSON:
		mark(in->people, roster_person(roster, record->ref));
		break;
	case TYPE_SPELL:
		mark(in->spells, roster_spell(roster, record->ref));
		mark(in->posts, roster_post(roster, record_value(type, record, S("post"))));
		mark(in->people, roster_person(roster, record_value(type, record, S("person"))));
		break;
	case TYPE_REGISTRATION:
		mark(in->people, roster_person(roster, record_value(type, record, S("person"))));
		break;
	default:                     /* no rule looks at more than its own rows */
		break;
	}
}

/* A post's or a person's change touches the spells in it. */
static void
touch_spells(struct ruling *in)
{
	const struct roster *r = &in->roster;
	for (int s = 0; s < r->spell_count; s++) {
		const struct spell_row *row = spell_last(r, s);
		bool by_post = row->post != NOT_THERE && in->posts[row->post];
		bool by_person = row->person != NOT_THERE && in->people[row->person];
		in->spells[s] |= by_post || by_person;
	}
}

/* ---- rows of one thing ------------------------------------------------------------------------- */

static void
check_reference(struct ruling *in, const struct change *change, const struct field *field, Str value)
{
	int first;
	const struct record_type *to = record_type_find(field->refers);
	assert(to);
	if (records_of(&in->after->of[record_type_id(to)], value, &first) > 0)
		return;
	rule_breaks(in, RULE_REFERENCE, change->after.ref,
	            str_format(in->perm, "%.*s is %.*s, and there is no such %.*s", STR_ARG(field->label),
	                       STR_ARG(value), STR_ARG(to->one)),
	            str_format(in->perm, "choose a %.*s that is there, or add it first", STR_ARG(to->one)));
}

static void
check_references(struct ruling *in, const struct change *change)
{
	for (int f = 0; f < change->type->field_count; f++)
		if (change->type->fields[f].kind == FIELD_REF && change->after.values[f].len > 0)
			check_reference(in, change, &change->type->fields[f], change->after.values[f]);
}

/* A record that goes must not leave others referring to it. */
static void
check_left_behind(struct ruling *in, const struct change *change)
{
	int first;
	if (records_of(&in->after->of[record_type_id(change->type)], change->before.ref, &first) > 0)
		return;
	for (int t = 0; t < RECORD_TYPES; t++) {
		const struct record_type *type = &record_types[t];
		const struct records *records = &in->after->of[t];
		for (int f = 0; f < type->field_count; f++) {
			if (type->fields[f].kind != FIELD_REF || !str_equal(type->fields[f].refers, change->type->name))
				continue;
			for (int i = 0; i < records->count; i++)
				if (str_equal(records->at[i].values[f], change->before.ref)) {
					rule_breaks(in, RULE_REFERENCE, change->before.ref,
					            str_format(in->perm, "%.*s %.*s still refers to it", STR_ARG(type->one),
					                       STR_ARG(records->at[i].ref)),
					            S("change or remove that first"));
					return;
				}
		}
	}
}

static void
check_rows(struct ruling *in, const struct record_type *type, Str ref)
{
	const struct records *records = &in->after->of[record_type_id(type)];
	int first, count = records_of(records, ref, &first);
	for (int i = first; i + 1 < first + count; i++) {
		Date last = records->at[i].when.last, next = records->at[i + 1].when.first;
		if (next.day <= last.day)
			rule_breaks(in, RULE_OVERLAP, ref,
			            str_format(in->perm, "is described twice from %.*s", STR_ARG(date_text(next, in->perm))),
			            S("end the first the day before the second begins"));
		else if (type->unbroken && next.day > last.day + 1)
			rule_breaks(in, RULE_HOLE, ref,
			            str_format(in->perm, "is not described between %.*s and %.*s",
			                       STR_ARG(date_text(last, in->perm)), STR_ARG(date_text(next, in->perm))),
			            S("let the first last until the second begins"));
	}
}

static void
check_loop(struct ruling *in, int unit)
{
	const struct roster *r = &in->roster;
	const struct thing *thing = &r->units[unit];
	for (int i = thing->first; i < thing->first + thing->count; i++) {
		Date day = r->unit_rows[i].when.first;
		int above = r->unit_rows[i].parent;
		for (int steps = 0; above != NOT_THERE && above != unit && steps < r->unit_count; steps++) {
			const struct unit_row *row = unit_on(r, above, day);
			above = row ? row->parent : NOT_THERE;
		}
		if (above == NOT_THERE)
			continue;
		rule_breaks(in, RULE_UNIT_LOOP, thing->ref,
		            str_format(in->perm, "stands under itself from %.*s", STR_ARG(date_text(day, in->perm))),
		            S("choose a unit that is not below it"));
		return;
	}
}

/* Changes of one thing stand together nearly always, so its rows are judged once. */
void
rules_of_rows(struct ruling *in)
{
	for (int i = 0; i < in->changes->count; i++) {
		const struct change *change = &in->changes->at[i];
		Str ref = change->kind == REMOVE ? change->before.ref : change->after.ref;
		const struct change *last = i > 0 ? change - 1 : NULL;
		bool again = last && last->type == change->type && last->kind != REMOVE
			&& str_equal(last->after.ref, ref);
		if (change->kind != REMOVE)
			check_references(in, change);
		else
			check_left_behind(in, change);
		if (change->type->dated && !again)
			check_rows(in, change->type, ref);
	}
	for (int u = 0; u < in->roster.unit_count; u++)
		if (in->units[u])
			check_loop(in, u);
}

void
rules_check(const struct council *after, const struct changes *changes, struct findings *found,
            struct arena *perm)
{
	struct ruling in = { .after = after, .changes = changes, .found = found, .perm = perm };
	roster_build(&in.roster, after, perm);
	in.units = new(perm, in.roster.unit_count, bool);
	in.posts = new(perm, in.roster.post_count, bool);
	in.people = new(perm, in.roster.person_count, bool);
	in.spells = new(perm, in.roster.spell_count, bool);
	for (int i = 0; i < changes->count; i++) {
		touch_record(&in, changes->at[i].type, &changes->at[i].before);
		touch_record(&in, changes->at[i].type, &changes->at[i].after);
	}
	touch_spells(&in);
	rules_of_rows(&in);
	rules_of_posts(&in);
	rules_of_people(&in);
	rules_of_twins(&in);
	rules_of_agency(&in);
	rules_of_plans(&in);
	rules_of_hiring(&in);
	rules_of_induction(&in);
	rules_of_moving(&in);
	rules_of_notices(&in);
	rules_of_supply(&in);
	rules_of_returns(&in);
}
