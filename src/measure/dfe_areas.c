/* dfe_areas.c: the areas that the rows of DfE's indicator file are about. */
#include "measure/dfe_file.h"

static bool
same_place(const struct area *area, const struct dfe_row *row)
{
	if (area->level != row->level)
		return false;
	return str_equal(row->level == AUTHORITY ? area->old_code : area->code,
	                 row->level == AUTHORITY ? row->old_code : row->code);
}

/* The later row names the area; the code of an earlier year that differs is its former code. */
static void
describe(struct area *area, const struct dfe_row *row)
{
	if (row->year > area->last_year) {
		if (area->code.len && !str_equal(area->code, row->code))
			area->former_code = area->code;
		area->code = row->code;
		area->name = row->name;
		area->last_year = row->year;
	}
}

static int
by_place_then_year(const struct dfe_row *a, const struct dfe_row *b)
{
	return a->area != b->area ? (a->area > b->area) - (a->area < b->area)
	     : a->year != b->year ? (a->year > b->year) - (a->year < b->year)
	                          : (a->line > b->line) - (a->line < b->line);
}

/* A heap sort: no worst case for a hostile order, no allocation. */
static void
sift(struct dfe_row **rows, int from, int count)
{
	for (int child; (child = 2 * from + 1) < count; from = child) {
		if (child + 1 < count && by_place_then_year(rows[child], rows[child + 1]) < 0)
			child++;
		if (by_place_then_year(rows[from], rows[child]) >= 0)
			return;
		struct dfe_row *row = rows[from];
		rows[from] = rows[child];
		rows[child] = row;
	}
}

static struct dfe_row **
rows_in_order(const struct dfe_file *file)
{
	struct dfe_row **rows = new(file->perm, file->count, struct dfe_row *);
	for (int i = 0; i < file->count; i++)
		rows[i] = &file->rows[i];
	for (int i = file->count / 2; i-- > 0;)
		sift(rows, i, file->count);
	for (int end = file->count; end-- > 1;) {
		struct dfe_row *last = rows[0];
		rows[0] = rows[end];
		rows[end] = last;
		sift(rows, 0, end);
	}
	return rows;
}

/* Gives every row its area, in file order. */
static bool
place_rows(struct dfe_file *file, struct release_draft *draft)
{
	draft->areas = new(file->perm, AREAS_MOST, struct area);
	for (int i = 0; i < file->count; i++) {
		struct dfe_row *row = &file->rows[i];
		int at = 0;
		while (at < draft->count && !same_place(&draft->areas[at], row))
			at++;
		if (at == AREAS_MOST)
			return dfe_row_finding(file, row->line, row->name, S("large"),
			                   S("the file has over 1,000 areas, the most that are read"),
			                   S("check the codes of areas"));
		if (at == draft->count)
			draft->areas[draft->count++] = (struct area){
				.level = row->level, .old_code = row->old_code, .parent = NO_AREA,
				.code = row->level == AUTHORITY ? (Str){ 0 } : row->code };
		row->area = at;
	}
	return true;
}

/* Rows of one area and year must be one. Findings stand in file order, so all rows are looked at
 * by line after the sorted ones have shown which repeat. */
static bool
describe_areas(struct dfe_file *file, struct release_draft *draft)
{
	struct dfe_row **rows = rows_in_order(file);
	const struct dfe_row **first = new(file->perm, file->count, const struct dfe_row *);
	bool ok = true;
	for (int i = 0; i < file->count; i++) {
		describe(&draft->areas[rows[i]->area], rows[i]);
		bool again = i > 0 && rows[i]->area == rows[i - 1]->area
		          && rows[i]->year == rows[i - 1]->year;
		if (again) {
			ptrdiff_t before = rows[i - 1] - file->rows;
			first[rows[i] - file->rows] = first[before] ? first[before] : rows[i - 1];
		}
	}
	for (int i = 0; i < file->count; i++)
		if (first[i])
			ok = dfe_row_finding(file, file->rows[i].line,
			                 str_format(file->found->arena, "%.*s %d",
			                            STR_ARG(file->rows[i].name), file->rows[i].year),
			                 S("duplicate"),
			                 str_format(file->found->arena, "stands already on line %d",
			                            first[i]->line),
			                 S("keep one row for each area and year"));
	return ok;
}

bool
dfe_rows_placed(struct dfe_file *file, struct release_draft *draft)
{
	return place_rows(file, draft) && describe_areas(file, draft);
}

static int
region_with_code(const struct release_draft *draft, Str code)
{
	for (int i = 0; i < draft->count; i++)
		if (draft->areas[i].level == REGION && str_equal(draft->areas[i].code, code))
			return i;
	return NO_AREA;
}

/* Inner and Outer London are parts of a region: their codes begin E13, its code is E12000007. */
static int
parent_of_region(const struct release_draft *draft, int region, int country)
{
	int london = region_with_code(draft, S("E12000007"));
	bool part = str_begins(draft->areas[region].code, S("E13")) && london != NO_AREA;
	return part ? london : country;
}

/* The region named in the latest row of each authority; every region needs a row of its own. */
static bool
place_in_regions(struct dfe_file *file, struct release_draft *draft)
{
	bool ok = true;
	for (int i = 0; i < file->count; i++) {
		const struct dfe_row *row = &file->rows[i];
		struct area *area = &draft->areas[row->area];
		if (row->level != AUTHORITY)
			continue;
		int region = region_with_code(draft, row->region_code);
		if (region == NO_AREA)
			ok = dfe_row_finding(file, row->line, row->name, S("region"),
			                 str_format(file->found->arena, "the region %.*s has no row of its "
			                            "own", STR_ARG(row->region_code)),
			                 S("send the whole file, with its Regional rows"));
		else if (row->year == area->last_year)
			area->parent = region;
	}
	return ok;
}

/* Authorities with different three-digit codes must not share their latest code. */
static bool
codes_are_apart(struct dfe_file *file, const struct release_draft *draft)
{
	bool ok = true;
	for (int i = 0; i < draft->count; i++)
		for (int j = 0; j < i; j++)
			if (str_equal(draft->areas[i].code, draft->areas[j].code))
				ok = dfe_row_finding(file, 0, draft->areas[i].name, S("code"),
				                 str_format(file->found->arena, "has the code %.*s, and so "
				                            "has %.*s", STR_ARG(draft->areas[i].code),
				                            STR_ARG(draft->areas[j].name)),
				                 S("check the codes of both"));
	return ok;
}

bool
dfe_areas_placed(struct dfe_file *file, struct release_draft *draft)
{
	int country = NO_AREA, countries = 0;
	for (int i = 0; i < draft->count; i++)
		if (draft->areas[i].level == COUNTRY) {
			country = i;
			countries++;
		}
	if (countries != 1)
		return dfe_row_finding(file, 0, (Str){ 0 }, S("country"),
		                   countries ? S("the National rows have more than one country code")
		                             : S("the file has no National row"),
		                   S("send the whole file, with one National row for each year"));
	for (int i = 0; i < draft->count; i++)
		if (draft->areas[i].level == REGION)
			draft->areas[i].parent = parent_of_region(draft, i, country);
	return place_in_regions(file, draft) && codes_are_apart(file, draft);
}
