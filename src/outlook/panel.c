/* panel.c: published figures up to a year. */
#include "outlook/panel.h"

#include <math.h>

static const struct { enum measure_id measure; double unit; } items[PANEL_ITEMS] = {
	[PANEL_POSTS] = { INPOST_FTE, 1 },
	[PANEL_LEAVERS] = { LEAVERS_FTE, 1 },
	[PANEL_STARTERS] = { STARTERS_FTE, 1 },
	[PANEL_TURNOVER] = { TURNOVER_RATE_FTE, 100 },
	[PANEL_VACANCY] = { VACANCY_RATE_FTE, 100 },
	[PANEL_AGENCY] = { AGENCY_RATE_FTE, 100 },
	[PANEL_CASES] = { CASES, 1 },
	[PANEL_HOLDERS] = { CASE_HOLDERS_FTE, 1 },
};

double
panel_figure(const struct published *p, int area, enum panel_item item, int year)
{
	Figure figure = published_value(p, area, items[item].measure, year);
	if (!figure_present(figure) || (item == PANEL_POSTS && figure.micro <= 0))
		return NAN;
	return figure_double(figure) / items[item].unit;
}

/* All of one area's years. Gives whether it ever has posts. */
static bool
copy_area(const struct published *p, int area, const struct panel *panel, double *cells)
{
	bool posts = false;
	for (int year = panel->first; year <= panel->last; year++)
		for (int item = 0; item < PANEL_ITEMS; item++) {
			double is = panel_figure(p, area, (enum panel_item)item, year);
			*cells++ = is;
			posts = posts || (item == PANEL_POSTS && is > 0);
		}
	return posts;
}

const struct panel *
panel_upto(const struct published *p, int origin, struct arena *perm)
{
	struct panel *panel = new(perm, 1, struct panel);
	panel->first = p->first_year;
	panel->last = origin < p->last_year ? origin : p->last_year;
	if (panel->last < panel->first)
		return NULL;
	int years = panel->last - panel->first + 1;
	double *cells = new(perm, (ptrdiff_t)p->areas.count * years * PANEL_ITEMS, double);
	double *england = new(perm, (ptrdiff_t)years * PANEL_ITEMS, double);
	int *area = new(perm, p->areas.count, int);
	for (int i = 0; i < p->areas.count; i++)
		if (p->areas.at[i].level == AUTHORITY &&
		    copy_area(p, i, panel, cells + (ptrdiff_t)panel->count * years * PANEL_ITEMS))
			area[panel->count++] = i;
	copy_area(p, p->england, panel, england);
	panel->area = area, panel->cells = cells, panel->england = england;
	return panel->count ? panel : NULL;
}

double
panel_at(const struct panel *panel, int council, enum panel_item item, int year)
{
	if (year < panel->first || year > panel->last)
		return NAN;
	int at = (year - panel->first) * PANEL_ITEMS + (int)item;
	int years = panel->last - panel->first + 1;
	return council == PANEL_ENGLAND ? panel->england[at] : panel->cells[council * years * PANEL_ITEMS + at];
}

int
panel_find(const struct panel *panel, int area)
{
	for (int i = 0; i < panel->count; i++)
		if (panel->area[i] == area)
			return i;
	return -1;
}
