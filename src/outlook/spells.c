/* spells.c: see spells.h. */
#include "outlook/spells.h"

#include <math.h>
#include <stdlib.h>

#include "workforce/service.h"

enum { YEAR_DAYS = 365, TWO_YEARS = 730, PAUSE_MOST = 366 };
static const double days_a_year = 365.25;

const Str spell_end_names[SPELL_ENDS] = {
	[END_NONE] = STR("Still there"),
	[END_OTHER_COUNCIL] = STR("Social work in another council"),
	[END_AGENCY] = STR("Agency"),
	[END_ELSEWHERE] = STR("Other work, or none"),
	[END_RETIRED] = STR("Retired"),
	[END_BY_COUNCIL] = STR("Redundancy or dismissal"),
	[END_NOT_SAID] = STR("Other or not said"),
	[END_MOVED] = STR("Another post of the council"),
	[END_ADVANCED] = STR("A more senior post of the council"),
};

const Str spell_rank_names[RANKS] = { STR("Social worker"), STR("Senior practitioner"), STR("First line manager"),
	                              STR("Middle manager"), STR("Senior manager") };

int
spell_rank(int census)
{
	return census <= 0 ? NOT_THERE : census >= 5 ? 0 : 5 - census;
}

/* ---- how it ended ------------------------------------------------------------------------------- */

static const enum spell_end by_destination[] = {
	END_NOT_SAID,  END_OTHER_COUNCIL, END_OTHER_COUNCIL, END_AGENCY,   END_ELSEWHERE,
	END_ELSEWHERE, END_ELSEWHERE,     END_ELSEWHERE,     END_NOT_SAID, END_NOT_SAID,
};
/* Where the reason settles it; END_NONE: the destination does. */
static const enum spell_end by_reason[] = {
	END_NONE,    END_NONE,     END_BY_COUNCIL, END_BY_COUNCIL, END_BY_COUNCIL, END_RETIRED,
	END_NOT_SAID, END_NONE,    END_NONE,       END_NONE,       END_NONE,
};

static enum spell_end
end_of(const struct roster *r, int spell)
{
	const struct spell_row *last = spell_last(r, spell);
	int reason = last->reason, destination = last->destination;
	if (reason > 0 && reason < countof(by_reason) && by_reason[reason])
		return by_reason[reason];
	return destination > 0 && destination < countof(by_destination) ? by_destination[destination] : END_NOT_SAID;
}

/* ---- when records begin --------------------------------------------------------------------------- */

static int
latest_first(const void *a, const void *b)
{
	return ((const Date *)b)->day - ((const Date *)a)->day;
}

Date
spells_visible(const struct roster *r, Date day, struct arena scratch)
{
	Date *left = new(&scratch, r->spell_count + 1, Date);
	int count = 0;
	for (int person = 0; person < r->person_count; person++) {
		struct arena one = scratch;
		struct stretches service = service_of(r, person, SERVICE_CENSUS, &one);
		for (int i = 0, before = -1; i < service.count; i++) {
			int on = service.at[i].when.last.day + 1;
			if (service.at[i].leaves && on <= day.day && on != before)
				left[count++].day = before = on;
		}
	}
	qsort(left, (size_t)count, sizeof *left, latest_first);
	Date visible = day;
	for (int i = 0; i < count && visible.day - left[i].day <= PAUSE_MOST; i++)
		visible = left[i];
	return visible;
}

/* ---- rows ------------------------------------------------------------------------------------------- */

struct making {
	const struct roster *roster;
	struct tenures *out;
	struct stretches service;
	Date day, visible;
	Date came, done;             /* of the unbroken time: its first day; when the first year was done */
	int  origin;
	bool newly;
};

static bool
is_called_newly(const struct roster *r, const struct stretch *s)
{
	static const Str words[] = { STR("ASYE"), STR("newly qualified"), STR("assessed and supported") };
	const struct role_row *role = s->post && s->post->role != NOT_THERE
		? role_on(r, s->post->role, s->when.first) : NULL;
	for (int i = 0; i < countof(words); i++)
		if ((s->post && str_find_fold(s->post->title, words[i]) >= 0) ||
		    (role && str_find_fold(role->title, words[i]) >= 0))
			return true;
	return false;
}

/* The unbroken time that begins with stretch `first`: how it began, and when its first year was done. */
static void
begin_time(struct making *m, int first)
{
	const struct stretch *at = m->service.at;
	int last_day = at[first].when.first.day - 1;
	bool called = is_called_newly(m->roster, &at[first]);
	m->came = at[first].when.first;
	m->origin = spell_last(m->roster, at[first].row->spell)->origin;
	m->newly = called || m->origin == 1;
	m->done.day = m->came.day + YEAR_DAYS;
	if (!called)
		return;
	for (int i = first; i < m->service.count && at[i].when.first.day <= last_day + 1; i++)
		if (is_called_newly(m->roster, &at[i]) && at[i].when.last.day > last_day)
			last_day = at[i].when.last.day;
	m->done.day = last_day < m->came.day + TWO_YEARS ? last_day + 1 : m->came.day + TWO_YEARS;
}

double
spell_years(Date from, Date to)
{
	return (to.day - from.day) / days_a_year;
}

Date
spell_before(Date day, double years)
{
	return (Date){ day.day - (int)lround(years * days_a_year) };
}

double
tenure_entry(const struct tenure *row, Date from)
{
	return fmax(row->entry, spell_years(row->began, from));
}

/* Adds the stretch's days [from, to), which ended so; joined to the row before where nothing else changed. */
static void
add_row(struct making *m, const struct stretch *s, Date began, struct period days, enum spell_end end)
{
	int from = days.first.day, to = days.last.day;
	if (m->out->clock == CLOCK_FIRST_YEAR && from < m->done.day)
		from = m->done.day;
	if (from < m->visible.day)
		from = m->visible.day;
	if (to > m->day.day + 1) {
		to = m->day.day + 1;
		end = END_NONE;
	}
	if (to <= from || (m->out->clock == CLOCK_FIRST_YEAR && !m->newly))
		return;
	struct tenure row = { .person = s->person, .spell = s->row->spell, .census = s->census,
		              .unit = s->post ? s->post->unit : NOT_THERE,
		              .role = s->post ? s->post->role : NOT_THERE, .basis = s->row->basis,
		              .origin = m->origin, .newly = m->newly,
		              .first_year = m->newly && from < m->done.day, .began = began, .from = { from },
		              .to = { to }, .entry = spell_years(began, (Date){ from }),
		              .exit = spell_years(began, (Date){ to }), .end = end };
	struct tenure *before = m->out->count ? &m->out->at[m->out->count - 1] : NULL;
	if (before && before->person == row.person && before->spell == row.spell && before->to.day == from &&
	    before->unit == row.unit && before->role == row.role && before->census == row.census &&
	    before->basis == row.basis && before->first_year == row.first_year && before->began.day == began.day) {
		before->to = row.to;
		before->exit = row.exit;
		before->end = end;
		return;
	}
	m->out->at[m->out->count++] = row;
}

/* The days of a stretch that are in, and not in one before it; cut where the first year is done. */
static void
add_service(struct making *m, const struct stretch *s, int from)
{
	struct period days = { { from }, { s->when.last.day + 1 } };
	Date began = m->out->clock == CLOCK_FIRST_YEAR ? m->done : m->came;
	enum spell_end end = s->leaves ? end_of(m->roster, s->row->spell) : END_NONE;
	if (m->newly && from < m->done.day && m->done.day < days.last.day) {
		add_row(m, s, began, (struct period){ days.first, m->done }, END_NONE);
		days.first = m->done;
	}
	add_row(m, s, began, days, end);
}

static void
add_person(struct making *m)
{
	int till = INT32_MIN;
	for (int i = 0; i < m->service.count; i++) {
		const struct stretch *s = &m->service.at[i];
		if (till == INT32_MIN || s->when.first.day > till + 1)
			begin_time(m, i);
		int from = s->when.first.day > till ? s->when.first.day : till + 1;
		if (s->when.last.day < from)
			continue;
		add_service(m, s, from);
		till = s->when.last.day;
	}
}

/* ---- the clock of a post ---------------------------------------------------------------------------- */

/* What came of the person when the post ended: another one, or leaving. */
static enum spell_end
post_end(const struct making *m, const struct stretch *last)
{
	int after = last->when.last.day + 1;
	if (last->leaves)
		return end_of(m->roster, last->row->spell);
	for (int i = 0; i < m->service.count; i++) {
		const struct stretch *s = &m->service.at[i];
		if (s->row->spell != last->row->spell && s->when.first.day <= after && s->when.last.day >= after)
			return spell_rank(s->census) > spell_rank(last->census) ? END_ADVANCED : END_MOVED;
	}
	return END_NONE;
}

static void
add_posts(struct making *m)
{
	const struct stretch *at = m->service.at;
	int till = INT32_MIN;
	for (int i = 0; i < m->service.count; i++) {
		if (till == INT32_MIN || at[i].when.first.day > till + 1)
			begin_time(m, i);
		till = at[i].when.last.day > till ? at[i].when.last.day : till;
		Date began = at[i].when.first;
		bool last = true;
		for (int k = 0; k < m->service.count; k++) {
			if (at[k].row->spell != at[i].row->spell)
				continue;
			if (at[k].when.first.day < began.day)
				began = at[k].when.first;
			last = last && at[k].when.last.day <= at[i].when.last.day;
		}
		enum spell_end end = last ? post_end(m, &at[i]) : END_NONE;
		struct period days = { at[i].when.first, { at[i].when.last.day + 1 } };
		add_row(m, &at[i], began, days, end);
	}
}

void
spells_of(struct tenures *t, const struct roster *r, enum clock clock, Date visible, Date day, struct arena *perm)
{
	int room = 1;
	for (int person = 0; person < r->person_count; person++) {
		struct arena scratch = *perm;
		room += 2 * stretches_of(r, person, &scratch).count;
	}
	*t = (struct tenures){ new(perm, room, struct tenure), 0, clock, visible, day };
	struct making m = { .roster = r, .out = t, .day = day, .visible = visible };
	for (int person = 0; person < r->person_count; person++) {
		struct arena scratch = *perm;
		m.service = service_of(r, person, SERVICE_CENSUS, &scratch);
		if (clock == CLOCK_POST)
			add_posts(&m);
		else
			add_person(&m);
	}
}

struct lives
spells_lives(const struct tenures *t, bool (*wanted)(const struct tenure *, const void *), const void *with,
             struct arena *perm)
{
	struct life *at = new(perm, t->count + 1, struct life);
	struct lives lives = { at, 0 };
	for (int i = 0; i < t->count; i++) {
		const struct tenure *row = &t->at[i];
		if (!wanted || wanted(row, with))
			at[lives.count++] = (struct life){ row->entry, row->exit, end_leaves(row->end) ? (int)row->end : 0 };
	}
	return lives;
}
