/* rules_supply.c: what must be true of pipelines: odds with a grade, steps that the table allows, one learner of a time in
 * post, placements with an educator who may take them. */
#include "workforce/educating.h"
#include "workforce/rules_hiring.h"
#include "workforce/stages_learner.h"

#define value_of hiring_value

struct supply {
	struct ruling *in;
	struct grouped steps, placements;        /* of a learner */
	struct grouped taken;                    /* placements of an educator */
	struct grouped of_spell, of_person;      /* learners; educators */
	bool *walked;                            /* learners whose steps were judged */
};

static const struct record *
record_of(const struct supply *s, enum type_id type, Str ref)
{
	int first;
	const struct records *records = &s->in->after->of[type];
	return ref.len && records_of(records, ref, &first) > 0 ? &records->at[first] : NULL;
}

static Date
day_of(const struct change *change, const char *field)
{
	Date day = { 0 };
	(void)date_parse(value_of(change, field), &day);
	return day;
}

static const struct span spans[] = {
	{ TYPE_PARTNER, "since", "until" }, { TYPE_COHORT, "starts_on", "expected_on" }, { TYPE_LEARNER, "known_on", "expected_on" },
	{ TYPE_LEARNER, "known_on", "arrives_on" }, { TYPE_PLACEMENT, "starts_on", "ends_on" },
	{ TYPE_EDUCATOR, "enrolled_1", "awarded_1" }, { TYPE_EDUCATOR, "awarded_1", "enrolled_2" },
	{ TYPE_EDUCATOR, "enrolled_2", "awarded_2" }, { TYPE_EDUCATOR, "awarded_1", "awarded_2" },
};

/* ---- odds --------------------------------------------------------------------------------------- */

static int64_t
part_of(const struct supply *s, const struct change *change, const char *odds, const char *part, int64_t otherwise)
{
	Str field = str_format(s->in->perm, "%s%s", odds, part);
	struct parsed_decimal read = parse_decimal(record_value(change->type, &change->after, field), 6, false);
	return read.ok ? read.micro : otherwise;
}

static bool
told(const struct supply *s, const struct change *change, const char *odds, const char *part)
{
	return record_value(change->type, &change->after, str_format(s->in->perm, "%s%s", odds, part)).len > 0;
}

static void
check_odds(struct supply *s, const struct change *change)
{
	static const char *const both[] = { "completes", "takes_post" };
	for (int i = 0; i < countof(both); i++) {
		const struct field *field = &change->type->fields[field_find(change->type, str_of(both[i]))];
		int64_t said = part_of(s, change, both[i], "", -1);
		if (said < 0 && (told(s, change, both[i], "_low") || told(s, change, both[i], "_high")))
			rule_breaks(s->in, RULE_ODDS, change->after.ref, str_format(s->in->perm, "\u201c%.*s\u201d has a least or a most, and "
				"no number", STR_ARG(field->label)), S("say the number itself"));
		else if (said >= 0 && (part_of(s, change, both[i], "_low", said) > said || part_of(s, change, both[i], "_high", said) < said))
			rule_breaks(s->in, RULE_ODDS, change->after.ref, str_format(s->in->perm, "\u201c%.*s\u201d is not between its least and "
				"its most", STR_ARG(field->label)), S("mend one of the three"));
		else if (said >= 0 && (!told(s, change, both[i], "_grade") || !told(s, change, both[i], "_source")))
			rule_breaks(s->in, RULE_ODDS, change->after.ref, str_format(s->in->perm, "\u201c%.*s\u201d does not say how sure it is, "
				"or who says so", STR_ARG(field->label)), S("give its grade and its source"));
	}
}

/* ---- learners ------------------------------------------------------------------------------------ */

static void
walk(struct supply *s, Str ref)
{
	const struct record *learner = record_of(s, TYPE_LEARNER, ref);
	bool *walked = learner ? &s->walked[learner - s->in->after->of[TYPE_LEARNER].at] : NULL;
	const struct passage passage = { s->in, &learner_stages, learner_moves, TYPE_LEARNER_STEP, &s->steps, S("learner") };
	Date begins = { 0 };
	if (!walked || *walked)
		return;
	*walked = true;
	(void)date_parse(said_text(TYPE_LEARNER, learner, "known_on"), &begins);
	passage_check(&passage, ref, begins);
}

/* The route of a learner is one for recruits from overseas. */
static bool
from_overseas(const struct supply *s, const struct record *learner)
{
	const struct record *cohort = record_of(s, TYPE_COHORT, said_text(TYPE_LEARNER, learner, "cohort"));
	const struct record *route = cohort ? record_of(s, TYPE_ROUTE, said_text(TYPE_COHORT, cohort, "route")) : NULL;
	return route && str_equal(said_text(TYPE_ROUTE, route, "kind"), route_kinds[ROUTE_OVERSEAS].code);
}

static void
check_step(struct supply *s, const struct change *change)
{
	struct ruling *in = s->in;
	const struct record *learner = record_of(s, TYPE_LEARNER, value_of(change, "learner"));
	int move = move_find(&learner_stages, value_of(change, "move"));
	if (!learner || move < 0)
		return;
	walk(s, learner->ref);
	if (learner_stages.moves[move].reasoned && !value_of(change, "reason").len)
		rule_breaks(in, RULE_STEP, change->after.ref, S("it gives no reason"), S("say why"));
	if (move == LEARNER_JOIN && !said_text(TYPE_LEARNER, learner, "spell").len)
		rule_breaks(in, RULE_LEARNER_SPELL, change->after.ref, S("they joined, and are in no post"),
		            S("say which time in post they began"));
	bool overseas = from_overseas(s, learner);
	if (overseas ? learner_move_here((enum learner_move)move) : learner_move_overseas((enum learner_move)move))
		rule_breaks(in, RULE_LEARNER_ROUTE, change->after.ref, str_format(in->perm, "\u201c%.*s\u201d is not a step of their route",
			STR_ARG(learner_moves[move].words)), S("choose a step of their route, or another cohort"));
}

static void
check_learner(struct supply *s, const struct change *change)
{
	Str spell = value_of(change, "spell");
	int first, count = spell.len ? grouped_find(&s->of_spell, spell, &first) : 0;
	const struct record *post = record_of(s, TYPE_SPELL, spell);
	Str person = value_of(change, "colleague");
	walk(s, change->after.ref);
	if (post && person.len && !str_equal(said_text(TYPE_SPELL, post, "person"), person))
		rule_breaks(s->in, RULE_LEARNER_SPELL, change->after.ref, S("its time in post is another person\u2019s"),
		            S("choose one of the person that they are here"));
	if (count < 2)
		return;
	const struct record *other = s->of_spell.rows[first].record;
	if (str_equal(other->ref, change->after.ref))
		other = s->of_spell.rows[first + 1].record;
	rule_breaks(s->in, RULE_LEARNER_SPELL, change->after.ref, str_format(s->in->perm, "its time in post is that of %.*s already",
		STR_ARG(other->ref)), S("a time in post is of one learner: choose the other"));
}

/* ---- placements ---------------------------------------------------------------------------------- */

/* Whoever is enrolled on stage 1 takes a placement to be awarded it; never the final one. */
static Str
why_not(const struct supply *s, const struct record *educator, const struct change *change)
{
	Date starts = day_of(change, "starts_on");
	int months = educator_numbers_on(s->in->after, starts).of[MONTHS_CURRENT].number;
	Date until = educator_current_until(educator, &s->taken, months, starts);
	bool final = str_equal(value_of(change, "kind"), placement_kinds[PLACEMENT_FINAL].code);
	bool training = until.day == 0 && educator_day(educator, "enrolled_1", starts).day != 0;
	if (educator_day(educator, "stopped_on", starts).day != 0)
		return S("its practice educator had stopped by its first day");
	if (final && educator_day(educator, "awarded_2", starts).day == 0)
		return S("it is the final placement, and its practice educator does not hold stage 2 on its first day");
	if (until.day == 0 && !training)
		return S("its practice educator has neither an award nor an enrolment on its first day");
	if (until.day != 0 && until.day < starts.day)
		return str_format(s->in->perm, "its practice educator was current until %.*s", STR_ARG(date_text(until, s->in->perm)));
	return S("");
}

static void
check_together(struct supply *s, const struct change *change)
{
	int first, count = grouped_find(&s->placements, value_of(change, "learner"), &first);
	struct period when = { day_of(change, "starts_on"), day_of(change, "ends_on") };
	for (int i = first; i < first + count; i++) {
		const struct record *other = s->placements.rows[i].record;
		struct period then = { { 0 }, { 0 } };
		(void)date_parse(said_text(TYPE_PLACEMENT, other, "starts_on"), &then.first);
		(void)date_parse(said_text(TYPE_PLACEMENT, other, "ends_on"), &then.last);
		if (str_equal(other->ref, change->after.ref) || !days_meet(when, then))
			continue;
		rule_breaks(s->in, RULE_PLACEMENT, change->after.ref, str_format(s->in->perm, "the learner is on placement %.*s on "
			"some of its days", STR_ARG(other->ref)), S("mend the days of one of the two"));
		return;
	}
}

static void
check_placement(struct supply *s, const struct change *change)
{
	struct ruling *in = s->in;
	const struct record *educator = record_of(s, TYPE_EDUCATOR, value_of(change, "educator"));
	int unit = roster_unit(&in->roster, value_of(change, "unit"));
	Str wrong = educator ? why_not(s, educator, change) : S("");
	if (wrong.len)
		rule_breaks(in, RULE_PLACEMENT, change->after.ref, wrong, S("choose another, or record their award or refresher first"));
	if (unit != NOT_THERE && (!unit_on(&in->roster, unit, day_of(change, "starts_on")) ||
	                          !unit_on(&in->roster, unit, day_of(change, "ends_on"))))
		rule_breaks(in, RULE_PLACEMENT, change->after.ref, S("its unit is not there from its first day to its last"),
		            S("choose a unit that is"));
	check_together(s, change);
}

/* ---- educators ------------------------------------------------------------------------------------ */

static void
check_educator(struct supply *s, const struct change *change)
{
	struct ruling *in = s->in;
	int first, count = grouped_find(&s->of_person, value_of(change, "person"), &first);
	if (count > 1)
		rule_breaks(in, RULE_EDUCATOR, change->after.ref, S("they are recorded as a practice educator twice"),
		            S("go on with one of the two"));
	if ((value_of(change, "agreed_by").len > 0) != (value_of(change, "agreed_on").len > 0))
		rule_breaks(in, RULE_EDUCATOR, change->after.ref, S("who agreed and when go together"), S("say both, or neither"));
	if (value_of(change, "enrolled_2").len && !value_of(change, "awarded_1").len)
		rule_breaks(in, RULE_EDUCATOR, change->after.ref, S("they are enrolled on stage 2 without stage 1"),
		            S("say when stage 1 was awarded"));
}

static void
check_number(struct supply *s, const struct change *change)
{
	const struct records *all = &s->in->after->of[TYPE_EDUCATOR_RULE];
	for (int i = 0; i < all->count; i++) {
		const struct record *other = &all->at[i];
		if (str_equal(other->ref, change->after.ref) || !days_meet(other->when, change->after.when) ||
		    !str_equal(said_text(TYPE_EDUCATOR_RULE, other, "rule"), value_of(change, "rule")))
			continue;
		rule_breaks(s->in, RULE_EDUCATOR_NUMBER, change->after.ref, str_format(s->in->perm, "%.*s gives a number of the same rule "
			"on the same days", STR_ARG(other->ref)), S("change that one from a day on, or end it"));
		return;
	}
}

/* ---- all of them ---------------------------------------------------------------------------------- */

typedef void check_fn(struct supply *s, const struct change *change);
static const struct { enum type_id type; check_fn *check; } checks[] = {
	{ TYPE_ROUTE, check_odds }, { TYPE_COHORT, check_odds }, { TYPE_LEARNER, check_learner }, { TYPE_LEARNER_STEP, check_step },
	{ TYPE_PLACEMENT, check_placement }, { TYPE_EDUCATOR, check_educator }, { TYPE_EDUCATOR_RULE, check_number },
};

static void
gather(struct supply *s)
{
	const struct records *of = s->in->after->of;
	struct arena *perm = s->in->perm;
	s->walked = new(perm, of[TYPE_LEARNER].count + 1, bool);
	s->steps = grouped_by(&of[TYPE_LEARNER_STEP], S("learner"), perm);
	s->placements = grouped_by(&of[TYPE_PLACEMENT], S("learner"), perm);
	s->taken = grouped_by(&of[TYPE_PLACEMENT], S("educator"), perm);
	s->of_spell = grouped_by(&of[TYPE_LEARNER], S("spell"), perm);
	s->of_person = grouped_by(&of[TYPE_EDUCATOR], S("person"), perm);
}

static void
check_change(struct supply *s, const struct change *change)
{
	if (change->kind == REMOVE) {
		if (change->type == &record_types[TYPE_LEARNER_STEP])
			walk(s, record_value(change->type, &change->before, S("learner")));
		return;
	}
	for (int i = 0; i < countof(spans); i++)
		rule_span(s->in, RULE_SUPPLY_DAYS, &spans[i], change);
	for (int c = 0; c < countof(checks); c++)
		if (change->type == &record_types[checks[c].type])
			checks[c].check(s, change);
}

void
rules_of_supply(struct ruling *in)
{
	struct supply s = { .in = in };
	bool gathered = false;
	for (int i = 0; i < in->changes->count; i++) {
		enum type_id type = record_type_id(in->changes->at[i].type);
		if (type < TYPE_ROUTE || type > TYPE_EDUCATOR_RULE)
			continue;
		if (!gathered)
			gather(&s);
		gathered = true;
		check_change(&s, &in->changes->at[i]);
	}
}
