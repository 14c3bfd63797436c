/* own_guard.c: true figures for whoever may see rows, withheld small ones for whoever may not. */
#include "app/own_guard.h"

#include <assert.h>

#include "app/kept.h"
#include "measure/protect.h"

enum field_group
group_of_measure(enum measure_id m)
{
	switch (m) {
	case AGENCY_FTE: case AGENCY_HEADCOUNT: case AGENCY_RATE_FTE: case AGENCY_RATE_HEADCOUNT:
	case AGENCY_COVER_FTE: case AGENCY_COVER_RATE_FTE:
	case VACANCY_FTE: case VACANCY_RATE_FTE: case VACANCY_AGENCY_COVER_RATE_FTE:
		return GROUP_TERMS;
	case CASE_HOLDERS_FTE: case CASES: case CASELOAD_FTE:
		return GROUP_CASELOAD;
	case WORKING_DAYS_LOST_FTE: case ABSENCE_RATE_FTE:
		return GROUP_ABSENCE;
	default:
		return GROUP_IDENTITY;
	}
}

/* ---- withholding ----------------------------------------------------------------------------- */

/* What only totals are known of is about health: a nought, and what everybody has, tell as much as one. */
#define GUARDED protect_sensitive

/* All units of the day under the whole council, whichever are looked at: what is withheld of a unit
 * must not depend on the page, or two pages would give it away. */
struct guarding { const struct measures_day *tree; enum measure_id counted; bool *hidden; struct arena scratch; };

static const void *
make_measures(const struct roster *roster, Date day, struct arena *perm)
{
	int room = roster->unit_count + 1;
	int *units = new(perm, room, int), *depths = new(perm, room, int);
	struct own_figures *of = new(perm, room, struct own_figures);
	struct measures_day *made = new(perm, 1, struct measures_day);
	units[0] = NOT_THERE;
	depths[0] = -1;
	made->count = 1 + roster_tree(roster, day, units + 1, depths + 1);
	made->units = units;
	made->depths = depths;
	made->of = of;
	own_figures_of_units(of, roster, units, made->count, day, *perm);
	made->turnover = turnover_on(roster, NOT_THERE, day, *perm);
	return made;
}

const struct measures_day *
measures_day_of(const struct own *own)
{
	return kept_of(own->world, own->ask, make_measures, own->perm);
}

/* A count and the rate made of it are withheld together: one tells the other. */
static struct backing
backing_of(const struct guarding *g, int i)
{
	const struct own_figures *own = &g->tree->of[i];
	return (struct backing){ .people = own->people[g->counted], .base = own->people[INPOST_HEADCOUNT],
		.largest = own->largest[g->counted], .sum = own->value[g->counted].micro };
}

static bool
tells(struct backing backing)
{
	return !figure_present(protect_figure(figure_micro(backing.sum), backing, GUARDED));
}

static int
end_of(const struct measures_day *tree, int i)
{
	int end = i + 1;
	while (end < tree->count && tree->depths[end] > tree->depths[i])
		end++;
	return end;
}

/* The parts of a unit: those right under it and, last, what is in it and in none of them. */
struct parts { int *at; struct backing *backing; bool *hidden; int count; };

static struct parts
parts_of(struct guarding *g, int i, struct arena *perm)
{
	int end = end_of(g->tree, i), count = 0;
	struct parts parts = { new(perm, end - i + 1, int), new(perm, end - i + 1, struct backing),
	                       new(perm, end - i + 1, bool), 0 };
	struct backing rest = backing_of(g, i);
	for (int j = i + 1; j < end; j = end_of(g->tree, j), count++) {
		parts.at[count] = j;
		parts.backing[count] = backing_of(g, j);
		rest.people -= parts.backing[count].people;
		rest.base -= parts.backing[count].base;
		rest.sum -= parts.backing[count].sum;
	}
	rest.people = rest.people > 0 ? rest.people : 0;     /* somebody may be in two of them */
	rest.base = rest.base > 0 ? rest.base : 0;
	rest.sum = rest.sum > 0 ? rest.sum : 0;
	rest.largest = rest.largest < rest.sum ? rest.largest : rest.sum;
	parts.backing[count] = rest;
	parts.count = count;
	return parts;
}

/* What is left of the whole when the parts that are shown are taken away. */
static struct backing
hidden_together(const struct parts *parts)
{
	struct backing all = { 0 };
	for (int k = 0; k <= parts->count; k++) {
		const struct backing *one = &parts->backing[k];
		if (!parts->hidden[k])
			continue;
		all.people += one->people;
		all.base += one->base;
		all.sum += one->sum;
		all.largest = one->largest > all.largest ? one->largest : all.largest;
	}
	return all;
}

/* The smallest part that is shown, and the rest is not: it is no row of any table. NOT_THERE: none. */
static int
smallest_shown(const struct parts *parts)
{
	int smallest = NOT_THERE;
	for (int k = 0; k < parts->count; k++)
		if (!parts->hidden[k] && (smallest == NOT_THERE
		                          || parts->backing[k].people < parts->backing[smallest].people))
			smallest = k;
	return smallest;
}

static void
guard_parts(struct guarding *g, int i)
{
	struct arena once = g->scratch;
	struct parts parts = parts_of(g, i, &once);
	int64_t *people = new(&once, parts.count + 1, int64_t);
	bool total = false, any = false;
	for (int k = 0; k <= parts.count; k++)
		people[k] = parts.backing[k].people;
	if (parts.count == 0)
		return;
	protect_parts(people, parts.count + 1, GUARDED, parts.hidden, &total, once);
	for (int k = 0; k < parts.count; k++) {
		parts.hidden[k] = parts.hidden[k] || total || g->hidden[i] || tells(parts.backing[k]);
		any = any || parts.hidden[k];
	}
	parts.hidden[parts.count] = any;
	while (any && tells(hidden_together(&parts)) && smallest_shown(&parts) != NOT_THERE)
		parts.hidden[smallest_shown(&parts)] = true;
	for (int k = 0; k < parts.count; k++)
		g->hidden[parts.at[k]] = parts.hidden[k];
}

/* Which units' figures of a measure are withheld from whoever has totals only: all of them on any day but
 * the census's. The figures of two days apart would tell of whoever was ill between them; years to 30
 * September share no day. */
static const bool *
guard_measure(const struct measures_day *tree, enum measure_id m, Date day, struct arena *perm)
{
	bool *hidden = new(perm, tree->count, bool), census = guard_shows_on(day);
	struct guarding g = { tree, measures[m].rate ? measures[m].numerator : m, hidden, *perm };
	hidden[0] = !census || tells(backing_of(&g, 0));
	for (int i = 0; i < tree->count; i++)
		guard_parts(&g, i);
	return hidden;
}

Date
guard_day(Date day)
{
	int year = date_civil(day).year;
	Date census = date_of(year, 9, 30);
	return census.day <= day.day ? census : date_of(year - 1, 9, 30);
}

bool
guard_shows_on(Date day)
{
	return guard_day(day).day == day.day;
}

/* ---- what is shown --------------------------------------------------------------------------- */

static void
show_measures(struct measured *in, const struct own *own, int i)
{
	for (int m = 0; m < MEASURES; m++) {
		enum field_group group = group_of_measure((enum measure_id)m);
		enum reach reach = sight_total(&own->sight, in->rows.units[i], group).reach;
		in->shown[i][m] = reach >= REACH_TOTALS ? in->of[i].value[m] : figure_absent(NOT_PUBLISHED);
		in->has[m] = in->has[m] || reach >= REACH_TOTALS;
		in->small = in->small || reach > REACH_TOTALS;
	}
}

/* Whether somebody has only totals of this measure anywhere in the tree. */
static bool
is_guarded(const struct measured *in, const struct own *own, enum measure_id m)
{
	for (int i = 0; i < in->rows.count; i++)
		if (sight_total(&own->sight, in->rows.units[i], group_of_measure(m)).reach == REACH_TOTALS)
			return true;
	return false;
}

static void
withhold(struct measured *in, const struct measures_day *tree, const bool *hidden, enum measure_id m)
{
	for (int i = 0; i < in->rows.count; i++)
		for (int t = 0; t < tree->count; t++)
			if (hidden[t] && tree->units[t] == in->rows.units[i] && in->shown[i][m].absent != NOT_PUBLISHED)
				in->shown[i][m] = figure_absent(SUPPRESSED);
}

static const struct own_figures *
figures_of(const struct measures_day *tree, int unit)
{
	for (int t = 0; t < tree->count; t++)
		if (tree->units[t] == unit)
			return &tree->of[t];
	assert(!"a unit that is looked at stands in the tree of the day");
	return NULL;
}

void
measured_of(struct measured *in, const struct estab *e)
{
	const struct own *own = &e->own;
	const struct measures_day *tree = measures_day_of(own);
	*in = (struct measured){ .rows = unit_rows_of(e) };
	in->of = new(own->perm, in->rows.count + 1, struct own_figures);
	in->shown = (Figure (*)[MEASURES])new(own->perm, (in->rows.count + 1) * (ptrdiff_t)MEASURES, Figure);
	for (int i = 0; i < in->rows.count; i++) {
		in->of[i] = *figures_of(tree, in->rows.units[i]);
		show_measures(in, own, i);
	}
	for (int m = 0; m < MEASURES && in->rows.count; m++)
		if (is_guarded(in, own, (enum measure_id)m)) {
			withhold(in, tree, guard_measure(tree, (enum measure_id)m, own->ask->day, own->perm), (enum measure_id)m);
			in->guarded = true;
		}
}
