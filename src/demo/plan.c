/* plan.c: the counts of each year: published, carried, and made to add up. */
#include "demo/plan.h"

#include <assert.h>
#include <stddef.h>

enum { TENTH = MICRO / 10, FULL = 10, MOST = 15 };      /* MOST: that rules.h lets one person work */

/* ---- what is published ------------------------------------------------------------------------- */

struct count_row { enum measure_id measure; ptrdiff_t at; int64_t unit; Str why; };

#define PEOPLE(m, member, why) { m, offsetof(struct plan_year, member), MICRO, STR(why) }
#define TENTHS(m, member, why) { m, offsetof(struct plan_year, member), TENTH, STR(why) }
static const struct count_row count_rows[PLAN_COUNTS] = {
	TENTHS(INPOST_FTE, fte, "so few people cannot have so much FTE"),
	PEOPLE(INPOST_HEADCOUNT, people, ""),
	TENTHS(STARTERS_FTE, starters_fte, "it goes with the people who must have started"),
	PEOPLE(STARTERS_HEADCOUNT, starters, ""),
	TENTHS(LEAVERS_FTE, leavers_fte, "it goes with the people who must have left"),
	PEOPLE(LEAVERS_HEADCOUNT, leavers, ""),
	TENTHS(AGENCY_FTE, agency_fte, "an agency worker is at most one FTE"),
	PEOPLE(AGENCY_HEADCOUNT, agency, ""),
	TENTHS(AGENCY_COVER_FTE, cover, "agency workers cannot fill more than is vacant, nor more than "
	       "their own FTE"),
	TENTHS(VACANCY_FTE, vacancy, ""),
	TENTHS(CASE_HOLDERS_FTE, holders_fte, "no choice of the people at work has this FTE together"),
	PEOPLE(CASES, cases, "there are too few to hold so many"),
	TENTHS(WORKING_DAYS_LOST_FTE, lost, "there are too few to be away for so long"),
};

static int *
count_of(struct plan_year *year, const struct count_row *row)
{
	return (int *)((char *)year + row->at);
}

/* The value of the year, else of the nearest year before that has one, else of the nearest after. */
static Figure
carried(const struct published *p, int area, enum measure_id m, int year)
{
	for (int y = year; y >= p->first_year; y--) {
		Figure f = published_value(p, area, m, y);
		if (figure_present(f) || (y == year && f.absent == ROUNDS_TO_ZERO))
			return f;
	}
	for (int y = year + 1; y <= p->last_year; y++) {
		Figure f = published_value(p, area, m, y);
		if (figure_present(f))
			return f;
	}
	return figure_whole(0);
}

static void
read_year(struct plan_year *y, const struct published *p, int area)
{
	for (int i = 0; i < PLAN_COUNTS; i++) {
		const struct count_row *row = &count_rows[i];
		Figure f = carried(p, area, row->measure, y->year);
		bool slight = f.absent == ROUNDS_TO_ZERO;
		y->agency_slight |= slight && row->measure == AGENCY_FTE;
		y->cover_slight |= slight && row->measure == AGENCY_COVER_FTE;
		*count_of(y, row) = slight ? 0 : (int)((f.micro + row->unit / 2) / row->unit);
	}
	if (y->fte > MOST * y->people)
		y->fte = MOST * y->people;
	if (y->agency_fte > FULL * y->agency)
		y->agency_fte = FULL * y->agency;
	y->agency_slight = y->agency_slight && y->agency > 0;
	y->cover_slight = y->cover_slight && y->agency_slight && y->vacancy > 0;
	int most = y->agency_fte < y->vacancy ? y->agency_fte : y->vacancy;
	if (y->cover > most)
		y->cover = most;
}

/* ---- people who add up ------------------------------------------------------------------------- */

static int
part(int whole, int of, int by)
{
	return by > 0 ? (int)(((int64_t)whole * of + by / 2) / by) : 0;
}

/* Those in post and, if need be, leavers are kept; starters are what is left to explain. */
static void
balance_people(struct plan *plan)
{
	struct plan_year *zero = &plan->year[0], *one = &plan->year[1];
	zero->people = one->people - one->starters + one->leavers;
	if (one->starters > one->people)
		zero->people = one->leavers;
	for (int i = 1; i < plan->count; i++) {
		struct plan_year *y = &plan->year[i], *before = y - 1;
		if (y->leavers > before->people)
			y->leavers = before->people;
		y->starters = y->people - before->people + y->leavers;
		if (y->starters < 0) {
			y->leavers -= y->starters;
			y->starters = 0;
		}
	}
	int stay = zero->people - one->leavers;
	zero->fte = one->leavers_fte + (stay == one->people ? one->fte : part(one->fte, stay, one->people));
	if (zero->fte > MOST * zero->people)
		zero->fte = MOST * zero->people;
}

/* ---- FTE that adds up -------------------------------------------------------------------------- */

struct limits { int least, most; };
static const struct limits limits[] = { { 4, FULL }, { 1, FULL }, { 0, FULL }, { 0, MOST } };
enum { CLOSE = 2, ALL_LIMITS = (int)countof(limits) };

static int
max_of(int a, int b)
{
	return a > b ? a : b;
}

static int
min_of(int a, int b)
{
	return a < b ? a : b;
}

/* Cells with so many people who are new and going, if their FTE can be had. */
static bool
cells_of(struct plan_year *y, int new_going, struct plan_part new, struct plan_part going,
         struct limits limit)
{
	int n[PLAN_CELLS] = { new_going, new.people - new_going, going.people - new_going,
	                      y->people - new.people - going.people + new_going };
	for (int c = 0; c < PLAN_CELLS; c++)
		if (n[c] < 0)
			return false;
	int rest = y->fte - new.fte - going.fte;
	int low = max_of(max_of(limit.least * n[0], new.fte - limit.most * n[1]),
	                 max_of(going.fte - limit.most * n[2], limit.least * n[3] - rest));
	int high = min_of(min_of(limit.most * n[0], new.fte - limit.least * n[1]),
	                  min_of(going.fte - limit.least * n[2], limit.most * n[3] - rest));
	if (low > high)
		return false;
	int fte = max_of(low, min_of(high, part(y->fte, n[0], y->people)));
	const int ftes[PLAN_CELLS] = { fte, new.fte - fte, going.fte - fte, rest + fte };
	for (int c = 0; c < PLAN_CELLS; c++)
		y->cell[c] = (struct plan_part){ n[c], ftes[c] };
	y->least = limit.least;
	y->most = limit.most;
	return true;
}

/* A third of those who leave came within the year (DfE 2019: 35% of leavers had under two years). */
static bool
cells_within(struct plan_year *y, struct plan_part new, struct plan_part going, int from, int to)
{
	int like = min_of(part(going.people, 1, 4), new.people / 2);
	for (int i = from; i < to; i++)
		for (int off = 0; off <= y->people; off++)
			if (cells_of(y, like + off, new, going, limits[i]) ||
			    (off && cells_of(y, like - off, new, going, limits[i])))
				return true;
	return false;
}

/* The FTE that is in proportion where people are not those published. */
static int
in_proportion(const struct plan_year *y, int people, int people_published, int fte_published)
{
	return people_published > 0 ? part(fte_published, people, people_published)
	                            : part(y->fte, people, y->people);
}

static bool
likely(struct plan_part of)
{
	return of.people == 0 ? of.fte == 0 : of.fte >= 6 * of.people && of.fte <= FULL * of.people;
}

/* The nearest FTE to what was wished with which there are cells. */
static bool
cells_near(struct plan_year *y, struct plan_part *new, struct plan_part *going)
{
	for (int off = 1; off <= MOST * (y->people + 1); off++)
		for (int sign = -1; sign <= 1; sign += 2) {
			struct plan_part a = { new->people, new->fte + sign * off };
			struct plan_part b = { going->people, going->fte + sign * off };
			if (new->people > 0 && a.fte >= 0 && cells_within(y, a, *going, 2, ALL_LIMITS)) {
				*new = a;
				return true;
			}
			if (going->people > 0 && b.fte >= 0 && cells_within(y, *new, b, 2, ALL_LIMITS)) {
				*going = b;
				return true;
			}
		}
	return false;
}

struct published_people { int starters, starters_fte, leavers, leavers_fte; };

/* Sure to be found where people and FTE are: each cell with its share of the whole. */
static void
cells_found(struct plan_year *y, struct plan_part *new, struct plan_part *going)
{
	if (cells_within(y, *new, *going, 0, ALL_LIMITS) || cells_near(y, new, going))
		return;
	new->fte = part(y->fte, new->people, y->people);
	going->fte = part(y->fte, going->people, y->people);
	bool found = cells_within(y, *new, *going, 0, ALL_LIMITS) || cells_near(y, new, going);
	assert(found);
}

/* FTE as published: where the people are too, however it can be had; where they are not, when
 * everybody is then as others are. Else it goes with the people. */
static void
balance_fte(struct plan_year *y, struct plan_year *next, const struct published_people *said)
{
	struct plan_part new = { y->starters, y->starters_fte };
	struct plan_part going = { next ? next->leavers : 0, next ? next->leavers_fte : 0 };
	bool starters_kept = said[0].starters == new.people;
	bool leavers_kept = !next || said[1].leavers == going.people;
	int tried = starters_kept && leavers_kept ? ALL_LIMITS : likely(new) && likely(going) ? CLOSE : 0;
	if (!cells_within(y, new, going, 0, tried)) {
		new.fte = in_proportion(y, new.people, said[0].starters, new.fte);
		if (!leavers_kept)
			going.fte = in_proportion(y, going.people, said[1].leavers, going.fte);
		cells_found(y, &new, &going);
	}
	y->starters_fte = new.fte;
	if (next)
		next->leavers_fte = going.fte;
}

void
plan_make(struct plan *plan, const struct published *p, int area, int first_year, int last_year)
{
	struct published_people said[PLAN_YEARS_MOST + 1] = { { 0 } };
	assert(last_year - first_year + 2 <= PLAN_YEARS_MOST);
	*plan = (struct plan){ .count = last_year - first_year + 2 };
	for (int i = 0; i < plan->count; i++) {
		struct plan_year *y = &plan->year[i];
		y->year = first_year - 1 + i;
		read_year(y, p, area);
		said[i] = (struct published_people){ y->starters, y->starters_fte, y->leavers, y->leavers_fte };
	}
	plan->year[0].starters = plan->year[0].starters_fte = said[0].starters = 0;
	balance_people(plan);
	for (int i = 0; i < plan->count; i++)
		balance_fte(&plan->year[i], i + 1 < plan->count ? &plan->year[i + 1] : NULL, &said[i]);
}

/* ---- what is met ------------------------------------------------------------------------------- */

void
plan_counts(const struct plan_year *year, const struct published *p, int area,
            struct plan_count counts[PLAN_COUNTS])
{
	struct plan_year copy = *year;
	for (int i = 0; i < PLAN_COUNTS; i++) {
		const struct count_row *row = &count_rows[i];
		bool slight = (row->measure == AGENCY_FTE && year->agency_slight) ||
			(row->measure == AGENCY_COVER_FTE && year->cover_slight);
		counts[i] = (struct plan_count){ row->measure,
			published_value(p, area, row->measure, year->year),
			slight ? MICRO / 25 : *count_of(&copy, row) * row->unit, row->why };
	}
}

bool
plan_met(const struct plan_count *count)
{
	int places = measures[count->measure].places;
	int64_t half = figure_step(places) / 2;
	if (count->published.absent == ROUNDS_TO_ZERO)
		return count->made > 0 && count->made < half;
	return figure_equal(figure_round(figure_micro(count->made), places),
	                    figure_round(count->published, places));
}
