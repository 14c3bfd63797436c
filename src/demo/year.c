/* year.c: what happens in a year, day after day. */
#include "demo/year.h"

static void
plan_event(struct year *in, enum event_kind kind, int who, int post, Date day)
{
	in->events.at = making_room(in->events.at, &in->events.count, &in->events.room,
	                            sizeof *in->events.at, in->perm);
	in->events.at[in->events.count - 1] = (struct event){ day, kind, who, post };
}

/* A weekday so many days into the year, of those from `from` to `to`. */
static Date
weekday(struct year *in, int from, int to)
{
	Date day = day_plus(in->days.first, random_between(&in->m->random, from, to));
	int of_week = (day.day + 3) % 7;                     /* Monday is 0 */
	return of_week < 5 ? day : day_plus(day, 4 - of_week);
}

enum { FIRST_START = 8, LAST_START = 346, FIRST_LEAVE = 12, LAST_LEAVE = 362, LAST_MOVE = 340 };

/* ---- leaving, moving up and aside -------------------------------------------------------------- */

static int days_in(const struct year *in, Date day) { return day.day - in->days.first.day; }

/* A senior post that is vacant is looked to within three months. */
static void
look_to(struct year *in, int post, Date day)
{
	enum made_role role = in->m->posts.at[post].role;
	Date when = day_plus(day, random_between(year_dice(in), 20, 80));
	bool senior = role <= MADE_SENIOR || role == MADE_REVIEWING || role == MADE_EDUCATOR;
	if (senior && days_in(in, when) < LAST_MOVE)
		plan_event(in, FILLS, NOTHING, post, when);
}

static void
leaves(struct year *in, int person, Date day)
{
	struct making *m = in->m;
	int post = m->spells.at[m->people.at[person].main].post;
	person_leave(m, person, day);
	if (post_is_vacant(m, post))
		look_to(in, post, day_plus(day, 1));
}

/* Into another post, from one day to the next, or over a weekend. */
static void
moves_to(struct year *in, int person, int post, enum basis basis, Date day)
{
	struct making *m = in->m;
	int from = m->spells.at[m->people.at[person].main].post;
	bool monday = (day.day + 3) % 7 == 0;
	person_move(m, person, post, basis, day_plus(day, monday ? -3 : -1), day);
	if (post_is_vacant(m, from))
		look_to(in, from, day);
}

/* Of those newly qualified a year ago, one for whom there is no other post keeps the own one, and it
 * becomes a social worker's. */
static void
moves(struct year *in, int person, Date day)
{
	struct making *m = in->m;
	struct made_person *p = &m->people.at[person];
	if (!year_settled(in, p, day))
		return;
	const struct made_spell *main = &m->spells.at[p->main];
	enum made_role role = m->posts.at[main->post].role;
	int post = post_vacant_of(m, role == MADE_NEW_WORKER ? MADE_WORKER : role,
	                          post_now(m, main->post)->unit);
	if (post != NOTHING)
		moves_to(in, person, post, main->basis == FIXED_TERM ? FIXED_TERM : PERMANENT, day);
	else if (role == MADE_NEW_WORKER)
		post_regrade(m, main->post, MADE_WORKER, day);
}

static enum made_role
feeder(enum made_role role)
{
	switch (role) {
	case MADE_DIRECTOR: return MADE_ASSISTANT_DIRECTOR;
	case MADE_ASSISTANT_DIRECTOR: return MADE_HEAD;
	case MADE_HEAD: return MADE_MANAGER;
	case MADE_MANAGER: case MADE_REVIEWING: case MADE_EDUCATOR: return MADE_SENIOR;
	case MADE_SENIOR: case MADE_WORKER: case MADE_NEW_WORKER: case MADE_SUPERVISING:
	case MADE_FAMILY_WORKER: case MADE_SUPPORT: case MADE_POLICE: case MADE_HEALTH: case MADE_ADULTS:
	case MADE_ROLES: break;
	}
	return MADE_WORKER;
}

static int
who_moves_up(struct year *in, enum made_role to, Date day)
{
	struct making *m = in->m;
	int from = random_below(year_dice(in), m->in_post_count);
	for (int i = 0; i < m->in_post_count; i++) {
		int person = m->in_post[(from + i) % m->in_post_count];
		const struct made_person *p = &m->people.at[person];
		if (year_settled(in, p, day) && m->posts.at[m->spells.at[p->main].post].role == feeder(to))
			return person;
	}
	return NOTHING;
}

/* Somebody moves up; of managers one in four acts up for some months and goes back to the own post. */
static void
fills(struct year *in, int post, Date day)
{
	struct making *m = in->m;
	enum made_role role = m->posts.at[post].role;
	bool may = post_is_vacant(m, post) && random_in_100(year_dice(in), 80);
	int person = may ? who_moves_up(in, role, day) : NOTHING;
	if (person == NOTHING)
		return;
	int own = m->spells.at[m->people.at[person].main].post;
	Date back = day_plus(day, random_between(year_dice(in), 70, 130));
	bool acting = role == MADE_MANAGER && m->posts.at[own].holders == 1
		&& days_in(in, back) < LAST_MOVE && random_in_100(year_dice(in), 25);
	m->posts.at[own].reserved = acting;
	moves_to(in, person, post, acting ? ACTING : PERMANENT, day);
	if (acting)
		plan_event(in, COMES_BACK, person, own, back);
}

static void
comes_back(struct year *in, int person, int own, Date day)
{
	struct making *m = in->m;
	int post = m->spells.at[m->people.at[person].main].post;
	m->posts.at[own].reserved = false;
	person_move(m, person, own, PERMANENT, day_plus(day, -1), day);
	look_to(in, post, day);
}

/* Whoever comes and goes within the year is neither a starter nor a leaver. */
static void
visits(struct year *in, Date day)
{
	struct making *m = in->m;
	int post = post_vacant_of(m, MADE_WORKER, NOTHING);
	if (post == NOTHING)
		return;
	int person = person_make(m, false, true, day);
	int spell = spell_begin(m, person, post, FIXED_TERM, 100, day);
	m->people.at[person].main = spell;
	m->spells.at[spell].origin = 2;
	plan_event(in, VISIT_ENDS, person, post, day_plus(day, random_between(year_dice(in), 25, 90)));
}

/* Somebody lent by another council for a year or two: in a post of its own, and in nobody's count. */
static void
is_lent(struct year *in, Date day)
{
	struct making *m = in->m;
	int unit = places_team(m, MADE_WORKER, day);
	int post = post_open(m, unit, random_in_100(year_dice(in), 50) ? MADE_WORKER : MADE_SENIOR, 100, day);
	int person = person_make(m, false, true, day);
	int spell = spell_begin(m, person, post, SECONDED_IN, 100, day);
	Date last = day_plus(day, random_between(year_dice(in), 300, 700));
	if (in->plan == &m->plan.year[m->plan.count - 1])
		return;
	spell_end(m, spell, last);
	post_close(m, post, last);
}

/* Whoever acts up changes hours when back. */
static void
hours(struct year *in, int person, Date day)
{
	const struct made_person *p = &in->m->people.at[person];
	if (p->acting)
		plan_event(in, HOURS, person, NOTHING, weekday(in, LAST_MOVE + 10, LAST_LEAVE));
	else
		person_fte(in->m, person, p->wanted, day);
}

/* ---- the days ---------------------------------------------------------------------------------- */

static void
happens(struct year *in, struct event e)
{
	struct making *m = in->m;
	switch (e.kind) {
	case STARTS: year_starts(in, e.who, e.day); break;
	case LEAVES: case VISIT_ENDS: leaves(in, e.who, e.day); break;
	case HOURS: hours(in, e.who, e.day); break;
	case MOVES: moves(in, e.who, e.day); break;
	case FILLS: fills(in, e.post, e.day); break;
	case COMES_BACK: comes_back(in, e.who, e.post, e.day); break;
	case VISITS: visits(in, e.day); break;
	case AGENT_ENDS: if (m->agents.at[e.who].runs) agent_end(m, e.who, e.day); break;
	case LENT: is_lent(in, e.day); break;
	case REORGANISES: places_reorganise(m, e.day); break;
	}
}

static Date
start_day(struct year *in, const struct made_person *p)
{
	if (in->plan == in->m->plan.year)
		return p->first;
	if (p->newly_qualified && random_in_100(year_dice(in), 65))
		return weekday(in, 332, LAST_START);             /* September, when courses end */
	return weekday(in, FIRST_START, LAST_START);
}

static void
plan_of_person(struct year *in, int person)
{
	struct making *m = in->m;
	const struct made_person *p = &m->people.at[person];
	if (p->starter_year == in->plan->year && p->main == NOTHING) {
		plan_event(in, STARTS, person, NOTHING, start_day(in, p));
		return;
	}
	bool new_before = p->newly_qualified && p->starter_year == in->plan->year - 1;
	if (p->wanted != p->fte)
		plan_event(in, HOURS, person, NOTHING, weekday(in, FIRST_LEAVE, LAST_LEAVE));
	if (new_before || random_in_100(year_dice(in), 4))
		plan_event(in, MOVES, person, NOTHING, weekday(in, FIRST_START + 8, LAST_MOVE));
}

/* Cover goes about when the absent one is back. */
static void
plan_leavers(struct year *in, const int *people, int count)
{
	for (int i = 0; i < count; i++) {
		const struct made_person *p = &in->m->people.at[people[i]];
		if (p->leaver_year != in->plan->year)
			continue;
		Date day = weekday(in, FIRST_LEAVE, LAST_LEAVE), back = day_plus(p->first, 340);
		if (p->covering && days_in(in, back) > FIRST_LEAVE && days_in(in, back) < LAST_LEAVE)
			day = back;
		plan_event(in, LEAVES, people[i], NOTHING, day);
	}
}

static void
plan_rest(struct year *in)
{
	struct making *m = in->m;
	int visitors = in->plan->starters > 4 ? 1 + in->plan->starters / 25 : 0;
	for (int a = 0; a < m->agents.count; a++)
		if (m->agents.at[a].runs && random_in_100(year_dice(in), 45))
			plan_event(in, AGENT_ENDS, a, NOTHING, weekday(in, 3, LAST_MOVE));
	for (int p = 0; p < m->posts.count; p++)
		if (post_is_vacant(m, p))
			look_to(in, p, in->days.first);
	for (int i = 0; i < visitors; i++)
		plan_event(in, VISITS, NOTHING, NOTHING, weekday(in, 20, 250));
	for (int i = random_below(year_dice(in), 200); i < in->plan->people; i += 200)
		plan_event(in, LENT, NOTHING, NOTHING, weekday(in, 60, 200));
	if (in->plan == &m->plan.year[(m->plan.count + 1) / 2])
		plan_event(in, REORGANISES, NOTHING, NOTHING, date_of(in->plan->year, 4, 1));
}

static int
next_event(const struct year *in)
{
	int next = 0;
	for (int i = 1; i < in->events.count; i++)
		if (in->events.at[i].day.day < in->events.at[next].day.day)
			next = i;
	return next;
}

void
year_run(struct making *m, const struct plan_year *y)
{
	struct year in = { .m = m, .plan = y, .days = census_period(y->year), .perm = m->perm };
	int *before = m->in_post, count = m->in_post_count;
	m->year = y->year;
	cells_fill(m, y);
	plan_leavers(&in, before, count);
	for (int i = 0; i < m->in_post_count; i++)
		plan_of_person(&in, m->in_post[i]);
	if (y != m->plan.year)
		plan_rest(&in);
	while (in.events.count > 0) {
		int next = next_event(&in);
		struct event e = in.events.at[next];
		in.events.at[next] = in.events.at[--in.events.count];
		happens(&in, e);
	}
}
