/* cells.c: time and leavers by tenure, rank and cause. */
#include "outlook/spells.h"

#include <math.h>

const double spell_cuts[BANDS - 1] = { 1, 2, 3, 5, 10 };
const Str spell_band_names[BANDS] = { STR("Under 1 year"),       STR("1 to under 2 years"), STR("2 to under 3 years"),
	                              STR("3 to under 5 years"), STR("5 to under 10 years"), STR("10 years and over") };

int
spell_band(double years)
{
	int band = 0;
	while (band < BANDS - 1 && years >= spell_cuts[band])
		band++;
	return band;
}

static void
add_time(struct spell_cells *cells, double entry, double exit, int rank)
{
	for (int b = 0; b < BANDS; b++) {
		double from = fmax(entry, b ? spell_cuts[b - 1] : 0), to = fmin(exit, b < BANDS - 1 ? spell_cuts[b] : INFINITY);
		if (to > from)
			cells->at[b][rank].exposure += to - from;
	}
}

/* The next row of the same person's time, which begins where this one ends; or NULL. */
static const struct tenure *
next_row(const struct tenures *t, int i)
{
	const struct tenure *row = &t->at[i], *next = i + 1 < t->count ? row + 1 : NULL;
	return next && next->person == row->person && next->began.day == row->began.day &&
	       next->from.day == row->to.day ? next : NULL;
}

static void
add_end(struct spell_cells *cells, const struct tenures *t, int i, int rank)
{
	const struct tenure *row = &t->at[i], *next = next_row(t, i);
	/* Who leaves on the day a band begins had been there as long as the band before. */
	struct spell_cell *cell = &cells->at[spell_band(nextafter(row->exit, 0))][rank];
	if (end_leaves(row->end)) {
		cell->left[0]++;
		cell->left[row->end]++;
	}
	cell->advanced += next && spell_rank(next->census) > rank;
	if (!next && row->end == END_NONE && row->to.day == t->day.day + 1)
		cells->at[spell_band(spell_years(row->began, t->day))][rank].here++;
}

void
spells_cells(struct spell_cells *cells, const struct tenures *t, Date from)
{
	*cells = (struct spell_cells){ .from = from, .to = t->day };
	for (int i = 0; i < t->count; i++) {
		const struct tenure *row = &t->at[i];
		int rank = spell_rank(row->census);
		double entry = tenure_entry(row, from);
		if (rank == NOT_THERE || row->to.day <= from.day)
			continue;
		add_time(cells, entry, row->exit, rank);
		add_end(cells, t, i, rank);
	}
}

static void
add_cell(struct spell_cell *sum, const struct spell_cell *more)
{
	sum->exposure += more->exposure;
	sum->advanced += more->advanced;
	sum->here += more->here;
	for (int c = 0; c <= LEAVINGS; c++)
		sum->left[c] += more->left[c];
}

struct spell_cell
cells_of_band(const struct spell_cells *cells, int band)
{
	struct spell_cell sum = { 0 };
	for (int r = 0; r < RANKS; r++)
		add_cell(&sum, &cells->at[band][r]);
	return sum;
}

struct spell_cell
cells_of_rank(const struct spell_cells *cells, int rank)
{
	struct spell_cell sum = { 0 };
	for (int b = 0; b < BANDS; b++)
		add_cell(&sum, &cells->at[b][rank]);
	return sum;
}

struct spell_cell
cells_all(const struct spell_cells *cells)
{
	struct spell_cell sum = { 0 };
	for (int b = 0; b < BANDS; b++) {
		struct spell_cell band = cells_of_band(cells, b);
		add_cell(&sum, &band);
	}
	return sum;
}
