/* written_supply.c: pipelines of the last year made: routes, cohorts and learners at most stages. All of it is made up, and
 * says so. It draws no number, so nothing else of the council is another for it. */
#include "demo/writing.h"

#include "workforce/types_supply.h"

enum { FIRST_YEAR = 2025, ROUTES = 4, COHORTS = 5, STEPS_MOST = 5, LEARNERS = 12, HERE_FOR = 270 };

static const Str made_up = STR("Made up for this demonstration");

static const struct { const char *name, *kind; int months; const char *completes, *low, *high, *takes, *takes_low, *takes_high; } routes[ROUTES] = {
	{ "Apprenticeship, degree", "apprentice_6", 36, "0.83", "0.75", "0.9", "0.9", "0.8", "0.95" },
	{ "Step Up to Social Work", "step_up", 14, "0.9", "0.8", "0.95", "0.7", "0.5", "0.85" },
	{ "Students on placement", "student", 24, "", "", "", "0.3", "0.15", "0.45" },
	{ "Overseas", "overseas", 9, "0.8", "0.6", "0.9", "0.85", "0.7", "0.95" },
};

/* Days of a cohort are counted back from, or on from, the last day made. */
static const struct { const char *name; int route, starts, places; } cohorts[COHORTS] = {
	{ "Apprentices, first", 0, -1120, 4 }, { "Apprentices, second", 0, -390, 4 }, { "Step Up, this year", 1, -240, 3 },
	{ "Students, this year", 2, -380, 4 }, { "Overseas, from the autumn", 3, -120, 3 },
};

struct way { const char *move; int on; };
static const struct { const char *given, *family; int cohort, known; int visa, certificate; struct way way[STEPS_MOST]; } learners[LEARNERS] = {
	{ "Hana", "Whitfield", 0, -1200, 0, 0, { { "select", -1160 }, { "begin", -1120 }, { "final", -300 }, { "qualify", -20 } } },
	{ "Callum", "Osei", 0, -1200, 0, 0, { { "select", -1160 }, { "begin", -1120 }, { "final", -300 } } },
	{ "Priya", "Lunn", 0, -1190, 0, 0, { { "select", -1160 }, { "begin", -1120 }, { "drop_out", -700 } } },
	{ "Tom", "Ashdown", 1, -450, 0, 0, { { "select", -420 }, { "begin", -390 } } },
	{ "Rukhsana", "Beck", 1, -450, 0, 0, { { "select", -420 }, { "begin", -390 } } },
	{ "Leah", "Marsh", 2, -320, 0, 0, { { "select", -280 }, { "begin", -240 } } },
	{ "Owen", "Dacosta", 2, -310, 0, 0, { { "select", -280 }, { "begin", -240 } } },
	{ "Fay", "Holloway", 3, -400, 0, 0, { { "select", -390 }, { "begin", -380 } } },
	{ "Idris", "Penn", 3, -400, 0, 0, { { "select", -390 }, { "begin", -380 }, { "final", -25 } } },
	{ "Thandi", "Ncube", 4, -140, 0, 24, { { "select", -120 }, { "register", -100 }, { "sponsor", -60 } } },
	{ "Anil", "Thomas", 4, -140, 55, 0, { { "select", -120 }, { "register", -110 }, { "sponsor", -80 }, { "visa", -30 } } },
	{ "Grace", "Mutasa", 4, -60, 0, 0, { { NULL, 0 } } },
};

struct supplying { struct writing *w; Date today; int steps, units[LEARNERS]; };

static Str
number_of(const struct supplying *in, enum type_id type, int number)
{
	return ref_numbered(&record_types[type], number, in->w->perm);
}

static Str
day_text(const struct supplying *in, int days)
{
	return date_iso((Date){ in->today.day + days }, in->w->perm);
}

/* A chance with its least, its most, and who says so; nothing where nobody does. */
static void
put_odds(Str *v, const char *field, const char *part, const char *low, const char *high, struct arena *perm)
{
	static const enum type_id t = TYPE_ROUTE;
	if (part[0] == 0)
		return;
	writing_put(v, t, field, str_of(part));
	writing_put(v, t, str_c(str_format(perm, "%s_low", field), perm), str_of(low));
	writing_put(v, t, str_c(str_format(perm, "%s_high", field), perm), str_of(high));
	writing_put(v, t, str_c(str_format(perm, "%s_grade", field), perm), S("d"));
	writing_put(v, t, str_c(str_format(perm, "%s_source", field), perm), made_up);
}

static void
write_routes(struct supplying *in)
{
	static const enum type_id t = TYPE_ROUTE, c = TYPE_COHORT;
	for (int i = 0; i < ROUTES; i++) {
		Str *v = writing_row(in->w, t, number_of(in, t, i + 1), (struct period){ date_of(in->w->m->year - 5, 1, 1), DATE_OPEN });
		writing_put(v, t, "name", str_of(routes[i].name));
		writing_put(v, t, "kind", str_of(routes[i].kind));
		writing_put(v, t, "months", writing_whole(in->w, routes[i].months));
		writing_put(v, t, "source", made_up);
		put_odds(v, "completes", routes[i].completes, routes[i].low, routes[i].high, in->w->perm);
		put_odds(v, "takes_post", routes[i].takes, routes[i].takes_low, routes[i].takes_high, in->w->perm);
	}
	for (int i = 0; i < COHORTS; i++) {
		Str *v = writing_row(in->w, c, number_of(in, c, i + 1), NO_DAYS);
		writing_put(v, c, "route", number_of(in, t, cohorts[i].route + 1));
		writing_put(v, c, "name", str_of(cohorts[i].name));
		writing_put(v, c, "starts_on", day_text(in, cohorts[i].starts));
		writing_put(v, c, "places", writing_whole(in->w, cohorts[i].places));
	}
}

static void
write_steps(struct supplying *in, int learner, const struct way *steps)
{
	static const enum type_id t = TYPE_LEARNER_STEP;
	for (int i = 0; i < STEPS_MOST && steps[i].move; i++) {
		const struct way *way = &steps[i];
		Str *v = writing_row(in->w, t, number_of(in, t, ++in->steps), NO_DAYS);
		writing_put(v, t, "learner", number_of(in, TYPE_LEARNER, learner + 1));
		writing_put(v, t, "move", str_of(way->move));
		writing_put(v, t, "held_on", day_text(in, way->on));
		writing_put(v, t, "turn", writing_whole(in->w, i + 1));
		if (str_equal(str_of(way->move), S("drop_out")))
			writing_put(v, t, "reason", S("caring"));
	}
}

static void
write_learner(struct supplying *in, int learner)
{
	static const enum type_id t = TYPE_LEARNER;
	Str *v = writing_row(in->w, t, number_of(in, t, learner + 1), NO_DAYS);
	writing_put(v, t, "cohort", number_of(in, TYPE_COHORT, learners[learner].cohort + 1));
	writing_put(v, t, "given_names", str_of(learners[learner].given));
	writing_put(v, t, "family_name", str_of(learners[learner].family));
	writing_put(v, t, "known_on", day_text(in, learners[learner].known));
	writing_put(v, t, "unit", writing_ref(in->w, TYPE_UNIT, in->units[learner]));
	if (learners[learner].visa)
		writing_put(v, t, "visa_until", day_text(in, learners[learner].visa));
	if (learners[learner].certificate)
		writing_put(v, t, "certificate_until", day_text(in, learners[learner].certificate));
	write_steps(in, learner, learners[learner].way);
}

/* Somebody newly qualified who came this year for the first time, into a post of their own; NOTHING: nobody did. */
static int
newcomer(const struct making *m, Date today)
{
	for (int i = 0; i < m->people.count; i++) {
		const struct made_person *p = &m->people.at[i];
		if (!p->newly_qualified || p->twin != NOTHING || p->main == NOTHING || p->second != NOTHING)
			continue;
		const struct made_spell *spell = &m->spells.at[p->main];
		if (spell->line != NOTHING && spell->basis == PERMANENT && spell->first.day == p->first.day && spell->first.day > today.day - HERE_FOR)
			return i;
	}
	return NOTHING;
}

/* One of those who began with the first apprentices has joined since, and is the newcomer. */
static void
write_joined(struct supplying *in, int learner, int person)
{
	static const enum type_id t = TYPE_LEARNER;
	const struct making *m = in->w->m;
	const struct made_person *p = &m->people.at[person];
	int joined = m->spells.at[p->main].first.day - in->today.day;
	const struct way way[STEPS_MOST] = { { "select", -1160 }, { "begin", -1120 }, { "final", joined - 200 }, { "qualify", joined - 20 }, { "join", joined } };
	Str *v = writing_row(in->w, t, number_of(in, t, learner + 1), NO_DAYS);
	writing_put(v, t, "cohort", number_of(in, TYPE_COHORT, 1));
	writing_put(v, t, "given_names", p->name.given);
	writing_put(v, t, "family_name", p->name.family);
	writing_put(v, t, "known_on", day_text(in, -1200));
	writing_put(v, t, "unit", writing_ref(in->w, TYPE_UNIT, post_now(m, m->spells.at[p->main].post)->unit));
	writing_put(v, t, "colleague", writing_ref(in->w, TYPE_PERSON, person));
	writing_put(v, t, "spell", writing_ref(in->w, TYPE_SPELL, p->main));
	write_steps(in, learner, way);
}

void
written_supply(struct writing *w)
{
	struct supplying in = { .w = w, .today = census_period(w->m->year).last };
	if (w->m->year < FIRST_YEAR)
		return;
	write_routes(&in);
	written_educators(w, in.units, LEARNERS);
	for (int i = 0; i < LEARNERS; i++)
		write_learner(&in, i);
	int came = newcomer(w->m, in.today);
	if (came != NOTHING)
		write_joined(&in, LEARNERS, came);
}
