/* work.c: cases on the day of the census, and days lost to sickness in the year. */
#include "demo/making.h"

#include <stdlib.h>
#include <string.h>

/* ---- who holds cases --------------------------------------------------------------------------- */

enum { CASES_EACH = 400 };              /* on average: a count of cases has three figures */

struct worker { int person, fte, order; };      /* order: who holds cases before others */
struct workers { struct worker *at; int count; };

static const int order_of_role[MADE_ROLES] = {
	[MADE_DIRECTOR] = 9, [MADE_ASSISTANT_DIRECTOR] = 8, [MADE_HEAD] = 7, [MADE_MANAGER] = 6,
	[MADE_SENIOR] = 2, [MADE_WORKER] = 0, [MADE_NEW_WORKER] = 1, [MADE_SUPERVISING] = 1,
	[MADE_REVIEWING] = 4, [MADE_EDUCATOR] = 5,
};

static void
add_worker(struct making *m, struct workers *all, int person, int spell, int fte)
{
	int role = order_of_role[m->posts.at[m->spells.at[spell].post].role];
	if (fte > 0)
		all->at[all->count++] = (struct worker){ person, fte, role * 100 + random_below(&m->random, 150) };
}

static int
worker_order(const void *a, const void *b)
{
	const struct worker *x = a, *y = b;
	return x->order != y->order ? x->order - y->order : x->person - y->person;
}

static struct workers
find_workers(struct making *m)
{
	struct workers all = { new(m->perm, m->in_post_count + m->agents.count + 1, struct worker), 0 };
	for (int i = 0; i < m->in_post_count; i++) {
		const struct made_person *p = &m->people.at[m->in_post[i]];
		add_worker(m, &all, m->in_post[i], p->main, p->fte);
	}
	for (int a = 0; a < m->agents.count; a++) {
		const struct made_spell *s = &m->spells.at[m->agents.at[a].spell];
		if (m->agents.at[a].runs)
			add_worker(m, &all, s->person, m->agents.at[a].spell,
			           m->spell_lines.at[s->line].fte / HUNDREDTHS);
	}
	qsort(all.at, (size_t)all.count, sizeof *all.at, worker_order);
	return all;
}

/* Which of the workers, the first for choice, have together the most FTE that is not above `wanted`:
 * they come to stand first. Gives how many. `by[s]` is the worker who first made the sum s possible. */
static int
choose_sum(struct workers all, int wanted, int *sum, struct arena scratch)
{
	int *by = new(&scratch, wanted + 1, int), chosen = 0, best = 0;
	bool *taken = new(&scratch, all.count + 1, bool);
	struct worker *order = new(&scratch, all.count + 1, struct worker);
	for (int s = 1; s <= wanted; s++)
		by[s] = NOTHING;
	for (int i = 0, top = 0; i < all.count && best < wanted; i++) {
		int fte = all.at[i].fte;
		top = top + fte < wanted ? top + fte : wanted;
		for (int s = top; s >= fte; s--)
			if (by[s] == NOTHING && (s == fte || by[s - fte] != NOTHING))
				by[s] = i;
		for (best = top; best > 0 && by[best] == NOTHING; best--)
			;
	}
	for (int s = best; s > 0; s -= all.at[by[s]].fte)
		taken[by[s]] = true;
	for (int i = 0; i < all.count; i++)
		if (taken[i])
			order[chosen++] = all.at[i];
	memcpy(all.at, order, (size_t)chosen * sizeof *order);
	*sum = best;
	return chosen;
}

/* Each holds one; the rest by FTE, give or take a fifth, newly qualified ones less. */
static void
give_cases(struct making *m, struct workers holders, int cases, Date day)
{
	int64_t all = 0, before = 0;
	int *weight = new(m->perm, holders.count + 1, int), rest = cases - holders.count;
	for (int i = 0; i < holders.count; i++) {
		const struct made_person *p = &m->people.at[holders.at[i].person];
		bool first_year = p->newly_qualified && p->starter_year == m->year;
		weight[i] = holders.at[i].fte * random_between(&m->random, 80, 120) * (first_year ? 7 : 10);
		all += weight[i];
	}
	for (int i = 0; i < holders.count; i++) {
		int64_t until = before + weight[i];
		int own = (int)(until * rest / all - before * rest / all);
		*grow(m, caseloads) = (struct made_caseload){ holders.at[i].person, 1 + own, day };
		before = until;
	}
}

static void
give_none(struct making *m, const bool *holds, int person, Date day)
{
	if (!holds[person])
		*grow(m, caseloads) = (struct made_caseload){ person, 0, day };
}

/* Everybody else is counted too, and has none. */
static void
give_the_rest(struct making *m, struct workers holders, Date day)
{
	bool *holds = new(m->perm, m->people.count + 1, bool);
	for (int i = 0; i < holders.count; i++)
		holds[holders.at[i].person] = true;
	for (int i = 0; i < m->in_post_count; i++)
		give_none(m, holds, m->in_post[i], day);
	for (int a = 0; a < m->agents.count; a++)
		if (m->agents.at[a].runs)
			give_none(m, holds, m->spells.at[m->agents.at[a].spell].person, day);
}

void
work_cases(struct making *m, struct plan_year *y)
{
	struct workers all = find_workers(m);
	int sum, wanted = y->holders_fte;
	all.count = choose_sum(all, wanted, &sum, *m->perm);
	if (all.count > y->cases)
		all.count = y->cases;
	if (y->cases > CASES_EACH * all.count)
		y->cases = CASES_EACH * all.count;
	y->holders_fte = 0;
	for (int i = 0; i < all.count; i++)
		y->holders_fte += all.at[i].fte;
	if (all.count > 0)
		give_cases(m, all, y->cases, date_of(y->year, 9, 30));
	give_the_rest(m, all, date_of(y->year, 9, 30));
}

/* ---- sickness ---------------------------------------------------------------------------------- */

enum { SLOTS = 4, SLOT_DAYS = 90, LONGEST = 58, USUAL = 64 };   /* usual: tenths, on average */

static bool
is_weekday(Date day)
{
	return (day.day + 3) % 7 < 5;
}

/* A short, middling or long sickness, in working days. */
static int
length_draw(struct random *random)
{
	int kind = random_below(random, 100);
	if (kind < 75)
		return random_between(random, 1, 5);
	return kind < 92 ? random_between(random, 6, 18) : random_between(random, 19, LONGEST);
}

/* The part of a quarter in which the person was in post, and nobody covered them. */
static bool
window_of(const struct making *m, int person, int slot, struct period *window)
{
	const struct made_person *p = &m->people.at[person];
	struct period year = census_period(m->year);
	window->first = day_plus(year.first, slot * SLOT_DAYS + 1);
	window->last = day_plus(window->first, SLOT_DAYS - 3);
	if (p->first.day >= window->first.day)
		window->first = day_plus(p->first, 1);
	return p->bound_until < m->year && window->last.day - window->first.day >= 7;
}

/* One absence of so many working days within the window; tenths lost, at most `most`. */
static int
fall_ill(struct making *m, int person, struct period window, int length, int most)
{
	int room = (window.last.day - window.first.day + 1) * 5 / 7 - 1;
	if (length > room)
		length = room;
	if (most < length * 10)
		length = most / 10 + (most % 10 > 0);
	int spare = window.last.day - window.first.day - length * 7 / 5 - 3;
	Date first = day_plus(window.first, random_below(&m->random, spare));
	while (!is_weekday(first))
		first.day++;
	Date last = first;
	for (int days = 1; days < length; days += is_weekday(last))
		last = day_plus(last, 1);
	int fte = m->people.at[person].fte, lost = length * (fte > 10 || fte < 1 ? 10 : fte);
	if (lost > most)
		lost = most;
	*grow(m, absences) = (struct made_absence){ person, SICKNESS, { first, last }, lost };
	return lost;
}

/* Everybody's quarters, in turn; each is taken with these chances, and what is drawn is stretched. */
struct wave { int chances, stretch, least; };    /* in 1000, in hundredths, working days */

static int
spread_sickness(struct making *m, int missing, struct wave wave, unsigned char *ill)
{
	for (int slot = 0; slot < SLOTS && missing > 0; slot++)
		for (int i = 0; i < m->in_post_count && missing > 0; i++) {
			struct period window;
			int person = m->in_post[i];
			if (random_below(&m->random, 1000) >= wave.chances || (ill[i] & 1u << slot) ||
			    !window_of(m, person, slot, &window))
				continue;
			int length = length_draw(&m->random) * wave.stretch / 100;
			if (length < wave.least)
				length = wave.least;
			missing -= fall_ill(m, person, window, length < LONGEST ? length : LONGEST, missing);
			ill[i] = (unsigned char)(ill[i] | 1u << slot);
		}
	return missing;
}

void
work_sickness(struct making *m, struct plan_year *y)
{
	unsigned char *ill = new(m->perm, m->in_post_count + 1, unsigned char);
	int missing = y->lost, quarters = m->in_post_count * SLOTS;
	int each = quarters > 0 ? (int)((int64_t)missing * 1000 / quarters / USUAL) : 0;
	struct wave waves[] = { { each < 600 ? each : 600, each > 600 ? each / 6 : 100, 1 },
	                        { 300, 100, 1 }, { 1000, 300, LONGEST } };
	for (int i = 0; i < (int)countof(waves) && missing > 0; i++)
		missing = spread_sickness(m, missing, waves[i], ill);
	y->lost -= missing;
}

/* ---- beside the census ------------------------------------------------------------------------- */

/* Of those outside the census too, one in four is ill once in a year; no count has them in it. */
void
work_others(struct making *m)
{
	struct period year = census_period(m->year);
	bool none = true;
	for (int s = 0; s < m->spells.count; s++) {
		struct made_spell spell = m->spells.at[s];
		bool beside = made_roles[m->posts.at[spell.post].role].census == 0
			&& !m->people.at[spell.person].social_worker;
		if (!beside || spell.first.day > year.first.day || spell.last.day < year.last.day ||
		    (!none && random_in_100(&m->random, 75)))
			continue;
		Date first = day_plus(year.first, random_between(&m->random, 20, 300));
		*grow(m, absences) = (struct made_absence){ spell.person, SICKNESS, { first, day_plus(first, 2) },
			20 };
		none = false;
	}
}
