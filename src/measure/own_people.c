/* own_people.c: the measures of a day from people's time in the service, person by person. */
#include "measure/own_parts.h"

#include <assert.h>

/* What the records must tell of before a measure can be said. */
enum need { OF_THE_DAY, OF_THE_YEAR, OF_POSTS, OF_CASES, OF_SICKNESS, NEEDS };

static const enum need needs[MEASURES] = {
	[INPOST_FTE] = OF_THE_DAY, [INPOST_HEADCOUNT] = OF_THE_DAY,
	[STARTERS_FTE] = OF_THE_YEAR, [STARTERS_HEADCOUNT] = OF_THE_YEAR,
	[LEAVERS_FTE] = OF_THE_YEAR, [LEAVERS_HEADCOUNT] = OF_THE_YEAR,
	[AGENCY_FTE] = OF_THE_DAY, [AGENCY_HEADCOUNT] = OF_THE_DAY,
	[AGENCY_COVER_FTE] = OF_POSTS, [VACANCY_FTE] = OF_POSTS,
	[CASE_HOLDERS_FTE] = OF_CASES, [CASES] = OF_CASES,
	[WORKING_DAYS_LOST_FTE] = OF_SICKNESS,
};

static bool
somebody_on(const struct roster *r, Date day)
{
	for (int i = 0; i < r->spell_row_count; i++)
		if (period_holds(r->spell_rows[i].when, day))
			return true;
	return false;
}

static bool
some_post_on(const struct roster *r, Date day)
{
	for (int i = 0; i < r->post_row_count; i++)
		if (period_holds(r->post_rows[i].when, day))
			return true;
	return false;
}

static bool
some_sickness_in(const struct roster *r, struct period year)
{
	for (int i = 0; i < r->absence_count; i++)
		if (r->absences[i].kind == SICKNESS && r->absences[i].when.first.day <= year.last.day &&
		    r->absences[i].when.last.day >= year.first.day)
			return true;
	return false;
}

/* Sums of all people's parts. */
struct sums {
	int64_t of[MEASURES], largest[MEASURES];
	int     people[MEASURES];
	int     workers, counted;            /* who could hold cases; whose cases are on record */
};

static void
add_person(struct sums *sums, const struct own_parts *parts)
{
	for (int m = 0; m < MEASURES; m++) {
		sums->of[m] += parts->of[m];
		sums->people[m] += parts->behind[m];
		if (parts->of[m] > sums->largest[m])
			sums->largest[m] = parts->of[m];
	}
	sums->workers += parts->works;
	sums->counted += parts->cases_known;
}

static Figure
rate_of(const struct own_figures *own, enum measure_id m, struct period year)
{
	const struct measure *row = &measures[m];
	Figure below = figure_whole(0);
	for (int i = 0; i < row->denominators; i++)
		below = figure_add(below, own->value[row->denominator[i]]);
	if (row->per_working_day)
		below.micro *= own_working_days(year);
	return figure_ratio(own->value[row->numerator], below, row->times);
}

static void
fill_rates(struct own_figures *own, struct period year)
{
	for (int m = 0; m < MEASURES; m++) {
		if (!measures[m].rate)
			continue;
		own->value[m] = rate_of(own, (enum measure_id)m, year);
		own->people[m] = own->people[measures[m].numerator];
		own->largest[m] = own->largest[measures[m].numerator];
	}
}

static void
fill_figures(struct own_figures *own, const struct own_count *c, const struct sums *sums)
{
	const bool known[NEEDS] = {
		[OF_THE_DAY] = somebody_on(c->roster, c->day),
		[OF_THE_YEAR] = somebody_on(c->roster, c->day) && somebody_on(c->roster, c->before),
		[OF_POSTS] = some_post_on(c->roster, c->day),
		[OF_CASES] = somebody_on(c->roster, c->day) && (sums->workers == 0 || sums->counted > 0),
		[OF_SICKNESS] = some_sickness_in(c->roster, c->year),
	};
	for (int m = 0; m < MEASURES; m++) {
		if (measures[m].rate)
			continue;
		own->value[m] = known[needs[m]] ? figure_micro(sums->of[m]) : figure_absent(NOT_AVAILABLE);
		own->people[m] = sums->people[m];
		own->largest[m] = sums->largest[m];
	}
	fill_rates(own, c->year);
}

void
own_rates(struct own_figures *own)
{
	fill_rates(own, own_year(own->day));
}

/* Of the people marked, or of all when `people` is NULL. */
static void
figures_of(struct own_figures *own, const struct roster *roster, int unit, Date day, const bool *people,
           struct arena scratch)
{
	struct own_count c;
	struct sums sums = { .workers = 0 };
	struct own_parts parts;
	own_count_begin(&c, roster, unit, day, &scratch);
	for (int p = 0; p < roster->person_count; p++) {
		if (people && !people[p])
			continue;
		own_parts_of(&parts, &c, p, scratch);
		add_person(&sums, &parts);
	}
	sums.of[VACANCY_FTE] = c.vacant;
	*own = (struct own_figures){ .unit = unit, .day = day };
	fill_figures(own, &c, &sums);
}

void
own_figures_on(struct own_figures *own, const struct roster *roster, int unit, Date day,
               struct arena scratch)
{
	figures_of(own, roster, unit, day, NULL, scratch);
}

/* ---- many units ------------------------------------------------------------------------------ */

void
own_figures_of_units(struct own_figures *of, const struct roster *roster, const int *units, int count,
                     Date day, struct arena scratch)
{
	for (int i = 0; i < count; i++) {
		struct arena once = scratch;
		const bool *people = units[i] == NOT_THERE ? NULL : people_ever_within(roster, units[i], &once);
		figures_of(&of[i], roster, units[i], day, people, once);
	}
}

struct turnover
turnover_on(const struct roster *roster, int unit, Date day, struct arena scratch)
{
	struct own_figures own;
	struct own_count c;
	struct own_parts parts;
	int64_t fte = 0, people = 0;
	own_figures_on(&own, roster, unit, day, scratch);
	own_count_begin(&c, roster, unit, day, &scratch);
	for (int p = 0; p < roster->person_count; p++) {
		own_parts_of(&parts, &c, p, scratch);
		if (!parts.behind[LEAVERS_HEADCOUNT] || !own_left_council(&c, p, scratch))
			continue;
		fte += parts.of[LEAVERS_FTE];
		people++;
	}
	struct turnover both = { .service_fte = own.value[TURNOVER_RATE_FTE],
		.service_headcount = own.value[TURNOVER_RATE_HEADCOUNT] };
	bool known = figure_present(own.value[LEAVERS_FTE]);
	Figure absent = figure_absent(NOT_AVAILABLE);
	both.council_fte = figure_ratio(known ? figure_micro(fte) : absent, own.value[INPOST_FTE],
	                                measures[TURNOVER_RATE_FTE].times);
	both.council_headcount = figure_ratio(known ? figure_whole(people) : absent,
		own.value[INPOST_HEADCOUNT], measures[TURNOVER_RATE_HEADCOUNT].times);
	return both;
}

int
own_people_behind(const struct roster *roster, int unit, Date day, enum measure_id m, int **people,
                  struct arena *perm)
{
	assert(m >= 0 && m < MEASURES);
	enum measure_id counted = measures[m].rate ? measures[m].numerator : m;
	int count = 0;
	*people = new(perm, roster->person_count, int);
	struct arena scratch = *perm;
	struct own_count c;
	struct own_parts parts;
	own_count_begin(&c, roster, unit, day, &scratch);
	for (int p = 0; p < roster->person_count; p++) {
		own_parts_of(&parts, &c, p, scratch);
		if (parts.behind[counted])
			(*people)[count++] = p;
	}
	return count;
}
