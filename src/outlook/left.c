/* left.c: leavers against person-years, council by council. */
#include "outlook/left.h"

static bool
add_year(struct seen *seen, const struct published *p, int area, int year)
{
	Figure left = published_value(p, area, LEAVERS_FTE, year), now = published_value(p, area, INPOST_FTE, year);
	Figure before = published_value(p, area, INPOST_FTE, year - 1);
	if (!figure_present(left) || !figure_present(now) || now.micro <= 0)
		return false;
	before = figure_present(before) && before.micro > 0 ? before : now;
	seen->events += figure_double(left);
	seen->exposure += (figure_double(now) + figure_double(before)) / 2;
	return true;
}

struct seen
left_seen(const struct published *p, int area, struct left_years years, int *counted)
{
	struct seen seen = { 0, 0 };
	int count = 0;
	for (int year = years.first; year <= years.last; year++)
		count += add_year(&seen, p, area, year);
	if (counted)
		*counted = count;
	return seen;
}

bool
left_common(const struct published *p, struct left_years years, struct shrinkage *common, struct arena scratch,
            struct error *err)
{
	struct seen *groups = new(&scratch, p->areas.count + 1, struct seen);
	int count = 0;
	for (int a = 0; a < p->areas.count; a++)
		if (p->areas.at[a].level == AUTHORITY)
			groups[count++] = left_seen(p, a, years, NULL);
	return shrink_fit(groups, count, common, err);
}

int
left_last_year(const struct published *p, Date day)
{
	int year = census_year(day);
	year -= day.day < census_period(year).last.day;
	return year < p->last_year ? year : p->last_year;
}
