/* area_changes.c: how councils were split, joined and changed in kind, 2019 to 2025. */
#include "workforce/area.h"

#include <assert.h>

/* Days since 1970-01-01 of the first of the month. date_of is no constant; a test holds these to
 * it. */
enum {
	APRIL_2019 = 17987,
	APRIL_2020 = 18353,
	APRIL_2021 = 18718,
	APRIL_2023 = 19448,
	APRIL_2025 = 20179,
};

const struct area_change area_change_rows[] = {
	{ .day = { APRIL_2019 },
	  .from = { STR("bournemouth"), STR("poole"), STR("dorset-to-2018") },
	  .to = { STR("bournemouth-christchurch-and-poole"), STR("dorset") },
	  .words = STR("Bournemouth, Poole and Christchurch (which was in the county of Dorset) became "
	               "Bournemouth, Christchurch and Poole; the rest of Dorset became a new council, "
	               "also called Dorset"),
	  .source = STR("The Bournemouth, Dorset and Poole (Structural Changes) Order 2018") },
	{ .day = { APRIL_2020 }, .from = { STR("buckinghamshire") }, .to = { STR("buckinghamshire") },
	  .words = STR("Buckinghamshire became one council for the same area, with a new code"),
	  .source = STR("The Buckinghamshire (Structural Changes) Order 2019") },
	{ .day = { APRIL_2021 }, .from = { STR("northamptonshire") },
	  .to = { STR("north-northamptonshire-west-northamptonshire") },
	  .words = STR("Northamptonshire was split into North Northamptonshire and West "
	               "Northamptonshire, which send one return between them"),
	  .source = STR("The Northamptonshire (Structural Changes) Order 2020") },
	{ .day = { APRIL_2023 }, .from = { STR("cumbria") },
	  .to = { STR("cumberland"), STR("westmorland-and-furness") },
	  .words = STR("Cumbria was split into Cumberland and Westmorland and Furness"),
	  .source = STR("The Cumbria (Structural Changes) Order 2022") },
	{ .day = { APRIL_2023 }, .from = { STR("north-yorkshire") }, .to = { STR("north-yorkshire") },
	  .words = STR("North Yorkshire became one council for the same area, with a new code"),
	  .source = STR("The North Yorkshire (Structural Changes) Order 2022") },
	{ .day = { APRIL_2023 }, .from = { STR("somerset") }, .to = { STR("somerset") },
	  .words = STR("Somerset became one council for the same area, with a new code"),
	  .source = STR("The Somerset (Structural Changes) Order 2022") },
	{ .day = { APRIL_2025 }, .from = { STR("barnsley"), STR("sheffield") },
	  .to = { STR("barnsley"), STR("sheffield") },
	  .words = STR("A small change to the boundary between Barnsley and Sheffield gave both new "
	               "codes"),
	  .source = STR("The Barnsley and Sheffield (Boundary Change) Order 2024") },
};

const int area_change_count = (int)countof(area_change_rows);

bool
area_change_touches(const struct area_change *change, Str slug)
{
	for (int i = 0; i < CHANGE_SIDE_MOST; i++)
		if (slug.len && (str_equal(change->from[i], slug) || str_equal(change->to[i], slug)))
			return true;
	return false;
}

int
area_changes(Str slug, const struct area_change *found[], int most)
{
	int count = 0;
	for (int i = 0; i < area_change_count && count < most; i++) {
		const struct area_change *change = &area_change_rows[i];
		assert(i == 0 || change->day.day >= change[-1].day.day);
		if (area_change_touches(change, slug))
			found[count++] = change;
	}
	return count;
}
