/* rules_induction.c: what is done for whoever starts says when and by whom; nobody is inducted while something that is
 * needed is open, nor confirmed without a review that was passed. */
#include "workforce/rules_hiring.h"

static Str
value_of(const struct change *change, const char *field)
{
	return record_value(change->type, &change->after, str_of(field));
}

/* ---- one record ---------------------------------------------------------------------------------- */

/* Whose time in post it is. */
static void
check_whose(struct ruling *in, enum rule_id rule, const struct change *change)
{
	int spell = roster_spell(&in->roster, value_of(change, "spell"));
	int person = roster_person(&in->roster, value_of(change, "person"));
	if (spell != NOT_THERE && person != NOT_THERE && spell_last(&in->roster, spell)->person != person &&
	    in->roster.people[person].merged_into != spell_last(&in->roster, spell)->person)
		rule_breaks(in, rule, change->after.ref, S("its time in post is somebody else\u2019s"),
		            S("choose a time in post of the person"));
}

static void
check_item(struct ruling *in, const struct change *change)
{
	bool done = value_of(change, "done_on").len > 0, by = value_of(change, "done_by").len > 0;
	check_whose(in, RULE_INDUCTION, change);
	if (done != by)
		rule_breaks(in, RULE_INDUCTION, change->after.ref, S("a day on which it was done and who saw to it go together"),
		            S("say both, or neither"));
	if (done && value_of(change, "not_needed_why").len)
		rule_breaks(in, RULE_INDUCTION, change->after.ref, S("it was done, and it was not needed"), S("say one of the two"));
}

static bool
came(const struct change *change, enum probation_outcome outcome)
{
	return str_equal(value_of(change, "outcome"), probation_outcomes[outcome].code);
}

static void
check_review(struct ruling *in, const struct change *change)
{
	Str ref = change->after.ref;
	bool extended = came(change, PROBATION_EXTENDED);
	Date held, until;
	check_whose(in, RULE_PROBATION, change);
	if ((value_of(change, "held_on").len > 0) != (value_of(change, "outcome").len > 0))
		rule_breaks(in, RULE_PROBATION, ref, S("the day it was held and what came of it go together"), S("say both, or neither"));
	if (extended != (value_of(change, "extended_to").len > 0))
		rule_breaks(in, RULE_PROBATION, ref, S("a probation that is extended has the day it is extended to, and no other has"),
		            S("say until when, or take the day out"));
	if ((extended || came(change, PROBATION_FAILED)) && !value_of(change, "why").len)
		rule_breaks(in, RULE_PROBATION, ref, S("it was not passed, and nothing says why"), S("say why"));
	if (extended && date_parse(value_of(change, "held_on"), &held) && date_parse(value_of(change, "extended_to"), &until) &&
	    until.day <= held.day)
		rule_breaks(in, RULE_PROBATION, ref, S("it is extended to a day that is past"), S("choose a day after the review"));
}

void
rules_of_induction(struct ruling *in)
{
	for (int i = 0; i < in->changes->count; i++) {
		const struct change *change = &in->changes->at[i];
		if (change->kind == REMOVE)
			continue;
		if (change->type == &record_types[TYPE_INDUCTION])
			check_item(in, change);
		if (change->type == &record_types[TYPE_PROBATION])
			check_review(in, change);
	}
}

/* ---- before a step of an application --------------------------------------------------------------- */

/* How much that is needed before `last`, or sooner, is neither done nor unneeded. */
static int
items_open(struct ruling *in, Str spell, enum needed_before last)
{
	static const enum type_id t = TYPE_INDUCTION;
	struct grouped items = grouped_by(&in->after->of[t], S("spell"), in->perm);
	int first, open = 0, count = grouped_find(&items, spell, &first);
	for (int i = first; i < first + count; i++) {
		const struct record *item = items.rows[i].record;
		bool over = said_text(t, item, "done_on").len || said_text(t, item, "not_needed_why").len;
		for (int n = 0; n <= (int)last && !over; n++)
			open += str_equal(said_text(t, item, "needed"), needed_before[n].code);
	}
	return open;
}

/* Whether the review that was held last was passed, and none is to be held. */
static bool
probation_passed(struct ruling *in, Str spell)
{
	static const enum type_id t = TYPE_PROBATION;
	struct grouped reviews = grouped_by(&in->after->of[t], S("spell"), in->perm);
	int first, count = grouped_find(&reviews, spell, &first);
	Str latest = S("");
	bool passed = false;
	for (int i = first; i < first + count; i++) {
		const struct record *review = reviews.rows[i].record;
		Str held = said_text(t, review, "held_on");
		if (held.len == 0)
			return false;
		if (str_compare(held, latest) < 0)
			continue;
		latest = held;
		passed = str_equal(said_text(t, review, "outcome"), probation_outcomes[PROBATION_PASSED].code);
	}
	return passed;
}

void
induction_check(struct ruling *in, enum application_move move, Str spell, Str step)
{
	if (move != MOVE_INDUCT && move != MOVE_CONFIRM)
		return;
	int open = items_open(in, spell, move == MOVE_CONFIRM ? NEEDED_FOR_CONFIRMED : NEEDED_FOR_INDUCTED);
	if (open)
		rule_breaks(in, RULE_INDUCTION, step, str_format(in->perm, "%d of what is needed of the induction %s open", open,
			open == 1 ? "is" : "are"), S("tick each off, or say why it is not needed"));
	if (move == MOVE_CONFIRM && !probation_passed(in, spell))
		rule_breaks(in, RULE_PROBATION, step, S("no review of probation was passed"), S("hold the review and record that it was passed"));
}
