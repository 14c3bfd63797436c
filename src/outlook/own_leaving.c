/* own_leaving.c: leaving by cause, rank and time in the service, moving up, and at which ranks people join. */
#include "outlook/owning.h"

#include <math.h>

#include "outlook/left.h"

/* Years of own records that say how often people leave, and how it differs. */
static const double rate_years = 3, pattern_years = 5;
/* Leavers that "no difference" counts as, beside those seen. */
static const double no_difference = 20;

Date
owning_since(const struct owning *o, double years)
{
	Date from = spell_before(o->day, years);
	return from.day < o->visible.day ? o->visible : from;
}

/* ---- what councils have in common ------------------------------------------------------------------ */

static struct shrinkage
common_of(struct owning *o)
{
	int year = left_last_year(o->published, o->day);
	struct left_years years = { year, year };
	struct shrinkage common;
	struct error err;
	if (!left_common(o->published, years, &common, *o->perm, &err))
		common = (struct shrinkage){ .pooled = true };
	struct seen england = left_seen(o->published, o->published->england, years, NULL);
	o->out->national = england.exposure > 0 ? england.events / england.exposure : common.mean;
	owning_input(o, "Leavers and social workers in post of every council, census of %d", year);
	return common;
}

/* ---- the pattern ------------------------------------------------------------------------------------ */

struct pattern { double band[BANDS], rank[RANKS], share[LEAVINGS + 1]; };

/* A ratio of seen to expected, drawn towards one. */
static double
drawn(double seen, double expected)
{
	return (seen + no_difference) / (expected + no_difference);
}

static void
find_pattern(struct pattern *pattern, const struct spell_cells *cells)
{
	struct spell_cell all = cells_all(cells);
	double rate = all.exposure > 0 ? all.left[0] / all.exposure : 0;
	for (int b = 0; b < BANDS; b++) {
		struct spell_cell band = cells_of_band(cells, b);
		pattern->band[b] = drawn(band.left[0], rate * band.exposure);
	}
	for (int r = 0; r < RANKS; r++) {
		double expected = 0;
		for (int b = 0; b < BANDS; b++)
			expected += rate * pattern->band[b] * cells->at[b][r].exposure;
		pattern->rank[r] = drawn(cells_of_rank(cells, r).left[0], expected);
	}
	for (int c = 1; c <= LEAVINGS; c++)
		pattern->share[c] = all.left[0] ? (double)all.left[c] / all.left[0] : c == LEAVINGS;
}

/* So that over those watched the mean is the rate again. */
static double
level_of(const struct pattern *pattern, const struct spell_cells *cells)
{
	double sum = 0, time = 0;
	for (int b = 0; b < BANDS; b++)
		for (int r = 0; r < RANKS; r++) {
			sum += cells->at[b][r].exposure * pattern->band[b] * pattern->rank[r];
			time += cells->at[b][r].exposure;
		}
	return sum > 0 ? time / sum : 1;
}

static void
set_leaving(struct prospect *p, const struct pattern *pattern, double rate)
{
	p->causes = 0;
	for (int c = 1; c <= LEAVINGS && p->causes < CAUSES_MOST; c++) {
		if (!(pattern->share[c] > 0))
			continue;
		p->cause_name[p->causes] = spell_end_names[c];
		for (int g = 0; g < p->grades; g++)
			for (int t = 0; t <= TENURE_MOST; t++) {
				double year = rate * pattern->band[spell_band((t + 0.5) / 12)] * pattern->rank[g];
				double month = -expm1(-fmin(year, 50) / 12);
				p->leave[p->causes][g][t] = chance_of(month * pattern->share[c]);
			}
		p->causes++;
	}
}

/* Nobody moves up in the first year in the service, unless that was seen; and not from the highest rank in use. */
static void
set_rising(struct owning *o, const struct spell_cells *cells)
{
	struct prospect *p = o->out->prospect;
	for (int g = 0; g + 1 < p->grades; g++) {
		struct spell_cell first = cells->at[0][g], all = cells_of_rank(cells, g);
		double later = all.exposure - first.exposure;
		double early_year = first.exposure > 0 ? first.advanced / first.exposure : 0;
		double later_year = later > 0 ? (all.advanced - first.advanced) / later : 0;
		for (int t = 0; t <= TENURE_MOST; t++)
			p->rise[g][t] = chance_of(-expm1(-fmin(t < 12 ? early_year : later_year, 50) / 12));
		owning_input(o, "%.*s: %d moved up in %.1f person-years", STR_ARG(spell_rank_names[g]), all.advanced, all.exposure);
	}
}

/* ---- joining ---------------------------------------------------------------------------------------- */

static void
set_entry(struct owning *o, const struct tenures *t, Date from)
{
	struct prospect *p = o->out->prospect;
	int joined[RANKS] = { 0 }, all = 0;
	for (int i = 0; i < t->count; i++) {
		const struct tenure *row = &t->at[i];
		int rank = spell_rank(row->census);
		if (row->from.day != row->began.day || row->began.day < from.day || rank == NOT_THERE)
			continue;
		rank = rank < p->grades ? rank : p->grades - 1;
		joined[rank]++;
		all++;
	}
	Chance left = CERTAIN;
	for (int g = p->grades - 1; g >= 0; g--) {
		Chance share = all ? chance_of((double)joined[g] / all) : 0;
		p->entry[g] = g ? (share < left ? share : left) : left;
		left -= p->entry[g];
	}
	o->joined = all;
	o->joined_since = from;
	owning_input(o, "%d people joined", all);
	if (!all)
		owning_take(o, "Rank at which people join", spell_rank_names[0], "Nobody was seen joining");
}

void
owning_leaving(struct owning *o)
{
	struct tenures t;
	struct spell_cells recent, cells;
	struct pattern pattern;
	struct shrinkage common = common_of(o);
	Date from = owning_since(o, rate_years);
	spells_of(&t, o->roster, CLOCK_COUNCIL, o->visible, o->day, o->perm);
	spells_cells(&recent, &t, from);
	spells_cells(&cells, &t, owning_since(o, pattern_years));
	struct spell_cell all = cells_all(&recent);
	struct seen own = { all.left[0], all.exposure };
	o->out->leaving = shrink_rate(&common, own);
	o->out->own_weight = (int)lround(100 * shrink_weight(&common, own));
	owning_input(o, "%d left in %.1f person-years", all.left[0], all.exposure);
	find_pattern(&pattern, &cells);
	set_leaving(o->out->prospect, &pattern, o->out->leaving * level_of(&pattern, &cells));
	set_rising(o, &cells);
	set_entry(o, &t, from);
	double events = (common.pooled ? 0 : common.alpha) + own.events;
	o->out->prospect->drifts[DRIFT_LEAVE].own = common.pooled ? 0 : (int32_t)lround(MICRO / sqrt(fmax(events, 1)));
}
