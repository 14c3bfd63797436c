/* chart.c: axes: rounded steps, and where a figure stands on them. */
#include "report/chart_draw.h"

#include <assert.h>

__extension__ typedef __int128 wide;

/* Past 4 * 10^12 a figure stands at the edge: an axis from one such to its opposite would not fit
 * 64 bits. In pounds that is about three times all that the United Kingdom spends in a year. */
static const int64_t LARGEST = 4 * (int64_t)1000000000000 * MICRO;

static int64_t
within(int64_t value, int64_t least, int64_t most)
{
	return value < least ? least : value > most ? most : value;
}

static wide
floor_over(wide a, wide b)
{
	return a / b - (a % b < 0);
}

/* Steps of `step` from the multiple below `low` to the multiple above `high`. */
static wide
steps_between(wide low, wide high, wide step)
{
	return -floor_over(-high, step) - floor_over(low, step);
}

/* The least of 1, 2, 2.5, 5, 10 ... that is a whole number of units and covers in 6 steps. The step
 * before it needed at least 7, so the range is over 5 of that, and this is at most 2.5 times as
 * large: so there are never fewer than 3. */
static int64_t
step_for(wide low, wide high, int64_t unit)
{
	static const int tenths[] = { 10, 20, 25, 50 };
	for (wide power = 1;; power *= 10)
		for (ptrdiff_t i = 0; i < countof(tenths); i++) {
			wide step = tenths[i] * power / 10;
			bool whole = tenths[i] * power % 10 == 0 && step % unit == 0;
			if (whole && steps_between(low, high, step) <= 6)
				return (int64_t)step;
		}
}

/* At least 4 units from end to end, so that steps of one unit are 3 or more. Grows away from zero
 * when one end is there, and never across it. */
static void
widen(int64_t *low, int64_t *high, int64_t unit)
{
	int64_t more = 4 * unit - (*high - *low);
	if (*low >= 0) {
		int64_t down = within(more / 2, 0, *low);
		*low -= down;
		*high += more - down;
	} else if (*high <= 0) {
		int64_t up = within(more / 2, 0, -*high);
		*high += up;
		*low -= more - up;
	} else {
		*high += more;
	}
}

struct axis
axis_in_units(Figure least, Figure most, int64_t unit)
{
	assert(figure_present(least));
	assert(figure_present(most));
	assert(least.micro <= most.micro);
	assert(unit > 0);
	int64_t low = within(least.micro, -LARGEST, LARGEST);
	int64_t high = within(most.micro, -LARGEST, LARGEST);
	if (high - low < 4 * unit)
		widen(&low, &high, unit);
	int64_t step = step_for(low, high, unit);
	return (struct axis){
		.least = figure_micro((int64_t)(floor_over(low, step) * step)),
		.most  = figure_micro((int64_t)(-floor_over(-(wide)high, step) * step)),
		.step  = figure_micro(step),
	};
}

struct axis
axis_over(Figure least, Figure most)
{
	return axis_in_units(least, most, 1);
}

int64_t
axis_unit(int places)
{
	assert(places >= 0);
	assert(places <= 6);
	int64_t unit = MICRO;
	while (places-- > 0)
		unit /= 10;
	return unit;
}

int
axis_places(struct axis axis)
{
	int places = 0;
	while (axis.step.micro % axis_unit(places))
		places++;
	return places;
}

int
axis_at(struct axis axis, Figure figure, int from, int to)
{
	assert(figure_present(figure));
	assert(axis.least.micro < axis.most.micro);
	wide along = within(figure.micro, axis.least.micro, axis.most.micro) - (wide)axis.least.micro;
	wide whole = (wide)axis.most.micro - axis.least.micro;
	wide twice = 2 * along * (to - from);
	return from + (int)((twice + (twice < 0 ? -whole : whole)) / (2 * whole));
}

void
span_take(struct span *span, Figure figure)
{
	if (!figure_present(figure))
		return;
	figure.micro = within(figure.micro, -LARGEST, LARGEST);
	if (!span->any || figure.micro < span->least.micro)
		span->least = figure;
	if (!span->any || figure.micro > span->most.micro)
		span->most = figure;
	span->any = true;
}
