/* posts.c: seats, which outlive the people in them. */
#include "demo/making.h"

#include <assert.h>

const struct post_line *
post_now(const struct making *m, int post)
{
	return &m->post_lines.at[m->posts.at[post].line];
}

bool
post_is_open(const struct making *m, int post)
{
	return m->posts.at[post].line != NOTHING;
}

static bool
of_census(const struct making *m, int post)
{
	return made_roles[m->posts.at[post].role].census > 0;
}

bool
post_is_vacant(const struct making *m, int post)
{
	const struct made_post *p = &m->posts.at[post];
	return p->line != NOTHING && p->holders == 0 && !p->reserved && of_census(m, post)
		&& post_now(m, post)->status == FUNDED;
}

/* ---- a unit's posts ---------------------------------------------------------------------------- */

static void
count_in(struct making *m, int post, int unit, int sign)
{
	struct made_unit *u = &m->units.at[unit];
	enum made_role role = m->posts.at[post].role;
	if (!of_census(m, post))
		return;
	u->posts += sign;
	u->seniors += role == MADE_SENIOR ? sign : 0;
	if (role <= MADE_MANAGER && role != MADE_ASSISTANT_DIRECTOR) {
		if (sign > 0 && u->manager == NOTHING)
			u->manager = post;
		else if (sign < 0 && u->manager == post)
			u->manager = NOTHING;
	}
}

int
post_open(struct making *m, int unit, enum made_role role, int fte, Date day)
{
	int post = m->posts.count;
	if (day.day < m->units.at[unit].opened.day)
		day = m->units.at[unit].opened;
	*grow(m, post_lines) = (struct post_line){ post, unit, fte, role, FUNDED, { day, DATE_OPEN } };
	*grow(m, posts) = (struct made_post){ .role = role, .line = m->post_lines.count - 1,
		.agent = NOTHING, .touched = day };
	count_in(m, post, unit, 1);
	if (day.day > m->founded.day && of_census(m, post))
		post_wish(m, post, WISH_NEW, fte, day);
	return post;
}

int
post_open_lacking(struct making *m, int fte, Date day)
{
	int unit;
	enum made_role role = places_lacking(m, day, &unit);
	return post_open(m, unit, role, fte, day);
}

static void
touch(struct made_post *post, Date day)
{
	if (day.day > post->touched.day)
		post->touched = day;
}

void
post_change(struct making *m, int post, int unit, int fte, enum post_status status, Date day)
{
	struct post_line now = *post_now(m, post);
	assert(day.day >= now.when.first.day);
	enum made_role role = m->posts.at[post].role;
	if (now.unit == unit && now.fte == fte && now.status == status && now.role == role)
		return;
	touch(&m->posts.at[post], day);
	if (unit != now.unit) {
		count_in(m, post, now.unit, -1);
		count_in(m, post, unit, 1);
	}
	if (now.when.first.day < day.day) {
		m->post_lines.at[m->posts.at[post].line].when.last = day_plus(day, -1);
		*grow(m, post_lines) = (struct post_line){ .post = post };
		m->posts.at[post].line = m->post_lines.count - 1;
	}
	m->post_lines.at[m->posts.at[post].line] =
		(struct post_line){ post, unit, fte, role, status, { day, DATE_OPEN } };
}

void
post_fit(struct making *m, int post, Date day)
{
	struct post_line now = *post_now(m, post);
	post_change(m, post, now.unit, m->posts.at[post].held, now.status, day);
}

void
post_regrade(struct making *m, int post, enum made_role role, Date day)
{
	struct post_line now = *post_now(m, post);
	count_in(m, post, now.unit, -1);
	m->posts.at[post].role = role;
	count_in(m, post, now.unit, 1);
	post_change(m, post, now.unit, now.fte, now.status, day);
}

void
post_close(struct making *m, int post, Date last)
{
	struct post_line *now = &m->post_lines.at[m->posts.at[post].line];
	assert(last.day >= now->when.first.day);
	now->when.last = last;
	count_in(m, post, now->unit, -1);
	m->posts.at[post].line = NOTHING;
	touch(&m->posts.at[post], last);
}

/* ---- choosing ---------------------------------------------------------------------------------- */

int
post_vacant_of(struct making *m, enum made_role role, int not_unit)
{
	int from = random_below(&m->random, m->posts.count);
	for (int i = 0; i < m->posts.count; i++) {
		int p = (from + i) % m->posts.count;
		if (m->posts.at[p].role == role && post_is_vacant(m, p) && post_now(m, p)->unit != not_unit)
			return p;
	}
	return NOTHING;
}

/* ---- what was asked for ------------------------------------------------------------------------ */

static const Str reasons[][4] = {
	[WISH_NEW] = {
		STR("One more post: caseloads in the team are above the promise to workers"),
		STR("One more post: improvement plan, agreed with the board"),
		STR("One more post: more children on plans than the team was set up for"),
		STR("One more post: funded from the grant for family help") },
	[WISH_ALTER] = {
		STR("Hours of the post follow those its holder asked for"),
		STR("The post is made whole again, so that it can be advertised"),
		STR("Savings: the rest of the post is kept"), STR("The team needs another mix of hours") },
	[WISH_CLOSE] = {
		STR("Given up: not filled in two rounds, the work is shared in the service"),
		STR("Given up: savings agreed in the budget"),
		STR("Given up: the service was put together anew"),
		STR("Given up to fund a post elsewhere in the directorate") },
};

void
post_wish(struct making *m, int post, enum wish_kind kind, int fte, Date day)
{
	*grow(m, wishes) = (struct made_wish){ .post = post, .unit = post_now(m, post)->unit,
		.role = m->posts.at[post].role, .fte = fte, .starts = day, .kind = (int)kind,
		.decision = WISH_APPROVED, .reason = reasons[kind][random_below(&m->random, 4)] };
}
