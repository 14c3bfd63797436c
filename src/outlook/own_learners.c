/* own_learners.c: see own_learners.h. */
#include "outlook/own_learners.h"

#include "outlook/own_starters.h"
#include "practice/hiring.h"
#include "practice/supply.h"

struct expecting {
	struct own_learners *out;
	struct supply supply;
	struct recruitment hiring;
	struct learners_ahead ahead;
	int *of_cohort;              /* how many are counted of each */
	struct arena *perm;
};

/* ---- who is somebody else's to count --------------------------------------------------------------------- */

enum { CASE_HOLDER = 5 };

/* DfE's role of a post on a day; 0: none of a social worker. */
static int
census_of_post(const struct roster *r, int post, Date day)
{
	const struct post_row *row = post == NOT_THERE ? NULL : post_on(r, post, day);
	const struct role_row *role = row && row->role != NOT_THERE ? role_on(r, row->role, day) : NULL;
	return role && role->census > 0 && role->census < STARTER_ROLES ? role->census : 0;
}

static bool
is_here(const struct expecting *e, const struct learner *learner)
{
	const struct roster *r = e->supply.roster;
	int person = roster_person(r, said_text(TYPE_LEARNER, learner->record, "colleague"));
	for (int i = person == NOT_THERE ? 0 : r->person_spells_begin[person]; person != NOT_THERE && i < r->person_spells_begin[person + 1]; i++) {
		const struct spell_row *row = spell_on(r, r->person_spells[i], e->ahead.day);
		if (row && basis_holds(row->basis) && census_of_post(r, row->post, e->ahead.day))
			return true;
	}
	return false;
}

static bool
has_accepted(const struct expecting *e, const struct learner *learner)
{
	Str candidate = said_text(TYPE_LEARNER, learner->record, "candidate");
	for (int i = 0; candidate.len && i < e->hiring.application_count; i++) {
		const struct application *a = &e->hiring.applications[i];
		if (a->candidate && str_equal(a->candidate->ref, candidate) && a->stage >= AT_CHECKING && a->stage <= AT_AGREED)
			return true;
	}
	return false;
}

/* ---- groups --------------------------------------------------------------------------------------------- */

static int
month_of(const struct expecting *e, const struct chance *chance)
{
	const struct learner *learner = chance->learner == NOT_THERE ? NULL : &e->supply.learners[chance->learner];
	Date ready = learner ? learner->ready : e->supply.cohorts[chance->cohort].expected;
	return learner && learner->is_ready ? 1 : ready.day == 0 ? NOT_THERE : ready.day > e->ahead.day.day ? own_month_of(e->ahead.day, ready) : 1;
}

static int
census_of(const struct expecting *e, const struct learner *learner)
{
	int post = learner ? roster_post(e->supply.roster, said_text(TYPE_LEARNER, learner->record, "post_offered")) : NOT_THERE;
	int census = census_of_post(e->supply.roster, post, e->ahead.day);
	return census ? census : CASE_HOLDER;
}

static void
add_to_group(struct own_learners *out, struct learners_group one)
{
	out->count++;
	out->last = one.month > out->last ? one.month : out->last;
	for (int g = 0; g < out->group_count; g++) {
		struct learners_group *group = &out->groups[g];
		if (group->month == one.month && group->census == one.census && group->part - one.part < 1e-9 && one.part - group->part < 1e-9) {
			group->size++;
			return;
		}
	}
	out->groups[out->group_count++] = one;
}

static void
add_chance(struct expecting *e, const struct chance *chance)
{
	struct own_learners *out = e->out;
	const struct learner *learner = chance->learner == NOT_THERE ? NULL : &e->supply.learners[chance->learner];
	int month = month_of(e, chance);
	int *why = learner && has_accepted(e, learner) ? &out->applied : learner && is_here(e, learner) ? &out->here
		: !chance->said ? &out->unsaid : month == NOT_THERE ? &out->undated : month > e->ahead.months ? &out->beyond : NULL;
	if (why) {
		++*why;
		return;
	}
	add_to_group(out, (struct learners_group){ month, 1, census_of(e, learner), chance->part });
	if (chance->cohort != NOT_THERE)
		e->of_cohort[chance->cohort]++;
}

/* ---- how it prints ---------------------------------------------------------------------------------------- */

static Str
odds_words(const struct expecting *e, const struct odds *odds)
{
	return str_format(e->perm, "%.1f in 100 (%.1f to %.1f)", odds->part * 100, odds->low * 100, odds->high * 100);
}

/* The grade is that of the weaker of the two; a council's own records are told by themselves. */
static Str
grade_of(const struct cohort *c)
{
	static const Str letters[GRADES] = { STR("A"), STR("B"), STR("C"), STR("D"), STR("own") };
	enum grade first = c->completes.grade, second = c->takes_post.grade;
	if (first == GRADE_OWN || (second != GRADE_OWN && second > first))
		return letters[second];
	return letters[first];
}

static void
say_cohorts(struct expecting *e)
{
	for (int i = 0; i < e->supply.cohort_count; i++) {
		const struct cohort *c = &e->supply.cohorts[i];
		if (e->of_cohort[i] == 0 || e->out->cohorts++ >= LEARNERS_SAID_MOST)
			continue;
		e->out->said[e->out->said_count++] = (struct learners_said){
			.what = str_format(e->perm, "%d expected by the cohort \u201c%.*s\u201d", e->of_cohort[i], STR_ARG(said_text(TYPE_COHORT, c->record, "name"))),
			.value = str_format(e->perm, "%.*s complete; %.*s of those take a post", STR_ARG(odds_words(e, &c->completes)),
				STR_ARG(odds_words(e, &c->takes_post))),
			.source = str_format(e->perm, "Completes: %.*s. Takes a post: %.*s. Least and most are not in the range",
				STR_ARG(c->completes.source), STR_ARG(c->takes_post.source)),
			.grade = grade_of(c) };
	}
}

/* Whoever joined, and whose time in post is a social worker's. */
static int
joined_since(const struct expecting *e)
{
	const struct roster *r = e->supply.roster;
	int count = 0;
	for (int i = 0; i < e->supply.learner_count; i++) {
		const struct learner *learner = &e->supply.learners[i];
		Date on = learner->came[LEARNER_JOINED];
		if (on.day != 0 && on.day >= e->ahead.since.day && learner->spell != NOT_THERE)
			count += census_of_post(r, spell_last(r, learner->spell)->post, on) > 0;
	}
	return count;
}

void
own_learners_after(struct own_learners *out, const struct roster *roster, struct learners_ahead ahead, struct arena *perm)
{
	struct expecting e = { .out = out, .ahead = ahead, .perm = perm };
	*out = (struct own_learners){ 0 };
	if (roster->council->of[TYPE_COHORT].count == 0)
		return;
	supply_read(&e.supply, roster, ahead.day, perm);
	recruitment_read(&e.hiring, roster, ahead.day, perm);
	out->groups = new(perm, e.supply.chance_count + 1, struct learners_group);
	e.of_cohort = new(perm, e.supply.cohort_count + 1, int);
	for (int i = 0; i < e.supply.chance_count; i++)
		add_chance(&e, &e.supply.chances[i]);
	say_cohorts(&e);
	out->joined = joined_since(&e);
}
