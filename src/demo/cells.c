/* cells.c: who starts, who will leave, and what everybody works, so that the cells of the plan are
 * filled to the tenth.
 */
#include "demo/making.h"

#include <assert.h>

struct crowd { int *at; int count; };

static void
shuffle(struct random *random, struct crowd crowd)
{
	for (int i = crowd.count - 1; i > 0; i--) {
		int j = random_below(random, i + 1), kept = crowd.at[i];
		crowd.at[i] = crowd.at[j];
		crowd.at[j] = kept;
	}
}

/* ---- who is new -------------------------------------------------------------------------------- */

/* Somebody who left at least a year ago and may come back; NOTHING. */
static int
returner(struct making *m, Date begins)
{
	int from = random_below(&m->random, m->people.count);
	for (int i = 0; i < m->people.count && i < 400; i++) {
		struct made_person *p = &m->people.at[(from + i) % m->people.count];
		bool can = p->social_worker && p->starter_year && p->left.day < begins.day - 300
			&& begins.day - p->born.day < 55 * 365 && p->twin == NOTHING;
		if (can)
			return (from + i) % m->people.count;
	}
	return NOTHING;
}

enum { TWINS = 2 };

/* A returner is the same person; but the first two were entered anew, which somebody has to find. */
static int
come_back(struct making *m, int before, Date begins)
{
	if (m->twins >= TWINS) {
		m->people.at[before].left = DATE_OPEN;
		return before;
	}
	m->twins++;
	int again = person_make(m, false, true, begins);
	struct made_person *p = &m->people.at[again], *old = &m->people.at[before];
	p->name = old->name;
	p->woman = old->woman;
	p->born = old->born;
	p->twin = before;
	old->left = DATE_OPEN;
	return again;
}

static int
starter_make(struct making *m, int year)
{
	Date begins = census_period(year).first;
	bool newly = random_in_100(&m->random, 38);
	int before = !newly && random_in_100(&m->random, 12) ? returner(m, begins) : NOTHING;
	return before != NOTHING ? come_back(m, before, begins) : person_make(m, newly, true, begins);
}

/* Time in post of those who were there before: two fifths under two years, a third over five. */
static Date
first_of_old(struct making *m, Date census)
{
	int draw = random_below(&m->random, 100), days = random_between(&m->random, 30, 730);
	if (draw >= 40)
		days = random_between(&m->random, 730, 1826);
	if (draw >= 68)
		days = random_between(&m->random, 1826, 5200);
	return day_plus(census, -days);
}

static void
starters_make(struct making *m, const struct plan_year *y, struct crowd *new)
{
	int count = y == m->plan.year ? y->people : y->starters;
	for (int i = 0; i < count; i++) {
		int person;
		if (y == m->plan.year) {
			Date first = first_of_old(m, date_of(y->year, 9, 30));
			person = person_make(m, false, true, first);
		} else {
			person = starter_make(m, y->year);
		}
		struct made_person *p = &m->people.at[person];
		p->starter_year = y->year;
		p->leaver_year = 0;
		p->bound_until = 0;
		new->at[new->count++] = person;
	}
}

/* ---- FTE --------------------------------------------------------------------------------------- */

static int
fte_draw(struct random *random)
{
	static const int part_time[] = { 8, 8, 8, 6, 6, 5, 5, 9, 7, 4 };
	return random_in_100(random, 82) ? 10 : part_time[random_below(random, 10)];
}

/* Less for some, or more, one after the other, until the sum is what it must be; nobody below
 * `floor` or above `ceiling`. Gives what is still missing. */
static int
adjust(struct making *m, struct crowd crowd, int missing, int floor, int ceiling)
{
	static const int steps[] = { 2, 4, 5, 5, 1 };
	bool moved = true;
	while (missing != 0 && moved) {
		moved = false;
		for (int i = 0; i < crowd.count && missing != 0; i++) {
			struct made_person *p = &m->people.at[crowd.at[i]];
			int by = missing > 0 ? ceiling - p->wanted : floor - p->wanted;
			if (missing > 0 ? by <= 0 : by >= 0)
				continue;
			int step = steps[random_below(&m->random, 5)];
			if (missing < 0 && by < -step)
				by = -step;
			if (missing > 0 ? by > missing : by < missing)
				by = missing;
			p->wanted += by;
			missing -= by;
			moved = true;
		}
	}
	return missing;
}

static void
cell_fill(struct making *m, const struct plan_year *y, enum plan_cell cell, struct crowd crowd)
{
	static const struct { int floor, ceiling; } rounds[] = { { 5, 10 }, { 3, 10 }, { 1, 10 }, { 0, 10 } };
	int missing = y->cell[cell].fte;
	assert(crowd.count == y->cell[cell].people);
	for (int i = 0; i < crowd.count; i++) {
		struct made_person *p = &m->people.at[crowd.at[i]];
		p->wanted = p->main == NOTHING ? fte_draw(&m->random) : p->fte;
		missing -= p->wanted;
	}
	for (int i = 0; i < (int)countof(rounds); i++)
		missing = adjust(m, crowd, missing, rounds[i].floor, rounds[i].ceiling);
	missing = adjust(m, crowd, missing, 0, y->most);
	assert(missing == 0);
}

/* ---- a census ---------------------------------------------------------------------------------- */

/* The first of a shuffled crowd go in the next year. */
static void
mark_going(struct making *m, struct crowd crowd, int going, int year)
{
	for (int i = 0; i < going; i++)
		m->people.at[crowd.at[i]].leaver_year = year;
}

void
cells_fill(struct making *m, const struct plan_year *y)
{
	int *at = new(m->perm, y->people + 1, int);
	struct crowd old = { new(m->perm, m->in_post_count + y->people + 1, int), 0 };
	struct crowd new = { new(m->perm, y->people + 1, int), 0 };
	for (int i = 0; i < m->in_post_count; i++)
		if (m->people.at[m->in_post[i]].leaver_year != y->year)
			old.at[old.count++] = m->in_post[i];
	starters_make(m, y, y == m->plan.year ? &old : &new);
	shuffle(&m->random, old);
	shuffle(&m->random, new);
	mark_going(m, new, y->cell[NEW_GOING].people, y->year + 1);
	mark_going(m, old, y->cell[OLD_GOING].people, y->year + 1);
	const int of_new = y->cell[NEW_GOING].people, of_old = y->cell[OLD_GOING].people;
	cell_fill(m, y, NEW_GOING, (struct crowd){ new.at, of_new });
	cell_fill(m, y, NEW_STAYING, (struct crowd){ new.at + of_new, new.count - of_new });
	cell_fill(m, y, OLD_GOING, (struct crowd){ old.at, of_old });
	cell_fill(m, y, OLD_STAYING, (struct crowd){ old.at + of_old, old.count - of_old });
	m->in_post = at;
	m->in_post_count = 0;
	for (int i = 0; i < old.count; i++)
		at[m->in_post_count++] = old.at[i];
	for (int i = 0; i < new.count; i++)
		at[m->in_post_count++] = new.at[i];
}
