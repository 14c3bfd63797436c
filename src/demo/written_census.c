/* written_census.c: what the census asks beside people and posts: what people said of themselves, how
 * they qualified, what they are paid, and what the council offers.
 *
 * Shares are those published of England's social workers in post in 2025: 17.8 in 100 have not said their
 * ethnicity. Two entries of one person say the same.
 */
#include "demo/writing.h"

struct facts {
	bool counted;                /* ever paid by the council in a role of the census */
	Date first, last;            /* of that time, from the first day to the last of all */
	enum made_role role;         /* the latest */
	Str  ethnicity;              /* empty: not yet said */
	bool answers;                /* the rest of the form */
	Str  disability, religion, orientation;
	int  level, place, step;     /* step: of the grade, 0 to 4 */
	bool step_up, frontline;
	Date qualified;
	int  knowledge;              /* CFKSSstatus, or 0 */
	int  retention, other;       /* pounds in a year */
};

/* ---- drawing ----------------------------------------------------------------------------------- */

static Str
one_of(struct random *random, const Str *words, int count)
{
	return words[random_below(random, count)];
}

static void
draw_said(struct random *r, const struct made_person *p, struct facts *f)
{
	static const Str disabilities[] = { STR("No"), STR("No"), STR("No"), STR("No"), STR("No"),
		STR("No"), STR("No"), STR("Yes"), STR("Prefer not to say") };
	static const Str religions[] = { STR("None"), STR("None"), STR("None"), STR("Christian"),
		STR("Christian"), STR("Muslim"), STR("Sikh"), STR("Hindu"), STR("Prefer not to say") };
	static const Str orientations[] = { STR("Heterosexual"), STR("Heterosexual"), STR("Heterosexual"),
		STR("Heterosexual"), STR("Heterosexual"), STR("Heterosexual"), STR("Gay or lesbian"),
		STR("Bisexual"), STR("Prefer not to say") };
	int draw = random_below(r, 1000);
	f->ethnicity = draw < 60 ? S("REFU") : draw < 178 ? S("") : p->name.ethnicity;
	f->answers = !random_in_100(r, 20);
	f->disability = one_of(r, disabilities, (int)countof(disabilities));
	f->religion = one_of(r, religions, (int)countof(religions));
	f->orientation = one_of(r, orientations, (int)countof(orientations));
}

/* Whoever is not newly qualified had qualified between 22 and 32, and before they came. */
static Date
qualified_on(struct random *r, const struct made_person *p, Date first)
{
	if (p->newly_qualified)
		return day_plus(first, -random_between(r, 20, 120));
	Date day = day_plus(p->born, random_between(r, 22 * 366, 32 * 365)), most = day_plus(first, -60);
	return day.day < most.day ? day : most;
}

static int
knowledge_of(struct random *r, const struct made_person *p, const struct facts *f, Date census)
{
	bool first_year = p->newly_qualified && census.day - f->first.day < 365;
	int census_role = made_roles[f->role].census;
	if (random_in_100(r, 40))
		return 0;
	return first_year ? 1 : census_role <= 2 ? 4 : census_role == 3 ? 3 : 2;
}

static void
draw_route(struct random *r, const struct made_person *p, Date census, struct facts *f)
{
	int draw = random_below(r, 100), route = random_below(r, 100);
	f->qualified = qualified_on(r, p, f->first);
	f->level = draw < 45 ? 1 : draw < 95 ? 2 : 3;
	f->step_up = f->level == 2 && f->qualified.day >= date_of(2012, 1, 1).day && route < 8;
	f->frontline = f->level == 2 && f->qualified.day >= date_of(2015, 7, 1).day && route >= 92;
	f->place = random_below(r, 8);
	f->knowledge = knowledge_of(r, p, f, census);
}

static void
draw_pay(struct random *r, struct facts *f)
{
	static const int retention[] = { 1500, 2000, 2500, 3000, 5000 }, other[] = { 963, 1239, 600 };
	bool works = made_roles[f->role].census >= 3;
	int gets = random_below(r, 100), has = random_below(r, 100);
	f->step = random_below(r, 5);
	f->retention = works && gets < 30 ? retention[gets % 5] : 0;
	f->other = has < 15 ? other[has % 3] : 0;
}

/* ---- who is counted ---------------------------------------------------------------------------- */

static void
find_time(struct making *m, const struct made_spell *s, struct facts *f)
{
	enum made_role role = m->posts.at[s->post].role;
	if (!basis_employed(s->basis) || made_roles[role].census == 0)
		return;
	bool fresh = !f->counted;
	if (fresh || s->first.day < f->first.day)
		f->first = s->first;
	if (fresh || s->last.day >= f->last.day) {
		f->last = s->last;
		f->role = role;
	}
	f->counted = true;
}

static Date
newest_census(const struct making *m)
{
	return date_of(m->plan.year[m->plan.count - 1].year, 9, 30);
}

static struct facts *
facts_of_people(struct writing *w)
{
	struct making *m = w->m;
	struct facts *all = new(w->perm, m->people.count + 1, struct facts);
	for (int s = 0; s < m->spells.count; s++)
		find_time(m, &m->spells.at[s], &all[m->spells.at[s].person]);
	for (int i = 0; i < m->people.count; i++) {
		const struct made_person *p = &m->people.at[i];
		struct facts *f = &all[i], time = *f;
		if (!f->counted)
			continue;
		draw_said(&m->random, p, f);
		draw_route(&m->random, p, newest_census(m), f);
		draw_pay(&m->random, f);
		if (p->twin == NOTHING)
			continue;
		*f = all[p->twin];
		f->first = time.first;
		f->last = time.last;
		f->role = time.role;
	}
	return all;
}

/* ---- writing ----------------------------------------------------------------------------------- */

static void
write_equality(struct writing *w, int person, int number, const struct facts *f)
{
	enum type_id t = TYPE_EQUALITY;
	Str *v = writing_row(w, t, writing_ref(w, t, number), NO_DAYS);
	writing_put(v, t, "person", writing_ref(w, TYPE_PERSON, person));
	writing_put(v, t, "sex", w->m->people.at[person].woman ? S("F") : S("M"));
	writing_put(v, t, "ethnicity", f->ethnicity);
	if (!f->answers)
		return;
	writing_put(v, t, "disability", f->disability);
	writing_put(v, t, "religion", f->religion);
	writing_put(v, t, "orientation", f->orientation);
}

static void
write_qualification(struct writing *w, int person, int number, const struct facts *f)
{
	static const Str places[8] = { STR("University of the Marches"), STR("Northfield University"),
		STR("Avonbank University"), STR("Fairlead College"), STR("University of South Mercia"),
		STR("Harbour University"), STR("Thornbury University"), STR("University of the Wolds") };
	enum type_id t = TYPE_QUALIFICATION;
	Str *v = writing_row(w, t, writing_ref(w, t, number), NO_DAYS);
	writing_put(v, t, "person", writing_ref(w, TYPE_PERSON, person));
	writing_put(v, t, "level", writing_whole(w, f->level));
	writing_put(v, t, "step_up", f->step_up ? S("yes") : S("no"));
	writing_put(v, t, "frontline", f->frontline ? S("yes") : S("no"));
	writing_put(v, t, "institution", places[f->place]);
	writing_put(v, t, "qualified_on", date_iso(f->qualified, w->perm));
	writing_put(v, t, "cfkss", f->knowledge ? writing_whole(w, f->knowledge) : S(""));
}

/* Pounds for full time from April 2025, and what a step is worth. */
static const struct { int base, step; } grades[MADE_ROLES] = {
	[MADE_DIRECTOR] = { 142000, 2500 }, [MADE_ASSISTANT_DIRECTOR] = { 96000, 1800 }, [MADE_HEAD] = { 70500, 1250 },
	[MADE_MANAGER] = { 55200, 1040 }, [MADE_SENIOR] = { 46700, 1010 }, [MADE_WORKER] = { 39500, 990 },
	[MADE_NEW_WORKER] = { 36100, 880 }, [MADE_SUPERVISING] = { 40400, 990 }, [MADE_REVIEWING] = { 50800, 1020 },
	[MADE_EDUCATOR] = { 47700, 1010 },
};

/* A year's rise was 3.2 in 100; the pence of the year before are cut off. */
static void
write_pay(struct writing *w, int person, int number, const struct facts *f, struct period when, bool before)
{
	enum type_id t = TYPE_PAY;
	int salary = grades[f->role].base + f->step * grades[f->role].step;
	int64_t pence = before ? (int64_t)salary * 100 * 1000 / 1032 : (int64_t)salary * 100;
	Str *v = writing_row(w, t, writing_ref(w, t, number), when);
	writing_put(v, t, "person", writing_ref(w, TYPE_PERSON, person));
	writing_put(v, t, "base_salary", writing_decimal(w, pence, 100));
	writing_put(v, t, "recruitment_retention", writing_whole(w, f->retention));
	writing_put(v, t, "other_payments", writing_whole(w, f->other));
}

/* Pay is kept since April 2024: the census asks for it since 2025. */
static void
write_pay_of(struct writing *w, int person, int number, const struct facts *f)
{
	Date begins = date_of(2024, 4, 1), rise = date_of(2025, 4, 1);
	struct period when = { f->first.day > begins.day ? f->first : begins, f->last };
	if (f->last.day < date_of(2024, 10, 1).day)
		return;
	if (when.first.day < rise.day) {
		bool ends = when.last.day < rise.day;
		write_pay(w, person, number, f, (struct period){ when.first, ends ? when.last : day_plus(rise, -1) }, true);
		when.first = rise;
	}
	if (when.last.day >= rise.day)
		write_pay(w, person, number, f, when, false);
}

/* The eight allowances are asked for since 2025. */
static void
write_year(struct writing *w, int number, int year)
{
	static const struct { const char *field, *offered; } offers[] = {
		{ "recruitment_bonus", "2" }, { "retention_bonus", "2" }, { "performance_award", "0" }, { "car_allowance", "2" },
		{ "relocation", "1" }, { "regional_weighting", "0" }, { "registration_fee", "1" }, { "dbs_fee", "1" },
	};
	enum type_id t = TYPE_CENSUS_YEAR;
	Str *v = writing_row(w, t, writing_ref(w, t, number), NO_DAYS);
	writing_put(v, t, "year", writing_whole(w, year));
	for (ptrdiff_t i = 0; year >= 2025 && i < countof(offers); i++)
		writing_put(v, t, offers[i].field, str_of(offers[i].offered));
	if (year >= 2025)
		writing_put(v, t, "other_allowances", S("Half a day each month for continuing development"));
}

void
written_census(struct writing *w)
{
	const struct making *m = w->m;
	const struct facts *all = facts_of_people(w);
	for (int pass = 0; pass < 3; pass++)
		for (int i = 0, number = 0; i < m->people.count; i++) {
			if (!all[i].counted)
				continue;
			if (pass == 0)
				write_equality(w, i, number++, &all[i]);
			else if (pass == 1)
				write_qualification(w, i, number++, &all[i]);
			else if (m->plan.year[m->plan.count - 1].year >= 2025)
				write_pay_of(w, i, number++, &all[i]);
		}
	for (int i = 1; i < m->plan.count; i++)
		write_year(w, i - 1, m->plan.year[i].year);
}
