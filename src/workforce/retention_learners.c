/* retention_learners.c: who was on a way into social work, and no longer need be known.
 *
 * A learner stays while they are on their way; whoever joined, as long as the person they became. Whoever declined, dropped out,
 * did not pass, went elsewhere or did not come goes on the day that their term after that says, or on an earlier one that was
 * promised to them (remove_on); of whoever may be asked again, on the day that was agreed with them, else after a longer
 * term. Whoever was only interested is somebody who may be asked again, from the day they were known. How far they came stays,
 * under its number, so that counts of cohorts and placements stay as they were. */
#include "workforce/retaining.h"

#include "register/grouped.h"
#include "workforce/said.h"
#include "workforce/stages_learner.h"

struct parting {
	struct planning *in;
	const struct records *learners;
	struct grouped steps;        /* of a learner */
};

/* Where their steps led by today, and the day of the last. */
static enum learner_stage
stage_of(const struct parting *p, const struct record *learner, Date *last)
{
	struct arena scratch = *p->in->perm;
	struct turned *turns;
	int count = turns_of(&p->steps, TYPE_LEARNER_STEP, learner->ref, p->in->today, &turns, &scratch);
	int stage = LEARNER_INTERESTED;
	*last = said_day(TYPE_LEARNER, learner, "known_on");
	for (int i = 0; i < count; i++) {
		int move = move_find(&learner_stages, said_text(TYPE_LEARNER_STEP, turns[i].record, "move"));
		int after = move < 0 ? -1 : stage_after(&learner_stages, stage, move);
		if (after < 0)
			continue;
		stage = after;
		*last = said_day(TYPE_LEARNER_STEP, turns[i].record, "held_on");
	}
	return (enum learner_stage)stage;
}

/* The first day without them; DATE_OPEN: not yet to be said. */
static Date
day_of_going(const struct parting *p, const struct record *learner, Date *from, enum keep_id *why)
{
	enum learner_stage stage = stage_of(p, learner, from);
	Date promised = said_day(TYPE_LEARNER, learner, "remove_on");
	bool again = stage == LEARNER_INTERESTED || str_equal(said_text(TYPE_LEARNER, learner, "keep_in_touch"), S("yes"));
	*why = again ? KEEP_LEARNER_AGAIN : KEEP_LEARNER;
	if (stage == LEARNER_JOINED)
		return person_is_gone(p->in, said_text(TYPE_LEARNER, learner, "colleague")) ? p->in->today : DATE_OPEN;
	if (stage != LEARNER_INTERESTED && !learner_stages.rows[stage].ended)
		return DATE_OPEN;
	if (from->day == 0 || (again && promised.day))
		return promised.day ? promised : DATE_OPEN;
	Date over = term_after(*from, p->in->keeping->terms[*why]);
	return promised.day > from->day && promised.day < over.day ? promised : over;
}

static void
empty_learner(struct parting *p, const struct record *learner)
{
	const struct records *steps = &p->in->roster->council->of[TYPE_LEARNER_STEP];
	int first, count = grouped_find(&p->steps, learner->ref, &first);
	p->in->plan->learners++;
	empty_row(p->in, p->learners, learner);
	add_thing(p->in, p->learners->type, learner->ref);
	for (int i = first; i < first + count; i++) {
		empty_row(p->in, steps, p->steps.rows[i].record);
		add_thing(p->in, steps->type, p->steps.rows[i].record->ref);
	}
}

void
plan_learners(struct planning *in)
{
	const struct council *council = in->roster->council;
	struct parting p = { .in = in, .learners = &council->of[TYPE_LEARNER] };
	if (p.learners->count == 0)
		return;
	p.steps = grouped_by(&council->of[TYPE_LEARNER_STEP], S("learner"), in->perm);
	for (int l = 0; l < p.learners->count; l++) {
		const struct record *learner = &p.learners->at[l];
		Date from;
		enum keep_id why;
		Date day = day_of_going(&p, learner, &from, &why);
		Str person = said_text(TYPE_LEARNER, learner, "colleague");
		if (said_text(TYPE_LEARNER, learner, "removed_on").len || day.day > in->today.day)
			continue;
		if (!add_going(in, (struct going){ .why = why, .person = person.len ? person : learner->ref, .ref = learner->ref, .from = from,
			.last = { day.day - 1 } })->held)
			empty_learner(&p, learner);
	}
}
