/* recompute.c: rates made again from published counts, exactly and between bounds. */
#include "measure/aggregate.h"

#include <assert.h>

#include "base/date.h"

__extension__ typedef __int128 wide;

int
working_days(int year)
{
	return date_real(year, 2, 29) ? 254 : 253;
}

/* What a measure's denominator is multiplied by: the working days, or one. */
static int
denominator_times(enum measure_id m, int year)
{
	return measures[m].per_working_day ? working_days(year) : 1;
}

Figure
recomputed(const struct published *p, int area, enum measure_id m, int year)
{
	const struct measure *row = &measures[m];
	assert(row->rate);
	Figure denominator = figure_whole(0);
	for (int i = 0; i < row->denominators; i++)
		denominator = figure_add(denominator,
		                         published_value(p, area, row->denominator[i], year));
	denominator.micro *= denominator_times(m, year);
	return figure_ratio(published_value(p, area, row->numerator, year), denominator, row->times);
}

/* ---- what an unrounded number may be -------------------------------------------------------- */

/* From `least` up to `most`, which it may reach unless `open`. Millionths. */
struct span { int64_t least, most; bool open; };

/* People and cases are whole, so they are known exactly. Rounded half up, 0.1 stands for 0.05 up to
 * but not reaching 0.15; "low" for anything between nothing and 0.05; and so 0 for nothing. */
static struct span
span_of(Figure count, enum measure_id m)
{
	int64_t half = measures[m].places ? figure_step(measures[m].places) / 2 : 0;
	if (count.absent == ROUNDS_TO_ZERO)
		return (struct span){ 0, half, true };
	assert(figure_present(count));
	if (count.micro == 0 || half == 0)
		return (struct span){ count.micro, count.micro, false };
	int64_t least = count.micro > half ? count.micro - half : 0;
	return (struct span){ least, count.micro + half, true };
}

static struct span
span_add(struct span a, struct span b)
{
	return (struct span){ a.least + b.least, a.most + b.most, a.open || b.open };
}

/* n/d at `places`, half up; with `open`, of a number as near below n/d as you like. */
static Figure
rounded_ratio(wide n, wide d, int places, bool open)
{
	assert(n >= 0);
	assert(d > 0);
	wide step = figure_step(places), twice = 2 * d;
	wide up = 2 * n * (MICRO / step) + d;
	wide units = open ? (up + twice - 1) / twice - 1 : up / twice;
	return figure_micro((int64_t)((units < 0 ? 0 : units) * step));
}

/* The two parts of a rate. `rest` is the denominator without the numerator, when that is in it. */
struct parts { struct span numerator, rest; bool shared; };

static struct bounds
bounds_of(struct parts parts, enum measure_id m, int year)
{
	struct span n = parts.numerator, rest = parts.rest;
	wide times = measures[m].times, days = denominator_times(m, year);
	wide most_below = (rest.most + (wide)(parts.shared ? n.least : 0)) * days;
	wide least_below = (rest.least + (wide)(parts.shared ? n.most : 0)) * days;
	struct bounds bounds = { figure_absent(NOT_APPLICABLE), figure_absent(NOT_APPLICABLE) };
	if (most_below > 0)
		bounds.least = rounded_ratio(n.least * times, most_below, measures[m].places, false);
	if (least_below > 0)
		bounds.most = rounded_ratio(n.most * times, least_below, measures[m].places, n.open);
	return bounds;
}

/* Whether a count can stand in a sum: it is a number, or "low". */
static bool
known(Figure count)
{
	return figure_present(count) || count.absent == ROUNDS_TO_ZERO;
}

/* The counts a rate is made from: its numerator, then its denominators. Gives how many. */
static int
counts_of(enum measure_id m, enum measure_id counts[3])
{
	int count = 0;
	counts[count++] = measures[m].numerator;
	for (int i = 0; i < measures[m].denominators; i++)
		counts[count++] = measures[m].denominator[i];
	return count;
}

/* Adds one area's count to the part, or parts, of the rate that it belongs to. */
static void
add_to_parts(struct parts *parts, enum measure_id m, int which, enum measure_id count, Figure value)
{
	if (which == 0)
		parts->numerator = span_add(parts->numerator, span_of(value, count));
	else if (count == measures[m].numerator)
		parts->shared = true;
	else
		parts->rest = span_add(parts->rest, span_of(value, count));
}

struct bounds
recompute_bounds(const struct published *p, int area, enum measure_id m, int year)
{
	struct parts parts = { .shared = false };
	enum measure_id counts[3];
	assert(measures[m].rate);
	for (int i = 0, count = counts_of(m, counts); i < count; i++) {
		Figure value = published_value(p, area, counts[i], year);
		if (!known(value))
			return (struct bounds){ value, value };
		add_to_parts(&parts, m, i, counts[i], value);
	}
	return bounds_of(parts, m, year);
}

/* ---- regions and England -------------------------------------------------------------------- */

static bool
is_within(const struct areas *areas, int i, int area)
{
	for (int steps = 0; i != NO_AREA && steps < 8; steps++) {
		if (i == area)
			return true;
		i = areas->at[i].parent;
	}
	return false;
}

/* The year whose figures stand for an authority: the one before when it sent nothing. */
static int
year_used(const struct published *p, int authority, int year)
{
	bool nothing = published_value(p, authority, INPOST_FTE, year).absent == NOT_AVAILABLE;
	return nothing ? year - 1 : year;
}

/* One authority's figures for a total: one count, or all the counts of a rate. */
struct share { Figure values[3]; int count; bool hidden, missing; };

static struct share
share_of(const struct published *p, int authority, const enum measure_id counts[3], int count,
         int year)
{
	struct share share = { .count = count };
	for (int i = 0; i < count; i++) {
		Figure value = published_value(p, authority, counts[i], year);
		share.hidden |= value.absent == UNRELIABLE || value.absent == SUPPRESSED;
		share.missing |= value.absent == NOT_AVAILABLE;
		share.values[i] = known(value) ? value : figure_whole(0);
	}
	return share;
}

static void
add_share(struct aggregate *sum, struct parts *parts, enum measure_id m,
          const enum measure_id counts[3], struct share share)
{
	sum->authorities++;
	sum->hidden += share.hidden;
	sum->missing += share.missing;
	if (share.hidden && measures[m].rate)
		return;
	for (int i = 0; i < share.count; i++)
		add_to_parts(parts, m, i, counts[i], share.values[i]);
}

struct aggregate
aggregate_of(const struct published *p, int area, enum measure_id m, int year)
{
	struct aggregate sum = { .authorities = 0 };
	struct parts parts = { .shared = false };
	enum measure_id counts[3] = { m };
	int count = measures[m].rate ? counts_of(m, counts) : 1;
	for (int i = 0; i < p->areas.count; i++) {
		const struct area *a = &p->areas.at[i];
		if (a->level != AUTHORITY || year < a->first_year || year > a->last_year
		    || !is_within(&p->areas, i, area))
			continue;
		int used = year_used(p, i, year);
		sum.estimated += used != year;
		add_share(&sum, &parts, m, counts, share_of(p, i, counts, count, used));
	}
	int places = measures[m].places;
	if (sum.authorities == 0)
		sum.bounds = (struct bounds){ figure_absent(NOT_AVAILABLE), figure_absent(NOT_AVAILABLE) };
	else if (measures[m].rate)
		sum.bounds = bounds_of(parts, m, year);
	else
		sum.bounds = (struct bounds){
			rounded_ratio(parts.numerator.least, MICRO, places, false),
			rounded_ratio(parts.numerator.most, MICRO, places, parts.numerator.open) };
	return sum;
}
