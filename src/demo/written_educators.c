/* written_educators.c: practice educators of the last year made at every stage, and the placements of learners with them: past,
 * of this term and of the next, one of which nobody was found for. All of it is made up. It draws no number, so nothing else of the
 * council is another for it; who they are follows from who has been here long enough. */
#include "demo/writing.h"

enum { EDUCATORS = 9, PLACEMENTS = 14, NOBODY = -1, HERE_BEFORE = 760 };

/* Days are counted back from, or on from, the last day made; 0: none. */
static const struct { int agreed, enrolled_1, awarded_1, enrolled_2, awarded_2, refreshed, stopped; } educators[EDUCATORS] = {
	{ -2600, -2500, -2300, -1700, -1500, -650, 0 }, { -2400, -2350, -2200, -1500, -1200, -500, 0 }, { -1750, -1700, -1500, -600, -400, 0, 0 },
	{ -1200, -1150, -1000, 0, 0, 0, 0 }, { -900, -850, -760, 0, 0, 0, 0 }, { -70, -28, 0, 0, 0, 0, 0 },
	{ -1500, -1450, -1300, -20, 0, -500, 0 }, { -2000, -1950, -1800, 0, 0, 0, 0 }, { -1900, -1850, -1700, 0, 0, -600, -150 },
};

/* Of learners by their number in written_supply.c, each in the team of the educator; of whom nobody was found for, in that of the
 * one before. */
static const struct { int learner, educator; const char *kind; int from, to, days; const char *outcome; } placements[PLACEMENTS] = {
	{ 1, 3, "first", -740, -650, 60, "passed" }, { 1, 1, "final", -300, -190, 70, "passed" },
	{ 2, 4, "first", -740, -650, 60, "passed" }, { 2, 0, "final", -35, 75, 70, "" },
	{ 3, 6, "first", -740, -700, 60, "stopped" },
	{ 4, 3, "first", -25, 65, 60, "" }, { 5, 4, "first", -25, 65, 60, "" },
	{ 6, 6, "first", -190, -110, 70, "passed" }, { 6, 2, "final", 35, 145, 100, "" },
	{ 7, 2, "first", -190, -110, 70, "passed" }, { 7, NOBODY, "final", 35, 145, 100, "" },
	{ 8, 5, "first", -20, 50, 70, "" },
	{ 9, 3, "first", -250, -180, 70, "passed" }, { 9, 1, "final", -25, 85, 100, "" },
};

struct educating {
	struct writing *w;
	Date today;
	int people[EDUCATORS], units[EDUCATORS];     /* NOTHING: nobody has been here long enough */
};

static Str
day_text(const struct educating *in, int days)
{
	return days ? date_iso((Date){ in->today.day + days }, in->w->perm) : S("");
}

/* ---- who they are ------------------------------------------------------------------------------------------ */

/* Entered once: who stands in the lists twice is one of two refs. */
static bool
is_entered_once(const struct making *m, int person)
{
	if (m->people.at[person].twin != NOTHING)
		return false;
	for (int i = 0; i < m->people.count; i++)
		if (m->people.at[i].twin == person)
			return false;
	return true;
}

/* The line of a post on a day. Lines were put in the order of records before this is asked, so that a post's own number of its
 * line leads elsewhere. */
static const struct post_line *
line_on(const struct making *m, int post, Date day)
{
	for (int i = 0; i < m->post_lines.count; i++) {
		const struct post_line *line = &m->post_lines.at[i];
		if (line->post == post && line->when.first.day <= day.day && day.day <= line->when.last.day)
			return line;
	}
	return NULL;
}

/* The team of somebody who does social work, in one post, and has been here since a day; NOTHING: they are no such person. */
static int
team_of(const struct making *m, int person, Date since, Date today)
{
	const struct made_person *p = &m->people.at[person];
	if (!p->social_worker || p->main == NOTHING || p->second != NOTHING || p->acting || p->covering || p->first.day > since.day || m->spells.at[p->main].line == NOTHING)
		return NOTHING;
	int post = m->spells.at[p->main].post;
	const struct post_line *line = line_on(m, post, today);
	bool practises = line && (line->role == MADE_SENIOR || line->role == MADE_WORKER || line->role == MADE_EDUCATOR);
	if (!practises || m->spells.at[p->main].basis != PERMANENT)
		return NOTHING;
	const struct made_unit *unit = &m->units.at[line->unit];
	return unit->kind == UNIT_OF_TEAM && unit->opened.day <= today.day - HERE_BEFORE ? line->unit : NOTHING;
}

static bool
is_taken(const struct educating *in, int count, int person, int unit)
{
	for (int i = 0; i < count; i++)
		if (in->people[i] == person || in->units[i] == unit)
			return true;
	return false;
}

static void
find_people(struct educating *in)
{
	const struct making *m = in->w->m;
	for (int e = 0; e < EDUCATORS; e++) {
		Date since = { in->today.day + educators[e].agreed - 400 };
		in->people[e] = in->units[e] = NOTHING;
		for (int p = 0; p < m->people.count && in->people[e] == NOTHING; p++) {
			int unit = team_of(m, p, since, in->today);
			if (unit == NOTHING || is_taken(in, e, p, unit) || !is_entered_once(m, p))
				continue;
			in->people[e] = p;
			in->units[e] = unit;
		}
	}
}

/* ---- the records --------------------------------------------------------------------------------------------- */

static void
write_educators(const struct educating *in)
{
	static const enum type_id t = TYPE_EDUCATOR;
	for (int e = 0; e < EDUCATORS; e++) {
		if (in->people[e] == NOTHING)
			continue;
		Str *v = writing_row(in->w, t, writing_ref(in->w, t, e), NO_DAYS);
		writing_put(v, t, "person", writing_ref(in->w, TYPE_PERSON, in->people[e]));
		writing_put(v, t, "agreed_by", S("Team manager"));
		writing_put(v, t, "agreed_on", day_text(in, educators[e].agreed));
		writing_put(v, t, "enrolled_1", day_text(in, educators[e].enrolled_1));
		writing_put(v, t, "awarded_1", day_text(in, educators[e].awarded_1));
		writing_put(v, t, "enrolled_2", day_text(in, educators[e].enrolled_2));
		writing_put(v, t, "awarded_2", day_text(in, educators[e].awarded_2));
		writing_put(v, t, "refreshed_on", day_text(in, educators[e].refreshed));
		writing_put(v, t, "stopped_on", day_text(in, educators[e].stopped));
	}
}

void
written_educators(struct writing *w, int *units, int learners)
{
	static const enum type_id t = TYPE_PLACEMENT;
	struct educating in = { .w = w, .today = census_period(w->m->year).last };
	int unit = NOTHING;
	for (int l = 0; l < learners; l++)
		units[l] = NOTHING;
	find_people(&in);
	write_educators(&in);
	for (int p = 0; p < PLACEMENTS; p++) {
		int educator = placements[p].educator, learner = placements[p].learner;
		unit = educator == NOBODY ? unit : in.units[educator];
		if (unit == NOTHING || learner > learners)
			continue;
		Str *v = writing_row(w, t, writing_ref(w, t, p), NO_DAYS);
		writing_put(v, t, "learner", writing_ref(w, TYPE_LEARNER, learner - 1));
		writing_put(v, t, "unit", writing_ref(w, TYPE_UNIT, unit));
		writing_put(v, t, "educator", educator == NOBODY ? S("") : writing_ref(w, TYPE_EDUCATOR, educator));
		writing_put(v, t, "kind", str_of(placements[p].kind));
		writing_put(v, t, "starts_on", day_text(&in, placements[p].from));
		writing_put(v, t, "ends_on", day_text(&in, placements[p].to));
		writing_put(v, t, "days", writing_whole(w, placements[p].days));
		writing_put(v, t, "outcome", str_of(placements[p].outcome));
		units[learner - 1] = unit;
	}
}
