/* compare.c: averages, changes, news and standings. */
#include "measure/compare.h"

#include <assert.h>
#include <string.h>

/* Present values first, in order; gives how many there are. Neighbours are ten and authorities some
 * 160, so an insertion sort is enough. */
static int
put_in_order(Figure values[], int count)
{
	int present = 0;
	for (int i = 0; i < count; i++) {
		Figure value = values[i];
		if (!figure_present(value))
			continue;
		values[i] = values[present];
		int at = present++;
		for (; at > 0 && values[at - 1].micro > value.micro; at--)
			values[at] = values[at - 1];
		values[at] = value;
	}
	return present;
}

Figure
average_of(Figure values[], int count, enum average average)
{
	int present = put_in_order(values, count);
	if (present == 0)
		return figure_absent(NOT_AVAILABLE);
	Figure sum = figure_whole(0);
	switch (average) {
	case MEDIAN:
		sum = figure_add(values[(present - 1) / 2], values[present / 2]);
		return figure_ratio(sum, figure_whole(2), 1);
	case MEAN:
		for (int i = 0; i < present; i++)
			sum = figure_add(sum, values[i]);
		return figure_ratio(sum, figure_whole(present), 1);
	}
	return figure_absent(NOT_AVAILABLE);
}

struct comparison
compare(const struct published *p, int area, enum measure_id m, int year, enum average average)
{
	assert(area >= 0 && area < p->areas.count);
	int region = p->areas.at[area].parent;
	bool in_region = region != NO_AREA && p->areas.at[region].level == REGION;
	const struct neighbours *n = &p->neighbours[area];
	Figure values[NEIGHBOURS_MOST];
	struct comparison c = {
		.own = published_value(p, area, m, year),
		.england = published_value(p, p->england, m, year),
		.region = in_region ? published_value(p, region, m, year)
		                    : figure_absent(NOT_PUBLISHED) };
	for (int i = 0; i < n->count; i++) {
		values[i] = published_value(p, n->at[i].area, m, year);
		c.neighbours_counted += figure_present(values[i]);
	}
	/* No neighbours by the model is not a figure that is missing. */
	c.neighbours = n->count ? average_of(values, n->count, average) : figure_absent(NOT_PUBLISHED);
	return c;
}

struct difference
change_between(Figure from, Figure to)
{
	Figure points = figure_minus(to, from);
	return (struct difference){ .points = points, .percent = figure_ratio(points, from, 100) };
}

enum news
news_of(Figure difference, enum good good)
{
	if (!figure_present(difference) || good == NEITHER)
		return NO_NEWS;
	if (difference.micro == 0)
		return SAME;
	return (difference.micro < 0) == (good == LOWER) ? BETTER : WORSE;
}

/* ---- where everybody stands ------------------------------------------------------------------ */

static bool
row_before(const struct areas *areas, struct place_row a, struct place_row b, enum good good)
{
	if (figure_present(a.value) != figure_present(b.value))
		return figure_present(a.value);
	if (figure_present(a.value) && a.value.micro != b.value.micro)
		return (a.value.micro < b.value.micro) == (good == LOWER);
	int names = str_compare(areas->at[a.area].name, areas->at[b.area].name);
	return names ? names < 0 : a.area < b.area;
}

/* How many of the rows so far come before `row`: they are in order, so halving finds it. */
static int
rows_before(const struct standing *standing, const struct areas *areas, struct place_row row,
            enum good good)
{
	int low = 0, high = standing->count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (row_before(areas, row, standing->rows[middle], good))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static void
add_row(struct standing *standing, const struct areas *areas, struct place_row row, enum good good)
{
	int at = rows_before(standing, areas, row, good);
	memmove(&standing->rows[at + 1], &standing->rows[at],
	        (size_t)(standing->count - at) * sizeof row);
	standing->rows[at] = row;
	standing->count++;
	standing->ranked += figure_present(row.value);
}

static void
rank_rows(struct standing *standing)
{
	for (int i = 0; i < standing->ranked; i++) {
		struct place_row *row = &standing->rows[i], *before = row - 1;
		bool level = i > 0 && before->value.micro == row->value.micro;
		row->rank = level ? before->rank : i + 1;
		if (level)
			row->tied = before->tied = true;
	}
}

/* Nearest rank: the smallest value that at least that share of the values do not exceed. */
static void
find_quartiles(struct standing *standing, enum good good)
{
	for (int q = 0; q < 3; q++) {
		standing->quartile[q] = figure_absent(NOT_APPLICABLE);
		int from_lowest = (standing->ranked * (q + 1) + 3) / 4 - 1;
		int at = good == LOWER ? from_lowest : standing->ranked - 1 - from_lowest;
		if (standing->ranked >= 4)
			standing->quartile[q] = standing->rows[at].value;
	}
}

/* Whether an area is an authority that exists in that year: those are ranked. */
static bool
stands(const struct area *area, int year)
{
	return area->level == AUTHORITY && year >= area->first_year && year <= area->last_year;
}

struct rank
place_of(const struct published *p, int area, enum measure_id m, int year)
{
	struct rank place = { .row = { .area = area, .value = published_value(p, area, m, year) } };
	Figure own = place.row.value;
	bool ranks = stands(&p->areas.at[area], year) && figure_present(own);
	int better = 0;
	for (int i = 0; i < p->areas.count; i++) {
		if (!stands(&p->areas.at[i], year))
			continue;
		Figure other = published_value(p, i, m, year);
		if (!figure_present(other))
			continue;
		place.ranked++;
		if (other.micro != own.micro)
			better += (other.micro < own.micro) == (measures[m].good == LOWER);
		else
			place.row.tied |= ranks && i != area;
	}
	place.row.rank = ranks ? better + 1 : 0;
	return place;
}

struct standing
standing_of(const struct published *p, enum measure_id m, int year, struct arena *perm)
{
	assert(m >= 0 && m < MEASURES);
	struct standing standing = { .rows = new(perm, p->areas.count, struct place_row) };
	for (int i = 0; i < p->areas.count; i++) {
		if (!stands(&p->areas.at[i], year))
			continue;
		struct place_row row = { .area = i, .value = published_value(p, i, m, year) };
		add_row(&standing, &p->areas, row, measures[m].good);
	}
	rank_rows(&standing);
	find_quartiles(&standing, measures[m].good);
	return standing;
}

const struct place_row *
standing_row(const struct standing *standing, int area)
{
	for (int i = 0; i < standing->count; i++)
		if (standing->rows[i].area == area)
			return &standing->rows[i];
	return NULL;
}
