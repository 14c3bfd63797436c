/* backtest_sum.c: scores of many forecasts told together, in words and means. */
#include "outlook/backtest.h"

static const struct { Str name, title; enum unit unit; } targets[TARGETS] = {
	[TARGET_POSTS] = { STR("posts"), STR("Posts filled"), UNIT_FTE },
	[TARGET_TURNOVER] = { STR("turnover"), STR("Turnover rate (FTE)"), UNIT_PERCENT },
	[TARGET_VACANCY] = { STR("vacancy"), STR("Vacancy rate (FTE)"), UNIT_PERCENT },
	[TARGET_AGENCY] = { STR("agency"), STR("Agency rate (FTE)"), UNIT_PERCENT },
};

Str
target_name(enum target target)
{
	return targets[target].name;
}

Str
target_title(enum target target)
{
	return targets[target].title;
}

enum unit
target_unit(enum target target)
{
	return targets[target].unit;
}

Str
size_title(enum size size)
{
	static const Str titles[] = { STR("Under 120 posts filled"), STR("120 to 240"), STR("Over 240"),
	                              STR("All councils") };
	return titles[size];
}

static enum size
size_of(int posts)
{
	return posts < 120 ? SIZE_SMALL : posts <= 240 ? SIZE_MIDDLE : SIZE_LARGE;
}

static bool
row_is(const struct backtest_row *row, struct backtest_which which)
{
	return row->of[which.target].scored && (!which.origin || row->origin == which.origin) &&
	       (!which.ahead || row->ahead == which.ahead) && (which.area == NO_AREA || row->area == which.area) &&
	       (which.size == SIZE_ANY || size_of(row->posts) == which.size);
}

/* A middle share holds the outcome when no more than half of the rest lies wholly below or above it. */
static bool
within(const struct backtest_cell *cell, int per_mille)
{
	int tail = (1000 - per_mille) / 2;
	return cell->place_high >= tail && cell->place_low <= 1000 - tail;
}

static void
add_place(const struct backtest_cell *cell, double *places)
{
	int low = cell->place_low, wide = cell->place_high - cell->place_low;
	for (int i = 0; i < PLACES; i++) {
		int from = 100 * i > low ? 100 * i : low;
		int to = 100 * (i + 1) < cell->place_high ? 100 * (i + 1) : cell->place_high;
		if (wide > 0 && to > from)
			places[i] += (double)(to - from) / wide;
	}
	if (wide == 0)
		places[low < 1000 ? low / 100 : PLACES - 1] += 1;
}

/* Whole thousandths are summed, so the order of rows does not matter. */
struct backtest_sum
backtest_sum(const struct backtest *b, struct backtest_which which)
{
	static const int shares[] = { 500, 800, 900 };
	struct backtest_sum sum = { 0 };
	int64_t crps[MODELS] = { 0 }, off[MODELS] = { 0 }, error = 0;
	for (int i = 0; i < b->count; i++) {
		const struct backtest_cell *cell = &b->rows[i].of[which.target];
		if (!row_is(&b->rows[i], which))
			continue;
		sum.count++;
		error += cell->middle - cell->outcome;
		for (int m = 0; m < MODELS; m++)
			crps[m] += cell->crps[m], off[m] += cell->off[m];
		for (int k = 0; k < countof(shares); k++)
			sum.within[k] += within(cell, shares[k]);
		add_place(cell, sum.place);
	}
	double count = sum.count ? sum.count : 1;
	for (int m = 0; m < MODELS; m++)
		sum.crps[m] = (double)crps[m] / 1000 / count, sum.off[m] = (double)off[m] / 1000 / count;
	for (int k = 0; k < countof(shares); k++)
		sum.within[k] /= count;
	for (int k = 0; k < PLACES; k++)
		sum.place[k] /= count;
	sum.error = (double)error / 1000 / count;
	return sum;
}

enum rival
backtest_best(const struct backtest_sum *sum)
{
	int best = 0;
	for (int r = 1; r < RIVALS; r++)
		best = sum->crps[r] < sum->crps[best] ? r : best;
	return (enum rival)best;
}
