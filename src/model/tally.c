/* tally.c: counting, adding and reading off. As bytes: tally_bytes.c. */
#include "model/tally.h"

#include <assert.h>
#include <string.h>

#include "model/chance.h"

enum { BINS_MOST = 1 << 14, COST_BINS = 2000, CASELOAD_BINS = 600, BINS_AT_ONCE = 16 };

/* ---- shapes ------------------------------------------------------------------------------------ */

/* The values that a line can well have: 0 to this. */
static void
values_most(const struct prospect *p, int seats_more, int64_t *most)
{
	int64_t people = (int64_t)p->seat_count + prospect_more(p) + 2 * (int64_t)seats_more, since = 3 * people + p->months;
	for (int line = 0; line < TALLY_LINES; line++)
		most[line] = people;
	most[TALLY_JOINED] = most[TALLY_LEFT] = since;
	most[TALLY_YEAR_LEFT] = 2 * people + 12;
	most[TALLY_CASELOAD] = CASELOAD_BINS;
	most[TALLY_COST] = COST_BINS;
}

/* 1, 2 or 5 and noughts, so that COST_BINS steps hold what a full house costs to the end. */
static int64_t
cost_step_of(const struct prospect *p, int seats_more)
{
	const struct prices *prices = &p->prices;
	int64_t month = prices->agency_week * 52 / 12;
	for (int g = 0; g < p->grades; g++)
		month = prices->pay[g] / 12 > month ? prices->pay[g] / 12 : month;
	month += prices->payment + (prices->hire + prices->induct + prices->leaver) / 20;
	int64_t people = (int64_t)p->seat_count + prospect_more(p) + 2 * (int64_t)seats_more;
	int64_t wants = month * people / COST_BINS * p->months + 1, step = 1;
	for (int i = 0; step < wants; i++)
		step = i % 3 == 1 ? step / 2 * 5 : step * 2;
	return step;
}

/* Takes `count` numbers off a row. */
static uint32_t *
small_part(uint32_t **row, ptrdiff_t count)
{
	*row += count;
	return *row - count;
}

static int64_t *
large_part(int64_t **row, ptrdiff_t count)
{
	*row += count;
	return *row - count;
}

struct tally *
tally_new(const struct prospect *p, int seats_more, struct arena *perm)
{
	struct tally *t = new(perm, 1, struct tally);
	ptrdiff_t rows = p->months + 1;
	int64_t values[TALLY_LINES];
	*t = (struct tally){ .months = p->months, .safe = p->safe, .cost_step = cost_step_of(p, seats_more) };
	values_most(p, seats_more, values);
	t->small_count = rows;
	for (int line = 0; line < TALLY_LINES; line++) {
		t->step[line] = (int)(values[line] / BINS_MOST) + 1;
		t->most[line] = (int)(values[line] / t->step[line]);
		t->small_count += rows * (t->most[line] + 1);
	}
	t->large_count = rows * (2 * TALLY_LINES + GRADES_MOST + CAUSES_MOST + COST_LINES);
	uint32_t *small = t->small = new(perm, t->small_count, uint32_t);
	int64_t *large = t->large = new(perm, t->large_count, int64_t);
	for (int line = 0; line < TALLY_LINES; line++) {
		t->bins[line] = small_part(&small, rows * (t->most[line] + 1));
		t->sum[line] = large_part(&large, rows);
		t->square[line] = large_part(&large, rows);
	}
	t->first_short = small_part(&small, rows);
	t->grade_sum = large_part(&large, rows * GRADES_MOST);
	t->cause_sum = large_part(&large, rows * CAUSES_MOST);
	t->cost_sum = large_part(&large, rows * COST_LINES);
	return t;
}

struct gap_tally *
gap_new(const struct prospect *p, int seats_more, struct arena *perm)
{
	struct gap_tally *g = new(perm, 1, struct gap_tally);
	ptrdiff_t rows = p->months + 1;
	int64_t values[TALLY_LINES];
	*g = (struct gap_tally){ .months = p->months, .cost_step = cost_step_of(p, seats_more) };
	values_most(p, seats_more, values);
	for (int line = 0; line < TALLY_LINES; line++) {
		g->step[line] = (int)(values[line] / BINS_MOST) + 1;
		g->most[line] = (int)(values[line] / g->step[line]);
		g->small_count += rows * (2 * g->most[line] + 1);
	}
	g->large_count = rows * 2 * TALLY_LINES;
	uint32_t *small = g->small = new(perm, g->small_count, uint32_t);
	int64_t *large = g->large = new(perm, g->large_count, int64_t);
	for (int line = 0; line < TALLY_LINES; line++) {
		g->bins[line] = small_part(&small, rows * (2 * g->most[line] + 1));
		g->sum[line] = large_part(&large, rows);
		g->square[line] = large_part(&large, rows);
	}
	return g;
}

/* ---- taking up --------------------------------------------------------------------------------- */

/* So many more that are nought in every month; `bins`: the bin of nought in the first, `row`: from month to month. */
static void
bins_nought(uint32_t *bins, int row, int months, uint32_t count)
{
	for (int m = 0; m <= months; m++, bins += row)
		*bins += count;
}

static void
take_line(struct tally *t, int line, const int32_t *values)
{
	int most = t->most[line], step = t->step[line], months = t->months;
	uint32_t *bins = t->bins[line];
	int64_t *sum = t->sum[line], *square = t->square[line];
	for (int m = 0; m <= months; m++) {
		int64_t value = values[m];
		sum[m] += value;
		square[m] += value * value;
	}
	for (int m = 0; m <= months; m++, bins += most + 1) {
		int bin = step == 1 ? values[m] : values[m] / step;
		bins[bin < most ? bin : most]++;
	}
}

static void
take_short(struct tally *t, const int32_t *filled)
{
	for (int m = 1; m <= t->months; m++)
		if (filled[m] < t->safe) {
			t->first_short[m]++;
			t->short_ever++;
			return;
		}
}

static void
take_sums(struct tally *t, const struct replication *record)
{
	for (int m = 0; m <= t->months; m++) {
		for (int g = 0; g < record->grades; g++)
			t->grade_sum[m * GRADES_MOST + g] += record->grade[m][g];
		for (int c = 0; c < record->causes; c++)
			t->cause_sum[m * CAUSES_MOST + c] += record->cause[m][c];
	}
	if (!(record->nothing >> TALLY_COST & 1))
		for (int i = 0; i < (t->months + 1) * COST_LINES; i++)
			t->cost_sum[i] += (&record->cost[0][0])[i];
}

void
tally_take_all(struct tally *t, const struct replication *records, int count)
{
	for (int line = 0; line < TALLY_LINES; line++) {
		uint32_t nought = 0;
		for (int i = 0; i < count; i++)
			if (records[i].nothing >> line & 1)
				nought++;
			else
				take_line(t, line, records[i].at[line]);
		if (nought)
			bins_nought(t->bins[line], t->most[line] + 1, t->months, nought);
	}
	for (int i = 0; i < count; i++)
		take_sums(t, &records[i]);
	for (int i = 0; i < count; i++)
		take_short(t, records[i].at[TALLY_FILLED]);
	t->replications += count;
}

void
tally_take(struct tally *t, const struct replication *record)
{
	tally_take_all(t, record, 1);
}

static void
gap_line(struct gap_tally *g, int line, const int32_t *base, const int32_t *other)
{
	int most = g->most[line], step = g->step[line];
	uint32_t *bins = g->bins[line] + most;
	for (int m = 0; m <= g->months; m++, bins += 2 * most + 1) {
		int32_t gap = other[m] - base[m], bin = gap / step;
		bins[bin < -most ? -most : bin > most ? most : bin]++;
		g->sum[line][m] += gap;
		g->square[line][m] += (int64_t)gap * gap;
	}
}

void
gap_take(struct gap_tally *g, const struct replication *base, const struct replication *other)
{
	uint32_t nothing = base->nothing & other->nothing;
	for (int line = 0; line < TALLY_LINES; line++)
		if (nothing >> line & 1)
			bins_nought(g->bins[line] + g->most[line], 2 * g->most[line] + 1, g->months, 1);
		else
			gap_line(g, line, base->at[line], other->at[line]);
	g->replications++;
}

/* ---- adding ------------------------------------------------------------------------------------ */

static bool
bins_any(const uint32_t bins[BINS_AT_ONCE])
{
	uint32_t any = 0;
	for (int i = 0; i < BINS_AT_ONCE; i++)
		any |= bins[i];
	return any != 0;
}

static void
bins_add(uint32_t *restrict bins, const uint32_t *restrict more)
{
	for (int i = 0; i < BINS_AT_ONCE; i++)
		bins[i] += more[i];
}

/* Most bins are empty: what nothing is added to is not touched. */
static void
rows_add(uint32_t *small, const uint32_t *small_more, ptrdiff_t small_count, int64_t *large, const int64_t *large_more,
         ptrdiff_t large_count)
{
	ptrdiff_t done = 0;
	for (; done + BINS_AT_ONCE <= small_count; done += BINS_AT_ONCE)
		if (bins_any(small_more + done))
			bins_add(small + done, small_more + done);
	for (; done < small_count; done++)
		small[done] += small_more[done];
	for (ptrdiff_t i = 0; i < large_count; i++)
		large[i] += large_more[i];
}

void
tally_add(struct tally *into, const struct tally *more)
{
	assert(into->months == more->months && into->cost_step == more->cost_step && into->safe == more->safe);
	assert(memcmp(into->most, more->most, sizeof into->most) == 0);
	rows_add(into->small, more->small, into->small_count, into->large, more->large, into->large_count);
	into->replications += more->replications;
	into->short_ever += more->short_ever;
}

void
gap_add(struct gap_tally *into, const struct gap_tally *more)
{
	assert(into->months == more->months && into->cost_step == more->cost_step);
	assert(memcmp(into->most, more->most, sizeof into->most) == 0);
	rows_add(into->small, more->small, into->small_count, into->large, more->large, into->large_count);
	into->replications += more->replications;
}

/* ---- reading off ------------------------------------------------------------------------------- */

static double
mean_of(int64_t sum, int count)
{
	return count ? (double)sum / count : 0;
}

/* Of the sample. Sums are exact, so their difference is taken about the whole number next to the mean. */
static double
deviation_of(int64_t sum, int64_t square, int count)
{
	if (count < 2)
		return 0;
	int64_t about = sum / count, rest = sum - about * count;
	double off = (double)(square - about * about * count - 2 * about * rest);
	double variance = (off - (double)rest * (double)rest / count) / (count - 1);
	return variance > 0 ? sure_root(variance) : 0;
}

double
tally_mean(const struct tally *t, enum tally_line line, int month)
{
	return mean_of(t->sum[line][month], t->replications);
}

double
tally_deviation(const struct tally *t, enum tally_line line, int month)
{
	return deviation_of(t->sum[line][month], t->square[line][month], t->replications);
}

double
gap_mean(const struct gap_tally *g, enum tally_line line, int month)
{
	return mean_of(g->sum[line][month], g->replications);
}

double
gap_deviation(const struct gap_tally *g, enum tally_line line, int month)
{
	return deviation_of(g->sum[line][month], g->square[line][month], g->replications);
}

static uint32_t
bins_sum(const uint32_t bins[BINS_AT_ONCE])
{
	uint32_t sum = 0;
	for (int i = 0; i < BINS_AT_ONCE; i++)
		sum += bins[i];
	return sum;
}

/* The first bin with which at least `per_mille` thousandths of `count` are reached. Most are empty, so several are gone
 * over at once. */
static int
bin_reaching(const uint32_t *bins, int last, int count, int per_mille)
{
	uint64_t wants = ((uint64_t)count * (uint64_t)per_mille + 999) / 1000, seen = 0, here;
	int bin = 0;
	wants = wants ? wants : 1;
	for (; bin + BINS_AT_ONCE <= last && seen + (here = bins_sum(bins + bin)) < wants; bin += BINS_AT_ONCE)
		seen += here;
	for (; bin < last; bin++)
		if ((seen += bins[bin]) >= wants)
			return bin;
	return last;
}

int
tally_quantile(const struct tally *t, enum tally_line line, int month, int per_mille)
{
	assert(month >= 0 && month <= t->months && per_mille >= 0 && per_mille <= 1000);
	int most = t->most[line], step = t->step[line];
	return bin_reaching(t->bins[line] + month * (ptrdiff_t)(most + 1), most, t->replications, per_mille) * step + step - 1;
}

int
gap_quantile(const struct gap_tally *g, enum tally_line line, int month, int per_mille)
{
	assert(month >= 0 && month <= g->months && per_mille >= 0 && per_mille <= 1000);
	int most = g->most[line];
	const uint32_t *bins = g->bins[line] + month * (ptrdiff_t)(2 * most + 1);
	return (bin_reaching(bins, 2 * most, g->replications, per_mille) - most) * g->step[line];
}

double
tally_below(const struct tally *t, enum tally_line line, int month, int value)
{
	assert(month >= 0 && month <= t->months);
	int most = t->most[line], upto = value <= 0 ? 0 : value / t->step[line];
	const uint32_t *bins = t->bins[line] + month * (ptrdiff_t)(most + 1);
	uint64_t below = 0;
	for (int bin = 0; bin < upto && bin <= most; bin++)
		below += bins[bin];
	return t->replications ? (double)below / t->replications : 0;
}

/* The area between the steps of what the replications say and the one step of what came, squared. */
double
tally_crps(const struct tally *t, enum tally_line line, int month, double y)
{
	assert(month >= 0 && month <= t->months);
	int most = t->most[line], step = t->step[line];
	const uint32_t *bins = t->bins[line] + month * (ptrdiff_t)(most + 1);
	double area = y < 0 ? -y : 0, count = t->replications, last = (double)most * step;
	uint64_t seen = 0;
	for (int bin = 0; bin < most; bin++) {
		seen += bins[bin];
		double share = (double)seen / count, from = (double)bin * step, to = from + step;
		double before = y <= from ? 0 : y >= to ? step : y - from;
		area += before * share * share + (step - before) * (1 - share) * (1 - share);
	}
	return y > last ? area + y - last : area;
}

/* ---- as one number ------------------------------------------------------------------------------- */

static uint64_t
hash_on(uint64_t hash, uint64_t number)
{
	return (hash ^ number) * UINT64_C(0x100000001b3);
}

static uint64_t
rows_hash(uint64_t hash, const uint32_t *small, ptrdiff_t small_count, const int64_t *large, ptrdiff_t large_count)
{
	for (ptrdiff_t i = 0; i < small_count; i++)
		hash = hash_on(hash, small[i]);
	for (ptrdiff_t i = 0; i < large_count; i++)
		hash = hash_on(hash, (uint64_t)large[i]);
	return hash;
}

static const uint64_t HASH_BEGIN = UINT64_C(0xcbf29ce484222325);

uint64_t
tally_hash(const struct tally *t)
{
	uint64_t hash = hash_on(HASH_BEGIN, (uint64_t)t->months);
	hash = hash_on(hash, (uint64_t)t->replications);
	hash = hash_on(hash, (uint64_t)t->cost_step);
	return rows_hash(hash, t->small, t->small_count, t->large, t->large_count);
}

uint64_t
gap_hash(const struct gap_tally *g)
{
	uint64_t hash = hash_on(HASH_BEGIN, (uint64_t)g->months);
	hash = hash_on(hash, (uint64_t)g->replications);
	hash = hash_on(hash, (uint64_t)g->cost_step);
	return rows_hash(hash, g->small, g->small_count, g->large, g->large_count);
}
