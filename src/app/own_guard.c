/* own_guard.c: true figures for whoever may see rows, withheld small ones for whoever may not. */
#include "app/own_guard.h"

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

struct guarding { struct measured *in; enum measure_id m; bool *hidden; struct arena scratch; };

/* A figure by itself. A count and the rate made of it are withheld together: one tells the other. */
static bool
tells(const struct guarding *g, int i)
{
	const struct own_figures *own = &g->in->of[i];
	enum measure_id counted = measures[g->m].rate ? measures[g->m].numerator : g->m;
	struct backing backing = { .people = own->people[counted], .base = own->people[INPOST_HEADCOUNT],
		.largest = own->largest[counted], .sum = own->value[counted].micro };
	return figure_present(own->value[g->m]) && own->people[counted] > 0
	       && !figure_present(protect_figure(own->value[g->m], backing, protect_internal));
}

static int
end_of(const struct measured *in, int i)
{
	int end = i + 1;
	while (end < in->rows.count && in->rows.depths[end] > in->rows.depths[i])
		end++;
	return end;
}

/* With one part hidden, the whole less the others is that part: another is hidden with it. */
static void
hide_another(const int64_t *parts, int count, bool *hidden)
{
	int of = 0, smallest = -1;
	for (int i = 0; i < count; i++) {
		of += hidden[i] && parts[i] > 0;
		if (!hidden[i] && parts[i] > 0 && (smallest < 0 || parts[i] < parts[smallest]))
			smallest = i;
	}
	if (of == 1 && smallest >= 0)
		hidden[smallest] = true;
}

/* The parts of a unit: those right under it, and what is in it and none of them. */
static void
guard_parts(struct guarding *g, int i)
{
	struct measured *in = g->in;
	struct arena once = g->scratch;
	enum measure_id counted = measures[g->m].rate ? measures[g->m].numerator : g->m;
	int end = end_of(in, i), count = 0;
	int *part = new(&once, end - i + 1, int);
	int64_t *people = new(&once, end - i + 1, int64_t), rest = in->of[i].people[counted];
	bool *hidden = new(&once, end - i + 1, bool), total = false;
	for (int j = i + 1; j < end; j = end_of(in, j)) {
		part[count] = j;
		people[count] = in->of[j].people[counted];
		rest -= people[count++];
	}
	if (count == 0)
		return;
	people[count] = rest > 0 ? rest : 0;
	protect_parts(people, count + 1, protect_internal, hidden, &total, once);
	hidden[count] = false;
	for (int k = 0; k < count; k++) {
		hidden[k] = hidden[k] || total || g->hidden[i] || tells(g, part[k]);
		hidden[count] = hidden[count] || hidden[k];      /* the rest is no row of any table */
	}
	hide_another(people, count + 1, hidden);
	for (int k = 0; k < count; k++)
		g->hidden[part[k]] = hidden[k];
}

static void
guard_measure(struct measured *in, enum measure_id m, struct arena scratch)
{
	struct guarding g = { in, m, new(&scratch, in->rows.count, bool), scratch };
	g.scratch = scratch;
	for (int i = 0; i < in->rows.count; i++) {
		if (in->rows.depths[i] == in->rows.depths[0])
			g.hidden[i] = tells(&g, i);
		guard_parts(&g, i);
		if (g.hidden[i])
			in->shown[i][m] = figure_absent(SUPPRESSED);
	}
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

void
measured_of(struct measured *in, const struct estab *e)
{
	const struct own *own = &e->own;
	*in = (struct measured){ .rows = unit_rows_of(e) };
	in->of = new(own->perm, in->rows.count + 1, struct own_figures);
	in->shown = (Figure (*)[MEASURES])new(own->perm, (in->rows.count + 1) * (ptrdiff_t)MEASURES, Figure);
	own_figures_of_units(in->of, own->roster, in->rows.units, in->rows.count, own->ask->day, *own->perm);
	for (int i = 0; i < in->rows.count; i++)
		show_measures(in, own, i);
	for (int m = 0; m < MEASURES && in->rows.count; m++)
		if (is_guarded(in, own, (enum measure_id)m)) {
			guard_measure(in, (enum measure_id)m, *own->perm);
			in->guarded = true;
		}
}
