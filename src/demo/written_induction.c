/* written_induction.c: what is done for whoever starts, and how far it is for everybody who started in the last year made.
 * The list is made up from what inductions of councils have in common, and says so. It draws numbers of its own. */
#include "demo/writing.h"

#include "workforce/types_hiring.h"

enum { FIRST_YEAR = 2025, STEPS = 11, REVIEW_DAYS = 182, EXTENSION = 91 };

struct inducting {
	struct writing *w;
	struct random dice;
	Date today;
	int items, reviews;
};

/* `role`: NOTHING for everybody. */
static const struct { const char *name, *owner, *needed; int days, role; } steps[STEPS] = {
	{ "Laptop, telephone and building pass", "Business support", "cases", 0, NOTHING },
	{ "Safeguarding and information governance training", "Whoever starts", "cases", 5, NOTHING },
	{ "First supervision, with a plan of the first three months", "Line manager", "cases", 5, NOTHING },
	{ "Access to the case system, and training in it", "Business support", "cases", 10, NOTHING },
	{ "Protected caseload agreed for the first year", "Line manager", "cases", 10, MADE_WORKER },
	{ "Practice model: two days", "Learning and development", "inducted", 30, NOTHING },
	{ "Shadowed a child protection conference", "Line manager", "inducted", 42, MADE_WORKER },
	{ "Met the principal social worker", "Principal social worker", "inducted", 60, NOTHING },
	{ "Supervision reviewed after three months", "Line manager", "confirmed", 91, NOTHING },
	{ "Asked how the start has been", "HR officer", "", 100, NOTHING },
	{ "Review of probation", "Line manager", "confirmed", REVIEW_DAYS, NOTHING },
};
static const int review_step = STEPS - 1;

static Str
number_of(const struct inducting *in, enum type_id type, int number)
{
	return ref_numbered(&record_types[type], number, in->w->perm);
}

static Str
day_text(const struct inducting *in, Date day)
{
	return date_iso(day, in->w->perm);
}

static void
write_list(struct inducting *in)
{
	static const enum type_id t = TYPE_INDUCTION_STEP;
	Date from = date_of(in->w->m->year - 1, 4, 1);
	for (int i = 0; i < STEPS; i++) {
		Str *v = writing_row(in->w, t, number_of(in, t, i + 1), (struct period){ from, DATE_OPEN });
		writing_put(v, t, "name", str_of(steps[i].name));
		writing_put(v, t, "owner", str_of(steps[i].owner));
		writing_put(v, t, "due_days", writing_whole(in->w, steps[i].days));
		writing_put(v, t, "needed", str_of(steps[i].needed));
		writing_put(v, t, "source", S("Made up for this demonstration"));
		if (steps[i].role != NOTHING)
			writing_put(v, t, "role", writing_ref(in->w, TYPE_ROLE, steps[i].role));
		if (i == review_step)
			writing_put(v, t, "kind", S("review"));
	}
}

static void
write_item(struct inducting *in, const struct made_spell *s, Str spell, int step)
{
	static const enum type_id t = TYPE_INDUCTION;
	Date due = { s->first.day + steps[step].days };
	Date done = { due.day + random_between(&in->dice, -steps[step].days / 3, 9) };
	bool skipped = random_in_100(&in->dice, 4), forgotten = random_in_100(&in->dice, 3);
	Str *v = writing_row(in->w, t, number_of(in, t, ++in->items), NO_DAYS);
	writing_put(v, t, "person", writing_ref(in->w, TYPE_PERSON, s->person));
	writing_put(v, t, "spell", spell);
	writing_put(v, t, "name", str_of(steps[step].name));
	writing_put(v, t, "owner", str_of(steps[step].owner));
	writing_put(v, t, "due_on", day_text(in, due));
	writing_put(v, t, "needed", str_of(steps[step].needed));
	if (skipped && steps[step].needed[0] == 0)
		writing_put(v, t, "not_needed_why", S("Worked here before"));
	else if (done.day <= in->today.day && !forgotten) {
		writing_put(v, t, "done_on", day_text(in, done));
		writing_put(v, t, "done_by", str_of(steps[step].owner));
	}
}

static void
write_review(struct inducting *in, const struct made_spell *s, Str spell, Date due, bool may_extend)
{
	static const enum type_id t = TYPE_PROBATION;
	Date held = { due.day + random_between(&in->dice, -10, 12) };
	bool extended = may_extend && random_in_100(&in->dice, 10);
	Str *v = writing_row(in->w, t, number_of(in, t, ++in->reviews), NO_DAYS);
	writing_put(v, t, "person", writing_ref(in->w, TYPE_PERSON, s->person));
	writing_put(v, t, "spell", spell);
	writing_put(v, t, "due_on", day_text(in, due));
	if (held.day > in->today.day)
		return;
	writing_put(v, t, "held_on", day_text(in, held));
	writing_put(v, t, "held_by", S("Team manager"));
	writing_put(v, t, "outcome", probation_outcomes[extended ? PROBATION_EXTENDED : PROBATION_PASSED].code);
	if (!extended)
		return;
	writing_put(v, t, "why", S("Was away for two months: more time to show the work"));
	writing_put(v, t, "extended_to", day_text(in, (Date){ held.day + EXTENSION }));
	write_review(in, s, spell, (Date){ held.day + EXTENSION }, false);
}

void
written_induction(struct writing *w)
{
	struct making *m = w->m;
	struct inducting in = { .w = w, .dice = m->random, .today = census_period(m->year).last };
	if (m->year < FIRST_YEAR)
		return;
	write_list(&in);
	for (int s = 0; s < m->spells.count; s++) {
		const struct made_spell *spell = &m->spells.at[s];
		if (!writing_hired(m, spell, census_period(m->year)))
			continue;
		Str ref = writing_ref(w, TYPE_SPELL, s);
		for (int i = 0; i < review_step; i++)
			if (steps[i].role == NOTHING || steps[i].role == (int)m->posts.at[spell->post].role)
				write_item(&in, spell, ref, i);
		write_review(&in, spell, ref, (Date){ spell->first.day + REVIEW_DAYS }, true);
	}
}
