/* census.c: what is vacant on the day, and who from an agency is there, to the tenth.
 *
 * First the agency workers: some cover vacancies, and the parts they fill add up to the published
 * cover; the others are extra hands, in posts over establishment. Then the vacancies: one for each who
 * covers, of just that part or, where more is vacant, a whole post; the rest whole posts and one part.
 * Posts that nobody holds are given these sizes, those left over are frozen or given up, and where
 * there are too few, new posts are opened.
 */
#include "demo/making.h"

#include <assert.h>

struct cover { int fills, fte, vacant; };       /* tenths, of one agency worker */

struct settling {
	struct making *m;
	const struct plan_year *y;
	struct cover *covers;
	int *extras, *rest;                  /* FTE of extra hands; vacancies that nobody covers */
	int cover_count, extra_count, rest_count;
	int *vacant, vacant_count, next;     /* posts, those with an agency worker first */
	Date opens;                          /* the day from which new posts are funded */
};

static int
least_of(int a, int b)
{
	return a < b ? a : b;
}

static int
tens(int tenths)
{
	return (tenths + 9) / 10;
}

/* ---- how much of each -------------------------------------------------------------------------- */

/* One part of a sum over `left` people, 1 to 10 where that can be, nearly always 10. */
static int
share(struct random *random, int sum, int left)
{
	int least = sum - 10 * (left - 1), most = sum - (sum >= left ? left - 1 : 0);
	int even = sum / left, part = 10;
	if (even < 8 && sum >= left)
		part = random_between(random, even > 2 ? even - 1 : 1, even + 2);
	if (part > most)
		part = most;
	if (part < least)
		part = least;
	return part < 0 ? 0 : least_of(part, 10);
}

static void
share_out(struct settling *in, int covers, int extras)
{
	const struct plan_year *y = in->y;
	struct random *random = &in->m->random;
	int cover = y->cover, rest = y->agency_fte;
	for (int i = 0; i < covers; i++) {
		int part = share(random, cover, covers - i);
		in->covers[in->cover_count++] = (struct cover){ part, part, 0 };
		cover -= part;
		rest -= part;
	}
	for (int i = covers - 1; i >= 0 && rest > 10 * extras; i--) {  /* who works more than they fill */
		int more = least_of(10 - in->covers[i].fte, rest - 10 * extras);
		in->covers[i].fte += more;
		rest -= more;
	}
	for (int i = 0; i < extras; i++) {
		in->extras[in->extra_count++] = share(random, rest, extras - i);
		rest -= in->extras[i];
	}
	assert(cover == 0 && rest == 0);
}

static void
count_agency(struct settling *in)
{
	const struct plan_year *y = in->y;
	int covers = 0, least = tens(y->cover), beside = tens(y->agency_fte - y->cover);
	if (y->cover > 0 && least + beside <= y->agency) {
		covers = (int)((int64_t)y->agency * y->cover / y->agency_fte);
		covers = least_of(covers, y->cover);
		if (covers < least)
			covers = least;
		if (covers > y->agency - beside)
			covers = y->agency - beside;
	} else if (y->cover > 0) {
		covers = least;
	} else if (y->cover_slight) {
		covers = 1;
	}
	share_out(in, covers, y->agency - covers);
}

static void
count_vacancies(struct settling *in)
{
	int left = in->y->vacancy - in->y->cover;
	for (int i = 0; i < in->cover_count; i++) {
		struct cover *c = &in->covers[i];
		int more = least_of(10 - c->fills, left);
		bool whole = c->fte == c->fills && (more == 10 - c->fills || c->fills == 0);
		c->vacant = c->fills + (whole ? more : 0);
		left -= c->vacant - c->fills;
	}
	for (; left > 0; left -= in->rest[in->rest_count++])
		in->rest[in->rest_count] = least_of(left, 10);
}

/* ---- the posts --------------------------------------------------------------------------------- */

/* The day on which the establishment was put right: late in the year, after all that happened. */
static Date
day_of(struct settling *in, int post)
{
	Date touched = in->m->posts.at[post].touched, first = census_period(in->y->year).first;
	Date day = day_plus(first, random_between(&in->m->random, 270, 350));
	return touched.day >= day.day ? day_plus(touched, 1) : day;
}

static bool
is_frozen(const struct making *m, int post)
{
	return post_is_open(m, post) && m->posts.at[post].holders == 0
		&& post_now(m, post)->status == FROZEN;
}

/* Vacant ones with an agency worker, then without, then frozen; each from senior to junior. */
static void
find_vacant(struct settling *in)
{
	struct making *m = in->m;
	in->vacant = new(m->perm, m->posts.count + 1, int);
	for (int round = 0; round < 3; round++)
		for (int role = 0; role < MADE_ROLES; role++)
			for (int p = 0; p < m->posts.count; p++) {
				bool agent = m->posts.at[p].agent != NOTHING;
				bool fits = round == 2 ? is_frozen(m, p)
					: post_is_vacant(m, p) && agent == (round == 0);
				if (fits && m->posts.at[p].role == (enum made_role)role)
					in->vacant[in->vacant_count++] = p;
			}
}

/* The next vacant post, of this size, or a new one; the day from which somebody may be in it. */
static int
take_vacant(struct settling *in, int size, Date *from)
{
	struct making *m = in->m;
	struct period year = census_period(in->y->year);
	if (in->next == in->vacant_count) {
		bool first = in->y == m->plan.year;
		int post = post_open_lacking(m, size * HUNDREDTHS, first ? m->founded : in->opens);
		*from = first ? day_plus(year.first, 20) : post_now(m, post)->when.first;
		return post;
	}
	int post = in->vacant[in->next++];
	*from = day_plus(m->posts.at[post].touched, 1);
	if (from->day < year.first.day + 3)
		*from = day_plus(year.first, 3);
	struct post_line now = *post_now(m, post);
	Date day = day_of(in, post);
	if (now.fte != size * HUNDREDTHS)
		post_wish(m, post, WISH_ALTER, size * HUNDREDTHS, day);
	if (now.status == FROZEN)
		*from = day;
	post_change(m, post, now.unit, size * HUNDREDTHS, FUNDED, day);
	return post;
}

static void
give_up(struct settling *in, int post, int *frozen)
{
	struct making *m = in->m;
	Date day = day_of(in, post);
	if (is_frozen(m, post))
		return;
	if (m->posts.at[post].agent != NOTHING)
		agent_end(m, m->posts.at[post].agent, day_plus(day, -1));
	struct post_line now = *post_now(m, post);
	if (*frozen < 4 && random_in_100(&m->random, 25)) {
		post_change(m, post, now.unit, now.fte, FROZEN, day);
		(*frozen)++;
		return;
	}
	post_wish(m, post, WISH_CLOSE, now.fte, day);
	post_close(m, post, day);
}

/* Part-time posts of a job share whose other half has gone shrink to who is there; of posts over
 * establishment that are empty nothing remains. */
static void
tidy_posts(struct settling *in)
{
	struct making *m = in->m;
	for (int p = 0; p < m->posts.count; p++) {
		if (!post_is_open(m, p) || made_roles[m->posts.at[p].role].census == 0)
			continue;
		const struct post_line *now = post_now(m, p);
		bool over = now->status == OVER_ESTABLISHMENT;
		if (m->posts.at[p].holders > 0 && now->fte > m->posts.at[p].held)
			post_fit(m, p, day_of(in, p));
		else if (over && m->posts.at[p].holders == 0 && m->posts.at[p].agent == NOTHING)
			post_close(m, p, day_of(in, p));
	}
}

/* ---- agency ------------------------------------------------------------------------------------ */

static void
agent_begin(struct settling *in, int post, int fte, bool extra, Date day)
{
	struct making *m = in->m;
	int person = person_make(m, false, true, day);
	int spell = spell_begin(m, person, post, AGENCY, fte, day);
	m->spells.at[spell].agency = random_below(&m->random, 6);
	m->posts.at[post].agent = m->agents.count;
	*grow(m, agents) = (struct agent){ spell, extra, true };
}

static Date
some_day(struct settling *in, Date from)
{
	Date last = day_plus(census_period(in->y->year).last, -4);
	return from.day >= last.day ? from
		: day_plus(from, random_below(&in->m->random, last.day - from.day));
}

static void
agent_fte(struct settling *in, int agent, int fte)
{
	struct making *m = in->m;
	int spell = m->agents.at[agent].spell;
	Date day = day_plus(census_period(in->y->year).first, random_between(&m->random, 200, 340));
	if (m->spell_lines.at[m->spells.at[spell].line].when.first.day < day.day)
		spell_fte(m, spell, fte, day);
	else
		spell_fte(m, spell, fte, m->spell_lines.at[m->spells.at[spell].line].when.first);
}

/* Hundredths: the first of agency workers that "low" was published of has a little. */
static int
in_hundredths(const struct settling *in, int tenths, bool first)
{
	return in->y->agency_slight && first ? 4 : tenths * HUNDREDTHS;
}

static void
place_covers(struct settling *in)
{
	for (int i = 0; i < in->cover_count; i++) {
		Date from;
		int post = take_vacant(in, in->covers[i].vacant, &from);
		int agent = in->m->posts.at[post].agent, fte = in_hundredths(in, in->covers[i].fte, i == 0);
		if (agent != NOTHING)
			agent_fte(in, agent, fte);
		else
			agent_begin(in, post, fte, false, some_day(in, from));
	}
}

static void
place_extras(struct settling *in)
{
	struct making *m = in->m;
	int next = 0, known = m->agents.count;
	struct period year = census_period(in->y->year);
	for (int a = 0; a < known; a++) {
		if (!m->agents.at[a].runs || !m->agents.at[a].extra)
			continue;
		if (next < in->extra_count) {
			agent_fte(in, a, in_hundredths(in, in->extras[next], next + in->cover_count == 0));
			next++;
		} else {
			agent_end(m, a, day_plus(year.first, random_between(&m->random, 341, 360)));
		}
	}
	for (; next < in->extra_count; next++) {
		Date day = day_plus(year.first, random_between(&m->random, 30, 355));
		int fte = in_hundredths(in, in->extras[next], next + in->cover_count == 0);
		int post = post_open(m, places_team(m, MADE_WORKER, day), MADE_WORKER, 100, day);
		day = post_now(m, post)->when.first;
		post_change(m, post, post_now(m, post)->unit, 100, OVER_ESTABLISHMENT, day);
		agent_begin(in, post, fte, true, day);
	}
}

static void
place_rest(struct settling *in)
{
	struct making *m = in->m;
	for (int i = 0; i < in->rest_count; i++) {
		Date from;
		int post = take_vacant(in, in->rest[i], &from);
		if (m->posts.at[post].agent != NOTHING)
			agent_end(m, m->posts.at[post].agent,
			          day_plus(census_period(in->y->year).first, random_between(&m->random, 341, 360)));
	}
	int frozen = 0;
	for (int p = 0; p < m->posts.count; p++)
		frozen += is_frozen(m, p);
	while (in->next < in->vacant_count)
		give_up(in, in->vacant[in->next++], &frozen);
}

/* ---- posts held over the establishment, and posts asked for ------------------------------------ */

static void
over_and_proposed(struct settling *in)
{
	struct making *m = in->m;
	Date day = day_plus(census_period(in->y->year).last, -2);
	int over = 0;
	for (int i = 0; i < m->in_post_count && over < 2; i++) {
		const struct made_person *p = &m->people.at[m->in_post[i]];
		int post = m->spells.at[p->main].post;
		const struct post_line *now = post_now(m, post);
		if (m->posts.at[post].role != MADE_WORKER || m->posts.at[post].touched.day >= day.day ||
		    now->status != FUNDED)
			continue;
		post_change(m, post, now->unit, now->fte, OVER_ESTABLISHMENT, day);
		over++;
	}
	for (int i = 0; i < 3; i++) {
		int post = post_open_lacking(m, 100, day);
		post_change(m, post, post_now(m, post)->unit, 100, PROPOSED, day);
		m->wishes.at[m->wishes.count - 1].decision = i == 2 ? WISH_REFUSED : WISH_WAITING;
		if (i == 2)
			post_close(m, post, day);
	}
}

void
census_settle(struct making *m, const struct plan_year *y)
{
	struct settling in = { .m = m, .y = y };
	in.opens = day_plus(census_period(y->year).first, random_between(&m->random, 240, 300));
	in.covers = new(m->perm, y->agency + 1, struct cover);
	in.extras = new(m->perm, y->agency + 1, int);
	in.rest = new(m->perm, tens(y->vacancy) + 1, int);
	count_agency(&in);
	count_vacancies(&in);
	tidy_posts(&in);
	find_vacant(&in);
	place_covers(&in);
	place_rest(&in);
	place_extras(&in);
	if (y == &m->plan.year[m->plan.count - 1])
		over_and_proposed(&in);
}
