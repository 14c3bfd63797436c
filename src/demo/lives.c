/* lives.c: people and their time in post. */
#include "demo/making.h"

#include <assert.h>

/* ---- people ------------------------------------------------------------------------------------ */

static Date
last_census(const struct making *m)
{
	return date_of(m->plan.year[m->plan.count - 1].year, 9, 30);
}

/* Nobody is to be over 67 at the last census, should they stay until then. */
static Date
born_for(struct making *m, int age, Date first)
{
	int days = age * 36525 / 100 + random_below(&m->random, 365);
	int until = last_census(m).day - first.day, most = 67 * 365 - until;
	if (days > most)
		days = 21 * 365 + 6 + random_below(&m->random, most - 21 * 365);
	return day_plus(first, -days);
}

int
person_make(struct making *m, bool newly_qualified, bool social_worker, Date first)
{
	struct random *r = &m->random;
	bool woman = random_in_100(r, 88);
	int age = newly_qualified ? random_between(r, 22, 34) : random_between(r, 25, 55);
	if (newly_qualified && random_in_100(r, 30))
		age += random_between(r, 3, 14);
	Date born = born_for(m, age, first);
	struct made_name name = name_draw(r, woman, m->perm);
	struct made_person *p = grow(m, people);
	*p = (struct made_person){ .name = name, .woman = woman,
		.newly_qualified = newly_qualified, .social_worker = social_worker, .twin = NOTHING,
		.born = born, .first = first,
		.main = NOTHING, .second = NOTHING, .left = DATE_OPEN };
	return m->people.count - 1;
}

/* ---- spells ------------------------------------------------------------------------------------ */

static bool
holds(const struct making *m, int spell)
{
	return basis_holds(m->spells.at[spell].basis);
}

static void
agent_give_way(struct making *m, int post, Date last)
{
	int agent = m->posts.at[post].agent;
	if (agent == NOTHING)
		return;
	spell_end(m, m->agents.at[agent].spell, last);
	m->agents.at[agent].runs = false;
	m->posts.at[post].agent = NOTHING;
}

void
agent_end(struct making *m, int agent, Date last)
{
	int post = m->spells.at[m->agents.at[agent].spell].post;
	agent_give_way(m, post, last);
	if (m->agents.at[agent].extra)
		post_close(m, post, last);
}

int
spell_begin(struct making *m, int person, int post, enum basis basis, int fte, Date day)
{
	int spell = m->spells.count;
	*grow(m, spell_lines) = (struct spell_line){ spell, fte, { day, DATE_OPEN } };
	*grow(m, spells) = (struct made_spell){ .person = person, .post = post, .basis = basis,
		.line = m->spell_lines.count - 1, .covers = NOTHING, .first = day, .last = DATE_OPEN };
	if (basis_holds(basis)) {
		agent_give_way(m, post, day_plus(day, -1));
		m->posts.at[post].holders++;
		m->posts.at[post].held += fte;
		post_fit(m, post, day);
		if (day.day > m->posts.at[post].touched.day)
			m->posts.at[post].touched = day;
	}
	m->people.at[person].ever = true;
	return spell;
}

void
spell_end(struct making *m, int spell, Date last)
{
	struct made_spell *s = &m->spells.at[spell];
	struct spell_line *line = &m->spell_lines.at[s->line];
	struct made_post *post = &m->posts.at[s->post];
	assert(last.day >= line->when.first.day);
	line->when.last = s->last = last;
	if (holds(m, spell)) {
		post->holders--;
		post->held -= line->fte;
	}
	if (last.day > post->touched.day)
		post->touched = last;
	s->line = NOTHING;
}

void
spell_fte(struct making *m, int spell, int fte, Date day)
{
	struct made_spell *s = &m->spells.at[spell];
	struct spell_line now = m->spell_lines.at[s->line];
	if (now.fte == fte)
		return;
	if (now.when.first.day < day.day) {
		m->spell_lines.at[s->line].when.last = day_plus(day, -1);
		*grow(m, spell_lines) = (struct spell_line){ .spell = spell };
		s->line = m->spell_lines.count - 1;
	}
	m->spell_lines.at[s->line] = (struct spell_line){ spell, fte, { day, DATE_OPEN } };
	if (holds(m, spell)) {
		m->posts.at[s->post].held += fte - now.fte;
		post_fit(m, s->post, day);
	}
}

/* ---- one post or two --------------------------------------------------------------------------- */

static void
second_end(struct making *m, int person, Date last)
{
	int spell = m->people.at[person].second;
	if (spell == NOTHING)
		return;
	spell_end(m, spell, last);
	if (m->posts.at[m->spells.at[spell].post].holders == 0)
		post_close(m, m->spells.at[spell].post, last);
	m->people.at[person].second = NOTHING;
}

void
person_second(struct making *m, int person, int tenths, Date day)
{
	Date opens = m->year == m->plan.year[0].year ? m->founded : day;
	int unit = places_team(m, MADE_WORKER, opens);
	int post = post_open(m, unit, MADE_WORKER, tenths * HUNDREDTHS, opens);
	int spell = spell_begin(m, person, post, PERMANENT, tenths * HUNDREDTHS, day);
	m->people.at[person].second = spell;
}

void
person_fte(struct making *m, int person, int tenths, Date day)
{
	struct made_person *p = &m->people.at[person];
	int second = 0, main = tenths < 10 ? tenths : 10;
	if (p->second != NOTHING) {
		second = m->spell_lines.at[m->spells.at[p->second].line].fte / HUNDREDTHS;
		if (tenths - second >= 1 && tenths - second <= 10)
			main = tenths - second;
		else if (tenths <= 10)
			second_end(m, person, day_plus(day, -1));
		else
			spell_fte(m, p->second, (tenths - 10) * HUNDREDTHS, day);
	} else if (tenths > 10) {
		person_second(m, person, tenths - 10, day);
	}
	p = &m->people.at[person];
	spell_fte(m, p->main, main * HUNDREDTHS, day);
	p->fte = tenths;
}

/* ---- leaving and moving ------------------------------------------------------------------------ */

struct chance { int code, of_100; };
static const struct chance reasons[] = { { 1, 72 }, { 5, 11 }, { 8, 6 }, { 9, 5 }, { 2, 3 }, { 4, 2 },
                                         { 3, 1 } };
static const struct chance destinations[] = { { 1, 34 }, { 3, 20 }, { 6, 16 }, { 4, 11 }, { 5, 10 },
                                              { 8, 6 }, { 2, 3 } };

static int
code_of(struct random *random, const struct chance *rows, int count)
{
	int at = random_below(random, 100), i = 0;
	while (i + 1 < count && at >= rows[i].of_100)
		at -= rows[i++].of_100;
	return rows[i].code;
}

/* One leaver in sixteen goes to adult social care: out of the census, and not out of the council. */
static void
go_to_adults(struct making *m, int person, int fte, Date day)
{
	int post = post_open(m, m->adults, MADE_ADULTS, fte, day);
	spell_begin(m, person, post, PERMANENT, fte, day);
	m->people.at[person].ever = true;
}

void
person_leave(struct making *m, int person, Date last)
{
	struct made_person p = m->people.at[person];
	struct made_spell *main = &m->spells.at[p.main];
	int fte = m->spell_lines.at[main->line].fte;
	int age = (last.day - p.born.day) / 365;
	bool retires = age > 60;
	bool adults = !retires && main->basis == PERMANENT && random_in_100(&m->random, 6);
	main->reason = retires ? 5 : adults ? 7
		: code_of(&m->random, reasons, (int)countof(reasons));
	if (main->reason == 5 && age < 55)
		main->reason = 1;
	main->destination = retires || main->reason == 5 ? 6 : adults ? 7
		: code_of(&m->random, destinations, (int)countof(destinations));
	if (p.second != NOTHING) {
		m->spells.at[p.second].reason = main->reason;
		m->spells.at[p.second].destination = main->destination;
	}
	spell_end(m, p.main, last);
	second_end(m, person, last);
	struct made_person *gone = &m->people.at[person];
	gone->main = NOTHING;
	gone->left = adults ? DATE_OPEN : last;
	gone->fte = 0;
	if (adults)
		go_to_adults(m, person, fte, day_plus(last, 1));
}

void
person_move(struct making *m, int person, int post, enum basis basis, Date last, Date first)
{
	int spell = m->people.at[person].main;
	int fte = m->spell_lines.at[m->spells.at[spell].line].fte;
	spell_end(m, spell, last);
	spell = spell_begin(m, person, post, basis, fte, first);
	m->people.at[person].main = spell;
	m->people.at[person].acting = basis == ACTING;
}

/* ---- those beside the census ------------------------------------------------------------------- */

/* Somebody in a post outside the census, and in a third of them somebody after that. */
static void
beside(struct making *m, int unit, enum made_role role, enum basis basis, Date day)
{
	struct random *r = &m->random;
	int fte = random_in_100(r, 70) ? 100 : random_between(r, 5, 9) * HUNDREDTHS;
	int post = post_open(m, unit, role, fte, day);
	int person = person_make(m, false, false, day);
	int spell = spell_begin(m, person, post, basis, fte, day);
	Date last = day_plus(day, random_between(r, 400, 6000));
	Date next = day_plus(last, random_between(r, 10, 80));
	if (last.day > last_census(m).day - 90 || random_in_100(r, 40))
		return;
	spell_end(m, spell, last);
	m->spells.at[spell].reason = 1;
	person = person_make(m, false, false, next);
	spell_begin(m, person, post, basis, fte, next);
}

void
lives_of_service(struct making *m, int unit, Date day)
{
	beside(m, unit, MADE_SUPPORT, PERMANENT, day);
	if (unit % 3 == 0)
		beside(m, unit, MADE_POLICE, PARTNER_EMPLOYED, day);
	if (unit % 3 == 1)
		beside(m, unit, MADE_HEALTH, PARTNER_EMPLOYED, day);
}

void
lives_of_team(struct making *m, int unit, Date day)
{
	beside(m, unit, MADE_FAMILY_WORKER, PERMANENT, day);
	if (unit % 2 == 0)
		beside(m, unit, MADE_FAMILY_WORKER, PERMANENT, day);
}
