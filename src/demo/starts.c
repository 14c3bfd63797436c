/* starts.c: somebody's first day: the post they take, whom they cover, where they come from. */
#include "demo/year.h"

/* ---- finding a post ---------------------------------------------------------------------------- */

static int
first_vacant(struct year *in, const enum made_role *roles, int count)
{
	for (int i = 0; i < count; i++) {
		int post = post_vacant_of(in->m, roles[i], NOTHING);
		if (post != NOTHING)
			return post;
	}
	return NOTHING;
}

static int
post_for(struct year *in, const struct made_person *p, Date day)
{
	static const enum made_role for_new[] = { MADE_NEW_WORKER, MADE_WORKER, MADE_SUPERVISING };
	static const enum made_role for_others[] = { MADE_WORKER, MADE_SUPERVISING, MADE_SENIOR,
		MADE_REVIEWING, MADE_EDUCATOR, MADE_MANAGER, MADE_HEAD, MADE_NEW_WORKER,
		MADE_ASSISTANT_DIRECTOR, MADE_DIRECTOR };
	int fte = (p->wanted < 10 ? p->wanted : 10) * HUNDREDTHS, post;
	if (in->plan == in->m->plan.year)
		return post_open_lacking(in->m, fte, in->m->founded);
	if (p->newly_qualified)
		post = first_vacant(in, for_new, (int)countof(for_new));
	else
		post = first_vacant(in, for_others, (int)countof(for_others));
	if (post != NOTHING)
		return post;
	if (p->newly_qualified) {
		enum made_role like = random_in_100(year_dice(in), 30) ? MADE_NEW_WORKER : MADE_WORKER;
		return post_open(in->m, places_team(in->m, like, day), MADE_NEW_WORKER, fte, day);
	}
	return post_open_lacking(in->m, fte, day);
}

/* A post whose one holder is part-time leaves room for a job share. */
static int
post_to_share(struct year *in, const struct made_person *p)
{
	struct making *m = in->m;
	int from = random_below(year_dice(in), m->posts.count);
	if (p->wanted > 6 || p->wanted < 1 || random_in_100(year_dice(in), 40))
		return NOTHING;
	for (int i = 0; i < m->posts.count; i++) {
		int post = (from + i) % m->posts.count;
		const struct made_post *q = &m->posts.at[post];
		if (post_is_open(m, post) && q->holders == 1 && q->held > 0
		    && q->held + p->wanted * HUNDREDTHS <= 100 && q->agent == NOTHING && !q->reserved
		    && (q->role == MADE_WORKER || q->role == MADE_SENIOR) && post_now(m, post)->status == FUNDED)
			return post;
	}
	return NOTHING;
}

/* ---- cover ------------------------------------------------------------------------------------- */

bool
year_settled(const struct year *in, const struct made_person *p, Date day)
{
	const struct making *m = in->m;
	if (p->main != NOTHING &&
	    m->spell_lines.at[m->spells.at[p->main].line].when.first.day >= day.day - 4)
		return false;
	return p->main != NOTHING && p->second == NOTHING && !p->covering && !p->acting
		&& p->leaver_year != in->plan->year && p->starter_year < in->plan->year
		&& p->bound_until < in->plan->year;
}

/* A woman who stays on for longer than whoever would cover her. */
static int
who_is_absent(struct year *in, Date day)
{
	struct making *m = in->m;
	int from = random_below(year_dice(in), m->in_post_count);
	for (int i = 0; i < m->in_post_count; i++) {
		int person = m->in_post[(from + i) % m->in_post_count];
		const struct made_person *p = &m->people.at[person];
		if (!year_settled(in, p, day) || !p->woman || p->leaver_year != 0 || day.day - p->born.day > 43 * 365)
			continue;
		const struct made_post *post = &m->posts.at[m->spells.at[p->main].post];
		if (post->holders == 1 && post->role >= MADE_MANAGER)
			return person;
	}
	return NOTHING;
}

/* True when the starter covers somebody on maternity leave, in that person's post. */
static bool
begins_as_cover(struct year *in, int person, Date day)
{
	struct making *m = in->m;
	struct made_person *p = &m->people.at[person];
	bool last = in->plan == &m->plan.year[m->plan.count - 1];
	bool may = !p->newly_qualified && p->wanted <= 10 && (p->leaver_year || last)
		&& in->plan != m->plan.year && day.day > in->days.first.day + 60 && random_in_100(year_dice(in), 35);
	int absent = may ? who_is_absent(in, day) : NOTHING;
	if (absent == NOTHING)
		return false;
	int spell = m->people.at[absent].main;
	int own = spell_begin(m, person, m->spells.at[spell].post, COVER, p->wanted * HUNDREDTHS, day);
	m->spells.at[own].covers = spell;
	m->people.at[person].main = own;
	m->people.at[person].covering = true;
	m->people.at[absent].bound_until = in->plan->year + 1;
	Date first = day_plus(day, -random_between(year_dice(in), 3, 20));
	Date until = day_plus(day, random_between(year_dice(in), 330, 350));
	*grow(m, absences) = (struct made_absence){ absent, MATERNITY, { first, until }, NOTHING };
	return true;
}

/* ---- starting ---------------------------------------------------------------------------------- */

/* One in twenty-five was a family support worker of the council, and qualified. */
static void
from_the_council(struct year *in, int person, Date day)
{
	struct making *m = in->m;
	int unit = places_team(m, MADE_WORKER, day);
	Date first = day_plus(day, -random_between(year_dice(in), 500, 1500));
	if (first.day <= m->unit_lines.at[m->units.at[unit].line].when.first.day || m->people.at[person].ever)
		return;
	int post = post_open(m, unit, MADE_FAMILY_WORKER, 100, first);
	int spell = spell_begin(m, person, post, PERMANENT, 100, first);
	spell_end(m, spell, day_plus(day, -1));
	post_close(m, post, day_plus(day, -1));
}

static int
origin_of(struct year *in, const struct made_person *p)
{
	static const int origins[] = { 2, 2, 2, 2, 2, 4, 4, 3, 5, 6, 7, 8 };
	return p->newly_qualified ? 1 : origins[random_below(year_dice(in), (int)countof(origins))];
}

void
year_starts(struct year *in, int person, Date day)
{
	struct making *m = in->m;
	m->people.at[person].first = day;
	m->people.at[person].covering = false;
	if (begins_as_cover(in, person, day)) {
		struct made_person *cover = &m->people.at[person];
		cover->fte = cover->wanted;
		m->spells.at[cover->main].origin = origin_of(in, cover);
		return;
	}
	struct made_person p = m->people.at[person];
	bool two = p.wanted >= 8 && p.wanted <= 10 && !p.newly_qualified && random_in_100(year_dice(in), 4);
	int main = p.wanted > 10 ? 10 : two ? p.wanted - 4 : p.wanted;
	if (!p.newly_qualified && in->plan != m->plan.year && random_in_100(year_dice(in), 4))
		from_the_council(in, person, day);
	int post = post_to_share(in, &p);
	if (post == NOTHING)
		post = post_for(in, &p, day);
	enum basis basis = random_in_100(year_dice(in), 5) ? FIXED_TERM : PERMANENT;
	int spell = spell_begin(m, person, post, basis, main * HUNDREDTHS, day);
	m->spells.at[spell].origin = origin_of(in, &p);
	m->people.at[person].main = spell;
	if (main < p.wanted)
		person_second(m, person, p.wanted - main, day);
	m->people.at[person].fte = p.wanted;
}
