/* supply.c: cohorts, and learners run through their steps. */
#include "practice/supply.h"

#include <stddef.h>
#include <stdlib.h>

#include "practice/supply_chances.h"
#include "register/term.h"

struct reading {
	struct supply *all;
	const struct council *council;
	struct grouped steps, placements;    /* of a learner */
	struct arena *perm;
};

static bool
by_day(const struct reading *in, Date day)
{
	return day.day != 0 && day.day <= in->all->day.day;
}

/* ---- cohorts ------------------------------------------------------------------------------------- */

/* The route as it was when the cohort started; one that was described later, as it first was. */
static const struct record *
route_of(const struct reading *in, Str ref, Date starts)
{
	const struct records *routes = &in->council->of[TYPE_ROUTE];
	int first, count = ref.len ? records_of(routes, ref, &first) : 0;
	const struct record *route = count ? &routes->at[first] : NULL;
	for (int i = 0; i < count; i++)
		if (routes->at[first + i].when.first.day <= starts.day)
			route = &routes->at[first + i];
	return route;
}

struct odds_of { enum type_id type; const struct record *record; const char *name; };

static bool
part_read(const struct reading *in, struct odds_of of, const char *suffix, double *part)
{
	Str field = str_format(in->perm, "%s%s", of.name, suffix);
	struct parsed_decimal read = parse_decimal(record_value(&record_types[of.type], of.record, field), 6, false);
	if (read.ok)
		*part = (double)read.micro / MICRO;
	return read.ok;
}

static struct odds
odds_read(const struct reading *in, struct odds_of of)
{
	struct odds odds = { .own = of.type == TYPE_COHORT };
	if (!of.record || !part_read(in, of, "", &odds.part))
		return odds;
	odds.said = true;
	odds.low = odds.high = odds.part;
	(void)part_read(in, of, "_low", &odds.low);
	(void)part_read(in, of, "_high", &odds.high);
	const struct record_type *type = &record_types[of.type];
	int grade = code_place(grades, GRADES, record_value(type, of.record, str_format(in->perm, "%s_grade", of.name)));
	odds.grade = grade == NOT_THERE ? GRADE_D : (enum grade)grade;
	odds.source = record_value(type, of.record, str_format(in->perm, "%s_source", of.name));
	return odds;
}

/* The cohort's own, else the route's. */
static struct odds
odds_of(const struct reading *in, const struct cohort *cohort, const char *name)
{
	struct odds own = odds_read(in, (struct odds_of){ TYPE_COHORT, cohort->record, name });
	return own.said ? own : odds_read(in, (struct odds_of){ TYPE_ROUTE, cohort->route, name });
}

static Date
expected_of(const struct cohort *cohort)
{
	Date said = said_day(TYPE_COHORT, cohort->record, "expected_on");
	int months = cohort->route ? said_whole(TYPE_ROUTE, cohort->route, "months") : 0;
	if (said.day != 0 || months == 0 || cohort->starts.day == 0)
		return said;
	return term_after(cohort->starts, (struct term){ months, TERM_MONTHS });
}

static void
read_cohort(const struct reading *in, const struct record *record)
{
	struct cohort *c = &in->all->cohorts[in->all->cohort_count++];
	*c = (struct cohort){ .record = record, .ref = record->ref, .kind = ROUTE_OTHER,
		.starts = said_day(TYPE_COHORT, record, "starts_on"), .places = said_whole(TYPE_COHORT, record, "places"),
		.partner = said_record(in->council, TYPE_PARTNER, said_text(TYPE_COHORT, record, "partner")),
		.unit = roster_unit(in->all->roster, said_text(TYPE_COHORT, record, "unit")),
		.tie_in_months = said_whole(TYPE_COHORT, record, "tie_in_months") };
	c->route = route_of(in, said_text(TYPE_COHORT, record, "route"), c->starts);
	c->expected = expected_of(c);
	c->completes = odds_of(in, c, "completes");
	c->takes_post = odds_of(in, c, "takes_post");
	if (!c->route)
		return;
	int kind = code_place(route_kinds, ROUTE_KINDS, said_text(TYPE_ROUTE, c->route, "kind"));
	Date funded = said_day(TYPE_ROUTE, c->route, "funding_until");
	c->kind = kind == NOT_THERE ? ROUTE_OTHER : (enum route_kind)kind;
	c->funding_ended = funded.day != 0 && funded.day < in->all->day.day;
}

/* ---- steps --------------------------------------------------------------------------------------- */

static void
come_to(struct learner *l, enum learner_stage stage, Date on)
{
	l->stage = stage;
	l->since = on;
	if (l->came[stage].day == 0)
		l->came[stage] = on;
}

static void
walk(const struct reading *in, struct learner *l)
{
	struct turned *turns;
	int count = turns_of(&in->steps, TYPE_LEARNER_STEP, l->ref, in->all->day, &turns, in->perm);
	struct learner_step *steps = new(in->perm, count + 1, struct learner_step);
	for (int i = 0; i < count; i++) {
		const struct record *step = turns[i].record;
		Date on = said_day(TYPE_LEARNER_STEP, step, "held_on");
		int move = move_find(&learner_stages, said_text(TYPE_LEARNER_STEP, step, "move"));
		int to = move < 0 ? -1 : stage_after(&learner_stages, (int)l->stage, move);
		if (to < 0)
			break;
		steps[l->step_count++] = (struct learner_step){ .move = (enum learner_move)move, .to = (enum learner_stage)to, .on = on,
			.reason = said_text(TYPE_LEARNER_STEP, step, "reason"), .note = said_text(TYPE_LEARNER_STEP, step, "note"),
			.made_by = said_text(TYPE_LEARNER_STEP, step, "made_by") };
		come_to(l, (enum learner_stage)to, on);
	}
	l->steps = steps;
}

/* ---- learners ------------------------------------------------------------------------------------ */

static Date
ready_of(const struct learner *l, const struct cohort *cohort)
{
	Date own = said_day(TYPE_LEARNER, l->record, "expected_on"), arrives = said_day(TYPE_LEARNER, l->record, "arrives_on");
	if (l->is_ready)
		return l->came[LEARNER_QUALIFIED].day ? l->came[LEARNER_QUALIFIED] : l->came[LEARNER_ARRIVED];
	if (arrives.day != 0 && cohort && cohort->kind == ROUTE_OVERSEAS)
		return arrives;
	return own.day != 0 || !cohort ? own : cohort->expected;
}

static bool
was_placed(const struct reading *in, Str learner)
{
	int first, count = grouped_find(&in->placements, learner, &first);
	for (int i = first; i < first + count; i++)
		if (by_day(in, said_day(TYPE_PLACEMENT, in->placements.rows[i].record, "ends_on")))
			return true;
	return false;
}

static void
settle(const struct reading *in, struct learner *l, const struct cohort *cohort)
{
	Date day = in->all->day, joined = l->came[LEARNER_JOINED];
	bool learning = l->stage == LEARNER_LEARNING || l->stage == LEARNER_FINAL;
	l->whose = learner_stages.rows[l->stage].whose;
	l->waiting = learner_stages.rows[l->stage].ended ? 0 : day.day - l->since.day;
	l->is_ready = l->came[LEARNER_QUALIFIED].day != 0 || l->came[LEARNER_ARRIVED].day != 0;
	l->ready = ready_of(l, cohort);
	l->late = learner_coming(l) && !l->is_ready && l->ready.day != 0 && l->ready.day < day.day;
	l->year = learning ? date_years(l->came[LEARNER_LEARNING], day) + 1 : 0;
	l->placed = was_placed(in, l->ref);
	l->tied_until = said_day(TYPE_LEARNER, l->record, "tie_in_until");
	if (l->tied_until.day == 0 && joined.day != 0 && cohort && cohort->tie_in_months > 0)
		l->tied_until = term_after(joined, (struct term){ cohort->tie_in_months, TERM_MONTHS });
}

static void
count_learner(struct cohort *c, const struct learner *l)
{
	bool selected = l->came[LEARNER_SELECTED].day != 0, ended = learner_stages.rows[l->stage].ended;
	c->known++;
	c->selected += selected;
	c->ready += l->is_ready;
	c->joined += l->stage == LEARNER_JOINED;
	c->lost += selected && ended && l->stage != LEARNER_JOINED;
	c->outstanding += selected && !ended && !l->is_ready;
}

static void
read_learner(const struct reading *in, const struct record *record)
{
	struct supply *all = in->all;
	struct learner *l = &all->learners[all->learner_count];
	Date known = said_day(TYPE_LEARNER, record, "known_on");
	if (!by_day(in, known))
		return;
	*l = (struct learner){ .record = record, .ref = record->ref,
		.cohort = cohort_find(all, said_text(TYPE_LEARNER, record, "cohort")),
		.unit = roster_unit(all->roster, said_text(TYPE_LEARNER, record, "unit")),
		.spell = roster_spell(all->roster, said_text(TYPE_LEARNER, record, "spell")),
		.link = code_place(local_links, LOCAL_LINKS, said_text(TYPE_LEARNER, record, "local_link")) };
	struct cohort *cohort = l->cohort == NOT_THERE ? NULL : &all->cohorts[l->cohort];
	if (l->unit == NOT_THERE && cohort)
		l->unit = cohort->unit;
	all->learner_count++;
	come_to(l, LEARNER_INTERESTED, known);
	walk(in, l);
	settle(in, l, cohort);
	if (cohort)
		count_learner(cohort, l);
}

/* ---- all ------------------------------------------------------------------------------------------ */

void
supply_read(struct supply *supply, const struct roster *roster, Date day, struct arena *perm)
{
	const struct records *of = roster->council->of;
	struct reading in = { .all = supply, .council = roster->council, .perm = perm,
		.steps = grouped_by(&of[TYPE_LEARNER_STEP], S("learner"), perm),
		.placements = grouped_by(&of[TYPE_PLACEMENT], S("learner"), perm) };
	*supply = (struct supply){ .roster = roster, .day = day, .cohorts = new(perm, of[TYPE_COHORT].count + 1, struct cohort),
		.learners = new(perm, of[TYPE_LEARNER].count + 1, struct learner) };
	for (int i = 0; i < of[TYPE_COHORT].count; i++)
		read_cohort(&in, &of[TYPE_COHORT].at[i]);
	for (int i = 0; i < of[TYPE_LEARNER].count; i++)
		read_learner(&in, &of[TYPE_LEARNER].at[i]);
	supply_chances(supply, perm);
}

int
cohort_find(const struct supply *supply, Str ref)
{
	return str_among((struct str_rows){ supply->cohorts, sizeof *supply->cohorts, offsetof(struct cohort, ref),
		supply->cohort_count }, ref);
}

int
learner_find(const struct supply *supply, Str ref)
{
	return str_among((struct str_rows){ supply->learners, sizeof *supply->learners, offsetof(struct learner, ref),
		supply->learner_count }, ref);
}

bool
learner_coming(const struct learner *l)
{
	return l->stage != LEARNER_INTERESTED && !learner_stages.rows[l->stage].ended;
}

int
supply_ready_within(const struct supply *supply, int cohort, struct period when)
{
	int count = 0;
	for (int i = 0; i < supply->learner_count; i++) {
		const struct learner *l = &supply->learners[i];
		count += (cohort == NOT_THERE || l->cohort == cohort) && (l->is_ready || learner_coming(l)) &&
		         l->ready.day >= when.first.day && l->ready.day <= when.last.day && l->ready.day != 0;
	}
	return count;
}
